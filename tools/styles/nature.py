"""Vegetation, forests, farmed parcels, protected areas, wine appellations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from qgis.PyQt.QtCore import Qt

from .labels import Label
from .model import AREA, LINE, OTHERS, Style, by_value, single
from .palette import HEDGE, NATURA, PROTECTED, VINE, WOOD, WOOD_EDGE, colour
from .symbols import Shape, area, beyond, dots, hatch, near, path, polygon, shown, stroke

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qgis.core import QgsFillSymbol, QgsSymbolLayer

# code_group of the RPG (1 to 28, as text) put together in readable families.
CROPS = [
    (["1", "3", "4"], "Blé, orge et autres céréales", "#f0dda0"),
    (["2"], "Maïs", "#ecc873"),
    (["14"], "Riz", "#cfe0c6"),
    (["5", "6", "7"], "Colza, tournesol et autres oléagineux", "#eee67f"),
    (["8", "15"], "Protéagineux, légumineuses à grains", "#cddc9a"),
    (["9", "24", "26"], "Cultures industrielles, fibres, canne à sucre", "#d8c4a3"),
    (["10"], "Semences", "#e4d3b8"),
    (["11", "12", "13"], "Gel, jachère", "#e5e2d6"),
    (["16"], "Fourrage", "#c3dca4"),
    (["18"], "Prairie permanente", "#b9d79c"),
    (["19"], "Prairie temporaire", "#d0e5b4"),
    (["17"], "Estive, lande", "#d5d3a6"),
    (["20", "22", "23", "27"], "Verger, fruits à coque, oliviers, arboriculture", "#cdbf8d"),
    (["21"], "Vigne", "#d9b3c4"),
    (["25"], "Légumes ou fleurs", "#f0c2b0"),
]


class Wood(NamedTuple):
    """A kind of vegetation: its values, its legend, fill and edge, and the marks that show its kind near the ground."""

    values: str | list[str]
    legend: str
    fill: str
    edge: str
    marks: tuple[QgsSymbolLayer, ...] = ()


def _wood(fill: str, edge: str, *marks: QgsSymbolLayer) -> QgsFillSymbol:
    """A soft green, its edge and its marks only near enough for them to help."""
    near_marks = (shown(layer.clone(), near(15_000)) for layer in marks)
    return polygon(area(fill), *near_marks, shown(stroke(edge, 0.15), near(30_000)))


def _leaves(code: str, distance: float = 3.4, size: float = 0.8) -> QgsSymbolLayer:
    return dots(code, distance, size)


def _needles(code: str, distance: float = 3.4) -> QgsSymbolLayer:
    return dots(code, distance, 1.1, Shape.Triangle)


def _shrubs(code: str) -> QgsSymbolLayer:
    return dots(code, 3.6, 0.8, Shape.Cross2)


def _poplars(code: str) -> QgsSymbolLayer:
    return dots(code, 2.5, 0.9, Shape.Diamond)


def _woods(name: str, field: str, woods: Sequence[Wood], **more: Any) -> Style:
    made = [(wood.values, wood.legend, _wood(wood.fill, wood.edge, *wood.marks)) for wood in woods]
    return Style(name, AREA, by_value(field, made), **more)


def _vegetation() -> Style:
    """The zones of vegetation of the BD TOPO, by `nature`."""
    mixed = (_leaves("#a9c78f"), _needles("#88a878", 5.4))
    tropical = ["Bananeraie", "Canne à sucre"]
    woods = [
        Wood(["Bois", "Zone arborée"], "Bois", WOOD, WOOD_EDGE),
        Wood("Forêt fermée de feuillus", "Forêt de feuillus", "#c8ddb3", "#9dbb86", (_leaves("#a9c78f"),)),
        Wood("Forêt fermée de conifères", "Forêt de conifères", "#bcd4ae", "#8fae80", (_needles("#88a878"),)),
        Wood("Forêt fermée mixte", "Forêt mixte", "#c2d9b0", "#96b483", mixed),
        Wood("Forêt ouverte", "Forêt ouverte", "#dfead0", "#b5c99f", (_leaves("#a9c78f", 5, 0.9),)),
        Wood("Peupleraie", "Peupleraie", "#d5e6bf", "#a5c28f", (_poplars("#96b97d"),)),
        Wood("Haie", "Haie", "#b5d1a0", HEDGE),
        Wood("Lande ligneuse", "Lande ligneuse", "#e6e5c8", "#c2c097", (_shrubs("#b3b17f"),)),
        Wood("Verger", "Verger", "#e2edc8", "#b3c78c", (_leaves("#9fbc74", 2.6, 0.9),)),
        Wood("Vigne", "Vigne", "#f0e2e7", "#c9a5b4", (hatch("#c08fa5", 60, 1.6, 0.2),)),
        Wood(tropical, "Bananeraie, canne à sucre", "#e6e3ae", "#bdb877", (hatch("#bdb877", 30, 1.8, 0.2),)),
        Wood("Mangrove", "Mangrove", "#c4dccb", "#86ad97", (_shrubs("#6f9f88"),)),
        Wood(OTHERS, "Autre végétation", "#dbe8cf", "#b3c7a2"),
    ]
    return _woods("vegetation", "nature", woods, fields=["nature"], smallest=400_000)


def _forest() -> Style:
    """The BD Forêt version 2, by the eleven classes of `tfv_g11`."""
    edge = "#b1c69b"
    woods = [
        Wood("Forêt fermée feuillus", "Forêt fermée de feuillus", "#c6dca9", "#93b377"),
        Wood("Forêt fermée conifères", "Forêt fermée de conifères", "#a9cbb0", "#73a07e"),
        Wood("Forêt fermée mixte", "Forêt fermée mixte", "#b7d3aa", "#82a978"),
        Wood("Forêt fermée sans couvert arboré", "Forêt fermée sans couvert arboré", "#e0e6cf", edge),
        Wood("Forêt ouverte feuillus", "Forêt ouverte de feuillus", "#deebc6", edge, (_leaves("#93b377", 4, 0.7),)),
        Wood("Forêt ouverte conifères", "Forêt ouverte de conifères", "#d2e3d2", edge, (_needles("#73a07e", 4),)),
        Wood("Forêt ouverte mixte", "Forêt ouverte mixte", "#d8e6cb", edge, (_leaves("#82a978", 4),)),
        Wood("Forêt ouverte sans couvert arboré", "Forêt ouverte sans couvert arboré", "#e9eddc", edge),
        Wood("Peupleraie", "Peupleraie", "#d9e8a9", "#a9bf6d", (_poplars("#a9bf6d"),)),
        Wood("Lande", "Lande", "#e6e1c0", "#c1b98c", (_shrubs("#b5ad7c"),)),
        Wood("Formation herbacée", "Formation herbacée", "#eef2d2", "#c9d3a0"),
        Wood(OTHERS, "Autre formation végétale", "#dfe9d5", edge),
    ]
    species = Label('"essence"', 20_000, 0, 7, "#4f6f45", italic=True, least=9, priority=2)
    return _woods("foret", "tfv_g11", woods, fields=["tfv_g11", "essence"], labels=[species], smallest=600_000)


def _crops() -> Style:
    def crop(fill: str) -> QgsFillSymbol:
        return polygon(area(fill, 190), shown(stroke("#9d9060", 0.18), near(50000)))

    return Style(
        "rpg",
        AREA,
        by_value(
            'to_string("code_group")',
            [*((codes, legend, crop(fill)) for codes, legend, fill in CROPS), (OTHERS, "Divers", crop("#e3ddd3"))],
        ),
        ["code_group", "code_cultu"],
        [Label('"code_cultu"', 10_000, 0, 6.5, "#766a3c", least=6, priority=2)],
        300_000,
    )


def _protected(code: str, angle: float) -> QgsFillSymbol:
    """Hatches that let the map be seen, a band inside the limit that tells which side is protected."""
    return polygon(
        area(code, 14),
        shown(hatch(code, angle, 3.0, 0.18, alpha=150), beyond(5_000)),
        stroke(code, 1.4, alpha=60, inside=0.7),
        stroke(code, 0.35),
    )


def styles() -> Iterator[Style]:
    """What grows, and what is protected."""
    yield _vegetation()
    fine = stroke(HEDGE, 1, cap=Qt.PenCapStyle.RoundCap, metres=(3.5, 0.3, 1.8))
    yield Style("haie", LINE, single(path(fine)), smallest=45_000)
    yield _forest()
    public = "#4f8a3f"
    yield Style(
        "foret_publique",
        AREA,
        single(polygon(area(public, 22), stroke(public, 1.0, alpha=60, inside=0.5), stroke(public, 0.3, (2.4, 0.8)))),
        ["toponyme"],
        [Label('"toponyme"', 80_000, 0, 8, "#3c6a30", italic=True, least=8)],
        800_000,
    )
    yield _crops()
    parks = Label(
        '"toponyme"', 400_000, 5_000, 8.5, colour(PROTECTED).darker(130).name(), italic=True, least=8, halo=1.0
    )
    yield Style("parc_ou_reserve", AREA, single(_protected(PROTECTED, 45.0)), ["toponyme"], [parks])
    # For sources without a field to tell one kind from another.
    yield Style("foret_surf", AREA, single(_wood(WOOD, WOOD_EDGE)), smallest=600_000)
    yield Style(
        "agricole_surf",
        AREA,
        single(polygon(area("#d9dfa8", 150), shown(stroke("#9d9060", 0.18), near(50_000)))),
        smallest=300_000,
    )
    yield Style("protege_surf", AREA, single(_protected(PROTECTED, 45.0)))
    for name, code, angle in (("espace_protege", PROTECTED, 45.0), ("natura2000", NATURA, 135.0)):
        label = Label(
            '"nom_site"', 400_000, 5_000, 8.5, colour(code).darker(130).name(), italic=True, least=8, halo=1.0
        )
        yield Style(name, AREA, single(_protected(code, angle)), ["nom_site"], [label])
    yield Style(
        "aoc",
        AREA,
        single(polygon(area(VINE, 26), hatch(VINE, 60, 2.2, 0.14, alpha=130), stroke(VINE, 0.25))),
        ["denom"],
        [Label('"denom"', 25_000, 0, 7.5, colour(VINE).darker(120).name(), italic=True, least=10, priority=2)],
        500_000,
    )
