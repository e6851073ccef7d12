"""The assistant against the real QGIS Server: what a click sends, what it doesn't, what is remembered."""

from __future__ import annotations

import json

import pytest
from qgis.core import QgsProject, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtWidgets import QPushButton

from data_territoires_plugin.gui.publication_memory import DONE, INTERRUPTED, UNDONE, publications
from data_territoires_plugin.gui.publication_steps import PLAN, SENDING, WHAT, WHERE
from tests.accounts import account
from tests.gui.test_publication_desktop import trees

COUNT = "SELECT count(*) FROM arbre"
HELD = "SELECT id_public, essence, hauteur, ST_AsText(geom, 6) FROM arbre ORDER BY 1"


@pytest.fixture
def accounts(qgis_app, front):
    """The ids of the configurations of the editor, and of somebody with a wrong password."""
    with (
        account("Basic", username=front.user, password=front.password) as right,
        account("Basic", username=front.user, password="faux") as wrong,
    ):
        yield [right, wrong]


@pytest.fixture
def tab(dock, qgis_iface, monkeypatch, postgis):
    postgis.reset()
    monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "0")
    qgis_iface.mainWindow().show()
    dock.show()
    dock.tabs.setCurrentWidget(dock.publication_tab)
    yield dock.publication_tab
    qgis_iface.mainWindow().hide()
    postgis.reset()


@pytest.fixture
def layer(tab, tmp_path):
    made = QgsVectorLayer(f"{trees(tmp_path)}|layername=arbres", "Arbres", "ogr")
    assert made.isValid()
    QgsProject.instance().addMapLayer(made)
    return made


@pytest.fixture
def to_plan(tab, layer, accounts, qgis_server, wait_until):
    """Fills the pages, and waits for the plan."""

    def go(account=0, mode="mirror", collection="arbre"):
        tab.cards.new.click()
        tab.what.layers.setLayer(layer)
        wait_until(lambda: tab.what.look is not None)
        tab.foot.next.click()
        page = tab.where
        page.platform.setCurrentIndex(page.platform.findData("platform:qgis_server"))
        page.platform.activated.emit(page.platform.currentIndex())
        page.address.setText(qgis_server.url)
        page.collection.setEditText(collection)
        page.mode.setCurrentIndex(page.mode.findData(mode))
        page.auth.setConfigId(accounts[account])
        tab.foot.next.click()
        wait_until(lambda: not tab.busy)

    return go


def settle(tab, wait_until):
    wait_until(lambda: not tab.busy)
    wait_until(lambda: tab.runs._looking is None)


def test_simulating_sends_nothing_and_publishing_sends_that_plan(tab, to_plan, postgis, wait_until):
    before = postgis.rows(HELD)
    to_plan()
    assert tab.step == PLAN
    assert tab.plan.document["dry_run"] is True
    tab.foot.simulate.click()
    settle(tab, wait_until)
    assert postgis.rows(HELD) == before
    assert publications() == ()
    tab.foot.publish.click()
    settle(tab, wait_until)
    assert tab.step == SENDING
    assert postgis.rows(COUNT) == [(28,)]
    held = dict(postgis.rows("SELECT id_public, essence FROM arbre"))
    assert (held["A3"], "A25" in held, "A101" in held) == ("hêtre", False, True)
    card = publications()[0]
    assert (card.state, card.created, card.replaced, card.deleted, card.there) == (DONE, 4, 3, 1, 28)
    assert card.fingerprint


def test_published_again_from_its_card_only_the_change_is_planned_then_taken_back(
    tab, dock, to_plan, layer, postgis, wait_until
):
    before = postgis.rows(HELD)
    to_plan()
    tab.foot.publish.click()
    settle(tab, wait_until)
    published = postgis.rows(HELD)
    assert layer.dataProvider().changeAttributeValues({1: {layer.fields().lookupField("essence"): "orme"}})
    layer.reload()
    tab.foot.back.click()
    card = tab.cards.cards[0]
    wait_until(lambda: "has changed" in card.state.text())
    card.again.click()
    wait_until(lambda: tab.step == PLAN and not tab.busy)
    assert tab.plan.document["plan"]["replace"] == 1
    assert tab.plan.model.lines[0].what == "essence: tilleul → orme"
    tab.foot.publish.click()
    settle(tab, wait_until)
    assert dict(postgis.rows("SELECT id_public, essence FROM arbre"))["A1"] == "orme"
    tab.foot.back.click()
    wait_until(lambda: "up to date" in tab.cards.cards[0].state.text())
    tab.cards.cards[0].undo.click()
    assert len(postgis.rows(HELD)) == 28, "nothing is taken back before it is confirmed"
    dock.messages.findChild(QPushButton).click()
    settle(tab, wait_until)
    assert postgis.rows(HELD) == published != before
    assert publications()[0].state == UNDONE


def test_a_wrong_password_is_told_in_words_and_nothing_is_sent(tab, to_plan, postgis, accounts, wait_until, dock):
    to_plan(account=1)
    tab.foot.publish.click()
    settle(tab, wait_until)
    for told in (tab.sending.text.toPlainText(), dock.messages.text()):
        assert "does not accept your credentials" in told
    assert postgis.rows(COUNT) == [(25,)]
    assert not publications() or not publications()[0].verified


