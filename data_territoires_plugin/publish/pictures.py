"""The same extent drawn by QGIS and by a server's WMS, and how far the two pictures are from each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import QgsMapRendererCustomPainterJob, QgsMapSettings, QgsRectangle
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QImage, QPainter
from qgis.PyQt.QtXml import QDomDocument

from ..errors import ServerError
from ..i18n import tr
from ..network import checked, session

if TYPE_CHECKING:
    from qgis.core import QgsFeedback, QgsVectorLayer

    from .publication import Prepared

DPI = 96
SIZE = (600, 400)  # pixels
TOLERANCE = 48  # of 255: two programs never smooth an edge in the same way
_TIMEOUT = (15.0, 60.0)


@dataclass(frozen=True)
class Wms:
    """Where a layer is drawn: in its own style, or in `sld`, sent with the request."""

    url: str
    layer: str
    sld: str = ""
    authcfg: str = ""


@dataclass(frozen=True)
class Compared:
    """Of so many pixels, those that one of the two draws, and those that differ."""

    pixels: int
    drawn: int
    differing: int

    @property
    def percent(self) -> float:
        """The share of what is drawn that differs, 0 to 100."""
        return 100.0 * self.differing / self.drawn if self.drawn else 0.0


def wms_of(prepared: Prepared) -> Wms | None:
    """Where a layer is drawn once it is published, None where the platform draws nothing."""
    url, name = prepared.profile.wms
    return Wms(url, name, authcfg=prepared.order.authcfg) if url and prepared.order.layer.isSpatial() else None


def compare_pictures(
    layer: QgsVectorLayer,
    wms: Wms,
    extent: QgsRectangle | None = None,
    *,
    sld: str = "",
    tolerance: int = TOLERANCE,
    feedback: QgsFeedback | None = None,
) -> Compared:
    """Draws the layer (with the style `sld` where it is given, else its own) and asks the server for the same picture.

    `extent`: in the CRS of the layer, its own where none is given. `tolerance`: by how much a colour may differ, 0 to
    255. ServerError: no picture comes.
    """
    box = _shaped(extent or layer.extent())
    return difference(drawn(layer, box, sld), asked(layer, wms, box, feedback), tolerance)


def drawn(layer: QgsVectorLayer, box: QgsRectangle, sld: str = "") -> QImage:
    """The picture that QGIS makes, on white, at 96 dots per inch."""
    copy = layer.clone()
    if sld:
        document = QDomDocument()
        document.setContent(sld, True)
        copy.readSld(document.documentElement().firstChildElement("NamedLayer"), "")
    settings = QgsMapSettings()
    settings.setLayers([copy])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(box)
    settings.setOutputSize(QSize(*SIZE))
    settings.setOutputDpi(DPI)
    image = QImage(QSize(*SIZE), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    job = QgsMapRendererCustomPainterJob(settings, painter)
    job.renderSynchronously()
    painter.end()
    return image


def asked(layer: QgsVectorLayer, wms: Wms, box: QgsRectangle, feedback: QgsFeedback | None = None) -> QImage:
    """The picture that the server makes. WMS 1.1.1: no axis is swapped. ServerError: something else came."""
    parameters = {
        "SERVICE": "WMS", "VERSION": "1.1.1", "REQUEST": "GetMap", "LAYERS": wms.layer, "STYLES": "",
        "SRS": layer.crs().authid(), "WIDTH": str(SIZE[0]), "HEIGHT": str(SIZE[1]), "FORMAT": "image/png",
        "BBOX": ",".join(repr(one) for one in (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())),
        "TRANSPARENT": "FALSE", "BGCOLOR": "0xFFFFFF", "DPI": str(DPI), "FORMAT_OPTIONS": f"dpi:{DPI}",
    }  # fmt: skip
    if wms.sld:
        parameters["SLD_BODY"] = wms.sld
    with session(authcfg=wms.authcfg, feedback=feedback) as web:
        if wms.sld:  # longer than an address may be
            answer = checked(web.request("POST", wms.url, data=parameters, timeout=_TIMEOUT))
        else:
            answer = checked(web.get(wms.url, params=parameters, timeout=_TIMEOUT))
    image = QImage.fromData(answer.content)
    if image.isNull() or (image.width(), image.height()) != SIZE:
        raise ServerError(
            tr("The platform did not answer with a picture of the layer."),
            detail=answer.content[:300].decode("utf-8", "replace"),
            hint=tr("Check that its WMS is enabled and shows this layer."),
        )
    return image


def difference(ours: QImage, theirs: QImage, tolerance: int = TOLERANCE) -> Compared:
    """Pixel by pixel: a pixel differs where one of its colours does by more than `tolerance`."""
    import numpy as np

    pair = []
    for image in (ours, theirs):
        flat = image.convertToFormat(QImage.Format.Format_RGB32)
        bits = flat.constBits().asstring(flat.bytesPerLine() * flat.height())
        pair.append(np.frombuffer(bits, np.uint8).reshape(flat.height(), flat.width(), 4)[:, :, :3].astype(int))
    differ = (np.abs(pair[0] - pair[1]) > tolerance).any(axis=2)
    inked = (pair[0] < 255).any(axis=2) | (pair[1] < 255).any(axis=2)
    return Compared(int(differ.size), int(inked.sum()), int(differ.sum()))


def _shaped(extent: QgsRectangle) -> QgsRectangle:
    """The extent with the proportions of the picture, and a margin: servers stretch, QGIS does not."""
    box = QgsRectangle(extent)
    wide, high = max(box.width(), 1e-6), max(box.height(), 1e-6)
    unit = 1.1 * max(wide / SIZE[0], high / SIZE[1])
    middle = box.center()
    half_x, half_y = unit * SIZE[0] / 2, unit * SIZE[1] / 2
    return QgsRectangle(middle.x() - half_x, middle.y() - half_y, middle.x() + half_x, middle.y() + half_y)
