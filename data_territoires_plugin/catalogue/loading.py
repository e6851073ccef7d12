"""The catalogue read from the files shipped with the plugin, and from one the user adds."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from ..paths import resources
from .catalogue import Catalogue
from .reading import Definitions, Sheet, built, compose, definitions, problems_found

if TYPE_CHECKING:
    from .entry import Entry

Stamp = tuple[Path, int, int]  # a file, its date and size: read again only when they change


def load_catalogue(extra: Path | None = None) -> Catalogue:
    """The catalogue shipped (resources/catalogue), with the entries of `extra`: new, or replacing those of the same id.

    Raises CatalogueError, naming file, line and key, when a file can't be read or an entry is wrong.
    """
    shipped = tuple(_stamp(path) for path in sorted((resources() / "catalogue").glob("*.yaml")))
    return _loaded(shipped, _stamp(Path(extra).resolve()) if extra else None)


def _stamp(path: Path) -> Stamp:
    state = path.stat() if path.is_file() else None
    return path, state.st_mtime_ns if state else 0, state.st_size if state else 0


@lru_cache(maxsize=4)
def _loaded(shipped: tuple[Stamp, ...], extra: Stamp | None) -> Catalogue:
    if extra is None:
        return _catalogue([compose(path) for path, *_ in shipped], Definitions.empty(), ())
    base = _loaded(shipped, None)
    return _catalogue([compose(extra[0])], Definitions(dict(base.themes), dict(base.licences)), base.entries)


def _catalogue(sheets: list[Sheet], known: Definitions, entries: tuple[Entry, ...]) -> Catalogue:
    for sheet in sheets:
        known = definitions(sheet, known)
    found: dict[str, Entry] = {}
    for sheet in sheets:
        built(sheet, known, found)
    problems_found(sheets)
    order = {theme: rank for rank, theme in enumerate(known.themes)}
    everything = {entry.id: entry for entry in entries} | found
    return Catalogue(
        entries=tuple(sorted(everything.values(), key=lambda entry: order[entry.theme])),
        themes=MappingProxyType(known.themes),
        licences=MappingProxyType(known.licences),
    )
