"""The `requests` interface on QGIS's network stack: retries, rate limits, redirects, size limits."""

from __future__ import annotations

import email.utils
import io
import secrets
import time
from dataclasses import dataclass
from http.client import HTTPMessage
from types import SimpleNamespace
from typing import IO, TYPE_CHECKING, Any, cast

import requests
from requests.adapters import BaseAdapter, HTTPAdapter
from requests.utils import super_len
from urllib3 import HTTPHeaderDict, HTTPResponse

from .. import settings
from ..errors import OfflineError
from ..i18n import tr
from . import redirects
from .addresses import not_an_address, parts_of
from .endpoints import service_of
from .exchange import Answer, Call, Feedback, Limits, exchange, stop_if_cancelled
from .failures import LostError
from .identity import prepare
from .pool import in_qt_thread
from .qt_threads import network_manager
from .throttle import Throttle, pause, throttle

if TYPE_CHECKING:
    from collections.abc import Mapping

# The largest document (JSON, XML, CSV read whole) in bytes. A file that is streamed has no limit.
DOCUMENT = 64_000_000
_HEAD = 4096
_BUSY = frozenset({429, 502, 503, 504})
_TOO_MANY = 429


@dataclass(frozen=True)
class Patience:
    """How long we insist: seconds without connection, without byte; how many more tries, from which wait to which."""

    connect: float = 15.0
    idle: float = 60.0
    retries: int = 3
    first_wait: float = 0.5
    longest_wait: float = 120.0


@dataclass(frozen=True)
class Options:
    """What a request says beyond `requests`.

    `reads`: whether it only reads (None: as its method says); `size_limit` in bytes; `follow`: redirects too.
    """

    reads: bool | None = None
    size_limit: int | None = DOCUMENT
    follow: bool = True


class QgisSession(requests.Session):
    """A `requests` session whose requests go through QGIS.

    `idempotent_post`: every POST of this session only reads (a WFS GetFeature) and may be sent again. `patience`: its
    limits. Errors are NetworkError and its children, and Cancelled; a status of 4xx or 5xx is an answer: see `checked`.
    """

    def __init__(self, authcfg: str = "", feedback: Feedback | None = None) -> None:
        super().__init__()
        # Neither the proxies of the environment nor ~/.netrc: QGIS's settings alone.
        self.trust_env = False
        self.headers.clear()
        self.headers["Accept"] = "*/*"
        self.idempotent_post = False
        self.patience = Patience()
        self.adapters.clear()
        adapter = QgisAdapter(self, authcfg, feedback)
        self.mount("https://", adapter)
        self.mount("http://", adapter)

    def request(  # type: ignore[override]  # noqa: PLR0913, PLR0917 (the signature of requests, two more)
        self,
        method: str,
        url: str,
        params: Any = None,
        data: Any = None,
        headers: Mapping[str, str] | None = None,
        cookies: Any = None,
        files: Any = None,
        auth: Any = None,
        timeout: float | tuple[float, float] | None = None,
        allow_redirects: bool = True,
        json: Any = None,
        stream: bool = False,
        idempotent: bool | None = None,
        size_limit: int | None = DOCUMENT,
        **ignored: Any,
    ) -> requests.Response:
        """As `requests`, and: `idempotent` (a POST that only reads), `size_limit` in bytes (None: none).

        A stream has no size limit. `proxies`, `verify` and `cert` are QGIS's business and have no effect.
        """
        parts_of(url)
        asked = requests.Request(
            method.upper(), url, headers, files, data or {}, params or {}, auth, cookies, ignored.get("hooks"), json
        )
        try:
            prepared = self.prepare_request(asked)
        except requests.exceptions.InvalidURL as error:  # a name that no server can have
            raise not_an_address(url) from error
        if idempotent is None and method.upper() == "POST" and self.idempotent_post:
            idempotent = True
        options = Options(idempotent, None if stream else size_limit, allow_redirects)
        prepared.options = options  # type: ignore[attr-defined]
        return self.send(prepared, timeout=timeout, stream=stream, allow_redirects=False)

    def __repr__(self) -> str:
        return "<QgisSession>"


