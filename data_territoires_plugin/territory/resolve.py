"""From what is written ("epci:243500139", "35238", "Rennes Métropole@2021") to the territory, or a helpful error."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from ..errors import TerritoryError
from ..i18n import tr
from ..paths import resources
from .cog import EDITION, FIRST_EDITION, KINDS, Territory, near_code, of_code
from .names import normalised
from .search import exactly_named, search
from .zonings import ZONINGS, zoning

if TYPE_CHECKING:
    from collections.abc import Sequence

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


class Dissolved(TerritoryError):
    """The territory is no more. `heirs` took its place: what a recipe made for it should be offered instead."""

    def __init__(self, message: str, hint: str, heirs: tuple[Territory, ...]) -> None:
        super().__init__(message, hint=hint)
        self.heirs = heirs


def territories(text: str, *, ask: bool = True) -> tuple[Territory, ...]:
    """Several territories, separated by commas, each once: those of a perimeter. `ask`: see `territory`.

    Raises TerritoryError as `territory`, if none is named, and for one of a past edition that has no contour today.
    """
    written = [part.strip() for part in text.split(",") if part.strip()]
    if not written:
        raise TerritoryError(tr("No territory is named."), hint=_how_to_write())
    found = tuple(dict.fromkeys(territory(part, ask=ask) for part in written))
    for past in (one for one in found if one.edition != EDITION):
        from .editions import refuse_unless_as_today

        refuse_unless_as_today(past)
    return found


def members(found: Sequence[Territory]) -> tuple[Territory, ...]:
    """The communes of some territories, each once. TerritoryError where they have none."""
    codes = dict.fromkeys(code for one in found for code in one.communes)
    if not codes:
        raise TerritoryError(
            tr("These territories are not made of communes."),
            hint=tr("Choose a département, an EPCI or a région, or leave “Each commune of them” unticked."),
        )
    year = {one.edition for one in found}
    suffix = f"@{year.pop()}" if len(year) == 1 else ""
    return tuple(territory(f"commune:{code}{suffix}") for code in codes)


def territory(text: str, *, ask: bool = True) -> Territory:
    """The territory written "kind:code", "kind:code@2023", or by a code or a whole name that only one territory has.

    After the @, an edition of the COG from `FIRST_EDITION` on: the territory as it was on 1 January of that year. A
    code or a name shared by a commune and one of its parts is the commune's. The name of a zoning never met is asked of
    its service; without `ask` (on the thread of the windows) it comes with an empty code: it may exist. Raises
    TerritoryError: unknown (with the nearest names), several possible, a kind or an edition that isn't shipped;
    Dissolved: merged or dissolved by then (with what took its place).
    """
    written, edition = _written_and_edition(text.strip())
    kind, what = _kind_and_rest(written, text)
    if not what:
        raise TerritoryError(tr("No territory is named."), hint=_how_to_write())
    if kind in ZONINGS:
        return _zoning(kind, what, edition, ask=ask)
    kinds = (kind,) if kind else KINDS
    code = what.upper()
    found = of_code(code, kinds, edition) if _CODE.fullmatch(code) else exactly_named(what, kinds, edition)
    found = _wholes(found)
    if not found:
        raise _unknown(text, what, kinds, edition)
    if len(found) > 1:
        raise _several(text, found)
    return found[0]


def _wholes(found: list[Territory]) -> list[Territory]:
    """Without the parts of a commune that is there too: the delegated Saint-Denis has the code of Saint-Denis."""
    communes = {one.code for one in found if one.kind == "commune"}
    return [one for one in found if one.parent not in communes]


def _written_and_edition(text: str) -> tuple[str, int]:
    written = _EDITION.fullmatch(text)
    if not written:
        return text, EDITION
    edition = written["edition"].strip()
    if edition not in {str(year) for year in range(FIRST_EDITION, EDITION + 1)}:
        raise TerritoryError(
            tr("The {asked} edition of the COG is not available: only those from {first} to {last} are.").format(
                asked=edition, first=FIRST_EDITION, last=EDITION
            ),
            detail=text,
            hint=tr("Write {text} without “@{asked}”.").format(text=written["what"].strip(), asked=edition),
        )
    return written["what"].strip(), int(edition)


def _kind_and_rest(text: str, asked: str) -> tuple[str, str]:
    written = _KIND.fullmatch(text)
    if not written:
        return "", text.removeprefix(":").strip()
    kind = normalised(written["kind"]).replace(" ", "_")
    if kind not in KINDS and kind not in ZONINGS:
        raise TerritoryError(
            tr("“{kind}” is not a kind of territory.").format(kind=written["kind"]),
            detail=asked,
            hint=tr("Possible kinds: {kinds}.").format(kinds=", ".join((*KINDS, *ZONINGS))),
        )
    return kind, written["what"].strip()


def _zoning(kind: str, what: str, edition: int, *, ask: bool) -> Territory:
    if edition != EDITION:
        raise TerritoryError(
            tr("The territories of the kind “{kind}” are known in their present edition only.").format(kind=kind),
            hint=tr("Write {text} without “@{asked}”.").format(text=f"{kind}:{what}", asked=edition),
        )
    return zoning(kind, what, ask=ask)


def _several(text: str, found: list[Territory]) -> TerritoryError:
    return TerritoryError(
        tr("“{text}” is the name or the code of several territories.").format(text=text),
        hint=tr("Write one of: {list}.").format(list=_listed(found)),
    )


def _unknown(text: str, what: str, kinds: tuple[str, ...], edition: int) -> TerritoryError:
    gone = _former(what, kinds, edition) or _merged_long_ago(what, kinds, edition)
    if gone:
        return gone
    message = tr("“{text}” is not a territory of the COG {edition}.").format(text=text, edition=edition)
    near = _nearest(what, kinds, edition)
    hint = tr("Nearest: {list}.").format(list=_listed(near)) if near else _how_to_write()
    return TerritoryError(message, detail=text, hint=hint)


def _former(what: str, kinds: tuple[str, ...], edition: int) -> Dissolved | None:
    name = normalised(what)
    for gone in _all_former():
        named = gone.code == what.upper() or normalised(gone.name) == name
        if named and gone.kind in kinds and gone.last < edition:
            message = tr("{name} ({id}) no longer exists: the last edition of the COG that has it is {last}.")
            return _dissolved(
                message.format(name=gone.name, id=f"{gone.kind}:{gone.code}", last=gone.last),
                [heir for kind, code in (one.split(":") for one in gone.successors) for heir in of_code(code, (kind,))],
            )
    return None


def _merged_long_ago(what: str, kinds: tuple[str, ...], edition: int) -> Dissolved | None:
    """Of a commune that merged between 1943 and the first edition: the movements know it, by its code only."""
    from .migration import Movement, is_insee_code, migrate

    if "commune" not in kinds or not is_insee_code(what.upper()):
        return None
    migration = migrate(what, edition, EDITION)
    if Movement.FORMER not in migration.movements:
        return None
    message = tr("No commune has the code {code} any more in the COG {edition}.")
    heirs = [heir for code in migration.candidates for heir in of_code(code, ("commune",))]
    return _dissolved(message.format(code=migration.code, edition=edition), heirs)


def _dissolved(message: str, heirs: list[Territory]) -> Dissolved:
    replaced = tr("It was replaced by: {list}.").format(list=_listed(heirs))
    return Dissolved(message, replaced if heirs else tr("Search for the territory that replaced it."), tuple(heirs))


def _nearest(what: str, kinds: tuple[str, ...], edition: int) -> list[Territory]:
    code = what.upper()
    if _CODE.fullmatch(code):
        today = of_code(code, kinds) if edition != EDITION else []
        posted = [found for found in search(code, _NEAREST, kinds) if code in found.postcodes]
        return today or posted or near_code(code, kinds, edition)[:_NEAREST]
    return search(what, _NEAREST, kinds) or search(what, _NEAREST)


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
