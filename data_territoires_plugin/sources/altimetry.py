"""Altitudes, from the altimetry service of the Géoplateforme (RGE ALTI): see docs/sources.md."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from ..errors import ServerError
from ..i18n import tr
from ..network import endpoint, json_answer, session
from .base import stop_if_cancelled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.core import QgsFeedback

# The service takes 5,000 points in a POST and refuses more; `resource` has no default; -99999 stands for the sea and
# for what it does not cover, with the status 200 (documentation of the service, 2026-09).
MOST = 5000
RESOURCE = "ign_rge_alti_wld"
NOWHERE = -99_999.0
DIGITS = 7  # of a degree: a centimetre
_TIMEOUT = (15.0, 60.0)
_SAME = 1e-6  # degrees: the service gives back the points it was asked for


def elevations(points: Sequence[tuple[float, float]], feedback: QgsFeedback) -> list[float | None]:
    """The altitude in metres of each point (longitude, latitude, WGS 84), None where the service has none.

    Raises NetworkError, ServerError where an answer is not that of its question, Cancelled.
    """
    found: list[float | None] = []
    with session(feedback=feedback) as web:
        for start in range(0, len(points), MOST):
            stop_if_cancelled(feedback)
            asked = points[start : start + MOST]
            answer = web.request(
                "POST",
                f"{endpoint('geopf_altimetry')}/elevation.json",
                json=_question(asked),
                timeout=_TIMEOUT,
                idempotent=True,
            )
            found += _read(json_answer(answer), asked)
            feedback.setProgress(100 * len(found) / len(points))
    return found


def _question(points: Sequence[tuple[float, float]]) -> dict[str, str]:
    """The body of the request; its values are texts."""
    return {
        "lon": "|".join(f"{lon:.{DIGITS}f}" for lon, _ in points),
        "lat": "|".join(f"{lat:.{DIGITS}f}" for _, lat in points),
        "resource": RESOURCE,
        "delimiter": "|",
        "indent": "false",
        "measures": "false",
        "zonly": "false",
    }


def _read(document: Any, asked: Sequence[tuple[float, float]]) -> list[float | None]:
    try:
        rows = [(float(row["lon"]), float(row["lat"]), float(row["z"])) for row in document["elevations"]]
    except (KeyError, TypeError, ValueError) as error:
        raise _misunderstood(str(document)[:300]) from error
    if len(rows) != len(asked):
        raise _misunderstood(f"{len(rows)} altitudes, {len(asked)} points")
    for (lon, lat, _), (x, y) in zip(rows, asked, strict=True):
        if abs(lon - x) > _SAME or abs(lat - y) > _SAME:
            raise _misunderstood(f"{lon} {lat} in place of {x} {y}")
    return [None if z <= NOWHERE or math.isnan(z) else z for _, _, z in rows]


def _misunderstood(detail: str) -> ServerError:
    return ServerError(
        tr("The altimetry service answers something else than what it was asked."),
        detail=detail,
        hint=tr("Try again later; nothing was written."),
    )
