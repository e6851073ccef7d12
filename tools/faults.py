"""The planted-fault campaign on every standard shipped: docs/regles.md.

    tools/qgis run -- python3 -m tools.faults [--only plu_2024,sup_2016_ac1] [--check]

For each standard a valid document is made from its model: the engine must find nothing in it. Then each rule is broken
once, alone, and the engine must find that and nothing else, at its place. `--check` writes nothing. Fails where a fault
is lost, or where the engine finds something in a valid document. All of it takes about five minutes.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsApplication

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data_territoires_plugin.standards.model import Standard
    from tests.standards.campaign.run import Outcome

PROJECT = Path(__file__).resolve().parent.parent
PAGE = PROJECT / "docs" / "regles.md"

# Columns of the page: title, kinds of rules of Standard.rules().
_COLUMNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Colonne présente", ("presence",)),
    ("Type", ("type",)),
    ("Valeur obligatoire", ("required",)),
    ("Unicité", ("unique", "key")),
    ("Taille", ("length",)),
    ("Motif", ("pattern",)),
    ("Valeurs permises", ("values",)),
    ("Bornes", ("range",)),
    ("Listes de codes", ("codes",)),
    ("Renvois", ("reference",)),
    ("Conditions", ("condition",)),
    ("Géométrie", ("geometry",)),
    ("Topologie", ("no_overlap", "no_gap", "covers", "inside", "on_line", "no_dangle")),
)
_NAMED = "Règles nommées"  # the others: identifiers, dates, addresses, complexity…
_HEAD = """# Règles contrôlées et campagne de défauts plantés

Cette page est produite par une commande, qui échoue si un seul défaut n’est pas retrouvé :

```
tools/qgis run -- python3 -m tools.faults
```

Pour chaque standard livré, un document valide est fabriqué à partir du modèle : le contrôle n’y trouve rien. Puis
chaque règle est enfreinte une fois, seule : le contrôle doit trouver ce défaut et lui seul, sur le bon objet, dans la
bonne colonne. Une case donne le nombre de défauts plantés et tous retrouvés ; « 11/12 » en signalerait un de perdu.
« Géométrie » compte les défauts de forme : nature, absence, validité, relecture en texte à 15 chiffres, système de
coordonnées, emprise, doublons. « Règles nommées » : identifiants (IDURBA, INSEE, SIREN…), ordre des dates, complexité,
règles de la Base Adresse Locale.

Ce qui fait un document au-delà de ses tables (nom du dossier, pièces, encodage, métadonnées) est comparé au validateur
national dans [concordance.md](concordance.md).

