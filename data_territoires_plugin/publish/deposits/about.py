"""What is said of a dataset, from the layer itself: its metadata, its style."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsWkbTypes

from ...catalogue.words import plain
from .base import About
from .files import NO_SHAPE

if TYPE_CHECKING:
    from qgis.core import QgsAbstractMetadataBase, QgsVectorLayer

    from ..publication import Order
    from ..style import Exported


def about_layer(order: Order, style: Exported) -> About:
    """Title, abstract, licence, rights and keywords of the layer's metadata, and the style that goes along."""
    layer = order.layer
    metadata = layer.metadata()
    words = [word for found in metadata.keywords().values() for word in found]
    shape = _shape_of(layer) if layer.isSpatial() else NO_SHAPE
    return About(
        name_of(order),
        metadata.title() or layer.name(),
        metadata.abstract(),
        order.licence or "; ".join(metadata.licenses()),
        "; ".join(metadata.rights()),
        tuple(dict.fromkeys(words)),
        shape,
        style.sld,
        style.qml,
        order.record,
        order.zones,
        order.schema,
        order.public,
        tuple((str(link.mimeType or ""), str(link.url)) for link in metadata.links() if _of_record(link)),
    )


def _of_record(link: QgsAbstractMetadataBase.Link) -> bool:
    """Whether a link of the layer's metadata leads to its record in a catalogue, in XML."""
    told = f"{link.type} {link.format} {link.mimeType}".lower()
    return str(link.url).startswith(("http://", "https://")) and any(word in told for word in ("xml", "csw", "iso"))


def name_of(order: Order) -> str:
    """What files and stores are called: letters without accents, figures and underscores, never a figure first."""
    name = re.sub(r"[^a-z0-9]+", "_", plain(order.collection or order.layer.name())).strip("_") or "couche"
    return f"n{name}" if name[0].isdigit() else name


def _shape_of(layer: QgsVectorLayer) -> int:
    """Lines and polygons are always multiple: a layer of single ones may hold a multiple one tomorrow."""
    own = layer.wkbType()
    return int(own if layer.geometryType() == Qgis.GeometryType.Point else QgsWkbTypes.multiType(own))
