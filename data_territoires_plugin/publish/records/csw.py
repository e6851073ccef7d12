"""A catalogue by CSW 2.0.2 with transactions (OGC 07-006r1, §10.11): ISO 19139, one record per transaction.

An error is an HTTP 200 with a report of exceptions; a transaction that changes nothing is a success whose totals are
0; several records in one are not stored all or none. So: one at a time, totals checked, everything read back.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

from ...errors import ServerError
from ...i18n import tr
from ...metadata.iso_words import GMD, parsed, xml
from ...network import checked, session, xml_answer
from ..targets.base import TargetError
from .base import FRESH, ISO, TIMEOUT, Held, Site

if TYPE_CHECKING:
    import requests
    from qgis.core import QgsFeedback

_CSW = "http://www.opengis.net/cat/csw/2.0.2"
_XML = {"Content-Type": "application/xml; charset=utf-8", "Accept": "application/xml"}
_TRANSACTION = (
    '<?xml version="1.0" encoding="UTF-8"?><csw:Transaction xmlns:csw="http://www.opengis.net/cat/csw/2.0.2"'
    ' xmlns:ogc="http://www.opengis.net/ogc" xmlns:apiso="http://www.opengis.net/cat/csw/apiso/1.0" service="CSW"'
    ' version="2.0.2">{inside}</csw:Transaction>'
)
_CONSTRAINT = (
    '<csw:Constraint version="1.1.0"><ogc:Filter><ogc:PropertyIsEqualTo>'
    "<ogc:PropertyName>apiso:Identifier</ogc:PropertyName><ogc:Literal>{identifier}</ogc:Literal>"
    "</ogc:PropertyIsEqualTo></ogc:Filter></csw:Constraint>"
)
_TOTALS = {"Insert": "totalInserted", "Update": "totalUpdated", "Delete": "totalDeleted"}


class CswTransactions:
    """A CSW that takes transactions."""

    form = ISO

    def __init__(self, url: str, authcfg: str = "") -> None:
        self._url, self._authcfg = url.partition("?")[0], authcfg

    def probe(self, feedback: QgsFeedback) -> Site:
        """Its capabilities, which must have the Transaction operation. TargetError where they don't."""
        with session(authcfg=self._authcfg, feedback=feedback) as web:
            root = self._asked(web, request="GetCapabilities")
        operations = [one.get("name") for one in root.iter() if str(one.tag).endswith("}Operation")]
        if "Transaction" not in operations:
            raise TargetError(
                tr("This catalogue only lets its records be read: its CSW has no transactions."),
                hint=tr("Ask its administrator where records are written (a GeoNetwork: TYPE geonetwork)."),
            )  # fmt: skip
        title = next((one.text for one in root.iter() if str(one.tag).endswith("}Title")), "")
        return Site(title or self._url)

    def read(self, identifier: str, feedback: QgsFeedback) -> Held | None:
        """The record in ISO 19139, alone."""
        with session(authcfg=self._authcfg, feedback=feedback) as web:
            root = self._asked(
                web, request="GetRecordById", id=identifier, elementSetName="full", outputSchema=GMD,
                outputFormat="application/xml",
            )  # fmt: skip
        if not len(root):
            return None
        return Held(bytes(xml().tostring(parsed(xml().tostring(root)))))

    def _asked(self, web: requests.Session, **more: str) -> Any:
        asked = {"service": "CSW", "version": "2.0.2", **more}
        answer = web.get(self._url, params=asked, headers={"Accept": "application/xml", **FRESH}, timeout=TIMEOUT)
        xml_answer(answer)
        return xml().fromstring(answer.content)

    def create(self, identifier: str, body: bytes, feedback: QgsFeedback) -> str:
        """Insert."""
        return self._transaction("Insert", _bare(body), feedback)

    def replace(self, identifier: str, body: bytes, feedback: QgsFeedback) -> str:
        """Update with the whole record."""
        return self._transaction("Update", _bare(body), feedback)

    def delete(self, identifier: str, feedback: QgsFeedback) -> str:
        """Delete by the identifier."""
        return self._transaction("Delete", _CONSTRAINT.format(identifier=html.escape(identifier)), feedback)

    def show(self, identifier: str, feedback: QgsFeedback, *, public: bool) -> str:
        """Everybody sees every record."""
        return ""

    def page(self, identifier: str) -> str:
        """The record in XML: a CSW has no page."""
        from urllib.parse import urlencode

        asked = {
            "service": "CSW", "version": "2.0.2", "request": "GetRecordById", "id": identifier,
            "elementSetName": "full", "outputSchema": GMD,
        }  # fmt: skip
        return f"{self._url}?{urlencode(asked)}"

    def _transaction(self, what: str, inside: str, feedback: QgsFeedback) -> str:
        body = _TRANSACTION.format(inside=f"<csw:{what}>{inside}</csw:{what}>").encode()
        with session(authcfg=self._authcfg, feedback=feedback) as web:
            answer = web.request("POST", self._url, data=body, headers=_XML, timeout=TIMEOUT)
        if answer.status_code in (401, 403) or answer.status_code >= 500:
            checked(answer)
        try:
            xml_answer(answer)
        except ServerError as error:
            return error.message
        total = _total(xml().fromstring(answer.content), _TOTALS[what])
        if total == 1:
            return ""
        return tr("the catalogue says yes and counts {total} records changed, where one was expected").format(
            total=total
        )


def _total(root: Any, name: str) -> int:
    text = next((one.text for one in root.iter() if one.tag == f"{{{_CSW}}}{name}"), "")
    return int(text) if text and text.strip().isdigit() else 0


def _bare(body: bytes) -> str:
    """The record without its XML declaration, to be put inside another document."""
    return str(xml().tostring(parsed(body), encoding="unicode"))
