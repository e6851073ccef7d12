"""Where the data of a record are: the addresses at which they were published, and the formats that these give."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .record import Link

if TYPE_CHECKING:
    from .record import Record

_FORMATS = {"OGC:WFS": "GML", "OGC API - Features": "GeoJSON"}  # what these services answer with


def with_links(record: Record, links: tuple[tuple[str, str], ...]) -> Record:
    """The record, with the addresses of the web where its data were just published ((title, address), …)."""
    known = {one.url for one in record.links}
    added = tuple(
        Link(url, _protocol(url), title)
        for title, url in links
        if url not in known and url.startswith(("http://", "https://")) and not url.rstrip("/").endswith("/items")
    )
    return replace(record, links=(*record.links, *added))


def with_formats(record: Record) -> Record:
    """The record, with the formats that its links give, where it names none."""
    found = dict.fromkeys(_FORMATS[one.protocol] for one in record.links if one.protocol in _FORMATS)
    return record if record.formats else replace(record, formats=tuple(found))


def _protocol(url: str) -> str:
    """The protocol of an address, in the words of catalogues."""
    if "service=wfs" in url.lower():
        return "OGC:WFS"
    return "OGC API - Features" if "/collections/" in url else "WWW:LINK-1.0-http--link"
