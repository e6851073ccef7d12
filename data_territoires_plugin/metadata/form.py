"""What a record needs to be complete: each element with its name, whether it is filled, and why it is asked for.

For the window's form and for the log of the algorithm. Obligations: regulation (EC) 1205/2008, annex, part B, and the
CNIG's profile; the rules that check a written record are in standards/engine/metadata_xml.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..i18n import tr
from .record import INSPIRE_THEMES

if TYPE_CHECKING:
    from .record import Record


@dataclass(frozen=True)
class Element:
    """One line of the form. `required`: INSPIRE or the CNIG refuse a record without it."""

    name: str  # of the field of Record
    label: str
    why: str
    required: bool
    filled: bool


def form(record: Record) -> tuple[Element, ...]:
    """Every element, in the order of the form."""
    return tuple(Element(name, label, why, required, _filled(record, name)) for name, label, why, required in _lines())


def missing(record: Record) -> tuple[Element, ...]:
    """What INSPIRE and the CNIG ask for and the record doesn't say."""
    return tuple(one for one in form(record) if one.required and not one.filled)


def label_of(name: str) -> str:
    """The name of a field of a record, in the user's words."""
    return next((label for field, label, *_ in _lines() if field == name), name)


def _lines() -> tuple[tuple[str, str, str, bool], ...]:
    return (
        ("title", tr("Title"), tr("how the data are found and named in a catalogue"), True),
        ("abstract", tr("Abstract"), tr("what the data contain, for whoever does not know them"), True),
        ("resource", tr("Unique identifier of the data"), tr("INSPIRE tells two data sets apart by it"), True),
        ("links", tr("Links"), tr("without a link nobody reaches the data"), True),
        ("language", tr("Language"), tr("INSPIRE asks for the language of the data"), True),
        ("topics", tr("Topic category"), tr("catalogues sort the data by it (ISO 19115)"), True),
        ("keywords", tr("Keywords, with an INSPIRE theme"), tr("at least one of the 34 INSPIRE themes"), True),
        ("extent", tr("Extent"), tr("a search by place finds the data by it"), True),
        ("revised", tr("Date of the data"), tr("creation, publication or revision: at least one of the three"), True),
        ("published", tr("Date of publication"), "", False),
        ("created", tr("Date of creation"), "", False),
        ("edition", tr("Edition"), tr("which year or version of the source the data come from"), False),
        ("lineage", tr("Lineage"), tr("where the data come from and how they were made"), True),
        ("scale", tr("Scale or resolution"), tr("how precise the data are"), True),
        ("resolution", tr("Resolution"), "", False),
        ("conformities", tr("Conformity"), tr("what the data were checked against, and the verdict"), True),
        ("licence", tr("Licence"), tr("what others may do with the data"), True),
        ("licence_url", tr("Address of the licence"), "", False),
        ("conditions", tr("Conditions of use"), "", False),
        ("access", tr("Limits of public access"), tr("nothing said means: no limit"), False),
        ("contacts", tr("Organisation responsible, with its address"), tr("who answers for the data"), True),
        ("record_contact", tr("Point of contact of the record"), tr("who answers for the record"), True),
        ("crs", tr("CRS"), tr("in which coordinates the data are"), True),
        ("frequency", tr("Update frequency"), tr("when to come back for newer data"), False),
        ("formats", tr("Formats"), tr("INSPIRE asks for the encoding of the data"), True),
    )  # fmt: skip


def _filled(record: Record, name: str) -> bool:
    if name == "keywords":
        return any(one.thesaurus == INSPIRE_THEMES for one in record.keywords)
    if name == "revised":
        return bool(record.created or record.published or record.revised)
    if name == "scale":
        return bool(record.scale or record.resolution)
    if name == "contacts":
        return any(one.organisation and one.mail for one in record.contacts)
    if name == "record_contact":
        return record.record_contact is not None and bool(record.record_contact.mail)
    return bool(getattr(record, name))
