"""A layer of a GeoServer, put there by its REST interface."""
