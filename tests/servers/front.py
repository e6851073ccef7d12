"""nginx in front of the servers of the tests: anybody reads, an editor writes (HTTP basic)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.servers.programs import skipping
from tools.servers import front

if TYPE_CHECKING:
    from pathlib import Path


class Front(front.Front):
    """A running nginx; `url` is its root, `user` and `password` those of the editor."""

    def __init__(self, folder: Path) -> None:
        with skipping():
            super().__init__(folder, "editeur", "secret")
