"""What the dock says: one message at a time, whole, in a narrow place, never in a box that stops the user."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import Qgis
from qgis.gui import QgsMessageBar, QgsMessageBarItem
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable


class Messages(QgsMessageBar):
    """The message bar of QGIS, with messages that wrap: its own keep to one line and scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._inside: QWidget | None = None

    def text(self) -> str:
        """The message that is shown; "" when there is none."""
        return self._text if self.currentItem() is not None else ""

    def tell(self, message: str, hint: str, level: Qgis.MessageLevel, seconds: int) -> None:
        """What happened, what to do next. `seconds` 0: until it is closed."""
        self._show(f"{message} {hint}".strip(), level, seconds, None)

    def offer(self, message: str, hint: str, label: str, action: Callable[[], None]) -> None:
        """Something that one click settles."""
        button = QPushButton(label)
        item = self._show(f"{message} {hint}".strip(), Qgis.MessageLevel.Warning, 0, button)

        def settle() -> None:
            self.popWidget(item)
            action()

        button.clicked.connect(settle)

    def _show(self, text: str, level: Qgis.MessageLevel, seconds: int, button: QPushButton | None) -> QgsMessageBarItem:
        self.clearWidgets()
        inside = QWidget()
        inside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 2, 0, 2)
        label = QLabel(text)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setAccessibleName(text)
        layout.addWidget(label)
        if button is not None:
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        item = QgsMessageBarItem(inside, level, seconds)
        self._text, self._inside = text, inside  # the item does not own its widget
        self.pushItem(item)
        return item
