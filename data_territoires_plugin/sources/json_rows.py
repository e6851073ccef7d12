"""From the JSON of an API to plain GeoJSON features: the rows, their columns, their place. No map here."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from .json_apis import Api, Coordinates

PARENT = ".."  # before a path: in the row that holds the list unfolded


def at(value: Any, path: str) -> Any:
    """What is at a path (`siege.latitude`, `providers.0.name`), the first that is there of `one|other`; None else.

    "" is the value itself.
    """
    for each in path.split("|"):
        found = _step(value, each)
        if found not in (None, ""):
            return found
    return None


def _step(value: Any, path: str) -> Any:
    for name in path.split(".") if path else ():
        if isinstance(value, dict):
            value = value.get(name)
        elif isinstance(value, list) and name.lstrip("-").isdigit():
            place = int(name)
            value = value[place] if -len(value) <= place < len(value) else None
        else:
            return None
    return value


def features(api: Api, rows: list[Any], codes: Collection[str]) -> list[dict[str, Any]]:
    """The features of the rows of an answer. `codes`: those asked for, () where it was not by codes."""
    found = []
    for row in rows:
        if not api.unfold:
            found.append(_feature(api, row, {}))
            continue
        parts = at(row, api.unfold)
        for part in parts if isinstance(parts, list) else []:
            if not (api.within and codes) or at(part, api.within) in codes:
                found.append(_feature(api, part, row))
    return found


def _feature(api: Api, row: Any, parent: Mapping[str, Any]) -> dict[str, Any]:
    if api.fields:
        values = {name: _plain(_one_of(row, parent, path.split("|"))) for name, path in api.fields.items()}
    else:
        own = row["properties"] if row.get("type") == "Feature" and "properties" in row else row
        values = flat(own or {})
    return {"type": "Feature", "properties": values, "geometry": geometry(row, api.coordinates)}


def _one_of(row: Any, parent: Any, paths: list[str]) -> Any:
    """The first value that is there."""
    found = (at(parent, path.removeprefix(PARENT)) if path.startswith(PARENT) else at(row, path) for path in paths)
    return next((value for value in found if value is not None), None)


def flat(row: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """The values of a row under their own names; those of an object within it under `object_name`.

    A geometry is no value: it is the place of the row.
    """
    values: dict[str, Any] = {}
    for name, value in row.items():
        if _is_geometry(value):
            continue
        if isinstance(value, dict):
            values |= flat(value, f"{prefix}{name}_")
        else:
            values[prefix + name] = _plain(value)
    return values


def _plain(value: Any) -> Any:
    """A value that a column can hold: a list of words with commas, anything deeper as JSON."""
    if isinstance(value, list) and all(isinstance(each, (str, int, float)) for each in value):
        return ", ".join(str(each) for each in value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list)) else value


def geometry(row: Any, where: Coordinates) -> dict[str, Any] | None:
    """The place of a row; None where it has none, or where it can't be read."""
    given = at(row, where.member) if where.member else None
    if isinstance(given, dict) and _is_geometry(given):
        return given
    x, y = (_number(at(row, path)) if path else None for path in (where.x, where.y))
    if x is not None and y is not None:
        return {"type": "Point", "coordinates": [x, y]}
    box = row.get("bbox") if isinstance(row, dict) else None
    if where.member and isinstance(box, list) and len(box) in (4, 6):  # some photographs have nothing else
        half = len(box) // 2
        return {"type": "Point", "coordinates": [(box[0] + box[half]) / 2, (box[1] + box[half + 1]) / 2]}
    return None


def _is_geometry(value: Any) -> bool:
    return isinstance(value, dict) and "type" in value and isinstance(value.get("coordinates"), list)


def _number(value: Any) -> float | None:
    try:
        number = float(str(value).replace(",", "."))
    except ValueError:
        return None
    return number if math.isfinite(number) else None
