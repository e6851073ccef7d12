"""Whether the shapes of a table stay inside the perimeter that was given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsGeometry

from ...i18n import number
from ...sources.base import stop_if_cancelled
from ..model import Level
from .arrays import where
from .memory import judged
from .reporter import placed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qgis.core import QgsFeedback

    from ..findings import Finding
    from .options import Options
    from .reporter import Reporter
    from .shapes import Shapes

MARGIN = 10.0  # metres: that of the validator of the Géoportail de l'urbanisme around the outline of the document
_DEGREE = 111_320.0  # metres
_CHUNK = 1000


def outside_findings(shapes: Shapes, reporter: Reporter, options: Options, feedback: QgsFeedback) -> Iterator[Finding]:
    """One finding per shape that goes out of the perimeter by more than the margin, with what goes out. Cancelled."""
    from qgis.core import QgsCoordinateReferenceSystem

    perimeter = options.perimeter_in(shapes.crs)
    if perimeter is None:
        return
    degrees = QgsCoordinateReferenceSystem(shapes.crs).isGeographic()
    wide = perimeter.buffer(MARGIN / _DEGREE if degrees else MARGIN, 8)
    metres = _DEGREE if degrees else 1.0
    engine = QgsGeometry.createGeometryEngine(wide.constGet())
    engine.prepareGeometry()
    rows = where(shapes.usable)

    def judge(asked: Sequence[int]) -> Iterator[tuple[int, Finding]]:
        for count, at in enumerate(asked):
            if count % _CHUNK == 0:
                stop_if_cancelled(feedback)
            geometry = shapes.geometry(rows[at])
            if not geometry.isEmpty() and not engine.contains(geometry.constGet()):
                yield at, _out(geometry, perimeter, metres, reporter)

    name = "perimeter", shapes.table, shapes.crs
    for at, finding in judged(options.memory, name, lambda: shapes.marks[rows], len(rows), judge).items():
        yield placed(finding, str(shapes.ids[rows[at]]))


def _out(geometry: QgsGeometry, perimeter: QgsGeometry, metres: float, reporter: Reporter) -> Finding:
    out = geometry.difference(perimeter)
    value, measure = _measured(geometry, out, perimeter, metres)
    wkb = bytes(out.asWkb())
    return reporter.finding("inside", Level.WARNING, value=value, expected="0", count=measure, shape=wkb)


def _measured(geometry: QgsGeometry, out: QgsGeometry, perimeter: QgsGeometry, metres: float) -> tuple[str, float]:
    """How much goes out: square metres of a surface, metres of a line, the distance of a point. `metres` of a unit."""
    if geometry.type() == Qgis.GeometryType.Polygon:
        area = out.area() * metres * metres
        return f"{number(area, 1)} m²", area
    length = (out.length() if geometry.type() == Qgis.GeometryType.Line else geometry.distance(perimeter)) * metres
    return f"{number(length, 1)} m", length
