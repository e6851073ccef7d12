"""Layers whose source is no file: no algorithm takes that text for a path, however long it is."""

from __future__ import annotations

import json

import pytest
from qgis.core import QgsProcessingContext, QgsProject, QgsVectorLayer

from data_territoires_plugin.processing.algorithm import opened_files

MANY = "Point?crs=EPSG:2154" + "".join(f"&field=colonne_numero_{at}:string(254)" for at in range(40))
POINTS = {"type": "Feature", "properties": {"nom": "x" * 5000}, "geometry": {"type": "Point", "coordinates": [-1, 48]}}
SOURCES = {
    "temporary": (MANY, "memory"),
    "text": (json.dumps(POINTS), "ogr"),
    "connection": (f'host=localhost dbname=x table="{"t" * 300}" (geom)', "postgres"),
}


TAKES_LAYERS = {"source", "vector", "layer", "multilayer"}


@pytest.fixture(params=SOURCES)
def context(request, qgis_new_project):
    layer = QgsVectorLayer(SOURCES[request.param][0], "not a file", SOURCES[request.param][1])
    QgsProject.instance().addMapLayer(layer)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    return context


def test_every_algorithm_takes_such_a_layer_for_what_it_is(provider, context):
    layer = next(iter(context.project().mapLayers().values()))
    asked = set()
    for algorithm in provider.algorithms():
        taken = [one.name() for one in algorithm.parameterDefinitions() if one.type() in TAKES_LAYERS]
        for given in (layer, layer.id(), layer.source()):
            algorithm.checkParameterValues(dict.fromkeys(taken, given), context)
        asked.update({algorithm.name()} if taken else ())
    assert {"validate", "map", "publish", "cliplayers"} <= asked


def test_such_a_layer_of_the_project_is_no_file_that_is_open(context):
    assert opened_files(context) == ()


@pytest.mark.parametrize("name", ["temporary", "text"])
def test_such_a_layer_is_checked(name, run):
    source, kind = SOURCES[name]
    layer = QgsVectorLayer(source, name, kind)
    assert layer.isValid()
    assert run("validate", INPUT=layer, STANDARD="covoiturage")["ERRORS"] > 0
