"""What nobody expects: odd layers, odd texts, files that another program has changed; and what works, to start from."""

from __future__ import annotations

import copy
import random
from typing import TYPE_CHECKING, Any

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer

if TYPE_CHECKING:
    from collections.abc import Iterator

SQUARE = "POLYGON((350000 6790000,350100 6790000,350100 6790100,350000 6790100,350000 6790000))"
ARC = "CURVEPOLYGON(CIRCULARSTRING(350000 6790000,350100 6790000,350100 6790100,350000 6790100,350000 6790000))"
SHAPES = {
    "empty layer": ("Polygon", ()),
    "no shape": ("Polygon", (None,)),
    "empty shape": ("Polygon", ("POLYGON EMPTY",)),
    "beyond the world": ("Polygon", ("POLYGON((0 0,1e308 0,1e308 1e308,0 0))",)),
    "not a number": ("Point", ("POINT(nan nan)",)),
    "arc": ("CurvePolygon", (ARC,)),
    "table": ("NoGeometry", (None,)),
}
TEXTS = {"name too long": "x" * 300, "path too long": f"/tmp/{'y' * 300}.gpkg", "not text": "%s{0}{name}'\";--\n🙂"}


def layer_of(kind: str, shapes: Any, name: str = "essai") -> QgsVectorLayer:
    """A temporary layer of the project, with the fields nom and insee."""
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:2154&field=nom:string&field=insee:string", name, "memory")
    for wkt in shapes:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(wkt) if wkt else QgsGeometry())
        feature.setAttributes(["a", "35238"])
        assert layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def usual(qgis_new_project, tmp_path, run):
    """The parameters with which each algorithm works, or does as far as it can without network."""
    one = layer_of("Polygon", (SQUARE,))
    covoiturage = {"INPUT": one, "STANDARD": "covoiturage"}
    territory = {"TERRITORY": "commune:00002"}
    (tmp_path / "there").mkdir()
    clipped = run("clip", **territory, LAYERS="bdtopo_batiment", OUTPUT=str(tmp_path / "clipped.gpkg"))
    mapped = run("map", **covoiturage, OUTPUT_MAPPING=str(tmp_path / "m.json"), OUTPUT=str(tmp_path / "m.gpkg"))
    place = {"INPUT": one, "TARGET": str(tmp_path / "there"), "COLLECTION": "essai", "KEY": "insee"}
    published = run("publish", **place, JOURNALS=str(tmp_path / "journals"))
    return {
        "addservice": {"URL": "https://www.example.fr/ows"},
        "clip": territory | {"LAYERS": "bdtopo_batiment"},
        "cliplayers": {"INPUTS": [one], "PERIMETER": one},
        "clipmany": {"TERRITORIES": "commune:00002", "LAYERS": "bdtopo_batiment"},
        "cogmigrate": {"INPUT": one, "FIELD": "insee", "FROM": 2019, "TO": 2026},
        "deliver": {"INPUTS": [one], "STANDARD": "covoiturage"},
        "elevation": {"INPUT": one},
        "extract": territory | {"PRODUCT": "BDTOPO", "AUTHCFG": "absent1"},
        "geocode": {"INPUT": one, "ADDRESS": "nom"},
        "gpudocuments": territory,
        "gristwrite": {"INPUT": one, "TABLE": "document/Table", "KEY": "insee", "FIELDS": ["nom"]},
        "isochrone": {"INPUT": one},
        "makekit": territory | {"LAYERS": "bdtopo_batiment"},
        "map": covoiturage,
        "openkit": {},
        "ownschema": {"INPUT": one, "MAPPING": mapped["OUTPUT_MAPPING"]},
        "publish": place,
        "publishmetadata": {"INPUT": one, "TARGET": str(tmp_path / "there")},
        "refresh": {"INPUT": clipped["OUTPUT"]},
        "repair": covoiturage,
        "resume": {"JOURNAL": published["JOURNAL"]},
        "search": {"QUERY": "forêt"},
        "standards": {},
        "template": {"STANDARD": "covoiturage", "CRS": "EPSG:4326"},
        "territory": territory,
        "testservices": {},
        "undo": {"JOURNAL": published["JOURNAL"]},
        "updatecatalogue": {"URL": "https://www.example.fr/catalogue.yaml"},
        "validate": covoiturage,
    }


OTHERS = [None, 3, -1, "x", "", [], {}, True, [None], {"a": 1}, ["a", 3], "é" * 500, 1e300, "../../x", "http://x"]


def changed(document: Any, count: int) -> Iterator[Any]:
    """Copies of a JSON document, each with one value taken away or replaced by something else; always the same."""

    def places(node: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
        yield at
        inside = node.items() if isinstance(node, dict) else enumerate(node[:4]) if isinstance(node, list) else ()
        for key, one in inside:
            yield from places(one, (*at, key))

    pairs = [(at, value) for at in places(document) for value in (..., *OTHERS)]
    for at, value in random.Random(7).sample(pairs, min(count, len(pairs))):
        if not at:
            yield None if value is ... else value
            continue
        made = copy.deepcopy(document)
        node = made
        for key in at[:-1]:
            node = node[key]
        if value is ...:
            del node[at[-1]]
        else:
            node[at[-1]] = value
        yield made
