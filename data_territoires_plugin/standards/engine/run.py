"""Checks layers against a standard: every rule, every finding, in one run."""

from __future__ import annotations

import time
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from ...errors import SourceError
from ...i18n import tr
from ...sources.base import stop_if_cancelled
from ..findings import Filled, Finding, Reading, Verdict
from ..model import Level
from .checks import ABSENT, CHECKS, TABLE_CHECKS, load_checks, topology_checks
from .checks_bal import ban_not_asked
from .columns import match
from .conditions import condition_findings
from .geometry import geometry_findings, place_findings, read_shapes
from .loaded import Loaded, load
from .memory import content_of, judged, whole
from .options import Options
from .references import reference_findings
from .reporter import Reporter
from .values import column_findings, value_findings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from qgis.core import QgsFeedback

    from ..model import Check, Standard, Table, Topology
    from .shapes import Shapes
    from .subject import Subject
    from .topology import Rule

__all__ = ["Options", "validate"]
_MILD = ("insee_former",)  # faults that the passing of time makes
_BY_SHAPE = ("no_overlap", "inside")  # rules that know which shapes they have compared
_SURFACES = ("no_overlap", "no_gap", "covers")  # rules whose tolerance is in square metres, as the user's


def validate(
    subjects: Sequence[tuple[Subject, Table]], standard: Standard, options: Options, feedback: QgsFeedback
) -> Verdict:
    """The verdict on these layers, each told to be a table of the standard.

    Raises SourceError where a layer breaks off or doesn't fit in memory, Cancelled.
    """
    try:
        return _verdict(subjects, standard, options, feedback)
    except MemoryError as error:
        raise SourceError(
            tr("“{name}” does not fit in the memory of this machine.").format(
                name=", ".join(subject.name for subject, _table in subjects)
            ),
            detail=str(error),
            hint=tr("Close other programs, or check it in parts: filter the layer, by commune for instance."),
        ) from error


def _verdict(
    subjects: Sequence[tuple[Subject, Table]], standard: Standard, options: Options, feedback: QgsFeedback
) -> Verdict:
    load_checks()
    if options.memory is not None:
        options.memory.start(subjects, standard, options)
    started = time.monotonic()
    run = _Run(standard, options, feedback, max(1, len(subjects)))
    loaded = [run.read(subject, table) for subject, table in subjects]
    findings = [finding for one in loaded for finding in run.check(one)]
    changed = _changed(loaded, options)
    feedback.setProgress(100)
    rows = sum(len(one) for one in loaded)
    return Verdict(
        standard.id,
        standard.version,
        tuple(findings),
        rows,
        time.monotonic() - started,
        tuple(dict.fromkeys(run.not_checked)),
        tuple(_reading(one) for one in loaded),
        changed,
    )


def _changed(loaded: Sequence[Loaded], options: Options) -> int | None:
    """The features that were not as in the last run; what this one judged is kept for the next."""
    if options.memory is None:
        return None
    for one in loaded:
        options.memory.count(one)
    options.memory.end()
    return options.memory.changed


def _reading(loaded: Loaded) -> Reading:
    """What a report tells of a layer."""
    subject, found = loaded.subject, loaded.matching.found
    filled = tuple(
        Filled(field.name, found.get(field.name, ""), _with_value(loaded, field.name), field.required)
        for field in loaded.table.fields
        if field.asked or field.name in found
    )
    return Reading(loaded.table.name, subject.name, len(loaded), subject.crs, filled, loaded.shapes)


def _with_value(loaded: Loaded, field: str) -> int:
    column = loaded.columns.get(field)
    if column is None or not len(loaded):
        return 0
    return sum(int(count) for (value,), count in zip(column.rows, column.counts(), strict=True) if value is not None)


