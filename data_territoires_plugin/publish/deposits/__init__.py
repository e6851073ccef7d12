"""The places that take a whole dataset at once, one module each. Adding one: a module beside this one, a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...errors import DataTerritoiresError
from ...i18n import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.core import QgsCoordinateReferenceSystem

    from ..content import Column
    from ..journal import Journal
    from .base import Deposit

TYPES = ("folder", "geoserver", "datagouv", "bal", "entrepot")
_NAME_THEMSELVES = frozenset(("datagouv",))  # the place gives a new dataset its identifier


def deposit_of(
    type_: str,
    address: str,
    collection: str,
    key: str,
    columns: Sequence[Column],
    crs: QgsCoordinateReferenceSystem,
    authcfg: str,
) -> Deposit:
    """The place of a type. `collection`: the dataset there. DataTerritoiresError: a type that isn't known."""
    if type_ == "folder":
        from .folder import Folder

        return Folder(address, collection, key, columns, crs, authcfg)
    if type_ == "datagouv":
        from .datagouv import DataGouv

        return DataGouv(address, collection, key, columns, crs, authcfg)
    if type_ == "bal":
        from .bal import BalDeposit

        return BalDeposit(address, collection, key, columns, crs, authcfg)
    if type_ == "entrepot":
        from .entrepot import Entrepot

        return Entrepot(address, collection, key, columns, crs, authcfg)
    if type_ == "geoserver":
        from .geoserver.deposit import GeoServer

        return GeoServer(address, collection, key, columns, crs, authcfg)
    raise DataTerritoiresError(
        tr("“{type}” is not a kind of platform that can be published to.").format(type=type_),
        hint=tr("Known kinds: {types}.").format(types=", ".join(TYPES)),
    )


def collection_there(type_: str, collection: str, journal: Journal) -> str:
    """What names the dataset of a journal for whoever goes on with it: some places name it when it is staged."""
    if type_ not in _NAME_THEMSELVES:
        return collection
    from .depositing import RUN, STAGED

    return f"{journal.noted(STAGED) or collection}#run:{journal.noted(RUN)}"
