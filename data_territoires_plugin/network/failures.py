"""The failures of an exchange, in the user's words: which service, which request, what happened, what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..errors import NetworkError
from ..i18n import tr
from .addresses import shown
from .endpoints import service_of
from .proxies import through_proxy

if TYPE_CHECKING:
    from qgis.PyQt.QtNetwork import QNetworkReply


class LostError(NetworkError):
    """The connection broke on the way: a request that only reads may be sent again."""


@dataclass(frozen=True)
class Request:
    """What a message needs to know of a request."""

    method: str
    url: str

    @property
    def service(self) -> str:
        """The name of the service and its host."""
        return service_of(self.url).name

    def __str__(self) -> str:
        return f"{self.method} {shown(self.url)}"

    def error(
        self, message: str, detail: str = "", hint: str = "", kind: type[NetworkError] = NetworkError, words: str = ""
    ) -> NetworkError:
        """An error: `message` with a place for {service}, the `words` of the service; the detail shows the request."""
        quoted = f" «{words}»" if words else ""
        return kind(message.format(service=self.service) + quoted, f"{self}: {detail}".rstrip(": "), hint)


def connection_timeout(request: Request, seconds: float) -> NetworkError:
    """No connection within the limit."""
    return request.error(
        tr("{service}: no connection after {seconds} s.").replace("{seconds}", _figure(seconds)),
        "connection limit",
        tr("Check the Internet connection and the proxy (Settings > Options > Network), then try again."),
    )


def silence(request: Request, seconds: float, received: int) -> NetworkError:
    """Connected, and no byte within the limit; a transfer that had begun may be tried again."""
    if received:
        message = tr("{service}: the transfer stopped; nothing came for {seconds} s.")
    else:
        message = tr("{service}: no answer after {seconds} s.")
    return request.error(
        message.replace("{seconds}", _figure(seconds)),
        f"idle limit, {received} bytes received",
        tr("The service may be overloaded: try again later, or on a smaller area."),
        LostError if received else NetworkError,
    )


def qgis_timeout(request: Request) -> NetworkError:
    """Something else than us ended the request: QGIS's own limit, or a preprocessor."""
    return request.error(
        tr("{service}: QGIS ended the request before it was complete."),
        "operation canceled",
        tr("The limit is in Settings > Options > Network > Timeout."),
    )


def too_big(request: Request, limit: int) -> NetworkError:
    """The answer is larger than this kind of answer may be."""
    return request.error(
        tr("{service}: the answer is larger than {size} MB; it was not read further.").replace(
            "{size}", _figure(limit / 1e6)
        ),
        f"size limit {limit} bytes",
        tr("Try on a smaller area."),
    )


def truncated(request: Request, received: int) -> NetworkError:
    """The compressed answer has no end."""
    return request.error(
        tr("{service}: the answer came incomplete."),
        f"{received} bytes received, the end is missing",
        tr("The connection was cut on the way: try again."),
        LostError,
    )


def disk(request: Request, error: OSError) -> NetworkError:
    """The temporary file of a large answer can't be written, or the file to send can't be read."""
    return request.error(
        tr("{service}: the transfer failed on this computer's disk."),
        str(error),
        tr("Check the room left on the disk of the temporary folder."),
    )


def reply_error(request: Request, reply: QNetworkReply, tls_errors: tuple[str, ...]) -> NetworkError:
    """What Qt says, in the user's words."""
    from qgis.PyQt.QtNetwork import QNetworkReply

    code = QNetworkReply.NetworkError
    error = reply.error()  # type: ignore[operator]  # (a signal of Qt 5 has this name too)
    detail = "; ".join((reply.errorString(), *tls_errors))
    if error == code.SslHandshakeFailedError or tls_errors:
        return request.error(tr("{service}: its certificate is refused."), detail, _tls_hint())
    if error == code.ProxyAuthenticationRequiredError:
        message = tr("{service}: the proxy of your network asks for a user name and a password.")
        hint = tr("Give them in Settings > Options > Network > Proxy.")
    elif error in _proxy_errors() or (error == code.ConnectionRefusedError and through_proxy(request.url)):
        message = tr("{service}: the proxy of your network can't be reached or refuses the request.")
        hint = tr("Check its address in Settings > Options > Network > Proxy.")
    elif error == code.HostNotFoundError:
        message, hint = tr("{service}: the name of this server is not found."), _access_hint()
    elif error == code.ConnectionRefusedError:
        message, hint = tr("{service}: the connection is refused."), _access_hint()
    else:
        message, hint = tr("{service}: the connection was cut."), tr("Try again in a moment.")
        return request.error(message, detail, hint, LostError)
    return request.error(message, detail, hint)


def _proxy_errors() -> tuple[QNetworkReply.NetworkError, ...]:
    from qgis.PyQt.QtNetwork import QNetworkReply

    code = QNetworkReply.NetworkError
    return (
        code.ProxyConnectionRefusedError,
        code.ProxyConnectionClosedError,
        code.ProxyNotFoundError,
        code.ProxyTimeoutError,
        code.UnknownProxyError,
    )


def _access_hint() -> str:
    return tr("Check the Internet connection, the proxy (Settings > Options > Network) and the address of the service.")


def _tls_hint() -> str:
    return tr(
        "If the proxy of your network rewrites certificates, add its authority in"
        " Settings > Options > Authentication > Manage Certificates > Authorities."
    )


def _figure(number: float) -> str:
    return f"{number:g}"