class _Run:
    """What the steps share."""

    def __init__(self, standard: Standard, options: Options, feedback: QgsFeedback, tables: int) -> None:
        self.standard = standard
        self.options = options
        self.feedback = feedback
        self.not_checked: list[str] = []
        self._share = 100 / (2 * tables)  # reading, then checking
        self._base = 0.0
        self._loaded: dict[str, Loaded] = {}
        self._shapes: dict[str, Shapes] = {}
        self._by_shape: set[int] = set()

    def read(self, subject: Subject, table: Table) -> Loaded:
        """The values of a layer, and its shapes where the standard speaks of them."""
        matching = match(table, subject.names, subject.keys)
        expected = max(1, subject.count or 1)
        loaded = load(subject, table, matching, self.feedback, lambda done: self._advance(done / expected))
        if table.geometry is not None and subject.kind is not None:
            loaded.shapes = read_shapes(loaded, self.feedback)
            self._shapes[table.name] = loaded.shapes
            loaded.shapes.others = self._shapes
        self._loaded[table.name] = loaded
        loaded.others = self._loaded
        self._base += self._share
        return loaded

    def check(self, loaded: Loaded) -> list[Finding]:
        """The findings on a table, with the place of those that are about a feature."""
        reporter = Reporter(self.standard, loaded.table, loaded.subject.name, loaded.subject.crs)
        steps: tuple[Callable[[], Iterator[Finding]], ...] = (
            lambda: column_findings(loaded, reporter),
            lambda: value_findings(loaded, reporter, self.options, self.feedback),
            lambda: reference_findings(loaded, reporter, self.standard, self.not_checked),
            lambda: condition_findings(loaded, reporter, self.options, self.feedback),
            lambda: self._named(loaded, reporter),
            lambda: geometry_findings(loaded, reporter, self.standard, self.options, self.feedback),
            lambda: self._topology(loaded),
            lambda: self._on_parcels(loaded),
        )
        findings: list[Finding] = []
        for at, step in enumerate(steps):
            for finding in step():
                findings.append(finding)
                if len(findings) % 5000 == 0:
                    stop_if_cancelled(self.feedback)
            stop_if_cancelled(self.feedback)
            self._advance((at + 1) / len(steps))
        self._base += self._share
        return place_findings(findings, loaded, self.feedback)

    def _advance(self, share: float) -> None:
        self.feedback.setProgress(min(99.0, self._base + self._share * min(1.0, share)))

    # ------------------------------------------------------------------------------------------ rules by name
    def _named(self, loaded: Loaded, reporter: Reporter) -> Iterator[Finding]:
        if loaded.table.by_checks and ban_not_asked(loaded, self.options):
            self.not_checked.append(tr("The identifiers of communes were not asked of the Base Adresse Nationale."))
        for at, check in enumerate(loaded.table.checks):
            if check.name in TABLE_CHECKS:
                for finding in TABLE_CHECKS[check.name](loaded, check, self.options):
                    yield _completed(finding, loaded, check)
            elif check.name in CHECKS:
                if not check.fields or loaded.has(check.fields):
                    yield from self._rows(loaded, reporter, check, at)
            else:
                self.not_checked.append(
                    tr("{table}: the rule “{rule}” is not known to this version of the plugin.").format(
                        table=loaded.table.name, rule=check.name
                    )
                )

    def _rows(self, loaded: Loaded, reporter: Reporter, check: Check, number: int) -> Iterator[Finding]:
        distinct = loaded.distinct(check.fields)
        absent = tuple(name for name in check.fields if not loaded.has((name,)))
        if absent:
            check = replace(check, parameters=MappingProxyType({**check.parameters, ABSENT: ",".join(absent)}))

        def judge(rows: Sequence[int]) -> Iterator[tuple[int, tuple[str, ...]]]:
            asked = distinct.rows if len(rows) == len(distinct.rows) else [distinct.rows[at] for at in rows]
            for at, *said in CHECKS[check.name](asked, check, self.options):
                yield rows[at], tuple(said)

        name = "check", loaded.table.name, number, absent
        said = judged(self.options.memory, name, lambda: distinct.marks, len(distinct.rows), judge)
        wrong = []
        for at, (value, expected, *other) in said.items():
            rule = other[0] if other else check.parameters.get("words", check.name)
            finding = reporter.finding(
                rule,
                Level.WARNING if rule in _MILD else check.level,
                field=", ".join(check.fields),
                value=value,
                expected=expected,
                code="" if other else check.code,
                section=check.section,
            )
            wrong.append((at, finding))
        yield from reporter.each(loaded, distinct, wrong)

    def _topology(self, loaded: Loaded) -> Iterator[Finding]:
        rules = topology_checks()
        if loaded.shapes is None:
            return
        for at, topology in enumerate(loaded.table.topology):
            if topology.name not in rules:
                self.not_checked.append(
                    tr("{table}: the rule “{rule}” is not known to this version of the plugin.").format(
                        table=loaded.table.name, rule=topology.name
                    )
                )
                continue
            wanted = self._tolerated(topology)
            for finding in self._between(rules[topology.name], loaded.shapes, wanted, at):
                yield _completed(finding, loaded, topology)

    def _between(self, rule: Rule, shapes: Shapes, wanted: Topology, number: int) -> Iterable[Finding]:
        """The findings of a rule between shapes; with a memory, those of the last run where no shape changed."""
        memory = None if wanted.name in _BY_SHAPE else self.options.memory
        return whole(
            memory,
            ("topology", shapes.table, number),
            lambda: content_of(shapes, shapes.other(wanted.other) if wanted.other else None),
            lambda: rule(shapes, wanted, self.options, self.feedback),
        )

    def _on_parcels(self, loaded: Loaded) -> Iterator[Finding]:
        """A zoning against the parcels that were given: nothing of another table."""
        from .cadastre import cadastre_findings
        from .cadastre_parcels import is_zoning

        parcels = self.options.parcels
        if parcels is None or loaded.shapes is None or not is_zoning(loaded.table):
            return
        given = parcels.shapes(loaded.subject.crs, self.feedback)
        zones = loaded.shapes
        yield from whole(
            self.options.memory,
            ("cadastre", zones.table),
            lambda: content_of(zones, given) + f"{parcels.edition} {parcels.tolerance}".encode(),
            lambda: cadastre_findings(zones, given, parcels.edition, self.feedback, parcels.tolerance),
        )

    def _tolerated(self, topology: Topology) -> Topology:
        """The rule with the tolerance that the user asked for."""
        if self.options.tolerance is None or topology.name not in _SURFACES:
            return topology
        return replace(topology, tolerance=self.options.tolerance)


def _completed(finding: Finding, loaded: Loaded, rule: Check | Topology) -> Finding:
    """A finding of another module, with the names that only the run knows."""
    return replace(
        finding,
        table=finding.table or loaded.table.name,
        layer=finding.layer or loaded.subject.name,
        crs=finding.crs or loaded.subject.crs,
        code=finding.code or (rule.code if finding.rule == rule.name else ""),  # not of what was left out
        section=finding.section or rule.section,
    )
