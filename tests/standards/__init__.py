"""Is it right: the standards, the engine, the agreement with the reference validators."""
