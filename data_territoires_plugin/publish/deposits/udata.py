"""The API of udata, the program of data.gouv.fr: one small method per request.

Contract: udata's own source (core/dataset/api.py, forms.py, core/storages, api/__init__.py; 2026-08). Never tried here
against the real site. The key (header X-API-KEY) lives in QGIS's authentication manager; a file is fetched without it,
for files have another host. Every address ends with a slash.
"""

from __future__ import annotations

import math
import mimetypes
import uuid
from contextlib import closing
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from ...errors import ServerError
from ...i18n import tr
from ...network import checked, endpoint, json_answer, session
from ..targets.base import TargetError
from .base import digest_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import requests
    from qgis.core import QgsFeedback

MARK = "data_territoires_run"  # in `extras`: which publication made a dataset or a file
PART = 10_000_000  # bytes: a larger file goes in parts, as the site's own form sends it
LICENCE_UNKNOWN = "notspecified"
# Read back as they were read: what a PUT takes (forms.py, DatasetForm). `resources` never: those missing would go.
_DESCRIBED = (
    "title", "acronym", "description", "description_short", "license", "frequency", "frequency_date", "archived",
    "temporal_coverage", "spatial", "tags", "private", "organization", "owner", "extras", "contact_points",
    "access_type", "access_audiences", "authorization_request_url", "access_type_reason_category",
    "access_type_reason",
)  # fmt: skip
_RESOURCE = ("title", "description", "filetype", "type", "format", "url", "mime", "extras", "schema")
_TIMEOUT, _LONG = (15.0, 60.0), (15.0, 900.0)
_ABSENT = frozenset({404, 410})
_BLOCK = 1 << 20

Json = dict[str, Any]


def api_of(address: str) -> str:
    """The base of the API of an address of the site (its home, its API, a page); the service of that name else."""
    if not address.lower().startswith(("http://", "https://")):
        return endpoint(address.strip().lower().replace(".", "") or "datagouv").rstrip("/")
    before, api, _ = address.partition("/api")
    if api:
        return f"{before}/api"
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}/api"


