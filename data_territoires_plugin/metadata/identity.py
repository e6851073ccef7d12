"""The identifier of a layer's record: found once, kept in the layer, the same for ever after.

A second record for the same data at each publication is the defect of publishers that take the id of the layer in the
project: here the layer itself carries it, in its metadata.
"""

from __future__ import annotations

import platform
import re
import uuid
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from qgis.core import QgsDataSourceUri, QgsNotSupportedException, QgsProviderRegistry

if TYPE_CHECKING:
    from qgis.core import QgsLayerMetadata, QgsMapLayer

VOCABULARY = "data_territoires:record"  # of the keyword that keeps it, where the layer names its source otherwise
_SPACE = uuid.UUID("8d0f6a3e-52b1-5a0e-9d3c-6a5ce1b5d0c7")
_WORDS = re.compile(r"[A-Za-z0-9][\w.-]{2,}", re.ASCII)


def identifier_of(layer: QgsMapLayer) -> str:
    """The identifier of the layer's record: that which it keeps, else one derived from where its data are."""
    return kept(layer.metadata()) or str(uuid.uuid5(_SPACE, f"{platform.node()}|{_place(layer)}"))


def kept(metadata: QgsLayerMetadata) -> str:
    """What a layer's metadata keep, "" where they keep none.

    The identifier of a clipped layer is that of its source (service:layer): it would be the same for every territory.
    """
    noted = metadata.keywords().get(VOCABULARY) or []
    if noted:
        return str(noted[0])
    told = metadata.identifier().strip()
    return told if _WORDS.fullmatch(told) else ""


def keep(layer: QgsMapLayer, identifier: str) -> bool:
    """Notes the identifier in the layer's metadata, in the project and beside the data. Main thread only.

    False where the data can't keep it (read only, in memory): the project does.
    """
    metadata = layer.metadata()
    if kept(metadata) == identifier:
        return True
    if metadata.identifier().strip():
        metadata.addKeywords(VOCABULARY, [identifier])
    else:
        metadata.setIdentifier(identifier)
    layer.setMetadata(metadata)
    try:
        saved = QgsProviderRegistry.instance().saveLayerMetadata(layer.providerType(), layer.source(), metadata)
    except QgsNotSupportedException:
        return False
    return bool(saved[0] if isinstance(saved, tuple) else saved)


def _place(layer: QgsMapLayer) -> str:
    """Where the data are, without who reads them."""
    source = str(layer.source())
    if layer.providerType() == "postgres":
        uri = QgsDataSourceUri(source)
        return f"{uri.host()}:{uri.port()}/{uri.database()}/{uri.schema()}.{uri.table()}"
    parts = urlsplit(source)
    if parts.scheme in ("http", "https"):
        return f"{parts.hostname}{parts.path}?{parts.query}"
    # A layer in memory has no place: its id lasts as long as its project.
    return str(layer.id()) if layer.providerType() == "memory" else f"{layer.providerType()}|{source}"
