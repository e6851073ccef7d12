"""Documents in folders and zips: names, places, what is missing, encodings, joins; and archives that mean harm."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Any

import pytest
import shapely
from osgeo import gdal, ogr, osr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NAME = "35238_PLU_20240101"
RECORD = """<?xml version="1.0" encoding="UTF-8"?>
<gmd:MD_Metadata xmlns:gmd="http://www.isotc211.org/2005/gmd" xmlns:gco="http://www.isotc211.org/2005/gco">
<gmd:identificationInfo><gmd:MD_DataIdentification><gmd:characterSet>
<gmd:MD_CharacterSetCode codeListValue="{charset}"/></gmd:characterSet>
</gmd:MD_DataIdentification></gmd:identificationInfo></gmd:MD_Metadata>"""


@pytest.fixture
def standard() -> Any:
    """A small PLU: zoning, a table of documents, a PDF, a record, a folder."""
    from data_territoires_plugin.standards.model import (
        Document,
        Field,
        Geometry,
        Kind,
        Piece,
        PieceKind,
        Presence,
        Standard,
        Table,
    )  # fmt: skip

    mandatory, optional = Presence.MANDATORY, Presence.OPTIONAL
    pieces = (
        Piece("Donnees_geographiques", PieceKind.FOLDER, "Donnees_geographiques", mandatory),
        Piece("Pieces_ecrites", PieceKind.FOLDER, "Pieces_ecrites", mandatory),
        Piece("ZONE_URBA", PieceKind.TABLE, "Donnees_geographiques/ZONE_URBA", mandatory, "ZONE_URBA"),
        Piece(
            "PRESCRIPTION_SURF",
            PieceKind.TABLE,
            "Donnees_geographiques/PRESCRIPTION_SURF",
            optional,
            "PRESCRIPTION_SURF",
        ),
        Piece("DOC_URBA", PieceKind.TABLE, "DOC_URBA", Presence.RECOMMENDED, "DOC_URBA"),
        Piece("REGLEMENT", PieceKind.PDF, r"Pieces_ecrites/[0-9]{5}_reglement_[0-9]{8}", mandatory),
        Piece("METADONNEES", PieceKind.METADATA, r"[^/]*", mandatory),
    )
    polygon = Geometry((Kind.POLYGON,))
    tables = (
        Table("ZONE_URBA", fields=(Field("LIBELLE"),), geometry=polygon),
        Table("PRESCRIPTION_SURF", fields=(Field("LIBELLE"),), geometry=polygon),
        Table("DOC_URBA", fields=(Field("IDURBA"),)),
    )
    document = Document(r"[0-9]{5}_PLU_[0-9]{8}", pieces, "PLU")
    return Standard("plu_essai", "PLU", "2017", "", "", "urbanisme", tables, document=document)


@pytest.fixture
def document(tmp_path: Path, qgis_app: Any) -> Callable[..., Path]:
    """`document(…)`: the folder of a good document, its record declaring `charset`."""

    def make(
        name: str = NAME, charset: str | None = "utf8", idurba: tuple[str, ...] = (NAME,), libelle: str = "Ua"
    ) -> Path:
        folder = tmp_path / name
        (folder / "Donnees_geographiques").mkdir(parents=True)
        (folder / "Pieces_ecrites").mkdir()
        (folder / "Pieces_ecrites" / "35238_reglement_20240101.pdf").write_bytes(b"%PDF-1.4")
        if charset:
            (folder / "fiche.xml").write_text(RECORD.format(charset=charset), encoding="utf-8")
        write(folder / "Donnees_geographiques" / "ZONE_URBA.shp", "LIBELLE", (libelle,), shapes=True)
        write(folder / "DOC_URBA.dbf", "IDURBA", idurba)
        return folder

    return make


def write(path: Path, column: str, values: tuple[str, ...], *, shapes: bool = False, encoding: str = "UTF-8") -> None:
    """A shapefile, or a table alone."""
    driver = ogr.GetDriverByName("ESRI Shapefile")
    if path.exists():
        driver.DeleteDataSource(str(path))
    dataset = driver.CreateDataSource(str(path))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(2154)
    kind = ogr.wkbPolygon if shapes else ogr.wkbNone
    with gdal.config_option("SHAPE_ENCODING", encoding):  # QGIS empties it: nothing would be written otherwise
        layer = dataset.CreateLayer(path.stem, reference, kind, options=[f"ENCODING={encoding}"])
    layer.CreateField(ogr.FieldDefn(column, ogr.OFTString))
    for value in values:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField(column, value)
        if shapes:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(shapely.box(350_000, 6_790_000, 350_100, 6_790_100).wkt))
        layer.CreateFeature(feature)
    dataset.Close() if hasattr(dataset, "Close") else dataset.FlushCache()
    path.with_suffix(".cpg").unlink(missing_ok=True)


@pytest.fixture
def read(standard: Any) -> Callable[..., Any]:
    """`read(path)`: what is wrong outside the tables and between them, metadata left aside: (code or rule, value)."""
    from qgis.core import QgsFeedback

    from data_territoires_plugin.standards.engine.document import open_document

    def run(path: Path) -> list[tuple[str, str]]:
        with open_document(path) as opened:
            reading = opened.read(standard)
            found = [*reading.findings, *reading.across(standard, QgsFeedback())]
            return [(one.code or one.rule, one.value) for one in found if "METADATA_" not in one.code]

    return run


def zipped(folder: Path, target: Path) -> Path:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            archive.write(path, path.relative_to(folder.parent))
    return target


NO_PRESCRIPTION = ("CNIG_PRESCRIPTION_NOT_FOUND", "")


def test_a_good_document_has_nothing_wrong_but_its_lack_of_prescriptions(read: Any, document: Any) -> None:
    assert read(document()) == [NO_PRESCRIPTION]


def test_a_zip_of_the_document_is_read_as_its_folder(read: Any, document: Any, tmp_path: Path) -> None:
    assert read(zipped(document(), tmp_path / "envoi du mardi.zip")) == [NO_PRESCRIPTION]


def test_what_a_zip_held_goes_when_it_is_closed(document: Any, tmp_path: Path) -> None:
    from data_territoires_plugin.standards.engine.document import open_document

    with open_document(zipped(document(), tmp_path / "a.zip")) as opened:
        place = opened.folder.path
        assert place.is_dir()
        assert opened.name == NAME
    assert not place.exists()


def test_a_wrong_name_of_folder_is_told_with_the_right_form(read: Any, document: Any) -> None:
    assert ("DIRECTORY_UNEXPECTED_NAME", "PLU de Rennes") in read(document("PLU de Rennes"))


def test_names_of_files_may_be_in_any_case(read: Any, document: Any) -> None:
    folder = document()
    (folder / "DOC_URBA.dbf").rename(folder / "doc_urba.DBF")
    assert read(folder) == [NO_PRESCRIPTION]


def test_missing_pieces_are_told_each_at_its_level(document: Any, standard: Any) -> None:
    from data_territoires_plugin.standards.engine.document import open_document

    folder = document(charset=None)
    (folder / "DOC_URBA.dbf").unlink()
    (folder / "Pieces_ecrites" / "35238_reglement_20240101.pdf").unlink()
    with open_document(folder) as opened:
        levels = {
            one.code: one.level.value
            for one in opened.read(standard).findings
            if one.value in ("DOC_URBA", "REGLEMENT", "METADONNEES")
        }
        codes = [one.code for one in opened.read(standard).findings]
    assert levels == {"FILE_MISSING_RECOMMANDED": "info", "FILE_MISSING_MANDATORY": "error"}
    assert codes.count("FILE_MISSING_MANDATORY") == 2
    assert "CNIG_DOCUMENT_NO_PDF" in codes


def test_a_file_in_the_wrong_folder_is_misplaced_and_one_of_no_kind_is_unexpected(read: Any, document: Any) -> None:
    folder = document()
    pieces = folder / "Pieces_ecrites"
    (pieces / "35238_reglement_20240101.pdf").rename(folder / "35238_reglement_20240101.pdf")
    (folder / "budget.csv").write_text("a\n1\n")
    (folder / "vieux").mkdir()
    found = read(folder)
    assert ("FILE_MISPLACED", "35238_reglement_20240101.pdf") in found
    assert ("FILE_UNEXPECTED", "budget.csv") in found
    assert ("DIRECTORY_UNEXPECTED", "vieux") in found
    assert ("FILE_MISSING_MANDATORY", "REGLEMENT") in found


def test_written_pieces_are_pdf_and_nothing_else(read: Any, document: Any) -> None:
    folder = document()
    (folder / "Pieces_ecrites" / "Thumbs.db").write_bytes(b"x")
    (folder / "Pieces_ecrites" / "reglement.docx").write_bytes(b"x")
    found = read(folder)
    assert [value for code, value in found if code == "CNIG_PIECE_ECRITE_ONLY_PDF"] == [
        "Pieces_ecrites/Thumbs.db",
        "Pieces_ecrites/reglement.docx",
    ]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (("35238_PLU_20200101",), "CNIG_IDURBA_NOT_FOUND"),
        ((NAME, NAME.lower()), "CNIG_IDURBA_MULTIPLE_FOUND"),
    ],
)
def test_doc_urba_has_one_row_for_the_document(read: Any, document: Any, rows: tuple[str, ...], code: str) -> None:
    assert code in [found for found, _ in read(document(idurba=rows))]


# ----------------------------------------------------------------------------------------------------- encodings
def test_texts_that_are_not_in_the_declared_encoding_are_told_and_read_right(document: Any, standard: Any) -> None:
    from data_territoires_plugin.standards.engine.document import open_document

    folder = document()
    write(folder / "Donnees_geographiques" / "ZONE_URBA.shp", "LIBELLE", ("Forêt",), shapes=True, encoding="ISO-8859-1")
    with open_document(folder) as opened:
        reading = opened.read(standard)
        (zone,) = [one.layer for one in reading.tables if one.table == "ZONE_URBA"]
        assert [feature["LIBELLE"] for feature in zone.getFeatures()] == ["Forêt"]
    assert [one.layer for one in reading.findings if one.code == "TABLE_UNEXPECTED_ENCODING"] == [
        "Donnees_geographiques/ZONE_URBA.dbf"
    ]


@pytest.mark.parametrize(("charset", "encoding"), [("8859part1", "ISO-8859-1"), ("utf8", "UTF-8")])
def test_the_declared_encoding_is_the_one_that_reads(document: Any, standard: Any, charset: str, encoding: str) -> None:
    from data_territoires_plugin.standards.engine.document import open_document

    folder = document(charset=charset)
    write(folder / "Donnees_geographiques" / "ZONE_URBA.shp", "LIBELLE", ("Forêt",), shapes=True, encoding=encoding)
    with open_document(folder) as opened:
        reading = opened.read(standard)
        (zone,) = [one.layer for one in reading.tables if one.table == "ZONE_URBA"]
        assert [feature["LIBELLE"] for feature in zone.getFeatures()] == ["Forêt"]
    assert "TABLE_UNEXPECTED_ENCODING" not in [one.code for one in reading.findings]


def test_a_dbf_that_says_nothing_of_its_encoding_is_guessed_and_said_to_be(document: Any, standard: Any) -> None:
    from data_territoires_plugin.standards.engine.document import open_document

    folder = document(charset=None)
    table = folder / "Donnees_geographiques" / "ZONE_URBA.dbf"
    write(table.with_suffix(".shp"), "LIBELLE", ("Forêt",), shapes=True, encoding="ISO-8859-1")
    content = bytearray(table.read_bytes())
    content[29] = 0  # no language driver
    table.write_bytes(content)
    with open_document(folder) as opened:
        reading = opened.read(standard)
        (zone,) = [one.layer for one in reading.tables if one.table == "ZONE_URBA"]
        assert [feature["LIBELLE"] for feature in zone.getFeatures()] == ["Forêt"]
    assert {"encoding_unknown", "table_unexpected_encoding"} & {one.rule for one in reading.findings}


def test_a_table_that_is_no_table_is_told(read: Any, document: Any) -> None:
    folder = document()
    (folder / "DOC_URBA.dbf").write_bytes(b"not a table")
    assert ("FILE_NOT_OPENED", "DOC_URBA.dbf") in read(folder)


# ----------------------------------------------------------------------------------------------------- bad inputs
def open_(path: Path) -> Any:
    from data_territoires_plugin.standards.engine.document import open_document

    return open_document(path)


def refused(path: Path) -> Any:
    from data_territoires_plugin.errors import SourceError

    with pytest.raises(SourceError) as caught:
        open_(path)
    assert caught.value.message
    assert caught.value.hint
    return caught.value


@pytest.mark.parametrize(
    "member", ["../dehors.txt", "a/../../dehors.txt", "/etc/dehors.txt", "C:/dehors.txt", "..\\dehors.txt", "a/C:x"]
)
def test_an_archive_that_writes_elsewhere_is_refused_and_nothing_is_written(
    tmp_path: Path, member: str, qgis_app: Any
) -> None:
    path = tmp_path / "in" / "piege.zip"
    path.parent.mkdir()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("bon.csv", "a")
        archive.writestr(member, "x")
    assert member in refused(path).message
    assert [one.name for one in tmp_path.rglob("*") if one.is_file()] == ["piege.zip"]


def test_a_link_in_an_archive_is_refused(tmp_path: Path, qgis_app: Any) -> None:
    path = tmp_path / "lien.zip"
    with zipfile.ZipFile(path, "w") as archive:
        info = zipfile.ZipInfo("lien")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    assert "lien" in refused(path).message


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, qgis_app: Any) -> None:
    path = tmp_path / "bombe.zip"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("zeros.csv", "w", force_zip64=True) as file,
    ):
        for _ in range(260):
            file.write(bytes(1 << 20))
    assert path.stat().st_size < 1_000_000
    refused(path)


@pytest.mark.parametrize("cut", [30, 200])
def test_an_archive_that_is_not_whole_is_refused(document: Any, tmp_path: Path, cut: int) -> None:
    path = zipped(document(), tmp_path / "a.zip")
    content = bytearray(path.read_bytes())
    content[cut : cut + 60] = bytes(60)
    path.write_bytes(content)
    refused(path)


def test_what_is_absent_empty_or_no_archive_is_refused(tmp_path: Path, qgis_app: Any) -> None:
    (tmp_path / "vide").mkdir()
    (tmp_path / "texte.zip").write_text("x")
    with zipfile.ZipFile(tmp_path / "rien.zip", "w"):
        pass
    messages = {refused(tmp_path / name).message for name in ("absent", "vide", "texte.zip", "rien.zip")}
    assert len(messages) == 4


def test_a_standard_of_a_layer_is_not_one_of_a_document(document: Any, standard: Any) -> None:
    from dataclasses import replace

    from data_territoires_plugin.errors import SourceError

    with open_(document()) as opened, pytest.raises(SourceError):
        opened.read(replace(standard, document=None))


# ----------------------------------------------------------------------------------------------------- easements
@pytest.mark.parametrize(
    ("folder", "codes"),
    [("idgen_not_unique", {"CNIG_SUP_IDGEN_NOT_UNIQUE"}), ("duplicated", set())],
)
def test_the_joins_of_an_easement_are_those_of_the_national_validator(
    shared: Path, subject_of: Any, folder: str, codes: set[str]
) -> None:
    from qgis.core import QgsVectorLayer

    from data_territoires_plugin.standards.model import Table

    data = shared / "standards" / "sup-cnig" / "jointure_sup" / folder / "DATA"
    layers = [QgsVectorLayer(str(path), path.stem, "ogr") for path in sorted(data.glob("*.csv"))]
    assert {one.code for one in joins([(subject_of(layer), Table(layer.name())) for layer in layers])} == codes


def test_an_extent_without_generator_and_one_twice_are_told(subject_of: Any, layer: Any) -> None:
    from data_territoires_plugin.standards.model import Table

    pairs = [
        (subject_of(layer([{"IDGEN": "g1"}, {"IDGEN": "g2"}])), Table("AC1_GENERATEUR_SUP_P")),
        (subject_of(layer([{"IDGEN": "g1"}])), Table("AC1_GENERATEUR_SUP_S")),
        (
            subject_of(layer([{"IDASS": "a1", "IDGEN": "g1"}, {"IDASS": "a1", "IDGEN": "g9"}])),
            Table("AC1_ASSIETTE_SUP_S"),
        ),
    ]
    assert [(one.code, one.value) for one in joins(pairs)] == [
        ("CNIG_SUP_IDGEN_NOT_UNIQUE", "g1"),
        ("CNIG_SUP_IDASS_NOT_UNIQUE", "a1"),
        ("CNIG_SUP_IDGEN_NOT_FOUND", "g9"),
    ]


def joins(pairs: list[Any]) -> list[Any]:
    from qgis.core import QgsFeedback

    from data_territoires_plugin.standards.engine.document_tables import across
    from data_territoires_plugin.standards.model import Document, Standard

    standard = Standard("sup", "SUP", "2016", "", "", "sup", (), document=Document("", (), "SUP"))
    return list(across(pairs, standard, "", QgsFeedback()))
