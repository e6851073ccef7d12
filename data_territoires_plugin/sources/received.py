"""What a server sends (GeoJSON, GML, Esri's JSON) into rows of the stage: by OGR, from a file that `network` fetched.

No address in an answer is ever opened by GDAL. Where the coordinates are is checked, not believed: servers differ on
the order of latitude and longitude, and some answer in another CRS than asked.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from osgeo import gdal
from qgis.core import QgsCoordinateTransform, QgsCoordinateTransformContext, QgsRectangle

from ..errors import NetworkError, ServerError, SourceError
from ..geopackage import connect, sql
from ..i18n import tr
from .bounds import crs_of, named_crs
from .convert import KEY, Reading, convert, table_columns
from .page import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from qgis.core import QgsFeedback

    from .base import Stage

_OPTIONS = {
    "json": ("DATE_AS_STRING=YES", "NATIVE_DATA=YES"),
    "gml": ("DOWNLOAD_SCHEMA=NO", "WRITE_GFS=NO", "GML_ATTRIBUTES_TO_OGR_FIELDS=NO"),
    "esri": (),
}
_DRIVERS = {"json": "GeoJSON", "gml": "GML", "esri": "ESRIJSON"}
# What the JSON of Esri has beside its features, and GeoJSON hasn't.
_ESRI = re.compile(rb'"(?:objectIdFieldName|geometryType|fieldAliases)"\s*:')
_OFFLINE = {"GML_SKIP_RESOLVE_ELEMS": "ALL", "GML_DOWNLOAD_SCHEMA": "NO", "OGR_GEOJSON_MAX_OBJ_SIZE": "0"}
_LOOKED_AT = 50  # features whose place is compared with the box asked
_GEOJSON = re.compile(rb'"type"\s*:\s*"FeatureCollection"')
_ROOT = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?.*?\?>|<!--.*?-->|\s)*<(?:[\w.-]+:)?FeatureCollection\b[^>]*>", re.DOTALL
)
_FAILED = re.compile(rb"<(?:[\w.-]+:)?(?:ExceptionReport|ServiceException|truncatedResponse)\b")
_VOLATILE = re.compile(r"\bfid-{1,2}[0-9a-f]{4,}")  # GeoServer's ids of a table without a key: new at each request


@dataclass(frozen=True)
class Place:
    """How the coordinates of an answer are to be read."""

    crs: str  # as `named_crs` writes it
    swapped: bool = False


@dataclass(frozen=True)
class Wanted:
    """What the rows of a layer must be."""

    title: str
    target: str  # CRS of the rows, as GDAL takes it
    box: QgsRectangle | None  # what was asked for, in EPSG:4326, longitude first; None: everything
    key: str = ""  # the column of the identifier: filled with the feature's id where the properties lack it
    layer: str = ""  # local name of the type, for GML
    schema: str = ""  # of the type (XSD), for GML


@dataclass(frozen=True)
class _PageReading(Reading):
    """Keeps the numbers of features, makes straight lines of curves, lets nulls be where the schema wants none."""

    numbered: bool = False

    def options(self, table: str, callback: Callable[..., int]) -> gdal.GDALVectorTranslateOptions:
        moved = bool(self.to_crs) and self.from_crs != self.to_crs
        return gdal.VectorTranslateOptions(
            format="GPKG",
            layers=[self.layer] if self.layer else None,
            layerName=table,
            srcSRS=self.from_crs if moved else None,
            dstSRS=self.to_crs or self.from_crs,
            reproject=moved,
            geometryType=["PROMOTE_TO_MULTI", "CONVERT_TO_LINEAR"],
            forceNullable=True,
            layerCreationOptions=["SPATIAL_INDEX=NO", "GEOMETRY_NAME=geom", f"FID={KEY}"],
            datasetCreationOptions=["ADD_GPKG_OGR_CONTENTS=NO"],
            preserveFID=self.numbered,
            callback=callback,
        )


@dataclass(frozen=True)
class Answer:
    """An answer written beside the stage, opened once: what it says of itself, not its features."""

    path: Path
    kind: str  # json, gml, esri
    bytes: int
    layer: str  # "": no feature
    place: Place
    returned: int | None
    matched: int | None
    next: str
    numbered: bool  # its features have a number for id
    options: tuple[str, ...]


@dataclass
class Receiver:
    """Turns the answers for a layer into pages of the stage."""

    wanted: Wanted
    stage: Stage
    feedback: QgsFeedback
    _place: Place | None = field(default=None, repr=False)

    def kept(self, name: str) -> Page:
        """A page that was received by now or by an earlier try."""
        return Page.read(self.stage.path(name))

    def opened(self, name: str, body: bytes, said: Iterable[str]) -> Answer:
        """Reads what an answer says. `said`: the CRS it should be in, the most certain first.

        Raises NetworkError where it is broken, SourceError where its coordinates lie nowhere near what was asked.
        """
        kind = "json" if body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else "gml"
        if kind == "json" and _ESRI.search(body[:2000]) and not _GEOJSON.search(body[:2000]):
            kind = "esri"
        if kind == "gml" and not _ROOT.match(body[:20_000]):
            raise self.broken(repr(body[:300]))
        if kind == "gml" and _FAILED.search(body[-4096:]):
            raise self.broken(repr(body[-1000:]))
        path = self.stage.draft(name).with_suffix("." + kind)
        path.write_bytes(body)
        options = _OPTIONS[kind] + self._schema(kind)
        try:
            return self._described(path, kind, body, options, [named_crs(each) for each in said])
        except RuntimeError as error:
            raise self.broken(str(error)) from error

    def _described(self, path: Path, kind: str, body: bytes, options: tuple[str, ...], said: list[str]) -> Answer:
        with gdal.ExceptionMgr(useExceptions=True), gdal.config_options(_OFFLINE):
            dataset = gdal.OpenEx(
                str(path),
                gdal.OF_VECTOR | gdal.OF_READONLY,
                allowed_drivers=[_DRIVERS[kind]],
                open_options=list(options),
            )
            layer = _layer(dataset, self.wanted.layer)
            native = layer.GetMetadataItem("NATIVE_DATA", "NATIVE_DATA") if layer is not None else None
            about = _of_gml(body[:20_000]) if kind == "gml" else _of_json(native)
            if layer is None or layer.GetFeatureCount() == 0:
                return Answer(path, kind, len(body), "", Place(said[0]), *about, numbered=False, options=options)
            if self._place is None:
                own = layer.GetSpatialRef().GetAuthorityCode(None) if layer.GetSpatialRef() is not None else None
                self._place = self._found(layer, [*said, f"EPSG:{own}" if own else "", "CRS84"])
            numbered = kind == "json" and re.search(rb'"id"\s*:\s*-?\d', body) is not None
            return Answer(path, kind, len(body), layer.GetName(), self._place, *about, numbered, options)

    def keep(self, name: str, answer: Answer) -> Page:
        """Puts the rows of an answer in the stage. Raises NetworkError where they are not as many as it says."""
        draft = self.stage.draft(name)
        rows, key = 0, ""
        try:
            if answer.layer:
                rows = self._converted(answer, draft)
                key = self._identify(answer, draft)
        except SourceError as error:
            raise self.broken(error.detail) from error
        finally:
            answer.path.unlink(missing_ok=True)
        if answer.returned is not None and rows != answer.returned:
            raise self.broken(f"{rows} features, numberReturned {answer.returned}")
        if not answer.layer:
            draft.unlink(missing_ok=True)
            draft.touch()
        page = Page(draft, rows, answer.bytes, answer.returned, answer.matched, answer.next, key)
        page.note()
        return replace(page, path=self.stage.keep(name))

    # ------------------------------------------------------------------------------------------------ coordinates
    def _found(self, layer: Any, names: list[str]) -> Place:
        """The way of reading the coordinates that puts the features where they were asked for."""
        candidates = dict.fromkeys(Place(name, swapped) for name in names if name for swapped in (False, True))
        envelopes = _envelopes(layer)
        if self.wanted.box is None or not envelopes:
            return next(iter(candidates))
        scores = {}
        for place in candidates:
            scores[place] = self._share(envelopes, place)
            if scores[place] == 1.0:
                break
        best = max(scores, key=lambda place: scores[place])
        if not scores[best]:
            raise SourceError(
                tr("“{title}”: the features that came lie elsewhere than where they were asked for.").format(
                    title=self.wanted.title
                ),
                detail=f"{envelopes[0]} / {[place.crs for place in candidates]}",
                hint=tr("The service mistakes its coordinate reference system: tell its administrator."),
            )
        return best

    def _share(self, envelopes: list[tuple[float, float, float, float]], place: Place) -> float:
        """The share of envelopes (min x, max x, min y, max y) that touch the box asked for, read in this way."""
        crs = crs_of(place.crs)
        if not crs.isValid() or self.wanted.box is None:
            return 0.0
        wide = self.wanted.box.buffered(0.1 * max(self.wanted.box.width(), self.wanted.box.height()) + 1e-4)
        move = QgsCoordinateTransform(crs_of("CRS84"), crs, QgsCoordinateTransformContext())
        box = move.transformBoundingBox(wide)
        turned = ((c, d, a, b) if place.swapped else (a, b, c, d) for a, b, c, d in envelopes)
        touching = sum(box.intersects(QgsRectangle(west, south, east, north)) for west, east, south, north in turned)
        return touching / len(envelopes)

    def _converted(self, answer: Answer, draft: Path) -> int:
        crs = "EPSG:4326" if answer.place.crs == "CRS84" else answer.place.crs
        with gdal.config_options(_OFFLINE):
            options = tuple(option for option in answer.options if not option.startswith("NATIVE"))
            reading = _PageReading(str(answer.path), answer.layer, crs, self.wanted.target, open_options=options)
            reading = replace(reading, numbered=answer.numbered)
            if not answer.place.swapped:
                return convert(reading, draft, "rows", self.feedback)
            turned = draft.with_suffix(".turned.gpkg")
            try:
                convert(replace(reading, to_crs=crs), turned, "rows", self.feedback)
                _turn(turned)
                reading = replace(reading, source=str(turned), layer="rows", open_options=())
                return convert(reading, draft, "rows", self.feedback)
            finally:
                turned.unlink(missing_ok=True)

    # ------------------------------------------------------------------------------------------------ identifiers
    def _identify(self, answer: Answer, draft: Path) -> str:
        """The column that tells the features of a page apart; the key of the entry is made of it where it lacks."""
        columns = {name.lower(): name for name in table_columns(draft, "rows")}
        connection = connect(draft)
        try:
            connection.execute("PRAGMA synchronous = OFF")
            candidates = [columns[name] for name in ("id", "gml_id") if name in columns]
            candidates += [KEY] if answer.numbered else []
            stable = [name for name in candidates if _is_stable(connection, name)]
            wanted = self.wanted.key
            if wanted and wanted.lower() not in columns and stable:
                type_ = "INTEGER" if stable[0] == KEY else "TEXT"
                connection.execute(sql("ALTER TABLE rows ADD COLUMN {key} ", key=wanted) + type_)
                connection.execute(sql("UPDATE rows SET {key} = {id}", key=wanted, id=stable[0]))
            if not stable and wanted.lower() in columns:
                return columns[wanted.lower()]
        finally:
            connection.close()
        return stable[0] if stable else ""

    def broken(self, detail: str) -> NetworkError:
        """The error of an answer that is not whole, or not what it promises."""
        return ServerError(
            tr("“{title}”: a page did not come whole.").format(title=self.wanted.title),
            detail=detail,
            hint=tr("The network or the service is struggling: try again in a few minutes."),
        )

    def _schema(self, kind: str) -> tuple[str, ...]:
        if kind != "gml" or not self.wanted.schema:
            return ()
        path = self.stage.path("schema.xsd")
        if not path.exists():
            path.write_text(self.wanted.schema, encoding="utf-8")
        return (f"XSD={path}",)


def _is_stable(connection: Any, name: str) -> bool:
    """Whether a column identifies: never null, and not made up for each request."""
    first, count, known = connection.execute(
        sql("SELECT min({name}), count(*), count({name}) FROM rows", name=name)
    ).fetchone()
    return count == known and not _VOLATILE.search(str(first))


def _layer(dataset: Any, name: str) -> Any:
    """The layer of an answer, None where it holds no feature."""
    layers = [dataset.GetLayer(index) for index in range(dataset.GetLayerCount())]
    named = [layer for layer in layers if layer.GetName() == name]
    return (named or layers or [None])[0]


def _envelopes(layer: Any) -> list[tuple[float, float, float, float]]:
    found = []
    layer.ResetReading()
    for _ in range(_LOOKED_AT):
        feature = layer.GetNextFeature()
        if feature is None:
            break
        geometry = feature.GetGeometryRef()
        if geometry is not None and not geometry.IsEmpty():
            found.append(geometry.GetEnvelope())
    return found


def _of_json(native: str | None) -> tuple[int | None, int | None, str]:
    """numberReturned, numberMatched and the link to the next page, from the members beside the features."""
    about: Mapping[str, Any] = json.loads(native) if native else {}
    links = about.get("links") or []
    following = [link for link in links if isinstance(link, dict) and link.get("rel") == "next" and link.get("href")]
    numbers = [about.get("numberReturned"), about.get("numberMatched", about.get("totalFeatures"))]
    returned, matched = (number if isinstance(number, int) else None for number in numbers)
    following.sort(key=lambda link: "json" not in str(link.get("type", "json")))
    return returned, matched, str(following[0]["href"]) if following else ""


def count_of(body: bytes) -> int | None:
    """What the answer to `resultType=hits` says, in GML or in JSON; None where it doesn't know."""
    found = re.search(rb"""(?:numberMatched|numberOfFeatures|totalFeatures)["']?\s*[=:]\s*["']?(\d+)""", body[:20_000])
    return int(found[1]) if found else None


def _of_gml(beginning: bytes) -> tuple[int | None, int | None, str]:
    root = _ROOT.match(beginning)
    said = dict(
        re.findall(rb'\b(numberReturned|numberMatched|numberOfFeatures)\s*=\s*["\'](\d+)', root[0] if root else b"")
    )
    returned = said.get(b"numberReturned", said.get(b"numberOfFeatures"))
    matched = said.get(b"numberMatched")
    return int(returned) if returned else None, int(matched) if matched else None, ""


def _turn(path: Path) -> None:
    """Exchanges the coordinates of every geometry, in place."""
    with gdal.ExceptionMgr(useExceptions=True):
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
        layer = dataset.GetLayer(0)
        layer.StartTransaction()
        for feature in layer:
            geometry = feature.GetGeometryRef()
            if geometry is not None:
                geometry.SwapXY()
                layer.SetFeature(feature)
        layer.CommitTransaction()
