"""The assistant against the real QGIS Server: what a click sends, what it doesn't, what is remembered."""

from __future__ import annotations

import json
import os

import pytest
from qgis.core import QgsProject, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QPushButton

from data_territoires_plugin.gui.memory import remember_territory
from data_territoires_plugin.gui.publication_memory import (
    DONE,
    INCOMPLETE,
    INTERRUPTED,
    UNDOING,
    UNDONE,
    Publication,
    publications,
    remember_publication,
)
from data_territoires_plugin.gui.publication_steps import PLAN, SENDING, WHAT, WHERE
from data_territoires_plugin.gui.tasks import AlgorithmRun, FunctionRun
from data_territoires_plugin.publish.connections import Connection, connections, save
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
    assert (card.state, card.verified, card.there) == (DONE, True, 28)
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
    plan, agreed = tab.plan.document["plan"], tab.plan.agreement()["MAX_DELETE"]
    assert 0 < agreed - 100 * plan["delete"] / plan["there"] < 0.01, "what was shown, and no more"
    more = next(feature.id() for feature in layer.getFeatures())
    assert layer.dataProvider().deleteFeatures([more])
    layer.reload()
    tab.foot.publish.click()
    settle(tab, wait_until)
    assert postgis.rows(COUNT) == [(25,)], "one more than was agreed to"
    tab.foot.back.click()
    to_plan()
    tab.plan.deletions.setChecked(True)
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
    assert publications()[0].fingerprint, "of what the journal sends: the layer may change before it is resumed"
    tab.foot.back.click()
    card = tab.cards.cards[0]
    assert not card.resume.isHidden()
    card.resume.click()
    settle(tab, wait_until)
    assert publications()[0].state == DONE
    assert postgis.rows(COUNT) == [(28,)]
    tab.foot.back.click()
    wait_until(lambda: "up to date" in tab.cards.cards[0].state.text())


def test_an_undo_that_stops_is_undone_again_not_published_again(tab, to_plan, postgis, wait_until, monkeypatch):
    before = postgis.rows(HELD)
    to_plan()
    tab.foot.publish.click()
    settle(tab, wait_until)
    from data_territoires_plugin.publish.targets import wfst

    def cut(*_arguments, **_more):
        from data_territoires_plugin.errors import NetworkError

        raise NetworkError("cut")

    with monkeypatch.context() as patch:
        for name in ("create", "replace", "delete"):
            patch.setattr(wfst.WfsT, name, cut)
        tab._carry_on("undo", tab._publication)
        settle(tab, wait_until)
    assert publications()[0].state == UNDOING
    assert "taken back in part" in tab.sending.title.text()
    assert tab.sending.resume.isHidden()
    assert not tab.sending.undo.isHidden()
    tab.foot.back.click()
    card = tab.cards.cards[0]
    assert (card.resume.isHidden(), card.undo.isHidden(), card.undo.text()) == (True, False, "Undo again")
    tab._carry_on("undo", card.publication)
    settle(tab, wait_until)
    assert publications()[0].state == UNDONE
    assert postgis.rows(HELD) == before


def test_the_journal_of_the_record_is_not_taken_for_that_of_the_data(tab, tmp_path):
    held = Publication("source", "Arbres")
    tab.runs._journals = tmp_path, set()
    (tmp_path / "arbre-1.journal").write_bytes(b"")
    os.utime(tmp_path / "arbre-1.journal", (1, 1))
    (tmp_path / "fiche-arbre-1.journal").write_bytes(b"")
    assert tab.runs._interrupted("publish", held).journal == str(tmp_path / "arbre-1.journal")
    (tmp_path / "arbre-1.journal").unlink()
    assert tab.runs._interrupted("publish", held).journal == ""


def test_a_report_that_lacks_everything_raises_nothing(tab, layer):
    told = []
    tab.runs.finished.connect(lambda *what: told.append(what))
    run = AlgorithmRun("dataterritoires:publish", {})
    work = FunctionRun("", dict)
    tab.runs._read("publish", work, {}, (run, {}, Publication(layer.source(), "Arbres", journal="here")))
    assert told[0][2].state == INCOMPLETE
    assert publications()[0].journal == "here"


def test_the_card_keeps_the_name_that_the_platform_has_given_until_it_is_taken_back(tab, layer):
    run, work = AlgorithmRun("dataterritoires:publish", {}), FunctionRun("", dict)
    asked = Publication(layer.source(), "Arbres", target="https://example.org", type="datagouv")
    remember_publication(asked)
    tab.runs._read("publish", work, {"collection": "jeu/fichier", "verified": True}, (run, {}, asked))
    (card,) = publications()
    assert (card.collection, card.state) == ("jeu/fichier", DONE)
    tab.runs._read("undo", work, {"collection": "", "verified": True}, (run, {}, card))
    (card,) = publications()
    assert card.collection == ""


def test_a_card_reads_its_layer_again_only_once_it_was_edited(tab, to_plan, layer, wait_until, monkeypatch):
    to_plan()
    tab.foot.publish.click()
    settle(tab, wait_until)
    from data_territoires_plugin.publish import look

    reads, real = [], look.fingerprint
    monkeypatch.setattr(look, "fingerprint", lambda *given: reads.append(1) or real(*given))

    def shown(words):
        tab.cards.refresh()
        wait_until(lambda: words in tab.cards.cards[0].state.text())

    shown("up to date")
    first = len(reads)
    shown("up to date")
    assert len(reads) == first == 1
    layer.startEditing()
    layer.changeAttributeValue(1, layer.fields().lookupField("essence"), "orme")
    shown("has changed")
    layer.rollBack()
    shown("up to date")
    assert len(reads) == 3
    tab.cards.compare.click()
    wait_until(lambda: len(reads) == 4)


