"""The one-click flow on the training kit, for every layer it has; run by the tests, where nothing can be sent."""

from __future__ import annotations

import json
import sqlite3
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT), "/usr/share/qgis/python/plugins"]
KIT = PROJECT / "resources" / "training" / "kit.gpkg"
TERRITORIES = ("commune:00002", "epci:000000001", "commune_deleguee:00008")
WHOLE = "epci:000000001"  # every layer; of the others, a few
FEW = ("admin_commune", "bdtopo_batiment", "cadastre_parcelle", "urba_zone_urba", "rpg_codes_cultures")


def covered() -> list[str]:
    """The entries of the catalogue that the kit has."""
    with sqlite3.connect(f"file:{KIT}?mode=ro", uri=True) as base:
        names = {name for (name,) in base.execute("SELECT table_name FROM gpkg_contents")}
    base.close()
    from data_territoires_plugin.catalogue import load_catalogue

    return [entry.id for entry in load_catalogue().entries if entry.id in names]


def one_per_theme() -> list[str]:
    """The first entry covered of each theme."""
    from data_territoires_plugin.catalogue import load_catalogue

    catalogue = load_catalogue()
    return list({catalogue.entry(name).theme: name for name in reversed(covered())}.values())


def flow(run, folder: Path, layers: list[str]) -> dict[str, dict]:
    """Search, contour, clip, clip of one's own layers, project, refresh: what each gave."""
    from qgis.core import QgsProject

    from data_territoires_plugin.clip.project import add_to_project
    from data_territoires_plugin.territory import search

    given = {"found": {"COUNT": len(search("estran imaginaire"))}}
    for territory in TERRITORIES:
        name = territory.replace(":", "_")
        outline = run("territory", TERRITORY=territory, OUTPUT=str(folder / f"{name}_contour.gpkg"))
        given[f"contour {territory}"] = outline
        output = folder / f"{name}.gpkg"
        asked = layers if territory == WHOLE else FEW
        given[f"clip {territory}"] = run("clip", TERRITORY=territory, LAYERS=",".join(asked), OUTPUT=str(output))
        project = QgsProject()
        given[f"project {territory}"] = {"COUNT": len(add_to_project(project, output))}
        project.clear()
    first = folder / "epci_000000001.gpkg"
    drawn = str(folder / "epci_000000001_contour.gpkg")
    given["drawing"] = run("clip", PERIMETER=drawn, LAYERS="bdtopo_batiment", OUTPUT=str(folder / "dessin.gpkg"))
    given["own"] = run(
        "cliplayers",
        INPUTS=[f"{first}|layername=bdtopo_batiment"],
        PERIMETER=str(folder / "commune_00002_contour.gpkg"),
        OUTPUT=str(folder / "propres.gpkg"),
    )
    given["refresh"] = run("refresh", INPUT=str(folder / "commune_00002.gpkg"), OUTPUT=str(folder / "a_jour.gpkg"))
    return given


RECOMMENDED = ("commune:00002", "epci:000000001")


def one_click(run, folder: Path) -> dict[str, dict]:
    """What the buttons of the dock ask for, one after the other: each must end without the network."""
    from data_territoires_plugin.catalogue.selections import selections

    given = {}
    for territory in RECOMMENDED:
        output = str(folder / f"recommande_{territory.partition(':')[0]}.gpkg")
        given[f"recommended {territory}"] = run(
            "clip", TERRITORY=territory, LAYERS="recommended", SKIP_ABSENT=True, OUTPUT=output
        )
    for selection in selections():
        given[f"selection {selection.id}"] = run(
            "clip", TERRITORY="commune:00002", LAYERS=selection.id, SKIP_ABSENT=True,
            OUTPUT=str(folder / f"selection_{selection.id}.gpkg"),
        )  # fmt: skip
    clipped = given["recommended epci:000000001"]["OUTPUT"]
    zones = f"{clipped}|layername=urba_zone_urba"
    given["search"] = run("search", QUERY="bâtiments", SOURCE="catalogue", OUTPUT=str(folder / "trouve.gpkg"))
    given["state"] = run("refresh", INPUT=clipped, ASK_ONLY=True)
    given["standards"] = run("standards", OUTPUT=str(folder / "standards.gpkg"))
    given["validate"] = run("validate", INPUT=zones, STANDARD="plu_2024", TABLE="ZONE_URBA",
                            OUTPUT=str(folder / "anomalies.gpkg"))  # fmt: skip
    given["map"] = run("map", INPUT=zones, STANDARD="plu_2024", TABLE="ZONE_URBA",
                       OUTPUT=str(folder / "au_standard.gpkg"),
                       OUTPUT_MAPPING=str(folder / "correspondance.json"))  # fmt: skip
    given["template"] = run("template", STANDARD="plu_2024", OUTPUT=str(folder / "gabarit.gpkg"))
    return given


def main(folder: Path) -> None:
    """Runs the flow in a QGIS of its own."""
    from qgis.core import QgsApplication, QgsProcessingFeedback

    application = QgsApplication([], False)
    application.initQgis()
    import processing
    from processing.core.Processing import Processing

    Processing.initialize()
    from data_territoires_plugin.processing.provider import Provider

    provider = Provider()
    QgsApplication.processingRegistry().addProvider(provider)

    def run(name: str, **parameters):
        feedback = QgsProcessingFeedback(logFeedback=False)
        return processing.run(f"dataterritoires:{name}", parameters, feedback=feedback)

    print(json.dumps(flow(run, folder, [*one_per_theme(), "bdtopo_batiment"]), default=str))


if __name__ == "__main__":
    import os

    main(Path(sys.argv[1]))
    sys.stdout.flush()
    os._exit(0)  # QGIS's own teardown outside its program is not reliable
