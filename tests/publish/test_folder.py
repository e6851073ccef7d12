"""A dataset in a folder, of a disk and of a real WebDAV server (nginx); GDAL's own tools are the independent reader."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from osgeo import ogr
from qgis.core import QgsFeedback

from data_territoires_plugin.errors import DataTerritoiresError, OutputError, ServerError
from data_territoires_plugin.publish.deposits import storages
from data_territoires_plugin.publish.deposits.folder import Folder
from data_territoires_plugin.publish.plan import Mode
from data_territoires_plugin.publish.publication import ColumnsWouldGo, Order, go_on, prepare, publish, take_back
from data_territoires_plugin.publish.sending import Interrupted

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.servers.front import Front

FIELDS = "id_public:string(40), essence:string(40), hauteur:double, planté:date"


@pytest.fixture(params=["disk", "webdav"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Path]:
    """The address of an empty folder, and where its files really are."""
    if request.param == "disk":
        folder = tmp_path / "partage"
        folder.mkdir()
        return str(folder), folder
    front: Front = request.getfixturevalue("front")
    return front.webdav(tmp_path.name)


@pytest.fixture
def order(place: tuple[str, Path], editor: str) -> Callable[..., Order]:
    return lambda layer, **more: Order(layer, "folder", place[0], "arbres", "id_public", authcfg=editor, **more)


def trees(layer: Any, *rows: tuple) -> Any:
    made = [(f"POINT({x} 6789000.125)", key, kind, height, day) for key, x, kind, height, day in rows]
    return layer("Point", "EPSG:2154", FIELDS, made)


OAK, BEECH = ("A1", 350000.5, "chêne", 12.5, "2020-02-29"), ("A2", 350010.25, "hêtre", None, None)


def held(folder: Path, name: str = "arbres") -> list[tuple]:
    data = ogr.Open(str(folder / name / "arbres.gpkg"))
    return sorted(
        (f["id_public"], f["essence"], f["hauteur"], f["planté"], f.GetGeometryRef().ExportToWkt())
        for f in data.GetLayer(0)
    )


def somebody_writes(folder: Path) -> None:
    data = ogr.Open(str(folder / "arbres" / "arbres.gpkg"), update=1)
    data.ExecuteSQL("UPDATE arbres SET essence = 'tilleul' WHERE id_public = 'A2'")
    data.FlushCache()


def published(order: Order, tmp_path: Path) -> tuple[Any, Path]:
    return publish(prepare(order, QgsFeedback()), tmp_path, QgsFeedback())


def test_a_first_publication_is_a_whole_folder(order: Any, layer: Any, place: Any, tmp_path: Path) -> None:
    result, _ = published(order(trees(layer, OAK, BEECH)), tmp_path)
    assert (result.created, result.failed, result.there, result.verified) == (2, (), 2, True)
    assert held(place[1]) == [
        ("A1", "chêne", 12.5, "2020/02/29", "POINT (350000.5 6789000.125)"),
        ("A2", "hêtre", None, None, "POINT (350010.25 6789000.125)"),
    ]
    names = {path.name for path in (place[1] / "arbres").iterdir()}
    assert names == {"arbres.gpkg", "arbres.qml", "arbres.sld", "LISEZMOI.md"}
    assert b"DOCTYPE" not in (place[1] / "arbres" / "arbres.qml").read_bytes()
    assert [path.name for path in place[1].iterdir()] == ["arbres"]


def test_the_difference_is_told_and_what_others_hold_is_kept(
    order: Any, layer: Any, place: Any, tmp_path: Path
) -> None:
    published(order(trees(layer, OAK, BEECH)), tmp_path)
    taller, elm = ("A1", 350000.5, "chêne", 13.0, "2020-02-29"), ("A3", 350020.0, "orme", 3.0, None)
    result, _ = published(order(trees(layer, taller, elm)), tmp_path)
    assert (result.created, result.replaced, result.deleted, result.there) == (1, 1, 0, 3)
    assert [(row[0], row[2]) for row in held(place[1])] == [("A1", 13.0), ("A2", None), ("A3", 3.0)]
    mirrored, _ = published(order(trees(layer, taller, elm), mode=Mode.MIRROR, most_deleted=50), tmp_path)
    assert (mirrored.deleted, mirrored.unchanged, mirrored.there) == (1, 2, 2)


def test_what_is_unchanged_is_read_once_for_the_plan_and_counted_from_it(
    layer: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # On a disk: a WebDAV server tells dates by the second, so that what was just written is read again.
    (tmp_path / "partage").mkdir()

    def sent(*rows: tuple) -> Any:
        order = Order(trees(layer, *rows), "folder", str(tmp_path / "partage"), "arbres", "id_public")
        return published(order, tmp_path)[0]

    sent(OAK, BEECH)
    reads, real = [], Folder.read
    monkeypatch.setattr(Folder, "read", lambda *given: reads.append(1) or real(*given))
    result = sent(OAK)
    assert (result.unchanged, result.there, result.verified, len(reads)) == (1, 2, True, 1)


def test_undo_gives_back_the_former_folder_byte_for_byte(order: Any, layer: Any, place: Any, tmp_path: Path) -> None:
    published(order(trees(layer, OAK, BEECH)), tmp_path)
    before = (place[1] / "arbres" / "arbres.gpkg").read_bytes()
    _, journal = published(order(trees(layer, ("A1", 350000.5, "frêne", 1.0, None))), tmp_path)
    undone = take_back(journal, QgsFeedback())
    assert (undone.failed, undone.verified) == ((), True)
    assert (place[1] / "arbres" / "arbres.gpkg").read_bytes() == before


def test_undo_of_a_first_publication_leaves_nothing(order: Any, layer: Any, place: Any, tmp_path: Path) -> None:
    _, journal = published(order(trees(layer, OAK)), tmp_path)
    assert take_back(journal, QgsFeedback()).verified
    assert list(place[1].iterdir()) == []


def test_what_somebody_changed_since_is_left_by_undo(order: Any, layer: Any, place: Any, tmp_path: Path) -> None:
    published(order(trees(layer, OAK, BEECH)), tmp_path)
    ash, yew = ("A1", 350000.5, "frêne", 1.0, None), ("A2", 350010.25, "if", 2.0, None)
    _, journal = published(order(trees(layer, ash, yew)), tmp_path)
    somebody_writes(place[1])
    undone = take_back(journal, QgsFeedback())
    assert [entry.key for entry in undone.failed] == ["A2"]
    assert [(row[0], row[1]) for row in held(place[1])] == [("A1", "chêne"), ("A2", "tilleul")]


def test_what_somebody_changed_since_the_plan_is_not_written_over(
    order: Any, layer: Any, place: Any, tmp_path: Path
) -> None:
    published(order(trees(layer, OAK, BEECH)), tmp_path)
    prepared = prepare(order(trees(layer, ("A1", 350000.5, "frêne", 1.0, None))), QgsFeedback())
    somebody_writes(place[1])
    with pytest.raises(DataTerritoiresError, match="somebody else"):
        publish(prepared, tmp_path, QgsFeedback())
    assert [(row[0], row[1]) for row in held(place[1])] == [("A1", "chêne"), ("A2", "tilleul")]


def test_columns_that_would_go_need_a_yes(order: Any, layer: Any, place: Any, tmp_path: Path) -> None:
    published(order(trees(layer, OAK)), tmp_path)
    poorer = layer("Point", "EPSG:2154", "id_public:string(40)", [("POINT(350000.5 6789000.125)", "A1")])
    with pytest.raises(ColumnsWouldGo):
        published(order(poorer), tmp_path)
    assert held(place[1])[0][1] == "chêne"
    published(order(poorer, columns_may_go=True), tmp_path)
    assert ogr.Open(str(place[1] / "arbres" / "arbres.gpkg")).GetLayer(0).GetLayerDefn().GetFieldCount() == 1


@pytest.mark.parametrize("cut", ["stage", "read_staged", "switch", "read", "dress"])
@pytest.mark.parametrize("after", [False, True], ids=["before it", "after it"])
def test_a_publication_cut_at_any_step_is_resumed_and_undone(
    order: Any, layer: Any, place: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cut: str, after: bool
) -> None:
    published(order(trees(layer, OAK, BEECH)), tmp_path)
    before, whole = held(place[1]), (place[1] / "arbres" / "arbres.gpkg").read_bytes()
    prepared = prepare(order(trees(layer, ("A1", 350000.5, "frêne", 1.0, None))), QgsFeedback())
    real = getattr(Folder, cut)

    def broken(*args: Any) -> Any:
        if after:
            real(*args)
        raise ServerError("cut")

    with monkeypatch.context() as patch:
        patch.setattr(Folder, cut, broken)
        with pytest.raises(Interrupted) as stopped:
            publish(prepared, tmp_path, QgsFeedback())
    assert held(place[1])[1] == before[1]  # whatever happens, a whole dataset is there
    journal = Path(str(stopped.value.hint).rpartition(" ")[2].rstrip("."))
    result = go_on(journal, QgsFeedback())
    assert (result.verified, [row[1] for row in held(place[1])]) == (True, ["frêne", "hêtre"])
    assert take_back(journal, QgsFeedback()).verified
    assert (held(place[1]), (place[1] / "arbres" / "arbres.gpkg").read_bytes()) == (before, whole)


def test_what_was_stored_otherwise_is_seen_before_anything_is_replaced(
    order: Any, layer: Any, place: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    published(order(trees(layer, OAK)), tmp_path)
    real = Folder.read_staged
    monkeypatch.setattr(Folder, "read_staged", lambda *args: [one for one in real(*args)][1:])
    result, _ = published(order(trees(layer, ("A1", 350000.5, "frêne", 1.0, None))), tmp_path)
    assert ([entry.key for entry in result.failed], result.verified) == (["A1"], False)
    assert held(place[1])[0][1] == "chêne"
    assert [path.name for path in place[1].iterdir()] == ["arbres"]


def test_a_new_style_alone_is_sent_alone(order: Any, layer: Any, place: Any, tmp_path: Path) -> None:
    from qgis.core import QgsMarkerSymbol, QgsSingleSymbolRenderer

    made = trees(layer, OAK)
    published(order(made), tmp_path)
    data = (place[1] / "arbres" / "arbres.gpkg").stat().st_mtime_ns
    made.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple({"color": "18,52,86"})))
    result, _ = published(order(made), tmp_path)
    assert (result.unchanged, result.verified) == (1, True)
    assert "#123456" in (place[1] / "arbres" / "arbres.sld").read_text()
    assert (place[1] / "arbres" / "arbres.gpkg").stat().st_mtime_ns == data


def test_the_number_of_the_row_and_what_a_clip_wrote_of_itself_are_not_published(
    order: Any, place: Any, tmp_path: Path
) -> None:
    from qgis.core import QgsVectorLayer

    clipped = ogr.GetDriverByName("GPKG").CreateDataSource(str(tmp_path / "clip.gpkg"))
    table = clipped.CreateLayer("t", geom_type=ogr.wkbNone)
    for name in ("id_public", "dt_cut"):
        table.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    feature = ogr.Feature(table.GetLayerDefn())
    feature["id_public"] = "A1"
    table.CreateFeature(feature)
    del table, clipped
    published(order(QgsVectorLayer(f"{tmp_path / 'clip.gpkg'}|layername=t", "t", "ogr")), tmp_path)
    there = ogr.Open(str(place[1] / "arbres" / "arbres.gpkg"))
    assert [field.name for field in there.GetLayer(0).schema] == ["id_public"]


class Cut:
    """Cuts the storage at its n-th gesture (of those that are named), before or after it is done."""

    def __init__(self, patch: pytest.MonkeyPatch, kind: str, names: tuple[str, ...]) -> None:
        self._storage = {"disk": storages.Disk, "webdav": storages.WebDav}[kind]
        self._error = {"disk": OutputError, "webdav": ServerError}[kind]
        self.left, self._after = 0, False
        for name in names:
            patch.setattr(self._storage, name, self._broken(getattr(self._storage, name)))

    def at(self, number: int, *, after: bool) -> None:
        self.left, self._after = number, after

    def _broken(self, real: Any) -> Any:
        def gesture(*args: Any) -> None:
            self.left -= 1
            if self.left < 0 and self.dead:
                raise self._error("still cut")
            if self.left != 0 or self._after:
                real(*args)
            if self.left == 0:
                self.dead = True
                raise self._error("cut")

        return gesture

    dead = False

    def mend(self) -> None:
        self.left, self.dead = 0, False


@pytest.mark.parametrize("then", ["resumed", "undone", "its undoing"])
def test_a_cut_at_any_gesture_of_the_storage_never_leaves_nothing(
    order: Any, layer: Any, place: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, then: str, request: Any
) -> None:
    """What is cut stays cut until the user comes back."""
    kind = request.node.callspec.params["place"]
    for trees_ in ((OAK,), (OAK, BEECH)):  # there is a former folder already
        published(order(trees(layer, *trees_)), tmp_path)
    before, poorer = held(place[1]), layer("Point", "EPSG:2154", "id_public:string(40)", [("POINT(350000.5 1)", "A1")])
    # A WebDAV server is slower: there, only the gestures of the switch.
    names = ("move", "remove", "make", "put") if kind == "disk" else ("move", "remove")
    cut, number, stopped = Cut(monkeypatch, kind, names), 0, True
    while stopped:
        number += 1
        for after in (False, True):
            folder = tmp_path / f"{number}-{after}"
            folder.mkdir()
            prepared = prepare(order(poorer, columns_may_go=True), QgsFeedback())
            if then == "its undoing":
                publish(prepared, folder, QgsFeedback())
            cut.at(number, after=after)
            stopped = False
            try:
                if then == "its undoing":
                    take_back(next(folder.glob("*.journal")), QgsFeedback())
                else:
                    publish(prepared, folder, QgsFeedback())
            except (OutputError, Interrupted):
                stopped = True
            cut.mend()
            (journal,) = folder.glob("*.journal")
            if then == "resumed":
                result = go_on(journal, QgsFeedback())
                assert (result.verified, result.there) == (True, 2), (number, after)
            assert take_back(journal, QgsFeedback()).verified, (number, after)
            assert held(place[1]) == before, (number, after)
            assert {path.name for path in place[1].iterdir()} <= {"arbres", "arbres.before"}, (number, after)
    assert number > 2


def test_a_switch_that_fails_half_way_puts_the_former_folder_back_at_once(
    order: Any, layer: Any, place: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: Any
) -> None:
    published(order(trees(layer, OAK)), tmp_path)
    prepared = prepare(order(trees(layer, ("A1", 350000.5, "frêne", 1.0, None))), QgsFeedback())
    storage = {"disk": storages.Disk, "webdav": storages.WebDav}[request.node.callspec.params["place"]]
    real = storage.move

    def locked(self: Any, name: str, to: str) -> None:
        if to == "arbres" and name != "arbres.before":
            raise OutputError("a file of this folder is open")
        real(self, name, to)

    monkeypatch.setattr(storage, "move", locked)
    with pytest.raises(OutputError):
        publish(prepared, tmp_path, QgsFeedback())
    assert held(place[1])[0][1] == "chêne"


def test_undo_of_a_cut_first_publication_leaves_nothing(
    order: Any, layer: Any, place: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: Any
) -> None:
    cut = Cut(monkeypatch, request.node.callspec.params["place"], ("put", "move"))
    for number, after in ((2, False), (5, False), (5, True)):
        folder = tmp_path / f"{number}{after}"
        folder.mkdir()
        prepared = prepare(order(trees(layer, OAK)), QgsFeedback())
        cut.at(number, after=after)
        with pytest.raises((OutputError, Interrupted)):
            publish(prepared, folder, QgsFeedback())
        cut.mend()
        assert take_back(next(folder.glob("*.journal")), QgsFeedback()).verified
        assert list(place[1].iterdir()) == []


def test_undo_of_what_is_back_already_changes_nothing(order: Any, layer: Any, place: Any, tmp_path: Path) -> None:
    """Published A, B, then A again: the folder that was put aside holds B."""
    ash = ("A1", 350000.5, "frêne", 1.0, None)
    published(order(trees(layer, OAK)), tmp_path)
    _, journal = published(order(trees(layer, ash)), tmp_path)
    published(order(trees(layer, OAK)), tmp_path)
    undone = take_back(journal, QgsFeedback())
    assert (undone.failed, undone.verified, held(place[1])[0][1]) == ((), True, "chêne")


def test_undo_never_takes_the_folder_that_another_publication_put_aside(
    order: Any, layer: Any, place: Any, tmp_path: Path
) -> None:
    """Published A, B, C, then B again: the folder that was put aside holds C."""
    ash, elm = ("A1", 350000.5, "frêne", 1.0, None), ("A1", 350000.5, "orme", 1.0, None)
    published(order(trees(layer, OAK)), tmp_path)
    _, journal = published(order(trees(layer, ash)), tmp_path)
    for tree in (elm, ash):
        published(order(trees(layer, tree)), tmp_path)
    with pytest.raises(DataTerritoiresError, match="put aside"):
        take_back(journal, QgsFeedback())
    assert held(place[1])[0][1] == "frêne"


def test_what_others_put_there_is_never_lost(order: Any, layer: Any, tmp_path: Path, place: Any, request: Any) -> None:
    wanted, folder = order(trees(layer, OAK)), place[1] / "arbres"

    def refused(said: str) -> None:
        with pytest.raises(DataTerritoiresError, match=said):
            prepare(wanted, QgsFeedback())

    folder.mkdir()
    (folder / "photos.zip").write_bytes(b"a whole summer")
    refused("holds no arbres.gpkg")
    (folder / "photos.zip").unlink()
    folder.rmdir()
    published(wanted, tmp_path)
    (folder / "photos.zip").write_bytes(b"a whole summer")
    if request.node.callspec.params["place"] == "disk":
        refused("photos.zip")
    else:  # nginx lists nothing
        assert "does not tell which files" in " ".join(prepare(wanted, QgsFeedback()).profile.notes)
    (folder / "photos.zip").unlink()
    (place[1] / "arbres.before").mkdir()
    refused("arbres.before was not made")
    (place[1] / "arbres.before").rmdir()
    data = ogr.Open(str(folder / "arbres.gpkg"), update=1)
    data.CreateLayer("haies", geom_type=ogr.wkbNone)
    del data
    refused("2 layers")


def test_a_webdav_server_that_lists_its_files_is_asked_for_them(qgis_app: Any) -> None:
    """The answer of a PROPFIND is that of RFC 4918, 9.1.3."""
    from tests.standins.stage import Answer, Request, StandIn

    def response(href: str) -> str:
        return f"<D:response><D:href>{href}</D:href><D:propstat/></D:response>"

    class Listing(StandIn):
        def answer(self, request: Request) -> Answer:
            if (request.method, request.headers.get("depth")) != ("PROPFIND", "1"):
                return Answer(405, "text/plain", b"")
            hrefs = ("/dav/Voirie%20et%20arbres/", "/dav/Voirie%20et%20arbres/%C3%A9t%C3%A9.zip")
            body = f'<D:multistatus xmlns:D="DAV:">{"".join(map(response, hrefs))}</D:multistatus>'
            return Answer(207, "application/xml; charset=utf-8", body.encode())

    server = Listing()
    try:
        storage = storages.WebDav(f"{server.root()}/dav", "", QgsFeedback())
        assert storage.listed("Voirie et arbres") == ("été.zip",)
    finally:
        server.stop()
