"""What the urbanisme and SUP standards ask for beyond their tables: identifiers, dates, topology; and who checks it.

The codes are those of the CNIG plugin of the national validator. A rule of the standard that the validator leaves
unchecked (zones that overlap or leave gaps, dates out of order) has none.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from data_territoires_plugin.standards.model import Check, Level, Topology

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data_territoires_plugin.standards.model import Table

# The least area that counts as an overlap or a gap, in square metres: under it, coordinates written with a few digits.
SLIVER = 0.01
# What the validator tolerates outside the outline of the document, in metres.
AROUND = 10.0
_ZONING = ("ZONE_URBA", "SECTEUR_CC", "PERIMETRE_SCOT")
_OUTLINES = {"PLU": "ZONE_URBA", "PLUI": "ZONE_URBA", "POS": "ZONE_URBA", "PSMV": "ZONE_URBA", "CC": "SECTEUR_CC"}
_SECTIONS = {
    "PLU": "Standard CNIG PLU, qualité géométrique : v2024 rév. 2025-06, p. 43 à 46",
    "PLUI": "Standard CNIG PLU, qualité géométrique : v2024 rév. 2025-06, p. 43 à 46",
}
_NEW_IDURBA = 2017  # the version that brought INSEE_TYPE_DATE; before, INSEE and date alone
# How complex a shape may be: vertices, parts, holes, vertices per metre of the rings of at least so many vertices.
# The thresholds of the Géoportail de l'urbanisme (options of its validator); -1: no limit.
_COMPLEXITY = MappingProxyType({"warning": "-1,500,500,0.1,50000", "error": "200000,1000,1000,10,50000"})
_KEYS = {
    "DOC_URBA": "IDURBA", "ZONE_URBA": "LIB_IDZONE", "ACTE_SUP": "IDACTE", "SERVITUDE": "IDSUP",
    "GESTIONNAIRE_SUP": "IDGEST",
}  # fmt: skip


def of_table(table: Table, family: str, version: str) -> dict[str, Any]:
    """The members of a table that its model doesn't give: checks, topology, key."""
    return {
        "checks": tuple(_checks(table, family, version)),
        "topology": tuple(_topology(table, family)),
        "key": _key(table),
    }


def _key(table: Table) -> tuple[str, ...]:
    name = _KEYS.get(table.name, "")
    if "_GENERATEUR_SUP_" in table.name or "_ASSIETTE_SUP_" in table.name:
        name = "IDGEN" if "_GENERATEUR_" in table.name else "IDASS"
    found = table.field(name)
    return (found.name,) if found else ()


def _checks(table: Table, family: str, version: str) -> Iterator[Check]:
    if table.field("IDURBA") and family in _OUTLINES:
        yield _idurba(table, family, version)
    if table.field("INSEE"):
        yield Check("insee", ("INSEE",), code="CNIG_INSEE_INVALID")
    if table.field("SIREN"):
        yield Check("siren", ("SIREN",), code="CNIG_SIREN_INVALID")
    for earlier, later in (("DATVALID", "DATAPPRO"), ("DATAPPRO", "DATEFIN")):
        if table.field(earlier) and table.field(later):
            yield Check("date_order", (earlier, later), level=Level.WARNING)
    if table.geometry is not None and family in (*_OUTLINES, "SCOT", "SUP", "MEC"):
        yield Check("complexity", (), _COMPLEXITY)


def _idurba(table: Table, family: str, version: str) -> Check:
    """In DOC_URBA, which may tell of several documents, its form; elsewhere, that of the document's own name."""
    if table.name == "DOC_URBA":
        return Check("idurba", ("IDURBA",), MappingProxyType({"family": family}), code="CNIG_IDURBA_INVALID")
    form = "v2" if int(version) >= _NEW_IDURBA else "v1"
    parameters = MappingProxyType({"family": family, "form": form})
    return Check("document_code", ("IDURBA",), parameters, code="CNIG_IDURBA_UNEXPECTED")


def _topology(table: Table, family: str) -> Iterator[Topology]:
    section = _SECTIONS.get(family, "")
    if table.geometry is None:
        return
    if table.name in _ZONING:
        yield Topology("no_overlap", SLIVER, section=section)
    if table.name in _OUTLINES.values():
        yield Topology("no_gap", SLIVER, section=section)
        yield Topology("covers", SLIVER, level=Level.WARNING, section=section)
        yield Topology("inside", AROUND, "", Level.WARNING, "CNIG_GEOMETRY_OUTSIDE_DOCUMENT_EMPRISE_ERROR")
    elif table.name.startswith(("PRESCRIPTION_", "INFO_")) and family in _OUTLINES:
        yield Topology("inside", AROUND, _OUTLINES[family], Level.WARNING)
