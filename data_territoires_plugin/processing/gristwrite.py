"""`dataterritoires:gristwrite`: chosen fields of a layer's features (of the selected ones) written back to Grist."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime, QVariant

from ..errors import SourceError
from ..i18n import tr
from ..sources.base import stop_if_cancelled
from ..sources.grist import ROW, GristTable, in_batches
from .algorithm import Algorithm, failing, say

if TYPE_CHECKING:
    from qgis.core import QgsProcessingFeatureSource

Change = tuple[int, dict[str, Any]]


@dataclass(frozen=True)
class Changes:
    """What a writing will do."""

    changed: list[Change]
    added: list[dict[str, Any]]
    unchanged: int
    absent: list[str]  # keys that the table has not, where nothing is to be added


class GristWriteAlgorithm(Algorithm):
    """Only what was asked: these fields, of these features; compared first, read back after."""

    ID = "gristwrite"
    GROUP = "publication"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Write fields to a table of Grist")

    def tags(self) -> list[str]:
        """The words it is found by."""
        return ["Grist", "La Suite", "tableur", "table", "mettre à jour", "écrire"]

    def shortHelpString(self) -> str:
        """The help beside the parameters."""
        return tr(
            "Writes the chosen fields of the features (of those selected, where the box is ticked) in the rows of a"
            " table of Grist that have the same key. The columns of the table bear the names of the fields. Rows that"
            " already say the same are left alone; no row is ever deleted, no other column touched. Everything is read"
            " back and compared. Ticked first, the dry run sends nothing and counts what would change."
        )

    def initAlgorithm(self, _config: dict[str, Any] | None = None) -> None:
        """Declares the parameters and outputs."""
        vector, field = Qgis.ProcessingSourceType.Vector, QgsProcessingParameterField
        self.addParameter(QgsProcessingParameterFeatureSource("INPUT", tr("Layer"), [vector]))
        self.addParameter(QgsProcessingParameterString("TABLE", tr("Table of Grist (document/Table)")))
        self.addParameter(field("KEY", tr("Field of the key"), ROW, "INPUT"))
        self.addParameter(field("FIELDS", tr("Fields to write"), None, "INPUT", allowMultiple=True))
        self.addParameter(QgsProcessingParameterBoolean("ADD", tr("Add the rows that the table has not"), False))
        self.addParameter(QgsProcessingParameterBoolean("DRY_RUN", tr("Dry run: nothing is sent"), True))
        self.addParameter(
            QgsProcessingParameterAuthConfig("AUTHCFG", tr("Key of Grist (authentication)"), None, optional=True)
        )
        for name, label in (
            ("CHANGED", tr("Rows changed")), ("ADDED", tr("Rows added")), ("UNCHANGED", tr("Rows left as they were")),
            ("ABSENT", tr("Features without a row")), ("VERIFIED", tr("Rows read back and compared")),
        ):  # fmt: skip
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        """Compares, sends what differs, reads back."""
        feedback = feedback or QgsProcessingFeedback()
        key = self.parameterAsString(parameters, "KEY", context)
        names = [name for name in self.parameterAsStrings(parameters, "FIELDS", context) if name != key]
        if not names:
            raise QgsProcessingException(tr("No field to write: choose at least one beside the key."))
        source = self.parameterAsSource(parameters, "INPUT", context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, "INPUT"))
        gone = [name for name in (key, *names) if source.fields().lookupField(name) < 0]
        if gone:
            raise QgsProcessingException(
                tr("The layer has no field {names}; it has: {fields}.").format(
                    names=", ".join(gone), fields=", ".join(source.fields().names())
                )
            )
        with failing(feedback):
            authcfg = self.parameterAsString(parameters, "AUTHCFG", context)
            table = GristTable.named(self.parameterAsString(parameters, "TABLE", context), authcfg)
            columns = _checked_columns(table.columns(feedback), key, names)
            features = self._features(source, key, names, columns, feedback)
            add = self.parameterAsBoolean(parameters, "ADD", context)
            changes = _compared(features, table.records(feedback), key, add=add)
            verified = 0
            if not self.parameterAsBoolean(parameters, "DRY_RUN", context):
                verified = _sent(table, changes, key, feedback)
        for name in changes.absent[:20]:
            feedback.pushWarning(tr("No row of the table has the key {key}.").format(key=name))
        say(
            feedback,
            tr("Changed: {changed}; added: {added}; left as they were: {unchanged}; without a row: {absent}."),
            changed=len(changes.changed), added=len(changes.added), unchanged=changes.unchanged,
            absent=len(changes.absent),
        )  # fmt: skip
        return {
            "CHANGED": len(changes.changed), "ADDED": len(changes.added), "UNCHANGED": changes.unchanged,
            "ABSENT": len(changes.absent), "VERIFIED": verified,
        }  # fmt: skip

    def _features(
        self, source: QgsProcessingFeatureSource, key: str, names: list[str],
        columns: dict[str, str], feedback: QgsProcessingFeedback,
    ) -> dict[str, dict[str, Any]]:  # fmt: skip
        """Key → values, as Grist writes them. Raises SourceError for a key that is empty or twice there."""
        found: dict[str, dict[str, Any]] = {}
        for feature in source.getFeatures(QgsFeatureRequest().setFlags(Qgis.FeatureRequestFlag.NoGeometry)):
            stop_if_cancelled(feedback)
            name = _key(_plain(feature[key], ""))
            if not name or name in found:
                raise SourceError(
                    tr("The key {key} of the feature {id} is empty, or that of another one too.").format(
                        key=repr(name), id=feature.id()
                    ),
                    hint=tr("Choose a field whose values are all different."),
                )
            found[name] = {field: _plain(feature[field], columns[field]) for field in names}
            if key != ROW:
                found[name][key] = _plain(feature[key], columns[key])
        if not found:
            raise SourceError(tr("No feature to write."), hint=tr("Select some, or untick “selected features only”."))
        return found


def _checked_columns(columns: dict[str, str], key: str, names: list[str]) -> dict[str, str]:
    missing = [name for name in (*names, *([key] if key != ROW else [])) if name not in columns]
    if missing:
        raise SourceError(
            tr("The table of Grist has no column {names}.").format(names=", ".join(missing)),
            hint=tr("Its columns: {list}. Rename the fields of the layer, or add the columns in Grist.").format(
                list=", ".join(columns)
            ),
        )
    return columns


def _plain(value: Any, kind: str) -> Any:
    """A value of QGIS as Grist takes it: dates are seconds since 1970, no value is null."""
    if value is None or (isinstance(value, QVariant) and value.isNull()):
        return None
    if isinstance(value, QDateTime):
        return value.toSecsSinceEpoch()
    if isinstance(value, QDate):
        moment = datetime(value.year(), value.month(), value.day(), tzinfo=timezone.utc)
        return int(moment.timestamp()) if kind.startswith("Date") else moment.date().isoformat()
    if isinstance(value, QTime):
        return value.toString("HH:mm:ss")
    return value if isinstance(value, (bool, int, float, str)) else str(value)


def _key(value: Any) -> str:
    """A key as it is compared: 12, 12.0 and "12" are the same row."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value).strip()


