"""GeoParquet: read where the GDAL of this QGIS has its driver; where it has not, that is said, and what to do.

Debian's GDAL has none. Whether that of a Windows QGIS has one depends on how it was installed: it is looked at, never
assumed, and no Python library (pyarrow) is asked for in its place.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import urlsplit

from .errors import SourceError
from .i18n import tr

_ENDINGS = (".parquet", ".geoparquet")
_DRIVER = "Parquet"


def is_read() -> bool:
    """Whether GeoParquet is read here."""
    try:
        from osgeo import gdal
    except ImportError:
        return False
    return gdal.GetDriverByName(_DRIVER) is not None


def unread() -> str:
    """Why GeoParquet can't be read here, in the user's words."""
    return tr("GeoParquet, which this QGIS can't read (its GDAL has no Parquet driver)")


def refuse_where_unread(name: str, detail: str = "") -> None:
    """Raises SourceError for a GeoParquet file (a name, a path or an address) that can't be read here."""
    written = urlsplit(name).path if "://" in name else name
    if not written.lower().endswith(_ENDINGS) or is_read():
        return
    raise SourceError(
        tr("“{name}” is a GeoParquet file, which this QGIS can't read.").format(name=PurePosixPath(written).name),
        detail=detail or name,
        hint=tr(
            "Choose another form of the same data (GeoPackage, FlatGeobuf, GeoJSON, CSV), have it converted, or install"
            " a QGIS whose GDAL has the Parquet driver."
        ),
    )
