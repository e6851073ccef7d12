"""The algorithms of the plugin, registered once, and run in this process."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(scope="module")
def provider(qgis_app: Any, qgis_processing: Any) -> Any:
    """The provider `dataterritoires`, registered for the tests of one file: those of the window bring their own."""
    from qgis.core import QgsApplication

    from data_territoires_plugin.processing.provider import Provider

    registry = QgsApplication.processingRegistry()
    known = registry.providerById("dataterritoires")
    if known is None:
        known = Provider()
        registry.addProvider(known)
    yield known
    registry.removeProvider("dataterritoires")


@pytest.fixture
def run(provider: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[..., dict[str, Any]]:
    """`run("cliplayers", INPUTS=…, PERIMETER=…)`: the outputs; OUTPUT is a file of the test where it isn't said.

    `run.log` holds what was said; the cache is the test's own.
    """
    import processing
    from qgis.core import QgsProcessingFeedback

    monkeypatch.setenv("DATA_TERRITOIRES_CACHE", str(tmp_path / "cache"))

    def runs(name: str, feedback: QgsProcessingFeedback | None = None, **parameters: Any) -> dict[str, Any]:
        feedback = feedback or QgsProcessingFeedback(logFeedback=False)
        parameters.setdefault("OUTPUT", str(tmp_path / "result.gpkg"))
        algorithm = name if ":" in name else f"dataterritoires:{name}"
        try:
            return processing.run(algorithm, parameters, feedback=feedback)
        finally:
            runs.log = feedback.textLog()

    runs.log = ""
    return runs
