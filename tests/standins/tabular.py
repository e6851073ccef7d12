"""A stand-in of the tabular API of data.gouv.fr: the tables that it has parsed, by pages of 50 rows.

Stricter than the service where it says two things: 50 rows at most (production takes 200), and an error for a column or
an operator that it does not know.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.standins.stage import Answer, Request, StandIn

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST = 50
_FORMATS = {"code_commune_insee", "code_departement", "code_region"}


class Tabular(StandIn):
    """The API. `tables`: id of a resource → (CSV in UTF-8 with commas, {column: format of csv-detective})."""

    home = "/api"

    def __init__(self, tables: Mapping[str, tuple[str, Mapping[str, str]]], **speed: Any) -> None:
        self._tables = {key: _Table(Path(path), formats) for key, (path, formats) in tables.items()}
        super().__init__(**speed)

    def answer(self, request: Request) -> Answer:
        steps = [step for step in request.path.split("/") if step]
        if request.method != "GET" or not request.path.endswith("/") or steps[:2] != ["api", "resources"]:
            return _error(404, "Not found")
        table = self._tables.get(steps[2]) if len(steps) == 4 else None
        if table is None:
            return _error(404, "Not found")
        if steps[3] == "profile":
            return _json({"profile": table.profile(), "deleted_at": None, "dataset_id": None, "indexes": None})
        if steps[3] != "data":
            return _error(404, "Not found")
        return self._data(table, steps[2], request)

    def _data(self, table: _Table, key: str, request: Request) -> Answer:
        # The stage gives the names of parameters in lower case: those of the columns are found again.
        page, size, rows = 1, 20, list(table.rows)
        for name, value in request.params.items():
            if name in ("page", "page_size"):
                page, size = (int(value), size) if name == "page" else (page, int(value))
                continue
            column, _, operator = name.rpartition("__")
            found = next((each for each in (*table.names, "__id") if each.lower() == column), None)
            if found is None or operator not in ("exact", "in", "sort"):
                return _error(400, f"Invalid query string: {name}")
            if operator == "sort":
                rows.sort(key=lambda row, by=found: (row[by] is None, row[by]), reverse=value == "desc")
            else:
                wanted = set(value.split(",")) if operator == "in" else {value}
                rows = [row for row in rows if str(row[found]) in wanted]
        if not 1 <= size <= _MOST:
            return _error(400, f"Page size exceeds allowed maximum: {_MOST}")
        short = self.take_fault("short", request)
        data = rows[(page - 1) * size : page * size][: -1 if short is not None else None]
        base = f"{self.address()}/resources/{key}"
        return _json(
            {
                "data": data,
                "links": {"profile": f"{base}/profile/", "swagger": f"{base}/swagger/", "next": None, "prev": None},
                "meta": {"page": page, "page_size": size, "total": len(rows)},
            }
        )


class _Table:
    def __init__(self, path: Path, formats: Mapping[str, str]) -> None:
        with path.open(encoding="utf-8-sig", newline="") as file:
            read = list(csv.DictReader(file))
        self.names = list(read[0])
        self.formats = {name: formats.get(name, "string") for name in self.names}
        numbers = {name for name in self.names if all(_number(row[name]) for row in read if row[name])}
        numbers -= {name for name in self.names if self.formats[name] in _FORMATS}
        self.rows = [
            {"__id": at}
            | {name: None if row[name] == "" else _value(row[name], name in numbers) for name in self.names}
            for at, row in enumerate(read, 1)
        ]

    def profile(self) -> dict[str, Any]:
        return {
            "header": self.names,
            "columns": {
                name: {"score": 1, "format": self.formats[name], "python_type": "string"}
                for name in reversed(self.names)  # the service keeps no order there
            },
            "total_lines": len(self.rows),
            "encoding": "utf-8",
            "separator": ",",
        }


def _number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _value(text: str, number: bool) -> Any:
    if not number:
        return text
    return int(text) if text.lstrip("-").isdigit() else float(text)


def _json(content: Any) -> Answer:
    return Answer(200, "application/json", json.dumps(content).encode())


def _error(status: int, title: str) -> Answer:
    return Answer(status, "application/json", json.dumps({"errors": [{"title": title, "detail": title}]}).encode())
