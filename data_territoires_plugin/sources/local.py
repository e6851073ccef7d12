"""A local source: any file or folder that OGR reads. A GeoPackage in the CRS of delivery is read where it lies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from osgeo import gdal, ogr

from ..errors import SourceError
from ..geopackage import connect, layer_names, quoted, read_table, sql
from ..i18n import tr
from ..parquet import refuse_where_unread
from .base import Area, Batch, Column, Plan, Stage, Way, stop_if_cancelled
from .codes import Selection, selection
from .convert import KEY, Reading, convert, table_columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsCoordinateReferenceSystem, QgsFeedback

    from ..catalogue.entry import Entry

_MAGIC = b"SQLite format 3\0"
_SIMPLE = (1, 2, 3, 4, 5, 6)  # points, lines, polygons, and several of them: what the clip copies as they are
_TYPES = {
    ogr.OFTInteger: "MEDIUMINT",
    ogr.OFTInteger64: "INTEGER",
    ogr.OFTReal: "REAL",
    ogr.OFTDate: "DATE",
    ogr.OFTDateTime: "DATETIME",
    ogr.OFTBinary: "BLOB",
}


class LocalSource:
    """Reads the file named by the entry: `path` or `path|layername=table`.

    A file read where it lies gives no bytes to count: nothing is received. `weighed`: its rows are (of a kit, which
    stands for a service).
    """

    def __init__(self, *, weighed: bool = False) -> None:
        self._weighed = weighed

    def plan(self, entry: Entry, area: Area, feedback: QgsFeedback) -> Plan:
        """Chooses between the rows of the territory's codes, the bounding box, and everything."""
        stop_if_cancelled(feedback)
        path, layer = self.locate(entry)
        columns, key = _gpkg_columns(path, layer) if is_geopackage(path) else _ogr_columns(path, layer)
        selected = self._selected(entry, area, columns, path, layer)
        if selected is not None:
            way, reason = Way.ATTRIBUTE, tr("by the codes of the territory, field {field}").format(field=selected.field)
        elif area.perimeter is None:
            raise SourceError(tr("“{title}” can't be selected by a code.").format(title=entry.title))
        else:
            way, reason = Way.BBOX, tr("by the bounding box, through the spatial index of the file")
        direct = is_geopackage(path) and self._direct(path, layer, area.crs)
        facts = path.stat()
        return Plan(
            way,
            reason,
            f"{path.name}|layername={layer}",
            None,
            tuple(Column(name, type_) for name, type_ in columns.items()),
            edition=entry.edition if not entry.edition.startswith("field:") else "",
            exact=selected is not None,
            detail={
                "path": str(path),
                "layer": layer,
                "direct": direct,
                "key": key,
                "field": selected.field if selected else "",
                "values": list(selected.values) if selected else [],
                "where": _where(selected.field, selected.values, columns) if selected else "",
                "modified": facts.st_mtime_ns,
                "size": facts.st_size,
            },
        )

    def fetch(self, entry: Entry, area: Area, plan: Plan, stage: Stage, feedback: QgsFeedback) -> Iterator[Batch]:
        """One batch: the file itself, or its features around the perimeter brought to the CRS of delivery."""
        stop_if_cancelled(feedback)
        detail = plan.detail
        path, layer = Path(detail["path"]), detail["layer"]
        field, values = detail["field"], tuple(detail["values"])
        if detail["direct"]:
            bytes_ = _weight(path, layer, area, field, values) if self._weighed else 0
            yield Batch(path, layer, bytes_, field, values)
            return
        if not stage.has("rows.gpkg"):
            bounds = None
            if area.perimeter is not None and not values:
                box = area.perimeter.boundingBox()
                bounds = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
            reading = Reading(
                _address(path),
                layer,
                to_crs=area.crs.authid() or area.crs.toWkt(),
                bounds=bounds,
                where=detail["where"],
                key=detail["key"] or KEY,
            )
            convert(reading, stage.draft("rows.gpkg"), "rows", feedback)
            stage.keep("rows.gpkg")
        yield Batch(stage.path("rows.gpkg"), "rows", path.stat().st_size, field, values)

    @staticmethod
    def locate(entry: Entry) -> tuple[Path, str]:
        """The file of an entry and its layer; the only layer of the file where the entry names none."""
        name, _, layer = entry.layer.partition("|layername=")
        path = Path(name)
        if not path.exists():
            raise SourceError(
                tr("“{path}” does not exist.").format(path=path),
                hint=tr("Check the path of the entry “{id}” in your catalogue.").format(id=entry.id),
            )
        if layer:
            return path, layer
        names = layers_of(path)
        if len(names) != 1:
            raise SourceError(
                tr("“{path}” holds several layers: the entry must name one.").format(path=path.name),
                hint=tr("Write {path}|layername=… with one of: {names}.").format(
                    path=path.name, names=", ".join(names)
                ),
            )
        return path, names[0]

    @staticmethod
    def _selected(entry: Entry, area: Area, columns: dict[str, str], path: Path, layer: str) -> Selection | None:
        """The selection by codes, where the file has the field that the entry names and some of the codes."""
        selected = selection(entry, area)
        if selected is None or selected.field not in columns:
            return None
        with gdal.ExceptionMgr(useExceptions=True):
            dataset = _open(path)
            found = dataset.GetLayerByName(layer)
            found.SetAttributeFilter(_where(selected.field, selected.values, columns))
            return selected if area.perimeter is None or found.GetNextFeature() is not None else None

    @staticmethod
    def _direct(path: Path, layer: str, crs: QgsCoordinateReferenceSystem) -> bool:
        """Whether the rows can be copied as they are: a table (no view) of simple geometries in the CRS of delivery."""
        table = read_table(path, layer)
        if not table.key:
            return False
        if not table.geometry:
            return True
        return bool(table.epsg) and crs.authid() == f"EPSG:{table.epsg}" and table.wkb_type % 1000 in _SIMPLE


