"""Publishing inside a model of QGIS saved and read again, on the real QGIS Server and pycsw."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.processing.models import LAYER, Model
from tests.publish.test_publishmetadata import stored, trees

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["trees"]
TREE = "SELECT essence FROM arbre WHERE id_public = 'M1'"


def test_a_layer_and_its_record_are_published_resumed_and_undone_by_models(
    provider: Any, trees: Any, qgis_server: Any, pycsw: Any, postgis: Any, editor: str, tmp_path: Path
) -> None:
    postgis.reset()
    before = postgis.rows("SELECT count(*) FROM arbre")
    there = Model()
    there.add(
        "publish", INPUT=LAYER, PLATFORM="qgis_server", TARGET=qgis_server.api, COLLECTION="arbre", KEY="id_public",
        AUTHCFG=editor, JOURNALS=str(tmp_path),
    )  # fmt: skip
    there.add("resume", JOURNAL=("publish", "JOURNAL"))
    there.add("publishmetadata", INPUT=LAYER, TARGET=pycsw.csw, AUTHCFG=editor, JOURNALS=str(tmp_path))
    told = there.run(tmp_path / "publier.model3", layer=trees)
    assert (told["publish"]["CREATED"], told["publish"]["VERIFIED"]) == (1, 1)
    assert (told["resume"]["CREATED"], told["resume"]["VERIFIED"]) == (1, 1)
    assert postgis.rows(TREE) == [("chêne",)]
    record = told["publishmetadata"]["IDENTIFIER"]
    assert stored(pycsw.csw, record).title == "arbres"
    back = Model()
    back.add("undo", JOURNAL=told["publishmetadata"]["JOURNAL"])
    assert back.run(tmp_path / "defaire_fiche.model3", layer=trees)["undo"]["VERIFIED"] == 1
    assert stored(pycsw.csw, record) is None
    back = Model()
    back.add("undo", JOURNAL=told["publish"]["JOURNAL"])
    assert back.run(tmp_path / "defaire.model3", layer=trees)["undo"]["VERIFIED"] == 1
    assert (postgis.rows(TREE), postgis.rows("SELECT count(*) FROM arbre")) == ([], before)
