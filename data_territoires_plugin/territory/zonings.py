"""The other zonings as territories: cantons, IRIS, SCoT, nature parks, watersheds… No table of them is shipped.

A code is always a territory: the services say later whether they know it. A name is looked for among those met before,
then, online, in the layer of the catalogue that holds the zoning. What was learnt (name, communes) stays in the cache.
"""

from __future__ import annotations

import json
import os
import re
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ..errors import NetworkError, OfflineError, TerritoryError
from ..i18n import tr
from ..paths import cache_folder
from ..settings import offline
from .cog import Territory
from .names import normalised

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from ..catalogue.entry import Entry

_TIMEOUT = (5.0, 15.0)
_ASKED = 200  # names of a zoning asked for at once: those that hold the words come among them
_FOUND = 10
_CODED = r"[0-9A-Z_-]*\d[0-9A-Z_-]*"
# Letters that may bear an accent in a name: any letter stands for them in what is asked.
_ACCENTED = re.compile(r"[aceinouy]")


@dataclass(frozen=True)
class Zoning:
    """Where the territories of a kind come from: an entry of the catalogue, the fields of their code and name."""

    entry: str
    code_field: str
    name_field: str
    code: re.Pattern[str]


# Fields: the schemas that the Géoplateforme publishes for its WFS (August 2026), INPN's Patrinat layers, the file of
# the QPV 2024 of the ANCT. A bassin de vie is made of communes (INSEE, 2022): it has no layer of its own.
ZONINGS = {
    "canton": Zoning("admin_canton", "code_insee", "nom_officiel", re.compile(r"(\d\d|2[AB]|97\d)\d\d")),
    "iris": Zoning("iris_contours", "code_iris", "nom_iris", re.compile(r"(\d\d|2[AB])\d{7}")),
    "scot": Zoning("scot_scot", "name", "title", re.compile(_CODED)),
    "pnr": Zoning("inpn_pnr", "id_mnhn", "nom_site", re.compile(r"FR\d{7}")),
    "bassin_de_vie": Zoning("admin_commune", "code_insee", "", re.compile(r"\d[0-9AB]\d{3}")),
    "qpv": Zoning("social_qpv", "code_qp", "lib_qp", re.compile(r"Q[NP][0-9A-Z]{6,7}")),
    "bassin_versant": Zoning(
        "bdtopo_bassin_versant_topographique", "code_hydrographique", "toponyme", re.compile(_CODED)
    ),
}
BASSIN_DE_VIE = "bassin_de_vie"


def label(kind: str) -> str:
    """A kind of zoning as one says it."""
    return {
        "canton": tr("canton"),
        "iris": tr("IRIS"),
        "scot": tr("SCoT"),
        "pnr": tr("regional nature park"),
        BASSIN_DE_VIE: tr("living area"),
        "qpv": tr("priority neighbourhood (QPV)"),
        "bassin_versant": tr("watershed"),
    }[kind]


# ---------------------------------------------------------------------------------------------------- by code, by name
def zoning(kind: str, what: str, *, ask: bool = True) -> Territory:
    """The territory of a zoning by its code, or by its whole name where it was met before or can be asked for.

    Without `ask` nothing is sent: the territory of a name never met has no code yet. A code is not checked here:
    `contour_of` refuses one that the service does not know. Raises TerritoryError: a name that is no zoning's (with the
    nearest), or of several; OfflineError: a name never met, and nothing may be sent.
    """
    if ZONINGS[kind].code.fullmatch(what.upper()):
        return _of_code(kind, what.upper())
    name = normalised(what)
    known = [one for one in _met(kind) if normalised(one.name) == name]
    if not known and not ask:
        return Territory(kind, "", what)
    found = known or [one for one in _asked(kind, what) if normalised(one.name) == name]
    if len(found) != 1:
        raise _not_one(kind, what, found)
    remember(found[0])
    return found[0]


def found_offline(kind: str, text: str, limit: int) -> list[Territory]:
    """The territory of a code, or those met before whose name has all the words (or their beginnings)."""
    if ZONINGS[kind].code.fullmatch(text.strip().upper()):
        return [_of_code(kind, text.strip().upper())]
    return _ranked(_met(kind), text)[:limit]


def found_online(kind: str, text: str, limit: int = _FOUND, feedback: QgsFeedback | None = None) -> list[Territory]:
    """The territories of a kind whose name has all the words, asked of the service that holds them.

    Not for the thread of the windows. Raises NetworkError (OfflineError where nothing may be sent), SourceError.
    """
    if offline():
        raise OfflineError(
            tr("The name of a {kind} can't be looked for: the plugin is offline.").format(kind=label(kind)),
            hint=tr("Write its code, or go online once for this territory."),
        )
    if kind == BASSIN_DE_VIE:
        found = _bassins_de_vie(text, feedback)
    elif kind == "qpv":
        found = _in_the_file(kind, feedback)
    else:
        found = _in_the_layer(kind, text, feedback)
    return _ranked(found, text)[:limit]


