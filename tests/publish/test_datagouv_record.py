"""The description of a dataset of data.gouv.fr, on the strict stand-in of udata."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest
from qgis.core import QgsFeedback

from data_territoires_plugin.errors import DataTerritoiresError
from data_territoires_plugin.publish.records.journal import Act
from data_territoires_plugin.publish.records.probing import kind_of_catalogue
from data_territoires_plugin.publish.records.publication import Order, go_on, prepare, publish, take_back
from data_territoires_plugin.publish.sending import Interrupted
from tests.metadata.records import record
from tests.standins.udata import Account, UdataSite

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

KEY = "clef-inventee-0123456789"


@pytest.fixture
def site() -> Iterator[UdataSite]:
    made = UdataSite(Account(KEY), Account("autre", ("elsewhere",)))
    yield made
    made.stop()


@pytest.fixture
def dataset(site: UdataSite) -> dict[str, Any]:
    """As a colleague described it on the site: a draft, with a file, a territory and tags of their own."""
    made = site.add(
        "Les haies", tags=["a-la-main"], private=True, spatial={"zones": ["fr:epci:243500139"], "granularity": "other"},
        acronym="HAIES", frequency="weekly", extras={"note": "7"},
    )  # fmt: skip
    site.put(made, "haies.csv", b"id\n1\n")
    return made


@pytest.fixture
def order(site: UdataSite, header: Callable[[str, str], str]) -> Callable[..., Order]:
    def made(dataset: Any, key: str = KEY, **said: Any) -> Order:
        page = f"{site.root()}/datasets/{dataset['slug']}/"
        return Order(record(**said), "datagouv", page, header("X-API-KEY", key))

    return made


def published(order: Order, folder: Path) -> Any:
    return publish(prepare(order, QgsFeedback()), folder, QgsFeedback())


def test_what_the_layer_knows_is_written_and_the_rest_is_left(
    site: UdataSite, order: Any, dataset: Any, tmp_path: Path
) -> None:
    before = copy.deepcopy(site.datasets[dataset["id"]])
    done, _ = published(order(dataset), tmp_path)
    now = site.datasets[dataset["id"]]
    assert (done.action, done.verified) == (Act.REPLACE, True)
    assert (now["title"], now["license"]) == ("Haies du pays d’essai", "lov2")
    assert now["description"].startswith("Linéaires de haies")
    assert {"a-la-main", "bocage", "haie"} <= set(now["tags"])
    for name in ("private", "resources", "spatial", "acronym", "extras", "organization", "deleted", "slug"):
        assert now[name] == before[name], name
    again = prepare(order(dataset), QgsFeedback())
    assert again.action is Act.NOTHING


def test_undo_gives_back_the_description_as_it_was(site: UdataSite, order: Any, dataset: Any, tmp_path: Path) -> None:
    before = copy.deepcopy(site.datasets[dataset["id"]])
    _, journal = published(order(dataset), tmp_path)
    assert take_back(journal, QgsFeedback()).verified
    now = site.datasets[dataset["id"]]
    assert {**now, "last_modified": ""} == {**before, "last_modified": ""}
    assert KEY.encode() not in journal.read_bytes()


@pytest.mark.parametrize("after", [False, True], ids=["before it", "after it"])
def test_a_description_cut_on_its_way_is_resumed(
    site: UdataSite, order: Any, dataset: Any, tmp_path: Path, after: bool
) -> None:
    prepared = prepare(order(dataset), QgsFeedback())
    site.cut_at(1, after=after)
    with pytest.raises(Interrupted):
        publish(prepared, tmp_path, QgsFeedback())
    site.cut_at(0, after=after)
    (journal,) = tmp_path.glob("*.journal")
    assert go_on(journal, QgsFeedback()).verified
    assert site.datasets[dataset["id"]]["title"] == "Haies du pays d’essai"


def test_what_somebody_wrote_since_the_plan_is_not_written_over(
    site: UdataSite, order: Any, dataset: Any, tmp_path: Path
) -> None:
    prepared = prepare(order(dataset), QgsFeedback())
    site.datasets[dataset["id"]]["description"] = "Réécrite."
    with pytest.raises(DataTerritoiresError, match="Somebody else"):
        publish(prepared, tmp_path, QgsFeedback())
    assert site.datasets[dataset["id"]]["description"] == "Réécrite."


def test_a_harvested_a_foreign_and_a_missing_dataset_are_refused(site: UdataSite, order: Any, dataset: Any) -> None:
    harvested = site.add("Moissonné", harvest={"backend": "DCAT", "domain": "geobretagne.fr", "remote_id": "x"})
    with pytest.raises(DataTerritoiresError, match=r"geobretagne\.fr"):
        prepare(order(harvested), QgsFeedback())
    foreign = site.add("Ailleurs", "elsewhere")
    with pytest.raises(DataTerritoiresError, match="may not change"):
        prepare(order(foreign), QgsFeedback())
    with pytest.raises(DataTerritoiresError, match="no dataset"):
        prepare(order({"slug": "nulle-part"}), QgsFeedback())
    assert kind_of_catalogue(f"{site.root()}/datasets/{dataset['slug']}/", "", QgsFeedback()) == "datagouv"
