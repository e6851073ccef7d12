"""The other zonings as territories: by code and by name, their contour, the clip, what is said when there is none."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
import shapely
from osgeo import gdal, ogr
from qgis.core import QgsProcessingException

from data_territoires_plugin.errors import OfflineError, TerritoryError
from data_territoires_plugin.territory import search, territory
from data_territoires_plugin.territory.zonings import ZONINGS, found_online
from tests.clip.files import read_gpkg, write_gpkg
from tests.processing.running import provider, run
from tests.standins.coordinates import project

__all__ = ["provider", "run"]

SQUARE = shapely.box(351_000, 6_789_000, 353_000, 6_791_000)  # at Rennes, in Lambert-93
NEXT = shapely.box(353_000, 6_789_000, 355_000, 6_791_000)
LAYERS = {  # kind → type, columns, code and name of the square, then of its neighbour
    "canton": ("ADMINEXPRESS-COG.LATEST:canton", "code_insee", "nom_officiel", ("3501", "Antrain"), ("3502", "Bain")),
    "iris": (
        "STATISTICALUNITS.IRIS:contours_iris", "code_iris", "nom_iris",
        ("352380101", "Cathédrale"), ("352380102", "Hoche"),
    ),
    "scot": ("wfs_scot:scot", "name", "title", ("243500139", "SCOT DU PAYS DE RENNES"), ("253514491", "SCOT DE VITRE")),
    "pnr": (
        "patrinat_pnr:pnr", "id_mnhn", "nom_site",
        ("FR8000005", "Armorique"), ("FR8000060", "Vallée de la Rance - Côte d'Émeraude"),
    ),
    "bassin_versant": (
        "BDTOPO_V3:bassin_versant_topographique", "code_hydrographique", "toponyme",
        ("J70-0300", "L'Ille"), ("J---0060", "La Vilaine"),
    ),
}  # fmt: skip


@pytest.fixture
def country(geopf, endpoints, tmp_path):
    """The layers of the zonings, of the communes, and of points, behind a stand-in of the Géoplateforme."""
    path = tmp_path / "country.gpkg"
    served = {}
    for kind, (name, code, label, square, following) in LAYERS.items():
        rows = [(_multi(SQUARE), f"{kind}1", *square), (_multi(NEXT), f"{kind}2", *following)]
        write_gpkg(path, kind, rows, {"cleabs": str, code: str, label: str}, kind=ogr.wkbMultiPolygon)
        served[name] = (path, kind, "cleabs", 3857 if kind == "pnr" else 4326, "the_geom" if kind == "scot" else "geom")
    write_gpkg(
        path, "commune", [(_multi(SQUARE), "C1", "35155"), (_multi(NEXT), "C2", "35176")],
        {"cleabs": str, "code_insee": str}, kind=ogr.wkbMultiPolygon,
    )  # fmt: skip
    served["ADMINEXPRESS-COG.LATEST:commune"] = (path, "commune", "cleabs", 4326, "geometrie")
    write_gpkg(
        path, "batiment", [(_multi(shapely.box(x, 6_790_000, x + 10, 6_790_010)), f"B{x}") for x in (350_500, 352_000)],
        {"cleabs": str}, kind=ogr.wkbMultiPolygon,
    )  # fmt: skip
    served["BDTOPO_V3:batiment"] = (path, "batiment", "cleabs", 4326, "geometrie")
    server = geopf(served, rate=0)
    endpoints(geopf_wfs=server.url)
    return server


@pytest.fixture
def insee(catalogues, endpoints):
    """INSEE's API, with one bassin de vie of two communes."""
    areas = {"35176": ("Guipry-Messac", {"35155": "Lohéac", "35176": "Guipry-Messac"}), "01004": ("Ambérieu", {})}
    server = catalogues("insee", areas)
    endpoints(insee_metadonnees=server.url)
    return server


def _multi(shape):
    return shapely.MultiPolygon([shape]).wkt


def _contour(result):
    (row,) = read_gpkg(result["OUTPUT"], "result")
    return row.geometry


