"""From what is written in LAYERS to entries: those of the catalogue, and those that a search has found.

`datagouv:eb76d20a-8501-400e-b336-d85724de5435`, `transport:81234-lignes`, `<platform>:<id>`; or the name of the table
that such a layer has in a clipped GeoPackage (`datagouv__eb76d20a-…`), which a recipe keeps.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...errors import Cancelled, CatalogueError, DataTerritoiresError
from ...i18n import tr
from ..loading import kit_entries
from ..words import did_you_mean
from .found import id_of, table_of
from .registry import finder, finders

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qgis.core import QgsFeedback

    from ..catalogue import Catalogue
    from ..entry import Entry
    from ..kits import Kit

_PARTS = re.compile(r"(?:member|layername)=")


@dataclass(frozen=True)
class Unresolved:
    """A layer that could not be had, and why."""

    name: str
    error: DataTerritoiresError


def is_remote(name: str) -> bool:
    """Whether a name of LAYERS is that of a layer found by a search."""
    return ":" in name or ("__" in name and finder(id_of(name).partition(":")[0]) is not None)


def names_of(text: str) -> list[str]:
    """The names that LAYERS writes."""
    return [name for name in re.split(r"[,;\s]+", text) if name]


def split(text: str) -> tuple[str, tuple[str, ...]]:
    """The names of the catalogue, as LAYERS writes them, and those of layers found by a search."""
    names = names_of(text)
    remote = tuple(dict.fromkeys(name for name in names if is_remote(name)))
    return ",".join(name for name in names if name not in remote), remote


def check(name: str) -> None:
    """Refuses, without asking anyone, a name that no catalogue can know. Raises CatalogueError."""
    catalogue, _, rest = id_of(name).partition(":")
    if finder(catalogue) is None:
        known = finders()
        raise CatalogueError(
            tr("“{name}”: no catalogue is called “{catalogue}”.").format(name=name, catalogue=catalogue),
            hint=did_you_mean(catalogue, known) or tr("Known: {names}.").format(names=", ".join(known)),
        )
    if not rest.strip():
        raise CatalogueError(
            tr("“{name}” does not say which layer.").format(name=name),
            hint=tr("Search the catalogues: the column id holds what to write in LAYERS."),
        )


def entry(name: str, feedback: QgsFeedback, kits: Iterable[Kit] = ()) -> Entry:
    """The entry of a layer found by a search; `|member=…` or `|layername=…` after it chooses in an archive.

    Its id is the name of its table. A kit that holds the layer answers for its catalogue: nothing is asked. Raises
    CatalogueError (unknown, can't be clipped), NetworkError, OfflineError.
    """
    written, _, part = id_of(name).partition("|")
    check(written)
    if (held := _in_a_kit(table_of(id_of(name)), kits)) is not None:
        return held
    catalogue, _, rest = written.partition(":")
    asked = finder(catalogue) or finders()[catalogue]
    found = asked.entry(rest, feedback)
    if part and not (_PARTS.match(part) and found.service in ("file", "datagouv_tabular")):
        raise CatalogueError(
            tr("“{part}” is not known after “{name}”.").format(part=part, name=written),
            hint=tr("Write |member=… for a file of an archive, |layername=… for a layer of a file."),
        )
    if part:
        found = replace(found, layer=f"{found.layer.partition('|')[0]}|{part}", service="file", options={})
    return found if catalogue == "catalogue" else replace(found, id=table_of(f"{written}|{part}" if part else written))


def _in_a_kit(table: str, kits: Iterable[Kit]) -> Entry | None:
    """The entry of a layer found by a search, as the first of these kits that holds it has it."""
    for kit in kits:
        if kit.layer(table) is not None:
            return kit_entries(kit).entry(table)
    return None


def entries(
    names: Iterable[str], feedback: QgsFeedback, kits: Iterable[Kit] = ()
) -> tuple[tuple[Entry, ...], tuple[Unresolved, ...]]:
    """The entries of several names, and those that could not be had: one does not stop the others. Raises Cancelled."""
    had: list[Entry] = []
    failed: list[Unresolved] = []
    at_hand = tuple(kits)
    for name in names:
        try:
            had.append(entry(name, feedback, at_hand))
        except Cancelled:
            raise
        except DataTerritoiresError as error:
            failed.append(Unresolved(name, error))
    return tuple({each.id: each for each in had}.values()), tuple(failed)


def completed(catalogue: Catalogue, names: Iterable[str], feedback: QgsFeedback, kits: Iterable[Kit] = ()) -> Catalogue:
    """The catalogue with the layers found by a search that a recipe names; without those that are there no more."""
    remote = [name for name in names if is_remote(name)]
    if not remote:
        return catalogue
    had, failed = entries(remote, feedback, kits)
    push = getattr(feedback, "pushWarning", None)
    if push is not None:
        for each in failed:
            push(f"{id_of(each.name)}: {each.error}")
    return replace(catalogue, entries=(*catalogue.entries, *had))
