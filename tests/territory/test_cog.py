"""The table of the COG, and what a written territory becomes. Compared with lists that our tool didn't make."""

from __future__ import annotations

import csv
import gzip
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from data_territoires_plugin.errors import TerritoryError
from data_territoires_plugin.territory import EDITION, KINDS, territories, territory
from data_territoires_plugin.territory.cog import tables

PROJECT = Path(__file__).resolve().parents[2]
COM = ("975", "977", "978", "984", "986", "987", "988", "989")


def published(shared: Path, name: str) -> list[dict[str, str]]:
    with gzip.open(shared / "data" / "cog" / f"{name}.csv.gz", "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def lines() -> list[dict[str, str]]:
    table = PROJECT / "resources" / "cog" / f"cog_{EDITION}.tsv"
    with table.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def refusal(text: str) -> str:
    with pytest.raises(TerritoryError) as raised:
        territory(text)
    return str(raised.value)


class TestTheTableAgainstThePublishedLists:
    def test_every_commune_and_part_of_a_commune_is_there_with_all_it_says(self, shared, lines):
        kinds = {
            "commune-actuelle": "commune",
            "commune-deleguee": "commune_deleguee",
            "commune-associee": "commune_associee",
            "arrondissement-municipal": "arrondissement_municipal",
        }
        theirs = {
            (kinds[row["type"]], row["code"]): (
                row["nom"],
                row["departement"],
                row["region"],
                row["population"],
                sorted(filter(None, row["codes_postaux"].replace("|", " ").split())),
                row["chef_lieu"],
            )
            for row in published(shared, "communes_2026")
        }
        ours = {
            (line["kind"], line["code"]): (
                line["name"],
                line["departements"],
                line["regions"],
                line["population"],
                sorted(filter(None, line["postcodes"].split(","))),
                line["parent"],
            )
            for line in lines
            if line["kind"] in kinds.values()
        }
        assert ours.keys() == theirs.keys()
        # The published list says nothing of the commune of a municipal arrondissement.
        for key, (*said, parent) in theirs.items():
            assert ours[key] == (*said, parent or ours[key][5]), key

    def test_the_communes_are_34_875_and_those_of_the_overseas_collectivities(self, lines):
        communes = [line for line in lines if line["kind"] == "commune"]
        assert sum(line["departements"] not in COM for line in communes) == 34_875
        assert sum(line["departements"] in COM for line in communes) == 94

    def test_every_epci_has_exactly_its_published_members(self, shared):
        theirs = {row["code"]: (row["nom"], row["membres"].split("|")) for row in published(shared, "epci_2026")}
        assert len(theirs) == 1_255
        found = territories(",".join(f"epci:{code}" for code in theirs))
        assert {one.code: (one.name, one.communes) for one in found} == {
            code: (" ".join(name.split()), tuple(sorted(members))) for code, (name, members) in theirs.items()
        }

    def test_every_departement_and_region_is_there(self, shared, lines):
        folder = shared / "data" / "cog"
        for kind, file in (("departement", "departements_2026.json"), ("region", "regions_2026.json")):
            theirs = {place["code"]: place["nom"] for place in json.loads((folder / file).read_text(encoding="utf-8"))}
            assert {line["code"]: line["name"] for line in lines if line["kind"] == kind} == theirs

    def test_each_former_commune_goes_where_the_historical_table_of_insee_says(self, shared):
        rows = published(shared, "table_passage_com_historique_2025")
        old, new = list(rows[0])[:2]
        historical = {row[old]: row[new] for row in rows}
        gone = former()
        checked = {code: heirs for (kind, code), heirs in gone.items() if kind == "commune" and code in historical}
        assert len(checked) > 90
        assert {code: heirs for code, heirs in checked.items() if heirs != f"commune:{historical[code]}"} == {}

    def test_the_former_epci_are_those_of_the_yearly_lists_that_are_no_more(self, shared):
        now = {row["code"] for row in published(shared, "epci_2026")}
        past = {row["code"] for year in range(2019, 2026) for row in published(shared, f"epci_{year}")}
        assert {code for kind, code in former() if kind == "epci"} == past - now


def former() -> dict[tuple[str, str], str]:
    text = (PROJECT / "resources" / "cog" / "former.tsv").read_text(encoding="utf-8")
    return {(row[0], row[1]): row[4] for row in (line.split("\t") for line in text.splitlines()[1:])}


class TestTheTableItself:
    def test_no_code_comes_twice_in_a_kind_and_every_kind_is_known(self, lines):
        assert set(Counter((line["kind"], line["code"]) for line in lines).values()) == {1}
        assert {line["kind"] for line in lines} == set(KINDS)

    def test_the_most_people_come_first(self, lines):
        people = [int(line["population"] or -1) for line in lines]
        assert people == sorted(people, reverse=True)

    def test_a_departement_has_the_people_of_its_communes(self, lines):
        people = sum(
            int(line["population"]) for line in lines if line["kind"] == "commune" and line["departements"] == "35"
        )
        assert territory("departement:35").population == people


class TestATerritoryWritten:
    def test_a_commune_by_its_code(self):
        rennes = territory("commune:35238")
        assert (rennes.id, rennes.name, rennes.epci, rennes.edition) == ("commune:35238", "Rennes", "243500139", 2026)
        assert rennes.postcodes == ("35000", "35200", "35700")
        assert rennes.communes == ("35238",)
        assert not rennes.training

    def test_an_epci_that_spans_two_regions_says_so(self):
        redon = territory("epci:243500741")
        assert redon.departements == ("35", "44", "56")
        assert redon.regions == ("52", "53")
        assert len(redon.communes) == 31

    def test_every_departement_and_region_has_its_published_communes(self, shared, lines):
        members: dict[tuple[str, str], set[str]] = {}
        for row in published(shared, "communes_2026"):
            if row["type"] == "commune-actuelle":
                members.setdefault(("departement", row["departement"]), set()).add(row["code"])
                members.setdefault(("region", row["region"]), set()).add(row["code"])
        for line in lines:
            if line["kind"] in ("departement", "region"):
                found = territory(f"{line['kind']}:{line['code']}")
                assert found.communes == tuple(sorted(members[found.kind, found.code])), found.id
        assert len(members["region", "53"]) == 1202

    @pytest.mark.parametrize(
        ("written", "found"),
        [
            ("35238", "commune:35238"),
            ("243500139", "epci:243500139"),
            ("2a004", "commune:2A004"),
            ("35", "departement:35"),
            ("Rennes Métropole", "epci:243500139"),
            ("rennes-metropole", "epci:243500139"),
            ("epci:Rennes Métropole", "epci:243500139"),
            ("Rochelle (La)", None),
            (" EPCI : 243500139 ", "epci:243500139"),
            ("département:35", "departement:35"),
            ("Région:53", "region:53"),
            ("commune:35238@2026", "commune:35238"),
            ("01015", "commune:01015"),
            ("arrondissement_municipal:75101", "arrondissement_municipal:75101"),
            ("commune:97411", "commune:97411"),
            ("departement:988", "departement:988"),
        ],
    )
    def test_it_is_resolved_only_when_it_can_be_one_thing(self, written, found):
        if found is None:
            assert "commune:17300" in refusal(written)
        else:
            assert territory(written).id == found

    def test_the_arrondissements_of_paris_lyon_and_marseille_belong_to_their_commune(self):
        codes = (*range(75101, 75121), *range(69381, 69390), *range(13201, 13217))
        parents = Counter(territory(f"arrondissement_municipal:{code}").parent for code in codes)
        assert parents == {"75056": 20, "69123": 9, "13055": 16}

    def test_a_delegated_commune_has_the_epci_of_its_commune(self):
        antrain = territory("commune_deleguee:35004")
        assert (antrain.name, antrain.parent, antrain.communes) == ("Antrain", "35004", ("35004",))
        assert antrain.epci == territory("commune:35004").epci

    def test_several_are_separated_by_commas_and_each_comes_once(self):
        assert [one.id for one in territories("commune:35238, epci:243500139 ,35238,")] == [
            "commune:35238",
            "epci:243500139",
        ]

    @pytest.mark.parametrize("nothing", ["", " ", ",", " , "])
    def test_nothing_written_is_refused(self, nothing):
        with pytest.raises(TerritoryError, match="No territory"):
            territories(nothing)


class TestWhatIsRefusedHelps:
    @pytest.mark.parametrize(
        "wrong", ["243500138", "243500193", "243500039"], ids=["another digit", "two swapped", "another in the middle"]
    )
    def test_an_unknown_code_names_the_code_one_digit_away(self, wrong):
        assert "epci:243500139 (Rennes Métropole)" in refusal(f"epci:{wrong}")

    def test_a_misspelt_name_gives_the_nearest(self):
        assert "commune:35238 (Rennes)" in refusal("commune:Rennse")

    def test_a_postal_code_is_told_from_a_code(self):
        assert "commune:35238 (Rennes)" in refusal("35000")

    def test_a_name_of_several_lists_them(self):
        said = refusal("Paris")
        assert "commune:75056" in said
        assert "departement:75" in said

    def test_a_code_of_two_kinds_lists_both(self):
        said = refusal("53")
        assert "departement:53 (Mayenne)" in said
        assert "region:53 (Bretagne)" in said

    def test_a_merged_commune_says_since_when_and_into_which(self):
        said = refusal("commune:22027")
        assert "Le Cambout" in said
        assert "2024" in said
        assert "commune:22241 (Plumieux)" in said

    def test_every_dissolved_epci_says_its_last_edition_and_its_heirs(self):
        gone = {code: heirs for (kind, code), heirs in former().items() if kind == "epci"}
        assert len(gone) >= 10
        for code, heirs in gone.items():
            said = refusal(f"epci:{code}")
            assert "no longer exists" in said
            assert heirs
            assert all(f"{heir} (" in said for heir in heirs.split(","))

    def test_an_unknown_kind_is_named(self):
        assert "“pays” is not a kind" in refusal("pays:12")

    def test_an_edition_that_is_not_shipped_is_refused_and_says_what_to_write(self):
        said = refusal("commune:35238@2018")
        assert "2018" in said
        assert "Write commune:35238 without" in said


class TestTheTrainingKit:
    ROWS = (
        "kind\tcode\tname\tsearch\tpostcodes\tdepartements\tregions\tepci\tparent\tpopulation\n"
        "epci\t000000001\tRennes en Mer\t\t\t00\t00\t\t\t900\n"
        "commune\t00001\tPort-Saint-Malo\t\t00100\t00\t00\t000000001\t\t500\n"
        "commune\t00002\tRennes\t\t00200\t00\t00\t000000001\t\t400000\n"
    )

    @pytest.fixture
    def kit(self, tmp_path, monkeypatch):
        (tmp_path / "cog").symlink_to(PROJECT / "resources" / "cog")
        (tmp_path / "training").mkdir()
        (tmp_path / "training" / "cog.tsv").write_text(self.ROWS, encoding="utf-8")
        monkeypatch.setattr("data_territoires_plugin.territory.cog.resources", lambda: tmp_path)
        tables.cache_clear()
        yield
        tables.cache_clear()

    def test_it_is_found_by_code_and_flagged(self, kit):
        invented = territory("epci:000000001")
        assert invented.training
        assert invented.communes == ("00001", "00002")
        assert not territory("commune:35238").training

    def test_it_comes_last_in_a_search_however_many_live_there(self, kit):
        from data_territoires_plugin.territory import search

        found = [(one.code, one.training) for one in search("rennes", limit=50)]
        assert found[0] == ("35238", False)
        assert ("00002", True) in found
        assert [training for _code, training in found] == sorted(training for _code, training in found)

    def test_without_the_kit_the_table_of_france_is_enough(self, tmp_path, monkeypatch):
        (tmp_path / "cog").symlink_to(PROJECT / "resources" / "cog")
        monkeypatch.setattr("data_territoires_plugin.territory.cog.resources", lambda: tmp_path)
        tables.cache_clear()
        try:
            assert len(tables()) == 1
            assert territory("35238").name == "Rennes"
        finally:
            tables.cache_clear()


def test_the_room_loads_neither_qgis_nor_the_web():
    code = (
        "import sys; from data_territoires_plugin.territory import search; found = search('rennes')[0].id;"
        "print(found, {name.partition('.')[0] for name in sys.modules} & {'qgis', 'requests', 'osgeo', 'numpy'})"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "commune:35238 set()"
