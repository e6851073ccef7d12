"""In which encoding the tables of a document are: what the metadata declare, and what the bytes say."""

from __future__ import annotations

import codecs
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

# Values of MD_CharacterSetCode (ISO 19115:2003, B.5.10) → codec. The GPU asks for one of the two first.
CHARSETS: Mapping[str, str] = MappingProxyType(
    {
        "utf8": "utf-8",
        "8859part1": "iso8859-1",
        "8859part15": "iso8859-15",
        **{f"8859part{part}": f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 16)},
        "8859part12": "",
        "ucs2": "utf-16",
        "ucs4": "utf-32",
        "utf7": "utf-7",
        "utf16": "utf-16",
        "usAscii": "ascii",
        "jis": "iso2022_jp",
        "shiftJIS": "shift_jis",
        "eucJP": "euc_jp",
        "eucKR": "euc_kr",
        "big5": "big5",
        "GB2312": "gb2312",
        "ebcdic": "cp500",
    }
)
DEFAULT = "utf-8"
_DBF_HEADER = 32
_BLOCK = 1 << 20


def codec(charset: str) -> str:
    """The codec of a value of MD_CharacterSetCode; "" where it names none."""
    name = CHARSETS.get(charset, "")
    try:
        return codecs.lookup(name).name if name else ""
    except LookupError:
        return ""


def follows(path: Path, encoding: str) -> bool:
    """Whether the texts of a .dbf or a .csv can be read in an encoding. OSError: it can't be read at all."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    with path.open("rb") as file:
        if path.suffix.casefold() == ".dbf":
            file.seek(_records(file.read(_DBF_HEADER)))
        try:
            while block := file.read(_BLOCK):
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError as error:
            return error.reason == "unexpected end of data" and path.suffix.casefold() == ".dbf"
    return True


def guessed(path: Path) -> str:
    """UTF-8 where the bytes allow it, else the Latin of Windows, which reads every byte that Latin 1 reads."""
    return DEFAULT if follows(path, DEFAULT) else "cp1252"


def says_nothing(path: Path) -> bool:
    """Whether a .dbf says nothing of its encoding: no .cpg beside it, no language driver in its header (byte 29)."""
    if any(path.with_suffix(suffix).exists() for suffix in (".cpg", ".CPG")):
        return False
    with path.open("rb") as file:
        header = file.read(_DBF_HEADER)
    return len(header) == _DBF_HEADER and header[29] == 0


def is_only_ascii(path: Path) -> bool:
    """Whether every encoding reads it alike."""
    return follows(path, "ascii")


def _records(header: bytes) -> int:
    """Where the records of a dBASE file start (its header, bytes 8-9)."""
    return int.from_bytes(header[8:10], "little") if len(header) == _DBF_HEADER else 0
