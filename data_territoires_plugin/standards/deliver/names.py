"""The names that a standard gives to what is delivered: the folder, the files of its tables, its metadata."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...errors import StandardError
from ...i18n import tr
from ..engine.document_name import parse
from ..model import PieceKind
from ..slugs import slug
from ..template.patterns import built

if TYPE_CHECKING:
    from ..engine.document_name import DocumentName
    from ..model import Piece, Standard

_SHORT = re.compile(r"[\w.-]+", re.ASCII)


@dataclass(frozen=True)
class Naming:
    """What names are made of."""

    folder: str  # "35238_PLU_20240101"
    code: str = ""  # INSEE, SIREN
    date: str = ""  # YYYYMMDD
    owner: str = ""  # what [a-zA-Z0-9]+ stands for: the category of a SUP
    number: str = ""  # of a mise en compatibilité: the 1 of MEC1
    parsed: DocumentName | None = None

    def path_of(self, piece: Piece) -> str:
        """The path of a piece in the folder, without extension; "" where its pattern leaves a choice."""
        made = built(piece.path, self.code, self.date, self.owner, self.number)
        return made if made and re.fullmatch(piece.path, made, re.IGNORECASE) else ""


def naming(standard: Standard, document: str) -> Naming:
    """What the name of the document says. StandardError where it is not one that the standard takes.

    A standard without a folder takes any name that a file may bear; without one, it is named by its id.
    """
    if standard.document is None:
        name = document or slug(standard.id)
        if not _SHORT.fullmatch(name):
            raise StandardError(
                tr("“{name}” can't be the name of a file to deliver.").format(name=name),
                hint=tr("Use letters without accent, digits, dots, hyphens and underscores."),
            )
        return Naming(name)
    parsed = parse(document)
    pattern = standard.document.folder
    if not document or not _SHORT.fullmatch(document) or (pattern and not re.fullmatch(pattern, document, re.I)):
        template = (
            tr("The standard “{title}” wants the name of the document; “{name}” is not one.")
            if document
            else tr("The standard “{title}” wants the name of the document.")
        )
        raise StandardError(
            template.format(title=standard.title, name=document),
            hint=tr("Give it in the parameter DOCUMENT, in this form: {form}.").format(form=example_name(standard)),
        )
    if parsed is None:
        number = re.search(r"_MEC([0-9]+)_", document, re.IGNORECASE)
        first, last = document.partition("_")[0], document.rpartition("_")[2]
        return Naming(document, first, last, number=number[1] if number else "")
    code = parsed.territory if parsed.family != "SUP" else parsed.manager
    return Naming(document, code or parsed.manager, parsed.date, parsed.category, parsed=parsed)


def example_name(standard: Standard) -> str:
    """A name that the folder of a document may bear: "35238_PLU_20240101"."""
    if standard.document is None:
        return ""
    family = standard.document.family.upper()
    owner = {"SUP": "035", "PLUI": "200011781"}.get(family, "35238")
    text = standard.document.folder.replace("(_[a-zA-Z])?", "")
    for part, example in (("[a-zA-Z0-9]+", owner), *_EXAMPLES):
        text = text.replace(part, example)
    text = re.sub(r"\((\w+)(?:\|\w+)*\)", r"\1", text)
    return text if re.fullmatch(standard.document.folder, text) else standard.document.folder


_EXAMPLES = (("[0-9]{9}", "130005481"), ("[0-9]{8}", "20240101"), ("[0-9]+", "1"), (".*", "livraison"))


def table_pieces(standard: Standard) -> dict[str, Piece]:
    """The file of each table, by name of table."""
    pieces = standard.document.pieces if standard.document else ()
    return {one.table or one.name: one for one in pieces if one.kind is PieceKind.TABLE}
