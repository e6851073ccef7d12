"""The catalogues of the country: filters, pages, the places around a territory, what is judged readable."""

from __future__ import annotations

import json

import pytest

from data_territoires_plugin.catalogue.remote import resolve
from data_territoires_plugin.catalogue.remote.datagouv import DataGouv
from data_territoires_plugin.catalogue.remote.found import Found, Query, Resource, id_of, table_of
from data_territoires_plugin.catalogue.remote.judging import format_of, judged, layer_named
from data_territoires_plugin.catalogue.remote.licences import licence
from data_territoires_plugin.catalogue.remote.registry import chosen, finders
from data_territoires_plugin.catalogue.remote.schemas import Schemas
from data_territoires_plugin.catalogue.remote.shipped import Shipped
from data_territoires_plugin.catalogue.remote.transport import Transport
from data_territoires_plugin.errors import CatalogueError, NetworkError
from data_territoires_plugin.territory import territory
from tests.standins.datagouv import Dataset, File

pytestmark = pytest.mark.usefixtures("qgis_app")


@pytest.fixture(autouse=True)
def _world(tmp_path, monkeypatch):
    monkeypatch.setenv("DATA_TERRITOIRES_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("DATA_TERRITOIRES_OFFLINE", raising=False)


@pytest.fixture
def feedback():
    from qgis.core import QgsFeedback

    return QgsFeedback()


def file(number, kind="geojson", **more):
    resource_id = f"{number:08d}-0000-4000-8000-000000000000"
    return File(resource_id, f"Fichier {number}", kind, url=f"https://e.org/{number}", **more)


def dataset(number, *files, **more):
    return Dataset(f"{number:024x}", more.pop("title", f"Jeu {number}"), files or (file(number),), **more)


@pytest.fixture
def site(catalogues, endpoints):
    def serve(*datasets, **options):
        server = catalogues("datagouv", datasets, **options)
        endpoints(datagouv=server.url)
        return server

    return serve


# ---------------------------------------------------------------- data.gouv.fr
def test_pages_put_end_to_end_give_every_dataset_once(site, feedback):
    zones = [("fr:epci:243500139",), ("fr:departement:35",), ("fr:region:53",), ("country:fr",), ("fr:commune:75056",)]
    site(*(dataset(n, title=f"Arbres {n}", zones=zones[n % 5]) for n in range(60)))
    finder, rennes = DataGouv(), territory("epci:243500139")
    seen, start = [], 0
    while True:
        results = finder.search(Query("arbres", territory=rennes, limit=7, start=start), feedback)
        assert results.total == 48
        if not results.found:
            break
        seen += [int(each.id, 16) for each in results.found]
        start += 7
    assert len(seen) == len(set(seen)) == 48
    # The territory first, then around it, the country last; nothing of elsewhere.
    assert [n % 5 for n in seen] == sorted(n % 5 for n in seen)


def test_a_dataset_of_several_zones_is_counted_once(site, feedback):
    site(dataset(1, zones=("fr:epci:243500139", "fr:departement:35")), dataset(2, zones=("fr:departement:35",)))
    results = DataGouv().search(Query("jeu", territory=territory("epci:243500139")), feedback)
    assert [int(each.id, 16) for each in results.found] == [1, 2]
    assert results.total == 2


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"format": "csv"}, {1}),
        ({"licence": "odc-odbl"}, {2}),
        ({"schema": "etalab/schema-bal"}, {3}),
        ({"theme": "mobilite"}, {4}),
        ({"producer": "Agglo du Pays"}, {5}),
        ({"words": "recherche accentuee"}, {6}),
    ],
)
def test_each_filter_reaches_the_site(site, feedback, asked, expected):
    site(
        dataset(1, file(1, "csv")), dataset(2, licence="odc-odbl"), dataset(3, file(3, schema="etalab/schema-bal")),
        dataset(4, tags=("mobilite",)), dataset(5, organization="Agglo du Pays"),
        dataset(6, title="Recherché accentuée"),
    )  # fmt: skip
    results = DataGouv().search(Query(**asked), feedback)
    assert {int(each.id, 16) for each in results.found} == expected
    assert bool(results.ignored) == ("producer" in asked)


