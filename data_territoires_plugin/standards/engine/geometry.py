"""The rules of shapes, one by one: kind, reference system, null, Z, parts, validity, place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
from qgis.core import Qgis, QgsGeometry

from ...i18n import tr
from ...sources.base import stop_if_cancelled
from ...territory.legal_crs import LEGAL_CRS
from ..model import Kind, Level
from .arrays import listed, where
from .extents import extents
from .loaded import Distinct
from .memory import judged
from .perimeter import outside_findings
from .reporter import placed
from .room import has_room
from .round_trip import broken_by_text, text_again
from .shapes import Shapes, from_wkb, shapely_here

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qgis.core import QgsFeedback

    from ..findings import Finding
    from ..model import Geometry, Standard
    from .loaded import Loaded
    from .options import Options
    from .reporter import Reporter

_CHUNK = 5000
_BYTES = 32_000_000  # of shapes judged at once
_ON_SURFACE = 5000  # features whose place is computed at its best; beyond, their first vertex does
_BASE = {
    **dict.fromkeys((1, 4), Kind.POINT),
    **dict.fromkeys((2, 5, 8, 9, 11), Kind.LINE),
    **dict.fromkeys((3, 6, 10, 12, 15, 16, 17), Kind.POLYGON),
}
_PARTS_AT = slice(5, 9)


def read_shapes(loaded: Loaded, feedback: QgsFeedback) -> Shapes:
    """The shapes of the layer, in the order of its rows. Raises SourceError, Cancelled; MemoryError without room."""
    ids: list[int] = []
    shapes: list[bytes | None] = []
    held = 0
    for keys, chunk in loaded.subject.geometries(feedback):
        ids += keys
        shapes += chunk
        held += sum(len(wkb) for wkb in chunk if wkb is not None)
        if not has_room(held):
            raise MemoryError(f"{loaded.subject.name}: {len(ids)} features, {held} bytes of shapes")
    order = np.array(ids, np.int64)
    if len(order) != len(loaded.ids) or not np.array_equal(order, loaded.ids):
        known = dict(zip(ids, shapes, strict=True))  # a layer that changed, or that gives its rows in another order
        shapes = [known.get(key) for key in listed(loaded.ids)]
    return Shapes(loaded.table.name, loaded.subject.name, loaded.subject.crs, loaded.ids, shapes)


def geometry_findings(
    loaded: Loaded, reporter: Reporter, standard: Standard, options: Options, feedback: QgsFeedback
) -> Iterator[Finding]:
    """The findings on the shapes of a table; what is not fit for topology is marked as not usable. Raises Cancelled."""
    wanted = loaded.table.geometry
    if wanted is None:
        return
    if loaded.shapes is None:
        if wanted.required:
            shown = _kinds(wanted)
            yield reporter.finding("geometry_missing", value=loaded.subject.name, expected=shown)
        return
    shapes = loaded.shapes
    yield from _reference_system(loaded, reporter, standard, wanted)
    types, parts = _heads(shapes)
    yield from _form(shapes, types, parts, wanted, reporter)
    yield from _invalid(shapes, wanted, reporter, options, feedback)
    yield from _extent(shapes, reporter)
    told = any(topology.name == "inside" for topology in loaded.table.topology)  # with its own tolerance
    if options.perimeter is not None and not told:
        yield from outside_findings(shapes, reporter, options, feedback)
    if wanted.unique:
        yield from _twice(loaded, shapes, reporter)


# ------------------------------------------------------------------------------------------------ the whole layer
def _reference_system(loaded: Loaded, reporter: Reporter, standard: Standard, wanted: Geometry) -> Iterator[Finding]:
    crs = loaded.subject.crs
    allowed = wanted.crs or standard.crs
    shown = ", ".join(allowed or LEGAL_CRS)
    if not crs:
        yield reporter.finding("crs_missing", value=loaded.subject.name, expected=shown)
    elif allowed and crs not in allowed:
        yield reporter.finding("crs", value=crs, expected=shown)


def _heads(shapes: Shapes) -> tuple[np.ndarray, np.ndarray]:
    """The ISO WKB type of each shape (-1: none) and the number of its parts (1 for those that aren't multiple)."""
    types, parts = np.full(len(shapes), -1), np.ones(len(shapes), np.int64)
    for at, wkb in enumerate(shapes.wkb):
        if wkb is not None:
            order: Literal["little", "big"] = "little" if wkb[0] else "big"
            types[at] = kind = int.from_bytes(wkb[1:5], order)
            if kind % 1000 in (4, 5, 6, 7, 11, 12):
                parts[at] = int.from_bytes(wkb[_PARTS_AT], order)
    return types, parts


# ------------------------------------------------------------------------------------------------ form
def _form(
    shapes: Shapes, types: np.ndarray, parts: np.ndarray, wanted: Geometry, reporter: Reporter
) -> Iterator[Finding]:
    """Null shapes, those of another kind, with or without Z, of one or several parts."""
    if wanted.required:
        for at in where((types < 0) | (parts == 0)):
            yield reporter.finding("geometry_null", feature=str(shapes.ids[at]), field=wanted.column)
    allowed = set(wanted.kinds)
    for type_ in listed(np.unique(types[types >= 0])):
        of_type = (types == type_) & (parts > 0)
        kind = _BASE.get(type_ % 1000)
        if Kind.ANY not in allowed and kind not in allowed:
            shapes.usable[of_type] = False
            yield from _all(shapes, of_type, reporter, "kind", kind_word(kind), _kinds(wanted))
            continue
        has_z = type_ // 1000 in (1, 3)
        if wanted.z is not None and has_z is not wanted.z:
            words = (tr("none"), tr("there"))
            yield from _all(shapes, of_type, reporter, "z", words[has_z], words[wanted.z], _mild(wanted.z))
        several = type_ % 1000 in (4, 5, 6, 7, 11, 12)
        words = (tr("of a single part"), tr("multipart"))
        if wanted.multi is True and not several:
            yield from _all(shapes, of_type, reporter, "multi", words[0], words[1], Level.WARNING)
        elif wanted.multi is False and several:
            yield from _all(shapes, of_type & (parts > 1), reporter, "multi", words[1], words[0])


def _mild(wanted: bool) -> Level:
    """A Z too many is only dropped; one that lacks is a fault."""
    return Level.ERROR if wanted else Level.WARNING


def _all(
    shapes: Shapes,
    which: np.ndarray,
    reporter: Reporter,
    rule: str,
    value: str,
    expected: str,
    level: Level = Level.ERROR,
) -> Iterator[Finding]:
    for at in where(which):
        yield reporter.finding(rule, level, feature=str(shapes.ids[at]), value=value, expected=expected)


def kind_word(kind: Kind | None) -> str:
    """A kind of geometry, as the user calls it."""
    words = {Kind.POINT: tr("point"), Kind.LINE: tr("line"), Kind.POLYGON: tr("polygon")}
    return words.get(kind, tr("collection")) if kind is not None else tr("collection")


def _kinds(wanted: Geometry) -> str:
    return " / ".join(kind_word(kind) for kind in wanted.kinds)


# ------------------------------------------------------------------------------------------------ validity
def _invalid(
    shapes: Shapes, wanted: Geometry, reporter: Reporter, options: Options, feedback: QgsFeedback
) -> Iterator[Finding]:
    """Shapes that are not valid, or not any more once written as text. The first are not usable."""

    def judge(rows: Sequence[int]) -> Iterator[tuple[int, Finding]]:
        for chunk in _parted(shapes.wkb, rows):
            stop_if_cancelled(feedback)
            yield from _faulty(shapes, chunk, wanted, reporter)

    name = "validity", shapes.table
    for at, finding in judged(options.memory, name, lambda: shapes.marks, len(shapes), judge).items():
        if finding.rule == "validity":
            shapes.usable[at] = False
        yield placed(finding, str(shapes.ids[at]))


def _parted(wkb: Sequence[bytes | None], rows: Sequence[int]) -> Iterator[Sequence[int]]:
    """The rows, some thousands at a time, fewer where their shapes are heavy: each takes many times its size."""
    start = held = 0
    for at, row in enumerate(rows):
        held += len(wkb[row] or b"")
        if at - start == _CHUNK or held > _BYTES:
            yield rows[start : at + 1]
            start, held = at + 1, 0
    if start < len(rows):
        yield rows[start:]


def _faulty(shapes: Shapes, rows: Sequence[int], wanted: Geometry, reporter: Reporter) -> Iterator[tuple[int, Finding]]:
    chunk = [shapes.wkb[at] for at in rows]
    wrong = set(_not_valid(chunk))
    found = {at: _fault(shapes.geometry(rows[at]), "validity", reporter) for at in wrong}
    if wanted.text_round_trip:
        left = [None if at in wrong or not shapes.usable[rows[at]] else one for at, one in enumerate(chunk)]
        for at in broken_by_text(left):
            again = QgsGeometry()
            again.fromWkb(text_again(chunk[at] or b"") or b"")
            found[at] = _fault(again, "text_round_trip", reporter)
    yield from ((rows[at], found[at]) for at in sorted(found))


def _not_valid(chunk: Sequence[bytes | None]) -> list[int]:
    """The positions of the shapes that GEOS finds invalid, or can't read. An empty shape is another matter."""
    shapely = shapely_here()
    if shapely is not None:
        array = from_wkb(shapely, chunk)
        there = np.fromiter((one is not None for one in chunk), bool, len(chunk))
        suspects = where(there & ~shapely.is_valid(array))
    else:
        suspects = [at for at, one in enumerate(chunk) if one is not None]
    return [at for at in suspects if not _geometry(chunk[at]).isGeosValid()]


def _geometry(wkb: bytes | None) -> QgsGeometry:
    geometry = QgsGeometry()
    if wkb is not None:
        geometry.fromWkb(wkb)
    return geometry


def _fault(geometry: QgsGeometry, rule: str, reporter: Reporter) -> Finding:
    """What GEOS says of a shape, and where."""
    errors = geometry.validateGeometry(Qgis.GeometryValidationEngine.Geos) if not geometry.isNull() else []
    said = fault_words(errors[0].what()) if errors else tr("it can't be read")
    where = errors[0].where() if errors and errors[0].hasWhere() else None
    place = (where.x(), where.y()) if where is not None else None
    return reporter.finding(rule, value=said, place=place)


def fault_words(said: str) -> str:
    """A fault of GEOS in plain words; what is not known is left as it was said (QGIS translates it)."""
    words = {
        "self-intersection": tr("an outline crosses itself"),
        "ring self-intersection": tr("an outline touches itself"),
        "hole lies outside shell": tr("a hole lies outside its polygon"),
        "holes are nested": tr("a hole lies inside another hole"),
        "interior is disconnected": tr("holes cut the inside of the polygon in two"),
        "nested shells": tr("a part lies inside another part"),
        "duplicate rings": tr("an outline is there twice"),
        "too few points in geometry component": tr("an outline has too few vertices"),
        "invalid coordinate": tr("a coordinate is not a number"),
        "ring is not closed": tr("an outline is not closed"),
    }
    return words.get(said.casefold(), said)


# ------------------------------------------------------------------------------------------------ place, duplicates
def _extent(shapes: Shapes, reporter: Reporter) -> Iterator[Finding]:
    """Shapes that lie outside France, as their coordinates say."""
    boxes = extents(shapes.crs)
    if not boxes or not len(shapes):
        return
    bounds = shapes.bounds
    inside = np.zeros(len(shapes), bool)
    for low_x, low_y, high_x, high_y in boxes:
        inside |= (
            (bounds[:, 0] >= low_x) & (bounds[:, 1] >= low_y) & (bounds[:, 2] <= high_x) & (bounds[:, 3] <= high_y)
        )
    level = Level.ERROR if reporter.national else Level.WARNING
    for at in where(~inside & ~np.isnan(bounds[:, 0])):
        x, y = bounds[at, 0], bounds[at, 1]
        yield reporter.finding(
            "extent", level, feature=str(shapes.ids[at]), value=f"{x:.6g}, {y:.7g}", expected=shapes.crs
        )


def _twice(loaded: Loaded, shapes: Shapes, reporter: Reporter) -> Iterator[Finding]:
    numbers: dict[bytes | None, int] = {}
    codes = np.fromiter((numbers.setdefault(wkb, len(numbers)) for wkb in shapes.wkb), np.int64, len(shapes))
    distinct = Distinct(tuple(("" if wkb is not None else None,) for wkb in numbers), codes)
    geometry = loaded.table.geometry
    yield from reporter.duplicates(loaded, distinct, "geometry_unique", geometry.column if geometry else "", "")


def place_findings(findings: list[Finding], loaded: Loaded, feedback: QgsFeedback) -> list[Finding]:
    """The same findings, those about a feature with a point on it. Raises Cancelled."""
    if loaded.subject.kind is None:
        return findings
    wanted = {finding.feature for finding in findings if finding.place is None and finding.feature}
    places = _places(loaded, wanted, feedback)
    for finding in findings:
        if finding.place is None and finding.feature in places:
            finding.__dict__["place"] = places[finding.feature]  # made in this run, and seen by nobody yet
    return findings


def _places(loaded: Loaded, wanted: set[str], feedback: QgsFeedback) -> dict[str, tuple[float, float]]:
    ids = {int(feature) for feature in wanted if feature.lstrip("-").isdigit()}
    found: dict[str, tuple[float, float]] = {}
    for at, (key, wkb) in enumerate(_held(loaded, ids, feedback)):
        if at % _CHUNK == 0:
            stop_if_cancelled(feedback)
        point = _point(_geometry(wkb), quick=len(ids) > _ON_SURFACE)
        if point is not None:
            found[str(key)] = point
    return found


def _held(loaded: Loaded, ids: set[int], feedback: QgsFeedback) -> Iterator[tuple[int, bytes | None]]:
    if loaded.shapes is not None:
        yield from ((key, wkb) for key, wkb in zip(listed(loaded.ids), loaded.shapes.wkb, strict=True) if key in ids)
    elif ids:  # one by one where they are few, else all in a row: QGIS is slow at picking thousands
        for keys, chunk in loaded.subject.geometries(feedback, ids if len(ids) <= _CHUNK else None):
            yield from ((key, wkb) for key, wkb in zip(keys, chunk, strict=True) if key in ids)


def _point(geometry: QgsGeometry, *, quick: bool) -> tuple[float, float] | None:
    """A point of a shape: on its surface, in the middle of its line, else its first vertex."""
    if geometry.isNull() or geometry.isEmpty():
        return None
    if not quick and geometry.type() == Qgis.GeometryType.Polygon:
        point = geometry.pointOnSurface()
    elif not quick and geometry.type() == Qgis.GeometryType.Line:
        point = geometry.interpolate(geometry.length() / 2)
    else:
        point = QgsGeometry()
    vertex = point.vertexAt(0) if not point.isNull() and not point.isEmpty() else geometry.vertexAt(0)
    x, y = vertex.x(), vertex.y()
    return (x, y) if np.isfinite(x) and np.isfinite(y) else None
