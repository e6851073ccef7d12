"""Where a redirect may lead. QGIS would follow with the credentials (qgis/QGIS#66124) and send a write again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from ..errors import NetworkError, ServerError
from ..i18n import tr
from .addresses import origin, shown, without_user

if TYPE_CHECKING:
    from .exchange import Answer, Call

LONGEST = 10
_STATUSES = frozenset({301, 302, 303, 307, 308})
_SAME_METHOD = frozenset({307, 308})
# What may go to another server: nothing here says who we are.
_HARMLESS = frozenset({"accept", "accept-language", "if-modified-since", "if-none-match", "range"})


def redirected(answer: Answer) -> bool:
    """Whether the answer sends elsewhere."""
    return answer.status in _STATUSES and bool(answer.header("Location"))


def next_call(call: Call, answer: Answer, *, reads: bool) -> Call:
    """The request that follows a redirect. ServerError where it may not be followed.

    A GET is followed anywhere, but to another origin without credentials, cookies or keys; a POST that reads only
    within its origin and where the status keeps the method; a write never.
    """
    target = without_user(urljoin(call.url, answer.header("Location")))
    scheme = urlsplit(target).scheme.lower()
    if scheme not in ("http", "https") or (scheme == "http" and urlsplit(call.url).scheme == "https"):
        raise _refused(call, target, tr("{service}: it sends to an address that is not secure; it was not followed."))
    same_origin = origin(target) == origin(call.url)
    if call.method in ("GET", "HEAD"):
        moved = replace(call, url=target)
        return moved if same_origin else replace(moved, headers=_harmless(call.headers), authcfg="")
    if reads and same_origin and answer.status in _SAME_METHOD:
        return replace(call, url=target)
    raise _refused(call, target, tr("{service}: it has moved to another address; nothing was sent there."))


def too_many(call: Call) -> NetworkError:
    """The redirects never end."""
    return call.request.error(
        tr("{service}: it sends from one address to another without end."),
        f"more than {LONGEST} redirects",
        tr("Check the address of the service."),
        ServerError,
    )


def _harmless(headers: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in headers if name.lower() in _HARMLESS)


def _refused(call: Call, target: str, message: str) -> NetworkError:
    return call.request.error(
        message,
        f"Location: {shown(target)}",
        tr("Check the address of the service: it answers now at {url}").format(url=shown(target)),
        ServerError,
    )
