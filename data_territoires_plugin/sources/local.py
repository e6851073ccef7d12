"""A local source: any file or folder that OGR reads. A GeoPackage in the CRS of delivery is read where it lies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from osgeo import gdal

from ..errors import SourceError
from ..geopackage import connect, layer_names, read_table
from ..i18n import tr
from .base import Area, Batch, Column, Plan, Stage, Way, stop_if_cancelled
from .codes import selection
from .convert import convert, table_columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsCoordinateReferenceSystem, QgsFeedback

    from ..catalogue.entry import Entry

_MAGIC = b"SQLite format 3\0"


class LocalSource:
    """Reads the file named by the entry: `path` or `path|layername=table`."""

    def plan(self, entry: Entry, area: Area, feedback: QgsFeedback) -> Plan:
        """Chooses between the rows of the territory's codes, the bounding box, and everything."""
        path, layer = self.locate(entry)
        selected = selection(entry, area)
        if selected is not None:
            way, reason = Way.ATTRIBUTE, tr("by the codes of the territory, field {field}").format(field=selected.field)
        elif area.perimeter is None:
            raise SourceError(tr("“{title}” can't be selected by a code.").format(title=entry.title))
        else:
            way, reason = Way.BBOX, tr("by the bounding box, through the spatial index of the file")
        direct = is_geopackage(path) and self._direct(path, layer, area.crs)
        columns = table_columns(path, layer) if is_geopackage(path) else _ogr_columns(path, layer)
        return Plan(
            way,
            reason,
            f"{path.name}|layername={layer}",
            None,
            tuple(Column(name, type_) for name, type_ in columns.items()),
            edition=entry.edition if not entry.edition.startswith("field:") else "",
            exact=selected is not None,
            detail={"path": str(path), "layer": layer, "direct": direct},
        )

    def fetch(self, entry: Entry, area: Area, plan: Plan, stage: Stage, feedback: QgsFeedback) -> Iterator[Batch]:
        """One batch: the file itself, or its features around the perimeter brought to the CRS of delivery."""
        stop_if_cancelled(feedback)
        path, layer = Path(plan.detail["path"]), plan.detail["layer"]
        selected = selection(entry, area)
        field, values = (selected.field, selected.values) if selected else ("", ())
        if plan.detail["direct"]:
            yield Batch(path, layer, 0, field, values)  # read where it lies: nothing is received
            return
        if not stage.has("rows.gpkg"):
            bounds = None
            if area.perimeter is not None and not selected:
                box = area.perimeter.boundingBox()
                bounds = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
            target_crs = area.crs.authid() or area.crs.toWkt()
            convert(
                str(path),
                stage.draft("rows.gpkg"),
                "rows",
                layer=layer,
                to_crs=target_crs,
                bounds=bounds,
                bounds_crs=target_crs if bounds else "",
            )
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
        names = _layers(path)
        if len(names) != 1:
            raise SourceError(
                tr("“{path}” holds several layers: the entry must name one.").format(path=path.name),
                hint=tr("Write {path}|layername=… with one of: {names}.").format(
                    path=path.name, names=", ".join(names)
                ),
            )
        return path, names[0]

    @staticmethod
    def _direct(path: Path, layer: str, crs: QgsCoordinateReferenceSystem) -> bool:
        """Whether the rows can be copied as they are: a table (not a view) with a simple geometry, in the CRS of delivery."""
        table = read_table(path, layer)
        if not table.key:
            return False
        if not table.geometry:
            return True
        return bool(table.epsg) and crs.authid() == f"EPSG:{table.epsg}" and table.wkb_type % 1000 in (1, 2, 3, 4, 5, 6)


def is_geopackage(path: Path) -> bool:
    """Whether a file is a GeoPackage (SQLite, with the extension .gpkg)."""
    if path.suffix.lower() != ".gpkg" or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def _layers(path: Path) -> list[str]:
    if is_geopackage(path):
        connection = connect(path, read_only=True)
        try:
            return layer_names(connection)
        finally:
            connection.close()
    dataset = _open(path)
    return [dataset.GetLayer(index).GetName() for index in range(dataset.GetLayerCount())]


def _ogr_columns(path: Path, layer: str) -> dict[str, str]:
    from osgeo import ogr

    types = {
        ogr.OFTInteger: "MEDIUMINT",
        ogr.OFTInteger64: "INTEGER",
        ogr.OFTReal: "REAL",
        ogr.OFTDate: "DATE",
        ogr.OFTDateTime: "DATETIME",
        ogr.OFTBinary: "BLOB",
    }
    dataset = _open(path)
    found = dataset.GetLayerByName(layer)
    if found is None:
        raise SourceError(
            tr("“{file}” has no layer “{layer}”.").format(file=path.name, layer=layer),
            hint=tr("Its layers: {names}.").format(names=", ".join(_layers(path))),
        )
    if found.GetSpatialRef() is None and found.GetGeomType() != ogr.wkbNone:
        raise SourceError(
            tr("“{file}” does not say its coordinate reference system.").format(file=path.name),
            hint=tr("Open it in QGIS, set its CRS, and save it again (a Shapefile needs its .prj)."),
        )
    definition = found.GetLayerDefn()
    fields = [definition.GetFieldDefn(index) for index in range(definition.GetFieldCount())]
    return {
        field.GetName(): "BOOLEAN" if field.GetSubType() == ogr.OFSTBoolean else types.get(field.GetType(), "TEXT")
        for field in fields
    }


def _open(path: Path) -> gdal.Dataset:
    with gdal.ExceptionMgr(useExceptions=True):
        try:
            return gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_READONLY)
        except RuntimeError as error:
            raise SourceError(
                tr("“{name}” can't be read.").format(name=path.name),
                detail=str(error),
                hint=tr("Check that QGIS opens it."),
            ) from error
