"""What the searches in the catalogues of the country have found, as the tree of the catalogue shows it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from enum import Enum
from html import escape
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QDate, QLocale

from ..catalogue import GeometryKind
from ..catalogue.remote.entries import key_of
from ..catalogue.remote.found import table_of
from ..i18n import tr
from .words import counted, number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qgis.core import QgsFeature

_LONGEST = 400  # characters of an abstract in a card
_MB = 1e6  # bytes


@dataclass(frozen=True)
class FoundLayer:
    """A layer found by a search. `id` is what LAYERS takes, "" where it can't be ticked: `reason` says why."""

    id: str
    title: str
    source: str = ""
    card: str = ""  # HTML: what it is, whose, under which conditions
    reason: str = ""
    page: str = ""  # address for people
    conditions: str = ""  # what the producer demands of who uses the data
    restricted: bool = False
    geometry: GeometryKind = GeometryKind.ANY


class Act(Enum):
    """What a double click on a note does."""

    NOTHING = ""
    ASK = "ask"
    MORE = "more"


@dataclass(frozen=True)
class Note:
    """A line that says something of a search."""

    text: str
    act: Act = Act.NOTHING


class State(Enum):
    """Where the search in a catalogue is."""

    IDLE = "idle"
    ASKING = "asking"
    FOUND = "found"
    FAILED = "failed"


@dataclass(frozen=True)
class Branch:
    """One catalogue of the country and what it has answered."""

    name: str
    title: str
    local: bool = False  # a territory is chosen: what is found is about it
    state: State = State.IDLE
    layers: tuple[FoundLayer, ...] = ()
    datasets: int = 0  # shown
    total: int = 0  # announced
    kept: str = ""  # the day (ISO) of the kept answer that stands for the catalogue
    error: str = ""

    @property
    def heading(self) -> str:
        """Its title and where it is: "data.gouv.fr : 214 jeux pour ce territoire"."""
        if self.state is State.IDLE:
            return self.title
        if self.state is State.ASKING:
            said = tr("searching…")
        elif self.state is State.FAILED:
            said = tr("no answer")
        elif self.local:
            said = counted(
                self.total, tr("{count} dataset for this territory"), tr("{count} datasets for this territory")
            )
        else:
            said = counted(self.total, tr("{count} dataset"), tr("{count} datasets"))
        if self.kept:
            said += " · " + tr("answer of {day}").format(day=day_of(self.kept))
        return tr("{catalogue}: {said}").format(catalogue=self.title, said=said)

    @property
    def rows(self) -> tuple[FoundLayer | Note, ...]:
        """Its layers, and what there is to say."""
        if self.state is State.IDLE:
            what = tr("Search its datasets for this territory") if self.local else tr("Type a word above to search it")
            return (Note(what, Act.ASK if self.local else Act.NOTHING),)
        if self.state is State.FAILED:
            return (Note(self.error, Act.ASK),)
        notes: tuple[Note, ...] = ()
        if self.kept:
            told = tr("No network: last good answer, of {day}").format(day=day_of(self.kept))
            notes = (Note(told),)
        if self.state is State.ASKING and not self.layers:
            return (Note(tr("Searching…")),)
        if not self.layers:
            return (*notes, Note(tr("Nothing found: try other words.")))
        if self.state is State.FOUND and self.datasets < self.total:
            rest = tr("{shown} datasets of {total} are shown: double-click for more").format(
                shown=number(self.datasets), total=number(self.total)
            )
            return (*notes, *self.layers, Note(rest, Act.MORE))
        return (*notes, *self.layers)

    def answered(self, features: Iterable[QgsFeature], results: dict[str, Any], *, more: bool) -> Branch:
        """The branch with the rows of the table that the algorithm `search` has made, after those it has if `more`."""
        layers = layers_of([feature.attributeMap() for feature in features])
        known = self.layers if more else ()
        return replace(
            self,
            state=State.FOUND,
            layers=tuple({(one.id, one.title): one for one in (*known, *layers)}.values()),
            datasets=(self.datasets if more else 0) + int(results["DATASETS"]),
            total=int(results["TOTAL"]),
            kept=str(results.get("KEPT", "")),
            error="",
        )


