"""Templates: what their forms let through validates, what they refuse is told; every standard makes one."""

from __future__ import annotations

import shutil
import sqlite3
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from data_territoires_plugin.errors import OutputError, StandardError
from data_territoires_plugin.standards.shelf import standard
from tests.standards.test_deliver import in_degrees

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DOCUMENT = "35238_PLU_20240101"
SQUARES = "MULTIPOLYGON((({0} 6790000, {0} 6790100, {1} 6790100, {1} 6790000, {0} 6790000)))"
# Of each kind of standard, one; the largest has 52 tables.
KINDS = (
    *("plui_2025", "cc_2025", "scot_2024", "sup_2016_ac1", "bal_1.5", "irve_statique", "sites_economiques"),
    *("ppr_1.0.2", "zfe", "accessibilite_voirie_2025"),
)


@pytest.fixture
def make(qgis_app: Any, tmp_path: Path) -> Callable[..., Any]:
    """`make("plu_2024", DOCUMENT)`: a template."""
    return lambda *asked, **named: made_in(tmp_path, *asked, **named)


def made_in(folder: Path, name: str, document: str = "", crs: str = "EPSG:2154") -> Any:
    from qgis.core import QgsCoordinateReferenceSystem, QgsFeedback

    from data_territoires_plugin.standards.template.build import make_template

    system = QgsCoordinateReferenceSystem(crs)
    return make_template(standard(name), system, folder / f"{name}.gpkg", document, QgsFeedback())


@pytest.fixture(scope="module")
def once(qgis_app: Any, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Any]:
    """The same, made once for all the tests."""
    folder = tmp_path_factory.mktemp("templates")
    return cache(lambda *asked: made_in(folder, *asked))


@pytest.fixture
def opened(once: Any, tmp_path: Path) -> Callable[..., Any]:
    """`opened("plu_2024", DOCUMENT)`: the project of a template that was moved, read from the disk."""
    from qgis.core import QgsProject

    kept = []

    def read(*asked: Any) -> Any:
        template = once(*asked)
        for path in (template.file, template.project):
            shutil.copyfile(path, tmp_path / path.name)
        project = QgsProject.instance()  # the drop-downs look for their list there
        assert project.read(str(tmp_path / template.project.name))
        kept.append(project)
        return project

    yield read
    for project in kept:
        project.clear()


def layer_of(project: Any, table: str) -> Any:
    return next(one for one in project.mapLayers().values() if one.name().split(" – ")[0] == table)


def enter(project: Any, table: str, shape: str = "", **values: Any) -> list[str]:
    """A feature as the form makes it (defaults, what is entered, constraints): why it is refused, [] if it isn't."""
    from qgis.core import QgsExpressionContext, QgsExpressionContextUtils, QgsGeometry, QgsVectorLayerUtils

    layer = layer_of(project, table)
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.projectScope(project))
    context.appendScope(QgsExpressionContextUtils.layerScope(layer))
    given = {layer.fields().lookupField(name): value for name, value in values.items()}
    assert -1 not in given
    geometry = QgsGeometry.fromWkt(shape) if shape else QgsGeometry()
    layer.isEditable() or layer.startEditing()
    feature = QgsVectorLayerUtils.createFeature(layer, geometry, given, context)
    refused = []
    for at in range(len(layer.fields())):
        right, reasons = QgsVectorLayerUtils.validateAttribute(layer, feature, at)
        refused += [] if right else [f"{layer.fields()[at].name()}: {' '.join(reasons)}"]
    if not refused:
        assert layer.addFeature(feature)
    return refused


def zone(project: Any, at: int, **values: Any) -> list[str]:
    shape = SQUARES.format(350_000 + 100 * at, 350_100 + 100 * at)
    entered = {"LIBELLE": "Ua", "TYPEZONE": "U", "NOMFIC": "35238_reglement_20240101.pdf", **values}
    return enter(project, "ZONE_URBA", shape, **entered)


