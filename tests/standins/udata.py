"""A stand-in of udata, the program of data.gouv.fr, for those who write: built from its source (2026-08).

core/dataset/api.py, forms.py and permissions.py, core/storages, api/__init__.py, tests/api/test_datasets_api.py. A key
that isn't valid is 401 even for a GET; a missing final slash is 308; `tags` that are omitted are emptied, `private`
that is null makes public, a list of `resources` deletes those that it lacks; an upload writes over title and address,
and deletes the former file; a new file comes first; a deleted dataset stays, and its owner sees it.
"""

from __future__ import annotations

import copy
import email.parser
import email.policy
import hashlib
import json
import re
import uuid
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from tests.standins.cuts import Cut
from tests.standins.stage import Answer, Request, StandIn

if TYPE_CHECKING:
    from collections.abc import Mapping

_EXTENSIONS = frozenset(
    ("tar", "gz", "tgz", "rar", "zip", "7z", "xz", "bz2", "csv", "txt", "json", "pdf", "xml", "ods", "xls", "xlsx",
     "kml", "kmz", "gpx", "geojson", "gpkg", "shp", "dbf", "prj", "sqlite")
)  # fmt: skip
_LICENCES = [
    {"id": "notspecified", "title": "License Not Specified", "url": None},
    {
        "id": "lov2", "title": "Licence Ouverte / Open Licence version 2.0",
        "url": "https://www.etalab.gouv.fr/licence-ouverte-open-licence", "alternate_titles": ["Licence Ouverte 2.0"],
    },
    {"id": "odc-odbl", "title": "Open Data Commons Open Database License (ODbL)", "url": None},
]  # fmt: skip
_ZONES = frozenset(("fr:commune:35238", "fr:epci:243500139", "fr:departement:35"))
_SCHEMAS = frozenset(("etalab/schema-irve-statique", "etalab/schema-arbres"))
_FREQUENCIES = frozenset(
    ("continuous", "daily", "weekly", "biweekly", "monthly", "quarterly", "semiannual", "annual", "punctual",
     "irregular", "notPlanned", "unknown")
)  # fmt: skip
_DEFAULTS: dict[str, Any] = {
    "acronym": None, "description_short": None, "license": "notspecified", "frequency": "unknown",
    "frequency_date": None, "temporal_coverage": None, "spatial": None, "tags": [], "private": False, "extras": {},
    "deleted": None, "archived": None, "harvest": None, "contact_points": [], "access_type": "open",
}  # fmt: skip


@dataclass(frozen=True)
class Account:
    """Who holds a key: the organizations (slugs) that it edits for."""

    key: str
    organizations: tuple[str, ...] = ("ville-de-rennes",)


class Refused(Exception):
    """A refusal: status, and what the site says."""

    def __init__(self, status: int, body: Mapping[str, Any]) -> None:
        super().__init__(status)
        self.answer = Answer(status, "application/json", json.dumps(body).encode())


