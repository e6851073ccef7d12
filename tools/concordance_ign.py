"""The agreement with the validator of the Géoportail de l'urbanisme, on the documents of its own regression tests.

Needs the documents, the models and the expected verdicts beside the project, and QGIS:
tools/qgis run -- python3 -m tools.concordance_ign ../shared/standards
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from data_territoires_plugin.standards.model import Check, Level, Standard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data_territoires_plugin.standards.findings import Finding

# What the regression test of the validator gives as thresholds to this document (error, warning).
_THRESHOLDS = {
    "19182_CC_20150517": {"error": "5000,4,4,0.1,5000", "warning": "-1,5,5,0.08,100"},
}
_ROOMS = ("urbanisme-cnig", "sup-cnig")
_MODEL = re.compile(r"model (cnig_\w+)")
_CODE = re.compile(r"(no )?(?:(\d+) (?:ERROR|WARNING|INFO) )?\b([A-Z]{3,}(?:_[A-Z]+)+)\b(?:×(\d+))?")
_OUTLINE = re.compile(r"POLYGON\(\([^)]*\)\)")

# Why ours says more, or something else. Keys: code, or rule where the validator has no code.
STRICTER = MappingProxyType(
    {
        "no_overlap": "Plus exigeant : le standard n’admet aucun recouvrement (PLU v2024 rév. 2025-06, p. 43-46) ; le"
        " validateur national ne le contrôle pas.",
        "no_gap": "Plus exigeant : le standard n’admet aucune lacune (PLU v2024 rév. 2025-06, p. 43-46) ; le validateur"
        " national ne la contrôle pas.",
        "covers": "Plus exigeant : le périmètre donné doit être couvert ; ici, une emprise.",
        "inside": "Plus exigeant : les prescriptions et informations aussi sont cherchées hors du zonage ; le"
        " validateur national ne regarde que les zones et secteurs.",
        "CNIG_INSEE_INVALID": "Plus exigeant : le code doit exister dans le code officiel géographique de l’année du"
        " document ; le validateur national n’en contrôle que la forme.",
        "filename_case": "Plus exigeant : la casse du nom de fichier compte sur un serveur.",
        "date_order": "Plus exigeant : DATVALID ne peut suivre DATAPPRO ; le validateur national ne compare pas les"
        " dates.",
    }
)
BUGS = MappingProxyType(
    {
        "METADATA_CONTACT_NAMEABSENT": "Le validateur national écrit METADATA_METADATACONTACT_NAMEABSENT aussi pour"
        " l’organisme responsable de la ressource : son code propre existe, c’est lui que nous donnons.",
        "METADATA_CONTACT_MAILINVALID": "Le validateur national s’arrête quand l’adresse manque ; nous la signalons.",
    }
)


# The same documents with the models of today, which the portal has made stricter since: what a user meets now.
LIVE = MappingProxyType(
    {
        "41175_PLU_20140603": "plu_2013",
        "200011781_PLUi_20180101": "plui_2014",
        "19182_CC_20150517": "cc_2017",
        "50545_CC_20130902": "cc_2013",
        "251702833_scot": "scot_2013",
        "110068012_PM3_28_20161104": "sup_2013_pm3",
        "123456789_A5_088_20200313": "sup_2016_a5",
        "213000896_INT1_83044_20160130": "sup_2016_int1",
    }
)


@dataclass(frozen=True)
class Row:
    """One code on one document: how many times each says it, and why they differ."""

    document: str
    model: str
    code: str
    level: str
    theirs: int
    ours: int
    why: str = ""

    @property
    def agrees(self) -> bool:
        """The same count, or a difference that is explained."""
        return self.theirs == self.ours or bool(self.why)


def rows(source: Path) -> list[Row]:
    """The comparison on every document of `source` (the folder of standards) whose verdict is known."""
    found: list[Row] = []
    folder = source / "urbanisme-cnig"
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    codes = json.loads((folder / "error-code.json").read_text(encoding="utf-8"))
    known = frozenset(one["name"] for one in codes)
    for room in _ROOMS:
        for document, one in expected.items():
            model = _MODEL.search(one["expected"])
            folder = source / room / "models-test" / (model[1] if model else "")
            if one["standard"] == room and model and (folder / "files.json").exists():
                standard = _standard(folder, document)
                findings = verdict(source / room / "documents" / document, standard, one["expected"])
                found += _compared(document, model[1], _wanted(one["expected"], known), findings)
    return found


def live(source: Path) -> dict[str, Counter[str]]:
    """The codes, by document, with the standards that are shipped: errors and warnings."""
    from data_territoires_plugin.standards.shelf import standard

    found = {}
    for document, id_ in LIVE.items():
        path = next(one for room in _ROOMS if (one := source / room / "documents" / document).is_dir())
        findings = verdict(path, standard(id_))
        found[document] = Counter(one.code or one.rule for one in findings if one.level is not Level.INFO)
    return found


def table(source: Path) -> str:
    """The comparison as a table in Markdown."""
    lines = [
        "| Document | Modèle | Code | Niveau | Validateur national | Nous | Explication |",
        "|---|---|---|---|---:|---:|---|",
    ]
    lines += [
        f"| {row.document} | {row.model} | {row.code} | {row.level} | {row.theirs} | {row.ours} | {row.why} |"
        for row in rows(source)
    ]
    lines += ["", "Écarts connus du validateur national :", ""]
    lines += [f"- `{code}` : {why}" for code, why in BUGS.items()]
    lines += ["", "Les mêmes documents avec les modèles d’aujourd’hui, plus exigeants que ceux des essais :", ""]
    lines += ["| Document | Standard | Erreurs et avertissements |", "|---|---|---|"]
    for document, counted in live(source).items():
        said = ", ".join(f"{code} × {count}" for code, count in sorted(counted.items()))
        lines.append(f"| {document} | {LIVE[document]} | {said} |")
    return "\n".join(lines) + "\n"


def verdict(path: Path, standard: Standard, said: str = "") -> list[Finding]:
    """Every finding on a document; the outline is that of `said`, where the test of the validator gives one."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsFeedback, QgsGeometry

    from data_territoires_plugin.standards.engine.document import open_document
    from data_territoires_plugin.standards.engine.run import Options, validate

    feedback = QgsFeedback()
    outline = _OUTLINE.search(said)
    with open_document(path) as document:
        reading = document.read(standard)
        options = Options(
            document=document.name,
            pieces=reading.files,
            cog_year=_year(document.name),
            perimeter=QgsGeometry.fromWkt(outline[0]) if outline else None,
            perimeter_crs=QgsCoordinateReferenceSystem("OGC:CRS84") if outline else None,
        )
        found = validate(reading.subjects(standard), standard, options, feedback).findings
        return [*reading.findings, *reading.across(standard, feedback), *found]


