"""The forms of a template: drop-downs, calendars, constraints, defaults, groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsDefaultValue,
    QgsEditorWidgetSetup,
    QgsExpression,
    QgsFieldConstraints,
    QgsValueMapFieldFormatter,
)

from ...i18n import tr
from ..model import FieldType
from .columns import asked, is_text
from .constraints import constraint_of
from .defaults import default_of
from .tables import SHOWN, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qgis.core import QgsVectorLayer

    from ..model import CodeList, Field, Reference, Standard, Table

_HARD = QgsFieldConstraints.ConstraintStrength.ConstraintStrengthHard
_RULE = QgsFieldConstraints.Constraint
_COMPACT = 6  # fields: a form that has no more needs no groups
_DAY = "[0-9]{8}"  # a date written in a text: 20260131


def set_form(layer: QgsVectorLayer, table: Table, standard: Standard, layers: Mapping[str, QgsVectorLayer]) -> None:
    """Sets the form of a layer that holds a table. `layers`: those of the lists and tables, by name in the standard."""
    fields = layer.fields()
    known = {one.name: one for one in asked(table)}
    for at in range(len(fields)):
        one = known.get(fields[at].name())
        if one is None:  # the key of the GeoPackage
            layer.setEditorWidgetSetup(at, QgsEditorWidgetSetup("Hidden", {}))
            continue
        layer.setFieldAlias(at, one.title)
        layer.setEditorWidgetSetup(at, widget_of(one, table, standard, layers))
        _constrain(layer, at, one, table, standard)
        expression, again = default_of(one, table, standard)
        if expression:
            layer.setDefaultValueDefinition(at, QgsDefaultValue(expression, again))
    _group(layer, table, asked(table))


def _constrain(layer: QgsVectorLayer, at: int, one: Field, table: Table, standard: Standard) -> None:
    if one.required:
        layer.setFieldConstraint(at, _RULE.ConstraintNotNull, _HARD)
    if one.unique or table.key == (one.name,):
        layer.setFieldConstraint(at, _RULE.ConstraintUnique, _HARD)
    expression, message = constraint_of(one, table, standard)
    if expression:
        layer.setConstraintExpression(at, expression, message)
        layer.setFieldConstraint(at, _RULE.ConstraintExpression, _HARD)


def widget_of(
    one: Field, table: Table, standard: Standard, layers: Mapping[str, QgsVectorLayer]
) -> QgsEditorWidgetSetup:
    """The widget of a field."""
    if one.type is not FieldType.LIST:
        for reference in table.references:
            if one.name in reference.fields and (made := _choices(one, reference, standard, layers)) is not None:
                return made
        if one.values:
            return _map(one, [(value, value) for value in one.values])
    if one.type is FieldType.BOOLEAN and not is_text(one):
        return QgsEditorWidgetSetup("CheckBox", {"AllowNullState": not one.required})
    if (one.type in (FieldType.DATE, FieldType.DATETIME) and not is_text(one)) or one.pattern == _DAY:
        return _calendar(one)
    if one.type is FieldType.INTEGER and one.minimum is not None and one.maximum is not None:
        bounds = {"Min": int(one.minimum), "Max": int(one.maximum), "Step": 1, "Style": "SpinBox"}
        return QgsEditorWidgetSetup("Range", {**bounds, "AllowNull": not one.required})
    return QgsEditorWidgetSetup("TextEdit", {"IsMultiline": False, "UseHtml": False})


def _calendar(one: Field) -> QgsEditorWidgetSetup:
    timed = one.type is FieldType.DATETIME
    stored = "yyyyMMdd" if one.pattern == _DAY else "yyyy-MM-dd HH:mm:ss" if timed else "yyyy-MM-dd"
    return QgsEditorWidgetSetup(
        "DateTime",
        {
            "display_format": "dd/MM/yyyy HH:mm:ss" if timed else "dd/MM/yyyy",
            "field_format": stored,
            "field_format_overwrite": True,
            "field_iso_format": False,
            "calendar_popup": True,
            "allow_null": not one.required,
        },
    )


# -------------------------------------------------------------------------------------------------------- choices
def _choices(
    one: Field, reference: Reference, standard: Standard, layers: Mapping[str, QgsVectorLayer]
) -> QgsEditorWidgetSetup | None:
    """The drop-down of a reference: codes, or the rows of another table; of several columns, the last is filtered."""
    rank = reference.fields.index(one.name)
    if not reference.is_code_list:
        target = layers.get(reference.target)
        if target is None or len(reference.fields) > 1:
            return None
        return _relation(one, target, reference.target_fields[0], reference.target_fields[0], "")
    codes = standard.code_list(reference.target)
    if codes is None or not codes.codes or reference.target_fields[rank] not in codes.columns:
        return None
    column = reference.target_fields[rank]
    if rank < len(reference.fields) - 1:  # each value once, with the label of its first code
        return _map(one, _distinct(codes, column))
    target = layers.get(codes.id)
    if target is None:
        return None
    return _relation(one, target, column, SHOWN, _filter(reference))


def _filter(reference: Reference) -> str:
    """The codes that go with what is already chosen in the columns before."""
    pairs = zip(reference.target_fields[:-1], reference.fields[:-1], strict=True)
    return " AND ".join(
        f"{QgsExpression.quotedColumnRef(column)} = current_value({QgsExpression.quotedString(field)})"
        for column, field in pairs
    )


def _distinct(codes: CodeList, column: str) -> list[tuple[str, str]]:
    rank = codes.columns.index(column)
    labels: dict[str, str] = {}
    for code in codes.codes:
        labels[code.values[rank]] = labels.get(code.values[rank], "") or code.label
    return [(value, shown(value, label)) for value, label in labels.items()]


def _map(one: Field, pairs: Iterable[tuple[str, str]]) -> QgsEditorWidgetSetup:
    choices: list[dict[str, Any]] = [{label: value} for value, label in pairs]
    if not one.required:
        choices.insert(0, {tr("(no value)"): QgsValueMapFieldFormatter.NULL_VALUE})
    return QgsEditorWidgetSetup("ValueMap", {"map": choices})


def _relation(one: Field, target: QgsVectorLayer, key: str, value: str, filtered: str) -> QgsEditorWidgetSetup:
    column = value if target.fields().lookupField(value) >= 0 else key
    return QgsEditorWidgetSetup(
        "ValueRelation",
        {
            "Layer": target.id(),
            "LayerName": target.name(),
            "LayerSource": target.publicSource(),
            "LayerProviderName": target.providerType(),
            "Key": key,
            "Value": column,
            "FilterExpression": filtered,
            "AllowNull": not one.required,
            "AllowMulti": False,
            "OrderByKey": True,
            "OrderByValue": False,
            "NofColumns": 1,
            "UseCompleter": False,
        },
    )


# --------------------------------------------------------------------------------------------------------- groups
def _group(layer: QgsVectorLayer, table: Table, fields: tuple[Field, ...]) -> None:
    """What has to be filled first, then the rest."""
    if len(fields) <= _COMPACT:
        return
    form = layer.editFormConfig()
    form.setLayout(Qgis.AttributeFormLayout.DragAndDrop)
    root = form.invisibleRootContainer()
    root.clear()
    wanted = [one for one in fields if one.required]
    others = [one for one in fields if not one.required]
    for title, members in ((tr("To be filled"), wanted), (tr("Where there is a value"), others)):
        if not members:
            continue
        group = QgsAttributeEditorContainer(title, root)
        group.setType(Qgis.AttributeEditorContainerType.GroupBox)
        for one in members:
            group.addChildElement(QgsAttributeEditorField(one.name, layer.fields().lookupField(one.name), group))
        root.addChildElement(group)
    layer.setEditFormConfig(form)
    shown_by = next((one for one in fields if one.name.upper() in ("LIBELLE", "NOM", "NOM_LIEU")), fields[0])
    layer.setDisplayExpression(QgsExpression.quotedColumnRef(table.key[0] if table.key else shown_by.name))
