"""The polygon that clips: a territory's contour, a buffer of it, a layer, a drawing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsFeedback, QgsGeometry, QgsPointXY

from ..errors import TerritoryError
from ..i18n import tr
from ..sources import in_training_kit
from ..sources.outline import transformed
from .cog import tables
from .contours import Contour, contour_of
from .legal_crs import LEGAL_CRS, common_crs
from .resolve import territories
from .zonings import BASSIN_DE_VIE, ZONINGS, composed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..network import Pool
    from .cog import Territory

_WIDEST = 2_000_000.0  # metres: wider than mainland France and Corsica together
_PARTS = ("arrondissement_municipal", "commune_deleguee", "commune_associee")
_OF_COMMUNES = ("commune", "epci", "departement", "region", BASSIN_DE_VIE)
WGS84 = "EPSG:4326"


@dataclass(frozen=True)
class Perimeter:
    """A valid multipolygon, and what it stands for."""

    geometry: QgsGeometry
    crs: QgsCoordinateReferenceSystem
    name: str
    territory: str = ""  # "epci:243500139", several separated by commas; "" for polygons
    kind: str = ""  # of the territory, where there is one kind only
    codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # kind → codes, see `sources.base.Area`
    edition: str = ""  # of the contour, and where it comes from
    communes: int = 0
    training: bool = False

    @property
    def area(self) -> float:
        """Square metres, in the plane of the CRS (on the ellipsoid where the CRS is in degrees)."""
        if not self.crs.isGeographic():
            return float(self.geometry.area())
        from qgis.core import QgsCoordinateTransformContext, QgsDistanceArea

        measure = QgsDistanceArea()
        measure.setSourceCrs(self.crs, QgsCoordinateTransformContext())
        measure.setEllipsoid("GRS80")
        return float(measure.measureArea(self.geometry))

    def buffered(self, metres: float) -> Perimeter:
        """The perimeter widened (narrowed where negative) by `metres`: it then stands for no code any more."""
        if not metres:
            return self
        if self.crs.isGeographic():
            plane = QgsCoordinateReferenceSystem(zone_of(self.geometry, self.crs))
            wide = replace(self, geometry=transformed(self.geometry, self.crs, plane), crs=plane).buffered(metres)
            return replace(wide, geometry=transformed(wide.geometry, plane, self.crs), crs=self.crs)
        geometry = self.geometry.buffer(metres, 16)
        if geometry.isEmpty():
            raise TerritoryError(
                tr("Nothing is left of the perimeter with a buffer of {metres} m.").format(metres=f"{metres:g}"),
                hint=tr("A negative buffer narrows: choose a smaller one."),
            )
        geometry.convertToMultiType()
        return replace(self, geometry=geometry, codes={}, name=f"{self.name} ({metres:+g} m)")

    def simplified(self, metres: float) -> Perimeter:
        """The perimeter with fewer vertices, within `metres`."""
        if metres <= 0:
            return self
        geometry = self.geometry.simplify(metres if not self.crs.isGeographic() else metres / 111_320).makeValid()
        return replace(self, geometry=_polygons(geometry), codes={})


def of_territories(
    text: str, pool: Pool, feedback: QgsFeedback, crs: QgsCoordinateReferenceSystem | None = None
) -> Perimeter:
    """The perimeter of "kind:code[,kind:code…]", in `crs` or the legal CRS of the territory.

    Raises TerritoryError (unknown code, zones without a common CRS) and NetworkError (no contour to be had).
    """
    found = tuple(composed(territory, feedback) for territory in territories(text))
    if crs is None or not crs.isValid():
        crs = QgsCoordinateReferenceSystem(_legal_crs(found, pool, feedback))
    contours = [contour_of(territory, crs, pool, feedback) for territory in found]
    geometry = (
        QgsGeometry.unaryUnion([contour.geometry for contour in contours])
        if len(contours) > 1
        else contours[0].geometry
    )
    kinds = {territory.kind for territory in found}
    return Perimeter(
        _polygons(geometry),
        crs,
        ", ".join(contour.name or territory.name for territory, contour in zip(found, contours, strict=True)),
        ",".join(territory.id for territory in found),
        kinds.pop() if len(kinds) == 1 else "",
        _codes(found),
        _editions(contours),
        sum(len(territory.communes) or int(territory.kind not in ZONINGS) for territory in found),
        any(territory.training for territory in found),
    )


def _legal_crs(found: tuple[Territory, ...], pool: Pool, feedback: QgsFeedback) -> str:
    """The legal CRS of territories: by their départements, or by the place of the zonings, whose code tells none."""
    if not any(territory.kind in ZONINGS for territory in found):
        return common_crs(found)
    degrees = QgsCoordinateReferenceSystem(WGS84)
    zones: dict[str, str] = {}
    for territory in found:
        if territory.kind in ZONINGS:
            zone = zone_of(contour_of(territory, degrees, pool, feedback).geometry, degrees)
        else:
            zone = common_crs((territory,))
        zones.setdefault(zone, territory.name)
    if len(zones) > 1:
        listed = ", ".join(f"{name} ({crs})" for crs, name in zones.items())
        raise TerritoryError(
            tr("These territories have different legal projections: {list}.").format(list=listed),
            hint=tr("Do them one after the other, or choose a coordinate reference system yourself."),
        )
    return next(iter(zones))


def of_polygons(geometries: Iterable[QgsGeometry], crs: QgsCoordinateReferenceSystem, name: str) -> Perimeter:
    """The perimeter made of polygons (a layer, a selection, a drawing), in their CRS.

    Raises TerritoryError where they can't clip: no CRS, nothing, not polygons, self-crossing, misplaced coordinates.
    """
    if not crs.isValid():
        raise TerritoryError(
            tr("The perimeter has no coordinate reference system."),
            hint=tr("Give one to its layer: right click, “Layer CRS”, then try again."),
        )
    shapes = [geometry for geometry in geometries if not geometry.isNull() and not geometry.isEmpty()]
    if not shapes:
        raise TerritoryError(
            tr("The perimeter is empty."), hint=tr("Choose a layer or a selection that has at least one polygon.")
        )
    if any(shape.type() != Qgis.GeometryType.Polygon for shape in shapes):
        raise TerritoryError(
            tr("The perimeter must be made of polygons."), hint=tr("Lines and points need a buffer first.")
        )
    for shape in shapes:
        _refuse_crossing(shape)
    _refuse_misplaced(shapes, crs)
    union = QgsGeometry.unaryUnion(shapes) if len(shapes) > 1 else QgsGeometry(shapes[0])
    union.get().dropZValue()
    union.get().dropMValue()
    return Perimeter(_polygons(union), crs, name, training=in_training_kit(union, crs))


def projected(perimeter: Perimeter, crs: QgsCoordinateReferenceSystem | None = None) -> Perimeter:
    """The perimeter in `crs`, or in the legal CRS of the place where it lies."""
    if crs is None or not crs.isValid():
        crs = QgsCoordinateReferenceSystem(zone_of(perimeter.geometry, perimeter.crs))
    if crs == perimeter.crs:
        return perimeter
    return replace(perimeter, geometry=_polygons(transformed(perimeter.geometry, perimeter.crs, crs)), crs=crs)


def zone_of(geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> str:
    """The legal CRS (EPSG:…) of the part of France where a geometry lies. TerritoryError: outside, or across zones."""
    box = transformed(geometry, crs, QgsCoordinateReferenceSystem(WGS84)).boundingBox()
    for code in LEGAL_CRS:
        if QgsCoordinateReferenceSystem(code).bounds().contains(box):
            return code
    raise TerritoryError(
        tr("The perimeter lies outside France, or spreads over several of its legal coordinate systems."),
        detail=f"{box.toString(4)} EPSG:4326",
        hint=tr("Choose the CRS of the result yourself, or clip one territory at a time."),
    )


def _refuse_crossing(shape: QgsGeometry) -> None:
    if shape.isGeosValid():
        return
    errors = shape.validateGeometry(Qgis.GeometryValidationEngine.Geos)
    where = errors[0].where() if errors else QgsPointXY()
    raise TerritoryError(
        tr("The perimeter crosses itself near {x}, {y}.").format(x=f"{where.x():.2f}", y=f"{where.y():.2f}"),
        detail=errors[0].what() if errors else "",
        hint=tr("Repair it first: Processing toolbox, “Fix geometries”."),
    )


def _refuse_misplaced(shapes: list[QgsGeometry], crs: QgsCoordinateReferenceSystem) -> None:
    """Degrees in a CRS of metres, metres in a CRS of degrees, or polygons so far apart that one of them is lost."""
    box = shapes[0].boundingBox()
    for shape in shapes[1:]:
        box.combineExtentWith(shape.boundingBox())
    degrees = (
        max(abs(box.xMinimum()), abs(box.xMaximum())) <= 180 and max(abs(box.yMinimum()), abs(box.yMaximum())) <= 90
    )
    if degrees != crs.isGeographic():
        raise TerritoryError(
            tr("The coordinates of the perimeter ({x}, {y}) are not those of its CRS, {crs}.").format(
                x=f"{box.center().x():.1f}", y=f"{box.center().y():.1f}", crs=crs.authid() or crs.description()
            ),
            hint=tr("The layer was given a wrong CRS: correct it (“Layer CRS”), don't reproject."),
        )
    widest = _WIDEST / 111_320 if crs.isGeographic() else _WIDEST
    if max(box.width(), box.height()) > widest:
        raise TerritoryError(
            tr("The perimeter is wider than {km} km: its polygons lie in different parts of the world.").format(
                km=int(_WIDEST / 1000)
            ),
            hint=tr("Keep the polygons of one territory, and clip the others separately."),
        )


def _polygons(geometry: QgsGeometry) -> QgsGeometry:
    """A multipolygon, whatever a union or a repair gave."""
    result = QgsGeometry(geometry)
    if result.wkbType() == Qgis.WkbType.GeometryCollection:
        result.convertGeometryCollectionToSubclass(Qgis.GeometryType.Polygon)
    result.convertToMultiType()
    if result.isEmpty() or result.type() != Qgis.GeometryType.Polygon:
        raise TerritoryError(
            tr("The perimeter is empty."), hint=tr("Choose a territory or a polygon that covers some ground.")
        )
    if not result.isGeosValid():
        result = result.makeValid()
        result.convertToMultiType()
    return result


def _codes(found: tuple[Territory, ...]) -> dict[str, tuple[str, ...]]:
    """The codes that select the territories: of their own kind where they share one, and of their communes."""
    codes: dict[str, tuple[str, ...]] = {}
    kinds = {territory.kind for territory in found}
    if len(kinds) == 1:
        codes[kinds.pop()] = tuple(territory.code for territory in found)
    members = [territory.communes if territory.kind in _OF_COMMUNES else () for territory in found]
    if all(members):
        codes["commune"] = tuple(
            dict.fromkeys(code for communes in members for commune in communes for code in _with_parts(commune))
        )
    return codes


def _with_parts(commune: str) -> tuple[str, ...]:
    """A commune's code, and those of its parts.

    The cadastre and others know Paris, Lyon and Marseille by their arrondissements alone; a layer older than a merger
    knows a new commune by those that it is made of.
    """
    return (commune, *_parts().get(commune, ()))


@lru_cache(maxsize=1)
def _parts() -> dict[str, tuple[str, ...]]:
    """Code of a commune → codes of its arrondissements, of its delegated and associated communes."""
    parts: dict[str, list[str]] = {}
    for table in tables():
        for kind, code, *_rest, parent, _population in table.lines(*(f"\n{kind}\t" for kind in _PARTS)):
            if kind in _PARTS and parent and code != parent:
                parts.setdefault(parent, []).append(code)
    return {commune: tuple(sorted(codes)) for commune, codes in parts.items()}


def _editions(contours: list[Contour]) -> str:
    return " ; ".join(dict.fromkeys(contour.edition for contour in contours))