def _standard(folder: Path, document: str) -> Standard:
    """The model with which the regression test runs: older than those of today, and kept for that."""
    from tools.standards.ign import standard_of

    parts = folder.name.split("_")
    family = parts[1].upper()
    base = Standard(folder.name.lower(), folder.name, parts[-1], "", "IGNF/validator", "urbanisme", ())
    standard = standard_of(folder, base, family=family)
    limits = _THRESHOLDS.get(document)
    if limits is None:
        return standard
    check = Check("complexity", parameters=MappingProxyType(limits))
    tables = (replace(one, checks=(*one.checks, check)) if one.geometry else one for one in standard.tables)
    return replace(standard, tables=tuple(tables))


def _year(name: str) -> int:
    """The edition of the COG at the date of the document, as far back as it is known."""
    from data_territoires_plugin.standards.engine.document_name import parse
    from data_territoires_plugin.territory import EDITION, FIRST_EDITION

    parsed = parse(name)
    year = int(parsed.date[:4]) if parsed and parsed.date else EDITION
    return min(max(year, FIRST_EDITION), EDITION)


def _wanted(said: str, known: frozenset[str]) -> Counter[str]:
    """The counts that the regression test asserts: "ATTRIBUTE_INVALID_REGEXP×1, no CNIG_ASSIETTE_SUP_NOT_FOUND"."""
    plain = re.sub(r"\([^()]*\)", "", re.sub(r"POLYGON\(\(.*?\)\)", "", said))
    found = _CODE.findall(plain)
    return Counter({code: 0 if no else int(times or before or 1) for no, before, code, times in found if code in known})


def _compared(document: str, model: str, wanted: Counter[str], findings: list[Finding]) -> Iterator[Row]:
    counted = Counter(one.code or one.rule for one in findings if one.level is not Level.INFO or one.code in wanted)
    levels = {one.code or one.rule: one.level.value for one in findings}
    rules = {one.code or one.rule: one.rule for one in findings}
    for code in sorted({*wanted, *counted}):
        theirs, ours = wanted[code], counted[code]
        why = "" if theirs == ours else STRICTER.get(code) or STRICTER.get(rules.get(code, ""), "")
        yield Row(document, model, code, levels.get(code, ""), theirs, ours, why)


def main() -> int:
    """Prints the table; fails where a difference is not explained."""
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    source = Path(sys.argv[1])
    print(table(source))
    return 0 if all(row.agrees for row in rows(source)) else 1


if __name__ == "__main__":
    sys.exit(main())
