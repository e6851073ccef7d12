"""What a person says of a layer for its record, read from its QGIS metadata and written back there.

Whatever else the metadata hold is left as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsAbstractMetadataBase, QgsLayerMetadata
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

from .inspire import theme_of
from .record import INSPIRE_THEMES

if TYPE_CHECKING:
    from typing import Any

_PAGE = "WWW:LINK"


@dataclass(frozen=True)
class Said:
    """The elements that only a person knows; "" where nothing is said."""

    title: str = ""
    abstract: str = ""
    theme: str = ""  # INSPIRE, its French label
    day: str = ""  # of the data (revision), ISO 8601
    licence: str = ""
    organisation: str = ""
    mail: str = ""
    lineage: str = ""
    page: str = ""  # address of a page about the data


def said_of(metadata: QgsLayerMetadata) -> Said:
    """What the metadata of a layer say already."""
    contact = next(iter(metadata.contacts()), None)
    page = _page(metadata)
    words = [word for words in metadata.keywords().values() for word in words]
    return Said(
        metadata.title().strip(),
        metadata.abstract().strip(),
        next(filter(None, map(theme_of, [*metadata.keywords().get(INSPIRE_THEMES, []), *words])), ""),
        day_of(metadata, Qgis.MetadataDateType.Revised),
        next((one.strip() for one in metadata.licenses() if one.strip()), ""),
        ((contact.organization or contact.name) if contact is not None else "") or "",
        (contact.email if contact is not None else "") or "",
        " ".join(one.strip() for one in metadata.history() if one.strip()),
        (page.url if page is not None else "") or "",
    )


def day_of(metadata: QgsLayerMetadata, kind: Qgis.MetadataDateType) -> str:
    """A date of the metadata, ISO 8601, "" where it isn't said."""
    moment = metadata.dateTime(kind)
    return str(moment.date().toString(Qt.DateFormat.ISODate)) if moment.isValid() else ""


def with_said(metadata: QgsLayerMetadata, said: Said) -> QgsLayerMetadata:
    """A copy of the metadata, where what is said otherwise is changed, and nothing else."""
    made, now = QgsLayerMetadata(metadata), said_of(metadata)
    if said.title != now.title:
        made.setTitle(said.title)
    if said.abstract != now.abstract:
        made.setAbstract(said.abstract)
    if said.theme != now.theme:
        made.removeKeywords(INSPIRE_THEMES)
        if said.theme:
            made.addKeywords(INSPIRE_THEMES, [said.theme])
    if said.day != now.day:
        day = QDate.fromString(said.day, Qt.DateFormat.ISODate)
        moment = QDateTime(day, QTime(0, 0)) if day.isValid() else QDateTime()
        made.setDateTime(Qgis.MetadataDateType.Revised, moment)
    if said.licence != now.licence:
        others = [one for one in metadata.licenses() if one.strip() and one.strip() != now.licence]
        made.setLicenses([said.licence, *others] if said.licence else others)
    if (said.organisation, said.mail) != (now.organisation, now.mail):
        made.setContacts(_contacts(metadata, said))
    if said.lineage != now.lineage:
        made.setHistory([said.lineage] if said.lineage else [])
    if said.page != now.page:
        made.setLinks(_links(metadata, said.page))
    return made


def _contacts(metadata: QgsLayerMetadata, said: Said) -> list[Any]:
    first, *others = [*metadata.contacts()] or [QgsAbstractMetadataBase.Contact()]
    first.organization, first.email, first.role = said.organisation, said.mail, first.role or "owner"
    return [first, *others] if said.organisation or said.mail or first.name else others


def _page(metadata: QgsLayerMetadata) -> Any:
    return next((one for one in metadata.links() if (one.type or "").upper().startswith(_PAGE)), None)


def _links(metadata: QgsLayerMetadata, address: str) -> list[Any]:
    page = _page(metadata)
    others = [one for one in metadata.links() if page is None or one.url != page.url or one.type != page.type]
    return [*others, QgsAbstractMetadataBase.Link("", _PAGE, address)] if address else others