def _compared(
    features: dict[str, dict[str, Any]], records: list[tuple[int, dict[str, Any]]], key: str, *, add: bool
) -> Changes:
    rows: dict[str, Change] = {}
    for number, values in records:
        name = str(number) if key == ROW else _key(values.get(key))
        if name in rows and name in features:
            raise SourceError(
                tr("Two rows of the table have the key {key}.").format(key=name),
                hint=tr("Choose another key, or mend the table in Grist: nothing was changed."),
            )
        rows[name] = (number, values)
    changed: list[Change] = []
    absent = [name for name in features if name not in rows]
    for name, values in features.items():
        if name in rows:
            number, there = rows[name]
            wanted = {field: value for field, value in values.items() if field != key}
            if any(there.get(field) != value for field, value in wanted.items()):
                changed.append((number, wanted))
    unchanged = len(features) - len(absent) - len(changed)
    if add and key != ROW:  # a number of row is given by Grist: it can't be asked for
        return Changes(changed, [features[name] for name in absent], unchanged, [])
    return Changes(changed, [], unchanged, absent)


def _sent(table: GristTable, changes: Changes, key: str, feedback: QgsProcessingFeedback) -> int:
    """Sends the changes by batches, then reads back; the rows that say what was sent. Raises SourceError otherwise."""
    done, whole = 0, len(changes.changed) + len(changes.added)
    for send, rows in ((table.change, changes.changed), (table.add, changes.added)):
        for batch in in_batches(rows):
            stop_if_cancelled(feedback)
            send(batch, feedback)
            done += len(batch)
            feedback.setProgress(90 * done / whole)
    if not whole:
        return changes.unchanged
    records = table.records(feedback)
    numbered = dict(records)
    keyed = {_key(values.get(key)): values for _, values in records}
    there = [(str(number), numbered.get(number, {}), values) for number, values in changes.changed]
    there += [(_key(values[key]), keyed.get(_key(values[key]), {}), values) for values in changes.added]
    wrong = [name for name, found, values in there if any(found.get(one) != value for one, value in values.items())]
    if wrong:
        raise SourceError(
            tr("Grist took the rows, and {count} of {whole} do not say what was sent: {names}.").format(
                count=len(wrong), whole=whole, names=", ".join(wrong[:10])
            ),
            hint=tr("A formula or the type of a column may have changed the values: look at these rows in Grist."),
        )
    return len(there) + changes.unchanged
