"""What the user has chosen to clip by, and its outline on the ground."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..i18n import tr
from .tasks import AlgorithmRun, FunctionRun, Work

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..territory import Territory
    from ..territory.perimeter import Perimeter

# Metres: what the outline on the screen may lose, by kind. The clip itself is exact.
_SIMPLIFIED = {"departement": 20.0, "region": 50.0}
_SIMPLIFIED_ELSEWHERE = 2.0


@dataclass(frozen=True)
class Choice:
    """A territory, or polygons of the user's own."""

    name: str
    territory: Territory | None = None
    perimeter: Perimeter | None = None

    @property
    def kind(self) -> str:
        """The kind of territory; "" for polygons."""
        return self.territory.kind if self.territory else ""

    def parameters(self) -> dict[str, Any]:
        """How the algorithms are told of it."""
        if self.territory is not None:
            return {"TERRITORY": self.territory.id}
        return {"PERIMETER": polygon_layer(self.perimeter)} if self.perimeter is not None else {}


@dataclass(frozen=True)
class Outline:
    """A choice on the ground, buffer included: what is drawn, zoomed to, and measured (m²)."""

    geometry: QgsGeometry
    crs: QgsCoordinateReferenceSystem
    area: float


@dataclass(frozen=True)
class Polygons:
    """Polygons taken from a layer or drawn, safe to read in another thread."""

    name: str
    crs: QgsCoordinateReferenceSystem
    geometries: tuple[QgsGeometry, ...] = ()
    source: QgsVectorLayerFeatureSource | None = field(default=None, compare=False)
    request: QgsFeatureRequest | None = field(default=None, compare=False)

    @classmethod
    def of_layer(cls, layer: QgsVectorLayer, *, selected: bool) -> Polygons:
        """The polygons of a layer, or of its selection, as they are now. Main thread."""
        request = QgsFeatureRequest()
        if selected:
            request.setFilterFids(layer.selectedFeatureIds())
        request.setNoAttributes()
        return cls(layer.name(), layer.crs(), source=QgsVectorLayerFeatureSource(layer), request=request)

    def perimeter(self) -> Perimeter:
        """One valid perimeter. Raises TerritoryError where they can't clip."""
        from ..territory.perimeter import of_polygons

        geometries = list(self.geometries)
        if self.source is not None and self.request is not None:
            geometries = [feature.geometry() for feature in self.source.getFeatures(self.request)]
        return of_polygons(geometries, self.crs, self.name)


def polygon_layer(perimeter: Perimeter) -> QgsVectorLayer:
    """A perimeter as a layer in memory, for the parameter of an algorithm."""
    layer = QgsVectorLayer("MultiPolygon", perimeter.name, "memory")
    layer.setCrs(perimeter.crs)
    feature = QgsFeature()
    feature.setGeometry(perimeter.geometry)
    layer.dataProvider().addFeature(feature)
    return layer


class OutlineFinder(QObject):
    """Finds the outline of a choice in a task; a later question replaces an earlier one."""

    found = pyqtSignal(object)  # Outline
    failed = pyqtSignal(str, str)  # message, hint

    def __init__(self) -> None:
        super().__init__()
        self._work: Work | None = None

    def find(self, choice: Choice, buffer: float) -> None:
        """Asks for the outline of a choice widened by `buffer` metres."""
        self.stop()
        if choice.territory is not None:
            self._ask_algorithm(choice.territory, buffer)
        elif choice.perimeter is not None:
            perimeter = choice.perimeter
            self._run(
                FunctionRun(tr("Outline of the perimeter"), lambda: _outline(perimeter.buffered(buffer))),
                lambda outline: outline,
            )

    def stop(self) -> None:
        """Forgets what is being looked for."""
        if self._work is not None:
            self._work.forget()
            self._work = None

    def _ask_algorithm(self, territory: Territory, buffer: float) -> None:
        simplify = _SIMPLIFIED.get(territory.kind, _SIMPLIFIED_ELSEWHERE)
        run = AlgorithmRun(
            "dataterritoires:territory",
            {"TERRITORY": territory.id, "BUFFER": buffer, "SIMPLIFY": simplify, "OUTPUT": "TEMPORARY_OUTPUT"},
            hidden=True,
        )
        refusal = run.refusal()
        if refusal:
            self.failed.emit(refusal, "")
            return
        self._run(run, lambda results: _of_results(run, results))

    def _run(self, work: AlgorithmRun | FunctionRun, read: Callable[[Any], Outline]) -> None:
        def ended(result: object) -> None:
            self._work = None
            if result is not None:
                self.found.emit(read(result))
            elif work.error:
                self.failed.emit(work.error, work.hint)

        work.ended.connect(ended)
        self._work = work
        work.start()


def _outline(perimeter: Perimeter) -> Outline:
    return Outline(perimeter.geometry, perimeter.crs, perimeter.area)


def _of_results(run: AlgorithmRun, results: dict[str, Any]) -> Outline:
    layer = cast("QgsVectorLayer", run.context.takeResultLayer(results["OUTPUT"]))
    feature = next(iter(layer.getFeatures()))
    return Outline(QgsGeometry(feature.geometry()), layer.crs(), float(results["AREA"]))
