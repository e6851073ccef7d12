"""Where a platform may be published to, read from its block: `targets` and `naming` (docs/plateformes.md)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from yaml.nodes import MappingNode, Node, ScalarNode

from ...i18n import tr
from ..words import did_you_mean, plain

if TYPE_CHECKING:
    from ..reading import Sheet

# What a destination may be. Those of data and of records: `publish` and `publishmetadata` know what they are.
DATA = ("ogcapi", "wfst", "geoserver", "postgis", "datagouv", "entrepot", "bal", "grist", "folder")
METADATA = ("ogcrecords", "csw", "geonetwork")
_KEYS = ("address", "collection", "example", "tried", "note")
_NAMING = ("pattern", "words")
_FREE = "folder", "postgis"  # what they call an address isn't one of the web
_ADDRESS = re.compile(r"(https?://[^\s/]|\{\w+\})\S*")
_LAYER = "{layer}"


@dataclass(frozen=True)
class Destination:
    """One place of a platform. `address` "" where the user gives it; `tried`: the program it was tried against."""

    type: str
    address: str = ""  # may begin with a service in braces
    collection: str = ""  # {layer}: the name of the layer, as the platform writes names
    example: str = ""  # of an address, shown where it is to be given
    tried: str = ""  # "": written from the program's documents and sources, never tried against it
    note: str = ""  # what the user should know, in words

    @property
    def is_data(self) -> bool:
        """Whether it takes features; else it takes records."""
        return self.type in DATA

    def named(self, layer: str) -> str:
        """The collection for a layer of that name."""
        return self.collection.replace(_LAYER, name_of(layer))


@dataclass(frozen=True)
class Naming:
    """How a platform wants names to be: a pattern, and the same in words."""

    pattern: str = ""
    words: str = ""

    def takes(self, collection: str) -> bool:
        """Whether a name, without its workspace or schema, is as it should be."""
        return not self.pattern or bool(re.fullmatch(self.pattern, re.split(r"[:.]", collection)[-1]))


def name_of(layer: str) -> str:
    """A name that every platform takes: small letters without accents, figures and _, no figure first."""
    name = re.sub(r"[^a-z0-9]+", "_", plain(layer)).strip("_") or "couche"
    return f"n{name}" if name[0].isdigit() else name


# ---------------------------------------------------------------- the file
def destinations(sheet: Sheet, name: str, node: Node) -> tuple[Destination, ...]:
    """The targets of a platform; what is wrong is noted in the sheet."""
    if not isinstance(node, MappingNode):
        message = tr("kinds and their addresses are expected: {{ogcapi: https://…}}.").format()
        sheet.problem(node, f"{name}: targets: {message}")
        return ()
    found = []
    for kind, (key, value) in sheet.pairs(node, name).items():
        if kind not in (*DATA, *METADATA):
            words = tr("unknown kind “{name}”.").format(name=kind)
            sheet.problem(key, f"{name}: targets: {words} {did_you_mean(kind, (*DATA, *METADATA))}".strip())
            continue
        found.append(Destination(kind, **_details(sheet, f"{name}: targets: {kind}", kind, value)))
    return tuple(found)


def _details(sheet: Sheet, where: str, kind: str, node: Node) -> dict[str, Any]:
    alone: dict[str, tuple[Node, Node]] = {"address": (node, node)}
    given = alone if isinstance(node, ScalarNode) else sheet.pairs(node, where)
    values = _texts(sheet, where, given, _KEYS)
    if kind not in _FREE and "address" in values:
        check_address(sheet, given["address"][1], where, values["address"])
    return values


def check_address(sheet: Sheet, node: Node, where: str, address: str) -> None:
    """Notes in the sheet an address that is none; "" is no fault."""
    if address and not _ADDRESS.fullmatch(address):
        message = tr("“{value}” is not an address (https://… or {{service}}/…).")
        sheet.problem(node, f"{where}: {message.format(value=address)}")


def naming(sheet: Sheet, name: str, node: Node) -> Naming:
    """The rule of names of a platform; what is wrong is noted in the sheet."""
    if not isinstance(node, MappingNode):
        sheet.problem(node, f"{name}: naming: {tr('pattern and words are expected.')}")
        return Naming()
    given = sheet.pairs(node, name)
    values = _texts(sheet, f"{name}: naming", given, _NAMING)
    try:
        re.compile(values.get("pattern", ""))
    except re.error as error:
        sheet.problem(given["pattern"][1], f"{name}: naming: {error}")
    return Naming(**values)


def _texts(sheet: Sheet, where: str, given: dict[str, tuple[Node, Node]], known: tuple[str, ...]) -> dict[str, str]:
    values = {}
    for field, (key, value) in given.items():
        if field not in known:
            words = tr("unknown key “{name}”.").format(name=field)
            sheet.problem(key, f"{where}: {words} {did_you_mean(field, known)}".strip())
        elif isinstance(value, ScalarNode):
            values[field] = str(value.value).strip()
        else:
            sheet.problem(value, f"{where}: {field}: {tr('a text is expected.')}")
    return values
