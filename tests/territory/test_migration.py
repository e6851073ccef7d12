"""Codes brought from one year of the COG to another, compared with files of INSEE that our tool didn't read."""

from __future__ import annotations

import csv
import gzip
import subprocess
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from data_territoires_plugin.errors import TerritoryError
from data_territoires_plugin.territory.history import Movement, communes_of
from data_territoires_plugin.territory.migration import Migrator, insee_code, migrate

PROJECT = Path(__file__).resolve().parents[2]
YEARS_WITH_A_LIST = (2019, 2021, 2022, 2023, 2024, 2025, 2026)  # none of 2020 was published with the package
# Valid codes in every year, that are no communes: the municipal arrondissements, and the communes of the training kit.
APART = {f"{code:05}" for code in (*range(100), *range(75101, 75121), *range(69381, 69390), *range(13201, 13217))}
# Split between 2019 and 2026, by the movements of INSEE (MOD 21).
SPLIT_SINCE_2019 = {
    "14712": ("14666", "14712"),
    "15141": ("15031", "15035", "15047", "15141", "15171"),
    "60054": ("60054", "60694"),
    "85084": ("85084", "85165", "85212"),
}


@cache
def published(shared: Path, name: str) -> list[dict[str, str]]:
    with gzip.open(shared / "data" / "cog" / f"{name}.csv.gz", "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def communes(shared: Path, year: int) -> set[str]:
    return {row["code"] for row in published(shared, f"communes_{year}") if row["type"] == "commune-actuelle"}


@pytest.fixture(scope="module")
def insee(shared) -> list[dict[str, str]]:
    """The movements between communes, of INSEE, from 1943 to 1 January 2025."""
    rows = published(shared, "mvtcommunes_1943_2025")
    return [row for row in rows if row["TYPECOM_AV"] in ("COM", "") and row["TYPECOM_AP"] == "COM"]


class TestTheYearlyLists:
    @pytest.mark.parametrize("year", YEARS_WITH_A_LIST)
    def test_the_movements_rebuild_the_communes_of_the_year(self, shared, year):
        theirs = communes(shared, year)
        assert communes_of(year) - APART - theirs == set()
        assert theirs - communes_of(year) == set()

    @pytest.mark.parametrize("year", YEARS_WITH_A_LIST)
    def test_every_commune_arrives_at_codes_of_2026_and_all_but_the_split_ones_at_one(self, shared, year):
        theirs, today = communes(shared, year), communes(shared, 2026)
        arrived = dict(zip(theirs, Migrator(year, 2026).all(theirs), strict=True))
        assert {code for code, one in arrived.items() if not one.candidates} == set()
        assert {code for code, one in arrived.items() if not today.issuperset(one.candidates)} == set()
        ambiguous = {code: one.candidates for code, one in arrived.items() if not one.certain}
        assert ambiguous == {code: heirs for code, heirs in SPLIT_SINCE_2019.items() if not theirs.issuperset(heirs)}

    def test_every_commune_of_today_comes_from_communes_of_2019(self, shared):
        past, today = communes(shared, 2019), communes(shared, 2026)
        origins = {one.code: set(one.candidates) for one in Migrator(2026, 2019).all(today)}
        assert {code for code, from_ in origins.items() if not from_ or not from_ <= past} == set()
        assert set().union(*origins.values()) == past

    def test_the_breton_communes_are_1208_then_1207_then_1206_then_1202(self):
        breton = {
            year: sum(code[:2] in ("22", "29", "35", "56") for code in communes_of(year)) for year in range(2019, 2027)
        }
        assert list(breton.values()) == [1208, 1208, 1208, 1207, 1207, 1206, 1202, 1202]

    @pytest.mark.parametrize(
        ("code", "year"),
        [("56049", 2021), ("35112", 2023), ("22027", 2024), ("22043", 2024), ("22200", 2024), ("22309", 2024)],
    )
    def test_each_breton_merger_has_the_heir_of_insee_and_not_a_year_sooner(self, code, year, insee):
        migration = migrate(code, 2019, 2026)
        heirs = {row["COM_AP"] for row in insee if row["COM_AV"] == code and row["DATE_EFF"] > "2019-01-01"}
        assert migration.movements == (Movement.MERGED,)
        assert {migration.new} == heirs
        assert migrate(code, 2019, year).new == code
        assert migrate(code, year, year + 1).new == migration.new


class TestTheFilesOfInsee:
    def test_the_crosswalk_of_2025_says_the_same_of_every_commune_of_every_decade(self, shared):
        rows = published(shared, "table_passage_com_historique_2025")
        crosswalk = {row["DEPCOM_HIST"]: row["DEPCOM"] for row in rows}
        compared, others = 0, {}
        for year in range(1943, 2026, 10):
            migrator = Migrator(year, 2025)
            for code in communes_of(year) - APART:
                if code in crosswalk:
                    compared += 1
                    migration = migrator(code)
                    if migration.certain and migration.new != crosswalk[code]:
                        others[code] = (migration.new, crosswalk[code])
                    # A split commune: the crosswalk keeps one of the codes.
                    assert crosswalk[code] in migration.candidates or code in others
        assert compared > 300_000
        # Neuville-Garnier merged into Les Hauts-Talican, whose code the crosswalk follows (60054); when the commune was
        # split in 2024 it stayed with the part that took the code 60694: the list of 2024 says so.
        assert others == {"60455": ("60694", "60054")}
        delegated = {row["code"]: row["chef_lieu"] for row in published(shared, "communes_2024")}
        assert delegated["60455"] == "60694"

    def test_the_movements_of_insee_are_ours_but_for_carvings_and_the_days_between_two_lists(self, insee):
        """Every pair of INSEE is a way that our history knows, from the eve to the morrow."""
        ways = defaultdict(set)
        for row in insee:
            # Not the names, nor creations and suppressions, whose neighbours we don't know.
            if row["MOD"] not in ("10", "20", "30"):
                ways[row["DATE_EFF"], row["COM_AV"]].add(row["COM_AP"])
        later = defaultdict(list)
        for (date, before), afters in ways.items():
            later[before].append((date, afters))
        missing, compared = {}, 0
        migrators: dict[int, Migrator] = {}
        known = {year: communes_of(year) for year in range(1943, 2027)}
        for (date, before), afters in ways.items():
            year = int(date[:4]) + (date[5:] != "01-01")
            if year - 1 < 1943 or before not in known[year - 1]:
                continue  # a code of a few days, or of a few months
            if year not in migrators:
                migrators[year] = Migrator(year - 1, year)
            ours = set(migrators[year](before).candidates)
            compared += 1
            through = {heir for after in afters for heir in _followed(after, date, year, later)}
            if not through & ours:
                missing[date, before] = (sorted(through), sorted(ours))
        assert missing == {}
        assert compared > 4_500

    def test_each_delegated_or_associated_commune_of_today_lies_in_its_commune(self, shared):
        parents = {row["code"]: row["chef_lieu"] for row in published(shared, "communes_2026") if row["chef_lieu"]}
        # Where a delegated commune was a commune once, its code leads to the commune around it.
        assert len(parents) > 2_000
        migrator = Migrator(2026, 2026)
        assert {code: migrator(code).new for code in parents if migrator(code).new != parents[code]} == {}

    def test_the_split_communes_of_insee_are_all_ambiguous(self, insee):
        ways = defaultdict(set)
        for row in insee:
            if row["MOD"] == "21":
                ways[row["DATE_EFF"], row["COM_AV"]].add(row["COM_AP"])
        split = {key: afters for key, afters in ways.items() if len(afters) > 1 and key[0].endswith("-01-01")}
        assert len(split) > 50
        for (date, before), afters in split.items():
            year = int(date[:4])
            migration = migrate(before, year - 1, year)
            assert not migration.certain
            assert Movement.SPLIT in migration.movements
            assert afters.issubset(migration.candidates), (date, before)


def _followed(code: str, date: str, year: int, later: dict[str, list[tuple[str, set[str]]]]) -> set[str]:
    """Where a code is on 1 January, by the later movements of the same year, and those of the same day."""
    found, waiting = set(), [(code, date)]
    while waiting:
        one, day = waiting.pop()
        found.add(one)
        for when, afters in later.get(one, ()):
            if day <= when <= f"{year}-01-01":
                waiting += [(after, when) for after in afters - found]
    return found


class TestWhatACodeBecomes:
    def test_a_split_commune_is_ambiguous_and_its_candidates_are_listed(self):
        split = migrate("76108", 2013, 2014)
        assert (split.new, split.certain, split.candidates) == ("", False, ("76095", "76108"))
        assert split.movements == (Movement.SPLIT,)

    @pytest.mark.parametrize("code", ["76095", "76108"])
    def test_what_merged_and_was_separated_again_comes_back_to_itself(self, code):
        assert migrate(code, 2011, 2013).new == "76108"
        there_and_back = migrate(code, 2011, 2015)
        assert there_and_back.new == code
        assert there_and_back.movements == (Movement.MERGED, Movement.SPLIT)

    def test_backwards_a_merged_commune_was_several(self):
        assert migrate("35062", 2026, 2019).candidates == ("35062", "35112")
        assert not migrate("35062", 2026, 2019).certain

    @pytest.mark.parametrize(
        ("code", "start", "new"), [("20004", 1970, "2A004"), ("49144", 2017, "44180"), ("44060", 2010, "49160")]
    )
    def test_a_change_of_departement_is_told(self, code, start, new):
        migration = migrate(code, start, 2026)
        assert migration.new == new
        assert migration.other_departement
        assert Movement.DEPARTEMENT in migration.movements

    def test_a_change_of_seat_is_a_change_of_code_there_and_back(self):
        assert migrate("27676", 2019, 2021).new == "27058"
        assert migrate("27676", 2019, 2026).new == "27676"
        assert migrate("49069", 2024, 2025).movements == (Movement.CODE,)

    def test_a_code_of_before_the_year_of_departure_is_told_and_followed(self):
        former = migrate("35112", 2026, 2026)
        assert former.new == "35062"
        assert former.movements == (Movement.FORMER,)

    def test_a_code_of_after_the_year_of_departure_is_unknown_but_offered(self):
        later = migrate("97362", 1990, 2026)  # Papaichton, 1993
        assert (later.new, later.candidates, later.movements) == ("", ("97362",), (Movement.UNKNOWN,))

    @pytest.mark.parametrize("nothing", ["99999", "", None, "Rennes"])
    def test_what_is_no_code_is_unknown(self, nothing):
        assert migrate(nothing, 2019, 2026).candidates == ()

    def test_a_commune_shared_between_its_neighbours_is_never_certain(self):
        shared_out = migrate("77362", 1945, 2026)  # Pierrelez, 1949
        assert not shared_out.certain
        assert shared_out.movements == (Movement.SUPPRESSED,)

    def test_the_arrondissements_of_paris_stay(self):
        assert migrate("75101", 2019, 2026).new == "75101"

    @pytest.mark.parametrize("year", [1942, 2027])
    def test_a_year_without_movements_is_refused(self, year):
        with pytest.raises(TerritoryError, match="1943 to 2026"):
            Migrator(year, 2026)

    @pytest.mark.parametrize(
        ("written", "code"),
        [(1001, "01001"), (1001.0, "01001"), ("1001", "01001"), (" 01001 ", "01001"), ("2a004", "2A004")],
    )
    def test_a_code_is_recognised_as_it_is_often_written(self, written, code):
        assert insee_code(written) == code
        assert migrate(written, 2019, 2026).new == code


def test_migrating_loads_neither_qgis_nor_numpy():
    code = (
        "import sys; from data_territoires_plugin.territory.migration import migrate;"
        "loaded = lambda: {name.partition('.')[0] for name in sys.modules};"
        "print(migrate(35112, 2019, 2026).new, loaded() & {'qgis', 'requests', 'osgeo', 'numpy'})"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "35062 set()"
