"""The communes that give a feature its INSEE code: those of a territory, or of a layer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingException

from ..errors import TerritoryError
from ..i18n import tr
from ..network import Pool
from ..sources.base import stop_if_cancelled
from ..sources.outline import transformed
from ..standards.repair import Commune
from ..territory.cog import of_code
from ..territory.contours import contour_of
from ..territory.resolve import territories

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext, QgsProcessingFeedback

    from .algorithm import Algorithm

_COLUMNS = ("code_insee", "insee", "insee_com", "code_commune", "codgeo", "code")
_MOST = 500  # contours asked one by one


def communes_of(
    algorithm: Algorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    crs: QgsCoordinateReferenceSystem,
    feedback: QgsProcessingFeedback,
) -> tuple[Commune, ...]:
    """The communes of COMMUNES, else of TERRITORY, in `crs`; none where neither is given. Raises TerritoryError."""
    if parameters.get("COMMUNES") not in (None, ""):
        return _of_layer(algorithm, parameters, context, crs)
    named = algorithm.parameterAsString(parameters, "TERRITORY", context).strip()
    return _of_territory(named, crs, feedback) if named else ()


def _of_layer(
    algorithm: Algorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    crs: QgsCoordinateReferenceSystem,
) -> tuple[Commune, ...]:
    source = algorithm.parameterAsSource(parameters, "COMMUNES", context)
    if source is None:
        raise QgsProcessingException(algorithm.invalidSourceError(parameters, "COMMUNES"))
    names = {name.casefold(): name for name in source.fields().names()}
    column = next((names[one] for one in _COLUMNS if one in names), None)
    if column is None:
        raise TerritoryError(
            tr("The layer of communes has no column of INSEE codes."),
            hint=tr("One of these is expected: {names}.").format(names=", ".join(_COLUMNS)),
        )
    return tuple(
        Commune(str(feature[column]), transformed(feature.geometry(), source.sourceCrs(), crs))
        for feature in source.getFeatures()
        if feature.hasGeometry()
    )


def _of_territory(
    named: str, crs: QgsCoordinateReferenceSystem, feedback: QgsProcessingFeedback
) -> tuple[Commune, ...]:
    codes = [code for one in territories(named) for code in one.communes]
    if len(codes) > _MOST:
        raise TerritoryError(
            tr("{count} communes are too many to ask one by one.").format(count=len(codes)),
            hint=tr("Clip the communes of the territory first, and give that layer."),
        )
    found = []
    with Pool(1) as pool:
        for code in dict.fromkeys(codes):
            stop_if_cancelled(feedback)
            for commune in of_code(code, ("commune",))[:1]:
                found.append(Commune(code, contour_of(commune, crs, pool, feedback).geometry))
    return tuple(found)
