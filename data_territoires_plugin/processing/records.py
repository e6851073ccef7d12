"""What the algorithms that publish a record share: describing a layer, telling the plan, carrying it out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import Cancelled, DataTerritoiresError, StandardError
from ..i18n import tr
from ..metadata.describe import conformity, describe
from ..metadata.distribution import with_formats, with_links
from ..metadata.form import label_of, missing
from ..metadata.identity import keep
from ..metadata.template import Template, read_template
from ..publish.connections import refuse_secret
from ..publish.journal import Journal
from ..publish.records import publication
from ..publish.records.journal import Act
from ..publish.records.links import Tried, problems, tried
from ..publish.records.probing import kind_of_catalogue
from ..publish.targets.base import TargetError
from ..standards.shelf import standard
from .algorithm import about, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.core import QgsProcessingFeedback, QgsVectorLayer

    from ..metadata.record import Record
    from ..publish.records.publication import Done, Order, Prepared
    from .publish_gates import Conformity as Verdict

PUBLISHED, FAILED, UNDONE = "published", "failed", "undone"  # the values of the output RECORD, "" for no record
_RECORD = "record_journal"  # in the journal of the data: the path of that of their record


@dataclass(frozen=True)
class Recorded:
    """A record that was published, or that would be."""

    prepared: Prepared
    tried: tuple[Tried, ...]
    done: Done | None = None  # None: dry run
    journal: str = ""

    @property
    def document(self) -> dict[str, Any]:
        """For the report."""
        order, done = self.prepared.order, self.done
        return {
            "target": order.target,
            "type": order.type,
            "identifier": order.record.identifier,
            "action": self.prepared.action.value,
            "dry_run": done is None,
            "changed": [label_of(name) for name in self.prepared.changed],
            "missing": [one.label for one in missing(order.record)],
            "links": [{"url": one.link.url, "problem": one.problem} for one in self.tried],
            "url": done.url if done else "",
            "verified": bool(done and done.verified),
            "problem": done.problem if done else "",
            "notes": [*self.prepared.site.notes, *(done.notes if done else ())],
            "journal": self.journal,
        }


def described(layer: QgsVectorLayer, template_file: str) -> Record:
    """The record of a layer, with what the template of an authority says. Raises SourceError."""
    template = read_template(Path(template_file)) if template_file else Template()
    return describe(layer, template, date.today())


def keep_identifier(layer: QgsVectorLayer, identifier: str, feedback: QgsProcessingFeedback) -> None:
    """The layer keeps the identifier of its record; where its data can't, it is told. Main thread only."""
    if not keep(layer, identifier):
        told = tr("The data can't keep the identifier of their record ({identifier}): write it in the template.")
        feedback.pushWarning(told.format(identifier=identifier))


def with_verdict(record: Record, found: Verdict | None) -> Record:
    """The record, with what a validation found."""
    if found is None:
        return record
    title, day = _specification(found)
    errors = 0 if found.valid else max(1, found.errors)
    return replace(record, conformities=(*record.conformities, conformity(title, day, errors)))


def _specification(found: Verdict) -> tuple[str, str]:
    """The title of a standard as records name it, and its date; its id where it isn't one of ours."""
    try:
        known = standard(found.standard)
    except StandardError:
        return f"{found.standard} {found.version}".strip(), ""
    named = known.document.metadata if known.document is not None else ""
    return named or known.named, known.date


def carry_out(
    order: Order,
    folder: str,
    feedback: QgsProcessingFeedback,
    *,
    dry_run: bool = False,
    begun: Callable[[Path], None] = lambda _path: None,
) -> Recorded:
    """Compares, tells, tries the links, and sends unless it is a dry run. `begun`: see publication.publish.

    Raises what it and publication.prepare raise.
    """
    refuse_secret(order.target)
    if order.type == "auto":
        order = replace(order, type=kind_of_catalogue(order.target, order.authcfg, feedback))
        say(feedback, tr("Kind of catalogue: {type}."), type=order.type)
    order = replace(order, record=with_formats(order.record))
    prepared = publication.prepare(order, feedback)
    all_tried = tried(order.record.links, feedback)
    _tell(prepared, all_tried, feedback)
    if dry_run:
        say(feedback, tr("Dry run: nothing was sent."))
        return Recorded(prepared, all_tried)
    done, path = publication.publish(prepared, Path(folder) if folder else None, feedback, begun)
    for note in done.notes:
        feedback.pushWarning(note)
    return Recorded(prepared, all_tried, done, str(path or ""))


