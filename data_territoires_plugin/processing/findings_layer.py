"""The findings as a layer of points: what the panel shows, what can be sorted, joined and shared."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeature,
    QgsFeatureSink,
    QgsFeedback,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsVariantUtils,
    QgsVectorFileWriter,
)
from qgis.PyQt.QtCore import QMetaType

from ..errors import OutputError, SourceError
from ..i18n import tr
from ..paths import draft_of
from ..sources.base import stop_if_cancelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from ..standards.findings import Finding

_TEXTS = ("code", "rule", "level", "table", "layer", "feature", "field", "value", "expected", "message", "help")
_MORE = ("section", "other", "crs")
_CHUNK = 5000

_DEGREES = 180.0


def finding_fields() -> QgsFields:
    """The columns: those of the JSON, then what a map can show."""
    fields = QgsFields()
    for name in (*_TEXTS, *_MORE):
        fields.append(QgsField(name, QMetaType.Type.QString))
    fields.append(QgsField("measure", QMetaType.Type.Double))
    fields.append(QgsField("shape", QMetaType.Type.QString))  # WKT of the overlap, the gap, what goes out
    return fields


def written(findings: Iterable[Finding], sink: QgsFeatureSink, crs: str, feedback: QgsFeedback) -> None:
    """Writes the findings, their places brought to `crs`. Raises OutputError, Cancelled."""
    fields, moves = finding_fields(), _Moves(crs)
    batch: list[QgsFeature] = []
    for at, finding in enumerate(findings, 1):
        batch.append(_feature(finding, fields, moves))
        if at % _CHUNK == 0:
            stop_if_cancelled(feedback)
            _add(sink, batch)
            batch = []
    _add(sink, batch)


def write_findings(findings: Iterable[Finding], path: Path, crs: str) -> None:
    """All the findings as a GeoPackage, put in place once it is whole. Raises OutputError."""
    draft = draft_of(path).with_suffix(path.suffix)  # the writer adds it where it lacks
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", "anomalies"
    reference = QgsCoordinateReferenceSystem(crs)
    context = QgsCoordinateTransformContext()
    try:
        draft.unlink(missing_ok=True)
        writer = QgsVectorFileWriter.create(
            str(draft), finding_fields(), Qgis.WkbType.Point, reference, context, options
        )
        if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
            raise _not_written(writer.errorMessage())
        written(findings, writer, crs, QgsFeedback())
        if not writer.flushBuffer():
            raise _not_written(writer.errorMessage())
        del writer
        draft.replace(path)
    except OSError as error:
        raise _not_written(str(error)) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def read_findings(fields: QgsFields, features: Iterable[QgsFeature], crs: str = "") -> Iterator[Finding]:
    """The findings of a layer that `validate` wrote, or of a selection of it; without their shapes.

    `crs`: that of the layer; a place in another one is left out. Raises SourceError where it isn't such a layer.
    """
    from ..standards.findings import Finding
    from ..standards.model import Level

    known = {name.casefold(): name for name in fields.names()}
    if not {"rule", "level", "feature", "field"} <= known.keys():
        raise SourceError(
            tr("This layer is not one of findings: it has no column “rule”, “level”, “feature” and “field”."),
            hint=tr("Give the layer of findings that the check made."),
        )
    levels = {one.value: one for one in Level}
    for feature in features:
        row = {name: _text(feature[known[name]]) for name in (*_TEXTS, *_MORE) if name in known}
        level, message = levels.get(row.pop("level"), Level.ERROR), row.pop("message", "")
        rule = row.pop("rule")
        told: dict[str, Any] = dict(row)
        point = feature.geometry().asPoint() if feature.hasGeometry() and row.get("crs") == crs else None
        yield Finding(rule, level, message, place=(point.x(), point.y()) if point is not None else None, **told)


def _text(value: Any) -> str:
    return "" if QgsVariantUtils.isNull(value) else str(value)


def _add(sink: QgsFeatureSink, batch: list[QgsFeature]) -> None:
    if batch and not sink.addFeatures(batch, QgsFeatureSink.Flag.FastInsert):
        raise _not_written(sink.lastError())


def _not_written(detail: str) -> OutputError:
    return OutputError(
        tr("The findings can't be written."),
        detail=detail,
        hint=tr("Check that there is room on the disk, and that the file isn't open elsewhere."),
    )


class _Moves:
    """From the CRS of each finding to that of the layer."""

    def __init__(self, crs: str) -> None:
        self._target = QgsCoordinateReferenceSystem(crs)
        self._known: dict[str, QgsCoordinateTransform] = {}

    def point(self, finding: Finding) -> QgsGeometry:
        """The place of a finding; a null geometry where it has none."""
        if finding.place is None:
            return QgsGeometry()
        geometry = QgsGeometry.fromPointXY(QgsPointXY(*finding.place))
        if finding.crs not in self._known:
            source = QgsCoordinateReferenceSystem(finding.crs)
            self._known[finding.crs] = QgsCoordinateTransform(source, self._target, QgsCoordinateTransformContext())
        try:
            moved = geometry.transform(self._known[finding.crs]) == Qgis.GeometryOperationResult.Success
        except QgsCsException:
            moved = False
        return geometry if moved else QgsGeometry()


def _feature(finding: Finding, fields: QgsFields, moves: _Moves) -> QgsFeature:
    feature = QgsFeature(fields)
    texts = [finding.level.value if name == "level" else getattr(finding, name) for name in (*_TEXTS, *_MORE)]
    feature.setAttributes([*texts, finding.measure, _wkt(finding.shape)])
    feature.setGeometry(moves.point(finding))
    return feature


def _wkt(wkb: bytes) -> str:
    """To the millimetre, in metres as in degrees."""
    if not wkb:
        return ""
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    box = geometry.boundingBox()
    degrees = max(abs(box.xMinimum()), abs(box.xMaximum()), abs(box.yMinimum()), abs(box.yMaximum())) <= _DEGREES
    return str(geometry.asWkt(9 if degrees else 3))
