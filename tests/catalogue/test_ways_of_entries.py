"""The other ways of an entry, its conditions, as a catalogue file says them."""

from __future__ import annotations

import re

import pytest

from data_territoires_plugin.catalogue import load_catalogue
from data_territoires_plugin.errors import CatalogueError

from .conftest import ENTRY, HEADER

WAY = '    ways:\n      - {service: file, layer: "https://www.example.org/{dep}.csv", key: id}\n'


def test_another_way_has_from_its_entry_what_it_does_not_say_but_for_the_columns(catalogue_file):
    own = "    key: pk\n    geometry_column: geom\n    code_fields: {commune: insee}\n    crs: EPSG:2154\n"
    entry = load_catalogue(catalogue_file(HEADER + ENTRY + own + WAY)).entry("ville_pistes")
    (way,) = entry.ways
    assert (way.id, way.title, way.licence, way.crs) == (entry.id, entry.title, entry.licence, "EPSG:2154")
    assert (way.key, way.geometry_column, dict(way.code_fields), way.ways) == ("id", "", {}, ())


def test_the_ways_of_a_header_name_the_table_of_each_entry(catalogue_file):
    ways = 'ways:\n  - {service: geopf_download, layer: "PISTES|layername={table}", megabytes: 2.5}\n'
    (way,) = load_catalogue(catalogue_file(HEADER + ways + ENTRY)).entry("ville_pistes").ways
    assert (way.layer, way.megabytes) == ("PISTES|layername=pistes", 2.5)


def test_an_entry_without_ways_has_one_and_no_conditions(catalogue_file):
    entry = load_catalogue(catalogue_file(HEADER + ENTRY)).entry("ville_pistes")
    assert (entry.ways, entry.conditions) == ((), "")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("    ways: {service: file}\n", "list"),
        ("    ways: [plu]\n", "service and layer"),
        ("    ways: [{service: file}]\n", "layer"),
        ("    ways: [{service: fil, layer: x}]\n", "fil"),
        ("    ways: [{service: file, layer: 'ftp://x'}]\n", "ftp"),
        ("    ways: [{service: file, layer: 'https://x/{code}'}]\n", "code"),
        ("    ways: [{service: file, layer: 'https://x', cut: cut}]\n", "cut"),
        ("    ways: [{service: file, layer: 'https://x', megabytes: lourd}]\n", "megabytes"),
        ("    ways: [{service: geopf_download, layer: bd topo}]\n", "bd topo"),
        ("    ways: [{service: geopf_download, layer: 'BDTOPO|table=x'}]\n", "table=x"),
        ("    ways: [{service: geopf_download, layer: BDTOPO, options: {years: '6'}}]\n", "years"),
    ],
)
def test_a_wrong_way_is_named_with_its_line(catalogue_file, wrong, said):
    with pytest.raises(CatalogueError) as raised:
        load_catalogue(catalogue_file(HEADER + ENTRY + wrong))
    assert re.search(r"ville\.yaml:\d+: ville_pistes: ways", raised.value.message)
    assert said in raised.value.message


def test_every_archive_that_is_shipped_names_a_product_of_the_download_service():
    known = {"BDTOPO", "OCSGE", "BDFORET"}  # services.md §3a
    entries = load_catalogue().entries
    ways = [way for entry in entries for way in (entry, *entry.ways) if way.service == "geopf_download"]
    assert {way.layer.partition("|")[0] for way in ways} == known
    assert len(ways) > 50


def test_the_layers_with_legal_conditions_say_them():
    assert "identité" in load_catalogue().entry("dvf_mutations").conditions
