"""Whether two shapes are the same: written otherwise (single or multiple, rings begun elsewhere), or a little rounded.

Most of the time the bytes tell, or the numbers one after the other: QGIS's geometries are made only for the others.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from qgis.core import QgsGeometry

if TYPE_CHECKING:
    from collections.abc import Iterator

_MULTIPLE, _PARTS, _HEAD = range(4, 7), 9, 5  # types of ISO WKB; bytes before the first part, before the content
_Numbers = tuple[tuple[int, ...], list[float]]


def same_shape(ours: bytes, theirs: bytes, precision: float) -> bool:
    """Whether two shapes (WKB, b"" for none) are the same, each vertex within `precision` (units of the CRS)."""
    if ours == theirs:
        return True
    if not ours or not theirs:
        return False
    one, other = _single(ours), _single(theirs)
    if one == other:
        return True
    mine, others = _numbers(one), _numbers(other)
    if (
        mine is not None
        and others is not None
        and mine[0] == others[0]
        and all(abs(a - b) <= precision for a, b in zip(mine[1], others[1], strict=True))
    ):
        return True
    return _same_geometry(ours, theirs, precision)


def without_altitude(wkb: bytes) -> bytes:
    """The same shape in two dimensions."""
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    shape = geometry.get() if wkb else None
    changed = shape is not None and (shape.dropZValue(), shape.dropMValue()) != (False, False)
    return bytes(geometry.asWkb().data()) if changed else wkb


def _single(wkb: bytes) -> bytes:
    """The only part of a multiple shape; any other as it is."""
    if len(wkb) > _PARTS and wkb[0] == 1:
        type_, parts = struct.unpack_from("<II", wkb, 1)
        if type_ % 1000 in _MULTIPLE and parts == 1:
            return wkb[_PARTS:]
    return wkb


def _numbers(wkb: bytes) -> _Numbers | None:
    """How a shape is made (types and counts), and its numbers; None for curves, and for what is no ISO WKB."""
    kind: list[int] = []
    found: list[float] = []
    try:
        _walk(wkb, 0, kind, found)
    except (struct.error, ValueError):
        return None
    return tuple(kind), found


def _walk(wkb: bytes, at: int, kind: list[int], found: list[float]) -> int:
    if wkb[at] != 1:
        raise ValueError(at)
    (type_,) = struct.unpack_from("<I", wkb, at + 1)
    flat, more = type_ % 1000, {0: 2, 1: 3, 2: 3, 3: 4}.get(type_ // 1000)
    if more is None or not 1 <= flat <= 7:
        raise ValueError(type_)
    kind.append(type_)
    at += _HEAD
    if flat == 1:
        found += struct.unpack_from(f"<{more}d", wkb, at)
        return at + 8 * more
    if flat == 2:
        return _line(wkb, at, more, kind, found)
    (count,) = struct.unpack_from("<I", wkb, at)
    kind.append(count)
    at += 4
    for _ in range(count):
        at = _line(wkb, at, more, kind, found) if flat == 3 else _walk(wkb, at, kind, found)
    return at


def _line(wkb: bytes, at: int, more: int, kind: list[int], found: list[float]) -> int:
    (count,) = struct.unpack_from("<I", wkb, at)
    kind.append(count)
    found += struct.unpack_from(f"<{more * count}d", wkb, at + 4)
    return at + 4 + 8 * more * count


def _same_geometry(ours: bytes, theirs: bytes, precision: float) -> bool:
    own, other = _normal(ours), _normal(theirs)
    mine, others = list(_vertices(own)), list(_vertices(other))
    if len(mine) != len(others):
        return False
    if all(_near(a, b, precision) for a, b in zip(mine, others, strict=True)):
        return True
    # Rounding may have changed the order of the parts: what is left is to measure.
    return own.hausdorffDistance(other) <= precision and abs(own.area() - other.area()) <= precision * own.length()


def _normal(wkb: bytes) -> QgsGeometry:
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    geometry.convertToMultiType()
    geometry.normalize()
    return geometry


def _vertices(geometry: QgsGeometry) -> Iterator[tuple[float, float, float]]:
    for vertex in geometry.vertices():
        yield vertex.x(), vertex.y(), vertex.z() if vertex.is3D() else 0.0


def _near(a: tuple[float, float, float], b: tuple[float, float, float], precision: float) -> bool:
    return all(abs(x - y) <= precision for x, y in zip(a, b, strict=True))
