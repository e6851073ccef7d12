"""The memories of the last checks of this session: checking the same layer again only judges what changed."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..standards.engine.memory import Memory

_MOST = 4  # subjects: those of a working session
_held: dict[tuple[str, ...], Memory] = {}
_lock = Lock()


def taken(key: tuple[str, ...]) -> Memory:
    """The memory of this subject, a new one where there is none. It serves one run: nobody else gets it meanwhile."""
    from ..standards.engine.memory import Memory

    with _lock:
        return _held.pop(key, None) or Memory()


def given_back(key: tuple[str, ...], memory: Memory) -> None:
    """The run has ended: its memory serves the next one. The oldest is forgotten."""
    with _lock:
        _held[key] = memory
        while len(_held) > _MOST:
            _held.pop(next(iter(_held)))


def forget() -> None:
    """Forgets all of them: the plugin is being unloaded, the project closed."""
    with _lock:
        _held.clear()
