"""Where a bounding box lies with regard to the perimeter: inside, outside or across, for whole columns at once.

A grid is laid over the perimeter. A cell that the contour does not touch is wholly inside or wholly outside; a bounding
box that covers only inside cells is inside. What remains, a few per cent, is settled by an exact test (`clip.knife`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

OUTSIDE, INSIDE, ACROSS = 0, 1, 2
CELLS = 256


class Grid:
    """A grid of `cells` × `cells` over rings (each an array (n, 2), closed), filled by the even-odd rule."""

    def __init__(self, rings: Iterable[np.ndarray], cells: int = CELLS) -> None:
        segments = np.concatenate([np.hstack([ring[:-1], ring[1:]]) for ring in rings if len(ring) > 1])
        self.cells = cells
        low = np.minimum(segments[:, :2].min(0), segments[:, 2:].min(0))
        high = np.maximum(segments[:, :2].max(0), segments[:, 2:].max(0))
        # A hair wider than the perimeter, so that no vertex lies on the outer edge.
        margin = (high - low) * 1e-6 + 1e-9
        self.low = low - margin
        self.step = (high - low + 2 * margin) / cells
        segments = (segments - np.tile(self.low, 2)) / np.tile(self.step, 2)  # in cells from here on
        border = self._touched(segments)
        inside = self._centres_inside(segments) & ~border
        self._border, self._inside = _sums(border), _sums(inside)

    def _touched(self, segments: np.ndarray) -> np.ndarray:
        """The cells that the contour touches (a few more: each piece of a segment marks its whole bounding box)."""
        pieces = np.ceil(np.abs(segments[:, 2:] - segments[:, :2]).max(1)).astype(int).clip(1)
        which = np.repeat(np.arange(len(segments)), pieces)
        rank = np.arange(len(which)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
        start, along = segments[which, :2], segments[which, 2:] - segments[which, :2]
        ends = np.stack(
            [start + along * (rank / pieces[which])[:, None], start + along * ((rank + 1) / pieces[which])[:, None]]
        )
        first = np.floor(ends.min(0) - 1e-6).astype(int).clip(0, self.cells - 1)
        last = np.floor(ends.max(0) + 1e-6).astype(int).clip(0, self.cells - 1)
        touched = np.zeros((self.cells, self.cells), bool)
        for column in range(int((last - first)[:, 0].max()) + 1):
            for row in range(int((last - first)[:, 1].max()) + 1):
                touched[np.minimum(first[:, 0] + column, last[:, 0]), np.minimum(first[:, 1] + row, last[:, 1])] = True
        return touched

    def _centres_inside(self, segments: np.ndarray) -> np.ndarray:
        """The cells whose centre is inside: along each row of centres, the crossings of the contour are counted."""
        upward = np.where((segments[:, 1] <= segments[:, 3])[:, None], segments, segments[:, [2, 3, 0, 1]])
        first, last = (
            np.ceil(upward[:, 1] - 0.5).astype(int).clip(0),
            np.ceil(upward[:, 3] - 0.5).astype(int).clip(None, self.cells),
        )
        rows = (last - first).clip(0)
        which = np.repeat(np.arange(len(upward)), rows)
        row = first[which] + np.arange(len(which)) - np.repeat(np.cumsum(rows) - rows, rows)
        x1, y1, x2, y2 = upward[which].T
        x = x1 + (row + 0.5 - y1) / (y2 - y1) * (x2 - x1)
        column = np.ceil(x - 0.5).astype(int).clip(0, self.cells)
        crossings = np.bincount(column * self.cells + row, minlength=(self.cells + 1) * self.cells) % 2 == 1
        return np.logical_xor.accumulate(crossings.reshape(self.cells + 1, self.cells), 0)[: self.cells]

    def classify(self, bounds: np.ndarray) -> np.ndarray:
        """OUTSIDE, INSIDE or ACROSS (undecided) for bounds (n, 4: min x, max x, min y, max y), CRS of the rings."""
        with np.errstate(over="ignore"):  # coordinates beyond the world: infinite is far enough
            first = np.floor((bounds[:, [0, 2]] - self.low) / self.step)
            last = np.floor((bounds[:, [1, 3]] - self.low) / self.step)
        off = (last < 0).any(1) | (first >= self.cells).any(1)
        beyond = (first < 0).any(1) | (last >= self.cells).any(1)
        first, last = first.clip(0, self.cells - 1).astype(int), last.clip(0, self.cells - 1).astype(int)
        covered = (last - first + 1).prod(1)
        inside, border = _over(self._inside, first, last), _over(self._border, first, last)
        result = np.full(len(bounds), ACROSS, np.uint8)
        result[(inside == 0) & (border == 0)] = OUTSIDE
        result[(inside == covered) & ~beyond] = INSIDE
        result[off] = OUTSIDE
        return result


def _sums(mask: np.ndarray) -> np.ndarray:
    """Sums over all cells before each, to count any rectangle in four look-ups."""
    sums = np.zeros((mask.shape[0] + 1, mask.shape[1] + 1), np.int32)
    np.cumsum(mask, 0, out=sums[1:, 1:])
    return np.cumsum(sums, 1, out=sums)


def _over(sums: np.ndarray, first: np.ndarray, last: np.ndarray) -> np.ndarray:
    left, bottom, right, top = first[:, 0], first[:, 1], last[:, 0] + 1, last[:, 1] + 1
    return sums[right, top] - sums[left, top] - sums[right, bottom] + sums[left, bottom]
