"""What a GeoServer writes: capabilities, descriptions, GeoJSON, GML 3.2, exception reports.

Shapes taken from recorded answers of the Géoplateforme (2024 to 2026); GML and capabilities from the WFS 2.0 standard.
"""

from __future__ import annotations

import itertools
import json
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

import numpy as np
import shapely

from tests.standins.coordinates import box_around, is_geographic, swapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tests.standins.features import Column, FeatureTable, Layer

XML = '<?xml version="1.0" encoding="UTF-8"?>'
_XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
_WFS = (
    'xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" '
    'xmlns:ows="http://www.opengis.net/ows/1.1" xmlns:fes="http://www.opengis.net/fes/2.0" '
    f'xmlns:xlink="http://www.w3.org/1999/xlink" {_XSI}'
)
_PROPERTY_TYPES = {
    "POINT": "PointPropertyType",
    "MULTIPOINT": "MultiPointPropertyType",
    "LINESTRING": "CurvePropertyType",
    "MULTILINESTRING": "MultiCurvePropertyType",
    "POLYGON": "SurfacePropertyType",
    "MULTIPOLYGON": "MultiSurfacePropertyType",
}
_SHORT_NAMES = {
    "POINT": "Point",
    "MULTIPOINT": "MultiPoint",
    "LINESTRING": "LineString",
    "MULTILINESTRING": "MultiLineString",
    "POLYGON": "Polygon",
    "MULTIPOLYGON": "MultiPolygon",
}
_MULTI = {"MULTIPOINT": (0, 4), "MULTILINESTRING": (1, 5), "MULTIPOLYGON": (3, 6)}  # simple kind → its collection


@dataclass(frozen=True)
class Page:
    """What one GetFeature answers: already in the output CRS, east first."""

    layer: Layer
    columns: tuple[Column, ...]
    ids: Sequence[str]
    rows: Sequence[tuple]
    shapes: np.ndarray | None
    crs: int
    latitude_first: bool
    matched: int | str
    next_page: str = ""


def now() -> str:
    """The time as GeoServer writes it."""
    return datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def collected(shapes: np.ndarray, kind: str) -> np.ndarray:
    """Simple geometries as collections of one where the type is MULTI."""
    simple, multi = _MULTI.get(kind, (-1, -1))
    alone = np.flatnonzero(shapely.get_type_id(shapes) == simple)
    if len(alone):
        shapes = shapes.copy()
        shapes[alone] = shapely.geometrycollections(shapes[alone], np.arange(len(alone)), geometry_type=multi)
    return shapes


# ---------------------------------------------------------------- exceptions
def exception_xml(code: str, locator: str, text: str) -> str:
    """An ows:ExceptionReport."""
    return (
        f'{XML}<ows:ExceptionReport xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        f'xmlns:ows="http://www.opengis.net/ows/1.1" {_XSI} version="2.0.0" '
        'xsi:schemaLocation="http://www.opengis.net/ows/1.1 http://schemas.opengis.net/ows/1.1.0/owsAll.xsd">\n'
        f"  <ows:Exception exceptionCode={quoteattr(code)} locator={quoteattr(locator)}>\n"
        f"    <ows:ExceptionText>{escape(text)}</ows:ExceptionText>\n  </ows:Exception>\n</ows:ExceptionReport>\n"
    )


def exception_json(code: str, locator: str, text: str) -> str:
    """The same as JSON."""
    exception = {"code": code, "locator": locator, "text": text}
    return json.dumps({"version": "2.0.0", "exceptions": [exception]}, ensure_ascii=False)


# ---------------------------------------------------------------- descriptions
def _geometry_type(table: FeatureTable) -> str:
    return _PROPERTY_TYPES.get(table.geometry_kind.upper(), "GeometryPropertyType")


