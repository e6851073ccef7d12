"""The GeoPackage of a template: every table of the standard, empty, and its code lists, filled."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from osgeo import gdal, ogr, osr

from ...errors import OutputError
from ...geopackage import close, full_disk
from ...i18n import tr
from ...sources.base import stop_if_cancelled
from .columns import asked, definition, free, shape_type

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from qgis.core import QgsFeedback

    from ..model import CodeList, Standard, Table

LABEL = "libelle"
SHOWN = "affichage"  # “01 – Espace boisé classé”: what the drop-downs show
_OPTIONS = {"OGR_SQLITE_SYNCHRONOUS": "OFF"}


@dataclass(frozen=True)
class Written:
    """The names that the tables and the code lists have in the file."""

    tables: dict[str, str]  # name in the standard → name in the file
    lists: dict[str, str]  # id of the code list → name in the file


def write_tables(standard: Standard, crs: str, path: Path, feedback: QgsFeedback) -> Written:
    """Writes a new GeoPackage. `crs`: "EPSG:2154", or WKT. Raises OutputError, Cancelled."""
    names = names_in_file(standard)
    with gdal.ExceptionMgr(useExceptions=True), gdal.config_options(_OPTIONS), _told(path):
        system = osr.SpatialReference()
        system.SetFromUserInput(crs)
        dataset = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
        for table in standard.tables:
            stop_if_cancelled(feedback)
            _table(dataset, table, names.tables[table.name], system)
        for codes in standard.code_lists:
            stop_if_cancelled(feedback)
            _codes(dataset, codes, names.lists[codes.id])
        close(dataset)
    return names


def names_in_file(standard: Standard) -> Written:
    """The names of the tables, those of the standard; of its code lists, told apart where a table bears the same."""
    tables = {table.name: table.name for table in standard.tables}
    return Written(tables, {codes.id: free(codes.id, tables) for codes in standard.code_lists})


def _table(dataset: gdal.Dataset, table: Table, name: str, system: osr.SpatialReference) -> None:
    fields = asked(table)
    taken = [one.name for one in fields]
    options = [f"FID={free('fid', taken)}", f"DESCRIPTION={table.title}"]
    if table.geometry is not None:
        options.append(f"GEOMETRY_NAME={free('geom', taken)}")
    shapes = shape_type(table.geometry)
    layer = dataset.CreateLayer(name, system if table.geometry else None, shapes, options=options)
    for one in fields:
        layer.CreateField(definition(one))


def _codes(dataset: gdal.Dataset, codes: CodeList, name: str) -> None:
    layer = dataset.CreateLayer(name, None, ogr.wkbNone, options=[f"DESCRIPTION={codes.title}"])
    columns = [*codes.columns, free(LABEL, codes.columns), free(SHOWN, codes.columns)]
    for column in columns:
        layer.CreateField(ogr.FieldDefn(column, ogr.OFTString))
    dataset.StartTransaction()
    for code in codes.codes:
        row = ogr.Feature(layer.GetLayerDefn())
        for column, value in zip(columns, (*code.values, code.label, shown(code.values[-1], code.label)), strict=True):
            row.SetField(column, value)
        layer.CreateFeature(row)
    dataset.CommitTransaction()


def shown(code: str, label: str) -> str:
    """What a drop-down shows of a code."""
    return f"{code} – {label}" if label and label != code else code


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turns what GDAL says into our error."""
    try:
        yield
    except RuntimeError as error:
        if full_disk(error):
            raise OutputError(tr("The disk of “{folder}” is full.").format(folder=path.parent)) from error
        raise OutputError(
            tr("The template can't be written in “{folder}”.").format(folder=path.parent),
            detail=str(error),
            hint=tr("Choose another folder."),
        ) from error