def test_too_many_deletions_wait_for_a_tick(tab, to_plan, layer, postgis, wait_until):
    ids = [feature.id() for feature in layer.getFeatures() if feature["id_public"] > "A2"]
    assert layer.dataProvider().deleteFeatures(ids)
    layer.reload()
    to_plan()
    assert not tab.plan.deletions.isHidden()
    assert not tab.foot.publish.isEnabled()
    tab.foot.publish.click()
    assert postgis.rows(COUNT) == [(25,)]
    tab.plan.deletions.setChecked(True)
    assert tab.foot.publish.isEnabled()
    tab.foot.publish.click()
    settle(tab, wait_until)
    assert postgis.rows(COUNT)[0][0] < 25


def test_a_publication_that_is_stopped_is_resumed_from_its_card(tab, to_plan, postgis, wait_until, monkeypatch):
    to_plan()
    from data_territoires_plugin.publish.targets import wfst

    def cut(*_arguments, **_more):
        from data_territoires_plugin.errors import NetworkError

        raise NetworkError("cut")

    with monkeypatch.context() as patch:
        patch.setattr(wfst.WfsT, "create", cut)
        tab.foot.publish.click()
        settle(tab, wait_until)
    assert publications()[0].state == INTERRUPTED
    tab.foot.back.click()
    card = tab.cards.cards[0]
    assert not card.resume.isHidden()
    card.resume.click()
    settle(tab, wait_until)
    assert publications()[0].state == DONE
    assert postgis.rows(COUNT) == [(28,)]


def test_everything_is_remembered_and_no_secret_is(tab, to_plan, layer, front, wait_until, plugin, new_dock):
    to_plan()
    tab.where.name.setText("Ma plateforme")
    tab.where.save_connection()
    tab.foot.publish.click()
    settle(tab, wait_until)
    settings = QgsSettings()
    kept = {key: str(settings.value(key)) for key in settings.allKeys() if key.startswith("data_territoires")}
    assert not [key for key, value in kept.items() if front.password in value]
    journal = publications()[0].journal
    with open(journal, "rb") as file:
        assert front.password.encode() not in file.read()
    plugin.unload()
    plugin.initGui()
    again = new_dock().publication_tab
    again.begin()
    again.what.layers.setLayer(layer)
    wait_until(lambda: again.what.look is not None and again.what.key == "id_public")
    again.go(WHERE)
    assert again.where.platform_name == "qgis_server"
    assert again.where.collection.currentText() == "arbre"
    assert str(again.where.mode.currentData()) == "mirror"
    assert again.where.platform.findData("connection:Ma plateforme") >= 0


def test_what_is_missing_is_said_one_thing_after_the_other(tab, wait_until):
    tab.cards.new.click()
    assert tab.step == WHAT
    assert not tab.foot.next.isEnabled()
    assert "Choose the layer" in tab.reason.text()
    bad = QgsVectorLayer("Point?crs=EPSG:2154&field=nom:string&field=n:integer", "sans clé", "memory")
    from qgis.core import QgsFeature

    features = [QgsFeature(bad.fields()) for _ in range(3)]
    for feature in features:
        feature.setAttributes(["x", 1])
    bad.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(bad)
    tab.what.layers.setLayer(bad)
    wait_until(lambda: tab.what.look is not None)
    assert "No field identifies" in tab.reason.text()


def test_a_layer_that_does_not_conform_waits_for_a_tick_and_it_is_said(
    tab, to_plan, layer, tmp_path, wait_until, monkeypatch
):
    verdict = tmp_path / "verdict.json"
    counts = {"error": 3, "warning": 0, "info": 0}
    told = {"standard": "arbres", "version": "1.0", "valid": False, "counts": counts}
    verdict.write_text(json.dumps(told), encoding="utf-8")
    monkeypatch.setattr(
        tab.what, "_verdict", lambda id_: ("Arbres 1.0", str(verdict), 3) if id_ == layer.id() else None
    )
    to_plan()
    assert tab.step == WHAT
    assert "does not conform" in tab.reason.text()
    tab.what.knowingly.setChecked(True)
    to_plan()
    assert tab.step == PLAN
    assert tab.plan.document["conformity"]["errors"] == 3


def test_unloading_leaves_nothing_on_the_map(tab, to_plan, plugin, qgis_iface):
    to_plan()
    canvas = qgis_iface.mapCanvas()
    assert tab.on_map._signs is not None
    assert tab.on_map._signs in canvas.scene().items()
    signs = tab.on_map._signs
    plugin.unload()
    assert signs not in canvas.scene().items()
    plugin.initGui()


def test_the_memory_survives_what_it_does_not_understand(clean_settings):
    for text in ("[", "{}", '[{"source": 1, "nope": 2}]', json.dumps([{"source": "a", "layer": "b", "later": 3}])):
        QgsSettings().setValue("data_territoires/publications", text)
        assert all(one.layer == "b" for one in publications())
