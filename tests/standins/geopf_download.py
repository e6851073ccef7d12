"""A stand-in of the download service of the Géoplateforme: Atom feeds, archives, ranges.

Its contract: the feeds recorded from the service and its documentation. A page holds 10 entries unless asked for more,
50 at most; a parameter it doesn't know is refused; the order is alphabetical, so that the newest is not first; links
bear the address of the real service, whatever the address it was asked at.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from tests.standins.stage import Answer, Request, StandIn

if TYPE_CHECKING:
    from collections.abc import Iterable

REAL = "https://data.geopf.fr/telechargement"
_ATOM = "application/atom+xml"
_HEAD = (
    "<?xml version='1.0' encoding='UTF-8'?>\n"
    '<feed xmlns:gpf_dl="https://data.geopf.fr/annexes/ressources/xsd/gpf_dl.xsd" xmlns="http://www.w3.org/2005/Atom"'
)
_PAGING = ("page", "limit")
_FILTERS = (
    "zone", "format", "crs", "editiondatefrom", "editiondateto", "polygon", "thematic", "lang", "sortentriesby",
    "sortentriesorder",
)  # fmt: skip


@dataclass(frozen=True)
class Published:
    """A publication of a product, and its archive, in volumes of `volume` bytes (0: one file)."""

    product: str
    name: str
    zone: str
    edition: str
    content: bytes
    format: str = "GPKG"
    volume: int = 0

    @property
    def files(self) -> dict[str, bytes]:
        """Name → bytes."""
        if not self.volume:
            return {f"{self.name}.7z": self.content}
        starts = range(0, len(self.content), self.volume)
        pieces = [self.content[start : start + self.volume] for start in starts]
        return {f"{self.name}.7z.{rank:03d}": piece for rank, piece in enumerate(pieces, 1)}


class GeopfDownload(StandIn):
    """Gives what is published. Faults of its own: `cut` (a file ends after `bytes` bytes), `changed` (another ETag)."""

    home = "/telechargement"

    def __init__(self, published: Iterable[Published], **options: float) -> None:
        self._published = list(published)
        super().__init__(**options)

    def usual_headers(self) -> dict[str, str]:
        return {}

    def answer(self, request: Request) -> Answer:
        if request.method != "GET":
            return _refused(405, "method")
        parts = request.path.removeprefix(self.home).strip("/").split("/")
        if parts[0] == "resource" and len(parts) == 2:
            return self._resource(parts[1], request)
        if parts[0] == "resource" and len(parts) == 3:
            return self._publication(parts[1], parts[2], request)
        if parts[0] == "download" and len(parts) == 4:
            return self._file(*parts[1:], request)
        return _refused(404, "resource")

    def _resource(self, product: str, request: Request) -> Answer:
        unknown = set(request.params) - {*_FILTERS, *_PAGING}
        if unknown:
            return _refused(400, f"unknown parameter {', '.join(sorted(unknown))}")
        wanted = [each for each in self._published if each.product == product]
        if not wanted:
            return _refused(404, product)
        for name in ("zone", "format"):
            value = request.params.get(name)
            if value and name == "zone" and not re.fullmatch(r"D[0-9AB]{3}|R\d\d|FRA|FXX", value):
                return _refused(400, f"zone {value}")
            wanted = [each for each in wanted if not value or getattr(each, name) == value]
        by = {"title": lambda each: each.name, "editionDate": lambda each: each.edition}
        order = request.params.get("sortentriesby", "title")
        if order not in by:
            return _refused(400, f"sortEntriesBy {order}")
        wanted.sort(key=by[order], reverse=request.params.get("sortentriesorder", "asc") == "desc")
        return _feed(product, [_publication_entry(each) for each in wanted], request)

    def _publication(self, product: str, name: str, request: Request) -> Answer:
        if set(request.params) - set(_PAGING):
            return _refused(400, "unknown parameter")
        found = self._named(product, name)
        if found is None:
            return _refused(404, name)
        return _feed(name, [_file_entry(found, file, content) for file, content in found.files.items()], request)

    def _file(self, product: str, name: str, file: str, request: Request) -> Answer:
        found = self._named(product, name)
        content = found.files.get(file) if found else None
        if content is None:
            return _refused(404, file)
        changed = self.take_fault("changed", request) is not None
        etag = f'"{hashlib.sha256(content).hexdigest()[:16]}{"-2" if changed else ""}"'
        headers = {"etag": etag, "accept-ranges": "bytes"}
        names = {name.lower(): value for name, value in request.headers.items()}
        asked = re.fullmatch(r"bytes=(\d+)-(\d*)", names.get("range", ""))
        if asked and names.get("if-range", etag) == etag:
            first = int(asked[1])
            if first >= len(content):
                return Answer(416, "text/plain", b"", {**headers, "content-range": f"bytes */{len(content)}"})
            last = min(int(asked[2] or len(content) - 1), len(content) - 1)
            headers["content-range"] = f"bytes {first}-{last}/{len(content)}"
            return Answer(206, "application/x-7z-compressed", content[first : last + 1], headers)
        return Answer(200, "application/x-7z-compressed", content, headers)

    def _named(self, product: str, name: str) -> Published | None:
        return next((each for each in self._published if (each.product, each.name) == (product, name)), None)


def _publication_entry(each: Published) -> str:
    address = f"{REAL}/resource/{each.product}/{each.name}"
    return (
        f'<entry><title>{escape(each.name)}</title><link href={quoteattr(address)} rel="alternate" type="{_ATOM}"/>'
        f"<id>{escape(address)}</id><updated>{each.edition}T14:59:00+01:00</updated>"
        f"<content>{escape(each.name)}</content>"
        f'<gpf_dl:zone term="{each.zone}" label="{each.zone}"/><gpf_dl:format term="{each.format}" label="x"/>'
        f"<gpf_dl:editionDate>{each.edition}</gpf_dl:editionDate></entry>"
    )


def _file_entry(each: Published, file: str, content: bytes) -> str:
    address = f"{REAL}/download/{each.product}/{each.name}/{file}"
    rel = "section" if each.volume else "alternate"
    return (
        f'<entry><link href={quoteattr(address)} rel="{rel}" type="application/x-7z-compressed"'
        f' gpf_dl:length="{len(content)}"/><id>{escape(address)}</id><content>{"0" * 32}</content></entry>'
    )


def _feed(title: str, entries: list[str], request: Request) -> Answer:
    try:
        page, limit = int(request.params.get("page", 1)), int(request.params.get("limit", 10))
    except ValueError:
        return _refused(400, "page")
    if not 1 <= limit <= 50 or page < 1:
        return _refused(400, "limit")
    pages = max(1, -(-len(entries) // limit))
    shown = "".join(entries[(page - 1) * limit : page * limit])
    counts = f' gpf_dl:page="{page}" gpf_dl:pagesize="{limit}" gpf_dl:pagecount="{pages}"'
    text = f'{_HEAD}{counts} gpf_dl:totalentries="{len(entries)}"><title>{escape(title)}</title>{shown}</feed>'
    return Answer(200, f"{_ATOM};charset=UTF-8", text.encode())


def _refused(status: int, text: str) -> Answer:
    return Answer(status, "application/json", f'{{"status":{status},"message":"{text}"}}'.encode())
