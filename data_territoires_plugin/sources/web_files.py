"""Files on the web as a source: one for the country, or one per commune or département, put together for the territory.

Every file is fetched whole before anything is written: an absent one is counted and named, a broken one stops all.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, replace
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..catalogue.files import FileTemplate, file_template
from ..errors import NetworkError, SourceError
from ..i18n import tr
from ..network import Pool, endpoint
from .base import Area, Batch, Column, Plan, Stage, Way, stop_if_cancelled
from .datagouv import newest
from .delimited import DelimitedSource
from .downloads import Kept, fetched, file_name, forget, tidy
from .files import reader_of
from .local import LocalSource
from .places import Communes, communes_of, departement_of, values_of
from .survey import Survey, merged, remarks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from qgis.core import QgsFeedback

    from ..catalogue.entry import Entry

MOST_FILES = 300  # of communes; beyond, the files of the départements where there are some
MOST_MISSING = 10  # named in the report, at most
CONVERTERS = 2
YEARS = 6  # five sliding years touch six
_DATE = re.compile(r"(?<!\d)(20\d{2})-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)")
_NUMBERS = {"MEDIUMINT": "INTEGER", "INTEGER": "INTEGER", "REAL": "REAL"}


@dataclass(frozen=True)
class Wanted:
    """The files of a layer: their addresses, and what they stand for."""

    files: tuple[tuple[FileTemplate, str], ...]  # with what fills their places: “35238 2024”
    communes: Communes | None  # None: one file, the same for every territory
    by_commune: bool = False
    note: str = ""  # what is to be said of the choice
    edition: str = ""

    @property
    def exact(self) -> bool:
        """Whether the files hold the territory and nothing else."""
        return self.by_commune and self.communes is not None and self.communes.exact


@dataclass(frozen=True)
class Found:
    """A file that is there, and how it will be read."""

    kept: Kept
    plan: Plan
    layer: str  # as the reader wants it


class WebFiles:
    """Reads the files that the template of the entry names."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    # ------------------------------------------------------------------------------------------------ plan
    def plan(self, entry: Entry, area: Area, feedback: QgsFeedback) -> Plan:
        """Fetches the files, opens each, and says what they hold together.

        Raises NetworkError, SourceError (none of the files is there, one can't be read), Cancelled.
        """
        tidy()
        wanted = self._wanted(entry, area, feedback)
        found, missing = self._all(entry, area, wanted, feedback)
        if not found:
            raise _none(entry, wanted)
        chosen, exact = consistent(found, exact=wanted.exact)
        announced = [_announced(each, whole=wanted.exact) for each in chosen]
        return Plan(
            Way.ATTRIBUTE if exact else chosen[0].plan.way,
            "; ".join(_reasons(wanted, chosen, missing, exact=exact)),
            _request(entry, wanted),
            None if None in announced else sum(number or 0 for number in announced),
            columns_of([each.plan for each in chosen]),
            edition=_edition(entry, wanted, chosen),
            exact=exact,
            detail={
                "whole": wanted.exact,
                "files": noted(chosen),
            },
        )

    def _wanted(self, entry: Entry, area: Area, feedback: QgsFeedback) -> Wanted:
        template = file_template(entry.layer)
        if not template.places:
            return self._one(entry, template, feedback)
        communes = communes_of(area, entry.title, self._pool, feedback)
        years = int(entry.options.get("years", YEARS))
        files = _filled(template, area, communes, years)
        note = ""
        if len(files) > MOST_FILES and "bulk" in entry.options:
            template = file_template(entry.options["bulk"])
            files = _filled(template, area, communes, years)
            note = tr("files of a wider territory: those of the communes would be too many")
        return Wanted(tuple(files), communes, "insee" in template.places, note)

    @staticmethod
    def _one(entry: Entry, template: FileTemplate, feedback: QgsFeedback) -> Wanted:
        """The file of the country: the newest of a data set of data.gouv.fr, else the one that the entry names."""
        note, edition = "", ""
        filled = template.filled(_bases(template))
        if "dataset" in entry.options:
            try:
                resource = newest(entry.options, feedback)
                filled, edition = replace(filled, address=resource.url), resource.edition
                note = tr("newest file of the data set: {title}").format(title=resource.title)
            except (NetworkError, SourceError) as error:
                stop_if_cancelled(feedback)
                if template.address.endswith("/"):
                    raise  # the address of the data set: the catalogue names no file of it
                note = tr("data.gouv.fr did not tell its newest file ({reason}): the one of the catalogue").format(
                    reason=error.message
                )
        return Wanted(((filled, ""),), None, note=note, edition=edition)

    def _all(self, entry: Entry, area: Area, wanted: Wanted, feedback: QgsFeedback) -> tuple[list[Found], list[str]]:
        """The files that are there, and what the absent ones would have been of."""
        alone = wanted.communes is None
        futures = {
            self._pool.submit(self._file, entry, area, template, feedback, whole=wanted.exact, optional=not alone): at
            for at, (template, _) in enumerate(wanted.files)
        }
        results: dict[int, Found | None] = {}
        try:
            for future in Pool.completed(futures):
                results[futures[future]] = future.result()
                stop_if_cancelled(feedback)
        finally:
            for future in futures:
                future.cancel()
            for _ in Pool.completed(future for future in futures if not future.cancelled()):
                continue
        labels = [label for _, label in wanted.files]
        found = [result for at in range(len(labels)) if (result := results[at]) is not None]
        return found, [labels[at] for at in range(len(labels)) if results[at] is None]

    @staticmethod
    def _file(
        entry: Entry, area: Area, template: FileTemplate, feedback: QgsFeedback, *, whole: bool, optional: bool
    ) -> Found | None:
        kept = fetched(template.address, feedback, optional=optional, authcfg=entry.options.get("authcfg", ""))
        if kept is None:
            return None
        # Files of communes are read whole: no code to look for in them.
        local = replace(entry, service="local", options={}, code_fields={} if whole else entry.code_fields)
        name = file_name(kept.address) or file_name(template.address)
        if not Path(name).suffix:
            name = file_name(template.address)
        try:
            source, found = reader_of(local, kept.file, name, template, feedback)
            plan = source.plan(found, area, feedback)
        except SourceError as error:
            forget(template.address)  # it may have come broken
            raise SourceError(
                tr("“{title}”: {reason}").format(title=entry.title, reason=error.message),
                detail=f"{template.address}\n{error.detail}",
                hint=error.hint,
            ) from error
        return Found(kept, plan, found.layer)

    # ------------------------------------------------------------------------------------------------ fetch
    def fetch(self, entry: Entry, area: Area, plan: Plan, stage: Stage, feedback: QgsFeedback) -> Iterator[Batch]:
        """The rows of each file, as they are ready; each file keeps its own place in the stage."""
        area = Area(None, area.crs) if plan.detail["whole"] else area
        with Pool(CONVERTERS) as converters:
            futures = [
                converters.submit(rows_of, entry, area, plan, file, stage.folder / f"{at:04d}", feedback)
                for at, file in enumerate(plan.detail["files"])
            ]
            try:
                for future in Pool.completed(futures):
                    yield from future.result()
            finally:
                for future in futures:
                    future.cancel()


