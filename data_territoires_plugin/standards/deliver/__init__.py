"""The folder or file that a standard asks for, made from layers and pieces."""
