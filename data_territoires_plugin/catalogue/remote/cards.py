"""Platforms without an open geographic API: a card that tells what each is for, and how to import what it exports.

The cards are data (resources/cards/*.yaml, documented in docs/plateformes.md). No QGIS.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

import yaml

from ...errors import CatalogueError
from ...i18n import tr
from ...paths import resources
from ..entry import CutMode, Entry, GeometryKind
from ..words import did_you_mean, plain
from .licences import licence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

ROLES = ("commune", "key")
_TEXTS = ("title", "purpose", "access", "address", "producer", "theme", "export", "geometry", "licence", "warning")
_MAY_BE_EMPTY = ("warning",)


@dataclass(frozen=True)
class Card:
    """A platform: what it is for, who may use it, its address, how to get a file out of it."""

    id: str
    title: str
    purpose: str
    access: str
    address: str
    producer: str
    theme: str
    export: str  # how to obtain the file
    geometry: GeometryKind
    licence: str
    warning: str  # conditions: personal data, no republication
    columns: Mapping[str, tuple[str, ...]]  # role (ROLES) → names it may have in the file, the likeliest first

    def column(self, role: str, names: Iterable[str]) -> str:
        """The column of the file that has a role, "" where none of its names is there (case and accents aside)."""
        there = {plain(name).replace(" ", "_"): name for name in names}
        known = (there.get(plain(name).replace(" ", "_"), "") for name in self.columns.get(role, ()))
        return next(filter(None, known), "")

    def entry(self, path: Path, names: Iterable[str] = ()) -> Entry:
        """The entry that clips the file exported from the platform; `names`: its columns.

        Coordinates are looked for in the file itself, as in any delimited file.
        """
        listed = tuple(names)
        commune = self.column("commune", listed)
        told = licence(self.licence if self.licence != "interne" else "", self.address)
        if self.licence == "interne":
            from ..loading import load_catalogue

            told = load_catalogue().licences["interne"]
        return Entry(
            id=self.id,
            title=tr("{platform}: {file}").format(platform=self.title, file=path.stem),
            abstract=self.purpose,
            theme=self.theme,
            producer=self.producer,
            service="local",
            layer=str(path),
            geometry=self.geometry,
            licence=told,
            attribution=tr("{source}, data fetched on {date}").format(source=self.title, date="{date}"),
            cut=CutMode.WHOLE,
            cut_reason=tr("A file of one's own: its objects are kept whole."),
            key=self.column("key", listed),
            code_fields=MappingProxyType({"commune": commune} if commune else {}),
            verified=False,
            product=self.title,
            conditions=self.warning,
        )


@lru_cache(maxsize=1)
def cards() -> tuple[Card, ...]:
    """The cards shipped. Raises CatalogueError, naming file and key, for one that is not whole."""
    found = []
    for path in sorted((resources() / "cards").glob("*.yaml")):
        for name, values in (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).items():
            found.append(_card(path, str(name), values))
    return tuple(found)


def card(name: str) -> Card:
    """The card of that id. Raises CatalogueError, with the nearest ids."""
    known = {each.id: each for each in cards()}
    if name not in known:
        raise CatalogueError(tr("No card is called “{name}”.").format(name=name), hint=did_you_mean(name, known))
    return known[name]


def _card(path: Path, name: str, values: object) -> Card:
    if not isinstance(values, dict):
        raise _wrong(path, name, tr("keys and values are expected."))
    for key in values:
        if key not in (*_TEXTS, "columns"):
            raise _wrong(path, name, tr("unknown key “{name}”.").format(name=key))
    for key in _TEXTS:
        if not isinstance(values.get(key), str) or not (values[key] or key in _MAY_BE_EMPTY):
            raise _wrong(path, name, tr("the key “{key}” is missing.").format(key=key))
    columns = values.get("columns") or {}
    for role in columns:
        if role not in ROLES:
            raise _wrong(path, name, tr("unknown key “{name}”.").format(name=role))
    texts = {key: values[key].strip() for key in _TEXTS if key != "geometry"}
    try:
        geometry = GeometryKind(values["geometry"])
    except ValueError:
        raise _wrong(path, name, tr("unknown value “{value}”.").format(value=values["geometry"])) from None
    listed = MappingProxyType({role: tuple(map(str, names)) for role, names in columns.items()})
    return Card(id=name, geometry=geometry, columns=listed, **texts)


def _wrong(path: Path, name: str, problem: str) -> CatalogueError:
    return CatalogueError(f"{path.name}: {name}: {problem}", str(path), tr("Correct the file of the cards."))