def is_geopackage(path: Path) -> bool:
    """Whether a file is a GeoPackage (SQLite, with the extension .gpkg)."""
    if path.suffix.lower() != ".gpkg" or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def layers_of(path: Path) -> list[str]:
    """The layers of a file or folder, in its order. Raises SourceError where it can't be read."""
    if is_geopackage(path):
        connection = connect(path, read_only=True)
        try:
            return layer_names(connection)
        finally:
            connection.close()
    dataset = _open(path)
    return [dataset.GetLayer(index).GetName() for index in range(dataset.GetLayerCount())]


def extent_of(path: Path, layer: str) -> tuple[float, float, float, float] | None:
    """xmin, ymin, xmax, ymax of a layer in its own CRS; None where it has no geometry. Raises SourceError."""
    dataset = _open(path)
    with gdal.ExceptionMgr(useExceptions=False):
        found = dataset.GetLayerByName(layer).GetExtent(can_return_null=True)
    return (found[0], found[2], found[1], found[3]) if found is not None else None


def _gpkg_columns(path: Path, layer: str) -> tuple[dict[str, str], str]:
    """Columns and types, and the name of the primary key."""
    table = read_table(path, layer)
    if table.geometry and table.srs_id in (0, -1):
        raise _without_crs(path)
    return table_columns(path, layer), table.key


def _weight(path: Path, layer: str, area: Area, field: str, values: tuple[str, ...]) -> int:
    """The bytes of the rows of a table that a batch takes: their geometries and values, as they are written."""
    table = read_table(path, layer)
    names = {"table": layer, "key": table.key, "field": field, "index": f"rtree_{layer}_{table.geometry}"}
    statement, given = sql("SELECT sum(length({{column}})) FROM {table}", **names), list[object]()
    if values:
        statement += sql(" WHERE {field} IN ", **names) + "(" + ", ".join("?" * len(values)) + ")"
        given += values
    elif table.indexed and area.perimeter is not None:
        box = area.perimeter.boundingBox()
        among = " WHERE {key} IN (SELECT id FROM {index} WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?)"
        statement += sql(among, **names)
        given += [box.xMinimum(), box.xMaximum(), box.yMinimum(), box.yMaximum()]
    columns = [*table.columns, *([table.geometry] if table.geometry else [])]
    connection = connect(path, read_only=True)
    try:
        rows = [connection.execute(sql(statement, column=name), given).fetchone() for name in columns]
    finally:
        connection.close()
    return sum(int(weight or 0) for (weight,) in rows)


def _ogr_columns(path: Path, layer: str) -> tuple[dict[str, str], str]:
    dataset = _open(path)
    found = dataset.GetLayerByName(layer)
    if found is None:
        raise SourceError(
            tr("“{file}” has no layer “{layer}”.").format(file=path.name, layer=layer),
            hint=tr("Its layers: {names}.").format(names=", ".join(layers_of(path))),
        )
    if found.GetSpatialRef() is None and found.GetGeomType() != ogr.wkbNone:
        raise _without_crs(path)
    definition = found.GetLayerDefn()
    fields = [definition.GetFieldDefn(index) for index in range(definition.GetFieldCount())]
    columns = {
        field.GetName(): "BOOLEAN" if field.GetSubType() == ogr.OFSTBoolean else _TYPES.get(field.GetType(), "TEXT")
        for field in fields
    }
    key = found.GetFIDColumn()
    return columns, key if key.lower() not in {name.lower() for name in columns} else ""


def _where(field: str, values: tuple[str, ...], columns: dict[str, str]) -> str:
    """A filter as OGR writes it: codes are numbers where the column is one."""
    number = columns[field].upper() in ("INTEGER", "MEDIUMINT", "REAL")
    listed = [value for value in values if value.isdigit()] if number else [_literal(value) for value in values]
    return quoted(field) + " IN (" + ", ".join(listed or ["NULL"]) + ")"


def _literal(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _without_crs(path: Path) -> SourceError:
    return SourceError(
        tr("“{file}” does not say its coordinate reference system.").format(file=path.name),
        hint=tr("Open it in QGIS, set its CRS, and save it again (a Shapefile needs its .prj)."),
    )


def _address(path: Path) -> str:
    """What GDAL opens: an archive is read without being unpacked."""
    return f"/vsizip/{path}" if path.suffix.lower() == ".zip" else str(path)


def _open(path: Path) -> gdal.Dataset:
    refuse_where_unread(path.name, str(path))
    with gdal.ExceptionMgr(useExceptions=True):
        try:
            return gdal.OpenEx(_address(path), gdal.OF_VECTOR | gdal.OF_READONLY)
        except RuntimeError as error:
            raise SourceError(
                tr("“{name}” can't be read.").format(name=path.name),
                detail=str(error),
                hint=tr("Check that QGIS opens it."),
            ) from error
