"""Names and values of local layers told from those of the standards; the mapping as a file."""

from __future__ import annotations

import json

import pytest

from data_territoires_plugin.errors import StandardError
from data_territoires_plugin.standards.mapping.file import read_mapping, text_of, write_mapping
from data_territoires_plugin.standards.mapping.model import (
    FieldRule,
    Located,
    Mapping,
    Place,
    TableRule,
    Way,
)
from data_territoires_plugin.standards.mapping.values import Values
from data_territoires_plugin.standards.mapping.words import are_opposite, name_likeness, same_meaning
from data_territoires_plugin.standards.model import Code, CodeList, Field, FieldType, Reference, Standard, Table
from data_territoires_plugin.standards.shelf import standard


# ------------------------------------------------------------------------------------------------------ names
@pytest.mark.parametrize(
    ("column", "field", "least"),
    [
        ("NBRE_PL", "nbre_pl", 1.0),
        ("Identifiant local", "identifiant_local", 0.95),
        ("UNITE_FONC", "unite_fonciere_surface", 0.9),
        ("nb_places", "nombre_places", 0.85),
        ("code_insee", "insee", 0.8),
        ("depcom", "code_commune", 0.8),
        ("Observations", "commentaire", 0.8),
        ("gestionaire", "gestionnaire", 0.55),
    ],
)
def test_a_name_is_found_by_its_case_its_cut_its_words_and_its_synonyms(column, field, least):
    likeness, why = name_likeness(column, field)
    assert likeness >= least
    assert why


@pytest.mark.parametrize(("column", "field"), [("hauteur", "largeur"), ("date_maj", "commune"), ("etat", "insee")])
def test_names_that_say_different_things_are_not_taken_for_one_another(column, field):
    assert name_likeness(column, field)[0] < 0.5


def test_an_alias_is_the_name_in_another_version():
    assert name_likeness("site_pollution", "sol_pollution_existe", aliases=("SITE_POLLUTION",))[0] > 0.9


def test_payant_is_the_opposite_of_gratuit():
    assert are_opposite("PAYANT", "gratuit")
    assert not are_opposite("payant", "couverture")


# ----------------------------------------------------------------------------------------------------- values
def values(field: Field, codes: CodeList | None = None, missing: tuple[str, ...] = ()) -> Values:
    references = (Reference((field.name,), codes.id, codes.columns, is_code_list=True),) if codes else ()
    table = Table("t", fields=(field,), references=references, missing=missing)
    return Values(Standard("s", "S", "1", "", "", "autre", (table,), (codes,) if codes else ()), table, field)


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        (Field("d", FieldType.DATE), "24/06/2019", "2019-06-24"),
        (Field("d", FieldType.DATE), "24-06-2019", "2019-06-24"),
        (Field("d", FieldType.DATE), "2019-06-24T10:11:12", "2019-06-24"),
        (Field("d", FieldType.DATE, formats=("%Y%m%d",)), "2019-06-24", "20190624"),
        (Field("y", FieldType.YEAR), "01/01/1998", "1998"),
        (Field("n", FieldType.NUMBER), "12,5", "12.5"),
        (Field("n", FieldType.NUMBER), "1 234,5 m²", "1234.5"),
        (Field("n", FieldType.INTEGER), "12 places", "12"),
        (Field("n", FieldType.INTEGER), "12,00", "12"),
        (Field("n", FieldType.INTEGER), "12,5", None),
        (Field("b", FieldType.BOOLEAN, true_values=("oui",), false_values=("non",)), "VRAI", "oui"),
        (Field("b", FieldType.BOOLEAN, true_values=("true",), false_values=("false",)), "0", "false"),
        (Field("c", pattern=r"\d{5}"), "1004", "01004"),
        (Field("c", pattern=r"[A-Z0-9]{5}"), "2a004", "2A004"),
        (Field("u", FieldType.URL), "www.rennes.fr", "https://www.rennes.fr"),
        (Field("v", values=("Délaissé routier", "Parking")), "DELAISSE  ROUTIER", "Délaissé routier"),
        (Field("v", values=("Délaissé routier", "Parking")), "parc", None),
        (Field("t"), "l\u0092arbre ", "l’arbre"),
    ],
)
def test_a_value_written_otherwise_is_written_as_the_field_wants_it_and_nothing_is_guessed(field, text, expected):
    assert values(field).safely(text) == expected


COVOITURAGE = standard("covoiturage")
TYPE = Values(COVOITURAGE, COVOITURAGE.tables[0], COVOITURAGE.tables[0].field("type"))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("aire de covoiturage", "Aire de covoiturage"),
        ("Aire", "Aire de covoiturage"),
        ("P+R", "Parking relais"),
        ("parking-relais", "Parking relais"),
        ("grande surface", "Supermarché"),
        ("Délaisé routier", "Délaissé routier"),
        ("sorties d'autoroutes", "Sortie d'autoroute"),
    ],
)
def test_a_local_value_finds_its_code(text, code):
    found = TYPE.guessed(text)
    assert found is not None
    assert found.value == code


@pytest.mark.parametrize("text", ["gare", "LIVRAISON", "?", "12"])
def test_a_value_that_is_none_of_the_codes_stays_without(text):
    assert TYPE.guessed(text) is None


def test_the_label_of_a_code_finds_it():
    codes = CodeList("z", ("code",), (Code(("01",), "Zone urbaine"), Code(("02",), "Zone agricole")))
    assert values(Field("z"), codes).guessed("zone AGRICOLE").value == "02"


