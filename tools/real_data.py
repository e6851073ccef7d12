"""Real open data of Rennes Métropole for the demonstration: what the services would give, and a local catalogue.

The data lie in a folder beside the project and are not part of it. Administrative limits are served by the stand-in
of the Géoplateforme that the tests use; the open data of the city are read from their files, through a catalogue of
the user's own.
"""

from __future__ import annotations

import gzip
import shutil
import sqlite3
from typing import TYPE_CHECKING

from osgeo import gdal

if TYPE_CHECKING:
    from pathlib import Path

gdal.UseExceptions()

TERRITORY = "epci:243500139"
_ADMIN = {
    "commune": (
        "commune_2026",
        "code AS code_insee, nom AS nom_officiel, departement AS code_insee_du_departement,"
        " region AS code_insee_de_la_region, siren AS code_siren, population, 'COMMUNE_' || code AS cleabs",
    ),
    "epci": ("epci_2026", "code AS code_siren, nom AS nom_officiel, population, 'EPCI_' || code AS cleabs"),
    "departement": (
        "departement",
        "code AS code_insee, nom AS nom_officiel, '53' AS code_insee_de_la_region, 'DEP_' || code AS cleabs",
    ),
    "region": ("region", "code AS code_insee, nom AS nom_officiel, 'REG_' || code AS cleabs"),
}
_CATALOGUE = """product: Données ouvertes de Rennes
producer: Rennes Métropole
licence: {licence}
attribution: "Rennes Métropole, données récupérées le {{date}}"
service: local
theme: {theme}
geometry: polygon
cut: whole
cut_reason: Un objet que la collectivité gère vaut en entier.

entries:
"""
_LOCAL = (
    (
        "rennes_quartiers",
        "rennes/quartiers.gpkg|layername=rennes_quartiers",
        "polygon",
        "Quartiers de Rennes",
        "generique_surf",
    ),
    ("rennes_zac", "urba/zac_rennes_metropole.geojson.gz", "polygon", "Zones d'aménagement concerté", "generique_surf"),
    ("rennes_vergers", "rennes/vergers.geojson", "point", "Vergers partagés", "generique_pct"),
    ("rennes_arbres", "rennes/arbres.geojson", "point", "Arbres remarquables", "generique_pct"),
    (
        "rennes_arrets",
        "transport/arrets_bus_bretagne.gpkg|layername=star_rennes_2012",
        "point",
        "Arrêts de bus (2012)",
        "generique_pct",
    ),
    (
        "rennes_trambus",
        "transport/trambus_lignes_rennes.geojson",
        "line",
        "Lignes de trambus en projet",
        "generique_lin",
    ),
    (
        "rennes_cyclable",
        "transport/schema_cyclable_cyclab_geobretagne.geojson.gz",
        "line",
        "Schéma cyclable",
        "generique_lin",
    ),
)


def admin_limits(data: Path, work: Path) -> dict[str, tuple[Path, str, str, int, str]]:
    """Type name → (GeoPackage, table, key, native CRS, geometry column): Bretagne with the columns of ADMIN EXPRESS."""
    target = work / "admin_express.gpkg"
    target.unlink(missing_ok=True)
    for table, (source, columns) in _ADMIN.items():
        gdal.VectorTranslate(
            str(target),
            str(data / "admin" / "bretagne_admin.gpkg"),
            format="GPKG",
            layerName=table,
            SQLDialect="SQLITE",
            SQLStatement=" ".join(("SELECT", columns, ", geom FROM", source)),
            accessMode="update" if target.exists() else None,
            layerCreationOptions=["GEOMETRY_NAME=geom"],
        )
    return {f"ADMINEXPRESS-COG.LATEST:{table}": (target, table, "cleabs", 4326, "geometrie") for table in _ADMIN}


def local_catalogue(data: Path, work: Path) -> tuple[Path, list[str]]:
    """A catalogue of the city's files, and the ids of its entries."""
    lines = [_CATALOGUE.format(licence="lov2", theme="equipements")]
    for entry, source, geometry, title, style in _LOCAL:
        name, _, layer = source.partition("|")
        path = _unpacked(data / name, work)
        lines += [
            f"  {entry}:",
            f'    layer: "{path}{"|" + layer if layer else ""}"',
            f"    geometry: {geometry}",
            *(["    cut: cut"] if geometry == "line" else []),
            f'    title: "{title}"',
            f'    abstract: "{title} : fichier de la collectivité."',
            f"    style: {style}",
        ]
    path = work / "catalogue_rennes.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path, [entry for entry, *_ in _LOCAL]


def _unpacked(path: Path, work: Path) -> Path:
    if path.suffix != ".gz":
        return path.resolve()
    target = work / path.stem
    with gzip.open(path) as packed, target.open("wb") as plain:
        shutil.copyfileobj(packed, plain)
    return target


def communes_of(data: Path, epci: str) -> int:
    """How many communes the source says that an EPCI has: what the clip must find."""
    connection = sqlite3.connect(data / "admin" / "bretagne_admin.gpkg")
    try:
        (count,) = connection.execute("SELECT count(*) FROM commune_2026 WHERE epci = ?", (epci,)).fetchone()
    finally:
        connection.close()
    return int(count)
