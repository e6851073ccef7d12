"""A stand-in of Grist's API of records, from its source (grist-core, 2026-08) and exchanges recorded with an older one.

Strict: a key where there is one, and the right to write; filters are lists; a change names columns that exist and that
no formula fills, the same for all its records, rows that exist; a body over 1 MB is refused. Values become those of
the type of their column (usertypes.py): an empty Bool is false, 1.7 in an Int is 1, a word in a Numeric stays a text.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.standins.cuts import Cut
from tests.standins.stage import Answer, Request

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST = 1_000_000
_FORMULA = " = "
_DEFAULTS = {"Text": "", "Choice": "", "Numeric": 0.0, "Int": 0, "Bool": False, "Ref": 0}


class Grist(Cut):
    """The API. `tables`: table → (column → type, list of rows); `key`: that which is asked for, "" for none.

    A type such as `Numeric = $a + 1` is that of a column filled by a formula. `access`: what the account may do.
    """

    home = "/api"

    def __init__(
        self,
        tables: Mapping[str, tuple[Mapping[str, str], list[dict[str, Any]]]],
        *,
        document: str = "docAbC123",
        key: str = "",
        access: str = "editors",
        **speed: Any,
    ) -> None:
        self._columns = {name: dict(columns) for name, (columns, _) in tables.items()}
        self._access = access
        self._rows = {name: dict(enumerate((dict(row) for row in rows), 1)) for name, (_, rows) in tables.items()}
        self._document, self._key = document, key
        super().__init__(**speed)

    def drop(self, type_name: str, *keys: str) -> int:
        """Forget rows by their number."""
        return sum(self._rows[type_name].pop(int(key), None) is not None for key in keys)

    def table(self, name: str) -> dict[int, dict[str, Any]]:
        """The rows of a table, by their number."""
        return self._rows[name]

    def answer(self, request: Request) -> Answer:
        """One request."""
        return self.cut_or(request, lambda: self._answered(request))

    def _answered(self, request: Request) -> Answer:  # noqa: PLR0911 - a refusal each
        refused = self._refused(request)
        if refused is not None:
            return refused
        steps = request.path.removeprefix(f"{self.home}/").split("/")
        if steps == ["docs", self._document] and request.method == "GET":
            return _json({"id": self._document, "name": "Document", "access": self._access, "isPinned": False})
        if steps[:2] != ["docs", self._document] or len(steps) < 5 or steps[2] != "tables":
            return _error(404, "document not found")
        table, what = steps[3], "/".join(steps[4:])
        if table not in self._columns:
            return _error(404, f'Table not found "{table}"')
        if what == "columns" and request.method == "GET":
            return _json({"columns": [_column(name, kind) for name, kind in self._columns[table].items()]})
        if what in ("data/delete", "records/delete") and request.method == "POST":
            return self._deleted(table, request)
        if what != "records":
            return _error(404, f"not found: {request.path}")
        if request.method == "GET":
            rows = self._rows[table].items()
            return _json({"records": [{"id": number, "fields": self._whole(table, row)} for number, row in rows]})
        return self._changed(table, request)

    def _refused(self, request: Request) -> Answer | None:
        if self._key and request.headers.get("authorization") != f"Bearer {self._key}":
            return _error(401 if "authorization" in request.headers else 403, "No view access")
        if request.method != "GET" and self._access == "viewers":
            return _error(403, "No write access")
        return _error(413, "request entity too large") if len(request.body) > _MOST else None

    def _deleted(self, table: str, request: Request) -> Answer:
        if "json" not in request.headers.get("content-type", ""):
            return _error(415, "application/json is expected")
        numbers = json.loads(request.body)
        if not isinstance(numbers, list) or any(number not in self._rows[table] for number in numbers):
            return _error(400, "[Sandbox] KeyError: row ids")
        lost = self.take_fault("lose", request) is not None
        for number in numbers[: len(numbers) - lost]:
            del self._rows[table][number]
        return _json(None)

    def _whole(self, table: str, row: Mapping[str, Any]) -> dict[str, Any]:
        return {column: row.get(column) for column in self._columns[table]}

    def _changed(self, table: str, request: Request) -> Answer:  # noqa: PLR0911 - a refusal each
        if "json" not in request.headers.get("content-type", ""):
            return _error(415, "application/json is expected")
        records = json.loads(request.body)["records"]
        named = {tuple(record["fields"]) for record in records}
        if len(named) > 1:
            return _error(400, "PATCH requires all records to have same fields")
        for column in (one for names in named for one in names):
            if column not in self._columns[table]:
                return _error(400, f'Invalid column "{column}"')
            if _FORMULA in self._columns[table][column]:
                return _error(400, f"[Sandbox] ValueError: Can't save value to formula column {column}")
        rows = self._rows[table]
        if request.method == "POST":
            start = max(rows, default=0) + 1
            made = [self._defaults(table) | self._converted(table, record["fields"]) for record in records]
            rows.update({start + at: row for at, row in enumerate(made)})
            return _json({"records": [{"id": start + at} for at in range(len(records))]})
        if any(record["id"] not in rows for record in records):
            return _error(404, "Invalid row id")
        lost = self.take_fault("lose", request) is not None  # says yes, and keeps the last row as it was
        for record in records[: len(records) - lost]:
            rows[record["id"]] |= self._converted(table, record["fields"])
        return _json(None)

    def _converted(self, table: str, fields: Mapping[str, Any]) -> dict[str, Any]:
        return {name: _converted(value, _kind(self._columns[table][name])) for name, value in fields.items()}

    def _defaults(self, table: str) -> dict[str, Any]:
        return {name: _DEFAULTS.get(_kind(type_)) for name, type_ in self._columns[table].items()}


def _kind(type_: str) -> str:
    return type_.partition(_FORMULA)[0].partition(":")[0]


def _column(name: str, type_: str) -> dict[str, Any]:
    kind, _, formula = type_.partition(_FORMULA)
    fields = {"label": name, "type": kind, "isFormula": bool(formula), "formula": formula}
    return {"id": name, "fields": fields}


def _converted(value: Any, kind: str) -> Any:
    """What a column of a type keeps of a value: another value, or a text where it doesn't suit."""
    try:
        if kind in ("Numeric", "Date", "DateTime"):
            return float(value) if value not in ("", None) else None
        if kind == "Int":
            return int(float(value)) if value not in ("", None) else None
    except (TypeError, ValueError):
        return str(value)
    if kind in ("Text", "Choice") and value is not None:
        return f"{value:.15g}" if isinstance(value, float) else str(value)
    if kind == "Bool":
        return value.lower() in ("true", "yes", "1") if isinstance(value, str) else bool(value)
    return value or 0 if kind == "Ref" else value


def _json(content: object) -> Answer:
    return Answer(200, "application/json; charset=utf-8", json.dumps(content, ensure_ascii=False).encode())


def _error(status: int, text: str) -> Answer:
    return Answer(status, "application/json; charset=utf-8", json.dumps({"error": text}).encode())
