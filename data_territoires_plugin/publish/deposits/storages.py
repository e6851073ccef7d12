"""Where a folder is: on a disk (or a network drive), or on a WebDAV server (RFC 4918)."""

from __future__ import annotations

import shutil
import time
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from urllib.parse import quote, unquote, urlsplit

from ...errors import OutputError, ServerError
from ...i18n import tr
from ...network import checked, session
from ...network.answers import xml_answer
from ..targets.base import TargetError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager

    import requests
    from qgis.core import QgsFeedback

_TIMEOUT = (15.0, 120.0)
_SURE_AFTER = 2  # seconds
_ABSENT = frozenset({404, 410})
_MULTI_STATUS = 207
_DATA = "application/octet-stream"
_FRESH = {"Cache-Control": "no-cache"}  # what was just written must not come back out of a cache


class Storage(Protocol):
    """The few gestures of a place that keeps files. Names are relative. OutputError, TargetError, NetworkError."""

    def check(self) -> None:
        """TargetError where the place is not there."""
        ...

    def shown(self, name: str) -> str:
        """The path or address of a folder, for people."""
        ...

    def exists(self, name: str) -> bool:
        """Whether a folder is there."""
        ...

    def listed(self, name: str) -> tuple[str, ...] | None:
        """The names of what a folder holds, None where the place does not tell."""
        ...

    def version(self, name: str) -> str:
        """What changes with a file, "" where it is not there."""
        ...

    def make(self, name: str) -> None:
        """A new folder."""
        ...

    def put(self, path: Path, name: str) -> None:
        """A file, whole."""
        ...

    def get(self, name: str, path: Path) -> None:
        """A file is brought here."""
        ...

    def holds(self, path: Path, name: str) -> bool:
        """Whether the file of that name is the same as this one."""
        ...

    def move(self, name: str, to: str) -> None:
        """A folder takes another name, which is free."""
        ...

    def remove(self, name: str) -> None:
        """A folder goes, with what it holds."""
        ...


def storage_of(address: str, authcfg: str, feedback: QgsFeedback) -> Storage:
    """A WebDAV server for a web address, else a disk."""
    if address.lower().startswith(("http://", "https://")):
        return WebDav(address.rstrip("/"), authcfg, feedback)
    return Disk(Path(address))


