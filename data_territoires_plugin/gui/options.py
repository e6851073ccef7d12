"""The page of the extension in QGIS's options: what an authority sets once, and what an agent may need."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qgis.gui import QgsAuthConfigSelect, QgsFileWidget, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QCheckBox, QFormLayout, QGroupBox, QLabel, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from ..i18n import tr
from ..paths import resources
from ..settings import OFFLINE, save_setting, setting

if TYPE_CHECKING:
    from collections.abc import Callable

_KEYS = {
    "geopf_private_authcfg": "Géoplateforme (cartes.gouv.fr)",
    "datagouv_authcfg": "data.gouv.fr",
    "grist_authcfg": "Grist",
}
_MOST = 20_000  # megabytes


class Options(QgsOptionsPageWidget):
    """Nothing is written before OK. An environment variable (DATA_TERRITOIRES_…) wins over what is chosen here."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._savers: list[Callable[[], None]] = []
        layout = QVBoxLayout(self)
        layout.addWidget(self._network())
        layout.addWidget(self._keys())
        layout.addWidget(self._files())
        layout.addStretch()

    def apply(self) -> None:
        """Keeps what is chosen, in QGIS's settings. A key stays in the authentication manager: its id alone is kept."""
        for save in self._savers:
            save()

    def _network(self) -> QGroupBox:
        box = QGroupBox(tr("Network"))
        form = QFormLayout(box)
        offline = QCheckBox(tr("Work offline: kits and last good answers only, nothing is sent"))
        offline.setChecked(setting(OFFLINE, "0").lower() in ("1", "true", "yes", "oui"))
        self._savers.append(lambda: save_setting(OFFLINE, "1" if offline.isChecked() else "0"))
        form.addRow(offline)
        kept = QSpinBox()
        kept.setRange(0, _MOST)
        kept.setSuffix(tr(" MB"))
        kept.setValue(int(setting("kept_megabytes", "500") or 0))
        kept.setToolTip(tr("The last good answers are kept for the day when a service does not answer; 0: none."))
        self._savers.append(lambda: save_setting("kept_megabytes", str(kept.value())))
        form.addRow(tr("Last good answers"), kept)
        self._line(form, "catalogue_url", tr("Catalogue of your authority"), "https://…")
        return box

    def _keys(self) -> QGroupBox:
        box = QGroupBox(tr("Keys"))
        form = QFormLayout(box)
        about = QLabel(tr("Keys are kept by QGIS's authentication manager, encrypted; nothing else knows them."))
        about.setWordWrap(True)
        form.addRow(about)
        for name, label in _KEYS.items():
            choice = QgsAuthConfigSelect(box)
            choice.setConfigId(setting(name))
            self._savers.append(partial(_keep_key, name, choice))
            form.addRow(label, choice)
        return box

    def _files(self) -> QGroupBox:
        box = QGroupBox(tr("Files"))
        form = QFormLayout(box)
        for name, label, mode in (
            ("endpoints", tr("Addresses of the services (JSON)"), QgsFileWidget.StorageMode.GetFile),
            ("platforms", tr("Platforms of your own (YAML)"), QgsFileWidget.StorageMode.GetFile),
            ("osm", tr("OpenStreetMap extract (.osm.pbf, .osm.gz, GeoPackage)"), QgsFileWidget.StorageMode.GetFile),
            ("cache", tr("Cache folder"), QgsFileWidget.StorageMode.GetDirectory),
        ):
            chooser = QgsFileWidget(box)
            chooser.setStorageMode(mode)
            chooser.setFilePath(setting(name))
            self._savers.append(partial(_keep_path, name, chooser))
            form.addRow(label, chooser)
        return box

    def _line(self, form: QFormLayout, name: str, label: str, hint: str) -> None:
        line = QLineEdit(setting(name))
        line.setPlaceholderText(hint)
        self._savers.append(lambda: save_setting(name, line.text().strip()))
        form.addRow(label, line)


def _keep_key(name: str, choice: QgsAuthConfigSelect) -> None:
    save_setting(name, choice.configId())


def _keep_path(name: str, chooser: QgsFileWidget) -> None:
    save_setting(name, chooser.filePath().strip())


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page when the options are opened."""

    def __init__(self) -> None:
        super().__init__("Data Territoires", QIcon(str(resources() / "icons" / "data_territoires.svg")))

    def createWidget(self, parent: QWidget | None = None) -> Options:
        """The page."""
        return Options(parent)
