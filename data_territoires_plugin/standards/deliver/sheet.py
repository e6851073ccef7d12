"""The metadata record in the folder of a document: the one that the user has, else one made of what is known."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsRectangle,
)

from ...i18n import tr
from ..engine.metadata_xml_reading import Record, read_record
from .crs import place_name
from .files import told
from .record import Facts, file_name, write_record

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from .job import Request
    from .known import Known
    from .names import Naming
    from .rows import Rows


def write_sheet(
    request: Request, names: Naming, tables: list[Rows], records: Sequence[Path], folder: Path
) -> tuple[str, ...]:
    """Writes the record; what lacks in it. A record among the pieces is delivered as it is. OutputError."""
    given = [path for path in records if isinstance(read_record(path, path.name), Record)]
    if given:
        with told(folder / given[0].name):
            shutil.copyfile(given[0], folder / given[0].name)
        return tuple(
            tr("“{name}” was not placed: there is a metadata record already.").format(name=path.name)
            for path in given[1:]
        )
    if names.parsed is None:
        return (tr("Metadata: no record; put yours (XML) in the folder of the pieces."),)
    facts = Facts(
        names.parsed,
        request.standard,
        next((rows.crs for rows in tables if rows.crs), ""),
        _extent(tables),
        place_name(names.parsed.territory or names.parsed.manager),
        tuple(rows.layer for rows in tables),
        request.today,
    )
    path = folder / f"{file_name(facts)}.xml"
    with told(path):
        path.write_bytes(write_record(facts, request.known))
    return tuple(_lacking(request.known))


def _lacking(known: Known) -> list[str]:
    """What only the user knows, by its key in the JSON of METADATA."""
    words = {
        "organisation": tr("organisation that answers for the document"),
        "courriel": tr("e-mail address of the service"),
        "echelle": tr("scale of the data (denominator)"),
    }
    template = tr("Metadata: {what} (“{key}”).")
    return [template.format(what=what, key=key) for key, what in words.items() if not getattr(known, key)]


def _extent(tables: list[Rows]) -> tuple[float, float, float, float] | None:
    """The bounding box of the shapes, in WGS 84."""
    whole = QgsRectangle()
    for rows in tables:
        box = QgsRectangle()
        for shape in rows.shapes:
            if shape is not None and not shape.isEmpty():
                box.combineExtentWith(shape.boundingBox())
        if not box.isNull() and rows.crs:
            systems = (QgsCoordinateReferenceSystem(rows.crs), QgsCoordinateReferenceSystem("EPSG:4326"))
            turn = QgsCoordinateTransform(*systems, QgsCoordinateTransformContext())
            whole.combineExtentWith(turn.transformBoundingBox(box))
    if whole.isNull():
        return None
    return whole.xMinimum(), whole.yMinimum(), whole.xMaximum(), whole.yMaximum()
