"""Starting, waiting for and stopping programs: a test is skipped, with the reason, where one is absent."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tools.servers import programs
from tools.servers.programs import Absent, Program, answers, free_port, once, tools, until

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Program", "answers", "free_port", "needed", "once", "skipping", "tools", "until"]


@contextmanager
def skipping() -> Iterator[None]:
    """Skips the test where a program is absent."""
    try:
        yield
    except Absent as error:
        pytest.skip(str(error))


def needed(*names: str) -> list[str]:
    """The paths of programs; the test is skipped, with the reason, where one is absent."""
    with skipping():
        return programs.needed(*names)
