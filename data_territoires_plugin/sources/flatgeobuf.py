"""FlatGeobuf files of the whole country, read by ranges: its index first, then only the features around the perimeter.

The format (flatgeobuf.org, version 3): 8 bytes of magic, the size of a header (a FlatBuffers table), the header, a
packed Hilbert R-tree (nodes of four doubles and an offset, level after level, the root first), then the features, each
after its size. GDAL would do the same by itself, but past QGIS's proxy and certificates: the ranges go through our
door, and what came is a small FlatGeobuf that GDAL reads.
"""

from __future__ import annotations

import hashlib
import os
import struct
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem

from ..errors import NetworkError, SourceError
from ..i18n import tr
from ..network import Pool, checked, endpoint, session
from ..paths import cache_folder
from .base import Area, Batch, Plan, Stage, Way, stop_if_cancelled
from .downloads import touch
from .local import LocalSource
from .outline import transformed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from qgis.core import QgsFeedback

    from ..catalogue.entry import Entry

SERVICE = "geopf_partial"
_MAGIC = b"fgb\x03"
_NODE = 40  # bytes: west, south, east, north, offset
_FIRST = 65_536  # bytes: the header and the top of the index, most often
_GAP = 262_144  # bytes that are read for nothing rather than asking once more
_MOST = 8_388_608  # bytes of one range
_TIMEOUT = (15.0, 120.0)
_PARTIAL = 206
# Fields of the table Header, in the order of its schema.
_COUNT_FIELD, _NODE_SIZE_FIELD = 8, 9
_DEFAULT_NODE_SIZE = 16
Box = tuple[float, float, float, float]
Leaf = tuple[int, Box]  # where a feature is, after the index, and its box


@dataclass(frozen=True)
class Header:
    """The head of a file. `count` is 0 and `node_size` 0 where there is no index."""

    raw: bytes  # magic, size and header
    count: int
    node_size: int
    count_at: int  # place of the count in `raw`, 0 where it isn't written

    @property
    def features_at(self) -> int:
        """Where the features begin."""
        return len(self.raw) + _NODE * levels(self.count, self.node_size)[0][1]

    def counting(self, count: int) -> bytes:
        """The same head, for so many features."""
        head = bytearray(self.raw)
        struct.pack_into("<Q", head, self.count_at, count)
        return bytes(head)


