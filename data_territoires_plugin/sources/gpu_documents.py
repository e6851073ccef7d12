"""The documents of the Géoportail de l'urbanisme: those in force in a territory, the archive of one, what it holds.

Contract: the API's swagger as public clients wrap it (2026): `partition` is the one filter that can be trusted,
`insee` is ignored in silence; the list holds the whole history; an archive is behind a redirect that has changed
more than once.
"""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from ..errors import NetworkError, OfflineError, ServerError, SourceError
from ..i18n import tr
from ..network import checked, endpoint, json_answer, session
from .base import stop_if_cancelled
from .downloads import TIMEOUT, Kept, fetched, fetched_in_pieces, forget
from .whole_archive import BrokenArchiveError, unpack

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from qgis.core import QgsFeedback

IN_PRODUCTION, IN_FORCE = "document.production", "EN_VIGUEUR"
_PAGE = 100  # the most that the API gives
_SUFFIXES = ("", "_A", "_B", "_C", "_D")  # a plan in several parts (sectors) has one partition for each
_PIECES = (".pdf", ".doc", ".docx", ".odt", ".html", ".htm", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".svg")


@dataclass(frozen=True)
class Document:
    """A document of urban planning, as the list of the Géoportail says it."""

    id: str
    name: str  # 35238_PLU_20240215
    type: str  # PLU, PLUi, CC, POS, PSMV, SCoT, SUP
    partition: str  # DU_35238
    legal: str  # APPROVED…
    effective: str  # EN_VIGUEUR…; "" where the list does not tell
    place: str  # the commune or the EPCI, as the Géoportail calls it
    date: str  # of its approval, YYYY-MM-DD, from its name; "" where the name has none

    @property
    def page(self) -> str:
        """The page for people."""
        return f"{endpoint('gpu').removesuffix('/api')}/document/by-id/{self.id}"


@dataclass(frozen=True)
class Unpacked:
    """What an archive holds, in a folder: the files of its layers, and its pieces."""

    folder: Path
    layers: tuple[Path, ...]
    pieces: tuple[Path, ...]


def partitions_of(communes: Iterable[str], epcis: Iterable[str]) -> tuple[str, ...]:
    """The partitions under which the plans of communes (INSEE codes, those of today and former ones) and EPCI are."""
    codes = list(dict.fromkeys((*communes, *epcis)))
    return tuple(f"DU_{code}{suffix}" for code in codes for suffix in (_SUFFIXES if len(code) > 5 else ("",))) + tuple(
        f"PSMV_{code}" for code in codes
    )


def documents(partitions: Iterable[str], feedback: QgsFeedback, *, history: bool = False) -> tuple[Document, ...]:
    """The documents of these partitions, in production only unless `history`. Raises NetworkError, Cancelled."""
    found: dict[str, Document] = {}
    for partition in partitions:
        page = 0
        while True:
            stop_if_cancelled(feedback)
            asked = {"partition": partition, "page": str(page), "limit": str(_PAGE)}
            rows = _answer("/document", asked if history else {**asked, "status": IN_PRODUCTION}, feedback)
            if not isinstance(rows, list):
                raise _not_understood(rows)
            for row in rows:
                document = _read(row)
                # A filter that the service no longer knows is ignored in silence: every row is checked.
                wanted = history or row.get("status") == IN_PRODUCTION
                if document.partition == partition and wanted and document.effective in ("", IN_FORCE):
                    found[document.id] = document
            if len(rows) < _PAGE:
                break
            page += 1
    return tuple(found.values())


