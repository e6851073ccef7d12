"""The algorithms run in this process, beside a wire that tells who touched it."""

from __future__ import annotations

import json
import socket
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.processing.running import provider, run

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["provider", "run"]
PROJECT = Path(__file__).resolve().parents[2]


class Tripwire:
    """A port that counts who connects to it, and hangs up."""

    def __init__(self) -> None:
        self.touched: list[str] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                client, _ = self._socket.accept()
            except OSError:
                return
            client.settimeout(2)
            try:
                self.touched.append(client.recv(200).decode("latin-1").splitlines()[0])
            except (OSError, IndexError):
                self.touched.append("?")
            client.close()

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def tripwire(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tripwire]:
    """Every service has the address of the wire, and so does every proxy: Qt, Python and GDAL all end there."""
    wire = Tripwire()
    names = json.loads((PROJECT / "resources" / "endpoints.json").read_text(encoding="utf-8"))
    file = tmp_path / "endpoints.json"
    file.write_text(json.dumps({name: f"{wire.url}/{name}" for name in names}), encoding="utf-8")
    monkeypatch.setenv("DATA_TERRITOIRES_ENDPOINTS", str(file))
    for name in ("http_proxy", "https_proxy", "all_proxy", "GDAL_HTTP_PROXY", "GDAL_HTTPS_PROXY"):
        monkeypatch.setenv(name, wire.url)
        monkeypatch.setenv(name.upper(), wire.url)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    yield wire
    wire.close()
