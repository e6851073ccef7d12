"""The catalogue: the files shipped, the update applied over them, the kit that is open, the file the user adds."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from ..errors import CatalogueError
from ..i18n import tr
from ..paths import place_of, resources
from .catalogue import Catalogue
from .kits import CATALOGUE, DATA, open_folder
from .reading import Definitions, Sheet, built, compose, definitions, problems_found, removed
from .services import LOCAL
from .update import applied_file

if TYPE_CHECKING:
    from .entry import Entry
    from .kits import Kit

Stamp = tuple[Path, int, int]  # a file, its date and size: read again only when they change
_Over = tuple[Stamp, bool]  # a file that comes over the others, and whether it may replace their entries


def load_catalogue(extra: Path | None = None) -> Catalogue:
    """The catalogue shipped or updated, with the entries of the open kit that it lacks, and those of `extra`.

    `extra` adds entries, or replaces those of the same id. Raises CatalogueError, naming file, line and key, when a
    file can't be read or an entry is wrong.
    """
    over: list[_Over] = []
    if update := applied_file():
        over.append((_stamp(update), True))
    # A kit that left with its USB key takes none of the others' entries away: the clip says that it is gone.
    kit = open_folder()
    if kit is not None and (kit / CATALOGUE).is_file():
        over.append((_stamp(kit / CATALOGUE), False))
    if extra:
        over.append((_stamp(Path(extra).resolve()), True))
    return _loaded(_shipped(), tuple(over))


def updated_catalogue(update: Path | None) -> Catalogue:
    """The catalogue shipped under an update, None for none. Raises CatalogueError as `load_catalogue`."""
    return _loaded(_shipped(), ((_stamp(update), True),) if update else ())


def kit_entries(kit: Kit) -> Catalogue:
    """The catalogue with the entries of a kit. Raises CatalogueError where its file is wrong or leads elsewhere."""
    return _loaded(_shipped(), ((_stamp(kit.folder / CATALOGUE), False),))


def _shipped() -> tuple[Stamp, ...]:
    return tuple(_stamp(path) for path in sorted((resources() / "catalogue").glob("*.yaml")))


def _stamp(path: Path) -> Stamp:
    state = path.stat() if place_of(str(path)) is not None and path.is_file() else None
    return path, state.st_mtime_ns if state else 0, state.st_size if state else 0


@lru_cache(maxsize=6)
def _loaded(shipped: tuple[Stamp, ...], over: tuple[_Over, ...]) -> Catalogue:
    if not over:
        return _catalogue([compose(path) for path, *_ in shipped], None, replacing=True)
    *under, ((path, *_), replacing) = over
    base = _loaded(shipped, tuple(under))
    return _catalogue([compose(path)], base, replacing=replacing)


def _catalogue(sheets: list[Sheet], base: Catalogue | None, *, replacing: bool) -> Catalogue:
    known = Definitions(dict(base.themes), dict(base.licences)) if base else Definitions.empty()
    for sheet in sheets:
        known = definitions(sheet, known)
    found: dict[str, Entry] = {}
    for sheet in sheets:
        built(sheet, known, found)
    before = {entry.id: entry for entry in base.entries} if base else {}
    if not replacing:
        _refuse_elsewhere(sheets[0].path, found)
    everything = before | found if replacing else found | before
    for sheet in sheets:
        for entry_id in removed(sheet, everything):
            del everything[entry_id]
    problems_found(sheets)
    order = {theme: rank for rank, theme in enumerate(known.themes)}
    return Catalogue(
        entries=tuple(sorted(everything.values(), key=lambda entry: order[entry.theme])),
        themes=MappingProxyType(known.themes),
        licences=MappingProxyType(known.licences),
    )


def _refuse_elsewhere(path: Path, found: dict[str, Entry]) -> None:
    """A kit comes from someone else: its entries are tables of its own GeoPackage, nothing else of this machine."""
    start = f"{(path.parent / DATA).resolve()}|layername="
    wrong = [entry.id for entry in found.values() if entry.service != LOCAL or not entry.layer.startswith(start)]
    if wrong:
        raise CatalogueError(
            tr("The kit of “{folder}” reads something else than its own data: {names}.").format(
                folder=path.parent.name, names=", ".join(wrong[:5])
            ),
            str(path),
            tr("Don't use this kit: ask the person who gave it to you."),
        )
