"""An empty file of a standard and its project, ready to digitise."""
