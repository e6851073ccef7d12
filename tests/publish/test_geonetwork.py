"""GeoNetwork 4: the stand-in refuses what the real one refuses (see tests/standins/geonetwork.py)."""

from __future__ import annotations

import base64
import urllib.error
import urllib.request
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest
from qgis.core import QgsFeedback

from data_territoires_plugin.errors import NetworkError
from data_territoires_plugin.publish.journal import State
from data_territoires_plugin.publish.records.geonetwork import base_of
from data_territoires_plugin.publish.records.journal import Act, RecordJournal
from data_territoires_plugin.publish.records.probing import kind_of_catalogue
from data_territoires_plugin.publish.records.publication import Order, go_on, prepare, publish, take_back
from data_territoires_plugin.publish.sending import Interrupted
from data_territoires_plugin.publish.targets.base import TargetError
from tests import accounts
from tests.metadata.records import FULL, record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def account(qgis_app: Any) -> Iterator[Callable[[str], str]]:
    """`account("editeur")`: the id of a configuration; editeur, relecteur and inscrit are known over there."""
    with ExitStack() as made:
        yield lambda user, password="secret": made.enter_context(
            accounts.account("Basic", username=user, password=password)
        )


@pytest.fixture
def order(account: Callable[[str], str]) -> Callable[..., Order]:
    def made(server: Any, user: str = "relecteur", group: str = "2", public: bool = True, **said: Any) -> Order:
        return Order(record(**said), "geonetwork", server.url, account(user), group, public)

    return made


def seen(server: Any, user: str = "") -> str:
    """The record as anybody, or somebody, reads it by plain HTTP; "" where there is none to be seen."""
    headers = {"Accept": "application/xml"}
    if user:
        headers["Authorization"] = f"Basic {base64.b64encode(f'{user}:secret'.encode()).decode()}"
    request = urllib.request.Request(f"{server.url}/srv/api/records/{FULL.identifier}/formatters/xml", None, headers)
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.read().decode()
    except urllib.error.HTTPError:
        return ""


def sent(order: Order, folder: Path) -> Any:
    return publish(prepare(order, QgsFeedback()), folder, QgsFeedback())


def test_a_record_is_created_unseen_verified_then_shown(geonetwork, order, tmp_path):
    server = geonetwork()
    done, path = sent(order(server), tmp_path)
    assert (done.action, done.verified, done.notes) == (Act.CREATE, True, ())
    assert "Haies du pays d’essai" in seen(server)
    asked = [(one.method, one.path.rpartition("/")[2]) for one in server.log() if one.method != "GET"]
    assert asked == [("PUT", "records"), ("PUT", "publish")]
    put = next(one for one in server.log() if one.method == "PUT")
    assert (put.params["uuidprocessing"], put.params["publishtoall"], put.params["group"]) == ("NOTHING", "false", "2")
    assert RecordJournal(path).notes.state is State.CONFIRMED


def test_published_again_nothing_moves_though_the_server_wrote_its_own_day(geonetwork, order, tmp_path):
    server = geonetwork()
    sent(order(server), tmp_path)
    server.clear()
    again = prepare(order(server, stamp="2027-07-07"), QgsFeedback())
    assert again.action is Act.NOTHING
    assert publish(again, tmp_path, QgsFeedback())[1] is None
    assert {one.method for one in server.log()} == {"GET"}


def test_what_was_written_by_hand_on_the_portal_stays(geonetwork, order, tmp_path):
    server = geonetwork()
    sent(order(server), tmp_path)
    by_hand = (
        "<gmd:purpose><gco:CharacterString>Écrit à la main</gco:CharacterString></gmd:purpose><gmd:pointOfContact>"
    )
    server.drop("edit", FULL.identifier, "<gmd:pointOfContact>", by_hand)
    done, path = sent(order(server, title="Nouveau titre"), tmp_path)
    assert done.verified
    assert "Nouveau titre" in seen(server)
    assert "Écrit à la main" in seen(server)
    assert take_back(path, QgsFeedback()).verified
    assert "Nouveau titre" not in seen(server)
    assert "Écrit à la main" in seen(server)


