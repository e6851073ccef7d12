"""How a delimited text file is written: encoding, separator, header, decimal comma. Recognised, not supposed; no QGIS.

A record is what `csv` reads (RFC 4180): a quoted value may hold separators and line feeds.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

SEPARATORS = (";", ",", "\t", "|")
_SAMPLE = 512_000  # characters looked at for the separator
_RECORDS = 500
_BLOCK = 1 << 20
_LONGEST = 2**31 - 1  # characters of one value: a contour in WKT passes the 131 072 that `csv` allows
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_UNDEFINED = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")  # in cp1252
_FIGURE = re.compile(r"-?\d+(?P<decimals>[.,]\d+)?")
_MOSTLY = 10  # sequences that are UTF-8 for one that is not: then it is UTF-8, damaged in places


@dataclass(frozen=True)
class Dialect:
    """How a file is written. `unreadable`: bytes that its encoding does not have, shown as U+FFFD."""

    encoding: str = "utf-8"  # utf-8, utf-8-sig, utf-16, cp1252, latin-1
    separator: str = ","
    decimal_comma: bool = False
    unreadable: int = 0

    @property
    def mark(self) -> bool:
        """Whether the file begins with a byte order mark."""
        return self.encoding in ("utf-8-sig", "utf-16")


def recognise(path: Path) -> Dialect:
    """The dialect of a file. Raises OSError; UnicodeError where it is no text."""
    encoding, unreadable = _encoding(path)
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        text = file.read(_SAMPLE)
        whole = not file.read(1)
    if "\0" in text[:4096]:
        raise UnicodeError("not a text file")
    separator = _separator(text)
    records = _records(text, separator, whole=whole)
    return Dialect(encoding, separator, _decimal_comma(records[1:], separator), unreadable)


def records(path: Path, dialect: Dialect) -> Iterator[list[str]]:
    """The records of a file one by one, header included, blank ones left out."""
    csv.field_size_limit(_LONGEST)
    with path.open(encoding=dialect.encoding, errors="replace", newline="") as file:
        for record in csv.reader((line.replace("\0", "") for line in file), delimiter=dialect.separator):
            if len(record) > 1 or any(record):
                yield record


def header_names(header: Iterable[str]) -> list[str]:
    """The names of the columns, as written; an absent one is made, one given twice (whatever its case) is numbered."""
    names: list[str] = []
    taken: set[str] = set()
    for position, written in enumerate(header, 1):
        base = " ".join(written.split()) or f"column_{position}"
        name, number = base, 1
        while name.lower() in taken:
            number += 1
            name = f"{base}_{number}"
        taken.add(name.lower())
        names.append(name)
    return names


def plain(name: str) -> str:
    """A name without accents, in small letters, its words joined by “_”."""
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return re.sub(r"[^0-9a-z]+", "_", bare.lower()).strip("_")


def _encoding(path: Path) -> tuple[str, int]:
    """The encoding, from the whole file: an accent may come after a million lines of ASCII."""
    with path.open("rb") as file:
        start = file.read(4)
        for mark, name in _MARKS:
            if start.startswith(mark):
                return name, 0
        file.seek(0)
        good = bad = undefined = 0
        rest = b""
        while block := file.read(_BLOCK):
            if (rest + block).isascii():
                rest = b""
                continue
            block = rest + block
            # A sequence may be cut by the end of the block: its beginning waits for the next one.
            cut = next((at for at in range(1, min(4, len(block)) + 1) if block[-at] >= 0xC0), 0)
            rest, block = (block[-cut:], block[:-cut]) if cut else (b"", block)
            found, others = _UTF8.subn(b"", block)[::-1]
            good, bad = good + found, bad + len(_HIGH.findall(others))
            undefined += len(_UNDEFINED.findall(block))
        others, found = _UTF8.subn(b"", rest)
        good, bad = good + found, bad + len(_HIGH.findall(others))
    if good >= _MOSTLY * bad:
        return "utf-8", bad
    return ("latin-1" if undefined else "cp1252"), 0


def _separator(text: str) -> str:
    """The separator that cuts the most columns out of nearly all records, all the same number."""
    best, most = ",", (0.0, 1)
    for candidate in SEPARATORS:
        found = _records(text, candidate, whole=False) or _records(text, candidate, whole=True)
        width = len(found[0]) if found else 1
        if width < 2:
            continue
        alike = sum(len(record) == width for record in found) / len(found)
        score = (round(alike, 1), width)
        if score > most:
            best, most = candidate, score
    return best


def _records(text: str, separator: str, *, whole: bool) -> list[list[str]]:
    """The first records of a sample; the last is left out where the sample may have cut it."""
    csv.field_size_limit(_LONGEST)
    found: list[list[str]] = []
    for record in csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=separator):
        if len(record) > 1 or any(record):
            found.append(record)
        if len(found) > _RECORDS:
            return found
    return found if whole else found[:-1]


def _decimal_comma(rows: list[list[str]], separator: str) -> bool:
    """Whether figures are written 48,85: a column of them, and none written with a point.

    A column where each value has one comma and nothing but whole numbers of five figures around it is a list of codes.
    """
    commas = points = False
    for column in zip(*(row for row in rows if len(row) == len(rows[0])), strict=True) if rows else ():
        values = [value.strip() for value in column if value.strip()]
        figures = [_FIGURE.fullmatch(value) for value in values]
        if not values or not all(figures):
            continue
        decimals = [figure["decimals"] for figure in figures if figure and figure["decimals"]]
        points = points or any(each[0] == "." for each in decimals)
        written = [value for value in values if "," in value]
        commas = commas or (bool(written) and not all(re.fullmatch(r"\d{5},\d{5}", value) for value in written))
    return commas and not points
