"""The report: what it says, what it doesn't, and that it needs and runs nothing."""

from __future__ import annotations

import re
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as Xml

import numpy as np
import pytest
from osgeo import gdal

from data_territoires_plugin.errors import OutputError
from data_territoires_plugin.standards.findings import Filled, Finding, Reading, Verdict
from data_territoires_plugin.standards.model import Field, Level, Standard, Table

ALLOWED = {
    *("html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "b", "i", "ul", "li", "section", "div"),
    *("table", "thead", "tbody", "tr", "th", "td", "span", "figure", "figcaption", "details", "summary"),
    *("svg", "g", "path", "circle", "rect", "text", "tspan"),
}
EMPTY = {"meta"}
NOON = datetime(2026, 6, 1, 12, 0)


class Read(HTMLParser):
    """What a browser would make of the page: its elements, its attributes, its text; every element is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict]] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


@pytest.fixture
def standard() -> Standard:
    table = Table("essai", fields=(Field("A"), Field("B", required=True)))
    return Standard("essai_1", "Bancs publics", "1.2", "2026-01-01", "tests", "autre", (table,))


@pytest.fixture
def page_of(qgis_app, standard):
    """`page_of(verdict)`: the page, read."""
    from data_territoires_plugin.standards import report_html

    def make(verdict: Verdict, of: Standard = standard) -> Read:
        page = report_html.page(verdict, of, report_html.Origin(when=NOON, beside=("findings.gpkg",)))
        make.page = page
        return Read(page)

    return make


def finding(at: int = 1, level: Level = Level.ERROR, **more) -> Finding:
    told = {"table": "essai", "feature": str(at), "field": "A", "help": "Do this.", "crs": "EPSG:2154"}
    return Finding(**{"rule": "required", "level": level, "message": f"Fault {at}.", **told, **more})


def verdict(*findings: Finding, rows: int = 10, **more) -> Verdict:
    readings = (Reading("essai", "bancs", rows, "EPSG:2154", (Filled("A", "a", 5), Filled("B", "", 0, True))),)
    return Verdict("essai_1", "1.2", findings, rows, **{"readings": readings, **more})


# ------------------------------------------------------------------------------------------------------- the badge
def test_the_badge_names_the_standard_its_version_and_its_date(page_of):
    read = page_of(verdict(finding(level=Level.WARNING)))
    assert "Conforms to Bancs publics, version 1.2, 2026-01-01." in read.text
    assert ("p", {"class": "badge"}) in read.tags


@pytest.mark.parametrize(
    ("found", "partial"),
    [
        (verdict(finding()), ""),
        (verdict(not_checked=("a table was not given",)), ""),
        (verdict(finding(level=Level.INFO, rule="covers_not_possible")), ""),
        (verdict(finding(level=Level.INFO, rule="no_overlap_left_out")), ""),
        (verdict(rows=0), ""),
        (verdict(), "half of its tables"),
    ],
)
def test_there_is_no_badge_where_there_is_an_error_or_something_was_not_checked(page_of, standard, found, partial):
    from dataclasses import replace

    read = page_of(found, replace(standard, partial=partial))
    assert "Conforms to" not in read.text
    assert ("p", {"class": "badge"}) not in read.tags


def test_a_layer_alone_of_a_standard_of_several_tables_is_named_by_its_table(page_of, standard):
    from dataclasses import replace

    several = replace(standard, tables=(*standard.tables, Table("autre")))
    assert "Table essai: conforms to" in page_of(verdict(), several).text


# ------------------------------------------------------------------------------------------------------ what it says
def test_the_counts_the_rules_and_what_is_filled_are_told(page_of):
    many = [finding(at) for at in range(25)] + [finding(1, Level.WARNING, rule="values", field="B")]
    read = page_of(verdict(*many))
    words = re.sub(r"\s+", " ", read.text)
    assert "25● errors1▲ warnings0■ information" in words
    assert "error (25) Mandatory value missing: A." in words
    assert "15 more" in words
    assert words.index("error (25)") < words.index("warning (1)")
    assert "Aa50.0 %no" in words
    assert "Bno columnyes" in words
    assert all(f"Fault {at}." in words for at in range(25))
    assert "26 findings are listed, of 26. All of them are in findings.gpkg." in words


def test_a_share_says_all_or_none_only_where_it_is_so(page_of):
    readings = (Reading("essai", "b", 100_000, "", (Filled("A", "a", 99_999), Filled("B", "b", 1))),)
    text = page_of(verdict(rows=100_000, readings=readings)).text
    assert "99.9 %" in text
    assert "0.1 %" in text


def test_what_is_filled_is_counted_by_the_run_itself(page_of, layer, checked, standard):
    rows = [{"a": "x", "B": "y"}, {"a": "", "B": None}, {"a": None, "B": "z"}]
    found = checked(layer(rows), standard)
    assert [(one.field, one.column, one.rows) for one in found.readings[0].filled] == [("A", "a", 1), ("B", "B", 2)]
    assert "33.3 %" in page_of(found).text


# --------------------------------------------------------------------------------------------------------- the map
def drawing(page: str) -> Xml.Element:
    return Xml.fromstring(next(one for one in re.findall(r"<svg.*?</svg>", page, re.S) if 'viewBox="0 0 1600 ' in one))


def test_the_map_draws_the_layer_and_puts_a_sign_where_each_finding_is(page_of, layer, checked, standard):
    square = "POLYGON(({0} 6700000,{1} 6700000,{1} 6700100,{0} 6700100,{0} 6700000))"
    shapes = [square.format(350000 + 200 * at, 350100 + 200 * at) for at in range(3)]
    from dataclasses import replace

    from data_territoires_plugin.standards.model import Geometry, Kind

    table = replace(standard.tables[0], geometry=Geometry((Kind.POLYGON,)))
    found = checked(
        layer([{"A": "x", "B": None}, {"A": "x", "B": "y"}, {"A": "x", "B": None}], shapes=shapes, kind="Polygon"),
        replace(standard, tables=(table,)),
    )
    page_of(found)
    svg = drawing(page_of.page)
    boxes = []
    for path in svg.findall("./g/path"):
        numbers = np.array(re.findall(r"-?\d+", path.get("d")), int).reshape(-1, 2)
        boxes.append((*numbers.min(0), *numbers.max(0)))
    assert len(boxes) == 3
    assert boxes[0][2] < boxes[1][0] < boxes[1][2] < boxes[2][0]
    signs = [(int(one.get("cx")), int(one.get("cy"))) for one in svg.findall("./circle")]
    assert len(signs) == 2
    for (x, y), (left, top, right, bottom) in zip(signs, (boxes[0], boxes[2]), strict=True):
        assert left < x < right
        assert top < y < bottom


def test_a_feature_lost_at_sea_does_not_make_a_point_of_all_the_others(page_of, layer, checked, standard):
    from dataclasses import replace

    from data_territoires_plugin.standards.model import Geometry, Kind

    table = replace(standard.tables[0], geometry=Geometry((Kind.POINT,)))
    places = [f"POINT({350000 + 10 * at} {6700000 + 7 * at})" for at in range(60)] + ["POINT(0 0)"]
    rows = [{"A": "x", "B": "y"}] * len(places)
    read = page_of(checked(layer(rows, shapes=places, kind="Point"), replace(standard, tables=(table,))))
    xs = [int(one.get("cx")) for one in drawing(page_of.page).findall("./g/circle")]
    assert max(xs) - min(xs) > 1000
    assert "out of this map" in read.text


# ------------------------------------------------------------------------------------------------- nothing else runs
NASTY = "</td></table><script>alert(1)</script><img src=x onerror=alert(2)>\"'&lt;\x00 javascript:alert(3)"


def test_values_are_shown_and_never_run(page_of, standard):
    from dataclasses import replace

    bad = finding(feature=NASTY, field=NASTY, value=NASTY, message=NASTY, help=NASTY, section=NASTY, other=NASTY)
    readings = (Reading(NASTY, NASTY, 1, NASTY, (Filled(NASTY, NASTY, 1),)),)
    named = replace(standard, title=NASTY, version=NASTY, source=NASTY, partial=NASTY, date=NASTY)
    read = page_of(verdict(bad, rows=1, readings=readings, not_checked=(NASTY,)), named)
    assert {tag for tag, _attributes in read.tags} <= ALLOWED
    assert not [name for _tag, held in read.tags for name in held if name.startswith("on")]
    assert "<script>alert(1)</script>" in read.text


def test_the_page_loads_nothing_and_forbids_itself_to(page_of):
    read = page_of(verdict(finding(place=(350000.0, 6700000.0))))
    assert not [held for _tag, held in read.tags if {"src", "href", "srcset", "data"} & set(held)]
    assert not re.search(r"url\(|@import", page_of.page)
    policies = [held["content"] for tag, held in read.tags if tag == "meta" and "http-equiv" in held]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'; img-src data:"]
    assert not read.open


def test_the_same_verdict_gives_the_same_page(page_of):
    found = verdict(*(finding(at, place=(350000.0 + at, 6700000.0)) for at in range(50)))
    page_of(found)
    first = page_of.page
    page_of(found)
    assert page_of.page == first


# ----------------------------------------------------------------------------------------------------- many findings
def test_a_hundred_thousand_findings_fit_and_none_is_lost(qgis_app, standard, tmp_path):
    from types import SimpleNamespace

    from data_territoires_plugin.processing.validate import write_report

    long = "é<" * 200
    found = verdict(
        *(finding(at, message=f"{at} {long}", place=(350000.0 + at, 6700000.0)) for at in range(100_000)), rows=100_000
    )
    path = tmp_path / "report.html"
    write_report(SimpleNamespace(verdict=found, standard=standard, reasons=""), path)
    assert path.stat().st_size < 20_000_000
    listed, total = map(int, re.search(r"(\d+) findings are listed, of (\d+)", path.read_text("utf-8")).groups())
    assert listed == path.read_text("utf-8").count("<tr><td>") - 2  # the two fields of the completeness
    assert 1000 < listed < total == 100_000
    file = gdal.OpenEx(str(tmp_path / "report_anomalies.gpkg"), gdal.OF_VECTOR)
    assert file.GetLayer(0).GetFeatureCount() == 100_000
    with (tmp_path / "report_anomalies.csv").open(encoding="utf-8-sig") as file:
        assert sum(1 for _line in file) == 100_001


def test_a_formula_in_a_value_stays_a_text_in_a_spreadsheet_and_a_number_a_number():
    from data_territoires_plugin.standards.report_csv import safe

    assert [safe(one) for one in ("=1+1", "@x", "-12.5", "-1,5", "U", "+cmd")] == [
        "'=1+1",
        "'@x",
        "-12.5",
        "-1,5",
        "U",
        "'+cmd",
    ]


def test_a_report_that_can_not_be_written_says_so_and_leaves_the_old_one(qgis_app, standard, tmp_path):
    from data_territoires_plugin.standards.report_html import write_report

    with pytest.raises(OutputError):
        write_report(verdict(), standard, tmp_path / "nowhere" / "report.html")
    assert not list(Path(tmp_path).iterdir())
