"""What is checked: a layer (its edits included) or a file, read the quickest way that gives the same values.

The snapshot is taken when the subject is made, in the thread of the layer: it may then be read in another thread, and
the layer may be removed in the meantime.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsFeatureRequest,
    QgsFields,
    QgsVariantUtils,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QMetaType, Qt, QTime

from ...errors import SourceError
from ...geopackage import connect, damaged, read_table, sql, wkb_offset
from ...i18n import tr
from ...paths import place_of
from ...sources.base import stop_if_cancelled
from ..model import FieldType, Kind
from .reference_system import code_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qgis.core import QgsFeedback

_CHUNK = 5000  # rows between two looks at the feedback
_SIMPLE = (str, int, float, bool, type(None))
_COUNTED = ("ogr", "memory", "delimitedtext", "spatialite")  # providers that know how many features they have
_TYPES = {
    QMetaType.Type.Bool: FieldType.BOOLEAN,
    QMetaType.Type.Int: FieldType.INTEGER,
    QMetaType.Type.UInt: FieldType.INTEGER,
    QMetaType.Type.LongLong: FieldType.INTEGER,
    QMetaType.Type.ULongLong: FieldType.INTEGER,
    QMetaType.Type.Double: FieldType.NUMBER,
    QMetaType.Type.QString: FieldType.TEXT,
    QMetaType.Type.QDate: FieldType.DATE,
    QMetaType.Type.QDateTime: FieldType.DATETIME,
    QMetaType.Type.QTime: FieldType.TIME,
    QMetaType.Type.QVariantMap: FieldType.OBJECT,
    QMetaType.Type.QStringList: FieldType.LIST,
    QMetaType.Type.QVariantList: FieldType.LIST,
}
_BY_SQL = (FieldType.BOOLEAN, FieldType.INTEGER, FieldType.NUMBER, FieldType.TEXT, FieldType.DATE)
_KINDS = {
    Qgis.GeometryType.Point: Kind.POINT,
    Qgis.GeometryType.Line: Kind.LINE,
    Qgis.GeometryType.Polygon: Kind.POLYGON,
    Qgis.GeometryType.Unknown: Kind.ANY,
}


@dataclass(frozen=True)
class Column:
    """A column of what is checked."""

    name: str
    type: FieldType


@dataclass(frozen=True)
class _Stored:
    """The table of a GeoPackage that holds exactly the rows of the subject."""

    path: Path
    name: str
    key: str
    geometry: str


@dataclass
class Subject:
    """What is checked."""

    name: str  # of the layer or file, as the user knows it
    columns: tuple[Column, ...]
    kind: Kind | None  # None: no geometry
    crs: str  # "EPSG:2154"; "" where it has none
    table: str  # name of the table in the standard, where the caller knows it
    count: int | None  # features; None: unknown before reading
    keys: tuple[str, ...]  # columns that are identifiers of the storage (fid), not of the data
    path: Path | None  # of the file, where there is one
    _source: QgsVectorLayerFeatureSource = field(repr=False)
    _fields: QgsFields = field(repr=False)
    _stored: _Stored | None = field(default=None, repr=False)
    wkb_type: Qgis.WkbType = Qgis.WkbType.Unknown  # of its shapes, as the layer says it

    @classmethod
    def of_layer(cls, layer: QgsVectorLayer, table: str = "") -> Subject:
        """A layer as it is now, edits and filter included. In the thread of the layer. Raises SourceError."""
        if not layer.isValid():
            raise SourceError(
                tr("The layer “{name}” can't be read.").format(name=layer.name()),
                detail=layer.error().message(),
                hint=tr("Check that its file or service still exists, then try again."),
            )
        fields = layer.fields()
        kind = None if layer.geometryType() == Qgis.GeometryType.Null else _KINDS[layer.geometryType()]
        stored = _stored(layer)
        keys = [fields[at].name() for at in layer.primaryKeyAttributes() if layer.providerType() == "ogr"]
        counted = layer.providerType() in _COUNTED
        return cls(
            layer.name(),
            _columns(fields),
            kind,
            code_of(layer.crs()),
            table,
            layer.featureCount() if counted and layer.featureCount() >= 0 else None,
            tuple(keys),
            place_of(layer.source()) if layer.providerType() == "ogr" else None,
            QgsVectorLayerFeatureSource(layer),
            QgsFields(fields),
            stored,
            layer.wkbType(),
        )

    @classmethod
    def of_file(cls, path: Path, layername: str = "", table: str = "") -> Subject:
        """A file that GDAL reads; `layername` tells which of its layers. Raises SourceError where it can't be read."""
        uri = f"{path}|layername={layername}" if layername else str(path)
        options = QgsVectorLayer.LayerOptions(False)
        layer = QgsVectorLayer(uri, layername or Path(path).stem, "ogr", options)
        if not layer.isValid():
            raise SourceError(
                tr("“{name}” can't be read.").format(name=Path(path).name),
                detail=f"{uri}: {layer.error().message()}",
                hint=tr("Check that the file is whole, that it is a layer, and that you may read it."),
            )
        return cls.of_layer(layer, table)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    @property
    def is_sql(self) -> bool:
        """Whether its rows are read straight from a GeoPackage: no edits, no filter, no join."""
        return self._stored is not None

    def type_of(self, name: str) -> FieldType:
        """The type of a column."""
        return next(column.type for column in self.columns if column.name == name)

    def generic(self) -> Subject:
        """The same, read through QGIS whatever it is."""
        return Subject(**{**self.__dict__, "_stored": None})

    @property
    def fields(self) -> QgsFields:
        """The columns, as QGIS knows them."""
        return self._fields

    @property
    def source(self) -> QgsVectorLayerFeatureSource:
        """The features, as they were when the subject was made."""
        return self._source

    def read_from(self, source: Any, fields: QgsFields) -> Subject:
        """The same subject whose features come from `source` (it has getFeatures), with these columns."""
        return Subject(
            **{**self.__dict__, "columns": _columns(fields), "_source": source, "_fields": fields, "_stored": None}
        )

    # --------------------------------------------------------------------------------------------------- rows
    def rows(self, fields: Sequence[str], feedback: QgsFeedback) -> Iterator[tuple[int, tuple[str | None, ...]]]:
        """The identifier of each feature and its values in these columns, as text (None: empty)."""
        for ids, columns in self.chunks(fields, feedback):
            for at, key in enumerate(ids):
                yield key, tuple(as_text(column[at]) for column in columns)

    def chunks(
        self, names: Sequence[str], feedback: QgsFeedback
    ) -> Iterator[tuple[Sequence[int], list[Sequence[Any]]]]:
        """The identifiers and, per column, the values, some thousands at a time; they can be told apart (hashed).

        Raises SourceError where the data break off, Cancelled.
        """
        if self._stored is not None and all(self.type_of(name) in _BY_SQL for name in names):
            statement = sql("SELECT {names} FROM {table}", names=[self._stored.key, *names], table=self._stored.name)
            for rows in self._selected(statement, feedback):
                ids, *columns = zip(*rows, strict=True)
                yield ids, list(columns)
            return
        at = [self._fields.lookupField(name) for name in names]
        request = QgsFeatureRequest().setFlags(Qgis.FeatureRequestFlag.NoGeometry).setSubsetOfAttributes(at)
        for features in self._features(request, feedback):
            attributes = [feature.attributes() for feature in features]
            yield [feature.id() for feature in features], [hashable([row[one] for row in attributes]) for one in at]

    def geometries(
        self, feedback: QgsFeedback, ids: Iterable[int] | None = None
    ) -> Iterator[tuple[Sequence[int], list[bytes | None]]]:
        """The identifiers and the shapes as WKB (None: no shape), some thousands at a time; `ids`: only those."""
        if self._stored is not None and ids is None:
            stored = self._stored
            statement = sql(
                "SELECT {key}, {geometry} FROM {table}", key=stored.key, geometry=stored.geometry, table=stored.name
            )
            for rows in self._selected(statement, feedback):
                yield [row[0] for row in rows], [_wkb(row[1]) for row in rows]
            return
        request = QgsFeatureRequest().setNoAttributes()
        if ids is not None:
            request.setFilterFids(list(ids))
        for features in self._features(request, feedback, whole=ids is None):
            yield (
                [feature.id() for feature in features],
                [bytes(feature.geometry().asWkb()) if feature.hasGeometry() else None for feature in features],
            )

    def _features(self, request: QgsFeatureRequest, feedback: QgsFeedback, *, whole: bool = True) -> Iterator[list]:
        chunk, done = [], 0
        for feature in self._source.getFeatures(request):
            chunk.append(feature)
            if len(chunk) == _CHUNK:
                stop_if_cancelled(feedback)
                done += len(chunk)
                yield chunk
                chunk = []
        stop_if_cancelled(feedback)
        done += len(chunk)
        if chunk:
            yield chunk
        if whole and self.count is not None and done < self.count:
            raise self._broken(f"{done} / {self.count}")

    def _selected(self, statement: str, feedback: QgsFeedback) -> Iterator[list[tuple[Any, ...]]]:
        if self._stored is None:
            return
        try:
            connection = connect(self._stored.path, read_only=True)
            try:
                cursor = connection.execute(statement)
                while rows := cursor.fetchmany(_CHUNK):
                    stop_if_cancelled(feedback)
                    yield rows
            finally:
                connection.close()
        except sqlite3.Error as error:
            hint = tr("The file is damaged: restore it from a backup.") if damaged(error) else ""
            raise self._broken(str(error), hint) from error

    def _broken(self, detail: str, hint: str = "") -> SourceError:
        return SourceError(
            tr("“{name}” could not be read to its end.").format(name=self.name),
            detail=detail,
            hint=hint or tr("Its file was moved, changed or damaged during the run: open it again and retry."),
        )


