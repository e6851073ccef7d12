"""Accounts in QGIS's authentication manager: one password of its database, for every test."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

MASTER = "essais"


def opened() -> Any:
    """The authentication manager, its database open."""
    from qgis.core import QgsApplication

    manager = QgsApplication.authManager()
    assert not manager.isDisabled(), manager.disabledMessage()
    assert manager.masterPasswordIsSet() or manager.setMasterPassword(MASTER, True)
    return manager


@contextmanager
def account(method: str, **settings: str) -> Iterator[str]:
    """The id of a configuration for a while: `account("Basic", username=…, password=…)`, `account("APIHeader", …)`."""
    from qgis.core import QgsAuthMethodConfig

    manager = opened()
    config = QgsAuthMethodConfig(method)
    config.setName(settings.get("username", "compte"))
    for name, value in settings.items():
        config.setConfig(name, value)
    stored = manager.storeAuthenticationConfig(config)
    assert stored[0] if isinstance(stored, tuple) else stored
    yield config.id()
    manager.removeAuthenticationConfig(config.id())