def test_undone_a_new_record_goes_and_one_that_was_hidden_is_hidden_again(geonetwork, order, tmp_path):
    server = geonetwork()
    _, first = sent(order(server, public=False), tmp_path)
    assert seen(server) == ""
    _, second = sent(order(server, title="Montrée"), tmp_path)
    assert "Montrée" in seen(server)
    assert take_back(second, QgsFeedback()).verified
    assert (seen(server), "Haies du pays d’essai" in seen(server, "editeur")) == ("", True)
    assert take_back(first, QgsFeedback()).verified
    assert seen(server, "editeur") == ""


def test_a_hidden_record_that_is_right_is_only_shown(geonetwork, order, tmp_path):
    server = geonetwork()
    sent(order(server, public=False), tmp_path)
    server.clear()
    done, path = sent(order(server), tmp_path)
    assert (done.verified, done.action) == (True, Act.REPLACE)
    assert [one.path.rpartition("/")[2] for one in server.log() if one.method == "PUT"] == ["publish"]
    assert take_back(path, QgsFeedback()).verified
    assert seen(server) == ""


def test_an_editor_who_may_not_publish_is_told_within_a_201(geonetwork, order, tmp_path):
    server = geonetwork()
    done, path = sent(order(server, "editeur"), tmp_path)
    assert done.verified
    assert "may not edit or publish" in done.notes[0]
    assert (seen(server), bool(seen(server, "editeur"))) == ("", True)
    assert take_back(path, QgsFeedback()).verified


def test_a_change_that_waits_for_a_reviewer_is_told(geonetwork, order, tmp_path):
    server = geonetwork(workflow=True)
    sent(order(server), tmp_path)
    done, _ = sent(order(server, title="En attente"), tmp_path)
    assert done.verified
    assert "reviewer" in done.notes[0]
    assert "En attente" not in seen(server)


def test_the_cookie_of_another_path_is_never_sent(geonetwork, order, tmp_path):
    server = geonetwork()
    sent(order(server), tmp_path)
    writes = [one for one in server.log() if one.method == "PUT"]
    assert writes
    for one in writes:
        assert one.headers["cookie"].count("XSRF-TOKEN") == 1
        assert one.headers["x-xsrf-token"] in one.headers["cookie"]
        assert "-copy" not in one.headers["x-xsrf-token"]


def test_a_token_that_is_no_longer_good_is_asked_for_again(geonetwork, order, tmp_path, monkeypatch):
    from data_territoires_plugin.publish.records.geonetwork import GeoNetwork

    server, real, ended = geonetwork(), GeoNetwork._token, []

    def token(self: Any, web: Any) -> str:
        found = real(self, web)
        if not ended:
            ended.append(server.drop("token"))
        return found

    monkeypatch.setattr(GeoNetwork, "_token", token)
    done, _ = sent(order(server), tmp_path)
    assert done.verified
    assert [one.status for one in server.log() if one.method == "PUT"][:2] == [403, 201]


def test_an_error_hidden_in_a_201_is_a_failure(geonetwork, order, tmp_path):
    server = geonetwork()
    server.fault("hidden_error", times=-1)
    done, path = sent(order(server), tmp_path)
    assert (done.verified, "Schema validation failed" in done.problem) == (False, True)
    assert RecordJournal(path).notes.state is State.FAILED
    server.mend()
    assert go_on(path, QgsFeedback()).verified
    assert "Haies du pays d’essai" in seen(server)


@pytest.mark.parametrize(("element", "named"), [("lineage", "Lineage"), ("onLine", "Links"), ("edition", "Edition")])
def test_a_201_that_lost_an_element_is_told(geonetwork, order, tmp_path, element, named):
    server = geonetwork()
    server.fault("lose", times=-1, element=element)
    done, path = sent(order(server), tmp_path)
    assert not done.verified
    assert named in done.problem
    assert seen(server) == ""  # never shown before it is right
    assert take_back(path, QgsFeedback()).verified
    assert seen(server, "editeur") == ""


