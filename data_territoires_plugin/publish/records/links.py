"""The links of a record, tried as anybody would follow them: without credentials."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ...errors import NetworkError
from ...i18n import tr
from ...network import checked, session
from ...sources.base import stop_if_cancelled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.core import QgsFeedback

    from ...metadata.record import Link

_TIMEOUT = (10.0, 20.0)
_SERVICES = ("WMS", "WFS", "WMTS", "WCS", "CSW")


@dataclass(frozen=True)
class Tried:
    """A link, and why it leads nowhere; "" where it answers."""

    link: Link
    problem: str


def tried(links: Sequence[Link], feedback: QgsFeedback) -> tuple[Tried, ...]:
    """Each link followed once. A link that doesn't answer is told, and doesn't stop the publication. Cancelled."""
    told = []
    with session(feedback=feedback) as web:
        web.patience = type(web.patience)(*_TIMEOUT, retries=0)
        for link in links:
            stop_if_cancelled(feedback)
            try:
                with web.get(_asked(link), stream=True) as answer:
                    checked(answer) if "html" not in answer.headers.get("Content-Type", "") else _page(answer)
                told.append(Tried(link, ""))
            except NetworkError as error:
                told.append(Tried(link, error.message))
    return tuple(told)


def _page(answer: object) -> None:
    """A page for people is what many links lead to: its status is enough."""
    if not getattr(answer, "ok", False):
        checked(answer)  # type: ignore[arg-type]


def _asked(link: Link) -> str:
    """The address; for a service without a request, that of its capabilities."""
    service = next((one for one in _SERVICES if link.protocol.upper().startswith(f"OGC:{one}")), "")
    if not service or "request=" in link.url.lower():
        return link.url
    join = "&" if urlsplit(link.url).query else "?"
    return f"{link.url.rstrip('?&')}{join}SERVICE={service}&REQUEST=GetCapabilities"


def problems(all_tried: Sequence[Tried]) -> tuple[str, ...]:
    """What to tell of those that don't answer."""
    return tuple(
        tr("The link “{name}” ({url}) does not answer: {problem}").format(
            name=one.link.name, url=one.link.url, problem=one.problem
        )
        for one in all_tried
        if one.problem
    )
