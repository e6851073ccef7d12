"""A delimited file read through once: how it is written, where its coordinates are, what its columns hold; no QGIS.

Nothing is guessed from the first lines alone: types, codes and coordinates are counted to the last row, and said.
"""

from __future__ import annotations

import math
import re
from dataclasses import asdict, dataclass, field, replace
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from ..errors import SourceError
from ..i18n import tr
from .coordinates import DEGREES, WGS84, WKT, Place, kind_of, number, pair, place_of
from .dialect import Dialect, header_names, recognise, records
from .values import READERS, Watch, restore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

_SAMPLE = 5000  # rows looked at for the coordinates
_TURN = 2000  # rows between two looks at the feedback
_RESERVED = frozenset({"geom", "dt_fid", "dt_cut"})  # names that the result keeps for itself
_GEOJSON_KIND = re.compile(r'"type"\s*:\s*"(Multi)?(Point|LineString|Polygon)"')
_FAMILIES = {"POINT": "point", "LINESTRING": "line", "POLYGON": "polygon"}
_WEST, _SOUTH, _EAST, _NORTH = DEGREES[0]


@dataclass(frozen=True)
class Asked:
    """What the catalogue says of a file, and the rows wanted: those whose `field` is one of `values`."""

    geometry: str = ""  # point, line, polygon; none: a table; "": as found
    column: str = ""  # of the geometry, or two: “x,y”
    crs: str = ""
    field: str = ""
    values: frozenset[str] = frozenset()
    role: str = ""  # what the codes of `field` are: commune, departement


@dataclass(frozen=True)
class Survey:
    """What a file holds."""

    dialect: Dialect
    names: tuple[str, ...]
    kinds: tuple[str, ...]  # of values.READERS, "" for a text
    restored: tuple[str, ...]  # role of the codes that get their zero back, "" otherwise
    place: Place | None
    rows: int = 0
    chosen: int = 0  # rows whose code is one of those asked for
    ragged: int = 0  # rows with more or fewer values than the header
    unusable: int = 0  # rows without usable coordinates
    other_kind: int = 0  # rows whose geometry is of another kind than the layer's
    several: bool = False  # multiple geometries
    swapped: int = 0  # rows whose latitude and longitude were exchanged
    metres: Mapping[str, int] = field(default_factory=dict)  # CRS → rows in it, where the file is in another
    zeros: Mapping[str, int] = field(default_factory=dict)  # column → codes that got their zero back

    @property
    def columns(self) -> dict[str, str]:
        """The columns of the result and their types, without that of the geometry."""
        consumed = self.place.columns if self.place and self.place.form in ("wkt", "geojson") else ()
        return {
            name: READERS[kind][0] if kind else "TEXT"
            for at, (name, kind) in enumerate(zip(self.names, self.kinds, strict=True))
            if at not in consumed
        }

    def note(self) -> dict[str, Any]:
        """As a plan keeps it."""
        return asdict(self)

    @classmethod
    def of(cls, note: Mapping[str, Any]) -> Survey:
        """The survey that a plan keeps."""
        place = note["place"]
        return cls(
            **{
                **note,
                "dialect": Dialect(**note["dialect"]),
                "place": Place(**{**place, "columns": tuple(place["columns"])}) if place else None,
                **{name: tuple(note[name]) for name in ("names", "kinds", "restored")},
            }
        )


def examine(path: Path, asked: Asked, turn: Callable[[], None] = lambda: None) -> Survey:
    """Reads a file through. `turn` is called now and then, and may raise. Raises SourceError where it is no table."""
    try:
        dialect = recognise(path)
        rows = records(path, dialect)
        header = next(rows, None)
        if header is None:
            raise SourceError(
                tr("“{name}” is empty.").format(name=path.name), hint=tr("Check the file, or ask for it again.")
            )
        names = _free(header_names(header))
        return _Reading(names, dialect, asked, turn).through(rows)
    except (OSError, UnicodeError) as error:
        raise SourceError(
            tr("“{name}” can't be read as a table of text (CSV).").format(name=path.name),
            detail=f"{type(error).__name__}: {error}",
            hint=tr("Check that the file is whole and that a spreadsheet opens it."),
        ) from error