class Udata:
    """One site. Raises NetworkError: ServerError where it refuses."""

    def __init__(self, base: str, authcfg: str, feedback: QgsFeedback) -> None:
        self._base, self._authcfg, self._feedback = base, authcfg, feedback

    # ------------------------------------------------------------------------------------------------ reading
    def dataset(self, name: str) -> Json | None:
        """A dataset by its id or slug; None where it isn't, or isn't for us. Its owner still sees a deleted one."""
        answer = self._asked("GET", f"datasets/{quote(name, safe='')}/")
        return None if answer.status_code in _ABSENT else _dataset(json_answer(answer))

    def me(self) -> Json:
        """The account, its organizations among it. ServerError (401): a key that is missing or isn't valid."""
        return _object(json_answer(self._asked("GET", "me/")))

    def mine(self, title: str = "") -> list[Json]:
        """The datasets of the account and of its organizations, drafts and deleted ones too; `title`: a part of it."""
        answer = json_answer(self._asked("GET", "me/org_datasets/", params={"q": title} if title else None))
        return [each for each in answer if isinstance(each, dict)] if isinstance(answer, list) else []

    def licences(self) -> list[Json]:
        """The licences that the site knows."""
        answer = json_answer(self._asked("GET", "datasets/licenses/"))
        return [each for each in answer if isinstance(each, dict)] if isinstance(answer, list) else []

    def knows_zone(self, zone: str) -> bool:
        """Whether the site has a territory of that id: a dataset that names another is refused whole."""
        answer = self._asked("GET", f"spatial/zone/{quote(zone, safe='')}/")
        return answer.status_code not in _ABSENT and bool(checked(answer))

    def fetch(self, resource: Json, path: Path) -> Path:
        """The file of a resource, whole: its SHA-1 is the one that the site tells. ServerError otherwise."""
        with session(feedback=self._feedback) as web:
            headers = {"Cache-Control": "no-cache"}
            answer = web.get(str(resource["url"]), headers=headers, stream=True, timeout=_LONG)
            with closing(checked(answer)), path.open("wb") as file:
                for block in answer.iter_content(_BLOCK):
                    file.write(block)
        if digest_of(path, "sha1") != checksum(resource):
            raise ServerError(
                tr("The file that the site serves is not the one that it describes."),
                detail=f"{resource['url']}: {digest_of(path, 'sha1')} / {checksum(resource)}",
                hint=tr("A cache may still hold the former one: try again in a few minutes."),
            )
        return path

    # ------------------------------------------------------------------------------------------------ writing
    def create(self, described: Json) -> Json:
        """A new dataset."""
        return _dataset(json_answer(self._asked("POST", "datasets/", json=described)))

    def describe(self, dataset: Json, changes: Mapping[str, Any]) -> None:
        """Changes the description of a dataset: all that is not changed is sent as it was read."""
        kept = {name: dataset[name] for name in _DESCRIBED if dataset.get(name) is not None}
        kept |= {"tags": dataset.get("tags") or [], "private": bool(dataset.get("private"))}
        json_answer(self._asked("PUT", f"datasets/{dataset['id']}/", json=kept | dict(changes)))

    def describe_file(self, dataset: Json, resource: Json, changes: Mapping[str, Any]) -> None:
        """Changes what is said of a file, the rest as it was read; `schema` None: it follows none."""
        kept = {name: resource[name] for name in _RESOURCE if resource.get(name) is not None} | dict(changes)
        json_answer(self._asked("PUT", f"datasets/{dataset['id']}/resources/{resource['id']}/", json=kept))

    def upload(self, dataset: Json, path: Path, name: str, resource_id: str = "") -> None:
        """A new file, or the replacement of one whose id stays: the site deletes the former file, and its title."""
        place = f"resources/{resource_id}/upload" if resource_id else "upload"
        address = f"datasets/{dataset['id']}/{place}/"
        size = path.stat().st_size
        if size <= PART:
            kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
            with path.open("rb") as file:
                json_answer(self._asked("POST", address, files={"file": (name, file, kind)}, timeout=_LONG))
        else:
            self._upload_parts(address, path, name, math.ceil(size / PART))

    def _upload_parts(self, address: str, path: Path, name: str, total: int) -> None:
        form = {"uuid": str(uuid.uuid4()), "filename": name, "totalparts": str(total)}
        with path.open("rb") as file:
            for index in range(total):
                block = file.read(PART)
                part = form | {
                    "partindex": str(index),
                    "partbyteoffset": str(index * PART),
                    "chunksize": str(len(block)),
                }
                sent = {"file": (name, block, "application/octet-stream")}
                json_answer(self._asked("POST", address, data=part, files=sent, timeout=_LONG))
        whole = {field: (None, value) for field, value in form.items()}
        json_answer(self._asked("POST", address, files=whole, timeout=_LONG))

    def delete(self, dataset: Json) -> None:
        """A dataset goes to the bin of the site."""
        self._gone(self._asked("DELETE", f"datasets/{dataset['id']}/"))

    def delete_file(self, dataset: Json, resource: Json) -> None:
        """A file goes for good."""
        self._gone(self._asked("DELETE", f"datasets/{dataset['id']}/resources/{resource['id']}/"))

    @staticmethod
    def _gone(answer: requests.Response) -> None:
        if answer.status_code not in _ABSENT:
            checked(answer)

    def _asked(self, method: str, path: str, **more: Any) -> requests.Response:
        more.setdefault("timeout", _TIMEOUT)
        with session(authcfg=self._authcfg, feedback=self._feedback) as web:
            answer = web.request(method, f"{self._base}/1/{path}", **more)
        if answer.status_code == 423:
            raise ServerError(
                tr("The site takes nothing new for now."),
                detail=answer.text[:500],
                hint=tr("It may be under maintenance, or take this for spam: ask its support."),
            )
        return answer


def checksum(resource: Json) -> str:
    """The SHA-1 of a hosted file, "" for a link or where the site doesn't tell it."""
    told = resource.get("checksum")
    return str(told.get("value") or "") if isinstance(told, dict) and told.get("type") == "sha1" else ""


def mark_of(thing: Json) -> str:
    """Which publication made it, "" for none of ours."""
    extras = thing.get("extras")
    return str(extras.get(MARK) or "") if isinstance(extras, dict) else ""


def refuse_harvested(dataset: Json) -> None:
    """TargetError: what comes from another catalogue is rewritten by the next harvest."""
    harvest = dataset.get("harvest")
    if isinstance(harvest, dict) and any(harvest.get(name) for name in ("backend", "source_id", "domain", "remote_id")):
        raise TargetError(
            tr("“{title}” is harvested from {source}: what would be changed here would be lost.").format(
                title=dataset.get("title"), source=harvest.get("domain") or harvest.get("remote_url") or "?"
            ),
            hint=tr("Publish on the source platform: data.gouv.fr follows it."),
        )


def _dataset(answer: Any) -> Json:
    found = _object(answer)
    if not isinstance(found.get("id"), str) or not isinstance(found.get("resources"), list):
        raise _misunderstood(answer)
    return found


def _object(answer: Any) -> Json:
    if not isinstance(answer, dict):
        raise _misunderstood(answer)
    return answer


def _misunderstood(answer: Any) -> ServerError:
    return ServerError(
        tr("The site answers something else than what it was asked."),
        detail=str(answer)[:500],
        hint=tr("Check the address: it should be that of data.gouv.fr, or of another site made with udata."),
    )
