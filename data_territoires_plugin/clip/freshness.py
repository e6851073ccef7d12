"""The cheap question before a refresh: has a layer changed since? One small request, two at most."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from ..errors import Cancelled, DataTerritoiresError
from ..geopackage import connect, scalar, sql
from ..i18n import tr
from ..sources import source_of
from ..sources.geopf_wfs import GeopfWfs
from ..sources.wfs_pages import Query, Span

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from ..catalogue.entry import Entry
    from ..geopackage import Table
    from ..network import Pool
    from .record import LayerRecord, Record

# The fields in which the services of the Géoplateforme keep the date of the last change of a feature.
DATED = ("date_modification", "gpu_timestamp", "datemaj", "date_maj")
_CLOCKS = timedelta(seconds=5)  # a recipe is dated to the second, at the end of the clip


@dataclass(frozen=True)
class Freshness:
    """What the source told. `latest`: its most recent date of modification, "" where it has none."""

    unchanged: bool
    reason: str
    latest: str = ""
    tells: bool = True  # False: the source can't say whether anything has changed


def ask(
    entry: Entry, known: LayerRecord, table: Table, record: Record, pool: Pool, *, training: bool, feedback: QgsFeedback
) -> Freshness:
    """Whether a layer is as the recipe knows it. A source that can't tell is read again: never a wrong “unchanged”."""
    try:
        source, asked = source_of(entry, pool, training=training)
        if asked.service == "local":
            return _ask_file(Path(asked.layer.partition("|")[0]), record.asked(known))
        if isinstance(source, GeopfWfs):
            return _ask_wfs(source, asked, known, table, feedback)
    except Cancelled:
        raise
    except (DataTerritoiresError, OSError, ValueError) as error:
        reason = tr("the question got no answer: {error}").format(error=error)
        return Freshness(unchanged=False, reason=reason, tells=False)
    return Freshness(unchanged=False, reason=tr("this source does not tell what has changed"), tells=False)


def _ask_file(path: Path, before: datetime) -> Freshness:
    """A file and those that go with it (.dbf, -wal): when they were written, or copied there."""
    together = [path, *path.parent.glob(f"{path.stem}.*"), path.with_name(f"{path.name}-wal")]
    moments = [max(facts.st_mtime, facts.st_ctime) for facts in (each.stat() for each in together if each.exists())]
    if path.is_file() and max(moments) < (before - _CLOCKS).timestamp():
        return Freshness(unchanged=True, reason=tr("the file has not changed since the clip"))
    return Freshness(unchanged=False, reason=tr("the file has been written since the clip"))


def _ask_wfs(source: GeopfWfs, entry: Entry, known: LayerRecord, table: Table, feedback: QgsFeedback) -> Freshness:
    """A WFS: the number of features and the most recent date, in one answer of one feature."""
    field = dated_field(entry, table)
    fixed = bool(entry.edition) and not entry.edition.startswith("field:") and entry.edition == known.edition
    query = _query(entry, known.request, table.key)
    if query is None or known.announced is None or not (field or fixed):
        reason = tr("the layer bears no date of modification: read again and compared")
        return Freshness(unchanged=False, reason=reason, tells=False)
    number, latest = _newest(source, entry, query, field, feedback)
    if field and number and not latest:
        # The features without a date came first: PostgreSQL puts nulls before everything in a descending sort.
        dated = f"({query.cql}) AND {field} IS NOT NULL" if query.cql else f"{field} IS NOT NULL"
        _, latest = _newest(source, entry, Query(query.layer, query.srs, dated, "", query.key), field, feedback)
    if number != known.announced:
        reason = tr("features announced: {now}, {before} before").format(now=number, before=known.announced)
        return Freshness(unchanged=False, reason=reason, latest=latest)
    if not field:
        return Freshness(unchanged=True, reason=tr("same edition, same number of features"))
    before = known.latest or _latest_of(table, field)
    if _digits(latest) != _digits(before):
        reason = tr("most recent modification: {now}, {before} before").format(now=latest or "–", before=before or "–")
        return Freshness(unchanged=False, reason=reason, latest=latest)
    return Freshness(unchanged=True, reason=tr("same number of features, same most recent modification"), latest=latest)


def dated_field(entry: Entry, table: Table) -> str:
    """The column that dates the features of a layer, "" where it has none."""
    named = entry.edition.removeprefix("field:") if entry.edition.startswith("field:") else ""
    return next((name for name in (named, *DATED) if name and name in table.columns), "")


def _query(entry: Entry, request: str, key: str) -> Query | None:
    """The query of the last clip, from the recipe; None where it was another type's, or can't be read."""
    address, mark, cql = request.partition(" — ")
    asked = parse_qs(urlsplit(address).query)
    layer, srs = asked.get("typeNames", [""])[0], asked.get("srsName", [""])[0]
    if not mark or not srs or layer not in (entry.layer, *entry.former_layers):
        return None
    return Query(layer, srs, "" if cql == "*" else cql, "", entry.key or key)


def _newest(source: GeopfWfs, entry: Entry, query: Query, field: str, feedback: QgsFeedback) -> tuple[int | None, str]:
    """How many features answer, and the most recent value of `field`."""
    sort = f"{field} D" if field else (f"{entry.key} A" if entry.key else "")
    page = source.page(entry, Query(query.layer, query.srs, query.cql, sort, query.key), Span(0, 1), feedback)
    document: Any = json.loads(page)
    number = document.get("numberMatched", document.get("totalFeatures"))
    features = document.get("features") or [{}]
    latest = (features[0].get("properties") or {}).get(field) if field else None
    return (int(number) if str(number).isdecimal() else None), str(latest or "")


def _latest_of(table: Table, field: str) -> str:
    connection = connect(table.path, read_only=True)
    try:
        return str(scalar(connection, sql("SELECT max({field}) FROM {table}", field=field, table=table.name)) or "")
    finally:
        connection.close()


def _digits(moment: str) -> str:
    """A moment as figures alone: services and GeoPackages write the same one with or without Z and milliseconds."""
    return re.sub(r"\D", "", moment)[:17].ljust(17, "0") if moment else ""
