"""A table of Grist: rows in batches, their shape in columns (longitude and latitude, or a text in WKT).

Contract: Grist's own source (grist-core, DocApi.ts and usertypes.py, 2026-08); never tried against the real service. A
table comes whole: there is no paging, so what is there is always read whole. A batch is done entirely or not at all. A
value that does not suit the type of its column is kept as a text, or turned into another one, with a 200: it is read
back. Dates are seconds since 1970; an empty reference is 0; an empty Bool becomes false.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from datetime import datetime, timezone
from itertools import groupby
from typing import TYPE_CHECKING, Any

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry

from ...errors import ServerError
from ...i18n import tr
from ...network import endpoint
from ...sources.base import stop_if_cancelled
from ...sources.grist import GristTable, in_batches, is_moment
from ..content import Column, Remote, Row, Value, plain, text_of
from .base import NOT_THE_SERVER, Outcome, Profile, TargetError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from qgis.core import QgsFeedback

    from ...sources.grist import GristColumn
    from .base import Dataset

BATCH = 500
PRECISION = 2e-9  # degrees: numbers come back as they were, a WKT has nine decimals
DECIMALS = 9
_TYPES = {"Numeric": "number", "Int": "integer", "Bool": "boolean", "Date": "date", "DateTime": "datetime",
          "Ref": "integer"}  # fmt: skip
_LISTS = frozenset({"ChoiceList", "RefList", "Attachments"})
_READERS = frozenset({"viewers", "guests"})
_LONGITUDE, _LATITUDE = frozenset({"lon", "long", "lng", "longitude"}), frozenset({"lat", "latitude"})
_WKT = frozenset({"wkt", "geometry", "geom", "geometrie", "the_geom"})
_DAY = 86_400  # seconds


@dataclass(frozen=True)
class _Places:
    """The columns that hold shapes, in longitude and latitude (WGS 84): two of numbers, or one of text."""

    longitude: str = ""
    latitude: str = ""
    wkt: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(filter(None, (self.longitude, self.latitude, self.wkt)))


class Grist:
    """A table of a document, `document/Table`. `columns`: those that are published, the key among them."""

    def __init__(self, dataset: Dataset) -> None:
        self._table = GristTable.named(dataset.collection, dataset.authcfg, api_of(dataset.address))
        self._key, self._columns, self._crs = dataset.key, dataset.columns, dataset.crs
        self._there: dict[str, GristColumn] = {}
        self._places = _Places()

    # ------------------------------------------------------------------------------------------------ reading
    def probe(self, feedback: QgsFeedback) -> Profile:
        """The columns, those of the shapes, and whether the account may write.

        TargetError: it may only read, no such key, shapes and no column for them.
        """
        if self._table.access(feedback) in _READERS:
            raise TargetError(
                tr("This account can only read the document of Grist."),
                hint=tr("Choose the authentication configuration that holds a key, or ask to be an editor of it."),
            )
        self._there = {column.name: column for column in self._table.described(feedback)}
        self._places = _places(tuple(self._there.values())) if self._crs.isValid() else _Places()
        if self._crs.isValid() and not self._places.names:
            raise TargetError(
                tr("The table of Grist has no columns for the shapes of the layer."),
                hint=tr("Add two of type Numeric, lon and lat (points), or one of type Text, wkt (any shape)."),
            )
        columns = tuple(_described(column) for column in self._there.values() if self._is_written(column))
        if all(column.name != self._key for column in columns):
            raise TargetError(
                tr("The table of Grist has no column {names}.").format(names=self._key),
                hint=tr("Its columns: {list}. Rename the fields of the layer, or add the columns in Grist.").format(
                    list=", ".join(column.name for column in columns)
                ),
            )
        only_points = bool(self._places.longitude)
        crs = QgsCoordinateReferenceSystem("EPSG:4326") if self._crs.isValid() else self._crs
        return Profile(
            columns, crs, PRECISION, "point" if only_points else "", batch=BATCH, few=0, notes=tuple(self._notes()),
            links=((tr("Document"), f"{self._table.api.removesuffix('/api')}/doc/{self._table.document}"),),
            altitudes=not only_points,
        )  # fmt: skip

    def _is_written(self, column: GristColumn) -> bool:
        return not column.computed and _kind(column) not in _LISTS and column.name not in self._places.names

    def _notes(self) -> Iterator[str]:
        yield tr("Grist: written from its source, not tried on a real Grist yet. Check the result there.")
        if self._places.names:
            yield tr("Shapes go to these columns, in longitude and latitude: {names}.").format(
                names=", ".join(self._places.names)
            )
        if self._places.longitude:
            yield tr("They hold points, without altitude; for other shapes, add a column wkt of type Text in Grist.")
        left = [column.name for column in self._there.values() if column.computed or _kind(column) in _LISTS]
        if left:
            yield tr("Nothing is written to these columns of Grist (formulas, lists): {names}.").format(
                names=", ".join(left)
            )

    def read(self, feedback: QgsFeedback) -> Iterator[Remote]:
        """The table, whole. TargetError: shapes that are not in degrees."""
        for number, values in self._table.records(feedback):
            stop_if_cancelled(feedback)
            yield Remote(self._row(values), str(number))

    def count(self, feedback: QgsFeedback) -> int:
        """The rows that come, counted."""
        return len(self._table.records(feedback))

    def read_some(self, keys: Sequence[str], ids: Sequence[str], feedback: QgsFeedback) -> list[Remote]:
        """Those of these keys, out of the whole table."""
        wanted = set(keys)
        return [remote for remote in self.read(feedback) if remote.row.key in wanted]

    def _row(self, values: Mapping[str, Any]) -> Row:
        told = {name: _read(value, self._kind_of(name)) for name, value in values.items()}
        published = {column.name for column in self._columns} | set(self._places.names)
        others = tuple((name, value) for name, value in told.items() if name not in published)
        own = tuple(told.get(column.name) for column in self._columns)
        return Row(text_of(told.get(self._key)), own, self._shape(values), others)

    def _kind_of(self, name: str) -> str:
        return self._there[name].type if name in self._there else ""

    def _shape(self, values: Mapping[str, Any]) -> bytes:
        if self._places.wkt:
            return _of_wkt(str(values.get(self._places.wkt) or ""), self._places.wkt)
        x, y = values.get(self._places.longitude), values.get(self._places.latitude)
        if not isinstance(x, (int, float)) or not isinstance(y, (int, float)):
            return b""
        return struct.pack("<BIdd", 1, 1, x, y)

    # ------------------------------------------------------------------------------------------------ writing
    def create(self, rows: Sequence[Row], feedback: QgsFeedback) -> list[Outcome]:
        """Those with the same columns together; a row that comes back has another number."""
        outcomes = []
        ready = [(row.key, self._fields(row) | self._others(row)) for row in rows if not self._refused(row)]
        for _, same in groupby(ready, lambda one: tuple(one[1])):
            outcomes += self._sent(
                list(same), lambda some: self._table.add([fields for _, fields in some], feedback), feedback
            )
        return [*outcomes, *self._refusals(rows)]

    def replace(self, pairs: Sequence[tuple[Remote, Row]], feedback: QgsFeedback) -> list[Outcome]:
        """Every published column of these rows, and the other ones as they are."""
        numbers = {row.key: int(there.id) for there, row in pairs}
        ready = [(row.key, self._fields(row)) for _, row in pairs if not self._refused(row)]

        def change(some: Sequence[tuple[str, Any]]) -> list[int]:
            self._table.change([(numbers[key], fields) for key, fields in some], feedback)
            return [numbers[key] for key, _ in some]

        return [*self._sent(ready, change, feedback), *self._refusals([row for _, row in pairs])]

    def delete(self, gone: Sequence[Remote], feedback: QgsFeedback) -> list[Outcome]:
        """By their numbers."""

        def remove(some: Sequence[tuple[str, Any]]) -> list[int]:
            self._table.remove([number for _, number in some], feedback)
            return [number for _, number in some]

        return self._sent([(remote.row.key, int(remote.id)) for remote in gone], remove, feedback)

    def _sent(
        self, items: Sequence[tuple[str, Any]], send: Callable[[Sequence[tuple[str, Any]]], list[int]],
        feedback: QgsFeedback,
    ) -> list[Outcome]:  # fmt: skip
        """Batch by batch; by halves where one is refused (nothing of it is done), so that only what is wrong stays."""
        outcomes: list[Outcome] = []
        for batch in in_batches(items):
            stop_if_cancelled(feedback)
            try:
                numbers = send(batch)
            except ServerError as error:
                if not 400 <= error.status < 500 or error.status in NOT_THE_SERVER:
                    raise
                if len(batch) == 1:
                    outcomes.append(Outcome(batch[0][0], error=f"{error.message} {error.detail}".strip()))
                    continue
                half = len(batch) // 2
                outcomes += self._sent(batch[:half], send, feedback) + self._sent(batch[half:], send, feedback)
                continue
            told = numbers if len(numbers) == len(batch) else [0] * len(batch)
            outcomes += [
                Outcome(key, str(number) if number else "") for (key, _), number in zip(batch, told, strict=True)
            ]
        return outcomes

    def _fields(self, row: Row) -> dict[str, Any]:
        """What Grist is sent: every published column, and those of the shape."""
        fields = {
            column.name: _written(value, self._kind_of(column.name))
            for column, value in zip(self._columns, row.values, strict=True)
        }
        if self._places.wkt:
            return fields | {self._places.wkt: _geometry(row.shape).asWkt(DECIMALS) if row.shape else None}
        if self._places.longitude:
            point = _geometry(row.shape).asPoint() if row.shape else None
            x, y = (point.x(), point.y()) if point is not None else (None, None)
            return fields | {self._places.longitude: x, self._places.latitude: y}
        return fields

    def _others(self, row: Row) -> dict[str, Any]:
        """The columns that are not published, of a row that comes back: those that can be written."""
        return {
            name: _written(value, self._kind_of(name))
            for name, value in row.others
            if name in self._there and not self._there[name].computed
        }

    def _refused(self, row: Row) -> bool:
        return bool(self._places.longitude and row.shape and _geometry(row.shape).isMultipart())

    def _refusals(self, rows: Sequence[Row]) -> list[Outcome]:
        words = tr("several points in one feature: longitude and latitude hold only one.")
        return [Outcome(row.key, error=words) for row in rows if self._refused(row)]


def api_of(address: str) -> str:
    """The API of a Grist, from its address or that of a page of it (`https://…/o/docs/…`); any word: the usual one."""
    if not address.strip().lower().startswith(("http://", "https://")):
        address = endpoint("grist")
    root = address.strip().partition("?")[0].rstrip("/")
    for page in ("/o/", "/doc/"):
        root = root.partition(page)[0]
    return root if root.endswith("/api") else f"{root}/api"


def _places(columns: Sequence[GristColumn]) -> _Places:
    """Where shapes go: in WKT where there is a column for it, which holds any of them."""
    free = [column for column in columns if not column.computed]

    def named(names: frozenset[str], type_: str) -> str:
        return next((one.name for one in free if one.name.lower() in names and _kind(one) == type_), "")

    wkt = named(_WKT, "Text")
    longitude, latitude = named(_LONGITUDE, "Numeric"), named(_LATITUDE, "Numeric")
    if wkt:
        return _Places(wkt=wkt)
    return _Places(longitude, latitude) if longitude and latitude else _Places()


def _kind(column: GristColumn) -> str:
    return column.type.partition(":")[0]


def _described(column: GristColumn) -> Column:
    return Column(column.name, _TYPES.get(_kind(column), "text"))


def _read(value: Any, kind: str) -> Value:
    """A value of Grist as it is compared: dates in ISO form, lists as JSON."""
    if is_moment(kind) and isinstance(value, (int, float)) and not isinstance(value, bool):
        moment = datetime.fromtimestamp(value, timezone.utc)
        return moment.date().isoformat() if kind == "Date" and value % _DAY == 0 else moment.isoformat()
    if kind.startswith("Ref:") and value == 0:
        return None
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (list, dict)) else plain(value)


def _written(value: Value, kind: str) -> Any:
    """A value as Grist takes it; a text that is no date is sent as it is."""
    if value is None or value == "":
        return None
    if kind.partition(":")[0] in _LISTS:
        return json.loads(str(value))
    if not is_moment(kind):
        return value
    try:
        moment = datetime.fromisoformat(str(value).strip().replace("Z", "+00:00").replace(" ", "T", 1))
    except ValueError:
        return value
    seconds = (moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)).timestamp()
    return int(seconds) if seconds.is_integer() else seconds


def _geometry(wkb: bytes) -> QgsGeometry:
    """A shape, simple where it has one part only."""
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    if geometry.isMultipart() and geometry.constGet().partCount() == 1:
        geometry.convertToSingleType()
    return geometry


def _of_wkt(text: str, column: str) -> bytes:
    """A shape; none for a text that is no WKT."""
    geometry = QgsGeometry.fromWkt(text)
    if geometry.isNull() or geometry.isEmpty():
        return b""
    box = geometry.boundingBox()
    if max(abs(box.xMinimum()), abs(box.xMaximum())) > 180 or max(abs(box.yMinimum()), abs(box.yMaximum())) > 90:
        raise TargetError(
            tr("The column “{column}” of the table holds shapes that are not in degrees.").format(column=column),
            hint=tr("Shapes of Grist are written in longitude and latitude (WGS 84): bring those of the table to it."),
        )
    return bytes(geometry.asWkb().data())
