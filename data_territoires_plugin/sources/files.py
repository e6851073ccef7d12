"""Files on this disk, whatever they are: the right reader for each, archives and spreadsheets opened first."""

from __future__ import annotations

import hashlib
import os
import threading
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from osgeo import gdal

from ..catalogue.files import FileTemplate, file_template
from ..errors import SourceError
from ..i18n import tr
from ..paths import cache_folder
from .base import Area, Batch, Plan, Source, Stage, stop_if_cancelled
from .delimited import DelimitedSource
from .edigeo import converted, is_edigeo
from .local import LocalSource
from .unpack import SHEETS, TEXT, is_gtfs, opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsFeedback

    from ..catalogue.entry import Entry

# The first row of a sheet names its columns.
_SHEET_OPTIONS = {"OGR_XLSX_HEADERS": "FORCE", "OGR_ODS_HEADERS": "FORCE", "OGR_XLS_HEADERS": "FORCE"}


class FileSource:
    """Reads a local file: text and spreadsheets row by row, a member of an archive once unpacked, the rest by OGR."""

    def plan(self, entry: Entry, area: Area, feedback: QgsFeedback) -> Plan:
        """The plan of the reader that the file wants."""
        source, found = self._reader(entry, feedback)
        return source.plan(found, area, feedback)

    def fetch(self, entry: Entry, area: Area, plan: Plan, stage: Stage, feedback: QgsFeedback) -> Iterator[Batch]:
        """The batches of that reader."""
        source, found = self._reader(entry, feedback)
        yield from source.fetch(found, area, plan, stage, feedback)

    @staticmethod
    def _reader(entry: Entry, feedback: QgsFeedback) -> tuple[Source, Entry]:
        template = _template(entry)
        path = Path(template.address)
        ours = path.suffix.lower() in (*TEXT, *SHEETS, ".gz") or bool(template.member)
        if not path.is_file() or not (ours or (template.layer and (is_gtfs(path) or is_edigeo(path)))):
            return LocalSource(), entry
        return reader_of(entry, path, path.name, template, feedback)


def reader_of(
    entry: Entry, path: Path, name: str, template: FileTemplate, feedback: QgsFeedback
) -> tuple[Source, Entry]:
    """The reader of a file, and the entry as that reader wants it.

    `name`: what the file is called where it comes from. Raises SourceError: an archive not whole, no such member.
    """
    turn = partial(stop_if_cancelled, feedback)
    if template.layer and not template.member and is_gtfs(path):
        folder = opened(path, name, "*", turn)
        shapes = _translated(f"GTFS:{folder}", folder, template.layer, ".gpkg", "EPSG:4326")
        return LocalSource(), replace(entry, layer=f"{shapes}|layername={template.layer}")
    if template.layer and not template.member and is_edigeo(path):
        return LocalSource(), replace(entry, layer=f"{converted(path, turn)}|layername={template.layer}")
    file = opened(path, name, template.member, turn)
    if file.suffix.lower() in SHEETS:
        file = _text_of_sheet(file, template.layer)
    if file.suffix.lower() in TEXT:
        return DelimitedSource(), replace(entry, layer=str(file))
    layer = f"|layername={template.layer}" if template.layer else ""
    return LocalSource(), replace(entry, layer=f"{file}{layer}")


def _template(entry: Entry) -> FileTemplate:
    try:
        return file_template(entry.layer)
    except ValueError:
        return FileTemplate(entry.layer.partition("|")[0])


def _text_of_sheet(path: Path, sheet: str) -> Path:
    """The rows of a sheet as a text file, in the cache: coordinates and codes are then looked for as in any other."""
    with gdal.config_options(_SHEET_OPTIONS):
        return _translated(str(path), path, sheet, ".csv")


def _translated(address: str, path: Path, layer: str, suffix: str, crs: str = "") -> Path:
    """A layer that GDAL reads at `address`, as a file in the cache, said to be in `crs`. Raises SourceError."""
    state = path.stat()
    what = f"{address}|{state.st_size}|{state.st_mtime_ns}|{layer}"
    target = cache_folder("files") / f"{hashlib.sha256(what.encode()).hexdigest()[:24]}{suffix}"
    if target.exists():
        return target
    draft = target.with_name(f"{target.stem}.{os.getpid()}.{threading.get_ident()}{suffix}")
    with gdal.ExceptionMgr(useExceptions=True):
        try:
            dataset = gdal.OpenEx(address, gdal.OF_VECTOR | gdal.OF_READONLY)
            names = [dataset.GetLayer(at).GetName() for at in range(dataset.GetLayerCount())]
            filled = [name for name in names if dataset.GetLayerByName(name).GetLayerDefn().GetFieldCount()]
            chosen = layer or (filled[0] if len(filled) == 1 else "")
            if chosen not in names:
                raise _which_layer(path, names)
            kind = "CSV" if suffix == ".csv" else "GPKG"
            options = gdal.VectorTranslateOptions(format=kind, layers=[chosen], dstSRS=crs or None, reproject=False)
            written = gdal.VectorTranslate(str(draft), dataset, options=options)
            del written, dataset
        except RuntimeError as error:
            raise SourceError(
                tr("“{name}” can't be read.").format(name=path.name),
                detail=str(error),
                hint=tr("Save it in another format (GeoPackage, CSV), and name that file in the catalogue."),
            ) from error
    os.replace(draft, target)
    return target


def _which_layer(path: Path, names: list[str]) -> SourceError:
    return SourceError(
        tr("“{path}” holds several layers: the entry must name one.").format(path=path.name),
        hint=tr("Write {path}|layername=… with one of: {names}.").format(path=path.name, names=", ".join(names)),
    )
