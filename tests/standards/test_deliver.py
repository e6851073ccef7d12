"""Deliveries: names, formats, widths, pieces, metadata; the verdict of others on what was delivered."""

from __future__ import annotations

import json
import zipfile
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from osgeo import ogr, osr

from data_territoires_plugin.errors import Cancelled, OutputError, SourceError, StandardError
from data_territoires_plugin.standards.loading import load
from data_territoires_plugin.standards.shelf import all_standards, standard

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NAME = "35238_PLU_20240101"
SAID = {"organisation": "Ville de Rennes", "courriel": "urbanisme@exemple.fr", "echelle": "2000"}
SQUARE = "MULTIPOLYGON((({0} 6790000, {0} 6790100, {1} 6790100, {1} 6790000, {0} 6790000)))"
PIECES = (
    "Règlement écrit.pdf",
    "rapport de présentation.pdf",
    "PADD.pdf",
    "procedure.pdf",
    "Annexes/plan des réseaux.pdf",
)
REGLEMENT = "35238_reglement_20240101.pdf"
TODAY = date(2026, 1, 15)


@pytest.fixture
def deliver(qgis_app: Any, tmp_path: Path) -> Callable[..., Any]:
    """`deliver([layer…], "plu_2024", NAME, pieces=…, said={…}, output=…)`: the delivery."""
    from qgis.core import QgsFeedback

    from data_territoires_plugin.standards.deliver import job
    from data_territoires_plugin.standards.deliver.known import read_known
    from data_territoires_plugin.standards.engine.subject import Subject

    def made(layers: Any, named: str, document: str = "", **more: Any) -> Any:
        request = job.Request(
            tuple(Subject.of_layer(one) for one in layers),
            load(named),
            document,
            more.get("pieces"),
            read_known(json.dumps(more.get("said", SAID))),
            more.get("output", tmp_path / "livraison"),
            TODAY,
        )
        return job.deliver(request, more.get("feedback") or QgsFeedback())

    return made


@pytest.fixture
def pieces(tmp_path: Path) -> Path:
    """A folder of pieces, as an office sends them."""
    folder = tmp_path / "pièces du bureau d’études"
    for name in PIECES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"%PDF-1.4")
    return folder


@pytest.fixture
def plu(layer: Any) -> Callable[..., list[Any]]:
    """`plu(LIBELLE=…)`: the layers of a small PLU 2024, in columns out of order and with one of their own."""
    empty = dict.fromkeys(
        ("LIBELONG", "FORMDOMI", "DESTOUI", "DESTCDT", "DESTNON", "URLFIC", "DATVALID", "SYMBOLE"), ""
    )

    def made(**values: Any) -> list[Any]:
        zone = {"idurba": NAME, "couleur_locale": "rouge", **empty, "TYPEZONE": "U", "LIBELLE": "Ua", **values}
        zones = [{**zone, "NOMFIC": REGLEMENT}, {**zone, "NOMFIC": REGLEMENT, "TYPEZONE": "N", "LIBELLE": "Né"}]
        psc = {"LIBELLE": "Espace boisé", "TXT": "", "TYPEPSC": "01", "STYPEPSC": "00", "NATURE": "", "NOMFIC": ""}
        psc |= {"URLFIC": "", "IDURBA": NAME, "DATVALID": "", "SYMBOLE": ""}
        described = dict.fromkeys(
            ("SIREN", "DATEFIN", "URLREG", "NOMPLAN", "URLPLAN", "URLPE", "SITEWEB", "TYPEREF"), ""
        )
        described |= {"TYPEDOC": "PLU", "ETAT": "03", "NOMPROC": "E", "IDURBA": NAME, "DATAPPRO": "20240101"}
        described |= {"NOMREG": REGLEMENT, "DATEREF": "20230701"}
        shapes = [SQUARE.format(x, x + 100) for x in (350_000, 350_100)]
        inside = "MULTIPOLYGON(((350010 6790010, 350010 6790020, 350020 6790020, 350010 6790010)))"
        return [
            layer(zones, shapes=shapes, kind="MultiPolygon", name="ZONE_URBA"),
            layer([psc], shapes=[inside], kind="MultiPolygon", name="prescription_surf 2024"),
            layer([described], name="DOC_URBA"),
            layer([{"INSEE": "35238", "IDURBA": NAME}], name="DOC_URBA_COM"),
        ]

    return made


