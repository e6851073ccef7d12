"""Makes the findings of one table: words, level, official code, identifiers of the features."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..explain import explain
from ..findings import Finding
from ..model import Level
from .arrays import listed, where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model import Standard, Table
    from .loaded import Distinct, Loaded

# Codes of the validator of the Géoportail de l'urbanisme (IGNF/validator, error-code.json).
_NATIONAL = {
    "empty_table": "FILE_EMPTY",
    "presence": "TABLE_MISSING_ATTRIBUTE",
    "column_name": "TABLE_MISSING_ATTRIBUTE",
    "presence_recommended": "CNIG_TABLE_MISSING_PRESENCE_OPTIONAL_ATTRIBUTE",
    "presence_optional": "TABLE_MISSING_PRESENCE_OPTIONAL_ATTRIBUTE",
    "unknown_column": "TABLE_UNEXPECTED_ATTRIBUTE",
    "geometry_missing": "TABLE_MISSING_GEOMETRY",
    "required": "ATTRIBUTE_UNEXPECTED_NULL",
    "type": "ATTRIBUTE_INVALID_FORMAT",
    "min_length": "ATTRIBUTE_SIZE_TOO_SHORT",
    "max_length": "ATTRIBUTE_SIZE_EXCEEDED",
    "pattern": "ATTRIBUTE_INVALID_REGEXP",
    "values": "ATTRIBUTE_UNEXPECTED_VALUE",
    "characters": "ATTRIBUTE_CHARACTERS_ILLEGAL",
    "filename": "ATTRIBUTE_FILE_NOT_FOUND",
    "unique": "ATTRIBUTE_NOT_UNIQUE",
    "geometry_unique": "ATTRIBUTE_NOT_UNIQUE",
    "codes": "TABLE_FOREIGN_KEY_NOT_FOUND",
    "reference": "ATTRIBUTE_REFERENCE_NOT_FOUND",
    "condition": "DATABASE_CONSTRAINT_MISMATCH",
    "geometry_null": "ATTRIBUTE_UNEXPECTED_NULL",
    "kind": "ATTRIBUTE_INVALID_FORMAT",
    "validity": "ATTRIBUTE_GEOMETRY_INVALID",
    "text_round_trip": "ATTRIBUTE_GEOMETRY_INVALID",
    "extent": "ATTRIBUTE_GEOMETRY_INVALID_DATA_EXTENT",
    "inside": "CNIG_GEOMETRY_OUTSIDE_DOCUMENT_EMPRISE_ERROR",
}
_NAMED = 1000  # other features named in a duplicate


class Reporter:
    """Makes the findings of one table of a standard, on one layer."""

    def __init__(self, standard: Standard, table: Table, layer: str, crs: str) -> None:
        self.national = standard.document is not None
        self._table = table.name
        self._layer = layer
        self._crs = crs

    def finding(
        self,
        rule: str,
        level: Level = Level.ERROR,
        *,
        feature: str = "",
        field: str = "",
        value: str = "",
        expected: str = "",
        **more: Any,
    ) -> Finding:
        """A finding, in words. `more`: code, section, help, count (as a measure), place, shape, other, message."""
        count = more.pop("count", None)
        words = explain(
            rule, table=self._table, field=field, value=value, expected=expected, count=str(count if count else "")
        )
        said: dict[str, Any] = {"message": words.message, "help": words.help, "measure": count}
        said |= {name: text for name, text in more.items() if text not in ("", None)}
        said.setdefault("code", _NATIONAL.get(rule, "") if self.national else "")
        return Finding(
            rule,
            level,
            table=self._table,
            layer=self._layer,
            feature=feature,
            field=field,
            value=value,
            expected=expected,
            crs=self._crs,
            **said,
        )

    def each(self, loaded: Loaded, distinct: Distinct, wrong: Iterable[tuple[int, Finding]]) -> Iterator[Finding]:
        """One finding per feature that holds a wrong distinct row, in the order of the table."""
        found = dict(wrong)
        if not found:
            return
        for at in listed(distinct.positions(found)):
            yield placed(found[int(distinct.codes[at])], str(loaded.ids[at]))

    def duplicates(self, loaded: Loaded, distinct: Distinct, rule: str, field: str, section: str) -> Iterator[Finding]:
        """One finding per value that several features hold: at the first of them, the others named."""
        counts = distinct.counts()
        twice = [at for at in where(counts > 1) if None not in distinct.rows[at]]
        if not twice:
            return
        holders: dict[int, list[str]] = {at: [] for at in twice}
        for at in listed(distinct.positions(twice)):
            names = holders[int(distinct.codes[at])]
            if len(names) <= _NAMED:
                names.append(str(loaded.ids[at]))
        for one, (first, *others) in holders.items():
            value = " / ".join(part or "" for part in distinct.rows[one])
            count = int(counts[one])
            other = ", ".join(others) + (", …" if count > _NAMED + 1 else "")
            yield self.finding(rule, feature=first, field=field, value=value, other=other, count=count, section=section)


def placed(finding: Finding, feature: str) -> Finding:
    """The same finding at a feature. There may be a million of them: `dataclasses.replace` is five times slower."""
    twin = object.__new__(Finding)
    twin.__dict__.update(finding.__dict__, feature=feature)
    return twin
