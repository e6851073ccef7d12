"""What is proposed, on columns as authorities name them, and on the published examples with their names disturbed."""

from __future__ import annotations

import csv
import random

import pytest

from data_territoires_plugin.standards.engine.columns import plain
from data_territoires_plugin.standards.mapping.locate import located_by
from data_territoires_plugin.standards.mapping.model import Place, Way
from data_territoires_plugin.standards.mapping.propose import Sample, propose, samples_of
from data_territoires_plugin.standards.model import Kind
from data_territoires_plugin.standards.shelf import standard


def proposal(name, columns, kind=None, table=0):
    """Field → what fills it; `columns`: name → values."""
    held = standard(name)
    samples = [Sample(column, tuple(values)) for column, values in columns.items()]
    mapping = propose(held, held.tables[table], samples, kind)
    return {rule.field: rule for rule in mapping.tables[0].fields}, mapping.tables[0].located


OWN_FORMAT = {  # as a département keeps it
    "IDENT": ["AC-01", "AC-02"],
    "LIBELLE": ["Les Landes", "Le Pont"],
    "COMMUNE": ["Redon", "Bruz"],
    "CODE_INSEE": ["35236", "35047"],
    "NATURE": ["aire", "P+R"],
    "ETAT": ["en service", "projet"],
    "NB_PLACES": ["12", "40"],
    "NB_PMR": ["1", "2"],
    "DATE_MAJ": ["24/06/2019", "01/02/2024"],
    "OBS": ["près du pont", ""],
    "GEST": ["Département", "Commune"],
}


def test_a_departements_own_format_finds_the_fields_of_the_national_one():
    rules, _located = proposal("covoiturage", OWN_FORMAT, Kind.POINT)
    found = {field: (rule.columns or (rule.text,))[0] for field, rule in rules.items()}
    assert found == {
        "id_local": "IDENT",
        "nom_lieu": "LIBELLE",
        "com_lieu": "COMMUNE",
        "insee": "CODE_INSEE",
        "type": "NATURE",
        "date_maj": "DATE_MAJ",
        "nbre_pl": "NB_PLACES",
        "nbre_pmr": "NB_PMR",
        "comm": "OBS",
        "Xlong": "longitude",
        "Ylat": "latitude",
    }
    assert dict(rules["type"].values) == {"aire": "Aire de covoiturage", "P+R": "Parking relais"}


def test_what_is_not_sure_is_said_and_each_proposal_says_why():
    rules, _located = proposal("covoiturage", OWN_FORMAT, Kind.POINT)
    assert all(rule.reasons for rule in rules.values())
    assert rules["Xlong"].is_sure
    unlike, _located = proposal("aires_livraison", {"type": ["LIVRAISON", "FONDS"]})
    assert not unlike["TYPE"].is_sure
    assert unlike["TYPE"].values == ()


def test_a_column_serves_one_field_only():
    rules, _located = proposal("arbres", {"TITRE": ["Hêtre"], "NOM": ["Chêne"]}, Kind.POINT)
    used = [rule.columns for rule in rules.values() if rule.way is Way.COLUMNS]
    assert len(used) == len(set(used))


def test_a_column_without_a_telling_name_is_found_by_its_values():
    rules, _located = proposal("stationnement_cyclable", {"ref1": ["arceau", "Ratelier", "CROCHET"]})
    assert rules["mobilier"].columns == ("ref1",)
    assert not rules["mobilier"].is_sure
    none, _located = proposal("stationnement_cyclable", {"ref1": ["12", "13"], "ref2": ["oui", "non"]})
    assert none == {}


def test_metres_are_brought_to_the_centimetres_of_the_field_and_it_is_to_be_looked_at():
    rules, _located = proposal("aires_livraison", {"EMPRISE_LONGUEUR": ["10", "12,5", "0"]})
    assert rules["LONGUEUR"].way is Way.EXPRESSION
    assert "* 100" in rules["LONGUEUR"].text
    assert not rules["LONGUEUR"].is_sure
    centimetres, _located = proposal("aires_livraison", {"EMPRISE_LONGUEUR": ["1000", "1250"]})
    assert centimetres["LONGUEUR"].columns == ("EMPRISE_LONGUEUR",)


