"""A delimited text file with its repairs: written as it was, but for the cells that were mended.

Encoding, separator, quotes, ends of lines and untouched cells are those of the file, to the byte: the national bases
read these files as they are, and a comparison with the original shows what was mended and nothing else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...errors import OutputError
from ...i18n import tr
from ...paths import draft_of
from ...sources.dialect import recognise
from .proposal import SHAPES, Change

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from .proposal import Proposal

_QUOTE = '"'


def can_be_copied(path: Path, names: Sequence[str], count: int, proposals: Sequence[Proposal]) -> bool:
    """Whether the rows of a layer are those of this file, one by one, and its repairs are all of cells and columns.

    `names`: the columns of the layer; `count`: its rows.
    """
    if any(one.change in SHAPES for one in proposals):
        return False
    try:
        dialect = recognise(path)
        rows = _rows(path, dialect.encoding, dialect.separator)
    except (OSError, UnicodeError):
        return False
    header = [_read(cell) for cell in rows[0][0]] if rows else []
    width = len(header)
    return (
        dialect.unreadable == 0
        and header == list(names)
        and len(rows) == count + 1
        and all(len(cells) == width for cells, _end in rows)
    )


def copied(path: Path, target: Path, proposals: Sequence[Proposal], names: Sequence[str], order: Sequence[int]) -> str:
    """Writes the file with its repairs; the encoding that it has. Rows are numbered from 1, as GDAL does.

    `names`, `order`: the columns of the repaired layer and which is written in each place. A text that the encoding of
    the file doesn't have makes the whole file UTF-8. Raises OutputError.
    """
    dialect = recognise(path)
    rows = _rows(path, dialect.encoding, dialect.separator)
    mended = {(one.feature, one.field): one.after for one in proposals if one.change is Change.VALUE}
    own = [_read(cell) for cell in rows[0][0]]
    quoted = all(cell.startswith(_QUOTE) for cell in rows[0][0])
    lines = []
    for number, (cells, end) in enumerate(rows):
        made = list(cells)
        if number == 0:
            made = [
                raw if name == old else _written(name, raw, dialect.separator)
                for raw, old, name in zip(cells, own, names, strict=False)
            ]
        for at, name in enumerate(own):
            if (number, name) in mended:
                made[at] = _written(mended[number, name], cells[at], dialect.separator)
        for name in names[len(own) :]:
            made.append(_written(name if number == 0 else "", _QUOTE if quoted else "", dialect.separator))
        lines.append(dialect.separator.join(made[at] for at in order) + end)
    return _put("".join(lines), target, dialect.encoding)


def _rows(path: Path, encoding: str, separator: str) -> list[tuple[list[str], str]]:
    """The records: their cells as they are written, quotes included, and how the line ends. Blank ones are left out."""
    with path.open(encoding=encoding, newline="") as file:
        text = file.read()
    return [(cells, end) for cells, end in _records(text, separator) if any(cells) or len(cells) > 1]


def _records(text: str, separator: str) -> Iterator[tuple[list[str], str]]:
    cut = re.escape(separator)
    cell = re.compile(rf'("(?:[^"]|"")*"[^{cut}\r\n]*|[^{cut}\r\n]*)({cut}|\r\n|\n|\r|\Z)')
    cells: list[str] = []
    at = 0
    while at < len(text) or cells:
        found = cell.match(text, at)
        if found is None:  # a quote that is never closed
            raise UnicodeError("a quote is never closed")
        cells.append(found[1])
        at = found.end()
        if found[2] != separator:
            yield cells, found[2]
            cells = []


def _read(cell: str) -> str:
    """What a cell says."""
    if len(cell) > 1 and cell.startswith(_QUOTE) and cell.endswith(_QUOTE):
        return cell[1:-1].replace(_QUOTE * 2, _QUOTE)
    return cell


def _written(text: str, before: str, separator: str) -> str:
    """A text as a cell: in quotes where what it replaces was, and where it has to be."""
    needed = any(sign in text for sign in (separator, _QUOTE, "\n", "\r"))
    if needed or before.startswith(_QUOTE):
        return f"{_QUOTE}{text.replace(_QUOTE, _QUOTE * 2)}{_QUOTE}"
    return text


def _put(text: str, target: Path, encoding: str) -> str:
    """Writes the file beside, then in its place; the encoding that it has."""
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        encoding = "utf-8"
        data = text.encode(encoding)
    draft = draft_of(target)
    try:
        draft.write_bytes(data)
        draft.replace(target)
    except OSError as error:
        raise OutputError(
            tr("The repaired layer can't be written."),
            detail=str(error),
            hint=tr("Check that there is room on the disk, and that the file isn't open elsewhere."),
        ) from error
    finally:
        draft.unlink(missing_ok=True)
    return encoding
