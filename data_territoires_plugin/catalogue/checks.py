"""What each key of an entry may hold: one reader per key, from a YAML node to a value of the entry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from string import Formatter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ..i18n import tr
from . import files
from .entry import CutMode, Entry, GeometryKind, Licence
from .services import LOCAL, OSM, PROTOCOLS, protocol
from .words import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

# The kinds of territory: the words before the colon of "epci:243500139".
KINDS = (
    "commune", "epci", "departement", "region", "commune_deleguee", "arrondissement_municipal", "canton", "iris",
    "scot", "pnr", "bassin_de_vie", "qpv", "bassin_versant",
)  # fmt: skip
# The id of an entry; of a layer found by a search, which a kit may hold, the name of its table: datagouv__eb76d20a-85…
ID = re.compile(r"[a-z0-9_]+(__[A-Za-z0-9_~-]+)?")
PLACES = ("edition", "month", "date")  # what an attribution may have filled in
OPTIONS = ("format", "style", "matrix_set")  # of a background
DOWNLOAD = "geopf_download"  # the service of the archives by département
DOWNLOAD_OPTIONS = ("format", "title")

REQUIRED = (
    "title", "abstract", "theme", "producer", "service", "layer", "geometry", "licence", "attribution", "cut",
    "cut_reason",
)  # fmt: skip

_Choice = TypeVar("_Choice", bound=Enum)
_T = TypeVar("_T")


class BadValueError(Exception):
    """What is wrong with a value, for the user. The reader adds the file, the line and the key."""


@dataclass(frozen=True)
class Known:
    """What the entries of a file may refer to."""

    path: Path
    themes: Mapping[str, str]
    licences: Mapping[str, Licence]
    services: frozenset[str]


def _text(node: Node, _known: Known) -> str:
    if not isinstance(node, ScalarNode):
        raise BadValueError(tr("a text is expected."))
    value = str(node.value)
    return "" if value in ("~", "null") and node.style is None else value.strip()


def _filled(node: Node, known: Known) -> str:
    value = _text(node, known)
    if not value:
        raise BadValueError(tr("the value is empty."))
    return value


def _texts(node: Node, known: Known) -> tuple[str, ...]:
    if not isinstance(node, SequenceNode):
        raise BadValueError(tr("a list is expected: [one, two]."))
    return tuple(_text(each, known) for each in node.value)


def _mapping(node: Node, known: Known) -> dict[str, str]:
    if not isinstance(node, MappingNode):
        raise BadValueError(tr("keys and values are expected: {{commune: code_insee}}.").format())
    return {str(key.value): _text(value, known) for key, value in node.value}


def _one_of(value: str, known: Mapping[str, _T]) -> _T:
    try:
        return known[value]
    except KeyError:
        raise BadValueError(_unknown(value, known)) from None


def _unknown(value: str, known: Iterable[str]) -> str:
    names = list(known)
    hint = did_you_mean(value, names) or tr("Known: {names}.").format(names=", ".join(names))
    return f"{tr('unknown value “{value}”.').format(value=value)} {hint}"


def _choice(kind: type[_Choice]) -> Callable[[Node, Known], _Choice]:
    values = {str(each.value): each for each in kind}
    return lambda node, known: _one_of(_filled(node, known), values)


def _theme(node: Node, known: Known) -> str:
    value = _filled(node, known)
    _one_of(value, known.themes)
    return value


def _licence(node: Node, known: Known) -> Licence:
    return _one_of(_filled(node, known), known.licences)


def _service(node: Node, known: Known) -> str:
    value = _filled(node, known)
    if value not in known.services:
        raise BadValueError(_unknown(value, sorted(known.services)))
    return value


def _attribution(node: Node, known: Known) -> str:
    value = _filled(node, known)
    try:
        places = [name for _, name, _, _ in Formatter().parse(value) if name is not None]
    except ValueError as error:
        raise BadValueError(tr("a brace is not closed.")) from error
    for place in places:
        if place not in PLACES:
            raise BadValueError(_unknown(place, PLACES))
    return value


def _crs(node: Node, known: Known) -> str:
    return _matching(_filled(node, known), r"[A-Z]+:\d+", "EPSG:2154")


def _style(node: Node, known: Known) -> str:
    value = _text(node, known)
    return _matching(value, r"[a-z0-9_]+", "cours_d_eau") if value else ""


def _edition(node: Node, known: Known) -> str:
    value = _text(node, known)
    return _matching(value, r"field:\w+", "field:date_modification") if value.startswith("field:") else value


def _matching(value: str, pattern: str, example: str) -> str:
    if not re.fullmatch(pattern, value):
        message = tr("“{value}” is not written as expected, for example {example}.")
        raise BadValueError(message.format(value=value, example=example))
    return value


def _scale(node: Node, known: Known) -> int:
    value = _text(node, known)
    if not value.isdecimal():
        raise BadValueError(tr("a whole number is expected: 10000 for 1:10 000, 0 for always."))
    return int(value)


def _truth(node: Node, known: Known) -> bool:
    return _one_of(_text(node, known).lower(), {"true": True, "false": False})


def _kinds(node: Node, known: Known) -> tuple[str, ...]:
    values = _texts(node, known)
    for value in values:
        if value not in KINDS:
            raise BadValueError(_unknown(value, KINDS))
    return values


def _megabytes(node: Node, known: Known) -> float:
    value = _text(node, known)
    if not re.fullmatch(r"\d+(\.\d+)?", value):
        raise BadValueError(tr("a number is expected: the megabytes of one file, 0 when not known."))
    return float(value)


def _ways(node: Node, known: Known) -> tuple[dict[str, Any], ...]:
    """The other ways of an entry: for each, the keys that differ from the entry's."""
    if not isinstance(node, SequenceNode):
        raise BadValueError(tr("a list is expected: [one, two]."))
    return tuple(_way(each, known) for each in node.value)


