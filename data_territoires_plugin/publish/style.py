"""The style of a layer for a server: SLD, and what SLD can't say of it, listed before anything is sent.

What QGIS writes without a word where it can't (a heat map: nothing at all; a label that is computed: the word
“Placeholder”) is found here. Pictures go inside the SLD: a server does not have the files of the user's disk.
"""

from __future__ import annotations

import base64
import html
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsMapLayer,
    QgsPathResolver,
    QgsReadWriteContext,
    QgsSldExportContext,
    QgsSvgMarkerSymbolLayer,
    QgsSymbolLayerUtils,
)
from qgis.PyQt.QtXml import QDomDocument

from ..i18n import tr
from ..paths import place_of
from .style_audit import all_symbol_layers, columns_of, losses, named_in
from .targets.base import Flavour

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qgis.core import QgsVectorLayer
    from qgis.PyQt.QtXml import QDomElement, QDomNode

_PICTURES = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
_DRAWN = QgsMapLayer.StyleCategory.Symbology | QgsMapLayer.StyleCategory.Labeling
_PLACEHOLDER = "Placeholder"  # what QGIS writes in place of a label that it can't


@dataclass(frozen=True)
class Exported:
    """A style as SLD 1.1 ("": none that can be written), what is lost, in words, and the same as QGIS keeps it."""

    sld: str
    losses: tuple[str, ...] = ()
    qml: str = ""


NO_STYLE = Exported("")


def style_of(layer: QgsVectorLayer, published: Iterable[str], personal: Iterable[str], flavour: Flavour) -> Exported:
    """The style that may go with the columns `published`; none where it shows others, or those treated as `personal`.

    A style holds values: categories, rules, labels are as much of a column as its rows.
    """
    if flavour is Flavour.NONE:
        return NO_STYLE
    document = QDomDocument()
    layer.exportNamedStyle(document, QgsReadWriteContext(), _DRAWN)
    qml = canonical(document) if not document.isNull() else ""
    shown = named_in(qml, personal) | (columns_of(layer) - {*published})
    if shown:
        words = tr(
            "The style shows columns that are not published as they are ({names}): it is not sent. One that was sent"
            " before may still show them there: look at it."
        )
        return Exported("", (words.format(names=", ".join(sorted(shown))),))
    return replace(exported(layer, geoserver=flavour is Flavour.GEOSERVER), qml=qml)


def exported(layer: QgsVectorLayer, *, geoserver: bool = False) -> Exported:
    """The style of a layer. `geoserver`: with what GeoServer adds to SLD, where this QGIS knows it (3.40 and later)."""
    if not layer.isSpatial() or layer.renderer() is None:
        return Exported("")
    document, told = _written(layer, geoserver=geoserver)
    lost = list(losses(layer))
    if _without_placeholders(document):
        lost.append(tr("Labels that are computed by an expression: they are not sent."))
    lost += _with_pictures(document, layer)
    if not _draws(document):
        return Exported("", tuple(dict.fromkeys((*lost, tr("Nothing of this style can be written: it is not sent.")))))
    # Attributes are sorted: QGIS writes them in another order each time, and the same style must be the same text.
    return Exported(canonical(document), tuple(dict.fromkeys((*lost, *told))))


