"""A delimited text file (CSV, TSV) as a source: its rows as points, shapes or a plain table, in a staged GeoPackage.

Rows go from the file to SQLite by chunks: the memory does not grow with the file, and no row becomes a feature object.
"""

from __future__ import annotations

import math
import struct
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from osgeo import gdal, ogr, osr

from ..catalogue.entry import GeometryKind
from ..errors import SourceError
from ..geopackage import close, connect, gpkg_blob, scalar, sql
from ..i18n import tr
from .base import Area, Batch, Column, Plan, Stage, Way, stop_if_cancelled
from .codes import Selection, selection
from .convert import KEY
from .coordinates import WKT
from .dialect import records
from .survey import Asked, Survey, examine, is_chosen, locate, remarks, shape_kind, squared, without_place
from .values import reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsFeedback

    from ..catalogue.entry import Entry

Bounds = tuple[float, float, float, float]
Located = tuple["bytes | None", list[str]]

_CHUNK = 5_000  # rows
_OPTIONS = {"OGR_SQLITE_SYNCHRONOUS": "OFF", "OGR_SQLITE_JOURNAL": "OFF"}
_OGR_TYPES = {
    "INTEGER": (ogr.OFTInteger64, ogr.OFSTNone),
    "REAL": (ogr.OFTReal, ogr.OFSTNone),
    "DATE": (ogr.OFTDate, ogr.OFSTNone),
    "DATETIME": (ogr.OFTDateTime, ogr.OFSTNone),
    "BOOLEAN": (ogr.OFTInteger, ogr.OFSTBoolean),
}
_WKB = {"point": ogr.wkbMultiPoint, "line": ogr.wkbMultiLineString, "polygon": ogr.wkbMultiPolygon}


class DelimitedSource:
    """Reads the text file named by the entry."""

    def plan(self, entry: Entry, area: Area, feedback: QgsFeedback) -> Plan:
        """Reads the file through, and chooses between the territory's codes, the bounding box, and everything.

        Raises SourceError where it is no table, or where a layer that has a geometry finds no coordinates in it.
        """
        path = Path(entry.layer.partition("|")[0])
        if not path.is_file():
            raise SourceError(
                tr("“{path}” does not exist.").format(path=path),
                hint=tr("Check the path of the entry “{id}” in your catalogue.").format(id=entry.id),
            )
        selected = selection(entry, area)
        survey = examine(path, asked_of(entry, selected), lambda: stop_if_cancelled(feedback))
        if entry.geometry not in (GeometryKind.NONE, GeometryKind.ANY) and survey.place is None and survey.rows:
            raise _without_coordinates(entry, survey)
        if selected and (selected.field not in survey.names or not (survey.chosen or area.perimeter is None)):
            selected = None  # the codes are written otherwise there, perhaps: the perimeter tells for sure
        way, reason = self._way(entry, area, selected, survey)
        facts = path.stat()
        return Plan(
            way,
            "; ".join([reason, *remarks(survey)]),
            path.name,
            survey.chosen if selected else None,
            tuple(Column(name, type_) for name, type_ in survey.columns.items()),
            edition="" if entry.edition.startswith("field:") else entry.edition,
            exact=selected is not None,
            detail={
                "path": str(path),
                "survey": survey.note(),
                "field": selected.field if selected else "",
                "values": list(selected.values) if selected else [],
                "role": selected.kind if selected else "",
                "modified": facts.st_mtime_ns,
                "size": facts.st_size,
            },
        )

    def fetch(self, entry: Entry, area: Area, plan: Plan, stage: Stage, feedback: QgsFeedback) -> Iterator[Batch]:
        """One batch: the rows wanted, in the CRS of delivery."""
        detail = plan.detail
        path = Path(detail["path"])
        if not stage.has("rows.gpkg"):
            asked = asked_of(entry, None)
            if detail["values"]:
                wanted = Selection(detail["role"], detail["field"], tuple(detail["values"]))
                asked = asked_of(entry, wanted)
            load(path, Survey.of(detail["survey"]), asked, area, stage.draft("rows.gpkg"), feedback)
            stage.keep("rows.gpkg")
        yield Batch(stage.path("rows.gpkg"), "rows", path.stat().st_size)

    @staticmethod
    def _way(entry: Entry, area: Area, selected: Selection | None, survey: Survey) -> tuple[Way, str]:
        if selected is not None:
            return Way.ATTRIBUTE, tr("by the codes of the territory, field {field}").format(field=selected.field)
        if survey.place is None:
            return Way.ALL, tr("a table without geometry: read whole")
        if area.perimeter is None and area.codes:
            raise SourceError(tr("“{title}” can't be selected by a code.").format(title=entry.title))
        return Way.BBOX, tr("by the bounding box, row by row")


