"""A PostGIS table that is replaced whole: what pg_dump says of it does not change, and the former one comes back."""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from qgis.core import QgsFeedback

from data_territoires_plugin.publish.plan import Mode
from data_territoires_plugin.publish.publication import Order, prepare, publish, take_back
from data_territoires_plugin.publish.targets.base import TargetError, TargetLost
from tests.servers.programs import needed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.servers.database import Postgis

FIELDS = "id_public:string(40), nom:string(60), surface:double"
_DRESS = """
DROP TABLE IF EXISTS lot, espece CASCADE;
DROP ROLE IF EXISTS lecteur; CREATE ROLE lecteur; DROP ROLE IF EXISTS "Éditeur"; CREATE ROLE "Éditeur";
CREATE TABLE espece (nom text PRIMARY KEY);
INSERT INTO espece VALUES ('if'), ('hêtre');
CREATE TABLE lot (
  fid serial PRIMARY KEY, numero int GENERATED ALWAYS AS IDENTITY, id_public text UNIQUE NOT NULL, nom text,
  surface numeric(12, 2) CHECK (surface >= 0), maj timestamptz DEFAULT '2026-03-01 08:30:00+01',
  espece text DEFAULT 'if' REFERENCES espece, double numeric GENERATED ALWAYS AS (surface * 2) STORED,
  geom geometry(MultiPolygon, 2154));
CREATE INDEX "lot sur geom" ON lot USING gist (geom);
CREATE INDEX lot_grands ON lot (lower(nom)) WHERE surface > 10;
COMMENT ON TABLE lot IS 'Les lots'; COMMENT ON COLUMN lot.nom IS 'Le nom'; COMMENT ON INDEX lot_grands IS 'Grands';
GRANT SELECT ON lot TO lecteur WITH GRANT OPTION; GRANT SELECT (nom), UPDATE (nom) ON lot TO "Éditeur";
GRANT SELECT ON lot TO PUBLIC;
INSERT INTO lot (id_public, nom, surface, espece, geom) SELECT 'L' || n, 'Lot ' || n, n, 'hêtre',
  ST_Multi(ST_MakeEnvelope(350000 + 20 * n, 6790000, 350010 + 20 * n, 6790010, 2154)) FROM generate_series(1, 6) n;
"""
EVERYTHING = "SELECT *, ST_AsText(geom) FROM lot ORDER BY fid"


@pytest.fixture
def lots(postgis: Postgis) -> Iterator[Postgis]:
    postgis.run(_DRESS)
    yield postgis
    postgis.run(
        "DROP TABLE IF EXISTS lot, lot__dt_before, lot__dt_new, espece CASCADE;"
        ' DROP OWNED BY lecteur; DROP ROLE lecteur; DROP OWNED BY "Éditeur"; DROP ROLE "Éditeur"'
    )


@pytest.fixture
def published(lots: Postgis, owner: str, layer: Any, tmp_path: Path) -> Callable[..., Any]:
    """Replaces the table whole by a layer of five lots: two as they are, one changed, two new; three go."""

    def made(**more: Any) -> Any:
        def square(n: int) -> str:
            x = 350000 + 20 * n
            return f"POLYGON(({x} 6790000, {x} 6790010, {x + 10} 6790010, {x + 10} 6790000, {x} 6790000))"

        rows = [(square(n), f"L{n}", f"Lot {n}{'bis' * (n == 3)}", float(n)) for n in (1, 2, 3, 7, 8)]
        address = f"postgresql://{lots.host}:{lots.port}/{lots.database}"
        vector = layer("Polygon", "EPSG:2154", FIELDS, rows)
        order = Order(vector, "postgis", address, "lot", "id_public", Mode.MIRROR, 100.0, owner, whole=True)
        prepared = prepare(order, QgsFeedback())
        more.get("meanwhile", lambda: None)()
        return publish(prepared, tmp_path, QgsFeedback())

    return made


def dumped(postgis: Postgis) -> list[str]:
    """What PostgreSQL's own tool says of the table, without the rows."""
    command = [needed("pg_dump")[0], "-h", postgis.host, "-p", str(postgis.port), "-U", postgis.user, "-s", "-t", "lot"]
    done = subprocess.run(
        [*command, "-d", postgis.database], env={**os.environ, "PGPASSWORD": postgis.password}, check=True,
        capture_output=True, text=True,
    )  # fmt: skip
    return sorted(line.rstrip(",") for line in done.stdout.splitlines() if not re.match(r"\\(un)?restrict", line))


def test_the_table_is_replaced_and_all_that_is_said_of_it_stays(lots: Postgis, published: Any) -> None:
    before, rows = dumped(lots), lots.rows(EVERYTHING)
    oid = lots.rows("SELECT 'lot'::regclass::oid")
    result, journal = published()
    assert (result.created, result.replaced, result.deleted, result.unchanged, result.there) == (2, 1, 3, 2, 5)
    assert (result.verified, result.failed, len(result.notes)) == (True, (), 1)
    assert lots.rows("SELECT 'lot'::regclass::oid") != oid
    assert dumped(lots) == before
    # What is not published stays, and what is new has its defaults.
    assert lots.rows("SELECT id_public, nom, espece, double FROM lot ORDER BY fid") == [
        ("L1", "Lot 1", "hêtre", 2), ("L2", "Lot 2", "hêtre", 4), ("L3", "Lot 3bis", "hêtre", 6),
        ("L7", "Lot 7", "if", 14), ("L8", "Lot 8", "if", 16),
    ]  # fmt: skip
    lots.run("INSERT INTO lot (id_public) VALUES ('suite')")
    assert lots.rows("SELECT fid, numero FROM lot WHERE id_public = 'suite'") == [(9, 9)]
    lots.run("DELETE FROM lot WHERE id_public = 'suite'")
    undone = take_back(journal, QgsFeedback())
    assert (undone.verified, undone.failed) == (True, ())
    assert lots.rows("SELECT 'lot'::regclass::oid") == oid
    assert (lots.rows(EVERYTHING), dumped(lots)) == (rows, before)
    assert lots.rows("SELECT to_regclass('lot__dt_before')") == [(None,)]


