"""The values of a standard for local ones: codes by their label or a synonym, dates and numbers written otherwise."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from ..engine.columns import plain
from ..engine.patterns import matcher
from ..engine.types import accepts, reading
from ..model import FieldType
from .words import likeness, same_meaning

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..model import Field, Standard, Table

_DATES = ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%Y-%m-%d")
_DAY = re.compile(r"(\d{4}-\d\d-\d\d|\d\d/\d\d/\d{4})[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?")
_NUMBER = re.compile(r"([+-]?\d[\d\s\u00a0\u202f]*(?:[.,]\d+)?)\s*[a-zA-Zà-ÿ²³°%€]*\.?")
_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_TRUE = ("oui", "vrai", "true", "1", "o", "t", "y", "yes", "x")
_FALSE = ("non", "faux", "false", "0", "n", "f", "no")
_CODE = re.compile(r"\d{3,8}|\d[AB]\d{3}", re.IGNORECASE)
_ALIKE = 0.82  # likeness of two values, for one to be taken for the other misspelt
_AHEAD = 0.06  # by how much the closest must lead
_WORDS = re.compile(r"\W+")
_UNDEFINED = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
# Characters of Windows read as Latin-1: controls that no text holds, hence mended without a doubt.
_WINDOWS = {code: bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in _UNDEFINED}
_LONGEST = 200  # characters: a longer value is no code misspelt


@dataclass(frozen=True)
class Found:
    """The value of the standard for a local one, and how sure that is."""

    value: str
    confidence: float


class Values:
    """The values of one field of a standard."""

    def __init__(self, standard: Standard, table: Table, field: Field) -> None:
        self.field = field
        self.codes = dict(_codes(standard, table, field))  # code → label
        self._typed = accepts(field)
        self._pattern = matcher(field.pattern) if field.pattern else None
        self._read = reading(field)
        self.missing = frozenset(table.missing) - self.codes.keys()  # texts that mean “no value”
        self._plain: dict[str, str] = {}
        for code, label in self.codes.items():
            self._plain.setdefault(plain(label), code)
        self._plain |= {plain(code): code for code in reversed(self.codes)}
        self._plain.pop("", None)
        self.safely: Callable[[str], str | None] = lru_cache(maxsize=100_000)(self._safely)

    @property
    def judges(self) -> bool:
        """Whether a text may be wrong for the field: its values then say something of a column."""
        return bool(self.codes) or self._typed is not None or self._pattern is not None

    def fits(self, text: str) -> bool:
        """Whether a text is a value of the field as it stands."""
        tests = (self._of_type, self._of_pattern, self._listed, self._of_size, self._within)
        return text in self.missing or all(test(text) for test in tests)

    def _of_type(self, text: str) -> bool:
        return self._typed is None or self._typed(text)

    def _of_pattern(self, text: str) -> bool:
        return self._pattern is None or self._pattern(text) is not False  # None: nobody can tell

    def _of_size(self, text: str) -> bool:
        low, high = self.field.min_length, self.field.max_length
        return (low is None or len(text) >= low) and (high is None or len(text) <= high)

    def _within(self, text: str) -> bool:
        low, high = self.field.minimum, self.field.maximum
        number = self._read(text) if (low, high) != (None, None) else None
        return number is None or ((low is None or number >= low) and (high is None or number <= high))

    def _listed(self, text: str) -> bool:
        if not self.codes:
            return True
        if self.field.type is FieldType.LIST:
            return all(one.strip() in self.codes for one in text.split(self.field.separator or ","))
        if text not in self.codes and self.field.type in (FieldType.INTEGER, FieldType.NUMBER):
            return self._read(text) in {self._read(code) for code in self.codes} - {None}
        return text in self.codes

    def _safely(self, text: str) -> str | None:
        """The same value as the field writes it: nothing is guessed. None where there is none."""
        text = text.translate(_WINDOWS)
        text = _SPACES.sub(" ", text).strip() if self.field.type is not FieldType.TEXT or self.codes else text.strip()
        if self.fits(text):
            return text
        return next((one for one in self._written(text) if one is not None and self.fits(one)), None)

    def guessed(self, text: str) -> Found | None:
        """The value that a local one stands for: safely, by synonym, by its words, by likeness."""
        safe = self.safely(text)
        if safe is not None:
            return Found(safe, 1.0)
        if not self.codes:
            return self._opinion(text)
        same = [code for code, label in self.codes.items() if same_meaning(text, code) or same_meaning(text, label)]
        if len(same) == 1:
            return Found(same[0], 0.85)
        return self._by_words(text) or self._by_likeness(text)

    # ------------------------------------------------------------------------------------- the same, written otherwise
    def _written(self, text: str) -> Iterator[str | None]:
        """The same value, as the field may write it."""
        if self.codes:
            if self.field.type is FieldType.LIST:
                parts = [self._plain.get(plain(one)) for one in re.split(r"[,;|]", text)]
                yield None if None in parts else (self.field.separator or ",").join(one for one in parts if one)
            yield self._plain.get(plain(text))
        if self.field.type in (FieldType.INTEGER, FieldType.NUMBER):
            yield self._number(text)
        elif self.field.type is FieldType.BOOLEAN:
            yield self._boolean(text)
        elif self.field.type in (FieldType.DATE, FieldType.DATETIME, FieldType.YEAR, FieldType.YEAR_MONTH):
            yield self._moment(text)
        elif self.field.type is FieldType.URL and "." in text and " " not in text:
            yield f"https://{text}"
        if self._pattern is not None:
            number = self._whole(text)
            if number and _CODE.fullmatch(number):
                yield from (number.zfill(width) for width in (5, 8, 9, 14))
            yield from (text.upper(), text.lower(), text.replace(" ", ""), text.replace(" ", "").upper())

    @staticmethod
    def _whole(text: str) -> str:
        return text[:-2] if text.endswith(".0") else text

    def _number(self, text: str) -> str | None:
        found = _NUMBER.fullmatch(text)
        if found is None:
            return None
        bare = _SPACES.sub("", found[1]).replace(",", ".")
        if self.field.type is FieldType.INTEGER and "." in bare:
            bare, _, decimals = bare.partition(".")
            if decimals.strip("0"):
                return None
        return bare.replace(".", self.field.decimal) if self.field.decimal else bare

    def _boolean(self, text: str) -> str | None:
        word = plain(text)
        if word in _TRUE:
            return self.field.true_values[0] if self.field.true_values else "true"
        if word in _FALSE:
            return self.field.false_values[0] if self.field.false_values else "false"
        return None

    def _moment(self, text: str) -> str | None:
        day = _DAY.fullmatch(text)
        for form in _DATES:
            try:
                found = datetime.strptime(day[1] if day else text, form)
            except ValueError:
                continue
            if self.field.type is FieldType.YEAR:
                return f"{found:%Y}"
            if self.field.type is FieldType.YEAR_MONTH:
                return f"{found:%Y-%m}"
            plain_form = "%Y-%m-%d" if self.field.type is FieldType.DATE else "%Y-%m-%dT%H:%M:%S"
            return found.strftime(self.field.formats[0] if self.field.formats else plain_form)
        return None

    # -------------------------------------------------------------------------------------------------------- guesses
    def _opinion(self, text: str) -> Found | None:
        """Yes or no, said by a synonym: “en service”."""
        if self.field.type is not FieldType.BOOLEAN:
            return None
        yes = any(same_meaning(text, word) for word in ("oui", "en service"))
        no = any(same_meaning(text, word) for word in ("non", "hors service"))
        said = self._boolean("oui" if yes else "non") if yes != no else None
        return Found(said, 0.8) if said is not None and self.fits(said) else None

    def _by_words(self, text: str) -> Found | None:
        """The longest code whose words are all in the text, or a part of a text (“arceau / appui vélo”) that is one."""
        parts = [part for part in re.split(r"[/;,|()]", text) if part.strip()]
        if len(parts) > 1:
            found = {one for part in parts if (one := self._plain.get(plain(part))) is not None}
            found = found or {c for part in parts for c, label in self.codes.items() if same_meaning(part, c)}
            if len(found) == 1:
                return Found(found.pop(), 0.8)
        ours = _bag(text)
        held = [code for code, label in self.codes.items() if _bag(code) and _bag(code) <= ours]
        if not held:
            return None
        most = max(len(_bag(code)) for code in held)
        longest = [code for code in held if len(_bag(code)) == most]
        return Found(longest[0], 0.7) if len(longest) == 1 and most * 4 >= len(ours) else None

    def _by_likeness(self, text: str) -> Found | None:
        if len(text) > _LONGEST or len(plain(text)) < 4:
            return None
        scored = sorted(
            ((likeness(plain(text), known, _ALIKE - _AHEAD), code) for known, code in self._plain.items()),
            reverse=True,
        )
        if not scored or scored[0][0] < _ALIKE:
            return None
        rival = next((score for score, code in scored if code != scored[0][1]), 0.0)
        return Found(scored[0][1], scored[0][0] * 0.8) if scored[0][0] - rival >= _AHEAD else None


def _bag(text: str) -> frozenset[str]:
    """The words of a text, without the linking ones nor the plural."""
    words = (plain(word) for word in _WORDS.split(text))
    return frozenset(word.rstrip("s") for word in words if len(word) > 2)


def _codes(standard: Standard, table: Table, field: Field) -> Iterator[tuple[str, str]]:
    """The only values of a field, with their labels: its own, else those of a code list that it refers to."""
    if field.values:
        yield from ((value, "") for value in field.values)
        return
    for reference in table.references:
        names = [name.casefold() for name in reference.fields]
        codes = standard.code_list(reference.target) if reference.is_code_list else None
        if codes is None or field.name.casefold() not in names:
            continue
        at = codes.columns.index(reference.target_fields[names.index(field.name.casefold())])
        for one in codes.codes:
            yield one.values[at], one.label if len(names) == 1 else ""
