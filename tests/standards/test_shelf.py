"""The standards that come with the plugin: all there, all sound, found by the names people give them."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing

import pytest

from data_territoires_plugin.errors import StandardError
from data_territoires_plugin.standards import shelf
from data_territoires_plugin.standards.model import Kind, Level, Presence, Standard
from data_territoires_plugin.standards.sound import faults

URBANISME = ("plu", "plui", "pos", "cc", "psmv", "scot")


@pytest.fixture(scope="module")
def every() -> tuple[Standard, ...]:
    return tuple(shelf.all_standards())


def test_every_standard_of_the_list_is_read_and_is_sound(every):
    assert len(every) == len(shelf.summaries()) >= 164
    assert {one.id: list(faults(one)) for one in every if list(faults(one))} == {}


def test_the_list_says_what_the_standards_hold(every):
    read = [shelf.summary_of(one, summary.file) for one, summary in zip(every, shelf.summaries(), strict=True)]
    assert list(shelf.summaries()) == read


def test_every_standard_says_where_it_comes_from_and_what_it_is_called(every):
    assert [one.id for one in every if not (one.source and one.title and one.version and one.family)] == []
    assert [one.id for one in every if not re.fullmatch(r"[a-z0-9_.]+", one.id)] == []


def test_what_the_issue_asks_for_is_there():
    known = {one.id for one in shelf.summaries()}
    for family in ("plu", "cc", "pos"):
        assert {f"{family}_{year}" for year in (2013, 2014, 2017, 2022, 2024)} <= known
    assert {"plu_2025", "plui_2025", "cc_2025", "psmv_2025", "mec_2025", "scot_2013", "scot_2024"} <= known
    assert {"ppr_1.0.2", "pcrs_2.0", "star_eau_2024", "star_dt_1.0", "accessibilite_voirie_2025"} <= known
    assert sum(one.startswith("sup_2013_") for one in known) == 61
    assert sum(one.startswith("sup_2016_") for one in known) == 65


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("plu_2024", "plu_2024"),
        ("PLU 2024", "plu_2024"),
        ("cnig_PLU_2024", "plu_2024"),
        ("plu", "plu_2025"),
        ("PLUi", "plui_2025"),
        ("scot", "scot_2024"),
        ("sup_ac1", "sup_2016_ac1"),
        ("cnig_SUP_AC1_2013", "sup_2013_ac1"),
        ("GPU_MEC_2025", "mec_2025"),
        ("ppr", "ppr_1.0.2"),
    ],
)
def test_a_standard_is_found_by_the_names_people_give_it(name, found):
    assert shelf.standard(name).id == found


def test_an_unknown_standard_is_refused_with_the_nearest_ones():
    with pytest.raises(StandardError) as refused:
        shelf.standard("plu_2019")
    assert "plu_2019" in refused.value.message
    assert "plu_2017" in refused.value.hint


def test_nonsense_is_refused_with_where_to_look():
    with pytest.raises(StandardError, match="standards"):
        shelf.standard("????")


def test_each_version_names_the_next_until_the_one_that_its_short_name_means(every):
    by_id = {one.id: one for one in every}
    for family in URBANISME:
        line = [by_id[f"{family}_2013" if f"{family}_2013" in by_id else f"{family}_2014"]]
        while line[-1].newer:
            line.append(by_id[line[-1].newer])
        assert [one.version for one in line] == sorted(one.version for one in line)
        assert len(line) == sum(one.startswith(f"{family}_") for one in by_id)
        assert line[-1] == shelf.standard(family)


def test_every_condition_runs_in_sqlite_over_the_fields_of_its_table(every):
    with closing(sqlite3.connect(":memory:")) as database:
        for one in every:
            for table in one.tables:
                names = ", ".join(f'"{field.name}" TEXT' for field in table.fields)
                for condition in table.conditions:
                    database.execute(f"CREATE TABLE rows ({names})")
                    database.execute(f"SELECT * FROM rows WHERE NOT ({condition.predicate})").fetchall()
                    database.execute("DROP TABLE rows")


def test_every_condition_says_what_it_wants_in_words(every):
    conditions = {one.predicate: one.message for each in every for table in each.tables for one in table.conditions}
    assert len(conditions) > 40
    assert [predicate for predicate, message in conditions.items() if not re.fullmatch(r".*[a-zé».]\.?", message)] == []
    assert [message for message in conditions.values() if re.search(r"\b(NULL|LIKE|CAST|NOT|OR|AND)\b", message)] == []


def test_a_condition_reads_as_a_rule():
    prescription = shelf.standard("plu_2025").table("PRESCRIPTION_SURF")
    assert prescription.conditions[0].message == (
        "Si TYPEPSC vaut «\u00a097\u00a0» et STYPEPSC vaut «\u00a000\u00a0», NOMFIC est obligatoire."
    )


def test_no_table_or_field_is_without_a_french_title(every):
    nameless = [
        (one.id, table.name)
        for one in every
        if one.family in ("urbanisme", "sup", "risques", "reseaux")
        for table in one.tables
        if not table.title or any(not field.title for field in table.fields)
    ]
    assert nameless == []


def test_a_code_says_since_when_it_exists():
    codes = {one.values: one for one in shelf.standard("plu_2025").code_list("PrescriptionSUrbaType").codes}
    before = {one.values for one in shelf.standard("plu_2017").code_list("PrescriptionUrbaType").codes}
    assert codes["05", "08"].since == "2022"
    assert ("05", "08") not in before
    assert codes["01", "00"].since == ""
    assert ("01", "00") in before


@pytest.mark.parametrize("id_", ["plu_2013", "plu_2025", "plui_2024", "pos_2017", "psmv_2025"])
def test_zones_may_neither_overlap_nor_leave_gaps(id_):
    zones = shelf.standard(id_).table("ZONE_URBA")
    rules = {one.name: one for one in zones.topology}
    assert rules["no_overlap"].level is rules["no_gap"].level is Level.ERROR
    assert rules["no_overlap"].tolerance == rules["no_gap"].tolerance == 0.01
    assert zones.geometry.kinds == (Kind.POLYGON,)
    assert zones.geometry.text_round_trip


def test_prescriptions_belong_inside_the_document():
    for table, outline in (("plu_2025", "ZONE_URBA"), ("cc_2025", "SECTEUR_CC")):
        rules = [one for one in shelf.standard(table).table("INFO_SURF").topology if one.name == "inside"]
        assert [(one.other, one.level) for one in rules] == [(outline, Level.WARNING)]


def test_the_document_of_a_plu_has_its_folder_and_mandatory_pieces():
    document = shelf.standard("plu_2025").document
    assert re.fullmatch(document.folder, "35238_PLU_20250101")
    assert not re.fullmatch(document.folder, "35238_POS_20250101")
    assert document.metadata == "CNIG PLU v2025"
    mandatory = {one.name for one in document.pieces if one.presence is Presence.MANDATORY}
    assert {"ZONE_URBA", "DOC_URBA", "DOC_URBA_COM", "Pieces_ecrites", "METADONNEES"} <= mandatory
    assert "PRESCRIPTION_SURF" not in mandatory


def test_valves_stand_on_pipes():
    rules = shelf.standard("star_eau").table("aep_vanne").topology
    assert [(one.name, one.other, one.level) for one in rules] == [("on_line", "aep_canalisation", Level.WARNING)]


def test_the_whole_shelf_stays_small():
    folder = shelf.resources() / "standards"
    assert sum(path.stat().st_size for path in folder.glob("*.json")) < 3_000_000
