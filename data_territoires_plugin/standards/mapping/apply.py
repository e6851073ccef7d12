"""A mapping applied: rows of a local layer written as the standard wants them. No value is lost on the way.

In two readings: the first tells which values fit, hence the type of each column (a column that holds a value which its
type can't is text); the second writes. A value that isn't one of the field stays as it is, and is counted.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsExpression,
    QgsExpressionContext,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsVariantUtils,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QMetaType, Qt

from ...errors import StandardError
from ...i18n import tr
from ..engine.legal_place import projection_of
from ..engine.reference_system import code_of
from ..engine.subject import as_text
from ..engine.types import reading
from ..model import FieldType, Kind
from .model import Place, Shape, Way
from .place import Placed, Placer, as_point
from .values import Values

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

    from ..model import Field, Standard, Table
    from .model import FieldRule, TableRule

_TYPES = {
    FieldType.INTEGER: QMetaType.Type.LongLong,
    FieldType.NUMBER: QMetaType.Type.Double,
    FieldType.YEAR: QMetaType.Type.Int,
    FieldType.DATE: QMetaType.Type.QDate,
}
_ISO = ((), ("%Y-%m-%d",))  # formats of the dates that a column of dates writes
_DIGITS = 15  # beyond, an integer or a number isn't kept whole by every format


@dataclass
class Counts:
    """What became of the rows and values of one table."""

    read: int = 0
    written: int = 0
    filtered: int = 0  # rows that the filter leaves to other tables
    merged: int = 0  # rows already written, where a table keeps each once
    without_place: int = 0
    unmapped: dict[str, Counter[str]] = field(default_factory=dict)  # field → values that are none of its own → rows

    @property
    def unmapped_values(self) -> int:
        """How many distinct values, per field."""
        return sum(len(one) for one in self.unmapped.values())


@dataclass(frozen=True)
class Origin:
    """The layer that is read."""

    fields: QgsFields
    wkb_type: Qgis.WkbType
    crs: QgsCoordinateReferenceSystem
    transforms: QgsCoordinateTransformContext
    expressions: QgsExpressionContext


class Filler:
    """Fills the rows of one table of a standard: `look` at each row once, then `row` of each."""

    def __init__(self, standard: Standard, table: Table, rule: TableRule, origin: Origin) -> None:
        self.table, self.rule, self.counts = table, rule, Counts()
        self._standard, self._origin = standard, origin
        self._ranks: dict[str, int] = {}  # of the columns of the source
        self._context = QgsExpressionContext(origin.expressions)
        self._context.setFields(origin.fields)
        self._placer = Placer(rule.located, origin.crs, origin.transforms, self._text)
        self._fields = [one for one in table.fields if one.asked or rule.rule(one.name) is not None]
        self._columns = [_Column(one, Values(standard, table, one), rule.rule(one.name)) for one in self._fields]
        self._filled = [(one, self._filler(one)) for one in self._columns]
        self._filter = self._expression(rule.filter, table.name) if rule.filter else None
        self._has_shape = table.geometry is not None and rule.located.place is not Place.NONE
        taken = any(one.rule is not None and one.rule.way is Way.GEOMETRY for one in self._columns)
        self._needs_shape = self._has_shape or taken
        self._kinds: set[Any] = set()
        self._first: tuple[float, float] | None = None
        self._met: set[tuple[Any, ...]] = set()
        self._types: list[QMetaType.Type] | None = None

    # ------------------------------------------------------------------------------------------------ first reading
    def look(self, feature: QgsFeature) -> bool:
        """Reads a row, to know the types of the columns and the values that don't fit. False: it goes elsewhere."""
        if not self.takes(feature):
            return False
        self.counts.read += 1
        placed = self._placed(feature)
        if self._has_shape:
            self._look_at_shape(placed)
        for column, fill in self._filled:
            text = column.text(fill(feature, placed))
            if text is not None:
                column.look(text)
        return True

    def takes(self, feature: QgsFeature) -> bool:
        """Whether the row goes to this table."""
        if self._filter is None:
            return True
        return bool(self._evaluated(self._filter, feature, self.table.name))

    def _placed(self, feature: QgsFeature) -> Placed:
        return Placed(self._placer, self._placer.geometry(feature) if self._needs_shape else QgsGeometry())

    def _look_at_shape(self, placed: Placed) -> None:
        if placed.is_empty:
            self.counts.without_place += 1
            return
        self._kinds.add(QgsWkbTypes.multiType(placed.geometry.wkbType()))
        if self._first is None and self._placer.crs.isValid():
            self._first = placed.lonlat

    # ----------------------------------------------------------------------------------------------- second reading
    def fields(self) -> QgsFields:
        """The columns of the result: those of the standard, in its order."""
        made = QgsFields()
        self._types = [one.type for one in self._columns]
        for column, type_ in zip(self._columns, self._types, strict=True):
            size = column.field.max_length or 0
            length = size if type_ == QMetaType.Type.QString and column.longest <= size else 0
            made.append(QgsField(column.field.name, type_, "", length))
        return made

    @property
    def wkb_type(self) -> Qgis.WkbType:
        """The geometry of the result."""
        shape = self.table.geometry
        if shape is None or not self._has_shape:
            return Qgis.WkbType.NoGeometry
        if shape.kinds == (Kind.POINT,):
            return Qgis.WkbType.MultiPoint if shape.multi else Qgis.WkbType.Point
        if self.rule.located.place is Place.LAYER:
            own = self._origin.wkb_type
            return QgsWkbTypes.multiType(own) if shape.multi else own
        return next(iter(self._kinds)) if len(self._kinds) == 1 else Qgis.WkbType.Unknown

    @property
    def crs(self) -> str:
        """The CRS of the result: that of the source where the standard allows it, else the legal one of its place."""
        own = code_of(self._placer.crs)
        allowed = (self.table.geometry.crs if self.table.geometry else ()) or self._standard.crs
        if not own or not allowed or own in allowed:
            return own
        legal = f"EPSG:{projection_of(*self._first)}" if self._first else ""
        return legal if legal in allowed else allowed[0]

    def row(self, feature: QgsFeature, fields: QgsFields, crs: str) -> QgsFeature | None:
        """The row of the standard; None where it is there already (`once`)."""
        placed = self._placed(feature)
        texts = [column.text(fill(feature, placed)) for column, fill in self._filled]
        if self.rule.once:
            key = tuple(texts)
            if key in self._met:
                self.counts.merged += 1
                return None
            self._met.add(key)
        made = QgsFeature(fields)
        types = self._types or []
        made.setAttributes(
            [column.stored(text, kind) for column, text, kind in zip(self._columns, texts, types, strict=True)]
        )
        if self._has_shape and not placed.is_empty:
            made.setGeometry(self._shaped(placed.geometry, crs))
        self.counts.written += 1
        return made

    def finish(self) -> Counts:
        """The counts, once every row was read."""
        self.counts.unmapped = {one.field.name: one.unfit for one in self._columns if one.unfit}
        return self.counts

    def _shaped(self, geometry: QgsGeometry, crs: str) -> QgsGeometry:
        shape = self.table.geometry
        own = code_of(self._placer.crs)
        made = geometry if not crs or crs == own else self._placer.moved(geometry, crs)
        if made is None or shape is None:
            return QgsGeometry()
        if shape.kinds == (Kind.POINT,):
            made = as_point(made)
        if shape.multi:
            made.convertToMultiType()
        elif shape.multi is False and made.isMultipart() and len(made.asGeometryCollection()) == 1:
            made.convertToSingleType()
        return made

    # -------------------------------------------------------------------------------------------------- the fillers
    def _filler(self, column: _Column) -> Callable[[QgsFeature, Placed], str | None]:
        rule = column.rule
        if rule is None:
            return lambda _feature, _placed: None
        if rule.way is Way.CONSTANT:
            return lambda _feature, _placed: rule.text or None
        if rule.way is Way.GEOMETRY:
            shape = Shape(rule.text)
            return lambda _feature, placed: self._placer.text(placed, shape)
        if rule.way is Way.EXPRESSION:
            expression = self._expression(rule.text, rule.field)
            return lambda feature, _placed: as_text(self._evaluated(expression, feature, rule.field))
        return lambda feature, _placed: self._from_columns(feature, rule)

    def _from_columns(self, feature: QgsFeature, rule: FieldRule) -> str | None:
        texts = [self._text(feature, name) for name in rule.columns]
        if rule.part:
            parts = (texts[0] or "").split(rule.separator)
            return (parts[rule.part - 1].strip() or None) if len(parts) >= rule.part else None
        return rule.separator.join(text for text in texts if text is not None) or None

    def _text(self, feature: QgsFeature, name: str) -> str | None:
        if name not in self._ranks:
            self._ranks[name] = self._origin.fields.lookupField(name)
        value = feature.attribute(self._ranks[name])
        if type(value) is str:  # the most frequent
            return value or None
        return None if QgsVariantUtils.isNull(value) else as_text(value)

    def _expression(self, text: str, name: str) -> QgsExpression:
        expression = QgsExpression(text)
        if not expression.hasParserError():
            expression.prepare(self._context)
        problem = expression.parserErrorString() or _unknown_columns(expression, self._origin.fields)
        if problem:
            raise StandardError(
                tr("{field}: the expression {text} can't be read: {problem}").format(
                    field=name, text=text, problem=problem
                ),
                hint=tr("Correct it in the mapping."),
            )
        return expression

    def _evaluated(self, expression: QgsExpression, feature: QgsFeature, name: str) -> Any:
        self._context.setFeature(feature)
        value = expression.evaluate(self._context)
        if expression.hasEvalError():
            raise StandardError(
                tr("{field}: the expression {text} fails on the feature {feature}: {problem}").format(
                    field=name, text=expression.expression(), feature=feature.id(), problem=expression.evalErrorString()
                ),
                hint=tr("Correct it in the mapping."),
            )
        return None if QgsVariantUtils.isNull(value) else value


