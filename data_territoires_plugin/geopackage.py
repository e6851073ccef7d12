"""GeoPackage as a file of tables: what the sources and the clip need of it, without a Python object per feature.

Blobs and tables follow the OGC GeoPackage 1.3 encoding standard (12-128r17, §2.1.3 for the binary header).
"""

from __future__ import annotations

import errno
import os
import sqlite3
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .errors import SourceError
from .i18n import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import numpy as np

_ENVELOPE_BYTES = (0, 32, 48, 48, 64)
_POINT_HEAD = 29  # header without envelope (8), byte order (1), type (4), x and y (16)
_ENVELOPE_HEAD = 40  # header (8) and the four bounds in x and y


def quoted(name: str) -> str:
    """An identifier for SQL, in double quotes."""
    return '"' + name.replace('"', '""') + '"'


def sql(template: str, **names: str | list[str] | tuple[str, ...]) -> str:
    """A statement from a template whose {names} are identifiers, quoted here; values always go through `?`."""
    return template.format(
        **{key: quoted(name) if isinstance(name, str) else ", ".join(map(quoted, name)) for key, name in names.items()}
    )


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """A connection in autocommit mode. Read only, nothing is written beside the file either."""
    address = _reading(path) if read_only else f"{path.resolve().as_uri()}?mode=rw"
    try:
        connection = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA schema_version")
    except sqlite3.Error as error:
        raise SourceError(
            tr("“{name}” can't be opened as a GeoPackage.").format(name=path.name),
            detail=f"{path}: {error}",
            hint=tr("Check that the file is whole and that you may read it."),
        ) from error
    return connection


def attach(connection: sqlite3.Connection, path: Path, name: str) -> None:
    """Attaches another GeoPackage, read only."""
    connection.execute(sql("ATTACH ? AS {name}", name=name), (_reading(path),))


def _reading(path: Path) -> str:
    """The address of a file to read. In a folder where nothing can be written, SQLite needs to be told (WAL mode)."""
    address = f"{path.resolve().as_uri()}?mode=ro"
    alone = not os.access(path.parent, os.W_OK) and not path.with_name(path.name + "-wal").exists()
    return f"{address}&immutable=1" if alone else address


def full_disk(error: BaseException) -> bool:
    """Whether an error, the system's, SQLite's or GDAL's, says that the disk is full."""
    if isinstance(error, OSError):
        return error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    text = str(error)
    return isinstance(error, (sqlite3.Error, RuntimeError)) and any(words in text for words in _FULL)


_FULL = ("disk is full", "No space left", "File too large", "File size limit")


def damaged(error: BaseException) -> bool:
    """Whether an error of SQLite says that the file it reads is damaged."""
    return isinstance(error, sqlite3.DatabaseError) and any(words in str(error) for words in _DAMAGED)


_DAMAGED = ("malformed", "not a database", "corrupt")


@dataclass(frozen=True)
class Table:
    """A feature table (or an attribute table: `geometry` empty) of a GeoPackage."""

    path: Path
    name: str
    key: str  # the integer primary key, "" where the table is a view
    geometry: str
    wkb_type: int  # ISO WKB type of gpkg_geometry_columns, with Z and M; 0 = any
    srs_id: int
    epsg: int  # 0 where the CRS is not an EPSG one
    columns: tuple[str, ...]  # without the primary key and the geometry
    indexed: bool


_WKB = {
    "GEOMETRY": 0,
    "POINT": 1,
    "LINESTRING": 2,
    "POLYGON": 3,
    "MULTIPOINT": 4,
    "MULTILINESTRING": 5,
    "MULTIPOLYGON": 6,
    "GEOMETRYCOLLECTION": 7,
    "CIRCULARSTRING": 8,
    "COMPOUNDCURVE": 9,
    "CURVEPOLYGON": 10,
    "MULTICURVE": 11,
    "MULTISURFACE": 12,
}


def read_table(path: Path, name: str) -> Table:
    """The description of a table, from the tables of the GeoPackage itself."""
    connection = connect(path, read_only=True)
    try:
        info = connection.execute("SELECT name, pk FROM pragma_table_info(?)", (name,)).fetchall()
        if not info:
            raise SourceError(
                tr("“{file}” has no table “{table}”.").format(file=path.name, table=name),
                hint=tr("Its tables: {names}.").format(names=", ".join(layer_names(connection))),
            )
        row = connection.execute(
            "SELECT c.column_name, c.geometry_type_name, c.srs_id, c.z, c.m, s.organization, s.organization_coordsys_id"
            " FROM gpkg_geometry_columns c LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = c.srs_id"
            " WHERE lower(c.table_name) = lower(?)",
            (name,),
        ).fetchone()
        geometry, type_name, srs_id, z, m, authority, code = row or ("", "GEOMETRY", 0, 0, 0, "", 0)
        key = next((column for column, pk in info if pk), "")
        indexed = bool(geometry) and _has_table(connection, f"rtree_{name}_{geometry}")
    finally:
        connection.close()
    wkb_type = _WKB.get(str(type_name).upper(), 0) + (1000 if z else 0) + (2000 if m else 0)
    return Table(
        path,
        name,
        key,
        geometry,
        wkb_type,
        srs_id,
        int(code) if str(authority).upper() == "EPSG" else 0,
        tuple(column for column, _ in info if column not in (key, geometry)),
        indexed,
    )


