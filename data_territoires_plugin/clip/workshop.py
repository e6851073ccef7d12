"""The folder where a clip works: one at a time in it, kept after a failure for the next try, swept after a week."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import time
from typing import IO, TYPE_CHECKING

from ..paths import cache_folder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from types import TracebackType

    from .request import ClipRequest

STALE = 7 * 86_400.0  # seconds after which what an interrupted clip has left is of no use
_MOST = 50  # folders for the same request, at the same time


class Workshop:
    """The folder of a request in the cache. The same request twice at once: the second one has a folder of its own."""

    def __init__(self, request: ClipRequest) -> None:
        self._root = cache_folder("work")
        self._name = _name(request)
        self._lock: IO[str] | None = None
        self.folder = self._root / self._name

    def __enter__(self) -> Workshop:
        _sweep(self._root)
        for number in range(1, _MOST):
            self.folder = self._root / (self._name if number == 1 else f"{self._name}-{number}")
            self._lock = _locked(self.folder)
            if self._lock is not None:
                break
        self.folder.mkdir(parents=True, exist_ok=True)
        os.utime(self.folder)
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if self._lock is not None:
            self._lock.close()  # which unlocks it

    def folder_of(self, entry_id: str) -> Path:
        """The folder of a layer."""
        folder = self.folder / entry_id
        folder.mkdir(exist_ok=True)
        return folder

    def forget(self, entry_id: str) -> None:
        """Drops what was fetched for a layer."""
        shutil.rmtree(self.folder / entry_id, ignore_errors=True)

    def tidy(self, done: Iterable[str]) -> None:
        """Drops what the layers that are done have left; what was fetched for the others serves the next try."""
        for entry_id in done:
            self.forget(entry_id)
        if not any(folder.is_dir() for folder in self.folder.iterdir()):
            shutil.rmtree(self.folder, ignore_errors=True)


def _name(request: ClipRequest) -> str:
    """The same name for the same perimeter, CRS and output."""
    crs = (request.crs.authid() or request.crs.toWkt()) if request.crs is not None else ""
    what = json.dumps([crs, request.perimeter.crs.toWkt(), str(request.output.resolve())])
    return hashlib.sha256(bytes(request.perimeter.geometry.asWkb().data()) + what.encode()).hexdigest()[:16]


def _locked(folder: Path) -> IO[str] | None:
    """The lock of a folder, None where another clip has it. The system unlocks what a killed process had locked."""
    file = folder.with_name(f"{folder.name}.lock").open("a+", encoding="ascii")
    try:
        _lock(file)
    except OSError:
        file.close()
        return None
    file.seek(0)
    file.truncate()
    file.write(str(os.getpid()))
    file.flush()
    return file


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[str]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _sweep(root: Path) -> None:
    """Removes the folders that nobody has worked in for a week."""
    oldest = time.time() - STALE
    for folder in root.iterdir():
        if folder.is_dir() and _touched(folder) < oldest:
            lock = _locked(folder)
            if lock is not None:
                shutil.rmtree(folder, ignore_errors=True)
                lock.close()


def _touched(folder: Path) -> float:
    return max(path.stat().st_mtime for path in (folder, *folder.iterdir(), *folder.glob("*/*")))
