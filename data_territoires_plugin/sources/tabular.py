"""A table of data.gouv.fr asked by the codes of a territory (tabular API), rather than its whole file.

Contract (datagouv/api-tabular): GET /resources/{id}/profile/ and /data/ (page, page_size ≤ 50, col__in=a,b), answers
{data, links, meta: {page, page_size, total}}; 404 for what the site has not parsed. Where it is not indexed, has no
column of codes, gains little or does not come whole, the file is read.
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ..catalogue.entry import GeometryKind
from ..errors import IncompleteError, NetworkError, SourceError
from ..i18n import tr
from ..network import endpoint, json_answer, session
from ..paths import cache_folder
from .base import stop_if_cancelled
from .by_code import code_column, drawn, with_contours
from .delimited import DelimitedSource
from .web_files import WebFiles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from qgis.core import QgsFeedback

    from ..catalogue.entry import Entry
    from ..network import Pool
    from .base import Area, Batch, Plan, Stage

PAGE = 50  # rows: what the service guarantees
MOST_PAGES = 200
CODES_AT_ONCE = 100  # in one address
SMALL = 2.0  # megabytes: below, the file costs less than the questions
_TIMEOUT = (10.0, 60.0)
_ROW = "__id"  # the service's own number of a row
# What the service recognised in a column (csv-detective), and how producers call it.
_FORMATS = {"code_commune_insee": "commune", "code_departement": "departement", "code_region": "region"}
_NAMES = (
    (
        "commune",
        re.compile(r"(code_?)?(insee|commune)(_?com(mune)?)?(_?insee)?|codgeo(_\d+)?|depcom|c_com_insee|insee_com"),
    ),
    ("commune", re.compile(r"(code_?(insee|commune)|insee).*")),
    ("departement", re.compile(r"(code_?)?dep(artement)?(_?insee)?")),
)


@dataclass(frozen=True)
class Column:
    """The column of codes, and what the codes are of."""

    name: str
    kind: str


class Tabular:
    """Reads the rows of a territory, else the file that the layer of the entry names."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._files = WebFiles(pool)

    def plan(self, entry: Entry, area: Area, feedback: QgsFeedback) -> Plan:
        """Asks the rows of the territory, and says how they will be read. Raises as `WebFiles.plan`.

        Rows that have no coordinates but the code of a commune get its contour.
        """
        plan = self._plan(entry, area, feedback)
        column = code_column(plan) if entry.geometry is GeometryKind.ANY else ""
        return with_contours(plan, column, area, self._pool, feedback) if column else plan

    def _plan(self, entry: Entry, area: Area, feedback: QgsFeedback) -> Plan:
        file = replace(entry, service="file", options={})
        try:
            rows, reason = self._rows(entry, area, feedback)
        except (NetworkError, SourceError) as error:
            stop_if_cancelled(feedback)
            rows, reason = (
                None,
                tr("the tabular API of data.gouv.fr did not give the rows ({reason})").format(reason=error.message),
            )
        if rows is None:
            plan = self._files.plan(file, area, feedback)
            return replace(plan, reason=f"{plan.reason}; {reason}")
        path, column, address = rows
        own = replace(file, service="local", layer=str(path), code_fields={column.kind: column.name})
        plan = DelimitedSource().plan(own, area, feedback)
        said = f"{reason}; {plan.reason}"
        edition = plan.edition or entry.edition
        return replace(plan, reason=said, request=address, edition=edition, detail={**plan.detail, "tabular": True})

    def fetch(self, entry: Entry, area: Area, plan: Plan, stage: Stage, feedback: QgsFeedback) -> Iterator[Batch]:
        """The rows, or those of the file."""
        batches = self._batches(entry, area, plan, stage, feedback)
        yield from drawn(batches, plan, area, self._pool, stage, feedback) if "contours" in plan.detail else batches

    def _batches(self, entry: Entry, area: Area, plan: Plan, stage: Stage, feedback: QgsFeedback) -> Iterator[Batch]:
        if not plan.detail.get("tabular"):
            yield from self._files.fetch(replace(entry, service="file", options={}), area, plan, stage, feedback)
            return
        own = replace(entry, service="local", layer=plan.detail["path"], options={})
        yield from DelimitedSource().fetch(own, area, plan, stage, feedback)

    # ------------------------------------------------------------------------------------------------ asking
    def _rows(self, entry: Entry, area: Area, feedback: QgsFeedback) -> tuple[tuple[Path, Column, str] | None, str]:
        """The file of the rows, their column of codes and the request; None and the reason where the file is better."""
        if not any(area.codes.get(kind) for kind in ("commune", "departement", "region")):
            return None, tr("the whole file: the perimeter is no territory, its codes are not known")
        if 0 < entry.megabytes < SMALL:
            return None, tr("the whole file: it is small")
        base = f"{endpoint('datagouv_tabular')}/resources/{quote(entry.options['resource'])}"
        with session(feedback=feedback) as web:
            profile = json_answer(web.get(f"{base}/profile/", timeout=_TIMEOUT))
            header, column = _described(profile, entry, area)
            if column is None:
                return None, tr("the whole file: no column holds the codes of the territory")
            counted = [(self._page(web, base, column, codes, 1), codes) for codes in _batches(area.codes[column.kind])]
            total = sum(answer["meta"]["total"] for answer, _ in counted)
            everything = profile["profile"].get("total_lines") or 0
            if not total:
                return None, tr("the whole file: no row bears the codes of the territory in {column}").format(
                    column=column.name
                )
            if total > MOST_PAGES * PAGE or (everything and total * 3 > everything):
                return None, tr("the whole file: the rows of the territory ({count}) are a large part of it").format(
                    count=total
                )
            path = self._written(web, base, column, header, counted, feedback)
        return (path, column, f"{base}/data/?{quote(column.name)}__in=…"), tr(
            "rows of the territory asked of the tabular API of data.gouv.fr, by {column}: {count}"
        ).format(column=column.name, count=total)

    @staticmethod
    def _page(web: Any, base: str, column: Column, codes: tuple[str, ...], page: int) -> dict[str, Any]:
        asked = {f"{column.name}__in": ",".join(codes), f"{_ROW}__sort": "asc", "page": page, "page_size": PAGE}
        answer = json_answer(web.get(f"{base}/data/", params=asked, timeout=_TIMEOUT))
        if not isinstance(answer, dict) or not isinstance((answer.get("meta") or {}).get("total"), int):
            raise SourceError(tr("its answer is not what it promises"), detail=str(answer)[:300])
        return answer

    def _written(
        self,
        web: Any,
        base: str,
        column: Column,
        header: list[str],
        counted: list[tuple[dict[str, Any], tuple[str, ...]]],
        feedback: QgsFeedback,
    ) -> Path:
        """All the rows as a text file of the cache. Raises IncompleteError where they are not as many as announced."""
        what = json.dumps([base, column.name, [codes for _, codes in counted]])
        path = cache_folder("files") / f"tabular-{hashlib.sha256(what.encode()).hexdigest()[:24]}.csv"
        draft = path.with_suffix(f".{os.getpid()}.draft")
        try:
            with draft.open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(header)
                for first, codes in counted:
                    total, seen = first["meta"]["total"], set()
                    for page in range(1, -(-total // PAGE) + 1):
                        stop_if_cancelled(feedback)
                        answer = first if page == 1 else self._page(web, base, column, codes, page)
                        new = [row for row in answer["data"] if row.get(_ROW) not in seen]
                        seen |= {row.get(_ROW) for row in new}
                        writer.writerows([_text(row.get(name)) for name in header] for row in new)
                    if len(seen) != total:
                        raise IncompleteError(
                            tr("rows announced: {total}, received: {count}").format(total=total, count=len(seen)),
                            detail=base,
                        )
            os.replace(draft, path)
        finally:
            draft.unlink(missing_ok=True)
        return path


def _described(profile: Any, entry: Entry, area: Area) -> tuple[list[str], Column | None]:
    """The columns of the table, and the one that holds codes of the territory: as recognised, else by its name."""
    try:
        header = [str(name) for name in profile["profile"]["header"]]
        formats = {name: str(each.get("format")) for name, each in profile["profile"]["columns"].items()}
    except (KeyError, TypeError, AttributeError) as error:
        raise SourceError(tr("its answer is not what it promises"), detail=str(profile)[:300]) from error
    told = [Column(name, kind) for kind, name in entry.code_fields.items() if name in header]
    told += [Column(name, _FORMATS[formats[name]]) for name in header if formats.get(name) in _FORMATS]
    told += [
        Column(name, kind) for kind, pattern in _NAMES for name in header if pattern.fullmatch(name.strip().lower())
    ]
    usable = [column for column in told if area.codes.get(column.kind)]
    # A place where something stands goes before the address of who owns it: the first column of the file.
    return header, usable[0] if usable else None


def _batches(codes: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [tuple(codes[at : at + CODES_AT_ONCE]) for at in range(0, len(codes), CODES_AT_ONCE)]


def _text(value: Any) -> str:
    """A value as its file would hold it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list)) else str(value)