def squared(row: list[str], width: int) -> list[str]:
    """A row with as many values as the header: absent ones are empty, those beyond are left out (and counted)."""
    return row if len(row) == width else (row + [""] * width)[:width]


class _Reading:
    """The columns of a file while it is read through."""

    def __init__(self, names: list[str], dialect: Dialect, asked: Asked, turn: Callable[[], None]) -> None:
        self.names, self.dialect, self.asked, self.turn = names, dialect, asked, turn
        self.code = names.index(asked.field) if asked.field in names else -1
        self.watches = [
            Watch.of(name, comma=dialect.decimal_comma, role=asked.role if at == self.code else "")
            for at, name in enumerate(names)
        ]
        self.counts = dict.fromkeys(("rows", "chosen", "ragged", "unusable", "other_kind", "swapped"), 0)
        self.metres: dict[str, int] = {}
        self.several = False

    def through(self, rows: Iterator[list[str]]) -> Survey:
        width = len(self.names)
        sample = list(islice(rows, _SAMPLE))
        place = None
        if self.asked.geometry != "none":
            place = place_of(self.names, [squared(row, width) for row in sample], self.asked.column, self.asked.crs)
        active = list(enumerate(self.watches))
        for count, row in enumerate(chain(sample, rows)):
            if count % _TURN == 0:
                self.turn()
                active = [(at, watch) for at, watch in active if not watch.settled]
            self.counts["ragged"] += len(row) != width
            self.look(squared(row, width), active, place)
            self.counts["rows"] += 1
        return Survey(
            self.dialect,
            tuple(self.names),
            tuple(watch.kind for watch in self.watches),
            tuple(watch.restored for watch in self.watches),
            place,
            **self.counts,
            several=self.several,
            metres=self.metres,
            zeros={watch.name: watch.short for watch in self.watches if watch.restored},
        )

    def look(self, row: list[str], active: list[tuple[int, Watch]], place: Place | None) -> None:
        for at, watch in active:
            if (text := row[at]) and (text := text.strip()):
                watch.look(text)
        if self.code >= 0:
            self.counts["chosen"] += is_chosen(row[self.code], self.asked)
        if place is None:
            return
        if place.form in ("wkt", "geojson"):
            self._shape(row[place.columns[0]], place)
            return
        found = locate(row, place)
        if found is None:
            self.counts["unusable"] += 1
            return
        *_, crs, swapped = found
        self.counts["swapped"] += swapped
        if crs != WGS84:
            self.metres[crs] = self.metres.get(crs, 0) + 1

    def _shape(self, text: str, place: Place) -> None:
        kind, several = shape_kind(text, place)
        if not kind:
            self.counts["unusable"] += 1
        elif self.asked.geometry and kind != self.asked.geometry:
            self.counts["other_kind"] += 1
        self.several = self.several or several


def is_chosen(text: str, asked: Asked) -> bool:
    """Whether a code is one of those asked for, its leading zero there or lost."""
    text = text.strip()
    return text in asked.values or (bool(asked.role) and restore(text, asked.role) in asked.values)


def locate(row: list[str], place: Place) -> tuple[float, float, str, bool] | None:
    """East, north, CRS, and whether they were exchanged, of a row; None where it has no usable coordinates.

    A row that disagrees with the rest of its file and lies in France once read otherwise is read otherwise.
    """
    if place.form == "columns":
        x, y = number(row[place.columns[0]]), number(row[place.columns[1]])
    else:
        x, y = pair(row[place.columns[0]]) or (None, None)
    if x is None or y is None or not (math.isfinite(x) and math.isfinite(y)) or (not x and not y):
        return None
    if not place.swapped and place.crs == WGS84 and _WEST <= x <= _EAST and _SOUTH <= y <= _NORTH:
        return x, y, WGS84, False
    crs, swapped = kind_of(x, y)
    if crs and WGS84 in (crs, place.crs):
        return (y, x, crs, True) if swapped else (x, y, crs, False)
    if place.swapped:
        x, y = y, x
    if place.crs == WGS84 and not (abs(x) <= 180 and abs(y) <= 90):
        return None
    return x, y, place.crs, place.swapped


