"""One publication from end to end: read, compare, show, journal, send, verify."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from qgis.core import QgsCoordinateReferenceSystem

from ..errors import DataTerritoiresError
from ..i18n import tr
from ..paths import cache_folder
from . import personal
from .connections import refuse_secret
from .content import Column, Content, read_layer, usual_fields
from .deposits.about import about_layer
from .deposits.base import Before, KeepsFormer
from .deposits.depositing import RUN, STAGED, Depositing, note_before
from .journal import Journal, Publication
from .opening import is_whole, opened
from .personal import Suspicion, suspicions
from .plan import Mode, Plan, check_deletions, compare, without
from .preflight import as_there, refusals, unknown_columns
from .sending import Result, by_key, resume, send
from .shapes import without_altitude
from .style import NO_STYLE, Exported, style_of
from .swapping import WHOLE
from .targets.base import Dataset, TargetError
from .undoing import undo

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from qgis.core import QgsFeedback, QgsVectorLayer

    from .content import Remote
    from .deposits.base import Deposit
    from .targets.base import Profile, Target


@dataclass(frozen=True)
class Order:
    """What is to be published where. `fields`: the columns to publish, () for all."""

    layer: QgsVectorLayer
    type: str
    target: str
    collection: str
    key: str
    mode: Mode = Mode.UPSERT
    most_deleted: float = 10.0  # percent of the target
    authcfg: str = ""
    fields: tuple[str, ...] = ()
    columns_may_go: bool = False  # those of the target that the layer lacks, where a whole dataset is replaced
    record: str = ""  # ISO 19139, that goes with a whole dataset
    licence: str = ""  # under which it is published
    whole: bool = False  # the table is replaced at once, where the target can
    personal: str = ""  # what becomes of the columns that hold personal data: "prenom:drop, naissance:year"
    zones: tuple[str, ...] = ()  # territories that it covers, kind:code
    schema: str = ""  # national schema that it follows: name, or name@version
    public: bool = False  # a draft may be shown to everybody once it was read back


@dataclass(frozen=True)
class Prepared:
    """A plan ready to be shown, then sent."""

    order: Order
    target: Target | Deposit
    profile: Profile
    content: Content
    there: dict[str, Remote]
    plan: Plan
    left_out: tuple[str, ...]  # columns of the layer that the target doesn't have
    before: Before | None = None  # where a whole dataset is replaced
    personal: tuple[Suspicion, ...] = ()  # columns that seem to hold personal data
    style: Exported = NO_STYLE  # that goes along


class ColumnsWouldGo(DataTerritoiresError):
    """The dataset that is there has columns that the layer lacks."""


def prepare(order: Order, feedback: QgsFeedback) -> Prepared:
    """Looks at the target, reads both sides, compares. Nothing is written.

    Raises SourceError (the layer), NetworkError and TargetError (the target).
    """
    refuse_secret(order.target)
    fields = order.fields or usual_fields(order.layer, order.key)
    if order.key not in fields:
        fields = (order.key, *fields)
    first = read_layer(order.layer, order.key, fields, order.layer.crs(), feedback)
    found = tuple(suspicions(first))
    first = _without_persons(order, first)
    fields = first.names
    target = _place(order, first.columns, first.crs)
    profile = target.probe(feedback)
    left_out = unknown_columns(first.columns, profile)
    if left_out:
        # Some servers drop an unknown column without a word, others refuse the feature: it is left out, and told.
        fields = tuple(name for name in fields if name not in left_out)
    content = first
    if left_out or profile.crs != first.crs:
        content = _without_persons(order, read_layer(order.layer, order.key, fields, profile.crs, feedback))
        target = _place(order, content.columns, profile.crs if is_whole(order.type) else first.crs)
        profile = target.probe(feedback)
    content = _kept_there(content, profile)
    before = None
    if is_whole(order.type):
        place = cast("Deposit", target)
        before = Before(place.exists(feedback), place.version(feedback))
    content = replace(content, columns=as_there(content.columns, profile))
    there = by_key(target.read(feedback))
    _refuse_no_shapes(order, there)
    plan = compare(content, there, order.mode, profile.precision)
    moving = tuple(step.after for step in plan.steps if step.after is not None)
    plan = without(plan, refusals(replace(content, rows=moving), profile))
    return Prepared(
        order, target, profile, content, there, plan, left_out, before, found, _style(order, content, profile)
    )


def _style(order: Order, content: Content, profile: Profile) -> Exported:
    chosen = personal.parse(order.personal, _names(order.layer))
    changed = [name for name, treatment in chosen.items() if treatment is not personal.Treatment.KEEP]
    return style_of(order.layer, content.names, changed, profile.styled)


def _refuse_no_shapes(order: Order, there: Mapping[str, Remote]) -> None:
    """A table would empty the shapes of the platform: nobody means that."""
    if not order.layer.isSpatial() and any(remote.row.shape for remote in there.values()):
        raise TargetError(
            tr("The layer has no shapes, and the platform has: publishing it would empty them."),
            hint=tr("Publish a layer with shapes (a CSV file has to be told its coordinates)."),
        )


def publish(prepared: Prepared, folder: Path | None, feedback: QgsFeedback) -> tuple[Result, Path]:
    """Sends what was prepared; gives back what was done, and the journal.

    Raises TooManyDeletions, ColumnsWouldGo and PersonalDataError before anything is sent, Interrupted and Cancelled on
    the way (the journal serves `resume`).
    """
    order, profile = prepared.order, prepared.profile
    check_deletions(prepared.plan, prepared.content, order.most_deleted)
    check_columns(prepared)
    check_personal(prepared)
    path = (folder or cache_folder("publications")) / f"{_name(order)}.journal"
    about = Publication(
        order.type,
        order.target,
        order.collection,
        order.key,
        order.mode.value,
        order.authcfg,
        prepared.content.columns,
        prepared.content.crs.authid() or prepared.content.crs.toWkt(),
        prepared.plan.unchanged,
    )
    with Journal.begin(path, about, prepared.plan, prepared.there.values()) as journal:
        if order.whole:
            journal.note(WHOLE, path.stem.rpartition("-")[2])
        if prepared.before is None:
            return send(journal, cast("Target", prepared.target), profile, feedback), path
        about_it = about_layer(order, prepared.style)
        note_before(journal, about_it, "".join(path.stem.rsplit("-", 3)[1:]), prepared.before, profile)
        return _depositing(journal, prepared.target, profile, feedback).send(), path


def check_columns(prepared: Prepared) -> None:
    """Raises ColumnsWouldGo where a dataset would lose columns that nobody agreed to lose."""
    loses = prepared.profile.loses
    if loses and not prepared.order.columns_may_go:
        raise ColumnsWouldGo(
            tr("What is published has columns that the layer lacks, and would lose them: {names}.").format(
                names=", ".join(loses)
            ),
            hint=tr("Add them to the layer, or tick “Columns that the layer lacks may go”."),
        )


def check_personal(prepared: Prepared) -> None:
    """Raises PersonalDataError where a column holds personal data, and nobody said what becomes of it."""
    found = prepared.personal
    personal.check(found, personal.parse(prepared.order.personal, _names(prepared.order.layer)))


def _without_persons(order: Order, content: Content) -> Content:
    """The content once the choices of the user are carried out: nothing else ever leaves."""
    chosen = personal.parse(order.personal, _names(order.layer))

    def secret() -> bytes:
        from .pseudonyms import key

        return key()

    return personal.treated(content, chosen, secret)


def _names(layer: QgsVectorLayer) -> list[str]:
    return list(layer.fields().names())


def go_on(path: Path, feedback: QgsFeedback) -> Result:
    """Resumes the publication of a journal."""
    with Journal(path) as journal:
        target, profile = _reopened(journal, feedback)
        if is_whole(journal.publication.type):
            return _depositing(journal, target, profile, feedback).send()
        return resume(journal, cast("Target", target), profile, feedback)


def take_back(path: Path, feedback: QgsFeedback) -> Result:
    """Undoes the publication of a journal."""
    with Journal(path) as journal:
        target, profile = _reopened(journal, feedback)
        if is_whole(journal.publication.type):
            return _depositing(journal, target, profile, feedback).undo()
        return undo(journal, cast("Target", target), profile, feedback)


def _depositing(journal: Journal, target: Target | Deposit, profile: Profile, feedback: QgsFeedback) -> Depositing:
    if isinstance(target, KeepsFormer):
        target.keep_in(journal.path.with_suffix(".avant"))
    return Depositing(journal, cast("Deposit", target), profile, feedback)


def _place(order: Order, columns: tuple[Column, ...], crs: QgsCoordinateReferenceSystem) -> Target | Deposit:
    return opened(order.type, Dataset(order.target, order.collection, order.key, columns, crs, order.authcfg))


def _kept_there(content: Content, profile: Profile) -> Content:
    """Without its shapes where the place keeps none (a table), without their altitudes where it keeps none."""
    if profile.altitudes and not profile.flat:
        return content
    kept = [replace(row, shape=b"" if profile.flat else without_altitude(row.shape)) for row in content.rows]
    return replace(content, rows=tuple(kept))


def _reopened(journal: Journal, feedback: QgsFeedback) -> tuple[Target | Deposit, Profile]:
    about = journal.publication
    crs = QgsCoordinateReferenceSystem(about.crs)
    dataset = Dataset(about.target, about.collection, about.key, about.columns, crs, about.authcfg)
    target = opened(about.type, replace(dataset, run=journal.noted(RUN), staged=journal.noted(STAGED)))
    profile = target.probe(feedback)
    if profile.crs != crs:
        raise DataTerritoiresError(
            tr("The platform no longer speaks the CRS of the journal ({crs}).").format(crs=about.crs),
            hint=tr("Publish again from the layer: only the difference will be sent."),
        )
    return target, profile


def _name(order: Order) -> str:
    safe = "".join(sign if sign.isalnum() else "_" for sign in order.collection or order.layer.name())
    return f"{safe}-{time.strftime('%Y%m%d-%H%M%S')}-{time.time_ns() % 1_000_000:06d}"
