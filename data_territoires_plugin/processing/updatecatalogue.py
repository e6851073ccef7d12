"""`dataterritoires:updatecatalogue`: the catalogue brought up to date from an address, without a new release."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProcessingParameterString,
)

from ..catalogue.update import Change, Version, apply_update, fetch_update, roll_back, set_update_url, update_url
from ..errors import CatalogueError
from ..i18n import tr
from .algorithm import Algorithm, failing, say

ACTIONS = ["check", "apply", "rollback"]
_COUNTED = {"added": "ADDED", "removed": "REMOVED", "changed": "CHANGED"}


class UpdateCatalogueAlgorithm(Algorithm):
    """Check, apply, go back."""

    ID = "updatecatalogue"
    GROUP = "services"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Update the catalogue")

    def tags(self) -> list[str]:
        """The words it is found by."""
        return ["catalogue", "mettre à jour", "couche renommée", "adresse", "revenir en arrière"]

    def shortHelpString(self) -> str:
        """The help beside the parameters."""
        return tr(
            "Fetches a catalogue file from an https address set by the project or by your authority, checks it whole,"
            " and shows what it adds, removes and changes.\n\n"
            "ACTION: “check” only shows, “apply” puts it in use, “rollback” goes back to the catalogue in use before.\n"
            "The address is kept: leave it empty the next time."
        )

    def initAlgorithm(self, _config: dict[str, Any] | None = None) -> None:
        """Declares the parameters and outputs."""
        self.addParameter(
            QgsProcessingParameterString("URL", tr("Address of the catalogue (empty: the one kept)"), optional=True)
        )
        self.addParameter(
            QgsProcessingParameterEnum("ACTION", tr("Action"), ACTIONS, False, "check", usesStaticStrings=True)
        )
        for name, label in (
            ("ADDED", tr("Layers added")),
            ("REMOVED", tr("Layers removed")),
            ("CHANGED", tr("Layers changed")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))
        self.addOutput(QgsProcessingOutputString("IN_USE", tr("Catalogue in use")))

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        """Shows the differences, then does what is asked."""
        feedback = feedback or QgsProcessingFeedback()
        action = self.parameterAsString(parameters, "ACTION", context)
        counts = dict.fromkeys(_COUNTED.values(), 0)
        with failing(feedback):
            if action == "rollback":
                current = roll_back().current
                say(feedback, tr("In use again: {name}."), name=_named(current))
                return {**counts, "IN_USE": _named(current)}
            url = self.parameterAsString(parameters, "URL", context).strip() or update_url()
            if not url:
                raise CatalogueError(
                    tr("No address is known for the updates of the catalogue."),
                    hint=tr("Give the https address that the project or your authority published."),
                )
            update = fetch_update(url, feedback)
            for change in update.changes:
                _tell(change, feedback)
                counts[_COUNTED[change.kind]] += 1
            if not update.changes:
                say(feedback, tr("The catalogue at this address is the one in use: nothing to change."))
            if action == "check":
                return {**counts, "IN_USE": ""}
            current = apply_update(update).current
            if url != update_url():
                set_update_url(url)
            say(feedback, tr("In use: {name}. “rollback” goes back to the one before."), name=_named(current))
            return {**counts, "IN_USE": _named(current)}


def _named(version: Version) -> str:
    if not version.digest:
        return tr("the catalogue shipped with the extension")
    return tr("{url}, applied on {date}").format(url=version.url, date=version.applied)


def _tell(change: Change, feedback: QgsProcessingFeedback) -> None:
    if change.kind == "added":
        say(feedback, tr("+ {id} ({title}): {layer}"), id=change.entry, title=change.title, layer=change.after)
    elif change.kind == "removed":
        say(feedback, tr("− {id} ({title}): {layer}"), id=change.entry, title=change.title, layer=change.before)
    else:
        say(
            feedback,
            tr("≠ {id} ({title}): was {before}; becomes {after}"),
            id=change.entry,
            title=change.title,
            before=change.before.replace("\n", ", "),
            after=change.after.replace("\n", ", "),
        )
