"""`row.cog_no_match_id_ban_commune`: the platform of the BAN is asked for the communes, where the run says so."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.standards.checking import geopackage, layer
from tests.standins.stage import Answer, StandIn

__all__ = ["geopackage", "layer"]

CODE = "row.cog_no_match_id_ban_commune"
RENNES, OTHER = "0246e48c-f33d-433a-8984-034219be842e", "8a3bab10-f329-4ce3-9c7d-280d91a8053a"
ROW = {"commune_insee": "35238", "toponyme": "Rue du Verdon", "id_ban_toponyme": OTHER, "id_ban_adresse": OTHER}


class Platform(StandIn):
    """GET /api/district/cog/{cog}, and nothing else: validateur-bal 3.5.2 asks that."""

    def answer(self, request):
        asked = re.fullmatch(r"/api/district/cog/(\w{5})", request.path)
        if asked is None or request.method != "GET" or request.params:
            return Answer(400, "application/json", b'{"message": "no such request"}')
        known = [{"id": RENNES}] if asked[1] == "35238" else []
        body = {"status": "success" if known else "error", "response": known}
        return Answer(200 if known else 404, "application/json", json.dumps(body).encode())


@pytest.fixture
def platform(endpoints, monkeypatch):
    monkeypatch.delenv("DATA_TERRITOIRES_OFFLINE", raising=False)
    server = Platform()
    endpoints(ban=server.root())
    yield server
    server.stop()


@pytest.fixture
def rows(layer):
    ids = [(RENNES, "1"), (OTHER, "2"), (RENNES, "3")]
    made = [{**ROW, "id_ban_commune": id_, "numero": number} for id_, number in ids]
    made[2]["commune_insee"] = "01001"  # the platform knows nothing of it
    return layer(made, name="bal")


def told(result):
    document = json.loads(Path(result["JSON"]).read_text(encoding="utf-8"))
    return [(one["feature"], one["level"]) for one in document["findings"] if one["code"] == CODE], document


def test_an_identifier_that_is_not_that_of_the_platform_is_told(run, rows, platform):
    found, document = told(run("validate", INPUT=rows, STANDARD="bal_1.5", ASK_BAN=True))
    assert found == [("2", "error")]
    assert document["not_checked"] == []


def test_nothing_is_sent_where_it_is_not_asked_for_and_the_report_says_so(run, rows, platform):
    found, document = told(run("validate", INPUT=rows, STANDARD="bal_1.5"))
    assert found == []
    assert platform.log() == []
    assert any("Base Adresse Nationale" in one for one in document["not_checked"])


@pytest.mark.parametrize("trouble", ["html", "offline"])
def test_without_an_answer_the_rest_is_checked_and_what_is_left_is_told(run, rows, platform, monkeypatch, trouble):
    if trouble == "offline":
        monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
    else:
        platform.fault("html", times=-1)
    result = run("validate", INPUT=rows, STANDARD="bal_1.5", ASK_BAN=True)
    found, document = told(result)
    assert found == []
    assert [one["rule"] for one in document["findings"] if one["rule"].endswith("_not_possible")]
    assert result["ERRORS"] > 0
