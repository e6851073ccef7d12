"""The files themselves: QGIS reads them without a word, legends are French, building again changes nothing."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.conftest import PROJECT

from .conftest import FOLDER, NAMES, load

pytestmark = pytest.mark.usefixtures("qgis_app")

AGREED = """
admin_commune admin_epci admin_departement admin_region bati_batiment cadastre_parcelle cadastre_section
cadastre_batiment adresse route voie_ferree cours_d_eau plan_d_eau surface_hydrographique vegetation haie foret
zone_urba secteur_cc prescription_surf prescription_lin prescription_pct info_surf sup_surf sup_lin sup_pct
espace_protege natura2000 rpg zone_activite equipement_surf equipement_pct ligne_electrique terrain_de_sport cimetiere
toponyme iris aoc limite_lineaire generique_pct generique_lin generique_surf
""".split()  # noqa: SIM905 - a long list of short names
# The colours the CNIG gives to the zones of a PLU (symbology of December 2023): fill at small scales.
CNIG = {"U": "230,0,0", "AUc": "255,101,101", "AUs": "254,204,190", "A": "255,255,0", "N": "86,170,2"}


def test_every_style_the_catalogue_may_name_is_there():
    assert set(AGREED) <= set(NAMES)


def test_the_drawing_order_names_every_style_once():
    order = (FOLDER / "order.txt").read_text(encoding="utf-8").split()
    assert sorted(order) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_qgis_reads_the_style_without_a_warning(name):
    style = load(name)
    assert style.good
    assert style.message == ""
    assert style.layer.renderer().type() != "nullSymbol"


@pytest.mark.parametrize("name", NAMES)
def test_a_legend_has_no_empty_line_and_no_english_one(name):
    legend = load(name).legend
    if len(legend) > 1:
        assert all(text.strip() for text in legend)
        assert not re.search(r"\b(other|road|building|river|forest|zone of|unknown|and)\b", " ".join(legend).lower())
        assert len(set(legend)) == len(legend)


@pytest.mark.parametrize("name", NAMES)
def test_labels_have_a_halo_or_a_plate_and_a_range_of_scales(name):
    style = load(name)
    for settings in style.labels:
        text = settings.format()
        assert text.buffer().enabled() or text.background().enabled()
        assert settings.scaleVisibility
        assert settings.minimumScale > settings.maximumScale
        assert 6 <= text.size() <= 14


@pytest.mark.parametrize("name", NAMES)
def test_a_file_holds_nothing_of_the_machine_that_built_it(name):
    text = (FOLDER / f"{name}.qml").read_text(encoding="utf-8")
    assert not re.search(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}", text), "random identifier"
    assert not re.search(r"[0-9a-fA-F]{24}|[A-Za-z0-9+/]{60}", text), "encoded content"
    assert "base64:" not in text
    assert "SvgMarker" not in text
    assert "RasterFill" not in text


def test_building_again_gives_the_same_files(tmp_path):
    script = PROJECT / "tools" / "build_styles.py"
    subprocess.run([sys.executable, str(script), str(tmp_path)], check=True, capture_output=True, timeout=120)
    rebuilt = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    shipped = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.qml")}
    assert sorted(rebuilt) == sorted(shipped)
    assert [name for name in shipped if shipped[name] != rebuilt[name]] == []


def test_the_zones_have_the_colours_of_the_cnig():
    zones = load("zone_urba")
    found = {}
    for category in zones.layer.renderer().categories():
        values = category.value() if isinstance(category.value(), list) else [category.value()]
        colour = category.symbol().symbolLayer(0).color()
        found |= {value: f"{colour.red()},{colour.green()},{colour.blue()}" for value in values}
    assert {code: found[code] for code in CNIG} == CNIG
