"""The faults of a text as a value of a field: what tells whether a fix helps."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ..bal_values import LANGUAGES, REGIONAL, value_of
from ..engine.checks import CHECKS, load_checks
from ..engine.values import faults_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..engine.options import Options
    from ..model import Check, Field, Standard, Table

    Judge = Callable[[str], frozenset[str]]


def judge_of(field: Field, table: Table, standard: Standard, options: Options) -> Judge:
    """What gives the names of the faults of a text in this field, looked at alone; an empty one has none."""
    if table.by_checks:
        base = base_name(field.name)
        return lambda text: frozenset(value_of(base, text, options.today).faults)
    load_checks()
    faults = faults_of(field, options)
    codes = codes_of(field.name, table, standard)
    checks = [one for one in table.checks if one.fields == (field.name,) and one.name in CHECKS]

    @lru_cache(maxsize=50_000)
    def judged(text: str) -> frozenset[str]:
        found = {rule for rule, _expected in faults(text)} if text else set()
        if text and codes is not None and text not in codes:
            found.add("codes")
        return frozenset(found | {one.name for one in checks if text and _fails(one, text, options)})

    return judged


def _fails(check: Check, text: str, options: Options) -> bool:
    return any(True for _ in CHECKS[check.name]([(text,)], check, options))


def codes_of(name: str, table: Table, standard: Standard) -> frozenset[str] | None:
    """The codes that a field may take by itself; None where no list is about it alone."""
    for reference in table.references:
        if reference.is_code_list and reference.fields == (name,):
            codes = standard.code_list(reference.target)
            if codes is None:
                continue
            columns = [one.casefold() for one in codes.columns]
            wanted = reference.target_fields[0].casefold()
            at = columns.index(wanted) if wanted in columns else 0
            return frozenset(code.values[at] for code in codes.codes)
    return None


def base_name(name: str) -> str:
    """The field of which a column of a regional language is the translation: voie_nom of voie_nom_bre."""
    known = (base for base in REGIONAL for one in LANGUAGES if name == f"{base}_{one}")
    return next(known, name)
