"""What must hold before a layer is published: its right, its verdict. Each gate opens on the user's word."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsFeatureRequest
from qgis.PyQt.QtCore import QCoreApplication, QThread

from ..errors import DataTerritoiresError
from ..i18n import tr
from ..metadata.layer import reserved
from ..publish.targets.base import TargetError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsProcessingFeedback, QgsVectorLayer

STANDARDS = {"bal": "auto"}  # kind of platform → what it takes follows a standard: checked even if nobody asks


@dataclass(frozen=True)
class Conformity:
    """What `validate` found: the standard, whether the layer follows it, the number of errors."""

    standard: str
    version: str
    valid: bool
    errors: int

    @property
    def told(self) -> str:
        """In words, for the report and the record."""
        name = f"{self.standard} {self.version}".strip()
        if self.valid:
            return tr("Conforms to {standard}.").format(standard=name)
        return tr("Does not conform to {standard}: {count} errors.").format(standard=name, count=self.errors)


def taken(layer: QgsVectorLayer) -> QgsVectorLayer:
    """A copy of a layer as it is now, edits, metadata and style included. Main thread only; see `lent`.

    The layer itself may be edited or removed by the user while it is published.
    """
    if not layer.isModified():
        copy = layer.clone()
    else:
        copy = layer.materialize(QgsFeatureRequest())
        copy.setName(layer.name())
        copy.setMetadata(layer.metadata())
        copy.setCustomProperties(layer.customProperties())
        if layer.isSpatial():
            copy.setRenderer(layer.renderer().clone())
            copy.setLabeling(layer.labeling().clone() if layer.labeling() else None)
            copy.setLabelsEnabled(layer.labelsEnabled())
    copy.moveToThread(None)  # type: ignore[arg-type] # Qt takes nothing for “no thread”
    return copy


@contextmanager
def lent(layer: QgsVectorLayer) -> Iterator[None]:
    """A layer that no thread holds is this one's for a while, then the main one's."""
    layer.moveToThread(QThread.currentThread())
    try:
        yield
    finally:
        application = QCoreApplication.instance()
        if application is not None:
            layer.moveToThread(application.thread())


class Gates:
    """The gates of one run: one that is shut stops it. A dry run goes on, tells it, and keeps it for the report."""

    def __init__(self, feedback: QgsProcessingFeedback, *, dry_run: bool) -> None:
        self._feedback, self._dry_run = feedback, dry_run
        self.shut: list[dict[str, str]] = []  # name and message of each

    @contextmanager
    def at(self, name: str) -> Iterator[None]:
        """Around the check of one gate: reserved, licence, conformity, deletions, columns or personal."""
        try:
            yield
        except DataTerritoiresError as error:
            if not self._dry_run:
                raise
            self._feedback.pushWarning(str(error))
            self.shut.append({"name": name, "message": str(error)})


class NotConforming(DataTerritoiresError):
    """The layer does not follow the standard that it should."""


def check_reserved(layer: QgsVectorLayer, *, allowed: bool, feedback: QgsProcessingFeedback) -> None:
    """Data that were fetched with a key, or for internal use, are never published by mistake."""
    reason = reserved(layer)
    if not reason:
        return
    if not allowed:
        raise TargetError(
            tr("“{layer}” may not be published: {reason}.").format(layer=layer.name(), reason=reason),
            hint=tr("If its producer allows it, tick “Publish data whose licence reserves them all the same”."),
        )
    feedback.pushWarning(tr("Published on your word: {reason}.").format(reason=reason))


def conformity_of(
    layer: QgsVectorLayer, standard: str, verdict: str, feedback: QgsProcessingFeedback
) -> Conformity | None:
    """The verdict on a layer: that of the JSON of `validate` (`verdict`, a path), or made now for `standard`.

    None where neither is given. DataTerritoiresError: the JSON can't be read.
    """
    if verdict:
        return _read(Path(verdict))
    if not standard:
        return None
    from ..standards.engine.options import Options
    from ..standards.engine.subject import Subject
    from ..standards.validation import check_layer

    checked = check_layer(Subject.of_layer(layer), standard, "", Options(), feedback)
    found = checked.verdict
    return Conformity(checked.standard.id, checked.standard.version, found.valid, found.counts["error"])


def check_conformity(found: Conformity | None, *, allowed: bool, feedback: QgsProcessingFeedback) -> None:
    """Raises NotConforming, unless the user publishes it knowingly."""
    if found is None:
        return
    if found.valid:
        feedback.pushInfo(found.told)
        return
    if not allowed:
        raise NotConforming(
            found.told,
            hint=tr("Correct it (see “validate”), or tick “Publish it though it does not conform”: it will be said."),
        )
    feedback.pushWarning(found.told)


def _read(path: Path) -> Conformity:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return Conformity(
            str(told["standard"]), str(told.get("version", "")), bool(told["valid"]), int(told["counts"]["error"])
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataTerritoiresError(
            tr("{path} is not the JSON of a validation.").format(path=path.name),
            detail=str(error),
            hint=tr("Give the file named JSON by “validate”."),
        ) from error
