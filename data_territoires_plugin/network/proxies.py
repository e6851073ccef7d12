"""The proxy that QGIS chose for an address: its settings, those of the system, or a PAC file."""

from __future__ import annotations

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkProxy, QNetworkProxyQuery

from .qt_threads import network_manager


def through_proxy(url: str) -> bool:
    """Whether QGIS sends a request for this address to a proxy."""
    proxies = network_manager().proxyFactory().queryProxy(QNetworkProxyQuery(QUrl(url)))
    direct = (QNetworkProxy.ProxyType.NoProxy, QNetworkProxy.ProxyType.DefaultProxy)
    return bool(proxies) and proxies[0].type() not in direct
