"""Metadata records: what they say, how they are written and read."""
