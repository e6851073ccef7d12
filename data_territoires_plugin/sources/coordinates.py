"""Which columns hold the coordinates, and what the figures in them are: recognised by names and by values; no QGIS.

Producers name them in many ways, swap them, and put metres in columns called lon and lat. The extents below tell: none
meets the mirror image of another, but that of Guyane in metres, where the names decide. CC47 alone meets Lambert-93
(Belle-Île and Corsica): the CRS of the catalogue decides there.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .dialect import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

WGS84 = "EPSG:4326"
# West, south, east, north of the parts of France, with their shores (EPSG registry, areas of use, rounded outward).
DEGREES = (
    (-6.0, 41.0, 10.0, 51.6),  # mainland and Corsica
    (-63.3, 14.2, -60.5, 18.3),  # Antilles
    (-55.0, 2.0, -51.0, 6.2),  # Guyane
    (55.0, -21.6, 56.0, -20.7),  # La Réunion
    (44.7, -13.3, 45.5, -12.4),  # Mayotte
    (-56.7, 46.6, -55.9, 47.3),  # Saint-Pierre-et-Miquelon
    (-178.5, -14.6, -175.9, -13.0),  # Wallis-et-Futuna
    (-155.0, -28.0, -134.0, -7.5),  # Polynésie française
    (162.0, -23.5, 169.0, -17.5),  # Nouvelle-Calédonie
)
# The same in metres: the legal projections where their figures can be told apart.
METRES = (
    ("EPSG:2154", 0.0, 6_000_000.0, 1_320_000.0, 7_200_000.0),
    ("EPSG:5490", 480_000.0, 1_570_000.0, 750_000.0, 2_030_000.0),
    ("EPSG:2972", 90_000.0, 220_000.0, 560_000.0, 690_000.0),
    ("EPSG:2975", 300_000.0, 7_620_000.0, 400_000.0, 7_720_000.0),
    ("EPSG:4471", 490_000.0, 8_540_000.0, 550_000.0, 8_630_000.0),
    ("EPSG:4467", 510_000.0, 5_160_000.0, 590_000.0, 5_240_000.0),
    # The nine zones CC42…CC50: 1 700 000 m at 3° east, one million metres apart in y (150 km around the parallel).
    *(
        (f"EPSG:{3900 + zone}", 1_000_000.0, (zone - 41) * 1e6 + 30_000, 2_400_000.0, (zone - 41) * 1e6 + 370_000)
        for zone in range(42, 51)
    ),
)
_EAST = re.compile(r"x|lon|long|lng|longitude|xlong|xlon|xlongitude|x(l|lamb|lambert)?93|xwgs84|easting")
_NORTH = re.compile(r"y|lat|latitude|ylat|ylatitude|y(l|lamb|lambert)?93|ywgs84|northing")
_ANGLE = re.compile(r"x?(lon|long|lng|longitude)|y?lat(itude)?|[xy]wgs84")
_PAIR_NAMES = re.compile(
    r"coordonnees?_?xy|geo_?point(_2d)?|geopoint|position|coordonnees(_.*)?|coordinates|coords?|gps|lat_?lon|lon_?lat"
    r"|lat_?long|localisation|location|point_geo|xy"
)
_NORTH_FIRST = re.compile(r"geo_?point(_2d)?|geopoint|lat_?lon|lat_?long|gps|position")
_NUMBER = r"([-+]?\d+(?:[.,]\d+)?(?:[eE][-+]?\d+)?)"
_PAIR = re.compile(rf"[\[(]?\s*{_NUMBER}\s*(?:[,;]|\s)\s*{_NUMBER}\s*[\])]?")
WKT = re.compile(
    r"\s*(?:SRID=(\d+);)?\s*((?:MULTI)?(?:POINT|LINESTRING|POLYGON)|GEOMETRYCOLLECTION)\s*(?:Z|M|ZM)?\s*(?:\(|EMPTY)",
    re.IGNORECASE,
)
_ENOUGH = 0.6  # of the filled values: a column is what most of its values are
_WITHIN = 0.9  # of the values of a projection in its extent, before it is taken for it


@dataclass(frozen=True)
class Place:
    """Where the coordinates of a row are. `form`: columns (x, y), pair (“lon,lat”), wkt, geojson."""

    form: str
    columns: tuple[int, ...]
    crs: str = WGS84
    swapped: bool = False  # the first figure is the north one

    def note(self) -> list[object]:
        """As a plan keeps it."""
        return [self.form, list(self.columns), self.crs, self.swapped]


def place_of(names: Sequence[str], rows: Sequence[Sequence[str]], hint: str = "", crs: str = "") -> Place | None:
    """The place of the coordinates in a sample of rows, None where there is none.

    `hint`: the column (or two, “x,y”) that the catalogue names; `crs`: what it says of metres that no extent knows.
    """
    hinted = _hinted(names, hint)
    candidates = [hinted] if hinted else [*_pairs_of_columns(names), *((at,) for at in range(len(names)))]
    for columns in candidates:
        named = len(columns) == 2 or bool(hinted) or bool(_PAIR_NAMES.fullmatch(plain(names[columns[0]])))
        place = _double(columns, rows, crs) if len(columns) == 2 else _single(columns[0], names, rows, crs, named=named)
        if place:
            return place
    return None


def number(text: str) -> float | None:
    """A figure, written with a point or a comma; None where it is none."""
    try:
        return float(text)
    except ValueError:
        pass
    try:
        return float(text.strip().replace(",", ".").replace("\u202f", "").replace("\xa0", ""))
    except ValueError:
        return None


def pair(text: str) -> tuple[float, float] | None:
    """The two figures of “[lon,lat]”, “lat, lon”, “x y” or {"lon": …, "lat": …} (then longitude first)."""
    if text.lstrip().startswith("{"):
        return _of_object(text)
    found = _PAIR.fullmatch(text.strip())
    if not found:
        return None
    first, second = number(found[1]), number(found[2])
    return None if first is None or second is None else (first, second)


def kind_of(x: float, y: float) -> tuple[str, bool]:
    """The CRS in which (x, y) lies in France, and whether they are swapped; ("", False) where nothing tells."""
    for swapped, (east, north) in ((False, (x, y)), (True, (y, x))):
        if abs(east) <= 180 and abs(north) <= 90:
            if any(west <= east <= right and south <= north <= top for west, south, right, top in DEGREES):
                return WGS84, swapped
            continue
        for crs, west, south, right, top in METRES:
            if west <= east <= right and south <= north <= top:
                return crs, swapped
    return "", False


def _hinted(names: Sequence[str], hint: str) -> tuple[int, ...]:
    """The columns that a hint names, none where the file has not all of them."""
    wanted = [plain(part) for part in hint.split(",") if part.strip()]
    known = [plain(name) for name in names]
    return tuple(known.index(name) for name in wanted) if wanted and all(name in known for name in wanted) else ()


def _pairs_of_columns(names: Sequence[str]) -> list[tuple[int, int]]:
    """East and north columns that bear the same name but for that, degrees first."""
    east: dict[tuple[str, ...], list[int]] = {}
    north: dict[tuple[str, ...], list[int]] = {}
    angles: set[int] = set()
    for at, name in enumerate(names):
        words = [word for word in plain(re.sub(r"(?<=[a-z])(?=[XY])", "_", name)).split("_") if word]
        rest = tuple(word for word in words if not (_EAST.fullmatch(word) or _NORTH.fullmatch(word)))
        is_east, is_north = (any(role.fullmatch(word) for word in words) for role in (_EAST, _NORTH))
        if is_east != is_north:
            (east if is_east else north).setdefault(rest, []).append(at)
        if any(_ANGLE.fullmatch(word) for word in words):
            angles.add(at)
    found = []
    for rest, columns in east.items():
        for angle in (True, False):
            first = [at for at in columns if (at in angles) is angle]
            second = [at for at in north.get(rest, []) if (at in angles) is angle]
            found += [(not angle, x, y) for x, y in zip(first, second, strict=False)]
    return [(x, y) for _, x, y in sorted(found)]


def _double(columns: tuple[int, ...], rows: Sequence[Sequence[str]], crs: str) -> Place | None:
    x, y = columns
    filled = [(row[x], row[y]) for row in rows if row[x].strip() and row[y].strip()]
    figures = [(number(first), number(second)) for first, second in filled]
    known = [(first, second) for first, second in figures if first is not None and second is not None]
    if not known or len(known) < _ENOUGH * len(filled):
        return None
    told = _majority(known, crs)
    return Place("columns", (x, y), *told) if told else None


def _single(column: int, names: Sequence[str], rows: Sequence[Sequence[str]], crs: str, *, named: bool) -> Place | None:
    values = [row[column] for row in rows if row[column].strip()]
    if not values:
        return None
    wkt = [found for found in map(WKT.match, values) if found]
    if len(wkt) >= _ENOUGH * len(values):
        srid = Counter(found[1] for found in wkt).most_common(1)[0][0]
        return Place("wkt", (column,), f"EPSG:{srid}" if srid else _of_wkt(values, crs))
    if sum('"coordinates"' in value and value.lstrip().startswith("{") for value in values) >= _ENOUGH * len(values):
        return Place("geojson", (column,))
    if not named:
        return None
    known = [found for found in map(pair, values) if found]
    if len(known) < _ENOUGH * len(values):
        return None
    told = _majority(known, crs)
    if told and not any(kind_of(*each)[0] for each in known):
        told = (told[0], bool(_NORTH_FIRST.fullmatch(plain(names[column]))))  # outside France: the name tells
    return Place("pair", (column,), *told) if told else None


def _majority(known: Sequence[tuple[float, float]], crs: str) -> tuple[str, bool] | None:
    """The CRS and the order of most of the figures; what the catalogue says where they are in no known extent."""
    for name, west, south, east, north in METRES:
        if name == crs and all(west <= x <= east and south <= y <= north for x, y in known if x or y):
            return crs, False
    told = Counter(kind_of(x, y) for x, y in known if x or y)
    unknown = told.pop(("", False), 0)
    if told:
        (best, swapped), count = told.most_common(1)[0]
        if best == WGS84 or count >= _WITHIN * (count + unknown):
            return best, swapped
    if all(abs(x) <= 180 and abs(y) <= 180 for x, y in known):
        return WGS84, False
    return (crs, False) if crs and crs != WGS84 else None


def _of_wkt(values: Sequence[str], crs: str) -> str:
    """The CRS of WKT that says none: that of its first figures."""
    known = []
    for value in values[:50]:
        figures = re.findall(_NUMBER, value.replace(",", " "))[:2]
        if len(figures) == 2:
            known.append((float(figures[0]), float(figures[1])))
    told = _majority(known, crs)
    return told[0] if told else crs or WGS84


def _of_object(text: str) -> tuple[float, float] | None:
    try:
        content = json.loads(text)
    except ValueError:
        return None
    if not isinstance(content, dict):
        return None
    lower = {str(key).lower(): value for key, value in content.items()}
    east = next((lower[name] for name in ("lon", "lng", "long", "longitude", "x") if name in lower), None)
    north = next((lower[name] for name in ("lat", "latitude", "y") if name in lower), None)
    if east is None or north is None:
        return None
    first, second = number(str(east)), number(str(north))
    return None if first is None or second is None else (first, second)
