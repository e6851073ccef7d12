"""Archives opened safely: only the member that is named, under a name of ours, never beyond a size.

What a file is, is told by its first bytes: addresses have no extension, and a gzip may have been undone on the way.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import threading
import zipfile
import zlib
from contextlib import contextmanager
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, cast

from ..errors import SourceError
from ..i18n import tr
from ..parquet import refuse_where_unread
from ..paths import cache_folder
from . import seven_zip
from .downloads import touch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOST_BYTES = 20_000_000_000  # of an unpacked file
_BLOCK = 1 << 20
_SHAPEFILE = (".shp", ".shx", ".dbf", ".prj", ".cpg", ".qix")
_READ = (
    ".csv", ".tsv", ".txt", ".geojson", ".json", ".gpkg", ".shp", ".gml", ".kml", ".fgb", ".parquet", ".xlsx", ".ods",
    ".sqlite", ".tab", ".dxf",
)  # fmt: skip
_DATA = (".gpkg", ".fgb", ".geojson", ".csv", ".parquet")  # what is read in an archive of the Géoplateforme
_MAGIC = (
    (b"SQLite format 3\0", ".gpkg"),
    (b"PAR1", ".parquet"),
    (b"fgb\x03", ".fgb"),
    (b"\x00\x00\x27\x0a", ".shp"),
)
_GZIP, _ZIP = b"\x1f\x8b", b"PK\x03\x04"
TEXT = (".csv", ".tsv", ".txt")
SHEETS = (".xlsx", ".ods", ".xls")


def opened(path: Path, name: str, member: str, turn: Callable[[], None]) -> Path:
    """The file to read: itself, or what it holds, unpacked in the cache.

    `name`: what it is called, for its extension; `member`: the one to take out of a zip, * and ? allowed (`*`: all,
    in a folder). `turn` is called now and then, and may raise. Raises SourceError: not whole, no member, too large.
    """
    start = _start(path)
    try:
        if start.startswith(_GZIP):
            inner = name[:-3] if name.lower().endswith(".gz") else name
            unpacked = _unpacked(path, inner, partial(_open_gzip, path), turn)
            return opened(unpacked, inner, member, turn)
        if start.startswith(_ZIP) and _sheet(path) is None:
            with zipfile.ZipFile(path) as archive:
                return _from_zip(path, archive, member, turn)
        if start.startswith(seven_zip.MAGIC):
            return _from_7z(path, name, member, turn)
    except (EOFError, OSError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        if isinstance(error, OSError) and not isinstance(error, gzip.BadGzipFile):
            raise
        raise SourceError(
            tr("The archive “{name}” is not whole, or can't be opened.").format(name=name),
            detail=f"{type(error).__name__}: {error}",
            hint=tr("Try again: it is then fetched anew. An archive with a password can't be read."),
        ) from error
    if member:
        raise SourceError(
            tr("“{name}” is not a zip archive: there is no “{member}” in it.").format(name=name, member=member),
            hint=tr("Take |member=… out of the catalogue."),
        )
    found = _named(path, start, name)
    refuse_where_unread(found.name, name)
    return found


def is_gtfs(path: Path) -> bool:
    """Whether a file is the archive of a transport network (GTFS): GDAL draws its lines."""
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as archive:
        return {"stops.txt", "trips.txt", "routes.txt"} <= set(archive.namelist())


def _from_zip(path: Path, archive: zipfile.ZipFile, member: str, turn: Callable[[], None]) -> Path:
    files = [info for info in archive.infolist() if not info.is_dir()]
    if member == "*":
        return _folder_of(path, archive, files, turn)
    found = [info for info in files if fnmatchcase(info.filename, member)] if member else _readable(files)
    if len(found) != 1:
        raise _which(member, [info.filename for info in (found or files)], found=bool(found))
    chosen = found[0]
    inner = PurePosixPath(chosen.filename.replace("\\", "/")).name
    if not inner.lower().endswith(".shp"):
        unpacked = _unpacked(path, chosen.filename, partial(archive.open, chosen), turn)
        refuse_where_unread(inner)
        return _named(unpacked, _start(unpacked), inner)
    stem = chosen.filename[:-4]
    parts = [info for info in files if info.filename[:-4] == stem and info.filename[-4:].lower() in _SHAPEFILE]
    return _folder_of(path, archive, parts, turn) / _safe(inner)


def _from_7z(path: Path, name: str, member: str, turn: Callable[[], None]) -> Path:
    """One member of a .7z: the one named (the name of the file alone, or with its folders), else the only data."""
    with path.open("rb") as file:
        archive = seven_zip.SevenZip(file, name)
        files = [each for each in archive.members if each.folder >= 0]
        if member:
            found = [each for each in files if _is_named(each.name, member)]
        else:
            found = [each for each in files if PurePosixPath(each.name).suffix.lower() in _DATA]
        if len(found) != 1:
            raise _which(member, [each.name for each in (found or files)], found=bool(found))
        (chosen,) = found
        if chosen.size > MOST_BYTES:
            raise _too_large(chosen.name)
        if chosen.name.lower().endswith(".shp"):
            parts = [each for each in files if each.name[:-4] == chosen.name[:-4] and _goes_with_shp(each.name)]
            return _shapefile(path, archive, parts, turn) / _safe(PurePosixPath(chosen.name).name)
        target = _place(path, chosen.name, PurePosixPath(chosen.name).suffix.lower())
        with _one_at_a_time:  # the archive of a département serves many layers: unpacked by the first, for all
            return _written(target, lambda written: archive.copy(chosen, written, turn))


_one_at_a_time = threading.Lock()


def _written(target: Path, write: Callable[[IO[bytes]], None]) -> Path:
    """A file of the cache, written where it is not there yet: whole or not at all."""
    if target.exists():
        touch(target)
        return target
    draft = target.with_name(f"{target.name}.{os.getpid()}.{threading.get_ident()}.draft")
    try:
        with draft.open("wb") as file:
            write(file)
        os.replace(draft, target)
    finally:
        draft.unlink(missing_ok=True)
    return target


def _goes_with_shp(name: str) -> bool:
    return name[-4:].lower() in _SHAPEFILE


def _shapefile(
    path: Path, archive: seven_zip.SevenZip, parts: list[seven_zip.Member], turn: Callable[[], None]
) -> Path:
    """The folder of a shapefile, its files under their bare names."""
    with _new_folder(path, sorted(each.name for each in parts)) as (folder, draft):
        for each in parts if draft is not None else ():
            with (cast("Path", draft) / _safe(PurePosixPath(each.name).name)).open("wb") as target:
                archive.copy(each, target, turn)
    return folder


@contextmanager
def _new_folder(path: Path, names: list[str]) -> Iterator[tuple[Path, Path | None]]:
    """A folder of the cache for these files of an archive, and where to write them; None where they are there."""
    folder = _place(path, "/".join(names), "")
    if folder.is_dir():
        touch(folder)
        yield folder, None
        return
    draft = folder.with_name(f"{folder.name}.{os.getpid()}.{threading.get_ident()}.draft")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir()
    try:
        yield folder, draft
        if not folder.is_dir():
            draft.rename(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _is_named(name: str, member: str) -> bool:
    return fnmatchcase(name, member) or fnmatchcase(PurePosixPath(name).name, member)


def _readable(files: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    """The files of an archive that can be read as a layer: its data rather than its notice."""
    known = [info for info in files if PurePosixPath(info.filename).suffix.lower() in _READ]
    data = [info for info in known if not info.filename.lower().endswith(".txt")]
    return data or known


def _folder_of(path: Path, archive: zipfile.ZipFile, files: list[zipfile.ZipInfo], turn: Callable[[], None]) -> Path:
    """A folder with these members, each by its bare name: nothing is written outside, whatever the archive says."""
    if sum(info.file_size for info in files) > MOST_BYTES:
        raise _too_large(path.name)
    with _new_folder(path, sorted(info.filename for info in files)) as (folder, draft):
        for info in files if draft is not None else ():
            name = _safe(PurePosixPath(info.filename).name)
            with archive.open(info) as source, (cast("Path", draft) / name).open("wb") as target:
                _copy(source, target, path.name, turn)
    return folder


def _unpacked(path: Path, name: str, opener: Callable[[], IO[bytes]], turn: Callable[[], None]) -> Path:
    def write(file: IO[bytes]) -> None:
        with opener() as source:
            _copy(source, file, name, turn)

    return _written(_place(path, name, ".part"), write)


def _open_gzip(path: Path) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(path, "rb"))


def _copy(source: IO[bytes], target: IO[bytes], name: str, turn: Callable[[], None]) -> None:
    size = 0
    while block := source.read(_BLOCK):
        turn()
        size += target.write(block)
        if size > MOST_BYTES:
            raise _too_large(name)


def _named(path: Path, start: bytes, name: str) -> Path:
    """The same file under an extension that says what it is: GDAL looks at it."""
    suffix = _suffix(path, start, name)
    if path.suffix.lower() == suffix:
        return path
    target = _place(path, name, suffix)
    if not target.exists():
        try:
            os.link(path, target)
        except OSError:  # another disk, or one without links
            draft = target.with_name(f"{target.name}.{os.getpid()}.{threading.get_ident()}.draft")
            shutil.copyfile(path, draft)
            os.replace(draft, target)
    return target


def _suffix(path: Path, start: bytes, name: str) -> str:
    for magic, suffix in _MAGIC:
        if start.startswith(magic):
            return suffix
    written = PurePosixPath(name).suffix.lower()
    if start.startswith(_ZIP):
        return _sheet(path) or written
    text = start.lstrip(b"\xef\xbb\xbf \r\n\t")
    if text[:1] == b"{" or (text[:1] == b"[" and written in (".json", ".geojson")):
        return ".geojson" if written not in (".json", ".geojson", ".topojson") else written
    if text[:1] == b"<":
        return written if written in (".gml", ".kml", ".gpx", ".xml") else ".gml"
    return written if written in _READ or written == ".xls" else ".csv"


def _sheet(path: Path) -> str | None:
    """The extension of a zip that is a spreadsheet."""
    with path.open("rb") as file:
        beginning = file.read(200)
    if b"opendocument.spreadsheet" in beginning:
        return ".ods"
    try:
        with zipfile.ZipFile(path) as archive:
            return ".xlsx" if "xl/workbook.xml" in archive.namelist() else None
    except zipfile.BadZipFile:
        return None


def _place(path: Path, name: str, suffix: str) -> Path:
    """Where something taken out of a file goes: another file, or a changed one, goes elsewhere.

    A file of the cache never changes under its name; one of the user may.
    """
    folder = cache_folder("files")
    state = path.stat()
    stamp = "" if path.parent == folder else f"{state.st_size}|{state.st_mtime_ns}"
    what = f"{path.resolve()}|{stamp}|{name}"
    return folder / f"{hashlib.sha256(what.encode()).hexdigest()[:24]}{suffix}"


def _safe(name: str) -> str:
    return "".join(letter if letter.isalnum() or letter in "._- " else "_" for letter in name).lstrip(".") or "file"


def _start(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(64)


def _which(member: str, there: list[str], *, found: bool) -> SourceError:
    names = ", ".join(there[:20])
    if member and not found:
        message = tr("The archive has no “{member}”.").format(member=member)
    else:
        message = tr("The archive holds several files: the entry must name one.")
    return SourceError(message, detail=names, hint=tr("Write |member=… with one of: {names}.").format(names=names))


def _too_large(name: str) -> SourceError:
    return SourceError(
        tr("“{name}” is too large once unpacked.").format(name=name),
        detail=f"more than {MOST_BYTES} bytes",
        hint=tr("Choose a file of a smaller territory."),
    )
