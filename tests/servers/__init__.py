"""Real programs that tests talk to: each started when a test asks for it, on a free port of 127.0.0.1."""
