"""Numbers and words as the windows show them."""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b
from typing import TYPE_CHECKING

from ..i18n import number, tr
from ..territory.zonings import ZONINGS, label

if TYPE_CHECKING:
    from ..territory import Territory

_KM2 = 1e6  # square metres
_LONGEST = 80  # characters of the name of a file
_EXACT_BELOW = 100  # km²: a decimal above would be false precision


def counted(count: int, one: str, many: str, **values: str) -> str:
    """`one` or `many`, already translated, with {count} and the values filled in. Singular below two, as in French."""
    return (one if count in (0, 1) else many).format(count=number(count), **values)


def area(square_metres: float) -> str:
    """An area in km²."""
    value = square_metres / _KM2
    return tr("{area} km²").format(area=number(value, 0 if value >= _EXACT_BELOW else 1))


def seconds(value: float) -> str:
    """A duration: seconds, then minutes."""
    if value < 10:
        return tr("{seconds} s").format(seconds=number(value, 1))
    if value < 60:
        return tr("{seconds} s").format(seconds=number(value))
    return tr("{minutes} min {seconds} s").format(minutes=int(value // 60), seconds=int(value % 60))


def kind_label(kind: str) -> str:
    """A kind of territory as one says it."""
    if kind in ZONINGS:
        return label(kind)
    return {
        "commune": tr("commune"), "epci": tr("EPCI"), "departement": tr("département"), "region": tr("région"),
        "commune_deleguee": tr("delegated commune"), "commune_associee": tr("associated commune"),
        "arrondissement_municipal": tr("municipal arrondissement"),
    }.get(kind, kind)  # fmt: skip


def place_label(type_: str) -> str:
    """A kind of place to publish to, as one says it."""
    return {
        "ogcapi": tr("feature service (OGC API)"), "wfst": tr("feature service (WFS-T)"), "geoserver": "GeoServer",
        "postgis": tr("PostGIS table"), "datagouv": tr("dataset of data.gouv.fr"), "entrepot": tr("Entrepôt (IGN)"),
        "bal": tr("deposit of a local address base"), "grist": tr("Grist table"), "folder": tr("folder or WebDAV"),
    }.get(type_, type_)  # fmt: skip


def of_kind(kind: str) -> str:
    """The heading of the layers recommended for a kind of territory."""
    return {
        "commune": tr("Recommended for a commune"),
        "departement": tr("Recommended for a département"),
        "region": tr("Recommended for a région"),
    }.get(kind, tr("Recommended for an EPCI"))


def code_of(territory: Territory) -> str:
    """The kind and the code: "EPCI 243500139"."""
    return f"{kind_label(territory.kind)} {territory.code}"


def where(territory: Territory) -> str:
    """What tells a territory from its namesakes: kind, code, département."""
    place = (
        ", ".join(territory.departements)
        if len(territory.departements) <= 2 and territory.kind not in ("departement", "region")
        else ""
    )
    return f"{code_of(territory)} ({place})" if place else code_of(territory)


def lost_source() -> str:
    """What is said of a layer whose file or service is no longer there."""
    return tr("This layer can't be read: its file or service is not there. Right click on it, “Change Data Source…”.")


def file_name(name: str) -> str:
    """The name of a file made of the name of a territory or of a layer: "rennes_metropole"."""
    text = (
        unicodedata.normalize("NFKD", name.replace("œ", "oe").replace("Œ", "oe"))
        .encode("ascii", "ignore")
        .decode()
        .lower()
    )
    made = re.sub(r"[^a-z0-9]+", "_", text).strip("_") or "territoire"
    if len(made) <= _LONGEST:
        return made
    # What begins alike stays apart. Windows stops at 260 characters, folders included.
    return f"{made[:_LONGEST]}_{blake2b(name.encode(), digest_size=4).hexdigest()}"
