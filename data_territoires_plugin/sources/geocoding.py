"""Addresses become points: the geocoding service of the Géoplateforme, by batches or one at a time."""

from __future__ import annotations

import csv
import hashlib
import io
import os
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..errors import ServerError
from ..i18n import tr
from ..network import checked, endpoint, json_answer, session
from ..paths import cache_folder
from .base import stop_if_cancelled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from qgis.core import QgsFeedback

# The service takes 200,000 lines or 50 MB (its documentation, 2026-05); small batches show progress, and are what an
# interruption loses.
BATCH = 2000
KEPT_FOR = 86_400.0  # seconds: a batch that was answered serves the next try, the same day
_LONGEST = 200  # characters: the service ignores what follows
_TIMEOUT = (30.0, 300.0)
_COLUMNS = ("dt_row", "address", "postcode", "citycode")


@dataclass(frozen=True)
class Address:
    """What is looked for. The codes narrow the search where they are known."""

    text: str
    postcode: str = ""
    citycode: str = ""  # INSEE


@dataclass(frozen=True)
class Located:
    """Where an address is, by the service. `score`: from 0 to 1. `status`: ok, not-found, skipped or error."""

    status: str
    lon: float | None = None  # degrees, WGS 84
    lat: float | None = None
    score: float | None = None
    label: str = ""
    kind: str = ""  # housenumber, street, locality, municipality
    id: str = ""
    citycode: str = ""


def located(addresses: Sequence[Address], feedback: QgsFeedback) -> Iterator[list[Located]]:
    """What the service finds, batch after batch, in the order of the addresses: one answer each, always.

    A batch that an earlier try had answered today is not sent again. Raises NetworkError, ServerError, Cancelled.
    """
    for start in range(0, len(addresses), BATCH):
        stop_if_cancelled(feedback)
        asked = addresses[start : start + BATCH]
        question = _question(asked)
        kept = _kept(question)
        text = kept.read_text(encoding="utf-8") if kept.is_file() else ""
        if not text:
            text = _sent(question, feedback)
        results = _read(text, len(asked))
        if not kept.is_file():
            draft = kept.with_suffix(f".{os.getpid()}.draft")
            draft.write_text(text, encoding="utf-8")
            draft.replace(kept)
        yield results


def forget_old() -> None:
    """Drops the batches that no longer serve."""
    oldest = time.time() - KEPT_FOR
    for file in cache_folder("geocoding").iterdir():
        if file.stat().st_mtime < oldest:
            file.unlink(missing_ok=True)


def found(text: str, limit: int, feedback: QgsFeedback) -> list[Located]:
    """The places that a text may name, best first: a house number, a street, a locality, a commune."""
    parameters = {"q": text[:_LONGEST], "limit": str(min(limit, 20)), "index": "address", "autocomplete": "1"}
    with session(feedback=feedback) as web:
        answer = web.get(f"{endpoint('geopf_geocoding')}/search", params=parameters, timeout=(10.0, 20.0))
    document = json_answer(answer)
    features = document.get("features") if isinstance(document, dict) else None
    if not isinstance(features, list):
        raise _misunderstood(str(document)[:300])
    return [_of_feature(feature) for feature in features]


def _of_feature(feature: Any) -> Located:
    try:
        lon, lat = (float(value) for value in feature["geometry"]["coordinates"][:2])
        told = feature["properties"]
        score = float(told.get("score") or 0.0)
        texts = [str(told.get(name) or "") for name in ("label", "type", "id", "citycode")]
    except (KeyError, TypeError, ValueError) as error:
        raise _misunderstood(str(feature)[:300]) from error
    return Located("ok", lon, lat, score, *texts)


def _question(addresses: Sequence[Address]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for number, address in enumerate(addresses):
        writer.writerow((number, " ".join(address.text.split())[:_LONGEST], address.postcode, address.citycode))
    return text.getvalue().encode()


def _kept(question: bytes) -> Path:
    return cache_folder("geocoding") / f"{hashlib.sha256(question).hexdigest()}.csv"


def _sent(question: bytes, feedback: QgsFeedback) -> str:
    fields = [("columns", "address"), ("postcode", "postcode"), ("citycode", "citycode"), ("indexes", "address")]
    with session(feedback=feedback) as web:
        answer = web.request(
            "POST",
            f"{endpoint('geopf_geocoding')}/search/csv",
            data=fields,
            files={"data": ("addresses.csv", question, "text/csv")},
            timeout=_TIMEOUT,
            idempotent=True,
        )
    return checked(answer).content.decode("utf-8-sig")


def _read(text: str, asked: int) -> list[Located]:
    """One result per line, whatever the order of the lines. ServerError where one is missing or is there twice."""
    results: dict[int, Located] = {}
    for row in csv.DictReader(io.StringIO(text)):
        try:
            number = int(row["dt_row"])
            results[number] = _of_row(row)
        except (KeyError, TypeError, ValueError) as error:
            raise _misunderstood(str(row)[:300]) from error
    if sorted(results) != list(range(asked)):
        raise _misunderstood(f"{len(results)} lines, {asked} addresses")
    return [results[number] for number in range(asked)]


def _of_row(row: dict[str, str]) -> Located:
    status = row["result_status"] or "not-found"
    if status != "ok":
        return Located(status)
    lon, lat = float(row["longitude"]), float(row["latitude"])
    texts = [row.get(name) or "" for name in ("result_label", "result_type", "result_id", "result_citycode")]
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise ValueError(f"{lon} {lat}")
    return Located(status, lon, lat, float(row["result_score"] or 0.0), *texts)


def _misunderstood(detail: str) -> ServerError:
    return ServerError(
        tr("The geocoding service answers something else than what it was asked."),
        detail=detail,
        hint=tr("Try again later: the batches already answered are kept for today."),
    )
