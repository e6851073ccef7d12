"""How each protocol is read: one class per protocol."""

from __future__ import annotations

from .base import Area, Batch, Column, Plan, Source, Stage, Way, stop_if_cancelled
from .registry import is_training, source_of

__all__ = ["Area", "Batch", "Column", "Plan", "Source", "Stage", "Way", "is_training", "source_of", "stop_if_cancelled"]
