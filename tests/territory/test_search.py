"""What one types, and what comes first. Typing errors are compared with a plain edit distance over every name."""

from __future__ import annotations

import csv
import random
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from data_territoires_plugin.territory import EDITION, search
from data_territoires_plugin.territory.names import head_and_rest, normalised, one_letter_apart, search_key

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def lines() -> list[dict[str, str]]:
    table = PROJECT / "resources" / "cog" / f"cog_{EDITION}.tsv"
    with table.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def ids(query: str, limit: int = 10, kinds: tuple[str, ...] | None = None) -> list[str]:
    return [found.id for found in search(query, limit, kinds)]


class TestWhatComesFirst:
    @pytest.mark.parametrize(
        ("query", "first"),
        [
            ("rennes", "commune:35238"),
            ("RENNES", "commune:35238"),
            ("St Malo", "commune:35288"),
            ("st-malo", "commune:35288"),
            ("saint-malo", "commune:35288"),
            ("saint malo", "commune:35288"),
            ("Ste Savine", "commune:10362"),
            ("l'hay les roses", "commune:94038"),
            ("L’HAŸ-LES-ROSES", "commune:94038"),
            ("l'haÿ", "commune:94038"),
            ("lhay les roses", "commune:94038"),
            ("havre (le)", "commune:76351"),
            ("Le Havre", "commune:76351"),
            ("chatillon s/ seine", "commune:21154"),
            ("œuilly", "commune:51410"),
            ("oeuilly", "commune:51410"),
            ("35238", "commune:35238"),
            ("2a004", "commune:2A004"),
            ("243500139", "epci:243500139"),
            ("commune:35238", "commune:35238"),
            ("rennes metro", "epci:243500139"),
            ("métropole rennes", "epci:243500139"),
            ("redon agglo", "epci:243500741"),
            ("communauté d'agglomération de redon", "epci:243500741"),
            ("cc redon", "epci:243500741"),
            ("epci:redon", "epci:243500741"),
            ("paris", "commune:75056"),
            ("paris 12", "arrondissement_municipal:75112"),
            ("35", "departement:35"),
            ("ille et vilaine", "departement:35"),
            ("bretagne", "region:53"),
            ("ile de france", "region:11"),
            ("saint-denis 93", "commune:93066"),
            ("Saint-Denis (974)", "commune:97411"),
            ("rennes 35000", "commune:35238"),
            ("Rennse", "commune:35238"),
            ("rennnes", "commune:35238"),
            ("rennez", "commune:35238"),
            ("brest metropol", "epci:242900314"),
            ("saint mlao", "commune:35288"),
        ],
    )
    def test_the_expected_territory(self, query, first):
        assert ids(query)[0] == first

    def test_the_commune_then_its_epci(self):
        assert ids("rennes")[:2] == ["commune:35238", "epci:243500139"]

    def test_a_postal_code_gives_every_commune_that_has_it_after_the_commune_of_that_code(self, lines):
        posted = {f"commune:{line['code']}" for line in lines if "35133" in line["postcodes"].split(",")}
        first, *others = ids("35133", 50)
        assert first == "commune:35133"
        assert set(others) == posted
        assert len(posted) > 5
        assert ids("35000") == ["commune:35238"]

    def test_the_beginning_of_a_postal_code_will_do(self):
        assert ids("3500")[0] == "commune:35238"

    def test_an_arrondissement_is_found_by_its_postal_code_after_its_commune(self):
        assert ids("75012") == ["commune:75056", "arrondissement_municipal:75112"]

    def test_words_may_come_in_any_order_and_be_begun(self):
        assert {"commune:35288", "epci:243500782"} == set(ids("malo saint", 2))
        assert "commune:50353" in ids("michel mont", 20)

    def test_a_short_query_is_a_beginning(self):
        assert [found.name[:2].lower() for found in search("Oe", 9)] == [
            "œt",
            "oe",
            "oe",
            "œu",
            "oe",
            "œu",
            "oë",
            "œu",
            "oë",
        ]

    def test_the_answers_have_their_communes(self):
        assert len(search("rennes metropole")[0].communes) == 43

    def test_exact_then_beginning_then_word(self):
        def tier(name: str) -> int:
            key = head_and_rest(normalised(name))[1]
            return 0 if key == "redon" else 1 if key.startswith("redon") else 2

        found = search("redon", 50)
        tiers = [tier(one.name) for one in found]
        assert tiers == sorted(tiers)
        assert set(tiers) == {0, 1, 2}
        for same in set(tiers):
            people = [one.population or 0 for one, its in zip(found, tiers, strict=True) if its == same]
            assert people == sorted(people, reverse=True)


class TestWhatIsAsked:
    def test_only_the_asked_kinds(self):
        assert {found.kind for found in search("saint", 50, ("epci",))} == {"epci"}
        assert ids("paris", kinds=("departement",)) == ["departement:75"]

    @pytest.mark.parametrize("limit", [0, 1, 7])
    def test_no_more_than_the_limit(self, limit):
        assert len(search("saint", limit)) == limit

    def test_each_territory_comes_once(self):
        found = ids("saint", 3000)
        assert len(found) == 3000
        assert len(set(found)) == 3000

    @pytest.mark.parametrize("query", ["", "   ", "'", "zzzzzzz", "|", "\t", "\n", "99999", "postcodes"])
    def test_nothing_to_find_is_an_empty_list(self, query):
        assert search(query) == []

    @pytest.mark.parametrize(
        "query", ["(", "a.*b", "%", "\\", "é" * 500, "rennes\tcommune", "🏠", "st", "le", "la les", "cc", "2b", "1"]
    )
    def test_no_query_breaks_it(self, query):
        assert isinstance(search(query), list)


