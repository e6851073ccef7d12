"""A table that is replaced whole: filled beside, then swapped for the former one in one transaction.

What it holds is read back after the swap, as after any sending.

`LIKE … INCLUDING ALL` copies columns, defaults, checks, indexes and their comments. The rest is brought here: owner,
rights (of the table and of its columns), comment, foreign keys, sequences, names of the indexes. What can't be brought
(views, which follow the former table; triggers, policies, keys of other tables) forbids the swap.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from psycopg2 import sql

from ...i18n import tr

NEW, FORMER = "__dt_new", "__dt_before"
MARK = "data-territoires "  # begins the comment of the tables that are ours
_LONGEST = 63  # bytes of a name
_OBSTACLES = """
SELECT 'view', v.oid::regclass::text FROM pg_depend d JOIN pg_rewrite r ON r.oid = d.objid
  JOIN pg_class v ON v.oid = r.ev_class
  WHERE d.classid = 'pg_rewrite'::regclass AND d.refobjid = %(table)s::regclass AND v.oid <> %(table)s::regclass
UNION SELECT 'key', conrelid::regclass::text FROM pg_constraint
  WHERE contype = 'f' AND confrelid = %(table)s::regclass AND conrelid <> confrelid
UNION SELECT 'trigger', tgname::text FROM pg_trigger WHERE tgrelid = %(table)s::regclass AND NOT tgisinternal
UNION SELECT 'policy', polname::text FROM pg_policy WHERE polrelid = %(table)s::regclass
UNION SELECT 'family', inhrelid::regclass::text FROM pg_inherits
  WHERE inhrelid = %(table)s::regclass OR inhparent = %(table)s::regclass
UNION SELECT 'replication', p.pubname::text FROM pg_publication_rel r JOIN pg_publication p ON p.oid = r.prpubid
  WHERE r.prrelid = %(table)s::regclass
UNION SELECT 'kind', relkind::text FROM pg_class WHERE oid = %(table)s::regclass AND relkind <> 'r'
UNION SELECT 'owner', pg_get_userbyid(relowner)::text FROM pg_class
  WHERE oid = %(table)s::regclass AND NOT pg_has_role(relowner, 'USAGE')
