"""The checks of identifiers, dates and types, against published examples and other implementations."""

from __future__ import annotations

import random
from datetime import date, datetime
from types import MappingProxyType

import pytest

from data_territoires_plugin.standards.engine.checks import CHECKS, load_checks
from data_territoires_plugin.standards.engine.options import Options
from data_territoires_plugin.standards.engine.types import accepts
from data_territoires_plugin.standards.engine.values import faults_of
from data_territoires_plugin.standards.model import Check, Field, FieldType
from data_territoires_plugin.standards.shelf import standard


@pytest.fixture
def wrong(qgis_app):
    load_checks()

    def run(name: str, *rows, fields=("F",), options: Options | None = None, **parameters):
        values = [row if isinstance(row, tuple) else (row,) for row in rows]
        check = Check(name, fields, MappingProxyType(parameters))
        return [values[found[0]][0] for found in CHECKS[name](values, check, options or Options())]

    return run


def test_siren_and_siret_of_known_bodies_are_right_and_a_digit_changed_is_found(wrong):
    """Rennes Métropole, INSEE, La Poste's seat and one of its offices, whose key is another one."""
    assert wrong("siren", "243500139", "120027016", "356000000", None) == []
    assert wrong("siret", "12002701600563", "35600000000048", "35600000049837") == []
    assert wrong("siren", "243500138", "24350013", "2435001390", "24350013A") == [
        "243500138",
        "24350013",
        "2435001390",
        "24350013A",
    ]
    assert wrong("siret", "12002701600564", "243500139") == ["12002701600564", "243500139"]


def test_any_single_digit_changed_or_two_neighbours_swapped_is_found_in_a_siren(wrong):
    """What the sum of Luhn promises, but for 09 and 90."""
    right = "243500139"
    for at in range(9):
        changed = right[:at] + str((int(right[at]) + random.randint(1, 9)) % 10) + right[at + 1 :]
        assert wrong("siren", changed) == [changed]


def test_finess_numbers_have_a_key_but_that_of_corsica_is_left_alone(wrong):
    assert wrong("finess", "750712184", "2A0000014", "2B0000020", "2A0000019") == []
    assert wrong("finess", "750712185", "75071218", "7A0712184X") == ["750712185", "75071218", "7A0712184X"]


def test_insee_codes_exist_in_the_year_of_the_run_or_of_the_document(wrong):
    """35112 (Fougères' neighbour) merged into 35062 in 2019: right in a document of 2015, former today."""
    assert wrong("insee", "35238", "2A004", "75101", "97411") == []
    assert wrong("insee", "35000", "3523", "2C004", "35112") == ["35000", "3523", "2C004", "35112"]
    assert wrong("insee", "35112", options=Options(document="35112_PLU_20150101")) == []
    assert wrong("insee", "35112", former="yes") == []


def test_a_former_commune_is_told_with_the_one_of_today_and_as_a_warning(layer, checked):
    from data_territoires_plugin.standards.model import Level, Standard, Table

    table = Table("T", fields=(Field("INSEE"),), checks=(Check("insee", ("INSEE",), code="CNIG_INSEE_INVALID"),))
    rows = [{"INSEE": "35112"}, {"INSEE": "3523"}, {"INSEE": "35000"}]
    findings = checked(layer(rows), Standard("t", "T", "1", "", "", "", (table,))).findings
    assert [(one.rule, one.level, one.code) for one in findings] == [
        ("insee_former", Level.WARNING, ""),
        ("insee", Level.ERROR, "CNIG_INSEE_INVALID"),
        ("insee_unknown", Level.ERROR, ""),
    ]
    assert "35062" in findings[0].help


def test_random_identifiers_agree_with_python_s_uuid(wrong):
    import uuid

    assert wrong("uuid4", *(str(uuid.uuid4()) for _ in range(50))) == []
    others = [str(uuid.uuid1()), str(uuid.uuid5(uuid.NAMESPACE_URL, "x")), "x", str(uuid.uuid4())[:-1]]
    assert wrong("uuid4", *others) == others