def names_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def in_degrees(x: float, y: float) -> tuple[float, float]:
    """By GDAL, from Lambert-93: longitude, latitude."""
    systems = []
    for code in (2154, 4326):
        systems.append(osr.SpatialReference())
        systems[-1].ImportFromEPSG(code)
        systems[-1].SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return osr.CoordinateTransformation(*systems).TransformPoint(x, y)[:2]


def errors(delivery: Any) -> Counter[str]:
    found = delivery.checked.verdict.findings
    return Counter(one.code or one.rule for one in found if one.level.value == "error")


def test_a_plu_is_ready_for_the_national_portal(deliver: Any, plu: Any, pieces: Path) -> None:
    made = deliver(plu(), "plu_2024", NAME, pieces=pieces)
    assert made.missing == ()
    assert errors(made) == Counter()
    written = {name for name in names_in(made.output) if name.endswith((".shp", ".dbf", ".pdf", ".xml"))}
    data, text = "Donnees_geographiques/35238_", "Pieces_ecrites/"
    assert written == {
        *(f"{data}{table}_20240101.{end}" for table in ("ZONE_URBA", "PRESCRIPTION_SURF") for end in ("shp", "dbf")),
        *("35238_DOC_URBA_20240101.dbf", "35238_DOC_URBA_COM_20240101.dbf", "fr-000035238-plu20240101.xml"),
        f"{text}0_Procedure/35238_procedure_20240101.pdf",
        f"{text}1_Rapport_de_presentation/35238_rapport_20240101.pdf",
        f"{text}2_PADD/35238_padd_20240101.pdf",
        f"{text}3_Reglement/{REGLEMENT}",
        f"{text}4_Annexes/plan des réseaux.pdf",
    }


def test_gdal_reads_the_columns_in_the_order_and_width_of_the_standard(deliver: Any, plu: Any, pieces: Path) -> None:
    made = deliver(plu(), "plu_2024", NAME, pieces=pieces)
    file = ogr.Open(str(made.output / "Donnees_geographiques/35238_ZONE_URBA_20240101.shp"))
    zones = file.GetLayer(0)
    defined = [zones.GetLayerDefn().GetFieldDefn(at) for at in range(zones.GetLayerDefn().GetFieldCount())]
    asked = [one for one in standard("plu_2024").table("ZONE_URBA").fields if one.name != "LIB_IDZONE"]
    assert [one.GetName() for one in defined] == [one.name for one in asked]
    widths = {one.GetName(): one.GetWidth() for one in defined}
    assert (widths["LIBELLE"], widths["TYPEZONE"], widths["DATVALID"], widths["IDURBA"]) == (12, 3, 8, 30)
    assert sorted(zone["LIBELLE"] for zone in zones) == ["Né", "Ua"]
    assert zones.GetSpatialRef().GetAuthorityCode(None) == "2154"


def test_a_record_says_what_the_national_profile_asks(deliver: Any, plu: Any, pieces: Path) -> None:
    owslib = pytest.importorskip("owslib.iso")
    made = deliver(plu(), "plu_2024", NAME, pieces=pieces, said={**SAID, "licence": "Licence Ouverte <2.0> & co"})
    content = (made.output / "fr-000035238-plu20240101.xml").read_bytes()
    record = owslib.MD_Metadata(owslib.etree.fromstring(content))
    assert record.identifier == "fr-000035238-plu20240101"
    assert record.identification[0].title == "Plan local d’urbanisme (PLU) – Rennes (35238) – 01/01/2024"
    assert record.identification[0].uselimitation == ["Licence Ouverte <2.0> & co"]
    assert record.contact[0].email == "urbanisme@exemple.fr"
    box = record.identification[0].bbox
    assert (float(box.minx), float(box.maxy)) == pytest.approx((-1.69, 48.12), abs=0.1)
    assert record.dataquality.conformancetitle == ["CNIG PLU v2024"]
    assert record.referencesystem.code == "EPSG:2154"