def test_the_best_file_of_a_dataset_comes_first(site, feedback):
    files = (file(1, "pdf"), file(2, "csv"), file(3, "gpkg"), file(4, "xlsx", type="documentation"), file(5, "gtfs"))
    site(dataset(1, *files))
    (found,) = DataGouv().search(Query("jeu"), feedback).found
    assert found.best.format == "gpkg"
    assert [each.format for each in found.resources if not each.unreadable] == ["gpkg", "gtfs", "gtfs", "csv"]
    assert {each.format for each in found.resources if each.unreadable} == {"pdf", "xlsx"}


def test_more_resources_than_a_page_all_come(site, feedback):
    site(dataset(1, *(file(n) for n in range(130))))
    (found,) = DataGouv().search(Query("jeu"), feedback).found
    assert len(found.resources) == 130


def test_a_search_too_deep_is_refused_with_advice(site, feedback):
    site(dataset(1))
    with pytest.raises(CatalogueError, match="10000"):
        DataGouv().search(Query("jeu", start=9_990), feedback)


def test_an_answer_that_is_not_what_the_site_promises_is_an_error(site, feedback):
    server = site(dataset(1))
    server.fault("html", times=-1)
    with pytest.raises(NetworkError):
        DataGouv().search(Query("jeu"), feedback)


def test_what_the_site_refuses_is_not_hidden_by_what_was_kept(site, feedback):
    server = site(dataset(1))
    DataGouv().entry(file(1).id, feedback)
    server.fault("status", times=-1, status=410)
    with pytest.raises(CatalogueError, match="not any more"):
        DataGouv().entry(file(1).id, feedback)


def test_a_recorded_dataset_is_read(shared):
    from data_territoires_plugin.catalogue.remote.datagouv import found_of

    row = json.loads((shared / "recorded/datagouv/dataset_metadata.json").read_text(encoding="utf-8"))
    resource = json.loads((shared / "recorded/datagouv/resource_metadata_api2.json").read_text(encoding="utf-8"))
    found = found_of(row, [resource["resource"]])
    assert (found.producer, found.licence.id, found.restricted) == ("data.gouv.fr", "lov2", "")
    assert found.best.format == "csv"
    assert found.best.size == 1_643_394
    assert found.best.url.endswith(f"/r/{resource['resource']['id']}")


# ---------------------------------------------------------------- transport, schemas, the shipped catalogue
@pytest.fixture
def networks(catalogues, endpoints, tmp_path):
    archive = tmp_path / "a.zip"
    archive.write_bytes(b"PK")

    def network(number, covered):
        resource = {"id": number, "title": "gtfs", "format": "GTFS", "is_available": True, "path": str(archive)}
        return {
            "datagouv_id": f"{number:024x}", "id": f"{number:024x}", "title": f"Réseau {number}", "licence": "odc-odbl",
            "type": "public-transit", "publisher": {"name": "AOM"}, "covered_area": covered,
            "page_url": "https://transport.data.gouv.fr", "updated": "2026-01-01T00:00:00Z",
            "resources": [resource],
        }  # fmt: skip

    server = catalogues(
        "transport",
        [
            network(1, [{"type": "region", "insee": "53", "nom": "Bretagne"}]),
            network(2, [{"type": "epci", "insee": "243500139", "nom": "Rennes Métropole"}]),
            network(3, [{"type": "region", "insee": "93", "nom": "PACA"}]),
        ],
    )
    endpoints(transport=server.url)
    return server


def test_the_networks_of_the_territory_come_before_those_around_it(networks, feedback):
    results = Transport().search(Query("réseau", territory=territory("epci:243500139")), feedback)
    assert [int(each.id, 16) for each in results.found] == [2, 1]
    assert [each.id for each in results.found[0].resources] == ["2", "2-lignes"]


