"""A standard as data: tables, fields, code lists, rules, and the folder in which it is delivered.

Everything a standard says is a value of this module, whatever it was compiled from (tables of the CNIG, Table Schema,
JSON Schema, GeoPackage template): the engine, the templates, the mapping and the documentation read nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Level(Enum):
    """How grave a finding is. The values are those of the JSON of `validate`."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class FieldType(Enum):
    """What a value is. A geometry is not a field: see `Geometry`."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    DATETIME = "datetime"
    TIME = "time"
    YEAR = "year"
    YEAR_MONTH = "yearmonth"
    URL = "url"
    EMAIL = "email"
    UUID = "uuid"
    FILENAME = "filename"  # of a piece of the same document: NOMFIC
    PATH = "path"
    GEOPOINT = "geopoint"  # a point written in a text field: "[lon, lat]"
    WKT = "wkt"  # a geometry written in a text field
    LIST = "list"  # several values in one text: `separator`
    OBJECT = "object"  # JSON


class Presence(Enum):
    """Whether a column, or a piece of the document, has to be there."""

    MANDATORY = "mandatory"  # its absence is an error
    RECOMMENDED = "recommended"  # a warning or an information
    OPTIONAL = "optional"


class Kind(Enum):
    """The geometry of a table."""

    POINT = "point"
    LINE = "line"
    POLYGON = "polygon"
    ANY = "any"


@dataclass(frozen=True)
class Code:
    """One row of a code list: its values (one per column), its label, and where it is in force."""

    values: tuple[str, ...]
    label: str = ""
    since: str = ""  # the version of the standard that brought it, where that is known
    until: str = ""


@dataclass(frozen=True)
class CodeList:
    """The values that one column, or several together (TYPEPSC, STYPEPSC), may take."""

    id: str
    columns: tuple[str, ...]
    codes: tuple[Code, ...]
    title: str = ""


@dataclass(frozen=True)
class Field:
    """A column: what it must be."""

    name: str
    type: FieldType = FieldType.TEXT
    title: str = ""
    description: str = ""  # our own words, or the standard's label
    presence: Presence = Presence.MANDATORY
    required: bool = False  # a value in every row
    unique: bool = False
    min_length: int | None = None  # characters
    max_length: int | None = None
    pattern: str = ""  # the whole value matches it; Python's syntax
    values: tuple[str, ...] = ()  # the only ones
    minimum: float | None = None
    maximum: float | None = None
    formats: tuple[str, ...] = ()  # of a date, in the words of strptime: "%Y%m%d"; () = the ISO one
    separator: str = ""  # of a list
    true_values: tuple[str, ...] = ()
    false_values: tuple[str, ...] = ()
    example: str = ""
    default: str = ""
    aliases: tuple[str, ...] = ()  # names in older versions, and usual ones
    section: str = ""  # paragraph or page of the standard
    decimal: str = ""  # decimal mark of a number, where it is not the point
    group: str = ""  # mark between its thousands
    bare: bool = True  # False: what stands around the number ("€", "95%") is left out
    asked: bool = True  # False: read where it is there (older version, regional language), never asked for nor made


@dataclass(frozen=True)
class Geometry:
    """What the shapes of a table must be."""

    kinds: tuple[Kind, ...]
    required: bool = True
    multi: bool | None = None  # True: only multipart, False: only single, None: both
    z: bool | None = None  # likewise
    unique: bool = False  # no two rows with the same shape
    column: str = ""  # its name in the standard: "WKT", "geom"
    crs: tuple[str, ...] = ()  # "EPSG:2154"…; () = those of the standard
    text_round_trip: bool = False  # still valid once written with 15 significant digits (validator of the GPU)


@dataclass(frozen=True)
class Reference:
    """Values that must exist elsewhere: in a code list, or in another table of the same document."""

    fields: tuple[str, ...]
    target: str  # id of a code list, or name of a table
    target_fields: tuple[str, ...]
    is_code_list: bool
    code: str = ""  # official code of the finding
    section: str = ""


@dataclass(frozen=True)
class Condition:
    """What the columns of a row must satisfy together: a predicate of SQLite over the columns of the table.

    As in SQLite, a row for which it is NULL is not against it.
    """

    id: str
    predicate: str
    message: str = ""  # French, ours: what it wants, in words
    level: Level = Level.ERROR
    code: str = ""
    section: str = ""


@dataclass(frozen=True)
class Check:
    """A rule that has a name of its own and parameters: see `standards.engine.checks`.

    Names: insee, siren, siret, finess, uuid4, phone, opening_hours, year_interval, compare, one_of_required, together,
    sum, date_order (each date before the next), not_future, lonlat, lonlat_xy, file_exists, inside…
    idurba: the form of an identifier of document, that of any version (parameter `family`: PLU, PLUI…).
    document_code: equal to the identifier that the name of the document gives (parameters `family`, and `form`: v1,
    INSEE and date; v2, INSEE_TYPE_date).
    """

    name: str
    fields: tuple[str, ...] = ()
    parameters: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    level: Level = Level.ERROR
    code: str = ""
    section: str = ""


@dataclass(frozen=True)
class Topology:
    """What the shapes of a table must be to one another.

    Names: no_overlap, no_gap, covers (the perimeter), inside (the document's outline, or the table `other`),
    no_duplicate, on_line (`other`), no_dangle, connected (`other`).
    """

    name: str
    tolerance: float  # square metres for no_overlap, no_gap and covers; metres for the others
    other: str = ""  # name of the other table
    level: Level = Level.ERROR
    code: str = ""
    section: str = ""


@dataclass(frozen=True)
class Table:
    """One layer or one file of the standard."""

    name: str
    title: str = ""
    description: str = ""
    fields: tuple[Field, ...] = ()
    geometry: Geometry | None = None
    references: tuple[Reference, ...] = ()
    conditions: tuple[Condition, ...] = ()
    checks: tuple[Check, ...] = ()
    topology: tuple[Topology, ...] = ()
    key: tuple[str, ...] = ()
    other_fields: bool = True  # whether columns that the standard doesn't know are tolerated
    layer: str = ""  # pattern of the names its layers bear, where that isn't `name`: "pprn_35DDT2010_perimetre_s"
    missing: tuple[str, ...] = ()  # texts that mean “no value”, beside the empty one: "NA", "N/A"
    by_checks: bool = False  # columns and values are judged by `checks` alone (BAL); what `fields` say serves templates

    def field(self, name: str) -> Field | None:
        """The field of that name, whatever the case."""
        wanted = name.casefold()
        return next((one for one in self.fields if one.name.casefold() == wanted), None)


class PieceKind(Enum):
    """What a piece of a document is."""

    FOLDER = "folder"
    TABLE = "table"
    TABLES = "tables"  # one file, several tables: GML, GeoPackage
    PDF = "pdf"
    METADATA = "metadata"


@dataclass(frozen=True)
class Piece:
    """A file or folder of the document. `path` is a pattern, without extension, from the document's folder."""

    name: str
    kind: PieceKind
    path: str
    presence: Presence
    table: str = ""


@dataclass(frozen=True)
class Document:
    """The folder in which a standard is delivered."""

    folder: str  # pattern of its name
    pieces: tuple[Piece, ...]
    family: str  # PLU, PLUI, POS, CC, PSMV, SCOT, SUP, MEC, ""
    metadata: str = ""  # specification that the metadata must name


@dataclass(frozen=True)
class Standard:
    """One version of a standard or of a national schema."""

    id: str  # plu_2024, sup_2016_ac1, bal_1.4, irve_statique, friches: lower case
    title: str
    version: str
    date: str  # ISO, of this version; "" where its publisher doesn't say
    source: str  # where its tables were read: publisher, document or repository
    family: str  # urbanisme, sup, risques, adresses, mobilite, reseaux, equipements, environnement, economie, autre
    tables: tuple[Table, ...]
    code_lists: tuple[CodeList, ...] = ()
    document: Document | None = None
    crs: tuple[str, ...] = ()  # allowed; () = the legal ones of the territory
    encodings: tuple[str, ...] = ()
    partial: str = ""  # what of the standard is not here, and why; "" = all of it
    keywords: tuple[str, ...] = ()
    newer: str = ""  # id of the version that follows
    schema: str = ""  # its name at schema.data.gouv.fr: "etalab/schema-irve-statique"

    @property
    def named(self) -> str:
        """Title and version, the version once."""
        return self.title if self.version in self.title else f"{self.title} {self.version}"

    def table(self, name: str) -> Table | None:
        """The table of that name, whatever the case."""
        wanted = name.casefold()
        return next((one for one in self.tables if one.name.casefold() == wanted), None)

    @property
    def columns(self) -> int:
        """How many columns its tables have, those of geometry included: what the CNIG's tables count."""
        asked = (sum(one.asked for one in table.fields) + (table.geometry is not None) for table in self.tables)
        return sum(asked)

    def code_list(self, id_: str) -> CodeList | None:
        """The code list of that id."""
        return next((one for one in self.code_lists if one.id == id_), None)

    def rules(self) -> Iterator[tuple[str, str, str]]:
        """Every rule as (table, field or "", kind of rule): what the table of docs/ counts."""
        for table in self.tables:
            for one in table.fields:
                yield from ((table.name, one.name, kind) for kind in _kinds(one))
            if table.geometry is not None:
                yield table.name, "", "geometry"
            for reference in table.references:
                yield table.name, ", ".join(reference.fields), "codes" if reference.is_code_list else "reference"
            for condition in table.conditions:
                yield table.name, condition.id, "condition"
            for check in table.checks:
                yield table.name, ", ".join(check.fields), check.name
            for topology in table.topology:
                yield table.name, "", topology.name


def _kinds(one: Field) -> Iterator[str]:
    if one.presence is Presence.MANDATORY:
        yield "presence"
    if one.type is not FieldType.TEXT:
        yield "type"
    if one.required:
        yield "required"
    if one.unique:
        yield "unique"
    if one.min_length is not None or one.max_length is not None:
        yield "length"
    if one.pattern:
        yield "pattern"
    if one.values:
        yield "values"
    if one.minimum is not None or one.maximum is not None:
        yield "range"