class UdataSite(Cut, StandIn):
    """The site. `largest`: bytes that its front takes in one request."""

    home = "/api"

    def __init__(self, *accounts: Account, largest: int = 50_000_000, **speed: Any) -> None:
        self._accounts, self._largest = {account.key: account for account in accounts}, largest
        self.datasets: dict[str, dict[str, Any]] = {}
        self.files: dict[str, bytes] = {}
        self._parts: dict[str, dict[int, bytes]] = {}
        self._clock = 0
        super().__init__(**speed)

    # ------------------------------------------------------------ what a test uses
    def add(self, title: str, organization: str = "ville-de-rennes", **more: Any) -> dict[str, Any]:
        """A dataset that was there before."""
        described = {"title": title, "description": "…", "organization": organization, **more}
        return self._made(described, organization)

    def put(self, dataset: Mapping[str, Any], name: str, content: bytes, **more: Any) -> dict[str, Any]:
        """A file that was there before, or that somebody replaces (`id`)."""
        found = self.datasets[dataset["id"]]
        known = next((each for each in found["resources"] if each["id"] == more.get("id")), None)
        resource = self._store(found, known, name, content)
        resource.update(more)
        return resource

    def held(self, dataset: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The files of a dataset now."""
        return self.datasets[dataset["id"]]["resources"]

    def content(self, resource: Mapping[str, Any]) -> bytes:
        """What is served of a file."""
        return self.files[resource["url"].removeprefix(self.root())]

    # ------------------------------------------------------------ the service
    def answer(self, request: Request) -> Answer:
        if request.path.startswith("/static/"):
            found = self.files.get(request.path)
            return Answer(200, "application/octet-stream", found) if found is not None else _text(404)
        if not request.path.endswith("/"):
            return Answer(308, "text/html", b"", {"location": f"{self.root()}{request.path}/"})
        try:
            key = request.headers.get("x-api-key", "")
            if key and key not in self._accounts:
                raise Refused(401, {"message": "Invalid API token"})
            if len(request.body) > self._largest:
                return _text(413)
            return self.cut_or(request, lambda: self._routed(request, self._accounts.get(key)))
        except Refused as refused:
            return refused.answer

    def _routed(self, request: Request, account: Account | None) -> Answer:  # noqa: PLR0911
        steps = [step for step in request.path.split("/") if step]
        method = request.method
        if steps[:2] != ["api", "1"]:
            raise Refused(404, {"message": "no such path"})
        match (method, *steps[2:]):
            case ("GET", "site"):
                return _json(200, {"id": "data.gouv.fr", "title": "data.gouv.fr", "metrics": {}})
            case ("GET", "me"):
                _known(account)
                return _json(
                    200, {"id": _id(account.key), "organizations": [_org(one) for one in account.organizations]}
                )
            case ("GET", "me", "org_datasets"):
                _known(account)
                wanted = request.params.get("q", "").lower()
                own = [one for one in self.datasets.values() if self._edits(account, one)]
                return _json(200, [self._shown(one, account) for one in own if wanted in one["title"].lower()])
            case ("GET", "datasets", "licenses"):
                return _json(200, _LICENCES)
            case ("GET", "spatial", "zone", zone):
                return _json(200, {"id": zone}) if zone in _ZONES else _json(404, {"message": "Unknown zone"})
            case ("POST", "datasets"):
                _known(account)
                return self._create(request, account)
            case (_, "datasets", name, *rest):
                return self._one(request, account, self._found(name), rest)
        raise Refused(404, {"message": "no such path"})

    def _one(self, request: Request, account: Account | None, dataset: dict[str, Any], rest: list[str]) -> Answer:  # noqa: PLR0911
        if request.method == "GET" and not rest:
            if (dataset["private"] or dataset["deleted"]) and not self._edits(account, dataset):
                raise Refused(404 if dataset["private"] else 410, {"message": "Dataset has been deleted"})
            return _json(200, self._shown(dataset, account))
        _known(account)
        match (request.method, *rest):
            case ("PUT",):
                return self._update(request, account, dataset)
            case ("DELETE",):
                self._check_edits(account, dataset)
                if dataset["deleted"]:
                    raise Refused(410, {"message": "Dataset has been deleted"})
                dataset["deleted"] = self._now()
                return Answer(204, "application/json", b"")
        self._check_edits(account, dataset)
        match (request.method, *rest):
            case ("POST", "upload"):
                return self._uploaded(request, dataset, None)
            case ("POST", "resources", id_, "upload"):
                return self._uploaded(request, dataset, _resource(dataset, id_))
            case ("PUT", "resources", id_):
                return _json(200, self._describe_file(_body(request), _resource(dataset, id_)))
            case ("DELETE", "resources", id_):
                gone = _resource(dataset, id_)
                dataset["resources"].remove(gone)
                self.files.pop(gone["url"].removeprefix(self.root()), None)
                return Answer(204, "application/json", b"")
        raise Refused(405, {"message": "The method is not allowed for the requested URL."})

    # ------------------------------------------------------------ datasets
    def _create(self, request: Request, account: Account) -> Answer:
        body = _body(request)
        owner = body.pop("organization", None)
        slug = next((one for one in account.organizations if owner and _id(one) == owner.get("id")), "")
        if owner and not slug:
            raise Refused(400, {"errors": {"organization": ["Permission denied for this organization"]}})
        described = {name: value for name, value in body.items() if value is not None}
        _check_described(described)
        return _json(201, self._shown(self._made(described, slug, account), account))

    def _update(self, request: Request, account: Account, dataset: dict[str, Any]) -> Answer:
        body = _body(request)
        if dataset["deleted"] and body.get("deleted", True) is not None:
            raise Refused(410, {"message": "Dataset has been deleted"})
        self._check_edits(account, dataset)
        owner = body.pop("organization", None)
        if owner and owner.get("id") != _id(dataset["organization"]):
            raise Refused(400, {"errors": {"organization": ["Cannot change owner after creation."]}})
        changes = {name: body[name] for name in (*_DEFAULTS, "title", "description") if name in body}
        changes.pop("harvest", None)
        changes["tags"] = body.get("tags") or []
        if "private" in body:
            changes["private"] = bool(body["private"])
        _check_described({**dataset, **changes})
        if "resources" in body:
            kept = [one.get("id") for one in body["resources"]]
            dataset["resources"] = [one for one in dataset["resources"] if one["id"] in kept]
        dataset.update(changes, last_modified=self._now())
        return _json(200, self._shown(dataset, account))

    def _made(self, described: Mapping[str, Any], organization: str, account: Account | None = None) -> dict[str, Any]:
        id_ = hashlib.sha256(f"{len(self.datasets)}{described['title']}".encode()).hexdigest()[:24]
        made = {
            **copy.deepcopy(_DEFAULTS), **described, "id": id_, "slug": _slug(described["title"]), "resources": [],
            "organization": organization, "owner": None if organization else account and account.key,
            "last_modified": self._now(),
        }  # fmt: skip
        made["private"] = bool(made["private"])
        self.datasets[id_] = made
        return made

    def _shown(self, dataset: Mapping[str, Any], account: Account | None) -> dict[str, Any]:
        mine = self._edits(account, dataset)
        owner = dataset["organization"]
        return {
            **dataset,
            "organization": _org(owner) if owner else None,
            "owner": {"class": "User", "id": _id(dataset["owner"])} if dataset["owner"] else None,
            "page": f"{self.root()}/datasets/{dataset['slug']}/",
            "permissions": {"edit": mine, "edit_resources": mine, "delete": mine},
        }

    def _found(self, name: str) -> dict[str, Any]:
        for dataset in self.datasets.values():
            if name in (dataset["id"], dataset["slug"]):
                return dataset
        raise Refused(404, {"message": "Dataset not found"})

    @staticmethod
    def _edits(account: Account | None, dataset: Mapping[str, Any]) -> bool:
        if account is None:
            return False
        return dataset["organization"] in account.organizations or dataset["owner"] == account.key

    def _check_edits(self, account: Account, dataset: Mapping[str, Any]) -> None:
        if not self._edits(account, dataset):
            raise Refused(403, {"message": "You do not have the permission to modify that object."})

    # ------------------------------------------------------------ files
    def _describe_file(self, body: dict[str, Any], resource: dict[str, Any]) -> dict[str, Any]:
        if not (body.get("title") or resource["title"]):
            raise Refused(400, {"errors": {"title": ["This field is required."]}})
        if body.get("filetype") not in (None, resource["filetype"]):
            raise Refused(400, {"message": "Cannot modify filetype after creation"})
        if body.get("type", "main") not in ("main", "documentation", "update", "api", "code", "other"):
            raise Refused(400, {"errors": {"type": ["Not a valid choice."]}})
        schema = body.get("schema")
        if schema and not schema.get("url") and schema.get("name") not in _SCHEMAS:
            raise Refused(400, {"errors": {"schema": {"name": ["Schema name must be an allowed value."]}}})
        changes = {
            name: body[name] for name in ("title", "description", "type", "extras") if body.get(name) is not None
        }
        if "schema" in body:
            changes["schema"] = {"name": None, "version": None, "url": None, **schema} if schema else None
        resource.update(changes)
        return resource

    def _uploaded(self, request: Request, dataset: dict[str, Any], resource: dict[str, Any] | None) -> Answer:
        form, file = _multipart(request)
        name = file[0] if file else form.get("filename", "")
        if int(form.get("totalparts", 0)) > 1:
            parts = self._parts.setdefault(form["uuid"], {})
            if file:
                if len(file[1]) != int(form["chunksize"]):
                    return _json(400, {"success": False, "error": "Chunk size mismatch"})
                parts[int(form["partindex"])] = file[1]
                return _json(200, {"success": True})
            name, content = form["filename"], b"".join(parts[at] for at in range(int(form["totalparts"])))
        elif not file:
            return _json(400, {"success": False, "error": "Missing file parameter"})
        else:
            content = file[1]
        if name.endswith((".html", ".htm")):
            raise Refused(415, {"message": "Incorrect file content type: HTML"})
        if PurePosixPath(name).suffix.lstrip(".") not in _EXTENSIONS:
            raise Refused(400, {"message": "This file type is not allowed."})
        if self.take_fault("truncated", request) is not None:
            content = content[: len(content) // 2]
        if self.take_fault("forgotten", request) is not None:
            return _json(201, {"success": True, "id": str(uuid.uuid4())})
        created = resource is None
        return _json(201 if created else 200, {**self._store(dataset, resource, name, content), "success": True})

    def _store(
        self, dataset: dict[str, Any], resource: dict[str, Any] | None, name: str, content: bytes
    ) -> dict[str, Any]:
        name = _slug(PurePosixPath(name).stem) + PurePosixPath(name).suffix.lower()
        path = f"/static/resources/{dataset['slug']}/{self._now().replace(':', '')}/{name}"
        if resource is None:
            resource = {
                "id": str(uuid.UUID(bytes=hashlib.sha256(path.encode()).digest()[:16])), "description": None,
                "type": "main", "filetype": "file", "extras": {}, "schema": None,
            }  # fmt: skip
            dataset["resources"].insert(0, resource)
        else:
            self.files.pop(resource["url"].removeprefix(self.root()), None)
        self.files[path] = content
        resource.update(
            title=name, url=f"{self.root()}{path}", format=PurePosixPath(name).suffix.lstrip("."),
            checksum={"type": "sha1", "value": hashlib.sha1(content).hexdigest()}, filesize=len(content),
            mime="application/octet-stream", last_modified=self._now(),
        )  # fmt: skip
        return resource

    def _now(self) -> str:
        self._clock += 1
        return f"2026-11-22T08:{self._clock // 60:02}:{self._clock % 60:02}+00:00"


def _check_described(described: Mapping[str, Any]) -> None:
    for name, most in (("title", 350), ("description", 100_000)):
        if not str(described.get(name) or "").strip() or len(described[name]) > most:
            raise Refused(400, {"errors": {name: ["This field is required."]}})
    unknown = [zone for zone in (described.get("spatial") or {}).get("zones", []) if zone not in _ZONES]
    if unknown:
        raise Refused(400, {"errors": {"spatial": {"zones": [f"Unknown geoid(s): {unknown}"]}}})
    if described.get("license", "lov2") not in {one["id"] for one in _LICENCES}:
        raise Refused(400, {"errors": {"license": ["Unknown license"]}})
    if described.get("frequency", "unknown") not in _FREQUENCIES:
        raise Refused(400, {"message": f"'{described['frequency']}' is not a valid UpdateFrequency"})
    if any(not 3 <= len(tag) <= 96 for tag in described.get("tags", [])):
        raise Refused(400, {"errors": {"tags": ["Tag must be between 3 and 96 characters long."]}})


def _multipart(request: Request) -> tuple[dict[str, str], tuple[str, bytes] | None]:
    kind = request.headers.get("content-type", "")
    if not kind.startswith("multipart/form-data"):
        return {}, None
    whole = f"Content-Type: {kind}\r\n\r\n".encode() + request.body
    message = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(whole)
    form, file = {}, None
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        if part.get_filename() is not None:
            file = (part.get_filename(), _exact(request.body, kind, str(name)))
        else:
            form[str(name)] = part.get_content().strip()
    return form, file


def _exact(body: bytes, kind: str, name: str) -> bytes:
    """The bytes of a part, as they were sent: a parser of mails changes ends of lines."""
    boundary = b"--" + re.search(r"boundary=([^;]+)", kind)[1].encode()
    for part in body.split(boundary)[1:-1]:
        head, _, content = part.partition(b"\r\n\r\n")
        if f'name="{name}"'.encode() in head:
            return content.removesuffix(b"\r\n")
    raise Refused(400, {"message": "multipart"})


def _body(request: Request) -> dict[str, Any]:
    if "application/json" not in request.headers.get("content-type", ""):
        raise Refused(400, {"errors": {"Content-Type": "expecting application/json"}})
    return json.loads(request.body)


def _resource(dataset: Mapping[str, Any], id_: str) -> dict[str, Any]:
    for resource in dataset["resources"]:
        if resource["id"] == id_:
            return resource
    raise Refused(404, {"message": "Resource does not exist"})


def _known(account: Account | None) -> None:
    if account is None:
        raise Refused(401, {"message": "Unauthorized"})


def _org(slug: str) -> dict[str, Any]:
    return {"class": "Organization", "id": _id(slug), "slug": slug, "name": slug.replace("-", " ").title()}


def _id(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:24]


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _json(status: int, content: object) -> Answer:
    return Answer(status, "application/json", json.dumps(content).encode())


def _text(status: int) -> Answer:
    return Answer(status, "text/html", f"<html><body><h1>{status}</h1></body></html>".encode())
