"""Local checks before anything is sent: servers answer 500 without a reason."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
)

from ..i18n import tr
from .plan import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .content import Column, Content, Row, Value
    from .targets.base import Profile

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_KINDS = {Qgis.GeometryType.Point: "point", Qgis.GeometryType.Line: "line", Qgis.GeometryType.Polygon: "polygon"}


def refusals(content: Content, profile: Profile) -> list[Refusal]:
    """The features that the target would not take, each with the first reason."""
    theirs = {column.name: column for column in profile.columns}
    pairs = [(place, theirs.get(column.name)) for place, column in enumerate(content.columns)]
    world = _world(content.crs)
    found = []
    for row in content.rows:
        reason = next(filter(None, _reasons(row, pairs, profile, world)), "")
        if reason:
            found.append(Refusal(row.key, reason))
    return found


def unknown_columns(columns: Sequence[Column], profile: Profile) -> tuple[str, ...]:
    """The columns of the layer that the target doesn't have: some servers drop them without a word."""
    known = {column.name for column in profile.columns}
    return tuple(column.name for column in columns if column.name not in known) if known else ()


def as_there(columns: Sequence[Column], profile: Profile) -> tuple[Column, ...]:
    """The columns of the layer, those of text with the type that the target has: “1” is the number 1 there."""
    types = {column.name: column.type for column in profile.columns}
    return tuple(
        replace(column, type=types.get(column.name, "text")) if column.type == "text" else column for column in columns
    )


def _world(crs: QgsCoordinateReferenceSystem) -> QgsRectangle:
    """Where a CRS is of use, in its own units, a fifth larger; an empty rectangle where that is not known."""
    degrees = crs.bounds()
    if degrees.isEmpty():
        return QgsRectangle()
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), crs, QgsProject.instance().transformContext()
    )
    transform.setBallparkTransformsAreAppropriate(True)
    try:
        world = transform.transformBoundingBox(degrees)
    except QgsCsException:
        return QgsRectangle()
    world.grow(max(world.width(), world.height()) / 5)
    return world


def _reasons(
    row: Row, pairs: Sequence[tuple[int, Column | None]], profile: Profile, world: QgsRectangle
) -> Iterable[str]:
    for place, column in pairs:
        if column is not None:
            yield _of_value(row.values[place], column)
    yield _of_shape(row.shape, profile, world)


def _of_value(value: Value, column: Column) -> str:
    if value is None:
        return tr("{field}: a value is required.").format(field=column.name) if column.required else ""
    if column.type in ("integer", "number") and not _is_number(value, whole=column.type == "integer"):
        return tr("{field}: “{value}” is not a number that the platform takes.").format(field=column.name, value=value)
    if column.type == "text" and column.length and len(str(value)) > column.length:
        return tr("{field}: {found} characters, {most} at most.").format(
            field=column.name, found=len(str(value)), most=column.length
        )
    if isinstance(value, str) and _CONTROL.search(value):
        return tr("{field}: a control character.").format(field=column.name)
    return ""


def _is_number(value: Value, *, whole: bool) -> bool:
    try:
        number = float(str(value))
    except ValueError:
        return False
    return not whole or number.is_integer()


def _of_shape(wkb: bytes, profile: Profile, world: QgsRectangle) -> str:
    if not wkb:
        return tr("no shape, and the platform wants one.") if profile.shape_required else ""
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    kind = _KINDS.get(geometry.type(), "")
    if profile.kind and kind != profile.kind:
        return tr("its shape is not of the kind that the platform holds.")
    if not geometry.isGeosValid():
        return tr("its shape is not valid: repair it first.")
    box = geometry.boundingBox()
    if profile.geographic and (abs(box.xMinimum()) > 180 or abs(box.yMaximum()) > 90):
        return tr("its shape lies outside the world.")
    if not world.isEmpty() and not world.intersects(box):
        return tr("its shape lies where its CRS is of no use: the layer may have been given the wrong CRS.")
    return ""
