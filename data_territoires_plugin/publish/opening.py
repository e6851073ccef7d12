"""The kinds of places to publish to, one module each. Adding one: its module, and a line here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from ..errors import DataTerritoiresError
from ..i18n import tr

if TYPE_CHECKING:
    from .deposits.base import Deposit
    from .targets.base import Dataset, Target

_ROWS = {  # features go one by one, or in batches
    "ogcapi": ("targets.ogc_features", "OgcFeatures"),
    "wfst": ("targets.wfst", "WfsT"),
    "postgis": ("targets.postgis", "PostGis"),
    "grist": ("targets.grist", "Grist"),
}
_WHOLE = {  # a whole dataset takes the place of the former one
    "folder": ("deposits.folder", "Folder"),
    "geoserver": ("deposits.geoserver.deposit", "GeoServer"),
    "datagouv": ("deposits.datagouv", "DataGouv"),
    "bal": ("deposits.bal", "BalDeposit"),
    "entrepot": ("deposits.entrepot", "Entrepot"),
}
TYPES = (*_ROWS, *_WHOLE)


def is_whole(type_: str) -> bool:
    """Whether a place of this type takes a whole dataset at once."""
    return type_ in _WHOLE


def opened(type_: str, dataset: Dataset) -> Target | Deposit:
    """The dataset of a platform, ready to be asked. DataTerritoiresError: a type that isn't known."""
    module, name = (_ROWS | _WHOLE).get(type_, ("", ""))
    if not module:
        raise DataTerritoiresError(
            tr("“{type}” is not a kind of platform that can be published to.").format(type=type_),
            hint=tr("Known kinds: {types}.").format(types=", ".join(TYPES)),
        )
    made = getattr(import_module(f".{module}", __package__), name)
    return cast("Target | Deposit", made(dataset))
