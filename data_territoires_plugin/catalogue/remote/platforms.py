"""The platforms, described by data: resources/platforms/*.yaml, and a file of the user's own.

Adding one is one YAML block (docs/plateformes.md). Each is checked when it is loaded: what is wrong is told with its
file, line and key.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ...errors import CatalogueError
from ...i18n import tr
from ...paths import resources
from ...settings import setting
from ..reading import Sheet, problems_found
from ..words import did_you_mean
from .destinations import Destination, Naming, check_address, destinations, naming
from .entries import entry_of, key_of

if TYPE_CHECKING:
    from ...territory import Territory
    from ..entry import Entry
    from .found import Finder, Found, Resource

SETTING = "platforms"  # the path of the user's own file
_REQUIRED = ("title",)
_TEXTS = ("title", "csw", "records", "ckan", "licence", "published_under", "page", "contact", "authcfg", "verified")
_LISTS = ("regions", "departements", "services")
_KEYS = (*_TEXTS, *_LISTS, "targets", "naming")
_ANY_NAME = Naming()
_PLACES = ("csw", "records", "ckan", "services", "targets")
_ADDRESSES = ("csw", "records", "ckan", "page", "contact")
_PROTOCOLS = ("ogcapi", "featureserver", "stac", "wfs")


@dataclass(frozen=True)
class Platform:
    """A platform, a regional one or a program. Addresses may begin with a service in braces: its base replaces it."""

    name: str
    title: str
    regions: tuple[str, ...] = ()  # INSEE codes of the régions it serves; none: the whole country
    departements: tuple[str, ...] = ()
    csw: str = ""
    records: str = ""  # the collection of records of an OGC API
    ckan: str = ""  # the base of a CKAN API
    services: tuple[str, ...] = ()  # WFS, OGC API: their layers are listed by address
    licence: str = ""  # of a record that tells none
    page_of_record: str = ""  # for people; {id} is that of the record
    contact: str = ""
    authcfg: str = ""
    verified: bool = False  # whether its addresses were seen in a published source
    targets: tuple[Destination, ...] = ()  # where to publish to, the best first
    naming: Naming = _ANY_NAME
    published_under: str = ""  # the licence proposed for what is published there

    def address(self, kind: str) -> str:
        """The address of its catalogue, `csw`, `records` or `ckan`. NetworkError: unknown service in braces."""
        return whole(str(getattr(self, kind)))

    def page(self, record: str) -> str:
        """The page of a record for people, "" where the platform's are not known."""
        if not self.page_of_record or not record:
            return ""
        return whole(self.page_of_record.replace("{id}", quote(record, safe="")))

    def serves(self, territory: Territory) -> bool:
        """Whether it serves the région or the département of a territory."""
        own = {territory.code} if territory.kind in ("region", "departement") else set()
        return bool(
            {*territory.regions, *own} & set(self.regions) or {*territory.departements, *own} & set(self.departements)
        )

    def entry(self, found: Found, resource: Resource) -> Entry:
        """The entry that clips a resource, with the credentials of the platform where there are some."""
        made = entry_of(found, resource)
        key = self.authcfg
        home = {urlsplit(whole(each)).hostname for each in (self.csw, self.records, self.ckan, *self.services) if each}
        # A key is for the platform itself: a link of one of its records may lead anywhere.
        if key and resource.service in (*_PROTOCOLS, "file") and urlsplit(resource.url).hostname in home:
            made = replace(made, options=MappingProxyType({**made.options, "authcfg": key}))
        return made


def platforms() -> tuple[Platform, ...]:
    """The platforms shipped, and those of the user's own file; one of the same name replaces the one shipped.

    Raises CatalogueError, naming file, line and key.
    """
    own = setting(SETTING)
    files = [*sorted((resources() / "platforms").glob("*.yaml")), *([Path(own)] if own else [])]
    return _loaded(tuple((path, path.stat().st_mtime_ns if path.is_file() else 0) for path in files))


def proposed(territory: Territory | None) -> tuple[Platform, ...]:
    """The platforms, those that serve the territory first."""
    known = platforms()
    return known if territory is None else tuple(sorted(known, key=lambda each: not each.serves(territory)))


