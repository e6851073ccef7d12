"""Which way to a layer is taken: properties of the choice, without a map or a server."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data_territoires_plugin.catalogue import load_catalogue
from data_territoires_plugin.clip.plans import Candidate, Certainty, Size, candidates, cheaper, estimate, words

ILLE_ET_VILAINE = Size(communes=333, departements=1)


@pytest.fixture(scope="module")
def buildings():
    return load_catalogue().entry("bdtopo_batiment")


def chosen(entry, size, announced, shared=1):
    own, *others = candidates(entry, size, {"geopf_download:BDTOPO": shared})
    better = cheaper(Candidate(entry, estimate(entry, size, announced)), others)
    return (better or own).entry.service


@pytest.mark.parametrize(
    ("announced", "service"), [(0, "geopf_wfs"), (60_000, "geopf_wfs"), (800_000, "geopf_download")]
)
def test_the_archive_is_taken_where_the_features_weigh_more_than_it(buildings, announced, service):
    assert chosen(buildings, ILLE_ET_VILAINE, announced) == service


def test_an_archive_that_serves_many_layers_of_the_clip_is_cheaper_for_each(buildings):
    assert chosen(buildings, ILLE_ET_VILAINE, 120_000) == "geopf_wfs"
    assert chosen(buildings, ILLE_ET_VILAINE, 120_000, shared=20) == "geopf_download"


def test_the_more_features_the_less_the_service_is_taken(buildings):
    taken = [chosen(buildings, ILLE_ET_VILAINE, number) for number in range(0, 2_000_000, 50_000)]
    assert taken == sorted(taken, reverse=True)
    assert set(taken) == {"geopf_wfs", "geopf_download"}


def test_a_drawing_whose_departements_are_not_known_is_read_by_the_service(buildings):
    assert chosen(buildings, Size(), 2_000_000) == "geopf_wfs"


def test_a_service_that_announces_nothing_keeps_its_turn(buildings):
    assert chosen(buildings, ILLE_ET_VILAINE, None) == "geopf_wfs"


def test_a_way_with_other_columns_is_never_preferred_only_held_in_reserve():
    parcels = load_catalogue().entry("cadastre_parcelle")
    assert [each.entry.service for each in candidates(parcels, Size(1, 1))] == ["geopf_wfs", "file"]
    assert chosen(parcels, Size(1, 1), 900_000) == "geopf_wfs"


def test_beyond_so_many_communes_the_files_are_those_of_the_departements():
    (way,) = load_catalogue().entry("cadastre_parcelle").ways
    few, many = estimate(way, Size(43, 1)), estimate(way, Size(333, 1))
    assert (few.requests, few.bytes) == (43, 34_400_000)
    assert (many.requests, many.bytes) == (1, None)


def test_the_estimate_is_said_with_its_certainty(buildings):
    told = words(Candidate(buildings, estimate(buildings, ILLE_ET_VILAINE, 12_000)))
    assert ("12" in told, "5" in told) == (True, True)
    assert estimate(buildings, Size(), None).certainty is Certainty.UNKNOWN


def test_a_dearer_archive_is_never_better_than_a_cheaper_one(buildings):
    light, heavy = (replace(buildings.ways[0], megabytes=size) for size in (10, 400))
    entry = replace(buildings, ways=(heavy, light))
    assert [each.entry.megabytes for each in candidates(entry, ILLE_ET_VILAINE)][1:] == [10, 400]
