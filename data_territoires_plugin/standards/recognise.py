"""Which standard a layer or a folder follows: by the names of its columns, its own, its geometry and its values.

Names are compared whatever their case, accents and signs, and as DBF cuts them at 10 characters. A column that few
standards have (IDURBA, id_pdc_itinerance) says more than one that all have (nom, source).
"""

from __future__ import annotations

import math
import re
import zipfile
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from ..i18n import tr
from .engine.columns import DBF_NAME, plain
from .engine.document_name import parse
from .model import Kind, Presence
from .shelf import all_standards, summaries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from .model import Standard, Table

_LEAST = 0.35  # a lower score is no guess
_MOST = 10  # guesses given
_NAMED = 6  # columns named in a reason
_NAME_BONUS, _VALUE_BONUS, _OTHER_KIND = 0.3, 0.2, 0.5
_FEWEST = 2  # columns in common: one alone proves nothing
_SHORTEST_NAME = 3  # letters of a name found within another
_USUAL = ("PLU", "PLUI", "CC", "SCOT", "POS", "PSMV")  # documents of urbanism, the most common first
_WHOLE, _NEAR, _NEAR_UNFINISHED = 0.93, 0.02, 0.12  # score of a layer that lacks nothing; scores that are the same
_TABLES = (".shp", ".dbf", ".csv", ".tab", ".gpkg", ".gml", ".geojson", ".json")
_MOST_TABLES = 60  # of a folder


@dataclass(frozen=True)
class Guess:
    """A standard that a layer may follow."""

    standard: str  # id
    table: str
    score: float  # 0 to 1
    reasons: tuple[str, ...] = ()  # in the language of the user


@dataclass(frozen=True)
class _Profile:
    """What recognises one table of one standard."""

    standard: str
    table: str
    names: tuple[str, ...]  # that its layers bear
    pattern: str
    fields: Mapping[str, str]  # plain name → name of the field
    cut: Mapping[str, str]  # plain name, cut as DBF does → name of the field
    mandatory: frozenset[str]  # fields that have to be there
    kinds: frozenset[Kind]  # none: a table without geometry
    values: Mapping[str, frozenset[str]]  # field → the only values
    newest: bool
    version: str


def recognise(
    names: Sequence[str],
    layer_name: str = "",
    kind: Kind | None = None,
    *,
    samples: Mapping[str, Sequence[str]] | None = None,
) -> tuple[Guess, ...]:
    """The standards that a layer of these columns may follow, the likeliest first; none when none is likely.

    `samples`: some values of each column, by its name: they tell two versions apart.
    """
    return tuple(_ranked(_profiles(), names, layer_name, kind, samples or {})[:_MOST])


def recognise_folder(path: Path) -> tuple[Guess, ...]:
    """The standards that a folder or a zip may follow: by its name, then by the tables that are in it."""
    name = _document_name(path)
    fitting = {one.id: one for one in summaries() if one.folder and re.fullmatch(one.folder, name, re.IGNORECASE)}
    # The pattern of some old models lets any name pass: it says nothing.
    fitting = {id_: one for id_, one in fitting.items() if not re.fullmatch(one.folder, "any other name")}
    if not fitting:
        return ()
    profiles = [one for one in _profiles() if one.standard in fitting]
    scores: Counter[str] = Counter()
    tables = list(_tables_in(path))
    for layer, columns, kind in tables:
        best: dict[str, float] = {}
        for guess in _ranked(profiles, columns, layer, kind, {}):
            best[guess.standard] = max(guess.score, best.get(guess.standard, 0.0))
        scores.update(best)
    newest = {one.standard: (one.newest, one.version) for one in profiles}
    order = sorted(fitting, key=lambda id_: (round(scores[id_], 2), newest.get(id_, (False, ""))), reverse=True)
    reasons = [tr("name of the folder {name}").format(name=name)]
    if tables:
        reasons.append(tr("columns of {names}").format(names=", ".join(layer for layer, *_ in tables[:_NAMED])))
    else:
        reasons.append(tr("the newest version of those that fit"))
    return tuple(Guess(id_, "", min(1.0, scores[id_] / max(1, len(tables))), tuple(reasons)) for id_ in order[:_MOST])


