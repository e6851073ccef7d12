"""What became of the features of a layer."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Tally:
    """Counts, and the first features that could not be repaired."""

    received: int = 0
    inside: int = 0
    cut: int = 0
    whole: int = 0
    left_out: int = 0
    outside: int = 0
    slivers: int = 0
    other_kind: int = 0  # of another kind than the layer's: a point in a layer of polygons
    without_geometry: int = 0
    repaired: int = 0
    invalid: int = 0
    invalid_features: list[str] = field(default_factory=list)

    @property
    def written(self) -> int:
        """Features in the result."""
        return self.inside + self.cut + self.whole
