"""The union of the shapes of a table, made by squares: what did not change is not united again.

The shapes are gathered in squares of a fixed grid, united there, then the squares four by four up to one. Each union is
known by what it is made of: after an edit, only the squares above what changed are united again. A run without memory
does the same work in the same order, so that both give the same outline to the last digit.
"""

from __future__ import annotations

import math
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import QgsGeometry

from ...sources.base import stop_if_cancelled
from .memory import mark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qgis.core import QgsFeedback

    from .memory import Memory
    from .shapes import Shapes

    # A square of the grid, what tells its content from one run to the next, and the union of its shapes.
    Square = tuple[tuple[int, int], bytes, QgsGeometry]

_SHAPES = 32  # in a square, about
_STEPS = 40  # squares doubled: more than any CRS needs


def union_of(shapes: Shapes, feedback: QgsFeedback, memory: Memory | None) -> QgsGeometry:
    """The union of the usable shapes; a null geometry where there is none. Raises Cancelled."""
    rows = np.flatnonzero(shapes.usable & ~np.isnan(shapes.bounds[:, 0]))
    if not len(rows):
        return QgsGeometry()
    unions = _Unions(feedback, (memory.known(("union", shapes.table)) if memory is not None else None) or {})
    squares = _first(shapes, rows, unions)
    for _ in range(_STEPS):
        if len(squares) == 1:
            break
        squares = _doubled(squares, unions)
    whole = squares[0][2] if len(squares) == 1 else QgsGeometry.unaryUnion([one for _at, _mark, one in squares])
    if memory is not None:
        memory.keep(("union", shapes.table), unions.made)
    return whole


class _Unions:
    """The unions that a run needs: those of the last run, and those that it makes."""

    def __init__(self, feedback: QgsFeedback, known: dict[bytes, QgsGeometry]) -> None:
        self.made: dict[bytes, QgsGeometry] = {}
        self._known = known
        self._feedback = feedback

    def of(self, name: bytes, shapes: Iterable[QgsGeometry]) -> QgsGeometry:
        """The union of these shapes, known by `name`. Raises Cancelled."""
        stop_if_cancelled(self._feedback)
        if name not in self.made:
            known = self._known.get(name)
            there = [one for one in shapes if not one.isEmpty()] if known is None else []
            self.made[name] = QgsGeometry.unaryUnion(there) if known is None else known
        return self.made[name]


def _first(shapes: Shapes, rows: np.ndarray, unions: _Unions) -> list[Square]:
    """The squares of the grid that hold shapes, in the order of the grid."""
    boxes = shapes.bounds[rows]
    middles = (boxes[:, :2] + boxes[:, 2:]) / 2
    places = np.floor(middles / _side(boxes, len(rows))).astype(np.int64)
    order = np.lexsort((rows, places[:, 1], places[:, 0]))
    held = (((int(places[at, 0]), int(places[at, 1])), int(rows[at])) for at in order)
    made: list[Square] = []
    for place, members in groupby(held, key=lambda one: one[0]):
        these = [at for _place, at in members]
        name = mark(shapes.marks[these])
        made.append((place, name, unions.of(name, (shapes.geometry(at) for at in these))))
    return made


def _side(boxes: np.ndarray, count: int) -> float:
    """The side of the squares: a power of two, so that a few shapes more or less leave the grid as it is."""
    wide, high = boxes[:, 2:].max(0) - boxes[:, :2].min(0)
    surface = max(float(wide * high), float(max(wide, high) ** 2) / count, 1e-12)
    return 2.0 ** math.ceil(math.log2(math.sqrt(surface * min(1.0, _SHAPES / count))))


def _doubled(squares: list[Square], unions: _Unions) -> list[Square]:
    """The squares of a grid twice as wide."""
    made: list[Square] = []
    wider = sorted(squares, key=lambda one: (_above(one[0]), one[0]))
    for place, members in groupby(wider, key=lambda one: _above(one[0])):
        these = list(members)
        if len(these) == 1:
            made.append((place, these[0][1], these[0][2]))
        else:
            name = mark(*(one[1] for one in these))
            made.append((place, name, unions.of(name, (one[2] for one in these))))
    return made


def _above(place: tuple[int, int]) -> tuple[int, int]:
    return place[0] >> 1, place[1] >> 1
