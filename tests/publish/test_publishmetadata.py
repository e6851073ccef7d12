"""`publishmetadata`, and the record that `publish` sends last: on the real pycsw and QGIS Server."""

from __future__ import annotations

import json
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest
from qgis.core import QgsProcessingException, QgsVectorLayer

from data_territoires_plugin.metadata.iso19139_reading import read
from data_territoires_plugin.metadata.record import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TREES = "id_public:string(40), essence:string(40), hauteur:double"


@pytest.fixture
def trees(layer: Callable[..., QgsVectorLayer], tmp_path: Path) -> QgsVectorLayer:
    """A layer in a GeoPackage, without metadata."""
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter

    made = layer("Point", "EPSG:4326", TREES, [("POINT(-1.6 48.2)", "M1", "chêne", 12.5)])
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "arbres"
    path = tmp_path / "arbres.gpkg"
    QgsVectorFileWriter.writeAsVectorFormatV3(made, str(path), QgsCoordinateTransformContext(), options)
    return QgsVectorLayer(f"{path}|layername=arbres", "arbres")


@pytest.fixture
def template(tmp_path: Path, pycsw: Any) -> Path:
    path = tmp_path / "collectivite.yaml"
    path.write_text(
        "organisation: Agglomération d’essai\ncourriel: sig@example.org\nlicence: Licence Ouverte 2.0\ntheme: ps\n"
        f"echelle: 5000\nresume: Les arbres.\ngenealogie: Relevé.\nurl: {pycsw.url}/?f=json\nurl_nom: Le portail\n",
        encoding="utf-8",
    )
    return path


def stored(csw: str, identifier: str) -> Any:
    """The record as anybody reads it, None where there is none."""
    url = (
        f"{csw}?service=CSW&version=2.0.2&request=GetRecordById&elementSetName=full&id={identifier}"
        "&outputSchema=http://www.isotc211.org/2005/gmd"
    )
    with urllib.request.urlopen(url, timeout=20) as answer:
        body = answer.read()
    return read(body) if b"<gmd:MD_Metadata" in body else None


def test_a_record_is_simulated_created_unchanged_replaced_and_undone(run, trees, template, pycsw, editor, tmp_path):
    asked = {"INPUT": trees, "TARGET": pycsw.csw, "AUTHCFG": editor, "METADATA": str(template)}
    dry = run("publishmetadata", **{**asked, "DRY_RUN": True})
    assert (dry["ACTION"], dry["VERIFIED"], dry["JOURNAL"]) == ("dry run", 0, "")
    assert stored(pycsw.csw, dry["IDENTIFIER"]) is None
    assert trees.metadata().identifier() == ""
    report = tmp_path / "compte-rendu.json"
    first = run("publishmetadata", **{**asked, "REPORT": str(report)})
    assert (first["ACTION"], first["VERIFIED"], first["IDENTIFIER"]) == ("created", 1, dry["IDENTIFIER"])
    there = stored(pycsw.csw, first["IDENTIFIER"])
    assert (there.title, there.licence, there.scale) == ("arbres", "Licence Ouverte 2.0", 5000)
    told = json.loads(report.read_text(encoding="utf-8"))
    assert (told["verified"], told["links"][0]["problem"]) == (True, "")
    assert first["MISSING"] == "revised, conformities, formats"
    assert run("publishmetadata", **asked)["ACTION"] == "unchanged"
    template.write_text(template.read_text(encoding="utf-8").replace("5000", "1000"), encoding="utf-8")
    second = run("publishmetadata", **asked)
    assert (second["ACTION"], second["IDENTIFIER"]) == ("replaced", first["IDENTIFIER"])
    assert stored(pycsw.csw, first["IDENTIFIER"]).scale == 1000
    undone = run("undo", **{"JOURNAL": second["JOURNAL"]})
    assert (undone["REPLACED"], undone["VERIFIED"]) == (1, 1)
    assert stored(pycsw.csw, first["IDENTIFIER"]).scale == 5000
    assert run("undo", **{"JOURNAL": first["JOURNAL"]})["CREATED"] == 1
    assert stored(pycsw.csw, first["IDENTIFIER"]) is None
    assert run("resume", **{"JOURNAL": first["JOURNAL"]})["VERIFIED"] == 1
    assert stored(pycsw.csw, first["IDENTIFIER"]) is not None


def test_a_layer_published_though_it_does_not_conform_says_so(run, trees, pycsw, editor, tmp_path):
    verdict = tmp_path / "controle.json"
    told = {"standard": "plu_2024", "version": "2024", "valid": False, "counts": {"error": 3, "warning": 0, "info": 0}}
    verdict.write_text(json.dumps({**told, "findings": []}), encoding="utf-8")
    asked = {"INPUT": trees, "TARGET": pycsw.csw, "TYPE": "csw", "AUTHCFG": editor, "VERDICT": str(verdict)}
    done = run("publishmetadata", **asked)
    found = stored(pycsw.csw, done["IDENTIFIER"]).conformities[0]
    assert (found.title, found.verdict) == ("CNIG PLU v2024", Verdict.NOT_CONFORMING)
    assert "3" in found.explanation
    assert found.date[:2] == "20"


