"""A table brought to the state of its source, row by row: what the technician added to it stays.

The table itself is never replaced: its columns, views, triggers, row ids and the styles that name it go on. What the
technician has changed in the source's own values is known by `dt_state`: a number that stands for each row as its
source gave it, noted by the clip and by each refresh.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from ..geopackage import attach, quoted, scalar, sql, types_of
from ..i18n import tr
from .changes import local_rows
from .merge import merge
from .part import CUT_COLUMN
from .record import copy_metadata
from .state import STATE, create_state, digest_of
from .table import tell_extent

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from ..geopackage import Table
    from .changes import Sides
    from .record import LayerRecord

_MARK = "dt_local"  # a column of this name: 1 says that a row is the technician's
_NAMED = 20
_FAMILIES = {
    "whole": ("INT", "MEDIUMINT", "SMALLINT", "TINYINT", "BIGINT", "BOOL"),
    "real": ("REAL", "DOUB", "FLO"),
    "moment": ("DATETIME",),
    "day": ("DATE",),
    "bytes": ("BLOB",),
}


class Kind(Enum):
    """What a finding is about."""

    EDITED = "edited"  # changed by the technician, not by the source: kept
    CONFLICT = "conflict"  # changed by both: the technician's is kept
    REMOVED_KEPT = "removed_kept"  # gone from the source, kept for what the technician wrote in it
    SAME_KEY = "same_key"  # a row of the technician has the key of a feature that the source has added
    STRUCTURE = "structure"  # the columns or the geometry are no longer the same


@dataclass(frozen=True)
class Finding:
    """Something that the technician should look at. `keys`: the first features concerned."""

    kind: Kind
    message: str
    count: int = 1
    keys: tuple[str, ...] = ()


@dataclass(frozen=True)
class Structure:
    """How the columns of a table and of its source differ. `blocking`: the table can't take the new rows."""

    added: tuple[tuple[str, str], ...] = ()  # by the source: name, declared type
    local: tuple[str, ...] = ()  # in the table only: the technician's
    dropped: tuple[str, ...] = ()  # in the table only, and once the source's
    findings: tuple[Finding, ...] = ()
    blocking: str = ""


@dataclass
class Kept:
    """What was kept of the technician's."""

    rows: int = 0
    columns: tuple[str, ...] = ()
    findings: list[Finding] = field(default_factory=list)


# ------------------------------------------------------------------------------------------------ structure
def structure_of(connection: sqlite3.Connection, old: Table, new: Table, known: LayerRecord) -> Structure:
    """Compares the columns and the geometry of a table with those that its source has now."""
    ours, theirs = types_of(connection, "main", old.name), types_of(connection, "new", new.name)
    there = {name.lower(): name for name in ours}
    source = {name.lower() for name in known.columns}
    findings, added, blocking = [], [], _geometry_differs(old, new)
    for name in new.columns:
        mine = there.get(name.lower())
        if mine is None:
            added.append((name, theirs[name]))
            findings.append(Finding(Kind.STRUCTURE, tr("The source has a new column: “{name}”.").format(name=name)))
        elif not _takes(ours[mine], theirs[name]):
            blocking = blocking or tr("The type of the column “{name}” is now {new}, it was {old}.").format(
                name=name, new=theirs[name], old=ours[mine]
            )
    local = tuple(name for name in old.columns if name.lower() not in {each.lower() for each in theirs})
    gone = [name for name in local if name.lower() in source]
    findings += [
        Finding(
            Kind.STRUCTURE,
            tr("The source no longer has the column “{name}”: it is kept with its last values.").format(name=name),
        )
        for name in gone
    ]
    dropped = (*gone, *(name for name in local if name in known.dropped and name not in gone))
    ours_alone = tuple(name for name in local if name not in dropped)
    return Structure(tuple(added), ours_alone, dropped, tuple(findings), blocking)


def _geometry_differs(old: Table, new: Table) -> str:
    if bool(old.geometry) != bool(new.geometry) or old.wkb_type % 1000 not in (0, new.wkb_type % 1000):
        return tr("The kind of geometry is no longer the same.")
    if (old.epsg or old.srs_id) != (new.epsg or new.srs_id):
        return tr("The coordinate reference system is no longer the same.")
    return ""