def test_what_only_the_user_knows_is_listed_and_never_made_up(deliver: Any, plu: Any) -> None:
    made = deliver(plu(), "plu_2024", NAME, said={})
    told = "\n".join(made.missing)
    for key in ("organisation", "courriel", "echelle", "REGLEMENT", "RAPPORT", "PADD", "PROCEDURE", "ANNEXE"):
        assert key in told
    assert errors(made)["METADATA_CONTACT_NOT_FOUND"] == 1
    assert errors(made)["METADATA_SPATIALRESOLUTIONS_EMPTY"] == 1
    assert errors(made)["FILE_MISSING_MANDATORY"] == 5


def test_a_value_that_would_be_cut_is_refused_and_nothing_is_written(deliver: Any, plu: Any, tmp_path: Path) -> None:
    with pytest.raises(StandardError, match="Ua, la plus grande"):
        deliver(plu(LIBELLE="Ua, la plus grande"), "plu_2024", NAME)
    assert list(tmp_path.iterdir()) == []


def test_letters_with_accents_have_room_in_a_dbase_column(deliver: Any, plu: Any) -> None:
    made = deliver(plu(LIBELLE="é" * 12), "plu_2024", NAME)
    file = ogr.Open(str(made.output / "Donnees_geographiques/35238_ZONE_URBA_20240101.shp"))
    assert next(zone["LIBELLE"] for zone in file.GetLayer(0)) == "é" * 12
    with pytest.raises(StandardError, match="LIBELONG"):
        deliver(plu(LIBELONG="é" * 200), "plu_2024", NAME)


def test_what_was_there_before_is_set_aside(deliver: Any, plu: Any, tmp_path: Path) -> None:
    first = deliver(plu(), "plu_2024", NAME).output
    (first / "notes.txt").write_text("à garder", encoding="utf-8")
    second = deliver(plu(), "plu_2024", NAME).output
    assert first == second
    kept = [path for path in first.parent.iterdir() if path != second]
    assert [(path / "notes.txt").read_text(encoding="utf-8") for path in kept] == ["à garder"]


def test_a_stop_or_a_failure_at_any_step_leaves_nothing(
    deliver: Any, plu: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from qgis.core import QgsFeedback

    from data_territoires_plugin.standards.deliver import job

    stopped = QgsFeedback()
    stopped.cancel()
    with pytest.raises(Cancelled):
        deliver(plu(), "plu_2024", NAME, feedback=stopped)
    assert list(tmp_path.iterdir()) == []

    def full(*_: Any) -> None:
        raise OutputError("full")

    for step in ("write_shapefile", "place_pieces", "write_sheet", "check_document", "put_in_place"):
        with monkeypatch.context() as broken:
            broken.setattr(job, step, lambda *_, **__: full())
            with pytest.raises(OutputError, match="full"):
                deliver(plu(), "plu_2024", NAME)
        assert list((tmp_path / "livraison").iterdir()) == []


def test_a_zip_holds_the_folder_and_is_read_again(deliver: Any, plu: Any, pieces: Path, tmp_path: Path) -> None:
    made = deliver(plu(), "plu_2024", NAME, pieces=pieces, output=tmp_path / f"{NAME}.zip")
    assert {name.split("/")[0] for name in zipfile.ZipFile(made.output).namelist()} == {NAME}
    from qgis.core import QgsFeedback

    from data_territoires_plugin.standards.engine.options import Options
    from data_territoires_plugin.standards.validation import check_folder

    assert check_folder(made.output, "plu_2024", Options(), QgsFeedback()).verdict.valid


def test_what_cannot_be_delivered_is_told(deliver: Any, plu: Any, layer: Any, tmp_path: Path) -> None:
    with pytest.raises(StandardError, match="35238_PLU_20240101"):
        deliver(plu(), "plu_2024", "PLU de Rennes")
    with pytest.raises(StandardError, match="ZONE_URBA"):
        deliver([*plu(), *plu()[:1]], "plu_2024", NAME)
    with pytest.raises(SourceError):
        deliver(plu(), "plu_2024", NAME, pieces=tmp_path / "absent")
    with pytest.raises(StandardError):
        deliver([layer([], {"INSEE": ""}, name="DOC_URBA_COM")], "plu_2024", NAME)
    with pytest.raises(SourceError, match="organisme"):
        deliver(plu(), "plu_2024", NAME, said={"organisme": "Rennes"})
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError):
        deliver(plu(), "plu_2024", NAME, output=tmp_path / "file")


