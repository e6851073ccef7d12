"""Where a publication goes, made of what the user gave: a platform, a saved connection, an address."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..catalogue.remote.destinations import Destination
from ..catalogue.remote.platforms import Platform, platforms, whole
from ..catalogue.words import did_you_mean
from ..i18n import tr
from .connections import connections, refuse_secret
from .opening import TYPES
from .targets.base import TargetError

if TYPE_CHECKING:
    from collections.abc import Iterable

AUTO = "auto"


@dataclass(frozen=True)
class Place:
    """Where a layer goes. `type` may be `auto`: the address is asked."""

    target: str
    type: str = AUTO
    collection: str = ""
    authcfg: str = ""
    metadata: tuple[str, str] = ("", "")  # kind and address of the catalogue of records of the platform
    notes: tuple[str, ...] = ()  # what the user should know, in words


def publishable(type_: str) -> bool:
    """Whether the plugin can publish to this kind of place."""
    return type_ in TYPES


def data_destinations(platform: Platform) -> tuple[Destination, ...]:
    """The destinations of a platform that take features and that the plugin can publish to."""
    return tuple(one for one in platform.targets if one.is_data and publishable(one.type))


def publishing_platforms() -> tuple[Platform, ...]:
    """The platforms that can be published to, in their order. CatalogueError: a file of platforms is wrong."""
    return tuple(one for one in platforms() if data_destinations(one))


def tried_words(destination: Destination) -> str:
    """What was tried really, in words."""
    if destination.tried:
        return tr("Tried against {programs}.").format(programs=destination.tried)
    return tr("Never tried against the real service: simulate first, and check what was published.")


def place_of(given: Place, platform: str, layer: str) -> Place:
    """What the user gave, completed by the saved connection that TARGET names, and by a platform.

    Raises TargetError: unknown platform, no address, a secret in it, a refused name.
    """
    place, platform = _connected(given, platform)
    if platform:
        profile = _named(platform)
        place = _completed(place, profile, layer)
        if place.collection and not profile.naming.takes(place.collection):
            raise TargetError(
                tr("{platform} does not take the name “{name}”.").format(platform=profile.title, name=place.collection),
                hint=tr("Its names: {words}.").format(words=profile.naming.words or profile.naming.pattern),
            )
    if not place.target:
        raise TargetError(
            tr("Nothing says where to publish."),
            hint=tr("Choose a platform, or give the address of one, or the name of a saved connection."),
        )
    refuse_secret(place.target)
    return replace(place, collection=place.collection.replace("{layer}", Destination("", "", "{layer}").named(layer)))


def metadata_of(platform: str) -> tuple[str, str]:
    """The kind and the address of the catalogue of records of a platform, "" where none is known."""
    found = (one for one in _named(platform).targets if not one.is_data and one.address)
    records = next(found, None)
    return (records.type, whole(records.address)) if records is not None else ("", "")


def _connected(given: Place, platform: str) -> tuple[Place, str]:
    saved = connections().get(given.target)
    if saved is None:
        return given, platform
    made = replace(
        given,
        target=saved.target,
        type=saved.type if given.type == AUTO else given.type,
        collection=given.collection or saved.collection,
        authcfg=given.authcfg or saved.authcfg,
    )
    return made, platform or saved.platform


def _named(platform: str) -> Platform:
    known = {one.name: one for one in platforms()}
    if platform not in known:
        raise TargetError(
            tr("There is no platform “{name}”.").format(name=platform),
            hint=f"{did_you_mean(platform, known)} {_known(known)}".strip(),
        )
    return known[platform]


def _known(names: Iterable[str]) -> str:
    return tr("Known platforms: {names}.").format(names=", ".join(names))


def _completed(place: Place, profile: Platform, layer: str) -> Place:
    able = data_destinations(profile)
    chosen = next((one for one in able if place.type in (AUTO, one.type)), None)
    if chosen is None and place.type == AUTO:
        kinds = ", ".join(one.type for one in profile.targets if one.is_data)
        raise TargetError(
            tr("The plugin can't publish to {platform} yet.").format(platform=profile.title),
            detail=kinds,
            hint=tr("Publish to a folder, and put its files there by the platform's own means."),
        )
    metadata = metadata_of(profile.name)
    if chosen is None:
        return replace(place, metadata=metadata)
    address = place.target or whole(chosen.address)
    if not address:
        raise TargetError(
            tr("The address of “{platform}” is missing.").format(platform=profile.title),
            hint=tr("Give it, for instance {example}.").format(example=chosen.example or "https://…"),
        )
    notes = tuple(filter(None, (tried_words(chosen) if not chosen.tried else "", chosen.note)))
    collection = place.collection or chosen.named(layer)
    authcfg = place.authcfg or profile.authcfg
    return Place(address, chosen.type, collection, authcfg, metadata, notes)
