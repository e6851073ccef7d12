"""The coordinate reference system of a delivery: that of the layers where the standard takes it, else the legal one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...errors import StandardError, TerritoryError
from ...i18n import tr
from ...territory.cog import of_code
from ...territory.legal_crs import legal_crs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..engine.subject import Subject
    from ..model import Standard
    from .names import Naming


def delivery_crs(standard: Standard, subjects: Sequence[Subject], names: Naming) -> str:
    """One CRS for all the layers (EPSG:2154); "" where none has shapes. StandardError where none can be chosen."""
    known = [subject.crs for subject in subjects if subject.kind is not None]
    if not known:
        return ""
    without = next((subject.name for subject in subjects if subject.kind is not None and not subject.crs), "")
    if without:
        raise StandardError(
            tr("The layer “{name}” has no coordinate reference system.").format(name=without),
            hint=tr("Set it in the properties of the layer, then deliver again."),
        )
    allowed = standard.crs or tuple(crs for table in standard.tables if table.geometry for crs in table.geometry.crs)
    if not allowed or known[0] in allowed:
        return known[0]
    legal = _legal(names.code)
    if legal in allowed:
        return legal
    if len(allowed) == 1:
        return allowed[0]
    raise StandardError(
        tr("The standard “{title}” refuses {crs}.").format(title=standard.title, crs=known[0]),
        hint=tr("It allows: {list}.").format(list=", ".join(allowed)),
    )


def place_name(code: str) -> str:
    """The name of the commune or EPCI of that code; "" where none bears it."""
    found = of_code(code, ("commune", "epci", "departement")) if code else []
    return found[0].name if found else ""


def _legal(code: str) -> str:
    found = of_code(code, ("commune", "epci", "departement")) if code else []
    try:
        return legal_crs(found[0]) if found else ""
    except TerritoryError:
        return ""
