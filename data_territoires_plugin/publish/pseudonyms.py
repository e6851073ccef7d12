"""The key of the pseudonyms: one for the user, in QGIS's authentication database, encrypted by its master password."""

from __future__ import annotations

import secrets

from qgis.core import QgsApplication

from ..errors import DataTerritoiresError
from ..i18n import tr

_NAME = "data_territoires/pseudonyms"
_BYTES = 32


def key() -> bytes:
    """The key, made the first time: the same value has the same pseudonym in every publication.

    DataTerritoiresError where the authentication database can't be opened.
    """
    manager = QgsApplication.authManager()
    if not manager.isDisabled() and manager.setMasterPassword(True):
        if not manager.existsAuthSetting(_NAME):
            manager.storeAuthSetting(_NAME, secrets.token_hex(_BYTES), True)
        kept = str(manager.authSetting(_NAME, "", True) or "")
        if len(kept) == 2 * _BYTES:
            return bytes.fromhex(kept)
    raise DataTerritoiresError(
        tr("The key of the pseudonyms can't be kept: QGIS's authentication database is not open."),
        hint=tr("Set its master password (Settings, Options, Authentication), or leave the column out."),
    )
