"""Kits: a territory's data in a folder, to work without network. The training kit is one, shipped with the plugin.

A kit is data only: a GeoPackage with one table per entry, the rows of the COG of what lies inside, the entries as a
catalogue file, and a manifest with the checksum of each file. Their names are fixed: a manifest names no path.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..errors import CatalogueError
from ..i18n import tr
from ..paths import resources
from ..settings import save_setting, setting
from .checks import ID

FORMAT = 1
MANIFEST, DATA, COG, CATALOGUE = "kit.json", "kit.gpkg", "cog.tsv", "catalogue.yaml"
READ_ME, LICENCES = "LISEZMOI.md", "LICENCES.md"
FILES = (DATA, COG, CATALOGUE, READ_ME, LICENCES)  # what a manifest may name
OPEN, KNOWN = "kit", "kits"  # the settings: the kit that is open, those that were opened once
_LARGEST_MANIFEST = 20_000_000  # bytes: the perimeter is in it
_PIECE = 1 << 20
_PARTS = ("arrondissement_municipal", "commune_deleguee", "commune_associee")


@dataclass(frozen=True)
class KitLayer:
    """A layer of a kit, as it was when the kit was made."""

    id: str
    edition: str
    fetched: str  # ISO date


@dataclass(frozen=True)
class Kit:
    """A kit that can be read. `land` is its perimeter as WKT, in `crs`; "" for the training kit."""

    folder: Path
    title: str
    territory: str = ""  # "epci:243500139", several separated by commas
    made: str = ""  # ISO date
    edition: int = 0  # year of the COG
    crs: str = ""
    land: str = ""
    layers: tuple[KitLayer, ...] = ()
    codes: frozenset[tuple[str, str]] = frozenset()  # (kind, code) of the territories that lie inside
    training: bool = False

    @property
    def data(self) -> Path:
        """Its GeoPackage."""
        return self.folder / DATA

    def holds(self, codes: dict[str, tuple[str, ...]]) -> bool:
        """Whether the territories of these codes (kind → codes) lie inside, by the rows of the COG."""
        return any(
            bool(asked) and all(any((one, code) in self.codes for one in _alike(kind)) for code in asked)
            for kind, asked in codes.items()
        )

    def layer(self, entry_id: str) -> KitLayer | None:
        """A layer of the kit, None where it is not in it."""
        return next((one for one in self.layers if one.id == entry_id), None)


def _alike(kind: str) -> tuple[str, ...]:
    """The codes of a commune come with those of its parts: see the codes of a perimeter."""
    return (kind, *_PARTS) if kind == "commune" else (kind,)


def training_kit() -> Kit:
    """The kit shipped with the plugin: an invented territory."""
    return Kit(resources() / "training", tr("training kit"), training=True)


def read_kit(folder: Path) -> Kit:
    """The kit of a folder, its files present but not checked. CatalogueError: gone, or no kit."""
    manifest = folder / MANIFEST
    try:
        state = manifest.stat()
    except OSError as error:
        raise _gone(folder, error) from error
    if state.st_size > _LARGEST_MANIFEST:
        raise _no_kit(folder, tr("its manifest is too large."))
    return _read(folder, state.st_mtime_ns)


@lru_cache(maxsize=8)
def _read(folder: Path, _changed: int) -> Kit:
    manifest = manifest_of(folder)
    try:
        rows = (folder / COG).read_text(encoding="utf-8").splitlines()[1:]
        return Kit(
            folder,
            str(manifest["title"]),
            str(manifest["territory"]),
            str(manifest["made"]),
            int(manifest["edition"]),
            str(manifest["crs"]),
            str(manifest["land"]),
            tuple(KitLayer(str(one["id"]), str(one["edition"]), str(one["fetched"])) for one in manifest["layers"]),
            frozenset((kind, code) for kind, code, *_ in (row.split("\t") for row in rows if row)),
        )
    except OSError as error:
        raise _gone(folder, error) from error
    except (KeyError, TypeError, ValueError) as error:
        raise _no_kit(folder, tr("its manifest is damaged."), repr(error)) from error


def manifest_of(folder: Path) -> dict[str, Any]:
    """The manifest of a kit. CatalogueError: it can't be read, or is of a later format."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except OSError as error:
        raise _gone(folder, error) from error
    except ValueError as error:
        raise _no_kit(folder, tr("its manifest is damaged."), str(error)) from error
    if not isinstance(manifest, dict) or not isinstance(manifest.get("files"), dict):
        raise _no_kit(folder, tr("its manifest is damaged."))
    if manifest.get("format") != FORMAT:
        message = tr("The kit of “{folder}” was made by another version of the extension.").format(folder=folder.name)
        raise CatalogueError(message, str(manifest.get("format")), tr("Update the extension, or make the kit again."))
    return manifest


