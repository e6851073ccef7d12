"""Starting, waiting for and stopping programs."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

PATIENCE = 30.0  # seconds


class Absent(RuntimeError):
    """A program that this machine does not have."""


def tools() -> Path:
    """The folder of the Python servers."""
    return Path(os.environ.get("DT_TOOLS", "/opt"))


def needed(*names: str) -> list[str]:
    """The paths of programs. Absent, with the reason, where one is not there."""
    extra = [*map(str, Path("/usr/lib/postgresql").glob("*/bin")), "/usr/lib/cgi-bin", "/usr/sbin", "/sbin"]
    places = os.pathsep.join([os.environ.get("PATH", ""), *extra])
    found = {name: shutil.which(name, path=places) for name in names}
    absent = [name for name, path in found.items() if path is None]
    if absent:
        raise Absent(f"needs {', '.join(absent)}, absent here")
    return [str(found[name]) for name in names]


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def until(ready: Callable[[], bool], what: str, alive: Callable[[], str] = lambda: "") -> None:
    """Wait until `ready`, looking every 20 ms; `alive` gives the reason to stop waiting."""
    end = time.monotonic() + PATIENCE
    while not ready():
        reason = alive()
        if reason or time.monotonic() > end:
            raise RuntimeError(f"{what} doesn't answer: {reason or f'waited {PATIENCE:g} s'}")
        time.sleep(0.02)


def answers(url: str) -> bool:
    """Whether something speaks HTTP there and isn't a gateway without its server."""
    try:
        with urllib.request.urlopen(url, timeout=10):
            return True
    except urllib.error.HTTPError as error:
        return error.code not in (404, 502, 503, 504)
    except OSError:
        return False


class Program:
    """A program in its own process group, its words in a file."""

    def __init__(self, command: Sequence[str], folder: Path, env: Mapping[str, str] | None = None) -> None:
        self.name = Path(command[0]).name
        self._words = folder / f"{self.name}.log"
        with self._words.open("ab") as words:
            self._process = subprocess.Popen(
                list(command), cwd=folder, env={**os.environ, **(env or {})}, stdin=subprocess.DEVNULL,
                stdout=words, stderr=words, start_new_session=True,
            )  # fmt: skip

    @property
    def pid(self) -> int:
        """Its process."""
        return self._process.pid

    def ended(self) -> str:
        """Why it isn't running; empty while it is."""
        if self._process.poll() is None:
            return ""
        return f"it ended with {self._process.returncode}\n{self._words.read_text(errors='replace')[-2000:]}"

    def wait_for(self, ready: Callable[[], bool]) -> Program:
        """Wait until `ready`; the program is stopped when that fails."""
        try:
            until(ready, self.name, self.ended)
        except BaseException:
            self.stop()
            raise
        return self

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """Ask, then insist. Only this program's own group is concerned."""
        for sign, patience in ((how, 5), (signal.SIGKILL, 5)):
            if self._process.poll() is not None:
                break
            os.killpg(self._process.pid, sign)
            try:
                self._process.wait(patience)
            except subprocess.TimeoutExpired:
                continue


def gunicorn(home: Path, port: int, app: str, *options: str) -> list[str]:
    """The command that serves a Python application with one worker; `home`: the folder of its programs."""
    own = ["-w", "1", *options, "-b", f"127.0.0.1:{port}", "--no-control-socket"]
    return [str(home / "gunicorn"), *own, app]


def nobody() -> dict[str, str]:
    """The contact that a catalogue wants, every detail of it."""
    place = ("position", "address", "city", "stateorprovince", "postalcode", "country")
    details = (*place, "phone", "fax", "hours", "instructions", "role")
    return {"name": "-", "url": "http://127.0.0.1", "email": "sig@example.org", **dict.fromkeys(details, "-")}


def once(command: Sequence[str], folder: Path, env: Mapping[str, str] | None = None) -> None:
    """Run a program to its end; its words are in the error when it fails."""
    done = subprocess.run(
        list(command), cwd=folder, env={**os.environ, **(env or {})}, check=False, capture_output=True, text=True,
        timeout=PATIENCE * 2,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(
            f"{' '.join(map(str, command))}: {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-2000:]}"
        )
