"""Give it back: one class per kind of server."""
