"""The QGIS metadata of a clipped layer: what it is, where it comes from, under which licence, what was done to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsAbstractMetadataBase,
    QgsBox3d,
    QgsCoordinateReferenceSystem,
    QgsLayerMetadata,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QDateTime, Qt
from qgis.PyQt.QtXml import QDomDocument, QDomImplementation

if TYPE_CHECKING:
    import sqlite3
    from datetime import date

    from qgis.core import QgsMapLayer

    from ..catalogue.entry import Entry


ACCESS = "accessConstraints"  # of ISO 19139: who may have the data


def reserved(layer: QgsMapLayer) -> str:
    """Why the data of a layer may not be published again, "" where nothing forbids it: read in its metadata."""
    found = [each.constraint for each in layer.metadata().constraints() if each.type == ACCESS and each.constraint]
    return "; ".join(found)


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
    constraints = [QgsLayerMetadata.Constraint(entry.conditions, "useConstraints")] if entry.conditions else []
    if not entry.licence.is_open:
        constraints.append(QgsLayerMetadata.Constraint(entry.licence.title, ACCESS))
    metadata.setConstraints(constraints)
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


def write(connection: sqlite3.Connection, table: str, metadata: QgsLayerMetadata) -> None:
    """Writes the metadata of a table into the GeoPackage, where QGIS and GDAL read them (12-128r17, annex F.8).

    Those that the table had give way.
    """
    for statement in _TABLES:
        connection.execute(statement)
    for name in ("gpkg_metadata", "gpkg_metadata_reference"):
        connection.execute(
            "INSERT INTO gpkg_extensions (table_name, extension_name, definition, scope)"
            " SELECT ?, 'gpkg_metadata', 'http://www.geopackage.org/spec120/#extension_metadata', 'read-write'"
            " WHERE NOT EXISTS (SELECT 1 FROM gpkg_extensions"
            " WHERE table_name = ? AND extension_name = 'gpkg_metadata')",
            (name, name),
        )
    text = as_xml(metadata)
    there = "UPDATE gpkg_metadata SET metadata = ? WHERE id = (SELECT md_file_id FROM gpkg_metadata_reference"
    if connection.execute(there + " WHERE table_name = ?)", (text, table)).rowcount:
        return
    number = connection.execute(
        "INSERT INTO gpkg_metadata (md_scope, md_standard_uri, mime_type, metadata)"
        " VALUES ('dataset', ?, 'text/xml', ?)",
        (_STANDARD, text),
    ).lastrowid
    connection.execute(
        "INSERT INTO gpkg_metadata_reference (reference_scope, table_name, md_file_id) VALUES ('table', ?, ?)",
        (table, number),
    )


def as_xml(metadata: QgsLayerMetadata) -> str:
    """The metadata as QGIS writes them in a file (.qmd)."""
    kind = QDomImplementation().createDocumentType("qgis", _STANDARD, "SYSTEM")
    document = QDomDocument(kind)
    root = document.createElement("qgis")
    root.setAttribute("version", Qgis.version())
    metadata.writeMetadataXml(root, document)
    document.appendChild(root)
    return str(document.toString())


_STANDARD = "http://mrcc.com/qgis.dtd"
_TABLES = (
    "CREATE TABLE IF NOT EXISTS gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL,"
    " definition TEXT NOT NULL, scope TEXT NOT NULL,"
    " CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))",
    "CREATE TABLE IF NOT EXISTS gpkg_metadata (id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL,"
    " md_scope TEXT NOT NULL DEFAULT 'dataset', md_standard_uri TEXT NOT NULL,"
    " mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '')",
    "CREATE TABLE IF NOT EXISTS gpkg_metadata_reference (reference_scope TEXT NOT NULL, table_name TEXT,"
    " column_name TEXT, row_id_value INTEGER,"
    " timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), md_file_id INTEGER NOT NULL,"
    " md_parent_id INTEGER, CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),"
    " CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id))",
)