def layers_of(rows: list[dict[str, Any]]) -> list[FoundLayer]:
    """The layers of the rows of a search; one of several of a dataset bears its own title too."""
    told = [{name: str(value or "") for name, value in row.items()} for row in rows]
    pages = [row["page"] or row["title"] for row in told]
    return [_layer(row, alone=pages.count(page) == 1) for row, page in zip(told, pages, strict=True)]


def _layer(row: dict[str, str], *, alone: bool) -> FoundLayer:
    own = row["resource"] if not alone and row["resource"] != row["title"] else ""
    reason = row["unreadable"]
    if row["restricted"] and not reason and not key_of(row["source"]):
        reason = tr("Restricted access, and no key is set for this catalogue.")
    edition = tr("restricted access") if row["restricted"] else month_of(row["updated"])
    return FoundLayer(
        id="" if reason or not row["id"] else table_of(row["id"]) if ":" in row["id"] else row["id"],
        title=f"{row['title']} – {own}" if own else row["title"],
        source=" · ".join(filter(None, (row["producer"], edition))),
        card=_card(row, reason),
        reason=reason,
        page=row["page"],
        conditions=" ".join(filter(None, (row["restricted"], row["warning"]))),
        restricted=bool(row["restricted"]),
    )


def _card(row: dict[str, str], reason: str) -> str:
    """What a person wants to know before ticking: producer, licence, dates, conditions."""
    abstract = row["abstract"] if len(row["abstract"]) <= _LONGEST else row["abstract"][:_LONGEST] + "…"
    size = tr("{size} MB").format(size=number(int(row["size"]) / _MB, 1)) if row["size"].isdigit() else ""
    lines = [
        (tr("Producer: {name}").format(name=row["producer"]), row["producer"]),
        (tr("Licence: {name}").format(name=row["licence"]), row["licence"]),
        (tr("Updated: {day}").format(day=day_of(row["updated"])), row["updated"]),
        (tr("Format: {name}").format(name=" · ".join(filter(None, (row["format"], size)))), row["format"]),
        (tr("Covers: {place}").format(place=row["coverage"]), row["coverage"]),
        (tr("Restricted: {reason}").format(reason=row["restricted"]), row["restricted"]),
        (tr("Conditions: {text}").format(text=row["warning"]), row["warning"]),
        (tr("Can't be ticked: {reason}").format(reason=reason), reason),
    ]
    told = "<br>".join(escape(line) for line, there in lines if there)
    own = f"<br>{escape(row['resource'])}" if row["resource"] and row["resource"] != row["title"] else ""
    return f"<p><b>{escape(row['title'])}</b>{own}</p><p>{escape(abstract)}</p><p>{told}</p>"


def day_of(iso: str) -> str:
    """A day as one writes it: 22/11/2026."""
    day = QDate.fromString(iso[:10], "yyyy-MM-dd")
    return str(QLocale().toString(day, "dd/MM/yyyy")) if day.isValid() else iso


def month_of(iso: str) -> str:
    """The month of a date: 11/2026."""
    day = QDate.fromString(iso[:10], "yyyy-MM-dd")
    return str(QLocale().toString(day, "MM/yyyy")) if day.isValid() else iso


def as_text(layers: Iterable[FoundLayer]) -> str:
    """The layers ticked, to be remembered from one session to the next."""
    return json.dumps([asdict(one) | {"geometry": one.geometry.value} for one in layers], ensure_ascii=False)


def from_text(text: str) -> tuple[FoundLayer, ...]:
    """The layers remembered; none where the text is of another time."""
    try:
        kept = json.loads(text or "[]")
        return tuple(FoundLayer(**{**one, "geometry": GeometryKind(one["geometry"])}) for one in kept)
    except (ValueError, TypeError, KeyError):
        return ()