def _columns(fields: QgsFields) -> tuple[Column, ...]:
    return tuple(
        Column(one.name(), _TYPES.get(QMetaType.Type(one.type()), FieldType.OBJECT)) for one in fields.toList()
    )


def _stored(layer: QgsVectorLayer) -> _Stored | None:
    """The table of the GeoPackage that a layer shows as it is; None where only QGIS knows its rows."""
    edited = layer.editBuffer() is not None and layer.editBuffer().isModified()
    if layer.providerType() != "ogr" or layer.storageType() != "GPKG" or layer.subsetString() or edited:
        return None
    fields = layer.fields()
    file, *rest = layer.source().split("|")
    parts = dict(part.partition("=")[::2] for part in rest)
    name = parts.get("layername") or _only_layer(layer)
    joined = {fields.fieldOrigin(at) for at in range(len(fields))} - {Qgis.FieldOrigin.Provider}
    if joined or not name or set(parts) - {"layername", "layerid"}:
        return None
    try:
        table = read_table(Path(file), name)
    except SourceError:
        return None  # a view, a table without description: QGIS knows how
    columns = {table.key, *table.columns}
    plain = table.key and set(fields.names()) <= columns
    return _Stored(table.path, table.name, table.key, table.geometry) if plain else None


def _only_layer(layer: QgsVectorLayer) -> str:
    names = [text.split("!!::!!")[1] for text in layer.dataProvider().subLayers()]
    return names[0] if len(names) == 1 else ""


def _wkb(blob: Any) -> bytes | None:
    return blob[wkb_offset(blob) :] if isinstance(blob, bytes) and blob[:2] == b"GP" else None


# ------------------------------------------------------------------------------------------------------- values
def hashable(values: Sequence[Any]) -> Sequence[Any]:
    """Values that can be told apart: those of QGIS that can't (nulls, lists, dates) as text."""
    return [value if type(value) in _SIMPLE else as_text(value) for value in values]


def as_text(value: Any) -> str | None:
    """A value as the text that every rule looks at; None where it is empty.

    Numbers with 15 significant digits, as GDAL writes them in CSV (the national validator reads that); dates in ISO.
    """
    if value is None or value == "" or (type(value) not in _SIMPLE and QgsVariantUtils.isNull(value)):
        return None
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, (QDate, QDateTime, QTime)):
        return str(value.toString(Qt.DateFormat.ISODate))
    if isinstance(value, (list, tuple)):
        return ",".join(as_text(one) or "" for one in value) or None
    return str(value)
