"""A dataset of data.gouv.fr: a strict stand-in of udata; GDAL and the csv module are the independent readers."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import pytest
from osgeo import gdal, ogr
from qgis.core import QgsFeedback, QgsVectorLayer

from data_territoires_plugin.errors import DataTerritoiresError, ServerError
from data_territoires_plugin.publish.plan import Mode
from data_territoires_plugin.publish.probing import kind_of
from data_territoires_plugin.publish.publication import ColumnsWouldGo, Order, go_on, prepare, publish, take_back
from data_territoires_plugin.publish.sending import Interrupted
from tests.standins.udata import Account, UdataSite

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

FIELDS = "id_public:string(40), essence:string(40), hauteur:double, rang:integer, planté:date"
KEY = "clef-inventee-0123456789"
OAK, BEECH = ("A1", 350000.5, "chêne", 12.5, 7, "2020-02-29"), ("A2", 350010.25, "hêtre", None, None, None)
ASH = ("A1", 350000.5, "frêne", 1.0, 8, None)


@pytest.fixture
def site() -> Iterator[UdataSite]:
    made = UdataSite(Account(KEY), Account("autre", ("elsewhere",)), Account("deux", ("ville-de-rennes", "metropole")))
    yield made
    made.stop()


@pytest.fixture
def order(site: UdataSite, header: Callable[[str, str], str]) -> Callable[..., Order]:
    def made(layer: Any, collection: str = "", key: str = KEY, **more: Any) -> Order:
        authcfg = header("X-API-KEY", key)
        return Order(layer, "datagouv", site.url, collection, "id_public", authcfg=authcfg, **more)

    return made


def trees(layer: Any, *rows: tuple, flat: bool = False) -> QgsVectorLayer:
    made = [("" if flat else f"POINT({x} 6789000.125)", *((key, *rest))) for key, x, *rest in rows]
    vector = layer("None" if flat else "Point", "EPSG:2154", FIELDS, made)
    metadata = vector.metadata()
    metadata.setTitle("Arbres de Rennes")
    metadata.setAbstract("Les arbres d'alignement.")
    metadata.setLicenses(["Licence Ouverte 2.0"])
    metadata.setKeywords({"gmd:topicCategory": ["Arbre", "Végétation urbaine", "à"]})
    vector.setMetadata(metadata)
    return vector


def published(order: Order, folder: Path) -> tuple[Any, Path]:
    return publish(prepare(order, QgsFeedback()), folder, QgsFeedback())


def rows_of(content: bytes, name: str = "held.gpkg") -> list[tuple]:
    gdal.FileFromMemBuffer(f"/vsimem/{name}", content)
    data = ogr.Open(f"/vsimem/{name}")
    found = sorted(
        (f["id_public"], f["essence"], f["hauteur"], f.GetGeometryRef().ExportToWkt()) for f in data.GetLayer(0)
    )
    del data
    gdal.Unlink(f"/vsimem/{name}")
    return found


def kinds(site: UdataSite, dataset: Any) -> list[str]:
    return [row[1] for row in rows_of(site.content(site.held(dataset)[0]))]


@pytest.fixture
def dataset(site: UdataSite, order: Any, layer: Any, tmp_path: Path) -> dict[str, Any]:
    """A public dataset with a file that we once published, and another of somebody else."""
    made = site.add("Arbres de la ville", tags=["arbre", "open-data"], description="Écrite à la main.")
    site.put(made, "notice.pdf", b"%PDF", type="documentation")
    first = tmp_path / "first"
    first.mkdir()
    published(order(trees(layer, OAK, BEECH), made["id"]), first)
    return made


def test_a_first_publication_is_a_draft_that_says_what_it_is(
    site: UdataSite, order: Any, layer: Any, tmp_path: Path
) -> None:
    wanted = order(
        trees(layer, OAK, BEECH), zones=("commune:35238", "iris:352380101"), schema="etalab/schema-arbres@1.0"
    )
    result, _ = published(wanted, tmp_path)
    (made,) = site.datasets.values()
    assert (result.created, result.failed, result.there, result.verified) == (2, (), 2, True)
    assert (made["private"], made["title"], made["license"]) == (True, "Arbres de Rennes", "lov2")
    assert (made["organization"], made["tags"]) == ("ville-de-rennes", ["arbre", "vegetation-urbaine"])
    assert made["spatial"]["zones"] == ["fr:commune:35238"]
    (resource,) = made["resources"]
    assert (resource["title"], resource["type"], resource["format"]) == ("Arbres de Rennes", "main", "gpkg")
    assert resource["schema"] == {"name": "etalab/schema-arbres", "version": "1.0", "url": None}
    assert rows_of(site.content(resource)) == [
        ("A1", "chêne", 12.5, "POINT (350000.5 6789000.125)"),
        ("A2", "hêtre", None, "POINT (350010.25 6789000.125)"),
    ]
    said = " ".join(result.notes)
    assert result.named == f"{made['id']}/{resource['id']}"
    assert result.named in said
    again, _ = published(order(trees(layer, ASH, BEECH), result.named), tmp_path)
    assert (again.replaced, again.named, len(site.datasets)) == (1, "", 1)
    assert "draft" in said
    assert "iris:352380101" in said


def test_a_dataset_is_public_only_when_asked_and_once_it_was_read_back(
    site: UdataSite, order: Any, layer: Any, tmp_path: Path
) -> None:
    published(order(trees(layer, OAK), public=True), tmp_path)
    (made,) = site.datasets.values()
    assert made["private"] is False
    order_of = [f"{each.method} {each.path}" for each in site.log()]
    made_public = max(at for at, what in enumerate(order_of) if what == f"PUT /api/1/datasets/{made['id']}/")
    assert any("/static/" in what for what in order_of[:made_public])


def test_a_file_is_replaced_in_place_and_nothing_else_is_touched(
    site: UdataSite, order: Any, layer: Any, tmp_path: Path, dataset: Any
) -> None:
    before = {**dataset, "resources": [dict(each) for each in site.held(dataset)]}
    site.held(dataset)[0]["title"] = "Les arbres (GeoPackage)"
    elm = ("A3", 350020.0, "orme", 3.0, None, None)
    result, _ = published(order(trees(layer, ASH, elm), f"{dataset['id']}/{site.held(dataset)[0]['id']}"), tmp_path)
    assert (result.created, result.replaced, result.deleted, result.there) == (1, 1, 0, 3)
    ours, notice = site.held(dataset)
    assert (ours["id"], ours["title"]) == (before["resources"][0]["id"], "Les arbres (GeoPackage)")
    assert kinds(site, dataset) == ["frêne", "hêtre", "orme"]
    assert notice == before["resources"][1]
    now = site.datasets[dataset["id"]]
    for name in ("title", "description", "tags", "private", "license", "deleted"):
        assert now[name] == before[name], name


def test_only_the_file_that_can_be_compared_is_taken_without_being_named(
    site: UdataSite, order: Any, layer: Any, tmp_path: Path, dataset: Any
) -> None:
    result, _ = published(order(trees(layer, OAK, BEECH), dataset["slug"]), tmp_path)
    assert (result.unchanged, result.there) == (2, 2)
    site.put(dataset, "autre.csv", b"id_public\nA1\n")
    with pytest.raises(DataTerritoiresError, match="several files"):
        prepare(order(trees(layer, OAK), dataset["id"]), QgsFeedback())


def test_undo_puts_the_former_file_back_under_the_same_identifier(
    site: UdataSite, order: Any, layer: Any, tmp_path: Path, dataset: Any
) -> None:
    was = dict(site.held(dataset)[0])
    content = site.content(was)
    _, journal = published(order(trees(layer, ASH), dataset["id"]), tmp_path)
    undone = take_back(journal, QgsFeedback())
    now = site.held(dataset)[0]
    assert (undone.failed, undone.verified) == ((), True)
    assert (site.content(now), now["id"], now["title"]) == (content, was["id"], was["title"])


def test_undo_of_a_first_publication_puts_the_dataset_in_the_bin(
    site: UdataSite, order: Any, layer: Any, tmp_path: Path
) -> None:
    _, journal = published(order(trees(layer, OAK)), tmp_path)
    assert take_back(journal, QgsFeedback()).verified
    (made,) = site.datasets.values()
    assert made["deleted"]


def test_undo_of_an_added_file_leaves_the_dataset_and_its_other_files(
    site: UdataSite, order: Any, layer: Any, tmp_path: Path
) -> None:
    made = site.add("Arbres")
    notice = site.put(made, "notice.pdf", b"%PDF", type="documentation")
    _, journal = published(order(trees(layer, OAK), made["id"]), tmp_path)
    assert [each["format"] for each in site.held(made)] == ["gpkg", "pdf"]
    assert take_back(journal, QgsFeedback()).verified
    assert (site.held(made), site.datasets[made["id"]]["deleted"]) == ([notice], None)


def test_what_somebody_replaced_since_the_plan_is_not_written_over(
    site: UdataSite, order: Any, layer: Any, tmp_path: Path, dataset: Any
) -> None:
    prepared = prepare(order(trees(layer, ASH), dataset["id"]), QgsFeedback())
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    published(order(trees(layer, ("A2", 350010.25, "tilleul", 4.0, None, None)), dataset["id"]), theirs)
    with pytest.raises(DataTerritoiresError, match="somebody else"):
        publish(prepared, tmp_path, QgsFeedback())
    assert kinds(site, dataset) == ["chêne", "tilleul"]


def test_what_somebody_changed_since_is_left_by_undo(
    site: UdataSite, order: Any, layer: Any, tmp_path: Path, dataset: Any
) -> None:
    yew = ("A2", 350010.25, "if", 2.0, None, None)
    _, journal = published(order(trees(layer, ASH, yew), dataset["id"]), tmp_path)
    published(order(trees(layer, ("A2", 350010.25, "tilleul", 4.0, None, None)), dataset["id"]), tmp_path)
    assert [entry.key for entry in take_back(journal, QgsFeedback()).failed] == ["A2"]
    assert kinds(site, dataset) == ["chêne", "tilleul"]


@pytest.mark.parametrize("first", [True, False], ids=["new dataset", "file replaced"])
def test_a_publication_whose_answer_is_lost_at_any_writing_is_resumed_and_undone(
    site: UdataSite, order: Any, layer: Any, tmp_path: Path, request: pytest.FixtureRequest, first: bool
) -> None:
    """The line is cut once the site has done what it was asked: what was cut before a writing is cut after another."""
    dataset = None if first else request.getfixturevalue("dataset")
    others = len(site.datasets)
    was = None if first else site.content(site.held(dataset)[0])
    cuts = 0
    for number in range(1, 9):
        folder = tmp_path / str(number)
        folder.mkdir()
        wanted = order(trees(layer, ASH), dataset["id"] if dataset else "", public=True)
        prepared = prepare(wanted, QgsFeedback())
        site.cut_at(number, after=True)
        try:
            publish(prepared, folder, QgsFeedback())
        except Interrupted:
            cuts += 1
        whole = not site.dark
        site.cut_at(0, after=True)
        (journal,) = folder.glob("*.journal")
        result = go_on(journal, QgsFeedback())
        assert (result.verified, result.there, bool(result.named)) == (True, 1 if first else 2, first)
        live = [each for each in site.datasets.values() if not each["deleted"]]
        made = dataset or live[-1]
        assert len(live) == others + first  # never a duplicate
        assert kinds(site, made)[0] == "frêne"
        assert site.datasets[made["id"]]["private"] is False
        assert len(site.held(made)) == (1 if first else 2)
        assert site.held(made)[0]["title"] == "Arbres de Rennes"
        assert take_back(journal, QgsFeedback()).verified
        if first:
            assert not [each for each in site.datasets.values() if not each["deleted"]]
        else:
            assert rows_of(site.content(site.held(dataset)[0])) == rows_of(was)
        if whole:
            break
    assert whole
    assert cuts == number - 1 >= (3 if first else 2)


def test_an_undo_whose_answer_is_lost_at_any_writing_is_done_again(
    site: UdataSite, order: Any, layer: Any, tmp_path: Path, dataset: Any
) -> None:
    was = site.content(site.held(dataset)[0])
    for number in (1, 2):
        folder = tmp_path / str(number)
        folder.mkdir()
        _, journal = published(order(trees(layer, ASH), dataset["id"]), folder)
        site.cut_at(number, after=True)
        with pytest.raises(DataTerritoiresError):
            take_back(journal, QgsFeedback())
        site.cut_at(0, after=True)
        assert take_back(journal, QgsFeedback()).verified
        assert site.content(site.held(dataset)[0]) == was
        assert site.held(dataset)[0]["title"] == "Arbres de Rennes"


@pytest.mark.parametrize("fault", ["truncated", "forgotten"])
def test_a_2xx_is_not_believed(
    site: UdataSite, order: Any, layer: Any, tmp_path: Path, dataset: Any, fault: str
) -> None:
    was = site.content(site.held(dataset)[0])
    site.fault(fault)
    with pytest.raises(DataTerritoiresError, match="not the one that was sent"):
        published(order(trees(layer, ASH), dataset["id"]), tmp_path)
    (journal,) = tmp_path.glob("*.journal")
    assert go_on(journal, QgsFeedback()).verified
    assert kinds(site, dataset) == ["frêne", "hêtre"]
    assert take_back(journal, QgsFeedback()).verified
    assert rows_of(site.content(site.held(dataset)[0])) == rows_of(was)


def test_a_draft_that_is_not_stored_as_it_was_sent_stays_unseen(
    site: UdataSite, order: Any, layer: Any, tmp_path: Path
) -> None:
    site.fault("truncated")
    with pytest.raises(DataTerritoiresError):
        published(order(trees(layer, OAK), public=True), tmp_path)
    (made,) = site.datasets.values()
    assert made["private"] is True


def test_a_bad_key_no_key_and_no_right_are_told(site: UdataSite, order: Any, layer: Any, dataset: Any) -> None:
    made = trees(layer, OAK)
    with pytest.raises(ServerError, match="credentials"):
        prepare(order(made, key="perdue"), QgsFeedback())
    with pytest.raises(ServerError, match="credentials"):
        prepare(Order(made, "datagouv", site.url, dataset["id"], "id_public"), QgsFeedback())
    with pytest.raises(DataTerritoiresError, match="may not change"):
        prepare(order(made, dataset["id"], key="autre"), QgsFeedback())
    with pytest.raises(DataTerritoiresError, match="several organizations"):
        prepare(order(made, key="deux"), QgsFeedback())
    with pytest.raises(DataTerritoiresError, match="no dataset"):
        prepare(order(made, "nulle-part"), QgsFeedback())


def test_a_harvested_a_deleted_and_a_linked_dataset_are_refused(site: UdataSite, order: Any, layer: Any) -> None:
    harvested = site.add("Moissonné", harvest={"backend": "DCAT", "domain": "geobretagne.fr", "remote_id": "x"})
    with pytest.raises(DataTerritoiresError, match=r"geobretagne\.fr.*source platform"):
        prepare(order(trees(layer, OAK), harvested["id"]), QgsFeedback())
    deleted = site.add("Supprimé", deleted="2026-01-01T00:00:00+00:00")
    with pytest.raises(DataTerritoiresError, match="was deleted"):
        prepare(order(trees(layer, OAK), deleted["id"]), QgsFeedback())
    linked = site.add("Lié")
    link = site.put(linked, "lien.gpkg", b"", filetype="remote")
    with pytest.raises(DataTerritoiresError, match="is a link"):
        prepare(order(trees(layer, OAK), f"{linked['id']}/{link['id']}"), QgsFeedback())


def test_a_second_dataset_of_the_same_title_is_not_made(
    site: UdataSite, order: Any, layer: Any, tmp_path: Path
) -> None:
    twin = site.add("arbres de rennes ")
    with pytest.raises(DataTerritoiresError, match=twin["id"]):
        published(order(trees(layer, OAK)), tmp_path)
    assert list(site.datasets) == [twin["id"]]


def test_a_table_is_published_as_csv_and_a_published_csv_stays_one(
    site: UdataSite, order: Any, layer: Any, tmp_path: Path
) -> None:
    published(order(trees(layer, OAK, BEECH, flat=True)), tmp_path)
    (made,) = site.datasets.values()
    (resource,) = made["resources"]
    assert resource["format"] == "csv"
    read = list(csv.DictReader(io.StringIO(site.content(resource).decode())))
    assert [dict(row) for row in read] == [
        {"id_public": "A1", "essence": "chêne", "hauteur": "12.5", "rang": "7", "planté": "2020-02-29"},
        {"id_public": "A2", "essence": "hêtre", "hauteur": "", "rang": "", "planté": ""},
    ]
    site.put(made, "arbres.csv", site.content(resource).replace(b",", b";"), id=resource["id"])
    result, _ = published(order(trees(layer, ASH, BEECH), made["id"], mode=Mode.MIRROR), tmp_path)
    assert (result.replaced, result.unchanged, result.verified) == (1, 1, True)
    assert b"A1;fr\xc3\xaane;1.0;8;" in site.content(made["resources"][0])


def test_a_published_geojson_stays_one_in_degrees(site: UdataSite, order: Any, layer: Any, tmp_path: Path) -> None:
    made = site.add("Arbres")
    text = (
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id_public":"A1","essence":"2020-02-29",'
        '"hauteur":1.5,"rang":1,"planté":null},"geometry":{"type":"Point","coordinates":[-1.7,48.1]}}]}'
    )
    site.put(made, "arbres.geojson", text.encode())
    result, _ = published(order(trees(layer, OAK, ("A2", 350010.25, "2021-01-01", 1.0, 1, None)), made["id"]), tmp_path)
    assert (result.replaced, result.created, result.failed, result.verified) == (1, 1, (), True)
    (resource,) = made["resources"]
    found = rows_of(site.content(resource), "held.geojson")
    assert [row[0] for row in found] == ["A1", "A2"]
    assert found[0][3].startswith("POINT (-1.7052")


def test_a_file_of_several_layers_and_columns_that_would_go_stop_everything(
    site: UdataSite, order: Any, layer: Any, tmp_path: Path, dataset: Any
) -> None:
    poorer = layer("Point", "EPSG:2154", "id_public:string(40)", [("POINT(350000.5 6789000.125)", "A1")])
    with pytest.raises(ColumnsWouldGo):
        published(order(poorer, dataset["id"]), tmp_path)
    several = tmp_path / "several.gpkg"
    made = ogr.GetDriverByName("GPKG").CreateDataSource(str(several))
    for name in ("un", "deux"):
        made.CreateLayer(name)
    made = None
    site.put(dataset, "arbres.gpkg", several.read_bytes(), id=site.held(dataset)[0]["id"])
    with pytest.raises(DataTerritoiresError, match="2 layers"):
        prepare(order(trees(layer, OAK), dataset["id"]), QgsFeedback())


def test_a_large_file_goes_in_parts(
    site: UdataSite, order: Any, layer: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data_territoires_plugin.publish.deposits.udata.PART", 30_000)
    site._largest = 40_000
    result, _ = published(order(trees(layer, OAK, BEECH)), tmp_path)
    assert result.verified
    assert sum(each.path.endswith("/upload/") for each in site.log()) > 3


def test_the_key_goes_to_the_api_alone_and_is_written_nowhere(
    site: UdataSite, order: Any, layer: Any, tmp_path: Path, dataset: Any
) -> None:
    published(order(trees(layer, ASH), dataset["id"]), tmp_path)
    assert all(KEY not in str(each.headers) for each in site.log() if each.path.startswith("/static/"))
    assert all(each.headers["x-api-key"] == KEY for each in site.log() if each.path.startswith("/api/"))
    assert all(KEY.encode() not in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


def test_the_site_is_known_by_asking(site: UdataSite) -> None:
    assert kind_of(f"{site.root()}/datasets/arbres/", "", QgsFeedback()) == "datagouv"
