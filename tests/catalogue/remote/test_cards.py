"""The cards of platforms without an open API; a file exported from one becomes a layer."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsFeedback, QgsGeometry

from data_territoires_plugin.catalogue import load_catalogue
from data_territoires_plugin.catalogue.remote import cards as module
from data_territoires_plugin.catalogue.remote.cards import card, cards
from data_territoires_plugin.errors import CatalogueError
from data_territoires_plugin.network import Pool
from data_territoires_plugin.sources import Area, source_of


def test_each_card_says_what_who_where_and_how():
    known = {each.id: each for each in cards()}
    assert {"deveco", "ecospheres", "madada", "rudi"} <= set(known)
    for each in known.values():
        assert each.address.startswith("https://")
        assert each.theme in load_catalogue().themes
        assert min(len(each.purpose), len(each.access), len(each.export)) > 30


def test_the_columns_are_recognised_whatever_their_case_and_accents():
    deveco = card("deveco")
    assert deveco.column("commune", ["Nom", "CODE COMMUNE"]) == "CODE COMMUNE"
    assert deveco.column("key", ["Nom", "Siret"]) == "Siret"
    assert not deveco.column("commune", ["Nom"])


def test_an_exported_file_is_read_by_the_codes_of_the_territory(tmp_path):
    text = "Siret;Nom;Code commune;longitude;latitude\n" + "".join(
        f"{n:014d};Atelier {n};{'35238' if n % 2 else '1004'};-1.68;48.11\n" for n in range(10)
    )
    path = tmp_path / "export.csv"
    path.write_text(text, encoding="cp1252")
    entry = card("deveco").entry(path, text.partition("\n")[0].split(";"))
    assert dict(entry.code_fields) == {"commune": "Code commune"}
    assert "publier" in entry.conditions
    square = QgsGeometry.fromWkt("POLYGON((-1.8 48, -1.6 48, -1.6 48.2, -1.8 48.2, -1.8 48))")
    area = Area(square, QgsCoordinateReferenceSystem("EPSG:4326"), {"commune": ("35238",)})
    with Pool(1) as pool:
        source, found = source_of(entry, pool, training=False)
        plan = source.plan(found, area, QgsFeedback())
    assert (plan.announced, plan.exact) == (5, True)


def test_a_wrong_card_is_told_with_its_file_and_key(tmp_path, monkeypatch):
    with pytest.raises(CatalogueError, match="deveco"):
        card("devecco")
    (tmp_path / "cards").mkdir()
    (tmp_path / "cards" / "mine.yaml").write_text("a:\n  title: A\n", encoding="utf-8")
    monkeypatch.setattr(module, "resources", lambda: Path(tmp_path))
    cards.cache_clear()
    try:
        with pytest.raises(CatalogueError, match=r"mine.yaml: a: .*purpose"):
            cards()
    finally:
        cards.cache_clear()
