"""What is published: rows known by a stable key, from a layer or from a target, and what makes two of them equal."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsGeometry, QgsProject
from qgis.PyQt.QtCore import QDate, QDateTime, QMetaType, Qt, QTime

from ..errors import SourceError
from ..i18n import tr
from ..sources.base import stop_if_cancelled
from .shapes import same_shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.core import QgsFeature, QgsFeedback, QgsVectorLayer

Value = str | int | float | bool | None
DIGITS = 12  # significant ones of a number: what every server gives back
_INTEGERS = (QMetaType.Type.Int, QMetaType.Type.LongLong, QMetaType.Type.UInt, QMetaType.Type.ULongLong)
_TYPES = {
    **dict.fromkeys(_INTEGERS, "integer"),
    QMetaType.Type.Double: "number",
    QMetaType.Type.Bool: "boolean",
    QMetaType.Type.QDate: "date",
    QMetaType.Type.QTime: "time",
    QMetaType.Type.QDateTime: "datetime",
}


_ROW_NUMBERS = frozenset({"fid", "ogc_fid", "ogr_fid"})  # as OGR calls them: another copy has others
_OF_A_CLIP = frozenset({"dt_cut"})


@dataclass(frozen=True)
class Column:
    """A column: text, integer, number, boolean, date, time or datetime; `length` in characters, 0 where unlimited."""

    name: str
    type: str = "text"
    length: int = 0
    required: bool = False


@dataclass(frozen=True)
class Row:
    """One feature: its stable key, its values in the order of the columns, its shape as WKB ("": none).

    `others`, `id`: of what a target holds, the columns that are not published and what names it there: kept, so that
    nothing is lost where a feature has to be created again.
    """

    key: str
    values: tuple[Value, ...]
    shape: bytes = b""
    others: tuple[tuple[str, Value], ...] = ()
    id: str = ""


@dataclass(frozen=True)
class Remote:
    """A row as the target holds it, and what names it there (`id`), and its version where it gives one (`tag`)."""

    row: Row
    id: str
    tag: str = ""


@dataclass(frozen=True)
class Content:
    """The rows of a layer, in one CRS."""

    columns: tuple[Column, ...]
    key: str
    crs: QgsCoordinateReferenceSystem
    rows: tuple[Row, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names."""
        return tuple(column.name for column in self.columns)


def read_layer(
    layer: QgsVectorLayer, key: str, columns: Sequence[str], crs: QgsCoordinateReferenceSystem, feedback: QgsFeedback
) -> Content:
    """The features of a layer (edits included), its shapes in `crs`; `columns`: those to publish, the key among them.

    Raises SourceError: no CRS, an unknown field, a key that is empty or there twice, a shape that can't be reprojected.
    """
    described = columns_of(layer, key, columns)
    fields = layer.fields()
    at = fields.lookupField(key)
    places = [fields.lookupField(name) for name in columns]
    transform = QgsCoordinateTransform(layer.crs(), crs, QgsProject.instance().transformContext())
    rows = []
    for feature in layer.getFeatures():
        stop_if_cancelled(feedback)
        values = tuple(plain(feature.attribute(place)) for place in places)
        rows.append(Row(text_of(plain(feature.attribute(at))), values, _shape(feature, transform)))
    refuse_keys(rows, key)
    return Content(described, key, crs, tuple(rows))


def columns_of(layer: QgsVectorLayer, key: str, columns: Sequence[str]) -> tuple[Column, ...]:
    """The columns of a layer. SourceError: no CRS, no such field as the key."""
    fields = layer.fields()
    if fields.lookupField(key) < 0:
        raise SourceError(
            tr("The layer has no field “{field}”.").format(field=key),
            hint=tr("Choose the field that identifies a feature for good: {names}.").format(
                names=", ".join(fields.names())
            ),
        )
    if layer.isSpatial() and not layer.crs().isValid():
        raise SourceError(
            tr("The layer has no coordinate reference system."), hint=tr("Give it one (“Layer CRS”), then try again.")
        )
    gone = [name for name in columns if fields.lookupField(name) < 0]
    if gone:
        raise SourceError(
            tr("The layer no longer has the fields to publish: {names}.").format(names=", ".join(gone)),
            hint=tr("Choose among: {names}.").format(names=", ".join(fields.names())),
        )
    return tuple(_column(fields, fields.lookupField(name)) for name in columns)


