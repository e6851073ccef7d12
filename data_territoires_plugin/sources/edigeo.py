"""Land registers exchanged in EDIGEO (norm AFNOR NF Z 52000): the sheets of an archive, put together by GDAL.

The DGFiP gives one `.tar.bz2` per sheet; towns keep them in a zip or a folder. Only regular files are taken out, each
under its bare name. The layers are named as the PCI's objects: parcelle, section, batiment, lieudit, commune…
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tarfile
import tempfile
import threading
import zipfile
import zlib
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING

from osgeo import gdal, ogr

from ..errors import SourceError
from ..geopackage import close
from ..i18n import tr
from ..paths import cache_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_TARS = (".tar", ".tar.bz2", ".tar.gz", ".tgz", ".tbz2")
_PARTS = (".thf", ".geo", ".dic", ".scd", ".qal", ".vec", ".gen", ".sym", ".txt")
_MOST_BYTES = 20_000_000_000  # unpacked
_BLOCK = 1 << 20


def is_edigeo(path: Path) -> bool:
    """Whether a file, or an archive, holds sheets in EDIGEO: told by the names in it."""
    name = path.name.lower()
    if name.endswith(".thf"):
        return True
    with suppress(OSError, zipfile.BadZipFile, tarfile.TarError, EOFError, zlib.error):
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                names = [each.lower() for each in archive.namelist()]
            return any(each.endswith(".thf") or ("edigeo" in each and each.endswith(_TARS)) for each in names)
        if name.endswith(_TARS):
            with tarfile.open(path) as archive:
                return any(member.name.lower().endswith(".thf") for member in archive)
    return False


def converted(path: Path, turn: Callable[[], None]) -> Path:
    """The GeoPackage of the sheets of an archive, in the cache: one table per kind of object, all the sheets together.

    `turn` is called now and then, and may raise. Raises SourceError: not whole, no sheet, a sheet without CRS.
    """
    state = path.stat()
    stamp = hashlib.sha256(f"{path.resolve()}|{state.st_size}|{state.st_mtime_ns}".encode()).hexdigest()[:24]
    target = cache_folder("files") / f"{stamp}-edigeo.gpkg"
    with _one_at_a_time:  # an archive serves several layers: converted by the first, for all
        if not target.exists():
            _convert(path, target, turn)
    return target


_one_at_a_time = threading.Lock()


def _convert(path: Path, target: Path, turn: Callable[[], None]) -> None:
    draft = target.with_name(f"{target.stem}.{os.getpid()}.draft.gpkg")
    try:
        with tempfile.TemporaryDirectory(prefix="dt-edigeo-") as work:
            sheets = _sheets(path, Path(work), turn)
            if not sheets:
                raise _broken(path, "no .THF")
            _put_together(path, sheets, draft, turn)
        os.replace(draft, target)
    finally:
        draft.unlink(missing_ok=True)


def _sheets(path: Path, work: Path, turn: Callable[[], None]) -> list[Path]:
    """The .THF files, each in a folder with the files it names."""
    if path.suffix.lower() == ".thf":
        return [path]
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                _from_zip(archive, work, turn)
        else:
            with path.open("rb") as file:
                _from_tar(file, work / "0", turn)
    except (zipfile.BadZipFile, tarfile.TarError, EOFError, zlib.error, OSError) as error:
        raise _broken(path, f"{type(error).__name__}: {error}") from error
    return sorted(each for each in work.rglob("*") if each.suffix.lower() == ".thf")


def _from_zip(archive: zipfile.ZipFile, work: Path, turn: Callable[[], None]) -> None:
    folders: dict[str, Path] = {}
    for number, info in enumerate(each for each in archive.infolist() if not each.is_dir()):
        inner = PurePosixPath(info.filename.replace("\\", "/"))
        if inner.name.lower().endswith(_TARS):
            with archive.open(info) as file:
                _from_tar(file, work / f"t{number}", turn)
        elif inner.suffix.lower() in _PARTS:
            folder = folders.setdefault(str(inner.parent), work / f"f{len(folders)}")
            with archive.open(info) as file:
                _write(file, folder / inner.name, turn)


def _from_tar(file: IO[bytes], folder: Path, turn: Callable[[], None]) -> None:
    with tarfile.open(fileobj=file) as archive:
        for member in archive:
            name = PurePosixPath(member.name).name
            taken = archive.extractfile(member) if member.isreg() and Path(name).suffix.lower() in _PARTS else None
            if taken is not None:
                _write(taken, folder / name, turn)


def _write(source: IO[bytes], target: Path, turn: Callable[[], None]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    size = 0
    with target.open("wb") as file:
        while block := source.read(_BLOCK):
            turn()
            size += file.write(block)
            if size > _MOST_BYTES or shutil.disk_usage(target.parent).free < _BLOCK:
                raise EOFError(target.name)


def _put_together(path: Path, sheets: list[Path], target: Path, turn: Callable[[], None]) -> None:
    """All the sheets in the CRS of the first. A sheet is parsed whole when it is opened: once, for all its layers."""
    crs = ""
    with gdal.ExceptionMgr(useExceptions=True), gdal.config_options({"OGR_SQLITE_SYNCHRONOUS": "OFF"}):
        for sheet in sheets:
            turn()
            try:
                dataset = gdal.OpenEx(str(sheet), gdal.OF_VECTOR | gdal.OF_READONLY, allowed_drivers=["EDIGEO"])
                names = list(_objects(dataset))
                crs = crs or _crs(dataset, names)
                options = gdal.VectorTranslateOptions(
                    format="GPKG",
                    layers=names,
                    accessMode="append" if target.exists() else None,
                    addFields=target.exists(),
                    dstSRS=crs,
                    reproject=True,
                    geometryType=["PROMOTE_TO_MULTI", "CONVERT_TO_LINEAR"],
                    layerCreationOptions=["GEOMETRY_NAME=geom", "FID=dt_fid"],
                )
                close(gdal.VectorTranslate(str(target), dataset, options=options))
            except RuntimeError as error:
                raise _broken(path, f"{sheet.name}: {error}") from error
        made = gdal.OpenEx(str(target), gdal.OF_VECTOR | gdal.OF_UPDATE)
        for at in range(made.GetLayerCount()):
            layer = made.GetLayer(at)
            layer.Rename(layer.GetName().removesuffix("_id").lower() + "_")  # SQLite ignores case: no table in between
            layer.Rename(layer.GetName().removesuffix("_"))
        close(made)


def _objects(dataset: gdal.Dataset) -> Iterator[str]:
    """The layers of a sheet that have features and a geometry."""
    for at in range(dataset.GetLayerCount()):
        layer = dataset.GetLayer(at)
        if layer.GetGeomType() != ogr.wkbNone and layer.GetFeatureCount():
            yield layer.GetName()


def _crs(dataset: gdal.Dataset, names: list[str]) -> str:
    reference = dataset.GetLayerByName(names[0]).GetSpatialRef() if names else None
    if reference is None:
        raise RuntimeError("no CRS")
    return str(reference.ExportToWkt())


def _broken(path: Path, detail: str) -> SourceError:
    return SourceError(
        tr("The sheets in EDIGEO of “{name}” can't be read.").format(name=path.name),
        detail=detail,
        hint=tr("The archive is not whole, or is not one of the land register: ask for it again."),
    )
