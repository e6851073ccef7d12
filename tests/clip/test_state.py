"""The number that stands for a row is the same from one version to the next: refresh knows hand edits by it."""

from __future__ import annotations

import sqlite3

from data_territoires_plugin.clip.state import digest_of, register_digest

SHAPE = b"GP\0\x03" + bytes(36) + b"\x01\x01\0\0\0" + bytes(16)
ROWS = {  # what version 1 of the file notes of each
    ("Mairie", 3, 7.0, "2023-11-02T10:01:10Z", "1975-01-01Z", None, SHAPE): -1364024316433364427,
    ('l\'église "neuve"', None, -0.25, "2023-11-02T10:01:10.000Z", "1975-01-01", b"a.0\0b", None): -1753859855919619002,
    ("", -1, 1e300, "hier", None, 3.0, SHAPE): -7256782943094073490,
    ("0.0", 0, 0.0, None, "", 1e16, SHAPE): 8923787904089842716,
    ("x\0y e+ .0", 10**15, 2.5e-7, "2023-11-02 10:01:10", "2024", -0.0, SHAPE): -8058531186664491752,
}


def test_the_rows_of_a_file_made_before_have_the_numbers_that_it_notes() -> None:
    base = sqlite3.connect(":memory:")
    register_digest(base)
    base.execute(
        "CREATE TABLE t (nom TEXT, etages INTEGER, hauteur REAL, vu DATETIME, jour DATE, libre BLOB, geom BLOB)"
    )
    base.executemany("INSERT INTO t VALUES (?, ?, ?, ?, ?, ?, ?)", ROWS)
    types = {name: type_ for _, name, type_, *_ in base.execute("PRAGMA table_info(t)") if name != "geom"}
    numbers = base.execute(f"SELECT {digest_of('t', types, 'geom')} FROM t ORDER BY rowid")
    assert [number for (number,) in numbers] == list(ROWS.values())
    base.close()
