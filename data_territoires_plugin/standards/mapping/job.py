"""The job of `map`: the mapping read or proposed, the table chosen, the rows filled, the result checked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...errors import NetworkError, StandardError
from ...i18n import tr
from ...sources.base import stop_if_cancelled
from ..engine.columns import plain
from ..engine.options import Options
from ..engine.run import validate
from ..engine.subject import Subject, as_text
from ..loading import load
from ..model import Kind
from .file import read_mapping
from .model import Place
from .propose import is_asked_for, propose, samples_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from qgis.core import QgsFeature, QgsFeedback, QgsVectorLayer

    from ..findings import Verdict
    from ..model import Standard, Table
    from .apply import Filler
    from .model import Mapping, TableRule
    from .propose import Sample

_CHUNK = 1000  # rows between two looks at the feedback


@dataclass(frozen=True)
class Layer:
    """What the proposal knows of the layer."""

    name: str
    columns: tuple[str, ...]
    kind: Kind | None  # None: no geometry


@dataclass(frozen=True)
class Chosen:
    """The mapping that is used, and its standard."""

    mapping: Mapping
    standard: Standard
    proposed: bool
    remarks: tuple[str, ...] = ()  # what the user should know, in words

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields that the standard asks for and that nothing fills."""
        return tuple(
            field.name
            for rule in self.mapping.tables
            for field in _table(self.standard, rule).fields
            if is_asked_for(field) and rule.rule(field.name) is None
        )

    @property
    def mapped(self) -> int:
        """How many fields are filled."""
        return sum(len(rule.fields) for rule in self.mapping.tables)

    @property
    def unmapped(self) -> tuple[str, ...]:
        """The fields of its tables that nothing fills."""
        return tuple(
            field.name
            for rule in self.mapping.tables
            for field in _table(self.standard, rule).fields
            if field.asked and rule.rule(field.name) is None
        )

    @property
    def left_out(self) -> tuple[str, ...]:
        """The columns of the layer that no rule names."""
        used = {name for rule in self.mapping.tables for name in rule.used}
        said = " ".join(one.text for rule in self.mapping.tables for one in rule.fields)
        return tuple(name for name in self.mapping.columns if name not in used and name not in said)


def from_file(path: Path, named: str, table: str, layer: Layer) -> Chosen:
    """The mapping of a file, sound for this layer.

    `named`: the standard asked for, "" = that of the file; `table`: the only one wanted, "" = all.

    Raises StandardError, NetworkError.
    """
    held = read_mapping(path)
    standard = load(named or held.standard)
    remarks = (
        []
        if not named or _is_named(held, named, standard)
        else [
            tr("The mapping was made for the standard “{theirs}”; it is used for “{ours}”.").format(
                theirs=held.standard, ours=standard.id
            )
        ]
    )
    if held.standard_version and held.standard_version != standard.version:
        remarks.append(
            tr("The mapping was made for version {theirs} of the standard; version {ours} is used.").format(
                theirs=held.standard_version, ours=standard.version
            )
        )
    if table:
        held = replace(held, tables=tuple(one for one in held.tables if one.table.casefold() == table.casefold()))
        if not held.tables:
            raise StandardError(tr("The mapping says nothing of the table “{name}”.").format(name=table))
    sound = replace(
        held.for_layer(standard, layer.columns, layer.name),
        columns=layer.columns,
        standard=named or held.standard,  # what it was used for: alone, it then does the same again
        standard_version=standard.version,
    )
    if layer.kind is None and any(one.located.place is Place.LAYER for one in sound.tables):
        remarks.append(tr("The layer has no geometry: what the mapping takes from it stays empty."))
    return Chosen(sound, standard, proposed=False, remarks=tuple(remarks))


def _is_named(mapping: Mapping, named: str, standard: Standard) -> bool:
    """Whether a mapping names this standard: by the same words, or others (alias, path) that find it."""
    if mapping.standard.casefold() == named.casefold():
        return True
    try:
        return load(mapping.standard).id == standard.id
    except (StandardError, NetworkError):  # a path of another machine: what it names is looked for in this one
        return False