class TestNames:
    @pytest.mark.parametrize(
        ("name", "key"),
        [
            ("Rennes", "|rennes"),
            ("L'Haÿ-les-Roses", "l|hay les roses"),
            ("CC du Pays de Pontchâteau St-Gildas-des-Bois", "cc du|pays de pontchateau saint gildas des bois"),
            ("Métropole de Lyon", "metropole de|lyon"),
            ("Rochelle (La)", "la|rochelle"),
            ("Œuilly", "|oeuilly"),
            ("La", "|la"),
            ("Bourg-la-Reine", "|bourg la reine"),
            ("", "|"),
        ],
    )
    def test_the_key(self, name, key):
        assert search_key(name) == key

    def test_one_letter_apart_agrees_with_the_edit_distance(self):
        draw = random.Random(35)
        for _ in range(4000):
            one = "".join(draw.choices("abc", k=draw.randint(0, 6)))
            other = "".join(draw.choices("abc", k=draw.randint(0, 6)))
            assert one_letter_apart(one, other, whole=True) == (distance(one, other) <= 1), (one, other)
            beginnings = (other[:end] for end in range(len(other) + 1))
            assert one_letter_apart(one, other, whole=False) == any(distance(one, name) <= 1 for name in beginnings), (
                one,
                other,
            )


READ_OTHERWISE = {
    "st",
    "ste",
    "sts",
    "stes",
    "l",
    "la",
    "le",
    "les",
    "de",
    "des",
    "du",
    "d",
    "en",
    "et",
    "au",
    "aux",
    "cc",
    "ca",
    "cu",
}


def distance(one: str, other: str) -> int:
    """Letters more, less, other, or two neighbours swapped: the table of the textbook (optimal string alignment)."""
    table = [[i + j if i * j == 0 else 0 for j in range(len(other) + 1)] for i in range(len(one) + 1)]
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            changed = one[i - 1] != other[j - 1]
            table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + changed)
            if i > 1 and j > 1 and one[i - 2 : i] == other[j - 1] + other[j - 2]:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[-1][-1]


def plain(name: str) -> str:
    """Our reading of a name, written otherwise: for communes whose name has no abbreviation and no ligature."""
    letters = unicodedata.normalize("NFD", name.lower())
    return re.sub(r"[^a-z0-9 ]", "", re.sub(r"[-' ]+", " ", letters)).strip()


def misspelt(name: str, draw: random.Random) -> str:
    at, letter = draw.randrange(len(name)), draw.choice("aeinorstz")
    change = draw.randrange(4)
    if change == 0:
        return name[:at] + letter + name[at:]
    if change == 1:
        return name[:at] + name[at + 1 :]
    if change == 2:
        return name[:at] + letter + name[at + 1 :]
    return name[:at] + name[at : at + 2][::-1] + name[at + 2 :]


def test_a_misspelt_name_finds_exactly_the_communes_that_the_edit_distance_finds(lines):
    names = {line["code"]: plain(line["name"]) for line in lines if line["kind"] == "commune"}
    bare = {code: re.sub(r"^(le|la|les|l) ", "", name) for code, name in names.items()}
    breton = [line["code"] for line in lines if line["kind"] == "commune" and line["regions"] == "53"]
    right = {*names.values(), *bare.values()}
    draw = random.Random(53)
    asked = [misspelt(bare[code], draw) for code in draw.sample(breton, 80)]
    queries = [
        query for query in asked if len(query) > 4 and query not in right and not READ_OTHERWISE & set(query.split())
    ]

    def near(code: str, query: str) -> bool:
        return any(abs(len(query) - len(name)) < 2 and distance(query, name) < 2 for name in (names[code], bare[code]))

    for query in queries:
        found = [one.code for one in search(query, 1000, ("commune",))]
        assert {code for code in breton if near(code, query)} <= set(found), query
        assert [names[code] for code in found if not justified(query, names[code], bare[code])] == [], query
    assert sum(any(near(code, query) for code in breton) for query in queries) > 50


def justified(query: str, *names: str) -> bool:
    """Whether a name begins with the query but for one letter, or has its words, begun."""
    beginnings = (name[: len(query) + more] for name in names for more in (-1, 0, 1))
    has_words = all(f" {word}" in f" {names[0]}" for word in query.split())
    return has_words or any(distance(query, beginning) < 2 for beginning in beginnings)


def test_the_first_answer_in_a_process_reads_one_small_file_and_no_map():
    """How long it takes is in the benchmarks; what makes it short is that little is read."""
    code = (
        "import sys; from data_territoires_plugin.territory import search; found = search('rennes metro');"
        "print(found[0].id, 'qgis' in sys.modules, 'requests' in sys.modules, 'osgeo' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["epci:243500139", "False", "False", "False"]