def check_kit(folder: Path) -> Kit:
    """The kit of a folder, once every file was compared with its checksum. CatalogueError says what is wrong."""
    if folder.is_file():
        raise CatalogueError(
            tr("“{name}” is a file: a kit is a folder.").format(name=folder.name),
            str(folder),
            tr("Unzip it first (right click, “Extract all”), then open the folder that comes out."),
        )
    files = manifest_of(folder)["files"]
    if set(files) != set(FILES):
        raise _no_kit(folder, tr("its files are not those of a kit."), ", ".join(sorted(map(str, files))))
    for name in FILES:
        path = folder / name
        if path.is_symlink() or path.resolve().parent != folder.resolve():
            raise _no_kit(folder, tr("“{name}” leads out of the folder.").format(name=name))
        try:
            found = checksum(path)
        except OSError as error:
            raise _gone(folder, error) from error
        if found != files[name]:
            raise CatalogueError(
                tr("The kit of “{folder}” is damaged: “{name}” is not as it was made.").format(
                    folder=folder.name, name=name
                ),
                f"{path}: {found} ≠ {files[name]}",
                tr("Copy the whole folder again from where it was made."),
            )
    kit = read_kit(folder)
    wrong = [one.id for one in kit.layers if not ID.fullmatch(one.id)]
    if wrong:
        raise _no_kit(folder, tr("its manifest is damaged."), ", ".join(wrong))
    return kit


def checksum(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    total = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            total.update(piece)
    return total.hexdigest()


def open_kit(folder: Path) -> Kit:
    """Checks a kit, keeps it among those known, and opens it: it stands for the services on its land."""
    kit = check_kit(folder.resolve())
    from .loading import kit_entries

    kit_entries(kit)
    others = [str(other) for other in known_folders() if other != kit.folder]
    save_setting(KNOWN, os.pathsep.join([str(kit.folder), *others]))
    save_setting(OPEN, str(kit.folder))
    return kit


def close_kit() -> None:
    """Closes the kit that is open: the services are asked again. It stays known, and serves offline."""
    save_setting(OPEN, "")


def open_folder() -> Path | None:
    """The folder of the kit that is open (it may have left with its USB key), None where none is."""
    named = setting(OPEN)
    return Path(named) if named else None


def known_folders() -> tuple[Path, ...]:
    """The folders of the kits that were opened once, the last one first."""
    return tuple(Path(name) for name in setting(KNOWN).split(os.pathsep) if name)


def _gone(folder: Path, error: OSError) -> CatalogueError:
    if not folder.is_dir():
        return CatalogueError(
            tr("The kit of “{folder}” is no longer there.").format(folder=folder),
            str(error),
            tr("Plug its USB key in again, or close the kit (“Open a kit”, without a folder)."),
        )
    return _no_kit(folder, tr("one of its files is missing or can't be read."), str(error))


def _no_kit(folder: Path, why: str, detail: str = "") -> CatalogueError:
    return CatalogueError(
        tr("“{folder}” is not a usable kit: {why}").format(folder=folder.name, why=why),
        f"{folder} {detail}".strip(),
        tr("Choose the folder that “Make a kit” wrote, with its file {name}.").format(name=MANIFEST),
    )
