"""Publications cut at every request: python3 -m tools.cuts [--targets wfst,…] [--kills].

Starts the real servers (tests/servers), publishes to each, and cuts the line at every request in turn: before it
arrives, and after it is carried out; then at every request of an undoing; with --kills, ends the process (SIGKILL) at
every writing instead. After `resume` the database must hold the source, once; after `undo`, what it held at first, to
the last column. Prints one line per target, and every cut that went wrong.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.headless import configured, start_qgis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.publish.campaign import Told, Way

PROJECT = Path(__file__).resolve().parent.parent
TARGETS = ("wfst", "qgis_server", "pygeoapi", "postgis")


def impatient() -> None:
    """Nothing is tried again by the network: each failure stops the publication."""
    from data_territoires_plugin.network import transport
    from data_territoires_plugin.publish import sending

    transport.Patience = partial(transport.Patience, retries=0)  # type: ignore[misc,assignment]
    sending.SETTLE = 0.02


@contextlib.contextmanager
def servers(folder: Path) -> Iterator[dict[str, Any]]:
    """The real servers, started and stopped."""
    from tests.servers.database import Postgis
    from tests.servers.front import Front
    from tests.servers.ogc import PyGeoApi, QgisServer

    started: list[Any] = []
    try:
        for name in ("front", "qgis", "pygeoapi"):
            (folder / name).mkdir()
        started.append(front := Front(folder / "front"))
        started.append(postgis := Postgis())
        started.append(qgis := QgisServer(front, postgis, folder / "qgis"))
        started.append(pygeoapi := PyGeoApi(front, postgis, folder / "pygeoapi"))
        yield {"front": front, "postgis": postgis, "qgis": qgis, "pygeoapi": pygeoapi}
    finally:
        for server in reversed(started):
            server.stop()


@contextlib.contextmanager
def reached(target: str, up: dict[str, Any]) -> Iterator[Way]:
    """A target, with a line that can be cut before it."""
    from tests.publish.campaign import Way
    from tests.servers.between import Between, BetweenPostgres

    postgis = up["postgis"]
    postgis.reset()
    postgis.run("UPDATE arbre SET maj = '2026-03-01 08:30:00.125+01'")
    between: Any
    if target == "postgis":
        between = BetweenPostgres(postgis.host, postgis.port)
        address = f"postgresql://{postgis.host}:{between.port}/{postgis.database}"
        yield Way("postgis", address, configured(postgis.user, postgis.password), between.line)
    else:
        url = {"wfst": up["qgis"].url, "qgis_server": up["qgis"].api, "pygeoapi": up["pygeoapi"].url}[target]
        between = Between(url)
        type_ = "wfst" if target == "wfst" else "ogcapi"
        yield Way(type_, between.url, configured(up["front"].user, up["front"].password), between.line)
    between.stop()


def campaign(target: str, up: dict[str, Any], folder: Path, *, kills: bool) -> list[Told]:
    """Every cut of one target."""
    from tests.publish.campaign import (
        EVERYTHING,
        Told,
        cut_once,
        cuts,
        forget,
        gone_on,
        layer,
        taken_back,
        undo_cut_once,
    )

    rows = up["postgis"].rows
    with reached(target, up) as way:
        vector, before = layer(), rows(EVERYTHING)
        forget(folder)
        way.line.mend()
        wrong = gone_on(vector, way, rows, folder)
        asked, writes = way.line.count, way.line.writes
        way.line.mend()
        told = [Told(f"{target}, whole", wrong or taken_back(rows, folder, before))]
        undone = way.line.count
        started = time.perf_counter()
        if kills:
            told += [killed_once(way, rows, folder, at, when) for at, when in cuts(writes)]
        else:
            told += [cut_once(way, vector, rows, folder, at, when) for at, when in cuts(asked)]
            told += [undo_cut_once(way, vector, rows, folder, at, when) for at, when in cuts(undone)]
        bad = [one for one in told if one.wrong]
        what = f"{2 * writes} kills" if kills else f"{2 * asked} cuts, {2 * undone} while undoing"
        print(f"{target:<12} {asked} requests, {writes} that write: {what}; wrong: {len(bad)}"
              f" ({time.perf_counter() - started:.0f} s)", flush=True)  # fmt: skip
        for one in bad:
            print(f"  {one.where}: {one.wrong}", flush=True)
    return told


def killed_once(way: Way, rows: Any, folder: Path, at: int, when: str) -> Told:
    """A publication in a process of its own, which is ended (SIGKILL) at its writing `at`."""
    from tests.publish.campaign import EVERYTHING, Told, forget, gone_on, layer, taken_back

    before = rows(EVERYTHING)
    forget(folder)
    words = {"type": way.type, "address": way.address, "authcfg": way.authcfg, "folder": str(folder)}
    with subprocess.Popen([sys.executable, "-m", "tools.cuts", "--child", json.dumps(words)], cwd=PROJECT) as child:
        way.line.cut(at, when, writes_only=True, do=lambda: os.kill(child.pid, signal.SIGKILL))
        ended = child.wait()
    way.line.mend()
    wrong = "" if ended == -signal.SIGKILL else f"it was to be killed, and ended with {ended}"
    wrong = wrong or gone_on(layer(), way, rows, folder) or taken_back(rows, folder, before)
    return Told(f"{way.type}, killed {when} writing {at}", wrong)


def child(words: dict[str, str]) -> None:
    """The publication that will be killed."""
    from qgis.core import QgsFeedback

    from data_territoires_plugin.publish.publication import prepare, publish
    from tests.accounts import opened
    from tests.publish.campaign import Way, layer, order
    from tests.servers.between import Line

    application = start_qgis(algorithms=False)
    opened()
    impatient()
    way = Way(words["type"], words["address"], words["authcfg"], Line())
    publish(prepare(order(way, layer()), QgsFeedback()), Path(words["folder"]), QgsFeedback())
    del application
    os._exit(0)


def main() -> int:
    """Runs the campaign and tells."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--targets", default=",".join(TARGETS))
    parser.add_argument("--kills", action="store_true")
    parser.add_argument("--child", type=json.loads)
    arguments = parser.parse_args()
    if arguments.child:
        child(arguments.child)
    application = start_qgis(algorithms=False)
    impatient()
    with tempfile.TemporaryDirectory(prefix="cuts.") as work, servers(Path(work)) as up:
        journals = Path(work) / "journals"
        journals.mkdir()
        told = [
            one for name in arguments.targets.split(",") for one in campaign(name, up, journals, kills=arguments.kills)
        ]
    bad = sum(bool(one.wrong) for one in told)
    print(f"{len(told)} publications, {bad} wrong", flush=True)
    del application
    return int(bool(bad))


if __name__ == "__main__":
    ended = main()
    sys.stdout.flush()
    os._exit(ended)  # QGIS's teardown is no part of the work
