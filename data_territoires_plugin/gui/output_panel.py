"""What will be made, where, and the one button that makes it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProject
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QStandardPaths, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ..catalogue import GeometryKind
from ..i18n import tr
from ..paths import place_of
from ..settings import save_setting, setting
from . import memory
from .words import counted, file_name

if TYPE_CHECKING:
    from .catalogue_model import Tickable


class OutputPanel(QWidget):
    """The foot of the tab."""

    clip_asked = pyqtSignal()
    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.summary = QLabel()
        layout.addWidget(self.summary)
        row = QHBoxLayout()
        label = QLabel(tr("&To"))
        self.file = QgsFileWidget()
        self.file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.file.setFilter(tr("GeoPackage (*.gpkg)"))
        self.file.setDialogTitle(tr("File of the result"))
        self.file.lineEdit().setPlaceholderText(tr("GeoPackage of the result"))
        self.file.setAccessibleName(tr("GeoPackage of the result"))
        self.file.lineEdit().setAccessibleName(tr("GeoPackage of the result"))
        self.file.fileChanged.connect(self._file_changed)
        label.setContentsMargins(0, 0, 4, 0)  # as the label of the buffer
        label.setBuddy(self.file.lineEdit())
        row.addWidget(label)
        row.addWidget(self.file, 1)
        layout.addLayout(row)
        self.button = QPushButton(tr("Clip in one click"))
        self.button.setDefault(True)
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.setMinimumHeight(int(self.button.sizeHint().height() * 1.25))
        font = self.button.font()
        font.setBold(True)
        self.button.setFont(font)
        self.button.clicked.connect(self.clip_asked)
        layout.addWidget(self.button)
        self.reason = QLabel()
        self.reason.setWordWrap(True)
        self.reason.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.reason)

    def path(self) -> Path | None:
        """The file asked for, with its extension; None where the field is empty."""
        text = self.file.filePath().strip()
        if not text:
            return None
        path = Path(text).expanduser()
        return path if path.suffix else path.with_suffix(".gpkg")

    def name_after(self, name: str) -> None:
        """Proposes a file named after a territory: in the folder in use, else the project's, else the documents."""
        self.file.setFilePath(str(_folder() / f"{file_name(name)}.gpkg"))

    def show_state(self, entries: tuple[Tickable, ...], missing: str) -> None:
        """What is ticked, and what is missing before it can be clipped ("": nothing)."""
        backgrounds = sum(entry.geometry is GeometryKind.RASTER for entry in entries)
        parts = [counted(len(entries) - backgrounds, tr("{count} layer"), tr("{count} layers"))]
        if backgrounds:
            parts.append(counted(backgrounds, tr("{count} background"), tr("{count} backgrounds")))
        self.summary.setText(" · ".join(parts))
        path = self.path()
        replaced = (
            tr("{name} exists: it will be replaced; if you worked in it, it is kept beside.").format(name=path.name)
            if path is not None and place_of(str(path)) is not None
            else ""
        )
        self.button.setEnabled(not missing)
        self.button.setToolTip(missing)
        self.reason.setText(missing or replaced)
        self.reason.setVisible(bool(missing or replaced))

    def _file_changed(self) -> None:
        path = self.path()
        if path is not None and path.is_absolute():
            project = QgsProject.instance().absolutePath()
            if str(path.parent) not in (project, _documents()):
                save_setting(memory.FOLDER, str(path.parent))
        self.file.lineEdit().setToolTip(str(path or ""))
        self.changed.emit()


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or str(Path.home())


def _folder() -> Path:
    kept = setting(memory.FOLDER)
    if kept and Path(kept).is_dir():
        return Path(kept)
    return Path(QgsProject.instance().absolutePath() or _documents())
