"""transport.data.gouv.fr: networks (GTFS), charging stations, car pooling, cycling, low emission zones.

Contract (etalab/transport-site): GET /api/datasets gives everything at once (ETag, no filter); GET /api/geo-query?data=
gives a national layer as GeoJSON. Filters are ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...errors import CatalogueError, ServerError
from ...i18n import tr
from ..words import did_you_mean, words
from .datagouv import LINES, gtfs
from .entries import entry_of
from .found import Found, Query, Resource, Results
from .judging import format_of, judged, rank
from .kept import ask
from .licences import licence
from .zones import places_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qgis.core import QgsFeedback

    from ...territory import Territory
    from ..entry import Entry

_LAYER = "geo-query-"  # before the name of a national layer, in the id of its resource
_SITE = "https://transport.data.gouv.fr"


class Transport:
    """transport.data.gouv.fr."""

    name = "transport"

    @property
    def title(self) -> str:
        """Its name for people."""
        return "transport.data.gouv.fr"

    def search(self, query: Query, feedback: QgsFeedback) -> Results:
        """The datasets and national layers that hold the words, of the territory or around it. Raises NetworkError."""
        answer = ask(f"{_base()}/datasets", {}, feedback)
        everything = [*_national(), *(_found(row) for row in self._rows(answer.document))]
        covered = {str(row.get("datagouv_id")): row.get("covered_area") or [] for row in self._rows(answer.document)}
        suiting = [each for each in everything if _suits(each, query, covered.get(each.id))]
        if query.territory:
            near = _nearness(query.territory)
            suiting.sort(key=lambda each: near(covered.get(each.id)))
        ignored = (tr("the bounding box: only a territory is known there"),) if query.bbox else ()
        page = suiting[query.start : query.start + query.limit]
        return Results(tuple(page), len(suiting), ignored, answer.day)

    def entry(self, resource_id: str, feedback: QgsFeedback) -> Entry:
        """The entry of a resource, or of a national layer. Raises CatalogueError where there is none, NetworkError."""
        known: list[str] = []
        national = resource_id.startswith(_LAYER)
        rows = [] if national else self._rows(ask(f"{_base()}/datasets", {}, feedback).document)
        for found in _national() if national else (_found(row) for row in rows):
            for resource in found.resources:
                if resource.id == resource_id:
                    return entry_of(found, resource)
                known.append(resource.id)
        raise CatalogueError(
            tr("{site} has no resource “{id}”, or not any more.").format(site=self.title, id=resource_id),
            hint=did_you_mean(resource_id.removesuffix(LINES), known) if national else tr("Search again."),
        )

    @staticmethod
    def _rows(document: Any) -> list[dict[str, Any]]:
        if not isinstance(document, list):
            raise ServerError(
                tr("{site}: the answer is not what the service promises.").format(site=_SITE),
                detail=str(document)[:300],
                hint=tr("Try again later; if it lasts, tell us."),
            )
        return [row for row in document if isinstance(row, dict)]


def _found(row: Mapping[str, Any]) -> Found:
    publisher, owners = row.get("publisher") or {}, row.get("legal_owners") or {}
    named = [str(each.get("nom") or each.get("name")) for each in owners.get("aoms") or () if isinstance(each, dict)]
    page = str(row.get("page_url") or "")
    resources = [one for each in row.get("resources") or () for one in _resources(each)]
    return Found(
        source=Transport.name,
        id=str(row.get("datagouv_id") or row.get("id") or ""),
        title=str(row.get("title") or ""),
        producer=str(publisher.get("name") or ", ".join(named)),
        licence=licence(str(row.get("licence") or ""), page),
        page=page,
        updated=str(row.get("updated") or row.get("created_at") or "")[:10],
        coverage=", ".join(str(area.get("nom")) for area in row.get("covered_area") or () if area.get("nom")),
        keywords=tuple(dict.fromkeys(str(tag) for tag in (row.get("type"), *(row.get("tags") or ())) if tag)),
        resources=tuple(sorted(resources, key=rank)),
    )


def _resources(row: Mapping[str, Any]) -> list[Resource]:
    url = str(row.get("url") or row.get("original_url") or "")
    size = row.get("filesize")
    resource = Resource(
        id=str(row.get("id") or row.get("datagouv_id") or ""),
        title=str(row.get("title") or ""),
        url=url,
        format=format_of(str(row.get("format") or ""), str(row.get("original_url") or url)),
        size=size if isinstance(size, int) else None,
        updated=str(row.get("updated") or "")[:10],
        schema=str(row.get("schema_name") or ""),
    )
    resource = judged(resource, available=row.get("is_available") is not False)
    return gtfs(resource) if resource.format == "gtfs" and resource.service else [resource]


def _national() -> list[Found]:
    """The layers of the whole country that the site makes of the datasets of the authorities."""
    known = (
        ("bnlc", tr("Car pooling places (national database, BNLC)"), "point", "covoiturage aire parking BNLC"),
        (
            "irve",
            tr("Charging stations for electric vehicles (national database, IRVE)"),
            "point",
            "IRVE borne recharge",
        ),
        ("zfe", tr("Low emission zones (ZFE)"), "polygon", "ZFE zone faibles émissions circulation"),
        (
            "gbfs_stations",
            tr("Stations of shared bicycles and cars (GBFS)"),
            "point",
            "GBFS vélo libre-service station",
        ),
    )
    return [
        Found(
            source=Transport.name,
            id=f"{_LAYER}{layer}",
            title=title,
            producer="transport.data.gouv.fr",
            licence=licence("lov2"),
            page=f"{_SITE}/explore",
            coverage="France",
            keywords=tuple(said.split()),
            resources=(
                Resource(
                    f"{_LAYER}{layer}", title, f"{_base()}/geo-query?data={layer}", "geojson", "file", geometry=geometry
                ),
            ),
        )
        for layer, title, geometry, said in known
    ]


def _suits(found: Found, query: Query, covered: list[dict[str, Any]] | None) -> bool:
    """Whether a dataset passes the filters. `covered`: what it covers, None for the whole country."""
    said = set(words(f"{found.title} {found.producer} {found.coverage} {' '.join(found.keywords)}"))
    if not all(any(held.startswith(word) for held in said) for word in words(f"{query.words} {query.producer}")):
        return False
    if query.theme and not set(words(query.theme)) <= said:
        return False
    if query.licence and found.licence and licence(query.licence) != found.licence:
        return False
    if query.format and not any(each.format == query.format.lower() for each in found.resources):
        return False
    if query.schema and not any(each.schema == query.schema for each in found.resources):
        return False
    return query.territory is None or _nearness(query.territory)(covered) < _FAR


_FAR = 99


def _nearness(territory: Territory) -> Any:
    """How near what a dataset covers is: 0 the territory itself, then around it, the country last; _FAR elsewhere."""
    order = {place: at for at, place in enumerate(places_of(territory))}
    communes = set(territory.communes)

    def near(covered: list[dict[str, Any]] | None) -> int:
        if covered is None:
            return len(order) + 1
        told = [
            0 if area.get("type") == "commune" and str(area.get("insee")) in communes else
            len(order) if area.get("type") in ("pays", "country") else
            order.get((str(area.get("type")), str(area.get("insee"))), _FAR)
            for area in covered
        ]  # fmt: skip
        return min(told, default=_FAR)

    return near


def _base() -> str:
    from ...network import endpoint

    return endpoint("transport")
