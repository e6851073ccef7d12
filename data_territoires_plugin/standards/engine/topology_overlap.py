"""Which shapes overlap: the join of a table with itself, by boxes first, by areas then.

Boxes that only touch are set aside before GEOS sees them: a zoning is made of neighbours that touch. Shapely does it on
whole arrays where QGIS has it; QgsSpatialIndex does the same without, more slowly, with the same results.
"""

from __future__ import annotations

import heapq
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.core import QgsFeature, QgsGeometry, QgsRectangle, QgsSpatialIndex

from ...sources.base import stop_if_cancelled
from .arrays import where
from .shapes import shapely_here

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qgis.core import QgsFeedback

    from .memory import Memory
    from .shapes import Shapes

_BOXES = 20_000  # shapes whose neighbours are looked for at once: between two looks at the feedback
_PAIRS = 20_000  # intersections at once
_THREADS = 2
_INTERIORS_MEET = "T********"  # of the DE-9IM


@dataclass(frozen=True)
class Overlap:
    """Two shapes (their rows, the first before the second), and what they share, in the units of the CRS."""

    first: int
    second: int
    area: float
    wkb: bytes


def overlaps(shapes: Shapes, least: float, feedback: QgsFeedback, memory: Memory | None = None) -> Iterator[Overlap]:
    """The pairs that share more than `least`, by rows. Shapes that are not usable are left out. Raises Cancelled.

    With a memory, only the pairs of which one shape at least is new are compared again.
    """
    fresh, kept = (shapes.usable, []) if memory is None else _remembered(shapes, memory)
    shapely = shapely_here()
    if shapely is None or shapes.array is None:
        found: Iterable[Overlap] = _by_qgis(shapes, fresh, feedback)
    else:
        found = _by_shapely(shapely, shapes.array, shapes, fresh, feedback)
    if memory is not None:
        found = sorted([*kept, *found], key=lambda one: (one.first, one.second))
        _keep(shapes, found, memory)
    yield from (one for one in found if one.area > least)


def _remembered(shapes: Shapes, memory: Memory) -> tuple[np.ndarray, list[Overlap]]:
    """Which usable shapes are new, and what the others share, as the last run saw it.

    A shape that is there twice, then or now, counts as new; so does one whose order with another changed.
    """
    last = memory.known(("overlaps", shapes.table))
    if last is None:
        return shapes.usable, []
    alone, said = last
    rows = {int(shapes.marks[at]): at for at in where(shapes.usable & _alone(shapes))}
    fresh = shapes.usable.copy()
    fresh[[at for one, at in rows.items() if one in alone]] = False
    kept = []
    for (first, second), (area, wkb) in said.items():
        pair = rows.get(first, -1), rows.get(second, -1)
        if min(pair) < 0 or fresh[pair[0]] or fresh[pair[1]]:
            continue
        if pair[0] < pair[1]:
            kept.append(Overlap(*pair, area, wkb))
        else:
            fresh[pair[0]] = True
    return fresh, [one for one in kept if not (fresh[one.first] or fresh[one.second])]


def _alone(shapes: Shapes) -> np.ndarray:
    """Which usable shapes are the only one that is so drawn."""
    _marks, at, count = np.unique(shapes.marks[shapes.usable], return_inverse=True, return_counts=True)
    alone = np.zeros(len(shapes), bool)
    alone[shapes.usable] = count[at] == 1
    return alone


def _keep(shapes: Shapes, found: list[Overlap], memory: Memory) -> None:
    """Keeps what was found for the next run."""
    alone = _alone(shapes)
    said = {
        (int(shapes.marks[one.first]), int(shapes.marks[one.second])): (one.area, one.wkb)
        for one in found
        if alone[one.first] and alone[one.second]
    }
    memory.keep(("overlaps", shapes.table), (frozenset(shapes.marks[alone].tolist()), said))


