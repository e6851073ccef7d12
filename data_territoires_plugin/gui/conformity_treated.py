"""What the user has ticked as treated: kept in the project, by what each finding is, never in the layer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from qgis.core import QgsProject

if TYPE_CHECKING:
    from collections.abc import Collection

    from .conformity_findings import Identity

_SCOPE, _KEY = "data_territoires", "treated"


def treated(subject: str) -> set[Identity]:
    """What was ticked of this layer or folder, in this project."""
    return {tuple(identity) for identity in _all().get(subject, [])}


def keep_treated(subject: str, identities: Collection[Identity]) -> None:
    """Keeps what is ticked of this layer or folder; the project then has something to save."""
    every = _all()
    if identities:
        every[subject] = sorted(list(identity) for identity in identities)
    else:
        every.pop(subject, None)
    QgsProject.instance().writeEntry(_SCOPE, _KEY, json.dumps(every, ensure_ascii=False))


def _all() -> dict[str, list[list[str]]]:
    """Everything that the project holds. What somebody else has written there is left out."""
    text, _found = QgsProject.instance().readEntry(_SCOPE, _KEY, "{}")
    try:
        held = json.loads(text)
    except ValueError:
        return {}
    if not isinstance(held, dict):
        return {}
    return {
        str(subject): [[str(part) for part in one] for one in ticked if isinstance(one, list)]
        for subject, ticked in held.items()
        if isinstance(ticked, list)
    }
