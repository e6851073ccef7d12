"""The national schemas shipped with the plugin: compiled from the published ones (schema.data.gouv.fr), plus the BAL.

Taken: names, types, limits, codes and short labels, which are facts. Titles of the standards are ours; descriptions are
left out.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from data_territoires_plugin.standards import bal, json_schema, table_schema
from data_territoires_plugin.standards.model import Condition, Geometry, Kind, Standard, Table

if TYPE_CHECKING:
    from pathlib import Path

_WGS84 = ("EPSG:4326",)


@dataclass(frozen=True)
class _Schema:
    """A schema to ship: where it is read, and what its publisher doesn't say."""

    id: str
    title: str
    family: str
    schema: str  # its name at schema.data.gouv.fr
    files: tuple[str, ...]
    kind: Kind | None = Kind.POINT  # what its rows are on a map; None: the schema says it, or they have no place
    keywords: tuple[str, ...] = ()
    partial: str = ""
    version: str = ""
    date: str = ""


def _in(folder: str, *names: str) -> tuple[str, ...]:
    return tuple(f"{folder}/{name}" for name in names)


_SITES = _in(
    "schemas/sites-economiques-zae",
    "schema__site-eco__schema.json",
    "schema__terrain-eco__schema.json",
    "schema__etablissement__schema.json",
    "schema__pole-eco__schema.json",
)
_OPERATIONS = _in(
    "schemas/operations-amenagement",
    "schema__operation-amenagement__schema_operation-amenagement.json",
    "schema__secteur__schema_secteur.json",
    "schema__programme__schema_programme.json",
)
_LANDSCAPES = tuple(
    f"schemas/paysages/schema__classe-{name}__schema.json"
    for name in (
        "atlaspaysager",
        "documentpaysage",
        "ensemblepaysager",
        "unitepaysagere",
        "sousunitepaysagere",
        "limitedecoupagepaysager",
        "dynamique",
    )
)
_FOREST = tuple(
    f"dessertes-foret/{name}/schema.json"
    for name in ("troncon-route", "itineraire-bois-rond", "equipement", "point-contrainte", "ressource-en-eau")
)
_LISTS = "Les listes de valeurs que le schéma donne hors de ses contraintes ne sont pas contrôlées."
_ONE_OF_THREE = "Seule la table des sites de comptage est décrite : celles des canaux et des mesures n’y sont pas."

