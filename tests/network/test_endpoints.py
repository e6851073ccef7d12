"""The addresses of the services are data that an authority may replace."""

from __future__ import annotations

import json
import re
from urllib.parse import urlsplit

import pytest

from data_territoires_plugin.errors import NetworkError
from data_territoires_plugin.network import endpoint, endpoints
from data_territoires_plugin.network.addresses import origin, shown

PROMISED = [
    "geopf_wfs",
    "geopf_wmts",
    "geopf_wms_r",
    "geopf_wms_v",
    "geopf_tms",
    "geopf_download",
    "geopf_geocoding",
    "geopf_navigation",
    "geopf_altimetry",
    "geopf_validation",
    "geopf_extraction",
    "geopf_entrepot",
    "api_geo",
    "apicarto",
    "gpu",
    "datagouv",
    "datagouv_tabular",
    "schema_datagouv",
    "transport",
    "ban",
    "bal_deposit",
    "cadastre_etalab",
    "dvf",
    "recherche_entreprises",
    "rnb",
    "georisques",
    "georisques_wfs",
    "panoramax",
    "grist",
    "geobretagne",
    "datagrandest",
    "datasud",
    "geo2france",
    "rennes_metropole",
    "region_bretagne",
]


@pytest.fixture
def own(tmp_path, monkeypatch):
    """Puts a text in the file that replaces the addresses."""
    path = tmp_path / "endpoints.json"

    def written(text):
        path.write_text(text, encoding="utf-8")
        monkeypatch.setenv("DATA_TERRITOIRES_ENDPOINTS", str(path))
        return path

    return written


@pytest.mark.parametrize("name", PROMISED)
def test_every_promised_service_has_an_address(name):
    parts = urlsplit(endpoint(name))
    assert parts.scheme == "https"
    assert re.fullmatch(r"[a-z0-9.-]+\.(fr|xyz|bzh)", parts.netloc)
    assert not endpoint(name).endswith("/")


def test_dead_services_are_not_offered():
    hosts = {urlsplit(address).hostname for address in endpoints().values()}
    assert not hosts & {"wxs.ign.fr", "api.dvf.etalab.gouv.fr", "api-adresse.data.gouv.fr"}


def test_an_unknown_name_gives_the_nearest():
    with pytest.raises(NetworkError, match=r"geopf_wsf.*geopf_wfs"):
        endpoint("geopf_wsf")


def test_a_file_replaces_what_it_names_and_nothing_else(own):
    own(json.dumps({"api_geo": "http://127.0.0.1:8000/geo/"}))
    assert endpoint("api_geo") == "http://127.0.0.1:8000/geo"
    assert endpoint("geopf_wfs") == "https://data.geopf.fr/wfs/ows"


def test_a_file_may_add_a_platform(own):
    own(json.dumps({"ma_plateforme": "https://geo.example.fr"}))
    assert endpoint("ma_plateforme") == "https://geo.example.fr"


def test_a_file_that_changes_is_read_again(own):
    path = own('{"api_geo": "https://a.example"}')
    assert endpoint("api_geo") == "https://a.example"
    import os

    path.write_text('{"api_geo": "https://b.example"}')
    os.utime(path, ns=(1, 10**18))
    assert endpoint("api_geo") == "https://b.example"


def test_a_missing_file_is_said_so(monkeypatch, tmp_path):
    monkeypatch.setenv("DATA_TERRITOIRES_ENDPOINTS", str(tmp_path / "absent.json"))
    with pytest.raises(NetworkError, match=r"absent\.json") as caught:
        endpoint("api_geo")
    assert "DATA_TERRITOIRES_ENDPOINTS" in caught.value.hint


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"api_geo": 3}', '{"api_geo": "geo.api.gouv.fr"}', '{"api_geo": "ftp://x"}', ""]
)
def test_a_file_that_is_not_valid_is_said_so(own, text):
    path = own(text)
    with pytest.raises(NetworkError, match="not valid") as caught:
        endpoint("api_geo")
    assert str(path) in caught.value.message
    assert '{"api_geo"' in caught.value.hint


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://a.fr/x", "https://A.fr:443/y", True),
        ("http://a.fr", "https://a.fr", False),
        ("https://a.fr", "https://b.a.fr", False),
        ("http://a.fr:8080", "http://a.fr", False),
    ],
)
def test_an_origin_is_scheme_host_and_port(one, other, same):
    assert (origin(one) == origin(other)) is same


@pytest.mark.parametrize(
    "name", ["apikey", "api_key", "key", "token", "access_token", "PASSWORD", "client_secret", "X-Amz-Signature"]
)
def test_what_authenticates_is_not_shown(name):
    text = shown(f"https://me:S3CRET@a.fr/x?{name}=S3CRET&code_insee=35238#S3CRET")
    assert "S3CRET" not in text
    assert "code_insee=35238" in text
    assert text.startswith("https://a.fr/x?")


def test_a_long_address_is_shortened():
    assert len(shown("https://a.fr/?q=" + "x" * 5000)) < 350
