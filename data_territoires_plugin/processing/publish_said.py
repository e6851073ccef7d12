"""What `publish` may be told of a dataset beyond the layer itself: what it covers, its schema, who may see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from qgis.core import QgsProcessingParameterBoolean, QgsProcessingParameterString

from ..i18n import tr

if TYPE_CHECKING:
    from typing import Any

    from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingParameterDefinition


class Said(TypedDict):
    """Part of an order."""

    zones: tuple[str, ...]
    schema: str
    public: bool


def said_parameters() -> tuple[QgsProcessingParameterDefinition, ...]:
    """The parameters, all of them optional."""
    return (
        QgsProcessingParameterString(
            "TERRITORY", tr("Territories that the data cover (kind:code, separated by commas)"), optional=True
        ),
        QgsProcessingParameterString("SCHEMA", tr("National schema of the data (name or name@version)"), optional=True),
        QgsProcessingParameterBoolean("PUBLIC", tr("Show a new dataset to everybody once it was read back"), False),
    )


def said_of(algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> Said:
    """What was given."""
    territories = algorithm.parameterAsString(parameters, "TERRITORY", context)
    return Said(
        zones=tuple(part.strip() for part in territories.split(",") if part.strip()),
        schema=algorithm.parameterAsString(parameters, "SCHEMA", context).strip(),
        public=algorithm.parameterAsBool(parameters, "PUBLIC", context),
    )
