"""A document read for `validate`: its pieces, its tables as subjects, and what is wrong outside the tables.

with open_document(path) as document:
    reading = document.read(standard)
    verdict = validate(reading.subjects(standard), standard, options…)   # then reading.findings are added
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayer

from ...errors import SourceError
from ...i18n import tr
from ..model import PieceKind
from .document_folder import Folder, open_folder
from .document_name import DocumentName, parse
from .document_tables import across
from .document_words import said
from .encodings import DEFAULT, codec, follows, guessed, is_only_ascii, says_nothing
from .metadata_xml import check_metadata
from .metadata_xml_reading import Record, read_record
from .pieces import Placed, missing, none_of, place, wrong_formats
from .subject import Subject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qgis.core import QgsFeedback

    from ..findings import Finding
    from ..model import Document, Standard, Table


@dataclass(frozen=True)
class Delivered:
    """A table of the document: what it is in the standard, and the layer that reads it."""

    table: str
    name: str  # of its file, relative to the document's folder
    layer: QgsVectorLayer


@dataclass
class Reading:
    """What a document holds, once read with a standard."""

    name: str
    version: str
    tables: tuple[Delivered, ...]
    findings: tuple[Finding, ...]
    files: frozenset[str]  # bare names of its files: what NOMFIC may name
    paths: frozenset[str]  # relative names
    encoding: str = DEFAULT
    not_checked: tuple[str, ...] = ()
    _subjects: list[tuple[Subject, Table]] = field(default_factory=list, repr=False)

    def subjects(self, standard: Standard) -> list[tuple[Subject, Table]]:
        """Each table as the engine takes it. Raises SourceError."""
        if not self._subjects:
            for one in self.tables:
                table = standard.table(one.table)
                if table is not None:
                    self._subjects.append((Subject.of_layer(one.layer, table.name), table))
        return self._subjects

    def across(self, standard: Standard, feedback: QgsFeedback) -> list[Finding]:
        """What tables must be to one another: IDURBA and DOC_URBA, joins of the SUP, sizes. Raises Cancelled."""
        return list(across(self.subjects(standard), standard, self.name, feedback))


@dataclass(frozen=True)
class OpenDocument:
    """A document opened: a folder, or a zip unpacked for the time it is open."""

    folder: Folder

    @property
    def name(self) -> str:
        """The name of its folder: "35238_PLU_20240101"."""
        return self.folder.name

    @property
    def parsed(self) -> DocumentName | None:
        """The parts of its name; None where it follows no pattern."""
        return parse(self.folder.name)

    @property
    def files(self) -> tuple[str, ...]:
        """The relative names of its files."""
        return self.folder.files

    def read(self, standard: Standard) -> Reading:
        """Its tables and what is wrong with its files. Raises SourceError: the standard is not one of documents."""
        if standard.document is None:
            raise SourceError(
                tr("The standard “{title}” is about a layer, not about the folder of a document.").format(
                    title=standard.title
                ),
                hint=tr("Choose a layer, or another standard."),
            )
        return _read(self.folder, standard, standard.document)

    def __enter__(self) -> OpenDocument:
        return self

    def __exit__(self, *_: object) -> None:
        self.folder.close()


def open_document(path: Path, turn: Callable[[], None] = lambda: None) -> OpenDocument:
    """A document, from its folder or its zip; to be used in a `with`. `turn` is called now and then, and may raise.

    Raises SourceError: absent, empty, or an archive that is not whole, too large, or writes elsewhere; OutputError: no
    room to unpack it.
    """
    return OpenDocument(open_folder(Path(path), turn))


def _read(folder: Folder, standard: Standard, document: Document) -> Reading:
    placed, findings = place(folder, document)
    found = list(findings)
    record, kept, said_of_record = _metadata(folder, placed, standard)
    found += said_of_record
    found += missing(kept, document)
    found += none_of(kept, document)
    found += wrong_formats(folder, kept, document)
    found += _territory(folder.name, standard)
    encoding = (codec(record.charset) if record is not None else "") or DEFAULT
    tables: list[Delivered] = []
    for one in kept:
        if one.piece.kind in (PieceKind.TABLE, PieceKind.TABLES):
            tables += _tables(folder, one, encoding, record is not None, found)
    return Reading(
        name=folder.name,
        version=standard.version,
        tables=tuple(tables),
        findings=tuple(found),
        files=frozenset(name.rsplit("/", 1)[-1] for name in folder.files),
        paths=frozenset(folder.files),
        encoding=encoding,
    )


def _metadata(
    folder: Folder, placed: tuple[Placed, ...], standard: Standard
) -> tuple[Record | None, list[Placed], list[Finding]]:
    """The metadata record, the pieces without the XML files that are none, and what is wrong with it."""
    records: list[tuple[str, Record]] = []
    kept, found = [], []
    for one in placed:
        if one.piece.kind is not PieceKind.METADATA:
            kept.append(one)
            continue
        read = read_record(folder.path / one.name, one.name)
        if isinstance(read, Record):
            records.append((one.name, read))
            kept.append(one)
        else:
            found.append(read)
    if len(records) > 1:
        names = ", ".join(name for name, _ in records)
        found.append(said("METADATA_MULTIPLE_FILES", value=names))
    for name, record in records:
        found += check_metadata(record, name, standard, parse(folder.name))
    return (records[0][1] if records else None), kept, found


def _territory(name: str, standard: Standard) -> Iterator[Finding]:
    """Since the standard of 2016, the département of a SUP is written with three characters."""
    parsed = parse(name)
    if parsed is None or parsed.family != "SUP" or standard.version.startswith("2013"):
        return
    code = parsed.territory
    if len(code) == 2 and code.upper() != "FR":
        yield said("CNIG_SUP_BAD_TERRITORY_CODE", value=code, expected=code.zfill(3), field="EMPRISE")


def _tables(
    folder: Folder,
    placed: Placed,
    encoding: str,
    declared: bool,
    found: list[Finding],
) -> Iterator[Delivered]:
    """The layers of a file; what can't be read, and the encodings that are wrong, go to `found`."""
    path = folder.path / placed.name
    if path.suffix.casefold() in (".dbf", ".csv"):
        try:
            encoding = _encoding(path, placed.name, encoding, declared, found)
        except OSError:
            found.append(said("FILE_NOT_OPENED", value=placed.name, layer=placed.name, table=placed.piece.table))
            return
    with_shapes = path.with_suffix(".shp")
    shapefile = next((one for one in (with_shapes, path.with_suffix(".SHP")) if one.exists()), path)
    layers = _layers(shapefile, encoding)
    if not layers:
        found.append(said("FILE_NOT_OPENED", value=placed.name, layer=placed.name, table=placed.piece.table))
    for layer in layers:
        table = (placed.piece.table or placed.piece.name) if placed.piece.kind is PieceKind.TABLE else layer.name()
        layer.setName(placed.name)
        yield Delivered(table, placed.name, layer)


