"""The download service of the Géoplateforme: an Atom feed per product, one archive (.7z) per département.

`/resource/{product}` lists what the product is published as (zone, format, edition), `/resource/{product}/{item}` the
files of one of them, `/download/…` gives them (services.md §3a). The default order is alphabetical: the newest edition
is asked for, and looked for again in what comes. All the départements of a layer are of the same edition, or none is.
"""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from ..catalogue.files import file_template
from ..errors import SourceError
from ..i18n import tr
from ..network import Pool, endpoint, session, xml_answer
from ..paths import cache_folder
from .base import Area, Batch, Plan, Stage, Way, stop_if_cancelled
from .distinct import Distinct
from .downloads import Kept, fetched, fetched_in_pieces, forget, touch
from .local import LocalSource
from .places import communes_of, values_of
from .unpack import opened
from .web_files import Found, columns_of, consistent, noted, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from qgis.core import QgsFeedback
    from qgis.PyQt.QtXml import QDomElement

    from ..catalogue.entry import Entry

SERVICE = "geopf_download"
TIMEOUT = (15.0, 90.0)  # seconds: to answer at all, without a byte
PAGE = 50  # entries, the most that the service gives
MOST_PAGES = 20
_DATE = re.compile(r"(20\d{2}-\d{2}-\d{2})")
_SAFE = re.compile(r"[A-Za-z0-9._+-]+(/[A-Za-z0-9._+-]+)*")


@dataclass(frozen=True)
class Item:
    """One publication of a product: a zone, a format, an edition."""

    title: str
    edition: str


@dataclass(frozen=True)
class Volume:
    """A file of a publication, under the address of the service; `length` in bytes, None where it is not told."""

    path: str
    length: int | None


