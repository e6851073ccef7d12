"""Kits as a source: on the land of a kit, its tables stand for the services; elsewhere, the services are asked."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsRectangle

from ..catalogue.kits import DATA, Kit, known_folders, open_folder, read_kit, training_kit
from ..catalogue.services import LOCAL, OSM
from ..errors import CatalogueError, OfflineError
from ..geopackage import connect, layer_names
from ..i18n import tr
from ..settings import offline
from .local import LocalSource
from .outline import transformed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from qgis.core import QgsFeedback

    from ..catalogue.entry import Entry
    from .base import Area, Batch, Plan, Source, Stage

_SHORE = 5000.0  # metres around the invented land of the training kit
_TOLERANCE = 1.0  # metres: the land of a kit is written to the decimetre


def kits_at_hand() -> tuple[Kit, ...]:
    """The kit that is open, and offline those known that are still there, the last one opened first.

    Raises CatalogueError where the kit that is open has left with its USB key.
    """
    opened = open_folder()
    kits = [read_kit(opened)] if opened is not None else []
    if offline():
        for folder in known_folders():
            if folder == opened:
                continue
            try:
                kits.append(read_kit(folder))
            except CatalogueError:
                continue  # not open, and not there: `KitSource` names it where no other kit serves
    return tuple(kits)


def kits_holding(area: Area) -> tuple[Kit, ...]:
    """The kits at hand that stand for the services on an area. Raises as `kits_at_hand`."""
    return tuple(kit for kit in kits_at_hand() if holds(kit, area))


def kit_of(entry: Entry) -> Kit | None:
    """The kit, open or known, whose table an entry is: one that has no other way to be read; None for all others."""
    path = entry.layer.partition("|")[0]
    folders = (open_folder(), *known_folders()) if entry.service == LOCAL else ()
    folder = next((one for one in folders if one is not None and path == str(one / DATA)), None)
    kit = read_kit(folder) if folder is not None else None
    return kit if kit is not None and kit.layer(entry.id) is not None else None  # else an entry of the user's own


def lacking(entry: Entry, area: Area, *, training: bool) -> Kit | None:
    """The kit that alone can serve this area now, where it does not have the entry; None: it has it, or others may.

    Raises as `kits_at_hand`.
    """
    if entry.service in (LOCAL, OSM):
        return None
    if training:
        return None if _has(training_kit(), entry.id) else training_kit()
    inside = kits_holding(area) if offline() else ()
    return inside[0] if inside and all(kit.layer(entry.id) is None for kit in inside) else None


class KitSource:
    """Reads from the first kit that has the entry and holds the area; from the service behind it for the rest."""

    def __init__(self, kits: tuple[Kit, ...], service: Source | None) -> None:
        self._kits = kits
        self._service = service

    def plan(self, entry: Entry, area: Area, feedback: QgsFeedback) -> Plan:
        """The plan of the kit, told as such, or that of the service. OfflineError where neither can be."""
        for kit in self._kits:
            layer = kit.layer(entry.id)
            if layer is not None and holds(kit, area):
                plan = LocalSource(weighed=True).plan(of_kit(entry, kit), area, feedback)
                reason = tr("from the kit “{title}”, fetched on {date}; {reason}").format(
                    title=kit.title, date=layer.fetched, reason=plan.reason
                )
                detail = {**plan.detail, "kit": kit.title, "fetched": layer.fetched}
                return replace(plan, reason=reason, edition=layer.edition or plan.edition, detail=detail)
        if self._service is None:
            raise self._nowhere(entry, area)
        return self._service.plan(entry, area, feedback)

    def fetch(self, entry: Entry, area: Area, plan: Plan, stage: Stage, feedback: QgsFeedback) -> Iterator[Batch]:
        """The rows of the kit, or of the service."""
        reader: Source | None = LocalSource(weighed=True) if "kit" in plan.detail else self._service
        if reader is None:
            raise self._nowhere(entry, area)
        return reader.fetch(entry, area, plan, stage, feedback)

    def _nowhere(self, entry: Entry, area: Area) -> OfflineError:
        if entry.service == LOCAL:  # in the kit alone: a layer found by a search, or of the catalogue of its maker
            return OfflineError(
                tr("“{title}” is in the kit “{kit}”, which does not hold this perimeter.").format(
                    title=entry.title, kit=self._kits[0].title
                ),
                hint=tr("Choose a territory inside it ({territory}), or search for the layer again online.").format(
                    territory=self._kits[0].territory
                ),
            )
        inside = [kit for kit in self._kits if holds(kit, area)]
        if inside:
            return OfflineError(
                tr("“{title}” is not in the kit “{kit}”, and the plugin is offline.").format(
                    title=entry.title, kit=inside[0].title
                ),
                hint=tr("Leave this layer out, or make the kit again with it."),
            )
        gone = [str(folder) for folder in known_folders() if not folder.is_dir()]
        hint = tr("Choose a territory inside one of these kits: {kits}.").format(
            kits=", ".join(f"{kit.title} ({kit.territory})" for kit in self._kits)
        )
        if gone:
            hint += " " + tr("Or plug in again the USB key of: {folders}.").format(folders=", ".join(gone))
        return OfflineError(
            tr("“{title}” can't be fetched: the plugin is offline, and no kit holds this perimeter.").format(
                title=entry.title
            ),
            hint=hint,
        )


def of_kit(entry: Entry, kit: Kit) -> Entry:
    """The entry read from a kit. OfflineError where the training kit does not have it."""
    if kit.training and not _has(kit, entry.id):
        raise OfflineError(
            tr("“{title}” is not in the training kit.").format(title=entry.title),
            hint=tr("On the land of the training kit, only its own layers can be clipped: leave this one out."),
        )
    return replace(entry, service=LOCAL, layer=f"{kit.data}|layername={entry.id}")


def _has(kit: Kit, name: str) -> bool:
    connection = connect(kit.data, read_only=True)
    try:
        return name in layer_names(connection)
    finally:
        connection.close()


def holds(kit: Kit, area: Area) -> bool:
    """Whether an area lies inside a kit: its territories by their codes, a drawing or a buffer by the ground."""
    if kit.holds(dict(area.codes)):
        return True
    if area.perimeter is None:
        return False
    return bool(_land(kit.land, kit.crs, area.crs.authid()).contains(area.perimeter))


@lru_cache(maxsize=8)
def _land(wkt: str, crs: str, asked: str) -> QgsGeometry:
    land = QgsGeometry.fromWkt(wkt)
    known = QgsCoordinateReferenceSystem(crs)
    widened = land.buffer(_TOLERANCE if not known.isGeographic() else _TOLERANCE / 111_320, 2)
    return transformed(widened, known, QgsCoordinateReferenceSystem(asked))


def in_training_kit(geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> bool:
    """Whether a geometry lies on the invented land of the training kit, in the sea: only a trainee draws there."""
    data = training_kit().data
    row = _extent(data, data.stat().st_mtime_ns) if data.is_file() else None
    if row is None or None in row:
        return False
    box = transformed(geometry, crs, QgsCoordinateReferenceSystem(f"EPSG:{row[4]}")).boundingBox()
    return QgsRectangle(*row[:4]).buffered(_SHORE).contains(box)


@lru_cache(maxsize=2)
def _extent(data: Path, _modified: int) -> tuple[Any, ...] | None:
    """The bounds of the invented land and its CRS; asked for each of the territories of a lot."""
    connection = connect(data, read_only=True)
    try:
        row = connection.execute(
            "SELECT min_x, min_y, max_x, max_y, srs_id FROM gpkg_contents WHERE table_name = 'admin_region'"
        ).fetchone()
    finally:
        connection.close()
    return tuple(row) if row else None
