"""Rows such as the APIs of JSON give them, around the settlement; their places come from GDAL."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import shapely
from osgeo import osr

from tests.sources import settlement
from tests.standins.json_apis import geojson

WIDE = "POLYGON((349900 6789900, 351900 6789900, 351900 6791900, 349900 6791900, 349900 6789900))"


@cache
def _transform(source: int, target: int) -> Any:
    systems = []
    for code in (source, target):
        system = osr.SpatialReference()
        system.ImportFromEPSG(code)
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        systems.append(system)
    return osr.CoordinateTransformation(*systems)


def degrees(geometry: Any) -> Any:
    """A geometry of Lambert-93 in longitude and latitude."""
    return _moved(geometry, _transform(2154, 4326))


def metres(geometry: Any) -> Any:
    """The contrary."""
    return _moved(geometry, _transform(4326, 2154))


def _moved(geometry: Any, move: Any) -> Any:
    return shapely.transform(geometry, lambda points: np.array(move.TransformPoints(points.tolist()))[:, :2])


def square(number: int) -> Any:
    """A building of the settlement."""
    x, y = settlement.place(number)
    return shapely.box(x, y, x + settlement.WIDTH, y + settlement.WIDTH)


def buildings(count: int, *, without_shape: int = 0) -> list[dict[str, Any]]:
    """Buildings of the RNB; one in `without_shape` has only a point."""
    rows = []
    for number in range(count):
        shape = degrees(square(number))
        known = not without_shape or number % without_shape
        rows.append(
            {
                "rnb_id": settlement.key(number), "status": "constructed", "point": geojson(shape.centroid),
                "shape": geojson(shape) if known else None, "is_active": True,
                "addresses": [{"id": f"35238_{number}", "street_number": str(number)}],
                "ext_ids": [], "plots": [{"id": "35238000AB0001", "bdg_cover_ratio": 1.0}],
            }
        )  # fmt: skip
    return rows


def stations(count: int, path: str = "v2/hydrometrie/referentiel/stations") -> list[dict[str, Any]]:
    """Stations of Hub'Eau, one per building."""
    rows = []
    for number in range(count):
        at = degrees(square(number)).centroid
        rows.append(
            {
                "liste": path, "code_station": f"J{number:07d}", "libelle_station": f"Le ru nº {number}",
                "longitude_station": at.x, "latitude_station": at.y, "en_service": number % 2 == 0,
                "code_commune_station": "35238", "geometry": geojson(at),
            }
        )  # fmt: skip
    return rows


def hazards(count: int, path: str = "installations_classees") -> list[dict[str, Any]]:
    """What Géorisques has, one per building; the communes are 35238 and 35001 to 35012, by turns."""
    rows = []
    for number in range(count):
        at = degrees(square(number)).centroid
        code = f"350{number % 13:02d}" if number % 13 else "35238"
        rows.append(
            {
                "liste": path, "codeAIOT": f"{number:010d}", "raisonSociale": "L'usine d'à côté", "code_insee": code,
                "longitude": f"{at.x:.7f}", "latitude": f"{at.y:.7f}", "systemeCoordonneesAIOT": "Lambert 93",
                "rubriques": [{"numeroRubrique": "2710"}],
            }
        )  # fmt: skip
    return rows


def units(count: int, commune: str = "35238") -> list[dict[str, Any]]:
    """Companies with one establishment here and, for one in three, another elsewhere; one in ten without place."""
    rows = []
    for number in range(count):
        at = degrees(square(number)).centroid
        here = {
            "siret": f"{number:09d}00011", "commune": commune, "libelle_commune": "RENNES", "adresse": f"{number} RUE",
            "latitude": None if number % 10 == 9 else str(at.y), "longitude": None if number % 10 == 9 else str(at.x),
            "activite_principale": "62.01Z", "code_postal": "35000", "est_siege": True, "etat_administratif": "A",
            "liste_enseignes": ["L'ENSEIGNE", "AUTRE"], "nom_commercial": None, "date_creation": "2010-07-15",
            "statut_diffusion_etablissement": "P" if number % 7 == 0 else "O", "tranche_effectif_salarie": "NN",
        }  # fmt: skip
        there = {**here, "siret": f"{number:09d}00029", "commune": "29019", "est_siege": False}
        rows.append(
            {
                "siren": f"{number:09d}", "nom_complet": f"SOCIÉTÉ {number}", "nature_juridique": "5499",
                "categorie_entreprise": "PME", "etat_administratif": "A", "individuel": str(number % 2 == 0).lower(),
                "section_activite_principale": "FGJ"[number % 3], "statut_diffusion": "O",
                "etablissements": [here, there] if number % 3 == 0 else [here],
            }
        )  # fmt: skip
    return rows


def photos(places: list[tuple[float, float]]) -> list[dict[str, Any]]:
    """Items of Panoramax; one in five has no azimuth, one in seven a box in place of its geometry."""
    rows = []
    for number, (x, y) in enumerate(places):
        identifier = f"{number:08d}-0000-4000-8000-000000000000"
        picture = f"https://panoramax.example/api/pictures/{identifier}"
        row = {
            "type": "Feature", "stac_version": "1.0.0", "id": identifier, "collection": "serie", "links": [],
            "at": [x, y], "geometry": {"type": "Point", "coordinates": [x, y]},
            "properties": {
                "datetime": "2024-06-01T10:00:00+00:00", "license": "etalab-2.0" if number % 2 else "CC-BY-SA-4.0",
                "geovisio:producer": "Ville de Rennes", "view:azimuth": number % 360, "exif": {"Make": "X"},
            },
            "providers": [{"name": "Ville de Rennes", "roles": ["producer"]}],
            "assets": {"hd": {"href": f"{picture}/hd.jpg"}, "thumb": {"href": f"{picture}/thumb.jpg"}},
        }  # fmt: skip
        if number % 5 == 0:
            del row["properties"]["view:azimuth"]
        if number % 7 == 0:
            row["geometry"], row["bbox"] = None, [x, y, x, y]
        rows.append(row)
    return rows