def test_dates_are_in_order_whatever_their_form_and_empty_ones_are_left_alone(wrong):
    fields = ("DATVALID", "DATAPPRO")
    assert wrong("date_order", ("20240101", "2024-01-02"), ("20240101", None), ("", "x"), fields=fields) == []
    assert wrong("date_order", ("20240103", "02/01/2024"), fields=fields) == ["20240103"]


def test_a_day_to_come_is_found(wrong):
    today = Options(today=date(2026, 1, 31))
    assert wrong("not_future", "20260131", "2026-01-31T23:00:00", None, options=today) == []
    assert wrong("not_future", "20260201", options=today) == ["20260201"]


def test_the_identifier_of_a_document_follows_from_its_name(wrong):
    named = Options(document="35238_PLU_20240101")
    assert wrong("document_code", "35238_PLU_20240101", "35238_plu_20240101", options=named, form="v2") == []
    assert wrong("document_code", "35238_PLU_20240102", options=named, form="v2") == ["35238_PLU_20240102"]
    assert wrong("document_code", "3523820240101", options=named, form="v1") == []
    assert wrong("document_code", "anything") == []
    assert wrong("idurba", "35238_PLU_20240101", "3523820240101", "PLU de Rennes") == ["PLU de Rennes"]


# ------------------------------------------------------------------------------------------------ types
@pytest.mark.parametrize(
    ("field", "right", "wrong_ones"),
    [
        (Field("f", FieldType.INTEGER), ["4", "-4", "4.0", "007"], ["4.5", "quatre", "4,0", "1e3"]),
        (Field("f", FieldType.NUMBER), ["4", "-4.5", ".5", "1e-3"], ["4,5", "4.5 m", "--4", "nan"]),
        (Field("f", FieldType.NUMBER, decimal=",", group=" ", bare=False), ["4,5", "1 234,5 €"], ["quatre"]),
        (Field("f", FieldType.BOOLEAN), ["1", "0", "true", "F", "oui"], ["2", "peut-être"]),
        (Field("f", FieldType.BOOLEAN, true_values=("vrai",), false_values=("faux",)), ["vrai"], ["true", "1"]),
        (Field("f", FieldType.DATE), ["2024-02-29"], ["2023-02-29", "29/02/2024", "2024-2-29", "20240229"]),
        (Field("f", FieldType.DATE, formats=("%Y%m%d", "%Y")), ["20240229", "2024"], ["2024022", "20241301"]),
        (Field("f", FieldType.DATETIME), ["2024-02-29T12:00:00Z", "2024-02-29T12:00:00.5+01:00"], ["2024-02-29"]),
        (Field("f", FieldType.TIME), ["23:59:59"], ["24:00:00", "12h"]),
        (Field("f", FieldType.YEAR), ["2024"], ["24"]),
        (Field("f", FieldType.YEAR_MONTH), ["2024-02"], ["2024-13"]),
        (Field("f", FieldType.EMAIL), ["mairie@ville.fr"], ["mairie", "a@b"]),
        (Field("f", FieldType.URL), ["https://ville.fr/a?b=c"], ["ville.fr"]),
        (Field("f", FieldType.GEOPOINT), ["[-1.68, 48.11]", "-1.68,48.11"], ["[48]", "[-1.68, 98.1]"]),
        (Field("f", FieldType.WKT), ["POINT (1 2)", "MULTIPOLYGON Z(((0 0 0)))"], ["1 2"]),
        (Field("f", FieldType.OBJECT), ['{"a": 1}'], ["{a: 1}"]),
    ],
)
def test_a_type_takes_what_it_must_and_nothing_else(field, right, wrong_ones):
    test = accepts(field)
    assert [text for text in right if not test(text)] == []
    assert [text for text in wrong_ones if test(text)] == []


def test_dates_agree_with_python_on_random_days():
    random.seed(12)
    test = accepts(Field("f", FieldType.DATE))
    for _ in range(2000):
        text = f"{random.randint(1900, 2100)}-{random.randint(0, 13):02}-{random.randint(0, 32):02}"
        try:
            expected = bool(datetime.fromisoformat(text))
        except ValueError:
            expected = False
        assert test(text) is expected, text


