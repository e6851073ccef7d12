"""Our verdicts on the national schemas, beside those of frictionless (CSV) and jsonschema (GeoJSON)."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeedback

from data_territoires_plugin.standards import json_schema, table_schema
from data_territoires_plugin.standards.engine.run import Options, validate
from data_territoires_plugin.standards.model import Field, FieldType
from tests import oracles
from tools.concordance_case import Case, Difference, Fault, compared, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from data_territoires_plugin.standards.findings import Finding
    from data_territoires_plugin.standards.model import Standard

# Kinds of rules, ours → a word for the same thing in both.
_OURS = {
    "presence": "missing",
    "column_name": "missing",
    "required": "required",
    "type": "type",
    "geojson": "type",
    "unique": "unique",
    "key": "unique",
    **dict.fromkeys(("pattern", "values", "minimum", "maximum", "min_length", "max_length"), "constraint"),
}
_NO_NUMBER = ("NaN", "Infinity")
_SMALL = 20_000  # bytes
_CUSTOM = ("siren", "siret", "phone", "opening_hours", "french_gps", "year_interval")
_GEOMETRY = ("kind", "geometry_null", "geometry_missing", "validity", "extent", "crs", "multi", "z", "text_round_trip")
_THEIRS = {
    "missing-label": "missing",
    "type-error": "type",
    "primary-key": "unique",
    "unique-error": "unique",
    "required": "required",
    "type": "type",
    **dict.fromkeys(("enum", "pattern", "minimum", "maximum", "minLength", "maxLength", "format"), "constraint"),
}
_MUTED = {
    "friches": "friches/schema.json",
    "stationnement-cyclable": "stationnement-cyclable/schema.json",
    "irve": "irve/statique__schema-statique.json",
    "lieux-covoiturage": "lieux-covoiturage/schema.json",
    "sites-economiques-zae": "sites-economiques-zae/schema__site-eco__schema.json",
    "fontaine-eau": "fontaine-eau/schema.json",
    "stationnement-hors-voirie": "stationnement-hors-voirie/schema.json",
    "amenagements-cyclables": "amenagements-cyclables/latest__schema_amenagements_cyclables.json",
}


@dataclass(frozen=True)
class Job:
    """A file, and the schema it is judged by."""

    name: str
    file: Path
    schema: Path


def samples(shared: Path) -> list[Job]:
    """Every example of the schemas beside the one it illustrates."""
    folder = shared / "standards" / "schemas"
    jobs = []
    expected = json.loads((folder / "expected-frictionless-5.21.json").read_text(encoding="utf-8"))
    for name, verdicts in expected.items():
        file = folder.parent / name
        for verdict in verdicts:
            schema = file.parent / verdict["schema"]
            if file.is_file() and schema.is_file() and file.suffix == ".csv":
                jobs.append(Job(f"{name} · {verdict['schema']}", file, schema))
    for name, schema in (
        ("amenagements-cyclables/exemple-valide.json", "latest__schema_amenagements_cyclables.json"),
        ("zfe/exemple-valide-zone.geojson", "schema.json"),
        ("randonnee/exemple-valide.json", "schema.json"),
        ("infos-travaux/example.json", "informations_travaux.json"),
    ):
        jobs.append(Job(f"schemas/{name}", folder / name, (folder / name).parent / schema))
    return jobs


def planted(shared: Path) -> list[Job]:
    """Every planted fault."""
    folder = shared / "standards"
    return [
        Job(f"schemas-mutes/{name}/{file.name}", file, folder / "schemas" / schema)
        for name, schema in _MUTED.items()
        for file in sorted((folder / "schemas-mutes" / name).iterdir())
        if file.suffix in (".csv", ".geojson")
    ]


def cases(jobs: Iterable[Job]) -> list[Case]:
    """Each job judged by both."""
    listed = list(jobs)
    verdicts = oracles.tables((one.file, one.schema) for one in listed)
    return [_case(one, verdicts[f"{one.file}|{one.schema}"]) for one in listed]


def standard_of(schema: Path) -> Standard:
    """The schema as a standard."""
    content = json.loads(schema.read_text(encoding="utf-8-sig"))
    read = table_schema.read if table_schema.is_table_schema(content) else json_schema.read
    return read(content)


def _case(job: Job, verdict: dict[str, Any]) -> Case:
    standard = standard_of(job.schema)
    table = standard.tables[0]
    if job.file.suffix == ".csv":
        table = replace(table, geometry=None)
    subject = read(job.file)
    found = validate([(subject, table)], standard, Options(), QgsFeedback()).findings
    first = 1 if job.file.suffix == ".csv" else 0
    ours = {fault for one in found for fault in _ours(one, first)}
    notes = {fault: one["note"] for one in verdict["errors"] if (fault := _theirs(one)) is not None}
    absent = {one.field for one in ours if one.kind == "missing"}
    theirs = {Fault("", one.field, "missing") if _is_absence(one, absent) else one for one in notes}
    case = compared(job.name, ours, theirs, verdict["failed"])
    context = _Context({one.name: one for one in table.fields}, notes, frozenset(subject.names), job.file)
    return replace(case, differences=tuple(replace(one, why=_why(one, context)) for one in case.differences))


@dataclass(frozen=True)
class _Context:
    """What explains a difference."""

    fields: dict[str, Field]
    notes: dict[Fault, str]
    columns: frozenset[str]
    file: Path

    def row(self, row: str) -> dict[str, str]:
        """A row of the file, where it is a small one."""
        if not row or self.file.suffix != ".csv" or self.file.stat().st_size > _SMALL:
            return {}
        text = self.file.read_text(encoding="utf-8-sig")
        separator = max(",;\t", key=text.split("\n", 1)[0].count)
        return list(csv.DictReader(io.StringIO(text), delimiter=separator))[int(row) - 1]


def _is_absence(fault: Fault, absent: set[str]) -> bool:
    """A property that jsonschema misses in each feature is one column that isn't there."""
    return fault.kind == "required" and fault.field in absent