def test_a_known_layer_is_looked_at_once(tab, to_plan, layer, wait_until, monkeypatch):
    to_plan()
    tab.foot.publish.click()
    settle(tab, wait_until)
    tab.what.layers.setLayer(None)
    from data_territoires_plugin.publish import look

    looks, real = [], look.look
    monkeypatch.setattr(look, "look", lambda *given: looks.append(1) or real(*given))
    monkeypatch.setattr(tab.what._iface, "activeLayer", lambda: layer)
    tab.begin()
    wait_until(lambda: tab.what.look is not None)
    assert len(looks) == 1
    assert tab.what.key == "id_public"


def test_another_platform_takes_neither_the_name_nor_the_account_of_a_saved_connection(dock, tab, layer, accounts):
    place = Connection("La nôtre", "https://un.example/ogc", "ogcapi", "{layer}", accounts[0], "qgis_server")
    save(place)
    page = tab.where
    tab.cards.new.click()
    page.open(layer, "id_public")

    def choose(data):
        page.platform.setCurrentIndex(page.platform.findData(data))
        page.platform.activated.emit(page.platform.currentIndex())

    choose("connection:La nôtre")
    assert (page.name.text(), page.auth.configId()) == ("La nôtre", accounts[0])
    choose("platform:")
    assert (page.name.text(), page.auth.configId()) == ("", "")
    page.address.setText("https://deux.example/ogc")
    page.save_connection()
    assert connections() == {"La nôtre": place}
    choose("connection:La nôtre")
    QTest.keyClicks(page.address, "/autre")
    page.save_connection()
    assert connections() == {"La nôtre": place}
    choose("connection:La nôtre")
    page.choose(Publication(layer.source(), "Arbres", "", target="https://trois.example"))
    page.save_connection()
    assert connections() == {"La nôtre": place}
    choose("connection:La nôtre")
    page.forget.click()
    assert connections() == {"La nôtre": place}, "nothing is forgotten before it is confirmed"
    assert "La nôtre" in dock.messages.text()
    dock.messages.findChild(QPushButton).click()
    assert connections() == {}
    assert page.platform.findData("connection:La nôtre") < 0


def test_a_password_in_the_address_of_the_catalogue_is_not_kept(tab, layer):
    page = tab.where
    page.open(layer, "id_public")
    page.choose(Publication(layer.source(), "Arbres", target="https://un.example/ogc", collection="arbres"))
    page.record.setChecked(True)
    page.catalogue.setText("https://moi:secret@un.example/csw")
    assert "Take the name and the password off" in page.missing()
    page.record.setChecked(False)
    assert page.missing() == ""


def test_the_record_is_filled_in_where_it_is_asked_for_and_its_template_goes_with_it(tab, layer, tmp_path):
    from data_territoires_plugin.gui.record_window import RecordWindow

    page, template = tab.where, tmp_path / "modele.yaml"
    template.write_text("organisation: Essai\n", encoding="utf-8")
    page.open(layer, "id_public")
    page.fill_in.click()
    (window,) = page.window().findChildren(RecordWindow)
    window.title.setText("Les arbres de la ville")
    window.template.setFilePath(str(template))
    window.accept()
    assert layer.metadata().title() == "Les arbres de la ville"
    assert page.parameters()["TEMPLATE"] == ""
    page.record.setChecked(True)
    page.catalogue.setText("https://example.org/csw")
    assert page.parameters()["TEMPLATE"] == str(template)


def test_the_platforms_of_the_territory_come_first(tab, layer):
    from data_territoires_plugin.publish.places import publishing_platforms
    from data_territoires_plugin.territory import territory

    page, chosen = tab.where, territory("commune:35238")
    page.open(layer, "id_public")
    near = {f"platform:{one.name}" for one in publishing_platforms() if one.serves(chosen)}
    far = {f"platform:{one.name}" for one in publishing_platforms()} - {*near}
    assert near
    assert far, "else the order says nothing"
    remember_territory("commune:35238")
    save(Connection("Une nouvelle", "https://un.example", "ogcapi"))
    before = page.platform.currentData()
    page.open(layer, "id_public")
    listed = [page.platform.itemData(at) for at in range(page.platform.count())]
    assert max(map(listed.index, near)) < min(map(listed.index, far))
    assert "connection:Une nouvelle" in listed
    assert page.platform.currentData() == before


def test_a_platform_with_a_standard_of_its_own_offers_to_publish_all_the_same(
    tab, to_plan, layer, postgis, wait_until, monkeypatch
):
    from data_territoires_plugin.processing import publish_gates

    for kind in ("ogcapi", "wfst"):
        monkeypatch.setitem(publish_gates.STANDARDS, kind, "bal_1.4")
    to_plan()
    assert not tab.foot.publish.isEnabled()
    assert "Does not conform" in tab.reason.text()
    assert tab.reason.text() in tab.plan.notes.toolTip()
    assert not tab.what.knowingly.isHidden()
    tab.what.knowingly.setChecked(True)
    tab.simulate()
    wait_until(lambda: not tab.busy)
    assert tab.reason.isHidden()
    tab.foot.publish.click()
    settle(tab, wait_until)
    assert postgis.rows(COUNT) == [(28,)]
    tab.what.layers.setLayer(None)
    assert tab.what.knowingly.isHidden(), "another layer, another word to give"


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
