"""The archives of the Géoplateforme (.7z), opened with what Python brings: QGIS has no reader of them.

Written from the public description of the format (7zFormat.txt of the LZMA SDK, in the public domain). What it reads:
one method per block among copy, LZMA, LZMA2, Deflate and BZip2. Each file is compared with the checksum (CRC-32) that
the archive gives: whole, or an error. No password, no filter of programs (BCJ): archives of data have none.
"""

from __future__ import annotations

import bz2
import lzma
import struct
import zlib
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING

from ..errors import SourceError
from ..i18n import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MAGIC = b"7z\xbc\xaf\x27\x1c"
_BLOCK = 1 << 20
_LARGEST_HEADER = 64_000_000  # bytes
# Marks of the header.
_END, _HEADER, _PACK, _UNPACK, _SUBSTREAMS, _FILES, _FOLDER = 0x00, 0x01, 0x06, 0x07, 0x08, 0x05, 0x0B
_MAIN, _SIZE, _CRC, _CODERS_SIZE, _COUNT, _EMPTY, _NAMES, _ENCODED = 0x04, 0x09, 0x0A, 0x0C, 0x0D, 0x0E, 0x11, 0x17


@dataclass
class _Folder:
    """A block of files compressed together."""

    method: bytes
    properties: bytes
    start: int = 0
    packed: int = 0
    size: int = 0
    crc: int | None = None
    sizes: list[int] = field(default_factory=list)
    checks: list[int | None] = field(default_factory=list)


@dataclass(frozen=True)
class Member:
    """A file of the archive."""

    name: str
    size: int
    crc: int | None
    folder: int  # -1: empty
    skipped: int = 0  # bytes of its block before it


class SevenZip:
    """An archive open for reading. Raises SourceError: not whole, a password, a method that is not read here."""

    def __init__(self, file: IO[bytes], name: str) -> None:
        self._file, self._name = file, name
        try:
            self._folders, self.members = self._read()
        except (IndexError, struct.error, ValueError, EOFError, lzma.LZMAError, zlib.error, OSError) as error:
            raise self._broken(f"{type(error).__name__}: {error}") from error

    def copy(self, member: Member, target: IO[bytes], turn: Callable[[], None]) -> None:
        """Writes a member into `target`; `turn` is called now and then, and may raise."""
        crc = written = 0
        try:
            for block in self._content(member, turn):
                crc, written = zlib.crc32(block, crc), written + len(block)
                target.write(block)
        except (EOFError, lzma.LZMAError, zlib.error) as error:
            raise self._broken(f"{member.name}: {error}") from error
        if written != member.size or (member.crc is not None and crc != member.crc):
            raise self._broken(f"{member.name}: {written} of {member.size} bytes, checksum {crc:08x}")

    # ------------------------------------------------------------------------------------------------ content
    def _content(self, member: Member, turn: Callable[[], None]) -> Iterator[bytes]:
        if member.folder < 0:
            return
        before, left = member.skipped, member.size
        for block in self._decoded(self._folders[member.folder]):
            turn()
            skipped = min(before, len(block))
            before -= skipped
            kept = block[skipped : skipped + left]
            left -= len(kept)
            if kept:
                yield kept
            if not left:
                return

    def _decoded(self, folder: _Folder) -> Iterator[bytes]:
        self._file.seek(folder.start)
        decoder, packed, left = self._decoder(folder), folder.packed, folder.size
        waiting = b""
        while left:
            if not waiting and packed:
                waiting = self._file.read(min(_BLOCK, packed))
                if not waiting:
                    raise EOFError("the archive ends too early")
                packed -= len(waiting)
            block, waiting = decoder(waiting, min(left, 4 * _BLOCK))
            if not block and not waiting and not packed:
                raise EOFError("the block ends too early")
            left -= len(block)
            if block:
                yield block

    def _decoder(self, folder: _Folder) -> Callable[[bytes, int], tuple[bytes, bytes]]:
        """A function: bytes in, most bytes out → bytes out, bytes not used yet."""
        method = folder.method
        if method == b"\x00":
            return lambda data, most: (data[:most], data[most:])
        if method == b"\x04\x01\x08":
            inflate = zlib.decompressobj(-15)

            def inflated(data: bytes, most: int) -> tuple[bytes, bytes]:
                return inflate.decompress(data, most), inflate.unconsumed_tail

            return inflated
        opened: lzma.LZMADecompressor | bz2.BZ2Decompressor
        if method in (b"\x21", b"\x03\x01\x01"):
            opened = lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[_filter(method, folder.properties)])
        elif method == b"\x04\x02\x02":
            opened = bz2.BZ2Decompressor()
        else:
            raise self._unread(method)

        def decompressed(data: bytes, most: int) -> tuple[bytes, bytes]:
            # These two keep by themselves what they have not used yet: nothing is given twice.
            try:
                return opened.decompress(data, most), b""
            except OSError as error:  # how bz2 says that the data are damaged: not to be taken for the disk's
                raise EOFError(str(error)) from error

        return decompressed

    # ------------------------------------------------------------------------------------------------ header
    def _read(self) -> tuple[list[_Folder], list[Member]]:
        beginning = self._file.read(32)
        if beginning[:6] != MAGIC or len(beginning) < 32:
            raise ValueError("no archive")
        offset, size, crc = struct.unpack("<QQI", beginning[12:32])
        if not size:
            return [], []
        header = self._bytes(32 + offset, size)
        if zlib.crc32(header) != crc:
            raise ValueError("checksum of the header")
        while header[0] == _ENCODED:
            (folder, *_) = _Reader(header, 1).streams()
            if folder.size > _LARGEST_HEADER:
                raise ValueError("size of the header")
            header = b"".join(self._decoded(folder))
            if folder.crc is not None and zlib.crc32(header) != folder.crc:
                raise ValueError("checksum of the header")
        reader = _Reader(header)
        reader.expect(_HEADER)
        return reader.content()

    def _bytes(self, start: int, size: int) -> bytes:
        if size > _LARGEST_HEADER:
            raise ValueError("size of the header")
        self._file.seek(start)
        content = self._file.read(size)
        if len(content) != size:
            raise EOFError("the archive ends too early")
        return content

    def _broken(self, detail: str) -> SourceError:
        return SourceError(
            tr("The archive “{name}” is not whole, or can't be opened.").format(name=self._name),
            detail=detail,
            hint=tr("Try again: it is then fetched anew. An archive with a password can't be read."),
        )

    def _unread(self, method: bytes) -> SourceError:
        return SourceError(
            tr("The archive “{name}” is compressed in a way that can't be read here.").format(name=self._name),
            detail=f"method {method.hex()}",
            hint=tr("Unpack it with 7-Zip, and give the file that it holds."),
        )


