"""How the rows of a batch are read: which ones, as which types, and what a damaged file says."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

import numpy as np

from ..errors import SourceError
from ..geopackage import damaged, quoted, sql
from ..i18n import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..sources import Batch


def lean(ids: np.ndarray) -> np.ndarray:
    """The same numbers in half the room, where they fit."""
    return ids.astype(np.uint32) if len(ids) == 0 or (ids.min() >= 0 and ids.max() < 2**32) else ids


def converted(name: str, type_: str, told: Mapping[str, str]) -> str:
    """The expression that reads a column as its declared type: services write days as 2022-01-01Z.

    `told`: the types that the source declares; a moment that it calls one is copied untouched.
    """
    column = quoted(name)
    if type_ == told.get(name):
        return column
    if type_ == "DATE":
        return f"substr({column}, 1, 10)"
    if type_ == "DATETIME":
        anew = f"coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', {column}), {column})"
        right, short = "????-??-??T??:??:??.???Z", "????-??-??T??:??:??Z"  # most of them: cheaper to see than to make
        return (
            f"CASE WHEN {column} GLOB '{right}' THEN {column}"
            f" WHEN {column} GLOB '{short}' THEN substr({column}, 1, 19) || '.000Z' ELSE {anew} END"
        )
    return column


def condition(batch: Batch) -> tuple[str, tuple[str, ...]]:
    """The clause that picks the rows of a batch, and its values; "" for all of them."""
    if not batch.values:
        return "", ()
    marks = ", ".join("?" * len(batch.values))
    return sql(" WHERE {field} IN ", field=batch.field) + f"({marks})", batch.values


@contextmanager
def reading(batch: Batch) -> Iterator[None]:
    """A damaged file is the source's fault, not the result's."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if not damaged(error):
            raise
        raise SourceError(
            tr("“{name}” is damaged: it can't be read to its end.").format(name=batch.path.name),
            detail=f"{batch.path}: {error}",
            hint=tr("Copy it again, or save it anew from QGIS."),
        ) from error
