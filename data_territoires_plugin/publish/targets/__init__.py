"""The places that take features one by one or in batches, one module each: `opening` knows them."""
