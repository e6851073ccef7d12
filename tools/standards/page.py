"""docs/standards.md: the standards shipped, generated, so that it says what is there."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from data_territoires_plugin.standards.model import CodeList, Standard

_WORD = re.compile(r"[^\W\d]?[a-zà-ÿ]{2}|[a-zà-ÿ] ")  # how a word begins, not “ZCa”, “I1bis”, “0101”
_FEW = 3  # lists that are named
FAMILIES = {
    "urbanisme": "Documents d’urbanisme",
    "sup": "Servitudes d’utilité publique",
    "risques": "Risques",
    "reseaux": "Réseaux",
    "adresses": "Adresses",
    "mobilite": "Mobilité",
    "equipements": "Équipements",
    "environnement": "Environnement",
    "economie": "Économie et aménagement",
    "autre": "Autres",
}
_HEAD = """# Les standards livrés

Page produite par `tools/build_standards.py` : ne pas la modifier à la main.

L’extension livre {standards} standards et schémas ({tables} tables, {fields} champs, {codes} codes). Chacun est une
donnée (`resources/standards/`, format de l’extension), compilée à partir des modèles publiés : noms, types, tailles,
motifs, codes et libellés sont des faits ; les explications sont les nôtres. Le traitement `standards` donne la même
liste dans QGIS. Un nom court désigne la dernière version : `plu`, `sup_ac1`, `cc`.

Un champ géométrique compte pour un champ. « Partiel » dit ce qui manque, et pourquoi.
"""
_NOTES = """
## Ce que nos règles ajoutent, ce qu’elles corrigent

- Les conditions entre champs sont toujours contrôlées ; le validateur national ne les contrôle que si on l’active, et
  s’arrête à dix anomalies par règle.
- Zonages (`ZONE_URBA`, `SECTEUR_CC`) : le standard ne tolère ni recouvrement ni lacune, le validateur national ne les
  cherche pas. Nous les signalons en erreur au-delà de 0,01 m².
- Dates : `DATVALID` après `DATAPPRO`, ou `DATAPPRO` après `DATFIN`, sont des avertissements.
- Mise en compatibilité 2025 : le modèle publié laisse le repère `<YYYMMDD>` dans le motif des noms de fichiers, que nul
  nom ne peut respecter ; nous y lisons huit chiffres, comme dans les chemins du même modèle.
- POS 2022 et 2024 : le motif de `INFO_LIN.LIB_IDINFO` écrit `PLOS` au lieu de `POS`. Nous le gardons : c’est ce que le
  Géoportail de l’urbanisme contrôle.

## Ce qui n’est pas livré

- GraceTHD : les tables publiées ne disent ni quelles listes de valeurs vont à quels champs, ni quels champs sont
  vraiment obligatoires.
- RecoStaR, règlement structuré des documents d’urbanisme (SRU) : pas encore de modèle utilisable.

Un schéma au format Table Schema ou JSON Schema, ou un fichier au format de l’extension, peut être chargé à leur place.
"""


def text(shelved: Mapping[str, tuple[Standard, ...]]) -> str:
    """The page, in French."""
    every = [one for held in shelved.values() for one in held]
    figures = {
        "standards": len(every),
        "tables": sum(len(one.tables) for one in every),
        "fields": sum(one.columns for one in every),
        "codes": len({(held.columns, code.values) for one in every for held in one.code_lists for code in held.codes}),
    }
    parts = [_HEAD.format(**figures)]
    for family, title in FAMILIES.items():
        held = sorted((one for one in every if one.family == family), key=lambda one: one.id)
        if held:
            parts.append("\n".join([f"\n## {title}\n", *_table(held)]))
    parts.append("\n".join(_rules(every)))
    parts.append("\n".join(_bare(every)))
    return "\n".join(parts) + "\n" + _NOTES


def _table(standards: Iterable[Standard]) -> Iterator[str]:
    yield "| Identifiant | Titre | Version | Date | Tables | Champs | Source | Partiel |"
    yield "|---|---|---|---|---:|---:|---|---|"
    for one in standards:
        cells = (f"`{one.id}`", one.title, one.version, one.date, len(one.tables), one.columns, one.source, one.partial)
        yield f"| {' | '.join(str(cell).replace('|', '/') for cell in cells)} |"


def unlabelled(one: CodeList) -> tuple[str, ...]:
    """The codes of a list that nothing explains: no label, and not words by themselves ("Arrêté municipal" is)."""
    return tuple(" ".join(code.values) for code in one.codes if not code.label and not _WORD.match(code.values[0]))


def _bare(standards: Iterable[Standard]) -> Iterator[str]:
    """The codes whose label is in none of the published tables, by list."""
    held: dict[tuple[str, ...], dict[str, list[str]]] = {}
    for standard in standards:
        for one in standard.code_lists:
            if codes := unlabelled(one):
                held.setdefault(codes, {}).setdefault(one.id, []).append(standard.id)
    yield "\n## Les codes sans libellé\n"
    yield "Les tables publiées donnent ces codes sans dire ce qu’ils désignent : nous ne l’inventons pas.\n"
    yield "| Liste | Standards | Codes sans libellé |"
    yield "|---|---|---|"
    for codes, lists in sorted(held.items(), key=lambda one: (min(one[1]), one[0])):
        ids = sorted({id_ for several in lists.values() for id_ in several})
        named = ", ".join(sorted(lists)) if len(lists) <= _FEW else f"{len(lists)} listes"
        where = f"{ids[0]}…{ids[-1]} ({len(ids)})" if len(ids) > 1 else ids[0]
        yield f"| {named} | {where} | {len(codes)} : {', '.join(codes)} |"


def _rules(standards: Iterable[Standard]) -> Iterator[str]:
    """How many rules of each kind, over all the standards of a family."""
    counted: dict[str, Counter[str]] = {}
    for one in standards:
        counted.setdefault(one.family, Counter()).update(kind for _, _, kind in one.rules())
    kinds = sorted({kind for counts in counted.values() for kind in counts})
    families = [family for family in FAMILIES if family in counted]
    yield "\n## Les règles, par sorte\n"
    yield f"| Règle | {' | '.join(FAMILIES[family] for family in families)} |"
    yield f"|---|{'---:|' * len(families)}"
    for kind in kinds:
        yield f"| {kind} | {' | '.join(str(counted[family][kind] or '') for family in families)} |"
