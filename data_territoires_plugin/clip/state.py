"""What each row said when its source gave it, as a number: what a refresh knows the technician's own changes by."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from ..geopackage import quoted, sql, wkb_offset

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

STATE = "dt_state"
_ARGUMENTS = 100  # of a function of SQLite, at most 127


def register_digest(connection: sqlite3.Connection) -> None:
    """The function that `digest_of` calls for."""
    connection.create_function("dt_digest", -1, _digest, deterministic=True)


def create_state(connection: sqlite3.Connection) -> None:
    """The table of the numbers, unless it is there: entry, row, number."""
    create = (
        "CREATE TABLE IF NOT EXISTS main.{state} (entry TEXT NOT NULL, fid INTEGER NOT NULL, digest INTEGER NOT NULL,"
        " PRIMARY KEY (entry, fid)) WITHOUT ROWID"
    )
    connection.execute(sql(create, state=STATE))


def canonical(alias: str, name: str, type_: str) -> str:
    """The expression of a value, the same for two writings of it: empty text is no text, a moment has one form."""
    column = alias + "." + quoted(name)
    if type_ == "DATE":
        return f"substr({column}, 1, 10)"
    if type_ == "DATETIME":
        right = "????-??-??T??:??:??.???Z"  # most of them: cheaper to see than to make
        anew = f"coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', {column}), {column})"
        return f"CASE WHEN {column} GLOB '{right}' THEN {column} ELSE {anew} END"
    if type_.startswith(("REAL", "DOUBLE", "FLOAT")):
        return f"round({column}, 9)"
    return f"nullif({column}, '')"


def digest_of(alias: str, columns: Mapping[str, str], geometry: str) -> str:
    """The expression of a number that stands for what a row says (64 bits): its columns, and its geometry if any."""
    names = sorted(columns, key=str.lower)
    values = [canonical(alias, name, columns[name]) for name in names]
    digest = alias + "." + quoted(geometry) if geometry else "NULL"
    for start in range(0, max(len(values), 1), _ARGUMENTS):
        digest = f"dt_digest({', '.join([digest, *values[start : start + _ARGUMENTS]])})"
    return digest


def _digest(shape: Any, *values: Any) -> int:
    """A number for values: a blob that comes first counts without its header, 3.0 as 3."""
    head = shape[wkb_offset(shape) :] if isinstance(shape, bytes) else repr(shape).encode()
    text = "\0".join(["", *map(repr, values), ""])
    # The text of a string ends with a quote and holds no "\0": what is looked for here is of numbers and blobs alone.
    if "e+" in text or "\0-0.0\0" in text or "\0b'" in text or '\0b"' in text:
        text_bytes = b"\0".join([b"", *_plain(values)])
    else:
        text_bytes = text.replace(".0\0", "\0")[:-1].encode()
    number = hashlib.blake2b(head + text_bytes, digest_size=8).digest()
    return int.from_bytes(number, "big", signed=True)


def _plain(values: Iterable[Any]) -> Iterable[bytes]:
    for value in values:
        if isinstance(value, bytes):
            yield value
        elif isinstance(value, float) and value.is_integer():
            yield repr(int(value)).encode()
        else:
            yield repr(value).encode()
