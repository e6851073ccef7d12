"""make_project.py PROJECT.qgs '{"host":…}': a project of PostGIS tables, published for reading and writing."""

from __future__ import annotations

import json
import os
import sys

from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsDataSourceUri, QgsProject, QgsVectorLayer


def main(path: str, where: dict) -> None:
    """Writes the project; a table that can't be opened ends it."""
    project = QgsProject.instance()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
    project.setTitle("Territoire")
    ids = []
    for one in where["layers"]:
        table = one["table"]
        source = QgsDataSourceUri()
        source.setConnection(where["host"], str(where["port"]), where["database"], where["user"], where["password"])
        source.setDataSource("public", table, "geom", "", one["key"])
        source.setSrid(str(one["srid"]))
        layer = QgsVectorLayer(f"{source.uri(False)} type={one['kind']}", one["title"] or table, "postgres")
        if not layer.isValid():
            raise SystemExit(f"{table}: {layer.error().message()}")
        if one["style"]:
            layer.loadNamedStyle(one["style"])
        layer.serverProperties().setShortName(table)
        project.addMapLayer(layer)
        ids.append(layer.id())
    project.writeEntry("WFSLayers", "/", ids)
    for verb in ("Insert", "Update", "Delete"):
        project.writeEntry("WFSTLayers", verb, ids)
    for identifier in ids:
        project.writeEntry("WFSLayersPrecision", f"/{identifier}", 8)
    project.writeEntry("WMSCrsList", "/", ["EPSG:4326", "EPSG:2154", "EPSG:3857"])
    project.writeEntry("WMSServiceCapabilities", "/", True)
    if not project.write(path):
        raise SystemExit(project.error())


if __name__ == "__main__":
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False)
    application.initQgis()
    main(sys.argv[1], json.loads(sys.argv[2]))
    sys.stdout.flush()
    os._exit(0)  # leaving QGIS in order may crash at the very end
