"""The standards shipped with the plugin: their list, and each of them by its id."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ..errors import StandardError
from ..i18n import tr
from ..paths import resources
from .reading import StandardFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .model import Standard

INDEX = "index.json"
_NEAREST = 4
_EASEMENT = re.compile(r"sup_(\w+)_(20\d\d)")  # as the national validator writes them
_VERSION = re.compile(r"\d+(\.\d+)*")


@dataclass(frozen=True)
class Summary:
    """What the list says of a standard, without reading its tables."""

    id: str
    title: str
    tables: int
    fields: int  # columns, those of geometry included
    version: str = ""
    date: str = ""  # ISO, "" where its publisher doesn't say
    family: str = ""
    source: str = ""
    partial: str = ""
    newer: str = ""
    schema: str = ""
    document: str = ""  # family of its document: PLU, SUP…; "" where it is not delivered as a folder
    folder: str = ""  # pattern of the name of that folder
    table_names: tuple[str, ...] = ()
    file: str = ""  # in resources/standards/


def summary_of(standard: Standard, file: str = "") -> Summary:
    """The summary of a standard."""
    document = standard.document
    return Summary(
        id=standard.id,
        title=standard.title,
        version=standard.version,
        date=standard.date,
        family=standard.family,
        source=standard.source,
        tables=len(standard.tables),
        fields=standard.columns,
        partial=standard.partial,
        newer=standard.newer,
        schema=standard.schema,
        document=document.family if document else "",
        folder=document.folder if document else "",
        table_names=tuple(table.name for table in standard.tables),
        file=file,
    )


@cache
def summaries() -> tuple[Summary, ...]:
    """Every standard shipped, by family, then by id. Cheap: only the index is read."""
    path = resources() / "standards" / INDEX
    try:
        held = json.loads(path.read_text(encoding="utf-8"))["standards"]
        return tuple(Summary(**{**one, "table_names": tuple(one.get("table_names", ()))}) for one in held)
    except (OSError, ValueError, LookupError, TypeError) as error:
        message = tr("The list of the standards can't be read: the plugin is damaged.")
        raise StandardError(message, detail=f"{path}: {error}", hint=tr("Install the plugin again.")) from error


def aliases() -> Mapping[str, str]:
    """Shorter names: “plu” for the newest PLU, “sup_ac1” for the newest of that category."""
    return _aliases()


@lru_cache(maxsize=64)
def standard(id_: str) -> Standard:
    """The standard of that id or alias, whatever the case; the validator's names too: “cnig_SUP_AC1_2016”.

    StandardError, with the nearest ids, when there is none.
    """
    id_found = _found(id_)
    return _file(_by_id()[id_found].file).standard(id_found)


def all_standards() -> Iterator[Standard]:
    """Every standard shipped, read one after the other (about two seconds for all)."""
    return (standard(one.id) for one in summaries())


def index_text(shelved: Mapping[str, tuple[Standard, ...]]) -> str:
    """The text of index.json for these files: name → its standards."""
    every = [summary_of(one, file) for file, held in shelved.items() for one in held]
    every.sort(key=lambda one: (one.family, one.id))
    said = ({key: value for key, value in asdict(one).items() if value not in ("", ())} for one in every)
    lines = (json.dumps(one, ensure_ascii=False) for one in said)
    return '{"standards": [\n' + ",\n".join(lines) + "\n]}\n"


@cache
def _by_id() -> dict[str, Summary]:
    return {one.id: one for one in summaries()}


@cache
def _aliases() -> dict[str, str]:
    """Each id without its version names the last of its line: the one that no other follows."""
    named: dict[str, str] = {}
    for one in summaries():
        short = _without_version(one.id, one.version)
        if short not in _by_id() and not one.newer:
            named.setdefault(short, one.id)
    return named


def _without_version(id_: str, version: str) -> str:
    return "_".join(part for part in id_.split("_") if part != version and not _VERSION.fullmatch(part))


@cache
def _file(name: str) -> StandardFile:
    return StandardFile(resources() / "standards" / name)


def _found(id_: str) -> str:
    wanted = re.sub(r"[\s-]+", "_", id_.strip().lower()).removeprefix("cnig_").removeprefix("gpu_")
    wanted = _EASEMENT.sub(r"sup_\2_\1", wanted)
    found = wanted if wanted in _by_id() else _aliases().get(wanted)
    if found is None:
        near = get_close_matches(wanted, [*_by_id(), *_aliases()], n=_NEAREST, cutoff=0.5)
        hint = tr("Did you mean {names}?").format(names=", ".join(near)) if near else ""
        raise StandardError(
            tr("There is no standard “{name}”.").format(name=id_),
            hint=hint or tr("The algorithm “standards” lists those that are known."),
        )
    return found
