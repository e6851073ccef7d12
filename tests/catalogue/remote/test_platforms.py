"""The catalogue of a platform, by CSW and by OGC API Records of a real pycsw: search → layer → clip."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from qgis.core import QgsFeedback

from data_territoires_plugin.catalogue.remote.csw import Csw
from data_territoires_plugin.catalogue.remote.found import Found, Query, table_of
from data_territoires_plugin.catalogue.remote.links import Link, resources_of
from data_territoires_plugin.catalogue.remote.platforms import platform_finders, platforms, proposed
from data_territoires_plugin.errors import CatalogueError, NetworkError, ServerError
from data_territoires_plugin.territory import territory
from tests.catalogue.remote.iso import Record, load
from tests.clip.files import read_gpkg, recipe_of
from tests.network.server import Server, reply
from tests.processing.running import provider, run
from tests.servers.ogc import Served
from tests.sources.ogc_clip import assert_same, natively, quarter, real_data

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = ["provider", "run"]
FAR = (2.0, 43.0, 2.5, 43.5)


@pytest.fixture(scope="module")
def redon(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return real_data(shared, tmp_path_factory.mktemp("redon"), "EPSG:2154")


@pytest.fixture(scope="module")
def files(redon: Path) -> Iterator[Server]:
    server = Server()
    server.always("/fichiers/redon.gpkg", reply(200, redon.read_bytes(), Content_Type="application/geopackage+sqlite3"))
    yield server
    server.close()


@pytest.fixture(scope="module")
def catalogued(pycsw: Any, front: Any, mapserver: Any, redon: Path, files: Server) -> Any:
    """pycsw with 15 records: two that lead to real layers, one restricted, twelve that only fill pages."""
    wfs = mapserver.serve({"surface": Served(redon, "surface", "POLYGON", 2154, "cle")})
    records = [
        Record(
            "fr-redon/haies 2026", "Haies du pays de Redon", "Linéaires de haies, 100 % relevées.",
            links=(
                ("OGC:WMS", f"{wfs}?", "surface"),
                ("OGC:WFS", f"{wfs}?", "surface"),
                ("WWW:DOWNLOAD-1.0-http--download", files.url("/fichiers/redon.gpkg"), "redon.gpkg"),
                ("WWW:LINK-1.0-http--link", "https://www.example.org/haies.html", "Page"),
            ),
        ),
        Record("restreint", "Réseaux du pays de Redon", licence="Accès restreint aux membres"),
        Record("loin", "Haies du Lauragais", box=FAR, licence="ODbL"),
        *(Record(f"page-{number:02d}", f"Remplissage {number:02d}", licence="") for number in range(12)),
    ]  # fmt: skip
    load(pycsw.csw, records, front.user, front.password)
    return pycsw


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """A user's own file of platforms."""
    monkeypatch.setenv("DATA_TERRITOIRES_CACHE", str(tmp_path / "cache"))

    def write(text: str) -> Path:
        path = tmp_path / "plateformes.yaml"
        path.write_text(text, encoding="utf-8")
        monkeypatch.setenv("DATA_TERRITOIRES_PLATFORMS", str(path))
        return path

    return write


WAYS = ["csw", "csw3", "records"]


@pytest.fixture(params=WAYS)
def finder(request: pytest.FixtureRequest, catalogued: Any, own: Callable[[str], Path]) -> Any:
    address = f"records: {catalogued.url}/collections/metadata:main"
    if request.param != "records":
        address = f"csw: {catalogued.csw}"
    own(f"essai:\n  title: Essai\n  regions: ['53']\n  {address}\n")
    found = platform_finders()["essai"]
    if request.param == "csw3":
        found._version = "3.0.0"
    return found


def test_words_and_a_box_find_the_record_with_its_licence_and_its_links(finder):
    results = finder.search(Query("haies redon", bbox=(-2.1, 47.6, -2.0, 47.7)), QgsFeedback())
    assert [each.id for each in results.found] == ["fr-redon/haies 2026"]
    assert (results.total, results.ignored) == (1, ())
    found = results.found[0]
    assert found.title == "Haies du pays de Redon"
    # pycsw tells the licence in JSON the first time only, and loses it for the following answers.
    assert found.licence.id in (("lov2",) if isinstance(finder, Csw) else ("lov2", "notspecified"))
    assert "bocage" in found.keywords
    assert {each.format: bool(each.unreadable) for each in found.resources} == {
        "gpkg": False, "wfs": False, "wms": True, "html": True,
    }  # fmt: skip
    assert found.best is not None
    assert found.best.format == "gpkg"


def test_a_box_elsewhere_finds_the_other_record(finder):
    results = finder.search(Query("haies", bbox=FAR), QgsFeedback())
    assert [each.id for each in results.found] == ["loin"]


def test_pages_follow_each_other_without_gap_nor_repetition(finder):
    pages = [finder.search(Query("remplissage", limit=5, start=start), QgsFeedback()) for start in (0, 5, 10)]
    assert {page.total for page in pages} == {12}
    assert [len(page.found) for page in pages] == [5, 5, 2]
    assert len({each.id for page in pages for each in page.found}) == 12


def test_what_is_restricted_is_shown_and_not_clipped_without_a_key(finder):
    results = finder.search(Query("réseaux redon"), QgsFeedback())
    assert [each.id for each in results.found] == ["restreint"]
    if isinstance(finder, Csw):
        assert results.found[0].restricted == "Accès restreint aux membres"


def test_no_word_that_breaks_xml_or_the_wildcard_breaks_the_search(finder):
    results = finder.search(Query("l'<haies&%_\\\""), QgsFeedback())
    assert [each.title for each in results.found if "haies" not in f"{each.title} {each.abstract}".lower()] == []