def _filter(method: bytes, properties: bytes) -> dict[str, int]:
    """The settings of LZMA2 (one byte: the size of the dictionary) or LZMA (five: lc, lp, pb, then that size)."""
    if method == b"\x21":
        bits = properties[0]
        size = 0xFFFFFFFF if bits >= 40 else (2 | bits & 1) << (bits // 2 + 11)
        return {"id": lzma.FILTER_LZMA2, "dict_size": max(4096, size)}
    packed, size = struct.unpack("<BI", properties[:5])
    return {
        "id": lzma.FILTER_LZMA1,
        "lc": packed % 9,
        "lp": packed // 9 % 5,
        "pb": packed // 45,
        "dict_size": max(4096, size),
    }


class _Reader:
    """The header, from its marks and its numbers."""

    def __init__(self, data: bytes, at: int = 0) -> None:
        self._data, self._at = data, at

    def content(self) -> tuple[list[_Folder], list[Member]]:
        """The blocks of the archive and its files."""
        folders: list[_Folder] = []
        members: list[Member] = []
        while (mark := self.byte()) != _END:
            if mark == _MAIN:
                folders = self.streams()
            elif mark == _FILES:
                members = self.files(folders)
            else:
                raise ValueError(f"mark {mark}")
        return folders, members

    def streams(self) -> list[_Folder]:
        """The blocks, where they lie and what they hold."""
        packed: list[int] = []
        folders: list[_Folder] = []
        start = 32
        while (mark := self.byte()) != _END:
            if mark == _PACK:
                start += self.number()
                packed = self._packed(self.number())
            elif mark == _UNPACK:
                folders = self._blocks()
            elif mark == _SUBSTREAMS:
                self._substreams(folders)
            else:
                raise ValueError(f"mark {mark}")
        for folder, size in zip(folders, packed, strict=True):
            folder.start, folder.packed = start, size
            start += size
            if not folder.sizes and not folder.checks:
                folder.sizes, folder.checks = [folder.size], [folder.crc]
        return folders

    def _packed(self, count: int) -> list[int]:
        sizes: list[int] = []
        while (mark := self.byte()) != _END:
            if mark == _SIZE:
                sizes = [self.number() for _ in range(count)]
            elif mark == _CRC:
                self._checks(count)
            else:
                raise ValueError(f"mark {mark}")
        return sizes

    def _blocks(self) -> list[_Folder]:
        self.expect(_FOLDER)
        count = self.number()
        if self.byte():
            raise ValueError("external blocks")
        folders = [self._block() for _ in range(count)]
        self.expect(_CODERS_SIZE)
        for folder in folders:
            folder.size = self.number()
        while (mark := self.byte()) != _END:
            if mark != _CRC:
                raise ValueError(f"mark {mark}")
            for folder, crc in zip(folders, self._checks(count), strict=True):
                folder.crc = crc
        return folders

    def _block(self) -> _Folder:
        coders = self.number()
        flags = self.byte()
        method = self.take(flags & 0x0F)
        if coders != 1 or flags & 0x10:
            raise ValueError(f"{coders} methods together: a password or a filter ({method.hex()})")
        return _Folder(method, self.take(self.number()) if flags & 0x20 else b"")

    def _substreams(self, folders: list[_Folder]) -> None:
        counts = [1] * len(folders)
        mark = self.byte()
        if mark == _COUNT:
            counts = [self.number() for _ in folders]
            mark = self.byte()
        for folder, count in zip(folders, counts, strict=True):
            sizes = [self.number() for _ in range(count - 1)] if mark == _SIZE else []
            folder.sizes = [*sizes, folder.size - sum(sizes)] if count else []
            folder.checks = [folder.crc] if count == 1 else [None] * count
        if mark == _SIZE:
            mark = self.byte()
        if mark == _CRC:
            unknown = [folder for folder in folders if not (len(folder.sizes) == 1 and folder.crc is not None)]
            checks = iter(self._checks(sum(len(folder.sizes) for folder in unknown)))
            for folder in unknown:
                folder.checks = [next(checks) for _ in folder.sizes]
            mark = self.byte()
        if mark != _END:
            raise ValueError(f"mark {mark}")

    def files(self, folders: list[_Folder]) -> list[Member]:
        """The files, in the order of the contents of the blocks."""
        count = self.number()
        names: list[str] = []
        empty = [False] * count
        while (mark := self.byte()) != _END:
            end = self.number() + self._at
            if mark == _EMPTY:
                empty = self._bits(count)
            elif mark == _NAMES:
                if self.byte():
                    raise ValueError("external names")
                names = self.take(end - self._at).decode("utf-16-le").split("\0")[:count]
            self._at = end
        contents = (
            (size, crc, number, sum(folder.sizes[:rank]))
            for number, folder in enumerate(folders)
            for rank, (size, crc) in enumerate(zip(folder.sizes, folder.checks, strict=True))
        )
        members = []
        for name, nothing in zip(names, empty, strict=True):
            size, crc, number, skipped = (0, None, -1, 0) if nothing else next(contents)
            members.append(Member(name.replace("\\", "/"), size, crc, number, skipped))
        return members

    def _checks(self, count: int) -> list[int | None]:
        known = [True] * count if self.byte() else self._bits(count)
        return [int(struct.unpack("<I", self.take(4))[0]) if each else None for each in known]

    def _bits(self, count: int) -> list[bool]:
        data = self.take((count + 7) // 8)
        return [bool(data[at // 8] & (0x80 >> at % 8)) for at in range(count)]

    def expect(self, mark: int) -> None:
        """Reads a mark that must be there."""
        found = self.byte()
        if found != mark:
            raise ValueError(f"mark {found}")

    def byte(self) -> int:
        """One byte."""
        return self.take(1)[0]

    def take(self, size: int) -> bytes:
        """So many bytes."""
        taken = self._data[self._at : self._at + size]
        if len(taken) != size:
            raise EOFError("the header ends too early")
        self._at += size
        return taken

    def number(self) -> int:
        """A number: the leading ones of its first byte tell how many bytes follow, the lowest first."""
        first, value, mask = self.byte(), 0, 0x80
        for rank in range(8):
            if not first & mask:
                return value + ((first & (mask - 1)) << (8 * rank))
            value |= self.byte() << (8 * rank)
            mask >>= 1
        return value
