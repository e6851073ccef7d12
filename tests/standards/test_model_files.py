"""Our own file format: what is written is read back; what is wrong in a file is told with its place."""

from __future__ import annotations

import json
import random
import re
from types import MappingProxyType

import pytest

from data_territoires_plugin.errors import StandardError
from data_territoires_plugin.standards.model import (
    Check,
    Code,
    CodeList,
    Condition,
    Document,
    Field,
    FieldType,
    Geometry,
    Kind,
    Level,
    Piece,
    PieceKind,
    Presence,
    Reference,
    Standard,
    Table,
    Topology,
)
from data_territoires_plugin.standards.reading import StandardFile, read_file
from data_territoires_plugin.standards.writing import to_json


def _any_field(chance: random.Random, name: str) -> Field:
    words = ["", "é", "a b", "«\u00a0x\u00a0»", "'\"\\", "1"]
    return Field(
        name=name,
        type=chance.choice(list(FieldType)),
        title=chance.choice(words),
        presence=chance.choice(list(Presence)),
        required=chance.random() < 0.5,
        min_length=chance.choice([None, 0, 9]),
        minimum=chance.choice([None, 0.0, -1.5, 1e300, 3]),
        values=tuple(chance.sample(words, 3)),
        aliases=tuple(chance.sample(words, 2)),
    )


def _standard(**members) -> Standard:
    zone = Table(
        "ZONE_URBA",
        fields=(Field("TYPEZONE", required=True), Field("LIBELLE", max_length=12)),
        geometry=Geometry((Kind.POLYGON,), multi=None, z=False, crs=("EPSG:2154",)),
        references=(Reference(("TYPEZONE",), "zones", ("TYPEZONE",), is_code_list=True),),
        conditions=(Condition("c", "LIBELLE IS NOT NULL", "LIBELLE est obligatoire.", Level.WARNING),),
        checks=(Check("insee", ("LIBELLE",), MappingProxyType({"year": "2025"})),),
        topology=(Topology("no_overlap", 0.01),),
        key=("LIBELLE",),
    )
    document = Document("x_PLU", (Piece("ZONE_URBA", PieceKind.TABLE, "a/b", Presence.MANDATORY, "ZONE_URBA"),), "PLU")
    zones = CodeList("zones", ("TYPEZONE",), (Code(("U",), "Urbaine"), Code(("N",), since="2017")))
    held = {
        "id": "essai_1",
        "title": "Essai",
        "version": "1",
        "date": "2025",
        "source": "nous",
        "family": "autre",
        "tables": (zone,),
        "code_lists": (zones,),
        "document": document,
        **members,
    }
    return Standard(**held)


@pytest.fixture
def written(tmp_path):
    """A file of standards, whose JSON may be changed before it is read."""

    def write(*standards, change=lambda content: None):
        path = tmp_path / "essai.json"
        content = json.loads(to_json(standards))
        change(content)
        path.write_text(json.dumps(content), encoding="utf-8")
        return path

    return write


def test_a_standard_is_read_back_as_it_was(written):
    one = _standard()
    assert read_file(written(one)) == (one,)


def test_the_parameters_of_a_check_are_read_back_too(written):
    (read,) = read_file(written(_standard()))
    assert dict(read.tables[0].checks[0].parameters) == {"year": "2025"}


def test_a_path_is_written_in_parts_and_read_whole(written):
    pieces = (Piece("A1", PieceKind.TABLE, "Donnees_geographiques/A1_GENERATEUR_SUP_S", Presence.OPTIONAL),)
    path = written(_standard(document=Document("x", pieces, "SUP")))
    assert "Donnees_geographiques/A1" not in path.read_text(encoding="utf-8")
    assert read_file(path)[0].document.pieces == pieces


def test_what_two_standards_share_is_written_once(written):
    one, two = _standard(), _standard(id="essai_2", version="2")
    path = written(one, two)
    assert read_file(path) == (one, two)
    assert path.read_text(encoding="utf-8").count("Urbaine") == 1
    file = StandardFile(path)
    assert file.standard("essai_1").tables[0] is file.standard("essai_2").tables[0]


@pytest.mark.parametrize("seed", range(30))
def test_any_field_is_read_back(tmp_path, seed):
    chance = random.Random(seed)
    fields = tuple(_any_field(chance, f"C{rank}") for rank in range(chance.randrange(5)))
    one = _standard(tables=(Table("T", fields=fields),), document=None)
    path = tmp_path / "any.json"
    path.write_text(to_json((one, _standard(id="autre", tables=one.tables, document=None))), encoding="utf-8")
    assert read_file(path)[0] == one


def _table(content):
    return content["standards"][0]["tables"][0]


WRONG = {
    "an unknown key": (lambda c: _table(c).update(nom="x"), r"standards\[0\]\.tables\[0\]\.nom"),
    "a missing key": (lambda c: _table(c).pop("name"), r"standards\[0\]\.tables\[0\].*name"),
    "a text for a number": (
        lambda c: _table(c)["fields"][1].update(max_length="12"),
        r"tables\[0\]\.fields\[1\]\.max_length",
    ),
    "a boolean for a number": (lambda c: _table(c)["fields"][1].update(max_length=True), r"fields\[1\]\.max_length"),
    "a number for a boolean": (lambda c: _table(c)["fields"][1].update(required=1), r"fields\[1\]\.required"),
    "an unknown type": (lambda c: _table(c)["fields"][1].update(type="texte"), r"fields\[1\]\.type.*texte.*text"),
    "a list in place of an object": (lambda c: c["standards"].__setitem__(0, []), "essai"),
    "an object in place of a list": (lambda c: _table(c).update(fields={}), r"tables\[0\]\.fields"),
    "a shared value that isn't": (lambda c: _table(c)["fields"].append(7), r"fields\[2\].*7"),
    "a pattern that can't be read": (lambda c: _table(c)["fields"][1].update(pattern="(["), r"LIBELLE.*\(\["),
    "a list of codes that isn't": (lambda c: c["standards"][0].pop("code_lists"), r"TYPEZONE.*zones"),
    "a key that is no field": (lambda c: _table(c).update(key=["FID"]), "FID"),
    "two tables of one name": (
        lambda c: c["standards"][0]["tables"].append(_table(c)),
        "ZONE_URBA",
    ),
    "a piece of a table that isn't": (
        lambda c: c["standards"][0]["document"]["pieces"][0].update(table="SECTEUR"),
        "SECTEUR",
    ),
}


@pytest.mark.parametrize("fault", WRONG)
def test_a_wrong_file_is_refused_with_its_name_and_the_place(written, fault):
    change, place = WRONG[fault]
    path = written(_standard(), change=change)
    with pytest.raises(StandardError) as refused:
        StandardFile(path).standard("essai_1") if fault != "a list in place of an object" else read_file(path)
    assert "essai.json" in refused.value.message
    assert re.search(place, refused.value.message)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"format": 99, "standards": []}', '"\\ud800', "\x00"])
def test_what_is_no_file_of_standards_is_refused(tmp_path, text):
    path = tmp_path / "autre.json"
    path.write_text(text, encoding="utf-8", errors="surrogatepass")
    with pytest.raises(StandardError, match=r"autre\.json"):
        read_file(path)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(StandardError, match=r"absent\.json"):
        read_file(tmp_path / "absent.json")


def test_the_same_standards_give_the_same_text():
    assert to_json((_standard(), _standard(id="b"))) == to_json((_standard(), _standard(id="b")))