class TestByCode:
    @pytest.mark.parametrize("kind", LAYERS)
    def test_its_contour_is_that_of_the_layer_in_the_legal_projection(self, kind, country, run):
        code, name = LAYERS[kind][3]
        result = run("territory", TERRITORY=f"{kind}:{code}")
        assert shapely.hausdorff_distance(_contour(result), shapely.MultiPolygon([SQUARE])) < 0.01
        assert (result["CODE"], result["NAME"], result["COMMUNES"]) == (code, name, 0)
        assert "COG" not in result["EDITION"].replace("ADMIN EXPRESS COG", "")

    def test_a_second_time_and_offline_it_comes_from_the_cache(self, country, run, monkeypatch):
        first = _contour(run("territory", TERRITORY="iris:352380101"))
        country.clear()
        monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
        again = run("territory", TERRITORY="iris:352380101")
        assert _contour(again).equals(first)
        assert again["NAME"] == "Cathédrale"
        assert country.log() == []

    def test_what_is_clipped_is_inside_and_the_layer_of_the_zoning_is_read_by_its_code(self, country, run):
        result = run("clip", TERRITORY="iris:352380101", LAYERS="bdtopo_batiment,iris_contours")
        assert [row.values["cleabs"] for row in read_gpkg(result["OUTPUT"], "bdtopo_batiment")] == ["B352000"]
        assert [row.values["code_iris"] for row in read_gpkg(result["OUTPUT"], "iris_contours")] == ["352380101"]
        asked = [e.params.get("cql_filter", "") for e in country.log() if "iris" in e.params.get("typenames", "")]
        assert not any("INTERSECTS" in each for each in asked)

    def test_several_kinds_make_one_perimeter(self, country, run):
        result = run("territory", TERRITORY="canton:3501, scot:253514491, commune:35176")
        assert _contour(result).area == pytest.approx(SQUARE.area + NEXT.area, rel=1e-6)
        assert result["COMMUNES"] == 1

    @pytest.mark.parametrize("kind", [*LAYERS, "bassin_de_vie"])
    def test_one_that_the_service_does_not_know_is_said(self, kind, country, insee, run):
        code = {"pnr": "FR8000099", "iris": "352389999", "bassin_de_vie": "35999"}.get(kind, "9999")
        with pytest.raises(QgsProcessingException, match=f"has the code {code}") as refused:
            run("territory", TERRITORY=f"{kind}:{code}")
        assert ZONINGS[kind].entry in str(refused.value)

    def test_one_of_another_sea_is_delivered_in_its_own_projection(self, geopf, endpoints, tmp_path, run):
        reunion = shapely.box(340_000, 7_660_000, 342_000, 7_662_000)
        path = write_gpkg(tmp_path / "away.gpkg", "iris", [(_multi(reunion), "I", "974110101", "Centre")],
                          {"cleabs": str, "code_iris": str, "nom_iris": str}, 2975, ogr.wkbMultiPolygon)  # fmt: skip
        server = geopf({"STATISTICALUNITS.IRIS:contours_iris": (path, "iris", "cleabs", 4326, "geometrie")})
        endpoints(geopf_wfs=server.url)
        result = run("territory", TERRITORY="iris:974110101")
        with gdal.ExceptionMgr(useExceptions=True):
            dataset = gdal.OpenEx(result["OUTPUT"])
            assert dataset.GetLayer(0).GetSpatialRef().GetAuthorityCode(None) == "2975"

    def test_an_edition_of_the_past_is_refused(self):
        with pytest.raises(TerritoryError, match="present edition"):
            territory("canton:3501@2021")


class TestABassinDeVie:
    def test_is_made_of_its_communes(self, country, insee, run):
        result = run("territory", TERRITORY="bassin_de_vie:35176")
        assert (result["NAME"], result["COMMUNES"]) == ("Guipry-Messac", 2)
        assert _contour(result).area == pytest.approx(SQUARE.area + NEXT.area, rel=1e-6)

    def test_is_found_by_its_name(self, insee, run):
        assert territory("bassin de vie:guipry messac").id == "bassin_de_vie:35176"


class TestByName:
    @pytest.fixture(autouse=True)
    def _own_cache(self, tmp_path, monkeypatch):
        monkeypatch.setenv("DATA_TERRITOIRES_CACHE", str(tmp_path / "cache"))

    @pytest.mark.parametrize(
        ("written", "code"),
        [
            ("pnr:Armorique", "FR8000005"),
            ("pnr:vallee de la rance cote d'emeraude", "FR8000060"),
            ("scot:Scot du pays de Rennes", "243500139"),
            ("bassin versant: la vilaine", "J---0060"),
            ("iris:hoche", "352380102"),
        ],
    )
    def test_accents_and_capitals_aside_it_is_found_online(self, written, code, country):
        assert territory(written).code == code

    def test_once_met_it_is_found_offline_too(self, country, monkeypatch):
        territory("pnr:armorique")
        monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
        assert territory("pnr:Armorique").code == "FR8000005"
        assert [one.code for one in search("pnr:armo")] == ["FR8000005"]

    def test_one_never_met_says_offline_what_to_do(self, monkeypatch):
        monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
        with pytest.raises(OfflineError, match="code"):
            territory("pnr:Armorique")

    def test_a_part_of_a_name_is_not_a_name_but_shows_the_nearest(self, country):
        with pytest.raises(TerritoryError, match="FR8000060"):
            territory("pnr:vallée de la Rance")

    def test_words_in_any_order_find_several_the_nearest_first(self, country):
        assert [one.code for one in found_online("scot", "scot vitre")] == ["253514491"]
        assert {one.code for one in found_online("scot", "scot")} == {"243500139", "253514491"}

    def test_a_service_that_is_down_is_said(self, country):
        country.fault("status", times=-1, status=503)
        with pytest.raises(TerritoryError, match="can't be looked for"):
            territory("pnr:Armorique")