def _takes(ours: str, theirs: str) -> bool:
    """Whether a column of the type `ours` can hold the values of the type `theirs`."""
    return _family(ours) == _family(theirs) or (_family(ours), _family(theirs)) in {
        ("real", "whole"), ("text", "day"), ("text", "moment"), ("moment", "day")
    }  # fmt: skip


def _family(type_: str) -> str:
    return next((name for name, starts in _FAMILIES.items() if type_.startswith(starts)), "text")


# ------------------------------------------------------------------------------------------------ the technician's rows
def note_local_rows(connection: sqlite3.Connection, old: Table, known: LayerRecord, *, numbered: bool) -> None:
    """Fills `dt_local` with the rows that the technician has added.

    With `dt_state`, those that it does not know. Before the first refresh: without a dt_cut mark, or with the column
    dt_local at 1, or, where the clip has numbered the rows itself (`numbered`), beyond the last number that it gave.
    """
    local_rows(connection)
    head = sql("INSERT OR IGNORE INTO dt_local SELECT {key} FROM main.{table} WHERE ", key=old.key, table=old.name)
    if has_state(connection, old.name):
        condition = sql("{key} NOT IN (SELECT fid FROM main.{state} WHERE entry = ?)", key=old.key, state=STATE)
        connection.execute(head + condition, (old.name,))
    else:
        if CUT_COLUMN in old.columns:
            connection.execute(head + sql("{cut} IS NULL", cut=CUT_COLUMN))
        if numbered and known.written:
            connection.execute(head + sql("{key} > ?", key=old.key), (known.written,))
    if _MARK in old.columns:
        connection.execute(head + sql("{mark} = 1", mark=_MARK))


def has_state(connection: sqlite3.Connection, table: str) -> bool:
    """Whether an earlier refresh has noted the rows of a table."""
    if scalar(connection, "SELECT 1 FROM main.sqlite_master WHERE name = ?", (STATE,)) is None:
        return False
    return scalar(connection, sql("SELECT 1 FROM main.{state} WHERE entry = ?", state=STATE), (table,)) is not None


def keep_local(connection: sqlite3.Connection, sides: Sides, structure: Structure, known: LayerRecord) -> Kept:
    """Marks as kept, in the tables of the comparison, what would be lost of the technician's; tells it as findings."""
    kept = Kept(scalar(connection, "SELECT count(*) FROM dt_local"), structure.local, list(structure.findings))
    types = {name.lower(): type_ for name, type_ in types_of(connection, "main", sides.old.name).items()}
    if has_state(connection, sides.old.name) and all(name.lower() in types for name in known.columns):
        _keep_edited(connection, sides, {name: types[name.lower()] for name in known.columns}, kept)
    values = [name for name in structure.local if name != _MARK]
    if values:
        filled = " OR ".join("nullif(" + quoted(name) + ", '') IS NOT NULL" for name in values)
        head = "UPDATE dt_removed SET kept = 1 WHERE old IN (SELECT {key} FROM main.{table} WHERE "
        connection.execute(sql(head, key=sides.old.key, table=sides.old.name) + filled + ")")
    _tell(
        connection, sides, kept, Kind.REMOVED_KEPT, "SELECT old FROM dt_removed WHERE kept",
        tr("Gone from the source, kept because you wrote in it: {keys}."),
    )  # fmt: skip
    if sides.key:
        statement = (
            "SELECT {row} FROM main.{table} WHERE {row} IN (SELECT old FROM dt_local) AND CAST({key} AS TEXT) IN"
            " (SELECT CAST(n.{key} AS TEXT) FROM new.{new} n JOIN dt_added a ON a.new = n.{new_row})"
        )
        names = {"row": sides.old.key, "table": sides.old.name, "key": sides.key}
        same = sql(statement, new=sides.new.name, new_row=sides.new.key, **names)
        _tell(
            connection, sides, kept, Kind.SAME_KEY, same,
            tr("Rows of yours that have the key of a feature added by the source: {keys}."),
        )  # fmt: skip
    return kept


