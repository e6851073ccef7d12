"""The contour of a territory: Admin Express by WFS, exact; else API Géo, simplified to 5 m. Kept in the cache."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem, QgsFeedback, QgsGeometry, QgsJsonUtils

from ..catalogue import load_catalogue
from ..errors import DataTerritoiresError, NetworkError, OfflineError, SourceError, TerritoryError
from ..geopackage import connect, is_empty, read_table, sql, wkb_offset
from ..i18n import tr
from ..network import Pool, endpoint, json_answer, session
from ..paths import cache_folder
from ..settings import offline
from ..sources import Area, Stage, source_of
from ..sources.codes import MOST_CODES
from ..sources.outline import transformed
from .zonings import BASSIN_DE_VIE, ZONINGS, remember, unknown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..catalogue.entry import Entry
    from ..sources.base import Batch, Plan
    from .cog import Territory

_DELEGATED = ("admin_commune_associee_ou_deleguee", "code_insee")
_ENTRIES = {  # kind → entry of the catalogue, field of its code
    "commune": ("admin_commune", "code_insee"),
    "epci": ("admin_epci", "code_siren"),
    "departement": ("admin_departement", "code_insee"),
    "region": ("admin_region", "code_insee"),
    "commune_deleguee": _DELEGATED,
    "commune_associee": _DELEGATED,
    "arrondissement_municipal": ("admin_arrondissement_municipal", "code_insee"),
}
_ENTRIES |= {kind: (zone.entry, zone.code_field) for kind, zone in ZONINGS.items()}
_API_GEO = {"commune": "communes", "epci": "epcis"}  # départements and régions have no geometry there (services.md §4)
_TIMEOUT = (10.0, 30.0)


@dataclass(frozen=True)
class Contour:
    """A contour in the CRS that was asked for, and where it comes from."""

    geometry: QgsGeometry
    edition: str
    exact: bool = True  # False: simplified, until the exact one can be had
    name: str = ""  # of a zoning, as the service says it: the code alone was asked for
    of_kit: bool = False  # read from a kit, where it stays: the cache is for what the services answer


def contour_of(
    territory: Territory, crs: QgsCoordinateReferenceSystem, pool: Pool, feedback: QgsFeedback, *, fresh: bool = False
) -> Contour:
    """The contour of a territory in `crs`: from the cache of this edition of the COG, else from the services.

    `fresh` passes over the cache. Raises OfflineError where nothing may be sent and nothing is cached, NetworkError
    where no service answers, TerritoryError where none knows the territory.
    """
    if territory.kind in ZONINGS and crs != _degrees():  # whose place is told by the contour: asked for once, so
        contour = contour_of(territory, _degrees(), pool, feedback, fresh=fresh)
        return replace(contour, geometry=transformed(contour.geometry, _degrees(), crs))
    kept = cache_folder("contours") / f"{territory.kind}_{territory.code}_{territory.edition}_{_named(crs)}.json"
    cached = None if fresh or territory.training else _read(kept)
    if cached is not None and (cached.exact or offline()):
        return cached
    try:
        contour = _of_admin_express(territory, crs, pool, feedback)
    except OfflineError as error:
        raise OfflineError(
            tr("The contour of {name} is not in the cache, and the plugin is offline.").format(name=territory.name),
            detail=error.detail,
            hint=tr("Go online once for this territory: its contour will then stay usable offline."),
        ) from error
    except (NetworkError, SourceError, TerritoryError):
        if territory.kind not in _API_GEO or feedback.isCanceled():
            raise
        contour = cached or _of_api_geo(territory, crs, feedback)
    if not contour.of_kit:
        _write(kept, contour)
    return contour


def _of_admin_express(
    territory: Territory, crs: QgsCoordinateReferenceSystem, pool: Pool, feedback: QgsFeedback
) -> Contour:
    """From the layer of the catalogue that holds its kind: Admin Express, or that of the zoning."""
    layer, field = _ENTRIES[territory.kind]
    entry = replace(load_catalogue().entry(layer), code_fields={territory.kind: field})
    source, entry = source_of(entry, pool, training=territory.training)
    codes = territory.communes if territory.kind == BASSIN_DE_VIE else (territory.code,)
    shapes: list[QgsGeometry] = []
    name, plans = "", []
    for start in range(0, len(codes), MOST_CODES):
        area = Area(None, crs, {territory.kind: codes[start : start + MOST_CODES]})
        with tempfile.TemporaryDirectory(prefix="dt-contour-") as folder:
            plans.append(source.plan(entry, area, feedback))
            for batch in source.fetch(entry, area, plans[-1], Stage(Path(folder), {}), feedback):
                shapes += _shapes(batch.path, batch.table, batch.field, batch.values)
                name = name or _named_there(territory, batch)
    if not shapes:
        raise _unknown(territory)
    geometry = QgsGeometry.unaryUnion(shapes) if len(shapes) > 1 else shapes[0]
    for drop in ("dropZValue", "dropMValue"):
        getattr(geometry.get(), drop)()
    if name:
        remember(replace(territory, name=name))
    plan = plans[-1]
    edition = _edition(territory, entry, plan)
    return Contour(geometry, edition, name=name, of_kit=territory.training or "kit" in plan.detail)


def fetch_together(
    territories: Iterable[Territory], crs: QgsCoordinateReferenceSystem, pool: Pool, feedback: QgsFeedback
) -> None:
    """Brings the contours of many territories of the same kind into the cache: some requests, not one for each.

    What can't be had this way is left to `contour_of`, which tells why. Raises Cancelled.
    """
    lacking: dict[str, list[Territory]] = {}
    for one in territories:
        kept = cache_folder("contours") / f"{one.kind}_{one.code}_{one.edition}_{_named(crs)}.json"
        if not (one.training or one.kind in ZONINGS or kept.is_file()):
            lacking.setdefault(one.kind, []).append(one)
    for kind, members in lacking.items():
        layer, field = _ENTRIES[kind]
        known = replace(load_catalogue().entry(layer), code_fields={kind: field})
        with suppress(NetworkError, SourceError):
            source, entry = source_of(known, pool, training=False)
            for start in range(0, len(members), MOST_CODES):
                some = {one.code: one for one in members[start : start + MOST_CODES]}
                with tempfile.TemporaryDirectory(prefix="dt-contours-") as folder:
                    plan = source.plan(entry, Area(None, crs, {kind: tuple(some)}), feedback)
                    for batch in source.fetch(
                        entry, Area(None, crs, {kind: tuple(some)}), plan, Stage(Path(folder), {}), feedback
                    ):
                        _keep_each(batch, field, some, crs, entry, plan)


def _keep_each(
    batch: Batch,
    field: str,
    some: dict[str, Territory],
    crs: QgsCoordinateReferenceSystem,
    entry: Entry,
    plan: Plan,
) -> None:
    """The contours of a batch, each in the cache. A territory in several rows is left to `contour_of`."""
    codes = distinct_values(batch.path, batch.table, field)
    for code in codes & some.keys():
        shapes = _shapes(batch.path, batch.table, field, (code,))
        if len(shapes) == 1 and "kit" not in plan.detail:
            one, geometry = some[code], shapes[0]
            geometry.get().dropZValue()
            kept = cache_folder("contours") / f"{one.kind}_{one.code}_{one.edition}_{_named(crs)}.json"
            _write(kept, Contour(geometry, _edition(one, entry, plan)))


def distinct_values(path: Path, table: str, field: str) -> set[str]:
    """The values of a column."""
    connection = connect(path, read_only=True)
    try:
        rows = connection.execute(sql("SELECT DISTINCT {field} FROM {table}", field=field, table=table)).fetchall()
    finally:
        connection.close()
    return {str(value) for (value,) in rows if value is not None}


def _unknown(territory: Territory) -> TerritoryError:
    if territory.kind in ZONINGS:
        return unknown(territory)
    return TerritoryError(
        tr("Admin Express has no contour for {name} ({id}).").format(name=territory.name, id=territory.id),
        hint=tr("Its code may have changed this year: search it by name."),
    )


def _edition(territory: Territory, entry: Entry, plan: Plan) -> str:
    origin, fetched = "ADMIN EXPRESS COG", _today()
    if territory.training:
        origin = tr("training kit")
    elif "kit" in plan.detail:
        origin = tr("kit “{title}”").format(title=plan.detail["kit"])
        fetched = date.fromisoformat(plan.detail["fetched"]).strftime("%d/%m/%Y")
    elif territory.kind in ZONINGS:  # in force today, whatever the year of the COG
        origin = " ".join(filter(None, (entry.product or entry.title, plan.edition)))
        return tr("{origin}, fetched on {date}").format(origin=origin, date=fetched)
    return tr("{origin}, COG {year}, fetched on {date}").format(origin=origin, year=territory.edition, date=fetched)


def _named_there(territory: Territory, batch: Batch) -> str:
    """The name of a zoning, in the rows that hold its contour; "" for the other territories, whose names are known."""
    zone = ZONINGS.get(territory.kind)
    if zone is None or not zone.name_field or zone.name_field not in read_table(batch.path, batch.table).columns:
        return ""
    template = "SELECT {name} FROM {table} WHERE {code} = ? AND {name} IS NOT NULL"
    statement = sql(template, name=zone.name_field, code=zone.code_field, table=batch.table)
    connection = connect(batch.path, read_only=True)
    try:
        found = connection.execute(statement, (territory.code,)).fetchone()
    finally:
        connection.close()
    return str(found[0]) if found else ""


def _shapes(path: Path, table: str, field: str, values: tuple[str, ...]) -> list[QgsGeometry]:
    """The geometries of a table, read by SQLite: a layer of QGIS would write in the file, be it the training kit."""
    described = read_table(path, table)
    statement = sql("SELECT {geometry} FROM {table}", geometry=described.geometry, table=table)
    if field:
        statement += sql(" WHERE {field} IN ", field=field) + "(" + ", ".join("?" * len(values)) + ")"
    connection = connect(path, read_only=True)
    try:
        blobs = [blob for (blob,) in connection.execute(statement, values if field else ()) if blob]
    finally:
        connection.close()
    shapes = []
    for blob in (one for one in blobs if not is_empty(one)):
        shape = QgsGeometry()
        shape.fromWkb(blob[wkb_offset(blob) :])
        shapes.append(shape)
    return shapes


def _of_api_geo(territory: Territory, crs: QgsCoordinateReferenceSystem, feedback: QgsFeedback) -> Contour:
    with session(feedback=feedback) as web:
        answer = web.get(
            f"{endpoint('api_geo')}/{_API_GEO[territory.kind]}/{territory.code}",
            params={"fields": "nom,code", "format": "geojson", "geometry": "contour"},
            timeout=_TIMEOUT,
        )
    document = json_answer(answer)
    geometry = (
        QgsJsonUtils.geometryFromGeoJson(json.dumps(document.get("geometry")))
        if isinstance(document, dict)
        else QgsGeometry()
    )
    if geometry.isNull():
        raise TerritoryError(
            tr("API Géo has no contour for {name} ({id}).").format(name=territory.name, id=territory.id),
            hint=tr("Try again later, or use a layer as the perimeter."),
        )
    edition = tr("API Géo (simplified to 5 m), COG {year}, fetched on {date}").format(
        year=territory.edition, date=_today()
    )
    return Contour(transformed(geometry, QgsCoordinateReferenceSystem("EPSG:4326"), crs), edition, exact=False)


def _named(crs: QgsCoordinateReferenceSystem) -> str:
    """A CRS in the name of a file."""
    authority = crs.authid()
    return authority.replace(":", "") if authority else hashlib.sha256(crs.toWkt().encode()).hexdigest()[:16]


def _degrees() -> QgsCoordinateReferenceSystem:
    return QgsCoordinateReferenceSystem("EPSG:4326")


def _today() -> str:
    return date.today().strftime("%d/%m/%Y")


def _read(path: Path) -> Contour | None:
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        geometry, exact = QgsGeometry.fromWkt(kept["wkt"]), bool(kept.get("exact", True))
        edition = str(kept["edition"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return None if geometry.isNull() else Contour(geometry, edition, exact, str(kept.get("name", "")))


def _write(path: Path, contour: Contour) -> None:
    try:
        draft = path.with_suffix(f".{os.getpid()}.draft")
        # Ten decimals: a hundredth of a millimetre, in degrees too.
        wkt = contour.geometry.asWkt(10)
        kept = {"edition": contour.edition, "exact": contour.exact, "name": contour.name, "wkt": wkt}
        draft.write_text(json.dumps(kept), encoding="utf-8")
        draft.replace(path)
    except OSError as error:
        raise DataTerritoiresError(
            tr("The cache can't be written."),
            detail=str(error),
            hint=tr("Free some disk space, or set another cache folder (DATA_TERRITOIRES_CACHE)."),
        ) from error
