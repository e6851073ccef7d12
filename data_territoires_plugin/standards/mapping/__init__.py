"""From the local schema to the national one: proposed, kept in a file, applied."""