def _keep_edited(connection: sqlite3.Connection, sides: Sides, noted: dict[str, str], kept: Kept) -> None:
    """The rows that no longer say what their source gave (columns `noted`): changed by hand."""
    ours = digest_of("o", noted, sides.old.geometry)
    theirs = digest_of("n", sides.columns, sides.new.geometry)
    for table, mark in (("dt_changed", 2), ("dt_removed", 1)):
        edited = sql(
            "UPDATE {table} AS c SET kept = ? WHERE EXISTS (SELECT 1 FROM main.{old} o, main.{state} s"
            " WHERE o.{row} = c.old AND s.entry = ? AND s.fid = c.old AND s.digest <> ",
            table=table, old=sides.old.name, state=STATE, row=sides.old.key,
        )  # fmt: skip
        connection.execute(edited + ours + ")", (mark, sides.old.name))
    same = sql(
        "UPDATE dt_changed AS c SET kept = 1 WHERE kept = 2 AND EXISTS (SELECT 1 FROM new.{new} n, main.{state} s"
        " WHERE n.{row} = c.new AND s.entry = ? AND s.fid = c.old AND s.digest = ",
        new=sides.new.name, state=STATE, row=sides.new.key,
    )  # fmt: skip
    connection.execute(same + theirs + ")", (sides.old.name,))
    _tell(
        connection, sides, kept, Kind.EDITED, "SELECT old FROM dt_changed WHERE kept = 1",
        tr("Changed by you, not by the source, kept as you left them: {keys}."),
    )  # fmt: skip
    _tell(
        connection, sides, kept, Kind.CONFLICT, "SELECT old FROM dt_changed WHERE kept = 2",
        tr("Changed by you and by the source, yours is kept: {keys}. Compare, and correct by hand."),
    )  # fmt: skip


def _tell(connection: sqlite3.Connection, sides: Sides, kept: Kept, kind: Kind, rows: str, template: str) -> None:
    count = scalar(connection, f"{sql('SELECT count(*) FROM')} ({rows})")
    if not count:
        return
    statement = sql(
        "SELECT {key} FROM main.{table} WHERE {row} IN ", key=sides.key or sides.old.key, table=sides.old.name,
        row=sides.old.key,
    )  # fmt: skip
    keys = tuple(str(key) for (key,) in connection.execute(f"{statement}({rows}) LIMIT ?", (_NAMED,)))
    names = ", ".join(keys) + (", …" if count > len(keys) else "")
    kept.findings.append(Finding(kind, template.format(keys=names), count, keys))


# ------------------------------------------------------------------------------------------------ writing
def bring(connection: sqlite3.Connection, fresh: Path, table: str) -> None:
    """A table that the file did not have, with its style and its metadata; leaves `fresh` attached as `new`."""
    merge(connection, fresh, table)
    attach(connection, fresh, "new")
    names = [name for (name,) in connection.execute("SELECT name FROM pragma_table_info('layer_styles', 'new')")]
    statement = "INSERT INTO main.layer_styles ({names}) SELECT {names} FROM new.layer_styles WHERE f_table_name = ?"
    connection.execute(sql(statement, names=[name for name in names if name != "id"]), (table,))
    copy_metadata(connection, table)


def number_added(connection: sqlite3.Connection, sides: Sides) -> None:
    """Gives the added features their row ids, beyond all those that the table ever had."""
    last = scalar(connection, sql("SELECT max({row}) FROM main.{old}", row=sides.old.key, old=sides.old.name)) or 0
    used = scalar(connection, "SELECT seq FROM main.sqlite_sequence WHERE name = ?", (sides.old.name,)) or 0
    connection.execute(
        "UPDATE dt_added AS a SET old = ? + r.nth FROM (SELECT new, row_number() OVER (ORDER BY new) AS nth FROM"
        " dt_added) r WHERE r.new = a.new",
        (max(last, used),),
    )


