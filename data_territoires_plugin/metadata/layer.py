"""The QGIS metadata of a clipped layer: what it is, where it comes from, under which licence, what was done to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsAbstractMetadataBase,
    QgsBox3d,
    QgsCoordinateReferenceSystem,
    QgsLayerMetadata,
    QgsProviderRegistry,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QDateTime, Qt

if TYPE_CHECKING:
    from datetime import date

    from ..catalogue.entry import Entry


def layer_metadata(
    entry: Entry,
    theme: str,
    crs: QgsCoordinateReferenceSystem,
    box: QgsRectangle,
    *,
    edition: str,
    attribution: str,
    lineage: str,
    fetched: date,
) -> QgsLayerMetadata:
    """The metadata of one layer; `lineage` is the sentence that says how it was made."""
    metadata = QgsLayerMetadata()
    metadata.setIdentifier(f"{entry.service}:{entry.layer}")
    metadata.setTitle(entry.title)
    metadata.setType("dataset")
    metadata.setLanguage("FRE")
    metadata.setAbstract(entry.abstract)
    metadata.setKeywords({"gmd:topicCategory": [theme], "data_territoires": list(entry.keywords)})
    metadata.setLicenses([f"{entry.licence.title} {entry.licence.url}".strip()])
    metadata.setRights([attribution])
    metadata.setHistory([lineage])
    metadata.setCrs(crs)
    contact = QgsAbstractMetadataBase.Contact(entry.producer)
    contact.organization, contact.role = entry.producer, "owner"
    metadata.setContacts([contact])
    metadata.setDateTime(
        Qgis.MetadataDateType.Created, QDateTime.fromString(fetched.isoformat(), Qt.DateFormat.ISODate)
    )
    spatial = QgsLayerMetadata.SpatialExtent()
    spatial.bounds, spatial.extentCrs = QgsBox3d(box), crs
    extent = QgsLayerMetadata.Extent()
    extent.setSpatialExtents([spatial])
    metadata.setExtent(extent)
    return metadata


def save(path: str, table: str, metadata: QgsLayerMetadata) -> str:
    """Writes metadata into the GeoPackage, as QGIS does; gives back what went wrong, "" when nothing did."""
    saved, message = QgsProviderRegistry.instance().saveLayerMetadata("ogr", f"{path}|layername={table}", metadata)
    return "" if saved else str(message)
