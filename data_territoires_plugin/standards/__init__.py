"""Is it right: the CNIG standards and national schemas."""
