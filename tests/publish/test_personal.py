"""Personal data are found, shown masked, and never leave without a choice."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from qgis.core import QgsCoordinateReferenceSystem, QgsFeedback

from data_territoires_plugin.errors import SourceError
from data_territoires_plugin.publish import personal
from data_territoires_plugin.publish.content import Column, Content, Row, text_of
from data_territoires_plugin.publish.personal import Kind, PersonalDataError, Treatment, is_nir, masked
from data_territoires_plugin.publish.publication import Order, prepare, publish

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.servers.database import Postgis

# The example that INSEE publishes of a number and its key: 2 55 08 14 168 025 38.
EXAMPLE = "2 55 08 14 168 025 38"


def content(columns: dict[str, list], type_: str = "text") -> Content:
    described = (Column("id"), *(Column(name, type_) for name in columns))
    rows = [Row(str(n), (str(n), *values)) for n, values in enumerate(zip(*columns.values(), strict=True))]
    return Content(described, "id", QgsCoordinateReferenceSystem(), tuple(rows))


def kinds(columns: dict[str, list]) -> dict[str, tuple[Kind, bool]]:
    return {one.column: (one.kind, one.sure) for one in personal.suspicions(content(columns))}


@pytest.mark.parametrize(
    ("column", "kind"),
    [
        ("Prénom", Kind.NAME), ("NOM_NAISSANCE", Kind.NAME), ("nom du demandeur", None), ("nom_demandeur", Kind.NAME),
        ("date_naissance", Kind.BIRTH), ("jdatnss", Kind.BIRTH), ("propriétaire", Kind.OWNER), ("ddenom", Kind.OWNER),
        ("num_secu", Kind.NIR), ("iban", Kind.BANK), ("nom", None), ("nom_voie", None), ("libelle", None),
        ("nom_commune", None), ("tribune", None), ("type_propriete", None),
    ],
)  # fmt: skip
def test_columns_are_known_by_their_names(column: str, kind: Kind | None) -> None:
    assert kinds({column: ["x"]}) == ({column: (kind, True)} if kind else {})


@pytest.mark.parametrize(
    ("value", "kind", "sure"),
    [
        ("écrire à jeanne.dupont@exemple.fr", Kind.EMAIL, True),
        (f"dossier {EXAMPLE}", Kind.NIR, True),
        ("chez Mme Durand", Kind.NAME, True),
        ("tél. 02 99 12 34 56", Kind.PHONE, False),
        ("+33 6 12 34 56 78", Kind.PHONE, False),
    ],
)
def test_values_tell_it_where_names_do_not(value: str, kind: Kind, sure: bool) -> None:
    assert kinds({"remarque": ["rien", value]}) == {"remarque": (kind, sure)}


@pytest.mark.parametrize(
    "value",
    ["mairie@rennes.fr", "sig@exemple.fr", "35238000AB0123", "21350238800019", "1 250 000,00", "0.1234567890"],
)  # fmt: skip
def test_what_is_not_of_a_person_is_left_alone(value: str) -> None:
    assert kinds({"contact": [value]}) == {}


def test_a_telephone_beside_a_name_is_somebody_s() -> None:
    assert kinds({"prenom": ["Jeanne"], "tel": ["0612345678"]})["tel"] == (Kind.PHONE, True)


PLACES = st.sampled_from(["35", "2A", "2B", "97", "99"])


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # other work may slow the machine
@given(st.integers(1, 2), st.integers(0, 99), st.integers(1, 12), PLACES, st.integers(0, 999999))
def test_the_key_of_a_nir_is_the_published_formula(sex: int, year: int, month: int, place: str, rest: int) -> None:
    body = f"{sex}{year:02}{month:02}{place}{rest:06}"
    number = int(body.replace("2A", "19").replace("2B", "18"))
    key = 97 - number % 97
    assert is_nir(f"{body}{key:02}")
    assert not is_nir(f"{body}{key % 97 + 1:02}")


@given(st.text())
def test_a_sample_never_shows_a_whole_word(text: str) -> None:
    words = [word for word in text.split() if len(word) > 2 and word.isalpha()]
    assert not any(word in masked(text).split() for word in words)


def test_a_pseudonym_is_the_same_for_the_same_value_and_another_with_another_key() -> None:
    made = content({"abonne": ["Jeanne", " JEANNE", "Ali", ""]})
    one, other = (
        [row.values[1] for row in personal.treated(made, {"abonne": Treatment.PSEUDONYM}, lambda key=key: key).rows]
        for key in (b"a" * 32, b"b" * 32)
    )
    assert (one[0] == one[1], one[0] == one[2], one[3]) == (True, False, "")
    assert not set(one[:3]) & set(other[:3])


def test_of_a_birth_only_the_year_is_left() -> None:
    made = content({"naissance": ["1980-05-17", "17/05/1981", "inconnue"]})
    told = personal.treated(made, {"naissance": Treatment.YEAR}, lambda: b"")
    assert [row.values[1] for row in told.rows] == [1980, 1981, None]


def keyed(values: list, type_: str = "text") -> Content:
    rows = tuple(Row(text_of(value), (value,)) for value in values)
    return Content((Column("dossier", type_),), "dossier", QgsCoordinateReferenceSystem(), rows)


def test_a_key_under_pseudonym_is_that_of_its_column_however_its_number_is_written() -> None:
    one, other = (
        personal.treated(keyed([value], type_), {"dossier": Treatment.PSEUDONYM}, lambda: b"k" * 32).rows[0]
        for value, type_ in ((12.0, "number"), ("12", "text"))
    )
    assert one.key == one.values[0] == other.key == other.values[0]
    assert len(one.key) == 16


def test_two_keys_that_have_one_pseudonym_are_refused() -> None:
    with pytest.raises(SourceError, match="several times"):
        personal.treated(keyed(["A1", "a1"]), {"dossier": Treatment.PSEUDONYM}, lambda: b"k" * 32)


@pytest.mark.parametrize("treatment", [Treatment.YEAR, Treatment.DROP])
def test_a_key_is_neither_left_out_nor_made_a_year(treatment: Treatment) -> None:
    with pytest.raises(PersonalDataError, match="dossier:pseudonym"):
        personal.treated(keyed(["2024-05-17", "2024-06-01"]), {"dossier": treatment}, lambda: b"")


@pytest.fixture
def order(layer: Any, postgis: Postgis, tmp_path: Path) -> Callable[..., Order]:
    fields = "id_public:string, essence:string, prenom:string, contact:string"
    rows = [("POINT(-1.6 48.1)", f"P{n}", "chêne", "Jeanne", f"jeanne.{n}@exemple.fr") for n in range(3)]
    made = layer("Point", "EPSG:4326", fields, rows)
    folder = tmp_path / "partage"
    folder.mkdir()
    return lambda **more: Order(made, "folder", str(folder), "arbres", "id_public", **more)


def test_nothing_leaves_before_a_choice_and_the_message_masks_it(order: Any, tmp_path: Path) -> None:
    prepared = prepare(order(), QgsFeedback())
    with pytest.raises(PersonalDataError) as stopped:
        publish(prepared, tmp_path, QgsFeedback())
    told = f"{stopped.value.message} {stopped.value.hint}"
    assert ("prenom:drop" in told, "contact:drop" in told, "Jeanne" in told, "jeanne." in told) == (
        True,
        True,
        False,
        False,
    )
    assert list((tmp_path / "partage").iterdir()) == []


def test_what_is_left_out_is_in_no_file(order: Any, editor: str, tmp_path: Path) -> None:
    prepared = prepare(order(personal="prenom:drop, contact:pseudonym"), QgsFeedback())
    result, _ = publish(prepared, tmp_path, QgsFeedback())
    assert (result.created, result.verified) == (3, True)
    everything = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert (b"Jeanne" in everything, b"jeanne." in everything, b"essence" in everything) == (False, False, True)


def test_a_choice_that_says_nothing_is_refused_in_words(order: Any) -> None:
    with pytest.raises(Exception, match="prenom:burn"):
        prepare(order(personal="prenom:burn"), QgsFeedback())
    assert json.dumps([one.value for one in Treatment]) == '["drop", "year", "pseudonym", "keep"]'
