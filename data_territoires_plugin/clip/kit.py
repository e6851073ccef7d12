"""A kit made from a real territory: its layers, its rows of the COG, the entries and their licences, in one folder."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem

from ..catalogue import CutMode, Entry, GeometryKind, load_catalogue
from ..catalogue.kits import CATALOGUE, COG, DATA, FILES, FORMAT, LICENCES, MANIFEST, READ_ME, Kit, check_kit, checksum
from ..catalogue.loading import kit_entries
from ..catalogue.services import LOCAL
from ..catalogue.writing import as_yaml
from ..errors import DataTerritoiresError, OutputError
from ..i18n import tr
from ..metadata import attribution
from ..paths import draft_of, drop_old_drafts
from ..territory import EDITION, Territory, territories
from ..territory.cog import COLUMNS, of_code
from ..territory.names import search_key
from .job import clip
from .request import ClipRequest, ClipResult, LayerResult

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from qgis.core import QgsFeedback

    from ..territory.perimeter import Perimeter

_CONTOURS = {  # kind of territory → the entry that holds its contour
    "commune": "admin_commune",
    "epci": "admin_epci",
    "departement": "admin_departement",
    "region": "admin_region",
    "commune_deleguee": "admin_commune_associee_ou_deleguee",
    "commune_associee": "admin_commune_associee_ou_deleguee",
    "arrondissement_municipal": "admin_arrondissement_municipal",
}
_PARTS = ("commune_deleguee", "commune_associee", "arrondissement_municipal")


@dataclass(frozen=True)
class KitRequest:
    """A kit to make. `perimeter` is that of territories, not widened: `buffer` (metres) widens what is fetched."""

    perimeter: Perimeter
    entries: tuple[Entry, ...]
    folder: Path
    title: str
    buffer: float = 0.0
    themes: Mapping[str, str] | None = None


@dataclass(frozen=True)
class KitResult:
    """The kit that was made, and the clip that filled it."""

    kit: Kit
    clipped: ClipResult
    bytes: int


def make_kit(request: KitRequest, feedback: QgsFeedback) -> KitResult:
    """Makes a kit in a folder: new, empty, or that of an earlier kit, which stays until the new one is whole.

    Every layer keeps its features whole, so that a clip from the kit gives what the services would. Raises OutputError
    where the folder holds something else, DataTerritoiresError where the contours can't be had.
    """
    folder = request.folder
    _check_folder(folder)
    inside = _inside(request.perimeter)
    draft = draft_of(folder)
    drop_old_drafts(folder)
    try:
        draft.mkdir(parents=True)
        clipped = _fill(request, inside, draft, feedback)
        kit = _describe(request, inside, clipped, draft)
        _put_in_place(draft, folder)
    except OSError as error:
        raise OutputError(
            tr("The kit can't be written in “{folder}”.").format(folder=folder),
            detail=str(error),
            hint=tr("Check the room left and your rights, or choose another folder: nothing was changed there."),
        ) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    size = sum(path.stat().st_size for path in folder.iterdir())
    return KitResult(replace(kit, folder=folder), clipped, size)


def _check_folder(folder: Path) -> None:
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MANIFEST).is_file():
        raise OutputError(
            tr("“{folder}” already holds something else than a kit.").format(folder=folder),
            hint=tr("Choose a new folder: a kit has one of its own."),
        )
    if folder.is_file():
        raise OutputError(tr("“{name}” is a file: a kit is a folder.").format(name=folder.name))


def _inside(perimeter: Perimeter) -> tuple[Territory, ...]:
    """The territories that lie inside: those asked for, their communes and parts, the EPCI wholly within."""
    asked = territories(perimeter.territory)
    if any(one.training for one in asked):
        raise DataTerritoiresError(
            tr("The invented territory is already in the training kit."),
            hint=tr("Make a kit from a real territory: epci:243500139."),
        )
    codes = perimeter.codes.get("commune", ())
    communes = [one for code in codes for one in of_code(code, ("commune", *_PARTS))]
    names = {one.code for one in communes if one.kind == "commune"}
    epcis = [
        one for code in dict.fromkeys(one.epci for one in communes if one.epci) for one in of_code(code, ("epci",))
    ]
    whole = [one for one in epcis if names.issuperset(one.communes)]
    return tuple(dict.fromkeys((*asked, *whole, *communes)))


def _fill(request: KitRequest, inside: tuple[Territory, ...], draft: Path, feedback: QgsFeedback) -> ClipResult:
    """The tables: the layers asked for, and the contours without which no territory can be chosen."""
    catalogue = load_catalogue()
    contours = dict.fromkeys(_CONTOURS[one.kind] for one in inside)
    asked = {entry.id: entry for entry in request.entries if entry.geometry is not GeometryKind.RASTER}
    asked |= {name: catalogue.entry(name) for name in contours if name not in asked}
    wide = request.perimeter.buffered(request.buffer)
    clipped = clip(
        ClipRequest(
            wide,
            wide.crs,
            tuple(asked.values()),
            draft / DATA,
            CutMode.WHOLE,
            request.buffer,
            dict(request.themes or catalogue.themes),
        ),
        feedback,
    )
    missing = [layer for layer in clipped.failed if layer.entry.id in contours]
    if missing:
        first = missing[0]
        raise DataTerritoiresError(
            tr("No kit without contours: “{title}” failed. {message}").format(
                title=first.entry.title, message=first.message
            ),
            first.detail,
            first.hint,
        )
    clipped.report.unlink(missing_ok=True)
    return clipped


def _describe(request: KitRequest, inside: tuple[Territory, ...], clipped: ClipResult, draft: Path) -> Kit:
    """What stands beside the data, the manifest last; the kit is then read as anyone else will read it."""
    (draft / COG).write_text(_cog(inside), encoding="utf-8", newline="\n")
    entries = [_of_kit(layer.entry) for layer in clipped.done]
    themes = request.themes or load_catalogue().themes
    (draft / CATALOGUE).write_text(as_yaml(entries, themes), encoding="utf-8", newline="\n")
    (draft / READ_ME).write_text(_read_me(request, clipped), encoding="utf-8", newline="\n")
    (draft / LICENCES).write_text(_licences(clipped), encoding="utf-8", newline="\n")
    wide = request.perimeter.buffered(request.buffer)
    manifest = {
        "format": FORMAT,
        "title": request.title or request.perimeter.name,
        "territory": request.perimeter.territory,
        "made": date.today().isoformat(),
        "edition": EDITION,
        "crs": wide.crs.authid(),
        "land": wide.geometry.asWkt(1 if not QgsCoordinateReferenceSystem(wide.crs).isGeographic() else 6),
        "layers": [
            {"id": layer.entry.id, "edition": layer.edition, "fetched": layer.fetched.isoformat()}
            for layer in clipped.done
        ],
        "files": {name: checksum(draft / name) for name in FILES},
    }
    (draft / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=1), encoding="utf-8", newline="\n")
    kit = check_kit(draft)
    kit_entries(kit)  # read as on the other machine: what is wrong must not be found there
    return kit


def _of_kit(entry: Entry) -> Entry:
    """The entry as the kit has it: a table of its own file, and no other way to read it."""
    own = f"{DATA}|layername={entry.id}"
    said = entry.abstract or entry.title  # a producer may have written none: a catalogue file wants one
    return replace(entry, abstract=said, service=LOCAL, layer=own, options={}, former_layers=(), ways=(), megabytes=0.0)


def _cog(inside: tuple[Territory, ...]) -> str:
    """Rows with the columns of the tables of the COG shipped with the plugin."""
    rows = [
        (
            one.kind,
            one.code,
            one.name,
            search_key(one.name),
            ",".join(one.postcodes),
            ",".join(one.departements),
            ",".join(one.regions),
            one.epci,
            one.parent,
            "" if one.population is None else str(one.population),
        )
        for one in inside
    ]
    return "\n".join("\t".join(row) for row in [COLUMNS, *rows]) + "\n"


def _read_me(request: KitRequest, clipped: ClipResult) -> str:
    lines = [
        f"# {request.title or request.perimeter.name}",
        "",
        tr("Territory: {name} ({territory}). Made on {date} with the extension Data Territoires.").format(
            name=request.perimeter.name, territory=request.perimeter.territory, date=_day(date.today())
        ),
        "",
        tr(
            "In QGIS: extension Data Territoires, “Open a kit”, then choose this folder. The same layers are clipped"
            " with the same clicks, without network. Copy the whole folder; a file that was changed is refused."
        ),
        "",
        tr("Licence, source and date of each layer: {file}.").format(file=LICENCES),
    ]
    told = [layer for layer in clipped.layers if layer.message]
    if told:
        lines += ["", "## " + tr("Layers that failed, or are older than this kit"), ""]
        lines += [f"- {layer.entry.title}: {layer.message}" for layer in told]
    return "\n".join(lines) + "\n"


def _licences(clipped: ClipResult) -> str:
    """The layers sorted by licence: a trainer must see at once what may be handed on, and how."""
    by_licence: dict[tuple[str, str], list[LayerResult]] = {}
    for layer in clipped.done:
        by_licence.setdefault((layer.entry.licence.title, layer.entry.licence.url), []).append(layer)
    lines = ["# " + tr("Licences of the layers"), ""]
    for (title, url), layers in sorted(by_licence.items()):
        lines += [f"## {title}", "", url, ""]
        lines.append("| " + " | ".join((tr("Layer"), tr("Producer"), tr("Edition"), tr("Mention on a map"))) + " |")
        lines.append("|---|---|---|---|")
        for layer in layers:
            cells = (
                f"{layer.entry.title} (`{layer.entry.id}`)",
                layer.entry.producer,
                layer.edition or tr("fetched on {date}").format(date=_day(layer.fetched)),
                attribution(layer.entry, layer.edition, layer.fetched),
            )
            lines.append("| " + " | ".join(cell.replace("|", "/").replace("\n", " ") for cell in cells) + " |")
        lines.append("")
    return "\n".join(lines)


def _day(day: date) -> str:
    return day.strftime("%d/%m/%Y")


def _put_in_place(draft: Path, folder: Path) -> None:
    """The folder of the kit or of the one before is there at any moment."""
    old = folder.with_name(f".{folder.name}.before")
    shutil.rmtree(old, ignore_errors=True)
    if folder.is_dir():
        os.replace(folder, old)
    try:
        os.replace(draft, folder)
    except OSError:
        if old.is_dir():
            os.replace(old, folder)
        raise
    shutil.rmtree(old, ignore_errors=True)