def asked_of(entry: Entry, selected: Selection | None) -> Asked:
    """What the entry says of its file."""
    return Asked(
        "" if entry.geometry is GeometryKind.ANY else entry.geometry.value,
        entry.geometry_column,
        entry.crs,
        selected.field if selected else "",
        frozenset(selected.values) if selected else frozenset(),
        selected.kind if selected else "",
    )


def load(path: Path, survey: Survey, asked: Asked, area: Area, target: Path, feedback: QgsFeedback) -> int:
    """Writes the wanted rows of a file into the table `rows` of a new GeoPackage; gives back their number.

    Without codes, the rows whose geometry meets the bounding box of the perimeter. With codes, or without a perimeter,
    all the rows asked for, the ones without usable coordinates too: they are counted where they are cut.
    """
    if asked.geometry == "none":
        survey = without_place(survey)
    target.unlink(missing_ok=True)
    crs = area.crs.authid() or area.crs.toWkt()
    _create(target, survey, asked, crs)
    loader = _Loader(survey, asked, crs, _bounds(area) if not asked.values else None)
    connection = connect(target)
    try:
        for pragma in ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF"):
            connection.execute(pragma)
        loader.srs_id = int(scalar(connection, "SELECT srs_id FROM gpkg_contents WHERE table_name = 'rows'") or 0)
        names = [*(("geom",) if survey.place else ()), *survey.columns]
        statement = sql("INSERT INTO {table} ({names}) VALUES ", table="rows", names=names)
        statement += f"({', '.join('?' * len(names))})"
        rows = records(path, survey.dialect)
        next(rows, None)
        written = 0
        connection.execute("BEGIN")
        with _quiet():
            while chunk := list(islice(rows, _CHUNK)):
                stop_if_cancelled(feedback)
                written += connection.executemany(statement, loader.values(chunk)).rowcount
        connection.execute("COMMIT")
    finally:
        connection.close()
    return written


@contextmanager
def _quiet() -> Iterator[None]:
    """A geometry that can't be read or moved is one row to count, not an error, whatever another plugin has set."""
    with ogr.ExceptionMgr(useExceptions=False), osr.ExceptionMgr(useExceptions=False), gdal.quiet_errors():
        yield


