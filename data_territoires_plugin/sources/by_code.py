"""A table that has codes of communes and no coordinates: each row gets the contour of its commune (Admin Express)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from osgeo import gdal, ogr, osr

from ..catalogue import load_catalogue
from ..geopackage import attach, close, connect, quoted, read_table, sql
from ..i18n import tr
from .base import Batch, Column, Plan, Stage, interruptible, stop_if_cancelled
from .convert import KEY
from .survey import Survey
from .values import Watch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from qgis.core import QgsFeedback

    from ..network import Pool
    from .base import Area

_COMMUNES, _CODE = "admin_commune", "code_insee"


def code_column(plan: Plan) -> str:
    """The column of codes of communes of files that have no coordinates; "" where they have some, or no such code."""
    details = [file["detail"] for file in plan.detail["files"]] if "files" in plan.detail else [plan.detail]
    if not all("survey" in each and Survey.of(each["survey"]).place is None for each in details):
        return ""
    codes = (column.name for column in plan.columns if Watch.of(column.name, comma=False).role == "commune")
    return next(codes, "")


def with_contours(plan: Plan, column: str, area: Area, pool: Pool, feedback: QgsFeedback) -> Plan:
    """The plan of the same rows drawn by the contours of their communes. Raises as the source of the contours."""
    contours = _planned(area, pool, feedback)
    return replace(
        plan,
        reason=tr("{reason}; drawn by the contours of the communes, field {field}").format(
            reason=plan.reason, field=column
        ),
        announced=None,
        exact=contours.exact,
        detail={**plan.detail, "contours": column},
    )


def drawn(
    batches: Iterable[Batch], plan: Plan, area: Area, pool: Pool, stage: Stage, feedback: QgsFeedback
) -> Iterator[Batch]:
    """The rows of the communes of the area with their contour; those whose code is no commune's come without one."""
    shapes: Batch | None = None
    for number, batch in enumerate(batches):
        stop_if_cancelled(feedback)
        if shapes is None:
            shapes = _contours(area, pool, stage.folder / "communes", feedback)
        name = f"drawn-{number:04d}.gpkg"
        if not stage.has(name):
            _join(batch, shapes, plan, area, stage.draft(name), feedback)
            stage.keep(name)
        yield Batch(stage.path(name), "rows", batch.bytes)


def _planned(area: Area, pool: Pool, feedback: QgsFeedback) -> Plan:
    from .registry import source_of

    source, entry = source_of(load_catalogue().entry(_COMMUNES), pool, training=False)
    return source.plan(entry, area, feedback)


def _contours(area: Area, pool: Pool, folder: Path, feedback: QgsFeedback) -> Batch:
    """The contours of the communes of an area, in one table: code, geom."""
    from .registry import source_of

    source, entry = source_of(load_catalogue().entry(_COMMUNES), pool, training=False)
    plan = source.plan(entry, area, feedback)
    target = folder.with_suffix(".gpkg")
    _create(target, area, (Column(_CODE),))
    connection = connect(target)
    try:
        for batch in source.fetch(entry, area, plan, Stage(folder, {}), feedback):
            table = read_table(batch.path, batch.table)
            attach(connection, batch.path, "batch")
            connection.execute("BEGIN")
            connection.execute(
                sql(
                    "INSERT INTO main.rows ({code}, geom) SELECT {code}, {geometry} FROM batch.{table}",
                    code=_CODE,
                    geometry=table.geometry,
                    table=table.name,
                )
            )
            connection.execute("COMMIT")
            connection.execute("DETACH batch")
    finally:
        connection.close()
    return Batch(target, "rows")


def _join(batch: Batch, shapes: Batch, plan: Plan, area: Area, target: Path, feedback: QgsFeedback) -> None:
    from ..territory.cog import tables

    _create(target, area, plan.columns)
    names = [column.name for column in plan.columns if column.name in read_table(batch.path, batch.table).columns]
    connection = connect(target)
    try:
        attach(connection, batch.path, "batch")
        attach(connection, shapes.path, "shapes")
        connection.execute("CREATE TEMP TABLE known (code TEXT PRIMARY KEY)")
        connection.executemany("INSERT INTO known VALUES (?)", [(code,) for code in tables()[0].codes("commune")])
        # Of the other communes: not asked for. Of no commune at all: kept without geometry, to be counted as such.
        # Each of its columns is said to be its own: most tables call theirs as Admin Express does, code_insee.
        values = ", ".join("r." + quoted(name) for name in names)
        statement = sql("INSERT INTO main.rows ({names}, geom) SELECT ", names=names) + values
        statement += sql(
            ", s.geom FROM batch.{table} r LEFT JOIN shapes.rows s ON s.code_insee = r.{column}"
            " WHERE s.geom IS NOT NULL OR r.{column} IS NULL OR r.{column} NOT IN (SELECT code FROM known)",
            table=batch.table,
            column=plan.detail["contours"],
        )
        with interruptible(connection, feedback):
            connection.execute("BEGIN")
            connection.execute(statement)
            connection.execute("COMMIT")
    finally:
        connection.close()


def _create(target: Path, area: Area, columns: Iterable[Column]) -> None:
    """A new GeoPackage with the empty table `rows`: polygons, and these columns."""
    target.unlink(missing_ok=True)
    reference = osr.SpatialReference()
    reference.SetFromUserInput(area.crs.authid() or area.crs.toWkt())
    with gdal.ExceptionMgr(useExceptions=True):
        dataset = gdal.GetDriverByName("GPKG").Create(
            str(target), 0, 0, 0, gdal.GDT_Unknown, options=["ADD_GPKG_OGR_CONTENTS=NO"]
        )
        options = ["SPATIAL_INDEX=NO", "GEOMETRY_NAME=geom", f"FID={KEY}"]
        layer = dataset.CreateLayer("rows", reference, ogr.wkbMultiPolygon, options)
        del layer
        close(dataset)
    connection = connect(target)
    try:
        for column in columns:
            connection.execute(sql("ALTER TABLE rows ADD COLUMN {name} ", name=column.name) + column.type)
    finally:
        connection.close()
