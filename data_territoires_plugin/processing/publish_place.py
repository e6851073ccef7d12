"""Where `publish` goes: its parameters PLATFORM, TARGET, TYPE, COLLECTION and AUTHCFG, together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..i18n import tr
from ..publish.connections import refuse_secret
from ..publish.places import AUTO, Place, metadata_of, place_of
from ..publish.probing import kind_of
from ..publish.records import TYPES
from ..publish.targets.base import TargetError
from .algorithm import say

if TYPE_CHECKING:
    from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingFeedback


PLATFORM = "platform"  # METADATA: the catalogue of the platform


def catalogue_given(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> tuple[str, str]:
    """The kind and the address of METADATA, those of the platform's catalogue where it says `platform`; "" for none.

    TargetError: the platform has no catalogue that is known; an address with a secret in it.
    """
    wanted = algorithm.parameterAsString(parameters, "METADATA", context).strip()
    refuse_secret(wanted)
    if not wanted:
        return AUTO, ""
    name = algorithm.parameterAsString(parameters, "PLATFORM", context).strip()
    kind, address = metadata_of(name) if name else ("", "")
    if wanted not in (PLATFORM, address):
        return AUTO, wanted
    if not address:
        raise TargetError(
            tr("No catalogue of records is known for this platform."), hint=tr("Give the address of one in METADATA.")
        )
    return (kind if kind in TYPES else AUTO), address


def place_given(
    algorithm: QgsProcessingAlgorithm,
    layer: str,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> Place:
    """The address given, else that of the platform or of the saved connection; its kind is asked where nobody told."""
    given = Place(
        algorithm.parameterAsString(parameters, "TARGET", context).strip(),
        algorithm.parameterAsString(parameters, "TYPE", context),
        algorithm.parameterAsString(parameters, "COLLECTION", context).strip(),
        algorithm.parameterAsString(parameters, "AUTHCFG", context),
    )
    place = place_of(given, algorithm.parameterAsString(parameters, "PLATFORM", context).strip(), layer)
    for note in place.notes:
        feedback.pushInfo(note)
    if place.type == AUTO:
        place = replace(place, type=kind_of(place.target, place.authcfg, feedback))
        say(feedback, tr("Kind of platform: {type}."), type=place.type)
    return place