def _way(node: Node, known: Known) -> dict[str, Any]:
    if not isinstance(node, MappingNode):
        raise BadValueError(tr("each way is made of keys and values, at least service and layer."))
    values: dict[str, Any] = {}
    for key, value in node.value:
        name = str(key.value)
        if name not in WAY_KEYS:
            raise BadValueError(_unknown(name, WAY_KEYS))
        try:
            values[name] = READERS[name](value, known)
        except BadValueError as problem:
            raise BadValueError(f"{name}: {problem}") from problem
    for missing in (name for name in ("service", "layer") if name not in values):
        raise BadValueError(tr("a way lacks the key “{key}”.").format(key=missing))
    return values


def _keyed(allowed: tuple[str, ...]) -> Callable[[Node, Known], Mapping[str, str]]:
    def read(node: Node, known: Known) -> Mapping[str, str]:
        values = _mapping(node, known)
        for name in values:
            if name not in allowed:
                raise BadValueError(_unknown(name, allowed))
        return MappingProxyType(values)

    return read


READERS: dict[str, Callable[[Node, Known], object]] = {
    "title": _filled,
    "abstract": _filled,
    "theme": _theme,
    "producer": _filled,
    "product": _text,
    "service": _service,
    "layer": _filled,
    "former_layers": _texts,
    "geometry": _choice(GeometryKind),
    "geometry_column": _text,
    "key": _text,
    "code_fields": _keyed(KINDS),
    "crs": _crs,
    "edition": _edition,
    "licence": _licence,
    "attribution": _attribution,
    "cut": _choice(CutMode),
    "cut_reason": _filled,
    "style": _style,
    "recommended": _kinds,
    "min_scale": _scale,
    "verified": _truth,
    "keywords": _texts,
    "options": _keyed(tuple(dict.fromkeys((*OPTIONS, *files.OPTIONS, "path", "resource")))),
    "conditions": _text,
    "megabytes": _megabytes,
    "ways": _ways,
}
# What another way may say for itself. What it doesn't say of these first ones, it does not have from the entry.
_OWN = ("geometry_column", "key", "code_fields", "options", "former_layers", "megabytes", "ways")
WAY_KEYS = (
    "service", "layer", "geometry_column", "key", "code_fields", "options", "former_layers", "megabytes",
    "crs", "edition", "attribution", "style", "licence", "producer", "product", "conditions", "verified",
)  # fmt: skip


def checked_entry(entry_id: str, values: dict[str, Any], known: Known) -> Entry:
    """The entry of these values. Raises BadValueError when its id is badly formed or its keys contradict each other."""
    if not ID.fullmatch(entry_id):
        raise BadValueError(tr("an id is made of small letters without accent, digits and _."))
    table = str(values["layer"]).rpartition(":")[2]
    ways = tuple(
        _other_way(entry_id, _shared(values, own) | own | {"layer": own["layer"].replace("{table}", table)}, known)
        for own in values.get("ways", ())
    )
    return _checked(entry_id, {**values, "ways": ways}, known)


