"""A stand-in whose line can be cut at each request that writes: before the service has done it, or just after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.standins.stage import Answer, Request, StandIn

if TYPE_CHECKING:
    from collections.abc import Callable

_WRITES = frozenset(("POST", "PUT", "PATCH", "DELETE"))


class Cut(StandIn):
    """What the services that are written to have in common."""

    _cut_at, _cut_after, _written, dark = 0, False, 0, False

    def cut_at(self, number: int, *, after: bool) -> None:
        """From the writing of this number on (1: the first to come), nothing answers any more; 0: all is well."""
        self._cut_at, self._cut_after, self._written, self.dark = number, after, 0, False

    def cut_or(self, request: Request, done: Callable[[], Answer]) -> Answer:
        """The answer, unless the line is cut."""
        if self.dark:
            return Answer(500, "text/plain", b"dark")
        if request.method in _WRITES and self._cut_at:
            self._written += 1
            if self._written == self._cut_at:
                self.dark = True
                if self._cut_after:
                    done()
                return Answer(500, "text/plain", b"cut")
        return done()
