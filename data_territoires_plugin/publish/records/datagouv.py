"""The description of a dataset of data.gouv.fr (udata): title, text, licence, tags, frequency; its files aside.

What data.gouv.fr has no word for (extent, contacts, lineage…) is neither sent nor compared; tags, territories and all
that is written there and that the layer does not know stay. Contract: see deposits/udata.py. Never tried here against
the real site.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ...errors import ServerError, SourceError
from ...i18n import tr
from ...metadata.record import Keywords, Record
from ..deposits.choice import named, no_dataset
from ..deposits.described import DESCRIPTION, TITLE, licence_of, tags_of
from ..deposits.udata import LICENCE_UNKNOWN, Udata, api_of, refuse_harvested
from ..targets.base import TargetError
from .base import Form, Held, Site

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from ..deposits.udata import Json

_LICENCES: list[Json] = [{"id": id_} for id_ in ("lov2", "fr-lo", "odc-odbl", "cc-by", "cc-by-sa", "cc-zero")]
# MD_MaintenanceFrequencyCode → udata, core/dataset/constants.py.
_FREQUENCIES = {
    "continual": "continuous", "daily": "daily", "weekly": "weekly", "fortnightly": "biweekly", "monthly": "monthly",
    "quarterly": "quarterly", "biannually": "semiannual", "annually": "annual", "irregular": "irregular",
    "notPlanned": "notPlanned", "asNeeded": "punctual", "unknown": "unknown",
}  # fmt: skip
_REFUSED = (400, 401, 403, 410)


def reduced(record: Record) -> Record:
    """What data.gouv.fr can say of a record, in its own words."""
    licence = licence_of(record.licence, _LICENCES) if record.licence else ""
    tags = tuple(tags_of([word for group in record.keywords for word in group.words]))
    return Record(
        record.identifier,
        title=record.title[:TITLE],
        abstract=record.abstract.strip()[:DESCRIPTION],
        licence="" if licence == LICENCE_UNKNOWN else licence,
        keywords=(Keywords(tags),) if tags else (),
        frequency=_FREQUENCIES.get(record.frequency, record.frequency if record.frequency in _known() else ""),
    )


def _known() -> frozenset[str]:
    return frozenset(_FREQUENCIES.values())


def _write(record: Record) -> bytes:
    own = reduced(record)
    told = {
        "identifier": own.identifier, "title": own.title, "description": own.abstract, "license": own.licence,
        "tags": [word for group in own.keywords for word in group.words], "frequency": own.frequency,
    }  # fmt: skip
    return json.dumps({name: value for name, value in told.items() if value}, ensure_ascii=False).encode()


def _read(content: bytes) -> Record:
    told = _document(content)
    tags = tuple(str(tag) for tag in told.get("tags") or ())
    return Record(
        str(told.get("identifier") or ""),
        title=str(told.get("title") or ""),
        abstract=str(told.get("description") or "").strip(),
        licence=str(told.get("license") or ""),
        keywords=(Keywords(tags),) if tags else (),
        frequency=str(told.get("frequency") or ""),
    )


def _merged(theirs: bytes, ours: Record) -> bytes:
    """Their description with what we know in its place; their tags stay beside ours."""
    told, own = _document(theirs), _document(_write(ours))
    tags = list(dict.fromkeys([*own.get("tags", []), *(told.get("tags") or [])]))
    return json.dumps({**told, **own, "tags": tags}, ensure_ascii=False).encode()


def _same(one: bytes, other: bytes) -> bool:
    return _canonical(one) == _canonical(other)


def _canonical(content: bytes) -> tuple[Any, ...]:
    record = _read(content)
    return replace(record, keywords=()), sorted(word for group in record.keywords for word in group.words)


def _document(content: bytes) -> Json:
    try:
        told = json.loads(content)
    except ValueError as error:
        raise SourceError(tr("The record is not JSON."), detail=str(error)) from error
    if not isinstance(told, dict):
        raise SourceError(tr("The catalogue did not answer with a record."), detail=str(told)[:300])
    return told


DATASET = Form(_write, _read, _merged, _same, reduced)


class DataGouvRecord:
    """The description of one dataset. `url`: the address of its page, or of it in the API."""

    form = DATASET

    def __init__(self, url: str, authcfg: str = "") -> None:
        self._base, self._authcfg = api_of(url), authcfg
        self._dataset, self._page = named(url)[0], url

    def probe(self, feedback: QgsFeedback) -> Site:
        """TargetError: no such dataset, no right to it, or one that is harvested from another catalogue."""
        if not self._dataset:
            raise TargetError(
                tr("Which dataset? Give the address of its page."),
                hint=tr("For instance https://www.data.gouv.fr/datasets/…; publish its data first, if it is new."),
            )
        site = self._site(feedback)
        site.me()
        dataset = self._found(site)
        refuse_harvested(dataset)
        if not (dataset.get("permissions") or {}).get("edit", True):
            raise TargetError(
                tr("Your account may not change “{title}”.").format(title=dataset.get("title")),
                hint=tr("Ask an administrator of the organization that publishes it."),
            )
        notes = (
            tr("data.gouv.fr takes title, text, licence, tags and frequency; the rest of the record is not sent."),
            tr("Never tried yet against the real service: check there what was published."),
        )
        return Site(str(dataset.get("title") or ""), notes)

    def read(self, identifier: str, feedback: QgsFeedback) -> Held | None:
        """The description as it is now."""
        dataset = self._found(self._site(feedback))
        told = {name: dataset.get(name) for name in ("title", "description", "license", "tags", "frequency")}
        return Held(json.dumps({"identifier": identifier, **told}, ensure_ascii=False).encode())

    def create(self, identifier: str, body: bytes, feedback: QgsFeedback) -> str:
        """A dataset is made with its data, never by its description alone."""
        return tr("Publish the data first (“Publish a layer”): the dataset is made with them.")

    def replace(self, identifier: str, body: bytes, feedback: QgsFeedback) -> str:
        """The description becomes this one; all else is sent as it was read."""
        site = self._site(feedback)
        told = _document(body)
        changes = {name: told.get(name) for name in ("title", "description", "license", "tags", "frequency")}
        try:
            site.describe(self._found(site), {name: value for name, value in changes.items() if value is not None})
        except ServerError as error:
            if error.status in _REFUSED:
                return error.message
            raise
        return ""

    def delete(self, identifier: str, feedback: QgsFeedback) -> str:
        """The description of a dataset can't go without it."""
        return tr("A dataset is not deleted with its description.")

    def show(self, identifier: str, feedback: QgsFeedback, *, public: bool) -> str:
        """Who sees a dataset is decided where its data are published."""
        return ""

    def page(self, identifier: str) -> str:
        """The page of the dataset."""
        return self._page

    def _site(self, feedback: QgsFeedback) -> Udata:
        return Udata(self._base, self._authcfg, feedback)

    def _found(self, site: Udata) -> Json:
        dataset = site.dataset(self._dataset)
        if dataset is None or dataset.get("deleted"):
            raise no_dataset(self._dataset)
        self._page = str(dataset.get("page") or self._page)
        return dataset
