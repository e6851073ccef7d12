"""The findings of a run of `validate`, read back from its layer: grouped by rule, searched, compared, in the view."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCoordinateTransformContext, QgsGeometry

from ..i18n import tr
from ..standards.explain import explain, known_rules
from ..standards.findings import Finding, compare
from ..standards.model import Level
from .words import counted

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy import ndarray
    from qgis.core import QgsFeature, QgsRectangle, QgsVectorLayerFeatureSource

    Identity = tuple[str, ...]

LEVELS = tuple(Level)
LEFT, NEW, MENDED = range(3)  # what became of a finding since the last run
_VARIES = "…"
_TEXTS = ("rule", "message", "code", "table", "layer", "feature", "field", "value", "expected", "help", "section")


@dataclass(frozen=True)
class Group:
    """The findings of one rule, level, table and column; `positions`: theirs in all the findings."""

    level: Level
    title: str
    positions: ndarray = field(repr=False, compare=False)


@dataclass(frozen=True)
class Branch:
    """A heading of the tree: a level, or what became of the findings since the last run."""

    title: str
    level: Level | None
    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        """How many findings it holds."""
        return sum(len(group.positions) for group in self.groups)


@dataclass(frozen=True)
class Filter:
    """What is shown."""

    words: str = ""
    levels: frozenset[Level] = frozenset(LEVELS)
    untreated: bool = False
    view: QgsRectangle | None = None  # in the CRS of the findings
    compared: bool = False  # by what became of them, those mended too


def read(source: QgsVectorLayerFeatureSource, crs: str) -> tuple[Finding, ...]:
    """The findings of the output of `validate`, whose CRS is `crs`. In any thread."""
    moves: dict[str, QgsCoordinateTransform] = {}
    return tuple(_finding(feature, crs, moves) for feature in source.getFeatures())


def _finding(feature: QgsFeature, crs: str, moves: dict[str, QgsCoordinateTransform]) -> Finding:
    texts = {name: feature[name] or "" for name in _TEXTS}
    point = feature.geometry().asPoint() if feature.hasGeometry() else None
    measure = feature["measure"]
    return Finding(
        **texts,
        level=Level(feature["level"]),
        place=(point.x(), point.y()) if point is not None else None,
        crs=crs or feature["crs"] or "",
        shape=_shape(feature["shape"], feature["crs"] or "", crs, moves),
        other=feature["other"] or "",
        measure=measure if isinstance(measure, float) else None,
    )


def _shape(wkt: str, own: str, crs: str, moves: dict[str, QgsCoordinateTransform]) -> bytes:
    """The shape in the CRS of the layer: in a document, each table may have its own."""
    if not wkt:
        return b""
    geometry = QgsGeometry.fromWkt(wkt)
    if own and own != crs:
        if own not in moves:
            ends = QgsCoordinateReferenceSystem(own), QgsCoordinateReferenceSystem(crs)
            moves[own] = QgsCoordinateTransform(*ends, QgsCoordinateTransformContext())
        geometry.transform(moves[own])
    return bytes(geometry.asWkb())


class Findings:
    """The findings of a run, and those of the run before that it no longer finds. Made in any thread."""

    def __init__(self, now: Sequence[Finding], crs: str, before: Sequence[Finding] | None = None) -> None:
        self.crs = crs
        self.now = tuple(now)
        changes = compare(before, now) if before is not None else None
        self.changes = changes
        mended = changes.mended if changes else ()
        self.all = (*self.now, *mended)
        self.states = np.full(len(self.all), LEFT, np.int8)
        self.states[len(self.now) :] = MENDED
        if changes:
            new = {id(one) for one in changes.new}
            self.states[: len(self.now)] = [NEW if id(one) in new else LEFT for one in self.now]
        self.levels = np.array([LEVELS.index(one.level) for one in self.all], np.int8)
        nowhere = (np.nan, np.nan)
        self.places = np.array([one.place or nowhere for one in self.all], float).reshape(-1, 2)
        self.treated: ndarray = np.zeros(len(self.all), bool)
        self._haystack = [_searched(one) for one in self.all]
        self._group_of, self._headings = _grouped(self.all)

    def count(self, level: Level) -> int:
        """How many findings of this level the run has."""
        return int((self.levels[: len(self.now)] == LEVELS.index(level)).sum())

    def set_treated(self, identities: Collection[Identity]) -> None:
        """What the user has ticked as treated."""
        self.treated = np.array([one.identity in identities for one in self.all], bool)

    def shown(self, wanted: Filter) -> tuple[Branch, ...]:
        """The branches of the tree, without those that hold nothing."""
        mask = np.isin(self.levels, [LEVELS.index(level) for level in wanted.levels])
        if not wanted.compared:
            mask &= self.states != MENDED
        if wanted.untreated:
            mask &= ~self.treated
        if wanted.view is not None:
            mask &= self._within(wanted.view)
        words = wanted.words.casefold().split()
        if words:
            mask &= np.fromiter((all(word in text for word in words) for text in self._haystack), bool, len(self.all))
        if wanted.compared:
            states = ((NEW, tr("New ({count})")), (MENDED, tr("Mended ({count})")), (LEFT, tr("Left ({count})")))
            found = [self._branch(None, title, mask & (self.states == state)) for state, title in states]
        else:
            found = [self._branch(level, "", mask & (self.levels == at)) for at, level in enumerate(LEVELS)]
        return tuple(branch for branch in found if branch.groups)

    def _branch(self, level: Level | None, title: str, mask: ndarray) -> Branch:
        groups = self._groups(mask)
        total = int(mask.sum())
        return Branch(level_words(level, total) if level else counted(total, title, title), level, groups)

    def _groups(self, mask: ndarray) -> tuple[Group, ...]:
        """What a mask lets through, by rule: the gravest first, then the most frequent."""
        chosen = np.flatnonzero(mask)
        ids = self._group_of[chosen]
        order = np.argsort(ids, kind="stable")
        chosen, ids = chosen[order], ids[order]
        if not len(ids):
            return ()
        starts = np.flatnonzero(np.diff(ids, prepend=-1))
        groups = [
            Group(*self._headings[int(ids[start])], positions)
            for start, positions in zip(starts, np.split(chosen, starts[1:]), strict=True)
        ]
        return tuple(sorted(groups, key=lambda group: (LEVELS.index(group.level), -len(group.positions))))

    def _within(self, view: QgsRectangle) -> ndarray:
        x, y = self.places[:, 0], self.places[:, 1]
        inside = (x >= view.xMinimum()) & (x <= view.xMaximum()) & (y >= view.yMinimum()) & (y <= view.yMaximum())
        found: ndarray = inside
        return found


def level_words(level: Level, count: int) -> str:
    """A level and how many: "3 errors"."""
    one, many = {
        Level.ERROR: (tr("{count} error"), tr("{count} errors")),
        Level.WARNING: (tr("{count} warning"), tr("{count} warnings")),
        Level.INFO: (tr("{count} info"), tr("{count} infos")),
    }[level]
    return counted(count, one, many)


def row_words(finding: Finding, title: str) -> str:
    """A finding in its group: what tells it from the others."""
    if not finding.feature:
        return finding.message
    text = tr("feature {id}").format(id=finding.feature)
    if finding.other and "," not in finding.other:
        text = tr("features {id} and {other}").format(id=finding.feature, other=finding.other)
    said = finding.value or ("" if finding.message == title else finding.message)
    return f"{text} – {said}" if said else text


def _searched(finding: Finding) -> str:
    parts = (finding.message, finding.code, finding.rule, finding.table, finding.layer, finding.feature, finding.field)
    return "\n".join((*parts, finding.value, finding.expected)).casefold()


def _grouped(findings: Sequence[Finding]) -> tuple[ndarray, list[tuple[Level, str]]]:
    """The number of the group of each finding, and the level and title of each group."""
    numbers: dict[tuple[object, ...], int] = {}
    members: list[list[Finding]] = []
    of = np.zeros(len(findings), np.int64)
    for at, one in enumerate(findings):
        key = one.level, one.table, one.rule, one.code, one.field
        number = numbers.setdefault(key, len(numbers))
        if number == len(members):
            members.append([])
        members[number].append(one)
        of[at] = number
    tables = len({one.table for one in findings if one.table})
    return of, [(held[0].level, _title(held, named=tables > 1)) for held in members]


def _title(held: Sequence[Finding], *, named: bool) -> str:
    """What the findings of a group have in common; `named`: with their table, since there are several."""
    first = held[0]
    title = _between().get(first.rule) or first.message
    varies = any(one.message != title for one in held)
    # A rule whose words are its own (a condition) has no general form: its first finding speaks for all.
    if varies and first.rule in known_rules() and _said(first) == title:
        title = _said(first, _VARIES)
    return f"{first.table} – {title}" if named and first.table else title


def _between() -> dict[str, str]:
    """The titles of the rules whose messages name two features."""
    return {
        "no_overlap": tr("Overlaps between features"),
        "no_duplicate": tr("Features of the same shape"),
        "no_gap": tr("Holes in the coverage"),
        "sliver": tr("Slivers between neighbours"),
    }


def _said(finding: Finding, varies: str = "") -> str:
    """The words of a finding; `varies` in the place of what is found in it."""
    count = "" if finding.measure is None else f"{finding.measure:.0f}"
    return explain(
        finding.rule,
        table=finding.table,
        field=finding.field,
        value=varies or finding.value,
        expected=finding.expected,
        count=varies or count,
    ).message
