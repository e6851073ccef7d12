"""The services and their addresses: data that an authority, a test or the training kit may replace."""

from __future__ import annotations

import json
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from .. import paths, settings
from ..errors import NetworkError
from ..i18n import tr

_LIMITS = "rate_limits.json"
_DEFAULTS = "endpoints.json"


@dataclass(frozen=True)
class Service:
    """The service that an address belongs to.

    `name` is for messages, `limit` the key of its rate; `rate`, in requests per second, is None where the service
    publishes no limit.
    """

    name: str
    limit: str
    rate: float | None


def endpoint(name: str) -> str:
    """The base address of a service, without a final slash.

    The file named by DATA_TERRITOIRES_ENDPOINTS (or the setting of the plugin) replaces the defaults, name by name.
    NetworkError: a name that isn't known, a file that is missing or isn't JSON.
    """
    addresses = _addresses()
    if name in addresses:
        return addresses[name]
    near = ", ".join(get_close_matches(name, addresses, n=3))
    raise NetworkError(
        tr("No service is called «{name}».").format(name=name),
        hint=tr("Nearest names: {names}.").format(names=near) if near else "",
    )


def endpoints() -> dict[str, str]:
    """Every service and its base address."""
    return dict(_addresses())


def service_of(url: str) -> Service:
    """The service an address belongs to: its base is the longest beginning of it. Else its host, without limit."""
    addresses, rates = _addresses(), _rates(str(paths.resources() / _LIMITS))
    name = _longest({service: base for service, base in addresses.items() if _begins(url, base)})
    bases = {limit: _limit_base(limit, addresses) for limit in rates}
    limit = _longest({key: base for key, base in bases.items() if base and _begins(url, base)})
    host = urlsplit(url).hostname or url
    # A limit of a wider service doesn't hold for a narrower one that publishes none.
    if limit and name and len(bases[limit]) < len(addresses[name]):
        limit = ""
    return Service(f"{name} ({host})" if name else host, limit, rates.get(limit))


def _limit_base(limit: str, addresses: dict[str, str]) -> str:
    """The address a limit holds for: «geopf_navigation/isochrone» is a path of the service geopf_navigation."""
    service, _, path = limit.partition("/")
    base = addresses.get(service, "")
    return f"{base}/{path}" if base and path else base


def _longest(candidates: dict[str, str]) -> str:
    return max(candidates, key=lambda name: len(candidates[name]), default="")


def _begins(url: str, base: str) -> bool:
    return url.startswith(base) and url[len(base) : len(base) + 1] in ("", "/", "?", "#")


def _addresses() -> dict[str, str]:
    own = settings.setting(settings.ENDPOINTS)
    defaults = _read(str(paths.resources() / _DEFAULTS), 0)
    if not own:
        return defaults
    try:
        changed = Path(own).stat().st_mtime_ns
    except OSError as error:
        raise NetworkError(
            tr("The file of the services' addresses can't be read: {path}").format(path=own),
            detail=str(error),
            hint=tr("Correct or remove DATA_TERRITOIRES_ENDPOINTS, or the setting of the plugin that names this file."),
        ) from error
    return {**defaults, **_read(own, changed)}


@lru_cache(maxsize=8)
def _read(path: str, _changed: int) -> dict[str, str]:
    try:
        content = json.loads(Path(path).read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise _bad_file(path, str(error)) from error
    if not isinstance(content, dict) or not all(
        isinstance(base, str) and urlsplit(base).scheme in ("http", "https") for base in content.values()
    ):
        raise _bad_file(path, "not an object of http(s) addresses")
    return {name: base.rstrip("/?&") for name, base in content.items()}


@lru_cache(maxsize=2)
def _rates(path: str) -> dict[str, float]:
    return {key: float(rate) for key, rate in json.loads(Path(path).read_text(encoding="utf-8")).items()}


def _bad_file(path: str, detail: str) -> NetworkError:
    return NetworkError(
        tr("The file of the services' addresses is not valid: {path}").format(path=path),
        detail=detail,
        hint=tr('It must be JSON, one name and one address per service: {{"api_geo": "https://…"}}').format(),
    )