def test_no_becomes_yes_where_the_column_says_the_opposite():
    rules, _located = proposal("stationnement_cyclable", {"payant": ["oui", "non"]})
    assert dict(rules["gratuit"].values) == {"oui": "false", "non": "true"}


@pytest.mark.parametrize(
    ("columns", "place", "names", "crs"),
    [
        ({"Xlong": ["-1.68"], "Ylat": ["48.1"]}, Place.COLUMNS, ("Xlong", "Ylat"), "EPSG:4326"),
        ({"x_l93": ["351000,5"], "y_l93": ["6789000"]}, Place.COLUMNS, ("x_l93", "y_l93"), "EPSG:2154"),
        ({"geo_point_2d": ["48.83,2.23"]}, Place.LATLON, ("geo_point_2d",), "EPSG:4326"),
        ({"geo_point_2d": ["2.23,48.83"]}, Place.LONLAT, ("geo_point_2d",), "EPSG:4326"),
        ({"coordonneesxy": ["[5.71, 45.19]"]}, Place.LONLAT, ("coordonneesxy",), "EPSG:4326"),
        ({"wkt": ["POINT (1 2)"]}, Place.WKT, ("wkt",), "EPSG:4326"),
        ({"geo_shape": ['{"type": "Point", "coordinates": [1, 2]}']}, Place.GEOJSON, ("geo_shape",), "EPSG:4326"),
        ({"x": ["12"], "nom": ["a"]}, Place.NONE, (), "EPSG:4326"),
        ({"x": ["a"], "y": ["b"]}, Place.NONE, (), "EPSG:4326"),
    ],
)
def test_the_place_of_a_table_without_geometry_is_found_in_its_columns(columns, place, names, crs):
    located = located_by([Sample(name, tuple(values)) for name, values in columns.items()])
    assert (located.place, located.columns, located.crs) == (place, names, crs)


EXAMPLES = [
    ("aires_livraison", "aire-livraison/exemple-grand-lyon.csv", ","),
    ("friches", "friches/fichier-valide.csv", ","),
    ("stationnement_cyclable", "stationnement-cyclable/exemple-valide.csv", ","),
    ("arbres", "arbres/exemple-valide.csv", ";"),
    ("irve_dynamique", "irve/dynamique__exemple-valide-dynamique.csv", ","),
]


@pytest.mark.parametrize("disturbed", [str.upper, lambda name: name.replace("_", " "), plain])
@pytest.mark.parametrize(("name", "path", "delimiter"), EXAMPLES)
def test_a_published_example_whose_columns_were_respelt_and_shuffled_is_found_whole(
    shared, name, path, delimiter, disturbed
):
    with (shared / "standards" / "schemas" / path).open(encoding="utf-8-sig", newline="") as file:
        header, *rows = list(csv.reader(file, delimiter=delimiter))
    order = random.Random(7).sample(range(len(header)), len(header))
    names = [disturbed(header[at]) for at in order]
    samples = samples_of(names, [[row[at] or None for at in order] for row in rows if row])
    held = standard(name)
    mapping = propose(held, held.tables[0], samples, None)
    found = {rule.field: rule.columns for rule in mapping.tables[0].fields if rule.way is Way.COLUMNS}
    expected = {header[at]: (disturbed(header[at]),) for at in order if held.tables[0].field(header[at])}
    places = {rule.field for rule in mapping.tables[0].fields if rule.way is Way.GEOMETRY}
    assert {field: column for field, column in expected.items() if field not in places} == found
    assert len(places) <= 2  # longitude and latitude, read in their own columns


def test_as_many_values_as_wanted_are_read_and_no_more():
    samples = samples_of(["n"], ([str(at)] for at in range(5000)))
    assert len(samples[0].values) == 2000
    assert samples_of(["a"], [["x"], [None], ["x"]])[0].counts == (2,)
