"""A standard of one's own: the Table Schema that a layer follows, and the page that explains it to others.

Frictionless Table Schema 1.0 (specs.frictionlessdata.io/table-schema), as schema.data.gouv.fr publishes them. What is
said of a column is what every one of its values satisfies: a proposal, to be read again by who knows the data.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from ..errors import StandardError
from ..i18n import tr
from ..sources.base import stop_if_cancelled
from .model import Field as Column
from .model import FieldType, Kind, Presence, Table
from .slugs import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from qgis.core import QgsFeedback

    from .engine.subject import Subject
    from .model import Standard

_ISO_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_INSEE = r"^([013-9]\d|2[AB1-9])\d{3}$"
_SIREN, _SIRET = r"^\d{9}$", r"^\d{14}$"
_KEYS = re.compile(r"(^|_)(id|uid|uuid|code|num|numero|ref|identifiant|gid|cle)($|_)", re.IGNORECASE)
_LIST = 20  # values: beyond, it is no list of codes
_REPEATED = 5  # times each value of a list occurs, on average
_LONG_CODE = 60  # characters: a longer value is a sentence
_TYPES = {
    FieldType.INTEGER: "integer",
    FieldType.NUMBER: "number",
    FieldType.BOOLEAN: "boolean",
    FieldType.DATE: "date",
    FieldType.DATETIME: "datetime",
}
_WORDS = {
    "integer": "nombre entier",
    "number": "nombre décimal (point)",
    "boolean": "vrai ou faux (true, false)",
    "date": "date (AAAA-MM-JJ)",
    "datetime": "date et heure",
    "string": "texte",
}
_SHAPES = {Kind.POINT: "points", Kind.LINE: "lignes", Kind.POLYGON: "surfaces", Kind.ANY: "formes de plusieurs genres"}


@dataclass(frozen=True)
class National:
    """The field of a national standard that a column becomes, and its values."""

    standard: str
    field: str
    values: tuple[tuple[str, str], ...] = ()  # ours → the standard's


@dataclass(frozen=True)
class OwnSchema:
    """A schema of one's own."""

    title: str
    table: Table
    rows: int
    kind: Kind | None
    crs: str
    version: str = "0.1.0"
    nationals: Mapping[str, National] = field(default_factory=dict)  # by name of column

    @property
    def name(self) -> str:
        """Its name, as an identifier."""
        return slug(self.title).replace("_", "-") or "schema"


def describe(subject: Subject, title: str, labels: Mapping[str, str], feedback: QgsFeedback) -> OwnSchema:
    """The schema that a layer follows; `labels`: aliases of its columns.

    Raises StandardError (nothing to describe), SourceError, Cancelled.
    """
    names = [name for name in subject.names if name not in subject.keys]
    if not names:
        raise StandardError(
            tr("“{name}” has no column: no schema can be made of it.").format(name=subject.name),
            hint=tr("Choose a layer with attributes."),
        )
    seen: list[Counter[str | None]] = [Counter() for _ in names]
    rows = 0
    for rows, (_key, values) in enumerate(subject.rows(names, feedback), 1):
        for counted, value in zip(seen, values, strict=True):
            counted[value] += 1
        if rows % 5000 == 0:
            stop_if_cancelled(feedback)
    if not rows:
        raise StandardError(
            tr("“{name}” has no feature: no schema can be made of it.").format(name=subject.name),
            hint=tr("Choose a layer that holds some."),
        )
    columns = [
        _column(name, subject.type_of(name), counted, rows, labels.get(name, ""))
        for name, counted in zip(names, seen, strict=True)
    ]
    if subject.kind is Kind.POINT:
        columns += _coordinates({name.casefold() for name in names})
    key = next((one.name for one in columns if one.unique), "")
    table = Table(slug(title) or "table", title, fields=tuple(columns), key=(key,) if key else ())
    return OwnSchema(title, table, rows, subject.kind, subject.crs)


def with_nationals(own: OwnSchema, nationals: Mapping[str, National], standard: Standard) -> OwnSchema:
    """The same, each column with the field that it becomes: its title where the column has none."""
    fields = []
    for one in own.table.fields:
        national = nationals.get(one.name)
        known = [each for table in standard.tables for each in table.fields if national and each.name == national.field]
        fields.append(replace(one, title=one.title or known[0].title) if known else one)
    return replace(own, table=replace(own.table, fields=tuple(fields)), nationals=dict(nationals))


# ------------------------------------------------------------------------------------------------------- columns
def _column(name: str, stored: FieldType, counted: Counter[str | None], rows: int, label: str) -> Column:
    values = {value: count for value, count in counted.items() if value is not None}
    type_ = _type(stored, values)
    required = bool(values) and None not in counted
    once = required and rows > 1 and len(values) == rows
    return Column(
        name,
        type_,
        title=label,
        presence=Presence.MANDATORY if required else Presence.OPTIONAL,
        required=required,
        unique=once and bool(_KEYS.search(name)),
        pattern=_pattern(name, type_, values),
        values=_codes(type_, values) if not once else (),
        minimum=0.0 if _never_negative(type_, values) else None,
        example=next(iter(values), ""),
    )


def _type(stored: FieldType, values: Mapping[str, int]) -> FieldType:
    if stored is FieldType.TEXT and values and all(_ISO_DAY.fullmatch(value) for value in values):
        return FieldType.DATE
    return stored if stored in _TYPES else FieldType.TEXT


def _never_negative(type_: FieldType, values: Mapping[str, int]) -> bool:
    return type_ is FieldType.INTEGER and bool(values) and not any(value.startswith("-") for value in values)


