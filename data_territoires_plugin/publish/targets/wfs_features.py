"""The features of an answer of a WFS, GeoJSON or GML, as a target holds them."""

from __future__ import annotations

import json
import re
import struct
from typing import TYPE_CHECKING, Any

from osgeo import gdal, ogr

from ...errors import ServerError
from ...i18n import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

Feature = tuple[str, dict[str, Any], bytes]  # id, values, shape as WKB
_BEYOND = re.compile(rb"\d\.\d{7}")


def features(body: bytes, *, is_json: bool, schema: str = "") -> Iterator[Feature]:
    """The features. `schema`: the XSD of a type in GML, without which a code such as 01 would be taken for a number.

    ServerError: something else than features.
    """
    return _of_json(body) if is_json else _of_gml(body, schema)


def is_fine(body: bytes) -> bool:
    """Whether numbers come with more than six decimals, which is all that many servers give."""
    return _BEYOND.search(body) is not None


def _of_json(body: bytes) -> Iterator[Feature]:
    try:
        document = json.loads(body)
    except ValueError:
        document = None
    if not isinstance(document, dict) or not isinstance(document.get("features"), list):
        raise ServerError(
            tr("The platform did not answer with features."), detail=body[:300].decode("utf-8", "replace")
        )
    for one in document["features"]:
        values = {
            name: json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list)) else value
            for name, value in (one.get("properties") or {}).items()
        }
        yield str(one.get("id") or ""), values, wkb_of(one.get("geometry"))


def wkb_of(shape: dict[str, Any] | None) -> bytes:
    """WKB of a geometry of GeoJSON; nothing for none, and for an empty one."""
    if not shape:
        return b""
    if shape.get("type") == "Point" and len(shape["coordinates"]) == 2:
        return struct.pack("<BIdd", 1, 1, *shape["coordinates"])
    geometry = ogr.CreateGeometryFromJson(json.dumps(shape))
    return b"" if geometry is None or geometry.IsEmpty() else bytes(geometry.ExportToIsoWkb(ogr.wkbNDR))


def _of_gml(body: bytes, schema: str) -> Iterator[Feature]:
    stem = f"/vsimem/wfst-{id(body)}"
    gdal.FileFromMemBuffer(f"{stem}.gml", body)
    gdal.FileFromMemBuffer(f"{stem}.xsd", schema.encode())
    options = ["EXPOSE_GML_ID=YES", "DOWNLOAD_SCHEMA=NO", *([f"XSD={stem}.xsd"] if schema else [])]
    try:
        with gdal.ExceptionMgr(useExceptions=True):
            dataset = gdal.OpenEx(f"{stem}.gml", gdal.OF_VECTOR, ["GML"], options)
            layer = dataset.GetLayer(0) if dataset.GetLayerCount() else None
            yield from [_read(one) for one in layer or ()]
    except RuntimeError as error:
        raise ServerError(tr("The platform did not answer with features."), detail=str(error)) from error
    finally:
        for end in ("gml", "xsd", "gfs"):
            if gdal.VSIStatL(f"{stem}.{end}") is not None:
                gdal.Unlink(f"{stem}.{end}")


def _read(one: ogr.Feature) -> Feature:
    values = {
        one.GetFieldDefnRef(place).GetName(): one.GetField(place) if one.IsFieldSetAndNotNull(place) else None
        for place in range(one.GetFieldCount())
    }
    geometry = one.GetGeometryRef()
    shape = b"" if geometry is None or geometry.IsEmpty() else bytes(geometry.ExportToIsoWkb(ogr.wkbNDR))
    return str(values.pop("gml_id", "") or ""), values, shape
