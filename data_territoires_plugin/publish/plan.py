"""The plan of a publication: what will be created, replaced, deleted, left, refused and why. Nothing is sent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from ..errors import DataTerritoiresError
from ..i18n import number, tr
from .content import differences

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .content import Content, Remote, Row


class Mode(Enum):
    """What a publication may do to what is there."""

    UPSERT = "upsert"  # create and replace
    MIRROR = "mirror"  # and delete what the layer no longer has
    APPEND = "append"  # create only


class Action(Enum):
    """What is done with one feature."""

    CREATE = "create"
    REPLACE = "replace"
    DELETE = "delete"


@dataclass(frozen=True)
class Step:
    """One feature of the plan: what it will be (`after`), what it was (`before`), the columns that change."""

    action: Action
    key: str
    after: Row | None = None
    before: Remote | None = None
    changed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Refusal:
    """A feature that the target would not take, and why, in words."""

    key: str
    reason: str


@dataclass(frozen=True)
class Plan:
    """Everything a publication will do."""

    steps: tuple[Step, ...]
    unchanged: int
    refused: tuple[Refusal, ...] = ()
    kept: int = 0  # features of the target that the layer doesn't have, and that the mode leaves alone
    remote: int = 0  # features of the target before

    def count(self, action: Action) -> int:
        """How many features this is done with."""
        return sum(step.action is action for step in self.steps)

    @property
    def deleted_share(self) -> float:
        """Percent of the target that would go."""
        return 100 * self.count(Action.DELETE) / self.remote if self.remote else 0.0


class TooManyDeletions(DataTerritoiresError):
    """More would be deleted than the user has agreed to."""


def compare(
    content: Content, remote: Mapping[str, Remote], mode: Mode, precision: float, refused: Sequence[Refusal] = ()
) -> Plan:
    """The difference between a layer and what a target holds, by their keys.

    A refused feature that the target has is left as it is there: it is not deleted for having been refused.
    """
    barred = {refusal.key for refusal in refused}
    steps: list[Step] = []
    unchanged = 0
    for row in content.rows:
        if row.key in barred:
            continue
        there = remote.get(row.key)
        if there is None:
            steps.append(Step(Action.CREATE, row.key, row))
            continue
        changed = differences(row, there.row, content.columns, precision)
        if changed and mode is not Mode.APPEND:
            steps.append(Step(Action.REPLACE, row.key, row, there, changed))
        else:
            unchanged += 1
    ours = {row.key for row in content.rows}
    gone = [there for key, there in remote.items() if key not in ours]
    if mode is Mode.MIRROR:
        steps += [Step(Action.DELETE, there.row.key, None, there) for there in gone]
    return Plan(tuple(steps), unchanged, tuple(refused), 0 if mode is Mode.MIRROR else len(gone), len(remote))


def without(plan: Plan, refused: Sequence[Refusal]) -> Plan:
    """The same without what the target would not take: what it holds under these keys stays as it is."""
    barred = {refusal.key for refusal in refused}
    steps = tuple(step for step in plan.steps if step.after is None or step.key not in barred)
    return replace(plan, steps=steps, refused=(*plan.refused, *refused))


def check_deletions(plan: Plan, content: Content, most: float) -> None:
    """Raises TooManyDeletions where a mirror would empty the target, or take more than `most` percent of it."""
    deleted = plan.count(Action.DELETE)
    if deleted and not content.rows and most < 100:
        raise TooManyDeletions(
            tr("The layer is empty: publishing it would delete the {count} features of the platform.").format(
                count=deleted
            ),
            hint=tr("Check the layer. To empty the platform all the same, allow 100 % of deletions."),
        )
    if plan.deleted_share > most:
        raise TooManyDeletions(
            tr("{count} features of the platform would be deleted: {share} %, more than the {most} % allowed.").format(
                count=deleted, share=number(plan.deleted_share, 1), most=f"{most:g}"
            ),
            hint=tr("Look at the plan (dry run). If it is right, allow more deletions."),
        )
