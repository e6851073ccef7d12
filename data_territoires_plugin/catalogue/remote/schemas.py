"""The datasets that follow a schema of schema.data.gouv.fr: its list of schemas, then data.gouv.fr by schema.

Contract: GET /schemas/schemas.json {schemas: [{name, title, description, consolidation_dataset_id…}]}.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ...errors import CatalogueError, NetworkError, ServerError
from ...i18n import tr
from ..words import did_you_mean, words
from .datagouv import DataGouv
from .found import Found, Query, Results
from .kept import ask

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from ..entry import Entry

_MOST = 3  # schemas whose datasets are looked for, where words name several


@dataclass(frozen=True)
class Schema:
    """A schema of the list."""

    name: str  # etalab/schema-irve-statique
    title: str
    description: str = ""
    consolidation: str = ""  # the dataset that gathers the whole country, "" where there is none


class Schemas:
    """schema.data.gouv.fr."""

    name = "schema"

    def __init__(self) -> None:
        self._datagouv = DataGouv()

    @property
    def title(self) -> str:
        """Its name for people."""
        return "schema.data.gouv.fr"

    def search(self, query: Query, feedback: QgsFeedback) -> Results:
        """The datasets that follow the schema `query.schema`, or those that the words name; the national one first.

        Raises CatalogueError (no such schema, with the nearest), NetworkError, OfflineError.
        """
        schemas, day = self.schemas(feedback)
        chosen = _chosen(schemas, query)
        found: list[Found] = []
        total = 0
        ignored: tuple[str, ...] = ()
        days = [day] if day else []
        for schema in chosen:
            national = self._consolidated(schema, query, feedback)
            # The words have chosen the schema: a file that follows it may not hold them.
            asked = replace(query, words="", schema=schema.name)
            results = self._datagouv.search(asked, feedback)
            found += [*national, *(each for each in results.found if each.id not in {one.id for one in national})]
            total += len(national) + (results.total or 0)
            ignored = results.ignored
            days += [results.kept] if results.kept else []
        named = tuple(replace(each, source=self.name) for each in found[: query.limit])
        return Results(named, total, ignored, min(days, default=""))

    def entry(self, resource_id: str, feedback: QgsFeedback) -> Entry:
        """The entry of a resource of data.gouv.fr. Raises as `DataGouv.entry`."""
        return replace(self._datagouv.entry(resource_id, feedback), id=f"{self.name}:{resource_id}")

    def schemas(self, feedback: QgsFeedback) -> tuple[tuple[Schema, ...], str]:
        """The schemas known, and the day of the kept list where it serves. Raises NetworkError."""
        from ...network import endpoint

        answer = ask(f"{endpoint('schema_datagouv')}/schemas/schemas.json", {}, feedback)
        try:
            rows: list[dict[str, Any]] = answer.document["schemas"]
            listed = tuple(
                Schema(
                    str(row["name"]),
                    str(row.get("title") or row["name"]),
                    str(row.get("description") or ""),
                    str(row.get("consolidation_dataset_id") or ""),
                )
                for row in rows
            )
        except (KeyError, TypeError) as error:
            raise ServerError(
                tr("{site}: the answer is not what the service promises.").format(site=self.title),
                detail=str(error),
                hint=tr("Try again later; if it lasts, tell us."),
            ) from error
        return listed, answer.day

    def _consolidated(self, schema: Schema, query: Query, feedback: QgsFeedback) -> list[Found]:
        """The dataset that gathers the country, on the first page; none where it can't be read: the others serve."""
        if not schema.consolidation or query.start:
            return []
        try:
            return [self._datagouv.dataset(schema.consolidation, feedback)]
        except NetworkError as error:
            push = getattr(feedback, "pushWarning", None)
            if push:
                push(f"{schema.title}: {error}")
            return []


def _chosen(schemas: tuple[Schema, ...], query: Query) -> list[Schema]:
    """The schemas that a query names: by name, else by the words of their title."""
    wanted = query.schema or query.words
    exact = [each for each in schemas if each.name.lower() == wanted.strip().lower()]
    if exact:
        return exact
    asked = words(wanted)
    held = [(each, set(words(f"{each.name.replace('/', ' ')} {each.title} {each.description}"))) for each in schemas]
    found = [each for each, said in held if asked and all(any(one.startswith(word) for one in said) for word in asked)]
    if not found:
        raise CatalogueError(
            tr("No schema of schema.data.gouv.fr is called “{name}”.").format(name=wanted),
            hint=did_you_mean(wanted, [each.name for each in schemas])
            or tr("Write a word of its title, or its name: etalab/schema-irve-statique."),
        )
    in_title = [each for each in found if all(any(o.startswith(w) for o in words(each.title)) for w in asked)]
    return (in_title or found)[:_MOST]
