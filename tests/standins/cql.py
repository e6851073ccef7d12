"""The part of ECQL that the Géoplateforme is known to accept; everything else is refused.

Grammar from the ECQL reference of GeoTools; order of coordinates and the rule "the spatial predicate first" from what
clients of the Géoplateforme report.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SPATIAL = (
    "INTERSECTS",
    "WITHIN",
    "CONTAINS",
    "DISJOINT",
    "TOUCHES",
    "CROSSES",
    "OVERLAPS",
    "EQUALS",
    "DWITHIN",
    "BBOX",
)
_GEOMETRY = re.compile(r"(?:MULTI)?(?:POINT|LINESTRING|POLYGON)\s*(?:Z\s*)?\(|GEOMETRYCOLLECTION\s*\(", re.IGNORECASE)
_WORD = re.compile(r'[A-Za-z_]\w*|"[^"]+"')
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_STRING = re.compile(r"'((?:[^']|'')*)'")
_SRID = re.compile(r"SRID\s*=\s*(\d+)\s*;", re.IGNORECASE)
_OPERATOR = re.compile(r"<>|<=|>=|=|<|>")


class CqlError(Exception):
    """The filter isn't ECQL, or is ECQL that this service refuses."""


class IllegalPropertyError(CqlError):
    """The filter names a property that the type doesn't have."""


@dataclass(frozen=True)
class Where:
    """A condition on attributes, as SQL with its values."""

    sql: str
    values: tuple = ()


@dataclass(frozen=True)
class Spatial:
    """A condition on the geometry; `srid` is None where the filter gives no CRS. `geometry` is as it was written."""

    predicate: str
    geometry: shapely.Geometry
    srid: int | None
    distance: float = 0.0


@dataclass(frozen=True)
class Group:
    """`And`, `Or` or `Not` of conditions of which one at least is spatial."""

    operator: str
    members: tuple[Condition, ...]


Condition = Where | Spatial | Group


