"""What the algorithms share: names, help, errors that fail them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QIcon

from ..errors import Cancelled, DataTerritoiresError, OutputError
from ..geopackage import full_disk
from ..i18n import tr
from ..paths import place_of, resources
from ..territory.usual_crs import keep_usual_crs
from .same_place import spoiled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

HELP = "https://github.com/data-territoires/data-territoires/blob/main/docs/"


class Algorithm(QgsProcessingAlgorithm):
    """An algorithm of the provider. Its id is a promise (models, batches): see docs/algorithmes.md."""

    ID = ""
    GROUP = "territory"  # territory, services, conformity or publication

    def createInstance(self) -> Algorithm:
        """A fresh instance, for QGIS: on the main thread, before anything runs."""
        keep_usual_crs()
        return type(self)()

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str | None]:
        """Refuses a CRS that is none: QGIS would do as if it were not given.

        And a result in the place of what it is made from: QGIS empties the file before it is read.
        """
        for one in self.parameterDefinitions():
            text = parameters.get(one.name()) if one.type() == "crs" else None
            if isinstance(text, str) and text and not self.parameterAsCrs(parameters, one.name(), context).isValid():
                return False, tr("“{text}” is not a CRS: write it as EPSG:2154.").format(text=text)
        if lost := spoiled(self, parameters, context):
            message = tr("“{name}” would be emptied before it is read: choose another file for the result.")
            return False, message.format(name=lost)
        return super().checkParameterValues(parameters, context)

    def name(self) -> str:
        """The id after `dataterritoires:`."""
        return self.ID

    def group(self) -> str:
        """The heading in the toolbox."""
        return {
            "territory": tr("Territory"),
            "services": tr("Services and catalogue"),
            "conformity": tr("Conformity"),
            "publication": tr("Publication"),
        }[self.GROUP]

    def groupId(self) -> str:
        """The id of the heading."""
        return self.GROUP

    def helpUrl(self) -> str:
        """The page of the documentation."""
        return f"{HELP}algorithmes.md#{self.ID}"

    def icon(self) -> QIcon:
        """The icon of the plugin."""
        return QIcon(str(resources() / "icons" / "data_territoires.svg"))


class WritingAlgorithm(Algorithm):
    """One that writes a file which the project may have open."""

    def __init__(self) -> None:
        super().__init__()
        self._opened: tuple[Path, ...] = ()

    def prepareAlgorithm(
        self, _parameters: dict[str, Any], context: QgsProcessingContext, _feedback: QgsProcessingFeedback | None
    ) -> bool:
        """What must be read on the main thread: the files that the project has open."""
        self._opened = opened_files(context)
        return True


@contextmanager
def failing(feedback: QgsProcessingFeedback) -> Iterator[None]:
    """Turns our errors into the one exception that makes an algorithm fail, with the detail in the log."""
    try:
        yield
    except Cancelled:
        # QGIS reads the cancellation from the feedback; an exception all the same, since nothing was made.
        raise QgsProcessingException(
            tr("Stopped at your request. What was fetched is kept for the next try.")
        ) from None
    except DataTerritoiresError as error:
        if error.detail:
            feedback.pushDebugInfo(error.detail)
        raise QgsProcessingException(str(error)) from error
    except OSError as error:  # none of those that were foreseen: a name too long, a disk that goes away
        feedback.pushDebugInfo(str(error))
        raise QgsProcessingException(_refused(error)) from error


def _refused(error: OSError) -> str:
    if full_disk(error):
        return tr("The disk is full: free some room.")
    message = tr("The system refuses “{path}”: {reason}.").format(path=error.filename or "", reason=error.strerror)
    return f"{message} {tr('Check the length of the name, the folder and your rights.')}"


def opened_files(context: QgsProcessingContext) -> tuple[Path, ...]:
    """The files behind the layers of the project. Main thread only."""
    project = context.project()
    if project is None:
        return ()
    layers = (layer for layer in project.mapLayers().values() if isinstance(layer, QgsVectorLayer))
    return tuple(path for layer in layers if (path := place_of(layer.source())) is not None)


def about(name: str, said: object) -> str:
    """What is said of something, after its name, with the colon of the language."""
    return tr("{name}: {said}").format(name=name, said=said)


def reported(path: Path | str, write: Callable[[], object], feedback: QgsProcessingFeedback) -> str:
    """Writes a report; its path. Where it can't be, "": what was done is done, so it is told and fails nothing."""
    try:
        write()
    except (OSError, OutputError) as error:
        reason = error.strerror if isinstance(error, OSError) else error.message
        message = tr("The report can't be written ({reason}). It is only the report: what was done is told here.")
        feedback.reportError(message.format(reason=reason))
        return ""
    return str(path)


def say(feedback: QgsProcessingFeedback, template: str, **values: Any) -> None:
    """An information line: `template` is already translated."""
    feedback.pushInfo(template.format(**values))