def _by_shapely(
    shapely: Any, array: np.ndarray, shapes: Shapes, fresh: np.ndarray, feedback: QgsFeedback
) -> Iterator[Overlap]:
    rows = np.flatnonzero(shapes.usable)
    if len(rows) < 2:
        return
    geometries = array[rows]
    asked = np.flatnonzero(fresh[rows])
    tree = shapely.STRtree(geometries)
    boxes = shapes.bounds[rows]
    waiting: list[np.ndarray] = [np.zeros((2, 0), np.int64)]
    with ThreadPoolExecutor(_THREADS) as pool:
        for start in range(0, len(asked), _BOXES):
            stop_if_cancelled(feedback)
            chosen = asked[start : start + _BOXES]
            pairs = tree.query(geometries[chosen])
            pairs[0] = chosen[pairs[0]]
            waiting.append(_sharing_boxes(pairs, boxes, fresh[rows]))
        found = np.concatenate(waiting, axis=1)
        found = found[:, np.lexsort((found[1], found[0]))]
        chunks = [found[:, at : at + _PAIRS] for at in range(0, found.shape[1], _PAIRS)]
        for at in range(0, len(chunks), _THREADS):
            stop_if_cancelled(feedback)
            for chunk in pool.map(lambda pairs: _shared(shapely, geometries, pairs), chunks[at : at + _THREADS]):
                yield from (Overlap(int(rows[a]), int(rows[b]), area, wkb) for a, b, area, wkb in chunk)


def _sharing_boxes(pairs: np.ndarray, boxes: np.ndarray, fresh: np.ndarray) -> np.ndarray:
    """Each pair once, the first row first, and only those whose boxes share an area. Those asked about are fresh."""
    pairs = pairs[:, (pairs[0] < pairs[1]) | ~fresh[pairs[1]]]  # the other way round, it is found from there too
    pairs = np.sort(pairs[:, pairs[0] != pairs[1]], axis=0)
    first, second = boxes[pairs[0]], boxes[pairs[1]]
    low, high = np.maximum(first[:, :2], second[:, :2]), np.minimum(first[:, 2:], second[:, 2:])
    return pairs[:, (high > low).all(1)]


def _shared(shapely: Any, geometries: np.ndarray, pairs: np.ndarray) -> list[tuple[int, int, float, bytes]]:
    # Neighbours of a zoning only touch: to see it costs a third of what their intersection would.
    pairs = pairs[:, shapely.relate_pattern(geometries[pairs[0]], geometries[pairs[1]], _INTERIORS_MEET)]
    common = shapely.intersection(geometries[pairs[0]], geometries[pairs[1]])
    areas = shapely.area(common)
    wrong = np.flatnonzero(areas > 0)
    written = shapely.to_wkb(common[wrong])
    return [
        (int(pairs[0, at]), int(pairs[1, at]), float(areas[at]), wkb) for at, wkb in zip(wrong, written, strict=True)
    ]


def _by_qgis(shapes: Shapes, fresh: np.ndarray, feedback: QgsFeedback) -> Iterator[Overlap]:
    index, geometries = index_of(shapes, feedback)
    for count, row in enumerate(geometries):
        if count % 500 == 0:
            stop_if_cancelled(feedback)
        geometry = geometries[row]
        box = geometry.boundingBox()
        neighbours = [one for one in index.intersects(box) if one > row and (fresh[row] or fresh[one])]
        if not neighbours:
            continue
        engine = QgsGeometry.createGeometryEngine(geometry.constGet())
        engine.prepareGeometry()
        heapq.heapify(neighbours)
        while neighbours:
            other = heapq.heappop(neighbours)
            shared_box = box.intersect(geometries[other].boundingBox())
            if _flat(shared_box) or not engine.intersects(geometries[other].constGet()):
                continue
            common = geometry.intersection(geometries[other])
            if common.area() > 0:
                yield Overlap(row, other, common.area(), bytes(common.asWkb()))


def _flat(box: QgsRectangle) -> bool:
    return box.width() <= 0 or box.height() <= 0


def usable_rows(shapes: Shapes) -> list[int]:
    """The rows of the shapes that can be compared."""
    return [int(at) for at in np.flatnonzero(shapes.usable)]


def index_of(shapes: Shapes, feedback: QgsFeedback | None = None) -> tuple[QgsSpatialIndex, dict[int, QgsGeometry]]:
    """The usable shapes by row, and an index of them whose identifiers are the rows."""
    index, geometries = QgsSpatialIndex(), {}
    for count, at in enumerate(usable_rows(shapes)):
        if feedback is not None and count % 5000 == 0:
            stop_if_cancelled(feedback)
        geometry = shapes.geometry(at)
        if geometry.isEmpty():
            continue
        feature = QgsFeature(at)
        feature.setGeometry(geometry)
        index.addFeature(feature)
        geometries[at] = geometry
    return index, geometries
