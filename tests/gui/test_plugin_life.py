"""What the plugin puts into QGIS, when, and that it takes all of it out."""

from __future__ import annotations

import subprocess
import sys

from qgis.core import QgsApplication
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject, QThread
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDockWidget

from tests.conftest import PROJECT


def provider():
    return QgsApplication.processingRegistry().providerById("dataterritoires")


def test_nothing_of_the_windows_is_imported_before_the_dock_is_opened():
    code = (
        "import sys\nfrom data_territoires_plugin.plugin import DataTerritoiresPlugin\nDataTerritoiresPlugin(None)\n"
        "print([name for name in sys.modules if name.startswith('data_territoires_plugin.gui')])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_unload_leaves_nothing(plugin, qgis_iface, new_dock, choose, wait_until):
    canvas = qgis_iface.mapCanvas()
    dock = new_dock()
    choose("epci:000000001")
    wait_until(lambda: len(canvas.scene().items()) > 0)
    dock.header.draw()
    tool = canvas.mapTool()
    action = plugin._action
    plugin.unload()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert sip.isdeleted(dock)
    assert sip.isdeleted(action)
    assert sip.isdeleted(tool)
    assert canvas.mapTool() is not tool
    assert provider() is None
    assert not [
        each for each in qgis_iface.mainWindow().findChildren(QDockWidget) if "Territoires" in each.objectName()
    ]
    bands = [item for item in canvas.scene().items() if type(item).__name__ == "QgsRubberBand"]
    assert bands == []


def test_unload_in_the_middle_of_a_clip_stops_it(plugin, new_dock, choose, tmp_path):
    dock = new_dock()
    choose("epci:000000001")
    dock.clip_tab.output.file.setFilePath(str(tmp_path / "out.gpkg"))
    dock.clip_tab.output.button.click()
    run = dock.clip_tab._run
    assert run.running
    plugin.unload()
    assert not run.running
    assert run.feedback.isCanceled()


def test_loading_again_after_unload_works(plugin, new_dock):
    plugin.unload()
    plugin.initGui()
    assert provider() is not None
    assert new_dock().clip_tab.catalogue.model.catalogue.entries


def test_what_a_clip_tells_from_its_threads_reaches_the_main_one(qgis_app, wait_until):
    from data_territoires_plugin.clip.request import Listener
    from data_territoires_plugin.gui.tasks import Follower
    from data_territoires_plugin.network import Pool

    follower, heard = Follower(), []
    assert isinstance(follower, Listener)

    def hear(*what):
        heard.append((what, QThread.currentThread() == qgis_app.thread()))

    follower.layer_moved.connect(hear)
    with Pool(2) as pool:
        pool.submit(follower.layer_changed, "bdtopo_batiment", "running", 10, -1, "").result()
    wait_until(lambda: bool(heard))
    assert heard == [(("bdtopo_batiment", "running", 10, -1, ""), True)]


def test_what_was_to_be_done_later_is_dropped_with_its_window(qgis_app):
    from data_territoires_plugin.gui.later import later

    owner, done = QObject(), []
    later(owner, 0, lambda: done.append("kept"))
    gone = QObject()
    later(gone, 0, lambda: done.append("dropped"))
    sip.delete(gone)
    QTest.qWait(20)
    assert done == ["kept"]
