"""A publication survives a line that is cut: nothing lost, nothing there twice. `tools.cuts` cuts it everywhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from tests.publish.campaign import Way, cut_once, layer, secrets_in, undo_cut_once

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.servers.database import Postgis


# The writings of one publication and of one undoing;
WRITINGS = {"wfst": 4, "qgis_server": 12, "pygeoapi": 8, "postgis": 15}  # of one publication
TRIED = {"wfst": (3, 2), "qgis_server": (2, 1), "pygeoapi": (2, 1), "postgis": (2, 1)}  # here, and while undoing


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A request that only reads is not tried again: here, each failure stops the publication."""
    from data_territoires_plugin.network import transport
    from data_territoires_plugin.publish import sending

    monkeypatch.setattr(transport, "Patience", partial(transport.Patience, retries=0))
    monkeypatch.setattr(sending, "SETTLE", 0.02)


@pytest.fixture(params=["wfst", "qgis_server", "pygeoapi", "postgis"])
def way(request: pytest.FixtureRequest, postgis: Postgis, editor: str, owner: str) -> Iterator[Way]:
    from tests.servers.between import Between, BetweenPostgres

    postgis.reset()
    postgis.run("UPDATE arbre SET maj = '2026-03-01 08:30:00.125+01'")  # QGIS Server has moments to the millisecond
    between: Any
    if request.param == "postgis":
        between = BetweenPostgres(postgis.host, postgis.port)
        yield Way("postgis", f"postgresql://{postgis.host}:{between.port}/{postgis.database}", owner, between.line)
    else:
        server = request.getfixturevalue("pygeoapi" if request.param == "pygeoapi" else "qgis_server")
        address = {"wfst": "url", "qgis_server": "api", "pygeoapi": "url"}[request.param]
        between = Between(getattr(server, address))
        assert urlsplit(between.url).path == urlsplit(getattr(server, address)).path
        type_ = "wfst" if request.param == "wfst" else "ogcapi"
        yield Way(type_, between.url, editor, between.line)
    between.stop()
    postgis.reset()


def spread(writings: int, tried: int) -> list[tuple[int, str]]:
    """Some of the writings, from the first to the last: before they arrive and after they are carried out, in turn."""
    places = sorted({1 + round((rank + 0.5) * (writings - 1) / tried) for rank in range(tried)})
    return [(at, ("after", "before")[rank % 2]) for rank, at in enumerate(places)]


def test_a_publication_cut_while_it_writes_goes_on_and_can_be_taken_back(
    way: Way, postgis: Postgis, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    vector, name = layer(), request.node.callspec.params["way"]
    tried, undoing = (spread(WRITINGS[name], how_many) for how_many in TRIED[name])
    cut = [cut_once(way, vector, postgis.rows, tmp_path, *at, writes_only=True) for at in tried]
    cut += [undo_cut_once(way, vector, postgis.rows, tmp_path, *at, writes_only=True) for at in undoing]
    assert not [one for one in cut if one.wrong]
    assert not secrets_in(tmp_path, "secret", f"{postgis.password}@")


@pytest.mark.parametrize("way", ["wfst"], indirect=True)
def test_a_process_that_is_killed_while_it_writes_leaves_what_it_takes_to_go_on(
    way: Way, postgis: Postgis, tmp_path: Path
) -> None:
    from tools.cuts import killed_once

    assert not killed_once(way, postgis.rows, tmp_path, 2, "after").wrong
