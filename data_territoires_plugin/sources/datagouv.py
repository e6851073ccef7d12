"""The newest file of a data set of data.gouv.fr: its resources are made anew each month, the data set stays."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatch
from typing import TYPE_CHECKING, Any

from ..errors import SourceError
from ..i18n import tr
from ..network import endpoint, json_answer, session

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qgis.core import QgsFeedback

_TIMEOUT = (10.0, 30.0)


@dataclass(frozen=True)
class Resource:
    """A file of a data set."""

    url: str
    title: str
    edition: str  # YYYY-MM-DD


def newest(options: Mapping[str, str], feedback: QgsFeedback) -> Resource:
    """The newest main resource of a `dataset` whose `title` (with * and ?) and `format` are those wanted.

    Raises NetworkError; SourceError where the data set has no such resource.
    """
    dataset = options["dataset"]
    with session(feedback=feedback) as web:
        document = json_answer(web.get(f"{endpoint('datagouv')}/1/datasets/{dataset}/", timeout=_TIMEOUT))
    resources = document.get("resources", []) if isinstance(document, dict) else []
    found = [resource for resource in resources if isinstance(resource, dict) and _suits(resource, options)]
    if not found:
        raise SourceError(
            tr("the data set has no such file any more"),
            detail=", ".join(str(resource.get("title")) for resource in resources if isinstance(resource, dict)),
        )
    chosen = max(found, key=lambda resource: str(resource.get("last_modified") or resource.get("created_at") or ""))
    changed = str(chosen.get("last_modified") or chosen.get("created_at") or "")[:10]
    return Resource(str(chosen["url"]), str(chosen.get("title") or ""), changed)


def _suits(resource: dict[str, Any], options: Mapping[str, str]) -> bool:
    title, kind = str(resource.get("title") or "").lower(), str(resource.get("format") or "").lower()
    return (
        bool(resource.get("url"))
        and resource.get("type", "main") in ("main", "update")
        and fnmatch(title, options.get("title", "*").lower())
        and kind == options.get("format", kind).lower()
    )
