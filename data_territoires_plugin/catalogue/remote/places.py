"""Where a search of metadata looks: the box of a territory. And what such catalogues can't filter by. No QGIS."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...errors import Cancelled, DataTerritoiresError
from ...i18n import tr

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from .found import Query


def located(query: Query, feedback: QgsFeedback) -> Query:
    """The query with the box of its territory; unchanged where it has a box, or where no contour can be had.

    Raises Cancelled.
    """
    if query.bbox is not None or query.territory is None:
        return query
    from ...network import Pool
    from ...sources.base import Area
    from ...sources.bounds import LONGITUDE_LATITUDE, box_of
    from ...territory.perimeter import of_territories

    try:
        with Pool(2) as pool:
            perimeter = of_territories(query.territory.id, pool, feedback)
    except Cancelled:
        raise
    except DataTerritoiresError:
        return query  # `ignored` says so
    box = box_of(Area(perimeter.geometry, perimeter.crs), LONGITUDE_LATITUDE)
    return replace(query, bbox=(box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()))


def ignored(query: Query, *, licence: bool = True) -> tuple[str, ...]:
    """The filters of a query that a catalogue of metadata can't apply, in words."""
    asked = (
        (bool(query.territory) and query.bbox is None, tr("the territory (its contour could not be had)")),
        (bool(query.theme), tr("the theme")),
        (bool(query.format), tr("the format")),
        (bool(query.schema), tr("the schema")),
        (bool(query.licence) and licence, tr("the licence")),
        (bool(query.producer), tr("the producer")),
    )
    return tuple(words for there, words in asked if there)
