"""Models of QGIS, made, saved and read again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildDependency,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterVectorLayer,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LAYER = "layer"  # the parameter of each model


class Model:
    """Algorithms that follow one another, each added after the others."""

    def __init__(self) -> None:
        self._model = QgsProcessingModelAlgorithm("essais", "essais")
        self._model.addModelParameter(
            QgsProcessingParameterVectorLayer(LAYER, LAYER), QgsProcessingModelParameter(LAYER)
        )
        self._last: Any = None

    def add(self, name: str, outputs: Mapping[str, str] | None = None, **parameters: Any) -> None:
        """An algorithm. A parameter: LAYER, (algorithm, its output), or a value. `outputs`: title → name."""
        step = QgsProcessingModelChildAlgorithm(f"dataterritoires:{name}")
        step.setChildId(name)
        for key, value in parameters.items():
            step.addParameterSources(key, [_source(value)])  # given all at once, they crash QGIS 3.44
        made = {}
        for title, output in (outputs or {}).items():
            final = QgsProcessingModelOutput(title)
            final.setChildId(name)
            final.setChildOutputName(output)
            made[title] = final
        step.setModelOutputs(made)
        if self._last is not None:
            step.setDependencies([self._last])
        assert self._model.addChildAlgorithm(step) == name
        self._last = QgsProcessingModelChildDependency(name)

    def run(self, saved: Path, **parameters: Any) -> dict[str, dict[str, Any]]:
        """Saves it, reads it again and runs it: the outputs of each algorithm."""
        assert self._model.toFile(str(saved))
        again = QgsProcessingModelAlgorithm()
        assert again.fromFile(str(saved))
        feedback = QgsProcessingFeedback(logFeedback=False)
        results, ok = again.run(parameters, QgsProcessingContext(), feedback)
        assert ok, feedback.textLog()
        return dict(results["CHILD_RESULTS"])


def _source(value: Any) -> Any:
    source = QgsProcessingModelChildParameterSource
    if value == LAYER:
        return source.fromModelParameter(LAYER)
    return source.fromChildOutput(*value) if isinstance(value, tuple) else source.fromStaticValue(value)
