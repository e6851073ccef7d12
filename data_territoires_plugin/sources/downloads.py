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
from contextlib import closing, suppress
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
from .base import stop_if_cancelled

if TYPE_CHECKING:
    import requests
    from qgis.core import QgsFeedback

TIMEOUT = (15.0, 120.0)  # seconds: to connect, without a byte
_ABSENT = (404, 410)
_UNCHANGED, _PARTIAL, _BEYOND = 304, 206, 416
PIECE = 32 << 20  # bytes of a large file asked for at once: ten seconds on a line of 20 Mbit/s
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


def fetched(url: str, feedback: QgsFeedback, *, optional: bool = False, authcfg: str = "") -> Kept | None:
    """The file at an address, from the cache where it has not changed; None where there is none and it is `optional`.

    `authcfg`: the configuration of the authentication manager that holds the key of restricted data. Raises
    NetworkError (refused, cut short, a web page in its place), Cancelled.
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
        with session(authcfg=authcfg, feedback=feedback) as web:
            answer = web.get(url, headers=conditions, timeout=TIMEOUT, stream=True)
            try:
                if kept and answer.status_code == _UNCHANGED:
                    return _touched(kept)
                if optional and answer.status_code in _ABSENT:
                    return None
                return _keep(url, checked(answer))
            finally:
                answer.close()


def fetched_in_pieces(url: str, size: int, feedback: QgsFeedback) -> Kept:
    """A large file whose size the service has announced, a piece after the other: a cut costs one piece.

    What is there serves the next try, where the server says that the file is still the same (ETag, Last-Modified). The
    name of such a file bears its edition: once whole in the cache, it is not asked for again. Raises NetworkError,
    Cancelled.
    """
    with _lock(url):
        kept = _read(url)
        if kept and kept.size == size:
            return _touched(kept)
        begun = _taken(url)
        try:
            with session(feedback=feedback) as web:
                while True:
                    stop_if_cancelled(feedback)
                    with closing(web.get(url, headers=begun.asked(size), timeout=TIMEOUT, stream=True)) as answer:
                        if answer.status_code == _BEYOND:
                            begun.again()
                            raise _incomplete(url, f"{answer.headers.get('Content-Range', '')}, {size} announced")
                        if begun.add(checked(answer)) >= size:
                            break
            if begun.there != size:
                begun.again()
                raise _incomplete(url, f"{url}: {size} bytes announced")
            return _put(url, answer, begun.path, size)
        finally:
            begun.leave()


class _Begun:
    """The beginning of a large file. `validator`: what tells that the rest is of the same file."""

    def __init__(self, path: Path, partial: Path, validator: str = "") -> None:
        self.path, self._partial, self._validator = path, partial, validator

    @property
    def there(self) -> int:
        """Bytes."""
        return self.path.stat().st_size if self.path.exists() else 0

    def asked(self, size: int) -> dict[str, str]:
        """The headers that ask for the next piece."""
        at = self.there
        last = min(at + PIECE, size) - 1
        return {"Range": f"bytes={at}-{last}"} | ({"If-Range": self._validator} if self._validator and at else {})

    def add(self, answer: requests.Response) -> int:
        """Adds a piece; one of another file than the beginning's, or the whole file, takes its place. Bytes there."""
        etag, modified = answer.headers.get("ETag", ""), answer.headers.get("Last-Modified", "")
        validator = etag if etag and not etag.startswith("W/") else modified
        at = self.there
        piece = answer.status_code == _PARTIAL
        placed = answer.headers.get("Content-Range", "").startswith(f"bytes {at}-")
        if piece and (not placed or (at and validator != self._validator)):
            self.again()
            raise _incomplete(answer.url or "", f"{answer.headers.get('Content-Range', '')} {validator}")
        with self.path.open("ab" if piece else "wb") as file:
            while block := answer.raw.read(_BLOCK):
                file.write(block)
        self._validator = validator
        if piece and self.there == at:
            raise _incomplete(answer.url or "", f"nothing after {at} bytes")
        return self.there

    def again(self) -> None:
        """Forgets what is there: the next try starts from the beginning."""
        self.path.unlink(missing_ok=True)
        self._validator = ""

    def leave(self) -> None:
        """Leaves what is there for the next try, where it can be told that it is still the same file."""
        if self._validator and self.there:
            with suppress(OSError):
                self._partial.with_suffix(".begun").write_text(self._validator, encoding="utf-8")
                os.replace(self.path, self._partial)
        self.path.unlink(missing_ok=True)


def _taken(url: str) -> _Begun:
    """The beginning that an earlier try has left, taken: no other process goes on with it at the same time."""
    partial = _folder() / f"{_key(url)}.partial"
    path = partial.with_suffix(f".{os.getpid()}.draft")
    path.unlink(missing_ok=True)
    try:
        validator = partial.with_suffix(".begun").read_text(encoding="utf-8")
        os.replace(partial, path)
    except OSError:
        return _Begun(path, partial)
    return _Begun(path, partial, validator)


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
            raise _incomplete(url, f"{url}: {size} bytes of {announced}")
        return _put(url, answer, draft, size)
    finally:
        draft.unlink(missing_ok=True)


def _put(url: str, answer: requests.Response, draft: Path, size: int) -> Kept:
    headers = (answer.headers.get("ETag", ""), answer.headers.get("Last-Modified", ""))
    # Another version is another file: what was unpacked of this one never passes for it.
    version = _hash(f"{headers}|{size}|{time.time_ns()}")[:12]
    path = _folder() / f"{_key(url)}-{version}.file"
    os.replace(draft, path)
    kept = Kept(str(path), url, answer.url or url, *headers, size, date.today().isoformat())
    _write(kept)
    return kept


def _incomplete(url: str, detail: str) -> NetworkError:
    return NetworkError(
        tr("“{name}” came incomplete.").format(name=file_name(url)),
        detail=detail,
        hint=tr("The connection was cut on the way: try again."),
    )


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
