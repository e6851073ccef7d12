"""GeoNetwork 4 by its REST API, as its sources and its publishers describe it. Not tried against a real GeoNetwork.

Sources: geonetwork/core-geonetwork, services/…/api/records (MetadataInsertDeleteApi, MetadataSharingApi, MetadataApi);
georchestra/datadir, gateway/routes.yaml (the cookie is copied onto other paths). CSRF is checked before the login: an
empty 403 with a good password. Bodies of errors come only to whom accepts JSON or XML.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from ...errors import NetworkError, ServerError
from ...i18n import tr
from ...network import checked, json_answer, session
from ...network.answers import said
from ..targets.base import TargetError
from .base import FRESH, ISO, TIMEOUT, Held, Site

if TYPE_CHECKING:
    import requests
    from qgis.core import QgsFeedback

    from ...network.transport import QgisSession

_JSON = {"Accept": "application/json"}
_ALL = 1  # the reserved group of everybody
_COOKIE = "XSRF-TOKEN"


class GeoNetwork:
    """A GeoNetwork 4. `url`: …/geonetwork, or any address below; `group`: number of the owner of new records."""

    form = ISO

    def __init__(self, url: str, authcfg: str = "", group: str = "") -> None:
        self._base, self._authcfg, self._group = base_of(url), authcfg, group
        self._api = f"{self._base}/srv/api"

    # ------------------------------------------------------------------------------------------------ reading
    def probe(self, feedback: QgsFeedback) -> Site:
        """Its version, and who we are there. TargetError: another version, nobody, no right to write."""
        with session(authcfg=self._authcfg, feedback=feedback) as web:
            site = json_answer(web.get(f"{self._api}/site", headers=_JSON, timeout=TIMEOUT))
            version = str(site.get("system/platform/version") or "") if isinstance(site, dict) else ""
            if not version.startswith("4"):
                raise TargetError(
                    tr("Only GeoNetwork 4 is known; this one says “{version}”.").format(version=version),
                    hint=tr("Publish by its CSW instead (TYPE csw)."),
                )
            me = json_answer(web.get(f"{self._api}/me", headers=_JSON, timeout=TIMEOUT))
        if not isinstance(me, dict) or not me.get("id"):
            raise TargetError(
                tr("The catalogue does not know who you are."),
                hint=tr("Give an authentication configuration whose account may edit records there."),
            )
        if str(me.get("profile") or "") in ("RegisteredUser", "Guest"):
            raise TargetError(
                tr("Your account may not edit records there (profile {profile}).").format(profile=me["profile"]),
                hint=tr("Ask the administrator of the catalogue for the Editor profile."),
            )
        notes = [tr("GeoNetwork's interface was read in its sources and not tried against a real one.")]
        if not self._group:
            notes.append(tr("No group is given: your colleagues will not be able to edit new records (GROUP)."))
        return Site(f"{site.get('system/site/name') or 'GeoNetwork'} {version}", tuple(notes))

    def read(self, identifier: str, feedback: QgsFeedback) -> Held | None:
        """The record's working copy: with the workflow on, what was written waits there."""
        with session(authcfg=self._authcfg, feedback=feedback) as web:
            answer = self._xml(web, identifier, approved=False)
            if answer.status_code == 404:
                return None
            body = checked(answer).content
            return Held(body, self._public(web, identifier))

    def _xml(self, web: requests.Session, identifier: str, *, approved: bool) -> requests.Response:
        asked = {"approved": str(approved).lower(), "increasePopularity": "false", "addSchemaLocation": "false"}
        headers = {"Accept": "application/xml", **FRESH}
        return web.get(f"{self._record(identifier)}/formatters/xml", params=asked, headers=headers, timeout=TIMEOUT)

    def _public(self, web: requests.Session, identifier: str) -> bool | None:
        try:
            answer = web.get(f"{self._record(identifier)}/sharing", headers={**_JSON, **FRESH}, timeout=TIMEOUT)
            told = json_answer(answer)
        except ServerError:
            return None
        shared = [one for one in told.get("privileges") or () if isinstance(one, dict) and one.get("group") == _ALL]
        return any((one.get("operations") or {}).get("view") for one in shared)

    # ------------------------------------------------------------------------------------------------ writing
    def create(self, identifier: str, body: bytes, feedback: QgsFeedback) -> str:
        """A new record, which nobody else sees yet. NOTHING: an identifier that is taken is refused."""
        group = {"group": self._group} if self._group else {}
        return self._put(identifier, body, feedback, uuidProcessing="NOTHING", **group)

    def replace(self, identifier: str, body: bytes, feedback: QgsFeedback) -> str:
        """OVERWRITE keeps the identifier, the group and what everybody may see."""
        return self._put(identifier, body, feedback, uuidProcessing="OVERWRITE")

    def _put(self, identifier: str, body: bytes, feedback: QgsFeedback, **more: str) -> str:
        asked = {
            "metadataType": "METADATA", "rejectIfInvalid": "false", "transformWith": "_none_",
            "publishToAll": "false", **more,
        }  # fmt: skip
        headers = {**_JSON, "Content-Type": "application/xml"}
        answer = self._written("PUT", f"{self._api}/records", feedback, params=asked, data=body, headers=headers)
        if answer.status_code != 201:
            return _refusal(answer)
        report = _report(answer)
        if report is None:
            return tr("the catalogue did not answer with a report: {words}").format(words=said(answer.content))
        return _wrong(report) or _other_identifier(report, identifier)

    def delete(self, identifier: str, feedback: QgsFeedback) -> str:
        """A backup stays on the server."""
        asked = {"withBackup": "true"}
        answer = self._written("DELETE", self._record(identifier), feedback, params=asked, headers=dict(_JSON))
        return "" if answer.status_code in (200, 204, 404) else _refusal(answer)

    def show(self, identifier: str, feedback: QgsFeedback, *, public: bool) -> str:
        """By the list of identifiers: the address of one record wants a Reviewer, this one tells an Editor why not."""
        url = f"{self._api}/records/{'publish' if public else 'unpublish'}"
        answer = self._written("PUT", url, feedback, params={"uuids": identifier}, headers=dict(_JSON))
        if answer.status_code not in (200, 201):
            return _refusal(answer)
        report = _report(answer)
        if report is None:
            return tr("the catalogue did not answer with a report: {words}").format(words=said(answer.content))
        return _wrong(report) or (self._waiting(identifier, feedback) if public else "")

    def _waiting(self, identifier: str, feedback: QgsFeedback) -> str:
        """With the workflow on, what was written waits for a reviewer, and everybody sees the record of before."""
        with session(authcfg=self._authcfg, feedback=feedback) as web:
            seen, written = (self._xml(web, identifier, approved=approved) for approved in (True, False))
        if not written.ok or (seen.ok and self.form.same(seen.content, written.content)):
            return ""
        return tr("a reviewer still has to approve it: until then, others see the previous record")

    def page(self, identifier: str) -> str:
        """The page of the record."""
        return self._record(identifier)

    def _record(self, identifier: str) -> str:
        return f"{self._api}/records/{quote(identifier, safe='')}"

    def _written(self, method: str, url: str, feedback: QgsFeedback, **more: Any) -> requests.Response:
        """A write with its token; once more with a fresh one where it is refused, since nothing was done then."""
        headers = more.pop("headers")
        with session(authcfg=self._authcfg, feedback=feedback) as web:

            def send() -> requests.Response:
                # Redirects off: a login page would be taken for an answer.
                told = {**headers, "X-XSRF-TOKEN": self._token(web)}
                return web.request(method, url, headers=told, allow_redirects=False, timeout=TIMEOUT, **more)

            answer = send()
            if answer.status_code == 403 and not answer.content:
                web.cookies.clear()
                answer = send()
        if answer.status_code in (401, 403) or 300 <= answer.status_code < 400 or answer.status_code >= 500:
            checked(answer)
        return answer

    def _token(self, web: QgisSession) -> str:
        """The token of the cookie of our path: the gateway copies it, with its name, onto other paths."""
        path = urlsplit(self._api).path
        if not _tokens(web, path):
            checked(web.get(f"{self._api}/me", headers=_JSON, timeout=TIMEOUT))
        found = _tokens(web, path)
        if not found:
            raise NetworkError(
                tr("The catalogue gave no token for writing (cookie {name}).").format(name=_COOKIE),
                hint=tr("Check the address of GeoNetwork: it ends with /geonetwork on most platforms."),
            )
        return found[-1]


