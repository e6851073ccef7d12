"""Catalogue files written for a test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEADER = """\
producer: Ville de Test
licence: lov2
attribution: "Ville de Test"
service: geopf_wfs
theme: voies
geometry: line
cut: cut
cut_reason: Un tracé continue.
"""

ENTRY = """\
entries:
  ville_pistes:
    layer: ville:pistes
    title: Pistes cyclables
    abstract: Les pistes de la ville.
"""


@pytest.fixture
def catalogue_file(tmp_path: Path) -> Callable[[str], Path]:
    """Writes a catalogue file and gives its path."""

    def write(text: str) -> Path:
        path = tmp_path / "ville.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write