def composed(territory: Territory, feedback: QgsFeedback) -> Territory:
    """The territory with the communes that make it, where its contour is made of theirs. Raises as `found_online`."""
    if territory.kind != BASSIN_DE_VIE or territory.communes:
        return territory
    if offline():
        raise OfflineError(
            tr("The communes of {name} are not in the cache, and the plugin is offline.").format(name=territory.name),
            hint=tr("Go online once for this territory: it will then stay usable offline."),
        )
    where = f"bassinDeVie2022/{territory.code}"
    described = _insee(where, {}, feedback)
    communes = _insee(f"{where}/descendants", {"type": "Commune"}, feedback)
    if described is None or not communes:
        raise unknown(territory)
    name = str(described.get("intitule", territory.name)) if isinstance(described, dict) else territory.name
    whole = replace(territory, name=name, communes=tuple(sorted(str(each["code"]) for each in communes)))
    remember(whole)
    return whole


def unknown(territory: Territory) -> TerritoryError:
    """What is said of a code that the service does not know."""
    return TerritoryError(
        tr("No {kind} has the code {code}.").format(kind=label(territory.kind), code=territory.code),
        detail=territory.id,
        hint=tr("Check it in the layer “{layer}” of the catalogue, or write its name: {kind}:name.").format(
            layer=ZONINGS[territory.kind].entry, kind=territory.kind
        ),
    )


# ---------------------------------------------------------------------------------------------------- what was met
def remember(territory: Territory) -> None:
    """Keeps the name and the communes of a zoning: it is then found and named offline too."""
    path = cache_folder("zonings") / f"{territory.kind}_{territory.code}.json"
    draft = path.with_suffix(f".{os.getpid()}.draft")
    with suppress(OSError):  # the name is a comfort: the contour, which matters, says that the cache can't be written
        draft.write_text(json.dumps({"name": territory.name, "communes": territory.communes}), encoding="utf-8")
        draft.replace(path)


def _of_code(kind: str, code: str) -> Territory:
    return _read(kind, code) or Territory(kind, code, f"{label(kind)} {code}")


def _met(kind: str) -> list[Territory]:
    paths = sorted(cache_folder("zonings").glob(f"{kind}_*.json"))
    found = [_read(kind, path.stem.removeprefix(f"{kind}_")) for path in paths]
    return [one for one in found if one]


