"""How each protocol is read: one class per protocol."""

from __future__ import annotations

from .base import Area, Batch, Column, Plan, Source, Stage, Way, interruptible, stop_if_cancelled
from .registry import in_training_kit, source_of
from .secured import with_key

__all__ = [
    "Area",
    "Batch",
    "Column",
    "Plan",
    "Source",
    "Stage",
    "Way",
    "in_training_kit",
    "interruptible",
    "source_of",
    "stop_if_cancelled",
    "with_key",
]
