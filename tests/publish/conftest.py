"""What the tests of publishing share: a layer made of rows, and credentials for the editor of the platform."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest

from tests.accounts import account
from tests.processing.running import provider, run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from qgis.core import QgsVectorLayer

    from tests.servers.database import Postgis
    from tests.servers.front import Front


__all__ = ["provider", "run"]


@pytest.fixture
def editor(qgis_app: Any, front: Front) -> Iterator[str]:
    """The id of an authentication configuration of the editor of the platform."""
    with account("Basic", username=front.user, password=front.password) as authcfg:
        yield authcfg


@pytest.fixture
def owner(qgis_app: Any, postgis: Postgis) -> Iterator[str]:
    """The id of an authentication configuration of the owner of the database."""
    with account("Basic", username=postgis.user, password=postgis.password) as authcfg:
        yield authcfg


@pytest.fixture
def header(qgis_app: Any) -> Iterator[Callable[[str, str], str]]:
    """`header("X-API-KEY", "…")`: the id of an authentication configuration that adds this header."""
    with ExitStack() as made:
        yield lambda name, value: made.enter_context(account("APIHeader", **{name: value}))


@pytest.fixture
def layer(qgis_app: Any) -> Callable[..., QgsVectorLayer]:
    """`layer("Point", "EPSG:4326", "id_public:string, hauteur:double", [(wkt, "A1", 2.5), …])`."""
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    def made(kind: str, crs: str, fields: str, rows: Sequence[tuple]) -> QgsVectorLayer:
        described = "".join(f"&field={field.strip()}" for field in fields.split(","))
        vector = QgsVectorLayer(f"{kind}?crs={crs}{described}", "layer", "memory")
        features = []
        for wkt, *values in rows:
            feature = QgsFeature(vector.fields())
            if wkt:
                feature.setGeometry(QgsGeometry.fromWkt(wkt))
            feature.setAttributes(list(values))
            features.append(feature)
        assert vector.dataProvider().addFeatures(features)[0]
        vector.updateExtents()
        return vector

    return made