UNION SELECT 'schema', n.nspname::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.oid = %(table)s::regclass AND NOT has_schema_privilege(n.oid, 'CREATE')
ORDER BY 1, 2"""
_INDEXES = """
SELECT c.relname, pg_get_indexdef(c.oid) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
WHERE i.indrelid = %s::regclass ORDER BY c.relname"""
_RIGHTS = """
SELECT NULL, coalesce(nullif(r.rolname, ''), 'public'), a.grantee = 0, a.privilege_type, a.is_grantable
  FROM pg_class c, aclexplode(c.relacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
  WHERE c.oid = %(table)s::regclass
UNION ALL SELECT t.attname, coalesce(nullif(r.rolname, ''), 'public'), a.grantee = 0, a.privilege_type, a.is_grantable
  FROM pg_attribute t, aclexplode(t.attacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
  WHERE t.attrelid = %(table)s::regclass AND NOT t.attisdropped"""
_SEQUENCES = """
SELECT s.oid::regclass::text, a.attname, d.deptype::text, s.relname,
  (SELECT format_type(q.seqtypid, NULL) FROM pg_sequence q WHERE q.seqrelid = s.oid)
FROM pg_depend d JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S'
  JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
WHERE d.refobjid = %s::regclass AND d.deptype IN ('a', 'i') ORDER BY a.attnum"""

_DESCRIBED = """
SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute
WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attname"""


@dataclass(frozen=True)
class Names:
    """The table, the one that is filled beside it, and where the former one is kept."""

    schema: str
    table: str

    def of(self, end: str = "") -> sql.Identifier:
        """`schema.table`, as SQL."""
        return sql.Identifier(self.schema, self.called(end))

    def called(self, end: str = "") -> str:
        """The name alone, no longer than PostgreSQL's names are."""
        return shortened(self.table, end)

    def text(self, end: str = "") -> str:
        """As `regclass` reads it."""
        parts = (part.replace('"', '""') for part in (self.schema, self.called(end)))
        return ".".join(f'"{part}"' for part in parts)


def shortened(name: str, end: str) -> str:
    """A name with an end, no longer than PostgreSQL's names are."""
    return name.encode()[: _LONGEST - len(end)].decode("utf-8", "ignore") + end


def obstacles(cursor: Any, names: Names) -> list[str]:
    """Why the table can't be swapped, in words; nothing where it can."""
    words = {
        "view": tr("the view {name} would go on reading the former table"),
        "key": tr("the table {name} refers to it"),
        "trigger": tr("it has the trigger {name}"),
        "policy": tr("it has the row policy {name}"),
        "family": tr("it is a part of {name}"),
        "replication": tr("it is replicated ({name})"),
        "kind": tr("it is not a plain table ({name})"),
        "owner": tr("it belongs to {name}"),
        "schema": tr("you may not create tables in {name}"),
    }
    cursor.execute(_OBSTACLES, {"table": names.text()})
    found = [words[kind].format(name=name) for kind, name in cursor.fetchall()]
    for end in (NEW, FORMER):
        if exists(cursor, names, end) and not comment(cursor, names, end).startswith(MARK):
            found.append(tr("the table {name} is in the way").format(name=names.called(end)))
    return found


def exists(cursor: Any, names: Names, end: str) -> bool:
    """Whether that table is there."""
    cursor.execute("SELECT to_regclass(%s) IS NOT NULL", (names.text(end),))
    return bool(cursor.fetchone()[0])


def comment(cursor: Any, names: Names, end: str = "") -> str:
    """The comment of a table."""
    cursor.execute("SELECT coalesce(obj_description(to_regclass(%s), 'pg_class'), '')", (names.text(end),))
    return str(cursor.fetchone()[0])


def set_comment(cursor: Any, names: Names, end: str, words: str) -> None:
    """Replaces the comment of a table."""
    cursor.execute(sql.SQL("COMMENT ON TABLE {} IS %s").format(names.of(end)), (words or None,))


def begin(cursor: Any, names: Names, run: str) -> None:
    """The table beside, with everything that the table holds."""
    if exists(cursor, names, NEW):
        cursor.execute(sql.SQL("DROP TABLE {}").format(names.of(NEW)))
    cursor.execute(sql.SQL("CREATE TABLE {} (LIKE {} INCLUDING ALL)").format(names.of(NEW), names.of()))
    set_comment(cursor, names, NEW, f"{MARK}{run}")
    _numbers_go_on(cursor, names.text(), names.text(NEW))
    cursor.execute(
        "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped"
        " AND attgenerated = '' ORDER BY attnum",
        (names.text(),),
    )
    columns = sql.SQL(", ").join(sql.Identifier(name) for (name,) in cursor.fetchall())
    cursor.execute(
        sql.SQL("INSERT INTO {} ({}) OVERRIDING SYSTEM VALUE SELECT {} FROM {}").format(
            names.of(NEW), columns, columns, names.of()
        )
    )


def switch(cursor: Any, names: Names, run: str) -> None:
    """The table beside takes the place; the former one is kept. All of it in the transaction of the cursor."""
    if exists(cursor, names, FORMER):
        cursor.execute(sql.SQL("DROP TABLE {}").format(names.of(FORMER)))
    words = comment(cursor, names)
    _dress(cursor, names)
    pairs = [*_pairs(cursor, names), *_identities(cursor, names)]
    cursor.execute(sql.SQL("ALTER TABLE {} RENAME TO {}").format(names.of(), sql.Identifier(names.called(FORMER))))
    cursor.execute(sql.SQL("ALTER TABLE {} RENAME TO {}").format(names.of(NEW), sql.Identifier(names.table)))
    _rename(cursor, names, [(kind, old, shortened(old, FORMER)) for kind, old, _ in pairs])
    _rename(cursor, names, [(kind, new, old) for kind, old, new in pairs])
    set_comment(cursor, names, "", words)
    set_comment(cursor, names, FORMER, f"{MARK}{run} {words}")


def switch_back(cursor: Any, names: Names, run: str) -> bool:
    """The former table takes its place again, and what had replaced it goes. False: it is no longer there."""
    start = f"{MARK}{run} "
    told = comment(cursor, names, FORMER) if exists(cursor, names, FORMER) else ""
    if not told.startswith(start):
        return False
    _serials(cursor, names.text(), names.of(FORMER))
    _numbers_go_on(cursor, names.text(), names.text(FORMER))
    cursor.execute(sql.SQL("DROP TABLE {}").format(names.of()))
    cursor.execute(sql.SQL("ALTER TABLE {} RENAME TO {}").format(names.of(FORMER), sql.Identifier(names.table)))
    cursor.execute(_INDEXES, (names.text(),))
    ended = [("INDEX", name) for name, _ in cursor.fetchall()]
    cursor.execute(_SEQUENCES, (names.text(),))
    ended += [("SEQUENCE", name) for _, _, kind, name, _ in cursor.fetchall() if kind == "i"]
    _rename(cursor, names, [(kind, name, name.removesuffix(FORMER)) for kind, name in ended if name.endswith(FORMER)])
    set_comment(cursor, names, "", told[len(start) :])
    return True


def edited(cursor: Any, names: Names, key: str, others: tuple[str, ...]) -> bool:
    """Whether somebody has written since the swap in what is not published: columns, or `others` of the rows of before.

    Rows are known by `key`. False where the former table is no longer there.
    """
    if not exists(cursor, names, FORMER):
        return False
    described = []
    for end in ("", FORMER):
        cursor.execute(_DESCRIBED, (names.text(end),))
        described.append(cursor.fetchall())
    if described[0] != described[1]:
        return True
    columns = sql.SQL(", ").join(sql.SQL("{}::text").format(sql.Identifier(name)) for name in (key, *others))
    statement = sql.SQL(
        "SELECT EXISTS (SELECT {columns} FROM {now} WHERE {key}::text IN (SELECT {key}::text FROM {former})"
        " EXCEPT SELECT {columns} FROM {former})"
    )
    cursor.execute(statement.format(columns=columns, key=sql.Identifier(key), now=names.of(), former=names.of(FORMER)))
    return bool(cursor.fetchone()[0])


def _dress(cursor: Any, names: Names) -> None:
    """What `LIKE` doesn't copy: owner, rights, keys to other tables, sequences."""
    new, old = names.of(NEW), names.text()
    cursor.execute(
        "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f' AND conrelid = %s::regclass",
        (old,),
    )
    for name, definition in cursor.fetchall():
        cursor.execute(
            sql.SQL("ALTER TABLE {} ADD CONSTRAINT {} {}").format(new, sql.Identifier(name), sql.SQL(definition))
        )
    cursor.execute(_RIGHTS, {"table": old})
    for column, role, everybody, right, grantable in cursor.fetchall():
        cursor.execute(
            sql.SQL("GRANT {} {} ON {} TO {} {}").format(
                sql.SQL(right),
                sql.SQL("({})").format(sql.Identifier(column)) if column else sql.SQL(""),
                new,
                sql.SQL("PUBLIC") if everybody else sql.Identifier(role),
                sql.SQL("WITH GRANT OPTION" if grantable else ""),
            )
        )
    _serials(cursor, old, new)
    cursor.execute("SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = %s::regclass", (old,))
    cursor.execute(sql.SQL("ALTER TABLE {} OWNER TO {}").format(new, sql.Identifier(cursor.fetchone()[0])))


def _serials(cursor: Any, source: str, target: sql.Identifier) -> None:
    """A serial goes on with the same sequence, which must not go with the table that it served first."""
    cursor.execute(_SEQUENCES, (source,))
    for sequence, column, kind, *_ in cursor.fetchall():
        if kind == "a":
            cursor.execute(
                sql.SQL("ALTER SEQUENCE {} OWNED BY {}.{}").format(sql.SQL(sequence), target, sql.Identifier(column))
            )


def _numbers_go_on(cursor: Any, source: str, target: str) -> None:
    """An identity has a sequence of its own, of the same type, which goes on from the same number."""
    cursor.execute(_SEQUENCES, (source,))
    for sequence, column, kind, _, type_ in cursor.fetchall():
        if kind == "i":
            cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", (target, column))
            own = sql.SQL(cursor.fetchone()[0])
            cursor.execute(sql.SQL("ALTER SEQUENCE {} AS {}").format(own, sql.SQL(type_)))
            cursor.execute(
                sql.SQL("SELECT setval(%s, last_value, is_called) FROM {}").format(sql.SQL(sequence)), (own.string,)
            )


def _identities(cursor: Any, names: Names) -> list[tuple[str, str, str]]:
    """The sequences of the identities, each with its copy."""
    found = []
    for end in ("", NEW):
        cursor.execute(_SEQUENCES, (names.text(end),))
        found.append({column: name for _, column, kind, name, _ in cursor.fetchall() if kind == "i"})
    return [("SEQUENCE", name, found[1][column]) for column, name in found[0].items()]


def _pairs(cursor: Any, names: Names) -> list[tuple[str, str, str]]:
    """The indexes of the table, each with its copy: those that say the same of their own table."""
    found = []
    for end in ("", NEW):
        cursor.execute(_INDEXES, (names.text(end),))
        found.append([(name, definition.partition(" USING ")[2], "UNIQUE" in definition.partition(" ON ")[0])
                      for name, definition in cursor.fetchall()])  # fmt: skip
    copies = found[1]
    pairs = []
    for name, *what in found[0]:
        copy = next((one for one in copies if list(one[1:]) == what), None)
        if copy is not None:
            copies.remove(copy)
            pairs.append(("INDEX", name, copy[0]))
    return pairs


def _rename(cursor: Any, names: Names, pairs: list[tuple[str, str, str]]) -> None:
    for kind, before, after in pairs:
        cursor.execute(
            sql.SQL("ALTER {} {} RENAME TO {}").format(
                sql.SQL(kind), sql.Identifier(names.schema, before), sql.Identifier(after)
            )
        )