def test_a_link_that_does_not_answer_is_counted(run, trees, template, pycsw, editor):
    template.write_text(template.read_text(encoding="utf-8").replace("/?f=json", "/nulle-part"), encoding="utf-8")
    asked = {"INPUT": trees, "TARGET": pycsw.csw, "TYPE": "csw", "AUTHCFG": editor, "METADATA": str(template)}
    assert run("publishmetadata", **{**asked, "DRY_RUN": True})["BROKEN_LINKS"] == 1


def test_a_record_that_is_not_as_it_was_sent_fails_the_algorithm(run, trees, geonetwork, editor, tmp_path):
    server = geonetwork()
    server.fault("lose", times=-1, element="title")
    asked = {"INPUT": trees, "TARGET": server.url, "AUTHCFG": editor, "JOURNALS": str(tmp_path)}
    with pytest.raises(QgsProcessingException, match="Title"):
        run("publishmetadata", **asked)
    assert [one.suffix for one in tmp_path.glob("fiche-*")] == [".journal"]


def test_a_template_that_cannot_be_read_fails_before_anything_is_sent(run, trees, geonetwork, tmp_path):
    server = geonetwork()
    with pytest.raises(QgsProcessingException):
        run("publishmetadata", **{"INPUT": trees, "TARGET": server.url, "METADATA": str(tmp_path / "absent.yaml")})
    assert "absent.yaml" in run.log
    assert server.log() == []


@pytest.mark.parametrize(
    ("type_", "protocol", "address"),
    [("ogcapi", "OGC API - Features", "/collections/arbre"), ("wfst", "OGC:WFS", "SERVICE=WFS")],
)
def test_publish_sends_the_record_last_with_the_address_of_the_data(  # noqa: PLR0917 - fixtures
    run, trees, template, qgis_server, postgis, pycsw, editor, tmp_path, type_, protocol, address
):
    postgis.reset()
    asked = {
        "INPUT": trees, "TARGET": qgis_server.api if type_ == "ogcapi" else qgis_server.url, "TYPE": type_,
        "COLLECTION": "arbre", "KEY": "id_public", "AUTHCFG": editor,
        "FIELDS": ["id_public", "essence", "hauteur"], "METADATA": pycsw.csw, "TEMPLATE": str(template),
        "REPORT": str(tmp_path / "publication.json"),
    }  # fmt: skip
    try:
        done = run("publish", **asked)
        assert (done["CREATED"], done["VERIFIED"]) == (1, 1)
        told = json.loads((tmp_path / "publication.json").read_text(encoding="utf-8"))["record"]
        there = stored(pycsw.csw, told["identifier"])
        link = next(one for one in there.links if one.protocol == protocol)
        assert link.url.startswith(qgis_server.url)
        assert address in link.url
        assert all(one["problem"] == "" for one in told["links"])
        assert told["url"] in done["LINKS"]
        assert trees.metadata().identifier() == told["identifier"]
    finally:
        postgis.reset()