def types_of(connection: sqlite3.Connection, schema: str, table: str) -> dict[str, str]:
    """The columns of a table, its key and geometry included, and their declared types in capitals."""
    return dict(connection.execute("SELECT name, upper(type) FROM pragma_table_info(?, ?)", (table, schema)))


def layer_names(connection: sqlite3.Connection) -> list[str]:
    """The tables that the GeoPackage declares as its content."""
    return [name for (name,) in connection.execute("SELECT table_name FROM gpkg_contents ORDER BY table_name")]


def _has_table(connection: sqlite3.Connection, name: str) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (name,)).fetchone() is not None


def wkb_offset(blob: bytes) -> int:
    """Where the WKB starts in a GeoPackage blob."""
    return 8 + _ENVELOPE_BYTES[(blob[3] >> 1) & 7]


def is_empty(blob: bytes) -> bool:
    """Whether the header says that the geometry is empty."""
    return bool(blob[3] & 0x10)


def gpkg_blob(wkb: bytes, srs_id: int, bounds: tuple[float, float, float, float]) -> bytes:
    """A GeoPackage blob: `bounds` is (min x, max x, min y, max y)."""
    return b"GP\x00\x03" + struct.pack("<i4d", srs_id, *bounds) + wkb


def promoted(blob: bytes | None, srs_id: int, *, points: bool = False) -> bytes | None:
    """The same geometry as a Multi* one (points only where asked for), in the spatial reference `srs_id`."""
    if blob is None:
        return None
    start = wkb_offset(blob)
    order = "<" if blob[start] else ">"
    kind = struct.unpack_from(order + "I", blob, start + 1)[0]
    head = in_reference(blob[:start], srs_id)
    if kind % 1000 not in ((1, 2, 3) if points else (2, 3)):
        return head + blob[start:]
    return head + blob[start : start + 1] + struct.pack(order + "II", kind + 3, 1) + blob[start:]


def in_reference(blob: bytes, srs_id: int) -> bytes:
    """The same blob (or its header), said to be in the spatial reference `srs_id`."""
    return blob[:4] + struct.pack("<i" if blob[3] & 1 else ">i", srs_id) + blob[8:]


def head_bytes(wkb_type: int) -> int:
    """How many bytes of a blob hold the bounds of its geometry."""
    return _POINT_HEAD if wkb_type % 1000 == 1 else _ENVELOPE_HEAD


def bounds_of_heads(heads: Sequence[bytes]) -> tuple[np.ndarray, np.ndarray]:
    """Bounds (n, 4: min x, max x, min y, max y) from the first bytes of blobs, and a mask of those that can be read."""
    import numpy as np

    count = len(heads)
    bounds, known = np.zeros((count, 4)), np.zeros(count, bool)
    joined = b"".join(heads)
    if len(joined) != count * _ENVELOPE_HEAD or any(len(head) != _ENVELOPE_HEAD for head in heads):
        joined = b"".join(head[:_ENVELOPE_HEAD].ljust(_ENVELOPE_HEAD, b"\0") for head in heads)
    raw = np.frombuffer(joined, np.uint8).reshape(count, _ENVELOPE_HEAD)
    flags = raw[:, 3]
    envelope = ((flags >> 1) & 7 > 0) & (flags & 0x11 == 1)  # an envelope, not empty, little endian
    if envelope.any():
        bounds[envelope] = np.ascontiguousarray(raw[envelope, 8:40]).view("<f8")
        known |= envelope
    types = np.ascontiguousarray(raw[:, 9:13]).view("<u4")[:, 0]
    point = ((flags >> 1) & 7 == 0) & (flags & 0x11 == 1) & (raw[:, 8] == 1) & (types % 1000 == 1)
    if point.any():
        xy = np.ascontiguousarray(raw[point, 13:29]).view("<f8")
        bounds[point] = xy[:, [0, 0, 1, 1]]
        known |= point
    known &= np.isfinite(bounds).all(1)
    return bounds, known


def scalar(connection: sqlite3.Connection, statement: str, values: tuple = ()) -> Any:
    """The first value of the first row, None where there is none."""
    row = connection.execute(statement, values).fetchone()
    return row[0] if row else None


def close(dataset: Any) -> None:
    """Closes a dataset of GDAL, and raises what goes wrong then (a full disk): its destructor would only mutter it."""
    if hasattr(dataset, "Close"):  # GDAL 3.8
        dataset.Close()
    else:
        dataset.FlushCache()
