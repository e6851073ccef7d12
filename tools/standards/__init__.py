"""The compilers of the standards: each reads published models and gives our values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.standards import access, lighting, risks, schema_xml, schemas, urbanisme, water

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from data_territoires_plugin.standards.model import Standard

COMPILERS: tuple[Callable[[Path], list[Standard]], ...] = (
    urbanisme.documents,
    urbanisme.easements,
    urbanisme.forest_roads,
    risks.plans,
    water.networks,
    schema_xml.street_plan,
    schema_xml.underground,
    access.paths,
    lighting.lighting,
    schemas.compile_schemas,
)
