"""What a configuration of the Entrepôt, its stored data and its offering say of themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...i18n import tr
from ...network import endpoint
from ..targets.base import TargetError

if TYPE_CHECKING:
    from .gpf import Json


def used_in(configuration: Json) -> str:
    """The stored data that a configuration shows. TargetError: it shows several, made by other means."""
    used = (configuration.get("type_infos") or {}).get("used_data") or [{}]
    if len(used) > 1 or len(used[0].get("relations") or []) > 1:
        raise TargetError(
            tr("This layer of the Géoplateforme shows several tables: it was made by other means."),
            hint=tr("Choose another name, so that nothing of it is lost."),
        )
    return str(used[0].get("stored_data") or "")


def relation_of(configuration: Json) -> Json:
    """The table that a configuration shows, {} where it shows none."""
    used = (configuration.get("type_infos") or {}).get("used_data") or [{}]
    return dict((used[0].get("relations") or [{}])[0])


def said_of(configuration: Json) -> Json:
    """Title, abstract and keywords of the layer."""
    relation = relation_of(configuration)
    told = {name: str(relation.get(name) or "") for name in ("title", "abstract")}
    return told | {"keywords": list(relation.get("keywords") or [])}


def attributes_of(stored: Json, table: str) -> tuple[str, ...]:
    """The columns of a table of stored data, its shapes aside."""
    relations = (stored.get("type_infos") or {}).get("relations") or []
    found: Json = next((each for each in relations if each.get("name") == table), {})
    return tuple(
        name for name, type_ in (found.get("attributes") or {}).items() if not str(type_).startswith("geometry")
    )


def wfs_of(offering: Json) -> str:
    """The address of the WFS of an offering."""
    for each in offering.get("urls") or []:
        if isinstance(each, dict) and each.get("type") == "WFS":
            return str(each["url"]).partition("?")[0]
    return endpoint("geopf_wfs")