def plu(project: Any) -> None:
    """The least that a PLU holds, entered through the forms."""
    described = {"TYPEDOC": "PLU", "ETAT": "03", "NOMPROC": "E", "DATEREF": "20230701"}
    assert enter(project, "DOC_URBA", NOMREG="35238_reglement_20240101.pdf", **described) == []
    assert enter(project, "DOC_URBA_COM") == []
    assert zone(project, 0) == []
    assert zone(project, 1, LIBELLE="N", TYPEZONE="N") == []
    point = "MULTIPOLYGON(((350010 6790010, 350010 6790020, 350020 6790020, 350020 6790010, 350010 6790010)))"
    values = {"LIBELLE": "Espace boisé classé", "TYPEPSC": "01", "STYPEPSC": "00"}
    assert enter(project, "PRESCRIPTION_SURF", point, **values) == []
    for layer in project.mapLayers().values():
        assert not layer.isEditable() or layer.commitChanges(), layer.commitErrors()


def test_every_table_field_and_code_is_in_the_file(once: Any) -> None:
    model = standard("plu_2024")
    connection = sqlite3.connect(once("plu_2024", DOCUMENT).file)
    columns = {
        table.name: [row[1:3] for row in connection.execute("SELECT * FROM pragma_table_info(?)", (table.name,))]
        for table in model.tables
    }
    for table in model.tables:
        names = [name for name, _ in columns[table.name] if name not in ("fid", "geom")]
        assert names == [one.name for one in table.fields]
    assert ("LIBELLE", "TEXT(12)") in columns["ZONE_URBA"]
    assert ("geom", "MULTIPOLYGON") in columns["ZONE_URBA"]
    for codes in model.code_lists:
        statement = 'SELECT count(*) FROM "{}"'.format(codes.id)  # noqa: UP032
        assert connection.execute(statement).fetchone() == (len(codes.codes),)
    connection.close()


def test_what_is_entered_through_the_forms_validates(opened: Any, checked_all: Any) -> None:
    project = opened("plu_2024", DOCUMENT)
    plu(project)
    model = standard("plu_2024")
    filled = ("ZONE_URBA", "DOC_URBA", "DOC_URBA_COM", "PRESCRIPTION_SURF")
    pairs = [(layer_of(project, name), model.table(name)) for name in filled]
    pieces = frozenset({"35238_reglement_20240101.pdf"})
    verdict = checked_all(pairs, model, document=DOCUMENT, pieces=pieces)
    assert [(one.rule, one.table, one.field) for one in verdict.findings if one.level.value == "error"] == []
    assert verdict.rows == 5


def test_identifiers_are_computed_one_after_the_other(opened: Any) -> None:
    project = opened("plu_2024", DOCUMENT)
    zone(project, 0)
    zone(project, 1)
    rows = [(row["IDURBA"], row["LIB_IDZONE"]) for row in layer_of(project, "ZONE_URBA").getFeatures()]
    assert sorted(rows) == [(DOCUMENT, f"{DOCUMENT}_ZO1"), (DOCUMENT, f"{DOCUMENT}_ZO2")]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"LIBELLE": None}, "LIBELLE"),
        ({"LIBELLE": "une zone au nom bien trop long"}, "LIBELLE"),
        ({"TYPEZONE": "X"}, "TYPEZONE"),
        ({"DATVALID": "2024-01-01"}, "DATVALID"),
        ({"DESTOUI": "98"}, "DESTOUI"),
        ({"URLFIC": "reglement.pdf"}, "URLFIC"),
        ({"LIB_IDZONE": "35238_CC_20240101_ZO1"}, "LIB_IDZONE"),
    ],
)
def test_the_form_refuses_what_the_standard_refuses(opened: Any, values: dict[str, Any], field: str) -> None:
    refused = zone(opened("plu_2024", DOCUMENT), 0, **values)
    assert [one.split(":")[0] for one in refused] == [field]


def test_two_columns_go_together_and_the_second_list_follows_the_first(opened: Any) -> None:
    project = opened("plu_2024", DOCUMENT)
    shape = SQUARES.format(350_000, 350_100)
    refused = enter(project, "PRESCRIPTION_SURF", shape, LIBELLE="x", TYPEPSC="01", STYPEPSC="99")
    assert [one.split(":")[0] for one in refused] == ["STYPEPSC"]
    layer = layer_of(project, "PRESCRIPTION_SURF")
    first, second = (layer.editorWidgetSetup(layer.fields().lookupField(name)) for name in ("TYPEPSC", "STYPEPSC"))
    assert first.type() == "ValueMap"
    shown = [label for choice in first.config()["map"] for label in choice]
    assert "01 – Espace boisé classé" in shown
    assert len(shown) == len(set(shown)) == len({one.values[0] for one in psc().codes})
    assert second.type() == "ValueRelation"
    assert second.config()["Layer"] in project.mapLayers()

    from qgis.core import QgsExpressionContext, QgsExpressionContextUtils, QgsFeature, QgsFeatureRequest

    feature = QgsFeature(layer.fields())
    feature["TYPEPSC"] = "01"
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.formScope(feature))
    request = QgsFeatureRequest().setFilterExpression(second.config()["FilterExpression"]).setExpressionContext(context)
    listed = project.mapLayer(second.config()["Layer"]).getFeatures(request)
    found = [one[second.config()["Key"]] for one in listed]
    assert found == [one.values[1] for one in psc().codes if one.values[0] == "01"]


