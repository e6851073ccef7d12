"""What is published by GeoServer, read through its WFS: all of it, counted, or an error."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from qgis.core import QgsGeometry, QgsJsonUtils

from ....errors import IncompleteError, ServerError
from ....i18n import tr
from ....sources.base import stop_if_cancelled
from ...content import Column, Remote, Row, plain, text_of
from . import asks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qgis.core import QgsFeedback

    from .rest import Rest

PAGE = 1000
_MATCHED = re.compile(rb'numberMatched="(\d+)"')


def count(rest: Rest, workspace: str, name: str) -> int:
    """How many features the server says it has. ServerError where it does not tell."""
    answer = rest.send(asks.hits(workspace, name))
    found = _MATCHED.search(answer.content[:4000]) if answer is not None else None
    if found is None:
        raise ServerError(
            tr("GeoServer does not say how many features “{layer}” has.").format(layer=f"{workspace}:{name}"),
            detail=answer.content[:300].decode("utf-8", "replace") if answer is not None else "",
            hint=tr("Check that the WFS of this workspace is enabled."),
        )
    return int(found[1])


def read(
    rest: Rest, workspace: str, name: str, key: str, columns: Sequence[Column], crs: str, feedback: QgsFeedback
) -> Iterator[Remote]:
    """Page after page, in the order of the key. IncompleteError: not as many as the server counts."""
    announced = count(rest, workspace, name)
    seen: set[str] = set()
    while True:
        stop_if_cancelled(feedback)
        document = rest.json(asks.page(workspace, name, key, crs, len(seen), PAGE)) or {}
        features = document.get("features")
        if not isinstance(features, list):
            raise ServerError(tr("The platform did not answer with features."), detail=str(document)[:300])
        fresh = [one for one in features if str(one.get("id")) not in seen]
        if not fresh:
            break
        for feature in fresh:
            seen.add(str(feature.get("id")))
            yield _remote(feature, key, columns)
    if len(seen) != announced:
        raise IncompleteError(
            tr("The platform announced {announced} features and gave {received}.").format(
                announced=announced, received=len(seen)
            ),
            hint=tr("Somebody may be writing there, or its limit is too low: try again, then ask its administrator."),
        )


def _remote(feature: dict[str, Any], key: str, columns: Sequence[Column]) -> Remote:
    properties = feature.get("properties") or {}
    values = tuple(_value(properties.get(column.name), column) for column in columns)
    shape = feature.get("geometry")
    geometry = QgsJsonUtils.geometryFromGeoJson(json.dumps(shape)) if shape else QgsGeometry()
    wkb = b"" if geometry.isNull() or geometry.isEmpty() else bytes(geometry.asWkb().data())
    return Remote(Row(text_of(plain(properties.get(key))), values, wkb), str(feature.get("id")))


def _value(value: Any, column: Column) -> Any:
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False)
    if column.type == "date" and isinstance(value, str):
        return value.removesuffix("Z")  # GeoServer writes days with a zone
    return plain(value)
