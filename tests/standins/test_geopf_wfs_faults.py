"""The faults, the log and the speed of the Géoplateforme's stand-in are those that a test orders."""

from __future__ import annotations

import http.client
import json
import subprocess
import sys
import urllib.error
from pathlib import Path

import pytest

from tests.standins.conftest import ask

BUILDINGS = "BDTOPO_V3:batiment"
ALL = 120


def keys(reply) -> list[str]:
    return [feature["properties"]["cleabs"] for feature in reply.json["features"]]


def test_a_page_may_shrink_while_the_announced_number_stays(wfs):
    wfs.server.fault("shrink", by=3, when={"startindex": "50"})
    assert wfs(count=50, sortBy="cleabs").json["numberReturned"] == 50
    short = wfs(count=50, startIndex=50, sortBy="cleabs").json
    assert (short["numberReturned"], short["numberMatched"]) == (47, ALL)
    assert wfs(count=50, startIndex=50, sortBy="cleabs").json["numberReturned"] == 50


def test_a_feature_may_come_twice_across_two_pages(wfs):
    wfs.server.fault("duplicate", when={"startindex": "50"})
    pages = [keys(wfs(count=50, startIndex=start, sortBy="cleabs")) for start in (0, 50, 100)]
    assert sum(map(len, pages)) == ALL
    assert len({key for page in pages for key in page}) == ALL - 1
    assert pages[1][0] == pages[0][-1]


def test_a_feature_may_leave_between_two_requests(geopf, town):
    server = geopf(town)
    asked = {
        "service": "WFS",
        "version": "2.0.0",
        "request": "GetFeature",
        "typeNames": BUILDINGS,
        "outputFormat": "application/json",
        "sortBy": "cleabs",
    }
    assert ask(server.url, **asked).json["numberMatched"] == ALL
    assert server.drop(BUILDINGS, "BATIMENT0000000000000007") == 1
    after = ask(server.url, **asked)
    assert after.json["numberMatched"] == ALL - 1
    assert "BATIMENT0000000000000007" not in keys(after)


def test_answers_that_lie(wfs):
    server = wfs.server
    server.fault("truncate")
    with pytest.raises(json.JSONDecodeError):
        _ = wfs().json
    server.fault("html")
    page = wfs()
    assert (page.status, page.headers["content-type"][:9]) == (200, "text/html")
    server.fault("exception")
    report = wfs()
    assert (report.status, report.text[-21:-1]) == (200, "ows:ExceptionReport>")
    server.fault("unknown")
    assert wfs().json["numberMatched"] == "unknown"
    assert wfs().json["numberMatched"] == ALL


def test_statuses_come_as_often_as_asked_then_all_is_well(wfs):
    wfs.server.fault("status", times=2, status=503, retry_after=4)
    wfs.server.fault("status", status=407)
    replies = [wfs() for _ in range(4)]
    assert [reply.status for reply in replies] == [503, 503, 407, 200]
    assert replies[0].headers["retry-after"] == "4"


def test_a_connection_may_break_in_the_middle(wfs):
    wfs.server.fault("reset")
    with pytest.raises((http.client.IncompleteRead, ConnectionError, urllib.error.URLError)):
        wfs()
    assert wfs().status == 200


# ---------------------------------------------------------------- log and speed
def test_the_log_says_what_was_sent_and_counts_the_bytes(wfs):
    body = {"cql_filter": "nature='Église'"}
    reply = wfs(body, count=7)
    (line,) = wfs.server.log()
    assert (line.method, line.status, line.params["count"], line.params["cql_filter"]) == (
        "POST",
        200,
        "7",
        body["cql_filter"],
    )
    assert b"cql_filter=nature" in line.body
    assert "typeNames=BDTOPO" in line.url
    assert len(reply.body) / 8 < line.sent < len(reply.body) + 2000
    wfs.server.clear()
    assert wfs.server.log() == []


def test_a_slow_line_is_shared_and_slow(geopf, town):
    server = geopf(town, rate=0)
    asked = {"service": "WFS", "version": "2.0.0", "request": "GetFeature", "typeNames": BUILDINGS, "sortBy": "cleabs"}
    ask(server.url, **asked)
    server.line(latency_ms=50, mbit=0.4)
    ask(server.url, **asked)
    quick, slow = server.log()
    assert slow.sent == quick.sent
    assert slow.seconds >= 0.05 + slow.sent * 8 / 400_000


def test_alone_it_prints_its_url_and_serves(town):
    path = town[BUILDINGS][0]
    script = Path(__file__).parent / "geopf_wfs.py"
    with subprocess.Popen(
        [sys.executable, str(script), "--data", str(path)], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            url = process.stdout.readline().strip()
            reply = ask(
                url, service="WFS", version="2.0.0", request="GetFeature", typeNames=BUILDINGS, resultType="hits"
            )
            assert f'numberMatched="{ALL}"' in reply.text
        finally:
            process.terminate()
