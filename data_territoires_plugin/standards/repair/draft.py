"""A layer as it would be once the proposals are applied: read through them, so that nothing is copied.

The engine checks it as any subject; what `repair` writes is read from it too: what was proved is what is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsFeature, QgsFeatureRequest, QgsField, QgsFields
from qgis.PyQt.QtCore import QMetaType

from ..engine.subject import as_text
from .proposal import SHAPES, Change
from .shape_changes import changed_shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..engine.subject import Subject
    from .proposal import Proposal

_LONGEST = 254  # characters of a text whose width the column doesn't say


class Draft:
    """The features of a subject, changed by proposals. Columns of numbers that get a text become columns of text."""

    def __init__(self, subject: Subject, proposals: Iterable[Proposal]) -> None:
        self._source = subject.source
        self._wanted = subject.wkb_type
        self._values: dict[int, list[tuple[str, str]]] = {}
        self._shapes: dict[int, list[Proposal]] = {}
        renamed: dict[str, str] = {}
        added: list[str] = []
        for one in proposals:
            if one.change is Change.COLUMN:
                added.append(one.after)
            elif one.change is Change.RENAME:
                renamed[one.field] = one.after
            elif one.feature is not None and one.change is Change.VALUE:
                self._values.setdefault(one.feature, []).append((one.field, one.after))
            elif one.feature is not None and one.change in SHAPES:
                self._shapes.setdefault(one.feature, []).append(one)
        touched = {column for changes in self._values.values() for column, _ in changes}
        self._texts: list[int] = []  # columns that become text
        self.fields = self._columns(subject.fields, touched, renamed, added)
        self._at = {subject.fields[at].name(): at for at in range(len(subject.fields))}
        self._own, self._more = len(subject.fields), len(added)
        self.subject = subject.read_from(self, self.fields)

    def _columns(self, fields: QgsFields, touched: set[str], renamed: dict[str, str], added: list[str]) -> QgsFields:
        made = QgsFields()
        for at in range(len(fields)):
            field = QgsField(fields[at])
            if field.name() in touched and field.type() != QMetaType.Type.QString:
                field = QgsField(field.name(), QMetaType.Type.QString)
                self._texts.append(at)
            elif field.name() in touched and 0 < field.length() < _LONGEST:
                field.setLength(max([field.length(), *self._lengths(field.name())]))
            field.setName(renamed.get(field.name(), field.name()))
            made.append(field)
        for name in added:
            made.append(QgsField(name, QMetaType.Type.QString))
        return made

    def _lengths(self, column: str) -> Iterator[int]:
        return (len(text) for changes in self._values.values() for name, text in changes if name == column)

    def getFeatures(self, request: QgsFeatureRequest | None = None) -> Iterator[QgsFeature]:  # noqa: N802
        """The features as they would be; named as QGIS names it: the engine reads them as those of a layer."""
        asked = QgsFeatureRequest(request) if request is not None else QgsFeatureRequest()
        if self._more and asked.flags() & Qgis.FeatureRequestFlag.SubsetOfAttributes:
            asked.setSubsetOfAttributes([at for at in asked.subsetOfAttributes() if at < self._own])
        for feature in self._source.getFeatures(asked):
            yield self._changed(feature)

    def _changed(self, feature: QgsFeature) -> QgsFeature:
        key = feature.id()
        values = self._values.get(key)
        if values or self._texts or self._more:
            attributes: list[Any] = [*feature.attributes(), *([None] * self._more)]
            for at in self._texts:
                attributes[at] = as_text(attributes[at])
            for column, text in values or ():
                attributes[self._at[column]] = text or None
            feature.setAttributes(attributes)
        for one in self._shapes.get(key, ()):
            if feature.hasGeometry():
                shape = changed_shape(feature.geometry(), one, self._wanted)
                if shape is not None:
                    feature.setGeometry(shape)
        return feature
