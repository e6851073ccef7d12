#!/usr/bin/env python3
"""Builds the training kit: an invented territory, its GeoPackage and its rows of the COG.

`tools/qgis run -- python3 tools/build_kit.py` writes `resources/training/kit.gpkg` and `cog.tsv`. The same run gives
the same content: every draw has its fixed seed, every date is fixed, every coordinate is a multiple of 0.1 m.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from tools.kit import built, cadastre, cog, countryside, planning, topography, waters  # noqa: E402
from tools.kit.fabric import assemble, cut_up  # noqa: E402
from tools.kit.land import draw_land  # noqa: E402
from tools.kit.network import country_roads, main_roads, railway, sections, settlements  # noqa: E402
from tools.kit.shapes import Dice, blob, node, on_grid  # noqa: E402
from tools.kit.writer import Kit, write  # noqa: E402

TRAINING = PROJECT / "resources" / "training"


def invent() -> Kit:
    """The whole territory, ready to be written."""
    land = draw_land()
    roads = main_roads(land)
    places = settlements(land, roads)
    roads += country_roads(land, places, roads)
    rail = railway(land)
    outlines = [
        on_grid(blob(place.centre, place.radius, Dice(place.name), 24 if place.town else 10).intersection(land.ground))
        for place in places
    ]
    fabric = cut_up(land, roads, rail, places, outlines)
    assemble(fabric, land, roads, rail, outlines)
    cadastre.number_parcels(fabric, land, places)
    roles = built.give_roles(fabric, places)
    countryside.give_uses(fabric, land)
    ways = roads + fabric.streets + fabric.paths
    cut = sections(ways, node([way.line for way in ways]))
    buildings, doors = built.build(fabric, built.Streets(cut), places)
    kit = Kit()
    communes = cadastre.outlines(fabric)
    cadastre.tell_territories(kit, fabric, communes, land)
    cadastre.tell_cadastre(kit, fabric, communes)
    buildings += built.sheds(countryside.straddling(communes))
    built.tell_buildings(kit, buildings)
    built.number_streets(kit, doors, {commune.code: commune.name for commune in built.COMMUNES.values()})
    topography.tell_roads(kit, cut, land, communes)
    topography.tell_railway_and_power(kit, rail, land, communes)
    waters.tell_water(kit, land)
    topography.tell_places(kit, places, outlines, roles, land)
    topography.tell_constructions(kit, land)
    countryside.tell(kit, fabric, land, communes)
    planning.tell(kit, fabric, land, communes, places, roles)
    topography.tell_names(kit)
    return kit


def main() -> None:
    """Writes the kit where it is asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=TRAINING, help="where to write (resources/training)")
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    kit = invent()
    write(kit, folder / "kit.gpkg")
    (folder / "cog.tsv").write_text(cog.table(), encoding="utf-8", newline="\n")
    for name, rows in kit.rows.items():
        print(f"{name:42}{len(rows):>7}")
    print(f"{(folder / 'kit.gpkg').stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
