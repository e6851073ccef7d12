"""`dataterritoires:search`: the catalogues of the country searched at once, as a table of layers to clip."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QMetaType

from ..catalogue.remote import registry
from ..catalogue.remote.found import Query
from ..errors import Cancelled, CatalogueError, DataTerritoiresError
from ..i18n import tr
from ..network import Pool
from ..sources import stop_if_cancelled
from ..territory import territory
from .algorithm import Algorithm, about, failing, say

if TYPE_CHECKING:
    from concurrent.futures import Future

    from ..catalogue.remote.found import Finder, Found, Resource, Results

FIELDS = (
    "source", "id", "title", "resource", "producer", "licence", "format", "updated", "size", "schema", "coverage",
    "page", "url", "restricted", "unreadable", "warning", "abstract",
)  # fmt: skip
_FILTERS = ("THEME", "FORMAT", "SCHEMA", "LICENCE", "PRODUCER")
_LIMIT = 20
_MOST_LAYERS = 20  # of a dataset: a series of files is shown by its best ones, and the others are counted


@dataclass(frozen=True)
class _Answer:
    finder: Finder
    results: Results | None
    error: DataTerritoiresError | None = None


class SearchAlgorithm(Algorithm):
    """Finds layers to clip."""

    ID = "search"
    GROUP = "services"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Search the catalogues of the country")

    def tags(self) -> list[str]:
        """The words it is found by."""
        return [
            "chercher",
            "recherche",
            "data.gouv.fr",
            "catalogue",
            "jeu de données",
            "open data",
            "transport",
            "GTFS",
        ]

    def shortHelpString(self) -> str:
        """The help beside the parameters."""
        return tr(
            "Searches the reference layers, data.gouv.fr, transport.data.gouv.fr, the datasets that follow a schema,"
            " and the catalogues of the regional platforms. One row per layer: its column id is what the parameter"
            " LAYERS of the clip takes; a dataset that can't be clipped has one row, which says why.\n\n"
            "SOURCE: all, catalogue, datagouv, transport, schema, csw (all the platforms), or the name of a platform;"
            " several separated by commas.\n"
            "TERRITORY: the datasets of the territory first, then those around it and of the country.\n"
            "A catalogue that does not answer does not stop the others: it is said, and its last good answer is used"
            " where there is one."
        )

    def initAlgorithm(self, _config: dict[str, Any] | None = None) -> None:
        """Declares the parameters and outputs of interface.md."""
        text, number = QgsProcessingParameterString, QgsProcessingParameterNumber
        self.addParameter(text("QUERY", tr("Words"), optional=True))
        self.addParameter(text("TERRITORY", tr("Territory (kind:code)"), optional=True))
        self.addParameter(text("SOURCE", tr("Catalogues (all, or names separated by commas)"), registry.ALL))
        self.addParameter(
            number(
                "LIMIT", tr("Datasets per catalogue, at most"), number.Type.Integer, _LIMIT, minValue=1, maxValue=500
            )
        )
        labels = (tr("Theme or keyword"), tr("Format"), tr("Schema"), tr("Licence"), tr("Producer"))
        for name, label in zip(_FILTERS, labels, strict=True):
            parameter = text(name, label, optional=True)
            parameter.setFlags(parameter.flags() | Qgis.ProcessingParameterFlag.Advanced)
            self.addParameter(parameter)
        self.addParameter(
            number("START", tr("Datasets skipped"), number.Type.Integer, 0, optional=True, minValue=0, maxValue=10_000)
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Layers found"), Qgis.ProcessingSourceType.Vector)
        )
        for name, label in (
            ("COUNT", tr("Layers found")),
            ("DATASETS", tr("Datasets found")),
            ("TOTAL", tr("Datasets announced by the catalogues")),
            ("FAILED", tr("Catalogues that did not answer")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))
        self.addOutput(QgsProcessingOutputString("KEPT", tr("Day of the oldest kept answer used (empty: none)")))

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str | None]:
        """Refuses an unknown catalogue or territory, and a search of nothing."""
        try:
            registry.chosen(self.parameterAsString(parameters, "SOURCE", context))
            query = self._query(parameters, context, ask=False)
            if not any((query.words, query.territory, query.theme, query.schema, query.producer)):
                raise CatalogueError(tr("Nothing is looked for."), hint=tr("Write some words, or choose a territory."))
        except DataTerritoiresError as error:
            return False, str(error)
        return super().checkParameterValues(parameters, context)

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        """Asks all the catalogues at once, and writes what they found."""
        feedback = feedback or QgsProcessingFeedback()
        with failing(feedback):
            query = self._query(parameters, context)
            finders = registry.chosen(self.parameterAsString(parameters, "SOURCE", context), query.territory)
            answers = _asked(finders, query, feedback)
            failed = [each for each in answers if each.error is not None]
            if failed and len(failed) == len(answers):
                raise failed[0].error or CatalogueError("")
            sink, output = self.parameterAsSink(
                parameters, "OUTPUT", context, _fields(), Qgis.WkbType.NoGeometry, QgsCoordinateReferenceSystem()
            )
            if sink is None:
                raise QgsProcessingException(self.invalidSinkError(parameters, "OUTPUT"))
            rows = [row for answer in answers if answer.results for row in _rows(answer.results, feedback)]
            for row in rows:
                feature = QgsFeature(_fields())
                feature.setAttributes(row)
                if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                    raise QgsProcessingException(self.writeFeatureError(sink, parameters, "OUTPUT"))
            sink.flushBuffer()
            found = [answer.results for answer in answers if answer.results]
            return {
                "OUTPUT": output,
                "COUNT": len(rows),
                "DATASETS": sum(len(each.found) for each in found),
                "TOTAL": sum(len(each.found) if each.total is None else each.total for each in found),
                "FAILED": len(failed),
                "KEPT": min((each.kept for each in found if each.kept), default=""),
            }

    def _query(self, parameters: dict[str, Any], context: QgsProcessingContext, *, ask: bool = True) -> Query:
        def text(name: str) -> str:
            return self.parameterAsString(parameters, name, context).strip()

        theme, format_, schema, licence, producer = (text(name) for name in _FILTERS)
        return Query(
            words=text("QUERY"),
            territory=territory(text("TERRITORY"), ask=ask) if text("TERRITORY") else None,
            theme=theme,
            format=format_,
            schema=schema,
            licence=licence,
            producer=producer,
            limit=self.parameterAsInt(parameters, "LIMIT", context) or _LIMIT,
            start=self.parameterAsInt(parameters, "START", context),
        )


def _asked(finders: dict[str, Finder], query: Query, feedback: QgsProcessingFeedback) -> list[_Answer]:
    """What each catalogue answers, in their order; a failure is said, and stops no other."""
    answers: dict[str, _Answer] = {}
    with Pool(min(8, max(1, len(finders)))) as pool:
        futures: dict[Future[_Answer], str] = {
            pool.submit(_answer, finder, query, feedback): name for name, finder in finders.items()
        }
        for number, future in enumerate(Pool.completed(futures), 1):
            answers[futures[future]] = future.result()
            feedback.setProgress(100 * number / len(futures))
    stop_if_cancelled(feedback)
    for answer in answers.values():
        _say(answer, feedback)
    return [answers[name] for name in finders]


def _answer(finder: Finder, query: Query, feedback: QgsProcessingFeedback) -> _Answer:
    try:
        return _Answer(finder, finder.search(query, feedback))
    except Cancelled:
        return _Answer(finder, None)
    except DataTerritoiresError as error:
        return _Answer(finder, None, error)


def _say(answer: _Answer, feedback: QgsProcessingFeedback) -> None:
    title = answer.finder.title
    if answer.error is not None:
        feedback.pushWarning(about(title, answer.error))
        if answer.error.detail:
            feedback.pushDebugInfo(answer.error.detail)
    if answer.results is None:
        return
    results = answer.results
    total = len(results.found) if results.total is None else results.total
    say(feedback, tr("{name}: datasets: {count} of {total}."), name=title, count=len(results.found), total=total)
    if results.kept:
        feedback.pushWarning(
            tr("{name} did not answer, or the plugin is offline: these are its answers of {day}.").format(
                name=title, day=results.kept
            )
        )
    for ignored in results.ignored:
        say(feedback, tr("{name}: a filter that it does not have: {what}."), name=title, what=ignored)


def _rows(results: Results, feedback: QgsProcessingFeedback) -> list[list[str]]:
    """One row per layer; one for a dataset of which nothing can be clipped."""
    rows = []
    for found in results.found:
        readable = [one for one in found.resources if one.service and not one.unreadable]
        if len(readable) > _MOST_LAYERS:
            say(
                feedback,
                tr("{title}: the best {shown} of {count} layers are shown; the others are on its page: {page}"),
                title=found.title,
                shown=_MOST_LAYERS,
                count=len(readable),
                page=found.page,
            )
        for resource in readable[:_MOST_LAYERS] or found.resources[:1] or (None,):
            rows.append(_row(found, resource))
    return rows


def _row(found: Found, resource: Resource | None) -> list[str]:
    unreadable = resource.unreadable if resource else tr("the dataset holds no file and no link")
    usable = resource is not None and bool(resource.service) and not unreadable
    own = (
        resource.id if found.source == "catalogue" and resource else f"{found.source}:{resource.id}" if resource else ""
    )
    return [
        found.source,
        own if usable else "",
        found.title,
        resource.title if resource else "",
        found.producer,
        found.licence.title if found.licence else "",
        resource.format if resource else "",
        (resource.updated if resource else "") or found.updated,
        str(resource.size) if resource and resource.size else "",
        resource.schema if resource else "",
        found.coverage,
        found.page,
        resource.url if resource else "",
        (resource.restricted if resource else "") or found.restricted,
        unreadable if usable or unreadable else tr("nothing here reads it"),
        found.warning,
        found.abstract,
    ]


def _fields() -> QgsFields:
    fields = QgsFields()
    for name in FIELDS:
        fields.append(QgsField(name, QMetaType.Type.QString))
    return fields
