"""The rules that have a name of their own: a registry, filled by the modules that hold them.

    @row_check("insee")
    def insee(values, check, options): ...

A row check sees the distinct rows of its fields once each, as text (None: empty): it is cheap on a million features.
It gives (number of the row, value found, value expected), and where the fault is another one than the name of the check
says, that of its rule (`insee_former`): such a fault has no official code. Its parameter `absent` names those of its
fields that have no column (with commas): their texts are None, as those of empty values.
A table check sees the whole table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..findings import Finding
    from ..model import Check
    from .loaded import Loaded
    from .options import Options

Row = tuple[str | None, ...]
Wrong = Iterator[tuple[int, str, str] | tuple[int, str, str, str]]
RowCheck = Callable[["Sequence[Row]", "Check", "Options"], Wrong]
TableCheck = Callable[["Loaded", "Check", "Options"], "Iterator[Finding]"]

CHECKS: dict[str, RowCheck] = {}
TABLE_CHECKS: dict[str, TableCheck] = {}
ABSENT = "absent"
# Those that come later may hold a better version of a check of the same name.
_MODULES = ("checks_identifiers", "checks_dates", "checks_schema", "checks_bal", "checks_document")


def row_check(name: str) -> Callable[[RowCheck], RowCheck]:
    """Registers a check of distinct rows: it gives (index of the row, value found, value expected)."""

    def register(check: RowCheck) -> RowCheck:
        CHECKS[name] = check
        return check

    return register


def table_check(name: str) -> Callable[[TableCheck], TableCheck]:
    """Registers a check of a whole table."""

    def register(check: TableCheck) -> TableCheck:
        TABLE_CHECKS[name] = check
        return check

    return register


@lru_cache(maxsize=1)
def load_checks() -> tuple[str, ...]:
    """Imports the modules of checks, those that are there."""
    return tuple(name for name in _MODULES if _imported(name) is not None)


@lru_cache(maxsize=1)
def topology_checks() -> dict[str, Callable[..., Iterator[Finding]]]:
    """The rules between shapes, by name."""
    module = _imported("topology")
    return {} if module is None else dict(module.TOPOLOGY)


def _imported(name: str) -> Any:
    full = f"{__package__}.{name}"
    return import_module(full) if find_spec(full) is not None else None
