"""The rate limit of each service, shared by all threads."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# Requests bunch up on their way: sent a little slower than allowed, they arrive under the limit.
_MARGIN = 1.1
_STEP = 0.1


class Throttle:
    """Spaces requests so that no more than `rate` leave in a second, for as many threads as there are.

    Even spacing, not a burst each second: the service counts arrivals, and a burst that is late meets the next one.
    """

    def __init__(self, rate: float) -> None:
        self._interval = _MARGIN / rate
        self._next = 0.0
        self._lock = threading.Lock()

    def wait(self, give_up: Callable[[], None]) -> None:
        """Returns when the request may leave. `give_up` is called every 0.1 s: it raises when the user cancels."""
        with self._lock:
            turn = max(self._next, time.monotonic())
            self._next = turn + self._interval
        pause(turn - time.monotonic(), give_up)

    def hold(self, seconds: float) -> None:
        """Lets nobody else leave for a while: the service asked for it."""
        with self._lock:
            self._next = max(self._next, time.monotonic() + seconds)


def pause(seconds: float, give_up: Callable[[], None]) -> None:
    """Waits, without a Qt timer (any thread), and calls `give_up` every 0.1 s."""
    end = time.monotonic() + seconds
    while True:
        give_up()
        rest = end - time.monotonic()
        if rest <= 0:
            return
        time.sleep(min(rest, _STEP))


_throttles: dict[tuple[str, float], Throttle] = {}
_lock = threading.Lock()


def throttle(limit: str, rate: float | None) -> Throttle | None:
    """The throttle of a limit, the same for every thread; None without a rate."""
    if rate is None:
        return None
    with _lock:
        return _throttles.setdefault((limit, rate), Throttle(rate))