def usual_fields(layer: QgsVectorLayer, key: str) -> tuple[str, ...]:
    """The fields that are published where none were chosen: neither the number of the row nor what a clip wrote."""
    rows = {layer.fields().at(place).name() for place in layer.primaryKeyAttributes()} & _ROW_NUMBERS
    return tuple(name for name in layer.fields().names() if name == key or name not in rows | _OF_A_CLIP)


def _column(fields: Any, place: int) -> Column:
    field = fields.at(place)
    type_ = _TYPES.get(QMetaType.Type(field.type()), "text")
    return Column(field.name(), type_, field.length() if type_ == "text" and field.length() > 0 else 0)


def _shape(feature: QgsFeature, transform: QgsCoordinateTransform) -> bytes:
    geometry = QgsGeometry(feature.geometry())
    if geometry.isNull() or geometry.isEmpty():
        return b""
    if geometry.transform(transform) != Qgis.GeometryOperationResult.Success:
        raise SourceError(
            tr("The shape of feature {id} can't be brought to the CRS of the platform.").format(id=feature.id()),
            hint=tr("Check the CRS of the layer, and that this shape lies where it should."),
        )
    return bytes(geometry.asWkb().data())


def refuse_keys(rows: Sequence[Row], key: str) -> None:
    """SourceError: a row without key, or two with the same one."""
    seen: set[str] = set()
    twice: list[str] = []
    for row in rows:
        if row.key in seen:
            twice.append(row.key)
        seen.add(row.key)
    if "" in seen:
        raise SourceError(
            tr("The field “{field}” is empty for some features.").format(field=key),
            hint=tr("Fill it: a feature without identifier can't be published again without a duplicate."),
        )
    if twice:
        raise SourceError(
            tr("The field “{field}” has the same value several times: {values}.").format(
                field=key, values=", ".join(sorted(set(twice))[:5])
            ),
            hint=tr("Choose a field whose values are unique, or mend them."),
        )


def plain(value: Any) -> Value:
    """A value of QGIS as text, number, boolean or None; dates in ISO form, moments in UTC."""
    if value is None or (hasattr(value, "isNull") and value.isNull()):
        return None
    if isinstance(value, QDateTime):
        return _moment(value)
    if isinstance(value, (QDate, QTime)):
        return str(value.toString(Qt.DateFormat.ISODate))
    if isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, float):
        return None if math.isnan(value) else value
    return str(value)


def _moment(value: QDateTime) -> str:
    text = str(value.toUTC().toString(Qt.DateFormat.ISODateWithMs))
    return text.replace(".000", "")


def text_of(value: Value) -> str:
    """A key as text: 12, 12.0 and “12” are the same one."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()


# ---------------------------------------------------------------- equality
def differences(
    ours: Row, theirs: Row, columns: Sequence[Column], precision: float, *, shapes: bool = True
) -> tuple[str, ...]:
    """The columns that differ ("" stands for the shape). `precision`: how far a vertex may be, in units of the CRS."""
    found = [
        column.name
        for column, own, other in zip(columns, ours.values, theirs.values, strict=True)
        if not (own == other and type(own) is type(other))
        and canonical(own, column.type) != canonical(other, column.type)
    ]
    if shapes and not same_shape(ours.shape, theirs.shape, precision):
        found.append("")
    return tuple(found)


def canonical(value: Value, type_: str) -> Value:  # noqa: PLR0911 (one per type)
    """A value in the one form in which two of them can be compared."""
    if value is None or value == "":
        return None
    if type_ in ("integer", "number") and not isinstance(value, str):
        return float(f"{float(value):.{DIGITS}g}")
    if type_ in ("integer", "number"):
        return _number(str(value))
    if type_ == "boolean":
        return str(value).lower() in ("1", "true", "t")
    if type_ == "datetime":
        return _instant(str(value))
    if type_ == "date":
        return str(value)[:10]
    return str(value)


def _number(text: str) -> Value:
    try:
        return float(f"{float(text):.{DIGITS}g}")
    except ValueError:
        return text


def _instant(text: str) -> Value:
    """A moment, in seconds since 1970: a text without zone is in UTC."""
    try:
        moment = datetime.fromisoformat(text.strip().replace("Z", "+00:00").replace(" ", "T", 1))
    except ValueError:
        return text
    return round((moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)).timestamp(), 3)