@pytest.fixture
def into_folder(run, trees, tmp_path):
    """`into_folder(catalogue, …)`: publishes the trees to a folder, with their record; the outputs and the report."""
    shared, report = tmp_path / "partage", tmp_path / "publication.json"
    shared.mkdir()

    def made(catalogue: str, **more: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        asked = {"INPUT": trees, "TARGET": str(shared), "COLLECTION": "arbres", "KEY": "id_public"}
        done = run("publish", **asked, METADATA=catalogue, REPORT=str(report), **more)
        return done, json.loads(report.read_text(encoding="utf-8"))

    return made


def test_data_that_are_published_without_their_record_say_both_and_can_be_taken_back(run, into_folder, front, tmp_path):
    done, told = into_folder(f"{front.url}/rien")
    assert (done["CREATED"], done["VERIFIED"], done["RECORD"]) == (1, 1, "failed")
    assert (told["verified"], told["record"]["verified"], told["record"]["journal"]) == (True, False, "")
    assert "published and verified, their record is not" in run.log
    assert told["record"]["problem"] in run.log
    assert list((tmp_path / "partage").iterdir()) != []
    undone = run("undo", JOURNAL=done["JOURNAL"])
    assert (undone["CREATED"], undone["RECORD"]) == (1, "")


def test_the_data_and_their_record_are_taken_back_and_gone_on_with_together(run, into_folder, pycsw, editor, tmp_path):
    done, told = into_folder(pycsw.csw, AUTHCFG=editor, JOURNALS=str(tmp_path))
    name = told["record"]["identifier"]
    assert (done["RECORD"], stored(pycsw.csw, name).title) == ("published", "arbres")
    undone = run("undo", JOURNAL=done["JOURNAL"], REPORT=str(tmp_path / "retour.json"))
    assert (undone["CREATED"], undone["VERIFIED"], undone["RECORD"]) == (1, 1, "undone")
    assert stored(pycsw.csw, name) is None
    assert json.loads((tmp_path / "retour.json").read_text(encoding="utf-8"))["record"]["state"] == "undone"


def test_a_record_that_was_altered_is_named_by_the_journal_of_its_data_and_goes_with_them(
    run, into_folder, geonetwork, editor, tmp_path
):
    server = geonetwork()
    server.fault("lose", times=-1, element="title")
    done, told = into_folder(server.url, AUTHCFG=editor)
    assert (done["VERIFIED"], done["RECORD"]) == (1, "failed")
    assert told["record"]["journal"] != done["JOURNAL"]
    assert "Title" in told["record"]["problem"]
    assert run("resume", JOURNAL=done["JOURNAL"])["RECORD"] == "failed"
    undone = run("undo", JOURNAL=done["JOURNAL"])
    assert (undone["VERIFIED"], undone["RECORD"]) == (1, "undone")
    assert [one.method for one in server.log() if one.method == "DELETE"] == ["DELETE"]


@pytest.mark.parametrize("by_its_address", [False, True])
def test_the_kind_of_the_catalogue_of_a_platform_is_not_asked_again(
    by_its_address, run, into_folder, pycsw, editor, tmp_path, monkeypatch
):
    from data_territoires_plugin.processing import records

    platforms = tmp_path / "plateformes.yaml"
    platforms.write_text(
        f"agglo:\n  title: SIG\n  targets:\n    folder: {{address: {tmp_path}, collection: '{{layer}}'}}\n"
        f"    csw: {pycsw.csw}\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("DATA_TERRITOIRES_PLATFORMS", str(platforms))
    monkeypatch.setattr(records, "kind_of_catalogue", lambda *_: pytest.fail("asked again"))
    wanted = pycsw.csw if by_its_address else "platform"
    done, told = into_folder(wanted, PLATFORM="agglo", TYPE="folder", AUTHCFG=editor)
    assert (done["RECORD"], told["record"]["type"]) == ("published", "csw")


def test_a_record_is_not_sent_where_its_address_holds_a_password(run, into_folder, trees, tmp_path):
    secret = "https://nom:motdepasse@catalogue.invalid/csw"
    with pytest.raises(QgsProcessingException, match="password"):
        into_folder(secret)
    assert "motdepasse" not in run.log
    assert list((tmp_path / "partage").iterdir()) == []
    with pytest.raises(QgsProcessingException, match="password"):
        run("publishmetadata", INPUT=trees, TARGET=secret)
    assert "motdepasse" not in run.log


def test_a_clipped_layer_that_is_being_edited_keeps_its_recipe_in_its_record(into_folder, trees, pycsw, editor):
    import sqlite3

    with sqlite3.connect(trees.source().partition("|")[0]) as base:
        base.execute(
            "CREATE TABLE dt_recipe (entry TEXT, title TEXT, source TEXT, edition TEXT, licence TEXT, attribution TEXT,"
            " date TEXT, cut TEXT, document TEXT)"
        )
        base.execute(
            "INSERT INTO dt_recipe VALUES ('arbres', 'Arbres', 'essai', '2026-03', '', '', '2026-03-02', 'cut', NULL)"
        )
    base.close()
    trees.startEditing()
    trees.changeAttributeValue(next(trees.getFeatures()).id(), trees.fields().lookupField("essence"), "if")
    assert trees.isModified()
    _, told = into_folder(pycsw.csw, AUTHCFG=editor)
    assert "2026-03" in stored(pycsw.csw, told["record"]["identifier"]).lineage
    trees.rollBack()


def test_a_table_of_a_database_has_one_record_whoever_reads_it(qgis_app, monkeypatch):
    """Two colleagues on two machines, each with his name: the place of the data makes the identifier."""
    from data_territoires_plugin.metadata import identity

    def read(host: str, who: str, machine: str) -> str:
        monkeypatch.setattr(identity.platform, "node", lambda: machine)
        uri = f"dbname='sig' host={host} port=5432 {who} sslmode=disable key='id' table=\"public\".\"arbres\" (geom)"
        return identity.identifier_of(QgsVectorLayer(uri, "arbres", "postgres"))

    shared = {
        read("base.invalid", who, machine) for who in ("user='a'", "authcfg=abc1234") for machine in ("un", "deux")
    }
    own = {read("localhost", "user='a'", machine) for machine in ("un", "deux")}
    assert (len(shared), len(own)) == (1, 2)
