"""The corners of parcels, and which is the nearest: a grid of cells over arrays."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from ...sources.base import stop_if_cancelled
from .topology_overlap import usable_rows

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from .shapes import Shapes

_CELL = 20.0  # m
_BLOCK = 2000  # vertices at once
_CLOSEST = 1e-6


@dataclass
class Corners:
    """Distinct corners (n, 2), and the parcel of each."""

    points: np.ndarray
    names: tuple[str, ...]
    _order: np.ndarray = field(init=False, repr=False)
    _keys: np.ndarray = field(init=False, repr=False)

    def __post_init__(self) -> None:
        keys = _keys(self.points)
        self._order = np.argsort(keys, kind="stable")
        self._keys = keys[self._order]

    def __len__(self) -> int:
        return len(self.points)

    @classmethod
    def of(cls, parcels: Shapes, feedback: QgsFeedback) -> Corners:
        """The corners of the usable shapes; one that several parcels share is named by the first. Raises Cancelled."""
        points, names = [], []
        for count, at in enumerate(usable_rows(parcels)):
            if count % 2000 == 0:
                stop_if_cancelled(feedback)
            geometry = parcels.geometry(at)  # held: its vertices die with it
            for point in geometry.vertices():
                points.append((point.x(), point.y()))
                names.append(str(parcels.ids[at]))
        kept, first = np.unique(np.array(points).reshape(-1, 2), axis=0, return_index=True)
        return cls(kept, tuple(names[at] for at in first))

    def nearest(self, vertices: np.ndarray, within: float) -> tuple[np.ndarray, np.ndarray]:
        """For each vertex the nearest corner (-1: none `within` that many metres) and its distance (inf)."""
        best = np.full(len(vertices), -1)
        away = np.full(len(vertices), np.inf)
        for start in range(0, len(vertices), _BLOCK):
            who, corner = self._candidates(vertices[start : start + _BLOCK], within)
            if not len(who):
                continue
            distance = np.hypot(*(self.points[corner] - vertices[start + who]).T)
            order = np.lexsort((corner, distance, who))
            who, corner, distance = who[order], corner[order], distance[order]
            first = np.flatnonzero(np.r_[True, who[1:] != who[:-1]])
            first = first[distance[first] <= within + _CLOSEST]
            best[start + who[first]] = corner[first]
            away[start + who[first]] = distance[first]
        return best, away

    def displacements(self, vertices: np.ndarray, within: float) -> np.ndarray:
        """The vectors (n, 2) from each vertex to each corner `within` that many metres."""
        parts = []
        for start in range(0, len(vertices), _BLOCK):
            block = vertices[start : start + _BLOCK]
            who, corner = self._candidates(block, within)
            vectors = self.points[corner] - block[who]
            parts.append(vectors[np.hypot(*vectors.T) <= within])
        return np.concatenate(parts) if parts else np.zeros((0, 2))

    def _candidates(self, vertices: np.ndarray, within: float) -> tuple[np.ndarray, np.ndarray]:
        """Pairs (vertex, corner) whose cells are near enough."""
        reach = int(np.ceil(within / _CELL))
        who, corner = [], []
        for i in range(-reach, reach + 1):
            for j in range(-reach, reach + 1):
                keys = _keys(vertices, i, j)
                low, high = np.searchsorted(self._keys, keys, "left"), np.searchsorted(self._keys, keys, "right")
                counts = high - low
                many = np.repeat(np.arange(len(vertices)), counts)
                offsets = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
                who.append(many)
                corner.append(self._order[np.repeat(low, counts) + offsets])
        return np.concatenate(who), np.concatenate(corner)


def _keys(points: np.ndarray, i: int = 0, j: int = 0) -> np.ndarray:
    """The cell of each point as one number; `i`, `j`: that of a cell beside it."""
    cells = np.floor(points / _CELL).astype(np.int64) + np.array([i, j])
    return cells[:, 0] * (1 << 31) + cells[:, 1]