class Disk:
    """A folder of a disk."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def check(self) -> None:
        """TargetError where the folder is not there."""
        if not self._root.is_dir():
            raise TargetError(
                tr("There is no folder {path}.").format(path=self._root),
                hint=tr("Create it, or plug in the drive that holds it, then try again."),
            )

    def shown(self, name: str) -> str:
        """The path."""
        return str(self._root / name)

    def exists(self, name: str) -> bool:
        """Whether a folder is there."""
        return (self._root / name).is_dir()

    def listed(self, name: str) -> tuple[str, ...] | None:
        """Files and folders."""
        return tuple(path.name for path in (self._root / name).iterdir())

    def version(self, name: str) -> str:
        """Date (ns) and size."""
        try:
            told = (self._root / name).stat()
        except OSError:
            return ""
        return f"{told.st_mtime_ns}/{told.st_size}"

    def make(self, name: str) -> None:
        """A new folder."""
        self._try((self._root / name).mkdir, name)

    def put(self, path: Path, name: str) -> None:
        """A copy."""
        self._try(lambda: shutil.copyfile(path, self._root / name), name)

    def get(self, name: str, path: Path) -> None:
        """A copy."""
        self._try(lambda: shutil.copyfile(self._root / name, path), name)

    def holds(self, path: Path, name: str) -> bool:
        """The same bytes."""
        there = self._root / name
        return there.is_file() and there.read_bytes() == path.read_bytes()

    def move(self, name: str, to: str) -> None:
        """One rename."""
        self._try(lambda: (self._root / name).rename(self._root / to), name)

    def remove(self, name: str) -> None:
        """A whole folder."""
        self._try(lambda: shutil.rmtree(self._root / name), name)

    def _try(self, gesture: Callable[[], object], name: str) -> None:
        try:
            gesture()
        except OSError as error:
            raise OutputError(
                tr("{path} can't be written or moved.").format(path=self._root / name),
                detail=str(error),
                hint=tr(
                    "Close the programs that have a file of this folder open, check your rights and the room left."
                ),
            ) from error


class WebDav:
    """A folder of a WebDAV server (Nextcloud, Apache, nginx…)."""

    def __init__(self, root: str, authcfg: str, feedback: QgsFeedback) -> None:
        self._root, self._authcfg, self._feedback = root, authcfg, feedback

    def check(self) -> None:
        """Asks for the folder. A server without list of files answers 403 or 405 to a GET: writing will tell."""
        with self._web() as web:
            answer = web.get(f"{self._root}/", timeout=_TIMEOUT)
        if answer.status_code in _ABSENT:
            raise TargetError(
                tr("There is no folder at {url}.").format(url=self._root),
                hint=tr("Create it there, or correct the address."),
            )
        if answer.status_code == 401:
            checked(answer)

    def shown(self, name: str) -> str:
        """The address."""
        return self._url(name, folder=True)

    def exists(self, name: str) -> bool:
        """Whether the address of the folder is known (403: it is, though its list of files is not shown)."""
        with self._web() as web:
            answer = web.get(self._url(name, folder=True), timeout=_TIMEOUT, headers=_FRESH)
        return answer.status_code not in _ABSENT

    def listed(self, name: str) -> tuple[str, ...] | None:
        """PROPFIND, which some servers lack (nginx)."""
        url = self._url(name, folder=True)
        with self._web() as web:
            answer = web.request("PROPFIND", url, headers={"Depth": "1"}, timeout=_TIMEOUT)
        if answer.status_code != _MULTI_STATUS:
            return None
        found = xml_answer(answer).elementsByTagNameNS("DAV:", "href")
        paths = [unquote(urlsplit(found.at(at).toElement().text().strip()).path) for at in range(found.count())]
        own = unquote(urlsplit(url).path).rstrip("/")
        return tuple(path.rstrip("/").rpartition("/")[2] for path in paths if path.rstrip("/") != own)

    def version(self, name: str) -> str:
        """The entity tag, else date and size."""
        with self._web() as web:
            answer = web.head(self._url(name), timeout=_TIMEOUT, headers=_FRESH)
        if answer.status_code in _ABSENT:
            return ""
        told = checked(answer).headers
        tag = str(told.get("ETag") or f"{told.get('Last-Modified')}/{told.get('Content-Length')}")
        return f"{tag} {time.time_ns()}" if _just_written(told) else tag

    def make(self, name: str) -> None:
        """MKCOL."""
        self._ask("MKCOL", self._url(name, folder=True))

    def put(self, path: Path, name: str) -> None:
        """PUT: whole or not at all."""
        with path.open("rb") as data, self._web() as web:
            _done(web.put(self._url(name), data=data, headers={"Content-Type": _DATA}, timeout=_TIMEOUT))

    def get(self, name: str, path: Path) -> None:
        """GET."""
        with self._web() as web:
            answer = checked(web.get(self._url(name), timeout=_TIMEOUT, headers=_FRESH))
        if not answer.content:
            raise ServerError(
                tr("{url} answers with an empty file.").format(url=self._url(name)),
                hint=tr("Try again later; nothing was changed."),
            )
        path.write_bytes(answer.content)

    def holds(self, path: Path, name: str) -> bool:
        """The same bytes."""
        with self._web() as web:
            answer = web.get(self._url(name), timeout=_TIMEOUT, headers=_FRESH)
        if answer.status_code in _ABSENT:
            return False
        return checked(answer).content == path.read_bytes()

    def move(self, name: str, to: str) -> None:
        """MOVE, which must not write over anything."""
        headers = {"Destination": self._url(to, folder=True), "Overwrite": "F"}
        self._ask("MOVE", self._url(name, folder=True), headers)

    def remove(self, name: str) -> None:
        """DELETE of a folder takes what it holds."""
        self._ask("DELETE", self._url(name, folder=True), {"Depth": "infinity"})

    def _ask(self, verb: str, url: str, headers: dict[str, str] | None = None) -> None:
        with self._web() as web:
            _done(web.request(verb, url, headers=headers, timeout=_TIMEOUT))

    def _web(self) -> AbstractContextManager[requests.Session]:
        return session(authcfg=self._authcfg, feedback=self._feedback)

    def _url(self, name: str, *, folder: bool = False) -> str:
        return f"{self._root}/{quote(name)}{'/' if folder else ''}"


def _just_written(told: Mapping[str, str]) -> bool:
    """Whether a file could be written again under the same tag: servers make theirs of a date in seconds (nginx)."""
    try:
        age = parsedate_to_datetime(told["Date"]) - parsedate_to_datetime(told["Last-Modified"])
    except (KeyError, TypeError, ValueError):
        return True
    return age.total_seconds() < _SURE_AFTER


def _done(answer: requests.Response) -> None:
    """A success in its status alone: WebDAV servers say “created” by a web page (nginx, Apache)."""
    if not 200 <= answer.status_code < 300:
        checked(answer)
