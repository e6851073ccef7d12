"""Finding a layer with the words a technician types, and asking for layers by name."""

from __future__ import annotations

import pytest

from data_territoires_plugin.catalogue import load_catalogue
from data_territoires_plugin.errors import CatalogueError

WORDS = {
    "route": "bdtopo_troncon_de_route",
    "rue": "bdtopo_troncon_de_route",
    "BATI": "bdtopo_batiment",
    "bâtiments": "bdtopo_batiment",
    "maison": "bdtopo_batiment",
    "PLU": "urba_zone_urba",
    "zonage plu": "urba_zone_urba",
    "Natura 2000": "inpn_sic",
    "oiseaux": "inpn_zps",
    "cours d'eau": "bdtopo_cours_d_eau",
    "riviere": "bdtopo_cours_d_eau",
    "adresses": "ban_adresses",
    "parcelles": "cadastre_parcelle",
    "parcelle agricole": "rpg_parcelles",
    "école": "bdtopo_zone_d_activite_ou_d_interet",
    "habitants": "insee_carreaux_200m",
    "monument historique": "sup_assiette_sup_s",
    "photo aerienne": "fond_ortho",
    "bdtopo_haie": "bdtopo_haie",
    "debroussaillement": "risque_debroussaillement",
}


@pytest.mark.parametrize(("typed", "first"), WORDS.items(), ids=WORDS.keys())
def test_the_layer_meant_comes_first(typed, first):
    assert load_catalogue().search(typed)[0].id == first


def test_all_the_words_count_when_an_entry_holds_them_all():
    found = load_catalogue().search("haie bocage")
    assert found
    assert all("haie" in entry.id for entry in found)


def test_a_word_nobody_holds_does_not_hide_the_others():
    assert load_catalogue().search("bâtiments xyzzy") == load_catalogue().search("bâtiments")


def test_a_search_without_a_word_gives_everything_and_nonsense_gives_nothing():
    catalogue = load_catalogue()
    assert catalogue.search("  ") == catalogue.entries
    assert catalogue.search("xyzzy") == ()


def test_ids_themes_and_recommended_are_mixed_each_entry_once():
    catalogue = load_catalogue()
    chosen = catalogue.select("bdtopo_batiment, cadastre,recommended", "commune")
    assert chosen[0].id == "bdtopo_batiment"
    assert set(chosen) == {chosen[0], *catalogue.of_theme("cadastre"), *catalogue.recommended("commune")}
    assert len(chosen) == len(set(chosen))


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("bdtopo_batimant", "bdtopo_batiment"),
        ("batiment", "bdtopo_batiment"),
        ("urbanime", "urbanisme"),
        ("recommande", "recommended"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(asked, near):
    with pytest.raises(CatalogueError) as told:
        load_catalogue().select(f"admin_commune,{asked}")
    assert asked in told.value.message
    assert near in told.value.hint


def test_an_unknown_entry_or_theme_is_refused_with_the_nearest():
    with pytest.raises(CatalogueError, match="cadastre_parcelle"):
        load_catalogue().entry("cadastre_parcelles")
    with pytest.raises(CatalogueError, match="cadastre"):
        load_catalogue().of_theme("cadastr")


def test_asking_for_nothing_is_refused():
    with pytest.raises(CatalogueError):
        load_catalogue().select(" , ")


def test_a_kind_without_a_list_takes_that_of_its_size():
    catalogue = load_catalogue()
    assert catalogue.recommended("commune_deleguee") == catalogue.recommended("commune")
    assert catalogue.recommended("pnr") == catalogue.recommended("epci")


def test_the_entries_follow_the_order_of_the_themes():
    catalogue = load_catalogue()
    order = list(catalogue.themes)
    ranks = [order.index(entry.theme) for entry in catalogue.entries]
    assert ranks == sorted(ranks)
    assert next(iter(catalogue.themes.values())) == "Limites administratives"
    assert all(catalogue.of_theme(theme) for theme in catalogue.themes)
