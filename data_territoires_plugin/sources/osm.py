"""OpenStreetMap by themes, from an extract (PBF, XML, GeoPackage) on this disk or on the web, read through OGR.

The file is named by the entry (`options: {path: …}`) or by the setting `osm`. What a theme wants around the perimeter
is taken out once, into the cache: the driver has to read the whole extract for it.
"""

from __future__ import annotations

import hashlib
import os
import re
import threading
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from osgeo import gdal, ogr
from qgis.core import QgsCoordinateReferenceSystem

from ..errors import SourceError
from ..geopackage import close
from ..i18n import tr
from ..network.addresses import is_web, parts_of
from ..paths import cache_folder
from ..settings import setting
from .base import Area, Batch, Plan, Stage, stop_if_cancelled
from .downloads import fetched
from .local import LocalSource, is_geopackage
from .outline import transformed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsFeedback, QgsRectangle

    from ..catalogue.entry import Entry

SETTING = "osm"
_EXTRACT = re.compile(r"(?i)\.(pbf|osm|osm\.gz)$")
_MEMORY = "256"  # MB of the nodes kept in memory; beyond, they go to a temporary file of the cache
_POLYGONS = "multipolygons"
_KEYS = (
    "highway", "surface", "maxspeed", "oneway", "lanes", "lit", "bridge", "tunnel", "cycleway", "bicycle", "railway",
    "waterway", "building", "shop", "amenity", "tourism", "leisure", "office", "craft", "healthcare", "landuse",
    "natural", "access", "ref", "operator", "opening_hours", "wheelchair", "capacity", "addr:housenumber",
    "addr:street", "addr:postcode", "addr:city", "ref:FR:SIRET",
)  # fmt: skip
_CLOSED = (
    "aeroway,amenity,boundary,building,building:part,craft,geological,healthcare,historic,landuse,landcover,leisure,"
    "man_made=bridge,military,natural,office,place,shop,sport,tourism,highway=platform,public_transport=platform"
)


@dataclass(frozen=True)
class Theme:
    """What a theme takes: the layers of the driver, the tags; `points`: surfaces become a point on them."""

    layers: tuple[str, ...]
    tags: tuple[str, ...]  # any of them: "shop", "highway=cycleway"
    points: bool = False


THEMES = {
    "routes": Theme(("lines",), ("highway",)),
    "cyclable": Theme(("lines",), ("highway=cycleway", "cycleway", "bicycle=designated")),
    "voies_ferrees": Theme(("lines",), ("railway",)),
    "cours_d_eau": Theme(("lines",), ("waterway",)),
    "batiments": Theme((_POLYGONS,), ("building",)),
    "occupation_du_sol": Theme((_POLYGONS,), ("landuse", "natural", "leisure")),
    "commerces": Theme(("points", _POLYGONS), ("shop", "craft"), points=True),
    "equipements": Theme(("points", _POLYGONS), ("amenity", "tourism", "healthcare", "office"), points=True),
}


class Osm:
    """Reads the theme that the entry names."""

    def plan(self, entry: Entry, area: Area, feedback: QgsFeedback) -> Plan:
        """Takes the theme out of the extract, and plans to read it. Raises SourceError, NetworkError, Cancelled."""
        plan = LocalSource().plan(self._taken(entry, area, feedback), area, feedback)
        reason = tr("{reason}; theme “{theme}” of the extract {file}").format(
            reason=plan.reason, theme=entry.layer, file=Path(_place(entry)).name
        )
        return replace(plan, reason=reason, request=f"{_place(entry)} — {', '.join(_theme(entry).tags)}")

    def fetch(self, entry: Entry, area: Area, plan: Plan, stage: Stage, feedback: QgsFeedback) -> Iterator[Batch]:
        """Its rows."""
        yield from LocalSource().fetch(entry, area, plan, stage, feedback)

    @staticmethod
    def _taken(entry: Entry, area: Area, feedback: QgsFeedback) -> Entry:
        theme, place = _theme(entry), _place(entry)
        if area.perimeter is None:
            raise SourceError(tr("A perimeter is needed."))
        path = _file(place, feedback)
        around = transformed(area.perimeter, area.crs, QgsCoordinateReferenceSystem("EPSG:4326")).boundingBox()
        taken = _extracted(path, entry.layer, theme, around, feedback)
        return replace(entry, service="local", layer=f"{taken}|layername={entry.layer}", options={}, code_fields={})


