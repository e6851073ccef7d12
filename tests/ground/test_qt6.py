"""The check of Qt 6: what PyQt6 refuses, seen from a QGIS on Qt 5."""

from __future__ import annotations

import pytest

from tools.check.enums import qt6

CORE = "from qgis.core import Qgis, QgsFeatureSink, QgsProcessing, QgsProcessingAlgorithm, QgsTask, QgsWkbTypes\n"
QT = "from qgis.PyQt.QtCore import QEvent, QMetaType, Qt, QVariant\n"
WIDGETS = "from qgis.PyQt.QtWidgets import QDialog, QFrame, QMessageBox\n"


@pytest.mark.parametrize(
    ("code", "advice"),
    [
        (QT + "Qt.AlignLeft", "Qt.AlignmentFlag.AlignLeft"),
        (QT + "Qt.UserRole + 1", "Qt.ItemDataRole.UserRole"),
        (QT + "QVariant.String", "QVariant.Type.String"),
        (QT + "Qt.Alignment", "use the enum itself"),
        (QT + "QVariant.Type.String", "QMetaType.Type"),
        (WIDGETS + "QMessageBox.Yes", "QMessageBox.StandardButton.Yes"),
        (WIDGETS + "QFrame.StyledPanel", "QFrame.Shape.StyledPanel"),
        ("from qgis.PyQt import QtWidgets as w\nw.QFrame.StyledPanel", "QFrame.Shape.StyledPanel"),
        (CORE + "QgsFeatureSink.FastInsert", "QgsFeatureSink.Flag.FastInsert"),
        (CORE + "QgsTask.CanCancel", "QgsTask.Flag.CanCancel"),
        (CORE + "Qgis.Critical", "Qgis.MessageLevel.Critical"),
        (CORE + "QgsWkbTypes.PolygonGeometry", "Qgis.GeometryType"),
        ("import qgis.core\nqgis.core.Qgis.Info", "Qgis.MessageLevel.Info"),
        (
            CORE + "class A(QgsProcessingAlgorithm):\n  def flags(self): return self.FlagNoThreading",
            "ProcessingAlgorithmFlag",
        ),
        (WIDGETS + "class D(QDialog):\n  def go(self): return self.Accepted", "QDialog.DialogCode.Accepted"),
        (WIDGETS + "QDialog().exec_()", ".exec()"),
        ("combo.activated[str].connect(print)", "one signature"),
        ("from PyQt5.QtCore import QDate", "import from qgis.PyQt"),
        ("import sip", "import from qgis.PyQt"),
        ("from qgis.PyQt.QtCore import QRegExp", "QRegularExpression"),
        ("from qgis.PyQt.QtWidgets import QAction", "QtGui"),
        ("from qgis.core import QgsNothingOfTheKind", "does not exist"),
        ("from qgis.nowhere import anything", "does not exist"),
        (CORE + "QgsProcessing.SourceType.TypeNothing", "does not exist"),
    ],
)
def test_what_qt6_refuses_is_found_with_what_to_write_instead(write, code, advice):
    sample = write("sample.py", code)
    found = qt6(sample)
    assert len(found) == 1
    assert advice in found[0]
    assert found[0].startswith(f"{sample}:{len(code.splitlines())}:")


def test_scoped_enums_and_names_that_exist_are_left_alone(write):
    sample = write(
        "sample.py",
        """
        from qgis.core import Qgis, QgsApplication, QgsFeatureSink, QgsProcessing, QgsProcessingAlgorithm, QgsWkbTypes
        from qgis.PyQt import QtWidgets, sip
        from qgis.PyQt.QtCore import QEvent, QMetaType, Qt, pyqtSignal
        from qgis.PyQt.QtGui import QAction
        from qgis.utils import iface

        try:
            from qgis.core import QgsOnlyInALaterVersion
        except ImportError:
            QgsOnlyInALaterVersion = None

        self.completer().activated[str].connect(self.choose)
        names = [
            Qt.AlignmentFlag.AlignLeft, QEvent.Type.Show, QMetaType.Type.QString, QgsFeatureSink.Flag.FastInsert,
            Qgis.MessageLevel.Critical, QgsWkbTypes.Type.Point, Qgis.WkbType.Point,
            QgsProcessing.SourceType.TypeVectorPolygon,
            QtWidgets.QFrame.Shape.StyledPanel, iface.mapCanvas, QgsApplication.instance().anything, sip.isdeleted,
        ]

        class Algorithm(QgsProcessingAlgorithm):
            OUTPUT = 3
            done = pyqtSignal()

            def flags(self):
                return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading, self.OUTPUT, self.done
        """,
    )
    assert qt6(sample) == []
