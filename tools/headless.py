"""QGIS without a window, for the tools and the measures."""

from __future__ import annotations

import sys
from typing import Any

sys.path.append("/usr/share/qgis/python/plugins")


def start_qgis(*, algorithms: bool = True) -> Any:
    """QGIS, with Processing and the plugin's algorithms where they are wanted: to be kept as long as it is used."""
    from qgis.core import QgsApplication

    QgsApplication.setPrefixPath("/usr", True)
    application: Any = QgsApplication([], False)
    application.initQgis()
    if algorithms:
        from processing.core.Processing import Processing

        from data_territoires_plugin import classFactory

        Processing.initialize()
        application.plugin = classFactory(None)
        application.plugin.initProcessing()
    return application


def configured(user: str, password: str) -> str:
    """The id of an authentication configuration, made here and now."""
    from qgis.core import QgsAuthMethodConfig

    from tests.accounts import opened

    config = QgsAuthMethodConfig("Basic")
    config.setName(user)
    config.setConfig("username", user)
    config.setConfig("password", password)
    opened().storeAuthenticationConfig(config)
    return str(config.id())
