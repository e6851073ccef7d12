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
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_WORDS = re.compile(r"[A-Za-z0-9][\w.-]{2,}", re.ASCII)


def identifier_of(layer: QgsMapLayer) -> str:
    """The identifier of the layer's record: that which it keeps, else one derived from where its data are."""
    return kept(layer.metadata()) or str(uuid.uuid5(_SPACE, _place(layer)))


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
    # A database is named by its address: the identifier made of it is the same for all who read it.
    return store(layer, metadata) or layer.providerType() not in ("ogr", "memory")


def store(layer: QgsMapLayer, metadata: QgsLayerMetadata) -> bool:
    """Gives a layer its metadata, in the project and beside the data. Main thread only.

    False where the data can't keep them (read only, in memory, a database): the project does.
    """
    layer.setMetadata(metadata)
    if layer.providerType() != "ogr":
        return False
    try:
        saved = QgsProviderRegistry.instance().saveLayerMetadata(layer.providerType(), layer.source(), metadata)
    except QgsNotSupportedException:
        return False
    return bool(saved[0] if isinstance(saved, tuple) else saved)


def _place(layer: QgsMapLayer) -> str:
    """Where the data are, without who reads them: on a server, the same for all who read it; else on this machine."""
    source, kind = str(layer.source()), layer.providerType()
    uri = QgsDataSourceUri(source)
    host, address = uri.host(), ""
    if host and uri.table():
        address = f"{host}:{uri.port()}/{uri.database()}/{uri.schema()}.{uri.table()}"
    elif source.startswith(("http://", "https://")):
        parts = urlsplit(source)
        host, address = parts.hostname or "", f"{parts.netloc.rpartition('@')[2]}{parts.path}?{parts.query}"
    elif kind == "memory":
        address = str(layer.id())  # it has no place: its id lasts as long as its project
    machine = "" if host and host not in _HERE else platform.node()
    return f"{machine}|{kind}|{address or source}"
