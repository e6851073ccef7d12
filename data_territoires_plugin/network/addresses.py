"""What can be said of an address: its origin, and how it may be shown without its secrets."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_SECRETS = ("key", "token", "secret", "password", "passwd", "pwd", "signature", "credential", "auth", "code")
_LONGEST = 300
_PORTS = {"http": 80, "https": 443}


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