class _Column:
    """One field of the result, while it is filled."""

    def __init__(self, field: Field, values: Values, rule: FieldRule | None) -> None:
        self.field, self.values, self.rule = field, values, rule
        self.longest = 0
        self.unfit: Counter[str] = Counter()
        self._told = dict(rule.values) if rule is not None else {}
        self._known: dict[str, str] = {}
        self._met: dict[str, bool] = {}
        self._typed = True
        self._read = reading(field)

    def text(self, raw: str | None) -> str | None:
        """The value of the standard for a local one, itself where there is none."""
        if raw is None:
            return None
        if raw not in self._known:
            told = self._told.get(raw)
            if told is None and raw in self.values.missing:
                told = ""
            text = raw if told is None else told
            self._known[raw] = (self.values.safely(text) or text) if text else ""
        return self._known[raw] or None

    def look(self, text: str) -> None:
        """Whether the value fits, and its type."""
        if text not in self._met:
            self._met[text] = self.values.fits(text)
            self.longest = max(self.longest, len(text))
            self._typed = self._typed and self._holds(text)
        if not self._met[text]:
            self.unfit[text] += 1

    def _holds(self, text: str) -> bool:
        if self.field.type is FieldType.DATE:
            return self.field.formats in _ISO and QDate.fromString(text, Qt.DateFormat.ISODate).isValid()
        if self.field.type not in _TYPES:
            return True
        return self._read(text) is not None and len(text) <= _DIGITS + 2

    @property
    def type(self) -> QMetaType.Type:
        """The type of the column: that of the field where all its values can be, text otherwise."""
        if self.field.type is FieldType.DATE and self.field.formats not in _ISO:
            return QMetaType.Type.QString
        return _TYPES.get(self.field.type, QMetaType.Type.QString) if self._typed else QMetaType.Type.QString

    def stored(self, text: str | None, kind: QMetaType.Type) -> Any:
        """The value as its column keeps it."""
        if text is None or kind == QMetaType.Type.QString:
            return text
        if kind == QMetaType.Type.QDate:
            return QDate.fromString(text, Qt.DateFormat.ISODate)
        value = self._read(text)
        return value if kind == QMetaType.Type.Double or value is None else int(value)


def _unknown_columns(expression: QgsExpression, fields: QgsFields) -> str:
    absent = sorted(
        name
        for name in expression.referencedColumns()
        if name != "*" and not name.startswith("$") and fields.lookupField(name) < 0
    )
    return tr("the layer has no column {names}.").format(names=", ".join(absent)) if absent else ""