def _ours(finding: Finding, first: int) -> list[Fault]:
    kind = _OURS.get(finding.rule)
    if finding.level.value == "info" or finding.rule in ("unknown_column", "presence_optional", "presence_recommended"):
        return []
    if kind == "unique":
        rows = [one for one in finding.other.split(", ") if one.isdigit()]
        return [Fault(str(int(one)), "", "unique") for one in rows]
    row = str(int(finding.feature)) if finding.feature else ""
    return [Fault(row, finding.field, kind or finding.rule, finding.value)]


def _theirs(error: dict[str, Any]) -> Fault | None:
    kind = _THEIRS.get(error["type"], error["type"])
    if error["type"] == "constraint-error":
        kind = "required" if '"required"' in error["note"] else "constraint"
    if kind in ("extra-label", "additionalProperties"):
        return None
    row = "" if error["row"] is None or kind == "missing" else str(error["row"])
    return Fault(row, "" if kind == "unique" else str(error["field"] or ""), kind)


def _why(one: Difference, context: _Context) -> str:
    return next((why for explains, why in _REASONS if explains(one, context)), "")


def _is_respelt(one: Difference, context: _Context) -> bool:
    known = one.fault.field in context.columns or one.fault.kind == "missing"
    return one.ours_only and bool(one.fault.field) and not known


def _is_date(one: Difference, context: _Context) -> bool:
    field = context.fields.get(one.fault.field)
    dated = field is not None and field.type in (FieldType.DATE, FieldType.DATETIME)
    return one.ours_only and one.fault.kind == "type" and dated


def _is_empty_key(one: Difference, context: _Context) -> bool:
    return not one.ours_only and one.fault.kind == "unique" and "None" in context.notes.get(one.fault, "")


# What explains a difference, and the explanation. The first that holds is given.
_REASONS: tuple[tuple[Callable[[Difference, _Context], bool], str], ...] = (
    (_is_respelt, "Colonne reconnue malgré sa casse : ses valeurs sont contrôlées aussi."),
    (
        lambda one, context: context.row(one.fault.row).get(one.fault.field, "").strip() in _NO_NUMBER,
        "NaN et Infinity ne sont pas des nombres d’un fichier de données : Python les accepte.",
    ),
    (
        lambda one, _context: one.ours_only and one.fault.kind in _CUSTOM,
        "Contrôle de Validata (custom_checks) ou clé de contrôle : frictionless seul ne le fait pas.",
    ),
    (
        lambda one, _context: one.ours_only and one.fault.kind in _GEOMETRY,
        "Géométrie contrôlée ici ; un JSON Schema sans contrainte de géométrie laisse tout passer.",
    ),
    (_is_date, "Date contrôlée ici ; jsonschema n’applique pas « format », strptime accepte des chiffres manquants."),
    (
        lambda one, _context: one.fault.kind == "unmatched-header",
        "Aucune colonne n’est écrite exactement comme dans le schéma : elles sont reconnues ici malgré leur casse.",
    ),
    (
        lambda one, _context: not one.ours_only and one.fault.kind == "missing",
        "Colonne reconnue malgré sa casse : Validata le permet aussi (ignore_header_case).",
    ),
    (_is_empty_key, "Clé vide : déjà signalée ici comme valeur obligatoire absente."),
)
