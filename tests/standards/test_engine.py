"""The engine: columns, values, references, conditions, and the two ways of reading."""

from __future__ import annotations

import os
import random
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from data_territoires_plugin.errors import Cancelled, SourceError
from data_territoires_plugin.standards.model import (
    Code,
    CodeList,
    Condition,
    Document,
    Field,
    FieldType,
    Level,
    Presence,
    Reference,
    Standard,
    Table,
)

CODES = CodeList(
    "PrescriptionUrbaType",
    ("TYPEPSC", "STYPEPSC"),
    (Code(("01", "00"), "Espace boisé classé"), Code(("05", "00")), Code(("05", "01")), Code(("97", "00"))),
)
ZONES = Table(
    "PRESCRIPTION",
    fields=(
        Field("LIBELLE", required=True, max_length=20),
        Field("TYPEPSC", required=True, pattern="[0-9]{2}"),
        Field("STYPEPSC", required=True),
        Field("NOMFIC", presence=Presence.OPTIONAL),
        Field("DATVALID", FieldType.DATE, formats=("%Y%m%d",), presence=Presence.OPTIONAL),
        Field("ETAT", values=("01", "02", "03"), presence=Presence.OPTIONAL),
        Field("IDPSC", unique=True, presence=Presence.OPTIONAL),
        Field("HAUTEUR", FieldType.NUMBER, minimum=0, maximum=100, presence=Presence.OPTIONAL),
    ),
    references=(Reference(("TYPEPSC", "STYPEPSC"), CODES.id, CODES.columns, is_code_list=True),),
    conditions=(
        Condition("nomfic", "TYPEPSC NOT LIKE '97' OR NOMFIC IS NOT NULL", "Si TYPEPSC = 97, NOMFIC est obligatoire"),
    ),
)
STANDARD = Standard("essai", "Essai", "2024", "2024-01-01", "tests", "urbanisme", (ZONES,), (CODES,))
NATIONAL = replace(STANDARD, document=Document("x", (), "PLU"))
RIGHT = {
    "LIBELLE": "Zone",
    "TYPEPSC": "01",
    "STYPEPSC": "00",
    "NOMFIC": None,
    "DATVALID": "20240131",
    "ETAT": "01",
    "IDPSC": "a",
    "HAUTEUR": 12.5,
}


def rules(verdict: Any) -> list[tuple[str, str, str]]:
    return [(finding.rule, finding.feature, finding.field) for finding in verdict.findings]


def test_a_right_layer_has_no_finding(layer, checked):
    verdict = checked(layer([RIGHT]), STANDARD)
    assert (verdict.findings, verdict.valid, verdict.rows) == ((), True, 1)


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"LIBELLE": None}, "required"),
        ({"LIBELLE": ""}, "required"),
        ({"LIBELLE": "x" * 21}, "max_length"),
        ({"TYPEPSC": "5", "STYPEPSC": None}, "pattern"),
        ({"TYPEPSC": "05", "STYPEPSC": "77"}, "codes"),
        ({"DATVALID": "31/01/2024"}, "type"),
        ({"DATVALID": "20240230"}, "type"),
        ({"ETAT": "04"}, "values"),
        ({"HAUTEUR": -1.0}, "minimum"),
        ({"HAUTEUR": 100.5}, "maximum"),
        ({"TYPEPSC": "97"}, "condition"),
        ({"LIBELLE": "ForÃªt"}, "characters"),
        ({"LIBELLE": "a\x07b"}, "characters"),
    ],
)
def test_a_planted_fault_is_found_at_its_feature_with_no_other(layer, checked, change, rule):
    wrong = {**RIGHT, "IDPSC": "b", **change}
    verdict = checked(layer([RIGHT, wrong, {**RIGHT, "IDPSC": "c"}]), STANDARD)
    found = [(finding.rule, finding.feature) for finding in verdict.findings]
    assert [one for one in found if one != ("required", "2") or rule == "required"] == [(rule, "2")]
    finding = next(finding for finding in verdict.findings if finding.rule == rule)
    assert finding.level is Level.ERROR
    assert finding.message
    assert finding.help


def test_a_missing_column_is_one_finding_whatever_the_number_of_rows(layer, checked):
    rows = [
        {name: value for name, value in RIGHT.items() if name != "LIBELLE"} | {"IDPSC": str(at)} for at in range(50)
    ]
    verdict = checked(layer(rows), STANDARD)
    assert rules(verdict) == [("presence", "", "LIBELLE")]


