"""Tables of Grist: read as layers (coordinates, WKT, contours of the communes of a column of codes), written back.

Contract: Grist's own source (grist-core, DocApi.ts, 2026-08). The key is a header `Authorization: Bearer …`, held by
the authentication manager. There is no paging: a table comes whole. A body is at most 1 MB; the records of one change
have the same columns.
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
import re
import threading
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ..catalogue.entry import GeometryKind
from ..errors import ServerError, SourceError
from ..i18n import tr
from ..network import Pool, endpoint, json_answer, session
from ..paths import cache_folder
from .base import Area, Batch, Plan, Stage, stop_if_cancelled
from .by_code import code_column, drawn, with_contours
from .delimited import DelimitedSource

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from qgis.core import QgsFeedback

    from ..catalogue.entry import Entry

ROW = "grist_id"  # the column of the row's number
MOST_ROWS, MOST_BYTES = 500, 900_000  # of one change
_TIMEOUT = (15.0, 120.0)
_NAMED = re.compile(r"(?P<doc>[^/\s]+)/(?P<table>[^/\s]+)")
_SECONDS = ("Date", "DateTime")


@dataclass(frozen=True)
class GristColumn:
    """A column: type as Grist calls it (Text, Numeric, Int, Bool, Date, DateTime:…, Choice, Ref:…)."""

    name: str
    type: str
    computed: bool = False  # by a formula: nothing can be written to it


@dataclass(frozen=True)
class GristTable:
    """A table of a document. `authcfg`: the configuration that holds the key, "" for a public document.

    `api`: the address of the API of that Grist, "" for the usual one.
    """

    document: str
    table: str
    authcfg: str = ""
    api: str = ""

    @classmethod
    def named(cls, text: str, authcfg: str = "", api: str = "") -> GristTable:
        """From "document/Table". Raises SourceError."""
        found = _NAMED.fullmatch(text.strip())
        if not found:
            raise SourceError(
                tr("“{text}” is not a table of Grist.").format(text=text),
                hint=tr("Write document/Table: the identifier of the document is in its address, after /doc/ or /o/."),
            )
        return cls(found["doc"], found["table"], authcfg, api)

    @property
    def _document(self) -> str:
        return f"{self.api or endpoint('grist')}/docs/{quote(self.document, safe='')}"

    @property
    def address(self) -> str:
        """Where the API has it."""
        return f"{self._document}/tables/{quote(self.table, safe='')}"

    def access(self, feedback: QgsFeedback) -> str:
        """What the account may do with the document: owners, editors, viewers; "" where it isn't told. NetworkError."""
        with session(authcfg=self.authcfg, feedback=feedback) as web:
            content = json_answer(web.get(self._document, timeout=_TIMEOUT))
        return str(content.get("access") or "") if isinstance(content, dict) else ""

    def described(self, feedback: QgsFeedback) -> tuple[GristColumn, ...]:
        """The columns. NetworkError."""
        with session(authcfg=self.authcfg, feedback=feedback) as web:
            content = json_answer(web.get(f"{self.address}/columns", timeout=_TIMEOUT))
        try:
            found = [(str(each["id"]), each["fields"]) for each in content["columns"]]
            # A formula that is empty: the column becomes one of data as soon as something is written.
            return tuple(
                GristColumn(name, str(told.get("type", "")), bool(told.get("isFormula") and told.get("formula")))
                for name, told in found
            )
        except (KeyError, TypeError, AttributeError) as error:
            raise _not_understood(content) from error

    def columns(self, feedback: QgsFeedback) -> dict[str, str]:
        """The columns: id → type. NetworkError."""
        return {column.name: column.type for column in self.described(feedback)}

    def records(self, feedback: QgsFeedback) -> list[tuple[int, dict[str, Any]]]:
        """The rows: number, column → value as Grist writes it. NetworkError."""
        with session(authcfg=self.authcfg, feedback=feedback) as web:
            content = json_answer(web.get(f"{self.address}/records", timeout=_TIMEOUT))
        try:
            return [(int(each["id"]), dict(each["fields"])) for each in content["records"]]
        except (KeyError, TypeError, ValueError) as error:
            raise _not_understood(content) from error

    def change(self, rows: Sequence[tuple[int, Mapping[str, Any]]], feedback: QgsFeedback) -> None:
        """Changes these columns of these rows, nothing else. NetworkError: none of them is changed."""
        records = [{"id": number, "fields": dict(values)} for number, values in rows]
        self._send("PATCH", "records", {"records": records}, feedback)

    def add(self, rows: Sequence[Mapping[str, Any]], feedback: QgsFeedback) -> list[int]:
        """Adds rows; gives back their numbers, as far as Grist tells them. NetworkError: none of them is added."""
        content = self._send("POST", "records", {"records": [{"fields": dict(values)} for values in rows]}, feedback)
        try:
            return [int(each["id"]) for each in content["records"]]
        except (KeyError, TypeError, ValueError):
            return []

    def remove(self, numbers: Sequence[int], feedback: QgsFeedback) -> None:
        """Removes rows, by the route that old versions have too. NetworkError: none of them is removed."""
        self._send("POST", "data/delete", list(numbers), feedback)

    def _send(self, method: str, what: str, content: Any, feedback: QgsFeedback) -> Any:
        body = json.dumps(content, ensure_ascii=False).encode()
        headers = {"Content-Type": "application/json"}
        with session(authcfg=self.authcfg, feedback=feedback) as web:
            answer = web.request(method, f"{self.address}/{what}", data=body, headers=headers, timeout=_TIMEOUT)
        return json_answer(answer)


