"""The layers of an unpacked document of urban planning, as tables of one GeoPackage under the names of the CNIG."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from osgeo import gdal, ogr

from ..errors import SourceError
from ..geopackage import close
from ..i18n import tr
from .base import stop_if_cancelled

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from qgis.core import QgsFeedback

# Tables of the CNIG standards PLU, carte communale, PSMV and SUP: the style that draws each of them.
_STYLES = {
    "zone_urba": "zone_urba",
    "secteur_cc": "secteur_cc",
    **{f"{what}_{kind}": f"{what}_{kind}" for what in ("prescription", "info") for kind in ("surf", "lin", "pct")},
    **{f"habillage_{kind}": f"generique_{kind}" for kind in ("surf", "lin", "pct")},
    "habillage_txt": "generique_pct",
    "assiette_sup_s": "sup_surf",
    "assiette_sup_l": "sup_lin",
    "assiette_sup_p": "sup_pct",
    "generateur_sup_s": "sup_surf",
    "generateur_sup_l": "sup_lin",
    "generateur_sup_p": "sup_pct",
    "doc_urba_com": "",
    "doc_urba": "",
    "acte_sup": "",
    "servitude": "",
}
_KNOWN = re.compile("|".join(sorted(_STYLES, key=len, reverse=True)))
PIECES = "pieces"


@dataclass(frozen=True)
class Written:
    """A table of the result."""

    table: str
    style: str
    features: int


def into_geopackage(
    layers: Iterable[Path], crs: str, target: Path, feedback: QgsFeedback
) -> tuple[tuple[Written, ...], tuple[str, ...]]:
    """Writes the layers in a new GeoPackage; the tables, and the files that could not be read (with the reason).

    `crs`: that of the document, for the files that do not say theirs. Values and geometries are copied as they are.
    Raises SourceError where no layer can be read, Cancelled.
    """
    target.unlink(missing_ok=True)
    made: list[Written] = []
    failed: list[str] = []
    for path in layers:
        stop_if_cancelled(feedback)
        try:
            with gdal.ExceptionMgr(useExceptions=True):
                made += _copied(path, crs, target, {one.table for one in made})
        except RuntimeError as error:
            failed.append(f"{path.name}: {error}")
    if not made:
        raise SourceError(
            tr("No layer of the document can be read."),
            detail="\n".join(failed),
            hint=tr("Look in the archive at what the producer has put there."),
        )
    return tuple(made), tuple(failed)


def _copied(path: Path, crs: str, target: Path, taken: set[str]) -> list[Written]:
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_READONLY)
    made: list[Written] = []
    for at in range(dataset.GetLayerCount()):
        layer = dataset.GetLayer(at)
        table = _table(
            layer.GetName() if dataset.GetLayerCount() > 1 else path.stem, taken | {one.table for one in made}
        )
        drawn = layer.GetGeomType() != ogr.wkbNone
        options = gdal.VectorTranslateOptions(
            format="GPKG",
            layers=[layer.GetName()],
            layerName=table,
            accessMode="update" if target.exists() else None,
            srcSRS=None,
            dstSRS=crs if drawn and layer.GetSpatialRef() is None and crs else None,
            reproject=False,
            geometryType=["PROMOTE_TO_MULTI"] if drawn else None,
            layerCreationOptions=["GEOMETRY_NAME=geom", "FID=dt_fid"],
        )
        result = gdal.VectorTranslate(str(target), dataset, options=options)
        count = result.GetLayerByName(table).GetFeatureCount()
        close(result)
        known = _KNOWN.search(table)
        made.append(Written(table, _STYLES[known[0]] if known else "", count))
    return made


def _table(name: str, taken: set[str]) -> str:
    """The name of the standard that a file's holds (35238_ZONE_URBA_20240215), else its own; each once."""
    plain = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_") or "couche"
    known = _KNOWN.search(plain)
    base = known[0] if known else f"couche_{plain}" if plain[0].isdigit() else plain
    table, number = base, 2
    while table in taken or table in ("layer_styles", PIECES):
        table, number = f"{base}_{number}", number + 1
    return table
