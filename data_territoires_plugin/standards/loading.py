"""A standard from what the user names: an id of the shelf, a file, or the address of a schema."""

from __future__ import annotations

import json
import traceback
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urljoin, urlsplit

from ..errors import StandardError
from ..i18n import tr
from ..paths import place_of
from . import json_schema, shelf, table_schema
from .reading import read_file
from .writing import FORMAT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .model import Standard

_LARGEST = 20 * 1024 * 1024  # bytes: the largest schema published weighs 0.3 MB
_TIMEOUT = (10, 60)  # seconds: to connect, to answer


def load(text: str) -> Standard:
    """The standard named by an id of the shelf ("plu_2024", "irve_statique"), a path or an https address.

    A Table Schema, a Data Package, a JSON Schema of GeoJSON features, or a file of our own format. Raises
    StandardError, NetworkError.
    """
    wanted = text.strip()
    if not wanted:
        raise StandardError(
            tr("No standard is given."), hint=tr("Give the id of a standard, or the path or address of a schema.")
        )
    if wanted.lower().startswith(("http://", "https://")):
        return _from_address(wanted)
    path = Path(wanted)
    if path.suffix.lower() == ".json" or ((place := place_of(wanted)) is not None and place.is_file()):
        return _from_file(path)
    return shelf.standard(wanted)


def from_content(
    content: object, *, id_: str = "", source: str = "", read: Callable[[str], Any] | None = None
) -> Standard:
    """The standard that a JSON document says. `read` reads the schemas that a Data Package names. StandardError."""
    try:
        return _compiled(content, id_, source, read)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        # Schemas are written by hand, all over the country: a part may be a number where a list is meant.
        where = traceback.extract_tb(error.__traceback__)[-1].name.strip("_")
        told = tr("This schema can't be read: one of its parts is not what its format says ({error}).")
        raise StandardError(
            told.format(error=error),
            detail=f"{source}: {where}: {error!r}",
            hint=tr("Have it checked by whoever publishes it, or load another version."),
        ) from error


def _compiled(content: object, id_: str, source: str, read: Callable[[str], Any] | None) -> Standard:
    if table_schema.is_package(content) and isinstance(content, dict):
        return table_schema.read(content, id_=id_, source=source, schemas=_resources(content, read))
    if table_schema.is_table_schema(content) and isinstance(content, dict):
        return table_schema.read(content, id_=id_, source=source)
    if json_schema.is_json_schema(content) and isinstance(content, dict):
        return json_schema.read(content, id_=id_, source=source)
    raise StandardError(
        tr("This JSON document is not a schema."),
        hint=tr("A Table Schema (“fields”), a Data Package (“resources”) or a JSON Schema of GeoJSON is expected."),
    )


def _resources(content: Mapping[str, Any], read: Callable[[str], Any] | None) -> dict[str, Mapping[str, Any]]:
    """The schemas of a Data Package, by name of resource: written in it, or named by path."""
    schemas: dict[str, Mapping[str, Any]] = {}
    for one in content["resources"]:
        named = one.get("schema") if isinstance(one, dict) else None
        schema: Any = read(named) if isinstance(named, str) and read else named
        if not table_schema.is_table_schema(schema):
            name = str(one.get("name", "")) if isinstance(one, dict) else ""
            raise StandardError(
                tr("The schema of the resource “{name}” can't be read.").format(name=name),
                detail=str(named)[:200],
                hint=tr("Load the schemas one by one, or ask the publisher for a Data Package in one piece."),
            )
        schemas[str(one.get("name") or schema.get("name"))] = schema
    if not schemas:
        raise StandardError(tr("This Data Package has no resource with a schema."))
    return schemas


# ----------------------------------------------------------------------------------------------------- from a file
def _from_file(path: Path) -> Standard:
    content = _parsed(_text(path), path.name)
    if isinstance(content, dict) and content.get("format") == FORMAT and "standards" in content:
        held = read_file(path)
        if len(held) != 1:
            raise StandardError(
                tr("{name} holds {count} standards: one is needed.").format(name=path.name, count=len(held))
            )
        return held[0]

    def beside(name: str) -> Any:
        inside = (path.parent / name).resolve()
        if not inside.is_relative_to(path.parent.resolve()):
            raise StandardError(
                tr("{name} names a file outside its folder: {other}.").format(name=path.name, other=name)
            )
        return _parsed(_text(inside), inside.name)

    return _named(from_content(content, source=str(path), read=beside), path.stem)


def _text(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise StandardError(
                tr("{name} is too large for a schema.").format(name=path.name),
                hint=tr("Check that it is the schema, and not the data."),
            )
        return path.read_bytes()
    except OSError as error:
        raise StandardError(
            tr("The schema “{name}” can't be opened ({reason}).").format(name=path.name, reason=error.strerror),
            detail=str(path),
            hint=tr("Check the path, and that you may read the file."),
        ) from error


def _parsed(data: bytes, name: str) -> Any:
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise StandardError(
            tr("“{name}” is not JSON: no schema can be read from it.").format(name=name),
            detail=str(error),
            hint=tr("On a web page, take the address of the raw file (“schema.json”), not that of the page."),
        ) from error


def _named(standard: Standard, stem: str) -> Standard:
    return standard if standard.title else standard.__class__(**{**standard.__dict__, "title": stem})


# -------------------------------------------------------------------------------------------------- from an address
def _from_address(address: str) -> Standard:
    from ..network.addresses import parts_of

    parts = parts_of(address)
    if parts.scheme != "https" and parts.hostname not in ("127.0.0.1", "localhost", "::1"):
        raise StandardError(
            tr("A schema is only fetched over https."), detail=address, hint=tr("Give its https address.")
        )
    name = PurePosixPath(unquote(urlsplit(address).path)).name or address

    def linked(other: str) -> Any:
        target = urljoin(address, other)
        if urlsplit(target).netloc != urlsplit(address).netloc:
            raise StandardError(tr("{name} names a schema of another site: {other}.").format(name=name, other=other))
        return _fetched(target)

    return from_content(_fetched(address), source=address, read=linked)


def _fetched(address: str) -> Any:
    from ..network import checked, session

    with session() as web:
        answer = checked(web.get(address, timeout=_TIMEOUT))
        name = PurePosixPath(unquote(urlsplit(address).path)).name or address
        if len(answer.content) > _LARGEST:
            raise StandardError(tr("{name} is too large for a schema.").format(name=name))
        return _parsed(answer.content, name)