def test_the_list_of_networks_is_fetched_again_only_where_it_changed(networks, feedback):
    for _ in range(2):
        assert Transport().search(Query("réseau"), feedback).total == 3
    assert [each.status for each in networks.log()] == [200, 304]


def test_a_national_layer_answers_by_its_usual_name(networks, feedback):
    (found,) = Transport().search(Query("covoiturage"), feedback).found
    entry = Transport().entry(found.best.id, feedback)
    assert entry.layer == f"{networks.url}/geo-query?data=bnlc"
    with pytest.raises(CatalogueError, match="no resource"):
        Transport().entry("geo-query-bnl", feedback)


def test_a_schema_gives_its_national_dataset_then_the_others(site, catalogues, endpoints, feedback):
    national = dataset(1, file(1, "csv", schema="etalab/schema-zfe"))
    site(dataset(2, file(2, "geojson", schema="etalab/schema-zfe")), national)
    listed = [
        {"name": "etalab/schema-zfe", "title": "Zones à faibles émissions", "consolidation_dataset_id": f"{1:024x}"},
        {"name": "etalab/schema-bal", "title": "Base Adresse Locale"},
    ]
    endpoints(schema_datagouv=catalogues("schema_datagouv", listed).url)
    results = Schemas().search(Query("faibles émissions"), feedback)
    assert [int(each.id, 16) for each in results.found] == [1, 2]
    assert {each.source for each in results.found} == {"schema"}
    with pytest.raises(CatalogueError, match="No schema"):
        Schemas().search(Query("zzz"), feedback)


def test_the_recorded_list_of_schemas_is_read(shared, catalogues, endpoints, feedback):
    recorded = json.loads((shared / "recorded/schema-datagouv/schemas.json").read_text(encoding="utf-8"))["schemas"]
    endpoints(schema_datagouv=catalogues("schema_datagouv", recorded).url)
    schemas, _ = Schemas().schemas(feedback)
    assert len(schemas) == len(recorded) == 95
    assert {each.name for each in schemas if each.consolidation} >= {"etalab/schema-zfe"}


def test_the_shipped_catalogue_answers_with_its_own_ids(feedback):
    results = Shipped().search(Query("batiment"), feedback)
    assert "bdtopo_batiment" in {each.resources[0].id for each in results.found}
    assert not Shipped().search(Query("zzzzz"), feedback).found


# ---------------------------------------------------------------- rules
@pytest.mark.parametrize(
    ("written", "url", "expected"),
    [
        ("esri shapefile (shp)", "https://e.org/x", "shp"),
        ("GeoPackage", "https://e.org/x", "gpkg"),
        ("ogc:wfs", "https://e.org/x", "wfs"),
        ("", "https://e.org/ows?service=WFS&request=GetCapabilities", "wfs"),
        ("zip", "https://e.org/a.geojson.zip", "geojson"),
        ("zip", "https://e.org/a.zip", "zip"),
        ("csv.gz", "https://e.org/a.csv.gz", "csv"),
        ("", "https://e.org/collections/arbre/items", "ogcapi"),
        ("json", "https://e.org/arbres.geojson", "geojson"),
        ("GTFS", "https://e.org/x", "gtfs"),
        ("gtfs-rt", "https://e.org/x", "gtfs-rt"),
        ("pdf", "https://e.org/x", "pdf"),
    ],
)
def test_a_format_is_known_however_it_is_written(written, url, expected):
    assert format_of(written, url) == expected


def test_a_link_to_a_service_becomes_its_layer():
    url = "https://e.org/ows?map=a.map&SERVICE=WFS&REQUEST=GetFeature&TYPENAME=ms:arbre&outputFormat=csv"
    resource = judged(Resource("1", "Arbres", url, format_of("wfs", url)))
    assert (resource.service, resource.layer) == ("wfs", "ms:arbre")
    from data_territoires_plugin.catalogue.remote.entries import entry_of

    entry = entry_of(Found("datagouv", "a", "Arbres", licence=licence("lov2")), resource)
    assert entry.layer == "https://e.org/ows?map=a.map&typename=ms:arbre"
    assert layer_named("https://e.org/ows?service=WFS&typenames=a,b", "wfs") == ""
    whole = judged(Resource("1", "Arbres", "https://e.org/ows?service=WFS", "wfs"))
    assert (whole.service, bool(whole.unreadable)) == ("", True)


