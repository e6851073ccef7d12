"""The catalogues that a metadata record is published to, one module each. Adding one: a module, and a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...errors import DataTerritoiresError
from ...i18n import tr

if TYPE_CHECKING:
    from .base import Catalogue

TYPES = ("ogcrecords", "csw", "geonetwork", "datagouv")


def catalogue_of(type_: str, address: str, authcfg: str, group: str = "") -> Catalogue:
    """The catalogue of a type. `group`: who owns new records there, where the catalogue knows groups.

    DataTerritoiresError: a type that isn't known.
    """
    if type_ == "ogcrecords":
        from .ogc_records import OgcRecords

        return OgcRecords(address, authcfg)
    if type_ == "csw":
        from .csw import CswTransactions

        return CswTransactions(address, authcfg)
    if type_ == "geonetwork":
        from .geonetwork import GeoNetwork

        return GeoNetwork(address, authcfg, group)
    if type_ == "datagouv":
        from .datagouv import DataGouvRecord

        return DataGouvRecord(address, authcfg)
    raise DataTerritoiresError(
        tr("“{type}” is not a kind of catalogue that records can be published to.").format(type=type_),
        hint=tr("Known kinds: {types}.").format(types=", ".join(TYPES)),
    )