def in_batches(rows: Sequence[Any]) -> Iterator[list[Any]]:
    """The rows as many as a change takes: by number and by size (bytes of JSON)."""
    batch: list[Any] = []
    size = 0
    for row in rows:
        weight = len(json.dumps(row, ensure_ascii=False, default=str).encode()) + 30
        if batch and (len(batch) >= MOST_ROWS or size + weight > MOST_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(row)
        size += weight
    if batch:
        yield batch


class Grist:
    """Reads the table that the entry names: `document/Table`."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    def plan(self, entry: Entry, area: Area, feedback: QgsFeedback) -> Plan:
        """Fetches the table whole and says how its rows will be read. Raises SourceError, NetworkError, Cancelled."""
        table = GristTable.named(entry.layer, entry.options.get("authcfg", ""))
        path = _written(table, feedback)
        plan = DelimitedSource().plan(_own(entry, str(path)), area, feedback)
        column = code_column(plan) if entry.geometry is GeometryKind.ANY else ""
        plan = with_contours(plan, column, area, self._pool, feedback) if column else plan
        reason = tr("{reason}; the table of Grist, whole").format(reason=plan.reason)
        return replace(plan, reason=reason, request=f"{table.address}/records")

    def fetch(self, entry: Entry, area: Area, plan: Plan, stage: Stage, feedback: QgsFeedback) -> Iterator[Batch]:
        """The rows around the perimeter, or of its communes."""
        batches = DelimitedSource().fetch(_own(entry, plan.detail["path"]), area, plan, stage, feedback)
        yield from drawn(batches, plan, area, self._pool, stage, feedback) if "contours" in plan.detail else batches


def _own(entry: Entry, path: str) -> Entry:
    return replace(entry, service="local", layer=path, options={})


def _written(table: GristTable, feedback: QgsFeedback) -> Path:
    """The rows of a table as a text file in the cache: coordinates and codes are then looked for as in any other."""
    columns = table.columns(feedback)
    records = table.records(feedback)
    stop_if_cancelled(feedback)
    stamp = hashlib.sha256(f"{table.address}|{json.dumps(records, sort_keys=True)}".encode()).hexdigest()[:24]
    target = cache_folder("files") / f"{stamp}-grist.csv"
    draft = target.with_name(f"{stamp}.{os.getpid()}.{threading.get_ident()}.draft")
    try:
        with draft.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter=";")
            writer.writerow([ROW, *columns])
            for number, values in records:
                writer.writerow([number, *(as_text(values.get(name), kind) for name, kind in columns.items())])
        os.replace(draft, target)
    finally:
        draft.unlink(missing_ok=True)
    return target


def is_moment(kind: str) -> bool:
    """Whether a type of Grist is that of dates: seconds since 1970."""
    return kind.partition(":")[0] in _SECONDS


def as_text(value: Any, kind: str) -> str:
    """A value of Grist as a table writes it: dates are seconds since 1970 there, lists begin with a letter."""
    if value is None:
        return ""
    if is_moment(kind) and isinstance(value, (int, float)) and not isinstance(value, bool):
        moment = datetime.fromtimestamp(value, timezone.utc)
        return moment.date().isoformat() if kind == "Date" else moment.isoformat()
    if isinstance(value, list):
        return ", ".join(str(each) for each in value[1:])
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _not_understood(content: Any) -> ServerError:
    return ServerError(
        tr("The answer of Grist can't be understood."),
        detail=str(content)[:300],
        hint=tr("Check the address of Grist and the identifiers of the document and of the table."),
    )
