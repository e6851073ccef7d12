"""The territories of the editions 2019 to 2026, compared with the yearly lists that our tool didn't read."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path

import pytest

from data_territoires_plugin.errors import TerritoryError
from data_territoires_plugin.territory import EDITION, FIRST_EDITION, Dissolved, territories, territory
from data_territoires_plugin.territory.cog import of_code, tables_of
from data_territoires_plugin.territory.editions import as_of_today

PARTS = {"commune-deleguee": "commune_deleguee", "commune-associee": "commune_associee"}
COGS = Path(__file__).resolve().parents[2] / "resources" / "cog"


def published(shared: Path, name: str) -> list[dict[str, str]]:
    with gzip.open(shared / "data" / "cog" / f"{name}.csv.gz", "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def refusal(text: str) -> str:
    with pytest.raises(TerritoryError) as raised:
        territories(text)
    return str(raised.value)


class TestAgainstThePublishedLists:
    @pytest.mark.parametrize("year", range(FIRST_EDITION, EDITION + 1))
    def test_every_epci_has_the_members_and_the_name_of_its_year(self, shared, year):
        theirs = {
            row["code"]: (" ".join(row["nom"].split()), tuple(sorted(row["membres"].split("|"))))
            for row in published(shared, f"epci_{year}")
        }
        found = [of_code(code, ("epci",), year) for code in theirs]
        assert {one.code: (one.name, one.communes) for (one,) in found} == theirs
        ours = {code for code in tables_of(year)[0].codes("epci")}
        assert ours == theirs.keys()

    @pytest.mark.parametrize("year", [2019, 2021, 2022, 2023, 2024, 2025])
    def test_every_commune_has_the_name_the_epci_and_the_parts_of_its_year(self, shared, year):
        rows = published(shared, f"communes_{year}")
        theirs = {
            ("commune", row["code"]): (row["nom"], row["epci"], "") for row in rows if row["type"] == "commune-actuelle"
        }
        theirs |= {
            (PARTS[row["type"]], row["code"]): (row["nom"], None, row["chef_lieu"])
            for row in rows
            if row["type"] in PARTS
        }
        table = tables_of(year)[0]
        assert {kind: table.codes(kind) for kind in ("commune", *PARTS.values())} == {
            kind: {code for one, code in theirs if one == kind} for kind in ("commune", *PARTS.values())
        }
        wrong = {}
        for (kind, code), (name, epci, parent) in theirs.items():
            one = table.of_code(kind, code)
            if (one.name, one.parent, one.edition) != (name, parent, year) or epci not in (None, one.epci):
                wrong[kind, code] = one
        assert wrong == {}

    def test_2020_has_the_communes_of_its_epci_and_the_four_islands_without(self, shared):
        members = {code for row in published(shared, "epci_2020") for code in row["membres"].split("|")}
        overseas = {row["code"] for row in published(shared, "communes_2021") if row["code"].startswith(("975", "977"))}
        overseas |= {row["code"] for row in published(shared, "communes_2021") if row["code"].startswith(("978", "98"))}
        islands = {"29083", "85113", "29155", "22016"}
        assert tables_of(2020)[0].codes("commune") == members | islands | overseas

    @pytest.mark.parametrize(("year", "count"), [(2019, 1208), (2021, 1208), (2022, 1207), (2024, 1206), (2025, 1202)])
    def test_the_region_has_the_communes_of_its_year(self, year, count):
        assert len(territory(f"region:53@{year}").communes) == count


class TestATerritoryOfAnEdition:
    def test_it_says_its_edition_and_how_to_write_it(self):
        rennes = territory("epci:243500139@2021")
        assert (rennes.edition, rennes.id, len(rennes.communes)) == (2021, "epci:243500139@2021", 43)
        assert territory(rennes.id) == rennes
        assert territory("epci:243500139@2026").id == "epci:243500139"

    def test_a_commune_of_before_its_merger_is_there_and_says_no_people(self):
        fleurigne = territory("commune:35112@2023")
        assert (fleurigne.name, fleurigne.departements, fleurigne.population) == ("Fleurigné", ("35",), None)

    def test_it_is_found_by_its_name_of_the_time(self):
        assert territory("commune:Fleurigné@2021").id == "commune:35112@2021"
        assert territory("Rennes Métropole@2019").id == "epci:243500139@2019"

    @pytest.mark.parametrize("year", ["2018", "2027", "hier", ""])
    def test_an_edition_that_is_not_shipped_is_refused_with_those_that_are(self, year):
        assert "from 2019 to 2026" in refusal(f"commune:35238@{year}")

    def test_the_training_kit_has_no_past(self):
        assert "is not a territory of the COG 2021" in refusal("epci:000000001@2021")


class TestATerritoryThatMerged:
    @pytest.mark.parametrize(
        ("asked", "heir"),
        [
            ("commune:35112", "commune:35062"),
            ("commune:35112@2025", "commune:35062"),
            ("commune:20004", "commune:2A004"),
            ("commune:55273", "commune:55386"),
        ],
    )
    def test_it_proposes_the_territory_of_today(self, asked, heir):
        with pytest.raises(Dissolved) as raised:
            territory(asked)
        assert [one.id for one in raised.value.heirs] == [heir]
        assert f"{heir} (" in str(raised.value)

    def test_a_code_that_changed_with_the_seat_proposes_the_new_one(self):
        with pytest.raises(Dissolved) as raised:
            territory("commune:27058")
        assert [one.id for one in raised.value.heirs] == ["commune:27676"]

    def test_a_commune_split_since_is_still_there(self):
        assert territory("commune:85084").name == "Essarts-en-Bocage"


class TestTheContourOfAnEdition:
    def test_a_territory_that_did_not_change_is_its_namesake_of_today(self):
        assert as_of_today(territory("epci:243500139@2021")) == (territory("epci:243500139"),)
        assert [one.id for one in territories("epci:243500139@2021")] == ["epci:243500139@2021"]

    def test_mergers_inside_leave_its_land(self):
        departement = territory("departement:35@2019")
        assert as_of_today(departement) == (territory("departement:35"),)
        assert departement.communes != territory("departement:35").communes

    def test_one_that_gained_or_lost_communes_is_made_of_communes_of_today(self, shared):
        now = {row["code"]: set(row["membres"].split("|")) for row in published(shared, "epci_2026")}
        current = set().union(*now.values())
        made = 0
        for row in published(shared, "epci_2021"):
            members = set(row["membres"].split("|"))
            split = {"15141", "60054", "85084"}  # a split inside leaves the land, not the codes
            if members <= current - split and members != now.get(row["code"], members):
                found = as_of_today(territory(f"epci:{row['code']}@2021"))
                assert {one.code for one in found} == members
                made += 1
        assert made > 20

    def test_a_commune_that_grew_since_has_no_contour(self):
        said = refusal("commune:35062@2021")
        assert "La Chapelle-Janson" in said
        assert "commune:35062 (La Chapelle-Fleurigné)" in said

    def test_what_the_services_would_answer_wrongly_is_refused_with_what_to_write(self):
        said = refusal("departement:35@2019")
        assert "in 2019" in said
        assert said.endswith("The same land today: departement:35.")

    def test_a_delegated_commune_keeps_its_land_as_long_as_it_lasts(self):
        assert [one.id for one in as_of_today(territory("commune_deleguee:35004@2019"))] == ["commune_deleguee:35004"]
        with pytest.raises(TerritoryError, match="Sannerville"):
            as_of_today(territory("commune_deleguee:14666@2019"))


def test_the_editions_weigh_less_than_a_tenth_of_the_table_of_today():
    ours = (COGS / "editions.tsv").stat().st_size
    assert ours < (COGS / f"cog_{EDITION}.tsv").stat().st_size / 10