def _codes(type_: FieldType, values: Mapping[str, int]) -> tuple[str, ...]:
    """The values of a list, where they are few and come again and again."""
    few = 1 < len(values) <= _LIST and sum(values.values()) >= _REPEATED * len(values)
    short = all(len(value) <= _LONG_CODE for value in values)
    return tuple(sorted(values)) if type_ is FieldType.TEXT and few and short else ()


def _pattern(name: str, type_: FieldType, values: Mapping[str, int]) -> str:
    """The form of the codes that everybody knows, where the name says it and every value follows it."""
    word = name.casefold()
    for said, pattern in (("insee", _INSEE), ("siren", _SIREN), ("siret", _SIRET)):
        if said in word and type_ is FieldType.TEXT and values and all(re.match(pattern, value) for value in values):
            return pattern
    return ""


def _coordinates(taken: set[str]) -> Iterator[Column]:
    """The place of a point, as the national schemas write it."""
    for name, bound in (("longitude", 180.0), ("latitude", 90.0)):
        if name not in taken:
            yield Column(name, FieldType.NUMBER, name.title(), required=True, minimum=-bound, maximum=bound)


# -------------------------------------------------------------------------------------------------------- schema
def as_json(own: OwnSchema, today: date) -> str:
    """The text of the Table Schema."""
    content: dict[str, Any] = {
        "$schema": "https://specs.frictionlessdata.io/schemas/table-schema.json",
        "name": own.name,
        "title": own.title,
        "description": f"Schéma tiré de la couche « {own.title} » ({own.rows} objets).",
        "version": own.version,
        "created": today.isoformat(),
        "lastModified": today.isoformat(),
        "missingValues": [""],
        "fields": [_described(one, own.nationals.get(one.name)) for one in own.table.fields],
    }
    if own.table.key:
        content["primaryKey"] = own.table.key[0]
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _described(one: Column, national: National | None) -> dict[str, Any]:
    said: dict[str, Any] = {"name": one.name}
    if one.title:
        said["title"] = one.title
    if national is not None:
        said["description"] = f"Devient « {national.field} » du standard {national.standard}."
    said["type"] = _TYPES.get(one.type, "string")
    if one.type is FieldType.DATE:
        said["format"] = "%Y-%m-%d"
    if one.type is FieldType.BOOLEAN:
        said["trueValues"], said["falseValues"] = ["true"], ["false"]
    if one.example:
        said["example"] = one.example
    return {**said, "constraints": _limits(one)}


def _limits(one: Column) -> dict[str, Any]:
    limits: dict[str, Any] = {"required": one.required}
    if one.unique:
        limits["unique"] = True
    if one.pattern:
        limits["pattern"] = one.pattern
    if one.values:
        limits["enum"] = list(one.values)
    for word, bound in (("minimum", one.minimum), ("maximum", one.maximum)):
        if bound is not None:
            limits[word] = int(bound) if one.type is FieldType.INTEGER else bound
    return limits


# ---------------------------------------------------------------------------------------------------------- page
def as_page(own: OwnSchema, today: date) -> str:
    """The page of the schema, in Markdown, in French: what the producers and the users of the data read."""
    lines = [
        f"# {_plain(own.title)}",
        "",
        f"Version {own.version} du {today:%d/%m/%Y}. Schéma proposé d’après {own.rows} objets, à relire.",
        "",
        f"- Géométrie : {_SHAPES[own.kind] if own.kind else 'aucune'}{f' ({own.crs})' if own.kind and own.crs else ''}",
        "- Fichier : CSV en UTF-8, une ligne par objet, première ligne avec les noms des champs",
        f"- Clé : {', '.join(own.table.key) or 'aucune'}",
        "",
        "| Champ | Libellé | Type | Obligatoire | Règle | Exemple |",
        "|---|---|---|---|---|---|",
    ]
    for one in own.table.fields:
        cells = (
            f"`{one.name}`",
            one.title,
            _WORDS[_TYPES.get(one.type, "string")],
            "oui" if one.required else "non",
            _rule(one),
            one.example,
        )
        lines.append(f"| {' | '.join(_cell(cell) for cell in cells)} |")
    lines += _lists(own.table.fields)
    lines += _correspondence(own)
    return "\n".join(lines) + "\n"


def _rule(one: Column) -> str:
    rules = ["unique"] if one.unique else []
    if one.pattern:
        rules.append(f"motif `{one.pattern}`")
    if one.values:
        rules.append("liste de valeurs")
    if one.minimum is not None:
        rules.append(f"au moins {one.minimum:g}")
    if one.maximum is not None:
        rules.append(f"au plus {one.maximum:g}")
    return ", ".join(rules)


def _lists(fields: Sequence[Column]) -> Iterator[str]:
    for one in fields:
        if one.values:
            yield from ("", f"## Valeurs de `{one.name}`", "")
            yield from (f"- {_plain(value)}" for value in one.values)


def _correspondence(own: OwnSchema) -> Iterator[str]:
    """What the columns become in the national standard."""
    if not own.nationals:
        return
    yield from (
        "",
        "## Correspondance avec le standard national",
        "",
        "| Champ | Standard | Champ national | Valeurs |",
    )
    yield "|---|---|---|---|"
    for name, national in own.nationals.items():
        values = " ; ".join(f"{ours} → {theirs}" for ours, theirs in national.values)
        yield f"| `{_cell(name)}` | {_cell(national.standard)} | `{_cell(national.field)}` | {_cell(values)} |"


def _cell(text: str) -> str:
    return _plain(text).replace("|", "\\|")


def _plain(text: str) -> str:
    """A text that is only text: no line, no tag."""
    return " ".join(text.split()).replace("<", "&lt;")