def test_every_code_of_every_standard_is_its_own_value():
    for name in ("covoiturage", "stationnement_cyclable", "plu_2024", "friches", "irve_statique"):
        held = standard(name)
        for table in held.tables:
            for field in table.fields:
                known = Values(held, table, field)
                if field.type not in (FieldType.LIST, FieldType.BOOLEAN):
                    assert all(known.safely(code) == code for code in known.codes if known.fits(code))


def test_yes_and_no_are_told_in_many_words():
    opened = Values(COVOITURAGE, COVOITURAGE.tables[0], COVOITURAGE.tables[0].field("ouvert"))
    assert opened.guessed("en service").value == "true"
    assert opened.guessed("Projet").value == "false"
    assert same_meaning("P+R", "parc relais")


# ------------------------------------------------------------------------------------------------------- file
MAPPING = Mapping(
    "covoiturage",
    "0.3.0",
    (
        TableRule(
            "covoiturage",
            (
                FieldRule("id_local", Way.COLUMNS, ("IDENT",)),
                FieldRule("ad_lieu", Way.COLUMNS, ("NUM", "VOIE"), separator=" "),
                FieldRule("type", Way.COLUMNS, ("NATURE",), values=(("aire", "Aire de covoiturage"),), confidence=0.6),
                FieldRule("com_lieu", Way.COLUMNS, ("LIEU",), separator=" - ", part=2),
                FieldRule("ouvert", Way.CONSTANT, text="true"),
                FieldRule("nbre_pl", Way.EXPRESSION, text='"PLACES" + "PMR"'),
                FieldRule("Xlong", Way.GEOMETRY, text="longitude"),
            ),
            Located(Place.COLUMNS, ("X", "Y"), "EPSG:2154"),
            filter="\"NATURE\" <> 'gare'",
            once=True,
        ),
    ),
    "aires",
    ("IDENT", "NUM", "VOIE", "NATURE", "LIEU", "PLACES", "PMR", "X", "Y"),
)


def test_a_mapping_comes_back_from_its_file_as_it_was(tmp_path):
    path = tmp_path / "covoiturage.json"
    write_mapping(MAPPING, path)
    assert read_mapping(path) == MAPPING


def test_the_file_says_the_standard_its_version_and_the_columns(tmp_path):
    content = json.loads(text_of(MAPPING))
    assert (content["version"], content["standard"], content["standard_version"]) == (1, "covoiturage", "0.3.0")
    assert content["source"]["columns"] == list(MAPPING.columns)
    assert content["tables"][0]["fields"]["ouvert"] == {"constant": "true"}


def changed(**change):
    content = json.loads(text_of(MAPPING))
    table = content["tables"][0]
    for key, value in change.items():
        if key == "field":
            table["fields"]["id_local"] = value
        elif key == "place":
            table["geometry"] = value
        else:
            content[key] = value
    return json.dumps(content)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "JSON"),
        ("[]", "object"),
        (changed(version=2), "version 1"),
        (changed(tables=[]), "tables"),
        (changed(standard=""), "standard"),
        (changed(colour="red"), "colour"),
        (changed(field={"columns": ["A"], "constant": "b"}), "fields.id_local"),
        (changed(field={"columns": []}), "fields.id_local.columns"),
        (changed(field={"geometry": "altitude"}), "altitude"),
        (changed(field={"columns": ["A", "B"], "part": 1}), "part"),
        (changed(field={"columns": ["A"], "values": {"a": 1}}), "values"),
        (changed(field={"column": "A"}), "column"),
        (changed(place={"place": "columns", "columns": ["X"]}), "geometry.columns"),
        (changed(place={"place": "moon"}), "moon"),
    ],
)
def test_a_file_that_is_wrong_is_refused_with_the_place(tmp_path, text, words):
    path = tmp_path / "m.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(StandardError, match=r"m\.json") as caught:
        read_mapping(path)
    assert words in str(caught.value)


def test_an_absent_file_is_told(tmp_path):
    with pytest.raises(StandardError, match=r"absent\.json"):
        read_mapping(tmp_path / "absent.json")


def test_a_mapping_serves_a_layer_whose_columns_have_another_case_or_were_cut(tmp_path):
    names = [name.lower() for name in MAPPING.columns]
    sound = MAPPING.for_layer(COVOITURAGE, names, "aires")
    assert sound.tables[0].used <= set(names)
    cut = Mapping(
        "covoiturage", "", (TableRule("covoiturage", (FieldRule("type", Way.COLUMNS, ("nature_du_lieu",)),)),)
    )
    assert cut.for_layer(COVOITURAGE, ["NATURE_DU_"], "a").tables[0].fields[0].columns == ("NATURE_DU_",)


def test_everything_that_a_mapping_names_and_is_not_there_is_told_at_once():
    wrong = Mapping(
        "covoiturage",
        "",
        (
            TableRule("covoiturage", (FieldRule("nom", Way.COLUMNS, ("ABSENTE",)),)),
            TableRule("parkings", (FieldRule("nom", Way.CONSTANT, text="x"),)),
        ),
    )
    with pytest.raises(StandardError) as caught:
        wrong.for_layer(COVOITURAGE, ["NOM"], "aires")
    assert all(word in str(caught.value) for word in ("ABSENTE", "parkings", "nom", "aires"))
