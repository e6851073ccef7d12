"""The rows of a layer as the standard writes them: its columns, in its order, what is too long refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsGeometry,
)

from ...errors import StandardError
from ...i18n import tr
from ..engine.columns import match
from ..model import FieldType, Kind, Presence
from ..template.columns import asked, width
from ..template.places import DEGREES, METRES, Place, place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qgis.core import QgsFeedback

    from ..engine.subject import Subject
    from ..model import Field, Table

_TOLD = 5  # values named in a refusal
_DAY = "[0-9]{8}"


@dataclass
class Rows:
    """A table ready to be written."""

    table: Table
    layer: str
    fields: tuple[Field, ...]
    crs: str  # of the shapes, "" where there are none
    missing: tuple[str, ...]  # fields without a column
    left_out: tuple[str, ...]  # columns that the standard doesn't know
    values: list[tuple[str | None, ...]] = field(default_factory=list)
    shapes: list[QgsGeometry | None] = field(default_factory=list)
    filled: tuple[str, ...] = ()  # coordinates written from the shapes


def read_rows(
    subject: Subject, table: Table, crs: str, feedback: QgsFeedback, *, all_columns: bool, text: bool
) -> Rows:
    """Reads a layer. `crs`: that of delivery, "" to keep the layer's; `text`: written in a text file (CSV, GeoJSON).

    `all_columns`: those that the standard merely tolerates are made too. Raises StandardError (values that are too
    long), SourceError, Cancelled.
    """
    matching = match(table, subject.names, subject.keys)
    wanted = [one for one in asked(table) if all_columns or one.name in matching.found or _made(one)]
    wanted += [one for one in table.fields if not one.asked and one.name in matching.found]
    there = [one for one in wanted if one.name in matching.found]
    columns = [matching.found[one.name] for one in there]
    writers = {one.name: _writer(one, subject.type_of(matching.found[one.name]), text) for one in there}
    rows = Rows(
        table,
        subject.name,
        tuple(wanted),
        "",
        tuple(one.name for one in asked(table) if one.name not in matching.found),
        matching.unknown,
    )
    shapes, rows.crs = _shapes(subject, crs, feedback)
    from_shape = _from_shapes(rows.fields, table, subject, feedback)
    for key, values in subject.rows(columns, feedback):
        known = {one.name: writers[one.name](value) for one, value in zip(there, values, strict=True)}
        for name, read in from_shape.items():
            known[name] = known.get(name) or read(key)
        rows.values.append(tuple(known.get(one.name) for one in wanted))
        rows.shapes.append(shapes.get(key))
    rows.filled = tuple(name for name in from_shape if name in rows.missing)
    rows.missing = tuple(name for name in rows.missing if name not in rows.filled)
    _refuse_long(rows)
    return rows


def _made(one: Field) -> bool:
    """Whether a column is made where the layer has none: the standard wants it, even empty."""
    return one.presence is Presence.MANDATORY


# -------------------------------------------------------------------------------------------------------- values
def _writer(one: Field, stored: FieldType, text: bool) -> Callable[[str | None], str | None]:
    """How a value is written: dates and booleans in the words of the standard."""
    if stored in (FieldType.DATE, FieldType.DATETIME):
        form = "%Y%m%d" if one.pattern == _DAY else one.formats[0] if one.formats and text else ""
        if form and form != "any":
            return lambda value: _dated(value, form)
    if one.type is FieldType.BOOLEAN and stored is FieldType.BOOLEAN and text:
        true = one.true_values[0] if one.true_values else "true"
        false = one.false_values[0] if one.false_values else "false"
        return lambda value: None if value is None else (true if value == "1" else false)
    return lambda value: value


def _dated(value: str | None, form: str) -> str | None:
    if value is None:
        return None
    try:
        return datetime.fromisoformat(value).strftime(form)
    except ValueError:
        return value


def _refuse_long(rows: Rows) -> None:
    """A value that the standard has no room for would be cut: it is refused, and named."""
    told: list[str] = []
    for at, one in enumerate(rows.fields):
        room = width(one) if one.type is not FieldType.NUMBER else 0
        if room:
            told += [
                f"{rows.layer}, {one.name} ({room}) : {values[at]}"
                for values in rows.values
                if values[at] is not None and len(values[at] or "") > room
            ]
    if told:
        shown = " ; ".join(told[:_TOLD]) + (" ; …" if len(told) > _TOLD else "")
        words = tr("{count} values are longer than the standard allows: they would be cut. {values}.")
        if len(told) == 1:
            words = tr("A value is longer than the standard allows: it would be cut. {values}.")
        raise StandardError(
            words.format(count=len(told), values=shown),
            hint=tr("Shorten them in the layer, then deliver again: nothing was written."),
        )


# -------------------------------------------------------------------------------------------------------- shapes
def _shapes(subject: Subject, crs: str, feedback: QgsFeedback) -> tuple[dict[int, QgsGeometry], str]:
    if subject.kind is None:
        return {}, ""
    turn = _transform(subject.crs, crs) if crs and subject.crs and crs != subject.crs else None
    made: dict[int, QgsGeometry] = {}
    for key, shape in _geometries(subject, feedback):
        if turn is not None:
            shape.transform(turn)
        made[key] = shape
    return made, crs if turn is not None else subject.crs


def _geometries(subject: Subject, feedback: QgsFeedback) -> Iterator[tuple[int, QgsGeometry]]:
    for keys, wkbs in subject.geometries(feedback):
        for key, wkb in zip(keys, wkbs, strict=True):
            if wkb is not None:
                shape = QgsGeometry()
                shape.fromWkb(wkb)
                yield key, shape


def _transform(source: str, target: str) -> QgsCoordinateTransform:
    systems = (QgsCoordinateReferenceSystem(source), QgsCoordinateReferenceSystem(target))
    return QgsCoordinateTransform(*systems, QgsCoordinateTransformContext())


def _from_shapes(
    fields: tuple[Field, ...], table: Table, subject: Subject, feedback: QgsFeedback
) -> dict[str, Callable[[int], str | None]]:
    """The columns of coordinates, and how each is read from the point of a feature."""
    if subject.kind is not Kind.POINT or not subject.crs:
        return {}
    columns = {one.name: place for one in fields if (place := place_of(one, table)) is not None}
    if not columns:
        return {}
    texts: dict[int, dict[Place, str]] = {}
    turn = _transform(subject.crs, "EPSG:4326")
    for key, shape in _geometries(subject, feedback):
        if not shape.isEmpty():
            point = shape.centroid()
            here = point.asPoint()
            point.transform(turn)
            texts[key] = _texts(here.x(), here.y(), point.asPoint().x(), point.asPoint().y())

    def reader(place: Place) -> Callable[[int], str | None]:
        return lambda key: texts.get(key, {}).get(place)

    return {name: reader(place) for name, place in columns.items()}


def _texts(x: float, y: float, longitude: float, latitude: float) -> dict[Place, str]:
    east, north = f"{longitude:.{DEGREES}f}", f"{latitude:.{DEGREES}f}"
    return {
        Place.LONGITUDE: east,
        Place.LATITUDE: north,
        Place.X: f"{x:.{METRES}f}",
        Place.Y: f"{y:.{METRES}f}",
        Place.PAIR: f"{east},{north}",
        Place.ARRAY: f"[{east},{north}]",
    }
