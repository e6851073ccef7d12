"""The plugin in a QGIS without a screen, with settings and a project of its own."""

from __future__ import annotations

import time

import pytest
from qgis.core import QgsApplication, QgsProject, QgsSettings
from qgis.PyQt.QtCore import QEvent
from qgis.PyQt.QtTest import QTest


@pytest.fixture
def wait_until():
    """Lets QGIS live until a question is answered yes; the test fails where it never is."""

    def wait(question, seconds=30):
        end = time.monotonic() + seconds
        while not question():
            assert time.monotonic() < end, f"never came: {question}"
            QTest.qWait(10)

    return wait


@pytest.fixture
def clean_settings(qgis_app):
    def clean():
        QgsSettings().remove("data_territoires")

    clean()
    yield clean
    clean()


@pytest.fixture
def offline(monkeypatch, tmp_path):
    monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
    monkeypatch.setenv("DATA_TERRITOIRES_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def plugin(qgis_iface, qgis_new_project, qgis_processing, clean_settings, offline):
    from data_territoires_plugin.plugin import DataTerritoiresPlugin

    plugin = DataTerritoiresPlugin(qgis_iface)
    plugin.initGui()
    yield plugin
    plugin.unload()
    QgsProject.instance().clear()
    QgsApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def new_dock(plugin, wait_until):
    """Opens the dock as the button does; again after `plugin.unload()` and `plugin.initGui()`: another session."""

    def open_it():
        dock = plugin.show_dock()
        panel = dock.clip_tab.catalogue
        wait_until(lambda: panel.model is not None or bool(dock.messages.text()))
        assert panel.model is not None, dock.messages.text()
        return dock

    return open_it


@pytest.fixture
def dock(new_dock):
    return new_dock()


@pytest.fixture
def model(dock):
    return dock.clip_tab.catalogue.model


@pytest.fixture
def choose(dock, wait_until):
    """Chooses a territory by its code; waits for its outline where the training kit has it."""

    def choose_it(code, *, outline=True):
        from data_territoires_plugin.territory import territory

        dock.header.choose(territory(code))
        if outline:
            wait_until(lambda: dock.header.outline is not None)

    return choose_it
