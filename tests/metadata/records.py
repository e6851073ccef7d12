"""A record for the tests: everything is said, and every kind of element is there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from data_territoires_plugin.metadata.inspire import THEMES
from data_territoires_plugin.metadata.record import (
    INSPIRE_THEMES,
    Conformity,
    Contact,
    Keywords,
    Link,
    Record,
    Verdict,
)
from tests.servers.programs import tools

if TYPE_CHECKING:
    from pathlib import Path

FULL = Record(
    identifier="2b1f8a52-6c1e-4a4e-9d5a-0c6f3e9f7a10",
    title="Haies du pays d’essai",
    abstract="Linéaires de haies <relevés> à la main.\n\nDeux paragraphes & un « signe ».",
    resource="https://example.org/donnees/haies",
    created="2020-01-31",
    published="2024-05-06",
    revised="2026-03-04",
    edition="2026-03",
    topics=("environment",),
    keywords=(Keywords((THEMES["ps"],), INSPIRE_THEMES, "2008-06-01"), Keywords(("bocage", "haie"))),
    contacts=(Contact("Agglomération d’essai", "sig@example.org", "owner", phone="0200000000"),),
    record_contact=Contact("Agglomération d’essai", "sig@example.org", "pointOfContact"),
    licence="Licence Ouverte 2.0",
    licence_url="https://www.etalab.gouv.fr/licence-ouverte-open-licence",
    conditions=("Mention obligatoire : Agglomération d’essai",),
    extent=(-2.2, 47.5, -1.9, 47.8),
    crs="EPSG:2154",
    lineage="Relevé de terrain, puis découpe au périmètre.",
    conformities=(
        Conformity("CNIG PLU v2024", "2024-10-01", Verdict.NOT_CONFORMING, "3 erreurs."),
        Conformity("Règlement (UE) n° 1089/2010", "2010-12-08"),
    ),
    links=(Link("https://example.org/wfs", "OGC:WFS", "haies", "Les haies"),),
    scale=5000,
    frequency="annually",
    formats=("GML",),
    stamp="2026-04-05",
)


def record(**said: Any) -> Record:
    """The full record, with these fields otherwise."""
    return replace(FULL, **said)


def schema() -> Path | None:
    """The XSD of ISO 19139 (2007-04-17) that pycsw carries; None where it isn't installed."""
    found = tools().glob("pycsw/lib/python*/site-packages/pycsw/plugins/profiles/apiso/schemas/**/20070417/gmx/gmx.xsd")
    return next(found, None)