def test_the_national_validator_s_codes_and_levels_are_told(layer, checked):
    row = {name: value for name, value in RIGHT.items() if name not in ("LIBELLE", "NOMFIC")} | {"REMARQUE": "x"}
    verdict = checked(layer([row]), NATIONAL)
    assert [(finding.code, finding.level.value, finding.field) for finding in verdict.findings] == [
        ("TABLE_MISSING_ATTRIBUTE", "error", "LIBELLE"),
        ("TABLE_MISSING_PRESENCE_OPTIONAL_ATTRIBUTE", "info", "NOMFIC"),
        ("TABLE_UNEXPECTED_ATTRIBUTE", "warning", "REMARQUE"),
    ]


def test_an_unknown_column_is_only_said_where_the_standard_tolerates_it(layer, checked):
    verdict = checked(layer([RIGHT | {"REMARQUE": "x"}]), STANDARD)
    assert [(finding.rule, finding.level) for finding in verdict.findings] == [("unknown_column", Level.INFO)]
    assert verdict.valid


@pytest.mark.parametrize(
    ("written", "expected"),
    [("libelle", []), ("Libellé", ["column_name"]), ("LI_BELLE", ["column_name"])],
)
def test_columns_are_matched_by_name_whatever_their_case_and_a_respelled_one_is_said(layer, checked, written, expected):
    row = {written: "Zone"} | {name: value for name, value in RIGHT.items() if name != "LIBELLE"}
    assert [finding.rule for finding in checked(layer([row]), STANDARD).findings] == expected


def test_a_name_cut_by_dbf_is_the_field(layer, checked):
    table = Table("T", fields=(Field("destination_principale", required=True), Field("destination")))
    verdict = checked(layer([{"destinatio": "x", "DESTINATION": "y"}]), replace(STANDARD, tables=(table,)))
    assert verdict.findings == ()


def test_a_duplicate_is_one_finding_that_names_the_others(layer, checked):
    rows = [RIGHT | {"IDPSC": name} for name in ("a", "b", "a", "a", None, None)]
    (finding,) = checked(layer(rows), STANDARD).findings
    assert (finding.rule, finding.feature, finding.other, finding.measure) == ("unique", "1", "3, 4", 3)


def test_all_findings_are_there_none_cut_off(layer, checked):
    rows = [RIGHT | {"IDPSC": str(at), "ETAT": "99"} for at in range(12_345)]
    assert checked(layer(rows), STANDARD).counts == {"error": 12_345, "warning": 0, "info": 0}


def test_a_code_that_lost_its_zero_and_one_of_a_later_version_are_explained(layer, checked, monkeypatch):
    later = replace(
        STANDARD,
        id="essai_2025",
        version="2025",
        code_lists=(replace(CODES, codes=(*CODES.codes, Code(("44", "01")))),),
    )
    monkeypatch.setattr("data_territoires_plugin.standards.shelf.standard", lambda _id: later)
    rows = [RIGHT | {"TYPEPSC": "1", "STYPEPSC": "0"}, RIGHT | {"TYPEPSC": "44", "STYPEPSC": "01", "IDPSC": "b"}]
    verdict = checked(layer(rows), replace(STANDARD, newer="essai_2025"))
    helps = {finding.feature: finding.help for finding in verdict.findings if finding.rule == "codes"}
    assert "01 / 00" in helps["1"]
    assert "2025" in helps["2"]


def test_values_that_refer_to_another_table_are_looked_up_in_it(layer, checked_all):
    generators = Table("GENERATEUR", fields=(Field("IDGEN"),))
    seats = Table(
        "ASSIETTE",
        fields=(Field("IDGEN"),),
        references=(Reference(("IDGEN",), "GENERATEUR", ("IDGEN",), is_code_list=False),),
    )
    standard = replace(STANDARD, tables=(generators, seats))
    parents, children = layer([{"IDGEN": "g1"}]), layer([{"IDGEN": "g1"}, {"IDGEN": "g2"}, {"IDGEN": None}])
    verdict = checked_all([(children, seats), (parents, generators)], standard)
    assert [(finding.rule, finding.feature, finding.value) for finding in verdict.findings] == [
        ("reference", "2", "g2")
    ]
    alone = checked_all([(children, seats)], standard)
    assert alone.findings == ()
    assert "GENERATEUR" in alone.not_checked[0]


