"""From what is written ("epci:243500139", "35238", "Rennes Métropole") to the territory, or to an error that helps."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..errors import TerritoryError
from ..i18n import tr
from ..paths import resources
from .cog import EDITION, KINDS, Territory, near_code, of_code
from .names import normalised
from .search import exactly_named, search

LATER_KINDS = ("canton", "iris", "scot", "pnr", "bassin_de_vie", "qpv")  # zonings without a table offline yet
_EDITION = re.compile(r"(?P<what>.*)@\s*(?P<edition>[^@]*)")
_KIND = re.compile(r"(?P<kind>[^\W\d]{2,}(?:[ _'’-][^\W\d]+)*)\s*:(?P<what>.*)")
_CODE = re.compile(r"\d{2,3}|\d[0-9AB]\d{3}|2[AB]|\d{9}")
_NEAREST = 5


@dataclass(frozen=True)
class Former:
    """A commune or an EPCI of an edition of the COG since 2019, that is no more."""

    kind: str
    code: str
    name: str
    last: int  # last edition that has it
    successors: tuple[str, ...]  # "kind:code"


def territories(text: str) -> tuple[Territory, ...]:
    """Several territories, separated by commas, each once. Raises TerritoryError as `territory`, or if none is."""
    written = [part.strip() for part in text.split(",") if part.strip()]
    if not written:
        raise TerritoryError(tr("No territory is named."), hint=_how_to_write())
    return tuple(dict.fromkeys(territory(part) for part in written))


def territory(text: str) -> Territory:
    """The territory written "kind:code", "kind:code@2026", or by a code or a whole name that only one territory has.

    A code or a name shared by a commune and one of its parts is the commune's. Raises TerritoryError: unknown (with the
    nearest names), several possible, dissolved or merged (with what took its place), a kind or an edition that isn't
    shipped.
    """
    kind, what = _kind_and_rest(_current_edition(text.strip()), text)
    if not what:
        raise TerritoryError(tr("No territory is named."), hint=_how_to_write())
    kinds = (kind,) if kind else KINDS
    code = what.upper()
    found = _wholes(of_code(code, kinds) if _CODE.fullmatch(code) else exactly_named(what, kinds))
    if not found:
        raise _unknown(text, what, kinds)
    if len(found) > 1:
        raise _several(text, found)
    return found[0]


def _wholes(found: list[Territory]) -> list[Territory]:
    """Without the parts of a commune that is there too: the delegated Saint-Denis has the code of Saint-Denis."""
    communes = {one.code for one in found if one.kind == "commune"}
    return [one for one in found if one.parent not in communes]


def _current_edition(text: str) -> str:
    written = _EDITION.fullmatch(text)
    if not written:
        return text
    edition = written["edition"].strip()
    if edition != str(EDITION):
        raise TerritoryError(
            tr("The {asked} edition of the COG is not available: only that of {edition} is.").format(
                asked=edition, edition=EDITION
            ),
            detail=text,
            hint=tr("Write {text} without “@{asked}”.").format(text=written["what"].strip(), asked=edition),
        )
    return written["what"].strip()


def _kind_and_rest(text: str, asked: str) -> tuple[str, str]:
    written = _KIND.fullmatch(text)
    if not written:
        return "", text.removeprefix(":").strip()
    kind = normalised(written["kind"]).replace(" ", "_")
    if kind in LATER_KINDS:
        raise TerritoryError(
            tr("Territories of the kind “{kind}” are not available offline yet.").format(kind=kind),
            detail=asked,
            hint=tr("Possible kinds: {kinds}. Or clip with a polygon layer of your own.").format(
                kinds=", ".join(KINDS)
            ),
        )
    if kind not in KINDS:
        raise TerritoryError(
            tr("“{kind}” is not a kind of territory.").format(kind=written["kind"]),
            detail=asked,
            hint=tr("Possible kinds: {kinds}.").format(kinds=", ".join(KINDS)),
        )
    return kind, written["what"].strip()


def _several(text: str, found: list[Territory]) -> TerritoryError:
    return TerritoryError(
        tr("“{text}” is the name or the code of several territories.").format(text=text),
        hint=tr("Write one of: {list}.").format(list=_listed(found)),
    )


def _unknown(text: str, what: str, kinds: tuple[str, ...]) -> TerritoryError:
    gone = _former(what, kinds)
    if gone:
        return _dissolved(gone)
    near = _nearest(what, kinds)
    hint = tr("Nearest: {list}.").format(list=_listed(near)) if near else _how_to_write()
    return TerritoryError(
        tr("“{text}” is not a territory of the COG {edition}.").format(text=text, edition=EDITION),
        detail=text,
        hint=hint,
    )


def _dissolved(gone: Former) -> TerritoryError:
    heirs = [
        heir for kind, code in (written.split(":") for written in gone.successors) for heir in of_code(code, (kind,))
    ]
    message = tr("{name} ({id}) no longer exists: the last edition of the COG that has it is {last}.")
    if heirs:
        hint = tr("It was replaced by: {list}.").format(list=_listed(heirs))
    else:
        hint = tr("Search for the territory that replaced it.")
    return TerritoryError(message.format(name=gone.name, id=f"{gone.kind}:{gone.code}", last=gone.last), hint=hint)


def _nearest(what: str, kinds: tuple[str, ...]) -> list[Territory]:
    code = what.upper()
    if _CODE.fullmatch(code):
        posted = [found for found in search(code, _NEAREST, kinds) if code in found.postcodes]
        return posted or near_code(code, kinds)[:_NEAREST]
    return search(what, _NEAREST, kinds) or search(what, _NEAREST)


def _former(what: str, kinds: tuple[str, ...]) -> Former | None:
    name = normalised(what)
    for gone in _all_former():
        if gone.kind in kinds and (gone.code == what.upper() or normalised(gone.name) == name):
            return gone
    return None


@lru_cache(maxsize=1)
def _all_former() -> tuple[Former, ...]:
    lines = (resources() / "cog" / "former.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    return tuple(
        Former(kind, code, name, int(last), tuple(successors.split(",")) if successors else ())
        for kind, code, name, last, successors in rows
    )


def _listed(found: list[Territory]) -> str:
    return ", ".join(f"{one.id} ({one.name})" for one in found)


def _how_to_write() -> str:
    return tr("Write kind:code, for instance epci:243500139 or commune:35238; several are separated by commas.")