def is_extract(place: str) -> bool:
    """Whether a path or an address may be that of an extract: by its ending; a GeoPackage only on this disk."""
    name = parts_of(place).path if is_web(place) else place.strip()
    return bool(_EXTRACT.search(name)) or is_geopackage(Path(place.strip()).expanduser())


def themes_of(place: str, feedback: QgsFeedback) -> tuple[str, ...]:
    """The themes that an extract can give; one of the web is fetched into the cache for it.

    Raises SourceError (it is none, or can't be read), NetworkError, Cancelled.
    """
    path = _file(place.strip(), feedback)
    try:
        with gdal.ExceptionMgr(useExceptions=True):
            dataset = _opened(path)
            names = {dataset.GetLayer(at).GetName() for at in range(dataset.GetLayerCount())}
            if not is_geopackage(path):
                return tuple(THEMES)
            given = tuple(name for name, theme in THEMES.items() if _gives(dataset, names, theme))
            if not given:
                raise RuntimeError(", ".join(sorted(names)))
            return given
    except RuntimeError as error:
        raise _unreadable(path, error) from error


def _gives(dataset: gdal.Dataset, names: set[str], theme: Theme) -> bool:
    layers = [layer for layer in theme.layers if layer in names]
    try:
        return bool(layers) and bool(_where(dataset, layers, theme.tags))
    except RuntimeError:
        return False


def _file(place: str, feedback: QgsFeedback) -> Path:
    """The extract on this disk."""
    if is_web(place):
        kept = fetched(place, feedback)
        path = kept.file if kept else Path(place)
    else:
        path = Path(place).expanduser()
    if not path.is_file():
        raise SourceError(
            tr("The extract of OpenStreetMap “{path}” does not exist.").format(path=path),
            hint=tr("Check the path in the settings of the extension."),
        )
    return path


def _unreadable(path: Path, error: RuntimeError) -> SourceError:
    return SourceError(
        tr("The extract of OpenStreetMap “{name}” can't be read.").format(name=path.name),
        detail=str(error),
        hint=tr("It must be a .osm.pbf, a .osm (also .gz) or a GeoPackage; a .osm.bz2 is to be unpacked first."),
    )


def _opened(path: Path, conf: Path | None = None) -> gdal.Dataset:
    """The extract as OGR reads it; RuntimeError (GDAL's) where it is none."""
    if is_geopackage(path):
        return gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_READONLY)
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
    return gdal.OpenEx(
        f"/vsigzip/{path}" if packed else str(path),
        gdal.OF_VECTOR | gdal.OF_READONLY,
        allowed_drivers=["OSM"],
        open_options=[f"CONFIG_FILE={conf}", f"MAX_TMPFILE_SIZE={_MEMORY}"] if conf else [],
    )


def _theme(entry: Entry) -> Theme:
    if entry.layer not in THEMES:
        raise SourceError(
            tr("“{name}” is not a theme of OpenStreetMap.").format(name=entry.layer),
            hint=tr("Themes: {names}.").format(names=", ".join(THEMES)),
        )
    return THEMES[entry.layer]


def _place(entry: Entry) -> str:
    place = entry.options.get("path", "") or setting(SETTING)
    if not place:
        raise SourceError(
            tr("“{title}”: no extract of OpenStreetMap is named.").format(title=entry.title),
            hint=tr(
                "Fetch one (a .osm.pbf of the département or the région, from download.openstreetmap.fr or"
                " download.geofabrik.de), then give its path in the settings of the extension (DATA_TERRITOIRES_OSM)."
            ),
        )
    return place


def _extracted(path: Path, name: str, theme: Theme, around: QgsRectangle, feedback: QgsFeedback) -> Path:
    """The GeoPackage of a theme around a place, in the cache: table `name`."""
    state = path.stat()
    box = (around.xMinimum(), around.yMinimum(), around.xMaximum(), around.yMaximum())
    what = f"{path.resolve()}|{state.st_size}|{state.st_mtime_ns}|{name}|{theme}|{box}"
    stamp = hashlib.sha256(what.encode()).hexdigest()[:24]
    folder = cache_folder("files")
    target = folder / f"{stamp}-osm.gpkg"
    if target.exists():
        return target
    work = folder / f"{stamp}.{os.getpid()}.{threading.get_ident()}"
    raw, draft, conf = (work.with_suffix(suffix) for suffix in (".raw.gpkg", ".draft.gpkg", ".ini"))
    try:
        conf.write_text(_configuration(), encoding="utf-8")
        _translate(path, theme, box, conf, raw, feedback)
        _gathered(raw, name, theme, draft)
        os.replace(draft, target)
    except RuntimeError as error:
        stop_if_cancelled(feedback)
        raise _unreadable(path, error) from error
    finally:
        for left in (raw, draft, conf):
            left.unlink(missing_ok=True)
    return target