_SCHEMAS = (
    _Schema(
        "covoiturage",
        "Lieux de covoiturage",
        "mobilite",
        "etalab/schema-lieux-covoiturage",
        _in("schemas/lieux-covoiturage", "latest__schema.json"),
        keywords=("aire de covoiturage", "parking relais"),
    ),
    _Schema(
        "amenagements_cyclables",
        "Aménagements cyclables",
        "mobilite",
        "etalab/schema-amenagements-cyclables",
        _in("schemas/amenagements-cyclables", "latest__schema_amenagements_cyclables.json"),
        Kind.LINE,
        ("vélo", "piste cyclable"),
    ),
    _Schema(
        "stationnement_cyclable",
        "Stationnement cyclable",
        "mobilite",
        "etalab/schema-stationnement-cyclable",
        _in("schemas/stationnement-cyclable", "schema.json"),
        keywords=("vélo", "arceau", "abri"),
    ),
    _Schema(
        "stationnement_hors_voirie",
        "Parcs de stationnement hors voirie",
        "mobilite",
        "etalab/schema-stationnement",
        _in("schemas/stationnement-hors-voirie", "schema.json"),
        keywords=("parking",),
    ),
    _Schema(
        "stationnement_voirie",
        "Stationnement en voirie",
        "mobilite",
        "macaron-ai/onstreet-parking-schema",
        _in("schemas/stationnement-voirie", "onstreet-parking.schema.json"),
        None,
        ("parking",),
        "La propriété geoPoint2d, que le schéma exige sans la décrire (il décrit geo_point_2d), n’est pas demandée.",
    ),
    _Schema(
        "irve_statique",
        "Bornes de recharge pour véhicules électriques (IRVE), données statiques",
        "mobilite",
        "etalab/schema-irve-statique",
        _in("schemas/irve", "statique__schema-statique.json"),
        keywords=("borne", "recharge", "électrique"),
    ),
    _Schema(
        "irve_dynamique",
        "Bornes de recharge pour véhicules électriques (IRVE), état en temps réel",
        "mobilite",
        "etalab/schema-irve-dynamique",
        _in("schemas/irve", "dynamique__schema-dynamique.json"),
        None,
        ("borne", "recharge"),
    ),
    _Schema(
        "sdirve",
        "Schéma directeur des bornes de recharge (SDIRVE)",
        "mobilite",
        "etalab/schema-sdirve",
        _in("schemas/sdirve", "schema.json"),
        keywords=("borne", "recharge"),
    ),
    _Schema(
        "zfe",
        "Zones à faibles émissions (ZFE), aires",
        "mobilite",
        "etalab/schema-zfe",
        _in("schemas/zfe", "schema.json"),
        Kind.POLYGON,
        ("crit’air", "circulation"),
        version="0.8.2",
    ),
    _Schema(
        "aires_livraison",
        "Aires de livraison",
        "mobilite",
        "CEREMA/schema-aire-livraison",
        _in("schemas/aire-livraison", "schema.json"),
        keywords=("livraison", "logistique"),
    ),
    _Schema(
        "arretes_circulation",
        "Arrêtés permanents de circulation pour le transport de marchandises",
        "mobilite",
        "CEREMA/schema-arrete-circulation-marchandises",
        _in("schemas/arretes-circulation", "schema.json"),
        Kind.LINE,
        ("poids lourds", "arrêté"),
    ),
    _Schema(
        "passages_niveau",
        "Passages à niveau",
        "mobilite",
        "etalab/schema-passage-a-niveau",
        _in("schemas/passage-a-niveau", "schema.json"),
        keywords=("voie ferrée",),
    ),
    _Schema(
        "comptages",
        "Comptages des mobilités, sites",
        "mobilite",
        "etalab/schema-comptage-mobilites-site",
        _in("schemas/comptage-mobilites", "latest__schema.json"),
        keywords=("trafic", "comptage"),
        partial=_ONE_OF_THREE,
    ),
    _Schema(
        "taxi",
        "Stations de taxi",
        "mobilite",
        "openmaraude/schema-stationstaxi",
        _in("schemas/stations-taxi", "schema.json"),
    ),
    _Schema(
        "randonnee",
        "Itinéraires de randonnée",
        "environnement",
        "PnX-SI/schema_randonnee",
        _in("schemas/randonnee", "schema.json"),
        Kind.LINE,
        ("sentier", "PDIPR"),
    ),
    _Schema(
        "infos_travaux",
        "Informations sur les travaux",
        "reseaux",
        "metis-reseaux/infos-travaux",
        _in("schemas/infos-travaux", "informations_travaux.json"),
        None,
        ("chantier",),
        "L’obligation de l’adresse, de la longueur et de la largeur selon le type de géométrie n’est pas contrôlée.",
    ),
    _Schema(
        "dae",
        "Défibrillateurs automatisés externes (GéoDAE)",
        "equipements",
        "arsante/schema-dae",
        _in("schemas/dae-defibrillateurs", "latest__schema.json"),
        keywords=("défibrillateur",),
    ),
    _Schema(
        "deci",
        "Points d’eau incendie (DECI)",
        "equipements",
        "datakode/schema-pei",
        _in("schemas/deci-pei", "latest__schema.json"),
        keywords=("PEI", "poteau incendie", "hydrant"),
    ),
    _Schema(
        "arbres",
        "Arbres urbains",
        "environnement",
        "NaturalSolutions/schema-arbre",
        _in("schemas/arbres", "schema.json"),
        keywords=("patrimoine arboré", "arbre remarquable"),
    ),
    _Schema(
        "fontaines",
        "Fontaines à eau",
        "equipements",
        "datagouv/schema-fontaine-eau",
        _in("schemas/fontaine-eau", "schema.json"),
    ),
    _Schema(
        "equipements",
        "Équipements publics (SCDL)",
        "equipements",
        "scdl/equipements",
        _in("schemas/scdl-equipements", "latest__schema.json"),
        keywords=("SCDL",),
    ),
    _Schema(
        "mediation_numerique",
        "Lieux de médiation numérique",
        "equipements",
        "LaMednum/standard-mediation-num",
        _in("schemas/mediation-numerique", "latest__schema.json"),
        keywords=("France services", "conseiller numérique"),
    ),
    _Schema(
        "erp",
        "Accessibilité des établissements recevant du public (Acceslibre)",
        "equipements",
        "MTES-MCT/acceslibre-schema",
        _in("schemas/acceslibre-erp", "latest__schema.json"),
        keywords=("accessibilité", "ERP"),
    ),
    _Schema(
        "friches",
        "Friches (CNIG)",
        "economie",
        "cnigfr/schema-friches",
        _in("schemas/friches", "schema.json"),
        keywords=("Cartofriches",),
    ),
    _Schema(
        "sites_economiques",
        "Sites économiques (CNIG)",
        "economie",
        "cnigfr/schema-sites-economiques",
        _SITES,
        keywords=("ZAE", "zone d’activité"),
        partial=_LISTS,
    ),
    _Schema(
        "operations_amenagement",
        "Opérations d’aménagement (CNIG)",
        "economie",
        "cnigfr/schema-operations-amenagement",
        _OPERATIONS,
        keywords=("ZAC", "lotissement"),
        partial=_LISTS,
    ),
    _Schema(
        "paysages",
        "Paysages (CNIG)",
        "environnement",
        "cnigfr/schema-paysages",
        _LANDSCAPES,
        keywords=("atlas de paysages",),
        partial=_LISTS,
    ),
    _Schema(
        "dessertes_forestieres",
        "Dessertes forestières (CNIG)",
        "environnement",
        "cnigfr/DessertesEnForet-schema",
        _FOREST,
        keywords=("bois rond", "forêt"),
        partial=_LISTS,
    ),
)
# What the rows of a table are on a map, where it differs from the rest of its standard.
_KINDS: dict[str, Kind | None] = {
    "site-eco": Kind.POLYGON,
    "terrain-eco": Kind.POLYGON,
    "operation-amenagement": Kind.POLYGON,
    "secteur": Kind.POLYGON,
    "programme": Kind.POLYGON,
    "ensemble-paysager": Kind.POLYGON,
    "unite-paysagere": Kind.POLYGON,
    "sousunite-paysagere": Kind.POLYGON,
    "limite-decoupage-paysager": Kind.LINE,
    "atlas-paysager": None,
    "document-paysage": None,
    "dynamique": None,
    "troncon-de-route": Kind.LINE,
    "itineraire-bois-rond": Kind.LINE,
}
_SAME_NAME = {"dessertes-foret/itineraire-bois-rond/schema.json": "itineraire-bois-rond"}  # as another's, by mistake


