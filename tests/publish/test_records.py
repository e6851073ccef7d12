"""Records in the real pycsw (CSW-T and OGC API Records) and pygeoapi; plain HTTP is the independent reader."""

from __future__ import annotations

import base64
import json
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from qgis.core import QgsFeedback

from data_territoires_plugin.errors import NetworkError
from data_territoires_plugin.metadata.record import Link
from data_territoires_plugin.publish.journal import State
from data_territoires_plugin.publish.records.journal import Act, RecordJournal
from data_territoires_plugin.publish.records.probing import kind_of_catalogue
from data_territoires_plugin.publish.records.publication import Order, go_on, prepare, publish, take_back
from data_territoires_plugin.publish.sending import Interrupted
from data_territoires_plugin.publish.targets.base import TargetError
from tests.metadata.records import record

if TYPE_CHECKING:
    from pathlib import Path

    from tests.servers.front import Front

GMD = "http://www.isotc211.org/2005/gmd"
CASES = ("csw", "ogcrecords", "pygeoapi")


class Portal:
    """A real catalogue, and somebody who reads and writes there by plain HTTP."""

    def __init__(self, case: str, front: Front, server: Any, editor: str) -> None:
        self.case, self.authcfg = case, editor
        self._login = base64.b64encode(f"{front.user}:{front.password}".encode()).decode()
        self.type = "csw" if case == "csw" else "ogcrecords"
        name = "metadata:main" if case == "ogcrecords" else "catalogue"
        self.items = f"{server.url}/collections/{name}/items"
        self.target = server.csw if case == "csw" else f"{server.url}/collections/{name}"

    def ask(
        self, method: str, url: str, body: bytes | None = None, kind: str = "application/geo+json"
    ) -> tuple[int, bytes]:
        headers = {"Authorization": f"Basic {self._login}", "Content-Type": kind}
        request = urllib.request.Request(url, body, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    def name(self, identifier: str) -> str:
        """The identifier in this case: pycsw serves two of them."""
        return f"{self.case}-{identifier}"

    def text(self, identifier: str) -> str:
        """The record as anybody reads it; "" where there is none."""
        identifier = urllib.parse.quote(self.name(identifier), safe="")
        if self.case == "csw":
            asked = {
                "service": "CSW", "version": "2.0.2", "request": "GetRecordById", "elementSetName": "full",
                "outputSchema": GMD, "id": urllib.parse.unquote(identifier),
            }  # fmt: skip
            text = self.ask("GET", f"{self.target}?{urllib.parse.urlencode(asked)}")[1].decode()
            return text if "<gmd:MD_Metadata" in text else ""
        status, body = self.ask("GET", f"{self.items}/{identifier}?f=json")
        return json.dumps(json.loads(body), ensure_ascii=False) if status == 200 else ""

    def order(self, identifier: str, **said: Any) -> Order:
        if self.case == "pygeoapi":
            said = {"abstract": "Linéaires de haies.", **said}  # it drops what looks like HTML
        return Order(record(identifier=self.name(identifier), **said), self.type, self.target, self.authcfg)


@pytest.fixture(params=CASES)
def portal(request: pytest.FixtureRequest, front: Any, editor: str) -> Portal:
    server = request.getfixturevalue("pygeoapi" if request.param == "pygeoapi" else "pycsw")
    return Portal(request.param, front, server, editor)


@pytest.fixture
def csw(front: Any, pycsw: Any, editor: str) -> Portal:
    return Portal("csw", front, pycsw, editor)


@pytest.fixture
def records(front: Any, pycsw: Any, editor: str) -> Portal:
    return Portal("ogcrecords", front, pycsw, editor)


def sent(order: Order, folder: Path) -> Any:
    done, path = publish(prepare(order, QgsFeedback()), folder, QgsFeedback())
    assert done.problem == ""
    assert done.verified
    return done, path


def test_a_record_is_created_then_unchanged_then_replaced(portal, tmp_path):
    done, path = sent(portal.order("cycle"), tmp_path)
    assert (done.action, RecordJournal(path).notes.state) == (Act.CREATE, State.CONFIRMED)
    assert "Haies du pays d’essai" in portal.text("cycle")
    again = prepare(portal.order("cycle", stamp="2027-01-01"), QgsFeedback())
    assert (again.action, again.changed) == (Act.NOTHING, ())
    assert publish(again, tmp_path, QgsFeedback())[1] is None
    changed = prepare(portal.order("cycle", title="Haies 2027", scale=1000), QgsFeedback())
    assert (changed.action, changed.changed, changed.before) == (
        Act.REPLACE, ("title", "scale"), "Haies du pays d’essai",
    )  # fmt: skip
    done, _ = publish(changed, tmp_path, QgsFeedback())
    assert (done.action, done.verified) == (Act.REPLACE, True)
    assert "Haies 2027" in portal.text("cycle")


def test_undone_what_was_created_goes_and_what_was_replaced_comes_back(portal, tmp_path):
    _, first = sent(portal.order("retour"), tmp_path)
    before = portal.text("retour")
    _, second = sent(portal.order("retour", title="Autre", licence="ODbL"), tmp_path)
    assert take_back(second, QgsFeedback()).verified
    assert portal.text("retour") == before
    assert take_back(first, QgsFeedback()).verified
    assert portal.text("retour") == ""
    assert take_back(first, QgsFeedback()).verified


def test_interrupted_before_it_left_or_after_it_arrived_it_is_resumed_once(portal, tmp_path, monkeypatch):
    from data_territoires_plugin.network.transport import QgisSession

    real = QgisSession.request
    for name, arrives in (("avant", False), ("apres", True)):

        def cut(self: Any, method: str, url: str, *args: Any, arrives: bool = arrives, **more: Any) -> Any:
            if method.upper() in ("POST", "PUT"):
                if arrives:
                    real(self, method, url, *args, **more)
                raise NetworkError("cut")
            return real(self, method, url, *args, **more)

        prepared = prepare(portal.order(name), QgsFeedback())
        with monkeypatch.context() as patch:
            patch.setattr(QgisSession, "request", cut)
            with pytest.raises(Interrupted, match="cut"):
                publish(prepared, tmp_path / name if (tmp_path / name).mkdir() is None else None, QgsFeedback())
        journal = next((tmp_path / name).iterdir())
        assert bool(portal.text(name)) is arrives
        assert go_on(journal, QgsFeedback()).verified
        assert portal.text(name)
        assert take_back(journal, QgsFeedback()).verified
        assert portal.text(name) == ""


def test_what_somebody_writes_between_the_plan_and_the_sending_is_not_lost(portal, tmp_path):
    sent(portal.order("deux"), tmp_path)
    late = prepare(portal.order("deux", scale=1), QgsFeedback())
    sent(portal.order("deux", title="Écrit entre-temps"), tmp_path)
    with pytest.raises(TargetError, match="else"):
        publish(late, tmp_path, QgsFeedback())
    assert "Écrit entre-temps" in portal.text("deux")


@pytest.mark.parametrize("there", [False, True], ids=["created by both", "changed by both"])
def test_a_run_that_sent_nothing_takes_nothing_of_a_colleague_back(portal, tmp_path, there):
    name = f"rien-{there}"
    if there:
        sent(portal.order(name), tmp_path)
    late = prepare(portal.order(name, scale=1), QgsFeedback())
    sent(portal.order(name, title="D’un collègue"), tmp_path)
    (tmp_path / "refuse").mkdir()
    with pytest.raises(TargetError, match="else"):
        publish(late, tmp_path / "refuse", QgsFeedback())
    (journal,) = (tmp_path / "refuse").iterdir()
    done = take_back(journal, QgsFeedback())
    assert (done.action, done.verified, len(done.notes)) == (Act.NOTHING, True, 1)
    assert "D’un collègue" in portal.text(name)
    # Gone on with, then taken back: what the colleague wrote is what comes back.
    theirs = portal.text(name)
    assert go_on(journal, QgsFeedback()).verified
    assert portal.text(name) != theirs
    assert take_back(journal, QgsFeedback()).verified
    assert portal.text(name) == theirs


@pytest.mark.parametrize("touched", [False, True])
def test_cut_once_it_has_arrived_it_is_taken_back_unless_a_colleague_wrote_since(
    portal, tmp_path, monkeypatch, touched
):
    from data_territoires_plugin.network.transport import QgisSession

    real, name = QgisSession.request, f"coupee-{touched}"

    def cut(self: Any, method: str, url: str, *args: Any, **more: Any) -> Any:
        answer = real(self, method, url, *args, **more)
        if method.upper() in ("POST", "PUT"):
            raise NetworkError("cut")
        return answer

    with monkeypatch.context() as patch:
        patch.setattr(QgisSession, "request", cut)
        with pytest.raises(Interrupted, match="cut"):
            publish(prepare(portal.order(name), QgsFeedback()), tmp_path, QgsFeedback())
    (journal,) = tmp_path.iterdir()
    if touched:
        sent(portal.order(name, title="D’un collègue"), tmp_path)
    done = take_back(journal, QgsFeedback())
    assert (done.verified, bool(done.problem)) == (not touched, touched)
    assert ("D’un collègue" in portal.text(name), bool(portal.text(name))) == (touched, touched)


def test_what_somebody_has_changed_since_is_not_undone(portal, tmp_path):
    _, path = sent(portal.order("depuis"), tmp_path)
    sent(portal.order("depuis", title="Changé depuis"), tmp_path)
    done = take_back(path, QgsFeedback())
    assert (done.verified, bool(done.problem)) == (False, True)
    assert "Changé depuis" in portal.text("depuis")


def test_a_server_that_says_yes_and_keeps_something_else_is_told(portal, tmp_path, monkeypatch):
    """The server really stores the record, without one of its elements, and answers 2xx."""
    from data_territoires_plugin.publish.records import base

    lost = {"csw": "lineage", "ogcrecords": "licence", "pygeoapi": "title"}[portal.case]
    form = base.ISO if portal.type == "csw" else base.JSON
    prepared = prepare(portal.order(f"perte-{lost}"), QgsFeedback())
    poor = form.write(replace(prepared.order.record, **{lost: "-"}))
    catalogue = prepared.catalogue
    create = type(catalogue).create
    monkeypatch.setattr(catalogue, "create", lambda name, _body, feedback: create(catalogue, name, poor, feedback))
    done, path = publish(prepared, tmp_path, QgsFeedback())
    assert not done.verified
    assert done.problem
    assert RecordJournal(path).notes.state is State.FAILED
    assert take_back(path, QgsFeedback()).verified
    assert portal.text(f"perte-{lost}") == ""


def test_no_secret_enters_the_journal(portal, front, tmp_path):
    _, path = sent(portal.order("sans-mot-de-passe"), tmp_path)
    assert front.password not in path.read_text(encoding="utf-8")
    assert portal.authcfg in path.read_text(encoding="utf-8")


def test_an_address_with_a_password_is_refused_before_anything_is_asked(portal):
    address = portal.target.replace("://", "://nom:motdepasse@")
    with pytest.raises(TargetError, match="password") as refused:
        prepare(replace(portal.order("secret"), target=address), QgsFeedback())
    assert "motdepasse" not in f"{refused.value} {refused.value.detail}"


def test_a_journal_that_fails_after_the_sending_does_not_say_that_nothing_was_sent(records, tmp_path, monkeypatch):
    from data_territoires_plugin.publish.journal import JournalError
    from data_territoires_plugin.publish.records import journal

    def full(*_more: Any) -> None:
        raise OSError("no space")

    prepared = prepare(records.order("plein"), QgsFeedback())
    with monkeypatch.context() as patch:
        patch.setattr(journal, "write_whole", full)
        with pytest.raises(JournalError, match="nothing was sent"):
            publish(prepared, tmp_path, QgsFeedback())
    _, path = sent(records.order("plein"), tmp_path)
    kept = RecordJournal(path)
    monkeypatch.setattr(journal, "write_whole", full)
    with pytest.raises(JournalError) as failed:
        kept.mark(State.CONFIRMED)
    assert "nothing was sent" not in str(failed.value)


def test_the_kind_of_a_catalogue_is_found_by_asking(portal):
    assert kind_of_catalogue(portal.target, portal.authcfg, QgsFeedback()) == portal.type


def test_without_credentials_nothing_is_written_and_it_is_said(portal, tmp_path):
    prepared = prepare(replace(portal.order("anonyme"), authcfg=""), QgsFeedback())
    with pytest.raises(Interrupted, match="credentials"):
        publish(prepared, tmp_path, QgsFeedback())
    assert portal.text("anonyme") == ""


# ------------------------------------------------------------------------------------------- what each one is known for
def test_a_record_is_written_though_others_were_read_as_json(csw, records, tmp_path):
    """pycsw 3.0 refuses (400) what comes after a record of ISO 19139 with a licence was read in JSON."""
    sent(csw.order("iso-lue"), tmp_path)
    for portal, name in ((records, "json-apres"), (csw, "iso-apres")):
        assert records.ask("GET", f"{records.items}/csw-iso-lue?f=json")[0] == 200
        sent(portal.order(name), tmp_path)
        assert portal.text(name)


def test_a_record_kept_in_iso_is_not_replaced_by_json(csw, records, tmp_path):
    sent(csw.order("gardee"), tmp_path)
    with pytest.raises(TargetError, match="19139"):
        prepare(replace(records.order("x"), record=record(identifier=csw.name("gardee"), title="Autre")), QgsFeedback())
    assert "Haies du pays d’essai" in csw.text("gardee")


def test_the_collection_is_found_where_the_api_has_only_one(records, pycsw):
    order = replace(records.order("seule"), target=pycsw.url)
    assert prepare(order, QgsFeedback()).catalogue.page("seule") == f"{records.items}/seule"


def test_a_collection_of_features_is_no_catalogue(pygeoapi, editor):
    order = Order(record(), "ogcrecords", f"{pygeoapi.url}/collections/arbre", editor)
    with pytest.raises(TargetError, match="records"):
        prepare(order, QgsFeedback())


def test_a_transaction_that_changes_nothing_is_no_success(csw):
    catalogue = prepare(csw.order("absente"), QgsFeedback()).catalogue
    assert "0" in catalogue.replace("absente", catalogue.form.write(record(identifier="absente")), QgsFeedback())
    assert "0" in catalogue.delete("absente", QgsFeedback())


def test_an_error_within_a_200_is_a_refusal(csw, tmp_path):
    sent(csw.order("double"), tmp_path)
    catalogue = prepare(csw.order("double"), QgsFeedback()).catalogue
    body = catalogue.form.write(csw.order("double").record)
    assert catalogue.create(csw.name("double"), body, QgsFeedback())


def test_a_replacement_that_stores_nothing_is_seen(pygeoapi, front, editor, tmp_path, monkeypatch):
    """pygeoapi answers 204 to the PUT of a record that isn't there, and stores nothing."""
    portal = Portal("pygeoapi", front, pygeoapi, editor)
    prepared = prepare(portal.order("fantome"), QgsFeedback())
    catalogue = prepared.catalogue
    monkeypatch.setattr(catalogue, "create", catalogue.replace)
    done, _ = publish(prepared, tmp_path, QgsFeedback())
    assert (done.verified, portal.text("fantome")) == (False, "")
    assert "not there" in done.problem


def test_words_that_a_server_drops_are_missed(pygeoapi, front, editor, tmp_path):
    """pygeoapi takes what stands between < and > for HTML, drops it, and answers 201."""
    portal = Portal("pygeoapi", front, pygeoapi, editor)
    done, path = publish(
        prepare(portal.order("html", abstract="Haies <relevées> ici."), QgsFeedback()), tmp_path, QgsFeedback()
    )
    assert not done.verified
    assert "Abstract" in done.problem
    assert take_back(path, QgsFeedback()).verified


def test_an_identifier_that_would_be_read_as_something_else_is_refused(portal):
    for name in ("x' OR '1'='1", "a?b", "", "é&<"):
        with pytest.raises(TargetError, match="identifier"):
            prepare(replace(portal.order("x"), record=record(identifier=name)), QgsFeedback())


def test_every_sign_that_an_identifier_may_have_is_taken(portal, tmp_path):
    _, path = sent(portal.order("urn:fr-123_a.b [3]"), tmp_path)
    assert take_back(path, QgsFeedback()).verified
    assert portal.text("urn:fr-123_a.b [3]") == ""


def test_links_are_followed_as_anybody_would(pycsw, front):
    from data_territoires_plugin.publish.records.links import problems, tried

    links = (
        Link(pycsw.csw, "OGC:CSW", "Le catalogue"),
        Link(f"{front.url}/nulle-part", "WWW:LINK-1.0-http--link", "Rien"),
        Link("http://127.0.0.1:9/", "OGC:WFS", "Personne"),
    )
    told = tried(links, QgsFeedback())
    assert [bool(one.problem) for one in told] == [False, True, True]
    assert "nulle-part" in problems(told)[0]
