"""The last good answers: the layers of earlier clips, kept for the day their source does not answer.

A kept layer serves the same perimeter, CRS and cut mode only, and never silently: its status is `kept`, its date that
of the answer. All of them together stay under a limit (setting `kept_megabytes`, 0: nothing is kept); the oldest go.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from ..geopackage import read_table
from ..i18n import tr
from ..paths import cache_folder
from ..settings import setting
from ..sources import Column, Plan, Way
from .part import CUT_COLUMN
from .request import Status
from .tally import Tally

if TYPE_CHECKING:
    from pathlib import Path

    from ..catalogue.entry import Entry
    from .request import ClipRequest, LayerResult

LIMIT = "kept_megabytes"
MEGABYTES = 500  # of all the kept layers, unless the setting says otherwise
_SPARE = 4  # times its size: the room that must be left on the disk


def keep(request: ClipRequest, layers: list[LayerResult]) -> None:
    """Keeps the layers that their sources have just given whole, before their files are used up.

    What can't be kept (no room, a disk that refuses) is not: the clip goes on.
    """
    limit = _limit()
    if not limit or request.perimeter.training:
        return
    done = [layer for layer in layers if layer.status is Status.DONE and layer.part and layer.entry.service != "local"]
    largest = max((layer.part for layer in layers if layer.part), key=_size, default=None)
    for layer in done:
        if layer.part and 2 * _size(layer.part) <= limit:
            with suppress(OSError):
                # The largest part becomes the result, written on; the others are copied into it and dropped.
                _keep(request, layer, layer.part, linked=layer.part != largest)
    with suppress(OSError):
        _tidy(limit)


def kept_on(request: ClipRequest, entry: Entry) -> date | None:
    """The day of the last good answer for an entry, None where there is none."""
    note = _folder() / f"{_key(request, entry)}.json"
    try:
        told = json.loads(note.read_text(encoding="utf-8"))
        return date.fromisoformat(told["date"]) if note.with_suffix(".gpkg").is_file() else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def restore(request: ClipRequest, layer: LayerResult, part: Path) -> bool:
    """Puts the last good answer for a layer at `part` and says so in the layer; False where there is none."""
    note = _folder() / f"{_key(request, layer.entry)}.json"
    try:
        told = json.loads(note.read_text(encoding="utf-8"))
        shutil.copyfile(note.with_suffix(".gpkg"), part)
        _fill(layer, told)
    except (OSError, ValueError, KeyError, TypeError):
        return False
    names = read_table(part, layer.entry.id).columns
    layer.columns = tuple(Column(name) for name in names if name != CUT_COLUMN)
    layer.part, layer.status = part, Status.KEPT
    return True


def _fill(layer: LayerResult, told: dict[str, Any]) -> None:
    plan = Plan(Way(told["way"]), told["why"], told["request"], told["announced"], ())
    fetched, tally = date.fromisoformat(told["date"]), Tally(**told["tally"])
    ways = (layer.entry, *layer.entry.ways)
    layer.entry = next((each for each in ways if _source(each) == told["source"]), layer.entry)
    layer.plan, layer.tally, layer.edition, layer.fetched = plan, tally, told["edition"], fetched
    layer.bytes = 0


def _keep(request: ClipRequest, layer: LayerResult, part: Path, *, linked: bool) -> None:
    size = _size(part)
    if not linked and shutil.disk_usage(_folder()).free < _SPARE * size:
        return
    target = _folder() / f"{_key(request, layer.entry)}.gpkg"
    draft = target.with_name(f"{target.stem}.{os.getpid()}.draft")
    try:
        if linked:
            try:
                os.link(part, draft)
            except OSError:  # another disk, or one without links
                shutil.copyfile(part, draft)
        else:
            shutil.copyfile(part, draft)
        note = target.with_suffix(".json")
        note.unlink(missing_ok=True)  # between the two replacements, there is no kept answer rather than a mixed one
        os.replace(draft, target)
        draft.write_text(json.dumps(_note(layer)), encoding="utf-8")
        os.replace(draft, note)
    finally:
        draft.unlink(missing_ok=True)


def _note(layer: LayerResult) -> dict[str, Any]:
    plan = layer.plan
    return {
        "entry": layer.entry.id,
        "source": _source(layer.entry),
        "date": layer.fetched.isoformat(),
        "edition": layer.edition,
        "way": plan.way.value if plan else Way.ALL.value,
        "why": "; ".join(filter(None, (plan.reason if plan else "", *layer.choice))),
        "request": plan.request if plan else "",
        "announced": plan.announced if plan else None,
        "tally": asdict(layer.tally),
    }


def _source(entry: Entry) -> str:
    return f"{entry.service}:{entry.layer}"


def _key(request: ClipRequest, entry: Entry) -> str:
    """The same for the same layer, perimeter, CRS and cut mode."""
    crs = request.crs_of(entry)
    ours = request.perimeter.crs.toWkt()
    what = json.dumps([entry.id, crs.authid() or crs.toWkt(), ours, request.mode(entry).value])
    return hashlib.sha256(bytes(request.perimeter.geometry.asWkb().data()) + what.encode()).hexdigest()[:24]


def _tidy(limit: int) -> None:
    """Drops the oldest answers beyond the limit, and files without a note."""
    total = 0
    for path in sorted(_folder().glob("*.gpkg"), key=lambda path: -path.stat().st_mtime):
        note = path.with_suffix(".json")
        total += _size(path)
        if total > limit or not note.exists():
            note.unlink(missing_ok=True)
            path.unlink(missing_ok=True)


def _limit() -> int:
    """Bytes."""
    try:
        return int(float(setting(LIMIT, str(MEGABYTES))) * 1_000_000)
    except ValueError:
        return MEGABYTES * 1_000_000


def _size(path: Path) -> int:
    return path.stat().st_size


def _folder() -> Path:
    return cache_folder("kept")


def said(layer: LayerResult, reason: str) -> str:
    """The sentence that a kept layer is shown with."""
    edition = tr(", edition {edition}").format(edition=layer.edition) if layer.edition else ""
    return tr("The source did not answer ({reason}): this is its last good answer, fetched on {date}{edition}.").format(
        reason=reason.rstrip("."), date=layer.fetched.strftime("%d/%m/%Y"), edition=edition
    )