def compile_schemas(source: Path) -> list[Standard]:
    """The national schemas under `source` (folders schemas/ and dessertes-foret/) and the three BAL, by id."""
    return sorted([*(_compiled(one, source) for one in _SCHEMAS), *bal.standards()], key=lambda one: one.id)


def _compiled(schema: _Schema, source: Path) -> Standard:
    contents = {name: json.loads((source / name).read_text(encoding="utf-8-sig")) for name in schema.files}
    origin = f"schema.data.gouv.fr, {schema.schema}"
    first = next(iter(contents.values()))
    if table_schema.is_table_schema(first):
        standard = table_schema.read(
            {} if len(contents) > 1 else first,
            id_=schema.id,
            source=origin,
            schemas={_table_name(name, one): one for name, one in contents.items()},
            describe=False,
        )
        standard = replace(standard, tables=tuple(_on_map(one, schema) for one in standard.tables))
    else:
        standard = json_schema.read(first, id_=schema.id, source=origin, describe=False)
        standard = replace(standard, tables=tuple(_of_features(one, schema) for one in standard.tables))
    if standard.partial and not schema.partial:  # told by the loader in English: what is shipped is told in French
        raise ValueError(f"{schema.id}: {standard.partial}")
    return replace(
        standard,
        title=schema.title,
        family=schema.family,
        schema=schema.schema,
        keywords=schema.keywords,
        version=schema.version or standard.version,
        date=schema.date or standard.date,
        partial=schema.partial,
    )


def _table_name(file: str, content: dict[str, Any]) -> str:
    named = _SAME_NAME.get(file) or str(content.get("name") or "") or str(content["title"])
    return named.removeprefix("sites-economiques-")


def _on_map(table: Table, schema: _Schema) -> Table:
    """A table of text columns: its rows may have a shape in QGIS, they need none in a file."""
    kind = _KINDS.get(table.name, schema.kind)
    geometry = None if kind is None else Geometry((kind,), required=False)
    name = schema.id if len(schema.files) == 1 else table.name
    return replace(table, name=name, geometry=geometry)


def _of_features(table: Table, schema: _Schema) -> Table:
    """The features of a GeoJSON: where the schema lets any kind pass, the one that its documentation asks for."""
    held = table.geometry or Geometry((Kind.ANY,))
    kinds = held.kinds if held.kinds != (Kind.ANY,) or schema.kind is None else (schema.kind,)
    return replace(
        table,
        geometry=replace(held, kinds=kinds, required=True, crs=_WGS84),
        conditions=tuple(replace(one, message=_in_french(one)) for one in table.conditions),
    )


def _in_french(condition: Condition) -> str:
    """A property that calls for another, in the language of what is shipped."""
    first, _, other = condition.id.partition("->")
    return f"{first} est renseigné : {other} doit l’être aussi."