def psc() -> Any:
    return standard("plu_2024").code_list("PrescriptionUrbaType")


def test_conditions_between_columns_are_asked_with_their_sentence(opened: Any) -> None:
    project = opened("plu_2024", DOCUMENT)
    refused = enter(project, "DOC_URBA", TYPEDOC="PLU", ETAT="05", NOMPROC="E", DATEREF="20230701", NOMREG=None)
    assert {one.split(":")[0] for one in refused} == {"DATEFIN", "URLREG"}
    layer = layer_of(project, "DOC_URBA")
    told = layer.constraintDescription(layer.fields().lookupField("DATEFIN"))
    assert "Si ETAT vaut" in told


def test_a_false_siren_is_refused_and_a_true_one_taken(opened: Any) -> None:
    project = opened("plu_2024", DOCUMENT)
    values = {"TYPEDOC": "PLU", "ETAT": "03", "NOMPROC": "E", "DATEREF": "20230701"}
    values["NOMREG"] = "35238_reglement_20240101.pdf"
    assert [one.split(":")[0] for one in enter(project, "DOC_URBA", SIREN="243500138", **values)] == ["SIREN"]
    assert enter(project, "DOC_URBA", SIREN="243500139", **values) == []


def test_zoning_is_snapped_edited_together_and_kept_apart(opened: Any) -> None:
    from qgis.core import Qgis

    project = opened("plu_2024", DOCUMENT)
    assert project.snappingConfig().enabled()
    assert project.topologicalEditing()
    assert project.avoidIntersectionsMode() == Qgis.AvoidIntersectionsMode.AvoidIntersectionsLayers
    assert [one.name().split(" – ")[0] for one in project.avoidIntersectionsLayers()] == ["ZONE_URBA"]
    labels = [each.label() for each in layer_of(project, "ZONE_URBA").renderer().categories()]
    assert any(label.startswith("AUc") for label in labels)


def test_coordinates_follow_the_point(opened: Any) -> None:
    project = opened("covoiturage")
    values = {"id_local": "1", "nom_lieu": "Gare", "insee": "35238", "type": "Parking", "ouvert": True}
    assert enter(project, "covoiturage", "POINT(352000 6789500)", **values) == []
    row = next(layer_of(project, "covoiturage").getFeatures())
    assert (row["Xlong"], row["Ylat"]) == pytest.approx(in_degrees(352_000, 6_789_500), abs=1e-6)
    assert row["date_maj"] is not None


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_standard_makes_a_template_that_opens(opened: Any, name: str) -> None:
    model = standard(name)
    crs = "EPSG:4326" if model.crs == ("EPSG:4326",) else "EPSG:2154"
    project = opened(name, "", crs)
    layers = list(project.mapLayers().values())
    assert len(layers) == len(model.tables) + len(model.code_lists)
    assert [one.name() for one in layers if not one.isValid()] == []
    from qgis.core import QgsExpression

    for layer in layers:
        for at in range(len(layer.fields())):
            for text in (layer.constraintExpression(at), layer.defaultValueDefinition(at).expression()):
                assert not QgsExpression(text).hasParserError() or not text, (layer.name(), text)


def test_a_template_never_replaces_a_file(make: Any) -> None:
    made = make("bal_1.4")
    before = made.file.read_bytes()
    with pytest.raises(OutputError):
        make("bal_1.4")
    assert made.file.read_bytes() == before


def test_a_projection_that_the_standard_refuses_and_a_name_that_is_none_are_told(make: Any) -> None:
    with pytest.raises(StandardError, match="EPSG:3857"):
        make("plu_2024", crs="EPSG:3857")
    with pytest.raises(StandardError, match="Rennes"):
        make("plu_2024", "PLU de Rennes")
