"""`dataterritoires:gpudocuments`: the documents of the Géoportail de l'urbanisme of a territory, listed or opened."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputFolder,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..clip.assemble import write_styles
from ..clip.output import check_output, put_in_place
from ..errors import DataTerritoiresError, SourceError
from ..geopackage import connect, sql
from ..i18n import tr
from ..sources.gpu_documents import (
    Document,
    Unpacked,
    archive,
    clean,
    details,
    documents,
    holders,
    partitions_of,
    unpacked,
)
from ..sources.gpu_layers import PIECES, into_geopackage
from ..territory import Territory, territories
from ..territory.cog import of_code, tables
from .algorithm import WritingAlgorithm, failing, say

if TYPE_CHECKING:
    from collections.abc import Sequence

LIST, DOWNLOAD = "list", "download"
ACTIONS = (LIST, DOWNLOAD)
MOST_COMMUNES = 150  # beyond, the requests are too many: one per commune and former commune
_PARTS = ("commune_deleguee", "commune_associee")
_PLACES = ("TERRITORY", "PARTITION")


class GpuDocumentsAlgorithm(WritingAlgorithm):
    """The plan of a commune, from the Géoportail de l'urbanisme, styled, with its pieces."""

    ID = "gpudocuments"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Documents of the Géoportail de l’urbanisme")

    def tags(self) -> list[str]:
        """The words it is found by."""
        return ["GPU", "PLU", "PLUi", "carte communale", "PSMV", "document d'urbanisme", "règlement", "zonage", "CNIG"]

    def shortHelpString(self) -> str:
        """The help beside the parameters."""
        return tr(
            "Lists the planning documents in force of a commune, an EPCI or several (PLU, PLUi, carte communale, PSMV),"
            " or downloads one: its layers come styled in a GeoPackage, its written pieces in a folder, named in the"
            " table “pieces”. The plan of a commune may be that of its EPCI, or that of a commune that has merged:"
            " these are looked for too. A download that was cut goes on where it stopped.\n\n"
            "The documents of servitudes (SUP) belong to no commune: give their PARTITION, as the layers of servitudes"
            " of the catalogue bear it (172014607_SUP_69_AC1)."
        )

    def initAlgorithm(self, _config: dict[str, Any] | None = None) -> None:
        """Declares the parameters and outputs."""
        text, number = QgsProcessingParameterString, QgsProcessingParameterNumber
        self.addParameter(text("TERRITORY", tr("Territory (kind:code, several separated by commas)"), optional=True))
        self.addParameter(
            text("PARTITION", tr("or partitions (column “partition” of the layers of the Géoportail)"), optional=True)
        )
        action = QgsProcessingParameterEnum("ACTION", tr("What to do"), list(ACTIONS), False, LIST)
        action.setUsesStaticStrings(True)
        self.addParameter(action)
        self.addParameter(
            text("DOCUMENT", tr("Document (identifier or name; empty where there is one only)"), "", optional=True)
        )
        self.addParameter(number("MAX_SIZE", tr("Largest archive (MB)"), number.Type.Integer, 1000, minValue=1))
        self.addParameter(QgsProcessingParameterFileDestination("OUTPUT", tr("Result"), "GeoPackage (*.gpkg)"))
        self.addParameter(
            QgsProcessingParameterFolderDestination(
                "PIECES", tr("Folder of the pieces (beside the result where empty)"), None, optional=True
            )
        )
        for name, label in (("DOCUMENT", tr("Document")), ("NAME", tr("Name"))):
            self.addOutput(QgsProcessingOutputString(name, label))
        self.addOutput(QgsProcessingOutputFolder("FOLDER", tr("Folder of the pieces")))
        for name, label in (
            ("COUNT", tr("Number of documents")), ("LAYERS", tr("Layers")), ("FILES", tr("Pieces")),
            ("FAILED", tr("Files that could not be read")),
        ):  # fmt: skip
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str | None]:
        """Refuses an unknown territory, or too wide a one, before anything starts."""
        try:
            named, written = (self.parameterAsString(parameters, name, context).strip() for name in _PLACES)
            if bool(named) == bool(written):
                raise SourceError(
                    tr("Choose a territory or partitions, one of the two."),
                    hint=tr("A partition is written DU_35238, or 172014607_SUP_69_AC1 for a servitude."),
                )
            if named:
                _partitions(territories(named, ask=False))
        except DataTerritoiresError as error:
            return False, str(error)
        return super().checkParameterValues(parameters, context)

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        """Lists, and downloads where asked."""
        feedback = feedback or QgsProcessingFeedback()
        output = Path(self.parameterAsFileOutput(parameters, "OUTPUT", context))
        with failing(feedback):
            check_output(output, self._opened)
            named, written = (self.parameterAsString(parameters, name, context).strip() for name in _PLACES)
            found = _of_partitions(written, feedback) if written else _found(territories(named), feedback)
            for one in found:
                say(feedback, "{id}  {type}  {name}  {place}", id=one.id, type=one.type, name=one.name, place=one.place)
            if self.parameterAsString(parameters, "ACTION", context) == LIST:
                _write_list(found, output)
                return {"OUTPUT": str(output), "COUNT": len(found)}
            chosen = _chosen(found, self.parameterAsString(parameters, "DOCUMENT", context).strip())
            asked = self.parameterAsString(parameters, "PIECES", context) if parameters.get("PIECES") else ""
            folder = (Path(asked) if asked else output.with_name(f"{output.stem}_pieces")) / _plain(chosen)
            if folder.exists() and any(folder.iterdir()):
                raise QgsProcessingException(
                    tr("The folder “{folder}” is not empty: choose another one, or empty it.").format(folder=folder)
                )
            most = self.parameterAsInt(parameters, "MAX_SIZE", context) * 1_000_000
            return {"COUNT": len(found), **_downloaded(chosen, folder, output, most, feedback)}