class _Loader:
    """Turns the rows of a file into those of a table."""

    def __init__(self, survey: Survey, asked: Asked, crs: str, bounds: Bounds | None) -> None:
        self.survey, self.asked, self.bounds = survey, asked, bounds
        self.srs_id = 0
        self._target = _reference(crs)
        self._moves: dict[str, osr.CoordinateTransformation] = {}
        self._width = len(survey.names)
        self._code = survey.names.index(asked.field) if asked.values else -1
        self._several = _is_multiple(survey)
        self._readers = [
            (at, reader(survey.kinds[at], survey.restored[at]))
            for at, name in enumerate(survey.names)
            if name in survey.columns
        ]

    def values(self, chunk: list[list[str]]) -> list[tuple[Any, ...]]:
        """The values to insert for the wanted rows of a chunk."""
        rows = [squared(row, self._width) for row in chunk]
        if self._code >= 0:
            rows = [row for row in rows if is_chosen(row[self._code], self.asked)]
        place = self.survey.place
        if place is None:
            return [tuple(read(row[at]) for at, read in self._readers) for row in rows]
        located = self._points(rows) if place.form in ("columns", "pair") else self._shapes(rows)
        return [(blob, *(read(row[at]) for at, read in self._readers)) for blob, row in located]

    def _points(self, rows: list[list[str]]) -> list[Located]:
        place = self.survey.place
        kept: list[Located] = []
        by_crs: dict[str, list[tuple[float, float, list[str]]]] = {}
        for row in rows:
            found = locate(row, place) if place else None
            if found is not None:
                by_crs.setdefault(found[2], []).append((found[0], found[1], row))
            elif self.bounds is None:
                kept.append((None, row))
        for crs, points in by_crs.items():
            moved = self._move(crs).TransformPoints([(x, y) for x, y, _ in points])
            kept += [
                (self._point(x, y), row)
                for (x, y, _), (*_, row) in zip(moved, points, strict=True)
                if self._is_near(x, x, y, y)
            ]
        return kept

    def _point(self, x: float, y: float) -> bytes | None:
        if not (math.isfinite(x) and math.isfinite(y)):
            return None
        return struct.pack("<2sBBiBIdd", b"GP", 0, 1, self.srs_id, 1, 1, x, y)

    def _shapes(self, rows: list[list[str]]) -> list[Located]:
        kept: list[Located] = []
        for row in rows:
            geometry = self._geometry(row)
            if geometry is None:
                if self.bounds is None and not self._is_other(row):
                    kept.append((None, row))
                continue
            west, east, south, north = geometry.GetEnvelope()
            if self._is_near(west, east, south, north):
                wkb = bytes(geometry.ExportToIsoWkb(ogr.wkbNDR))
                kept.append((gpkg_blob(wkb, self.srs_id, (west, east, south, north)), row))
        return kept

    def _is_other(self, row: list[str]) -> bool:
        place = self.survey.place
        kind = shape_kind(row[place.columns[0]], place)[0] if place else ""
        return bool(kind) and bool(self.asked.geometry) and kind != self.asked.geometry

    def _geometry(self, row: list[str]) -> ogr.Geometry | None:
        """The geometry of a row in the CRS of delivery; None where it has none, or of another kind."""
        place = self.survey.place
        if place is None or self._is_other(row):
            return None
        text = row[place.columns[0]]
        crs = place.crs
        if place.form == "geojson":
            geometry = ogr.CreateGeometryFromJson(text)
        else:
            found = WKT.match(text)
            if found is None:
                return None
            crs = f"EPSG:{found[1]}" if found[1] else crs
            geometry = ogr.CreateGeometryFromWkt(text[found.start(2) :])
        if geometry is None or geometry.IsEmpty() or geometry.Transform(self._move(crs)) != ogr.OGRERR_NONE:
            return None
        if self._several:
            return ogr.ForceTo(geometry, ogr.GT_GetCollection(geometry.GetGeometryType()))
        return geometry

    def _is_near(self, west: float, east: float, south: float, north: float) -> bool:
        if self.bounds is None:
            return True
        left, low, right, top = self.bounds
        return west <= right and east >= left and south <= top and north >= low

    def _move(self, crs: str) -> osr.CoordinateTransformation:
        if crs not in self._moves:
            self._moves[crs] = osr.CoordinateTransformation(_reference(crs), self._target)
        return self._moves[crs]


def _reference(crs: str) -> osr.SpatialReference:
    reference = osr.SpatialReference()
    reference.SetFromUserInput(crs)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def _bounds(area: Area) -> Bounds | None:
    if area.perimeter is None:
        return None
    box = area.perimeter.boundingBox()
    return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()


def _is_multiple(survey: Survey) -> bool:
    return survey.place is not None and survey.place.form in ("wkt", "geojson")


def _create(target: Path, survey: Survey, asked: Asked, crs: str) -> None:
    """An empty GeoPackage with the table `rows`."""
    kind = ogr.wkbNone
    if survey.place:
        kind = _WKB.get(asked.geometry, ogr.wkbUnknown) if _is_multiple(survey) else ogr.wkbPoint
    with gdal.ExceptionMgr(useExceptions=True), gdal.config_options(_OPTIONS):
        dataset = gdal.GetDriverByName("GPKG").Create(
            str(target), 0, 0, 0, gdal.GDT_Unknown, options=["ADD_GPKG_OGR_CONTENTS=NO"]
        )
        layer = dataset.CreateLayer(
            "rows",
            _reference(crs) if survey.place else None,
            kind,
            ["SPATIAL_INDEX=NO", "GEOMETRY_NAME=geom", f"FID={KEY}"],
        )
        for name, type_ in survey.columns.items():
            ogr_type, subtype = _OGR_TYPES.get(type_, (ogr.OFTString, ogr.OFSTNone))
            field = ogr.FieldDefn(name, ogr_type)
            field.SetSubType(subtype)
            layer.CreateField(field)
        del layer
        close(dataset)


def _without_coordinates(entry: Entry, survey: Survey) -> SourceError:
    return SourceError(
        tr("“{title}”: no column of the file holds coordinates.").format(title=entry.title),
        detail=", ".join(survey.names),
        hint=tr(
            "Columns such as lon and lat, x and y, or a geometry in WKT are recognised; name others in the key"
            " geometry_column of the catalogue (“x,y” for two)."
        ),
    )
