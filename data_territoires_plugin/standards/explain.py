"""Each kind of rule in plain words: what is wrong, and what to do.

A message may use {table}, {field}, {value}, {expected} and {count}. A module that brings rules of its own brings their
words too:

    add("siret", lambda: (tr("…"), tr("…")))
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..i18n import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_LONGEST = 120  # characters of a value in a message; the finding holds it whole


@dataclass(frozen=True)
class Words:
    """What a finding tells."""

    message: str
    help: str = ""


_WORDS: dict[str, Callable[[], tuple[str, str]]] = {}


def add(rule: str, words: Callable[[], tuple[str, str]]) -> None:
    """The message and the help of a kind of rule; asked for at each finding: the language may change."""
    _WORDS[rule] = words


def known_rules() -> frozenset[str]:
    """The kinds of rules that have words of their own."""
    return frozenset(_WORDS)


def explain(
    rule: str, *, table: str = "", field: str = "", value: str = "", expected: str = "", count: str = ""
) -> Words:
    """The words of a finding of this rule. A rule without words of its own says at least what was found and wanted."""
    message, help_ = _WORDS[rule]() if rule in _WORDS else _other()
    said = {
        "table": table,
        "field": field,
        "value": _short(value),
        "expected": _short(expected),
        "count": count,
        "rule": rule,
    }
    return Words(message.format(**said), help_.format(**said))


def newer_code(version: str) -> str:
    """What is added to the help when a code exists in a later version of the standard."""
    return tr(
        "This value exists since the {version} version of the standard: check against that version, or use a value"
        " of this one."
    ).format(version=version)


def one_of(values: Iterable[str]) -> str:
    """What to do with a value that is not in a short list: the list."""
    return tr("Choose one of these values: {values}.").format(values=", ".join(values))


def lost_zeros(code: str) -> str:
    """What is added to the help when a code would be right with its leading zeros."""
    return tr("The leading zeros were lost: write “{code}”, in a text column.").format(code=code)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _other() -> tuple[str, str]:
    return (
        tr("{field}: “{value}” does not follow the rule “{rule}”. Expected: {expected}."),
        tr("Correct the value, then check again."),
    )


# ------------------------------------------------------------------------------------------------ table, columns
add(
    "empty_table",
    lambda: (
        tr("The layer “{value}” has no feature."),
        tr("Fill it, or leave it out of what is delivered if the standard allows it."),
    ),
)
add(
    "presence",
    lambda: (
        tr("The column {field} is missing."),
        tr("Add the column {field} to the layer, even if it stays empty where no value is required."),
    ),
)
add(
    "presence_recommended",
    lambda: (
        tr("The recommended column {field} is missing."),
        tr("Add it, even empty: it may become mandatory in a later version."),
    ),
)
add(
    "presence_optional",
    lambda: (tr("The optional column {field} is not there."), tr("Nothing to do, unless you have values for it.")),
)
add(
    "column_name",
    lambda: (
        tr("The column “{value}” was read as {field}, but its name is not exactly that."),
        tr("Rename the column to {expected}: other programs would not find it."),
    ),
)
add(
    "unknown_column",
    lambda: (
        tr("The column {field} is not in the standard."),
        tr("Remove it from what is delivered, or map it to a field of the standard."),
    ),
)
# ------------------------------------------------------------------------------------------------ values
add(
    "required",
    lambda: (
        tr("Mandatory value missing: {field}."),
        tr("Fill {field} for this feature: the standard wants a value in every row."),
    ),
)
add(
    "type",
    lambda: (
        tr("{field}: “{value}” is not of the expected type: {expected}."),
        tr("Write the value in the expected form: {expected}."),
    ),
)
add(
    "min_length",
    lambda: (
        tr("{field}: “{value}” is too short: {expected} characters at least."),
        tr("Complete the value; codes keep their leading zeros."),
    ),
)
add(
    "max_length",
    lambda: (
        tr("{field}: “{value}” is too long: {expected} characters at most."),
        tr("Shorten the value: it would be refused or cut."),
    ),
)
add(
    "pattern",
    lambda: (
        tr("{field}: “{value}” does not have the expected form: {expected}."),
        tr("Rewrite the value in that form."),
    ),
)
add(
    "pattern_undecided",
    lambda: (
        tr("{field}: the form of “{value}” could not be checked: the pattern of the standard takes too long on it."),
        tr("Compare it by eye with the expected form: {expected}."),
    ),
)
add(
    "values",
    lambda: (
        tr("{field}: “{value}” is not one of the allowed values."),
        tr("Choose one of: {expected}."),
    ),
)
add(
    "minimum",
    lambda: (
        tr("{field}: {value} is too small: {expected} at least."),
        tr("Check the value and its unit."),
    ),
)
add(
    "maximum",
    lambda: (
        tr("{field}: {value} is too large: {expected} at most."),
        tr("Check the value and its unit."),
    ),
)
add(
    "characters",
    lambda: (
        tr("{field}: “{value}” holds characters that can't be read."),
        tr("The text was read in a wrong encoding or holds control characters; expected: “{expected}”."),
    ),
)
add(
    "filename",
    lambda: (
        tr("{field}: the file “{value}” is not in the document."),
        tr("Add the file to the written pieces, or correct its name, extension included."),
    ),
)
add(
    "filename_case",
    lambda: (
        tr("{field}: the file “{value}” is written “{expected}” in the document."),
        tr("Write the name with the same capitals and small letters: servers tell them apart."),
    ),
)
add(
    "unique",
    lambda: (
        tr("{field}: “{value}” is there {count} times; each value must be unique."),
        tr("Give each feature an identifier of its own, or remove the duplicates."),
    ),
)
add(
    "key",
    lambda: (
        tr("The values “{value}” of {field} are there {count} times; together they must be unique."),
        tr("Give each feature an identifier of its own, or remove the duplicates."),
    ),
)
add(
    "codes",
    lambda: (
        tr("{field}: “{value}” is not in the code list {expected}."),
        tr("Choose a value, or a pair of values, of the code list."),
    ),
)
add(
    "reference",
    lambda: (
        tr("{field}: “{value}” does not exist in {expected}."),
        tr("Correct the value, or add the missing row to the other table."),
    ),
)
add(
    "condition",
    lambda: (
        tr("The values of {field} do not agree: {expected}."),
        tr("Correct one of these values: {value}."),
    ),
)
# ------------------------------------------------------------------------------------------------ geometry
add(
    "geometry_missing",
    lambda: (
        tr("The layer “{value}” has no geometry."),
        tr("Deliver a layer of {expected}, not a table."),
    ),
)
add(
    "crs_missing",
    lambda: (
        tr("The layer “{value}” has no coordinate reference system."),
        tr("Give it one (right click, “Layer CRS”). Expected: {expected}."),
    ),
)
add(
    "crs",
    lambda: (
        tr("The coordinate reference system {value} is not among those allowed."),
        tr("Reproject the layer. Expected: {expected}."),
    ),
)
add(
    "geometry_null",
    lambda: (tr("The feature has no geometry."), tr("Draw it, or remove the row.")),
)
add(
    "kind",
    lambda: (
        tr("The geometry is a {value}; the standard wants {expected}."),
        tr("Put this feature in the right layer, or draw it again."),
    ),
)
add(
    "z",
    lambda: (
        tr("Altitude of the geometry: {value}; the standard wants {expected}."),
        tr("Add or remove the Z of the geometries (Processing toolbox)."),
    ),
)
add(
    "multi",
    lambda: (
        tr("The geometry is {value}; the standard wants {expected}."),
        tr("Convert the layer (Processing toolbox: “Promote to multipart” or “Multipart to singleparts”)."),
    ),
)
add(
    "validity",
    lambda: (
        tr("Invalid geometry: {value}."),
        tr("Move or remove the vertex at the place shown, or repair the geometry (Processing toolbox)."),
    ),
)
add(
    "text_round_trip",
    lambda: (
        tr("Geometry valid in QGIS, but not once its coordinates are cut to 15 digits: {value}."),
        tr(
            "The national validator will refuse it. Two vertices almost touch at the place shown: move one of them"
            " apart or merge them, or round the coordinates to the millimetre and repair."
        ),
    ),
)
add(
    "extent",
    lambda: (
        tr("The coordinates ({value}) lie outside the area of {expected}."),
        tr("The layer was given a wrong coordinate reference system, or the feature is lost: check both."),
    ),
)
add(
    "inside",
    lambda: (
        tr("The geometry goes out of the perimeter by {value}."),
        tr("Cut it at the limit of the perimeter, or check the perimeter that was given."),
    ),
)
add(
    "geometry_unique",
    lambda: (
        tr("The same geometry is there {count} times."),
        tr("Remove the duplicates, or draw the right geometry."),
    ),
)
# ------------------------------------------------------------------------------------------------ named rules
add(
    "insee",
    lambda: (
        tr("{field}: “{value}” is not an INSEE code."),
        tr("Expected: {expected}. INSEE codes are not postcodes; they keep their leading zero."),
    ),
)
add(
    "insee_unknown",
    lambda: (
        tr("{field}: “{value}” is the INSEE code of no commune."),
        tr("Expected: {expected}. Check that it isn't a postcode."),
    ),
)
add(
    "insee_former",
    lambda: (
        tr("{field}: “{value}” is the code of a former commune."),
        tr("Write the code of the commune of today: {expected}."),
    ),
)
add(
    "siren",
    lambda: (
        tr("{field}: “{value}” is not a SIREN number."),
        tr("Nine digits, the last of which is a check digit: compare with the official directory of companies."),
    ),
)
add(
    "siret",
    lambda: (
        tr("{field}: “{value}” is not a SIRET number."),
        tr("Fourteen digits, the last of which is a check digit: compare with the official directory of companies."),
    ),
)
add(
    "finess",
    lambda: (
        tr("{field}: “{value}” is not a FINESS number."),
        tr("Nine characters, the last of which is a check digit: compare with the FINESS directory."),
    ),
)
add(
    "uuid4",
    lambda: (
        tr("{field}: “{value}” is not a random identifier (UUID version 4)."),
        tr("Expected: {expected}."),
    ),
)
add(
    "idurba",
    lambda: (
        tr("{field}: “{value}” is not the identifier of a planning document."),
        tr("Expected: {expected}."),
    ),
)
add(
    "document_code",
    lambda: (
        tr("{field}: “{value}” is not the identifier that the name of the document gives."),
        tr("Expected: {expected}. Check the name of the folder and its date too."),
    ),
)
add(
    "date_order",
    lambda: (
        tr("The dates of {field} are not in order: {value}."),
        tr("Expected: {expected}."),
    ),
)
add(
    "not_future",
    lambda: (
        tr("{field}: {value} is in the future."),
        tr("Expected: {expected} at the latest."),
    ),
)