def test_a_condition_agrees_with_sqlite_on_random_rows(layer, checked):
    """The reference: the same predicate, by SQLite, on the whole table."""
    import sqlite3

    random.seed(4)
    names = ("ETAT", "DATEFIN", "ANGLE")
    predicate = "(DATEFIN IS NOT NULL OR ETAT NOT IN ('04', '05')) AND (ANGLE IS NULL OR CAST(ANGLE AS INTEGER) <= 359)"
    rows = [
        {
            "ETAT": random.choice(["03", "04", "05", None]),
            "DATEFIN": random.choice(["20240101", None]),
            "ANGLE": random.choice(["12", "360", None]),
        }
        for _ in range(200)
    ]
    table = Table("T", fields=tuple(Field(name) for name in names), conditions=(Condition("c", predicate),))
    found = {int(one.feature) for one in checked(layer(rows), replace(STANDARD, tables=(table,))).findings}
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE t (ETAT TEXT, DATEFIN TEXT, ANGLE TEXT)")
    base.executemany("INSERT INTO t VALUES (:ETAT, :DATEFIN, :ANGLE)", rows)
    assert found == {at for (at,) in base.execute(f"SELECT rowid FROM t WHERE NOT ({predicate})")}
    assert found


@pytest.mark.parametrize("predicate", ["ETAT = ", "(SELECT load_extension('x'))", "1; DROP TABLE row"])
def test_a_condition_that_cannot_be_read_or_would_do_something_else_is_refused(layer, checked, predicate):
    table = Table("T", fields=(Field("ETAT"),), conditions=(Condition("c", "ETAT IS NULL AND " + predicate),))
    with pytest.raises(SourceError, match="“c”"):
        checked(layer([{"ETAT": None}]), replace(STANDARD, tables=(table,)))


def test_a_layer_without_features_or_without_columns_is_said(layer, checked):
    assert [one.rule for one in checked(layer([], RIGHT), STANDARD).findings] == ["empty_table"]
    findings = checked(layer([], {}), STANDARD).findings
    assert [one.rule for one in findings if one.level is Level.ERROR] == ["presence"] * 3


def test_the_edits_of_a_layer_are_checked(layer, checked):
    edited = layer([RIGHT, RIGHT | {"IDPSC": "b"}])
    edited.startEditing()
    edited.changeAttributeValue(2, edited.fields().lookupField("ETAT"), "99")
    edited.deleteFeature(1)
    assert rules(checked(edited, STANDARD)) == [("values", "2", "ETAT")]


def test_a_layer_removed_after_the_start_is_still_checked(layer, subject_of, run_on):
    temporary = layer([RIGHT, RIGHT | {"ETAT": "99", "IDPSC": "b"}])
    subject = subject_of(temporary)
    temporary.deleteLater()
    del temporary
    assert rules(run_on([(subject, ZONES)], STANDARD)) == [("values", "2", "ETAT")]


def test_a_layer_that_memory_can_not_hold_is_refused_in_words(geopackage, tmp_path):
    """A machine with less memory than the layer takes: a process that may have 3 MB more than it has."""
    import subprocess

    from tests.conftest import PROJECT

    rows = [RIGHT | {"IDPSC": str(at), "LIBELLE": f"{at:0200}"} for at in range(40_000)]
    path = geopackage(rows).source().partition("|")[0]
    script = tmp_path / "little.py"
    script.write_text(_LITTLE_MEMORY, encoding="utf-8")
    here = os.environ | {"PYTHONPATH": str(PROJECT)}
    done = subprocess.run([sys.executable, str(script), path], capture_output=True, text=True, check=False, env=here)
    assert "does not fit in the memory" in done.stdout, done.stderr[-800:]


@pytest.mark.parametrize(("count", "told"), [(3, "c0, c1, c2"), (30, "ListeEtat")])
def test_what_is_expected_of_a_short_list_is_its_codes_not_its_name(layer, checked, count, told):
    codes = CodeList("ListeEtat", ("ETAT",), tuple(Code((f"c{at}",)) for at in range(count)))
    reference = Reference(("ETAT",), "ListeEtat", ("ETAT",), is_code_list=True)
    table = Table("T", fields=(Field("ETAT"),), references=(reference,))
    wanted = Standard("essai", "Essai", "1", "", "tests", "urbanisme", (table,), (codes,))
    (finding,) = checked(layer([{"ETAT": "zz"}]), wanted).findings
    assert (finding.rule, finding.value, finding.expected) == ("codes", "zz", told)
    assert told in finding.message


@pytest.mark.skipif(sys.platform != "linux", reason="read from the system, each its own way")
def test_the_room_that_is_left_is_what_the_system_has_and_no_more():
    from data_territoires_plugin.standards.engine.room import free_bytes

    told = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
    swap = int(next(line.split()[1] for line in told if line.startswith("SwapTotal"))) * 1024
    assert 0 < free_bytes() <= os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") + swap


