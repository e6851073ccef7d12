"""A strict stand-in of the WFS of the Géoplateforme (a GeoServer behind a gateway), over real HTTP.

    python3 tests/standins/geopf_wfs.py --data batiment.gpkg [--types map.json] [--port 0] …

prints its URL and serves until it is interrupted. `map.json`: type name → {"path", "table", "key", "crs", "geometry"};
without it, each table of the GeoPackage is served as `BDTOPO_V3:<table>` with the key `cleabs`.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import random
import sys
import threading
import time
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np

from tests.standins import wfs_documents as documents
from tests.standins.coordinates import project, rounded
from tests.standins.features import FeatureTable, Layer
from tests.standins.stage import Answer, Request, StandIn
from tests.standins.wfs_requests import GML, Query, Refused, box, condition, read_query

PATHS = ("/wfs", "/wfs/ows", "/wfs/wfs")
_JSON = "application/json;charset=UTF-8"
_LONGEST_FILTER = 1_000_000  # bytes; the contour of a département (4 MB) is refused by the service


class Cache:
    """Answers kept in memory, compressed, the oldest leaving first."""

    def __init__(self, size: int) -> None:
        self._size, self._used = size, 0
        self._kept: OrderedDict[tuple, bytes] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: tuple) -> bytes | None:
        """What was kept."""
        with self._lock:
            return self._kept.get(key)

    def put(self, key: tuple, body: bytes) -> None:
        """Keep it."""
        with self._lock:
            self._used += len(body) - len(self._kept.pop(key, b""))
            self._kept[key] = body
            while self._used > self._size and self._kept:
                self._used -= len(self._kept.popitem(last=False)[1])


class GeopfWfs(StandIn):
    """The WFS.

    Args:
        layers: what is served.
        cap: features in one answer at most, silently.
        rate: requests per second before 429 (30 at the Géoplateforme; 0: none).
        shuffle: without sortBy, change the order at each request (the service guarantees none).
        natural_order: answer 400 to a startIndex without sortBy on a layer without key, as a plain GeoServer.
        cache_mb: memory for answers already made.
        speed: the other options of `StandIn`.

    Faults beside those of `StandIn.fault`: `shrink` (by: features missing in the page, numberMatched unchanged),
    `duplicate` (the first feature of the page is the last of the page before), `exception` (a report with HTTP 200),
    `unknown` (numberMatched is the text "unknown").
    """

    home = "/wfs/ows"

    def __init__(
        self,
        layers: Iterable[Layer],
        *,
        cap: int = 5000,
        rate: float = 30,
        shuffle: bool = True,
        natural_order: bool = False,
        cache_mb: int = 512,
        **speed: float,
    ) -> None:
        self._tables = {layer.name: FeatureTable(layer) for layer in layers}
        self._cap, self._shuffle, self._natural_order = cap, shuffle, natural_order
        self._pages, self._selections = Cache(cache_mb * 1_000_000), Cache(256_000_000)
        self._numbers = itertools.count(1)
        self._making: dict[tuple, threading.Lock] = {}
        self._edition = 0
        super().__init__(rate=rate, **speed)

    def drop(self, type_name: str, *keys: str) -> int:
        """Remove features by their key from now on: numberMatched changes between two requests. How many were."""
        self._edition += 1
        return self._tables[type_name].drop(keys)

    # ------------------------------------------------------------ HTTP
    def usual_headers(self) -> Mapping[str, str]:
        """Headers seen on the service; `www-authenticate` is there on 200 too and means nothing."""
        return {
            "x-ratelimit-limit-second": "1",
            "ratelimit-limit": "30",
            "www-authenticate": 'Key realm="kong"',
            "cache-control": "private, max-age=1814400",
            "x-content-type-options": "nosniff",
            "access-control-allow-origin": "*",
        }

    def answer(self, request: Request) -> Answer:
        """One request of the protocol."""
        path, params = request.path.rstrip("/"), request.params
        if path.startswith("/private/"):
            path = path.removeprefix("/private")
            if not params.get("apikey") and not request.headers.get("x-key"):
                return Answer(401, "text/html", b"<html><body><h1>401 Unauthorized</h1></body></html>")
        if path not in PATHS:
            return Answer(404, "text/html", b"<html><body><h1>404 Not Found</h1></body></html>")
        try:
            return self._dispatch(request)
        except Refused as refused:
            as_json = params.get("exceptions", "").lower() == "application/json"
            write = documents.exception_json if as_json else documents.exception_xml
            text = write(refused.code, refused.locator, refused.text)
            return Answer(refused.status, _JSON if as_json else "application/xml", text.encode())

    def _dispatch(self, request: Request) -> Answer:
        params = request.params
        if request.method not in ("GET", "POST"):
            raise Refused("Method not allowed", "OperationNotSupported", request.method, 405)
        if (
            request.method == "POST"
            and request.body
            and "x-www-form-urlencoded" not in request.headers.get("content-type", "")
        ):
            raise Refused("The body has to be form-encoded", "OperationParsingFailed")
        if len(request.body) > _LONGEST_FILTER:
            return Answer(413, "text/html", b"<html><body><h1>413 Request Entity Too Large</h1></body></html>")
        if params.get("service", "").upper() != "WFS":
            raise Refused("Could not determine service", "MissingParameterValue", "service")
        operation = params.get("request", "").lower()
        if operation == "getcapabilities":
            text = documents.capabilities(self._tables.values(), self.root() + request.path, self._cap)
            return Answer(200, "application/xml", text.encode())
        if params.get("version", "2.0.0") != "2.0.0":
            raise Refused("Only 2.0.0 is played here", "VersionNegotiationFailed", "version")
        if operation == "describefeaturetype":
            return self._describe(params)
        if operation == "getfeature":
            return self._features(request)
        raise Refused(f"No such operation {params.get('request', '')}", "OperationNotSupported", "request")

    def _table(self, params: Mapping[str, str], *, describe: bool = False) -> FeatureTable:
        name = params.get("typenames") or params.get("typename") or ""
        if not name:
            raise Refused("The typeNames parameter is mandatory", "MissingParameterValue", "typeNames")
        if "," in name or "(" in name:
            raise Refused("One type per request", locator="typeNames")
        if name not in self._tables:
            space, _, local = name.rpartition(":")
            what = f"{{http://{space}}}{local}" if space else local
            text = f"Could not find type: {what}" if describe else f"Feature type {name} unknown"
            raise Refused(text, locator="DescribeFeatureType" if describe else "typeName")
        return self._tables[name]

    def _describe(self, params: Mapping[str, str]) -> Answer:
        table = self._table(params, describe=True)
        if params.get("outputformat", "").lower() in ("application/json", "json"):
            return Answer(200, _JSON, documents.schema_json(table).encode())
        name = table.layer.name.replace(":", "-")
        headers = {"content-disposition": f"inline; filename={name}.xsd"}
        return Answer(200, GML, documents.schema_xsd(table).encode(), headers)

    # ------------------------------------------------------------ GetFeature
    def _features(self, request: Request) -> Answer:
        params = request.params
        query = read_query(self._table(params), params, self._cap, natural_order=self._natural_order)
        ids = self._selection(query.table, params)
        unknown = self.take_fault("unknown", request) is not None
        matched: int | str = "unknown" if unknown else len(ids)
        if self.take_fault("exception", request) is not None:
            report = documents.exception_xml("NoApplicableCode", "", "java.lang.RuntimeException: Error occurred")
            return Answer(200, "application/xml", report.encode())
        if params.get("resulttype", "").lower() == "hits":
            return Answer(200, GML, documents.hits_xml(matched).encode())
        shrink, duplicate = self.take_fault("shrink", request), self.take_fault("duplicate", request)
        spoiled = unknown or shrink is not None or duplicate is not None
        stable = bool(query.sorts) or not self._shuffle
        key = (self._edition, query, request.path, *(params.get(n, "") for n in ("cql_filter", "bbox", "featureid")))
        keep = stable and not spoiled and bool(query.table.layer.key)
        if not keep:
            return self._answer(query, gzip.compress(self._page(query, ids, matched, request, shrink, duplicate), 1))
        with self._lock:
            making = self._making.setdefault(key, threading.Lock())
        with making:  # two clients that ask for the same page wait for one making
            packed = self._pages.get(key)
            if packed is None:
                packed = gzip.compress(self._page(query, ids, matched, request), 6)
                self._pages.put(key, packed)
        return self._answer(query, packed)

    @staticmethod
    def _answer(query: Query, packed: bytes) -> Answer:
        if not query.as_json:
            return Answer(200, GML, packed, packed=True)
        headers = {"content-disposition": f"inline; filename={query.table.layer.local}.json"}
        return Answer(200, _JSON, packed, headers, packed=True)

    def _selection(self, table: FeatureTable, params: Mapping[str, str]) -> np.ndarray:
        """The row ids that the filters choose, ascending."""
        cql, corners, ids = (params.get(name, "") for name in ("cql_filter", "bbox", "featureid"))
        if params.get("filter"):
            raise Refused("FILTER isn't played here: CQL_FILTER or BBOX", "OperationParsingFailed", "FILTER")
        if corners and cql:
            raise Refused(
                "bbox and cql_filter both specified but are mutually exclusive", "NoApplicableCode", status=500
            )
        if ids and (corners or cql):
            raise Refused("featureId is mutually exclusive with bbox and cql_filter", "NoApplicableCode")
        if ids:
            return self._by_id(table, ids)
        key = (self._edition, table.layer.name, cql, corners)
        kept = self._selections.get(key)
        if kept is None:
            chosen = table.chosen(condition(table, cql) if cql else None, box(table, corners) if corners else None)
            kept = chosen.tobytes()
            self._selections.put(key, kept)
        return np.frombuffer(kept, dtype=np.int64).copy()

    @staticmethod
    def _by_id(table: FeatureTable, text: str) -> np.ndarray:
        """Features by `<type>.<number>`; on a layer without key the numbers are never the same: nothing is found."""
        numbers = [part.rpartition(".") for part in text.split(",")]
        rows = [int(n) for local, _, n in numbers if n.isdecimal() and local == table.layer.local and table.layer.key]
        return np.intersect1d(table.chosen(None), np.array(rows, dtype=np.int64))

    # ------------------------------------------------------------ pages
    def _page(
        self,
        query: Query,
        ids: np.ndarray,
        matched: int | str,
        request: Request,
        shrink: Mapping | None = None,
        duplicate: Mapping | None = None,
    ) -> bytes:
        table, layer = query.table, query.table.layer
        if query.sorts:
            ids = table.ordered(ids, query.sorts)
        elif self._shuffle:
            ids = np.random.default_rng().permutation(ids)
        page = ids[query.start : query.start + query.count]
        if duplicate is not None and query.start and len(page):
            page = np.concatenate([ids[query.start - 1 : query.start], page[1:]])
        if shrink is not None:
            page = page[: max(0, len(page) - int(shrink.get("by", 1)))]
        rows, shapes = table.rows(page, [column.name for column in query.columns])
        shapes = rounded(
            project(documents.collected(shapes, table.geometry_kind.upper()), table.crs, query.crs.code), query.crs.code
        )
        following = ""
        if query.start + query.count < len(ids):
            following = (
                f"{self.root()}{request.path}?{urlencode({**request.params, 'startindex': query.start + query.count})}"
            )
        content = documents.Page(
            layer, query.columns, self._feature_ids(layer, page), rows, shapes if query.with_geometry else None,
            query.crs.code, query.crs.latitude_first, matched, following,
        )  # fmt: skip
        return documents.page_json(content) if query.as_json else documents.page_gml(content)

    def _feature_ids(self, layer: Layer, page: np.ndarray) -> list[str]:
        """`batiment.1234`; without primary key, numbers that are never the same twice."""
        if layer.key:
            return [f"{layer.local}.{row_id}" for row_id in page.tolist()]
        seed, moment = random.getrandbits(32), int(time.time() * 1000)
        return [f"{layer.local}.fid-{seed:08x}_{moment:x}_{next(self._numbers):x}" for _ in page]


# ---------------------------------------------------------------- alone
def layers_of(data: Path) -> list[Layer]:
    """Each table with a geometry of a GeoPackage, as `BDTOPO_V3:<table>`, in its own CRS."""
    import sqlite3

    with sqlite3.connect(f"file:{data}?mode=ro", uri=True) as base:
        rows = base.execute("SELECT table_name, srs_id FROM gpkg_geometry_columns").fetchall()
        columns = {name: {c[1] for c in base.execute("SELECT * FROM pragma_table_info(?)", [name])} for name, _ in rows}
    return [Layer(f"BDTOPO_V3:{n}", data, n, "cleabs" if "cleabs" in columns[n] else "", crs) for n, crs in rows]


def layers_from(mapping: Mapping[str, Mapping | tuple]) -> list[Layer]:
    """Layers from type name → {"path", "table", "key", "crs", "geometry"}, or the same values in that order."""
    layers = []
    for name, value in mapping.items():
        made = Layer(name, **value) if isinstance(value, Mapping) else Layer(name, *value)
        layers.append(replace(made, path=Path(made.path)))
    return layers


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="GeoPackage: each of its tables is served")
    parser.add_argument("--types", type=Path, help="JSON: type name → path, table, key, crs, geometry")
    for name, kind, default in (
        ("port", int, 0), ("cap", int, 5000), ("rate", float, 30.0), ("penalty", float, 5.0),
        ("latency-ms", float, 0.0), ("mbit", float, 0.0), ("cache-mb", int, 512),
    ):  # fmt: skip
        parser.add_argument(f"--{name}", type=kind, default=default)
    parser.add_argument("--no-shuffle", action="store_true", help="keep one order of pages without sortBy")
    arguments = vars(parser.parse_args())
    data, types, stable = arguments.pop("data"), arguments.pop("types"), arguments.pop("no_shuffle")
    layers = layers_from(json.loads(types.read_text())) if types else layers_of(data)
    server = GeopfWfs(layers, shuffle=not stable, **arguments)
    print(server.url, flush=True)
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        server.stop()


if __name__ == "__main__":
    main()
