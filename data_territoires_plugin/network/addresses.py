"""What can be said of an address: its origin, and how it may be shown without its secrets."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from ..errors import NetworkError
from ..i18n import tr

if TYPE_CHECKING:
    from urllib.parse import SplitResult

_SECRETS = ("key", "token", "secret", "password", "passwd", "pwd", "signature", "credential", "auth", "code")
_LONGEST = 300
_SHOWN = 80  # characters
_PORTS = {"http": 80, "https": 443}


def is_web(text: str) -> bool:
    """Whether a text that a user gives is the address of a page or of a service, rather than a file or a name."""
    return text.strip().lower().startswith(("http://", "https://"))


def parts_of(url: str) -> SplitResult:
    """The parts of an address of the web. Raises NetworkError where it is none, or is badly written."""
    try:
        parts = urlsplit(url.strip())
        host, _port = parts.hostname, parts.port  # a port that is no number is only found when it is asked for
    except ValueError as error:
        raise not_an_address(url) from error
    if not is_web(url) or not host:
        raise not_an_address(url)
    return parts


def not_an_address(url: str) -> NetworkError:
    """The error for a text that is not an address of the web; neither a password nor a key of it is shown."""
    bare = url.rpartition("@")[2].partition("?")[0]
    short = bare if len(bare) <= _SHOWN else bare[:_SHOWN] + "…"
    return NetworkError(
        tr("“{text}” is not the address of a web service.").format(text=short),
        hint=tr("It begins with https:// and the name of the server, as https://www.example.fr/geoserver."),
    )


def origin(url: str) -> tuple[str, str, int | None]:
    """Scheme, host and port: two addresses share their credentials only when all three are the same."""
    parts = urlsplit(url)
    return parts.scheme.lower(), (parts.hostname or "").lower(), parts.port or _PORTS.get(parts.scheme.lower())


def without_user(url: str) -> str:
    """The address without `user:password@`: what authenticates travels in a header, never in an address."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def shown(url: str) -> str:
    """The address as a message or a log may show it: no user, no key, not longer than a few lines."""
    parts = urlsplit(without_user(url))
    query = urlencode(
        [(name, "…" if _is_secret(name) else value) for name, value in parse_qsl(parts.query, keep_blank_values=True)],
        safe="…:,/()",
    )
    text = urlunsplit(parts._replace(query=query, fragment=""))
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def _is_secret(name: str) -> bool:
    lowered = name.lower()
    return any(lowered == secret or lowered.endswith(secret) for secret in _SECRETS[:-1]) or lowered == _SECRETS[-1]