def shape_kind(text: str, place: Place) -> tuple[str, bool]:
    """The kind of a geometry written as text (point, line, polygon; "" for none), and whether it is multiple."""
    if place.form == "wkt":
        found = WKT.match(text)
        if not found or found[2].upper() == "GEOMETRYCOLLECTION" or "EMPTY" in text[:60].upper():
            return "", False
        name = found[2].upper()
        return _FAMILIES[name.removeprefix("MULTI")], name.startswith("MULTI")
    found = _GEOJSON_KIND.search(text)
    return (_FAMILIES[found[2].upper()], bool(found[1])) if found else ("", False)


def remarks(survey: Survey) -> list[str]:
    """What is to be said of a file: how it was read, and what is wrong with it."""
    dialect, place = survey.dialect, survey.place
    separator = {"\t": tr("tabulations")}.get(dialect.separator, f"“{dialect.separator}”")
    said = [tr("text in {encoding} separated by {separator}").format(encoding=_shown(dialect), separator=separator)]
    if dialect.decimal_comma:
        said.append(tr("decimal comma"))
    if place:
        columns = ", ".join(survey.names[at] for at in place.columns)
        said.append(tr("coordinates in {columns}").format(columns=columns))
    for crs, count in survey.metres.items():
        said.append(tr("rows in {crs}, recognised by their values: {count}").format(count=count, crs=crs))
    counted = (
        (survey.swapped, tr("rows with latitude and longitude exchanged, put right: {count}")),
        (survey.unusable, tr("rows without usable coordinates: {count} of {rows}")),
        (survey.other_kind, tr("rows with a geometry of another kind, left out: {count} of {rows}")),
        (survey.ragged, tr("rows with more or fewer values than the header: {count} of {rows}")),
        (dialect.unreadable, tr("characters that could not be read: {count}")),
    )
    said += [text.format(count=count, rows=survey.rows) for count, text in counted if count]
    for name, count in survey.zeros.items():
        said.append(tr("codes of {column} that got their leading zero back: {count}").format(count=count, column=name))
    return said


def merged(surveys: list[Survey]) -> Survey:
    """The counts of several files of the same making; how they are written is told of the first."""
    totals: dict[str, dict[str, int]] = {"metres": {}, "zeros": {}}
    for survey in surveys:
        for name, total in totals.items():
            for key, count in getattr(survey, name).items():
                total[key] = total.get(key, 0) + count
    counts: dict[str, Any] = {
        name: sum(getattr(survey, name) for survey in surveys)
        for name in ("rows", "chosen", "ragged", "unusable", "other_kind", "swapped")
    }
    unreadable = sum(survey.dialect.unreadable for survey in surveys)
    first = next((survey for survey in surveys if survey.place), surveys[0])
    counts.update(totals, dialect=replace(first.dialect, unreadable=unreadable))
    return replace(first, **counts)


def _shown(dialect: Dialect) -> str:
    return {"utf-8-sig": "UTF-8 (BOM)", "cp1252": "Windows-1252"}.get(dialect.encoding, dialect.encoding.upper())


def _free(names: list[str]) -> list[str]:
    """The names, those that the result needs for itself made different."""
    taken = {name.lower() for name in names}
    free = []
    for name in names:
        other = name
        while other.lower() in _RESERVED or (other != name and other.lower() in taken):
            other += "_"
        free.append(other)
    return free


def without_place(survey: Survey) -> Survey:
    """The same file read as a table."""
    return replace(survey, place=None, unusable=0, other_kind=0, swapped=0, metres={})