def platform_finders(territory: Territory | None = None) -> dict[str, Finder]:
    """Name → the catalogue of each platform that has one, those that serve the territory first."""
    found = {each.name: _finder(each) for each in proposed(territory)}
    return {name: finder for name, finder in found.items() if finder is not None}


def _finder(platform: Platform) -> Finder | None:
    from .ckan import Ckan
    from .csw import Csw
    from .records import Records

    with_key = replace(platform, authcfg=platform.authcfg or key_of(platform.name))
    if platform.records:
        return Records(with_key)
    if platform.csw:
        return Csw(with_key)
    return Ckan(with_key) if platform.ckan else None


def whole(address: str) -> str:
    """An address with the base of the service that it names in braces. NetworkError: no such service."""
    from ...network import endpoint

    return re.sub(r"\{(\w+)\}", lambda found: endpoint(found[1]), address)


# ---------------------------------------------------------------- the files
@lru_cache(maxsize=4)
def _loaded(files: tuple[tuple[Path, int], ...]) -> tuple[Platform, ...]:
    sheets = [Sheet(path) for path, _ in files]
    found: dict[str, Platform] = {}
    for sheet in sheets:
        for name, (key, node) in sheet.pairs(_root(sheet), sheet.path.name).items():
            if not re.fullmatch(r"[a-z0-9_]+", name) or "__" in name:
                sheet.problem(key, tr("{name}: a name is made of small letters, digits and _.").format(name=name))
            platform = _platform(sheet, name, key, node)
            if platform:
                found[name] = platform
    problems_found(sheets)
    return tuple(found.values())


def _root(sheet: Sheet) -> Node:
    try:
        root = yaml.compose(sheet.path.read_text(encoding="utf-8-sig"), Loader=yaml.SafeLoader)
    except OSError as error:
        raise CatalogueError(
            tr("The file of platforms {file} can't be read.").format(file=sheet.path),
            detail=str(error),
            hint=tr("Correct the setting {name} of the plugin.").format(name=SETTING),
        ) from error
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise CatalogueError(
            tr("The file of platforms {file} is not YAML in UTF-8.").format(file=sheet.path),
            detail=str(error),
            hint=tr("Check the indentation, the colons and the quotes."),
        ) from error
    return root if root is not None else MappingNode("tag:yaml.org,2002:map", [])


def _platform(sheet: Sheet, name: str, key: Node, node: Node) -> Platform | None:
    before = len(sheet.problems)
    values = _values(sheet, name, node)
    _check(sheet, key, name, values)
    if len(sheet.problems) > before:
        return None
    verified = values.pop("verified", "false") == "true"
    page = values.pop("page", "")
    return Platform(name, verified=verified, page_of_record=page, **values)


def _values(sheet: Sheet, name: str, node: Node) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for field, (key_node, value) in sheet.pairs(node, name).items():
        if field not in _KEYS:
            words = tr("unknown key “{name}”.").format(name=field)
            sheet.problem(key_node, f"{name}: {words} {did_you_mean(field, _KEYS)}".strip())
        elif field in _TEXTS and isinstance(value, ScalarNode):
            values[field] = str(value.value).strip()
        elif field in _LISTS and isinstance(value, SequenceNode):
            values[field] = tuple(str(each.value).strip() for each in value.value)
        elif field == "targets":
            values[field] = destinations(sheet, name, value)
        elif field == "naming":
            values[field] = naming(sheet, name, value)
        else:
            expected = tr("a text is expected.") if field in _TEXTS else tr("a list is expected: [one, two].")
            sheet.problem(value, f"{name}: {field}: {expected}")
    return values


def _check(sheet: Sheet, key: Node, name: str, values: dict[str, Any]) -> None:
    for missing in (each for each in _REQUIRED if not values.get(each)):
        sheet.problem(key, tr("{name}: the key “{key}” is missing.").format(name=name, key=missing))
    for field in _ADDRESSES:
        check_address(sheet, key, f"{name}: {field}", values.get(field, ""))
    for address in values.get("services", ()):
        check_address(sheet, key, f"{name}: services", address)
    if not any(values.get(field) for field in _PLACES):
        words = tr("{name}: give at least one of {keys}.").format(name=name, keys=", ".join(_PLACES))
        sheet.problem(key, words)
    if values.get("verified", "false") not in ("true", "false"):
        sheet.problem(key, tr("{name}: verified is true or false.").format(name=name))
