"""The styles of the reference layers, drawn in code: `tools/build_styles.py` writes them to `resources/styles`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .model import Style


def all_styles() -> list[Style]:
    """Every style of the plugin."""
    from . import admin, built, cadastre, generic, nature, photos, transport, urba, water

    rooms = (admin, cadastre, built, transport, water, nature, urba, photos, generic)
    return [style for room in rooms for style in room.styles()]