def schema_xsd(table: FeatureTable) -> str:
    """The XSD of one type."""
    layer, prefix = table.layer, table.layer.namespace
    elements = [(column.name, f"xsd:{column.kind}") for column in table.columns]
    if table.has_geometry:
        elements.append((layer.geometry, f"gml:{_geometry_type(table)}"))
    lines = "\n".join(
        f'          <xsd:element maxOccurs="1" minOccurs="0" name="{name}" nillable="true" type="{kind}"/>'
        for name, kind in elements
    )
    return (
        f'{XML}<xsd:schema xmlns:{prefix}="http://{prefix}" xmlns:gml="http://www.opengis.net/gml/3.2" '
        'xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:xsd="http://www.w3.org/2001/XMLSchema" '
        f'elementFormDefault="qualified" targetNamespace="http://{prefix}">\n'
        '  <xsd:import namespace="http://www.opengis.net/gml/3.2" '
        'schemaLocation="http://schemas.opengis.net/gml/3.2.1/gml.xsd"/>\n'
        f'  <xsd:complexType name="{layer.local}Type">\n    <xsd:complexContent>\n'
        '      <xsd:extension base="gml:AbstractFeatureType">\n        <xsd:sequence>\n'
        f"{lines}\n        </xsd:sequence>\n      </xsd:extension>\n    </xsd:complexContent>\n  </xsd:complexType>\n"
        f'  <xsd:element name="{layer.local}" substitutionGroup="gml:AbstractFeature" '
        f'type="{prefix}:{layer.local}Type"/>\n</xsd:schema>\n'
    )


def schema_json(table: FeatureTable) -> str:
    """The description as JSON."""
    layer = table.layer
    pairs = [(column.name, f"xsd:{column.kind}", column.kind) for column in table.columns]
    if table.has_geometry:
        short = _SHORT_NAMES.get(table.geometry_kind.upper(), "Geometry")
        pairs.append((layer.geometry, f"gml:{short}", short))
    properties = [
        {"name": name, "maxOccurs": 1, "minOccurs": 0, "nillable": True, "type": kind, "localType": local}
        for name, kind, local in pairs
    ]
    return json.dumps(
        {
            "elementFormDefault": "qualified",
            "targetNamespace": f"http://{layer.namespace}",
            "targetPrefix": layer.namespace,
            "featureTypes": [{"typeName": layer.local, "properties": properties}],
        },
        ensure_ascii=False,
    )


def capabilities(tables: Iterable[FeatureTable], address: str, cap: int) -> str:
    """The capabilities, with what QGIS and GDAL look for."""
    formats = ("application/gml+xml; version=3.2", "application/json", "text/xml; subtype=gml/3.2", "csv")
    values = "".join(f"<ows:Value>{value}</ows:Value>" for value in formats)
    verbs = (
        f'<ows:DCP><ows:HTTP><ows:Get xlink:href="{address}"/><ows:Post xlink:href="{address}"/></ows:HTTP></ows:DCP>'
    )
    parameter = f'<ows:Parameter name="outputFormat"><ows:AllowedValues>{values}</ows:AllowedValues></ows:Parameter>'
    operations = "".join(
        f'<ows:Operation name="{name}">{verbs}{extra}</ows:Operation>'
        for name, extra in (
            ("GetCapabilities", ""),
            ("DescribeFeatureType", ""),
            (
                "GetFeature",
                '<ows:Parameter name="resultType"><ows:AllowedValues><ows:Value>results</ows:Value>'
                f"<ows:Value>hits</ows:Value></ows:AllowedValues></ows:Parameter>{parameter}"
                f'<ows:Constraint name="CountDefault"><ows:NoValues/><ows:DefaultValue>{cap}</ows:DefaultValue>'
                "</ows:Constraint>",
            ),
        )
    )
    constraints = "".join(
        f'<ows:Constraint name="{name}"><ows:NoValues/><ows:DefaultValue>{value}</ows:DefaultValue></ows:Constraint>'
        for name, value in (
            ("ImplementsBasicWFS", "TRUE"),
            ("ImplementsTransactionalWFS", "FALSE"),
            ("KVPEncoding", "TRUE"),
            ("ImplementsResultPaging", "TRUE"),
            ("ImplementsSpatialFilter", "TRUE"),
            ("ImplementsSorting", "TRUE"),
        )
    )
    types = "".join(_feature_type(table) for table in tables)
    spaces = " ".join(sorted({f'xmlns:{t.layer.namespace}="http://{t.layer.namespace}"' for t in tables}))
    return (
        f'{XML}<wfs:WFS_Capabilities version="2.0.0" xmlns="http://www.opengis.net/wfs/2.0" {_WFS} {spaces}>'
        "<ows:ServiceIdentification><ows:Title>Stand-in</ows:Title><ows:ServiceType>WFS</ows:ServiceType>"
        "<ows:ServiceTypeVersion>2.0.0</ows:ServiceTypeVersion></ows:ServiceIdentification>"
        f"<ows:OperationsMetadata>{operations}{constraints}</ows:OperationsMetadata>"
        f"<FeatureTypeList>{types}</FeatureTypeList></wfs:WFS_Capabilities>"
    )