def test_every_standard_of_documents_names_its_tables_and_says_its_form() -> None:
    from data_territoires_plugin.standards.deliver.names import example_name, naming, table_pieces

    documents = [one for one in all_standards() if one.document is not None]
    assert len(documents) > 150
    for model in documents:
        names = naming(model, example_name(model))
        paths = {piece.name: names.path_of(piece) for piece in table_pieces(model).values()}
        assert "" not in paths.values(), model.id
        assert len(set(paths.values())) == len(paths), model.id


def test_easements_are_named_by_their_category(deliver: Any, layer: Any, tmp_path: Path) -> None:
    acts = {"IDACTE": "AC1-130005481-1-1", "DATEDECIS": "20200101"}
    (tmp_path / "Actes").mkdir()
    (tmp_path / "Actes" / "AC1_eglise_20200101_act.pdf").write_bytes(b"%PDF-1.4")
    name = "130005481_AC1_035_20240101"
    made = deliver([layer([acts], name="ACTE_SUP")], "sup_2016_ac1", name, pieces=tmp_path)
    written = names_in(made.output)
    assert {"Donnees_geographiques/AC1_ACTE_SUP.dbf", "Actes/AC1_eglise_20200101_act.pdf"} <= written
    assert "fr-130005481-ac1-035-20240101.xml" in written
    told = {one.code for one in made.checked.verdict.findings if "METADATA" in one.code}
    assert told <= {"CNIG_METADATA_REFERENCESYSTEMIDENTIFIER_NOT_FOUND", "METADATA_EXTENTS_EMPTY"}  # no shape here
    assert "SERVITUDE" in "\n".join(made.missing)


def test_the_regression_document_of_the_national_validator_keeps_its_verdict(
    deliver: Any, shared: Path, tmp_path: Path
) -> None:
    from qgis.core import QgsFeedback, QgsVectorLayer

    from data_territoires_plugin.standards.engine.options import Options
    from data_territoires_plugin.standards.validation import check_folder

    zipfile.ZipFile(shared / "data/urba/gpu_41175_PLU_20140603.zip").extractall(tmp_path)
    source = tmp_path / "41175_PLU_20140603"
    paths = [*source.glob("Donnees_geographiques/*.shp"), *source.glob("*.dbf")]
    layers = [QgsVectorLayer(str(path), path.stem, "ogr") for path in paths]
    again = deliver(layers, "plu_2013", source.name, pieces=source)
    before = check_folder(source, "plu_2013", Options(), QgsFeedback())
    counted = Counter((one.level, one.code or one.rule) for one in before.verdict.findings)
    assert Counter((one.level, one.code or one.rule) for one in again.checked.verdict.findings) == counted
    made = deliver(layers, "plu_2013", source.name)  # with a record of ours, its faults are gone
    assert not [code for code in errors(made) if "METADATA" in code]