def _document_name(path: Path) -> str:
    """The name of a folder or zip; that of the only folder inside, where it alone is the name of a document."""
    name = path.stem if path.suffix.lower() == ".zip" else path.name
    if parse(name) is not None:
        return name
    try:
        if path.is_dir():
            inside = {one.name for one in path.iterdir()}
        else:
            with zipfile.ZipFile(path) as archive:
                inside = {one.replace("\\", "/").partition("/")[0] for one in archive.namelist()}
    except (OSError, zipfile.BadZipFile):  # whoever opens the document says what is wrong with it
        return name
    inside = {one for one in inside if not one.startswith(".") and one != "__MACOSX"}
    only = inside.pop() if len(inside) == 1 else ""
    return only if parse(only) is not None else name


# ------------------------------------------------------------------------------------------------------- profiles
@lru_cache(maxsize=1)
def _profiles() -> tuple[_Profile, ...]:
    return tuple(_profile(standard, table) for standard in all_standards() for table in standard.tables)


def _profile(standard: Standard, table: Table) -> _Profile:
    asked = [one for one in table.fields if one.asked]
    names = {plain(one.name): one.name for one in asked}
    lists = {one.id: one for one in standard.code_lists}
    values = {one.name: frozenset(one.values) for one in asked if one.values}
    for reference in table.references:
        codes = lists.get(reference.target) if reference.is_code_list else None
        if codes is not None and len(reference.fields) == 1:
            at = codes.columns.index(reference.target_fields[0])
            values[reference.fields[0]] = frozenset(one.values[at] for one in codes.codes)
    alone = len(standard.tables) == 1
    return _Profile(
        standard.id,
        table.name,
        tuple(one for one in (plain(table.name), plain(standard.id) if alone else "") if one),
        table.layer,
        names,
        {plain(one.name[:DBF_NAME]): one.name for one in asked if len(one.name) > DBF_NAME},
        frozenset(one.name for one in asked if one.presence is Presence.MANDATORY),
        frozenset(table.geometry.kinds if table.geometry else ()),
        values,
        not standard.newer,
        standard.version,
    )


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, float]:
    """How much a column says: the fewer standards have it, the more. Versions of one standard count once."""
    families: dict[str, set[str]] = {}
    for profile in _profiles():
        family = re.split(r"_(?=\d)", profile.standard)[0]
        for name in profile.fields:
            families.setdefault(name, set()).add(family)
    return {name: 1 / (1 + math.log(len(held))) for name, held in families.items()}


# -------------------------------------------------------------------------------------------------------- scores
def _ranked(
    profiles: Iterable[_Profile],
    names: Sequence[str],
    layer_name: str,
    kind: Kind | None,
    samples: Mapping[str, Sequence[str]],
) -> list[Guess]:
    columns = {plain(name): name for name in names}
    layer = plain(layer_name)
    scored = []
    for profile in profiles:
        found = _found(profile, columns)
        if not found or (len(found) < _FEWEST and not _is_named(profile, layer_name, layer)):
            continue
        guess = _guess(profile, found, columns, layer_name, layer, kind, samples)
        if guess.score >= _LEAST:
            scored.append((round(guess.score, 3), profile.newest, profile.version, guess))
    scored.sort(key=lambda one: one[:3], reverse=True)
    return _usual_first([one[3] for one in scored])


def _usual_first(guesses: list[Guess]) -> list[Guess]:
    """The same guesses, the PLU before the other documents of urbanism that have the same table, the newest first.

    They share their tables, but for a column or two: a few hundredths between them say nothing. A layer that lacks
    columns in all of them is more likely a PLU of today to be completed than an older one.
    """
    documents = _documents()
    best = guesses[0] if guesses else None
    if best is None or documents.get(best.standard) not in _USUAL:
        return guesses
    reach = _NEAR if best.score >= _WHOLE else _NEAR_UNFINISHED
    near = [
        one
        for one in guesses
        if one.table == best.table and documents.get(one.standard) in _USUAL and one.score >= best.score - reach
    ]
    newest = {one.standard: (one.newest, one.version) for one in _profiles()}
    near.sort(key=lambda one: newest[one.standard], reverse=True)
    near.sort(key=lambda one: _USUAL.index(documents[one.standard]))
    return [*near, *(one for one in guesses if one not in near)]


@lru_cache(maxsize=1)
def _documents() -> Mapping[str, str]:
    """The family of document of each standard that has one."""
    return {one.id: one.document for one in summaries() if one.document}


def _found(profile: _Profile, columns: Mapping[str, str]) -> dict[str, str]:
    """Field → column that holds it."""
    found: dict[str, str] = {}
    for name, column in columns.items():
        field = profile.fields.get(name) or (profile.cut.get(name) if len(column) == DBF_NAME else None)
        if field is not None:
            found.setdefault(field, column)
    return found


