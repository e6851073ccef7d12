"""Whether a result would take the place of what it is made from: QGIS empties the place before anything is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsDataSourceUri,
    QgsMapLayer,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
)

from ..errors import DataTerritoiresError
from ..paths import place_of
from ..sources.local import layers_of

if TYPE_CHECKING:
    from pathlib import Path

    from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext

_LAYERS = frozenset({"source", "vector", "layer", "multilayer"})  # the parameters that hold some
_HERE = frozenset({"", "127.0.0.1", "::1", "localhost"})

Place = tuple[str, str]  # a file or a database; a table of it, "" for the whole


def spoiled(algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
    """The name of the file or table that would be emptied before it is read; "" where there is none."""
    definitions = algorithm.parameterDefinitions()
    results = [_of_result(parameters.get(one.name())) for one in algorithm.destinationParameterDefinitions()]
    given = [parameters.get(one.name()) for one in definitions if one.type() in _LAYERS]
    layers = [each for one in given for each in (one if isinstance(one, (list, tuple)) else [one])]
    read = [_of_layer(_source_of(each, context)) for each in layers] if any(results) else []
    for where, table in filter(None, results):
        for known in filter(None, read):
            if known[0] == where and (not table or not known[1] or table == known[1]):
                return table or where.replace("\\", "/").rpartition("/")[2]
    return ""


def _of_result(given: Any) -> Place | None:
    """Where a result goes: a file, or a table of a GeoPackage or of a database, as QGIS writes them."""
    if isinstance(given, QgsProcessingOutputLayerDefinition):
        given = given.sink.staticValue()
    if not isinstance(given, str):
        return None
    provider, _, rest = given.partition(":")
    uri = QgsDataSourceUri(rest) if provider in ("ogr", "postgres") else QgsDataSourceUri()
    if provider == "postgres":
        return _of_database(uri)
    path = place_of(uri.database() or given)
    return (str(path.resolve()), uri.table().casefold()) if path is not None else None


def _of_layer(source: str) -> Place | None:
    path = place_of(source)
    if path is not None:
        return str(path.resolve()), _table(path, source)
    return _of_database(QgsDataSourceUri(source)) if "table=" in source else None


def _of_database(uri: QgsDataSourceUri) -> Place | None:
    if not uri.table():
        return None
    host = "" if uri.host() in _HERE else uri.host()
    return f"{uri.service()}|{host}|{uri.port() or 5432}|{uri.database()}", f"{uri.schema() or 'public'}.{uri.table()}"


def _table(path: Path, source: str) -> str:
    """The table that a layer of a file shows; "" where it can't be told."""
    said = dict(part.partition("=")[::2] for part in source.split("|")[1:])
    if "layername" in said:
        return said["layername"].casefold()
    try:
        names = layers_of(path)
        return names[int(said.get("layerid", 0))].casefold()
    except (DataTerritoiresError, IndexError, ValueError, RuntimeError):
        return ""


def _source_of(given: Any, context: QgsProcessingContext) -> str:
    """Where the layer that a parameter gives has its data: it may be one, its id or name, its address."""
    if isinstance(given, QgsProcessingFeatureSourceDefinition):
        given = given.source.staticValue()
    if isinstance(given, str) and context.project() is not None:
        project = context.project()
        given = project.mapLayer(given) or next(iter(project.mapLayersByName(given)), given)
    return str(given.source()) if isinstance(given, QgsMapLayer) else given if isinstance(given, str) else ""
