"""Every request that the plugin emits keeps to the contract of its service: OpenAPI where recorded, else its rules."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
import yaml

from data_territoires_plugin.catalogue import load_catalogue
from data_territoires_plugin.catalogue.files import FILE, file_template
from data_territoires_plugin.sources.json_apis import apis

PROJECT = Path(__file__).resolve().parents[2]
QUESTIONS = yaml.safe_load((PROJECT / "resources" / "services.yaml").read_text(encoding="utf-8"))
ENDPOINTS = json.loads((PROJECT / "resources" / "endpoints.json").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Rule:
    """A request that a service documents: its path after the base, the parameters it knows, those it demands."""

    path: str
    known: frozenset[str] = frozenset()
    demanded: frozenset[str] = frozenset()

    def allows(self, path: str, parameters: dict[str, str]) -> bool:
        names = {name.lower() for name in parameters}
        return bool(re.fullmatch(self.path, path)) and self.demanded <= names <= self.known | self.demanded


def rule(path: str, known: str = "", demanded: str = "") -> Rule:
    return Rule(path, frozenset(known.split()), frozenset(demanded.split()))


OWS = rule("(/.*)?", "", "service version request")
# From the public documentation of each service; the two OpenAPI documents that are recorded are read below.
SORTED = "sortentriesby sortentriesorder"
PLACE = "fields format geometry codeepci codedepartement coderegion code nom codepostal limit boost type zone lat lon"
FILTERS = "q page page_size tag organization license geozone format schema sort access_type last_update_range"
SEARCHED = "limit bbox datetime ids collections intersects place_position place_distance filter sortby"
CADASTRE = "(communes|sections|prefixes_sections|feuilles|lieux_dits|parcelles|subdivisions_fiscales|batiments)"
REACHED = "crs profile direction timeunit distanceunit geometryformat constraints"
OWS_SERVICES = (
    "geopf_wfs geopf_wmts geopf_wms_r geopf_wms_v geopf_csw georisques_wfs geobretagne region_bretagne kartenn"
    " rennes_metropole datagrandest geo2france"
)
RULES = {name: [OWS] for name in OWS_SERVICES.split()} | {
    "geopf_tms": [rule(r"/[\w.]+/metadata\.json"), rule(r"/[\w.]+/\d+/\d+/\d+\.pbf")],
    "geopf_download": [
        rule("/capabilities", "page limit updatedfrom updatedto"),
        rule(r"/resource/[\w-]+", f"page limit zone format crs editiondatefrom editiondateto {SORTED}"),
    ],
    "geopf_navigation": [rule("/getcapabilities"), rule("/isochrone", REACHED, "point resource costtype costvalue")],
    "geopf_altimetry": [rule(r"/elevation\.json", "delimiter indent measures zonly", "lon lat resource")],
    "geopf_validation": [rule("/validations")],
    "geopf_extraction": [rule("/processes")],
    "geopf_entrepot": [rule("/users/me")],
    "api_geo": [rule(r"/(communes|epcis)(/\w+)?", PLACE)],
    "apicarto": [
        rule(r"/codes-postaux/communes/\d{5}"),
        rule("/cadastre/(parcelle|feuille|division|localisant|commune)", "_limit _start", "geom"),
        rule("/gpu/(municipality|document|(zone-urba|secteur-cc|(prescription|info)-(surf|lin|pct)))", "", "geom"),
        rule("/gpu/(assiette|generateur)-sup-[slp]", "", "geom"),
        rule("/rpg/v2", "_limit _start", "geom annee"),
        rule("/nature/(natura-(habitat|oiseaux)|rnc|rnn|znieff[12]|pnr?|rncf)", "_limit _start", "geom"),
    ],
    "gpu": [rule("/document", "partition page limit status")],
    "datagouv": [rule("/2/datasets/search/", FILTERS), rule(r"/1/datasets/[\w-]+/")],
    "datagouv_site": [rule(r"/fr/datasets/r/[0-9a-f-]{36}")],
    "schema_datagouv": [rule(r"/schemas/schemas\.json")],
    "transport": [rule("/aoms", "", "lon lat"), rule(r"/datasets(/\w+)?"), rule("/geo-query", "", "data")],
    "ban": [rule(r"/api/district/cog/\d{5}"), rule(r"/ban/communes/\w{5}/download/csv-bal/adresses")],
    "ban_files": [rule(r"/csv/adresses-\w{2,3}\.csv\.gz")],
    "bal_deposit": [rule(r"/communes/\w{5}/current-revision(/files/bal/download)?")],
    "cadastre_etalab": [
        rule(rf"/latest/geojson/communes/\w{{2,3}}/(\w{{5}})/cadastre-\1-{CADASTRE}\.json\.gz"),
        rule(rf"/latest/geojson/departements/(\w{{2,3}})/cadastre-\1-{CADASTRE}\.json\.gz"),
    ],
    "dvf": [
        rule(r"/latest/csv/\d{4}/communes/\w{2,3}/\w{5}\.csv"),
        rule(r"/latest/csv/\d{4}/departements/\w{2,3}\.csv\.gz"),
    ],
    "rnb": [rule("/buildings/", "insee_code bbox limit cursor withplots format cle_interop_ban")],
    "hubeau": [rule(r"/v\d/[\w/]+", "bbox size page format")],
    "rnb_files": [rule(r"/RNB_\w{2,3}\.csv\.zip")],
    "georisques": [rule(r"/v1/[\w/]+", "latlon rayon code_insee page page_size")],
    "panoramax": [rule("/search", SEARCHED)],
    "insee_metadonnees": [rule(r"/geo/bassins?DeVie2022(/\w+(/descendants)?)?", "type")],
    "grist": [rule("/orgs"), rule(r"/docs/\w+/tables(/\w+/(columns|records))?", "filter sort limit hidden")],
    "data_bretagne": [
        rule("/catalog/datasets", "limit offset where"),
        rule(r"/catalog/datasets/[\w-]+/(records|exports/geojson)"),
    ],
    "datasud_catalogue": [rule("/action/package_search", "q rows start fq sort")],
}
OPENAPI = {
    "geopf_geocoding": "geocodage/config-open-api-geocode.yaml",
    "recherche_entreprises": "recherche-entreprises/open-api.yml",
}
SINCE = {"geopf_geocoding": {"autocomplete"}}  # documented by the service since its contract was recorded (2023)
LIMITS = {  # the largest page that a service accepts
    "datagouv": ("page_size", 100),
    "rnb": ("limit", 100),
    "hubeau": ("size", 20_000),
    "georisques": ("page_size", 100),
    "apicarto": ("_limit", 1000),
    "panoramax": ("limit", 10_000),
    "geopf_download": ("limit", 50),
    "recherche_entreprises": ("per_page", 25),
    "geopf_geocoding": ("limit", 20),
    "data_bretagne": ("limit", 100),
}
PLACES = {"insee": "35238", "dep": "35", "region": "53", "epci": "243500139", "year": "2025"}


def emitted():
    """Service and address of each question of the doctor, and of each file of the catalogue."""
    for service, told in QUESTIONS.items():
        yield service, ENDPOINTS[service] + told["ask"]
    for api in apis():
        yield api.service, of_api(api)
    for entry in load_catalogue().entries:
        for written in [entry.layer, *filter(None, [entry.options.get("bulk")])] if entry.service == FILE else []:
            template = file_template(written)
            if template.services:
                bases = {name: ENDPOINTS[name] for name in template.services}
                yield template.services[0], template.filled(PLACES | bases).address


def of_api(api):
    """The first request to a list described in apis.yaml, the parameters of its body in the address."""
    named = api.codes[0].parameter if api.codes else api.spot.parameter
    values = {"geom": "{}", "bbox": "-1.7,48,-1.6,48.2"}
    asked = {**api.ask, named: values.get(named, "35238")}
    if api.paging.size:
        asked[api.paging.size] = str(api.paging.most)
    if api.paging.way in ("page", "offset"):
        asked[api.paging.name] = "1"
    return f"{ENDPOINTS[api.service]}{api.path}?{urlencode(asked)}"


def split(service, address):
    base = ENDPOINTS[service]
    assert address.startswith(base)
    parts = urlsplit(address[len(base) :])
    return parts.path, dict(parse_qsl(parts.query, keep_blank_values=True))


@pytest.mark.parametrize(("service", "address"), sorted(set(emitted())))
def test_a_request_keeps_to_the_rules_of_its_service(service, address):
    if service in OPENAPI:
        pytest.skip("an OpenAPI document is recorded: read below")
    path, parameters = split(service, address)
    assert any(each.allows(path, parameters) for each in RULES[service]), (path, parameters)
    name, most = LIMITS.get(service, ("", 0))
    assert not name or int(parameters.get(name, "0")) <= most


@pytest.mark.parametrize("service", OPENAPI)
def test_a_question_keeps_to_the_published_contract(service, shared):
    document = yaml.safe_load((shared / "recorded" / OPENAPI[service]).read_text(encoding="utf-8"))
    path, parameters = split(service, ENDPOINTS[service] + QUESTIONS[service]["ask"])
    check_openapi(document, path, parameters)


def check_openapi(document, path, parameters):
    known = {
        one["name"]: one for one in map(lambda p: resolved(document, p), document["paths"][path]["get"]["parameters"])
    }
    assert set(parameters) <= set(known), path
    assert {name for name, one in known.items() if one.get("required")} <= set(parameters)
    for name, value in parameters.items():
        schema = known[name].get("schema", {})
        if schema.get("type") == "integer":
            assert schema.get("minimum", 0) <= int(value) <= schema.get("maximum", 10**9), name


def resolved(document, part):
    while "$ref" in part:
        found = document
        for step in part["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        part = found
    return part


def test_the_search_of_an_address_keeps_to_the_published_contract(shared, monkeypatch, qgis_app):
    """What the geocoding really sends, against the recorded OpenAPI (of 2023)."""
    from qgis.core import QgsFeedback

    geocoding = pytest.importorskip("data_territoires_plugin.sources.geocoding")
    sent = sent_by(monkeypatch, geocoding, lambda: geocoding.found("12 rue de Rennes", 5, QgsFeedback()))
    document = yaml.safe_load((shared / "recorded" / OPENAPI["geopf_geocoding"]).read_text(encoding="utf-8"))
    for url, parameters in sent:
        path, own = split("geopf_geocoding", url)
        kept = {name: value for name, value in (own | parameters).items() if name not in SINCE["geopf_geocoding"]}
        check_openapi(document, path, kept)


def sent_by(monkeypatch, module, act):
    """The addresses and parameters that a function asks for; nothing is sent."""
    sent = []

    class Web:
        def __enter__(self):
            return self

        def __exit__(self, *_):
            return None

        def get(self, url, params=None, **_):
            sent.append((url, dict(params or {})))
            raise LookupError

    monkeypatch.setattr(module, "session", lambda **_: Web())
    with pytest.raises(LookupError):
        act()
    assert sent
    return sent


GETFEATURE = {
    "service", "version", "request", "typenames", "outputformat", "srsname", "count", "startindex", "sortby",
    "cql_filter", "resulttype", "propertyname", "exceptions",
}  # fmt: skip


def test_a_clip_asks_the_wfs_of_the_geoplateforme_by_its_rules(geopf, endpoints, tmp_path, monkeypatch, qgis_app):
    """Names that exist, POST forms for GetFeature, pages of 5 000 at most, sorted as soon as they follow each other."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsFeedback, QgsGeometry

    from data_territoires_plugin.clip.job import clip
    from data_territoires_plugin.clip.request import ClipRequest
    from data_territoires_plugin.territory.perimeter import of_polygons

    monkeypatch.setenv("DATA_TERRITOIRES_CACHE", str(tmp_path / "cache"))
    entries = tuple(load_catalogue().entry(name) for name in ("bdtopo_batiment", "admin_commune", "cadastre_parcelle"))
    kit = PROJECT / "resources" / "training" / "kit.gpkg"
    server = geopf({one.layer: (kit, one.id, one.key, 2154, one.geometry_column or "geom") for one in entries}, rate=0)
    endpoints(geopf_wfs=server.url)
    box = QgsGeometry.fromWkt("MULTIPOLYGON(((68000 6608000,74000 6608000,74000 6614000,68000 6614000,68000 6608000)))")
    perimeter = of_polygons([box], QgsCoordinateReferenceSystem("EPSG:2154"), "carré")
    from dataclasses import replace

    request = ClipRequest(replace(perimeter, training=False), perimeter.crs, entries, tmp_path / "resultat.gpkg")
    clip(request, QgsFeedback())
    asked = [one for one in server.log() if one.params.get("request")]
    assert {one.params["request"].lower() for one in asked} == {"describefeaturetype", "getfeature"}
    for one in asked:
        names = {name.lower() for name in one.params}
        assert one.params["service"].upper() == "WFS"
        assert one.params["version"].startswith("2.0")
        assert one.params["typenames"] in {entry.layer for entry in entries}
        if one.params["request"].lower() == "getfeature":
            assert names <= GETFEATURE
            assert one.method == "POST"
            assert one.headers.get("content-type", one.headers.get("Content-Type", "")).startswith(
                "application/x-www-form-urlencoded"
            )
            assert int(one.params.get("count", "5000")) <= 5000
            assert "sortby" in names or int(one.params.get("startindex", "0")) == 0
        assert one.status == 200


def test_every_service_that_can_be_asked_has_rules():
    asked = {service for service, _ in emitted()}
    assert asked - set(RULES) - set(OPENAPI) == set()
    assert {service for service in RULES if service not in ENDPOINTS} == set()


def test_the_table_of_the_documentation_is_up_to_date():
    from tools.verification import PAGE, page

    assert PAGE.read_text(encoding="utf-8") == page(), "python3 -m tools.verification"
