"""What became of the features of a layer."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

T = TypeVar("T")


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
    phases: dict[str, float] = field(default_factory=dict)  # wait, parse, classify, cut, write, index → seconds

    @contextmanager
    def timed(self, phase: str) -> Iterator[None]:
        """Adds the time of the block to a phase."""
        started = time.perf_counter()
        try:
            yield
        finally:
            self.spend(phase, time.perf_counter() - started)

    def each(self, phase: str, things: Iterable[T]) -> Iterator[T]:
        """The same things; the time that each takes to come goes to a phase."""
        left = iter(things)
        while True:
            with self.timed(phase):
                thing = next(left, None)
            if thing is None:
                return
            yield thing

    def spend(self, phase: str, seconds: float) -> None:
        """Adds to the time of a phase."""
        self.phases[phase] = self.phases.get(phase, 0.0) + seconds

    @property
    def written(self) -> int:
        """Features in the result."""
        return self.inside + self.cut + self.whole
