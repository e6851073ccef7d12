"""The agreement of our verdicts with those of the reference validators: docs/concordance.md.

    tools/qgis run -- python3 -m tools.concordance [--shared ../shared] [--variants 10000] [--check]

validateur-bal and frictionless are run (tools/environment/npm.txt and oracles.txt); the verdicts of the validator
of the Géoportail de l'urbanisme are those of its own regression tests. `--variants`: as many files drawn at random for
each of the two that can be run. `--check` writes nothing. Fails where a difference is not explained.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsApplication

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tools.concordance_case import Case

PROJECT = Path(__file__).resolve().parent.parent
PAGE = PROJECT / "docs" / "concordance.md"
_VARIANTS = 200

_HEAD = """# Concordance avec les validateurs de référence

Cette page est produite par une commande, qui échoue si un seul écart n’est pas expliqué :

```
tools/qgis run -- python3 -m tools.concordance --variants {variants}
```

Un même fichier est jugé par l’extension et par le validateur de référence, puis les deux listes d’anomalies sont
comparées ligne à ligne et champ à champ. « Accord » compte les anomalies que les deux signalent.
"""


def main() -> int:
    """Writes the page; 1 where a difference is not explained."""
    parser = argparse.ArgumentParser(description="The agreement with the reference validators: docs/concordance.md")
    parser.add_argument("--shared", type=Path, default=PROJECT.parent / "shared")
    parser.add_argument("--variants", type=int, default=_VARIANTS, help="files drawn at random, for each validator")
    parser.add_argument("--check", action="store_true", help="write nothing")
    options = parser.parse_args()
    application = QgsApplication([], GUIenabled=False)
    application.initQgis()
    text, unexplained = page(options.shared, options.variants)
    if not options.check:
        PAGE.write_text(text, encoding="utf-8")
    print(text)
    print("\n".join(unexplained) or "Tout écart est expliqué.")
    application.exitQgis()
    return 1 if unexplained else 0


def page(shared: Path, variants: int) -> tuple[str, list[str]]:
    """The page, and the differences that nothing explains."""
    from tools import concordance_bal, concordance_ign, concordance_tables

    addresses = concordance_bal.cases(concordance_bal.fixtures(shared))
    samples = concordance_tables.cases(concordance_tables.samples(shared))
    planted = concordance_tables.cases(concordance_tables.planted(shared))
    drawn_bal, drawn_tables = _variants(shared, variants)
    parts = [
        _HEAD.format(variants=variants),
        "## Base Adresse Locale : validateur-bal 3.5.2\n\nChaque fichier dans chacune des trois versions.\n",
        _table(addresses),
        "## Schémas nationaux : frictionless 5.21, jsonschema\n\nExemples publiés avec les schémas.\n",
        _table(samples),
        "Défauts plantés, un par fichier.\n",
        _table(planted),
        f"## Variantes tirées au hasard\n\n{variants} fichiers par validateur, toujours les mêmes (hypothesis).\n",
        _summary((("validateur-bal", drawn_bal), ("frictionless", drawn_tables))),
        "## Documents d’urbanisme et servitudes : validateur du Géoportail de l’urbanisme\n",
        concordance_ign.table(shared / "standards"),
    ]
    every = [*addresses, *samples, *planted, *drawn_bal, *drawn_tables]
    unexplained = [f"{one.name} : {each.fault}" for one in every for each in one.unexplained]
    unexplained += [
        f"{row.document} : {row.code}, {row.theirs} et {row.ours}"
        for row in concordance_ign.rows(shared / "standards")
        if not row.agrees
    ]
    return "\n".join(parts), unexplained


def _variants(shared: Path, count: int) -> tuple[list[Case], list[Case]]:
    from tools import concordance_bal, concordance_tables, concordance_variants

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        addresses = concordance_bal.cases(concordance_variants.bal_files(folder, count))
        return addresses, concordance_tables.cases(concordance_variants.table_jobs(shared, folder, count))


def _table(cases: Iterable[Case]) -> str:
    lines = ["| Fichier | Accord | Nous seuls | Eux seuls | Explication |", "|---|---:|---:|---:|---|"]
    for one in cases:
        ours = sum(each.ours_only for each in one.differences)
        reasons = dict.fromkeys([*(each.why or "**INEXPLIQUÉ**" for each in one.differences), *one.failed])
        why = " ".join(reasons).replace("|", "\\|").replace("\n", " ")
        lines.append(f"| {one.name} | {one.agreed} | {ours} | {len(one.differences) - ours} | {why} |")
    return "\n".join(lines) + "\n"


def _summary(groups: Iterable[tuple[str, list[Case]]]) -> str:
    lines = [
        "| Validateur | Jugements | Sans aucun écart | Accord | Écarts expliqués | Inexpliqués |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    reasons: Counter[str] = Counter()
    for name, cases in groups:
        judged = [one for one in cases if not one.failed]
        alike = sum(not one.differences for one in judged)
        agreed = sum(one.agreed for one in judged)
        unexplained = sum(len(one.unexplained) for one in judged)
        explained = sum(len(one.differences) for one in judged) - unexplained
        lines.append(f"| {name} | {len(judged)} | {alike} | {agreed} | {explained} | {unexplained} |")
        reasons.update(f"{name} : {each.why}" for one in judged for each in one.differences if each.why)
        reasons.update(f"{name} : {why}" for one in cases for why in one.failed)
    return "\n".join([*lines, "", *(f"- {why} ({count})" for why, count in reasons.most_common())]) + "\n"


if __name__ == "__main__":
    sys.exit(main())