def base_of(url: str) -> str:
    """The address of a GeoNetwork from any address below it: …/geonetwork/srv/fre/csw → …/geonetwork."""
    plain = url.partition("?")[0].partition("#")[0].rstrip("/")
    return plain.partition("/srv/")[0].removesuffix("/srv")


def _tokens(web: QgisSession, path: str) -> list[str]:
    """The tokens whose path holds ours, the nearest last."""
    held = [one for one in web.cookies if one.name == _COOKIE and _under(path, one.path)]
    return [str(one.value) for one in sorted(held, key=lambda one: len(one.path))]


def _under(path: str, parent: str) -> bool:
    return path == parent or path.startswith(parent.rstrip("/") + "/")


def _report(answer: requests.Response) -> dict[str, Any] | None:
    try:
        report = json.loads(answer.content)
    except ValueError:
        return None
    return report if isinstance(report, dict) and "metadataInfos" in report else None


def _wrong(report: dict[str, Any]) -> str:
    """What a report of success hides: errors, records that were not found or may not be edited."""
    told = [said(json.dumps(one).encode()) for one in (report.get("errors"), report.get("metadataErrors")) if one]
    if report.get("numberOfRecordsNotEditable"):
        told.append(tr("you may not edit or publish this record"))
    if report.get("numberOfRecordNotFound") or report.get("numberOfNullRecords"):
        told.append(tr("the record is not found"))
    return "; ".join(told)


def _other_identifier(report: dict[str, Any], identifier: str) -> str:
    """The identifier is in `metadataInfos`: `uuid` is that of the report."""
    infos = [one for group in (report.get("metadataInfos") or {}).values() for one in group]
    found = {str(one.get("uuid")) for one in infos if one.get("uuid")}
    if not infos:
        return tr("the catalogue says yes and names no record")
    if found and identifier not in found:
        return tr("the catalogue stored it under another identifier: {found}").format(found=", ".join(sorted(found)))
    return ""


def _refusal(answer: requests.Response) -> str:
    return f"HTTP {answer.status_code} {said(answer.content)}".strip()
