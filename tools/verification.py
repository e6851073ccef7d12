"""Writes docs/verification.md: for each system and each service, verified against what, on which date, by which test.

    tools/qgis run -- python3 -m tools.verification
What is told comes from tests/contract/systems.yaml and verified.yaml; the services from resources/endpoints.json.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

PROJECT = Path(__file__).resolve().parent.parent
PAGE = PROJECT / "docs" / "verification.md"
KINDS = {
    "recorded": "réponses réelles enregistrées",
    "openapi": "contrat OpenAPI publié",
    "real": "le même logiciel, installé",
    "standin": "doublure stricte",
    "documentation": "documentation publique",
}
HEAD = """# Vérifié contre quoi

Page produite par `tools/verification.py` à partir de `tests/contract/systems.yaml` et `verified.yaml` : ne pas la
modifier à la main.

## Système par système

Ce qui est vérifié se relance par `make test ARGS="…"`, avec les tests de la ligne.

| Système | Comparé à | Non essayé | Commande |
|---|---|---|---|
{systems}

## Service par service

Aucun de ces services n’est interrogé pendant les tests. Chaque requête que l’extension peut émettre est comparée au
contrat du service, chaque réponse enregistrée est relue par nos lecteurs ; la date est celle de ce à quoi on compare.
Sur une machine connectée, « Tester les services » (ou `make doctor`) dit ce qui a changé depuis.

| Service | Adresse | Vérifié contre | Quoi | Date | Tests |
|---|---|---|---|---|---|
"""


def page() -> str:
    """The page. SystemExit: a line names an unknown service, kind or test."""
    told: dict[str, list[dict[str, Any]]] = yaml.safe_load(
        (PROJECT / "tests" / "contract" / "verified.yaml").read_text(encoding="utf-8")
    )
    services = json.loads((PROJECT / "resources" / "endpoints.json").read_text(encoding="utf-8"))
    unknown = sorted(set(told) - set(services))
    if unknown:
        raise SystemExit(f"verified.yaml: {', '.join(unknown)}: not in resources/endpoints.json")
    rows = [row for name, address in sorted(services.items()) for row in _rows(name, address, told.get(name, []))]
    return HEAD.replace("{systems}", "\n".join(_systems())) + "\n".join(rows) + "\n"


def _systems() -> list[str]:
    """A line per system. SystemExit: a line names a test that is not there."""
    told: list[dict[str, Any]] = yaml.safe_load(
        (PROJECT / "tests" / "contract" / "systems.yaml").read_text(encoding="utf-8")
    )
    missing = [test for line in told for test in line["tests"] if not (PROJECT / test).exists()]
    if missing:
        raise SystemExit(f"systems.yaml: {', '.join(missing)}")
    return [
        f"| {line['system']} | {line['against']} | {line.get('untried', '')} |"
        f' `make test ARGS="{" ".join(line["tests"])}"` |'
        for line in told
    ]


def _rows(name: str, address: str, lines: list[dict[str, Any]]) -> list[str]:
    if not lines:
        return [f"| `{name}` | {address} | non vérifié | l’adresse seulement | | |"]
    rows = []
    for line in lines:
        missing = [test for test in line["tests"] if not (PROJECT / test).is_file()]
        if missing or line["against"] not in KINDS:
            raise SystemExit(f"verified.yaml: {name}: {line['against']} {', '.join(missing)}")
        tests = ", ".join(f"`{test.removeprefix('tests/')}`" for test in line["tests"])
        rows.append(f"| `{name}` | {address} | {KINDS[line['against']]} | {line['what']} | {line['date']} | {tests} |")
    return rows


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    print(f"{PAGE.relative_to(PROJECT)} : {PAGE.read_text(encoding='utf-8').count(chr(10))} lignes")
