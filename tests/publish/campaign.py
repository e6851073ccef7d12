"""A publication cut at one of its requests, gone on with, taken back: what the database says of it each time."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeature, QgsFeedback, QgsGeometry, QgsVectorLayer

from data_territoires_plugin.errors import DataTerritoiresError
from data_territoires_plugin.publish.plan import Mode
from data_territoires_plugin.publish.publication import Order, go_on, prepare, publish, take_back

if TYPE_CHECKING:
    from pathlib import Path

    from tests.servers.between import Line

EVERYTHING = "SELECT fid, id_public, essence, hauteur, maj::text, ST_AsText(geom, 6) FROM arbre ORDER BY fid"
FIELDS = "field=id_public:string(40)&field=essence:string(40)&field=hauteur:double"


@dataclass(frozen=True)
class Way:
    """How a platform is reached: with the line that can be cut."""

    type: str
    address: str
    authcfg: str
    line: Line


@dataclass(frozen=True)
class Told:
    """What one cut gave: where it was, and what is wrong ("" : nothing)."""

    where: str
    wrong: str


def trees() -> list[tuple[str, str | None, float | None, str]]:
    """Of the 25 trees of the platform: 19 as they are, 3 that change (a value emptied, a place), 3 gone; 2 new ones."""
    rows: list[tuple[str, str | None, float | None, str]] = [
        (f"A{n}", "tilleul", float(n), f"POINT({round(-1.7 + n / 1000, 3)} 48.1)") for n in range(1, 23)
    ]
    rows[1] = ("A2", None, 2.0, rows[1][3])
    rows[3] = ("A4", "hêtre", 4.5, rows[3][3])
    rows[5] = ("A6", "tilleul", 6.0, "POINT(-1.5 48.2)")
    return [*rows, *((f"N{n}", "if", n + 0.25, f"POINT({round(-1.6 + n / 1000, 3)} 48.15)") for n in range(2))]


def wanted() -> set[tuple]:
    """What the platform must hold in the end."""
    return {(key, essence, height, shape.replace(" ", "")) for key, essence, height, shape in trees()}


def held(rows: Callable[[str], list[tuple]]) -> list[tuple]:
    """The trees that the database holds, each as often as it is there."""
    asked = "SELECT id_public, essence, hauteur, ST_X(geom)::float8, ST_Y(geom)::float8 FROM arbre"
    return [(key, essence, height, f"POINT({round(x, 6)}{round(y, 6)})") for key, essence, height, x, y in rows(asked)]


def layer() -> QgsVectorLayer:
    """The layer of these trees."""
    vector = QgsVectorLayer(f"Point?crs=EPSG:4326&{FIELDS}", "layer", "memory")
    features = []
    for key, essence, height, shape in trees():
        feature = QgsFeature(vector.fields())
        feature.setGeometry(QgsGeometry.fromWkt(shape))
        feature.setAttributes([key, essence, height])
        features.append(feature)
    vector.dataProvider().addFeatures(features)
    return vector


def order(way: Way, vector: QgsVectorLayer) -> Order:
    """The publication of this layer as a mirror."""
    return Order(vector, way.type, way.address, "arbre", "id_public", Mode.MIRROR, 50.0, way.authcfg)


Rows = Callable[[str], list[tuple]]


def cut_once(way: Way, vector: Any, rows: Rows, folder: Path, at: int, when: str, **how: Any) -> Told:
    """One publication cut at its request `at`, gone on with, verified, taken back."""
    before = rows(EVERYTHING)
    forget(folder)
    way.line.cut(at, when, **how)
    with contextlib.suppress(DataTerritoiresError):
        publish(prepare(order(way, vector), QgsFeedback()), folder, QgsFeedback())
    way.line.mend()
    wrong = gone_on(vector, way, rows, folder) or taken_back(rows, folder, before)
    return Told(f"{way.type}, {when} request {at}", wrong)


def undo_cut_once(way: Way, vector: Any, rows: Rows, folder: Path, at: int, when: str, **how: Any) -> Told:
    """A publication whose undoing is cut at its request `at`, and asked for again."""
    before = rows(EVERYTHING)
    forget(folder)
    way.line.mend()
    wrong = gone_on(vector, way, rows, folder)
    way.line.cut(at, when, **how)
    with contextlib.suppress(DataTerritoiresError):
        take_back(next(folder.glob("*.journal")), QgsFeedback())
    way.line.mend()
    return Told(f"{way.type}, undoing, {when} request {at}", wrong or taken_back(rows, folder, before))


def forget(folder: Path) -> None:
    """No journal of an earlier publication."""
    for old in folder.glob("*.journal*"):
        old.unlink()


def gone_on(vector: Any, way: Way, rows: Rows, folder: Path) -> str:
    """Resumes (or publishes, where it was cut before there was a journal): what is then wrong."""
    journals = list(folder.glob("*.journal"))
    if not journals:
        result, _ = publish(prepare(order(way, vector), QgsFeedback()), folder, QgsFeedback())
    else:
        result = go_on(journals[0], QgsFeedback())
    found = held(rows)
    if len(found) != len(wanted()) or set(found) != wanted():
        return f"not the source: {sorted(map(str, set(found) ^ wanted()))}, {len(found)} rows"
    if not result.verified:
        return f"not verified: {[entry.message for entry in result.failed]}"
    return ""


def taken_back(rows: Rows, folder: Path, before: list[tuple]) -> str:
    """Undoes: what is then not as it was."""
    result = take_back(next(folder.glob("*.journal")), QgsFeedback())
    after = rows(EVERYTHING)
    if after != before:
        return f"not as it was: {sorted(map(str, set(after) ^ set(before)))}"
    return "" if result.verified else f"undone, but not verified: {[entry.message for entry in result.failed]}"


def cuts(total: int) -> list[tuple[int, str]]:
    """Each request, before it arrives and after it is carried out."""
    return [(at, when) for at in range(1, total + 1) for when in ("before", "after")]


def secrets_in(folder: Path, *words: str) -> list[str]:
    """The files that hold one of these words."""
    return [
        file.name
        for file in folder.rglob("*")
        if file.is_file() and any(word.encode() in file.read_bytes() for word in words)
    ]
