"""The rules of a Base Adresse Locale: those of a value, of a row, of the rows together, of the file.

The codes are those of validateur-bal 3.5.2. One is told otherwise: a row without any name has no “same name twice”.
`row.cog_no_match_id_ban_commune` asks the platform of the BAN: only where the run says so.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...errors import NetworkError
from .. import bal, bal_words  # noqa: F401 - the words of its findings
from ..bal_values import LANGUAGES, REGIONAL, TOPONYM, commune_name, communes, seats, value_of
from ..explain import explain
from ..findings import Finding
from ..model import Level
from .address_row import AddressRow, same_name
from .checks import ABSENT, Row, row_check, table_check
from .legal_place import projected, projection_of

if TYPE_CHECKING:
    from ..model import Check
    from .loaded import Loaded
    from .options import Options

BAN_RULE = "bal_cog_no_match_id_ban_commune"
_FAR = 10  # metres between the two positions of an address


# ------------------------------------------------------------------------------------------------ value and row
@row_check("bal_value")
def bal_value(values: Sequence[Row], check: Check, options: Options) -> Iterator[tuple[int, str, str]]:
    """Values of one column with the fault of the check."""
    fault = check.parameters["fault"]
    field = check.fields[0]
    for at, (text,) in enumerate(values):
        if fault in value_of(field, text, options.today).faults:
            yield at, text or "", ""


@row_check("bal_row")
def bal_row(values: Sequence[Row], check: Check, options: Options) -> Iterator[tuple[int, str, str]]:
    """Rows whose columns don't go together."""
    wrong = _ROW_RULES[check.parameters["rule"]]
    absent = frozenset(check.parameters.get(ABSENT, "").split(","))
    for at, texts in enumerate(values):
        expected = wrong(AddressRow(check.fields, texts, options.today, absent))
        if expected is not None:
            yield at, " / ".join(one or "" for one in texts), expected


def _incoherent_number(row: AddressRow) -> str | None:
    key = row.value("cle_interop").key
    return None if key is None or not row.number or key.number == row.number else str(key.number or "")


def _no_commune(row: AddressRow) -> str | None:
    return None if row.read("cle_interop") or row.read("commune_insee") else ""


def _other_name(row: AddressRow) -> str | None:
    name = row.read("commune_nom")
    known = commune_name(row.commune)
    return known if name and known and name != known else None


def _same_names(row: AddressRow) -> str | None:
    complement = same_name(str(row.read("lieudit_complement_nom") or ""))
    return "" if complement and complement == same_name(row.name) else None


def _no_position(row: AddressRow) -> str | None:
    return "" if row.number not in (None, TOPONYM) and not row.texts["position"] else None


def _no_coordinates(row: AddressRow) -> str | None:
    empty = not row.texts["long"] or not row.texts["lat"]
    return "" if row.number not in (None, TOPONYM) and empty else None


def _outside(row: AddressRow) -> str | None:
    if _no_coordinates(row) is not None or row.number == TOPONYM:
        return None
    return "" if projection_of(row.read("long"), row.read("lat")) is None else None


def _far_apart(row: AddressRow) -> str | None:
    x, y, long, lat = (row.read(name) for name in ("x", "y", "long", "lat"))
    epsg = projection_of(long, lat)
    if _no_coordinates(row) is not None or epsg is None or not isinstance(x, float) or not isinstance(y, float):
        return None
    there_x, there_y = projected(epsg, long, lat)
    return f"{there_x:.2f} / {there_y:.2f}" if math.hypot(x - there_x, y - there_y) > _FAR else None


def _incomplete(row: AddressRow) -> str | None:
    return "" if row.number is None or not row.name else None


def _other_seat(row: AddressRow) -> str | None:
    delegated = str(row.read("commune_deleguee_insee") or "")
    names = ("commune_deleguee_insee", "commune_insee")
    # An empty commune is told as such; the code of the key only stands for an absent column.
    faulty = any(row.value(name).faults for name in names) or row.is_empty("commune_insee")
    commune = row.commune
    if not delegated or faulty or commune not in communes():
        return None
    return None if delegated == commune or commune in seats(delegated) else ", ".join(sorted(seats(delegated)))


def _lacking_ids(row: AddressRow) -> str | None:
    commune, street, address = row.ids
    if not (commune or street or address):
        return None
    lacking = [name for name, held in (("id_ban_commune", commune), ("id_ban_toponyme", street)) if not held]
    if not address and row.number != TOPONYM:
        lacking.append("id_ban_adresse")
    return ", ".join(lacking) if lacking else None


_ROW_RULES: dict[str, Callable[[AddressRow], str | None]] = {
    "incoherence_numero": _incoherent_number,
    "commune_manquante": _no_commune,
    "commune_nom_invalide": _other_name,
    "voie_nom_have_same_lieudit_complement_nom": _same_names,
    "position_manquante": _no_position,
    "longlat_vides": _no_coordinates,
    "longlat_invalides": _outside,
    "longlat_xy_incoherents": _far_apart,
    "adresse_incomplete": _incomplete,
    "chef_lieu_invalide": _other_seat,
    "lack_of_id_ban": _lacking_ids,
}