"""
_KINDS = {
    "presence": "colonne présente",
    "type": "type",
    "required": "valeur obligatoire",
    "unique": "unicité",
    "key": "unicité de la clé",
    "length": "taille",
    "pattern": "motif",
    "values": "valeurs permises",
    "range": "bornes",
    "codes": "listes de codes",
    "reference": "renvois",
    "condition": "conditions",
    "geometry": "géométrie",
    "no_overlap": "superposition",
    "no_gap": "trou",
    "covers": "couverture du périmètre",
    "inside": "hors du périmètre",
    "on_line": "hors de la ligne",
    "no_dangle": "extrémité libre",
    "complexity": "complexité",
    "date_order": "ordre des dates",
    "document_code": "identifiant du document",
    "idurba": "forme d’IDURBA",
    "insee": "code INSEE",
    "insee_unknown": "code INSEE inconnu",
    "siren": "SIREN",
    "siret": "SIRET",
}


@dataclass
class Result:
    """The campaign on one standard."""

    standard: Standard
    outcomes: list[Outcome] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)  # what the engine found in the valid document

    @property
    def lost(self) -> list[str]:
        """The faults that were planted and not found as they should."""
        planted = (one for one in self.outcomes if one.planted and not one.found)
        return [f"{one.fault.kind} {one.fault.table}.{one.fault.field} : {one.said}" for one in planted]


def main() -> int:
    """Writes the page; 1 where a fault is lost or a valid document is blamed."""
    parser = argparse.ArgumentParser(description="The planted-fault campaign: docs/regles.md")
    parser.add_argument("--only", default="", help="ids of standards, comma-separated; nothing is written")
    parser.add_argument("--check", action="store_true", help="write nothing")
    options = parser.parse_args()
    application = QgsApplication([], GUIenabled=False)
    application.initQgis()
    results = list(campaign(options.only.split(",") if options.only else ()))
    if not options.check and not options.only:
        PAGE.write_text(page(results), encoding="utf-8")
    for one in results:
        for line in (*one.alarms, *one.lost):
            print(f"{one.standard.id} : {line}")
    planted, found = _totals(results)
    print(f"{len(results)} standards, {planted} défauts plantés, {found} retrouvés.")
    application.exitQgis()
    return 1 if any(one.lost or one.alarms for one in results) else 0


def campaign(ids: Iterable[str] = ()) -> Iterable[Result]:
    """The campaign on these standards; all of those shipped where none is named."""
    from data_territoires_plugin.standards.shelf import standard, summaries
    from tests.standards.campaign.bal import BalBench
    from tests.standards.campaign.run import Bench

    for id_ in ids or [one.id for one in summaries()]:
        model = standard(id_)
        with tempfile.TemporaryDirectory() as folder:
            bench = BalBench(model, Path(folder)) if model.tables[0].by_checks else Bench(model)
            alarms = [f"document valide : {one.rule} {one.table}.{one.field} {one.value}" for one in bench.of_valid()]
            yield Result(model, list(bench.outcomes()), alarms)


# ------------------------------------------------------------------------------------------------ the page
def page(results: list[Result]) -> str:
    """The text of docs/regles.md."""
    planted, found = _totals(results)
    rules = sum(1 for one in results for _ in one.standard.rules())
    total = f"{len(results)} standards, {rules} règles, {planted} défauts plantés, {found} retrouvés.\n\n"
    titles = ["Standard", "Règles", *(title for title, _ in _COLUMNS), _NAMED]
    lines = [f"| {' | '.join(titles)} |", f"|---|{'---:|' * (len(titles) - 1)}"]
    for one in sorted(results, key=lambda each: each.standard.id):
        cells = [one.standard.id, str(sum(1 for _ in one.standard.rules())), *_cells(one.outcomes)]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join((_HEAD + total + "\n".join(lines), _left_aside(results), _implied(results)))


def _cells(outcomes: list[Outcome]) -> list[str]:
    named = {kind for _, kinds in _COLUMNS for kind in kinds}
    every = [*(frozenset(kinds) for _, kinds in _COLUMNS), None]
    cells = []
    for kinds in every:
        held = [
            one
            for one in outcomes
            if one.planted and (one.fault.kind in kinds if kinds else one.fault.kind not in named)
        ]
        found = sum(one.found for one in held)
        cells.append("" if not held else str(found) if found == len(held) else f"{found}/{len(held)}")
    return cells


def _left_aside(results: list[Result]) -> str:
    counted = Counter((one.fault.kind, one.said) for each in results for one in each.outcomes if not one.planted)
    lines = [
        "\n## Règles qu’aucune valeur ne peut enfreindre seule\n",
        "| Règle | Nombre | Pourquoi |",
        "|---|---:|---|",
    ]
    lines += [f"| {_word(kind)} | {count} | {why} |" for (kind, why), count in sorted(counted.items())]
    return "\n".join(lines) + "\n"


def _implied(results: list[Result]) -> str:
    counted: dict[str, Counter[str]] = {}
    for each in results:
        for one in each.outcomes:
            if one.found and one.implied and not each.standard.tables[0].by_checks:
                counted.setdefault(one.fault.kind, Counter()).update(_plain(one.implied))
    lines = [
        "## Défauts qui en entraînent d’autres\n",
        "Une valeur trop longue n’est pas non plus dans la liste : l’anomalie entraînée porte sur le même objet et la"
        " même colonne, ou sur la forme que le défaut a laissée (une zone retirée laisse un vide).\n",
        "| Défaut planté | Anomalies entraînées (nombre de fois) |",
        "|---|---|",
    ]
    for kind, others in sorted(counted.items()):
        shown = ", ".join(f"{_word(other)} ({count})" for other, count in others.most_common())
        lines.append(f"| {_word(kind)} | {shown} |")
    return "\n".join(lines) + "\n"


def _plain(rules: Iterable[str]) -> set[str]:
    """Without the information that a shape was left out of a comparison, or that it could not be made."""
    return {one for one in rules if not one.endswith(("_left_out", "_not_possible"))}


def _word(kind: str) -> str:
    return _KINDS.get(kind, kind)


def _totals(results: list[Result]) -> tuple[int, int]:
    planted = [one for each in results for one in each.outcomes if one.planted]
    return len(planted), sum(one.found for one in planted)


if __name__ == "__main__":
    sys.exit(main())