def rows_of(
    entry: Entry, area: Area, plan: Plan, file: dict[str, Any], folder: Path, feedback: QgsFeedback
) -> list[Batch]:
    """The rows of one of the files of a plan, kept in `folder`."""
    stop_if_cancelled(feedback)
    source = DelimitedSource() if "survey" in file["detail"] else LocalSource()
    local = replace(entry, service="local", layer=file["layer"])
    columns = tuple(Column(**column) for column in file["columns"])
    own = replace(plan, columns=columns, detail=file["detail"])
    batches = list(source.fetch(local, area, own, Stage(folder, file["detail"]), feedback))
    return [replace(batch, bytes=0 if at else file["bytes"]) for at, batch in enumerate(batches)]


def _filled(template: FileTemplate, area: Area, communes: Communes, years: int) -> list[tuple[FileTemplate, str]]:
    """The addresses of the communes, départements… and years; the code of a département follows its commune."""
    places = [place for place in template.places if not (place == "dep" and "insee" in template.places)]
    bases = _bases(template)
    files = []
    for values in product(*(values_of(place, area, communes, years) for place in places)):
        known = dict(zip(places, values, strict=True))
        if "insee" in known:
            known["dep"] = departement_of(known["insee"])
        files.append((template.filled(known | bases), " ".join(values)))
    return files