def canonical(document: QDomDocument) -> str:
    """XML that is the same as long as the document says the same."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{_written_out(document.documentElement())}\n'


def _written_out(node: QDomNode) -> str:
    """An element with its attributes in order; comments and the document type are left out."""
    if node.isText():
        return html.escape(node.nodeValue(), quote=False)
    if not node.isElement():
        return ""
    found = node.attributes()
    listed = sorted((found.item(at).nodeName(), found.item(at).nodeValue()) for at in range(found.count()))
    attributes = "".join(f' {name}="{html.escape(value)}"' for name, value in listed)
    children = node.childNodes()
    inside = "".join(_written_out(children.at(at)) for at in range(children.count()))
    name = node.nodeName()
    return f"<{name}{attributes}>{inside}</{name}>" if inside else f"<{name}{attributes}/>"


def _written(layer: QgsVectorLayer, *, geoserver: bool) -> tuple[QDomDocument, list[str]]:
    """The document, and what QGIS itself says that it could not write (3.44 and later)."""
    none = Qgis.SldExportVendorExtension.NoVendorExtension
    flavour = Qgis.SldExportVendorExtension.GeoServerVendorExtension if geoserver else none
    if hasattr(layer, "exportSldStyleV3"):
        context = QgsSldExportContext()
        context.setVendorExtension(flavour)
        document = layer.exportSldStyleV3(context)
        # What is found by the audit or mended afterwards is not said twice, in English.
        told = [text for text in (*context.errors(), *context.warnings()) if "label expression" not in text]
        return document, [tr("QGIS says: {message}").format(message=text) for text in told if "renderer" not in text]
    document = QDomDocument()
    layer.exportSldStyleV2(document, "", QgsSldExportContext(Qgis.SldExportOptions(), flavour, ""))
    return document, []


def _without_placeholders(document: QDomDocument) -> bool:
    """Labels that would all read “Placeholder” go; whether there was any."""
    found = False
    for label in _all(document, "Label"):
        if label.text().strip() != _PLACEHOLDER or not label.firstChildElement().isNull():
            continue
        symbolizer = label.parentNode()
        rule = symbolizer.parentNode()
        rule.removeChild(symbolizer)
        if not any(True for _ in _symbolizers(rule.toElement())):
            rule.parentNode().removeChild(rule)
        found = True
    return found


def _with_pictures(document: QDomDocument, layer: QgsVectorLayer) -> list[str]:
    """Each picture of the disk becomes part of the document (SE 1.1: InlineContent); says those that can't."""
    lost = []
    drawn = {one.path(): one for one in all_symbol_layers(layer) if isinstance(one, QgsSvgMarkerSymbolLayer)}
    for graphic in _all(document, "ExternalGraphic"):
        resource = graphic.firstChildElement("se:OnlineResource")
        address = resource.attribute("xlink:href")
        if not address or address.startswith(("http://", "https://", "data:")):
            continue
        name = address.removeprefix("file://").partition("?")[0]
        path = next((one for one in drawn if one == name or Path(one).name == Path(name).name), name)
        content, kind = _picture(path, drawn.get(path))
        if not content:
            lost.append(tr("The picture {name}: it can’t be put inside the style.").format(name=Path(name).name))
            continue
        inline = document.createElement("se:InlineContent")
        inline.setAttribute("encoding", "base64")
        inline.appendChild(document.createTextNode(base64.b64encode(content).decode()))
        graphic.replaceChild(inline, resource)
        graphic.firstChildElement("se:Format").firstChild().setNodeValue(kind)
    return lost


def _picture(path: str, drawn: QgsSvgMarkerSymbolLayer | None) -> tuple[bytes, str]:
    """A picture and its type; an SVG with the colours of the symbol, for parameters mean nothing to a server."""
    kind = _PICTURES.get(Path(path.partition("?")[0]).suffix.lower(), "")
    if path.startswith("base64:"):
        kind = "image/svg+xml"
    if kind == "image/svg+xml" and drawn is not None:
        cache = QgsApplication.svgCache()
        content = cache.svgContent(path, drawn.size(), drawn.fillColor(), drawn.strokeColor(), drawn.strokeWidth(), 1.0)
        picture = QDomDocument()
        picture.setContent(content)
        return canonical(picture).encode() if not picture.isNull() else bytes(content.data()), kind
    found = place_of(QgsSymbolLayerUtils.svgSymbolNameToPath(path, QgsPathResolver()) or path)
    return (found.read_bytes() if kind and found is not None and found.is_file() else b""), kind


def _draws(document: QDomDocument) -> bool:
    return any(True for _ in _symbolizers(document.documentElement()))


def _symbolizers(element: QDomElement) -> list[QDomElement]:
    names = ("PointSymbolizer", "LineSymbolizer", "PolygonSymbolizer", "TextSymbolizer", "RasterSymbolizer")
    return [found for name in names for found in _nodes(element.elementsByTagName(f"se:{name}"))]


def _all(document: QDomDocument, name: str) -> list[QDomElement]:
    return _nodes(document.elementsByTagName(f"se:{name}"))


def _nodes(found: Any) -> list[QDomElement]:
    return [found.at(at).toElement() for at in range(found.count())]
