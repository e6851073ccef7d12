"""The saved connections: where a layer was published, under a name, in QGIS's settings. Never a secret among them."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, fields

from ..i18n import tr
from ..settings import save_setting, setting
from .targets.base import TargetError

SETTING = "connections"  # JSON: name → connection
_SECRET = re.compile(
    r"://[^/@\s]*:[^/@\s]*@|\bpass(?:word|wd)?\s*=|[?&](?:api_?key|token|access_token)=", re.IGNORECASE
)


@dataclass(frozen=True)
class Connection:
    """A place under a name. `authcfg`: the id of an authentication configuration; what it holds stays in QGIS."""

    name: str
    target: str
    type: str
    collection: str = ""  # {layer}: the name of the layer
    authcfg: str = ""
    platform: str = ""  # the profile it was made from


def connections() -> dict[str, Connection]:
    """Those that are saved, by name, in their order. What can't be read is left out: the setting may be hand-made."""
    try:
        held = json.loads(setting(SETTING) or "{}")
        known = {field.name for field in fields(Connection)} - {"name"}
        return {
            str(name): Connection(str(name), **{key: str(value) for key, value in one.items() if key in known})
            for name, one in held.items()
        }
    except (ValueError, TypeError, AttributeError):
        return {}


def save(connection: Connection) -> None:
    """Keeps a connection; one of the same name gives way. TargetError: its address holds a password."""
    refuse_secret(connection.target)
    _write({**connections(), connection.name: connection})


def forget(name: str) -> None:
    """Drops a connection."""
    _write({key: one for key, one in connections().items() if key != name})


def has_secret(address: str) -> bool:
    """Whether an address holds a password or a key."""
    return bool(_SECRET.search(address))


def refuse_secret(address: str) -> None:
    """TargetError where an address holds a password or a key: it is kept in settings, journals and reports."""
    if has_secret(address):
        raise TargetError(
            tr("An address must not hold a password: it is written in journals and reports."),
            hint=tr("Put the name and the password into an authentication configuration, and take them off."),
        )


def _write(held: dict[str, Connection]) -> None:
    texts = {name: {key: value for key, value in asdict(one).items() if key != "name"} for name, one in held.items()}
    save_setting(SETTING, json.dumps(texts, ensure_ascii=False))
