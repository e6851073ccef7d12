"""The APIs of JSON asked by the codes of a territory: ten at once, caps, splits, limits of speed; tables of elected."""

from __future__ import annotations

import csv
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import replace
from importlib import import_module

import pytest
import yaml

from data_territoires_plugin.catalogue import load_catalogue
from data_territoires_plugin.errors import IncompleteError, SourceError
from data_territoires_plugin.sources import json_api as source
from data_territoires_plugin.sources.json_apis import api_of
from tests.sources import json_rows
from tests.standins.datagouv import Dataset, File

pytestmark = pytest.mark.usefixtures("qgis_app")


@pytest.fixture(autouse=True)
def _world(tmp_path, monkeypatch):
    monkeypatch.setenv("DATA_TERRITOIRES_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("DATA_TERRITOIRES_OFFLINE", raising=False)


@pytest.fixture
def quick(monkeypatch):
    """No limits of speed."""
    monkeypatch.setattr(import_module("data_territoires_plugin.network.endpoints"), "_rates", lambda _path: {})


@pytest.fixture
def read(tmp_path):
    """`read("georisques_icpe", commune=(…,))`: the plan, and the rows of its batches."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsFeedback, QgsGeometry

    from data_territoires_plugin.network import Pool
    from data_territoires_plugin.sources import Area, Stage, source_of

    def reading(name, **codes):
        crs = QgsCoordinateReferenceSystem("EPSG:2154")
        area = Area(QgsGeometry.fromWkt(json_rows.WIDE), crs, codes)
        with Pool(4) as pool:
            reader, entry = source_of(load_catalogue().entry(name), pool, training=False)
            plan = reader.plan(entry, area, QgsFeedback())
            stage = Stage(tmp_path / "stage", dict(plan.detail))
            found = []
            for batch in reader.fetch(entry, area, plan, stage, QgsFeedback()):
                with closing(sqlite3.connect(batch.path)) as connection:
                    connection.row_factory = sqlite3.Row
                    found += [dict(row) for row in connection.execute("SELECT * FROM rows")]
        return plan, found

    return reading


CODES = ("35238", *(f"350{number:02d}" for number in range(1, 13)))


def test_communes_are_asked_for_ten_at_once(json_api, endpoints, read, quick):
    server = json_api("georisques", json_rows.hazards(390))
    endpoints(georisques=server.url)
    plan, rows = read("georisques_icpe", commune=CODES)
    assert len(rows) == plan.announced == 390
    assert Counter(row["code_insee"] for row in rows) == dict.fromkeys(CODES, 30)
    assert {len(each.params["code_insee"].split(",")) for each in server.log()} == {10, 3}
    assert plan.exact


def test_a_table_by_commune_keeps_rows_that_say_the_same(json_api, endpoints, read, quick):
    row = {"liste": "gaspar/catnat", "code_insee": "35238", "libelle_risque_jo": "Inondations"}
    server = json_api("georisques", [row, row, {**row, "code_insee": "29019"}])
    endpoints(georisques=server.url)
    plan, rows = read("georisques_catnat", commune=("35238",))
    assert plan.announced == len(rows) == 2


def test_the_limit_of_speed_of_a_service_is_kept(json_api, endpoints, read):
    server = json_api("georisques", json_rows.hazards(700), rate=5)
    endpoints(georisques=server.url)
    plan, rows = read("georisques_icpe", commune=CODES)
    assert len(rows) == plan.announced == 700
    assert {exchange.status for exchange in server.log()} == {200}


def test_a_refusal_for_haste_is_waited_out(json_api, endpoints, read, quick):
    server = json_api("georisques", json_rows.hazards(30))
    endpoints(georisques=server.url)
    server.fault("status", status=429, retry_after=1)
    plan, rows = read("georisques_icpe", commune=CODES)
    assert len(rows) == plan.announced == 30
    assert 429 in {exchange.status for exchange in server.log()}


def test_the_establishments_of_a_commune_and_not_those_of_the_others(json_api, endpoints, read, quick):
    rows = json_rows.units(120)
    server = json_api("recherche_entreprises", rows)
    endpoints(recherche_entreprises=server.url)
    plan, found = read("sirene_etablissements", commune=("35238",))
    wanted = {each["siret"] for unit in rows for each in unit["etablissements"] if each["commune"] == "35238"}
    assert {row["siret"] for row in found} == wanted
    assert len(found) == len(wanted) == plan.announced == 120
    assert sum(row["geom"] is None for row in found) == 12
    one = next(row for row in found if row["siren"] == "000000007")
    assert (one["statut_diffusion"], one["enseignes"], one["nom_complet"]) == ("P", "L'ENSEIGNE, AUTRE", "SOCIÉTÉ 7")


def test_more_units_than_the_api_reaches_are_asked_for_by_activity(json_api, endpoints, read, quick, monkeypatch):
    monkeypatch.setattr(source, "api_of", lambda *names: replace(api_of(*names), deepest=50))
    server = json_api("recherche_entreprises", json_rows.units(180), deepest=50)
    endpoints(recherche_entreprises=server.url)
    plan, found = read("sirene_etablissements", commune=("35238",))
    assert len({row["siret"] for row in found}) == len(found) == plan.announced == 180
    asked = [exchange.params for exchange in server.log()]
    assert {"F", "G", "J"} <= {each.get("section_activite_principale") for each in asked}
    assert {"true", "false"} <= {each.get("est_entrepreneur_individuel") for each in asked}


def test_a_company_with_hundreds_of_establishments_in_a_commune_has_them_all(json_api, endpoints, read, quick):
    rows = json_rows.units(30)
    (one,) = rows[1]["etablissements"]
    rows[1]["etablissements"] = [{**one, "siret": f"{rows[1]['siren']}{at:05d}"} for at in range(250)]
    endpoints(recherche_entreprises=json_api("recherche_entreprises", rows).url)
    plan, found = read("sirene_etablissements", commune=("35238",))
    assert len({row["siret"] for row in found}) == len(found) == plan.announced == 29 + 250


def test_a_cap_that_nothing_parts_any_more_is_no_success(json_api, endpoints, read, quick, monkeypatch):
    monkeypatch.setattr(source, "api_of", lambda *names: replace(api_of(*names), deepest=50))
    endpoints(recherche_entreprises=json_api("recherche_entreprises", json_rows.units(600), deepest=50).url)
    with pytest.raises(SourceError, match="of one place"):
        read("sirene_etablissements", commune=("35238",))


def test_units_that_the_pages_lose_are_missed(json_api, endpoints, read, quick):
    server = json_api("recherche_entreprises", json_rows.units(60))
    endpoints(recherche_entreprises=server.url)
    server.fault("short", times=-1)
    with pytest.raises(IncompleteError, match="announced 60"):
        read("sirene_etablissements", commune=("35238",))


def test_every_parameter_sent_is_in_the_published_contract(json_api, endpoints, read, quick, shared):
    contract = yaml.safe_load((shared / "recorded/recherche-entreprises/open-api.yml").read_text(encoding="utf-8"))
    known = {each["name"]: each for each in contract["paths"]["/search"]["get"]["parameters"]}
    api = api_of("recherche_entreprises", "etablissements")
    sent = {
        *api.ask,
        api.paging.name,
        api.paging.size,
        api.unfold_page,
        api.codes[0].parameter,
        *(name for name, _ in api.splits),
    }
    assert sent <= set(known)
    unit = contract["components"]["schemas"]["result"]["properties"]
    place = contract["components"]["schemas"]["etablissement"]["properties"]
    for path in (part for paths in api.fields.values() for part in paths.split("|")):
        assert path.removeprefix("..") in (unit if path.startswith("..") else place)


def test_the_elected_of_a_commune_come_from_the_newest_national_file(catalogues, endpoints, read, tmp_path):
    path = tmp_path / "rne.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["Code de la commune", "Libellé de la commune", "Nom de l'élu", "Libellé de la fonction"])
        writer.writerows([f"{35001 + number % 300}", "X", f"NOM {number}", "Maire"] for number in range(900))
    newest, older = (
        File(f"{name:0>8}-0000-4000-8000-000000000000", "elus-maires-mai.csv", "csv", str(path), modified=day)
        for name, day in (("2", "2026-09-15T08:00:00.000000+00:00"), ("1", "2024-01-15T08:00:00.000000+00:00"))
    )
    server = catalogues("datagouv", [Dataset("repertoire-national-des-elus-1", "RNE", (older, newest))])
    endpoints(datagouv=server.url)
    plan, rows = read("elus_maires", commune=("35238",))
    assert [row["Nom de l'élu"] for row in rows if row["Code de la commune"] == "35238"] == [
        f"NOM {number}" for number in (237, 537, 837)
    ]
    assert plan.edition == "2026-09-15"
