"""The rules of metadata.txt: those of plugins.qgis.org and of QGIS itself."""

from __future__ import annotations

import configparser
import re
from typing import TYPE_CHECKING
from urllib.parse import urlparse

from . import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

REQUIRED = ("name", "description", "version", "qgisMinimumVersion", "author", "email", "about", "tracker", "repository")
KNOWN = (
    *REQUIRED,
    *("description[fr]", "about[fr]", "qgisMaximumVersion", "homepage", "tags", "category", "icon", "changelog"),
    *("hasProcessingProvider", "experimental", "deprecated", "server", "external_deps", "screenshot"),
)
FIXED = {
    "name": "Data Territoires",
    "qgisMinimumVersion": "3.40",
    "qgisMaximumVersion": "4.99",
    "hasProcessingProvider": "yes",
}
WORDS = ("extension", "plugin")  # both find it in the repository
URLS = ("homepage", "tracker", "repository")
_FRENCH = re.compile(r"\b(choisir|découper|les couches|collectivité|vos données|selon)\b", re.IGNORECASE)


def manifest(path: Path = PROJECT / "metadata.txt", changelog: Path = PROJECT / "CHANGELOG.md") -> list[str]:
    """What plugins.qgis.org or QGIS would refuse or misunderstand in metadata.txt."""
    try:
        values = read_manifest(path)
    except (configparser.Error, UnicodeDecodeError) as error:  # a bare % for instance, as on the site
        return [f"metadata.txt can't be read: {' '.join(str(error).split())}"]
    found = [f"{key} is missing or empty" for key in REQUIRED if not values.get(key, "").strip()]
    found += [f"{key} is not a key of metadata.txt" for key in values if key not in KNOWN]
    found += [
        f"{key} must be {value}, not {values.get(key)!r}" for key, value in FIXED.items() if values.get(key) != value
    ]
    found += _text_faults(values) + _url_faults(values)
    return [f"metadata.txt: {text}" for text in found + _version_faults(values, changelog)] + _icon_faults(values, path)


def read_manifest(path: Path) -> dict[str, str]:
    """The keys of metadata.txt, read as plugins.qgis.org reads them (interpolation included)."""
    parser = configparser.ConfigParser()
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    with path.open(encoding="utf-8") as file:
        parser.read_file(file)
    return dict(parser.items("general"))


def _text_faults(values: dict[str, str]) -> list[str]:
    tags = [tag.strip() for tag in values.get("tags", "").split(",")]
    found = [f"tags: the word “{word}” is missing" for word in WORDS if word not in tags]
    for key in ("description", "about"):
        if not values.get(f"{key}[fr]", "").strip():
            found.append(f"{key}[fr] is missing")
        if _FRENCH.search(values.get(key, "")):
            found.append(f"{key} must be in English; {key}[fr] is the place of the French one")
    if "/" in values.get("author", ""):
        found.append("author may not contain “/”")
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", values.get("email", "")):
        found.append("email is not an address")
    if "plugin" in values.get("name", "").lower():
        found.append("name may not repeat the word “plugin”")
    return found


def _url_faults(values: dict[str, str]) -> list[str]:
    parsed = {key: urlparse(values.get(key, "")) for key in URLS}
    return [f"{key} is not an https address" for key, url in parsed.items() if url.scheme != "https" or not url.netloc]


def _version_faults(values: dict[str, str], changelog: Path) -> list[str]:
    version = values.get("version", "")
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        return [f"version {version!r} is not of the form 1.2.3"]
    first = re.search(r"^## \[(\d+\.\d+\.\d+)\]", changelog.read_text(encoding="utf-8"), re.MULTILINE)
    if not first or first[1] != version:
        return [f"version {version} is not the first of CHANGELOG.md ({first[1] if first else 'none'})"]
    return []


def _icon_faults(values: dict[str, str], path: Path) -> list[str]:
    icon = values.get("icon", "")
    return [] if icon and (path.parent / icon).is_file() else [f"metadata.txt: icon {icon!r} is not a file"]