def check(recorded: Recorded) -> None:
    """TargetError where the catalogue doesn't hold the record as it was sent."""
    done = recorded.done
    if done is not None and not done.verified:
        raise TargetError(
            tr("The catalogue does not hold the record as it was sent: {problem}.").format(problem=done.problem),
            hint=tr("Take it back with “Undo”, or go on with “Resume”; the journal is {path}.").format(
                path=recorded.journal
            ),
        )


def _tell(prepared: Prepared, all_tried: tuple[Tried, ...], feedback: QgsProcessingFeedback) -> None:
    say(feedback, tr("Catalogue: {title}. Record: {identifier}."), title=prepared.site.title,
        identifier=prepared.order.record.identifier)  # fmt: skip
    for note in prepared.site.notes:
        feedback.pushWarning(note)
    for element in missing(prepared.order.record):
        feedback.pushWarning(
            about(tr("Missing: {element}").format(element=element.label), element.why) if element.why else element.label
        )
    if prepared.held is not None:
        say(feedback, tr("The catalogue has it already: “{title}”. What others have added there is kept."),
            title=prepared.before)  # fmt: skip
        named = ", ".join(label_of(name) for name in prepared.changed) or tr("nothing")
        say(feedback, tr("What will be replaced: {fields}."), fields=named)
    for problem in problems(all_tried):
        feedback.pushWarning(problem)


def of_journal(path: Path, feedback: QgsProcessingFeedback, *, undo: bool) -> tuple[dict[str, int], dict[str, Any]]:
    """Resumes or undoes the publication of a record: the outputs, and what to write in the report.

    Raises TargetError where it isn't as it should be in the end.
    """
    done = (publication.take_back if undo else publication.go_on)(path, feedback)
    for note in done.notes:
        feedback.pushWarning(note)
    if not done.verified:
        raise TargetError(
            tr("Record {identifier}: {problem}.").format(identifier=done.identifier, problem=done.problem),
            hint=tr("See it there: {url}").format(url=done.url),
        )
    if not undo or done.action is not Act.NOTHING:
        told = tr("Record {identifier}: put back as it was.") if undo else tr("Record {identifier}: published. {url}")
        say(feedback, told, identifier=done.identifier, url=done.url)
    counts = {"CREATED": int(done.action is Act.CREATE), "REPLACED": int(done.action is Act.REPLACE)}
    document = {"identifier": done.identifier, "url": done.url, "action": done.action.value, "undone": undo}
    return {**counts, "DELETED": 0, "UNCHANGED": 0, "FAILED": 0, "VERIFIED": 1}, document | {"verified": True}


def of_published(record: Record, found: Verdict | None, licence: str, links: tuple[tuple[str, str], ...]) -> Record:
    """The record of a layer that was just published: under this licence, at these addresses ((title, address), …)."""
    record = with_verdict(record, found)
    if licence and licence != record.licence:
        record = replace(record, licence=licence, licence_url="")
    return with_links(record, links)


def after_data(order: Order, folder: str, data: Path, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """The record goes last, once the data are verified; what to write of it in the report.

    What fails is told, and raises nothing: the data are there all the same. `data`: their journal, which names the
    record's from then on.
    """
    begun: list[str] = []

    def begin(path: Path) -> None:
        begun.append(str(path))
        with Journal(data) as journal:
            journal.note(_RECORD, str(path))

    document: dict[str, Any] = {"target": order.target, "identifier": order.record.identifier, "url": ""}
    try:
        recorded = carry_out(order, folder, feedback, begun=begin)
        document = recorded.document
        check(recorded)
    except DataTerritoiresError as error:
        told = tr("The data are published and verified, their record is not: {reason}").format(reason=error)
        return document | _failed(told, "".join(begun), feedback)
    return document | {"state": PUBLISHED}


def not_sent(feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """What to write in the report of a record that does not go, since its data are not verified."""
    return _failed(tr("The record was not published: the data are not verified."), "", feedback)


def journal_of_record(data: Path) -> Path | None:
    """The journal of the record that went with a publication, beside the journal of the data; None: none went."""
    with Journal(data) as journal:
        noted = journal.noted(_RECORD)
    if not noted:
        return None
    beside = data.with_name(Path(noted).name)  # their folder may have been moved
    return beside if beside.is_file() else Path(noted)


def with_data(path: Path, feedback: QgsProcessingFeedback, *, undo: bool) -> dict[str, Any]:
    """Resumes or undoes the record that went with data; what to write in the report. What fails is told, not raised."""
    try:
        _, document = of_journal(path, feedback, undo=undo)
    except Cancelled:
        raise
    except DataTerritoiresError as error:
        return _failed(str(error), str(path), feedback)
    return document | {"state": UNDONE if undo else PUBLISHED, "journal": str(path)}


def _failed(told: str, journal: str, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    feedback.reportError(told)
    return {"state": FAILED, "verified": False, "problem": told, "journal": journal}