def quoted(name: str) -> str:
    """`name` as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def parse(text: str, columns: Mapping[str, str], geometry: str) -> Condition:
    """The condition that `text` says.

    Args:
        text: the filter.
        columns: name of a property → its column in the table.
        geometry: name of the geometry property.

    Raises:
        CqlError: the filter isn't understood.
        IllegalPropertyError: it names an unknown property, or another geometry column than `geometry`.
    """
    parser = _Parser(text, columns, geometry)
    condition = parser.either()
    parser.end()
    return condition


def _join(operator: str, members: list[Condition]) -> Condition:
    if len(members) == 1:
        return members[0]
    if all(isinstance(member, Where) for member in members):
        sql = f" {operator} ".join(f"({member.sql})" for member in members if isinstance(member, Where))
        return Where(sql, tuple(v for member in members if isinstance(member, Where) for v in member.values))
    return Group(operator, tuple(members))


class _Parser:
    def __init__(self, text: str, columns: Mapping[str, str], geometry: str) -> None:
        self.text, self.at = text, 0
        self.columns, self.geometry = columns, geometry
        self.attribute_seen = False

    # ------------------------------------------------------------ reading
    def _take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1
        match = pattern.match(self.text, self.at)
        if match:
            self.at = match.end()
        return match

    def _keyword(self, *words: str) -> bool:
        start = self.at
        for word in words:
            if not self._take(re.compile(rf"{word}\b", re.IGNORECASE)):
                self.at = start
                return False
        return True

    def _sign(self, sign: str) -> bool:
        return self._take(re.compile(re.escape(sign))) is not None

    def _need(self, sign: str) -> None:
        if not self._sign(sign):
            raise CqlError(f"Encountered {self.text[self.at : self.at + 20]!r} at character {self.at}, expected {sign}")

    def end(self) -> None:
        if self.text[self.at :].strip():
            raise CqlError(f"Encountered {self.text[self.at : self.at + 20]!r} at character {self.at}")

    # ------------------------------------------------------------ logic
    def either(self) -> Condition:
        members = [self._both()]
        while self._keyword("OR"):
            members.append(self._both())
        return _join("OR", members)

    def _both(self) -> Condition:
        members = [self._negation()]
        while self._keyword("AND"):
            members.append(self._negation())
        return _join("AND", members)

    def _negation(self) -> Condition:
        if self._keyword("NOT"):
            inner = self._negation()
            return Where(f"NOT ({inner.sql})", inner.values) if isinstance(inner, Where) else Group("NOT", (inner,))
        start = self.at
        if self._sign("("):
            inner = self.either()
            self._need(")")
            return inner
        self.at = start
        for predicate in SPATIAL:
            if self._keyword(predicate) and self._sign("("):
                return self._spatial(predicate)
            self.at = start
        return self._comparison()

    # ------------------------------------------------------------ space
    def _spatial(self, predicate: str) -> Spatial:
        if self.attribute_seen:
            raise CqlError("the spatial predicate has to come first")
        name = self._name()
        if name != self.geometry:
            raise IllegalPropertyError(name)
        self._need(",")
        condition = self._box() if predicate == "BBOX" else self._shape(predicate)
        self._need(")")
        return condition

    def _box(self) -> Spatial:
        corners = [self._number()]
        for _ in range(3):
            self._need(",")
            corners.append(self._number())
        srid = None
        if self._sign(","):
            crs = re.fullmatch(r"(?:urn:ogc:def:crs:)?EPSG:{1,2}(\d+)", str(self._literal()), re.IGNORECASE)
            if not crs:
                raise CqlError("unknown CRS in BBOX")
            srid = int(crs[1])
        return Spatial("BBOX", shapely.box(*corners), srid)

    def _shape(self, predicate: str) -> Spatial:
        srid = self._take(_SRID)
        start = self._take(_GEOMETRY)
        if not start:
            raise CqlError(f"a geometry is expected at character {self.at}")
        geometry = self._wkt(start.start())
        distance = 0.0
        if predicate == "DWITHIN":
            self._need(",")
            distance = self._number()
            self._need(",")
            unit = self._take(_WORD)
            if not unit or unit[0] not in ("meters", "kilometers"):
                raise CqlError("the unit of DWITHIN is meters or kilometers")
            distance *= 1000 if unit[0] == "kilometers" else 1
        return Spatial(predicate, geometry, int(srid[1]) if srid else None, distance)

    def _wkt(self, start: int) -> shapely.Geometry:
        depth, at = 1, self.at
        for sign in re.finditer(r"[()]", self.text[self.at :]):
            depth += 1 if sign[0] == "(" else -1
            if depth == 0:
                at = self.at + sign.end()
                break
        self.at = at
        try:
            return shapely.from_wkt(self.text[start:at])
        except shapely.errors.ShapelyError as error:
            raise CqlError(str(error)) from error

    # ------------------------------------------------------------ attributes
    def _comparison(self) -> Where:
        self.attribute_seen = True
        column = self._column()
        if self._keyword("IS"):
            negated = self._keyword("NOT")
            if not self._keyword("NULL"):
                raise CqlError("IS is followed by NULL or NOT NULL")
            return Where(f"{column} IS {'NOT ' if negated else ''}NULL")
        negation = "NOT " if self._keyword("NOT") else ""
        for word, rest in self._words().items():
            if self._keyword(word):
                sql, values = rest()
                return Where(f"{negation}({column} {sql})", values)
        operator = self._take(_OPERATOR)
        if not operator or negation:
            raise CqlError(f"Encountered {self.text[self.at : self.at + 20]!r} at character {self.at}")
        return Where(f"{column} {operator[0]} ?", (self._literal(),))

    def _words(self) -> dict[str, Callable[[], tuple[str, tuple]]]:
        return {"IN": self._list, "BETWEEN": self._between, "LIKE": self._like, "ILIKE": self._ilike}

    def _list(self) -> tuple[str, tuple]:
        self._need("(")
        values = [self._literal()]
        while self._sign(","):
            values.append(self._literal())
        self._need(")")
        return f"IN ({','.join('?' * len(values))})", tuple(values)

    def _between(self) -> tuple[str, tuple]:
        low = self._literal()
        if not self._keyword("AND"):
            raise CqlError("BETWEEN takes two values")
        return "BETWEEN ? AND ?", (low, self._literal())

    def _like(self) -> tuple[str, tuple]:  # SQLite's LIKE ignores case, its GLOB doesn't
        pattern = re.sub(r"[\[*?]", lambda match: f"[{match[0]}]", self._text())
        return "GLOB ?", (pattern.replace("%", "*").replace("_", "?"),)

    def _ilike(self) -> tuple[str, tuple]:
        return "LIKE ?", (self._text(),)

    def _name(self) -> str:
        word = self._take(_WORD)
        if not word:
            raise CqlError(f"a property is expected at character {self.at}")
        return word[0].strip('"')

    def _column(self) -> str:
        name = self._name()
        if name not in self.columns:
            raise IllegalPropertyError(name)
        return quoted(self.columns[name])

    def _text(self) -> str:
        text = self._take(_STRING)
        if not text:
            raise CqlError(f"a text between quotes is expected at character {self.at}")
        return text[1].replace("''", "'")

    def _number(self) -> float:
        number = self._take(_NUMBER)
        if not number:
            raise CqlError(f"a number is expected at character {self.at}")
        return float(number[0])

    def _literal(self) -> str | float | int:
        text = self._take(_STRING)
        if text:
            return text[1].replace("''", "'")
        for word, value in (("true", 1), ("false", 0)):
            if self._keyword(word):
                return value
        number = self._number()
        return int(number) if number.is_integer() else number