@pytest.mark.parametrize("protocol", ["wfs", "gpkg"])
def test_what_a_search_finds_is_clipped_as_native_clip_does(protocol, finder, redon, run, tmp_path):
    found = finder.search(Query("haies redon"), QgsFeedback()).found[0]
    resource = next(each for each in found.resources if each.format == protocol)
    layer = f"essai:{resource.id}" + ("|layername=surface" if protocol == "gpkg" else "")
    perimeter = quarter(redon, "surface", tmp_path, "EPSG:2154")
    result = run("clip", PERIMETER=perimeter, LAYERS=layer, CUT="cut", CRS="EPSG:2154")
    assert (result["LAYERS_DONE"], result["LAYERS_FAILED"]) == (1, 0), run.log
    theirs = natively(run, redon, "surface", perimeter, tmp_path)
    assert_same(read_gpkg(tmp_path / "result.gpkg", table_of(layer)), theirs, "EPSG:2154")
    row = recipe_of(tmp_path / "result.gpkg")[table_of(layer)]
    assert "Licence Ouverte" in row["licence"] or not isinstance(finder, Csw)


def test_a_record_that_is_no_more_is_told(finder):
    with pytest.raises(CatalogueError, match="disparu"):
        finder.entry("disparu!wfs.surface", QgsFeedback())


@pytest.mark.parametrize(
    ("body", "kind", "error"),
    [
        (b"<html><body>Connexion</body></html>", "text/html", ServerError),
        (b'<!DOCTYPE x [<!ENTITY e "x">]><csw:GetRecordsResponse xmlns:csw="c"/>', "application/xml", ServerError),
        (b"", "application/xml", NetworkError),
        (b"<a/>", "application/xml", ServerError),
    ],
    ids=["a page", "a DOCTYPE", "nothing", "something else"],
)
def test_a_catalogue_that_answers_something_else_is_an_error(body, kind, error, own):
    server = Server()
    try:
        server.always("/csw", reply(200, body, Content_Type=kind))
        own(f"essai:\n  title: Essai\n  csw: {server.url('/csw')}\n")
        with pytest.raises(error):
            platform_finders()["essai"].search(Query("haies"), QgsFeedback())
    finally:
        server.close()


# ---------------------------------------------------------------- the file
def test_adding_a_platform_is_one_block(own):
    own(
        "agglo:\n  title: Agglo\n  departements: ['35']\n  csw: https://sig.example.org/csw\n  targets: {wfst: 'https://sig.example.org/wfs'}\n"
    )
    known = {each.name: each for each in platforms()}
    assert known["agglo"].serves(territory("epci:243500139"))
    assert {"geobretagne", "datagrandest", "rennes_metropole", "datasud", "agglo"} <= set(known)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("agglo:\n  title: A\n  cws: https://x.org/csw\n", r"plateformes.yaml:3: agglo: .*cws.*csw"),
        ("agglo:\n  csw: https://x.org/csw\n", r"plateformes.yaml:1: agglo: .*title"),
        ("agglo:\n  title: A\n  csw: sig.example.org\n", r"agglo: csw: .*sig.example.org"),
        ("agglo:\n  title: A\n", r"agglo: .*csw, records"),
        ("agglo:\n  title: A\n  targets:\n    ogcapy: https://x.org/\n", r"yaml:4: agglo: targets: .*ogcapy.*ogcapi"),
        ("agglo:\n  title: A\n  targets: {ogcapi: x.org}\n", r"yaml:3: agglo: targets: ogcapi: .*x.org"),
        ("agglo:\n  title: A\n  targets: {ogcapi: {adress: 'https://x.org'}}\n", r"ogcapi: .*adress.*address"),
        ("agglo:\n  title: A\n  targets: https://x.org/\n", r"agglo: targets: "),
        ("agglo:\n  title: A\n  naming: {pattern: '['}\n  csw: https://x.org/\n", r"yaml:3: agglo: naming: "),
        ("agglo:\n  title: A\n  regions: 53\n  csw: https://x.org/\n", r"plateformes.yaml:3: agglo: regions"),
        ("Agglo 35:\n  title: A\n  csw: https://x.org/\n", r"Agglo 35: "),
        ("agglo: [\n", r"YAML"),
    ],
)
def test_a_wrong_block_is_told_with_file_line_and_key(text, said, own):
    own(text)
    with pytest.raises(CatalogueError, match=said):
        platforms()


def test_the_platforms_of_the_region_come_first():
    for code, first in (
        ("epci:243500139", "geobretagne"),
        ("departement:57", "datagrandest"),
        ("region:93", "datasud"),
    ):
        assert proposed(territory(code))[0].name == first


def test_the_shipped_addresses_are_those_of_the_endpoints(endpoints):
    endpoints(geobretagne="http://127.0.0.1:9")
    platform = next(each for each in platforms() if each.name == "geobretagne")
    assert platform.address("csw") == "http://127.0.0.1:9/geonetwork/srv/fre/csw"
    for each in platforms():
        for kind in ("csw", "records", "ckan"):
            if getattr(each, kind):
                assert each.address(kind).startswith("http")


def test_a_key_never_follows_a_link_that_leaves_the_platform(own):
    own("agglo:\n  title: A\n  csw: https://sig.example.org/csw\n  authcfg: abc1234\n")
    platform = next(each for each in platforms() if each.name == "agglo")
    here, there = resources_of("x", [
        Link("https://sig.example.org/wfs", "OGC:WFS", "a"), Link("https://elsewhere.org/wfs", "OGC:WFS", "b"),
    ])  # fmt: skip
    assert platform.entry(Found("agglo", "x", "X"), here).options["authcfg"] == "abc1234"
    assert "authcfg" not in platform.entry(Found("agglo", "x", "X"), there).options
