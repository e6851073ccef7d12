"""What data.gouv.fr is told of a dataset, from what the layer says of itself: licence, tags, territories, schema."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...catalogue.words import plain
from ...i18n import tr
from .udata import LICENCE_UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .base import About
    from .udata import Json, Udata

TITLE, DESCRIPTION = 350, 100_000  # characters (udata, core/dataset/constants.py)
_TAG = (3, 96)
_LEVELS = {
    "commune": "fr:commune", "epci": "fr:epci", "departement": "fr:departement", "region": "fr:region",
    "arrondissement_municipal": "fr:commune", "pays": "country",
}  # fmt: skip
# Names that producers write, beside those that the site tells: the id of the licence there.
_SAID = (
    (r"licence ouverte.*(version |v)?2|open licen[cs]e.*2|etalab-2|\blov2\b", "lov2"),
    (r"licence ouverte|open licen[cs]e|etalab", "fr-lo"),
    (r"odbl|open database licen[cs]e", "odc-odbl"),
)


def description_of(about: About, site: Udata) -> tuple[Json, tuple[str, ...]]:
    """The fields of a dataset, and what the user should know of them. NetworkError."""
    licence = licence_of(about.licence, site.licences())
    notes = []
    if licence == LICENCE_UNKNOWN:
        said = about.licence or tr("none")
        notes.append(
            tr("The licence of the layer ({licence}) is not one that the site knows: choose it there.").format(
                licence=said
            )
        )
    zones, unknown = zones_of(about.zones, site)
    if unknown:
        notes.append(tr("The site does not know these territories: {names}.").format(names=", ".join(unknown)))
    text = about.abstract.strip() or about.title
    if about.attribution:
        text += f"\n\n{tr('Attribution')} : {about.attribution}"
    described: Json = {
        "title": about.title[:TITLE],
        "description": text[:DESCRIPTION],
        "license": licence,
        "tags": tags_of(about.keywords),
    }
    if zones:
        described["spatial"] = {"zones": zones, "granularity": "other"}
    return described, tuple(notes)


def licence_of(said: str, known: Sequence[Json]) -> str:
    """The id of a licence, from its id, one of its names or its address; “not specified” where none is it."""
    wanted = plain(said).strip()
    if not wanted:
        return LICENCE_UNKNOWN
    ids = {str(each.get("id")) for each in known}
    for each in known:
        names = [each.get("id"), each.get("title"), each.get("url")]
        names += [*(each.get("alternate_titles") or []), *(each.get("alternate_urls") or [])]
        if wanted.rstrip("/") in {plain(str(name)).strip().rstrip("/") for name in names if name}:
            return str(each["id"])
    for pattern, id_ in _SAID:
        if id_ in ids and re.search(pattern, wanted):
            return id_
    return LICENCE_UNKNOWN


def tags_of(words: Sequence[str]) -> list[str]:
    """Words as the site writes them; it refuses those that are too short or too long."""
    tags = (re.sub(r"[^a-z0-9]+", "-", plain(word)).strip("-") for word in words)
    return list(dict.fromkeys(tag for tag in tags if _TAG[0] <= len(tag) <= _TAG[1]))


def zones_of(territories: Sequence[str], site: Udata) -> tuple[list[str], list[str]]:
    """The territories (kind:code) as the site names them, and those that it doesn't know."""
    zones, unknown = [], []
    for territory in territories:
        kind, _, code = territory.partition("@")[0].partition(":")
        zone = f"{_LEVELS[kind]}:{code}" if kind in _LEVELS and code else ""
        if zone and site.knows_zone(zone):
            zones.append(zone)
        else:
            unknown.append(territory)
    return zones, unknown


def schema_of(schema: str) -> Json | None:
    """A national schema: `name`, `name@version`, or the address of one that the national list doesn't have."""
    if not schema:
        return None
    if schema.startswith(("http://", "https://")):
        return {"url": schema}
    name, _, version = schema.partition("@")
    return {"name": name} | ({"version": version} if version else {})


def file_name(about: About, extension: str) -> str:
    """What a file is called, at the end of its address."""
    stem = re.sub(r"[^a-z0-9]+", "-", plain(about.title)).strip("-")[:80] or "donnees"
    return f"{stem}.{extension}"
