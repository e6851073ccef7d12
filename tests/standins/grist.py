"""A stand-in of Grist's API of records, from its source (grist-core, 2026-08) and exchanges recorded with an older one.

Strict: a key where there is one; filters are lists; a change names columns that exist, the same for all its records,
rows that exist; a body over 1 MB is refused.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.standins.stage import Answer, Request, StandIn

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST = 1_000_000


class Grist(StandIn):
    """The API. `tables`: table → (column → type, list of rows); `key`: that which is asked for, "" for none."""

    home = "/api"

    def __init__(
        self,
        tables: Mapping[str, tuple[Mapping[str, str], list[dict[str, Any]]]],
        *,
        document: str = "docAbC123",
        key: str = "",
        **speed: Any,
    ) -> None:
        self._columns = {name: dict(columns) for name, (columns, _) in tables.items()}
        self._rows = {name: dict(enumerate((dict(row) for row in rows), 1)) for name, (_, rows) in tables.items()}
        self._document, self._key = document, key
        super().__init__(**speed)

    def drop(self, type_name: str, *keys: str) -> int:
        """Forget rows by their number."""
        return sum(self._rows[type_name].pop(int(key), None) is not None for key in keys)

    def answer(self, request: Request) -> Answer:  # noqa: PLR0911 - a refusal each
        """One request."""
        if self._key and request.headers.get("authorization") != f"Bearer {self._key}":
            return _error(401 if "authorization" in request.headers else 403, "No view access")
        if len(request.body) > _MOST:
            return _error(413, "request entity too large")
        steps = request.path.removeprefix(f"{self.home}/").split("/")
        if steps[:2] != ["docs", self._document] or len(steps) != 5 or steps[2] != "tables":
            return _error(404, "document not found")
        table, what = steps[3], steps[4]
        if table not in self._columns:
            return _error(404, f'Table not found "{table}"')
        if what == "columns" and request.method == "GET":
            columns = [
                {"id": one, "fields": {"label": one, "type": kind}} for one, kind in self._columns[table].items()
            ]
            return _json({"columns": columns})
        if what != "records":
            return _error(404, f"not found: {request.path}")
        if request.method == "GET":
            rows = self._rows[table].items()
            return _json({"records": [{"id": number, "fields": self._whole(table, row)} for number, row in rows]})
        return self._changed(table, request)

    def _whole(self, table: str, row: Mapping[str, Any]) -> dict[str, Any]:
        return {column: row.get(column) for column in self._columns[table]}

    def _changed(self, table: str, request: Request) -> Answer:
        if "json" not in request.headers.get("content-type", ""):
            return _error(415, "application/json is expected")
        records = json.loads(request.body)["records"]
        named = {tuple(record["fields"]) for record in records}
        if len(named) > 1:
            return _error(400, "PATCH requires all records to have same fields")
        for column in (one for names in named for one in names):
            if column not in self._columns[table]:
                return _error(400, f'Invalid column "{column}"')
        rows = self._rows[table]
        if request.method == "POST":
            start = max(rows, default=0) + 1
            rows.update({start + at: record["fields"] for at, record in enumerate(records)})
            return _json({"records": [{"id": start + at} for at in range(len(records))]})
        if any(record["id"] not in rows for record in records):
            return _error(404, "Invalid row id")
        lost = self.take_fault("lose", request) is not None  # says yes, and keeps the last row as it was
        for record in records[: len(records) - lost]:
            rows[record["id"]] |= record["fields"]
        return _json(None)


def _json(content: object) -> Answer:
    return Answer(200, "application/json; charset=utf-8", json.dumps(content, ensure_ascii=False).encode())


def _error(status: int, text: str) -> Answer:
    return Answer(status, "application/json; charset=utf-8", json.dumps({"error": text}).encode())
