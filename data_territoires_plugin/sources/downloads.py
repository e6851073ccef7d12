"""Files of the web, kept in the cache: asked for again only where they changed, each there whole or not at all.

A file serves several layers and several territories (a GTFS, a file of the département): it is fetched once.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import threading
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from ..errors import NetworkError
from ..i18n import tr
from ..network import checked, session
from ..paths import cache_folder

if TYPE_CHECKING:
    import requests
    from qgis.core import QgsFeedback

TIMEOUT = (15.0, 120.0)  # seconds: to connect, without a byte
_ABSENT = (404, 410)
_UNCHANGED = 304
_BLOCK = 1 << 20
_KEPT = 14 * 86_400  # seconds that a file nobody reads stays in the cache
_locks: dict[str, threading.Lock] = {}
_locks_lock = threading.Lock()


@dataclass(frozen=True)
class Kept:
    """A file of the web on this disk."""

    path: str
    url: str  # as asked for
    address: str  # where it was found, after redirects
    etag: str
    modified: str  # Last-Modified, as the server writes it
    size: int  # bytes as received
    day: str  # when it was fetched or found unchanged

    @property
    def file(self) -> Path:
        """Its path."""
        return Path(self.path)

    @property
    def edition(self) -> str:
        """The day it was last changed on the server, YYYY-MM-DD; "" where the server does not tell."""
        try:
            return parsedate_to_datetime(self.modified).date().isoformat() if self.modified else ""
        except (ValueError, TypeError):
            return ""


def fetched(url: str, feedback: QgsFeedback, *, optional: bool = False) -> Kept | None:
    """The file at an address, from the cache where it has not changed; None where there is none and it is `optional`.

    Raises NetworkError (refused, cut short, a web page in its place), Cancelled.
    """
    with _lock(url):
        kept = _read(url)
        if kept and not kept.etag and not kept.modified and kept.day == date.today().isoformat():
            return _touched(kept)
        conditions = {}
        if kept and kept.etag:
            conditions["If-None-Match"] = kept.etag
        elif kept and kept.modified:
            conditions["If-Modified-Since"] = kept.modified
        with session(feedback=feedback) as web:
            answer = web.get(url, headers=conditions, timeout=TIMEOUT, stream=True)
            try:
                if kept and answer.status_code == _UNCHANGED:
                    return _touched(kept)
                if optional and answer.status_code in _ABSENT:
                    return None
                return _keep(url, checked(answer))
            finally:
                answer.close()


def forget(url: str) -> None:
    """Drops a file that turned out not to be whole: it is asked for again the next time."""
    with _lock(url):
        kept = _read(url)
        for path in (_note(url), *((kept.file,) if kept else ())):
            with suppress(OSError):
                path.unlink(missing_ok=True)


def touch(path: Path) -> None:
    """Notes that a file of the cache is of use: it stays a fortnight more."""
    with suppress(OSError):
        os.utime(path)


def tidy() -> None:
    """Drops the files, and the folders unpacked, that nobody has read for a fortnight."""
    oldest = time.time() - _KEPT
    for path in _folder().iterdir():
        with suppress(OSError):  # another QGIS may be reading it, or has dropped it
            if path.stat().st_mtime < oldest:
                shutil.rmtree(path) if path.is_dir() else path.unlink()


def file_name(address: str) -> str:
    """The name of a file at the end of its address."""
    return unquote(urlsplit(address).path.rstrip("/").rpartition("/")[2])


def _keep(url: str, answer: requests.Response) -> Kept:
    draft = _folder() / f"{_key(url)}.{os.getpid()}.draft"
    size = 0
    try:
        with draft.open("wb") as file:
            while block := answer.raw.read(_BLOCK):
                size += file.write(block)
        announced = answer.headers.get("Content-Length", "")
        if announced.isdigit() and int(announced) != size:
            raise NetworkError(
                tr("“{name}” came incomplete.").format(name=file_name(url)),
                detail=f"{url}: {size} bytes of {announced}",
                hint=tr("The connection was cut on the way: try again."),
            )
        headers = (answer.headers.get("ETag", ""), answer.headers.get("Last-Modified", ""))
        # Another version is another file: what was unpacked of this one never passes for it.
        version = _hash(f"{headers}|{size}|{time.time_ns()}")[:12]
        path = _folder() / f"{_key(url)}-{version}.file"
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    kept = Kept(str(path), url, answer.url or url, *headers, size, date.today().isoformat())
    _write(kept)
    return kept


def _touched(kept: Kept) -> Kept:
    for path in (kept.file, _note(kept.url)):
        touch(path)
    return kept


def _read(url: str) -> Kept | None:
    try:
        kept = Kept(**json.loads(_note(url).read_text(encoding="utf-8")))
        return kept if kept.url == url and kept.file.stat().st_size == kept.size else None
    except (OSError, ValueError, TypeError):
        return None


def _write(kept: Kept) -> None:
    draft = _note(kept.url).with_suffix(f".{os.getpid()}.draft")
    draft.write_text(json.dumps(asdict(kept)), encoding="utf-8")
    os.replace(draft, _note(kept.url))


def _folder() -> Path:
    return cache_folder("files")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _key(url: str) -> str:
    return _hash(url)[:24]


def _note(url: str) -> Path:
    return _folder() / f"{_key(url)}.json"


def _lock(url: str) -> threading.Lock:
    with _locks_lock:
        return _locks.setdefault(_key(url), threading.Lock())
