"""Any OGR source into a table of a GeoPackage, in the CRS of delivery, by GDAL alone (no Python object per feature)."""

from __future__ import annotations

from pathlib import Path

from osgeo import gdal, ogr

from ..errors import SourceError
from ..geopackage import connect, read_table
from ..i18n import tr

_OPTIONS = {"OGR_SQLITE_SYNCHRONOUS": "OFF", "OGR_SQLITE_JOURNAL": "OFF", "OGR_GPKG_NUM_THREADS": "1"}
_ANY = (ogr.wkbUnknown, ogr.wkbGeometryCollection)


def convert(
    source: str,
    target: Path,
    table: str,
    *,
    layer: str = "",
    from_crs: str = "",
    to_crs: str = "",
    bounds: tuple[float, float, float, float] | None = None,
    bounds_crs: str = "",
    geometry: str = "PROMOTE_TO_MULTI",
    open_options: tuple[str, ...] = (),
) -> int:
    """Writes the features of an OGR source into `target` (a new GeoPackage, without spatial index); gives back their number.

    `from_crs` replaces what the source says of itself; `to_crs` reprojects; `bounds` (min x, min y, max x, max y, in
    `bounds_crs`) filters by bounding box; `geometry` is an ogr2ogr type name (MULTIPOLYGONZ…). Raises SourceError.
    """
    target.unlink(missing_ok=True)
    moved = bool(to_crs) and from_crs != to_crs
    with gdal.ExceptionMgr(useExceptions=True), gdal.config_options(_OPTIONS):
        try:
            dataset = gdal.OpenEx(source, gdal.OF_VECTOR | gdal.OF_READONLY, open_options=list(open_options))
            options = gdal.VectorTranslateOptions(
                format="GPKG",
                layers=[layer] if layer else None,
                layerName=table,
                srcSRS=from_crs if moved else None,
                dstSRS=to_crs or from_crs or None,
                reproject=moved,  # without it, `dstSRS` is assigned, not reprojected to
                geometryType=geometry,
                spatFilter=bounds,
                spatSRS=bounds_crs or None,
                layerCreationOptions=["SPATIAL_INDEX=NO", "GEOMETRY_NAME=geom", "FID=dt_fid"],
                datasetCreationOptions=["ADD_GPKG_OGR_CONTENTS=NO"],
            )
            written = gdal.VectorTranslate(str(target), dataset, options=options)
            del written, dataset
        except RuntimeError as error:
            target.unlink(missing_ok=True)
            raise SourceError(
                tr("“{name}” can't be read.").format(name=Path(source).name or source),
                detail=str(error),
                hint=tr("Check that the file is whole and that QGIS opens it."),
            ) from error
    return count(target, table)


def count(path: Path, table: str) -> int:
    """The number of rows of a table."""
    from ..geopackage import scalar, sql

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
        rows = connection.execute("SELECT name, type FROM pragma_table_info(?)", (table,)).fetchall()
    finally:
        connection.close()
    return {name: type_ or "TEXT" for name, type_ in rows if name in described.columns}