def proposed(named: str, table: str, layer: Layer, samples: Sequence[Sample]) -> Chosen:
    """The mapping proposed for a layer. Raises StandardError (no such standard, no such table), NetworkError."""
    standard = load(named)
    mapping, remarks = best(standard, table, layer, samples, named)
    if not mapping.tables[0].fields:
        raise StandardError(
            tr("No column of “{layer}” looks like a field of the standard “{title}”.").format(
                layer=layer.name, title=standard.title
            ),
            hint=tr("Check the standard, or write the mapping yourself."),
        )
    return Chosen(mapping, standard, proposed=True, remarks=remarks)


def best(
    standard: Standard, table: str, layer: Layer, samples: Sequence[Sample], named: str
) -> tuple[Mapping, tuple[str, ...]]:
    """The proposal for a table: that of this name, of the name of the layer, else the one that is filled best."""
    if table and standard.table(table) is None:
        raise StandardError(
            tr("The standard “{title}” has no table “{name}”.").format(title=standard.title, name=table),
            hint=tr("Its tables: {names}.").format(names=", ".join(one.name for one in standard.tables)),
        )
    wanted = standard.table(table) if table else None
    by_name = [one for one in standard.tables if plain(one.name) in plain(layer.name)]
    tables = (
        [wanted] if wanted else (sorted(by_name, key=lambda one: -len(one.name))[:1] or _fitting(standard, layer.kind))
    )
    made = [propose(standard, one, samples, layer.kind, layer=layer.name, named=named) for one in tables]
    found = max(made, key=lambda one: sum(rule.confidence for rule in one.tables[0].fields))
    if len(tables) == 1:
        return found, ()
    return found, (
        tr("Table of the standard: {name}, the one that the columns fill best.").format(name=found.tables[0].table),
    )


def _fitting(standard: Standard, kind: Kind | None) -> Sequence[Table]:
    """The tables whose geometry may be that of the layer; all of them where none is."""
    fitting = [
        one
        for one in standard.tables
        if one.geometry is None or kind is None or kind in one.geometry.kinds or Kind.ANY in (kind, *one.geometry.kinds)
    ]
    return fitting or standard.tables


def sampled(names: Sequence[str], features: Iterable[QgsFeature], feedback: QgsFeedback) -> tuple[Sample, ...]:
    """The distinct values of the columns of a layer. Raises Cancelled."""
    texts = ([as_text(value) for value in feature.attributes()] for feature in watched(features, 0, feedback))
    return samples_of(names, texts)


def watched(
    features: Iterable[QgsFeature], count: int, feedback: QgsFeedback, start: float = 0.0, share: float = 0.0
) -> Iterator[QgsFeature]:
    """The features, with the progress and the cancellation looked at. Raises Cancelled."""
    for at, feature in enumerate(features):
        if at % _CHUNK == 0:
            stop_if_cancelled(feedback)
            if count > 0 and share:
                feedback.setProgress(start + share * min(1.0, at / count))
        yield feature
    stop_if_cancelled(feedback)


def looked_at(fillers: Sequence[Filler], features: Iterable[QgsFeature]) -> tuple[int, int]:
    """The first reading. Gives back how many rows were read, and how many go to no table."""
    read = left = 0
    for feature in features:
        read += 1
        taken = [filler.look(feature) for filler in fillers]
        left += not any(taken)
    return read, left


def checked(
    results: Sequence[tuple[QgsVectorLayer, Table]], standard: Standard, feedback: QgsFeedback
) -> Verdict | None:
    """The verdict on what was made; None where it can't be read back. Raises SourceError, Cancelled."""
    if not all(layer.isValid() for layer, _table_ in results):
        return None
    return validate([(Subject.of_layer(one), table) for one, table in results], standard, Options(), feedback)


def _table(standard: Standard, rule: TableRule) -> Table:
    table = standard.table(rule.table)
    if table is None:  # `for_layer` has looked
        raise StandardError(
            tr("The standard “{title}” has no table “{name}”.").format(title=standard.title, name=rule.table)
        )
    return table
