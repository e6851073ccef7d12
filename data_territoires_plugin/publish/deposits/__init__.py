"""The places that take a whole dataset at once, one module each: `opening` knows them."""
