"""The algorithms run in this process."""

from __future__ import annotations

from tests.processing.running import provider, run

__all__ = ["provider", "run"]
