"""The last good answers of the catalogues, kept with their day: used offline, and where a catalogue does not answer.

Only what anyone may read is kept: a request made with someone's key is never sent from here.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from ...errors import NetworkError, OfflineError
from ...i18n import tr
from ...paths import cache_folder
from ...settings import offline

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from qgis.core import QgsFeedback

TIMEOUT = (10.0, 60.0)  # seconds: to connect, without a byte
_LONGEST = 90 * 86_400  # seconds that an answer stays
_MOST = 600  # answers kept
_UNCHANGED = 304
_REFUSED = range(400, 429)  # an answer of the catalogue itself: what is kept must not hide it


@dataclass(frozen=True)
class Answer:
    """A JSON document. `day`: when it was received (ISO), "" where it has just come."""

    document: Any
    day: str = ""


def ask(url: str, parameters: Mapping[str, str], feedback: QgsFeedback) -> Answer:
    """The JSON at an address; the last good one where nothing may be sent, or where the service does not answer.

    Raises OfflineError, NetworkError where there is none; ServerError for what the service refuses (4xx).
    """
    address = f"{url}?{urlencode(sorted(parameters.items()))}" if parameters else url
    path = _path(address)
    known = _read(path)
    if offline():
        if known is None:
            raise OfflineError(
                tr("This search was never made online: it can't be answered without network."),
                detail=address,
                hint=tr("Switch offline mode off, or search again what was searched before."),
            )
        return Answer(known["document"], known["day"])
    try:
        document, etag = _received(address, str((known or {}).get("etag", "")), feedback)
    except _RefusedError as refusal:
        raise refusal.error from None
    except NetworkError:
        if known is None:
            raise
        return Answer(known["document"], known["day"])
    if document is None and known is not None:  # unchanged
        document = known["document"]
    _write(path, {"url": address, "day": date.today().isoformat(), "etag": etag, "document": document})
    return Answer(document)


class _RefusedError(Exception):
    def __init__(self, error: NetworkError) -> None:
        super().__init__(error.message)
        self.error = error


def _received(address: str, etag: str, feedback: QgsFeedback) -> tuple[Any, str]:
    """The document, None where it has not changed, and its ETag."""
    from ...network import json_answer, session

    with session(feedback=feedback) as web:
        headers = {"Accept": "application/json", **({"If-None-Match": etag} if etag else {})}
        answer = web.get(address, headers=headers, timeout=TIMEOUT)
    if etag and answer.status_code == _UNCHANGED:
        return None, etag
    try:
        return json_answer(answer), answer.headers.get("ETag", "")
    except NetworkError as error:
        if answer.status_code in _REFUSED:
            raise _RefusedError(error) from error
        raise


def _path(address: str) -> Path:
    return cache_folder("catalogues") / f"{hashlib.sha256(address.encode()).hexdigest()[:24]}.json"


def _read(path: Path) -> dict[str, Any] | None:
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return kept if isinstance(kept, dict) and {"day", "document"} <= kept.keys() else None


def _write(path: Path, kept: dict[str, Any]) -> None:
    """Keeps an answer; a disk that refuses costs nothing but the next search offline."""
    draft = path.with_suffix(f".{os.getpid()}.draft")
    with suppress(OSError):
        draft.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
        os.replace(draft, path)
        _tidy(path.parent)
    with suppress(OSError):
        draft.unlink(missing_ok=True)


def _tidy(folder: Path) -> None:
    files = sorted(folder.glob("*.json"), key=lambda file: file.stat().st_mtime, reverse=True)
    oldest = time.time() - _LONGEST
    for number, file in enumerate(files):
        if number >= _MOST or file.stat().st_mtime < oldest:
            file.unlink(missing_ok=True)
