"""What the name of a document's folder says: whose it is, of what, since when.

Names of the folders: standards CNIG PLU, CC, PSMV, SCoT and SUP, paragraph on the organisation of the delivery;
the keys IDURBA follow from them, in one form until the standards of 2014 and in another since 2017.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

INSEE = r"(?:2[AB][0-9]{3}|[0-9]{5})"
SIREN = r"[0-9]{9}"
_OWNER = f"(?:{INSEE}|{SIREN})"
_URBAN = re.compile(
    rf"(?P<territory>{_OWNER})_(?P<family>PLUI|PLU|POS|CC|PSMV)_(?P<date>[0-9]{{8}})(?:_(?P<part>[A-Z]))?",
    re.IGNORECASE,
)
_SCOT = re.compile(
    rf"(?P<manager>{SIREN})_(?P<family>SCOT)(?:_(?P<date>[0-9]{{8}}))?(?:_(?P<part>[A-Z]))?", re.IGNORECASE
)
_SUP = re.compile(
    rf"(?P<manager>{SIREN})_(?P<category>[A-Z0-9]+)_(?P<territory>[A-Z0-9]+)_(?P<date>[0-9]{{8}})", re.IGNORECASE
)
_IDURBA_FIRST = re.compile(rf"{_OWNER}_?[0-9]{{8}}")
_FIRST_FORM = ("2013", "2014")


@dataclass(frozen=True)
class DocumentName:
    """The parts of a folder's name; "" for those that its family doesn't have."""

    text: str
    family: str  # PLU, PLUI, POS, CC, PSMV, SCOT, SUP
    territory: str = ""  # INSEE or SIREN code; of a SUP: its extent (département on three characters)
    manager: str = ""  # SIREN of who answers for a SUP or a SCoT
    category: str = ""  # of a SUP: AC1
    date: str = ""  # of approval, YYYYMMDD
    part: str = ""  # A, B… where one territory has several documents


def parse(name: str) -> DocumentName | None:
    """The parts of a name, None where it follows none of the patterns. Letters may be of either case."""
    for pattern in (_SCOT, _URBAN, _SUP):
        found = pattern.fullmatch(name)
        if found:
            parts = {key: value or "" for key, value in found.groupdict().items()}
            parts["family"] = parts.get("family", "SUP").upper()
            return DocumentName(name, **parts)
    return None


def is_idurba(value: str) -> bool:
    """Whether a value has one of the forms that IDURBA has had: a table may hold documents of several standards."""
    return any(pattern.fullmatch(value) for pattern in (_IDURBA_FIRST, _URBAN, _SCOT))


def expected_idurba(name: DocumentName, version: str) -> str:
    """The IDURBA of a document, from the name of its folder and the version of its standard ("2014", "2024")."""
    if name.family == "SUP" or (name.family == "SCOT" and version == "2013"):
        return ""
    if version in _FIRST_FORM and name.family != "SCOT":
        return name.territory + name.date
    return name.text.upper()


def is_idurba_of(value: str, name: DocumentName, version: str) -> bool:
    """Whether an IDURBA is that of the document.

    The first form tolerates an underscore, and what follows the date; the second any case (PLUi, PLUI), as the
    national validator does.
    """
    if version in _FIRST_FORM and name.family != "SCOT":
        return re.fullmatch(f"{re.escape(name.territory)}.*{name.date}.*", value) is not None
    return value.casefold() == name.text.casefold()