# --------------------------------------------------------------------------------------------- the whole table
@dataclass(frozen=True)
class _Told:
    """Makes the findings of one check."""

    loaded: Loaded

    def finding(
        self,
        rule: str,
        level: Level,
        code: str,
        *,
        feature: str = "",
        field: str = "",
        value: str = "",
        expected: str = "",
    ) -> Finding:
        words = explain(rule, table=self.loaded.table.name, field=field, value=value, expected=expected)
        return Finding(
            rule,
            level,
            words.message,
            code=code,
            feature=feature,
            field=field,
            value=value,
            expected=expected,
            help=words.help,
        )

    def rows(self, check: Check, wrong: Iterable[int], value: Callable[[int], str]) -> Iterator[Finding]:
        rule = f"bal_{check.parameters['rule']}"
        for at in sorted(wrong):
            yield self.finding(rule, check.level, check.code, feature=str(self.loaded.ids[at]), value=value(at))


@table_check("bal_columns")
def bal_columns(loaded: Loaded, check: Check, _options: Options) -> Iterator[Finding]:
    """The columns of the version that are not there, and those whose name is not exactly written."""
    version = check.parameters["version"]
    for name in bal.fields(version):
        column = loaded.matching.found.get(name, "")
        if column != name:
            code = f"field.{name}.missing"
            rule = "bal_missing" if not column else "bal_misspelt"
            yield _Told(loaded).finding(rule, bal.level(version, code), code, field=name, value=column, expected=name)


@table_check("bal_regional")
def bal_regional(loaded: Loaded, check: Check, options: Options) -> Iterator[Finding]:
    """The values of the columns in regional languages (voie_nom_bre)."""
    version = check.parameters["version"]
    for base in (one for one in REGIONAL if one in bal.fields(version) and one in loaded.columns):
        for column in (name for name in (f"{base}_{one}" for one in LANGUAGES) if name in loaded.columns):
            held = loaded.columns[column]
            for at, (text,) in enumerate(held.rows):
                for fault in value_of(base, text, options.today).faults:
                    if fault == "valeur_manquante":
                        continue
                    level = bal.level(version, f"{base}_@@.{fault}")
                    found = _Told(loaded).finding(
                        f"bal_{fault}", level, f"{column}.{fault}", field=column, value=text or ""
                    )
                    for row in held.positions([at]).tolist():
                        yield Finding(**{**found.__dict__, "feature": str(loaded.ids[row])})


@table_check("bal_rows")
def bal_rows(loaded: Loaded, check: Check, options: Options) -> Iterator[Finding]:
    """The rules that compare rows."""
    yield from _TABLE_RULES[check.parameters["rule"]](loaded, check, options)


_COMPARED = (
    "numero",
    "suffixe",
    "voie_nom",
    "toponyme",
    "lieudit_complement_nom",
    "commune_deleguee_insee",
    "cle_interop",
    "uid_adresse",
    "id_ban_commune",
    "id_ban_toponyme",
    "id_ban_adresse",
)


def _rows(loaded: Loaded, options: Options, *more: str) -> list[AddressRow]:
    """The rows of the table. Equal ones are one and the same."""
    columns = (*_COMPARED, *more)
    distinct = loaded.distinct(columns)
    made = [AddressRow(columns, texts, options.today) for texts in distinct.rows]
    return [made[int(number)] for number in distinct.codes]


def _empty(loaded: Loaded, check: Check, _options: Options) -> Iterator[Finding]:
    if not len(loaded):
        yield _Told(loaded).finding("bal_empty", check.level, check.code, value=loaded.subject.name)


def _uses_ids(row: AddressRow) -> bool:
    commune, street, address = row.ids
    return bool(commune and street and (address or row.number == TOPONYM))


def _several_communes(loaded: Loaded, check: Check, options: Options) -> Iterator[Finding]:
    rows = _rows(loaded, options)
    ids = sorted({row.ids[0] for row in rows})
    if all(map(_uses_ids, rows)) and len(ids) > 1:
        yield _Told(loaded).finding("bal_multi_id_ban_commune", check.level, check.code, value=", ".join(ids))


def _some_without_ids(loaded: Loaded, check: Check, options: Options) -> Iterator[Finding]:
    rows = _rows(loaded, options)
    used = sum(map(_uses_ids, rows))
    if 0 < used < len(rows):
        lacking = str(len(rows) - used)
        yield _Told(loaded).finding("bal_every_line_required_id_ban", check.level, check.code, value=lacking)


def _differing(
    rows: Iterable[tuple[int, AddressRow]], group: Callable[[AddressRow], str], compared: Callable[[AddressRow], str]
) -> list[int]:
    """The rows of the groups in which what is compared is not everywhere the same."""
    groups: dict[str, list[int]] = defaultdict(list)
    seen: dict[str, set[str]] = defaultdict(set)
    for at, row in rows:
        groups[group(row)].append(at)
        seen[group(row)].add(compared(row))
    return [at for name, held in groups.items() if len(seen[name]) > 1 for at in held]