def _guess(
    profile: _Profile,
    found: Mapping[str, str],
    columns: Mapping[str, str],
    layer_name: str,
    layer: str,
    kind: Kind | None,
    samples: Mapping[str, Sequence[str]],
) -> Guess:
    weights = _weights()
    held = sum(weights[plain(field)] for field in found)
    asked = profile.mandatory or frozenset(profile.fields.values())
    wanted = sum(weights[plain(field)] for field in asked)
    there = sum(weights[plain(field)] for field in asked & found.keys())
    every = held + sum(weights.get(name, 1.0) for name in columns if columns[name] not in found.values())
    whole = sum(weights[name] for name in profile.fields)
    score = 0.5 * there / wanted + 0.3 * held / every + 0.2 * held / whole
    rarest = sorted(found, key=lambda field: -weights[plain(field)])[:_NAMED]
    more = "…" if len(found) > _NAMED else ""
    reasons = [tr("columns {names}").format(names=", ".join(rarest) + more)]
    if _is_named(profile, layer_name, layer):
        score += _NAME_BONUS * (1 - score)
        reasons.append(tr("name {name}").format(name=layer_name))
    agreeing, judged = _values_that_fit(profile, found, samples)
    if judged:
        score += _VALUE_BONUS * (len(agreeing) / judged - 0.5) * (1 - score / 2)
    if agreeing:
        reasons.append(tr("values of {names}").format(names=", ".join(agreeing[:_NAMED])))
    if kind is not None and profile.kinds and Kind.ANY not in profile.kinds and Kind.ANY is not kind:
        if kind in profile.kinds:
            reasons.append(_kind_words(kind))
        else:
            score *= _OTHER_KIND
    return Guess(profile.standard, profile.table, max(0.0, min(1.0, score)), tuple(reasons))


def _is_named(profile: _Profile, layer_name: str, layer: str) -> bool:
    if profile.pattern and re.fullmatch(profile.pattern, layer_name, re.IGNORECASE):
        return True
    return any(len(name) >= _SHORTEST_NAME and name in layer for name in profile.names)


def _values_that_fit(
    profile: _Profile, found: Mapping[str, str], samples: Mapping[str, Sequence[str]]
) -> tuple[list[str], int]:
    """The fields whose values are those of the standard, among those that can be judged."""
    judged = {
        field: {str(one) for one in samples.get(column, ())}
        for field, column in found.items()
        if field in profile.values and samples.get(column)
    }
    return [field for field, held in judged.items() if held <= profile.values[field]], len(judged)


def _kind_words(kind: Kind) -> str:
    return {
        Kind.POINT: tr("geometry of points"),
        Kind.LINE: tr("geometry of lines"),
        Kind.POLYGON: tr("geometry of polygons"),
    }[kind]


# --------------------------------------------------------------------------------------------------- a folder
def _tables_in(path: Path) -> Iterator[tuple[str, list[str], Kind | None]]:
    """Name, columns and geometry of the tables of a folder or a zip. What can't be read is left out: it is a guess."""
    from osgeo import gdal, ogr

    kinds = dict.fromkeys((ogr.wkbPoint, ogr.wkbMultiPoint), Kind.POINT)
    kinds |= dict.fromkeys((ogr.wkbLineString, ogr.wkbMultiLineString), Kind.LINE)
    kinds |= dict.fromkeys((ogr.wkbPolygon, ogr.wkbMultiPolygon), Kind.POLYGON)
    root = f"/vsizip/{path}" if path.suffix.lower() == ".zip" else str(path)
    with gdal.ExceptionMgr(useExceptions=False), gdal.quiet_errors():
        listed = [name for name in gdal.ReadDirRecursive(root) or () if name.lower().endswith(_TABLES)]
        shapes = {name[:-4].lower() for name in listed if name.lower().endswith(".shp")}
        alone = [name for name in listed if not (name.lower().endswith(".dbf") and name[:-4].lower() in shapes)]
        for name in alone[:_MOST_TABLES]:
            source = ogr.Open(f"{root}/{name}")
            for at in range(min(source.GetLayerCount(), _MOST_TABLES) if source else 0):
                layer = source.GetLayer(at)
                definition = layer.GetLayerDefn()
                columns = [definition.GetFieldDefn(each).GetName() for each in range(definition.GetFieldCount())]
                yield layer.GetName(), columns, kinds.get(ogr.GT_Flatten(layer.GetGeomType()))
