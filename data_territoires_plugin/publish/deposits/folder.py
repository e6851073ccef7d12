"""A folder, of a disk or of a WebDAV server: data, style, record and a readme, for those who have nothing else.

NAME/           what is published: NAME.gpkg, NAME.qml, NAME.sld, NAME.xml, LISEZMOI.md
NAME.RUN/       what is being put there
NAME.before/    what was published before, until the next publication
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem

from ...i18n import tr
from ..targets.base import Profile, TargetError
from . import files
from .readme import readme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsFeedback

    from ..content import Remote
    from ..targets.base import Dataset
    from .base import Package
    from .storages import Storage

METRES, DEGREES = 1e-6, 1e-11  # a GeoPackage keeps what it is given
BEFORE, UNDONE = "before", "undone"
README = "LISEZMOI.md"


class Folder:
    """A dataset `collection` in the folder `address` (a path, or the https:// address of a WebDAV folder)."""

    def __init__(self, dataset: Dataset) -> None:
        self._address, self._name = dataset.address, dataset.collection
        self._key, self._columns, self._crs, self._authcfg = dataset.key, dataset.columns, dataset.crs, dataset.authcfg

    def probe(self, feedback: QgsFeedback) -> Profile:
        """The CRS of what is there, else that of the layer. TargetError: no such folder, or no right to it."""
        if not self._name or self._name.strip(". ") != self._name or any(sign in self._name for sign in '/\\:*?"<>|'):
            raise TargetError(
                tr("“{name}” can't be the name of a folder.").format(name=self._name),
                hint=tr("Choose another one, made of letters, digits, - and _."),
            )
        storage = self._storage(feedback)
        storage.check()
        links = ((tr("Folder"), storage.shown(self._name)),)
        if not self.exists(feedback):
            return self._profile(self._crs, (), (), links)
        with tempfile.TemporaryDirectory() as work:
            layer = files.opened(self._fetched(storage, self._name, Path(work)))
            theirs = [name for name in layer.fields().names() if name != files.ROW_ID]
            crs = QgsCoordinateReferenceSystem(layer.crs())
            del layer
        ours = [column.name for column in self._columns]
        loses = tuple(name for name in theirs if name not in ours)
        gains = tuple(name for name in ours if name not in theirs)
        return self._profile(crs if crs.isValid() else self._crs, loses, gains, links)

    @staticmethod
    def _profile(
        crs: QgsCoordinateReferenceSystem,
        loses: tuple[str, ...],
        gains: tuple[str, ...],
        links: tuple[tuple[str, str], ...],
    ) -> Profile:
        precision = DEGREES if crs.isGeographic() else METRES
        return Profile((), crs, precision, loses=loses, gains=gains, links=links)

    def exists(self, feedback: QgsFeedback) -> bool:
        """Whether the data are there."""
        return bool(self.version(feedback))

    def version(self, feedback: QgsFeedback) -> str:
        """The date and size of the file of data, as the storage tells them."""
        return self._storage(feedback).version(self._data(self._name))

    def read(self, feedback: QgsFeedback) -> Iterator[Remote]:
        """The features of the file of data."""
        return self._rows(self._name, feedback) if self.exists(feedback) else iter(())

    def read_staged(self, staged: str, feedback: QgsFeedback) -> Iterator[Remote]:
        """The features of the new file, fetched from where it was put."""
        return self._rows(staged, feedback)

    def _rows(self, folder: str, feedback: QgsFeedback) -> Iterator[Remote]:
        with tempfile.TemporaryDirectory() as work:
            path = self._fetched(self._storage(feedback), folder, Path(work))
            yield from list(files.read(path, self._key, self._columns, self._crs, feedback))

    def stage(self, package: Package, run: str, feedback: QgsFeedback) -> str:
        """A whole folder beside the one that is published."""
        storage = self._storage(feedback)
        staged = f"{self._name}.{run}"
        if storage.exists(staged):
            storage.remove(staged)
        storage.make(staged)
        with tempfile.TemporaryDirectory() as work:
            data = files.write(package, Path(work) / f"{self._name}.gpkg")
            storage.put(data, f"{staged}/{data.name}")
            for name, text in self._texts(package).items():
                path = Path(work) / name
                path.write_text(text, encoding="utf-8", newline="\n")
                storage.put(path, f"{staged}/{name}")
        return staged

    def switch(self, staged: str, feedback: QgsFeedback) -> str:
        """Two moves: the published folder becomes the former one, the new one takes its name."""
        storage = self._storage(feedback)
        former = f"{self._name}.{BEFORE}"
        if not storage.exists(staged):
            return former if storage.exists(former) else ""
        if storage.exists(self._name):
            if storage.exists(former):
                storage.remove(former)
            storage.move(self._name, former)
        storage.move(staged, self._name)
        return former if storage.exists(former) else ""

    def restore(self, former: str, feedback: QgsFeedback) -> None:
        """The former folder takes its name again; ours goes last."""
        storage = self._storage(feedback)
        ours = f"{self._name}.{UNDONE}"
        if not storage.exists(former):
            return
        if storage.exists(self._name):
            storage.move(self._name, ours)
        storage.move(former, self._name)
        if storage.exists(ours):
            storage.remove(ours)

    def dress(self, package: Package, feedback: QgsFeedback) -> tuple[str, ...]:
        """The style, the record and the readme, where they are not those of the package."""
        storage = self._storage(feedback)
        changed = []
        with tempfile.TemporaryDirectory() as work:
            for name, text in self._texts(package).items():
                path = Path(work) / name
                path.write_text(text, encoding="utf-8", newline="\n")
                if not storage.holds(path, f"{self._name}/{name}"):
                    storage.put(path, f"{self._name}/{name}")
                    changed.append(tr("Brought up to date: {name}.").format(name=name))
        return tuple(changed)

    def withdraw(self, feedback: QgsFeedback) -> None:
        """The folder that we made goes."""
        storage = self._storage(feedback)
        if storage.exists(self._name):
            storage.remove(self._name)

    def discard(self, staged: str, feedback: QgsFeedback) -> None:
        """What was put beside and serves no more goes."""
        storage = self._storage(feedback)
        if staged.startswith(f"{self._name}.") and storage.exists(staged):
            storage.remove(staged)

    def _texts(self, package: Package) -> dict[str, str]:
        about = package.about
        found = {f"{self._name}.qml": about.qml, f"{self._name}.sld": about.sld, f"{self._name}.xml": about.record}
        return {name: text for name, text in found.items() if text} | {README: readme(package, f"{self._name}.gpkg")}

    def _data(self, folder: str) -> str:
        return f"{folder}/{self._name}.gpkg"

    def _fetched(self, storage: Storage, folder: str, work: Path) -> Path:
        path = work / f"{self._name}.gpkg"
        storage.get(self._data(folder), path)
        return path

    def _storage(self, feedback: QgsFeedback) -> Storage:
        from .storages import storage_of

        return storage_of(self._address, self._authcfg, feedback)
