"""`dataterritoires:refresh`: a clipped GeoPackage brought up to date, and what has changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ..catalogue import load_catalogue
from ..catalogue.remote import resolve
from ..clip.evolution_report import findings_of, outcomes
from ..clip.record import read
from ..clip.refresh import LayerRefresh, Outcome, RefreshResult, check, refresh
from ..i18n import tr
from ..settings import offline
from ..sources.kits import kits_at_hand
from .algorithm import WritingAlgorithm, about, failing, say


class RefreshAlgorithm(WritingAlgorithm):
    """Does the recipe inside a GeoPackage again."""

    ID = "refresh"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Refresh a clipped GeoPackage")

    def tags(self) -> list[str]:
        """The words it is found by."""
        return ["mettre à jour", "mise à jour", "actualiser", "évolutions", "millésime", "recette", "socle", "refresh"]

    def shortHelpString(self) -> str:
        """The help beside the parameters."""
        return tr(
            "Does the recipe inside a clipped GeoPackage again. Each source is first asked whether anything has"
            " changed: a layer that has not costs one small request. The others are read again and compared, feature"
            " by feature; the tables receive the differences, and a GeoPackage of changes and a report are written"
            " beside.\n\n"
            "What you have added is kept: columns, rows, and the values that you have changed since the last refresh."
            " The previous file is kept beside (.avant.gpkg) until the next refresh.\n"
            "OUTPUT: in place where empty."
        )

    def initAlgorithm(self, _config: dict[str, Any] | None = None) -> None:
        """Declares the parameters and outputs of interface.md."""
        file, result = QgsProcessingParameterFile, QgsProcessingOutputFile
        self.addParameter(file("INPUT", tr("Clipped GeoPackage"), extension="gpkg"))
        self.addParameter(file("CATALOGUE", tr("Catalogue of your own (YAML)"), extension="yaml", optional=True))
        self.addParameter(QgsProcessingParameterBoolean("THOROUGH", tr("Read every layer again"), False))
        self.addParameter(
            QgsProcessingParameterBoolean("ASK_ONLY", tr("Only ask the sources whether anything has changed"), False)
        )
        self.addParameter(
            QgsProcessingParameterString("TERRITORY", tr("Territory that replaces the recipe's"), optional=True)
        )
        target = QgsProcessingParameterFileDestination(
            "OUTPUT",
            tr("GeoPackage (in place where empty)"),
            tr("GeoPackage (*.gpkg)"),
            optional=True,
            createByDefault=False,
        )
        self.addParameter(target)
        for output in (
            result("CHANGES", tr("Changes (GeoPackage)")),
            result("REPORT", tr("Report (JSON)")),
            result("PAGE", tr("Report (HTML)")),
            result("BACKUP", tr("Previous state (GeoPackage)")),
        ):
            self.addOutput(output)
        for name, label in (
            ("ADDED", tr("Features added")),
            ("REMOVED", tr("Features removed")),
            ("MODIFIED", tr("Features modified")),
            ("LAYERS_UNCHANGED", tr("Layers unchanged")),
            ("LAYERS_FAILED", tr("Layers that failed")),
            ("LAYERS_KEPT", tr("Layers left as they were")),
            ("LAYERS_OUTDATED", tr("Layers out of date")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))
        self.addOutput(QgsProcessingOutputString("STATES", tr("State of each layer (JSON)")))

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        """Refreshes."""
        feedback = feedback or QgsProcessingFeedback()
        with failing(feedback):
            source = Path(self.parameterAsFile(parameters, "INPUT", context))
            output = self.parameterAsFileOutput(parameters, "OUTPUT", context)
            extra = self.parameterAsFile(parameters, "CATALOGUE", context)
            catalogue = load_catalogue(Path(extra) if extra else None)
            names = [layer.entry for layer in read(source).layers]
            completed = resolve.completed(catalogue, names, feedback, kits_at_hand() if offline() else ())
            if self.parameterAsBoolean(parameters, "ASK_ONLY", context):
                return _asked(source, check(source, completed, feedback), feedback)
            result = refresh(
                source,
                Path(output) if output else source,
                completed,
                feedback,
                self._opened,
                thorough=self.parameterAsBoolean(parameters, "THOROUGH", context),
                territory=self.parameterAsString(parameters, "TERRITORY", context).strip(),
            )
            return _told(result, feedback)


def state_of(layer: LayerRefresh) -> str:
    """The state of a layer that was only asked about: current, outdated, unknown (nothing tells), gone."""
    if layer.entry is None:
        return "gone"
    if layer.outcome is Outcome.UNCHANGED:
        return "current"
    return "outdated" if layer.tells else "unknown"


def states() -> dict[str, str]:
    """These states, in words."""
    return {
        "current": tr("up to date"),
        "outdated": tr("out of date"),
        "unknown": tr("can't be known without reading it again"),
        "gone": tr("no longer in the catalogue"),
    }


def _asked(source: Path, layers: tuple[LayerRefresh, ...], feedback: QgsProcessingFeedback) -> dict[str, Any]:
    rows = [
        {"entry": one.known.entry, "title": one.title, "state": state_of(one), "reason": one.reason} for one in layers
    ]
    words = states()
    for row in rows:
        template = tr("{title}: {state} ({reason}).")
        say(feedback, template, title=row["title"], state=words[row["state"]], reason=row["reason"])
    count = {state: sum(row["state"] == state for row in rows) for state in words}
    return {
        "OUTPUT": str(source),
        "LAYERS_UNCHANGED": count["current"],
        "LAYERS_OUTDATED": count["outdated"],
        "STATES": json.dumps(rows, ensure_ascii=False),
    }


def _told(result: RefreshResult, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    words = outcomes()
    for layer in result.layers:
        template = tr("{title}: {outcome} ({reason}). Added: {added}, removed: {removed}, modified: {modified}.")
        line = template.format(
            title=layer.title,
            outcome=words[layer.outcome.value],
            reason=layer.reason,
            added=layer.changes.added,
            removed=layer.changes.removed,
            modified=layer.changes.modified,
        )
        if layer.outcome in (Outcome.FAILED, Outcome.KEPT):
            feedback.pushWarning(about(layer.title, f"{words[layer.outcome.value]}. {layer.reason}"))
        else:
            say(feedback, "{line}", line=line)
        for finding in findings_of(layer):
            feedback.pushWarning(about(layer.title, finding.message))
    return {
        "OUTPUT": str(result.output),
        "CHANGES": str(result.changes),
        "REPORT": str(result.report),
        "PAGE": str(result.page),
        "BACKUP": str(result.backup or ""),
        "ADDED": result.total(lambda changes: changes.added),
        "REMOVED": result.total(lambda changes: changes.removed),
        "MODIFIED": result.total(lambda changes: changes.modified),
        "LAYERS_UNCHANGED": len(result.unchanged),
        "LAYERS_FAILED": sum(layer.outcome is Outcome.FAILED for layer in result.layers),
        "LAYERS_KEPT": sum(layer.outcome is Outcome.KEPT for layer in result.layers),
    }
