"""Every entry shipped, against the lists recorded from the services (not against our own code)."""

from __future__ import annotations

import csv
import re
from html import unescape
from xml.etree import ElementTree

import pytest

from data_territoires_plugin.catalogue import CutMode, GeometryKind, load_catalogue
from data_territoires_plugin.catalogue.checks import KINDS
from data_territoires_plugin.paths import resources

ENTRIES = load_catalogue().entries
WFS = [entry for entry in ENTRIES if entry.service == "geopf_wfs"]
BACKGROUNDS = [entry for entry in ENTRIES if entry.geometry is GeometryKind.RASTER]


def ids(entries):
    return [entry.id for entry in entries]


@pytest.fixture(scope="module")
def published(shared):
    """The type names published in August 2026."""
    with (shared / "recorded/geopf-wfs/namespaces-2026-08.csv").open(encoding="utf-8") as file:
        return {f"{row['NAMESPACE']}:{name}" for row in csv.DictReader(file) for name in row["COLLECTIONS"].split("|")}


@pytest.fixture(scope="module")
def described(shared):
    """Type name → (geometry column, kind, CRS, fields), from the schemas of August 2026 and a DescribeFeatureType."""
    folder = shared / "recorded/geopf-wfs"
    found = {}
    with (folder / "wfs-schemas-2026-08.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            column, kind, crs = (*row["geometry(name:type:defaultCrs)"].split(":", 2), "", "", "")[:3]
            found[row["typename"]] = (column, kind, crs, set(row["properties"].split(",")))
    elements = list(
        ElementTree.parse(folder / "describe-courbe-2025-06.xml").iter("{http://www.w3.org/2001/XMLSchema}element")
    )
    column = next(each.get("name") for each in elements if each.get("type", "").startswith("gml:"))
    found["ELEVATION.CONTOUR.LINE:courbe"] = (
        column,
        "linestring",
        "EPSG:4326",
        {each.get("name") for each in elements},
    )
    return found


@pytest.fixture(scope="module")
def older_fields(shared):
    """Type name → (CRS, fields), from a QGIS project of January 2025: for the types without a schema of 2026."""
    with (shared / "recorded/geopf-wfs/idg-wfs-fields-2025-01.tsv").open(encoding="utf-8") as file:
        return {
            row["typename"]: (row["crs"], set(row["fields"].split(","))) for row in csv.DictReader(file, delimiter="\t")
        }


@pytest.fixture(scope="module")
def older_crs(shared):
    with (shared / "recorded/geopf-wfs/featuretypes-2025-06.tsv").open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return {row["typename"]: row["defaultCRS"].replace("urn:ogc:def:crs:", "").replace("::", ":") for row in rows}


@pytest.mark.parametrize("entry", WFS, ids=ids(WFS))
def test_the_type_name_is_published(entry, published):
    assert entry.layer in published


@pytest.mark.parametrize("entry", WFS, ids=ids(WFS))
def test_geometry_column_key_and_code_fields_are_those_of_the_service(entry, described):
    if not entry.verified:
        assert entry.layer not in described, "recorded: it can be verified"
        assert entry.geometry_column == "", "not recorded: read from the service"
        return
    column, kind, crs, fields = described[entry.layer]
    if entry.geometry is not GeometryKind.NONE:
        assert entry.geometry_column == column
        assert entry.crs == crs
        kinds = {"point": "point", "line": "linestring", "polygon": "polygon"}
        assert kind in ("geometry", kinds[entry.geometry.value], "multi" + kinds[entry.geometry.value])
    edition = entry.edition.removeprefix("field:") if entry.edition.startswith("field:") else ""
    used = {entry.key, edition, *entry.code_fields.values()} - {""}
    assert used <= fields


@pytest.mark.parametrize("entry", [entry for entry in WFS if not entry.verified], ids=lambda entry: entry.id)
def test_what_is_known_of_an_unverified_entry_agrees_with_older_lists(entry, older_fields, older_crs):
    known = [older_fields[name] for name in (entry.layer, *entry.former_layers) if name in older_fields]
    for crs, fields in known:
        assert entry.crs == crs or entry.geometry is GeometryKind.NONE
        assert {entry.key, *entry.code_fields.values()} - {""} <= fields
    if entry.layer in older_crs and entry.geometry is not GeometryKind.NONE:
        assert entry.crs == older_crs[entry.layer]


@pytest.mark.parametrize(
    "namespace",
    ["BDTOPO_V3", "ADMINEXPRESS-COG.LATEST", "CADASTRALPARCELS.PARCELLAIRE_EXPRESS", "wfs_du", "wfs_sup", "wfs_scot"],
)
def test_the_great_products_are_there_whole(namespace, published):
    ours = {entry.layer for entry in WFS}
    assert {name for name in published if name.startswith(f"{namespace}:")} <= ours


def test_a_code_field_holds_one_code_and_not_a_list(shared):
    lists = {"codes_siren_des_epci", "codes_insee_des_communes_membres", "codes_insee_des_departements_membres"}
    assert not [entry.id for entry in ENTRIES if lists & set(entry.code_fields.values())]


def test_the_backgrounds_agree_with_the_recorded_capabilities(shared):
    names = {"wmts": "http://www.opengis.net/wmts/1.0", "ows": "http://www.opengis.net/ows/1.1"}
    root = ElementTree.parse(shared / "recorded/geopf-wmts/capabilities-1.0.0-trimmed.xml")
    served = {
        layer.findtext("ows:Identifier", namespaces=names): layer for layer in root.iterfind(".//wmts:Layer", names)
    }
    checked = [entry for entry in BACKGROUNDS if entry.verified]
    assert {entry.layer for entry in checked} == set(served)
    for entry in checked:
        layer = served[entry.layer]
        styles = {each.text for each in layer.iterfind("wmts:Style/ows:Identifier", names)}
        assert entry.options["style"] in styles
        assert entry.options["format"] == layer.findtext("wmts:Format", namespaces=names)
        assert entry.options["matrix_set"] == layer.findtext(".//wmts:TileMatrixSet", namespaces=names)


def test_the_attributions_say_what_the_producers_demand():
    catalogue = load_catalogue()
    for entry in catalogue.of_theme("cadastre"):
        assert entry.attribution.format(month="03/2026") == "Source DGFiP - cadastre, mise à jour : 03/2026"
    batiment = catalogue.entry("bdtopo_batiment").attribution
    assert batiment.format(edition="2026-06-15") == "© IGN – BD TOPO®, édition 2026-06-15"
    assert all("PatriNat (OFB-CNRS-MNHN-IRD)" in entry.attribution for entry in ENTRIES if entry.id.startswith("inpn_"))


@pytest.mark.parametrize("entry", ENTRIES, ids=ids(ENTRIES))
def test_an_entry_reads_well_and_hangs_together(entry):
    assert entry.title[0] == entry.title[0].upper()
    assert not entry.title.endswith(".")
    assert entry.abstract.endswith(".")
    assert entry.cut_reason.endswith(".")
    assert entry.keywords
    assert entry.licence.url.startswith("https://")
    assert set(entry.recommended) <= set(KINDS)
    if entry.geometry in (GeometryKind.POINT, GeometryKind.NONE):
        assert entry.cut is CutMode.WHOLE
    if entry.geometry in (GeometryKind.NONE, GeometryKind.RASTER):
        assert entry.style == ""
    else:
        assert re.fullmatch(r"[a-z0-9_]+", entry.style)


@pytest.mark.parametrize("kind", ["commune", "epci", "departement"])
def test_the_list_recommended_for_a_territory_is_of_a_sensible_length(kind):
    assert 12 <= len(load_catalogue().recommended(kind)) <= 18


def test_every_style_named_is_shipped():
    folder = resources() / "styles"
    if not list(folder.glob("*.qml")):
        pytest.skip("the styles are not there yet")
    named = {entry.style for entry in ENTRIES if entry.style}
    assert sorted(named - {path.stem for path in folder.glob("*.qml")}) == []


def fields_of_style(text):
    """The fields a QML names: classified, labelled, or quoted in an expression."""
    found = set()
    for written in map(unescape, re.findall(r'\b(?:attr|fieldName|expression|filter)="([^"]*)"', text)):
        found |= set(re.findall(r'"(\w+)"', written)) | set(re.findall(r"^\w+$", written))
    return found - {"", "ELSE"}


STYLED = [entry for entry in WFS if (resources() / "styles" / f"{entry.style}.qml").is_file()]


@pytest.mark.parametrize("entry", STYLED, ids=ids(STYLED))
def test_a_style_reads_only_fields_that_the_layer_has(entry, described, older_fields):
    known = described[entry.layer][3] if entry.layer in described else older_fields.get(entry.layer, ("", None))[1]
    if known is None:
        pytest.skip("the fields of this layer are not recorded")
    used = fields_of_style((resources() / "styles" / f"{entry.style}.qml").read_text(encoding="utf-8"))
    assert used <= known
