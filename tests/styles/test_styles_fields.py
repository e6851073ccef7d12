"""A style reads only fields that the source of its entry has, and draws nearly all values of the training kit."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

import pytest

from data_territoires_plugin.catalogue import load_catalogue
from data_territoires_plugin.paths import resources
from data_territoires_plugin.sources.json_apis import api_of, api_services

from .conftest import KINDS, NAMES, geometry_of, load

pytestmark = pytest.mark.usefixtures("qgis_app")

STYLED = [entry for entry in load_catalogue().entries if entry.style]
KIT = resources() / "training" / "kit.gpkg"


def ids(entries):
    return [entry.id for entry in entries]


@pytest.mark.parametrize("entry", STYLED, ids=ids(STYLED))
def test_the_style_of_an_entry_exists_for_its_geometry(entry):
    assert entry.style in NAMES
    # A table of codes takes the shapes of the contours that draw it.
    drawn = {"any": "polygon"}.get(entry.geometry.value, entry.geometry.value)
    assert KINDS[geometry_of(entry.style)] == drawn


@pytest.mark.parametrize("entry", STYLED, ids=ids(STYLED))
def test_a_style_reads_only_the_fields_its_source_has(entry, recorded_fields):
    used = load(entry.style).fields
    layer = entry.layer
    if layer.startswith("patrinat_") and layer not in recorded_fields:
        layer = "patrinat_apb:apb"  # the INPN's types share one list of fields
    if entry.service in api_services() and (described := api_of(entry.service, entry.layer).fields):
        assert used <= set(described)
        return
    same = [way.layer for way in entry.ways if way.product == entry.product]  # the columns of the same product
    names = [name for name in (layer, *entry.former_layers, *same) if name in recorded_fields]
    if not names:
        assert used == set(), f"no recorded list says that {entry.layer} has these fields"
    else:
        assert used <= recorded_fields[names[0]]


def test_most_entries_were_checked_against_a_recorded_list(recorded_fields):
    assert sum(entry.layer in recorded_fields for entry in STYLED) >= 100


def kit_entries():
    if not KIT.exists():
        return []
    with closing(sqlite3.connect(f"file:{KIT}?mode=ro&immutable=1", uri=True)) as source:
        tables = {name for (name,) in source.execute("SELECT table_name FROM gpkg_contents")}
    return [entry for entry in STYLED if entry.id in tables]


@pytest.fixture(scope="module")
def kit(tmp_path_factory):
    """A copy: SQLite may write beside a file it reads."""
    return shutil.copy(KIT, tmp_path_factory.mktemp("kit"))


@pytest.mark.parametrize("entry", kit_entries(), ids=lambda entry: entry.id)
def test_a_legend_names_nearly_all_values_of_the_kit(entry, kit):
    from qgis.core import QgsRenderContext, QgsVectorLayer

    layer = QgsVectorLayer(f"{kit}|layername={entry.id}", entry.id, "ogr")
    message, good = layer.loadNamedStyle(str(resources() / "styles" / f"{entry.style}.qml"))
    assert good, message
    context = QgsRenderContext()
    context.expressionContext().appendScopes(_scopes(layer))
    context.setRendererScale(1000)
    renderer = layer.renderer().clone()
    renderer.startRender(context, layer.fields())
    total = named = 0
    # The last line of a legend of several is « autre ».
    legend = [item.ruleKey() for item in renderer.legendSymbolItems()]
    last = set(legend[1:][-1:])
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        keys = renderer.legendKeysForFeature(feature, context)
        total += 1
        named += bool(keys) and not keys <= last
    renderer.stopRender(context)
    assert named >= 0.95 * total


def _scopes(layer):
    from qgis.core import QgsExpressionContextUtils

    return QgsExpressionContextUtils.globalProjectLayerScopes(layer)