def _read(kind: str, code: str) -> Territory | None:
    path = cache_folder("zonings") / f"{kind}_{code}.json"
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return Territory(kind, code, str(kept["name"]), communes=tuple(str(each) for each in kept["communes"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _ranked(found: list[Territory], text: str) -> list[Territory]:
    """Those whose name has all the words: the name itself first, then those that begin so."""
    name = normalised(text)
    words = [f" {word}" for word in name.split()]
    kept = [one for one in found if all(word in f" {normalised(one.name)}" for word in words)]
    return sorted(
        dict.fromkeys(kept),
        key=lambda one: (normalised(one.name) != name, not normalised(one.name).startswith(name), one.name, one.code),
    )


# ---------------------------------------------------------------------------------------------------- asked for
def _asked(kind: str, what: str) -> list[Territory]:
    try:
        return found_online(kind, what)
    except OfflineError:
        raise
    except NetworkError as error:
        raise TerritoryError(
            tr("“{text}” can't be looked for among the territories of the kind “{kind}”.").format(text=what, kind=kind),
            detail=f"{error.message} {error.detail}",
            hint=tr("Write its code, or try again later."),
        ) from error


def _not_one(kind: str, what: str, found: list[Territory]) -> TerritoryError:
    listed = ", ".join(f"{one.id} ({one.name})" for one in found or _nearest(kind, what))
    if found:
        return TerritoryError(
            tr("“{text}” is the name of several territories.").format(text=f"{kind}:{what}"),
            hint=tr("Write one of: {list}.").format(list=listed),
        )
    return TerritoryError(
        tr("No {kind} is called “{name}”.").format(kind=label(kind), name=what),
        detail=f"{kind}:{what}",
        hint=tr("Nearest: {list}.").format(list=listed)
        if listed
        else tr("Write its code, or another part of its name."),
    )


def _nearest(kind: str, what: str) -> list[Territory]:
    """Those that have the words, else one of them."""
    words = sorted(normalised(what).split(), key=len, reverse=True)
    with suppress(NetworkError, TerritoryError):
        for text in (what, *words[:1]):
            if found := found_online(kind, text, 5):
                return found
    return []


def _in_the_layer(kind: str, text: str, feedback: QgsFeedback | None) -> list[Territory]:
    """The names of a layer of the WFS of the Géoplateforme: its GeoServer takes a CQL filter in the body of a POST."""
    from ..catalogue import load_catalogue
    from ..network import endpoint, json_answer, session

    zone = ZONINGS[kind]
    entry = load_catalogue().entry(zone.entry)
    words = "%".join(_ACCENTED.sub("_", word) for word in normalised(text).split())
    refusals: list[NetworkError] = []
    for layer in (entry.layer, *entry.former_layers):
        parameters = {
            "service": "WFS",
            "version": "2.0.0",
            "request": "GetFeature",
            "typeNames": layer,
            "outputFormat": "application/json",
            "exceptions": "application/json",
            "srsName": "EPSG:4326",
            "propertyName": f"{zone.code_field},{zone.name_field}",
            "sortBy": f"{zone.name_field} A",
            "count": str(_ASKED),
        }
        body = {"cql_filter": f"{zone.name_field} ILIKE '%{words}%'"}
        try:
            with session(feedback=feedback) as web:
                answer = web.request(
                    "POST", endpoint(entry.service), parameters, body, timeout=_TIMEOUT, idempotent=True
                )
            features = json_answer(answer).get("features", [])
        except NetworkError as error:
            refusals.append(error)
            continue
        return [one for feature in features if (one := _territory(kind, feature.get("properties") or {}))]
    raise refusals[0]


def _territory(kind: str, values: dict[str, Any]) -> Territory | None:
    zone = ZONINGS[kind]
    code, name = values.get(zone.code_field), values.get(zone.name_field)
    return Territory(kind, str(code), str(name)) if code and name else None


def _in_the_file(kind: str, feedback: QgsFeedback | None) -> list[Territory]:
    """The names of a zoning that comes in one file for the country, read through its source as for a clip."""
    import tempfile
    from pathlib import Path

    from qgis.core import QgsCoordinateReferenceSystem, QgsFeedback, QgsGeometry, QgsRectangle

    from ..catalogue import load_catalogue
    from ..geopackage import connect, sql
    from ..network import Pool
    from ..sources import Area, Stage, source_of

    told = feedback or QgsFeedback()
    zone = ZONINGS[kind]
    world = QgsGeometry.fromRect(QgsRectangle(-180, -90, 180, 90))
    area = Area(world, QgsCoordinateReferenceSystem("EPSG:4326"))
    found: list[Territory] = []
    with Pool(2) as pool, tempfile.TemporaryDirectory(prefix="dt-zoning-") as folder:
        entry: Entry = replace(load_catalogue().entry(zone.entry), code_fields={})
        source, entry = source_of(entry, pool, training=False)
        plan = source.plan(entry, area, told)
        for batch in source.fetch(entry, area, plan, Stage(Path(folder) / "stage", {}), told):
            connection = connect(batch.path, read_only=True)
            try:
                template = "SELECT {code}, {name} FROM {table}"
                rows = connection.execute(
                    sql(template, code=zone.code_field, name=zone.name_field, table=batch.table)
                ).fetchall()
            finally:
                connection.close()
            found += [Territory(kind, str(code), str(name)) for code, name in rows if code and name]
    return found


def _bassins_de_vie(text: str, feedback: QgsFeedback | None) -> list[Territory]:
    listed = _insee("bassinsDeVie2022", {}, feedback) or []
    return [Territory(BASSIN_DE_VIE, str(each["code"]), str(each["intitule"])) for each in listed]


def _insee(where: str, parameters: dict[str, str], feedback: QgsFeedback | None) -> Any:
    """An answer of INSEE's API Métadonnées (geo): a list, or one territory; None where there is none (404).

    Source: the tests of InseeFr's Magma, the program behind it (2025): code, intitule, type; `descendants?type=`.
    """
    from ..network import endpoint, json_answer, session

    address = f"{endpoint('insee_metadonnees')}/geo/{where}"
    with session(feedback=feedback) as web:
        answer = web.get(address, params=parameters, headers={"Accept": "application/json"}, timeout=_TIMEOUT)
    if answer.status_code == 404:
        return None
    content = json_answer(answer)
    told = content if isinstance(content, list) else [content]
    if not all(isinstance(each, dict) and "code" in each for each in told):
        raise NetworkError(
            tr("The list of the living areas can't be understood."),
            detail=str(content)[:300],
            hint=tr("INSEE's service may have changed: use a layer of your own as the perimeter."),
        )
    return content
