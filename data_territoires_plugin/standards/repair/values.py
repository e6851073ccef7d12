"""The values: for each faulty one, the shortest chain of fixes that leaves the fewest faults and brings none."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ...i18n import tr
from ...sources.base import stop_if_cancelled
from ..bal_values import SPACES, bare
from ..model import FieldType
from .fixes import labels
from .judging import base_name, codes_of, judge_of
from .proposal import Change, Proposal
from .transforms import TRANSFORMS, Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..findings import Finding
    from ..model import Field
    from .judging import Judge
    from .work import Work

_DEEPEST = 3  # fixes that one value may need
_MOST = 60  # candidates looked at for one value
_CHUNK = 5000


def value_proposals(work: Work, fixes: Iterable[str]) -> Iterator[Proposal]:
    """One proposal per value that these fixes mend; the findings on a value are mended together. Raises Cancelled."""
    chosen = [one for one in TRANSFORMS if one in set(fixes)]
    if not chosen:
        return
    cells: dict[tuple[int, str], list[Finding]] = defaultdict(list)
    menders: dict[str, _Mender] = {}
    for finding, known, column, feature in work.about_values():
        if finding.value:
            menders.setdefault(column, _Mender(work, known, chosen))
            cells[feature, column].append(finding)
    for at, ((feature, column), findings) in enumerate(cells.items()):
        if at % _CHUNK == 0:
            stop_if_cancelled(work.feedback)
        text = findings[0].value
        mended = menders[column](text)
        if mended is not None:
            after, used = mended
            yield _proposal(used, feature, column, text, after, tuple(findings))
    if "padding" in chosen:
        yield from _padded_pairs(work)
    if "trim" in chosen and work.asked.findings is None:
        yield from _spaces(work, cells)


class _Mender:
    """Mends the texts of one field, each distinct text once."""

    def __init__(self, work: Work, known: Field, chosen: list[str]) -> None:
        self._target = _target(work, known)
        self._judge: Judge = judge_of(known, work.table, work.standard, work.options)
        self._chosen = chosen
        self._known: dict[str, tuple[str, tuple[str, ...]] | None] = {}

    def __call__(self, text: str) -> tuple[str, tuple[str, ...]] | None:
        """The text mended and the fixes that it took; None where they can do nothing."""
        if text not in self._known:
            self._known[text] = self._mended(text)
        return self._known[text]

    def _mended(self, text: str) -> tuple[str, tuple[str, ...]] | None:
        faults = self._judge(text)
        best, left = None, faults
        seen: dict[str, tuple[str, ...]] = {text: ()}
        front = [text]
        for _ in range(_DEEPEST):
            front = [after for before in front for after in self._next(before, seen)]
            for after in front:
                found = self._judge(after)
                if found < left:
                    best, left = (after, seen[after]), found
            if best is not None and not left:
                break
        return best

    def _next(self, before: str, seen: dict[str, tuple[str, ...]]) -> Iterator[str]:
        for fix in self._chosen:
            for after in TRANSFORMS[fix](before, self._target):
                if after and after not in seen and len(seen) < _MOST:
                    seen[after] = tuple(dict.fromkeys((*seen[before], fix)))
                    yield after


def _target(work: Work, known: Field) -> Target:
    codes = codes_of(known.name, work.table, work.standard) or frozenset()
    pieces = work.options.pieces if known.type is FieldType.FILENAME else None
    values = codes | {*known.values} | (pieces or frozenset())
    plain: dict[str, list[str]] = defaultdict(list)
    for one in sorted(values):
        plain[bare(one)].append(one)
    checks = frozenset(one.name for one in work.table.checks if one.fields == (known.name,))
    return Target(known, base_name(known.name), values, checks, work.table.by_checks, dict(plain))


def _proposal(
    used: tuple[str, ...], feature: int, column: str, before: str, after: str, findings: tuple[Finding, ...]
) -> Proposal:
    fix = ", ".join(used)
    words = tr("{column}: “{before}” becomes “{after}” ({fix}).").format(
        column=column, before=before, after=after, fix=labels(fix)
    )
    place = next(((one.place, one.crs) for one in findings if one.place), (None, ""))
    return Proposal(
        fix,
        Change.VALUE,
        feature,
        column,
        before,
        after,
        words,
        findings=findings,
        place=place[0],
        crs=place[1],
    )


# ------------------------------------------------------------------------------------------- several columns at once
def _padded_pairs(work: Work) -> Iterator[Proposal]:
    """Pairs of codes (TYPEPSC, STYPEPSC) that are in their list once their zeros are back."""
    for reference in work.table.references:
        codes = work.standard.code_list(reference.target) if reference.is_code_list else None
        if codes is None or len(reference.fields) < 2:
            continue
        names = [one.casefold() for one in codes.columns]
        at = [names.index(one.casefold()) for one in reference.target_fields if one.casefold() in names]
        known = {tuple(code.values[one] for one in at) for code in codes.codes}
        joined = ", ".join(reference.fields)
        for finding in work.findings:
            if finding.field != joined or finding.rule != "codes":
                continue
            before = finding.value.split(" / ")
            after = tuple(one.strip(SPACES).removesuffix(".0").zfill(2) for one in before)
            if after in known:
                yield from _of_pair(work, finding, reference.fields, before, after)


def _of_pair(
    work: Work, finding: Finding, fields: tuple[str, ...], before: list[str], after: tuple[str, ...]
) -> Iterator[Proposal]:
    for name, old, new in zip(fields, before, after, strict=True):
        column = work.matching.found.get(name)
        if column is not None and old != new:
            yield _proposal(("padding",), int(finding.feature), column, old, new, (finding,))


# ---------------------------------------------------------------------------------------------------- not findings
def _spaces(work: Work, cells: Iterable[tuple[int, str]]) -> Iterator[Proposal]:
    """The spaces around values that no rule looks at: they part what should be the same."""
    done = set(cells)
    names = [column for column in work.matching.found.values() if work.subject.type_of(column) is FieldType.TEXT]
    if not names:
        return
    for feature, row in work.subject.rows(names, work.feedback):
        for column, text in zip(names, row, strict=True):
            if text is not None and text != text.strip(SPACES) and (feature, column) not in done:
                yield _proposal(("trim",), feature, column, text, text.strip(SPACES), ())
