"""Layers made of dictionaries, and the engine run on them."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def layer(qgis_app: Any) -> Callable[..., Any]:
    """`layer(rows, model, shapes=[wkt…], kind="Polygon", crs="EPSG:2154", name=…)`: a memory layer, features from 1.

    `model`: a row that gives the types of the columns where `rows` doesn't.
    """
    from qgis.core import QgsFeature, QgsField, QgsGeometry, QgsVectorLayer
    from qgis.PyQt.QtCore import QDate, QMetaType

    types = {
        bool: QMetaType.Type.Bool,
        int: QMetaType.Type.Int,
        float: QMetaType.Type.Double,
        QDate: QMetaType.Type.QDate,
    }

    def make(
        rows: list[dict[str, Any]],
        model: dict[str, Any] | None = None,
        *,
        shapes: list[str | bytes | None] | None = None,
        kind: str = "None",
        crs: str = "EPSG:2154",
        name: str = "essai",
    ) -> Any:
        made = QgsVectorLayer(f"{kind}?crs={crs}" if kind != "None" else "None", name, "memory")
        if not crs:
            from qgis.core import QgsCoordinateReferenceSystem

            made.setCrs(QgsCoordinateReferenceSystem())
        model = model if model is not None else (rows[0] if rows else {})
        known = {column: next((row[column] for row in rows if row.get(column) is not None), "") for column in model}
        fields = [QgsField(column, types.get(type(value), QMetaType.Type.QString)) for column, value in known.items()]
        made.dataProvider().addAttributes(fields)
        made.updateFields()
        features = []
        for at, row in enumerate(rows):
            feature = QgsFeature(made.fields())
            feature.setAttributes([row.get(column) for column in model])
            shape = shapes[at] if shapes else None
            if isinstance(shape, bytes):
                geometry = QgsGeometry()
                geometry.fromWkb(shape)
                feature.setGeometry(geometry)
            elif shape is not None:
                feature.setGeometry(QgsGeometry.fromWkt(shape))
            features.append(feature)
        assert made.dataProvider().addFeatures(features)[0]
        return made

    return make


@pytest.fixture
def geopackage(layer: Any, tmp_path: Any) -> Callable[..., Any]:
    """As `layer`, in a GeoPackage."""
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter, QgsVectorLayer

    numbers = count(1)

    def make(*arguments: Any, **named: Any) -> Any:
        memory = layer(*arguments, **named)
        path = tmp_path / f"layer{next(numbers)}.gpkg"
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName, options.layerName = "GPKG", "essai"
        error, *words = QgsVectorFileWriter.writeAsVectorFormatV3(
            memory, str(path), QgsCoordinateTransformContext(), options
        )
        assert error == QgsVectorFileWriter.WriterError.NoError, words
        return QgsVectorLayer(f"{path}|layername=essai", "essai", "ogr")

    return make


@pytest.fixture
def subject_of(qgis_app: Any) -> Callable[..., Any]:
    from data_territoires_plugin.standards.engine.subject import Subject

    return Subject.of_layer


@pytest.fixture
def run_on(qgis_app: Any) -> Callable[..., Any]:
    """`run_on([(subject, table)…], standard, feedback=…, **options)`: the verdict."""
    from qgis.core import QgsFeedback

    from data_territoires_plugin.standards.engine.run import Options, validate

    def run(subjects: Any, standard: Any, feedback: Any = None, **options: Any) -> Any:
        return validate(subjects, standard, Options(**options), feedback or QgsFeedback())

    return run


@pytest.fixture
def checked_all(subject_of: Any, run_on: Any) -> Callable[..., Any]:
    """`checked_all([(layer, table)…], standard)`: the verdict."""

    def run(pairs: Any, standard: Any, **options: Any) -> Any:
        return run_on([(subject_of(one), table) for one, table in pairs], standard, **options)

    return run


@pytest.fixture
def checked(checked_all: Any) -> Callable[..., Any]:
    """`checked(layer, standard)`: the verdict on the first table of the standard."""

    def run(one: Any, standard: Any, **options: Any) -> Any:
        return checked_all([(one, standard.tables[0])], standard, **options)

    return run
