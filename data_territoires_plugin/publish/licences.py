"""Under which licence may a layer be published again, given those of what it came from?

Sources: Licence Ouverte 2.0 (Etalab, 2017: mention of the source; compatible with every licence that asks at least
that); ODbL 1.0, article 4.4 (a derived database keeps the ODbL); Creative Commons 4.0, section 3 (b) for “share alike”.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from ..catalogue.words import plain
from ..errors import DataTerritoiresError
from ..i18n import tr

if TYPE_CHECKING:
    from collections.abc import Iterable


class Family(Enum):
    """What a licence asks of who publishes again; the value is its usual name."""

    FREE = "CC0"
    ATTRIBUTION = "Licence Ouverte 2.0"
    ODBL = "ODbL 1.0"
    SHARE_ALIKE = "CC BY-SA 4.0"
    CLOSED = "–"  # no commercial use, no derived work, or no publication at all
    UNKNOWN = "?"


class LicenceConflict(DataTerritoiresError):
    """What a layer came from forbids the licence under which it would be published."""


_FAMILIES = (
    (Family.CLOSED, r"non[ -]commercial|\bnc\b|\bnd\b|pas de modification|usage interne|acces restreint|reserve"),
    (Family.ODBL, r"odbl|open data(base)? commons open database|open database licen[cs]e"),
    (Family.SHARE_ALIKE, r"(cc|creative ?commons).*(\bsa\b|share ?alike|partage dans les memes conditions)"),
    (Family.FREE, r"\bcc ?0\b|cc zero|domaine public|public domain|pddl"),
    (Family.ATTRIBUTION, r"licence ouverte|open licen[cs]e|etalab|\blov?2?\b|fr lo|cc by|creative ?commons|odc by"),
)
_SEPARATORS = re.compile(r"[-_/.,;:()]+")


def family(text: str) -> Family:
    """The family of a licence, from its title or address."""
    flat = _SEPARATORS.sub(" ", plain(text))
    return next((found for found, pattern in _FAMILIES if re.search(pattern, flat)), Family.UNKNOWN)


def licence_of(sources: Iterable[str], asked: str = "") -> tuple[str, tuple[str, ...]]:
    """The licence to publish under, and what the user should know. `asked`: the one he wants, "" for what fits.

    Raises LicenceConflict where the sources forbid it, or forbid each other.
    """
    known = [source for source in dict.fromkeys(sources) if source.strip()]
    found = {source: family(source) for source in known}
    notes = tuple(
        tr("The licence “{licence}” is not one that is known here: check that it allows to publish again.").format(
            licence=source
        )
        for source, one in found.items()
        if one is Family.UNKNOWN
    )
    if not known and not asked:
        return "", (tr("The layer says nothing of its licence: who reuses it will not know what is allowed."),)
    binding = [source for source, one in found.items() if one in (Family.ODBL, Family.SHARE_ALIKE, Family.CLOSED)]
    if len({found[source] for source in binding}) > 1:
        raise LicenceConflict(
            tr("These licences can't be brought together in one layer: {licences}.").format(
                licences="; ".join(binding)
            ),
            hint=tr("Publish what comes from each of them apart."),
        )
    chosen = asked or (binding or known)[0]
    _refuse(found, binding, chosen)
    return chosen, notes


def _refuse(found: dict[str, Family], binding: list[str], chosen: str) -> None:
    target = family(chosen)
    if binding and target is not found[binding[0]]:
        raise LicenceConflict(
            tr("What comes from “{source}” can't be published under “{licence}”.").format(
                source=binding[0], licence=chosen
            ),
            hint=tr("Publish under {licence}, or without what comes from there.").format(licence=binding[0]),
        )
    named = [source for source, one in found.items() if one is Family.ATTRIBUTION]
    if named and target is Family.FREE:
        raise LicenceConflict(
            tr("“{source}” asks that the source be named, which “{licence}” does not.").format(
                source=named[0], licence=chosen
            ),
            hint=tr("Publish under {licence}.").format(licence=Family.ATTRIBUTION.value),
        )
