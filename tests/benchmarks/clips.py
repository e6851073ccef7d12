"""The speed and the memory of the clip: the table of the project's promise on the speed of the wire."""

from __future__ import annotations

import json
import os
import statistics
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks import layers
from tests.benchmarks.figures import Figure, faster, in_turn, measured, median, where_it_goes

if TYPE_CHECKING:
    from collections.abc import Iterator

TYPE, ENTRY = "BDTOPO_V3:batiment", "bdtopo_batiment"
LATENCY_MS, MBIT, RATE = 60, 20, 30
MEMORY_MB = 350  # at most, whatever the number of features
LAYERS_OF_A_LOT = layers.NAMES[2:7] + layers.NAMES[16:21]
ACROSS = 8  # territories of the sample along a side
COMMUNES = 1202  # of Bretagne, on 1 January 2026


def local(folder: Path, work: Path, runs: int) -> Iterator[Figure]:
    """1 M polygons of a local GeoPackage."""
    source = f"{folder / 'reference.gpkg'}|layername=batiment"
    for name, target in (("epci", 3.5), ("departement", 4.0)):
        perimeter = f"{folder / 'perimeters.gpkg'}|layername={name}"
        output = work / "ours.gpkg"
        ours, theirs = in_turn(
            runs,
            lambda perimeter=perimeter, output=output: measured(
                "ours", source=source, perimeter=perimeter, output=str(output)
            ),
            lambda perimeter=perimeter: measured(
                "native", source=source, perimeter=perimeter, output=str(work / "native.gpkg")
            ),
        )
        kept = f"{ours[0]['features'] / 1000:.0f} k kept"
        yield faster(f"1 M polygons of a GeoPackage → {name} ({kept})", "native:clip", ours, theirs, target)
        print(where_it_goes(output))
        if name == "departement":
            mine, other = median(ours, "megabytes"), median(theirs, "megabytes")
            yield Figure(
                f"the same → {name}: peak memory, {MEMORY_MB} MB at most", "native:clip", round(mine), round(other),
                round(other / mine, 2), round(other / MEMORY_MB, 2), mine <= MEMORY_MB, "MB",
            )  # fmt: skip


@contextmanager
def _served(work: Path, data: Path, types: dict[str, str], rate: float) -> Iterator[Any]:
    """A WFS of the stand-in: feature type → table; the plugin asks it instead of the Géoplateforme."""
    from tests.standins.geopf_wfs import layers_from
    from tests.standins.troupe import Troupe

    troupe = Troupe()
    try:
        # QGIS pages without a sort: without `shuffle=False` it would get doubles.
        described = {name: (data, table, "cleabs", 2154, "geometrie") for name, table in types.items()}
        server = troupe.geopf_wfs(layers_from(described), shuffle=False, rate=rate)
        endpoints = work / "endpoints.json"
        endpoints.write_text(json.dumps({"geopf_wfs": server.url}), encoding="utf-8")
        os.environ["DATA_TERRITOIRES_ENDPOINTS"] = str(endpoints)
        yield server
    finally:
        troupe.stop()


def wfs(folder: Path, work: Path, runs: int) -> Iterator[Figure]:
    """80 k polygons of a WFS behind a slow line."""
    perimeter, output = f"{folder / 'perimeters.gpkg'}|layername=epci", work / "ours.gpkg"
    with _served(work, folder / "reference.gpkg", {TYPE: "batiment"}, 0) as server:

        def ours() -> dict[str, float]:
            server.clear()
            figures = measured("ours_wfs", entry=ENTRY, perimeter=perimeter, output=str(output))
            log = server.log()
            last = max(exchange.started + exchange.seconds for exchange in log) - figures["began"]
            return figures | {"wire": sum(exchange.sent for exchange in log), "last_byte": last}

        def theirs() -> dict[str, float]:
            return measured(
                "native_wfs", url=server.url, type_name=TYPE, perimeter=perimeter, output=str(work / "native.gpkg")
            )

        ours(), theirs()  # the server renders its pages once: its own work is not what is measured
        server.line(LATENCY_MS, MBIT)
        mine, others = in_turn(runs, ours, theirs)
        kept = f"{mine[0]['features'] / 1000:.0f} k kept"
        line = f"WFS, {LATENCY_MS} ms, {MBIT} Mbit/s"
        yield faster(f"{line}, {kept}", "QGIS WFS layer + native:clip", mine, others, 5.0)
        seconds, limit = median(mine, "seconds"), median(mine, "wire") * 8 / (MBIT * 1e6)
        yield Figure(
            "the same: time ÷ bytes received at that speed", "the wire", round(seconds, 2), round(limit, 2),
            round(seconds / limit, 2), 1.15, seconds / limit <= 1.15,
        )  # fmt: skip
        print(where_it_goes(output))
        print(
            f"    last byte received after {median(mine, 'last_byte'):.2f} s"
            f" (× {median(mine, 'last_byte') / limit:.2f} the limit), processor {median(mine, 'cpu'):.2f} s"
        )


