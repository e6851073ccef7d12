"""One publication from end to end: read, compare, show, journal, send, verify."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem

from ..errors import DataTerritoiresError
from ..i18n import tr
from ..paths import cache_folder
from .content import Column, Content, read_layer
from .journal import Journal, Publication
from .plan import Mode, Plan, check_deletions, compare
from .preflight import refusals, unknown_columns
from .sending import Result, by_key, resume, send, undo
from .targets import target_of

if TYPE_CHECKING:
    from pathlib import Path

    from qgis.core import QgsFeedback, QgsVectorLayer

    from .content import Remote
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


@dataclass(frozen=True)
class Prepared:
    """A plan ready to be shown, then sent."""

    order: Order
    target: Target
    profile: Profile
    content: Content
    there: dict[str, Remote]
    plan: Plan
    left_out: tuple[str, ...]  # columns of the layer that the target doesn't have


def prepare(order: Order, feedback: QgsFeedback) -> Prepared:
    """Looks at the target, reads both sides, compares. Nothing is written.

    Raises SourceError (the layer), NetworkError and TargetError (the target).
    """
    fields = order.fields or tuple(order.layer.fields().names())
    if order.key not in fields:
        fields = (order.key, *fields)
    first = read_layer(order.layer, order.key, fields, order.layer.crs(), feedback)
    target = target_of(order.type, order.target, order.collection, order.key, first.columns, first.crs, order.authcfg)
    profile = target.probe(feedback)
    left_out = unknown_columns(first, profile)
    if left_out:
        # Some servers drop an unknown column without a word, others refuse the feature: it is left out, and told.
        fields = tuple(name for name in fields if name not in left_out)
    content = read_layer(order.layer, order.key, fields, profile.crs, feedback)
    target = target_of(order.type, order.target, order.collection, order.key, content.columns, first.crs, order.authcfg)
    profile = target.probe(feedback)
    there = by_key(target.read(feedback))
    plan = compare(content, there, order.mode, profile.precision, refusals(content, profile))
    return Prepared(order, target, profile, content, there, plan, left_out)


def publish(prepared: Prepared, folder: Path | None, feedback: QgsFeedback) -> tuple[Result, Path]:
    """Sends what was prepared; gives back what was done, and the journal.

    Raises TooManyDeletions before anything is sent, Interrupted and Cancelled on the way (the journal serves `resume`).
    """
    order = prepared.order
    check_deletions(prepared.plan, prepared.content, order.most_deleted)
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
        return send(journal, prepared.target, prepared.profile, feedback), path


def go_on(path: Path, feedback: QgsFeedback) -> Result:
    """Resumes the publication of a journal."""
    with Journal(path) as journal:
        target, profile = _reopened(journal, feedback)
        return resume(journal, target, profile, feedback)


def take_back(path: Path, feedback: QgsFeedback) -> Result:
    """Undoes the publication of a journal."""
    with Journal(path) as journal:
        target, profile = _reopened(journal, feedback)
        return undo(journal, target, profile, feedback)


def _reopened(journal: Journal, feedback: QgsFeedback) -> tuple[Target, Profile]:
    about = journal.publication
    crs = QgsCoordinateReferenceSystem(about.crs)
    columns: tuple[Column, ...] = about.columns
    target = target_of(about.type, about.target, about.collection, about.key, columns, crs, about.authcfg)
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
