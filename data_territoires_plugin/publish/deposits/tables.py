"""A package as a text table (CSV, UTF-8): its rows without their shapes, written and read back."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from ...errors import OutputError
from ...i18n import tr
from ..content import Remote, Row, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from ..content import Column, Content, Value

COMMA, SEMICOLON = ",", ";"
_DELIMITERS = (COMMA, SEMICOLON, "\t", "|")
_TRUE, _FALSE = frozenset(("true", "1", "oui", "t", "vrai")), frozenset(("false", "0", "non", "f", "faux"))


def write(content: Content, path: Path, delimiter: str = COMMA) -> Path:
    """Writes the rows, the names of the columns first. OutputError: no room, no right."""
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter=delimiter, lineterminator="\r\n")  # RFC 4180
            writer.writerow(content.names)
            writer.writerows([_text(value) for value in row.values] for row in content.rows)
    except OSError as error:
        raise OutputError(
            tr("{path} can't be written.").format(path=path.name),
            detail=str(error),
            hint=tr("Nothing was sent. Make room on the disk, then try again."),
        ) from error
    return path


def header(path: Path) -> tuple[tuple[str, ...], str]:
    """The names of the columns, and what separates them. OutputError: it can't be read as text in UTF-8."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            first = file.readline()
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path, str(error)) from error
    delimiter = max(_DELIMITERS, key=first.count)
    names = next(csv.reader([first], delimiter=delimiter), [])
    return tuple(names), delimiter


def read(path: Path, key: str, columns: Sequence[Column]) -> Iterator[Remote]:
    """The rows; a column that the table lacks is empty. OutputError: it can't be read, or has no such key."""
    names, delimiter = header(path)
    if key not in names:
        raise OutputError(
            tr("The table that is published has no column “{field}”.").format(field=key),
            hint=tr("Choose a field that it has: {names}.").format(names=", ".join(names)),
        )
    places = [names.index(column.name) if column.name in names else -1 for column in columns]
    at = names.index(key)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = csv.reader(file, delimiter=delimiter)
            next(lines, None)
            for line in lines:
                if not line:
                    continue
                texts = [line[place] if 0 <= place < len(line) else "" for place in places]
                values = tuple(_value(text, column.type) for text, column in zip(texts, columns, strict=True))
                name = text_of(line[at] if at < len(line) else "")
                yield Remote(Row(name, values), name)
    except (UnicodeDecodeError, csv.Error) as error:
        raise _unreadable(path, str(error)) from error


def _text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value) if isinstance(value, float) else str(value)


def _value(text: str, type_: str) -> Value:
    """A text as its column means it; what isn't of the type stays a text: it then differs, and is told."""
    if text == "":
        return None
    try:
        if type_ == "integer":
            return int(text)
        if type_ == "number":
            return float(text)
    except ValueError:
        return text
    if type_ == "boolean" and text.strip().lower() in _TRUE | _FALSE:
        return text.strip().lower() in _TRUE
    return text


def _unreadable(path: Path, detail: str) -> OutputError:
    return OutputError(
        tr("{path} is not a table that can be read: it should be text in UTF-8.").format(path=path.name),
        detail=detail,
        hint=tr("Somebody may have put something else in its place: look at it before you publish."),
    )