def _shared(values: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """What another way has from its entry; the archives of a product have the columns of its service."""
    columns = ("key", "code_fields") if own["service"] == DOWNLOAD else ()
    return {name: value for name, value in values.items() if name not in _OWN or name in columns}


def _other_way(entry_id: str, values: dict[str, Any], known: Known) -> Entry:
    try:
        return _checked(entry_id, values, known)
    except BadValueError as problem:
        raise BadValueError(f"ways: {problem}") from problem


def _checked(entry_id: str, values: dict[str, Any], known: Known) -> Entry:
    if values["service"] == LOCAL:
        values = {**values, "layer": _local(values["layer"], known.path.parent)}
    entry = Entry(id=entry_id, **values)
    if entry.geometry in (GeometryKind.NONE, GeometryKind.RASTER) and entry.geometry_column:
        raise BadValueError(tr("a table or a background has no geometry_column."))
    if "{edition}" in entry.attribution and not entry.edition:
        raise BadValueError(tr("the attribution shows an edition that the entry does not give: add the key edition."))
    if entry.service in PROTOCOLS and not re.fullmatch(_ADDRESSES[entry.service], entry.layer):
        message = tr("layer: the address “{value}” is not written as expected, for example {example}.")
        raise BadValueError(message.format(value=entry.layer, example=_EXAMPLES[entry.service]))
    if entry.service == files.FILE:
        _check_files(entry, known)
    elif entry.service == DOWNLOAD:
        _check_download(entry)
    elif (
        entry.options
        and entry.geometry is not GeometryKind.RASTER
        and not (set(entry.options) <= {"authcfg"} and (entry.service in PROTOCOLS or protocol(entry.service)))
        and not (set(entry.options) <= _OWN_OPTIONS.get(entry.service, set()))
    ):
        raise BadValueError(tr("options are for a background (geometry: raster) or for files (service: file)."))
    return entry


_OWN_OPTIONS = {OSM: {"path"}, "grist": {"authcfg"}, "datagouv_tabular": {"resource"}}
# Where the whole address of a layer is given: of a collection, of a service with the type in it.
_ADDRESSES = {
    "ogcapi": r"https?://[^\s?#]+/collections/[^\s/?#]+(/items)?/?([?#]\S*)?",
    "wfs": r"https?://[^\s?#]+\?\S*(?i:typenames?)=[^\s&]+\S*",
    "featureserver": r"https?://[^\s?#]+/(?:Feature|Map)Server/\d+/?",
    "stac": r"https?://[^\s|]+(\|asset=[^\s|]+)?",
}
_EXAMPLES = {
    "ogcapi": "https://www.example.org/ogcapi/collections/arbre",
    "wfs": "https://www.example.org/wfs?typename=arbre",
    "featureserver": "https://www.example.org/arcgis/rest/services/arbre/FeatureServer/0",
    "stac": "https://www.example.org/stac/collections/ortho",
}


def _check_download(entry: Entry) -> None:
    """The layer is the name of a product, and what to read in its archive."""
    for name in entry.options:
        if name not in DOWNLOAD_OPTIONS:
            raise BadValueError(_unknown(name, DOWNLOAD_OPTIONS))
    try:
        template = files.file_template(entry.layer)
    except ValueError as error:
        raise BadValueError(_unknown(str(error), ("member=…", "layername=…"))) from error
    _matching(template.address, r"[A-Z0-9_-]+", "BDTOPO|layername=batiment")


def _check_files(entry: Entry, known: Known) -> None:
    """Each place of the addresses is known, each address begins with a service or http."""
    for name in entry.options:
        if name not in files.OPTIONS:
            raise BadValueError(_unknown(name, files.OPTIONS))
    if not entry.options.get("years", "1").isdecimal():
        raise BadValueError(tr("a whole number is expected: the last years to read."))
    for written in (entry.layer, *([entry.options["bulk"]] if "bulk" in entry.options else [])):
        try:
            template = files.file_template(written)
        except ValueError as error:
            raise BadValueError(_unknown(str(error), ("member=…", "layername=…"))) from error
        for name in template.names:
            if name not in files.PLACES and name not in known.services:
                raise BadValueError(_unknown(name, [*files.PLACES, *sorted(known.services)]))
        if not re.match(r"https?://|\{\w+\}/", template.address):
            message = tr("“{value}” is not written as expected, for example {example}.")
            raise BadValueError(message.format(value=written, example="{dvf}/latest/csv/{year}/…"))


def _local(layer: str, folder: Path) -> str:
    """The path of a local source made absolute: it is written relative to the catalogue file."""
    path, bar, rest = layer.partition("|")
    return f"{(folder / path).resolve()}{bar}{rest}"
