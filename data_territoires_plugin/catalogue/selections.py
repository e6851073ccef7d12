"""The ready selections: a subject, and the layers of the catalogue that it wants (resources/selections.yaml). No QGIS.

The subjects are those of the themes of the Fabrique de la donnée territoriale.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import yaml

from ..errors import CatalogueError
from ..i18n import tr
from ..paths import resources


@dataclass(frozen=True)
class Selection:
    """A subject and the ids of its layers."""

    id: str
    title: str
    layers: tuple[str, ...]
    purpose: str = ""  # what it serves, in a sentence


@lru_cache(maxsize=1)
def selections() -> tuple[Selection, ...]:
    """The selections shipped. Raises CatalogueError where their file is wrong."""
    path = resources() / "selections.yaml"
    try:
        read = yaml.safe_load(path.read_text(encoding="utf-8"))
        return tuple(
            Selection(str(id_), str(one["title"]), tuple(one["layers"]), str(one["purpose"]))
            for id_, one in read.items()
        )
    except (OSError, yaml.YAMLError, AttributeError, KeyError, TypeError) as error:
        raise CatalogueError(
            tr("The file of the ready selections can't be read."), f"{path}: {error}", tr("Install the plugin again.")
        ) from error