def _of_partitions(written: str, feedback: QgsProcessingFeedback) -> tuple[Document, ...]:
    """The documents in force of partitions: of plans, and of servitudes, which belong to no commune."""
    named = tuple(dict.fromkeys(re.split(r"[,;\s]+", written.strip(" ,;"))))
    if len(named) > MOST_COMMUNES:
        raise SourceError(
            tr("At most {most} partitions at once, and here are {count}.").format(most=MOST_COMMUNES, count=len(named))
        )
    found = documents(named, feedback)
    if not found:
        raise SourceError(
            tr("The Géoportail de l’urbanisme has no document in force for {names}.").format(names=", ".join(named)),
            hint=tr("Copy the partition from a feature of the layers of plans (urba_…) or of servitudes (sup_…)."),
        )
    return found


def _partitions(found: tuple[Territory, ...]) -> tuple[str, ...]:
    """The partitions of territories: of their communes, of what these were made of, of their EPCI."""
    communes = list(dict.fromkeys(code for one in found for code in one.communes))
    if not communes or len(communes) > MOST_COMMUNES:
        raise SourceError(
            tr("The documents are listed for at most {most} communes, and here are {count}.").format(
                most=MOST_COMMUNES, count=len(communes)
            ),
            hint=tr("Choose a commune or an EPCI; for a wider territory, clip the layer urba_document."),
        )
    known = [one for code in communes for one in of_code(code, ("commune",))]
    epcis = [one.code for one in found if one.kind == "epci"] + [one.epci for one in known if one.epci]
    return partitions_of((*communes, *_former(set(communes))), epcis)


def _former(communes: set[str]) -> list[str]:
    """The communes that merged into these and kept a name: their plans often outlive them under the old code."""
    table = tables()[0]
    patterns = [f"\n{kind}\t" for kind in _PARTS]
    return sorted({line[1] for line in table.lines(*patterns) if line[0] in _PARTS and line[8] in communes})


def _found(asked: tuple[Territory, ...], feedback: QgsProcessingFeedback) -> tuple[Document, ...]:
    found = documents(_partitions(asked), feedback)
    if found:
        return found
    communes = [code for one in asked for code in one.communes][:MOST_COMMUNES]
    above = dict.fromkeys(siren for code in communes[:5] for siren in holders(code, feedback))
    found = documents(partitions_of((), above), feedback)
    if not found:
        raise SourceError(
            tr("The Géoportail de l’urbanisme has no document in force for {names}.").format(
                names=", ".join(one.name for one in asked)
            ),
            hint=tr(
                "The commune may be under the national rules (RNU), or its plan not deposited yet: clip the layer"
                " urba_municipality to know."
            ),
        )
    return found