def _feature_type(table: FeatureTable) -> str:
    layer = table.layer
    west, south, east, north = box_around(table.bounds, table.crs, 4326) if table.has_geometry else (-180, -90, 180, 90)
    return (
        f'<FeatureType xmlns:{layer.namespace}="http://{layer.namespace}"><Name>{layer.name}</Name>'
        f"<Title>{escape(layer.title or layer.local)}</Title><Abstract/>"
        f"<DefaultCRS>urn:ogc:def:crs:EPSG::{layer.crs}</DefaultCRS>"
        f"<ows:WGS84BoundingBox><ows:LowerCorner>{west} {south}</ows:LowerCorner>"
        f"<ows:UpperCorner>{east} {north}</ows:UpperCorner></ows:WGS84BoundingBox></FeatureType>"
    )


def hits_xml(matched: int | str) -> str:
    """The answer to resultType=hits, XML whatever format is asked."""
    return f'{XML}<wfs:FeatureCollection {_WFS} numberMatched="{matched}" numberReturned="0" timeStamp="{now()}"/>'


# ---------------------------------------------------------------- values
def _value(value: object, kind: str) -> object:
    """A value of the table as the service writes it: days with Z, whole numbers without decimals."""
    if value is None or kind == "string":
        return value
    if kind == "boolean":
        return bool(value)
    if kind == "date":
        return f"{value}Z"
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


# ---------------------------------------------------------------- GeoJSON
def page_json(page: Page) -> bytes:
    """The FeatureCollection as GeoJSON."""
    names, kinds = [column.name for column in page.columns], [column.kind for column in page.columns]
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    features, boxes = [], None
    if page.shapes is not None:
        texts, boxes = shapely.to_geojson(page.shapes), shapely.bounds(page.shapes)
        name = encode(page.layer.geometry)
    for number, (identifier, row) in enumerate(zip(page.ids, page.rows, strict=True)):
        properties = encode({n: _value(v, k) for n, v, k in zip(names, row, kinds, strict=True)})
        head = f'{{"type":"Feature","id":{encode(identifier)},"geometry":'
        if boxes is None or texts[number] is None:
            features.append(f'{head}null,"properties":{properties}}}')
            continue
        box = f',"bbox":{_box(boxes[number])}' if not np.isnan(boxes[number]).any() else ""
        features.append(f'{head}{texts[number]},"geometry_name":{name},"properties":{properties}{box}}}')
    total = encode(page.matched)
    ends = [f'"totalFeatures":{total},"numberMatched":{total},"numberReturned":{len(features)},"timeStamp":"{now()}"']
    if page.next_page:
        link = {"title": "next page", "type": "application/json", "rel": "next", "href": page.next_page}
        ends.append(f'"links":{encode([link])}')
    if features and page.shapes is not None:
        ends.append(f'"crs":{{"type":"name","properties":{{"name":"urn:ogc:def:crs:EPSG::{page.crs}"}}}}')
        around = shapely.total_bounds(page.shapes)
        ends += [] if np.isnan(around).any() else [f'"bbox":{_box(around)}']
    else:
        ends.append('"crs":null')
    return f'{{"type":"FeatureCollection","features":[{",".join(features)}],{",".join(ends)}}}'.encode()