def _translate(
    path: Path, theme: Theme, box: tuple[float, ...], conf: Path, target: Path, feedback: QgsFeedback
) -> None:
    """The layers of a theme as they are: GDAL reads the layers of a PBF together, and keeps nodes on disk."""

    def going_on(share: float, _text: str, _data: object) -> int:
        feedback.setProgress(100 * share)
        return 0 if feedback.isCanceled() else 1

    ready = is_geopackage(path)
    config = {"OSM_MAX_TMPFILE_SIZE": _MEMORY, "CPL_TMPDIR": str(target.parent), "OGR_INTERLEAVED_READING": "YES"}
    with gdal.ExceptionMgr(useExceptions=True), gdal.config_options({} if ready else config):
        dataset = _opened(path, conf)
        names = {dataset.GetLayer(at).GetName() for at in range(dataset.GetLayerCount())}
        layers = [layer for layer in theme.layers if layer in names]
        if not layers:
            raise RuntimeError(", ".join(sorted(names)))
        options = gdal.VectorTranslateOptions(
            format="GPKG",
            layers=layers,
            where=_where(dataset, layers, theme.tags),
            spatFilter=box,
            spatSRS="EPSG:4326" if ready else None,
            layerCreationOptions=["GEOMETRY_NAME=geom", "SPATIAL_INDEX=NO"],
            callback=going_on,
        )
        close(gdal.VectorTranslate(str(target), dataset, options=options))


def _where(dataset: gdal.Dataset, layers: list[str], tags: tuple[str, ...]) -> str:
    """The tags of a theme, in their column, or among the others where the extract has no column for them."""
    columns = [_fields(dataset.GetLayerByName(layer)) for layer in layers]
    conditions = []
    for tag in tags:
        key, _, value = tag.partition("=")
        if all(key in each for each in columns):
            conditions.append(f"\"{key}\" = '{value}'" if value else f'"{key}" IS NOT NULL')
        elif all("other_tags" in each for each in columns):
            conditions.append(f'other_tags LIKE \'%"{key}"=>"{value}%\'')
    if not conditions:
        raise RuntimeError(f"{layers}: {tags}")
    return " OR ".join(conditions)


def _fields(layer: ogr.Layer) -> set[str]:
    definition = layer.GetLayerDefn()
    return {definition.GetFieldDefn(at).GetName() for at in range(definition.GetFieldCount())}


def _gathered(raw: Path, name: str, theme: Theme, target: Path) -> None:
    """One table of what was taken out; of the surfaces of a theme of points, a point that lies on them."""
    kind = "POINT" if theme.points else "MULTIPOLYGON" if _POLYGONS in theme.layers else "MULTILINESTRING"
    with gdal.ExceptionMgr(useExceptions=True):
        dataset = gdal.OpenEx(str(raw), gdal.OF_VECTOR | gdal.OF_UPDATE)
        for at in range(dataset.GetLayerCount()):
            layer = dataset.GetLayer(at)
            if theme.points and layer.GetName() == _POLYGONS:
                layer.StartTransaction()
                for feature in layer:
                    geometry = feature.GetGeometryRef()
                    feature.SetGeometry(geometry.PointOnSurface() if geometry is not None else None)
                    layer.SetFeature(feature)
                layer.CommitTransaction()
        for at in range(dataset.GetLayerCount()):
            options = gdal.VectorTranslateOptions(
                format="GPKG",
                layers=[dataset.GetLayer(at).GetName()],
                layerName=name,
                accessMode="append" if at else None,
                addFields=bool(at),
                geometryType=kind,
                layerCreationOptions=["GEOMETRY_NAME=geom", "FID=dt_fid"],
            )
            close(gdal.VectorTranslate(str(target), dataset, options=options))
        close(dataset)


def _configuration() -> str:
    """What the driver makes of the tags: a column for those that serve, the others together."""
    lines = [f"closed_ways_are_polygons={_CLOSED}", "attribute_name_laundering=no", ""]
    for layer in ("points", "lines", _POLYGONS, "multilinestrings", "other_relations"):
        lines += [f"[{layer}]", "osm_id=yes", f"attributes=name,{','.join(_KEYS)}", "other_tags=yes", ""]
    return "\n".join(lines)
