"""Where French data may lie, in each coordinate reference system: what lies elsewhere has a wrong CRS or is lost.

Sources: validity domains of the validator of the Géoportail de l'urbanisme (IGNF/validator, projection.json) for
EPSG:2154, 32620, 2972, 2975 and 4471; others after the parameters of their projection and the place of the islands.
"""

from __future__ import annotations

from functools import lru_cache

Box = tuple[float, float, float, float]  # min x, min y, max x, max y, in the CRS

_METRES: dict[str, tuple[Box, ...]] = {
    "EPSG:2154": ((60_000, 6_010_000, 1_270_000, 7_130_000),),
    "EPSG:32620": ((680_000, 1_580_000, 750_000, 1_660_000), (470_000, 1_730_000, 730_000, 2_020_000)),
    "EPSG:5490": ((680_000, 1_580_000, 750_000, 1_660_000), (470_000, 1_730_000, 730_000, 2_020_000)),
    "EPSG:4559": ((680_000, 1_580_000, 750_000, 1_660_000), (470_000, 1_730_000, 730_000, 2_020_000)),
    "EPSG:2972": ((-100_000, 100_000, 500_000, 700_000),),
    "EPSG:2975": ((300_000, 7_620_000, 390_000, 7_710_000),),
    "EPSG:4471": ((490_000, 8_550_000, 540_000, 8_620_000),),
    "EPSG:4467": ((500_000, 5_150_000, 600_000, 5_250_000),),
}
_DEGREES: tuple[Box, ...] = (
    (-5.6, 41.2, 9.8, 51.3),  # mainland and Corsica
    (-63.3, 14.2, -60.7, 18.3),  # Guadeloupe, Martinique, Saint-Martin, Saint-Barthélemy
    (-54.8, 2.0, -51.5, 5.9),  # Guyane
    (55.1, -21.5, 55.9, -20.8),  # La Réunion
    (44.9, -13.2, 45.4, -12.5),  # Mayotte
    (-56.6, 46.6, -56.0, 47.2),  # Saint-Pierre-et-Miquelon
    (162.0, -24.0, 169.0, -18.0),  # Nouvelle-Calédonie
    (-155.0, -28.0, -134.0, -7.0),  # Polynésie
    (-178.5, -14.6, -175.9, -13.0),  # Wallis-et-Futuna
)
_GEOGRAPHIC = ("EPSG:4326", "OGC:CRS84", "EPSG:4258", "EPSG:4171", "EPSG:4979", "IGNF:WGS84")
_ZONE = 1.5 * 111_320  # metres: half the height of a CC zone, and its margin


@lru_cache(maxsize=16)
def extents(crs: str) -> tuple[Box, ...]:
    """The boxes in which a shape in the CRS "EPSG:…" may lie; () where nothing is known."""
    if crs in _GEOGRAPHIC:
        return _DEGREES
    zone = crs.removeprefix("EPSG:39")
    if zone in {str(number) for number in range(42, 51)}:  # RGF93 / CC42 to CC50: one million of northing a zone
        north = (int(zone) - 41) * 1_000_000 + 200_000
        return ((1_050_000, north - _ZONE, 2_310_000, north + _ZONE),)
    return _METRES.get(crs, ())
