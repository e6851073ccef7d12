"""The names of the services that an entry may give. Their addresses are the business of `network`, which needs QGIS."""

from __future__ import annotations

import json
from pathlib import Path

from ..paths import resources
from ..settings import ENDPOINTS, setting
from .files import FILE

OSM = "osm"  # an extract of OpenStreetMap that the user names; the layer is a theme
LOCAL = "local"  # the service of a file: its path is written relative to the catalogue file
# Any server of a standard protocol: `layer` is then the whole address. A service of the list of addresses says its
# protocol by the end of its name: georisques_wfs.
PROTOCOLS = ("ogcapi", "wfs", "featureserver", "stac")


def service_names() -> frozenset[str]:
    """The services shipped, those of the file named by DATA_TERRITOIRES_ENDPOINTS, `local`, `file` and the protocols.

    A file that can't be read adds nothing: `network` says so when a service is asked for.
    """
    named = setting(ENDPOINTS)
    files = [resources() / "endpoints.json", *([Path(named)] if named else [])]
    return frozenset(name for path in files for name in _names(path)) | {LOCAL, FILE, OSM, *PROTOCOLS}


def protocol(service: str) -> str:
    """The protocol of a service whose name ends with it, "" for the others."""
    last = service.rpartition("_")[2]
    return last if last in PROTOCOLS else ""


def _names(path: Path) -> list[str]:
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError):
        return []
    return list(content) if isinstance(content, dict) else []