class QgisAdapter(BaseAdapter):
    """Carries a prepared request through QGIS. Without state: threads may share its session."""

    def __init__(self, session: QgisSession, authcfg: str, feedback: Feedback | None) -> None:
        super().__init__()
        self._session = session
        self._authcfg = authcfg
        self._feedback = feedback

    def close(self) -> None:
        """Nothing is kept open here: connections are QGIS's."""

    def send(
        self,
        request: requests.PreparedRequest,
        stream: bool = False,
        timeout: float | tuple[float | None, float | None] | None = None,
        verify: bool | str = True,
        cert: Any = None,
        proxies: Any = None,
    ) -> requests.Response:
        """Sends, insists where that is safe, follows redirects where that is safe. NetworkError, Cancelled."""
        options: Options = getattr(request, "options", Options(size_limit=None if stream else DOCUMENT))
        limits = self._limits(timeout, options.size_limit)
        call = _call(request, self._authcfg)
        reads = options.reads if options.reads is not None else call.method in ("GET", "HEAD", "OPTIONS")
        for _ in range(redirects.LONGEST + 1):
            answer = self._insist(call, limits, reads=reads)
            if not (options.follow and redirects.redirected(answer)):
                return _response(self, request, call.url, answer)
            answer.body.close()
            call = redirects.next_call(call, answer, reads=reads)
        raise redirects.too_many(call)

    def _limits(self, timeout: float | tuple[float | None, float | None] | None, size: int | None) -> Limits:
        connect, idle = timeout if isinstance(timeout, tuple) else (timeout, timeout)
        patience = self._session.patience
        return Limits(patience.connect if connect is None else connect, patience.idle if idle is None else idle, size)

    def _insist(self, call: Call, limits: Limits, *, reads: bool) -> Answer:
        """The answer, after as many tries as the service's state and the kind of request allow."""
        patience, service = self._session.patience, service_of(call.url)
        rate = throttle(service.limit, service.rate)
        tries = patience.retries if reads else 0
        for rank in range(tries):
            wait = patience.first_wait * 2**rank * (0.5 + secrets.randbelow(1000) / 1000)
            try:
                answer = self._attempt(call, limits, rate)
            except LostError:
                pause(wait, self._stop)
                continue
            asked = _retry_after(answer)
            if answer.status not in _BUSY or asked > patience.longest_wait:
                return answer
            answer.body.close()
            wait = max(wait, asked)
            if answer.status == _TOO_MANY and rate is not None:
                rate.hold(wait)
            pause(wait, self._stop)
        return self._attempt(call, limits, rate)

    def _attempt(self, call: Call, limits: Limits, rate: Throttle | None) -> Answer:
        if settings.offline():
            raise OfflineError(
                tr("Nothing is sent: the plugin is offline."),
                detail=str(call.request),
                hint=tr("Switch offline mode off in the settings of the plugin (or unset DATA_TERRITOIRES_OFFLINE)."),
            )

        def sent() -> Answer:
            # The first request of a thread sets its network manager up, which takes longer than a turn of the throttle.
            network_manager()
            if rate is not None:
                rate.wait(self._stop)
            return exchange(call, limits, self._feedback)

        return in_qt_thread(sent)

    def _stop(self) -> None:
        stop_if_cancelled(self._feedback)


def session(*, authcfg: str = "", feedback: Feedback | None = None) -> QgisSession:
    """A `requests` session through QGIS: proxy, certificates, network log, authentication configuration `authcfg`.

    `feedback` (a QgsFeedback) cancels within half a second. The configuration is applied to the address asked for, and
    no longer once a redirect leaves its origin.
    """
    prepare()
    return QgisSession(authcfg, feedback)


def _call(request: requests.PreparedRequest, authcfg: str) -> Call:
    body, length = _body(request.body)
    headers = tuple((str(name), _text(value)) for name, value in (request.headers or {}).items())
    start = body.tell() if body is not None else 0
    return Call(str(request.method), str(request.url), headers, body, start, length, authcfg)


def _body(body: Any) -> tuple[IO[bytes] | None, int]:
    """The body as a file at its beginning, and its length in bytes. A file is read as it is sent."""
    if body is None:
        return None, 0
    if isinstance(body, str):
        body = body.encode()
    if isinstance(body, (bytes, bytearray)):
        return io.BytesIO(body), len(body)
    if hasattr(body, "read"):
        return body, super_len(body)
    whole = b"".join(body)
    return io.BytesIO(whole), len(whole)


def _text(value: str | bytes) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else value


def _response(adapter: QgisAdapter, request: requests.PreparedRequest, url: str, answer: Answer) -> requests.Response:
    """The answer as `requests` shows it; `beginning` holds its first bytes, for `checked`, even when it is streamed."""
    message = HTTPMessage()
    for name, value in answer.headers:
        message[name] = value
    raw = HTTPResponse(
        body=answer.body,
        headers=HTTPHeaderDict(answer.headers),
        status=answer.status,
        reason=answer.reason,
        preload_content=False,
        decode_content=False,
        request_method=request.method,
        original_response=cast("Any", SimpleNamespace(msg=message, isclosed=lambda: True, close=lambda: None)),
    )
    beginning = answer.body.read(_HEAD)
    answer.body.seek(0)
    response = HTTPAdapter.build_response(cast("HTTPAdapter", adapter), request, raw)
    response.url = url
    response.beginning = beginning  # type: ignore[attr-defined]
    return response


def _retry_after(answer: Answer) -> float:
    """The seconds that Retry-After asks for, as a number or as a date; 0 without it."""
    text = answer.header("Retry-After").strip()
    if text.isdigit():
        return float(text)
    try:
        return max(0.0, email.utils.parsedate_to_datetime(text).timestamp() - time.time()) if text else 0.0
    except ValueError:
        return 0.0
