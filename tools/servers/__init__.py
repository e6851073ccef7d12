"""The programs of a platform, each in a folder of its own, on 127.0.0.1: for the tests and for `make platform`."""
