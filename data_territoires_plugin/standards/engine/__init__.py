"""The engine: what is checked (subject), the rules, and the verdict (run)."""