# -------------------------------------------------------------------------------------------------- single files
def test_a_bal_is_judged_right_by_the_national_validator(deliver: Any, shared: Path) -> None:
    from qgis.core import QgsVectorLayer

    from tests.oracles import validateur_bal

    path = shared / "standards/bal/fixtures/1.4/1.4-valid.csv"
    made = deliver([QgsVectorLayer(str(path), "adresses", "ogr")], "bal_1.4", "bal_31591")
    assert made.output.name == "bal_31591.csv"
    verdicts = validateur_bal([path, made.output])
    before, after = verdicts[str(path)], verdicts[str(made.output)]
    assert after["valid"] == before["valid"]
    assert after["valid"]["1.4"]
    assert after["rows"] == before["rows"]
    assert set(after["global"]) <= set(before["global"])  # every column of the standard is there now
    assert b"\xef\xbb\xbf" not in made.output.read_bytes()


CAR_POOL = {"id_local": "1", "nom_lieu": "Gare", "insee": "35238", "type": "Parking", "ouvert": True}


def test_points_become_a_covoiturage_file_with_its_coordinates(deliver: Any, layer: Any) -> None:
    from qgis.PyQt.QtCore import QDate

    rows = [{**CAR_POOL, "date_maj": QDate(2026, 1, 2), "mon_champ": "x"}]
    made = deliver([layer(rows, shapes=["POINT(352000 6789500)"], kind="Point")], "covoiturage", "lieux-35")
    lines = made.output.read_text(encoding="utf-8").splitlines()
    assert lines[0].split(",") == [one.name for one in standard("covoiturage").tables[0].fields]
    row = dict(zip(lines[0].split(","), lines[1].split(","), strict=True))
    assert (row["ouvert"], row["date_maj"]) == ("true", "2026-01-02")
    place = in_degrees(352_000, 6_789_500)
    assert (float(row["Xlong"]), float(row["Ylat"])) == pytest.approx(place, abs=1e-6)
    assert errors(made) == Counter()
    assert any("mon_champ" in note for note in made.notes)


def test_an_irve_file_gets_its_pair_of_coordinates(deliver: Any, layer: Any) -> None:
    rows = [{one.name: one.example for one in standard("irve_statique").tables[0].fields if one.required}]
    del rows[0]["coordonneesXY"]
    made = deliver([layer(rows, shapes=["POINT(352000 6789500)"], kind="Point")], "irve_statique", "irve-35238")
    lon, lat = in_degrees(352_000, 6_789_500)
    content = made.output.read_text(encoding="utf-8")
    assert f'"[{lon:.7f},{lat:.7f}]"' in content
    assert errors(made) == Counter()


def test_what_goes_to_a_national_access_point_is_judged_right_by_the_reference_validator(
    deliver: Any, layer: Any, shared: Path, tmp_path: Path
) -> None:
    from qgis.PyQt.QtCore import QDate

    from tests.oracles import tables

    charging = {one.name: one.example for one in standard("irve_statique").tables[0].fields if one.required}
    del charging["coordonneesXY"]
    point = {"shapes": ["POINT(352000 6789500)"], "kind": "Point"}
    pool = layer([{**CAR_POOL, "date_maj": QDate(2026, 1, 2)}], **point)
    schemas = shared / "standards" / "schemas"
    jobs = [
        (deliver([pool], "covoiturage", "lieux-35").output, schemas / "lieux-covoiturage" / "latest__schema.json"),
        (deliver([layer([charging], **point)], "irve_statique", "irve-35").output,
         schemas / "irve" / "statique__schema-statique.json"),
    ]  # fmt: skip
    spoilt = tmp_path / "spoilt.csv"
    spoilt.write_text(jobs[0][0].read_text(encoding="utf-8").replace("35238", "3523"), encoding="utf-8")
    *right, wrong = tables([*jobs, (spoilt, jobs[0][1])]).values()
    assert [(one["errors"], one["failed"]) for one in right] == [([], []), ([], [])]
    assert [one["field"] for one in wrong["errors"]] == ["insee"]


