"""The places to publish to, one module each. Adding one: a module beside this one, and a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...errors import DataTerritoiresError
from ...i18n import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.core import QgsCoordinateReferenceSystem

    from ..content import Column
    from .base import Target

TYPES = ("ogcapi", "wfst", "postgis")


def target_of(
    type_: str,
    address: str,
    collection: str,
    key: str,
    columns: Sequence[Column],
    crs: QgsCoordinateReferenceSystem,
    authcfg: str,
) -> Target:
    """The target of a type. DataTerritoiresError: a type that isn't known."""
    if type_ == "ogcapi":
        from .ogc_features import OgcFeatures

        url = address.rstrip("/")
        if collection and "/collections/" not in url:
            url = f"{url}/collections/{collection}"
        return OgcFeatures(url, key, columns, crs, authcfg)
    if type_ == "wfst":
        from .wfst import WfsT

        return WfsT(address, collection, key, columns, crs, authcfg)
    if type_ == "postgis":
        from .postgis import PostGis

        return PostGis(address, collection, key, columns, authcfg)
    raise DataTerritoiresError(
        tr("“{type}” is not a kind of platform that can be published to.").format(type=type_),
        hint=tr("Known kinds: {types}.").format(types=", ".join(TYPES)),
    )
