"""The addresses of a commune, on a strict stand-in of the deposit API; the csv module is the independent reader."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from qgis.core import QgsFeedback

from data_territoires_plugin.errors import DataTerritoiresError, ServerError
from data_territoires_plugin.publish.plan import Mode
from data_territoires_plugin.publish.publication import Order, go_on, prepare, publish, take_back
from data_territoires_plugin.publish.sending import Interrupted
from tests.standins.bal_deposit import BalDepositApi

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

CODE, TOKEN, CLIENT = "35238", "jeton-invente-987", "Rennes Métropole"
COLUMNS = (
    "id_ban_adresse", "commune_insee", "commune_nom", "toponyme", "numero", "suffixe", "position", "x", "y", "long",
    "lat", "source", "date_der_maj", "certification_commune",
)  # fmt: skip
FIELDS = (
    "id_ban_adresse:string, commune_insee:string, commune_nom:string, toponyme:string, numero:integer, suffixe:string,"
    " position:string, x:double, y:double, long:double, lat:double, source:string, date_der_maj:date,"
    " certification_commune:integer"
)


@pytest.fixture
def api() -> Iterator[BalDepositApi]:
    made = BalDepositApi(
        {TOKEN: CLIENT, "strict": "Petite Commune", "off": "Éteint"}, strict=("Petite Commune",), off=("Éteint",)
    )
    yield made
    made.stop()


@pytest.fixture
def order(api: BalDepositApi, header: Callable[[str, str], str]) -> Callable[..., Order]:
    def made(layer: Any, collection: str = CODE, token: str = TOKEN, **more: Any) -> Order:
        authcfg = header("Authorization", f"Token {token}")
        return Order(layer, "bal", api.url, collection, "id_ban_adresse", authcfg=authcfg, **more)

    return made


def address(number: int, street: str = "Rue de Nantes", code: str = CODE) -> tuple:
    x, y = 350_000 + number, 6_789_000.25
    values = (
        f"id-{number}",
        code,
        "Rennes",
        street,
        number,
        None,
        "entrée",
        float(x),
        y,
        -1.68,
        48.1,
        "Rennes",
        "2026-03-01",
        1,
    )
    return (f"POINT({x} {y})", *values)


def addresses(layer: Any, *rows: tuple) -> Any:
    return layer("Point", "EPSG:2154", FIELDS, list(rows))


def streets(content: bytes) -> dict[str, str]:
    return {row["numero"]: row["toponyme"] for row in csv.DictReader(io.StringIO(content.decode()), delimiter=";")}


def now(api: BalDepositApi) -> dict[str, str]:
    return streets(api.files[(api.current(CODE) or {})["id"]])


def published(order: Order, folder: Path) -> tuple[Any, Path]:
    return publish(prepare(order, QgsFeedback()), folder, QgsFeedback())


@pytest.fixture
def before(api: BalDepositApi) -> bytes:
    """What the commune had published with another program: five addresses, separated by semicolons."""
    rows = [dict(zip(COLUMNS, address(number)[1:], strict=True)) for number in range(1, 6)]
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    content = ("\ufeff" + text.getvalue()).encode()
    api.published(CODE, content)
    return content


def test_a_first_publication_is_the_current_revision_of_the_commune(
    api: BalDepositApi, order: Any, layer: Any, tmp_path: Path
) -> None:
    result, journal = published(order(addresses(layer, address(1), address(2))), tmp_path)
    assert (result.created, result.failed, result.there, result.verified) == (2, (), 2, True)
    current = api.current(CODE) or {}
    rows = list(csv.DictReader(io.StringIO(api.files[current["id"]].decode()), delimiter=";"))
    assert tuple(rows[0]) == COLUMNS
    assert (rows[0]["numero"], rows[0]["x"], rows[0]["date_der_maj"], rows[0]["suffixe"]) == (
        "1", "350001.0", "2026-03-01", "",
    )  # fmt: skip
    with pytest.raises(DataTerritoiresError, match="can't be taken back"):
        take_back(journal, QgsFeedback())
    assert api.current(CODE) == current


def test_only_the_difference_is_told_and_undo_publishes_the_former_file_byte_for_byte(
    api: BalDepositApi, order: Any, layer: Any, tmp_path: Path, before: bytes
) -> None:
    result, journal = published(order(addresses(layer, address(1, "Quai Lamennais"), address(9))), tmp_path)
    assert (result.created, result.replaced, result.deleted, result.there) == (1, 1, 0, 6)
    assert now(api)["1"] == "Quai Lamennais"
    undone = take_back(journal, QgsFeedback())
    assert (undone.failed, undone.verified) == ((), True)
    assert api.files[(api.current(CODE) or {})["id"]] == before
    assert api.current("35051") is None


def test_a_deposit_whose_answer_is_lost_at_any_writing_is_resumed_and_undone(
    api: BalDepositApi, order: Any, layer: Any, tmp_path: Path, before: bytes
) -> None:
    for number in range(1, 7):
        folder = tmp_path / str(number)
        folder.mkdir()
        prepared = prepare(order(addresses(layer, address(1, "Quai Lamennais"))), QgsFeedback())
        api.cut_at(number, after=True)
        stopped = False
        try:
            publish(prepared, folder, QgsFeedback())
        except Interrupted:
            stopped = True
        api.cut_at(0, after=True)
        (journal,) = folder.glob("*.journal")
        assert go_on(journal, QgsFeedback()).verified
        assert now(api) == {**streets(before[3:]), "1": "Quai Lamennais"}
        ours = [one for one in api.revisions.values() if one["status"] == "published" and one["clientId"] == CLIENT]
        runs = [str(one["context"]) for one in ours]
        assert len(runs) == len(set(runs))  # a run publishes once, however often it is resumed
        assert take_back(journal, QgsFeedback()).verified
        assert now(api) == streets(before[3:])
        if not stopped:
            break
    assert (stopped, number) == (False, 5)  # created, filled, checked, published


def test_what_somebody_published_since_the_plan_is_not_written_over(
    api: BalDepositApi, order: Any, layer: Any, tmp_path: Path, before: bytes
) -> None:
    prepared = prepare(order(addresses(layer, address(1, "Quai Lamennais"))), QgsFeedback())
    theirs = api.published(CODE, before.replace(b"Rue de Nantes", b"Rue de Brest"), "Mes Adresses")
    with pytest.raises(DataTerritoiresError, match="somebody else"):
        publish(prepared, tmp_path, QgsFeedback())
    assert (api.current(CODE) or {})["id"] == theirs["id"]


def test_a_file_that_was_stored_otherwise_is_never_published(
    api: BalDepositApi, order: Any, layer: Any, tmp_path: Path, before: bytes
) -> None:
    api.fault("lossy")
    result, _ = published(order(addresses(layer, address(1, "Quai Lamennais"), address(9))), tmp_path)
    assert (result.verified, bool(result.failed)) == (False, True)
    assert now(api) == streets(before[3:])


def test_a_yes_that_publishes_nothing_is_seen(
    api: BalDepositApi, order: Any, layer: Any, tmp_path: Path, before: bytes
) -> None:
    api.fault("asleep")
    with pytest.raises(Interrupted, match="not the current one"):
        published(order(addresses(layer, address(1, "Quai Lamennais"))), tmp_path)
    (journal,) = tmp_path.glob("*.journal")
    assert go_on(journal, QgsFeedback()).verified
    assert now(api)["1"] == "Quai Lamennais"


def test_errors_of_the_service_stop_before_anything_is_published(
    api: BalDepositApi, order: Any, layer: Any, tmp_path: Path, before: bytes
) -> None:
    with pytest.raises(DataTerritoiresError, match=r"commune_insee\.valeur_inattendue"):
        published(order(addresses(layer, address(1, code="35051"))), tmp_path)
    mirrored = order(addresses(layer), mode=Mode.MIRROR, most_deleted=100)
    with pytest.raises(DataTerritoiresError):
        published(mirrored, tmp_path)
    assert now(api) == streets(before[3:])


def test_a_remark_of_the_service_is_told(
    api: BalDepositApi, order: Any, layer: Any, tmp_path: Path, before: bytes
) -> None:
    fewer = order(addresses(layer, *(address(n) for n in (1, 2, 3))), mode=Mode.MIRROR, most_deleted=50)
    result, _ = published(fewer, tmp_path)
    assert "rows.delete_many_addresses" in " ".join(result.notes)


def test_an_habilitation_is_asked_for_checked_and_used(
    api: BalDepositApi, order: Any, layer: Any, tmp_path: Path
) -> None:
    rows = addresses(layer, address(1))
    with pytest.raises(DataTerritoiresError, match="habilitation"):
        published(order(rows, token="strict"), tmp_path)
    waiting = api.habilitate(CODE, "Petite Commune", "pending")
    with pytest.raises(DataTerritoiresError, match="does not allow"):
        prepare(order(rows, f"{CODE}/{waiting}", "strict"), QgsFeedback())
    accepted = api.habilitate(CODE, "Petite Commune")
    assert published(order(rows, f"{CODE}/{accepted}", "strict"), tmp_path)[0].verified


def test_a_bad_token_a_client_switched_off_and_a_wrong_commune_are_told(
    api: BalDepositApi, order: Any, layer: Any, tmp_path: Path
) -> None:
    rows = addresses(layer, address(1))
    with pytest.raises(DataTerritoiresError, match="credentials"):
        published(order(rows, token="perdu"), tmp_path)
    with pytest.raises(DataTerritoiresError, match="no right"):
        published(order(rows, token="off"), tmp_path)
    with pytest.raises(ServerError, match="n’existe pas"):
        prepare(order(rows, "99999"), QgsFeedback())
    with pytest.raises(DataTerritoiresError, match="INSEE"):
        prepare(order(rows, ""), QgsFeedback())
    assert not any(one["status"] == "published" for one in api.revisions.values())


def test_a_layer_that_is_no_bal_never_leaves(api: BalDepositApi, order: Any, layer: Any) -> None:
    points = layer("Point", "EPSG:2154", "id_ban_adresse:string, numero:integer", [("POINT(1 2)", "a", 1)])
    with pytest.raises(DataTerritoiresError, match=r"commune_insee.*toponyme / voie_nom"):
        prepare(order(points), QgsFeedback())
    assert api.log() == []


def test_a_bal_with_errors_is_simulated_and_the_gate_is_named(
    run: Any, order: Any, layer: Any, api: BalDepositApi, tmp_path: Path
) -> None:
    wrong = order(addresses(layer, address(1, ""), address(2)))
    report = tmp_path / "simulation.json"
    asked = {"INPUT": wrong.layer, "TARGET": wrong.target, "TYPE": "bal", "COLLECTION": wrong.collection,
             "KEY": wrong.key, "AUTHCFG": wrong.authcfg, "REPORT": str(report)}  # fmt: skip
    assert run("publish", **asked, DRY_RUN=True)["CREATED"] == 2
    assert [one["name"] for one in json.loads(report.read_text(encoding="utf-8"))["gates"]] == ["conformity"]
    with pytest.raises(Exception, match="conform"):
        run("publish", **asked)
    assert api.revisions == {}


def test_the_token_is_written_nowhere(
    api: BalDepositApi, order: Any, layer: Any, tmp_path: Path, before: bytes
) -> None:
    published(order(addresses(layer, address(1, "Quai Lamennais"))), tmp_path)
    assert all(TOKEN.encode() not in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
