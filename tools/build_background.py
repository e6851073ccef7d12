"""Draws the background of the training kit: what stands for the streams of the theme “fonds” without network.

    tools/qgis run -- python3 tools/build_background.py
writes resources/training/fond.tif: the invented land, drawn from the kit with the styles of the plugin, 5 m a pixel.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(PROJECT), "/usr/share/qgis/python/plugins"]
OUTPUT = PROJECT / "resources" / "training" / "fond.tif"
PIXEL = 5.0  # metres
LAYERS = (
    "bdtopo_surface_hydrographique,bdtopo_troncon_hydrographique,bdtopo_zone_d_estran,bdtopo_zone_de_vegetation,"
    "bdtopo_troncon_de_route,bdtopo_troncon_de_voie_ferree,bdtopo_batiment,bdtopo_zone_d_habitation,admin_commune"
)


def main() -> None:
    """Clips, draws, and compresses."""
    os.environ["DATA_TERRITOIRES_OFFLINE"] = "1"
    from tools.demo import clip
    from tools.headless import start_qgis

    qgis = start_qgis()
    from osgeo import gdal
    from qgis.core import QgsProject, QgsVectorLayer

    from data_territoires_plugin.clip.project import add_to_project
    from tools.styles.render import render_layers

    gdal.UseExceptions()
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "region.gpkg"
        clip({"TERRITORY": "region:00", "LAYERS": LAYERS, "OUTPUT": str(output), "CUT": "whole"})
        project = QgsProject()
        add_to_project(project, output)
        land = QgsVectorLayer(f"{output}|layername=admin_commune", "", "ogr")
        extent, crs = land.extent(), land.crs()
        extent.grow(1000)
        size = (round(extent.width() / PIXEL), round(extent.height() / PIXEL))
        picture = Path(folder) / "fond.png"
        drawn = render_layers(project.layerTreeRoot().layerOrder(), extent, crs, picture, size=size)
        bounds = [extent.xMinimum(), extent.yMaximum(), extent.xMaximum(), extent.yMinimum()]
        tiled = ["COMPRESS=JPEG", "JPEG_QUALITY=70", "PHOTOMETRIC=YCBCR", "TILED=YES"]
        options = gdal.TranslateOptions(
            format="GTiff",
            bandList=[1, 2, 3],
            outputSRS="EPSG:2154",
            outputBounds=bounds,
            creationOptions=tiled,
            stats=True,
        )
        made = gdal.Translate(str(OUTPUT), str(picture), options=options)
        made.BuildOverviews("AVERAGE", [2, 4, 8, 16])
        made.Close()
        print(f"{drawn.width()} × {drawn.height()}, {OUTPUT.stat().st_size / 1e6:.1f} MB")
        project.clear()
    sys.stdout.flush()
    del qgis
    os._exit(0)  # QGIS's own teardown outside its program is not reliable


if __name__ == "__main__":
    main()
