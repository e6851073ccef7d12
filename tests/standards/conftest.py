"""What the tests of the standards share."""

from __future__ import annotations

from tests.standards.checking import checked, checked_all, geopackage, layer, run_on, subject_of

__all__ = ["checked", "checked_all", "geopackage", "layer", "run_on", "subject_of"]
