"""Isochrones and isodistances, from the navigation service of the Géoplateforme (BD TOPO): see docs/sources.md."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsGeometry, QgsJsonUtils

from ..errors import ServerError, SourceError
from ..i18n import tr
from ..network import endpoint, json_answer, session

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

RESOURCE = "bdtopo-valhalla"
_TIMEOUT = (15.0, 90.0)


class Cost(Enum):
    """What the reach is measured in."""

    TIME = "time"  # minutes
    DISTANCE = "distance"  # metres


class Profile(Enum):
    """Who travels: the service knows no other (bicycles and lorries are refused)."""

    CAR = "car"
    PEDESTRIAN = "pedestrian"


class Direction(Enum):
    """From the point, or to it."""

    DEPARTURE = "departure"
    ARRIVAL = "arrival"


# What the service's own page allows: beyond, it fails or takes minutes (minutes, metres).
LARGEST = {
    (Profile.CAR, Cost.TIME): 30.0,
    (Profile.CAR, Cost.DISTANCE): 20_000.0,
    (Profile.PEDESTRIAN, Cost.TIME): 120.0,
    (Profile.PEDESTRIAN, Cost.DISTANCE): 10_000.0,
}


@dataclass(frozen=True)
class Reach:
    """How far: `value` in minutes or in metres, as `cost` says."""

    cost: Cost
    value: float
    profile: Profile = Profile.CAR
    direction: Direction = Direction.DEPARTURE

    def check(self) -> None:
        """Raises SourceError beyond what the service computes."""
        largest = LARGEST[self.profile, self.cost]
        if 0 < self.value <= largest:
            return
        unit = tr("minutes") if self.cost is Cost.TIME else tr("metres")
        raise SourceError(
            tr("{value} {unit} can't be computed by the service.").format(value=f"{self.value:g}", unit=unit),
            hint=tr("Choose a value between 0 and {largest} {unit}.").format(largest=f"{largest:g}", unit=unit),
        )


def isochrone(lon: float, lat: float, reach: Reach, feedback: QgsFeedback) -> QgsGeometry:
    """What is reached from a point (or from where the point is reached): a multipolygon, EPSG:4326, holes possible.

    Raises SourceError beyond the service's limits, NetworkError, ServerError where the answer is not what was asked.
    """
    reach.check()
    cost = reach.value * 60 if reach.cost is Cost.TIME else reach.value
    parameters = {
        "point": f"{lon:.7f},{lat:.7f}",
        "resource": RESOURCE,
        "costType": reach.cost.value,
        "costValue": f"{cost:g}" if cost < 1e6 else f"{cost:.0f}",
        "profile": reach.profile.value,
        "direction": reach.direction.value,
        "timeUnit": "second",
        "distanceUnit": "meter",
        "crs": "EPSG:4326",
        "geometryFormat": "geojson",
    }
    with session(feedback=feedback) as web:
        answer = web.get(f"{endpoint('geopf_navigation')}/isochrone", params=parameters, timeout=_TIMEOUT)
    return _shape(json_answer(answer), reach)


def _shape(document: Any, reach: Reach) -> QgsGeometry:
    described = document.get("geometry") if isinstance(document, dict) else None
    shape = QgsJsonUtils.geometryFromGeoJson(json.dumps(described)) if described else QgsGeometry()
    if shape.isEmpty() or shape.type() != Qgis.GeometryType.Polygon:
        raise ServerError(
            tr("The navigation service found nothing around this point."),
            detail=str(document)[:300],
            hint=tr("It must be near a road, in France: move it."),
        )
    if document.get("profile") not in (None, reach.profile.value):
        raise ServerError(
            tr("The navigation service answered for another way to travel."),
            detail=str(document)[:300],
            hint=tr("Try again later."),
        )
    shape = shape.makeValid()
    shape.convertToMultiType()
    return shape
