"""What must hold before a layer is published: its licence and its verdict, each opened on the user's word."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from data_territoires_plugin.publish.licences import Family, LicenceConflict, family, licence_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LO, ODBL = "Licence Ouverte 2.0", "Open Database License (ODbL)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Licence Ouverte 2.0 https://www.etalab.gouv.fr/licence-ouverte-open-licence", Family.ATTRIBUTION),
        ("lov2", Family.ATTRIBUTION), ("fr-lo", Family.ATTRIBUTION), ("CC-BY-4.0", Family.ATTRIBUTION),
        ("https://creativecommons.org/licenses/by-sa/4.0/", Family.SHARE_ALIKE), ("cc-by-nc", Family.CLOSED),
        ("odc-odbl", Family.ODBL), ("Open Data Commons Open Database License", Family.ODBL),
        ("CC0", Family.FREE), ("Licence maison", Family.UNKNOWN),
    ],
)  # fmt: skip
def test_a_licence_is_known_by_its_title_its_id_or_its_address(text: str, expected: Family) -> None:
    assert family(text) is expected


def test_what_comes_from_openstreetmap_stays_under_its_licence() -> None:
    assert licence_of([LO, ODBL]) == (ODBL, ())
    with pytest.raises(LicenceConflict, match="ODbL"):
        licence_of([LO, ODBL], asked=LO)


def test_two_licences_that_each_want_the_whole_are_not_brought_together() -> None:
    with pytest.raises(LicenceConflict):
        licence_of([ODBL, "CC BY-SA 4.0"])


def test_a_source_that_must_be_named_is_not_given_to_the_public_domain() -> None:
    with pytest.raises(LicenceConflict):
        licence_of([LO], asked="CC0")
    assert licence_of([LO], asked="CC-BY-4.0") == ("CC-BY-4.0", ())


def test_an_unknown_licence_or_none_is_told() -> None:
    assert len(licence_of(["Licence maison"])[1]) == len(licence_of([])[1]) == 1


@pytest.fixture
def parameters(layer: Any, tmp_path: Path) -> Callable[..., dict]:
    shared = tmp_path / "partage"
    shared.mkdir()

    def made(kind: str, fields: str, *rows: tuple, **more: Any) -> dict:
        return {"INPUT": layer(kind, "EPSG:4326", fields, rows), "TARGET": str(shared), "COLLECTION": "jeu", **more}

    return made


def test_a_layer_that_does_not_follow_its_standard_is_published_only_knowingly(
    run: Any, provider: Any, parameters: Any, tmp_path: Path
) -> None:
    fields = "id_lieu:string, insee:string"
    row = ("POINT(-1.6 48.1)", "x", "99999")
    asked = parameters("Point", fields, row, KEY="id_lieu", STANDARD="covoiturage")
    with pytest.raises(Exception, match="covoiturage"):
        run("publish", **asked)
    assert list((tmp_path / "partage").iterdir()) == []
    report = tmp_path / "rapport.json"
    done = run("publish", **asked, NON_CONFORMING=True, REPORT=str(report))
    assert done["CREATED"] == 1
    told = json.loads(report.read_text(encoding="utf-8"))["conformity"]
    assert (told["valid"], told["errors"] > 0) == (False, True)


def test_a_dry_run_tells_every_gate_that_is_shut_by_its_name(
    run: Any, provider: Any, parameters: Any, tmp_path: Path
) -> None:
    fields = "id_lieu:string, insee:string, prenom:string"
    first = parameters("Point", fields, *((f"POINT(-1.6 48.{n})", f"L{n}", "99999", "") for n in range(1, 4)))
    run("publish", **first, KEY="id_lieu")
    asked = {**first, "INPUT": first["INPUT"].clone()}
    made, metadata = asked["INPUT"], asked["INPUT"].metadata()
    one, *others = made.getFeatures()
    provider_of = made.dataProvider()
    assert provider_of.deleteFeatures([each.id() for each in others])
    assert provider_of.changeAttributeValues({one.id(): {2: "Jeanne"}})
    metadata.setLicenses([ODBL])
    made.setMetadata(metadata)
    report = tmp_path / "simulation.json"
    shut = {"KEY": "id_lieu", "MODE": "mirror", "STANDARD": "covoiturage", "LICENCE": LO, "REPORT": str(report)}
    done = run("publish", **asked, **shut, DRY_RUN=True)
    assert done["DELETED"] == 2
    gates = json.loads(report.read_text(encoding="utf-8"))["gates"]
    assert [one["name"] for one in gates] == ["licence", "conformity", "deletions", "personal"]
    assert all(one["message"] in run.log for one in gates)
    with pytest.raises(Exception, match="ODbL"):
        run("publish", **asked, **shut)


def test_a_verdict_already_given_is_taken_at_its_word(run: Any, provider: Any, parameters: Any, tmp_path: Path) -> None:
    verdict = tmp_path / "verdict.json"
    verdict.write_text(json.dumps({"standard": "s", "version": "1", "valid": True, "counts": {"error": 0}}))
    asked = parameters("Point", "id:string", ("POINT(-1.6 48.1)", "x"), KEY="id", VERDICT=str(verdict))
    assert run("publish", **asked)["VERIFIED"] == 1
    verdict.write_text("[]")
    with pytest.raises(Exception, match=r"verdict\.json"):
        run("publish", **asked)


def test_the_licence_that_is_asked_goes_with_the_files(
    run: Any, provider: Any, parameters: Any, tmp_path: Path
) -> None:
    asked = parameters("Point", "id:string", ("POINT(-1.6 48.1)", "x"), KEY="id", LICENCE="Licence Ouverte 2.0")
    run("publish", **asked)
    assert "Licence Ouverte 2.0" in (tmp_path / "partage" / "jeu" / "LISEZMOI.md").read_text(encoding="utf-8")


def test_a_layer_under_odbl_is_not_published_under_another_licence(
    run: Any, provider: Any, parameters: Any, tmp_path: Path
) -> None:
    asked = parameters("Point", "id:string", ("POINT(-1.6 48.1)", "x"), KEY="id", LICENCE="Licence Ouverte 2.0")
    metadata = asked["INPUT"].metadata()
    metadata.setLicenses([ODBL])
    asked["INPUT"].setMetadata(metadata)
    with pytest.raises(Exception, match="ODbL"):
        run("publish", **asked)
    assert list((tmp_path / "partage").iterdir()) == []


def test_a_layer_in_the_wrong_crs_is_refused_and_told(run: Any, provider: Any, layer: Any, tmp_path: Path) -> None:
    swapped = layer("Point", "EPSG:2154", "id:string", [("POINT(6789000 351000)", "c")])
    done = run("publish", INPUT=swapped, TARGET=str(tmp_path), COLLECTION="autre", KEY="id", DRY_RUN=True)
    assert (done["CREATED"], done["FAILED"]) == (0, 1)


def test_what_is_being_edited_is_published_as_it_is_seen(run: Any, provider: Any, layer: Any, tmp_path: Path) -> None:
    from osgeo import ogr
    from qgis.core import QgsFeature, QgsGeometry

    made = layer("Point", "EPSG:2154", "id:string(8)", [("POINT(351000 6789000)", "a")])
    made.startEditing()
    drawn = QgsFeature(made.fields())
    drawn.setGeometry(QgsGeometry.fromWkt("POINT(351010 6789010)"))
    drawn.setAttributes(["b"])
    made.addFeature(drawn)
    assert run("publish", INPUT=made, TARGET=str(tmp_path), COLLECTION="jeu", KEY="id")["CREATED"] == 2
    there = ogr.Open(str(tmp_path / "jeu" / "jeu.gpkg"))
    assert {f["id"] for f in there.GetLayer(0)} == {"a", "b"}
    assert (made.isModified(), made.featureCount()) == (True, 2)
