"""The ready selections: every layer is of the catalogue, and their names are understood where layers are asked for."""

from __future__ import annotations

import pytest

from data_territoires_plugin.catalogue import load_catalogue
from data_territoires_plugin.catalogue.selections import selections
from data_territoires_plugin.errors import CatalogueError

# The subjects of the Fabrique de la donnée territoriale that the issue names.
SUBJECTS = ("débroussaillement", "limites", "chemins ruraux", "adresses", "sobriété", "vacant")


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_subject_has_its_selection(subject):
    assert [one for one in selections() if subject in one.title.lower()]


@pytest.mark.parametrize("selection", selections(), ids=lambda one: one.id)
class TestASelection:
    def test_is_asked_for_by_its_name(self, selection):
        chosen = load_catalogue().select(selection.id)
        assert tuple(entry.id for entry in chosen) == selection.layers

    def test_says_what_it_serves_and_names_no_layer_twice(self, selection):
        assert selection.purpose.endswith(".")
        assert len(selection.layers) == len(set(selection.layers)) >= 3

    def test_has_a_name_that_is_no_layer_nor_theme(self, selection):
        catalogue = load_catalogue()
        assert selection.id not in catalogue.themes
        assert selection.id not in {entry.id for entry in catalogue.entries}


def test_it_is_mixed_with_layers_and_themes_each_layer_once():
    catalogue = load_catalogue()
    chosen = [entry.id for entry in catalogue.select("voirie,bdtopo_batiment,limites")]
    assert {"bdtopo_troncon_de_route", "bdtopo_batiment", "admin_commune"} <= set(chosen)
    assert len(chosen) == len(set(chosen))


def test_one_misspelt_is_guessed():
    with pytest.raises(CatalogueError) as refused:
        load_catalogue().select("debrousaillement")
    assert "debroussaillement" in refused.value.hint


def test_a_catalogue_that_has_lost_a_layer_says_which(tmp_path):
    mine = tmp_path / "mine.yaml"
    mine.write_text("removed: [risque_debroussaillement]\n", encoding="utf-8")
    with pytest.raises(CatalogueError, match="risque_debroussaillement"):
        load_catalogue(str(mine)).select("debroussaillement")