def _street_and_kind(row: AddressRow) -> str:
    return f"{row.street}#{row.number == TOPONYM}"


def _streets(group: Callable[[AddressRow], str], compared: Callable[[AddressRow], str]) -> _TableRule:
    def rule(loaded: Loaded, check: Check, options: Options) -> Iterator[Finding]:
        rows = _rows(loaded, options)
        wrong = _differing(((at, row) for at, row in enumerate(rows) if row.ids[1]), group, compared)
        yield from _Told(loaded).rows(check, wrong, lambda at: f"{rows[at].name} / {rows[at].ids[1]}")

    return rule


def _addresses(
    group: Callable[[AddressRow], str], compared: Callable[[AddressRow], str], *, with_id: bool
) -> _TableRule:
    def rule(loaded: Loaded, check: Check, options: Options) -> Iterator[Finding]:
        rows = _rows(loaded, options)
        kept = ((at, row) for at, row in enumerate(rows) if row.number != TOPONYM and (row.ids[2] or not with_id))
        wrong = _differing(kept, group, compared)
        yield from _Told(loaded).rows(check, wrong, lambda at: f"{rows[at].number} {rows[at].name} / {rows[at].ids[2]}")

    return rule


def _undeclared(loaded: Loaded, check: Check, options: Options) -> Iterator[Finding]:
    rows = _rows(loaded, options)
    declared = {row.name for row in rows if row.number == TOPONYM}
    complements = [str(row.read("lieudit_complement_nom") or "") for row in rows]
    wrong = [at for at, one in enumerate(complements) if one and one not in declared]
    yield from _Told(loaded).rows(check, wrong, lambda at: complements[at])


_TableRule = Callable[["Loaded", "Check", "Options"], Iterator[Finding]]


def _other_commune(loaded: Loaded, check: Check, options: Options) -> Iterator[Finding]:
    """The rows whose identifier of commune is not the one that the BAN gives; nothing where it isn't to be asked."""
    if options.ban is None:
        return
    rows = _rows(loaded, options, "commune_insee")
    wanted: dict[str, str] = {}
    try:
        for commune in sorted({row.commune for row in rows if row.ids[0] and row.commune}):
            wanted[commune] = options.ban(commune)
    except NetworkError as error:
        yield _Told(loaded).finding(f"{BAN_RULE}_not_possible", Level.INFO, "", value=error.message)
        return
    wrong = [at for at, row in enumerate(rows) if row.ids[0] and wanted.get(row.commune, "") not in ("", row.ids[0])]
    yield from _Told(loaded).rows(check, wrong, lambda at: f"{rows[at].commune} / {rows[at].ids[0]}")


def ban_not_asked(loaded: Loaded, options: Options) -> bool:
    """Whether a table gives identifiers of communes that nobody was asked about."""
    if options.ban is not None or not any(one.parameters.get("rule") == BAN_RULE[4:] for one in loaded.table.checks):
        return False
    held = [loaded.columns[name] for name in ("id_ban_commune", "uid_adresse") if name in loaded.columns]
    return any(text is not None for column in held for (text,) in column.rows)


_TABLE_RULES: dict[str, _TableRule] = {
    "empty": _empty,
    "cog_no_match_id_ban_commune": _other_commune,
    "multi_id_ban_commune": _several_communes,
    "every_line_required_id_ban": _some_without_ids,
    "different_voie_nom_with_same_id_ban_toponyme": _streets(lambda row: row.ids[1], lambda row: row.street),
    "different_id_ban_toponyme_with_same_voie_nom": _streets(_street_and_kind, lambda row: row.ids[1]),
    "different_adresse_with_same_id_ban_adresse": _addresses(
        lambda row: row.ids[2], lambda row: row.address, with_id=True
    ),
    "different_id_ban_adresses_with_same_adresse": _addresses(
        lambda row: row.address, lambda row: row.ids[2], with_id=False
    ),
    "lieudit_complement_nom_not_declared": _undeclared,
}


# ------------------------------------------------------------------------------------------------------ the file
@table_check("bal_file")
def bal_file(loaded: Loaded, check: Check, _options: Options) -> Iterator[Finding]:
    """How the text file is written: UTF-8, semicolons, line feeds. Nothing to say of another kind of file."""
    from ...sources.dialect import recognise

    path = loaded.subject.path
    if path is None or path.suffix.lower() not in (".csv", ".txt"):
        return
    try:
        dialect = recognise(path)
        with path.open("rb") as file:
            sample = file.read(1 << 20)
    except (OSError, UnicodeError):
        return  # told by who reads it
    alone = sample.replace(b"\r\n", b"").count(b"\r")
    wrong = {
        "encoding": "" if dialect.encoding.startswith("utf-8") else dialect.encoding,
        "delimiter": "" if dialect.separator == ";" else dialect.separator.replace("\t", "\\t"),
        "linebreak": "\\r" if alone and b"\n" not in sample else "",
    }[check.parameters["rule"]]
    if wrong:
        yield _Told(loaded).finding(f"bal_{check.parameters['rule']}", check.level, check.code, value=wrong)
