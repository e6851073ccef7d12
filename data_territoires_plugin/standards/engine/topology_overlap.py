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
from .shapes import shapely_here

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsFeedback

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


def overlaps(shapes: Shapes, least: float, feedback: QgsFeedback) -> Iterator[Overlap]:
    """The pairs that share more than `least`, by rows. Shapes that are not usable are left out. Raises Cancelled."""
    shapely = shapely_here()
    if shapely is None or shapes.array is None:
        return _by_qgis(shapes, least, feedback)
    return _by_shapely(shapely, shapes, least, feedback)


def _by_shapely(shapely: Any, shapes: Shapes, least: float, feedback: QgsFeedback) -> Iterator[Overlap]:
    rows = np.flatnonzero(shapes.usable)
    if len(rows) < 2 or shapes.array is None:
        return
    geometries = shapes.array[rows]
    tree = shapely.STRtree(geometries)
    boxes = shapes.bounds[rows]
    waiting: list[np.ndarray] = []
    with ThreadPoolExecutor(_THREADS) as pool:
        for start in range(0, len(rows), _BOXES):
            stop_if_cancelled(feedback)
            pairs = tree.query(geometries[start : start + _BOXES])
            pairs[0] += start
            waiting.append(_sharing_boxes(pairs, boxes))
        found = np.concatenate(waiting, axis=1)
        found = found[:, np.lexsort((found[1], found[0]))]
        chunks = [found[:, at : at + _PAIRS] for at in range(0, found.shape[1], _PAIRS)]
        for at in range(0, len(chunks), _THREADS):
            stop_if_cancelled(feedback)
            for chunk in pool.map(lambda pairs: _shared(shapely, geometries, pairs, least), chunks[at : at + _THREADS]):
                yield from (Overlap(int(rows[a]), int(rows[b]), area, wkb) for a, b, area, wkb in chunk)


def _sharing_boxes(pairs: np.ndarray, boxes: np.ndarray) -> np.ndarray:
    """Each pair once, and only those whose boxes share an area."""
    pairs = pairs[:, pairs[0] < pairs[1]]
    first, second = boxes[pairs[0]], boxes[pairs[1]]
    low, high = np.maximum(first[:, :2], second[:, :2]), np.minimum(first[:, 2:], second[:, 2:])
    return pairs[:, (high > low).all(1)]


def _shared(
    shapely: Any, geometries: np.ndarray, pairs: np.ndarray, least: float
) -> list[tuple[int, int, float, bytes]]:
    # Neighbours of a zoning only touch: to see it costs a third of what their intersection would.
    pairs = pairs[:, shapely.relate_pattern(geometries[pairs[0]], geometries[pairs[1]], _INTERIORS_MEET)]
    common = shapely.intersection(geometries[pairs[0]], geometries[pairs[1]])
    areas = shapely.area(common)
    wrong = np.flatnonzero(areas > least)
    written = shapely.to_wkb(common[wrong])
    return [
        (int(pairs[0, at]), int(pairs[1, at]), float(areas[at]), wkb) for at, wkb in zip(wrong, written, strict=True)
    ]


def _by_qgis(shapes: Shapes, least: float, feedback: QgsFeedback) -> Iterator[Overlap]:
    index, geometries = index_of(shapes, feedback)
    for count, row in enumerate(geometries):
        if count % 500 == 0:
            stop_if_cancelled(feedback)
        geometry = geometries[row]
        box = geometry.boundingBox()
        neighbours = [one for one in index.intersects(box) if one > row]
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
            if common.area() > least:
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
