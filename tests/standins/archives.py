"""Archives as the Géoplateforme publishes them (.7z, LZMA2), made from files."""

from __future__ import annotations

import lzma
import struct
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_DICTIONARY = 18  # of the format: 2 << (18 // 2 + 11) = 2 MiB
_FILTER = {"id": lzma.FILTER_LZMA2, "dict_size": 1 << 21}


def seven_zip(files: Mapping[str, bytes]) -> bytes:
    """One block that holds all the files, and a plain header."""
    content = b"".join(files.values())
    packed = lzma.compress(content, lzma.FORMAT_RAW, filters=[_FILTER])
    sizes = [len(body) for body in files.values()]
    names = b"\0" + "".join(f"{name}\0" for name in files).encode("utf-16-le")
    header = b"".join(
        (
            b"\x01\x04\x06" + _number(0) + _number(1) + b"\x09" + _number(len(packed)) + b"\x00",
            b"\x07\x0b" + _number(1) + b"\x00" + _number(1) + b"\x21\x21" + _number(1) + bytes([_DICTIONARY]),
            b"\x0c" + _number(len(content)) + b"\x00",
            b"\x08\x0d" + _number(len(files)) + b"\x09" + b"".join(map(_number, sizes[:-1])),
            b"\x0a\x01" + b"".join(struct.pack("<I", zlib.crc32(body)) for body in files.values()) + b"\x00\x00",
            b"\x05" + _number(len(files)) + b"\x11" + _number(len(names)) + names + b"\x00\x00",
        )
    )
    start = struct.pack("<QQI", len(packed), len(header), zlib.crc32(header))
    return b"7z\xbc\xaf\x27\x1c\x00\x04" + struct.pack("<I", zlib.crc32(start)) + start + packed + header


def _number(value: int) -> bytes:
    return b"\xff" + struct.pack("<Q", value)
