"""The backgrounds of the catalogue as layers of QGIS: WMTS, WMS and vector tiles."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from qgis.core import QgsRasterLayer, QgsVectorTileLayer
from qgis.PyQt.QtCore import QCoreApplication

from ..errors import SourceError
from ..i18n import tr
from ..network import endpoint
from ..paths import resources
from ..settings import offline
from ..sources import with_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..catalogue import Entry

_ALL_LEVELS = (0, 21)  # of the grid PM
_TILED = ("geopf_tms", "geopf_private_tms")
_TILES_LEVELS = (0, 18)  # of the vector tiles of the Géoplateforme: beyond, the last ones are enlarged


def background_layer(entry: Entry) -> QgsRasterLayer | QgsVectorTileLayer:
    """The stream of a background of the catalogue. It may be invalid: no network.

    A WMTS is read as tiles of its pseudo-Mercator grid, whose addresses are known: nothing is asked to open it. A WMS
    asks for its capabilities, vector tiles for their style, which takes time: see `made_backgrounds`. Offline, that of
    the training kit stands for all of them: a stream would ask for tiles as soon as it is drawn.

    Raises SourceError where the service wants a key and none is chosen. A key stays in the authentication manager: the
    layer only names its configuration.
    """
    if offline():
        title = tr("{title} (training kit)").format(title=entry.title)
        return QgsRasterLayer(str(resources() / "training" / "fond.tif"), title, "gdal")
    entry = with_key(entry)
    if entry.service in _TILED:
        return _vector_tiles(entry)
    layer = QgsRasterLayer(_tiles(entry) if entry.service.endswith("_wmts") else _wms(entry), entry.title, "wms")
    layer.serverProperties().setAttribution(entry.attribution)
    return layer


def _tiles(entry: Entry) -> str:
    options = entry.options
    fixed = {"SERVICE": "WMTS", "REQUEST": "GetTile", "VERSION": "1.0.0", "TILEMATRIXSET": "PM"}
    image, style = options.get("format", "image/png"), options.get("style", "normal")
    query = {**fixed, "LAYER": entry.layer, "STYLE": style, "FORMAT": image}
    tile = f"{endpoint(entry.service)}?{urlencode(query)}&TILEMATRIX={{z}}&TILEROW={{y}}&TILECOL={{x}}"
    lowest, highest = _levels(options.get("matrix_set", ""))
    return f"type=xyz&url={quote(tile, safe='')}&zmin={lowest}&zmax={highest}&crs=EPSG:3857{_key(entry)}"


def _wms(entry: Entry) -> str:
    image, style = entry.options.get("format", "image/png"), entry.options.get("style", "normal")
    address = quote(endpoint(entry.service), safe=":/?")
    shown = f"contextualWMSLegend=0&crs=EPSG:3857&format={image}&layers={entry.layer}&styles={style}"
    return f"{shown}&url={address}{_key(entry)}"


def _vector_tiles(entry: Entry) -> QgsVectorTileLayer:
    """Tiles drawn by QGIS with the style that their producer publishes (MapLibre), read from geopf_annexes."""
    lowest, highest = _TILES_LEVELS
    tile = f"{endpoint(entry.service)}/{entry.layer}/{{z}}/{{x}}/{{y}}.pbf"
    style = f"{endpoint('geopf_annexes')}/ressources/vectorTiles/styles/{entry.options['style']}.json"
    # QGIS decodes the first address, not the second one.
    addresses = f"url={quote(tile, safe=':/')}&styleUrl={quote(style, safe=':/')}"
    layer = QgsVectorTileLayer(f"type=xyz&{addresses}&zmin={lowest}&zmax={highest}{_key(entry)}", entry.title)
    layer.loadDefaultStyle()  # where it can't be had, QGIS's own colours stay
    layer.serverProperties().setAttribution(entry.attribution)
    return layer


def _key(entry: Entry) -> str:
    key = entry.options.get("authcfg", "")
    return f"&authcfg={key}" if key else ""


def _levels(matrix_set: str) -> tuple[int, int]:
    """The zoom levels of a sub-set of the grid PM: PM_6_16 has the levels 6 to 16 (recorded capabilities)."""
    parts = matrix_set.split("_")
    return (int(parts[1]), int(parts[2])) if len(parts) == len(("PM", "lowest", "highest")) else _ALL_LEVELS


def made_backgrounds(entries: Iterable[Entry]) -> list[QgsRasterLayer | QgsVectorTileLayer]:
    """The streams of backgrounds, ready for a project. In any thread: the layers are handed to the main one."""
    layers, application = [], QCoreApplication.instance()
    for entry in entries:
        try:
            layer = background_layer(entry)
        except SourceError:
            continue  # the result of the clip has said which key is missing
        if application is not None:
            layer.moveToThread(application.thread())
        layers.append(layer)
    return [layer for layer in layers if layer.isValid()]