def test_a_file_named_with_another_case_is_a_warning_and_an_absent_one_an_error(layer, checked):
    from data_territoires_plugin.standards.model import Standard, Table

    table = Table("T", fields=(Field("NOMFIC", FieldType.FILENAME),))
    standard = Standard("t", "T", "1", "", "", "", (table,))
    rows = [{"NOMFIC": name} for name in ("reglement.pdf", "Reglement.PDF", "plan.pdf")]
    found = checked(layer(rows), standard, pieces=frozenset({"reglement.pdf"})).findings
    assert sorted((one.rule, one.level.value, one.feature) for one in found) == [
        ("filename", "error", "3"),
        ("filename_case", "warning", "2"),
    ]
    assert checked(layer(rows), standard).findings == ()


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (FieldType.YEAR, "1987"),
        (FieldType.YEAR_MONTH, "2026-01"),
        (FieldType.UUID, "828e1140-523c-4a41-b466-ab1b64a4a4bd"),
        (FieldType.EMAIL, "nom@exemple.fr"),
        (FieldType.TIME, "08:00:00"),
    ],
)
def test_a_space_before_or_after_a_value_is_not_of_its_type(kind, text):
    """As frictionless 5.21 judges them."""
    accepted = accepts(Field("F", kind))
    assert [accepted(one) for one in (text, f" {text}", f"{text} ")] == [True, False, False]


_LISTED = r"(?:(?:^|\|)([0-9A-B]{2}\d{6}[0-9A-Z]{2}\d{4}|)\1+[0-9A-B]{2}\d{6}[0-9A-Z]{2}\d{4})+$"  # friches 1.0.6


@pytest.mark.parametrize("pattern", ["(a+)+b", "(a|aa)+", "(a|ab)(c|bcd)(d*)", _LISTED, r"^(https?:\/\/[^|\s]*\|)*x$"])
def test_a_pattern_that_may_be_slow_says_what_python_says_where_python_answers(pattern, qgis_app):
    import re
    from itertools import product

    from data_territoires_plugin.standards.engine.patterns import matcher, may_be_slow

    short = ["".join(one) for size in range(6) for one in product("abcd", repeat=size)]
    parcels = ["12083000AH0035", "12083000AH0035|12083000AH0072", "12083000AH0035|", "|12083000AH0035", "12083"]
    urls = ["http://a.b|x", "http://a b|x", "https://a|http://b|x", "x", "http://a", "é", chr(0x661)]
    texts = [*short, *parcels, *urls, "a\n", "\n"]
    assert [matcher(pattern)(one) for one in texts] == [re.fullmatch(pattern, one) is not None for one in texts]
    assert may_be_slow(pattern) == (pattern != "(a|ab)(c|bcd)(d*)")


def test_no_pattern_that_is_shipped_keeps_the_machine_on_one_value(qgis_app):
    """Each pattern that may be slow, on long lists that almost follow it: an answer, or none, but soon."""
    from data_territoires_plugin.standards.engine.patterns import may_be_slow

    fields = [one for id_ in ("friches", "sites_economiques", "aires_livraison") for table in standard(id_).tables
              for one in table.fields if one.pattern]  # fmt: skip
    slow = [one for one in fields if may_be_slow(one.pattern)]
    assert {one.name for one in slow} >= {"unite_fonciere_refcad", "proprio_type", "terr_refcad"}
    for field in slow:
        judge = faults_of(field, Options())
        for text in ((field.example or "a") * 300, f"{'|'.join([field.example or 'a'] * 60)}!", "a" * 5000):
            assert {rule for rule, _ in judge(text)} <= {"pattern", "pattern_undecided", "max_length", "type"}


def test_a_value_whose_form_can_not_be_told_in_time_is_said_to_be(qgis_app):
    field = Field("F", pattern="(a|b|ab)*(?=c)d?")
    found = faults_of(field, Options())("ab" * 200)
    assert found == [("pattern_undecided", "(a|b|ab)*(?=c)d?")]
    assert faults_of(field, Options())("abd") == [("pattern", "(a|b|ab)*(?=c)d?")]
