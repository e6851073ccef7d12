"""Draw layers to a PNG, without a screen: for the demonstration, the documents and the tests."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QGuiApplication

from .palette import PAPER, colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.core import QgsMapLayer
    from qgis.PyQt.QtGui import QImage

STYLES = Path(__file__).resolve().parent.parent.parent / "resources" / "styles"
MILLIMETRES_PER_INCH = 25.4


def render_layers(
    layers: Sequence[QgsMapLayer],
    extent: QgsRectangle,
    crs: QgsCoordinateReferenceSystem | str,
    path: str | Path | None = None,
    *,
    scale: float = 0,
    size: tuple[int, int] = (1200, 900),
    dpi: float = 96,
    background: str = PAPER,
) -> QImage:
    """Draw `layers` (the first is on top) and return the image, also written to `path` when it is given.

    `extent` is in `crs`. With `scale` (a denominator), the map is centred on the extent and drawn at that scale;
    without, the whole extent is shown. `size` is in pixels. A metric CRS is expected when `scale` is given.
    Raises RuntimeError without a QGuiApplication (labels need fonts: start QGIS with a platform, even `offscreen`),
    when a layer could not be drawn, or when the picture cannot be written.
    """
    if QGuiApplication.instance() is None:
        raise RuntimeError("Start a QgsApplication first (QT_QPA_PLATFORM=offscreen is enough).")
    settings = QgsMapSettings()
    settings.setLayers(list(layers))
    settings.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    settings.setTransformContext(QgsProject.instance().transformContext())
    settings.setBackgroundColor(colour(background))
    settings.setOutputSize(QSize(*size))
    settings.setOutputDpi(dpi)
    settings.setFlag(QgsMapSettings.Flag.Antialiasing, True)
    settings.setExtent(_window(extent, scale, size, dpi) if scale else extent)
    # What the canvas gives to expressions, `@map_scale` first of all: styles draw less at small scales.
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(None))
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    if job.errors():
        raise RuntimeError("; ".join(f"{error.layerID}: {error.message}" for error in job.errors()))
    image = job.renderedImage()
    if path is not None and not image.save(str(path)):
        raise RuntimeError(f"The picture could not be written: {path}")
    return image


def _window(extent: QgsRectangle, scale: float, size: tuple[int, int], dpi: float) -> QgsRectangle:
    metres_per_pixel = MILLIMETRES_PER_INCH / 1000 / dpi * scale
    centre = extent.center()
    half_width, half_height = (pixels * metres_per_pixel / 2 for pixels in size)
    return QgsRectangle(
        centre.x() - half_width, centre.y() - half_height, centre.x() + half_width, centre.y() + half_height
    )


def drawing_order() -> list[str]:
    """The names of the styles from top to bottom (`resources/styles/order.txt`)."""
    return (STYLES / "order.txt").read_text(encoding="utf-8").split()


def style_file(name: str) -> Path:
    """The QML of a style."""
    return STYLES / f"{name}.qml"
