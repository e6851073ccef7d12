"""Applies proposals to an open layer, as one command that can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import QgsField
from qgis.PyQt.QtCore import QMetaType

from ...errors import OutputError
from ...i18n import tr
from ..engine.subject import as_text
from .proposal import SHAPES, Change
from .shape_changes import changed_shape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qgis.core import QgsFeature, QgsVectorLayer

    from .proposal import Proposal


@dataclass(frozen=True)
class Applied:
    """What was done, and what was not and why."""

    done: tuple[Proposal, ...]
    skipped: tuple[tuple[Proposal, str], ...]


def apply(layer: QgsVectorLayer, proposals: Iterable[Proposal]) -> Applied:
    """Applies the proposals in one command of the layer, put in edit mode where it isn't: nothing is saved.

    In the main thread. A proposal that is refused, or whose feature or value is no longer what it was, is skipped and
    told. Raises OutputError where the layer can't be edited or refuses a change: nothing of the command is left then.
    """
    wanted = list(proposals)
    _open(layer)
    done: list[Proposal] = []
    skipped: list[tuple[Proposal, str]] = []
    layer.beginEditCommand(tr("Repair ({count} changes)").format(count=len(wanted)))
    try:
        for proposal in wanted:
            reason = proposal.refused or _applied(layer, proposal)
            if reason:
                skipped.append((proposal, reason))
            else:
                done.append(proposal)
    except BaseException:
        layer.destroyEditCommand()
        raise
    if done:
        layer.endEditCommand()
    else:
        layer.destroyEditCommand()
    return Applied(tuple(done), tuple(skipped))


def _open(layer: QgsVectorLayer) -> None:
    if layer.isEditable() or layer.startEditing():
        return
    raise OutputError(
        tr("The layer “{name}” can't be edited.").format(name=layer.name()),
        hint=tr("Run the repair as a processing: it makes a new layer."),
    )


def _applied(layer: QgsVectorLayer, proposal: Proposal) -> str:
    """Applies one proposal; why it was not, "" where it was. Raises OutputError where the layer refuses it."""
    if proposal.change is Change.ORDER:
        return tr("only in a new layer: run the repair as a processing")
    if proposal.change is Change.COLUMN:
        _accepted(layer, layer.addAttribute(QgsField(proposal.after, QMetaType.Type.QString)), proposal.after)
        return ""
    at = layer.fields().lookupField(proposal.field) if proposal.field else -1
    if proposal.field and at < 0:
        return tr("the column {name} is no longer there").format(name=proposal.field)
    if proposal.change is Change.RENAME:
        _accepted(layer, layer.renameAttribute(at, proposal.after), proposal.field)
        return ""
    return _to_feature(layer, at, proposal)


def _to_feature(layer: QgsVectorLayer, at: int, proposal: Proposal) -> str:
    feature = layer.getFeature(proposal.feature) if proposal.feature is not None else None
    if feature is None or not feature.isValid():
        return tr("the feature is no longer there")
    if proposal.change in SHAPES:
        return _reshaped(layer, feature, proposal)
    return _written(layer, feature, at, proposal)


def _written(layer: QgsVectorLayer, feature: QgsFeature, at: int, proposal: Proposal) -> str:
    field = layer.fields()[at]
    if field.type() != QMetaType.Type.QString:
        return tr("{name} is not a column of text: run the repair as a processing").format(name=proposal.field)
    if 0 < field.length() < len(proposal.after):
        return tr("{name} holds {count} characters at most").format(name=proposal.field, count=field.length())
    if (as_text(feature[at]) or "") != proposal.before:
        return tr("the value has changed since: check again")
    _accepted(layer, layer.changeAttributeValue(feature.id(), at, proposal.after or None), proposal.field)
    return ""


def _reshaped(layer: QgsVectorLayer, feature: QgsFeature, proposal: Proposal) -> str:
    shape = changed_shape(feature.geometry(), proposal, layer.wkbType())
    if shape is None:
        return tr("the geometry has changed since: check again")
    _accepted(layer, layer.changeGeometry(feature.id(), shape), str(feature.id()))
    return ""


def _accepted(layer: QgsVectorLayer, accepted: bool, what: str) -> None:
    if not accepted:
        raise OutputError(
            tr("The layer “{name}” refuses a change ({what}): nothing was changed.").format(
                name=layer.name(), what=what
            ),
            hint=tr("Run the repair as a processing: it makes a new layer."),
        )