def apply(connection: sqlite3.Connection, sides: Sides, structure: Structure) -> None:
    """Writes the differences into the table of `main`, in the transaction of the connection. See `number_added`."""
    table = {"old": sides.old.name, "row": sides.old.key, "new": sides.new.name, "new_row": sides.new.key}
    gone = "DELETE FROM main.{old} WHERE {row} IN (SELECT old FROM dt_removed WHERE NOT kept)"
    connection.execute(sql(gone, **table))
    for name, type_ in structure.added:
        connection.execute(sql("ALTER TABLE main.{old} ADD COLUMN {name} ", name=name, **table) + type_)
        fill = (
            "UPDATE main.{old} AS o SET {name} = n.{name} FROM temp.dt_pair p JOIN new.{new} n ON n.{new_row} = p.new"
            " WHERE o.{row} = p.old"
        )
        connection.execute(sql(fill, name=name, **table))
    pairs = [(name, name) for name in (*sides.columns, *(name for name, _ in structure.added))]
    if CUT_COLUMN in sides.old.columns and CUT_COLUMN in sides.new.columns:
        pairs.append((CUT_COLUMN, CUT_COLUMN))
    if sides.old.geometry:
        pairs.append((sides.old.geometry, sides.new.geometry))
    assigned = ", ".join(quoted(ours) + " = n." + quoted(theirs) for ours, theirs in pairs)
    source = " FROM temp.dt_changed c JOIN new.{new} n ON n.{new_row} = c.new WHERE o.{row} = c.old AND NOT c.kept"
    connection.execute(sql("UPDATE main.{old} AS o SET ", **table) + assigned + sql(source, **table))
    names = [sides.old.key, *(ours for ours, _ in pairs)]
    head = sql("INSERT INTO main.{old} ({names}) SELECT a.old, ", names=names, **table)
    values = ", ".join("n." + quoted(theirs) for _, theirs in pairs)
    tail = sql(" FROM temp.dt_added a JOIN new.{new} n ON n.{new_row} = a.new ORDER BY a.old", **table)
    connection.execute(head + values + tail)
    _note_state(connection, sides, structure)
    _describe(connection, sides)


def _note_state(connection: sqlite3.Connection, sides: Sides, structure: Structure) -> None:
    """Notes what the source gives, of every row the first time, of the rows that differ later on."""
    create_state(connection)
    first = bool(structure.added or structure.findings) or not has_state(connection, sides.old.name)
    forget = "DELETE FROM main.{state} WHERE entry = ? AND (? OR fid IN (SELECT old FROM dt_removed))"
    connection.execute(sql(forget, state=STATE), (sides.old.name, first))
    columns = {**sides.columns, **dict(structure.added)}
    head = sql("INSERT OR REPLACE INTO main.{state} SELECT ?, p.old, ", state=STATE)
    digest = digest_of("n", columns, sides.new.geometry)
    for rows in ("dt_pair", "dt_added") if first else ("dt_changed", "dt_added"):
        tail = sql(
            " FROM temp.{rows} p JOIN new.{new} n ON n.{row} = p.new",
            rows=rows, new=sides.new.name, row=sides.new.key,
        )  # fmt: skip
        connection.execute(head + digest + tail, (sides.old.name,))


def _describe(connection: sqlite3.Connection, sides: Sides) -> None:
    """What the GeoPackage says of the table: when it changed, its extent, its dimensions."""
    table = sides.old.name
    now = "UPDATE main.gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE table_name = ?"
    connection.execute(now, (table,))
    if not sides.old.geometry:
        return
    tell_extent(connection, table, sides.old.geometry)
    if sides.new.wkb_type // 1000 != sides.old.wkb_type // 1000:
        connection.execute(
            "UPDATE main.gpkg_geometry_columns SET z = CASE WHEN z OR ? THEN 2 ELSE 0 END,"
            " m = CASE WHEN m OR ? THEN 2 ELSE 0 END WHERE table_name = ?",
            (sides.new.wkb_type // 1000 % 2, sides.new.wkb_type // 2000, table),
        )
