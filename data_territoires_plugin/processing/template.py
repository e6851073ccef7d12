"""`dataterritoires:template`: an empty GeoPackage of a standard, and its project ready to digitise."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterCrs,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ..errors import DataTerritoiresError
from ..i18n import tr
from ..standards.template.build import check_template, make_template
from ..standards.validation import named_standard
from ..territory.legal_crs import LAMBERT_93
from .algorithm import Algorithm, failing, say

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext


class TemplateAlgorithm(Algorithm):
    """Every table of the standard, its lists, its forms, its symbology."""

    ID = "template"
    GROUP = "conformity"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Make a template (empty file and project of a standard)")

    def tags(self) -> list[str]:
        """The words it is found by."""
        return ["gabarit", "modèle", "vierge", "numériser", "saisir", "CNIG", "PLU", "SUP", "schéma", "formulaire"]

    def shortHelpString(self) -> str:
        """The help beside the parameters."""
        return tr(
            "Makes an empty GeoPackage with every table and field of a standard, its lists of codes, and a project"
            " beside it, ready to digitise: drop-down lists, constraints with their message, identifiers and dates"
            " computed, snapping, topological editing, symbology.\n\n"
            "Document: the name of the folder to deliver (35238_PLU_20240101); identifiers are made of it. It can be"
            " changed later, in the variables of the project: dt_code, dt_date.\n"
            "An existing file is never replaced."
        )

    def flags(self) -> Any:
        """In the thread of the application: a project is made."""
        return super().flags() | Qgis.ProcessingAlgorithmFlag.NoThreading

    def initAlgorithm(self, _config: dict[str, Any] | None = None) -> None:
        """Declares the parameters and outputs of interface.md."""
        text = QgsProcessingParameterString
        self.addParameter(text("STANDARD", tr("Standard (id, or path or address of a schema)"), "plu_2024"))
        self.addParameter(QgsProcessingParameterCrs("CRS", tr("Coordinate reference system"), LAMBERT_93))
        self.addParameter(text("DOCUMENT", tr("Name of the document (35238_PLU_20240101)"), optional=True))
        self.addParameter(QgsProcessingParameterFileDestination("OUTPUT", tr("Template"), "GeoPackage (*.gpkg)"))
        self.addOutput(QgsProcessingOutputFile("PROJECT", tr("Project")))
        self.addOutput(QgsProcessingOutputNumber("TABLES", tr("Tables")))

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str | None]:
        """Refuses an unknown standard, a CRS that it refuses, a file that is there, before anything starts."""
        named = self.parameterAsString(parameters, "STANDARD", context).strip()
        try:
            if "://" not in named:
                check_template(
                    named_standard(named),
                    self.parameterAsCrs(parameters, "CRS", context),
                    self._output(parameters, context),
                    self.parameterAsString(parameters, "DOCUMENT", context).strip(),
                )
        except DataTerritoiresError as error:
            return False, str(error)
        return super().checkParameterValues(parameters, context)

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        """Makes the file and the project."""
        feedback = feedback or QgsProcessingFeedback()
        with failing(feedback):
            standard = named_standard(self.parameterAsString(parameters, "STANDARD", context))
            made = make_template(
                standard,
                self.parameterAsCrs(parameters, "CRS", context),
                self._output(parameters, context),
                self.parameterAsString(parameters, "DOCUMENT", context).strip(),
                feedback,
            )
        say(
            feedback,
            tr("Template of “{title}”: {tables} tables, {lists} lists of codes. Open {project} to digitise."),
            title=standard.title,
            tables=made.tables,
            lists=made.lists,
            project=made.project.name,
        )
        if standard.partial:
            feedback.pushWarning(standard.partial)
        return {"OUTPUT": str(made.file), "PROJECT": str(made.project), "TABLES": made.tables}

    def _output(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Path:
        return Path(self.parameterAsFileOutput(parameters, "OUTPUT", context))
