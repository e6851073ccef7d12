"""Is the answer what the service promises? HTTP 200 alone says nothing: a proxy's page and exceptions have it too."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QXmlStreamReader
from qgis.PyQt.QtXml import QDomDocument

from ..errors import NetworkError, ServerError
from ..i18n import tr
from .failures import Request

if TYPE_CHECKING:
    import requests

_LONGEST = 400
_EXCEPTIONS = (b"ExceptionReport", b"ServiceExceptionReport", b"ServiceException")
# What may come before the first element: a mark of encoding, declarations, comments, a document type.
_PROLOG = rb"(?:\xef\xbb\xbf)?(?:\s|<\?.*?\?>|<!--.*?-->|<![A-Za-z][^>\[]*>)*"
_SAYS = (
    "message",
    "detail",
    "title",
    "description",
    "text",
    "error",
    "erreur",
    "errors",
    "exceptions",
    "hint",
    "reason",
    "msg",
)


def checked(response: requests.Response) -> requests.Response:
    """The same answer, if it is a success: 2xx, no exception of an OGC service, no web page in place of data.

    ServerError otherwise, with the service, the request, the cause and what to do.
    """
    if not 200 <= response.status_code < 300:
        raise _refusal(response)
    beginning = _beginning(response)
    if _is_exception(beginning):
        raise _error(response, tr("{service}: the request is refused."), said(beginning))
    if _is_page(beginning):
        raise _error(
            response,
            tr("{service}: a web page came in place of the data."),
            said(beginning),
            tr("The proxy of your network or a login page may have answered: open the address in a browser."),
        )
    return response


def json_answer(response: requests.Response) -> Any:
    """The JSON of a successful answer; None for 204 (no content). ServerError for anything else."""
    if checked(response).status_code == 204:
        return None
    try:
        content = json.loads(response.content)
    except ValueError as error:
        raise _not_what(response, "JSON", str(error)) from error
    if isinstance(content, dict) and isinstance(content.get("exceptions"), list):
        raise _error(response, tr("{service}: the request is refused."), _said_by_json(content))
    return content


def xml_answer(response: requests.Response) -> QDomDocument:
    """The XML of a successful answer, read with its namespaces.

    A reader that takes the document itself (OWSLib) is given `response.content` afterwards. ServerError: an exception
    of the service, a DOCTYPE, no XML.
    """
    content = checked(response).content
    _refuse_doctype(response, content)
    document = QDomDocument()
    parsed: Any = document.setContent(content, True)
    # Qt 5: (read, message, line, column); Qt 6: an object with the same.
    ok, message = parsed[:2] if isinstance(parsed, tuple) else (bool(parsed), str(parsed.errorMessage))
    if not ok:
        raise _not_what(response, "XML", message)
    return document


def said(body: bytes) -> str:
    """What an answer says in words: message of a JSON problem or an OGC exception, title of a page, or its text."""
    text = body.decode("utf-8", "replace").strip()
    if text.startswith(("{", "[")):
        try:
            return _short(_said_by_json(json.loads(text)))
        except ValueError:
            return _short(text)
    found = re.search(
        r"<(?:\w+:)?(?:ExceptionText|ServiceException|title)\b[^>]*>(.*?)</", text, re.DOTALL | re.IGNORECASE
    )
    return _short(html.unescape(re.sub(r"<[^>]*>|<!\[CDATA\[|\]\]>", " ", found.group(1) if found else text)))


def _refusal(response: requests.Response) -> NetworkError:
    status, words = response.status_code, said(_beginning(response))
    if 300 <= status < 400:
        message, hint = tr("{service}: it has moved to another address."), tr("Check the address of the service.")
        words = response.headers.get("Location", words).partition("?")[0]
    elif status in _REFUSALS:
        message, hint = _refusals()[status]
    elif status >= 500:
        message = tr("{service}: the service is failing (HTTP {status}).")
        hint = tr("It is not your doing: try again later.")
    else:
        message, hint = tr("{service}: the request is refused (HTTP {status})."), ""
    if status == 429 and (after := response.headers.get("Retry-After")):
        hint = tr("Try again after: {when} (seconds, or date).").format(when=after)
    return _error(response, message.replace("{status}", str(status)), words, hint)


_REFUSALS = frozenset({401, 403, 404, 407, 413, 414, 429, 503})


def _refusals() -> dict[int, tuple[str, str]]:
    return {
        401: (
            tr("{service}: it asks who you are, or does not accept your credentials."),
            tr("Check the authentication configuration (Settings > Options > Authentication)."),
        ),
        403: (tr("{service}: you have no right to this."), tr("Ask the administrator of the service for the right.")),
        404: (
            tr("{service}: this does not exist there."),
            tr("Check the name or the code, and the address of the service."),
        ),
        407: (
            tr("{service}: the proxy of your network asks for a user name and a password."),
            tr("Give them in Settings > Options > Network > Proxy."),
        ),
        413: (tr("{service}: what was sent is too large for it."), tr("Try with a smaller area or file.")),
        414: (tr("{service}: what was sent is too large for it."), tr("Try with a smaller area or file.")),
        429: (tr("{service}: too many requests in a short time."), tr("Wait a minute, then try again.")),
        503: (
            tr("{service}: the service is not available (HTTP {status})."),
            tr("Maintenance or overload: try again later."),
        ),
    }


def _error(response: requests.Response, message: str, words: str, hint: str = "") -> NetworkError:
    request = Request(getattr(response.request, "method", None) or "GET", response.url or "")
    error = request.error(
        message, f"HTTP {response.status_code} {response.reason or ''}".strip(), hint, ServerError, words
    )
    if isinstance(error, ServerError):
        error.status = response.status_code
    return error


def _not_what(response: requests.Response, promised: str, detail: str) -> NetworkError:
    if not response.content:
        return _error(response, tr("{service}: the answer is empty."), "", tr("Try again later."))
    message = tr("{service}: the answer is not {format}.").replace("{format}", promised)
    return _error(response, message, said(_beginning(response)) or detail)


def _refuse_doctype(response: requests.Response, content: bytes) -> None:
    """Refuses entities: a document of a service has none, and they are how XML attacks its reader."""
    reader = QXmlStreamReader(content)
    while not reader.atEnd():
        token = reader.readNext()
        if token == QXmlStreamReader.TokenType.DTD:
            raise _error(response, tr("{service}: the answer holds a DOCTYPE; it was not read."), "")
        if token == QXmlStreamReader.TokenType.StartElement:
            return


def _beginning(response: requests.Response) -> bytes:
    known = getattr(response, "beginning", None)
    return known if isinstance(known, bytes) else response.content[:4096]


def _is_exception(beginning: bytes) -> bool:
    root = re.match(_PROLOG + rb"<(?:[\w.-]+:)?(?:%b)\b" % b"|".join(_EXCEPTIONS), beginning, re.DOTALL)
    return root is not None and not _is_page(beginning)


def _is_page(beginning: bytes) -> bool:
    return re.match(_PROLOG + rb"<html\b", beginning, re.DOTALL | re.IGNORECASE) is not None or (
        re.match(rb"\W*<!doctype\s+html", beginning, re.IGNORECASE) is not None
    )


def _said_by_json(value: Any) -> str:
    if isinstance(value, dict):
        parts = [_said_by_json(value[key]) for key in _SAYS if value.get(key)]
        return " ".join(dict.fromkeys(parts)) or " ".join(_said_by_json(part) for part in value.values())
    if isinstance(value, list):
        return " ".join(_said_by_json(part) for part in value)
    return str(value)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST] + "…"
