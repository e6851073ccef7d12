"""What a layer says of itself: provenance, licence, attribution."""

from __future__ import annotations

from .attribution import attribution

__all__ = ["attribution"]
