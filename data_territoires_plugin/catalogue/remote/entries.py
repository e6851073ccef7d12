"""From a resource that a search has found to the entry that clips it. No QGIS."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ...errors import CatalogueError
from ...i18n import tr
from ...settings import setting
from ..entry import CutMode, Entry, GeometryKind
from .licences import licence, reserved

if TYPE_CHECKING:
    from .found import Found, Resource

_THEMES = (
    (r"transport|gtfs|arr[eê]t|borne|recharge|covoiturage|cyclable|v[eé]lo|route|circulation|stationnement", "voies"),
    (r"urbanisme|plu\b|zonage|foncier|friche", "urbanisme"),
    (r"adresse|b[aâ]timent|logement", "bati"),
    (r"cadastr|parcelle", "cadastre"),
    (r"risque|inondation|servitude", "risques"),
    (r"cours d.eau|hydro|\beau\b|assainissement", "eau"),
    (r"arbre|for[eê]t|v[eé]g[eé]tation|agricol", "vegetation"),
    (r"natura|znieff|biodiversit", "espaces_proteges"),
    (r"r[eé]seau|[eé]nergie|[eé]lectri|fibre", "reseaux"),
    (r"population|recensement|revenu|statisti|[eé]lection", "population"),
    (r"limite|commune|quartier|canton", "limites"),
)
_STYLES = {"point": "generique_pct", "line": "generique_lin", "polygon": "generique_surf"}
_LONGEST = 600  # characters of an abstract


def entry_of(found: Found, resource: Resource) -> Entry:
    """The entry of a resource, whose id is `<catalogue>:<resource id>`.

    Raises CatalogueError where the resource can't be clipped, or is restricted and no key is set for its catalogue.
    """
    if resource.unreadable or not resource.service:
        raise CatalogueError(
            tr("“{title}” can't be clipped: {reason}.").format(
                title=resource.title or found.title, reason=resource.unreadable or tr("nothing here reads it")
            ),
            detail=resource.url,
            hint=tr("See its page: {page}").format(page=found.page) if found.page else "",
        )
    restricted = resource.restricted or found.restricted
    key = key_of(found.source) if restricted else ""
    if restricted and not key:
        raise _without_key(found, restricted)
    if key and not _is_home(found, resource.url):
        raise _elsewhere(found, resource)
    known = found.licence or licence("", found.page)
    geometry = GeometryKind(resource.geometry) if resource.geometry else GeometryKind.ANY
    options = {"authcfg": key} if key else {}
    return Entry(
        id=f"{found.source}:{resource.id}",
        title=_title(found, resource),
        abstract=_abstract(found),
        theme=theme_of(f"{found.title} {' '.join(found.keywords)}"),
        producer=found.producer or tr("Producer not stated"),
        service=resource.service,
        layer=_layer(resource),
        geometry=geometry,
        licence=reserved(known) if restricted else known,
        attribution=_attribution(found),
        cut=CutMode.WHOLE,
        cut_reason=tr("Found by a search: nobody has said how to cut it; its objects are kept whole."),
        edition=resource.updated[:10] or found.updated[:10],
        style=_STYLES.get(resource.geometry, ""),
        verified=False,
        keywords=found.keywords,
        options=MappingProxyType(options if resource.service == "file" else {}),
        product=found.title,
        conditions=" ".join(part for part in (restricted, found.warning) if part),
    )


def key_of(catalogue: str) -> str:
    """The authentication configuration of QGIS that holds the agent's key for a catalogue, "" where none is set."""
    return setting(f"{catalogue}_authcfg")


def theme_of(text: str) -> str:
    """The theme of the catalogue that a title suggests."""
    lower = text.lower()
    return next((theme for pattern, theme in _THEMES if re.search(pattern, lower)), "equipements")


def _title(found: Found, resource: Resource) -> str:
    """The title of the dataset, and that of the resource where it says more than a file name."""
    own = resource.title.strip()
    if not own or own.lower() == found.title.lower() or re.fullmatch(r"\S+\.\w{2,8}", own):
        return found.title
    return f"{found.title} – {own}"


def _abstract(found: Found) -> str:
    text = re.sub(r"\s+", " ", re.sub(r"[*_#`>]+|!?\[([^\]]*)\]\([^)]*\)", r"\1", found.abstract)).strip()
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + "…"


def _attribution(found: Found) -> str:
    """What is written on a map: braces of the producer's are no places to fill in."""
    who = f"{found.producer} – {found.title}" if found.producer else found.title
    return tr("{source}, data fetched on {date}").format(source=who.replace("{", "(").replace("}", ")"), date="{date}")


def _layer(resource: Resource) -> str:
    """The layer as its reader wants it: the address is one address, whatever signs it holds."""
    if resource.service == "file":
        address = resource.url.replace("{", "%7B").replace("}", "%7D").replace("|", "%7C")
        return f"{address}|{resource.layer}" if resource.layer else address
    if not resource.layer:
        raise CatalogueError(
            tr("“{title}” is a link to a whole service, which does not name a layer.").format(title=resource.title),
            detail=resource.url,
            hint=tr("Add the service by its address with “{algorithm}”, and choose the layer there.").format(
                algorithm=tr("Add the layers of a service to your catalogue")
            ),
        )
    if resource.service == "wfs":
        base, _, query = resource.url.partition("?")
        vendor = [part for part in query.split("&") if part and not re.match(_OGC, part, re.IGNORECASE)]
        return f"{base}?{'&'.join([*vendor, f'typename={resource.layer}'])}"
    if resource.service == "ogcapi":
        return re.sub(r"(/collections/[^/?#]+).*", r"\1", resource.url)
    return resource.url


_OGC = r"(service|request|version|typenames?|layers?|outputformat|srsname|count|maxfeatures|bbox|styles|format)="


def _is_home(found: Found, url: str) -> bool:
    """Whether an address is of the catalogue itself: an agent's key goes nowhere else."""
    from ...network import endpoints

    hosts = {urlsplit(address).hostname for address in (endpoints().get(found.source, ""), found.page) if address}
    return urlsplit(url).hostname in hosts


def _elsewhere(found: Found, resource: Resource) -> CatalogueError:
    host = urlsplit(resource.url).hostname or resource.url
    return CatalogueError(
        tr("“{title}” is restricted, and kept by another site: your key is not sent to {host}.").format(
            title=found.title, host=host
        ),
        detail=resource.url,
        hint=tr("Fetch the file there with a browser, then clip it as a layer of your own."),
    )


def _without_key(found: Found, restricted: str) -> CatalogueError:
    return CatalogueError(
        tr("“{title}” is not open data: {reason}").format(title=found.title, reason=restricted),
        detail=found.page,
        hint=tr(
            "Ask its producer for access, save your key in QGIS (Settings > Options > Authentication, API header), and"
            " give the id of that configuration in the setting {name} of the plugin."
        ).format(name=f"{found.source}_authcfg"),
    )
