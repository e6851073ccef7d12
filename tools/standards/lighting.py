"""Outdoor lighting: a standard of the CNIG whose tables are published in a PDF alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from data_territoires_plugin.standards.model import Geometry, Kind, Standard, Table

if TYPE_CHECKING:
    from pathlib import Path

_NAME = "cnigfr/schema-eclairage-exterieur"


def lighting(source: Path) -> list[Standard]:
    """The version of the national registry of schemas, as far as it is known: points."""
    registry = json.loads((source / "schemas" / "_registry" / "schema-infos.json").read_text(encoding="utf-8"))
    known = registry[_NAME]
    version = known["latest"].removesuffix(".0")
    return [
        Standard(
            id=f"eclairage_exterieur_{version}",
            title=f"Éclairage extérieur, standard CNIG {version}",
            version=version,
            date="2022",
            source=f"CNIG ; {_NAME}, {known['external_doc']}",
            family="reseaux",
            tables=(
                Table(
                    name="point",
                    title="Objets ponctuels du réseau d’éclairage",
                    geometry=Geometry((Kind.POINT,)),
                ),
            ),
            partial="Les tables de ce standard ne sont publiées qu’en PDF : l’extension n’en contrôle que la géométrie"
            " (points, système de coordonnées), aucun champ ni aucune liste. Un schéma qui les décrit peut être"
            " chargé.",
            keywords=("éclairage", "éclairage public", "lampadaire", "candélabre", "luminaire"),
            schema=_NAME,
        )
    ]
