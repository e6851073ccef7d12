"""The job of `template`: the GeoPackage, then the project beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...errors import OutputError, StandardError
from ...i18n import tr
from ...paths import place_of
from ..engine.document_name import parse
from .project import make_project
from .tables import write_tables

if TYPE_CHECKING:
    from pathlib import Path

    from qgis.core import QgsCoordinateReferenceSystem, QgsFeedback

    from ..model import Standard


@dataclass(frozen=True)
class Template:
    """What was made."""

    file: Path
    project: Path
    tables: int
    lists: int


def check_template(standard: Standard, crs: QgsCoordinateReferenceSystem, output: Path, document: str) -> None:
    """Refuses what can't be made: a CRS that the standard refuses, a file that is there. Raises our errors."""
    if output.suffix.lower() != ".gpkg":
        raise OutputError(
            tr("The template must be a GeoPackage: “{name}” does not end in .gpkg.").format(name=output.name)
        )
    for path in (output, project_of(output)):
        if place_of(str(path)) is not None:
            raise OutputError(
                tr("“{name}” already exists: a template never replaces a file.").format(name=path.name),
                hint=tr("Choose another name, or move the file away: it may hold what was digitised."),
            )
    spatial = [table for table in standard.tables if table.geometry is not None]
    if spatial and not crs.isValid():
        raise StandardError(tr("The template needs a coordinate reference system."))
    for table in spatial:
        allowed = (table.geometry.crs if table.geometry else ()) or standard.crs
        if allowed and crs.authid() not in allowed:
            raise StandardError(
                tr("The standard “{title}” refuses {crs}.").format(title=standard.title, crs=crs.authid()),
                hint=tr("It allows: {list}.").format(list=", ".join(allowed)),
            )
    if document and parse(document) is None:
        raise StandardError(
            tr("“{name}” is not the name of a document.").format(name=document),
            hint=tr("It is written like {example}.").format(example="35238_PLU_20240101"),
        )


def project_of(output: Path) -> Path:
    """The project beside a GeoPackage."""
    return output.with_suffix(".qgz")


def make_template(
    standard: Standard, crs: QgsCoordinateReferenceSystem, output: Path, document: str, feedback: QgsFeedback
) -> Template:
    """Makes the template of a standard: nothing is left of it where it fails. In the thread of the application.

    Raises StandardError, OutputError, Cancelled.
    """
    check_template(standard, crs, output, document)
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            tr("Nothing can be written in “{folder}”.").format(folder=output.parent),
            detail=str(error),
            hint=tr("Choose another folder."),
        ) from error
    done = False
    try:
        written = write_tables(standard, crs.authid() or crs.toWkt(), output, feedback)
        feedback.setProgress(40)
        project = make_project(standard, written, output, crs.authid(), document)
        done = project.write(str(project_of(output)))
        if not done:
            raise OutputError(
                tr("The project “{name}” can't be written.").format(name=project_of(output).name),
                detail=project.error(),
                hint=tr("Choose another folder."),
            )
        project.clear()
    finally:
        if not done:
            for path in (project_of(output), output):
                path.unlink(missing_ok=True)
    feedback.setProgress(100)
    return Template(output, project_of(output), len(standard.tables), len(standard.code_lists))