def test_sales_bear_the_conditions_of_their_producer(site, feedback):
    site(Dataset("5c4ae55a634f4117716d5656", "Demandes de valeurs foncières", (file(1),)))
    (found,) = DataGouv().search(Query("valeurs"), feedback).found
    assert "re-identify" in found.warning
    assert "re-identify" in DataGouv().entry(file(1).id, feedback).conditions


@pytest.mark.parametrize("name", ["datagouv:eb76d20a-8501", "geobretagne:a/b%21é~|x!wfs", "transport:81234-lignes"])
def test_the_name_of_a_table_gives_its_id_back(name):
    table = table_of(name)
    assert id_of(table) == name
    assert not set(table) & set(':/\\|?*"<>% ')
    assert resolve.is_remote(table) is (name.partition(":")[0] in finders())


@pytest.mark.parametrize("name", ["bdtopo_batiment", "sup_assiette_sup_s"])
def test_a_name_of_the_shipped_catalogue_stays_as_it_is(name):
    assert id_of(name) == name
    assert not resolve.is_remote(name)


def test_catalogues_are_chosen_by_name():
    assert set(chosen("datagouv, transport")) == {"datagouv", "transport"}
    assert {"catalogue", "datagouv", "transport"} <= set(chosen("all"))
    assert "schema" not in chosen("all")
    assert not {"catalogue", "datagouv", "transport", "schema"} & set(chosen("csw"))
    with pytest.raises(CatalogueError, match="datagouv"):
        chosen("datagov")


def test_a_licence_keeps_its_name():
    assert licence("lov2").title == "Licence Ouverte 2.0"
    assert licence("odc-odbl").id == "odbl"
    assert licence("Licence maison", "https://e.org").title == "Licence maison"
    assert licence("notspecified", "https://e.org").url == "https://e.org"


# ---------------------------------------------------------------- GeoParquet
@pytest.mark.parametrize("there", [False, True])
def test_geoparquet_is_offered_where_gdal_reads_it_and_another_form_is_preferred_where_it_does_not(there, monkeypatch):
    from data_territoires_plugin import parquet
    from data_territoires_plugin.catalogue.remote.found import Found, Resource
    from data_territoires_plugin.catalogue.remote.judging import judged, rank

    monkeypatch.setattr(parquet, "is_read", lambda: there)
    written = (("csv", "table.csv"), ("parquet", "zones.parquet"))
    resources = [judged(Resource(name, name, f"https://example.org/{name}", kind)) for kind, name in written]
    best = Found("datagouv", "a", "Zones", resources=tuple(sorted(resources, key=rank))).best
    assert best.format == ("parquet" if there else "csv")
    said = next(each.unreadable for each in resources if each.format == "parquet")
    assert ("Parquet driver" in said) is not there


def test_a_geoparquet_that_can_not_be_read_says_what_to_do(monkeypatch, tmp_path):
    from data_territoires_plugin import parquet
    from data_territoires_plugin.errors import SourceError
    from data_territoires_plugin.sources.local import layers_of
    from data_territoires_plugin.sources.unpack import opened

    monkeypatch.setattr(parquet, "is_read", lambda: False)
    path = tmp_path / "recu"
    path.write_bytes(b"PAR1" + bytes(20) + b"PAR1")  # without its ending, as some sites give it
    named = tmp_path / "zones.geoparquet"
    named.write_bytes(path.read_bytes())
    for read in (lambda: opened(path, "recu", "", lambda: None), lambda: layers_of(named)):
        with pytest.raises(SourceError, match="which this QGIS can't read") as refused:
            read()
        assert "GeoPackage" in refused.value.hint
