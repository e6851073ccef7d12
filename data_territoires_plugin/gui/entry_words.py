"""What the windows say of an entry of the catalogue."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsIconUtils

from ..catalogue import CutMode, Entry, GeometryKind
from ..i18n import tr
from .found import FoundLayer

if TYPE_CHECKING:
    from qgis.PyQt.QtGui import QIcon


def source_of(entry: Entry | FoundLayer) -> str:
    """Where an entry comes from and of which edition: "BD TOPO · flux"."""
    if isinstance(entry, FoundLayer):
        return entry.source
    if entry.geometry is GeometryKind.RASTER:
        kind = tr("background")
    elif entry.service == "local":
        kind = tr("file")
    else:
        kind = tr("live service")
    edition = entry.edition if entry.edition and not entry.edition.startswith("field:") else kind
    return f"{entry.product or entry.producer} · {edition}"


def cut_label(mode: CutMode) -> str:
    """A cut mode as one says it."""
    return {
        CutMode.CUT: tr("cut at the perimeter"),
        CutMode.WHOLE: tr("keep features whole"),
        CutMode.WITHIN: tr("only inside"),
    }[mode]


def tooltip(entry: Entry | FoundLayer) -> str:
    """What an entry is, for whoever hesitates."""
    if isinstance(entry, FoundLayer):
        return entry.card
    lines = [
        tr("Producer: {name}").format(name=entry.producer),
        tr("Licence: {name}").format(name=entry.licence.title),
        tr("Advised: {mode}. {reason}").format(mode=cut_label(entry.cut), reason=entry.cut_reason),
        tr("Conditions: {text}").format(text=entry.conditions) if entry.conditions else "",
        "" if entry.verified else tr("Its name will be checked with the service before it is read."),
        entry.id,
    ]
    if entry.geometry is GeometryKind.RASTER:
        lines[2] = entry.cut_reason
    small = "<br>".join(escape(line) for line in lines if line)
    return f"<p><b>{escape(entry.title)}</b></p><p>{escape(entry.abstract)}</p><p>{small}</p>"


def icon_of(entry: Entry | FoundLayer) -> QIcon:
    """QGIS's own icon of a kind of layer; a lock where its access is restricted."""
    if isinstance(entry, FoundLayer) and entry.restricted:
        return QgsApplication.getThemeIcon("locked.svg")
    icons = {
        GeometryKind.POINT: QgsIconUtils.iconPoint,
        GeometryKind.LINE: QgsIconUtils.iconLine,
        GeometryKind.POLYGON: QgsIconUtils.iconPolygon,
        GeometryKind.RASTER: QgsIconUtils.iconRaster,
    }
    return icons.get(entry.geometry, QgsIconUtils.iconTable)()