def _encoding(path: Path, name: str, encoding: str, declared: bool, found: list[Finding]) -> str:
    """The encoding in which a table is to be read: the declared one, unless its bytes say otherwise."""
    if not follows(path, encoding):
        found.append(said("TABLE_UNEXPECTED_ENCODING", value=name, expected=encoding.upper(), layer=name))
        return guessed(path)
    if encoding != DEFAULT and not is_only_ascii(path) and follows(path, DEFAULT):
        found.append(said("TABLE_UNEXPECTED_ENCODING", value=name, expected=encoding.upper(), layer=name))
        return DEFAULT
    if not declared and path.suffix.casefold() == ".dbf" and says_nothing(path) and not is_only_ascii(path):
        encoding = guessed(path)
        found.append(said("encoding_unknown", value=name, expected=encoding.upper(), layer=name))
    return encoding


def _layers(path: Path, encoding: str) -> list[QgsVectorLayer]:
    """The layers of a file that GDAL reads, in this encoding where it is a table of texts."""
    options = QgsVectorLayer.LayerOptions(False)
    first = QgsVectorLayer(str(path), path.stem, "ogr", options)
    if not first.isValid():
        return []
    names = [text.split("!!::!!")[1] for text in first.dataProvider().subLayers()]
    layers = [first]
    if len(names) > 1:
        layers = [QgsVectorLayer(f"{path}|layername={name}", name, "ogr", options) for name in names]
    for layer in layers:
        if path.suffix.casefold() in (".shp", ".dbf"):
            layer.setProviderEncoding(encoding)
    return [layer for layer in layers if layer.isValid()]
