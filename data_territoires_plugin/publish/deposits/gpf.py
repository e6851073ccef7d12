"""The API of the Entrepôt of the Géoplateforme: uploads, checks, processings, stored data, configurations, offerings.

Contract: IGN's documentation (cartes.gouv.fr, developers' guides) and its own clients (sdk-entrepot,
plugin-qgis-geoplateforme, 2026-01). Never tried here against the real service. The account is an OAuth2 (or other)
configuration of QGIS's authentication manager. What the service does by itself is waited for, with a limit: after it,
or after a cancellation, it goes on there, and is found again by its name.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from ...errors import NetworkError, ServerError
from ...i18n import tr
from ...network import checked, json_answer, session
from ...sources.base import stop_if_cancelled
from ..targets.base import TargetError
from .base import digest_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    import requests
    from qgis.core import QgsFeedback

PAGE = 50  # the most that a list gives at once
# “Intégration de données vecteur livrées en base de données”, of the documentation.
INTEGRATION = "0de8c60b-9938-4be9-aa36-9026b77c3c96"
LONGEST = 6 * 3600.0  # seconds
FIRST_WAIT, LONGEST_WAIT = 2.0, 30.0
_TIMEOUT, _LONG = (15.0, 60.0), (15.0, 1800.0)
_ABSENT = frozenset({404, 410})

Json = dict[str, Any]


class Gpf:
    """One datastore. Raises NetworkError, TargetError (the service refuses the data), Cancelled."""

    def __init__(self, base: str, datastore: str, authcfg: str, feedback: QgsFeedback) -> None:
        self._base, self._authcfg, self._feedback = base.rstrip("/"), authcfg, feedback
        self.datastore = datastore

    # ------------------------------------------------------------------------------------------------ reading
    def datastores(self) -> dict[str, str]:
        """The datastores of the account: id → name."""
        members = self._json("GET", "/users/me").get("communities_member") or []
        found = [each.get("community") or {} for each in members if isinstance(each, dict)]
        return {str(one["datastore"]): str(one.get("name") or "") for one in found if one.get("datastore")}

    def one(self, kind: str, id_: str) -> Json | None:
        """An upload, stored data, configuration… None where it isn't."""
        answer = self._asked("GET", self._path(kind, id_))
        if answer.status_code in _ABSENT:
            return None
        found = json_answer(answer)
        return found if isinstance(found, dict) and found.get("status") != "DELETED" else None

    def listed(self, kind: str, **wanted: str) -> list[Json]:
        """Those whose properties have these values: asked for, and looked at again here."""
        found: list[Json] = []
        for page in range(1, 400):
            params = {**wanted, "page": str(page), "limit": str(PAGE), "fields": [*wanted, "name", "status", "type"]}
            rows = json_answer(self._asked("GET", self._path(kind), params=params))
            rows = [each for each in rows if isinstance(each, dict)] if isinstance(rows, list) else []
            found += [one for one in rows if all(one.get(name) == value for name, value in wanted.items())]
            if len(rows) < PAGE:
                break
        return [one for one in found if one.get("status") != "DELETED"]

    def executions_of(self, stored: str) -> list[Json]:
        """The processings that make stored data."""
        params = {"output_stored_data": stored, "limit": str(PAGE)}
        rows = json_answer(self._asked("GET", self._path("processings/executions"), params=params))
        return [each for each in rows if isinstance(each, dict)] if isinstance(rows, list) else []

    def endpoint(self, type_: str) -> str:
        """The open endpoint of a type with room left. TargetError: none."""
        for each in self._json("GET", f"/datastores/{self.datastore}").get("endpoints") or []:
            told = each.get("endpoint") or {}
            if told.get("type") == type_ and told.get("open") and int(each.get("use", 0)) < int(each.get("quota", 1)):
                return str(told["_id"])
        raise TargetError(
            tr("Your datastore has no {type} service left to publish on.").format(type=type_),
            hint=tr("Ask the Géoplateforme for more, or unpublish what serves no more."),
        )

    # ------------------------------------------------------------------------------------------------ writing
    def made(self, kind: str, body: Mapping[str, Any]) -> Json:
        """A new thing of a kind."""
        return self._json("POST", self._path(kind), json=body)

    def replaced(self, kind: str, id_: str, body: Mapping[str, Any] | None = None) -> None:
        """A thing as a whole; without a body: an offering is brought in step with its configuration."""
        checked(self._asked("PUT", self._path(kind, id_), **({"json": body} if body is not None else {})))

    def tag(self, kind: str, id_: str, tags: Mapping[str, str]) -> None:
        """Adds tags."""
        checked(self._asked("POST", f"{self._path(kind, id_)}/tags", json=dict(tags)))

    def act(self, kind: str, id_: str, what: str) -> None:
        """`close` an upload, `launch` an execution."""
        checked(self._asked("POST", f"{self._path(kind, id_)}/{what}"))

    def gone(self, kind: str, id_: str) -> None:
        """Deletes; what isn't there is gone already."""
        answer = self._asked("DELETE", self._path(kind, id_))
        if answer.status_code not in _ABSENT:
            checked(answer)

    def send(self, upload: str, file: Path, place: str) -> None:
        """The file of an upload, and its MD5, which the service checks."""
        path = self._path("uploads", upload)
        with file.open("rb") as content:
            sent = {"file": (file.name, content, "application/octet-stream")}
            checked(self._asked("POST", f"{path}/data", params={"path": place}, files=sent, timeout=_LONG))
        text = f"{digest_of(file, 'md5')}  {place}\n".encode()
        checked(self._asked("POST", f"{path}/md5", files={"file": ("checksum.md5", text, "text/plain")}))

    # ------------------------------------------------------------------------------------------------ waiting
    def wait_checks(self, upload: str) -> None:
        """The checks of a closed upload. TargetError: one of them failed."""

        def over() -> bool:
            found = self._json("GET", f"{self._path('uploads', upload)}/checks")
            failed = [str((each.get("check") or {}).get("name") or each.get("_id")) for each in found["failed"]]
            if failed:
                raise TargetError(
                    tr("The Géoplateforme refuses the file: {checks}.").format(checks=", ".join(failed)),
                    hint=tr("Nothing was published. Look at the report of the upload on cartes.gouv.fr."),
                )
            return not found["asked"] and not found["in_progress"] and bool(found["passed"])

        self._until(over)

    def wait_execution(self, id_: str) -> None:
        """A processing. TargetError: it failed there; the end of its log is told."""

        def over() -> bool:
            status = self._json("GET", self._path("processings/executions", id_)).get("status")
            if status in ("FAILURE", "ABORTED"):
                raise TargetError(
                    tr("The Géoplateforme could not store the data."),
                    detail=self._log(id_),
                    hint=tr("Nothing was published. Look at the log of the processing on cartes.gouv.fr."),
                )
            return status == "SUCCESS"

        self._until(over)

    def wait_status(self, kind: str, id_: str, wanted: str) -> None:
        """A thing takes a status ("" : it is gone). TargetError: it is broken there."""

        def over() -> bool:
            found = self.one(kind, id_)
            status = str(found.get("status") or "") if found is not None else ""
            if status == "UNSTABLE":
                raise TargetError(
                    tr("The Géoplateforme says that what was published is not stable."),
                    detail=str(found)[:500],
                    hint=tr("Take the publication back with “Undo”, or ask the support of the Géoplateforme."),
                )
            return status == wanted

        self._until(over)

    def _until(self, over: Callable[[], bool]) -> None:
        end, pause = time.monotonic() + LONGEST, FIRST_WAIT
        while not over():
            if time.monotonic() > end:
                raise NetworkError(
                    tr("The Géoplateforme is not done after {hours} hours.").format(hours=int(LONGEST / 3600)),
                    hint=tr("It goes on there: “Resume” will take it up where it is."),
                )
            self._sleep(pause)
            pause = min(pause * 1.5, LONGEST_WAIT)

    def _sleep(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            stop_if_cancelled(self._feedback)
            time.sleep(min(0.1, seconds))

    def _log(self, execution: str) -> str:
        answer = self._asked("GET", f"{self._path('processings/executions', execution)}/logs")
        return answer.text[-1000:] if answer.ok else ""

    # ------------------------------------------------------------------------------------------------ requests
    def _path(self, kind: str, id_: str = "") -> str:
        return f"/datastores/{self.datastore}/{kind}" + (f"/{id_}" if id_ else "")

    def _json(self, method: str, path: str, **more: Any) -> Json:
        found = json_answer(self._asked(method, path, **more))
        if not isinstance(found, dict):
            raise ServerError(
                tr("The Géoplateforme answers something else than what it was asked."),
                detail=str(found)[:500],
                hint=tr("Try again later."),
            )
        return found

    def _asked(self, method: str, path: str, **more: Any) -> requests.Response:
        more.setdefault("timeout", _TIMEOUT)
        with session(authcfg=self._authcfg, feedback=self._feedback) as web:
            return web.request(method, f"{self._base}{path}", **more)
