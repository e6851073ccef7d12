"""Any STAC, API or static catalogue: the footprints of its items as features, or the vector files of their assets.

`layer` of the entry is the address of a catalogue, a collection or an API (https://…/catalog.json,
https://…/collections/ortho); `|asset=name` after it reads the files of that asset, clipped, in place of the footprints.
An API is asked by its box and followed by its links; a static catalogue is walked, the branches whose extent is
elsewhere left aside. Sources: STAC 1.0 specification, STAC API 1.0 (core, item search, features).
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from ..catalogue.files import FileTemplate
from ..errors import NetworkError, SourceError
from ..i18n import tr
from ..parquet import refuse_where_unread
from .base import Area, Batch, Column, Plan, Stage, Way, stop_if_cancelled
from .bounds import LONGITUDE_LATITUDE, box_of
from .complete import Following, adopt, aside, batches
from .page import Page, columns_of
from .received import Receiver, Wanted
from .stac_items import Items, footprint
from .web_files import Wanted as WantedFiles
from .web_files import WebFiles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsFeedback, QgsRectangle

    from ..catalogue.entry import Entry
    from ..network import Pool

PER_PAGE = 500  # footprints put in the stage at once
MOST_FILES = 200  # of one clip


class Stac:
    """Reads a STAC: its footprints, or the files of one asset."""

    def __init__(self, pool: Pool, authcfg: str = "") -> None:
        self._pool = pool
        self._authcfg = authcfg

    def plan(self, entry: Entry, area: Area, feedback: QgsFeedback) -> Plan:
        """Reads the items of the box. Raises NetworkError, SourceError (no STAC, no such asset)."""
        if _asset(entry):
            return _Assets(self._pool).plan(entry, area, feedback)
        self._authcfg = entry.options.get("authcfg", self._authcfg)
        box = _box(area)
        detail: dict[str, Any] = {
            "url": entry.layer,
            "box": [box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()],
            "target": area.crs.authid() or area.crs.toWkt(),
        }
        # The items say what columns there are: they are read now, and found again by `fetch`.
        stage = Stage(aside(detail), {**detail, "day": date.today().isoformat()})
        items = Items(entry.layer, box, self._authcfg, feedback)
        pages = list(self._pages(self._receiver(entry, detail, stage, feedback), items))
        detail["pages"] = len(pages)
        reason = tr("footprints of the items of the STAC, asked by the bounding box")
        if items.walked:
            reason = tr("static STAC, walked: items read: {read}, in the box: {kept}").format(
                read=items.read, kept=items.kept
            )
        columns = columns_of(pages) or (Column("id"),)
        return Plan(Way.BBOX, reason, entry.layer, items.announced, columns, edition=items.edition, detail=detail)

    def fetch(self, entry: Entry, area: Area, plan: Plan, stage: Stage, feedback: QgsFeedback) -> Iterator[Batch]:
        """The footprints read by the plan, or the rows of the files. Raises IncompleteError, NetworkError."""
        if _asset(entry):
            yield from _Assets(self._pool).fetch(entry, area, plan, stage, feedback)
            return
        self._authcfg = entry.options.get("authcfg", self._authcfg)
        detail = dict(plan.detail)
        known = {name: value for name, value in detail.items() if name != "pages"}
        adopt(aside(known), stage)
        receiver = self._receiver(entry, detail, stage, feedback)
        if all(stage.has(_name(number)) for number in range(detail["pages"])):
            pages: Iterator[Page] = (receiver.kept(_name(number)) for number in range(detail["pages"]))
        else:
            pages = self._pages(receiver, Items(entry.layer, _box(area), self._authcfg, feedback))
        yield from batches(entry.title, pages, plan, Following())

    @staticmethod
    def _receiver(entry: Entry, detail: dict[str, Any], stage: Stage, feedback: QgsFeedback) -> Receiver:
        # The box is not checked again: an item may be far larger than what is asked for.
        return Receiver(Wanted(entry.title, detail["target"], None, "id"), stage, feedback)

    @staticmethod
    def _pages(receiver: Receiver, items: Items) -> Iterator[Page]:
        waiting: list[dict[str, Any]] = []
        number = 0
        for item in items:
            waiting.append(footprint(item))
            if len(waiting) == PER_PAGE:
                yield _kept(receiver, number, waiting)
                number, waiting = number + 1, []
        if waiting:
            yield _kept(receiver, number, waiting)


class _Assets(WebFiles):
    """The files that the items of the box have for an asset, read together."""

    def _wanted(self, entry: Entry, area: Area, feedback: QgsFeedback) -> WantedFiles:
        name = _asset(entry)
        authcfg = entry.options.get("authcfg", "")
        items = Items(entry.layer.partition("|")[0], _box(area), authcfg, feedback)
        files: dict[str, str] = {}
        names: dict[str, None] = {}
        for item in items:
            stop_if_cancelled(feedback)
            assets = items.assets(item)
            names.update(dict.fromkeys(assets))
            if name in assets:
                files.setdefault(assets[name], str(item.get("id")))
        if not files:
            raise SourceError(
                tr("“{title}”: no item of the STAC around the perimeter has the asset “{name}”.").format(
                    title=entry.title, name=name
                ),
                hint=tr("Their assets: {names}.").format(names=", ".join(names) or "–"),
            )
        if len(files) > MOST_FILES:
            raise SourceError(
                tr("“{title}”: {count} files would have to be fetched.").format(title=entry.title, count=len(files)),
                hint=tr("Clip a smaller territory, or choose another source."),
            )
        templates = tuple((_template(address), label) for address, label in files.items())
        return WantedFiles(templates, None, note=tr("files of the items of the STAC"), edition=items.edition)

    @staticmethod
    def _file(
        entry: Entry, area: Area, template: FileTemplate, feedback: QgsFeedback, *, whole: bool, optional: bool
    ) -> Any:
        refuse_where_unread(template.address)
        return WebFiles._file(entry, area, template, feedback, whole=whole, optional=optional)


def _template(address: str) -> FileTemplate:
    """An address as it is: a brace in it is no place to fill in."""
    return FileTemplate(address.replace("{", "%7B").replace("}", "%7D"))


def _asset(entry: Entry) -> str:
    return entry.layer.partition("|asset=")[2]


def _box(area: Area) -> QgsRectangle:
    if area.perimeter is None:
        raise SourceError(tr("A perimeter is needed."))
    return box_of(area, LONGITUDE_LATITUDE)


def _name(number: int) -> str:
    return f"page-{number:06d}.gpkg"


def _kept(receiver: Receiver, number: int, features: list[dict[str, Any]]) -> Page:
    name = _name(number)
    if receiver.stage.has(name):
        return receiver.kept(name)
    body = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False).encode()
    try:
        page = receiver.keep(name, receiver.opened(name, body, ["CRS84"]))
    except NetworkError as error:
        raise SourceError(
            tr("“{title}”: an item of the STAC can't be read.").format(title=receiver.wanted.title), detail=error.detail
        ) from error
    return replace(page, returned=len(features))