def holders(commune: str, feedback: QgsFeedback) -> tuple[str, ...]:
    """The SIREN of the groupings that may hold the plan of a commune, by the grid of the Géoportail."""
    try:
        rows = _answer(f"/grid/{commune}/parents", {}, feedback)
    except OfflineError:
        raise
    except ServerError:
        return ()
    names = [str(row.get("name", "")) for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return tuple(name for name in names if name.isdecimal() and len(name) == 9)


def details(document_id: str, feedback: QgsFeedback) -> Mapping[str, Any]:
    """What the Géoportail says of one document. Raises SourceError where it has none of this id."""
    try:
        told = _answer(f"/document/{document_id}/details", {}, feedback)
    except ServerError as error:
        if "404" not in error.detail and "404" not in error.message:
            raise
        raise SourceError(
            tr("The Géoportail de l’urbanisme has no document “{id}” any more.").format(id=document_id),
            detail=error.detail,
            hint=tr("A newer one may have replaced it: list the documents of the territory again."),
        ) from error
    if not isinstance(told, dict):
        raise _not_understood(told)
    return told


def archive(document: Document, told: Mapping[str, Any], most: int, feedback: QgsFeedback) -> Kept:
    """The zip of a document, in the cache; a cut costs one piece of it. `most`: bytes beyond which it is refused.

    Its address has changed several times: the one that the details give, then those of the API are tried. Raises
    SourceError (none of them has it, too large), NetworkError, Cancelled.
    """
    base = f"{endpoint('gpu')}/document/{document.id}/download"
    given = str(told.get("archiveUrl") or "")
    addresses = [given] if given.startswith(("https://", "http://")) else []
    tried = []
    for address in dict.fromkeys((*addresses, f"{base}/{document.name}.zip", base)):
        size = _size(address, feedback)
        if size is None:
            tried.append(address)
            continue
        if size > most:
            raise _too_large(document, size)
        kept = fetched_in_pieces(address, size, feedback) if size else fetched(address, feedback)
        if kept is not None and kept.size <= most:
            return kept
        if kept is not None:
            raise _too_large(document, kept.size)
    raise SourceError(
        tr("The archive of “{name}” is not where the Géoportail says.").format(name=document.name),
        detail="\n".join(tried),
        hint=tr("Its address may have changed: fetch it by hand from {page}, then open the zip.").format(
            page=document.page
        ),
    )


def unpacked(kept: Kept, name: str, folder: Path, feedback: QgsFeedback) -> Unpacked:
    """The files of an archive, in `folder`, under their own folders.

    Raises SourceError where it is not whole (it is then fetched anew the next time), would write elsewhere or is too
    large; OutputError, Cancelled.
    """
    try:
        files = unpack(kept.file, name, folder, partial(stop_if_cancelled, feedback))
    except BrokenArchiveError as error:
        forget(kept.url)
        raise SourceError(
            error.message,
            detail=f"{error.detail}; {kept.address}, {kept.size} bytes",
            hint=tr(
                "Try again: it is fetched anew. If it happens again, tell the Géoportail: the file is broken there."
            ),
        ) from error
    return Unpacked(folder, tuple(_layers(files)), tuple(file for file in files if file.suffix.lower() in _PIECES))


def _layers(files: list[Path]) -> list[Path]:
    """The files that OGR opens: shapefiles, tables without geometry, GeoPackages, TAB, GeoJSON, GML."""
    shapes = {file.with_suffix("") for file in files if file.suffix.lower() in (".shp", ".tab", ".mif")}
    alone = (".shp", ".tab", ".mif", ".gpkg", ".geojson", ".gml")
    return [
        file
        for file in files
        if file.suffix.lower() in alone or (file.suffix.lower() == ".dbf" and file.with_suffix("") not in shapes)
    ]


def clean(folder: Path) -> None:
    """Drops what was unpacked for a document that could not be opened."""
    shutil.rmtree(folder, ignore_errors=True)


# ---------------------------------------------------------------------------------------------------- requests
def _answer(path: str, parameters: dict[str, str], feedback: QgsFeedback) -> Any:
    with session(feedback=feedback) as web:
        return json_answer(web.get(f"{endpoint('gpu')}{path}", params=parameters, timeout=TIMEOUT))


def _size(address: str, feedback: QgsFeedback) -> int | None:
    """The size of a file (bytes), by a request for its first byte; 0 where the server does not tell, None: no file."""
    with (
        session(feedback=feedback) as web,
        closing(web.get(address, headers={"Range": "bytes=0-0"}, timeout=TIMEOUT, stream=True)) as answer,
    ):
        if answer.status_code in (404, 410):
            return None
        if answer.status_code >= 400:
            checked(answer)  # raises: says what the service answered
        total = answer.headers.get("Content-Range", "").rpartition("/")[2]
        if answer.status_code == 206 and total.isdecimal():
            return int(total)
        length = answer.headers.get("Content-Length", "")
        return int(length) if length.isdecimal() and answer.headers.get("Accept-Ranges") == "bytes" else 0


def _read(row: Any) -> Document:
    try:
        name = str(row.get("originalName") or "")
        grid = row.get("grid") or {}
        return Document(
            str(row["id"]),
            name,
            str(row.get("type") or ""),
            str(row.get("name") or ""),
            str(row.get("legalStatus") or ""),
            str(row.get("effectiveStatus") or ""),
            str(grid.get("title") or ""),
            _date(name),
        )
    except (AttributeError, KeyError, TypeError) as error:
        raise _not_understood(row) from error


def _date(name: str) -> str:
    written = next((part for part in name.split("_") if len(part) == 8 and part.isdecimal()), "")
    return f"{written[:4]}-{written[4:6]}-{written[6:]}" if written else ""


def _not_understood(answer: Any) -> NetworkError:
    return NetworkError(
        tr("The answer of the Géoportail de l’urbanisme can't be understood."),
        detail=str(answer)[:400],
        hint=tr("The service may have changed: update the extension."),
    )


def _too_large(document: Document, size: int) -> SourceError:
    return SourceError(
        tr("The archive of “{name}” is {size} MB: more than the limit set.").format(
            name=document.name, size=round(size / 1e6)
        ),
        hint=tr("Raise the limit, or take only the layers: they are in the catalogue (urba_zone_urba…)."),
    )
