"""Any OGR source into a table of a GeoPackage, in the CRS of delivery, by GDAL alone (no Python object per feature)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from osgeo import gdal

from ..errors import OutputError, SourceError
from ..geopackage import close, connect, full_disk, read_table, scalar, sql, types_of
from ..i18n import tr
from .base import stop_if_cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.core import QgsFeedback

_OPTIONS = {"OGR_SQLITE_SYNCHRONOUS": "OFF", "OGR_SQLITE_JOURNAL": "OFF", "OGR_GPKG_NUM_THREADS": "1"}
KEY = "dt_fid"  # the key of a table that we made: it means nothing outside


@dataclass(frozen=True)
class Reading:
    """How an OGR source is read. The CRS are what GDAL takes for one: EPSG:…, or WKT."""

    source: str
    layer: str = ""  # "": the only one
    from_crs: str = ""  # replaces what the source says of itself
    to_crs: str = ""  # reprojects
    bounds: tuple[float, float, float, float] | None = None  # min x, min y, max x, max y in `to_crs`: a filter
    where: str = ""  # a filter on attributes, as OGR writes it
    key: str = KEY  # name of the primary key of the table made
    open_options: tuple[str, ...] = ()

    def options(self, table: str, callback: Callable[..., int]) -> gdal.GDALVectorTranslateOptions:
        """The options of ogr2ogr."""
        moved = bool(self.to_crs) and self.from_crs != self.to_crs
        return gdal.VectorTranslateOptions(
            format="GPKG",
            layers=[self.layer] if self.layer else None,
            layerName=table,
            srcSRS=self.from_crs or None if moved else None,
            dstSRS=self.to_crs or self.from_crs or None,
            reproject=moved,  # without it, `dstSRS` is assigned, not reprojected to
            geometryType="PROMOTE_TO_MULTI",
            where=self.where or None,
            spatFilter=self.bounds,
            spatSRS=self.to_crs or None if self.bounds else None,
            layerCreationOptions=["SPATIAL_INDEX=NO", "GEOMETRY_NAME=geom", f"FID={self.key}"],
            datasetCreationOptions=["ADD_GPKG_OGR_CONTENTS=NO"],
            preserveFID=self.key != KEY,
            callback=callback,
        )


def convert(reading: Reading, target: Path, table: str, feedback: QgsFeedback) -> int:
    """Writes what is read into `target` (a new GeoPackage, without spatial index); gives back the number of rows.

    Raises SourceError (unreadable), OutputError (the disk is full), Cancelled.
    """
    target.unlink(missing_ok=True)
    with gdal.ExceptionMgr(useExceptions=True), gdal.config_options(_OPTIONS):
        try:
            dataset = gdal.OpenEx(
                reading.source, gdal.OF_VECTOR | gdal.OF_READONLY, open_options=list(reading.open_options)
            )
            options = reading.options(table, lambda *_: int(not feedback.isCanceled()))
            written = gdal.VectorTranslate(str(target), dataset, options=options)
            close(written)
            del dataset
        except RuntimeError as error:
            target.unlink(missing_ok=True)
            stop_if_cancelled(feedback)
            raise _explained(reading, error) from error
    return count(target, table)


def _explained(reading: Reading, error: RuntimeError) -> SourceError | OutputError:
    if full_disk(error):
        return OutputError(
            tr("The disk is full."),
            detail=str(error),
            hint=tr("Make room or choose another disk: the previous file is intact, and what was fetched is kept."),
        )
    return SourceError(
        tr("“{name}” can't be read.").format(name=Path(reading.source).name or reading.source),
        detail=str(error),
        hint=tr("Check that the file is whole and that QGIS opens it."),
    )


def count(path: Path, table: str) -> int:
    """The number of rows of a table."""
    connection = connect(path, read_only=True)
    try:
        return int(scalar(connection, sql("SELECT count(*) FROM {table}", table=table)) or 0)
    finally:
        connection.close()


def table_columns(path: Path, table: str) -> dict[str, str]:
    """Names and declared types of the columns of a table, without its key and geometry."""
    described = read_table(path, table)
    connection = connect(path, read_only=True)
    try:
        types = types_of(connection, "main", table)
    finally:
        connection.close()
    return {name: types[name] or "TEXT" for name in described.columns}