def test_published_whole_twice_only_the_last_former_table_is_kept(lots: Postgis, published: Any) -> None:
    before = dumped(lots)
    published()
    lots.run("UPDATE lot SET nom = 'autre'")
    published()
    assert dumped(lots) == before
    assert lots.rows("SELECT DISTINCT nom FROM lot__dt_before") == [("autre",)]


@pytest.mark.parametrize(
    ("obstacle", "remedy"),
    [
        ("CREATE VIEW grands_lots AS SELECT * FROM lot WHERE surface > 3", "DROP VIEW grands_lots"),
        (
            "CREATE TABLE acte (lot text REFERENCES lot (id_public))",
            "DROP TABLE acte",
        ),
        ("CREATE TABLE lot__dt_before (mine int)", "DROP TABLE lot__dt_before"),
    ],
)
def test_where_something_depends_on_the_table_it_goes_row_by_row_and_says_so(
    lots: Postgis, published: Any, obstacle: str, remedy: str
) -> None:
    lots.run(obstacle)
    rows, oid = lots.rows(EVERYTHING), lots.rows("SELECT 'lot'::regclass::oid")
    result, journal = published()
    assert (result.verified, result.there, lots.rows("SELECT 'lot'::regclass::oid")) == (True, 5, oid)
    assert re.search(r"row by row|objet par objet", result.notes[0])
    assert re.search(r"grands_lots|acte|lot__dt_before", result.notes[0])
    assert take_back(journal, QgsFeedback()).verified
    assert lots.rows(EVERYTHING) == rows
    lots.run(remedy)


def test_what_somebody_else_writes_meanwhile_is_neither_replaced_nor_taken_back(lots: Postgis, published: Any) -> None:
    result, journal = published(
        meanwhile=lambda: lots.run("UPDATE lot SET nom = 'autre' WHERE id_public IN ('L2', 'L3')")
    )
    assert [entry.key for entry in result.failed] == ["L3"]
    assert re.search(r"row by row|objet par objet", result.notes[0])
    held = dict(lots.rows("SELECT id_public, nom FROM lot"))
    assert (held["L2"], held["L3"], held["L7"]) == ("autre", "autre", "Lot 7")
    lots.run("UPDATE lot SET nom = 'autre' WHERE id_public = 'L7'")
    assert [entry.key for entry in take_back(journal, QgsFeedback()).failed] == ["L7"]


def test_after_the_swap_what_others_write_keeps_the_table_where_it_is(lots: Postgis, published: Any) -> None:
    _result, journal = published()
    lots.run("INSERT INTO lot (id_public, nom) VALUES ('X1', 'autre')")
    undone = take_back(journal, QgsFeedback())
    assert undone.verified
    assert sorted(key for (key,) in lots.rows("SELECT id_public FROM lot")) == [*(f"L{n}" for n in range(1, 7)), "X1"]


@pytest.mark.parametrize(
    "edit",
    [
        "UPDATE lot SET espece = 'if' WHERE id_public = 'L3'",
        "UPDATE lot SET espece = 'if' WHERE id_public = 'L1'",
        "ALTER TABLE lot ADD note text DEFAULT 'à garder'",
    ],
    ids=["of a row that was published", "of a row left as it was", "a column"],
)
def test_after_the_swap_what_others_write_beside_what_is_published_is_not_lost(
    lots: Postgis, published: Any, edit: str
) -> None:
    _result, journal = published()
    oid = lots.rows("SELECT 'lot'::regclass::oid")
    lots.run(edit)
    told = dict(lots.rows("SELECT id_public, to_jsonb(lot) - 'nom' FROM lot WHERE id_public IN ('L1', 'L3')"))
    undone = take_back(journal, QgsFeedback())
    assert (undone.verified, lots.rows("SELECT 'lot'::regclass::oid")) == (True, oid)
    assert dict(lots.rows("SELECT id_public, to_jsonb(lot) - 'nom' FROM lot WHERE id_public IN ('L1', 'L3')")) == told
    assert dict(lots.rows("SELECT id_public, nom FROM lot")) == {f"L{n}": f"Lot {n}" for n in range(1, 7)}


def test_an_address_carries_how_the_connection_is_secured_and_nothing_is_read_amiss(
    lots: Postgis, owner: str, layer: Any
) -> None:
    rows = [("POLYGON((350000 6790000, 350000 6790010, 350010 6790010, 350000 6790000))", "L1", "Lot 1", 1.0)]
    vector, place = layer("Polygon", "EPSG:2154", FIELDS, rows), f"{lots.host}:{lots.port}/{lots.database}"

    def asked(address: str) -> Any:
        return prepare(Order(vector, "postgis", address, "lot", "id_public", authcfg=owner), QgsFeedback())

    assert asked(f"postgresql://{place}?sslmode=disable").plan.steps
    # This server has no TLS: asked for, it is refused, never done without.
    with pytest.raises(TargetLost):
        asked(f"postgresql://{place}?sslmode=require")
    for address in (
        f"quelquun@{place}",
        f"{place}?options=-c%20x",
        f"{place}?sslmode=peut-etre",
        f"{place}?x",
        "a:b/c",
    ):
        with pytest.raises(TargetError, match="address of the database"):
            asked(f"postgresql://{address}")