def _box(bounds: np.ndarray) -> str:
    return f"[{','.join(repr(float(value)) for value in bounds)}]"


# ---------------------------------------------------------------- GML 3.2
def page_gml(page: Page) -> bytes:
    """The FeatureCollection as GML 3.2."""
    layer, space = page.layer, page.layer.namespace
    shapes = page.shapes
    if shapes is not None and page.latitude_first and is_geographic(page.crs):
        shapes = swapped(shapes)
    srs = f"urn:ogc:def:crs:EPSG::{page.crs}" if page.latitude_first else f"EPSG:{page.crs}"
    writer = _GmlGeometry(srs)
    members = []
    for number, (identifier, row) in enumerate(zip(page.ids, page.rows, strict=True)):
        values = (
            (column.name, _value(value, column.kind))
            for column, value in zip(page.columns, row, strict=True)
            if value is not None
        )
        lines = [f"<{space}:{name}>{_text(value)}</{space}:{name}>" for name, value in values]
        if shapes is not None and shapes[number] is not None and not shapes[number].is_empty:
            geometry = writer.write(shapes[number], identifier)
            lines.append(f"<{space}:{layer.geometry}>{geometry}</{space}:{layer.geometry}>")
        name = f"{space}:{layer.local}"
        members.append(f'<wfs:member><{name} gml:id="{identifier}">{"".join(lines)}</{name}></wfs:member>')
    return (
        f'{XML}<wfs:FeatureCollection {_WFS} xmlns:{space}="http://{space}" numberMatched="{page.matched}" '
        f'numberReturned="{len(members)}" timeStamp="{now()}">{"".join(members)}</wfs:FeatureCollection>'
    ).encode()


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else escape(str(value))


class _GmlGeometry:
    """Writes geometries as GML 3.2, as GeoServer names their elements."""

    def __init__(self, srs: str) -> None:
        self.srs = srs

    def write(self, geometry: shapely.Geometry, identifier: str) -> str:
        head = f'srsName="{self.srs}" srsDimension="{3 if geometry.has_z else 2}" gml:id="{identifier}.geom"'
        return self._shape(geometry, head)

    def _shape(self, geometry: shapely.Geometry, head: str) -> str:
        kind = geometry.geom_type
        if kind == "Point":
            return f"<gml:Point {head}><gml:pos>{self._list(geometry)}</gml:pos></gml:Point>"
        if kind == "LineString":
            return f"<gml:LineString {head}>{self._positions(geometry)}</gml:LineString>"
        if kind == "Polygon":
            return f"<gml:Polygon {head}>{self._rings(geometry)}</gml:Polygon>"
        outer, member = {
            "MultiPoint": ("MultiPoint", "pointMember"),
            "MultiLineString": ("MultiCurve", "curveMember"),
            "MultiPolygon": ("MultiSurface", "surfaceMember"),
        }.get(kind, ("MultiGeometry", "geometryMember"))
        own = head[: head.rindex(" gml:id")]
        label = head[head.rindex('gml:id="') + 8 : -1]
        heads = (f'{own} gml:id="{label}.{number}"' for number in itertools.count())
        shapes = (self._shape(part, head) for part, head in zip(geometry.geoms, heads, strict=False))
        parts = "".join(f"<gml:{member}>{shape}</gml:{member}>" for shape in shapes)
        return f"<gml:{outer} {head}>{parts}</gml:{outer}>"

    def _rings(self, polygon: shapely.Polygon) -> str:
        rings = [("exterior", polygon.exterior), *(("interior", ring) for ring in polygon.interiors)]
        return "".join(
            f"<gml:{side}><gml:LinearRing>{self._positions(ring)}</gml:LinearRing></gml:{side}>" for side, ring in rings
        )

    def _positions(self, line: shapely.Geometry) -> str:
        return f"<gml:posList>{self._list(line)}</gml:posList>"

    @staticmethod
    def _list(geometry: shapely.Geometry) -> str:
        coordinates = shapely.get_coordinates(geometry, include_z=geometry.has_z)
        return " ".join(map(repr, coordinates.ravel().tolist()))
