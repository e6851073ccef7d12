"""A layer looked at before it is published: the fields that could identify its features, personal data, a fingerprint.

Everything works on a feature source made on the main thread: the layer may be edited or removed meanwhile.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem, QgsFeatureRequest
from qgis.PyQt.QtCore import QMetaType

from ..sources.base import stop_if_cancelled
from .content import Column, Content, Row, plain, text_of
from .personal import Suspicion, suspicions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.core import QgsFeedback, QgsVectorLayerFeatureSource

_KEY_TYPES = (
    QMetaType.Type.QString, QMetaType.Type.Int, QMetaType.Type.LongLong, QMetaType.Type.UInt, QMetaType.Type.ULongLong
)  # fmt: skip
# Numbers that a file or a server gives by itself: another export, other numbers.
_OF_A_ROW = re.compile(r"fid_?|ogc_fid|gid|objectid|id_0|qgs_fid|rowid|oid|pk_?uid", re.IGNORECASE)
_BY_NAME = re.compile(
    r"cleabs|uuid|guid|id|identifiant\w*|id_\w+|\w+_id|code\w*|ref\w*|num\w*|insee\w*|siret", re.IGNORECASE
)
_SURE = re.compile(r"id_public|cleabs|uuid|guid|identifiant\w*|id_national|id_local", re.IGNORECASE)


@dataclass(frozen=True)
class KeyChoice:
    """A field whose values are all there, each once. `lasting`: not a number that a file gives by itself."""

    field: str
    lasting: bool


@dataclass(frozen=True)
class Look:
    """What was seen: the fields that could be the key, the best first; columns that seem to hold personal data."""

    count: int
    keys: tuple[KeyChoice, ...]
    personal: tuple[Suspicion, ...]


def look(source: QgsVectorLayerFeatureSource, feedback: QgsFeedback) -> Look:
    """Reads every row once, without its shape."""
    fields = [source.fields().at(place) for place in range(source.fields().count())]
    columns = tuple(Column(field.name(), _type(field.type())) for field in fields)
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    rows = []
    for feature in source.getFeatures(request):
        stop_if_cancelled(feedback)
        rows.append(Row("", tuple(plain(value) for value in feature.attributes())))
    possible = [at for at, field in enumerate(fields) if QMetaType.Type(field.type()) in _KEY_TYPES]
    unique = [at for at in possible if rows and _identifies([row.values[at] for row in rows])]
    keys = sorted((KeyChoice(columns[at].name, not _OF_A_ROW.fullmatch(columns[at].name)) for at in unique), key=_rank)
    content = Content(columns, "", QgsCoordinateReferenceSystem(), tuple(rows))
    return Look(len(rows), tuple(keys), tuple(suspicions(content)))


def fingerprint(source: QgsVectorLayerFeatureSource, names: Sequence[str], feedback: QgsFeedback) -> str:
    """What changes as soon as a published column or a shape does, whatever the order of the rows."""
    places = [at for at in (source.fields().lookupField(name) for name in names) if at >= 0]
    total = 0
    for feature in source.getFeatures():
        stop_if_cancelled(feedback)
        values = repr([plain(feature.attribute(at)) for at in places]).encode()
        shape = bytes(feature.geometry().asWkb().data()) if feature.hasGeometry() else b""
        total += int.from_bytes(hashlib.sha256(values + b"\0" + shape).digest()[:16], "big")
    return f"{total % (1 << 128):032x}-{len(places)}"


def _identifies(values: Sequence[object]) -> bool:
    texts = {text_of(value) for value in values}  # type: ignore[arg-type]
    return len(texts) == len(values) and "" not in texts


def _rank(choice: KeyChoice) -> tuple[bool, bool, bool]:
    return (not choice.lasting, not _SURE.fullmatch(choice.field), not _BY_NAME.fullmatch(choice.field))


def _type(type_: int) -> str:
    return {
        QMetaType.Type.QString: "text", QMetaType.Type.Bool: "boolean", QMetaType.Type.Double: "number",
        QMetaType.Type.QDate: "date", QMetaType.Type.QDateTime: "datetime",
    }.get(QMetaType.Type(type_), "integer" if QMetaType.Type(type_) in _KEY_TYPES else "other")  # fmt: skip