_LITTLE_MEMORY = """
import resource, sys
from pathlib import Path
from qgis.core import QgsApplication, QgsFeedback
app = QgsApplication([], False)
app.initQgis()
from data_territoires_plugin.errors import SourceError
from data_territoires_plugin.standards.engine import run
from data_territoires_plugin.standards.engine.subject import Subject
from data_territoires_plugin.standards.model import Field, Standard, Table
table = Table("essai", fields=(Field("LIBELLE", required=True), Field("IDPSC", unique=True)))
standard = Standard("e", "E", "1", "", "", "", (table,))
subject = Subject.of_file(Path(sys.argv[1]))
run.load_checks()
used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + 3_000_000, resource.RLIM_INFINITY))
try:
    run.validate([(subject, table)], standard, run.Options(), QgsFeedback())
except SourceError as error:
    print(error.message, flush=True)
import os
os._exit(0)
"""


def test_a_stop_is_obeyed(layer, subject_of, run_on):
    from qgis.core import QgsFeedback

    feedback = QgsFeedback()
    feedback.progressChanged.connect(lambda share: feedback.cancel() if share > 0 else None)
    rows = [RIGHT | {"IDPSC": str(at)} for at in range(12_000)]
    with pytest.raises(Cancelled):
        run_on([(subject_of(layer(rows)), ZONES)], STANDARD, feedback=feedback)


# ------------------------------------------------------------------------------------------------ two readings
def _random_rows(count: int) -> list[dict[str, Any]]:
    random.seed(41)
    return [
        {
            "LIBELLE": random.choice(["Zone", "", None, "é" * 30, "a\tb", "1"]),
            "TYPEPSC": random.choice(["01", "05", "97", "5", None]),
            "STYPEPSC": random.choice(["00", "01", "99"]),
            "NOMFIC": random.choice([None, "a.pdf", ""]),
            "DATVALID": random.choice(["20240131", "2024-01-31", None]),
            "ETAT": random.choice(["01", "99", None]),
            "IDPSC": str(random.randrange(count)),
            "HAUTEUR": random.choice([0.1 + 0.2, -3.0, 1e20, 101.0, None, 5.0]),
        }
        for _ in range(count)
    ]


def test_both_readings_give_the_same_findings_on_random_rows(geopackage, subject_of, run_on):
    source = geopackage(_random_rows(2000))
    fast = subject_of(source)
    slow = fast.generic()
    assert (fast.is_sql, slow.is_sql) == (True, False)
    by_sql, by_qgis = run_on([(fast, ZONES)], STANDARD), run_on([(slow, ZONES)], STANDARD)
    assert by_sql.findings == by_qgis.findings
    assert len({finding.rule for finding in by_sql.findings}) >= 8


def test_native_dates_booleans_and_integers_read_the_same_both_ways(geopackage, subject_of):
    from qgis.core import QgsFeedback
    from qgis.PyQt.QtCore import QDate

    rows = [
        {"jour": QDate(2024, 2, 29), "ouvert": True, "nombre": 4, "mesure": 4.0},
        dict.fromkeys(("jour", "ouvert", "nombre", "mesure")),
    ]
    subject = subject_of(geopackage(rows))
    names = ["jour", "ouvert", "nombre", "mesure"]
    expected = [(1, ("2024-02-29", "1", "4", "4")), (2, (None,) * 4)]
    assert list(subject.rows(names, QgsFeedback())) == expected
    assert list(subject.generic().rows(names, QgsFeedback())) == expected


def test_a_filter_an_edit_or_a_list_leave_the_reading_to_qgis(geopackage, subject_of):
    filtered = geopackage([RIGHT])
    filtered.setSubsetString("ETAT = '01'")
    edited = geopackage([RIGHT])
    edited.startEditing()
    edited.deleteFeature(1)
    assert not subject_of(filtered).is_sql
    assert not subject_of(edited).is_sql


def test_a_file_that_breaks_off_is_said(geopackage, subject_of, run_on, tmp_path: Path):
    source = geopackage([RIGHT | {"IDPSC": str(at)} for at in range(5000)])
    subject = subject_of(source)
    path = subject.path
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\0" * (len(whole) - 8192))
    with pytest.raises(SourceError):
        run_on([(subject, ZONES)], STANDARD)


def test_a_file_that_is_no_layer_is_refused(tmp_path: Path):
    from data_territoires_plugin.standards.engine.subject import Subject

    path = tmp_path / "zones.gpkg"
    path.write_bytes(b"not a geopackage")
    with pytest.raises(SourceError, match=r"zones\.gpkg"):
        Subject.of_file(path)
