"""Which dataset, which file of it, which organization: what the user named, or the only one there is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from osgeo import ogr

from ...errors import ServerError
from ...i18n import tr
from ..targets.base import TargetError
from .udata import mark_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .udata import Json

WRITTEN = ("gpkg", "geojson", "csv")  # of the formats that the site takes: those whose rows can be compared
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def chosen(dataset: Json, file: str, run: str) -> Json | None:
    """The file that was named, that the publication `run` made, or the only one whose format can be compared."""
    resources = [each for each in dataset["resources"] if isinstance(each, dict)]
    if file:
        found = next((each for each in resources if each.get("id") == file), None)
        if found is None and not run:
            raise TargetError(
                tr("This dataset has no file {id}.").format(id=file),
                hint=tr("Its files: {names}.").format(names=_listed(resources)),
            )
        return _usable(found)
    ours = [each for each in resources if run and mark_of(each) == run]
    hosted = [each for each in resources if each.get("filetype") == "file" and each.get("type") == "main"]
    several = ours or [each for each in hosted if format_of(each) in WRITTEN]
    if len(several) > 1:
        raise TargetError(
            tr("This dataset has several files: say which one is to be replaced."),
            hint=tr("Write dataset/file, with one of: {names}.").format(names=_listed(several)),
        )
    return several[0] if several else None


def organization_of(account: Json, wanted: str) -> str:
    """The id of the organization that will publish: the one that is named, the only one of the account, "" for none."""
    found = [each for each in account.get("organizations") or [] if isinstance(each, dict)]
    names = ", ".join(f"@{each.get('slug') or each.get('id')}" for each in found)
    if wanted:
        found = [each for each in found if wanted in (each.get("id"), each.get("slug"), each.get("name"))]
    if wanted and not found:
        raise TargetError(
            tr("Your account is not in the organization “{name}”.").format(name=wanted),
            hint=tr("Those of your account: {names}.").format(names=names or "–"),
        )
    if len(found) > 1:
        raise TargetError(
            tr("Your account has several organizations: say which one publishes."),
            hint=tr("Write one of these as the collection: {names}.").format(names=names),
        )
    return str(found[0]["id"]) if found else ""


def named(collection: str) -> tuple[str, str]:
    """Dataset and file, from `dataset/file` or the address of a page of the site."""
    if collection.startswith(("http://", "https://")):
        steps = [step for step in re.split(r"[/?#]", collection) if step]
        at = steps.index("datasets") + 1 if "datasets" in steps else len(steps)
        found = _UUID.search(collection)
        return (steps[at] if at < len(steps) else ""), (found.group() if found else "")
    dataset, _, file = collection.partition("/")
    return dataset.strip(), file.strip()


def _usable(resource: Json | None) -> Json | None:
    if resource is None:
        return None
    if resource.get("filetype") != "file":
        raise TargetError(
            tr("“{title}” is a link: its file is on another site.").format(title=resource.get("title")),
            hint=tr("Replace the file there, or name a file that data.gouv.fr holds."),
        )
    if format_of(resource) not in WRITTEN:
        raise TargetError(
            tr("“{title}” is a file that the extension does not write ({format}).").format(
                title=resource.get("title"), format=resource.get("format")
            ),
            hint=tr("It writes {formats}: name such a file, or add one.").format(formats=", ".join(WRITTEN)),
        )
    return resource


def format_of(resource: Json | None) -> str:
    """The format of a file: that of its name, for the one that is told may be anything."""
    if resource is None:
        return ""
    suffix = Path(name_of(resource)).suffix.lower().lstrip(".")
    return suffix if suffix in WRITTEN else str(resource.get("format") or "").lower()


def name_of(resource: Json) -> str:
    """The name of a file, at the end of its address."""
    return str(resource.get("url") or "").partition("?")[0].rpartition("/")[2] or "donnees"


def _listed(resources: Sequence[Json]) -> str:
    return ", ".join(f"{each.get('id')} ({each.get('title')})" for each in resources[:10]) or "–"


def twin(dataset: Json, title: str) -> bool:
    """Whether a dataset bears this title."""
    return str(dataset.get("title") or "").strip().lower() == title.strip().lower() and not dataset.get("deleted")


def check_single(path: Path) -> None:
    """TargetError: the file holds several layers; to replace it would lose the others."""
    with ogr.ExceptionMgr(useExceptions=False):
        dataset = ogr.Open(str(path))
        count = dataset.GetLayerCount() if dataset is not None else 1
    if count > 1:
        raise TargetError(
            tr("The published file holds {count} layers: replacing it would lose the others.").format(count=count),
            hint=tr("Name a file of one layer, or add one."),
        )


def no_dataset(name: str) -> TargetError:
    """What is said of a dataset that can't be seen."""
    return TargetError(
        tr("There is no dataset “{name}” that your account can see.").format(name=name),
        hint=tr("Copy its identifier, or the address of its page, from the site."),
    )


def not_stored() -> ServerError:
    """What is said of a file that isn't the one that was sent."""
    return ServerError(
        tr("The site says that the file is there, and it is not the one that was sent."),
        hint=tr("Go on with “Resume”: it is sent again; or take the publication back with “Undo”."),
    )
