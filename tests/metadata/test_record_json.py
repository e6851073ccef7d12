"""The record of OGC API – Records: a GeoJSON feature, and back."""

from __future__ import annotations

import json

from data_territoires_plugin.metadata.record import Record, differences
from data_territoires_plugin.metadata.record_json import merged, read, same, write
from tests.metadata.records import FULL, record


def test_a_record_is_a_geojson_feature_with_what_the_standard_requires():
    told = json.loads(write(FULL))
    # OGC 20-004r1, table 8: id, type, geometry, time, properties (type, title), links.
    assert {"id", "type", "geometry", "time", "properties", "links"} <= set(told)
    assert (told["type"], told["properties"]["type"], told["properties"]["title"]) == ("Feature", "dataset", FULL.title)
    ring = told["geometry"]["coordinates"][0]
    assert (ring[0], len(ring)) == (ring[-1], 5)
    assert told["links"][0]["href"] == "https://example.org/wfs"


def test_what_is_written_is_read_back_the_same():
    for made in (FULL, Record("x", "Titre", stamp="2026-01-01"), record(access=("Restreint",), extent=None)):
        assert differences(made, read(write(made))) == ()
        assert differences(read(write(made)), made) == ()


def test_what_others_added_stays():
    there = json.loads(write(FULL))
    there["properties"]["keywords"].append("talus")
    there["properties"]["resourceLanguages"] = [{"code": "br"}]
    there["properties"]["contacts"].append({"organization": "Portail", "roles": ["distributor"]})
    there["links"].append({"href": "https://example.org/carte", "rel": "related"})
    result = json.loads(merged(json.dumps(there).encode(), record(title="Autre")))
    assert result["properties"]["title"] == "Autre"
    assert "talus" in result["properties"]["keywords"]
    assert result["properties"]["resourceLanguages"] == [{"code": "br"}]
    assert [one["organization"] for one in result["properties"]["contacts"]] == ["Agglomération d’essai", "Portail"]
    assert [one["href"] for one in result["links"]] == ["https://example.org/wfs", "https://example.org/carte"]


def test_the_links_of_the_server_make_no_difference():
    there = json.loads(write(FULL))
    there["links"].append({"href": "https://example.org/items/x", "rel": "self"})
    assert same(write(FULL), json.dumps(there).encode())
    assert not same(write(FULL), write(record(title="Autre")))
