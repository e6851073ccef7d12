"""QGIS's authentication configurations, applied by QGIS itself: their content is never read here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication

from ..errors import NetworkError
from ..i18n import tr

if TYPE_CHECKING:
    from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

    from .failures import Request


def updated_request(request: QNetworkRequest, authcfg: str, named: Request) -> QNetworkRequest:
    """The request with what the configuration adds to it. NetworkError where the configuration can't be used."""
    if not authcfg:
        return request
    manager = QgsApplication.authManager()
    _check_usable(authcfg)
    done, updated = manager.updateNetworkRequest(request, authcfg)
    if not done:
        raise named.error(
            tr("{service}: the authentication configuration «{id}» could not be applied.").replace("{id}", authcfg),
            hint=tr("Check it in Settings > Options > Authentication."),
        )
    return updated


def update_reply(reply: QNetworkReply, authcfg: str) -> None:
    """What the configuration needs of the reply (a digest, a client certificate)."""
    if authcfg:
        QgsApplication.authManager().updateNetworkReply(reply, authcfg)


def _check_usable(authcfg: str) -> None:
    manager = QgsApplication.authManager()
    if manager.isDisabled():
        raise NetworkError(
            tr("QGIS's authentication system is disabled: the configuration «{id}» can't be used.").format(id=authcfg),
            detail=manager.disabledMessage(),
        )
    if authcfg not in manager.configIds():
        raise NetworkError(
            tr("The authentication configuration «{id}» does not exist in this QGIS profile.").format(id=authcfg),
            hint=tr("Choose or create one in Settings > Options > Authentication."),
        )
    if not manager.masterPasswordIsSet() and QgsApplication.platform() != "desktop":
        # In a window QGIS asks for it. A batch would wait for an answer that nobody gives.
        raise NetworkError(
            tr("The authentication configuration «{id}» is locked by QGIS's master password.").format(id=authcfg),
            hint=tr("In a batch, name the file that contains it in QGIS_AUTH_PASSWORD_FILE."),
        )
