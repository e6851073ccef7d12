"""Makes the tables of resources/cog: see tools/build_cog.py."""