def many_layers(folder: Path, work: Path, runs: int) -> Iterator[Figure]:
    """25 layers of an EPCI at once, the service refusing more than its rate."""
    data, catalogue = layers.many_layers(folder), layers.catalogue(work / "catalogue.yaml")
    types = {layers.type_name(name): name for name in layers.NAMES}
    perimeter = f"{folder / 'perimeters.gpkg'}|layername=epci"
    asked = ",".join(f"essai_{name}" for name in layers.NAMES)
    with _served(work, data, types, RATE) as server:

        def ours() -> dict[str, float]:
            return measured(
                "ours_layers", catalogue=str(catalogue), layers=asked, perimeter=perimeter,
                output=str(work / "ours.gpkg"),
            )  # fmt: skip

        def theirs() -> dict[str, float]:
            return measured(
                "native_layers", url=server.url, types=",".join(types), perimeter=perimeter,
                output=str(work / "native.gpkg"),
            )  # fmt: skip

        ours(), theirs()
        server.line(LATENCY_MS, MBIT)
        server.clear()
        mine, others = in_turn(runs, ours, theirs)
        refused = sum(exchange.status == 429 for exchange in server.log())
        what = f"25 layers of an EPCI at once, the same line ({mine[0]['features'] / 1000:.0f} k kept)"
        yield faster(what, "one after the other by QGIS", mine, others, 6.0)
        yield Figure(
            f"the same: requests refused by a service of {RATE} requests a second", "none", refused, 0, refused, 0,
            refused == 0, "",
        )  # fmt: skip


def memory(folder: Path, work: Path, runs: int) -> Iterator[Figure]:
    """The peak memory of a clip, from ten thousand features to three million."""
    source = f"{layers.large(folder)}|layername=batiment"
    peaks = {}
    for name, share in (("few", 0.085), ("all", 1.2)):
        perimeter = layers.square_holding(work / f"{name}.gpkg", share)
        asked = {"source": source, "perimeter": f"{perimeter}|layername=perimetre", "output": str(work / "ours.gpkg")}
        peaks[name] = [measured("ours", **asked) for _ in range(min(runs, 2))]
    few, all_ = (median(peaks[name], "megabytes") for name in ("few", "all"))
    counts = [peaks[name][0]["features"] for name in ("few", "all")]
    what = f"peak memory, {counts[0] / 1000:.0f} k → {counts[1] / 1e6:.1f} M features kept"
    yield Figure(what, "itself", round(all_), round(few), round(all_ / few, 2), 1.3, all_ / few <= 1.3, "MB")


def territories(folder: Path, work: Path, runs: int) -> Iterator[Figure]:
    """A lot of territories × 10 layers, against as many clips: a sample of neighbours, told of a région."""
    data, catalogue = layers.many_layers(folder), layers.catalogue(work / "catalogue.yaml")
    types = {layers.type_name(name): name for name in LAYERS_OF_A_LOT}
    asked = {"catalogue": str(catalogue), "layers": ",".join(f"essai_{name}" for name in LAYERS_OF_A_LOT)}
    sample = layers.territories(work / "sample.gpkg", 13, ACROSS)
    smaller = layers.territories(work / "smaller.gpkg", 13, ACROSS // 2)
    ones = [layers.territories(work / f"cell{cell}.gpkg", cell, 1) for cell in range(13, 13 + ACROSS, 2)]
    with _served(work, data, types, RATE) as server:

        def lot(perimeters: Path) -> dict[str, float]:
            where = f"{perimeters}|layername=territoires"
            return measured("ours_many", **asked, perimeters=where, output=str(work / "lot"))

        def alone() -> float:
            where = [f"{path}|layername=territoires" for path in ones]
            clips = [measured("ours_layers", **asked, perimeter=each, output=str(work / "one.gpkg")) for each in where]
            return statistics.mean(clip["seconds"] for clip in clips)

        lot(sample)
        server.line(LATENCY_MS, MBIT)
        turns = [(alone(), lot(sample), lot(smaller)) for _ in range(runs)]
        one = statistics.median(each for each, _, _ in turns)
        many, fewer = ([turn[at] for turn in turns] for at in (1, 2))
        count = ACROSS**2
        each = (median(many, "seconds") - median(fewer, "seconds")) / (count - count // 4)
        begun = max(0.0, median(many, "seconds") - count * each)
        whole = begun + COMMUNES * each
        yield Figure(
            f"{COMMUNES} territories × {len(types)} layers, told from {count} ({each:.3f} s each + {begun:.1f} s)",
            f"as many clips of {one:.2f} s", round(whole, 1), round(COMMUNES * one, 1),
            round(COMMUNES * one / whole, 1), 20.0, COMMUNES * one / whole >= 20,
        )  # fmt: skip
        growth = median(many, "megabytes") / median(fewer, "megabytes")
        yield Figure(
            f"the same: peak memory, {count // 4} → {count} territories", "itself", round(median(many, "megabytes")),
            round(median(fewer, "megabytes")), round(growth, 2), 1.1, growth <= 1.1, "MB",
        )  # fmt: skip


def window(folder: Path, work: Path, _runs: int) -> Iterator[Figure]:
    """The dock of a QGIS on a virtual screen during that clip of a WFS: the longest that the main thread was held."""
    from tests.gui.screen import seen_by

    catalogue = layers.catalogue(work / "catalogue.yaml")
    types = {layers.type_name(name): name for name in layers.NAMES}
    with _served(work, layers.many_layers(folder), types, RATE) as server:
        server.line(LATENCY_MS, MBIT)
        with tempfile.TemporaryDirectory() as home:
            saw = seen_by(
                Path(__file__).with_name("window.py"), Path(home), offline="0", catalogue=str(catalogue),
                layers=",".join(f"essai_{name}" for name in layers.NAMES),
                output=str(Path(home) / "home" / "clip.gpkg"),
                perimeter=f"{folder / 'perimeters.gpkg'}|layername=epci",
            )  # fmt: skip
    worst = saw["work"]["clip"]
    yield Figure(
        f"the window during that clip ({saw['seconds']:.1f} s, {saw['beats']} beats): longest work of its thread",
        "what a hand notices", worst, 50, round(worst / 50, 2), 1.0, worst <= 50, "ms",
    )  # fmt: skip
    print(f"    by the clock, other programs of the machine included: {saw['stalls']['clip']} ms")
