"""What the tab "Publication" remembers: each layer published, where and how, in the settings of the QGIS profile.

Ids of authentication configurations only: no secret is ever among them.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from ..settings import save_setting, setting

if TYPE_CHECKING:
    from collections.abc import Iterable

SETTING = "publications"
_AT_MOST = 60

NEVER, DONE, INCOMPLETE, INTERRUPTED = "never", "done", "incomplete", "interrupted"
UNDONE, UNDOING = "undone", "undoing"  # taken back; in part: it stopped on its way, or not everything could be


@dataclass(frozen=True)
class Publication:
    """How a layer is published somewhere, and what came of it the last time. Lists are tuples of texts."""

    source: str  # of the layer: its id changes from one project to another
    layer: str  # its name
    platform: str = ""  # profile, "" for an address alone
    platform_title: str = ""
    target: str = ""
    type: str = "auto"
    collection: str = ""
    authcfg: str = ""
    key: str = ""
    fields: tuple[str, ...] = ()
    personal: str = ""  # "prenom:drop, naissance:year"
    mode: str = "upsert"
    most_deleted: float = 10.0  # percent
    reserved: bool = False  # published on the user's word
    catalogue: str = ""  # where its record goes, "" for none
    state: str = NEVER
    when: str = ""  # ISO 8601, local time
    there: int = 0  # features that the platform holds
    verified: bool = False
    journal: str = ""
    report: str = ""
    fingerprint: str = ""  # of the layer as it was published

    @property
    def id(self) -> str:
        """What tells it from the others."""
        return "\n".join((self.source, self.target, self.collection))

    @property
    def undoable(self) -> bool:
        """Whether something was sent that can be taken back."""
        return bool(self.journal) and self.state in (DONE, INCOMPLETE, INTERRUPTED, UNDOING)


def publications() -> tuple[Publication, ...]:
    """The last one first. What can't be read is left out."""
    try:
        held = json.loads(setting(SETTING) or "[]")
    except ValueError:
        return ()
    found = (_read(one) for one in held if isinstance(one, dict)) if isinstance(held, list) else ()
    return tuple(one for one in found if one is not None)


def remember_publication(publication: Publication) -> None:
    """Puts a publication before the others; the same one of before gives way."""
    _write((publication, *(one for one in publications() if one.id != publication.id)))


def forget_publication(publication: Publication) -> None:
    """Takes a card away; nothing changes on the platform."""
    _write(one for one in publications() if one.id != publication.id)


def last_of(source: str) -> Publication | None:
    """The last publication of a layer; else nothing of a layer, but the place of the last publication of all."""
    known = publications()
    own = next((one for one in known if one.source == source), None)
    if own is not None or not known:
        return own
    last = known[0]
    return replace(
        Publication(source, ""), platform=last.platform, target=last.target, type=last.type, authcfg=last.authcfg
    )


def _write(found: Iterable[Publication]) -> None:
    save_setting(SETTING, json.dumps([asdict(one) for one in found][:_AT_MOST], ensure_ascii=False))


def _read(one: dict[str, Any]) -> Publication | None:
    known = {field.name for field in fields(Publication)}
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in one.items() if key in known
    }
    try:
        return Publication(**values)
    except TypeError:
        return None
