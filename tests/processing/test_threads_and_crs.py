"""QGIS forgets the definition of a CRS with the thread that made it first: the plugin has the main one make it."""

from __future__ import annotations

import subprocess
import sys

import pytest
from osgeo import osr

from tests.conftest import PROJECT

# In a QGIS just started: a worker meets a CRS first, another one after it and goes on, the first one ends.
_STORY = """
import os, sys, threading
from tools.headless import start_qgis
application = start_qgis()
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem
from qgis.PyQt.QtCore import QThread

if sys.argv[1]:
    QgsApplication.processingRegistry().createAlgorithmById(sys.argv[1])

class Worker(QThread):
    def __init__(self):
        super().__init__()
        self.made, self.leave = threading.Event(), threading.Event()
    def run(self):
        QgsCoordinateReferenceSystem("EPSG:2154").bounds()
        self.made.set()
        self.leave.wait()

workers = [Worker(), Worker()]
for worker in workers:
    worker.start()
    worker.made.wait()
workers[0].leave.set()
workers[0].wait()
bounds = QgsCoordinateReferenceSystem("EPSG:2154").bounds()
print(bounds.xMinimum(), bounds.yMinimum(), bounds.xMaximum(), bounds.yMaximum(), flush=True)
workers[1].leave.set()
workers[1].wait()
os._exit(0)
"""


def _bounds_after(algorithm: str) -> list[float]:
    done = subprocess.run(
        [sys.executable, "-c", _STORY, algorithm], capture_output=True, text=True, check=True, cwd=PROJECT, timeout=120
    )
    return [float(part) for part in done.stdout.split()]


def test_lambert_93_is_whole_after_the_threads_of_a_clip_whoever_used_it_first() -> None:
    told = osr.SpatialReference()
    told.ImportFromEPSG(2154)
    area = told.GetAreaOfUse()
    expected = [area.west_lon_degree, area.south_lat_degree, area.east_lon_degree, area.north_lat_degree]
    assert _bounds_after("dataterritoires:clip") == pytest.approx(expected)