def test_the_priority_neighbourhoods_come_from_their_national_file(endpoints, run, tmp_path, web_file):
    square, following = project([SQUARE, NEXT], 2154, 4326)
    features = [
        {"type": "Feature", "geometry": json.loads(shapely.to_geojson(shapely.MultiPolygon([shape]))),
         "properties": {"code_qp": code, "lib_qp": name, "insee_com": "35238"}}
        for code, name, shape in (("QN03501M", "Maurepas", square), ("QN03502M", "Villejean", following))
    ]  # fmt: skip
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w") as archive:
        name = "GEOJSON/QP2024_France_Hexagonale_Outre_Mer_WGS84.geojson"
        archive.writestr(name, json.dumps({"type": "FeatureCollection", "features": features}))
    endpoints(datagouv_site=web_file(body.getvalue()))
    result = run("territory", TERRITORY="qpv:QN03501M")
    assert shapely.hausdorff_distance(_contour(result), shapely.MultiPolygon([SQUARE])) < 0.01
    assert result["NAME"] == "Maurepas"
    assert "2024" in result["EDITION"]
    assert territory("qpv:villejean").code == "QN03502M"
    with pytest.raises(QgsProcessingException, match="QN09999M"):
        run("territory", TERRITORY="qpv:QN09999M")


@pytest.fixture
def web_file(tmp_path):
    """`web_file(bytes)`: the address of a server that answers every request with them."""
    import threading
    from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

    servers = []

    def serve(body):
        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_args):
                """Quiet."""

            def do_GET(self):
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.send_header("ETag", '"one"')
                self.end_headers()
                self.wfile.write(body)

        servers.append(ThreadingHTTPServer(("127.0.0.1", 0), Handler))
        threading.Thread(target=servers[-1].serve_forever, args=(0.02,), daemon=True).start()
        return f"http://127.0.0.1:{servers[-1].server_address[1]}"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


def test_the_scots_of_a_region_are_found_and_drawn(shared, geopf, endpoints, run, tmp_path):
    source = f"/vsigzip/{shared}/data/admin/scot_bretagne_2021_region-bretagne.geojson.gz"
    path = tmp_path / "scot.gpkg"
    with gdal.ExceptionMgr(useExceptions=True):
        told = "SELECT code_geo AS name, nom_geo AS title, CAST(code_geo AS INTEGER) AS gid, * FROM scot_simple"
        dataset = gdal.OpenEx(source)
        told = told.replace("scot_simple", f'"{dataset.GetLayer(0).GetName()}"')
        gdal.VectorTranslate(str(path), dataset, SQLStatement=told, layerName="scot", geometryType="PROMOTE_TO_MULTI",
                             makeValid=True, selectFields=["gid", "name", "title"])  # fmt: skip
    server = geopf({"wfs_scot:scot": (path, "scot", "gid", 4326, "the_geom")}, rate=0)
    endpoints(geopf_wfs=server.url)
    found = found_online("scot", "rennes")
    assert found
    result = run("territory", TERRITORY=found[0].id)
    (true,) = [row.geometry for row in read_gpkg(path, "scot") if row.values["name"] == found[0].code]
    assert _contour(result).area == pytest.approx(project([true], 4326, 2154)[0].area, rel=1e-4)


ALGORITHMS = ("territory", "clip", "makekit", "clipmany", "search", "extract", "elevation", "isochrone", "gpudocuments")


@pytest.mark.parametrize("name", ALGORITHMS)
def test_the_parameters_are_checked_without_asking_anyone_for_the_name(name, country, provider):
    """QGIS checks them on the thread of its windows."""
    from qgis.core import QgsApplication, QgsProcessingContext

    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"dataterritoires:{name}")
    written = {"TERRITORY": "pnr:armorique", "TERRITORIES": "pnr:armorique", "QUERY": "haies", "LAYERS": "bdtopo_haie"}
    known = {each.name() for each in algorithm.parameterDefinitions()}
    algorithm.checkParameterValues({key: value for key, value in written.items() if key in known},
                                   QgsProcessingContext())  # fmt: skip
    assert country.log() == []
