"""A folder, of a disk or of a WebDAV server: data, style, record and a readme, for those who have nothing else.

NAME/           what is published: NAME.gpkg, NAME.qml, NAME.sld, NAME.xml, LISEZMOI.md
NAME.RUN/       what is being put there
NAME.before/    what was published before, until the next publication
NAME.RUN.gone/  what is being removed
"""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem

from ...errors import DataTerritoiresError
from ...i18n import tr
from ..targets.base import Flavour, Profile, TargetError
from . import files
from .base import columns_of, digest_of
from .choice import check_single
from .readme import readme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsFeedback

    from ..content import Remote
    from ..targets.base import Dataset
    from .base import Package
    from .storages import Storage

METRES, DEGREES = 1e-6, 1e-11  # a GeoPackage keeps what it is given
BEFORE, GONE = "before", "gone"
README = "LISEZMOI.md"  # also our mark
_OURS = (".gpkg", ".gpkg-wal", ".gpkg-shm", ".gpkg-journal", ".qml", ".sld", ".xml")
_NOBODYS = frozenset((README, "Thumbs.db", "desktop.ini", ".DS_Store"))  # written by programs that only show a folder


class Folder:
    """A dataset `collection` in the folder `address` (a path, or the https:// address of a WebDAV folder)."""

    def __init__(self, dataset: Dataset) -> None:
        self._address, self._name = dataset.address, dataset.collection
        self._key, self._columns, self._crs, self._authcfg = dataset.key, dataset.columns, dataset.crs, dataset.authcfg
        self._run = dataset.run

    def probe(self, feedback: QgsFeedback) -> Profile:
        """The CRS of what is there, else that of the layer. TargetError: none, no right to it, not ours."""
        if not self._name:
            raise TargetError(
                tr("The folder to make has no name."), hint=tr("Give it (“COLLECTION”): letters, digits, - and _.")
            )
        if self._name.strip(". ") != self._name or any(
            sign in '/\\:*?"<>|' or not sign.isprintable() for sign in self._name
        ):
            raise TargetError(
                tr("“{name}” can't be the name of a folder.").format(name=self._name),
                hint=tr("Choose another one, made of letters, digits, - and _."),
            )
        storage = self._storage(feedback)
        storage.check()
        # A publication that is gone on with, or taken back, may have been cut anywhere: it knows what it did.
        notes = () if self._run else self._checked(storage)
        links = ((tr("Folder"), storage.shown(self._name)),)
        if not self.exists(feedback):
            return self._profile(self._crs, (), (), links, notes)
        with tempfile.TemporaryDirectory() as work:
            path = self._fetched(storage, self._name, Path(work))
            if not self._run:
                check_single(path)
            layer = files.opened(path)
            theirs = [name for name in layer.fields().names() if name != files.ROW_ID]
            crs = QgsCoordinateReferenceSystem(layer.crs())
            del layer
        return self._profile(crs if crs.isValid() else self._crs, *columns_of(theirs, self._columns), links, notes)

    def _checked(self, storage: Storage) -> tuple[str, ...]:
        """TargetError: a publication would lose what somebody put there. What can't be looked at is told."""
        if not storage.exists(self._name):
            listed: tuple[str, ...] | None = ()
        elif not storage.version(self._data(self._name)):
            raise TargetError(
                tr("The folder {name} is there, and was not made by this extension: it holds no {file}.").format(
                    name=self._name, file=f"{self._name}.gpkg"
                ),
                hint=tr("Choose another name, or move this folder elsewhere."),
            )
        else:
            listed = storage.listed(self._name)
        known = {f"{self._name}{end}" for end in _OURS} | _NOBODYS
        foreign = sorted(set(listed or ()) - known)
        if foreign:
            raise TargetError(
                tr("The folder {name} holds other files, that it would lose: {files}.").format(
                    name=self._name, files=", ".join(foreign[:10])
                ),
                hint=tr("Move them elsewhere, or choose another name."),
            )
        former = self._former
        if storage.exists(former) and not storage.version(f"{former}/{README}"):
            raise TargetError(
                tr("The folder {name} was not made by this extension: the next publication would remove it.").format(
                    name=former
                ),
                hint=tr("Move it elsewhere or rename it, then publish again."),
            )
        if listed is not None:
            return ()
        return (
            tr("This server does not tell which files the folder {name} holds: those that others put there would go.")
            .format(name=self._name),
        )  # fmt: skip

    @property
    def _former(self) -> str:
        return f"{self._name}.{BEFORE}"

    @staticmethod
    def _profile(
        crs: QgsCoordinateReferenceSystem,
        loses: tuple[str, ...],
        gains: tuple[str, ...],
        links: tuple[tuple[str, str], ...],
        notes: tuple[str, ...],
    ) -> Profile:
        precision = DEGREES if crs.isGeographic() else METRES
        return Profile((), crs, precision, loses=loses, gains=gains, links=links, notes=notes, styled=Flavour.SLD)

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
        former, gone = self._former, f"{staged}.{GONE}"
        if storage.exists(staged):
            if storage.exists(self._name):
                if storage.exists(former):
                    self._remove(storage, gone)
                    storage.move(former, gone)
                storage.move(self._name, former)
            try:
                storage.move(staged, self._name)
            except DataTerritoiresError:
                self._put_back(storage)
                raise
        self._remove(storage, gone)
        return f"{former} {self._digest(storage, former)}" if storage.exists(former) else ""

    def mend(self, run: str, feedback: QgsFeedback) -> None:
        """A cut between two moves of this run has left nothing under the name: the former folder is there again."""
        storage = self._storage(feedback)
        if any(storage.exists(name) for name in self._beside(run)):
            self._put_back(storage)

    def _put_back(self, storage: Storage) -> None:
        """What failed may have been done all the same, and may fail again: `mend` looks later."""
        with suppress(DataTerritoiresError):
            if not storage.exists(self._name) and storage.exists(self._former):
                storage.move(self._former, self._name)

    def restore(self, former: str, feedback: QgsFeedback) -> None:
        """The former folder takes its name again; ours goes last. TargetError: it is another one by now."""
        storage = self._storage(feedback)
        name, _, digest = former.partition(" ")
        if self._digest(storage, self._name) == digest:
            return
        if self._digest(storage, name) != digest:
            raise TargetError(
                tr("The folder {name} is not the one that this publication had put aside: nothing was changed.").format(
                    name=name
                ),
                hint=tr("Somebody has published since. Publish again from your layer."),
            )
        gone = f"{self._name}.{self._run}.{GONE}"
        self._remove(storage, gone)
        if storage.exists(self._name):
            storage.move(self._name, gone)
        try:
            storage.move(name, self._name)
        except DataTerritoiresError:
            self._put_back(storage)
            raise
        self._remove(storage, gone)

    def _digest(self, storage: Storage, folder: str) -> str:
        """The SHA-256 of the data of a folder, "" where there are none."""
        if not storage.version(self._data(folder)):
            return ""
        with tempfile.TemporaryDirectory() as work:
            return digest_of(self._fetched(storage, folder, Path(work)))

    @staticmethod
    def _remove(storage: Storage, folder: str) -> None:
        if storage.exists(folder):
            storage.remove(folder)

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
        """The folder that we made goes: in one move first, so that a cut never leaves a part of it."""
        storage = self._storage(feedback)
        gone = f"{self._name}.{self._run}.{GONE}"
        if storage.exists(self._name):
            self._remove(storage, gone)
            storage.move(self._name, gone)
        self._remove(storage, gone)

    def discard(self, run: str, feedback: QgsFeedback) -> None:
        """What a run put beside and serves no more goes."""
        storage = self._storage(feedback)
        for name in self._beside(run):
            self._remove(storage, name)

    def _beside(self, run: str) -> tuple[str, str]:
        return f"{self._name}.{run}", f"{self._name}.{run}.{GONE}"

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
