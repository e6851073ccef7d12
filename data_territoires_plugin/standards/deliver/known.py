"""What is known of a document for its metadata: what the user says, what its layers say, what its name says."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import SourceError
from ...i18n import tr

if TYPE_CHECKING:
    from qgis.core import QgsLayerMetadata

_LARGEST = 1_000_000  # bytes


@dataclass(frozen=True)
class Known:
    """The part of a record that no file name tells. The names are the keys of the JSON of METADATA, in French."""

    organisation: str = ""  # who answers for the document
    courriel: str = ""  # of a service, not of a person
    contact_fiche: str = ""  # organisation of the point of contact of the record; that of the document where empty
    courriel_fiche: str = ""
    titre: str = ""
    resume: str = ""
    genealogie: str = ""
    echelle: str = ""  # denominator: "5000"
    url: str = ""  # where the document can be read
    url_nom: str = ""
    date_revision: str = ""  # ISO; that of the name of the document where empty
    date_creation: str = ""
    licence: str = ""
    identifiant: str = ""  # of the record
    identifiant_ressource: str = ""

    def over(self, other: Known) -> Known:
        """This, completed by another where it says nothing."""
        said = {one.name: getattr(self, one.name) for one in fields(self) if getattr(self, one.name)}
        return replace(other, **said)


def read_known(text: str) -> Known:
    """What a JSON document, or the file that holds it, says. Raises SourceError: unreadable, keys that are unknown."""
    if not text.strip():
        return Known()
    content = text
    if not text.lstrip().startswith("{"):
        path = Path(text.strip())
        try:
            content = path.read_text(encoding="utf-8-sig") if path.stat().st_size <= _LARGEST else ""
        except (OSError, UnicodeDecodeError) as error:
            raise SourceError(
                tr("The metadata “{name}” can't be read.").format(name=path.name), detail=f"{path}: {error}"
            ) from error
    try:
        said = json.loads(content)
        if not isinstance(said, dict):
            raise TypeError(type(said).__name__)
    except (ValueError, TypeError, RecursionError) as error:
        raise SourceError(
            tr("The metadata are not JSON: keys and values are expected."),
            detail=str(error),
            hint=tr("Write for example {example}.").format(example='{"organisation": "…", "courriel": "…"}'),
        ) from error
    keys = {one.name for one in fields(Known)}
    if not set(said) <= keys:
        unknown = sorted(set(said) - keys)
        raise SourceError(
            tr("The metadata have keys that are unknown: {names}.").format(names=", ".join(unknown)),
            hint=tr("Those that are known: {names}.").format(names=", ".join(sorted(keys))),
        )
    return Known(**{key: str(value).strip() for key, value in said.items() if value is not None})


def known_of(metadata: QgsLayerMetadata) -> Known:
    """What the QGIS metadata of a layer say: its first contact, its lineage, its licence."""
    contact = next((one for one in metadata.contacts() if one.organization or one.email), None)
    return Known(
        organisation=(contact.organization or "") if contact else "",
        courriel=(contact.email or "") if contact else "",
        genealogie=" ".join(metadata.history()),
        licence=next(iter(metadata.licenses()), ""),
    )
