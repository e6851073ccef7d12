"""What the algorithms that publish a record share: describing a layer, telling the plan, carrying it out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import DataTerritoiresError, StandardError
from ..i18n import tr
from ..metadata.describe import conformity, describe
from ..metadata.form import label_of, missing
from ..metadata.record import Link
from ..metadata.template import Template, read_template
from ..publish.records import publication
from ..publish.records.journal import Act
from ..publish.records.links import Tried, problems, tried
from ..publish.records.probing import kind_of_catalogue
from ..publish.targets.base import TargetError
from ..standards.shelf import standard
from .algorithm import about, say

if TYPE_CHECKING:
    from qgis.core import QgsProcessingFeedback, QgsVectorLayer

    from ..metadata.record import Record
    from ..publish.records.publication import Done, Order, Prepared
    from .publish_gates import Conformity as Verdict

_FORMATS = {"OGC:WFS": "GML", "OGC API - Features": "GeoJSON"}  # what these services answer with


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


def with_links(record: Record, links: tuple[tuple[str, str], ...]) -> Record:
    """The record, with the addresses of the web where its data were just published."""
    known = {one.url for one in record.links}
    added = tuple(
        Link(url, _protocol(url), title)
        for title, url in links
        if url not in known and url.startswith(("http://", "https://")) and not url.rstrip("/").endswith("/items")
    )
    return replace(record, links=(*record.links, *added))


def _protocol(url: str) -> str:
    """The protocol of an address, in the words of catalogues."""
    if "service=wfs" in url.lower():
        return "OGC:WFS"
    return "OGC API - Features" if "/collections/" in url else "WWW:LINK-1.0-http--link"


def carry_out(order: Order, folder: str, feedback: QgsProcessingFeedback, *, dry_run: bool = False) -> Recorded:
    """Compares, tells, tries the links, and sends unless it is a dry run.

    Raises TargetError where what was read back isn't what was sent.
    """
    if order.type == "auto":
        order = replace(order, type=kind_of_catalogue(order.target, order.authcfg, feedback))
        say(feedback, tr("Kind of catalogue: {type}."), type=order.type)
    order = replace(order, record=_with_formats(order.record))
    prepared = publication.prepare(order, feedback)
    all_tried = tried(order.record.links, feedback)
    _tell(prepared, all_tried, feedback)
    if dry_run:
        say(feedback, tr("Dry run: nothing was sent."))
        return Recorded(prepared, all_tried)
    done, path = publication.publish(prepared, Path(folder) if folder else None, feedback)
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


def _with_formats(record: Record) -> Record:
    """The formats that the links of the record give, where it names none."""
    found = dict.fromkeys(_FORMATS[one.protocol] for one in record.links if one.protocol in _FORMATS)
    return record if record.formats else replace(record, formats=tuple(found))


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
    told = tr("Record {identifier}: put back as it was.") if undo else tr("Record {identifier}: published. {url}")
    say(feedback, told, identifier=done.identifier, url=done.url)
    counts = {"CREATED": int(done.action is Act.CREATE), "REPLACED": int(done.action is Act.REPLACE)}
    document = {"identifier": done.identifier, "url": done.url, "action": done.action.value, "undone": undo}
    return {**counts, "DELETED": 0, "UNCHANGED": 0, "FAILED": 0, "VERIFIED": 1}, document | {"verified": True}


def record_of_published(
    layer: QgsVectorLayer, template_file: str, found: Verdict | None, licence: str, links: tuple[tuple[str, str], ...]
) -> Record:
    """The record of a layer that was just published: under this licence, at these addresses ((title, address), …)."""
    record = with_verdict(described(layer, template_file), found)
    if licence and licence != record.licence:
        record = replace(record, licence=licence, licence_url="")
    return with_links(record, links)


def after_data(order: Order, folder: str, feedback: QgsProcessingFeedback) -> Recorded:
    """The record goes last, once the data are verified. What fails says that the data are there all the same."""
    try:
        recorded = carry_out(order, folder, feedback)
        check(recorded)
    except DataTerritoiresError as error:
        told = tr("The data are published and verified, their record is not: {reason}").format(reason=error.message)
        raise TargetError(told, detail=error.detail, hint=error.hint) from error
    return recorded
