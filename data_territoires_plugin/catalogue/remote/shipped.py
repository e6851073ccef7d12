"""The catalogue shipped with the plugin, searched like the others: without network. No QGIS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...i18n import tr
from ..loading import load_catalogue
from ..words import words
from .found import Found, Query, Resource, Results

if TYPE_CHECKING:
    from pathlib import Path

    from qgis.core import QgsFeedback

    from ..entry import Entry


class Shipped:
    """The reference layers."""

    name = "catalogue"

    def __init__(self, extra: Path | None = None) -> None:
        self._extra = extra

    @property
    def title(self) -> str:
        """Its name for people."""
        return tr("Reference layers")

    def search(self, query: Query, feedback: QgsFeedback) -> Results:
        """The entries that hold the words, the best first."""
        catalogue = load_catalogue(self._extra)
        # Asked beside other catalogues, an entry that holds only some of the words is no answer.
        wanted = words(query.words)
        entries = [each for each in catalogue.search(query.words) if not wanted or _holds(each, wanted)]
        if query.theme:
            entries = [each for each in entries if each.theme == query.theme]
        if query.licence:
            entries = [each for each in entries if each.licence.id == query.licence]
        if query.producer:
            by = set(words(query.producer))
            entries = [each for each in entries if by <= set(words(each.producer))]
        ignored = tuple(
            said for said, given in ((tr("the format"), query.format), (tr("the schema"), query.schema)) if given
        )
        page = entries[query.start : query.start + query.limit]
        return Results(tuple(_found(each) for each in page), len(entries), ignored)

    def entry(self, resource_id: str, feedback: QgsFeedback) -> Entry:
        """The entry of that id. Raises CatalogueError."""
        return load_catalogue(self._extra).entry(resource_id)


def _holds(entry: Entry, wanted: tuple[str, ...]) -> bool:
    said = words(
        f"{entry.title} {' '.join(entry.keywords)} {entry.id.replace('_', ' ')} {entry.product} {entry.producer}"
    )
    said += words(entry.abstract)
    return all(any(held.startswith(word) for held in said) for word in wanted)


def _found(entry: Entry) -> Found:
    resource = Resource(
        entry.id, entry.title, entry.layer, entry.service, entry.service, entry.layer, entry.geometry.value
    )
    return Found(
        source=Shipped.name,
        id=entry.id,
        title=entry.title,
        abstract=entry.abstract,
        producer=entry.producer,
        licence=entry.licence,
        updated="" if entry.edition.startswith("field:") else entry.edition,
        keywords=entry.keywords,
        resources=(resource,),
        warning=entry.conditions,
    )