def _bases(template: FileTemplate) -> dict[str, str]:
    return {name: endpoint(name) for name in template.services}


def consistent(found: list[Found], *, exact: bool) -> tuple[list[Found], bool]:
    """The files to read, and whether all that comes of them is the territory's.

    Where the codes of the territory are found in some of the files, the others have none of its rows.
    """
    if exact:
        return found, True
    told = [each for each in found if each.plan.exact]
    field = told[0].plan.detail.get("field", "") if told else ""
    if told and all(field in {column.name for column in each.plan.columns} for each in found):
        return told, True
    return found, False


def noted(chosen: list[Found]) -> list[dict[str, Any]]:
    """The files of a layer, as its plan keeps them: see `rows_of`."""
    several = len(chosen) > 1
    return [
        {
            "layer": each.layer,
            "bytes": each.kept.size,
            "etag": each.kept.etag,
            "columns": [asdict(column) for column in each.plan.columns],
            "detail": _apart(each.plan.detail, several=several),
        }
        for each in chosen
    ]


def _apart(detail: Mapping[str, Any], *, several: bool) -> dict[str, Any]:
    """The keys of one file mean nothing beside those of another."""
    return {**detail, **({"key": "", "direct": False} if several and "direct" in detail else {})}


def _announced(found: Found, *, whole: bool) -> int | None:
    survey = found.plan.detail.get("survey")
    return int(survey["rows"]) - int(survey["other_kind"]) if whole and survey else found.plan.announced


def columns_of(plans: list[Plan]) -> tuple[Column, ...]:
    """The columns of several files together, and a type that holds the values of each."""
    types: dict[str, str] = {}
    names: dict[str, str] = {}
    for plan in plans:
        for column in plan.columns:
            key = column.name.lower()
            names.setdefault(key, column.name)
            types[key] = column.type if key not in types else _wider(types[key], column.type)
    return tuple(Column(names[key], type_) for key, type_ in types.items())


def _wider(first: str, second: str) -> str:
    if first == second:
        return first
    numbers = {_NUMBERS.get(first), _NUMBERS.get(second)}
    return "TEXT" if None in numbers else "REAL" if "REAL" in numbers else "INTEGER"


def _reasons(wanted: Wanted, chosen: list[Found], missing: list[str], *, exact: bool) -> list[str]:
    surveys = [Survey.of(each.plan.detail["survey"]) for each in chosen if "survey" in each.plan.detail]
    if wanted.by_commune:
        said = [tr("files of the communes of the territory: {count}").format(count=len(chosen))]
    else:
        way = chosen[0].plan.reason.split("; ")[0]
        said = [way, tr("files read: {count}").format(count=len(chosen))]
    if wanted.by_commune and not exact:
        said.append(tr("those that the perimeter meets"))
    if wanted.note:
        said.append(wanted.note)
    if missing:
        named = ", ".join(missing[:MOST_MISSING]) + ("…" if len(missing) > MOST_MISSING else "")
        said.append(tr("no file for {count} of them: {names}").format(count=len(missing), names=named))
    return said + (remarks(merged(surveys)) if surveys else [])


def _request(entry: Entry, wanted: Wanted) -> str:
    if len(wanted.files) == 1:
        template = wanted.files[0][0]
        return template.address + (f"|member={template.member}" if template.member else "")
    return f"{entry.layer} ({len(wanted.files)})"


def _edition(entry: Entry, wanted: Wanted, chosen: list[Found]) -> str:
    """What the entry says; the date of the data set, of the address, or of the newest file."""
    if entry.edition:
        return "" if entry.edition.startswith("field:") else entry.edition
    if wanted.edition:
        return wanted.edition
    dated = [found for each in chosen if (found := _DATE.search(each.kept.address))]
    if dated:
        return max("-".join(found.groups()) for found in dated)
    return max(each.kept.edition for each in chosen)


def _none(entry: Entry, wanted: Wanted) -> SourceError:
    named = ", ".join(label for _, label in wanted.files[:MOST_MISSING])
    return SourceError(
        tr("“{title}” has no file for this territory ({count} asked for: {names}).").format(
            title=entry.title, count=len(wanted.files), names=named
        ),
        detail=wanted.files[0][0].address if wanted.files else entry.layer,
        hint=tr("The producer may not cover it: see the description of the layer."),
    )