def test_lines_in_lambert_become_geojson_in_degrees(deliver: Any, layer: Any) -> None:
    shapes = ["LINESTRING(352000 6789500, 352100 6789600)"]
    made = deliver([layer([{"id_local": "1"}], shapes=shapes, kind="LineString")], "amenagements_cyclables", "velo")
    content = json.loads(made.output.read_text(encoding="utf-8"))
    lon, lat = content["features"][0]["geometry"]["coordinates"][0]
    assert (lon, lat) == pytest.approx((-1.67, 48.11), abs=0.05)


def test_a_file_is_never_written_over_what_it_is_made_of(deliver: Any, tmp_path: Path) -> None:
    from qgis.core import QgsVectorLayer

    path = tmp_path / "lieux.csv"
    path.write_text("id_local,nom_lieu\n1,Gare\n", encoding="utf-8")
    with pytest.raises(OutputError):
        deliver([QgsVectorLayer(str(path), "lieux", "ogr")], "covoiturage", "lieux", output=tmp_path)
    assert path.read_text(encoding="utf-8") == "id_local,nom_lieu\n1,Gare\n"


# ------------------------------------------------------------------------------------------------- one's own
@pytest.fixture
def own(qgis_app: Any, tmp_path: Path) -> Callable[..., Path]:
    """`own(layer)`: the Table Schema of a layer."""
    from qgis.core import QgsFeedback

    from data_territoires_plugin.standards.engine.subject import Subject
    from data_territoires_plugin.standards.own_schema import as_json, describe

    def made(layer: Any, labels: dict[str, str] | None = None) -> Path:
        path = tmp_path / "bancs.json"
        text = as_json(describe(Subject.of_layer(layer), "Bancs publics", labels or {}, QgsFeedback()), TODAY)
        path.write_text(text, encoding="utf-8")
        return path

    return made


@pytest.fixture
def benches(layer: Any) -> Any:
    from qgis.PyQt.QtCore import QDate

    rows = [
        {"id_banc": f"b{at}", "places": at % 4 + 1, "matiere": ("bois", "pierre")[at % 2], "insee": "35238"}
        | {"pose": QDate(2026, 1, 1 + at), "pmr": bool(at % 2), "note": None if at else "sous le chêne | près de l’eau"}
        for at in range(20)
    ]
    shapes = [f"POINT({352_000 + at} 6789500)" for at in range(20)]
    return layer(rows, shapes=shapes, kind="Point", name="bancs")


def test_a_schema_of_ones_own_is_what_the_values_show(own: Any, benches: Any) -> None:
    fields = {one["name"]: one for one in json.loads(own(benches, {"note": "Remarque"}).read_text())["fields"]}
    assert fields["id_banc"]["constraints"] == {"required": True, "unique": True}
    assert fields["matiere"]["constraints"]["enum"] == ["bois", "pierre"]
    assert (fields["places"]["type"], fields["pose"]["type"], fields["pmr"]["type"]) == ("integer", "date", "boolean")
    assert fields["note"] | {"example": ""} == {
        **{"name": "note", "title": "Remarque", "type": "string", "example": "", "constraints": {"required": False}}
    }
    assert fields["insee"]["constraints"]["pattern"].startswith("^([013-9]")


def test_a_schema_of_ones_own_is_read_back_and_judges_the_layer_right(own: Any, benches: Any, deliver: Any) -> None:
    from tests.oracles import tables

    schema = own(benches)
    made = deliver([benches], str(schema), "bancs-rennes")
    assert errors(made) == Counter()
    assert made.checked.standard.tables[0].key == ("id_banc",)
    verdict = tables([(made.output, schema)])[f"{made.output}|{schema}"]
    assert verdict["errors"] == []
    spoilt = made.output.with_name("faux.csv")
    spoilt.write_text(made.output.read_text(encoding="utf-8").replace("pierre", "fer", 1), encoding="utf-8")
    verdict = tables([(spoilt, schema)])[f"{spoilt}|{schema}"]
    assert [one["field"] for one in verdict["errors"]] == ["matiere"]


def test_a_layer_without_features_has_no_schema(own: Any, layer: Any) -> None:
    with pytest.raises(StandardError):
        own(layer([], {"a": ""}))
