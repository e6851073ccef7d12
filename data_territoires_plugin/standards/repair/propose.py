"""Proposes fixes and proves them: the layer as it would be is checked again, and what does harm is taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qgis.core import QgsFeedback, QgsVectorLayer

from ...errors import StandardError
from ...i18n import tr
from ...sources.base import stop_if_cancelled
from ..engine.choose import table_for
from ..engine.memory import Memory
from ..engine.options import Options
from ..engine.run import validate
from ..engine.subject import Subject
from ..findings import compare
from .columns import column_proposals, order_proposal
from .draft import Draft
from .fixes import FIXES
from .identifiers import identifier_proposals, insee_proposals
from .proposal import SHAPES, Change, Proposal
from .shapes import geometry_proposals, snap_proposals
from .slivers import sliver_proposals
from .values import value_proposals
from .work import Asked, Commune, Work

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..findings import Finding, Verdict
    from ..model import Standard, Table

__all__ = ["Asked", "Commune", "Proposed", "proposals", "propose"]
_ROUNDS = 8  # proofs; what is still in doubt after them is left as it was
_BETWEEN = frozenset(("no_overlap", "no_gap", "covers", "inside", "no_duplicate", "geometry_unique"))
_BY_CADASTRE = frozenset(("cadastre_shift", "cadastre_vertex"))  # a vertex moved may change how the others are seen


@dataclass(frozen=True)
class Proposed:
    """The proposals, and what they lead to."""

    proposals: tuple[Proposal, ...]  # those that may be applied, then those that are refused
    table: Table
    before: Verdict
    after: Verdict  # of the layer as it would be
    revealed: tuple[Finding, ...]  # faults between shapes that could not be seen while one of them was invalid
    draft: Draft

    @property
    def applicable(self) -> tuple[Proposal, ...]:
        """Those that are not refused."""
        return tuple(one for one in self.proposals if not one.refused)


def proposals(
    layer: QgsVectorLayer | Subject,
    standard: Standard,
    fixes: Sequence[str] = (),
    *,
    findings: Sequence[Finding] | None = None,
    options: Options | None = None,
    table: str = "",
    communes: Sequence[Commune] = (),
    feedback: QgsFeedback | None = None,
) -> tuple[Proposal, ...]:
    """What these fixes (none: all) would change in a layer, each proved; refused ones are there with their reason.

    `findings`: those to mend (none given: all those of the standard). A `Subject`, made in the thread of the layer,
    may be read in another one. Raises StandardError, SourceError, Cancelled.
    """
    wanted = None if findings is None else tuple(findings)
    asked = Asked(tuple(fixes), wanted, table, tuple(communes))
    subject = Subject.of_layer(layer) if isinstance(layer, QgsVectorLayer) else layer
    return propose(subject, standard, asked, options or Options(), feedback or QgsFeedback()).proposals


def propose(
    subject: Subject,
    standard: Standard,
    asked: Asked,
    options: Options,
    feedback: QgsFeedback,
) -> Proposed:
    """The proposals for a subject, and what the layer would be. Raises as `proposals`."""
    unknown = [one for one in asked.fixes if one not in FIXES]
    if unknown:
        raise StandardError(
            tr("There is no fix “{name}”.").format(name=unknown[0]),
            hint=tr("Those that there are: {names}.").format(names=", ".join(FIXES)),
        )
    table = table_for(standard, subject, asked.table)
    options = replace(options, memory=options.memory or Memory())  # each proof only looks at what it changes
    before = validate([(subject, table)], standard, options, feedback)
    wanted = before.findings if asked.findings is None else _asked(before.findings, asked.findings)
    work = Work(subject, table, standard, options, asked, tuple(wanted), before.findings, feedback)
    made = list(_made(work, set(asked.fixes or FIXES)))
    return _proved(work, made, before)


def _asked(all_: Sequence[Finding], asked: Sequence[Finding]) -> list[Finding]:
    """Those of the findings of today that were asked for: others were mended since.

    What is about no feature (a gap) is told from the others by its place, where it is known.
    """
    known = {(one.identity, _where(one)) for one in asked}
    return [one for one in all_ if {(one.identity, _where(one)), (one.identity, None)} & known]


def _where(finding: Finding) -> tuple[float, float] | None:
    """The place of what is about no feature, to the millimetre."""
    if finding.feature or finding.place is None:
        return None
    return round(finding.place[0], 3), round(finding.place[1], 3)


def _made(work: Work, fixes: set[str]) -> Iterator[Proposal]:
    """All the proposals, one per cell: what is computed comes before what is rewritten."""
    cells: set[tuple[int | None, str]] = set()
    for one in _of_values(work, fixes):
        if one.refused or one.cell not in cells:
            if not one.refused:
                cells.add(one.cell)
            yield one
    if "geometry" in fixes:
        yield from geometry_proposals(work)
    if "snap" in fixes:
        yield from snap_proposals(work)
    if fixes & {"overlap", "gap"}:
        yield from sliver_proposals(work, fixes)
    if "columns" in fixes:
        yield from column_proposals(work)
    if "order" in fixes:
        yield from order_proposal(work)


def _of_values(work: Work, fixes: set[str]) -> Iterator[Proposal]:
    if "identifier" in fixes:
        yield from identifier_proposals(work)
    yield from value_proposals(work, fixes)
    if "insee" in fixes:
        yield from insee_proposals(work)


# ------------------------------------------------------------------------------------------------------- the proof
def _proved(work: Work, made: list[Proposal], before: Verdict) -> Proposed:
    """Takes back what brings a finding or mends nothing, until the rest does neither."""
    refused = [one for one in made if one.refused]
    kept = [one for one in made if not one.refused]
    tried = _tried(work, kept, before)
    for turn in range(_ROUNDS + 1):
        harmful = _harmful(tried, kept, last=turn == _ROUNDS - 1)
        useless = [] if harmful else _useless(kept, tried.mended)
        bad = {id(one) for one in (*harmful, *useless)}
        if not bad:
            break
        refused += [replace(one, refused=tr("it would bring another fault: decide by hand")) for one in harmful]
        chosen = [one for one in useless if any(work.asked.decided(found) is not None for found in one.findings)]
        refused += [replace(one, refused=tr("nothing would be left of the feature")) for one in chosen]
        kept = [one for one in kept if id(one) not in bad]
        stop_if_cancelled(work.feedback)
        tried = _tried(work, kept, before)
    shown = (*kept, *(one for one in refused if one.findings))
    return Proposed(shown, work.table, before, tried.verdict, tuple(tried.revealed), tried.draft)


@dataclass(frozen=True)
class _Tried:
    """What the proposals lead to."""

    draft: Draft
    verdict: Verdict
    mended: tuple[Finding, ...]
    revealed: list[Finding]
    new: list[Finding]


def _tried(work: Work, kept: list[Proposal], before: Verdict) -> _Tried:
    """The layer as it would be, checked. Raises Cancelled."""
    draft = Draft(work.subject, kept)
    after = validate([(draft.subject, work.table)], work.standard, work.options, work.feedback) if kept else before
    told = compare(before.findings, after.findings)
    revealed = [one for one in told.new if _was_hidden(one, kept)]
    new = [one for one in told.new if not _was_hidden(one, kept) and one.rule not in _BY_CADASTRE]
    return _Tried(draft, after, told.mended, revealed, new)


def _was_hidden(finding: Finding, kept: list[Proposal]) -> bool:
    """Whether a fault between shapes could not be seen before: one of them was invalid, and left out."""
    if finding.rule not in _BETWEEN:
        return False
    repaired = {str(one.feature) for one in kept if one.change is Change.SHAPE}
    return bool(repaired & {finding.feature, *finding.other.split(", ")}) or (not finding.feature and bool(repaired))


def _harmful(tried: _Tried, kept: list[Proposal], *, last: bool) -> list[Proposal]:
    """The proposals that brought the new findings; where none can be named, all those that may have."""
    new = tried.new
    if not new or last:
        return list(kept) if new else []
    cells = {(feature, field) for one in new for feature in _features(one) for field in one.field.split(", ")}
    blamed = [one for one in kept if _touches(one, cells)]
    between = any(one.rule in _BETWEEN or not one.field for one in new)
    shaped = [one for one in kept if one.change in SHAPES] if between else []
    return blamed or shaped or list(kept)


def _features(finding: Finding) -> list[str]:
    return [finding.feature, *(one for one in finding.other.split(", ") if one)]


def _touches(one: Proposal, cells: set[tuple[str, str]]) -> bool:
    if one.feature is None:
        return any(field and field in (one.field, one.after) for _feature, field in cells)
    feature = str(one.feature)
    if one.change in SHAPES:
        return any(where == feature and not field for where, field in cells)
    return any(where == feature and field.casefold() == one.field.casefold() for where, field in cells)


def _useless(kept: list[Proposal], mended: Sequence[Finding]) -> list[Proposal]:
    """Those that mend nothing of what they are for; those that are for no finding (spaces, order) are not."""
    gone = {one.identity for one in mended}
    return [one for one in kept if one.findings and not any(found.identity in gone for found in one.findings)]
