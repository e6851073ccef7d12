"""Others publish too: what they change is never overwritten, by a publication nor by its undoing, and it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from qgis.core import QgsFeedback

from data_territoires_plugin.publish.plan import Mode
from data_territoires_plugin.publish.publication import Order, go_on, prepare, publish, take_back

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.servers.database import Postgis

TREES = "id_public:string(40), essence:string(40), hauteur:double"
KEYS = "SELECT id_public, essence FROM arbre ORDER BY fid"


@pytest.fixture(params=["wfst", "qgis_server", "postgis"])
def order(
    request: pytest.FixtureRequest, postgis: Postgis, editor: str, owner: str, layer: Any
) -> Iterator[Callable[..., Order]]:
    """`order(essence, *heights of trees A1…)`: these trees as a layer of one publisher, mirrored."""
    postgis.reset()
    address = f"postgresql://{postgis.host}:{postgis.port}/{postgis.database}"
    authcfg, type_ = owner, request.param
    if request.param != "postgis":
        server = request.getfixturevalue("qgis_server")
        address, authcfg = (server.url if type_ == "wfst" else server.api), editor
        type_ = "wfst" if type_ == "wfst" else "ogcapi"

    def made(essence: str, *keys: str, mode: Mode = Mode.UPSERT) -> Order:
        rows = [(f"POINT({-1.7 + int(key[1:]) / 1000} 48.1)", key, essence, float(key[1:])) for key in keys]
        vector = layer("Point", "EPSG:4326", TREES, rows)
        return Order(vector, type_, address, "arbre", "id_public", mode, 100.0, authcfg)

    yield made
    postgis.reset()


def reasons(result: Any) -> dict[str, str]:
    return {entry.key: entry.message for entry in result.failed}


def test_two_publishers_who_planned_at_once_do_not_overwrite_each_other(
    order: Any, postgis: Postgis, tmp_path: Path
) -> None:
    one = prepare(order("hêtre", "A1", "A2", "B30"), QgsFeedback())
    two = prepare(order("chêne", "A2", "A3", "B30", "B31"), QgsFeedback())
    first, journal = (
        publish(one, tmp_path / "one", QgsFeedback()) if (tmp_path / "one").mkdir() is None else (None, None)
    )
    (tmp_path / "two").mkdir()
    second, theirs = publish(two, tmp_path / "two", QgsFeedback())
    assert (first.verified, first.failed) == (True, ())
    assert set(reasons(second)) == {"A2", "B30"}
    assert all(reasons(second).values())
    held = dict(postgis.rows(KEYS))
    assert [held[key] for key in ("A1", "A2", "A3", "B30", "B31")] == ["hêtre", "hêtre", "chêne", "hêtre", "chêne"]
    assert postgis.rows("SELECT count(*), count(DISTINCT id_public) FROM arbre") == [(27, 27)]
    # Undoing the second leaves what is the first's, and going on with it does too.
    assert set(reasons(go_on(theirs, QgsFeedback()))) == {"A2", "B30"}
    take_back(theirs, QgsFeedback())
    held = dict(postgis.rows(KEYS))
    assert (held["A2"], held["A3"], held["B30"], "B31" in held) == ("hêtre", "tilleul", "hêtre", False)
    assert take_back(journal, QgsFeedback()).verified
    assert (dict(postgis.rows(KEYS))["A2"], postgis.rows("SELECT count(*) FROM arbre")) == ("tilleul", [(25,)])


def test_undoing_leaves_what_somebody_else_has_changed_since_and_tells(
    order: Any, postgis: Postgis, tmp_path: Path
) -> None:
    prepared = prepare(order("hêtre", "A1", "A2", "A3", "B30", "B31", mode=Mode.MIRROR), QgsFeedback())
    result, journal = publish(prepared, tmp_path, QgsFeedback())
    assert (result.verified, result.there) == (True, 5)
    postgis.run(
        "UPDATE arbre SET essence = 'orme' WHERE id_public IN ('A1', 'B30'); DELETE FROM arbre WHERE id_public = 'A2';"
        " INSERT INTO arbre (id_public, essence, hauteur) VALUES ('A9', 'orme', 1)"
    )
    undone = take_back(journal, QgsFeedback())
    assert set(reasons(undone)) == {"A1", "A2", "A9", "B30"}
    assert all(reasons(undone).values())
    assert not undone.verified
    held = dict(postgis.rows(KEYS))
    assert (held["A1"], "A2" in held, held["A3"], held["A9"], held["B30"]) == (
        "orme", False, "tilleul", "orme", "orme",
    )  # fmt: skip
    assert ("B31" in held, held["A4"], len(held)) == (False, "tilleul", 25)


def test_a_key_that_two_publishers_create_where_nothing_forbids_it_is_told(
    order: Any, postgis: Postgis, tmp_path: Path
) -> None:
    postgis.run("ALTER TABLE arbre DROP CONSTRAINT arbre_id_public_key")
    prepared = prepare(order("hêtre", "B30", "B31"), QgsFeedback())
    real = prepared.target.create

    def meanwhile(rows: Any, feedback: Any) -> Any:
        # After the last look, before the writing: no look can be late enough, but that of a transaction.
        postgis.run("INSERT INTO arbre (id_public, essence, hauteur) VALUES ('B30', 'orme', 1)")
        prepared.target.create = real
        return real(rows, feedback)

    prepared.target.create = meanwhile
    result, journal = publish(prepared, tmp_path, QgsFeedback())
    assert list(reasons(result)) == ["B30"]
    assert all(reasons(result).values())
    assert (result.created, result.verified) == (1, False)
    take_back(journal, QgsFeedback())
    assert postgis.rows("SELECT essence FROM arbre WHERE id_public = 'B30' AND essence = 'orme'") == [("orme",)]


def test_publishers_at_the_same_moment_lose_nothing_without_a_word(
    order: Any, postgis: Postgis, tmp_path: Path
) -> None:
    from data_territoires_plugin.network import Pool

    keys = {*(f"A{n}" for n in range(1, 9)), *(f"B{n}" for n in range(30, 36))}
    kinds = ("hêtre", "chêne")
    plans = [prepare(order(essence, *sorted(keys)), QgsFeedback()) for essence in kinds]
    with Pool(2) as pool:
        running = [pool.submit(publish, plan, tmp_path, QgsFeedback()) for plan in plans]
        results = [one.result()[0] for one in running]
    held = postgis.rows("SELECT id_public, essence FROM arbre WHERE essence <> 'tilleul'")
    assert len(held) == len(dict(held)) == len(keys)
    for essence, result, other in zip(kinds, results, reversed(results), strict=True):
        mine = {key for key, kind in held if kind == essence}
        # Nobody has a lock: the last one wins. What one has read back right is only replaced where the other says so.
        assert keys - set(reasons(result)) - mine <= keys - set(reasons(other))
    assert any(reasons(result) for result in results) or {kind for _, kind in held} < set(kinds)