class GeopfDownload:
    """Reads a layer of the archives of the départements."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    # ------------------------------------------------------------------------------------------------ plan
    def plan(self, entry: Entry, area: Area, feedback: QgsFeedback) -> Plan:
        """Chooses an edition that all the départements have, downloads their archives and opens them.

        Raises NetworkError, SourceError (not published for a département, no common edition, an archive that can't be
        read), Cancelled.
        """
        template = file_template(entry.layer)
        communes = communes_of(area, entry.title, self._pool, feedback)
        departements = values_of("dep", area, communes, 1)
        items, edition = self._items(entry, template.address, departements, feedback)
        found = [self._found(entry, area, template.address, item, feedback) for item in items]
        chosen, exact = consistent(found, exact=False)
        return Plan(
            Way.ATTRIBUTE if exact else chosen[0].plan.way,
            "; ".join(
                (
                    chosen[0].plan.reason,
                    tr("archives of the départements: {names}").format(names=", ".join(departements)),
                )
            ),
            " ".join(f"{endpoint(SERVICE)}/resource/{template.address}/{item.title}" for item in items),
            None,
            columns_of([each.plan for each in chosen]),
            edition=edition,
            exact=exact,
            detail={
                "key": entry.key,
                "files": noted(chosen),
            },
        )

    def _items(
        self, entry: Entry, product: str, departements: tuple[str, ...], feedback: QgsFeedback
    ) -> tuple[list[Item], str]:
        """One publication per département, all of the newest edition that each of them has."""
        known: list[dict[str, Item]] = []
        for departement in departements:
            items = self.published(entry, product, f"D{departement:0>3}", feedback)
            if not items:
                raise SourceError(
                    tr("“{title}” is not published for the département {code}.").format(
                        title=entry.title, code=departement
                    ),
                    detail=f"{endpoint(SERVICE)}/resource/{product}?zone=D{departement:0>3}",
                    hint=tr("The producer may not cover it: see the description of the layer."),
                )
            # Of the same edition, the first name in alphabetical order: the same kind for all the départements.
            known.append({item.edition: item for item in sorted(items, key=lambda item: item.title, reverse=True)})
        common = set.intersection(*(set(editions) for editions in known)) if known else set()
        if not common:
            raise SourceError(
                tr("“{title}”: the départements {codes} have no edition in common.").format(
                    title=entry.title, codes=", ".join(departements)
                ),
                hint=tr("Two editions are never mixed in one layer: clip each département apart."),
            )
        edition = max(common)
        return [editions[edition] for editions in known], edition

    def published(self, entry: Entry, product: str, zone: str, feedback: QgsFeedback) -> list[Item]:
        """The publications of a product for a zone (D035, D02A, R53, FRA), in the format that the entry names."""
        form = entry.options.get("format", "GPKG")
        wanted = {"zone": zone, "format": form, "sortEntriesBy": "editionDate", "sortEntriesOrder": "desc"}
        pattern = entry.options.get("title", "*")
        items = []
        for each in self._entries(f"resource/{product}", wanted, feedback):
            title = _child(each, "title")
            # What does not say its zone or its format is of what was asked.
            if zone not in (_terms(each, "zone") or {zone}) or form not in (_terms(each, "format") or {form}):
                continue
            dated = _child(each, "editionDate") or next(iter(_DATE.findall(title)[-1:]), "")
            if fnmatchcase(title, pattern) and _SAFE.fullmatch(title) and dated:
                items.append(Item(title, dated[:10]))
        return items

    def _found(self, entry: Entry, area: Area, product: str, item: Item, feedback: QgsFeedback) -> Found:
        kept, path = self._archive(entry, product, item, feedback)
        template = file_template(entry.layer)
        try:
            file = opened(path, f"{item.title}.7z", template.member, partial(stop_if_cancelled, feedback))
        except SourceError:
            for volume in self._volumes(product, item, feedback):
                forget(_address(volume))  # it may have come broken
            raise
        layer = f"|layername={template.layer}" if template.layer else ""
        local = replace(entry, service="local", layer=f"{file}{layer}", options={}, ways=())
        return Found(kept, LocalSource().plan(local, area, feedback), local.layer)

    def _archive(self, entry: Entry, product: str, item: Item, feedback: QgsFeedback) -> tuple[Kept, Path]:
        """The archive of a publication, its volumes put together."""
        volumes = self._volumes(product, item, feedback)
        if not volumes:
            raise SourceError(
                tr("“{title}”: the publication {name} holds no archive.").format(title=entry.title, name=item.title),
                hint=tr("The service may be publishing it right now: try again later."),
            )
        files = [self._volume(entry, volume, feedback) for volume in volumes]
        if len(files) == 1:
            return files[0], files[0].file
        whole = replace(files[0], size=sum(file.size for file in files))
        return whole, _joined([file.file for file in files], feedback)

    @staticmethod
    def _volume(entry: Entry, volume: Volume, feedback: QgsFeedback) -> Kept:
        address = _address(volume)
        if volume.length:
            return fetched_in_pieces(address, volume.length, feedback)
        kept = fetched(address, feedback)
        if kept is None:
            raise SourceError(
                tr("“{title}”: the archive is not there.").format(title=entry.title),
                detail=address,
                hint=tr("The service may be publishing it right now: try again later."),
            )
        return kept

    # ------------------------------------------------------------------------------------------------ fetch
    def fetch(self, entry: Entry, area: Area, plan: Plan, stage: Stage, feedback: QgsFeedback) -> Iterator[Batch]:
        """The rows of each archive; what two départements both hold comes once."""
        files: list[dict[str, Any]] = plan.detail["files"]
        distinct = Distinct(plan.detail["key"])
        try:
            for at, file in enumerate(files):
                for batch in rows_of(entry, area, plan, file, stage.folder / f"{at:04d}", feedback):
                    if len(files) > 1:
                        distinct.add(batch.path, batch.table)
                    yield batch
        finally:
            distinct.close()

    # ------------------------------------------------------------------------------------------------ feeds
    def _volumes(self, product: str, item: Item, feedback: QgsFeedback) -> list[Volume]:
        return volumes_of(self._entries(f"resource/{product}/{item.title}", {}, feedback))

    def _entries(self, path: str, parameters: dict[str, str], feedback: QgsFeedback) -> Iterator[QDomElement]:
        """The entries of a feed, page after page."""
        for page in range(1, MOST_PAGES + 1):
            stop_if_cancelled(feedback)
            asked = {**parameters, "page": str(page), "limit": str(PAGE)}
            with session(feedback=feedback) as web:
                answer = web.get(f"{endpoint(SERVICE)}/{path}", params=asked, timeout=TIMEOUT)
            document = xml_answer(answer)
            feed = document.documentElement()
            yield from _children(feed, "entry")
            if page >= _count(feed, "pagecount"):
                return


def volumes_of(entries: Iterable[QDomElement]) -> list[Volume]:
    """The archive of a publication, from its feed: one file, or several volumes (.7z.001, .7z.002…) in their order."""
    volumes: dict[str, Volume] = {}
    for each in entries:
        for link in _children(each, "link"):
            path = urlsplit(link.attribute("href")).path.partition("/download/")[2]
            if re.search(r"\.7z(\.\d{3})?$", path) and _SAFE.fullmatch(path) and ".." not in path:
                told = (link.attribute(name) for name in ("gpf_dl:length", "length"))
                length = next((found for found in told if found.isdigit()), "")
                volumes[path] = Volume(path, int(length) if length else None)
    return [volumes[path] for path in sorted(volumes)]


def _count(feed: QDomElement, name: str) -> int:
    """A number of the feed: an attribute today, an element once (services.md §3a)."""
    told = feed.attribute(f"gpf_dl:{name}") or feed.attribute(name) or _child(feed, name)
    return int(told) if told.isdigit() else 1


def _address(volume: Volume) -> str:
    """Of the service as it is configured here: a mirror gives the feeds of the original as they are."""
    return f"{endpoint(SERVICE)}/download/{volume.path}"


def _joined(volumes: list[Path], feedback: QgsFeedback) -> Path:
    """Volumes one after the other, in the cache."""
    what = "|".join(path.name for path in volumes)
    target = cache_folder("files") / f"{hashlib.sha256(what.encode()).hexdigest()[:24]}.7z"
    if target.exists():
        touch(target)
        return target
    draft = target.with_name(f"{target.stem}.{os.getpid()}.draft")
    try:
        with draft.open("wb") as whole:
            for path in volumes:
                with path.open("rb") as part:
                    while block := part.read(1 << 20):
                        stop_if_cancelled(feedback)
                        whole.write(block)
        os.replace(draft, target)
    finally:
        draft.unlink(missing_ok=True)
    return target


def _children(element: QDomElement, name: str) -> Iterator[QDomElement]:
    child = element.firstChildElement()
    while not child.isNull():
        if (child.localName() or child.tagName()).rpartition(":")[2] == name:
            yield child
        child = child.nextSiblingElement()


def _child(element: QDomElement, name: str) -> str:
    return next((str(child.text()).strip() for child in _children(element, name)), "")


def _terms(element: QDomElement, name: str) -> set[str]:
    return {str(child.attribute("term")) for child in _children(element, name)}