def _chosen(found: tuple[Document, ...], asked: str) -> Document:
    named = [one for one in found if asked.lower() in (one.id.lower(), one.name.lower(), one.partition.lower())]
    chosen = named if asked else list(found)
    if len(chosen) == 1:
        return chosen[0]
    listed = ", ".join(f"{one.id} ({one.name})" for one in found[:20])
    if not named and asked:
        raise SourceError(
            tr("“{id}” is not a document of this territory.").format(id=asked),
            hint=tr("Its documents: {list}.").format(list=listed),
        )
    raise SourceError(
        tr("The territory has {count} documents: say which one to download.").format(count=len(chosen)),
        hint=tr("DOCUMENT is one of: {list}.").format(list=listed),
    )


def _plain(document: Document) -> str:
    return "".join(letter if letter.isalnum() or letter in "_-" else "_" for letter in document.name) or document.id


def _downloaded(
    document: Document, folder: Path, output: Path, most: int, feedback: QgsProcessingFeedback
) -> dict[str, Any]:
    told = details(document.id, feedback)
    kept = archive(document, told, most, feedback)
    feedback.setProgress(60)
    done = False
    try:
        folder.mkdir(parents=True, exist_ok=True)
        content = unpacked(kept, document.name, folder, feedback)
        with tempfile.TemporaryDirectory(prefix="dt-gpu-") as work:
            made = Path(work) / "document.gpkg"
            layers, failed = into_geopackage(content.layers, str(told.get("projectionCode") or ""), made, feedback)
            urls = {str(name): str(url) for name, url in (told.get("writingMaterials") or {}).items()}
            _write_rows(made, PIECES, ("name", "folder", "path", "url"), _pieces(content, urls))
            connection = connect(made)
            try:
                connection.execute("BEGIN")
                write_styles(connection, [(layer.table, layer.style) for layer in layers])
                connection.execute("COMMIT")
            finally:
                connection.close()
            put_in_place(made, output)
        done = True
    except OSError as error:
        raise SourceError(
            tr("The document can't be unpacked in “{folder}”.").format(folder=folder),
            detail=str(error),
            hint=tr("Free some disk space, or choose another folder with a shorter path."),
        ) from error
    finally:
        if not done:
            clean(folder)
    for layer in layers:
        say(feedback, tr("{table}: {count} features"), table=layer.table, count=layer.features)
    for text in failed:
        feedback.pushWarning(tr("Not read: {file}").format(file=text))
    return {
        "OUTPUT": str(output), "FOLDER": str(folder), "DOCUMENT": document.id, "NAME": document.name,
        "LAYERS": len(layers), "FILES": len(content.pieces), "FAILED": len(failed),
    }  # fmt: skip


def _pieces(content: Unpacked, urls: dict[str, str]) -> list[tuple[str, str, str, str]]:
    """Those of the archive, then those that the Géoportail names and the archive has not."""
    there = [(one.name, one.parent.name, str(one), urls.get(one.name, "")) for one in content.pieces]
    names = {name for name, *_ in there}
    return there + [(name, "", "", url) for name, url in urls.items() if name not in names]


def _write_list(found: tuple[Document, ...], output: Path) -> None:
    columns = ("id", "type", "name", "place", "partition", "date", "legal", "effective", "page")
    rows = [
        (one.id, one.type, one.name, one.place, one.partition, one.date, one.legal, one.effective, one.page)
        for one in found
    ]
    with tempfile.TemporaryDirectory(prefix="dt-gpu-") as work:
        made = Path(work) / "documents.gpkg"
        _write_rows(made, "documents", columns, rows)
        put_in_place(made, output)


def _write_rows(path: Path, table: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    """A table of texts, added to a GeoPackage or made with it."""
    from osgeo import gdal, ogr

    from ..geopackage import close

    with gdal.ExceptionMgr(useExceptions=True):
        there = path.exists()
        dataset = (
            gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
            if there
            else gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
        )
        layer = dataset.CreateLayer(table, None, ogr.wkbNone, ["FID=dt_fid"])
        for name in columns:
            layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
        del layer
        close(dataset)
    connection = connect(path)
    try:
        connection.execute("BEGIN")
        marks = ", ".join("?" * len(columns))
        statement = sql("INSERT INTO {table} ({columns}) VALUES ", table=table, columns=columns)
        connection.executemany(statement + "(" + marks + ")", rows)
        connection.execute("COMMIT")
    finally:
        connection.close()
