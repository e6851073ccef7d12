"""Trying again, where that is safe; never sending a write twice; staying under the rate of each service."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from qgis.PyQt.QtCore import QThread

from data_territoires_plugin.errors import NetworkError
from data_territoires_plugin.network import Pool, endpoint, throttle
from data_territoires_plugin.network.endpoints import service_of

from . import server as script


@pytest.fixture
def waits(monkeypatch):
    """The seconds waited between two tries, without waiting them."""
    seconds = []
    monkeypatch.setattr("data_territoires_plugin.network.transport.pause", lambda wait, _stop: seconds.append(wait))
    return seconds


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_reading_is_tried_again_while_the_service_is_busy(server, quick, status):
    server.will("/a", script.reply(status), script.reply(status), script.reply(200, b"ok"))
    assert quick().get(server.url("/a")).content == b"ok"
    assert len(server.received) == 3


@pytest.mark.parametrize("status", [400, 401, 403, 404, 500])
def test_a_refusal_is_not_tried_again(server, quick, status):
    server.will("/a", script.reply(status, b"no"))
    assert quick().get(server.url("/a")).status_code == status


def test_the_last_refusal_is_the_answer(server, quick):
    server.will("/a", script.reply(503, b"1"), script.reply(503, b"2"), script.reply(503, b"3"))
    assert quick(retries=2).get(server.url("/a")).content == b"3"


def test_a_truncated_answer_is_asked_again(server, quick):
    server.will("/a", script.truncated(b"{", 50), script.zipped(b"{}" * 500, missing=4), script.reply(200, b"{}"))
    assert quick().get(server.url("/a")).content == b"{}"


def test_the_wait_grows_and_is_never_twice_the_same(server, quick, waits):
    server.always("/a", script.reply(503))
    for _ in range(4):
        quick(first_wait=1.0, retries=3).get(server.url("/a"))
    by_try = [waits[rank::3] for rank in range(3)]
    assert all(2**rank * 0.5 <= wait < 2**rank * 1.5 for rank, row in enumerate(by_try) for wait in row)
    assert len(set(waits)) > 6


def test_retry_after_in_seconds_is_obeyed(server, quick, waits):
    server.will("/a", script.reply(429, Retry_After="7"), script.reply(200))
    assert quick().get(server.url("/a")).status_code == 200
    assert waits == [7.0]


def test_retry_after_as_a_date_is_obeyed(server, quick, waits):
    when = format_datetime(datetime.now(timezone.utc) + timedelta(seconds=40), usegmt=True)
    server.will("/a", script.reply(503, Retry_After=when), script.reply(200))
    quick().get(server.url("/a"))
    assert 35 < waits[0] <= 40


def test_a_service_that_asks_for_an_hour_is_not_waited_for(server, quick, waits):
    server.will("/a", script.reply(429, Retry_After="3600"))
    assert quick().get(server.url("/a")).status_code == 429
    assert waits == []


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("body", [b"", b"<wfs:Transaction/>"])
def test_a_write_reaches_the_server_once_when_the_connection_breaks(server, quick, method, body):
    """Qt alone sends it again, up to three times more, on a connection that had answered before."""
    server.will("/ready", script.reply(200, b"ok"))
    server.always("/a", script.hang_up)
    session = quick()
    session.get(server.url("/ready"))
    with pytest.raises(NetworkError, match="cut"):
        session.request(method, server.url("/a"), data=body)
    assert len(server.to("/a")) == 1


def test_a_write_is_not_sent_again_to_a_busy_service(server, quick):
    server.will("/a", script.reply(503, b"busy"))
    assert quick().post(server.url("/a"), data=b"x").status_code == 503


def test_a_post_that_only_reads_is_sent_again_whole(server, quick):
    server.will("/a", script.reply(503), script.truncated(b"{", 9), script.reply(200, b"ok"))
    server.will("/b", script.reply(503), script.reply(200, b"ok"))
    session = quick()
    assert session.post(server.url("/a"), data={"cql_filter": "1=1"}, idempotent=True).content == b"ok"
    session.idempotent_post = True
    assert session.post(server.url("/b"), data={"cql_filter": "1=1"}).content == b"ok"
    assert {received.body for received in server.received} == {b"cql_filter=1%3D1"}


def test_put_is_a_write_even_in_a_session_whose_posts_read(server, quick):
    server.will("/a", script.reply(503))
    session = quick()
    session.idempotent_post = True
    assert session.put(server.url("/a"), data=b"x").status_code == 503


@pytest.fixture
def services(tmp_path, monkeypatch):
    """Names the addresses of services for one test, and gives them the rates of the plugin anew."""

    def named(**addresses):
        path = tmp_path / "endpoints.json"
        path.write_text(json.dumps(addresses), encoding="utf-8")
        monkeypatch.setenv("DATA_TERRITOIRES_ENDPOINTS", str(path))
        monkeypatch.setattr(throttle, "_throttles", {})

    return named


def test_a_rate_is_shared_by_all_threads(server, quick, services):
    services(recherche_entreprises=server.url("/entreprises"))
    server.always("/entreprises/", script.reply(200, b"{}"))
    session = quick()
    with Pool(6) as pool:
        futures = [pool.submit(session.get, server.url("/entreprises/search")) for _ in range(16)]
        assert [future.result().status_code for future in futures] == [200] * 16
    times = sorted(received.at for received in server.received)
    in_any_second = max(sum(start <= at < start + 1 for at in times) for start in times)
    # One more than the rate: the machine that runs the tests may delay a request by a turn.
    assert in_any_second <= 8


def test_services_of_one_host_have_each_their_rate(server, services):
    services(geopf_navigation=server.url("/navigation"), geopf_wfs=server.url("/wfs/ows"), grist=server.url())
    rates = {path: service_of(server.url(path)).rate for path in _PATHS}
    assert rates == _PATHS


_PATHS = {
    "/navigation/itineraire?x=1": 10,
    "/navigation/isochrone?point=1,2": 5,
    "/navigation/isochrones": 10,
    "/wfs/ows?service=WFS": 30,
    "/wfs/owsomething": None,
    "/elsewhere": None,
}


def test_the_published_limits_are_those_of_the_plugin():
    assert service_of(endpoint("geopf_wfs") + "?service=WFS").rate == 30
    assert service_of(endpoint("api_geo") + "/communes").rate == 10
    assert service_of(endpoint("recherche_entreprises") + "/search").rate == 7
    assert service_of(endpoint("geopf_altimetry") + "/elevation.json").rate == 5
    assert service_of(endpoint("geopf_wmts")).rate is None


def test_too_many_requests_holds_every_thread_of_the_service(server, quick, services):
    services(api_geo=server.url())
    server.will("/a", script.reply(429, Retry_After="1"), script.reply(200, b"ok"))
    server.always("/b", script.reply(200, b"ok"))
    first = quick()
    with Pool(2) as pool:
        held = pool.submit(first.get, server.url("/a"))
        while not server.to("/a"):
            QThread.msleep(5)
        QThread.msleep(100)
        assert pool.submit(quick().get, server.url("/b")).result().content == b"ok"
        assert held.result().content == b"ok"
    refused_at = server.to("/a")[0].at
    assert server.to("/b")[0].at - refused_at > 0.9


@pytest.fixture
def clock(monkeypatch):
    """A clock that only waiting moves."""
    now = [100.0]
    monkeypatch.setattr(throttle.time, "monotonic", lambda: now[0])
    monkeypatch.setattr(throttle.time, "sleep", lambda seconds: now.__setitem__(0, now[0] + seconds))
    return now


@pytest.mark.parametrize("rate", [30, 7, 1, 0.5])
def test_a_throttle_never_lets_more_than_its_rate_through_and_not_much_less(clock, rate):
    limited, sent = throttle.Throttle(rate), []
    for _ in range(60):
        limited.wait(lambda: None)
        sent.append(clock[0])
    assert max(sum(start <= at < start + 1 for at in sent) for start in sent) <= max(1, rate)
    assert sent[-1] - sent[0] < 59 / rate * 1.2


def test_the_first_request_after_a_pause_leaves_at_once(clock):
    limited = throttle.Throttle(2)
    limited.wait(lambda: None)
    clock[0] += 60
    limited.wait(lambda: None)
    assert clock[0] == 160.0
