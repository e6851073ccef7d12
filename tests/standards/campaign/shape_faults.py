"""Faults of shapes: one for each thing that a geometry must be, and for each rule between shapes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from data_territoires_plugin.standards.model import Kind

from .shapes import PLANE, ROWS, box, corner, ground_of, kind_of, line, point, polygon, shape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from data_territoires_plugin.standards.model import Geometry, Standard, Table, Topology

    from .content import Layer
    from .faults import Fault
    from .shapes import Ground

_LAST = ROWS - 1
_TOLD = frozenset(
    (
        "no_overlap_left_out",
        "no_gap_left_out",
        "covers_left_out",
        "inside_left_out",
        "on_line_left_out",
        "no_dangle_left_out",
    )
)
_HOLE = frozenset(("no_gap", "covers", "no_dangle"))  # what a zone or a line that is gone leaves
_MOVED = frozenset(("no_overlap", "no_dangle", "on_line", "inside"))
# The same coordinates under another name: RGF93 v2b / Lambert-93, ETRS89.
_TWIN = {"EPSG:2154": "EPSG:9794", "EPSG:4326": "EPSG:4258"}


def shape_faults(table: Table, layer: Layer, standard: Standard) -> Iterator[Fault]:
    """The faults of the geometry of a table, then those of its topology."""
    wanted = table.geometry
    if wanted is None:
        return
    ground, kind = ground_of(standard, table), kind_of(wanted)
    yield from _of_form(table.name, wanted, ground, kind, len(layer.rows))
    if wanted.crs or standard.crs:
        around = frozenset({"covers", "on_line_not_possible"})
        yield _fault(table.name, "crs", (), _in_crs(_TWIN[ground.crs]), around=around)
    around = frozenset(("covers_not_possible", "inside_not_possible", "on_line_not_possible"))
    yield _fault(table.name, "crs_missing", (), _in_crs(""), around=around)
    yield from _of_place(table, wanted, ground, kind)
    for rule in table.topology:
        yield _between(rule, table, ground, kind)


def _fault(
    table: str,
    rule: str,
    rows: tuple[int, ...],
    *ways: Callable[[Layer], None],
    around: frozenset[str] = frozenset(),
    field: str = "",
) -> Fault:
    from .faults import Fault

    return Fault("geometry", rule, table, field, rows, ways, around=around, why_not="un point est toujours valide")


def _of_form(table: str, wanted: Geometry, ground: Ground, kind: Kind, rows: int) -> Iterator[Fault]:
    """Shapes that lack, that are of another kind, of several parts, that are not valid."""
    last = (_LAST,)
    if wanted.required:
        yield _fault(table, "geometry_missing", (), _no_geometry)
        yield _fault(table, "geometry_null", last, _drawn(_LAST, None), around=_TOLD | _HOLE, field=wanted.column)
    if Kind.ANY not in wanted.kinds:
        around = _TOLD | _HOLE | {"geometry_unique"}
        yield _fault(table, "kind", tuple(range(rows)), _of_kind(ground, kind), around=around)
    if wanted.multi is False:
        yield _fault(table, "multi", last, _parted(kind), around=_HOLE)
    invalid = _invalid(ground, kind)
    ways = (_drawn(_LAST, invalid),) if invalid else ()
    yield _fault(table, "validity", last, *ways, around=_TOLD | _HOLE | {"inside"})
    if wanted.text_round_trip:
        fragile = _fragile(ground, kind)
        ways = (_drawn(_LAST, fragile),) if fragile else ()
        yield _fault(table, "text_round_trip", last, *ways, around=_TOLD | _HOLE)


def _of_place(table: Table, wanted: Geometry, ground: Ground, kind: Kind) -> Iterator[Fault]:
    """Shapes outside France, outside the perimeter, there twice."""
    around = _HOLE | _MOVED
    far = 5_000_000 if ground is PLANE else 9_000_000
    yield _fault(table.name, "extent", (_LAST,), _drawn(_LAST, _moved(ground, kind, far)), around=around)
    if wanted.unique:
        yield _fault(table.name, "geometry_unique", (0,), _same_shape, around=around, field=wanted.column)
    if not any(one.name == "inside" for one in table.topology):
        yield _fault(table.name, "inside", (_LAST,), _drawn(_LAST, _moved(ground, kind, 3000)), around=around)


def _between(rule: Topology, table: Table, ground: Ground, kind: Kind) -> Fault:
    from .faults import Fault

    made: dict[str, tuple[tuple[int, ...], int, str]] = {
        "no_overlap": ((0,), 0, box(ground, 0, 0, 110, 100)),
        "no_gap": ((), 1, _holed(ground)),
        "covers": ((), _LAST, box(ground, 100 * _LAST, 0, 100 * ROWS - 5, 100)),
        "inside": ((_LAST,), _LAST, _outside(ground, kind)),
        "on_line": ((_LAST,), _LAST, point(corner(ground, _LAST, 5))),
        "no_dangle": ((1,), 1, line([corner(ground, 1), corner(ground, 2, 5)])),
    }
    rows, at, drawn = made[rule.name]
    around = frozenset({"no_dangle"}) if rule.name == "no_dangle" else frozenset()
    return Fault(rule.name, rule.name, table.name, "", rows, (_drawn(at, drawn),), around=around)


# ------------------------------------------------------------------------------------------------ ways to spoil
def riddled(layer: Layer) -> None:
    """A first shape of more parts, or more holes, than the Géoportail de l'urbanisme reads."""
    spots = [(350_010.0 + 2 * (at % 40), 6_789_010.0 + 2 * (at // 40)) for at in range(1001)]
    if layer.kind == "Polygon":
        rings = [[(x, y), (x, y + 1), (x + 1, y + 1), (x + 1, y)] for x, y in spots]
        layer.shapes[0] = polygon([PLANE.at(0, 0), PLANE.at(100, 0), PLANE.at(100, 100), PLANE.at(0, 100)], *rings)
    elif layer.kind == "Point":
        layer.shapes[0] = f"MULTIPOINT ({', '.join(f'({x!r} {y!r})' for x, y in spots)})"
    else:
        layer.shapes[0] = f"MULTILINESTRING ({', '.join(f'({x!r} {y!r}, {x + 1!r} {y!r})' for x, y in spots)})"
    layer.kind = {"Point": "MultiPoint", "LineString": "MultiLineString"}.get(layer.kind, layer.kind)


def _drawn(row: int, wkt: str | None) -> Callable[[Layer], None]:
    def spoil(layer: Layer) -> None:
        layer.shapes[min(row, len(layer.shapes) - 1)] = wkt

    return spoil


def _no_geometry(layer: Layer) -> None:
    layer.kind, layer.shapes = "None", []


def _in_crs(crs: str) -> Callable[[Layer], None]:
    def spoil(layer: Layer) -> None:
        layer.crs = crs

    return spoil


def _of_kind(ground: Ground, kind: Kind) -> Callable[[Layer], None]:
    other = Kind.LINE if kind is Kind.POINT else Kind.POINT

    def spoil(layer: Layer) -> None:
        layer.kind = "LineString" if other is Kind.LINE else "Point"
        layer.shapes = [shape(ground, other, at) for at in range(len(layer.rows))]

    return spoil


def _parted(kind: Kind) -> Callable[[Layer], None]:
    word = {Kind.POINT: "POINT", Kind.LINE: "LINESTRING"}.get(kind, "POLYGON")

    def spoil(layer: Layer) -> None:
        parts = [(one or "").removeprefix(f"{word} ") for one in layer.shapes[-2:]]
        layer.kind = f"Multi{layer.kind}"
        layer.shapes = [f"MULTI{word} ({(one or '').removeprefix(f'{word} ')})" for one in layer.shapes]
        layer.shapes[-1] = f"MULTI{word} ({', '.join(parts)})"

    return spoil


def _same_shape(layer: Layer) -> None:
    if len(layer.shapes) == 1:
        layer.rows.append(dict(layer.rows[0]))
        layer.shapes.append(layer.shapes[0])
    else:
        layer.shapes[1] = layer.shapes[0]


def _holed(ground: Ground) -> str:
    outer = [ground.at(100, 0), ground.at(200, 0), ground.at(200, 100), ground.at(100, 100)]
    return polygon(outer, [ground.at(140, 40), ground.at(140, 60), ground.at(160, 60), ground.at(160, 40)])


def _outside(ground: Ground, kind: Kind) -> str:
    if kind is Kind.POINT:
        return point(ground.at(350, -80))
    if kind is Kind.LINE:
        return line([ground.at(350, 50), ground.at(350, -80)])
    return box(ground, 100 * _LAST, -80, 100 * ROWS, 100)


def _moved(ground: Ground, kind: Kind, metres: float) -> str:
    from .shapes import Ground

    return shape(Ground(ground.crs, ground.x, ground.y - metres * ground.unit, ground.unit), kind, _LAST)


def _invalid(ground: Ground, kind: Kind) -> str:
    left, right = 100 * _LAST, 100 * ROWS
    if kind is Kind.POLYGON:
        return polygon([ground.at(left, 0), ground.at(right, 100), ground.at(right, 0), ground.at(left, 100)])
    if kind is Kind.LINE:
        return line([corner(ground, _LAST), corner(ground, _LAST)])
    return ""


def _fragile(ground: Ground, kind: Kind) -> str:
    """Valid as it is, not any more with 15 digits: a vertex two units of a double away from a side."""
    left, right = 100 * _LAST, 100 * ROWS
    if kind is Kind.POLYGON:
        x, y = ground.at(left + 50, 0)
        above = math.nextafter(math.nextafter(y, math.inf), math.inf)
        return polygon(
            [ground.at(left, 0), ground.at(right, 0), ground.at(right, 100), (x, above), ground.at(left, 100)]
        )
    if kind is Kind.LINE:
        x, y = corner(ground, _LAST)
        return line([(x, y), (x, math.nextafter(math.nextafter(y, math.inf), math.inf))])
    return ""