def levels(count: int, node_size: int) -> list[tuple[int, int]]:
    """The nodes of each level of an index as (first, end), the leaves first."""
    sizes = [count]
    while sizes[-1] > 1:
        sizes.append((sizes[-1] + node_size - 1) // node_size)
    end = sum(sizes)
    bounds = []
    for size in sizes:
        bounds.append((end - size, end))
        end -= size
    return bounds


def header_of(content: bytes) -> Header:
    """The head of a file, from its first bytes. SourceError: not a FlatGeobuf, or one without index."""
    if content[:4] != _MAGIC or len(content) < 16:
        raise SourceError(tr("The file is not a FlatGeobuf."), detail=repr(content[:16]))
    (size,) = struct.unpack_from("<I", content, 8)
    end = 12 + size
    if end > len(content):
        raise SourceError(tr("The header of the FlatGeobuf is too long."), detail=f"{size} bytes")
    count_at = _field(content, 12, _COUNT_FIELD)
    node_at = _field(content, 12, _NODE_SIZE_FIELD)
    count = struct.unpack_from("<Q", content, count_at)[0] if count_at else 0
    node_size = struct.unpack_from("<H", content, node_at)[0] if node_at else _DEFAULT_NODE_SIZE
    if not count or node_size < 2:
        raise SourceError(
            tr("The FlatGeobuf has no spatial index: it can't be read by parts."),
            hint=tr("Download it whole, and clip it as a layer of your own."),
        )
    return Header(content[:end], count, node_size, count_at)


def _field(buffer: bytes, start: int, number: int) -> int:
    """Where a field of a FlatBuffers table is, 0 where it has its default value."""
    table = start + struct.unpack_from("<I", buffer, start)[0]
    vtable = table - struct.unpack_from("<i", buffer, table)[0]
    place = 4 + 2 * number
    if place + 2 > struct.unpack_from("<H", buffer, vtable)[0]:
        return 0
    offset = struct.unpack_from("<H", buffer, vtable + place)[0]
    return table + offset if offset else 0


class _Remote:
    """A file behind a service, read by ranges; `received` counts the bytes."""

    def __init__(self, url: str, authcfg: str, feedback: QgsFeedback) -> None:
        self._url, self._authcfg, self._feedback = url, authcfg, feedback
        self.received, self.version, self.size = 0, "", 0

    def read(self, start: int, size: int) -> bytes:
        """So many bytes from `start` on (fewer at the end). NetworkError: the server has no ranges, or changed file."""
        stop_if_cancelled(self._feedback)
        headers = {"Range": f"bytes={start}-{start + size - 1}", "Accept-Encoding": "identity"}
        with session(authcfg=self._authcfg, feedback=self._feedback) as web:
            answer = checked(
                web.request("GET", self._url, headers=headers, timeout=_TIMEOUT, size_limit=_MOST + _FIRST)
            )
        if answer.status_code != _PARTIAL:
            raise NetworkError(
                tr("The server does not give parts of files."),
                detail=f"HTTP {answer.status_code} {self._url}",
                hint=tr("Another way to this layer is needed."),
            )
        version = answer.headers.get("ETag", "") or answer.headers.get("Last-Modified", "")
        if self.version and version != self.version:
            raise NetworkError(
                tr("The file changed on the server while it was being read."), hint=tr("Try again in a few minutes.")
            )
        self.version = version
        self.size = int(answer.headers.get("Content-Range", "0/0").rpartition("/")[2] or 0)
        self.received += len(answer.content)
        return answer.content


def _found(remote: _Remote, header: Header, first: bytes, box: Box) -> list[Leaf]:
    """The features whose box meets `box`: the tree is read level after level.

    Where there is none, one that is elsewhere: a FlatGeobuf without features can't have an index, and GDAL wants one.
    """
    start, nodes = len(header.raw), levels(header.count, header.node_size)
    wanted = [(nodes[-1][0], nodes[-1][1])]
    found: list[Leaf] = []
    for level in range(len(nodes) - 1, -1, -1):
        found = []
        for begin, end in wanted:
            block = _block(remote, first, start + _NODE * begin, _NODE * (end - begin))
            found += [
                (offset, (west, south, east, north))
                for west, south, east, north, offset in struct.iter_unpack("<ddddQ", block)
                if west <= box[2] and east >= box[0] and south <= box[3] and north >= box[1]
            ]
        if level:
            last = nodes[level - 1][1]
            wanted = _merged([(node, min(node + header.node_size, last)) for node, _ in sorted(found)])
    if not found:
        west, south, east, north, offset = struct.unpack(
            "<ddddQ", _block(remote, first, start + _NODE * nodes[0][0], _NODE)
        )
        found = [(offset, (west, south, east, north))]
    return sorted(found)


def _index(boxes: list[Box], sizes: list[int], node_size: int) -> bytes:
    """The packed tree of features that lie one after the other, in the order of the file they come from."""
    offset, nodes = 0, []
    for box, size in zip(boxes, sizes, strict=True):
        nodes.append((*box, offset))
        offset += size
    bounds, level = levels(len(boxes), node_size), nodes
    tree = [level]
    for first, _ in bounds[:-1]:
        level = [
            (
                min(node[0] for node in level[at : at + node_size]),
                min(node[1] for node in level[at : at + node_size]),
                max(node[2] for node in level[at : at + node_size]),
                max(node[3] for node in level[at : at + node_size]),
                first + at,
            )
            for at in range(0, len(level), node_size)
        ]
        tree.append(level)
    return b"".join(struct.pack("<ddddQ", *node) for level in reversed(tree) for node in level)


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Neighbouring ranges of nodes as one."""
    merged: list[tuple[int, int]] = []
    for begin, end in ranges:
        if merged and (begin - merged[-1][1]) * _NODE <= _GAP and (end - merged[-1][0]) * _NODE <= _MOST:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((begin, end))
    return merged


def _block(remote: _Remote, first: bytes, start: int, size: int) -> bytes:
    if start + size <= len(first):
        return first[start : start + size]
    return remote.read(start, size)


class FlatGeobuf:
    """Reads a FlatGeobuf of a service: `layer` of the entry is its path there, or a whole address."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    def plan(self, entry: Entry, area: Area, feedback: QgsFeedback) -> Plan:
        """Fetches what lies around the perimeter, and plans it as a file. NetworkError, SourceError, Cancelled."""
        if area.perimeter is None:
            raise SourceError(tr("A perimeter is needed."))
        url = entry.layer if "://" in entry.layer else f"{endpoint(entry.service)}/{entry.layer}"
        shape = transformed(area.perimeter, area.crs, QgsCoordinateReferenceSystem(entry.crs)).boundingBox()
        box = (shape.xMinimum(), shape.yMinimum(), shape.xMaximum(), shape.yMaximum())
        file, count, received = self._subset(url, entry.options.get("authcfg", ""), box, feedback)
        plan = LocalSource().plan(replace(entry, service="local", layer=str(file), options={}, ways=()), area, feedback)
        reason = tr("by parts of the file of the whole country: {count} features around the perimeter, {kb} kB").format(
            count=count, kb=round(received / 1000)
        )
        way = plan.way if plan.way is Way.ATTRIBUTE else Way.BBOX
        return replace(plan, way=way, reason=reason, request=url, detail={**plan.detail, "received": received})

    def fetch(self, entry: Entry, area: Area, plan: Plan, stage: Stage, feedback: QgsFeedback) -> Iterator[Batch]:
        """The rows of what was fetched."""
        for batch in LocalSource().fetch(entry, area, plan, stage, feedback):
            yield replace(batch, bytes=plan.detail["received"])

    def _subset(self, url: str, authcfg: str, box: Box, feedback: QgsFeedback) -> tuple[Path, int, int]:
        """A FlatGeobuf of the features whose box meets `box`, their number, and the bytes that came."""
        remote = _Remote(url, authcfg, feedback)
        first = remote.read(0, _FIRST)
        header = header_of(first)
        name = hashlib.sha256(f"{url} {remote.version} {box}".encode()).hexdigest()[:24]
        file = cache_folder("files") / f"{name}.fgb"
        found = _found(remote, header, first, box)
        if file.exists():
            touch(file)
            return file, len(found), remote.received
        draft = file.with_suffix(f".{os.getpid()}.draft")
        sizes: list[int] = []
        try:
            with draft.open("wb") as out:
                out.write(header.counting(len(found)))
                out.write(bytes(_NODE * levels(len(found), header.node_size)[0][1]))
                for begin, group in _groups([offset for offset, _ in found]):
                    block = remote.read(header.features_at + begin, group[-1] - begin + _GAP)
                    for offset in group:
                        sizes.append(out.write(_feature(remote, header, block, begin, offset)))
                out.seek(len(header.raw))
                out.write(_index([leaf for _, leaf in found], sizes, header.node_size))
            draft.replace(file)
        finally:
            draft.unlink(missing_ok=True)
        return file, len(found), remote.received


def _groups(offsets: list[int]) -> Iterator[tuple[int, list[int]]]:
    """Features near one another in the file: the first offset, and all of them."""
    group: list[int] = []
    for offset in offsets:
        if group and (offset - group[-1] > _GAP or offset - group[0] > _MOST - _GAP):
            yield group[0], group
            group = []
        group.append(offset)
    if group:
        yield group[0], group


def _feature(remote: _Remote, header: Header, block: bytes, begin: int, offset: int) -> bytes:
    """A feature with its size before it; one that is longer than what came is asked for by itself."""
    at = offset - begin
    if at + 4 <= len(block):
        (size,) = struct.unpack_from("<I", block, at)
        if at + 4 + size <= len(block):
            return block[at : at + 4 + size]
    else:
        (size,) = struct.unpack("<I", remote.read(header.features_at + offset, 4))
    whole = remote.read(header.features_at + offset, 4 + size)
    if len(whole) != 4 + size:
        raise NetworkError(
            tr("The file is shorter than it says."), hint=tr("It may be being published: try again in a few minutes.")
        )
    return whole