def test_a_record_stored_under_another_identifier_is_told(geonetwork, order, tmp_path):
    server = geonetwork()
    server.fault("other_identifier", times=-1)
    done, _ = sent(order(server), tmp_path)
    assert (done.verified, "another identifier" in done.problem) == (False, True)


def test_an_identifier_taken_meanwhile_is_not_overwritten(geonetwork, order, tmp_path):
    server = geonetwork()
    late = prepare(order(server), QgsFeedback())
    sent(order(server, title="Première"), tmp_path)
    with pytest.raises(TargetError, match="else"):
        publish(late, tmp_path, QgsFeedback())
    assert "Première" in seen(server)


def test_cut_at_any_request_it_is_resumed_once_and_taken_back_whole(geonetwork, order, tmp_path, monkeypatch):
    """The connection breaks before a request leaves, or after it has arrived, each in turn."""
    from data_territoires_plugin.network.transport import QgisSession

    server, real, asked, cut = geonetwork(), QgisSession.request, [], (0, False)
    sent(order(server, title="Avant", public=False), tmp_path)
    before = seen(server, "editeur")
    wanted = order(server)

    def request(self: Any, method: str, url: str, *args: Any, **more: Any) -> Any:
        asked.append(method)
        here, arrives = len(asked) == cut[0], cut[1]
        if here and not arrives:
            raise NetworkError("cut")
        answer = real(self, method, url, *args, **more)
        if here:
            raise NetworkError("cut")
        return answer

    monkeypatch.setattr(QgisSession, "request", request)
    prepared = prepare(wanted, QgsFeedback())
    asked.clear()
    _, journal = publish(prepared, tmp_path, QgsFeedback())
    methods = list(asked)
    assert {"GET", "PUT"} == set(methods)
    assert take_back(journal, QgsFeedback()).verified
    cuts = [(at, False) for at, _ in enumerate(methods, 1)]
    cuts += [(at, True) for at, method in enumerate(methods, 1) if method == "PUT"]
    for at, late in cuts:
        folder = tmp_path / f"{at}-{late}"
        folder.mkdir()
        prepared = prepare(wanted, QgsFeedback())
        asked.clear()
        cut = (at, late)
        with pytest.raises(Interrupted):
            publish(prepared, folder, QgsFeedback())
        cut = (0, False)
        journal = next(folder.iterdir())
        assert go_on(journal, QgsFeedback()).verified, folder.name
        assert "Haies du pays d’essai" in seen(server), folder.name
        assert take_back(journal, QgsFeedback()).verified, folder.name
        assert (seen(server), seen(server, "editeur") == before) == ("", True), folder.name


def test_nobody_and_who_may_not_write_are_told_before_anything_is_sent(geonetwork, order, account):
    server = geonetwork()
    with pytest.raises(TargetError, match="who you are"):
        prepare(Order(record(), "geonetwork", server.url), QgsFeedback())
    with pytest.raises(TargetError, match="RegisteredUser"):
        prepare(order(server, "inscrit"), QgsFeedback())
    with pytest.raises(NetworkError, match="credentials"):
        prepare(Order(record(), "geonetwork", server.url, account("editeur", "faux")), QgsFeedback())
    assert {one.method for one in server.log()} == {"GET"}


def test_another_version_is_not_written_to(geonetwork, order):
    with pytest.raises(TargetError, match=r"3\.10"):
        prepare(order(geonetwork(version="3.10.1")), QgsFeedback())


def test_without_a_group_it_is_said_that_colleagues_will_not_edit(geonetwork, order):
    assert any("GROUP" in note for note in prepare(order(geonetwork(), group=""), QgsFeedback()).site.notes)


def test_any_address_of_the_catalogue_leads_to_it(geonetwork, account):
    for end in ("", "/", "/srv", "/srv/fre/csw", "/srv/api/records/x", "/srv/fre/catalog.search#/home"):
        assert base_of(f"https://sig.example.org/geonetwork{end}") == "https://sig.example.org/geonetwork"
    server = geonetwork()
    assert kind_of_catalogue(f"{server.url}/srv/fre/csw", account("editeur"), QgsFeedback()) == "geonetwork"
