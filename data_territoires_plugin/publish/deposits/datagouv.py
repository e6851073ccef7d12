"""A dataset of data.gouv.fr (udata): one file of it, replaced in place, so that its identifier and address stay.

udata has no room where a file waits unseen beside a published one: a new file is shown at once, the first of the list.
So a new dataset is made private, filled and read back there; the file of a dataset that exists is written and read back
here, its replacement checked by the SHA-1 that the site computes, and the former file, which the site deletes at once,
is kept here before anything is sent. Never tried here against the real site.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem

from ...errors import ServerError
from ...i18n import tr
from ..targets.base import Profile, TargetError
from . import files, tables
from .base import columns_of, digest_of
from .choice import check_single, chosen, format_of, name_of, named, no_dataset, not_stored, organization_of, twin
from .described import description_of, file_name, schema_of
from .kept import Kept
from .udata import MARK, Udata, api_of, checksum, mark_of, refuse_harvested

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsFeedback

    from ..content import Remote
    from ..targets.base import Dataset
    from .base import About, Package
    from .udata import Json

_DRIVERS = {"gpkg": "GPKG", "geojson": "GeoJSON"}
_METRES, _DEGREES, _ROUNDED = 1e-6, 1e-11, 1e-8


class DataGouv:
    """A file of a dataset. `collection`: `dataset` or `dataset/file` (ids, or the address of the page);
    "" or `@organization`: a new dataset, private until the user says otherwise."""  # noqa: D205, D209 (two lines)

    def __init__(self, dataset: Dataset) -> None:
        self._base = api_of(dataset.address)
        self._key, self._columns, self._crs, self._authcfg = dataset.key, dataset.columns, dataset.crs, dataset.authcfg
        self._kept = Kept(dataset.run)
        collection = dataset.staged or dataset.collection  # a new dataset gets its identifier when it is staged
        self._organization = collection[1:] if collection.startswith("@") else ""
        self._dataset, self._file = ("", "") if collection.startswith("@") else named(collection)
        self._copies = tempfile.TemporaryDirectory(prefix="dt_datagouv_")

    @property
    def _run(self) -> str:
        return self._kept.run

    def keep_in(self, folder: Path) -> None:
        """Where the former file is kept."""
        self._kept.folder = folder

    # ------------------------------------------------------------------------------------------------ reading
    def probe(self, feedback: QgsFeedback) -> Profile:
        """The format and the columns of the file. TargetError: no right, harvested, several files and none named."""
        site = self._site(feedback)
        account = site.me()  # a key that is missing or wrong is told here
        dataset, resource = self._published(site)
        if dataset is None:
            if self._dataset and not self._run:
                raise no_dataset(self._dataset)
            organization_of(account, self._organization)
            return self._profile("", self._crs, (), (), (tr("A new dataset will be made, as a draft."),))
        if dataset.get("deleted") and not self._run:
            raise TargetError(
                tr("“{title}” was deleted from the site.").format(title=dataset.get("title")),
                hint=tr("Restore it there first, or leave the field empty to make a new one."),
            )
        refuse_harvested(dataset)
        if not (dataset.get("permissions") or {}).get("edit_resources", True):
            raise TargetError(
                tr("Your account may not change “{title}”.").format(title=dataset.get("title")),
                hint=tr("Ask an administrator of the organization that publishes it."),
            )
        notes = (tr("This dataset is a draft: only your organization sees it."),) if dataset.get("private") else ()
        page = str(dataset.get("page") or "")
        if resource is None:
            return self._profile(page, self._crs, (), (), (*notes, tr("A file will be added to this dataset.")))
        return self._profile_of(site, page, resource, notes)

    def exists(self, feedback: QgsFeedback) -> bool:
        """Whether the file is there."""
        return self._published(self._site(feedback))[1] is not None

    def version(self, feedback: QgsFeedback) -> str:
        """The SHA-1 that the site tells."""
        resource = self._published(self._site(feedback))[1]
        return f"{resource['id']} {checksum(resource)}" if resource is not None else ""

    def read(self, feedback: QgsFeedback) -> Iterator[Remote]:
        """The rows of the published file."""
        site = self._site(feedback)
        resource = self._published(site)[1]
        return self._rows(self._copy(site, resource), feedback) if resource is not None else iter(())

    def read_staged(self, staged: str, feedback: QgsFeedback) -> Iterator[Remote]:
        """The rows of the draft dataset of the site, else of the file that is ready to go."""
        site = self._site(feedback)
        dataset, resource = self._published(site)
        if dataset is not None and resource is not None and self._made_here(dataset):
            return self._rows(self._copy(site, resource), feedback)
        return self._rows(self._draft(), feedback)

    # ------------------------------------------------------------------------------------------------ writing
    def stage(self, package: Package, run: str, feedback: QgsFeedback) -> str:
        """A new dataset is made and filled as a draft; else the new file is made here, and the former one kept."""
        self._kept.run = run
        site = self._site(feedback)
        dataset, resource = self._published(site)
        draft = self._write(package, resource)
        if dataset is not None and not self._made_here(dataset):
            if resource is not None and mark_of(resource) != run:
                self._keep_former(site, dataset, resource)
            return f"{dataset['id']}/{resource['id'] if resource is not None else ''}"
        if dataset is None:
            dataset = self._create(site, package.about)
        if resource is None or checksum(resource) != digest_of(draft, "sha1"):
            site.upload(dataset, draft, file_name(package.about, draft.suffix[1:]), resource["id"] if resource else "")
            dataset, resource = self._published(site)
        if dataset is None or resource is None:
            raise not_stored()
        return f"{dataset['id']}/{resource['id']}"

    def switch(self, staged: str, feedback: QgsFeedback) -> str:
        """The file takes the place of the published one, whose id stays; a draft dataset has nothing to switch."""
        site = self._site(feedback)
        dataset, resource = self._published(site)
        if dataset is None:
            raise no_dataset(staged)
        if self._made_here(dataset):
            return ""
        draft = self._draft()
        if resource is None:
            self._add(site, dataset, draft)
            return ""
        if checksum(resource) != digest_of(draft, "sha1"):
            site.upload(dataset, draft, self._name_there(resource, draft), resource["id"])
            resource = self._stored_or_put_back(site, dataset, digest_of(draft, "sha1"))
        kept = self._kept.former(self._kept.note())[1] if self._kept.has_note() else {}
        if kept and resource.get("title") != kept["title"]:  # the upload has put the name of the file there
            site.describe_file(dataset, resource, {"title": kept["title"]})
        return self._kept.note() if self._kept.has_note() else ""

    def restore(self, former: str, feedback: QgsFeedback) -> None:
        """The former file takes its place again, with its title."""
        site = self._site(feedback)
        path, kept = self._kept.former(former)
        dataset, resource = self._published(site)
        if dataset is None or resource is None:
            raise no_dataset(self._dataset)
        if checksum(resource) != digest_of(path, "sha1"):
            site.upload(dataset, path, str(kept["name"]), resource["id"])
            resource = self._check_stored(site, digest_of(path, "sha1"))
        site.describe_file(dataset, resource, {name: kept[name] for name in ("title", "description", "schema")})
        if kept["private"] and not dataset.get("private"):
            site.describe(dataset, {"private": True})

    def dress(self, package: Package, feedback: QgsFeedback) -> tuple[str, ...]:
        """Title and schema of the file; everybody may see the dataset, if the user asked for it.

        What is written on the site of a dataset that was there before is its producer's: see `publishmetadata`.
        """
        site = self._site(feedback)
        dataset, resource = self._published(site)
        if dataset is None or resource is None:
            raise no_dataset(self._dataset)
        told = list(self._described(site, dataset, resource, package.about))
        if dataset.get("private") and package.about.public:
            site.describe(dataset, {"private": False})
            told.append(tr("Everybody can see it now: {page}").format(page=dataset.get("page")))
        elif dataset.get("private"):
            told.append(
                tr("It is still a draft, that only your organization sees. Look at it, then publish it there: {page}")
                .format(page=dataset.get("page"))
            )  # fmt: skip
        place = self._place_of(dataset, resource)
        if place:
            told.append(tr("To publish it again, give this as the collection: {place}").format(place=place))
        self._kept.drop_ready()
        return tuple(told)

    def name_given(self, feedback: QgsFeedback) -> str:
        """The identifiers of the dataset and of the file that this publication has made; "" where it made none."""
        dataset, resource = self._published(self._site(feedback))
        return "" if dataset is None or resource is None else self._place_of(dataset, resource)

    def _place_of(self, dataset: Json, resource: Json) -> str:
        made = self._made_here(dataset) or mark_of(resource) == self._run
        return f"{dataset['id']}/{resource['id']}" if made else ""

    def withdraw(self, feedback: QgsFeedback) -> None:
        """The dataset that this publication made goes (to the bin of the site), or the file that it added."""
        site = self._site(feedback)
        dataset, resource = self._published(site)
        if dataset is None or resource is None:
            return
        if self._made_here(dataset):
            site.delete(dataset)
        elif mark_of(resource) == self._run:
            site.delete_file(dataset, resource)

    def discard(self, run: str, feedback: QgsFeedback) -> None:
        """The draft dataset of this publication, or the file that was ready here."""
        site = self._site(feedback)
        dataset, _resource = self._published(site)
        self._kept.drop_ready(run)
        if dataset is not None and mark_of(dataset) == run and dataset.get("private"):
            site.delete(dataset)

    # ------------------------------------------------------------------------------------------------ the site
    def _site(self, feedback: QgsFeedback) -> Udata:
        return Udata(self._base, self._authcfg, feedback)

    def _published(self, site: Udata) -> tuple[Json | None, Json | None]:
        """The dataset and its file as they are now; a deleted dataset has no file."""
        if not self._dataset and self._run:
            made = next((each for each in site.mine() if self._made_here(each) and not each.get("deleted")), None)
            self._dataset = str(made["id"]) if made is not None else ""
        dataset = site.dataset(self._dataset) if self._dataset else None
        if dataset is None or (dataset.get("deleted") and self._run):
            return None, None
        return dataset, None if dataset.get("deleted") else chosen(dataset, self._file, self._run)

    def _made_here(self, dataset: Json) -> bool:
        return bool(self._run) and mark_of(dataset) == self._run

    def _create(self, site: Udata, about: About) -> Json:
        """A private dataset. TargetError: one of that title is there already; a second one would be a duplicate."""
        same = next((each for each in site.mine(about.title) if twin(each, about.title)), None)
        if same is not None:
            raise TargetError(
                tr("A dataset called “{title}” is there already.").format(title=about.title),
                hint=tr("To replace its file, give {id} as the collection; else give the layer another title.").format(
                    id=same["id"]
                ),
            )
        described, self._told = description_of(about, site)
        organization = organization_of(site.me(), self._organization)
        owner = {"organization": {"class": "Organization", "id": organization}} if organization else {}
        made = site.create(described | owner | {"private": True, "frequency": "unknown", "extras": {MARK: self._run}})
        self._dataset = str(made["id"])
        return made

    _told: tuple[str, ...] = ()

    def _add(self, site: Udata, dataset: Json, draft: Path) -> None:
        """A new file in a dataset that others made; one that an interrupted run had sent is taken up."""
        digest = digest_of(draft, "sha1")
        if not any(checksum(each) == digest for each in dataset["resources"]):
            site.upload(dataset, draft, draft.name.partition("+")[2])
            dataset = site.dataset(str(dataset["id"])) or dataset
        found = next((each for each in dataset["resources"] if checksum(each) == digest), None)
        if found is None:
            raise not_stored()
        site.describe_file(dataset, found, {"type": "main", "extras": {**(found.get("extras") or {}), MARK: self._run}})
        self._file = str(found["id"])

    def _stored_or_put_back(self, site: Udata, dataset: Json, digest: str) -> Json:
        """The new file as the site has it; where it has something else, the former one is put back at once."""
        try:
            return self._check_stored(site, digest)
        except ServerError:
            resource = self._published(site)[1]
            if resource is not None and self._kept.has_note():
                former, kept = self._kept.former(self._kept.note())
                if checksum(resource) != digest_of(former, "sha1"):
                    site.upload(dataset, former, str(kept["name"]), resource["id"])
                    site.describe_file(
                        dataset, self._check_stored(site, digest_of(former, "sha1")), {"title": kept["title"]}
                    )
            raise

    def _check_stored(self, site: Udata, digest: str) -> Json:
        """The file as the site has it now. ServerError: it isn't the one that was sent."""
        resource = self._published(site)[1]
        if resource is None or checksum(resource) != digest:
            raise not_stored()
        return resource

    def _described(self, site: Udata, dataset: Json, resource: Json, about: About) -> Iterator[str]:
        """What an upload has overwritten is put back; a new file is named."""
        yield from self._told
        kept = self._kept.former(self._kept.note())[1] if self._kept.has_note() else {}
        mine = self._made_here(dataset) or mark_of(resource) == self._run
        wanted: Json = {"type": resource.get("type") or "main", "title": kept.get("title") or resource.get("title")}
        if mine:
            wanted |= {"type": "main", "title": about.title}
        schema = schema_of(about.schema) or kept.get("schema") or None
        now = {name: value for name, value in (resource.get("schema") or {}).items() if value}
        if schema:
            wanted["schema"] = {name: value for name, value in schema.items() if value}
        if all((now if name == "schema" else resource.get(name)) == value for name, value in wanted.items()):
            return
        site.describe_file(dataset, resource, wanted)
        yield tr("Brought up to date: {name}.").format(name=tr("title and schema of the file"))

    # ------------------------------------------------------------------------------------------------ files here
    def _draft(self) -> Path:
        found = self._kept.ready()
        if found is None:
            raise TargetError(
                tr("The file that was ready to go is gone from the folder of the journal."),
                hint=tr("Nothing was replaced: publish again."),
            )
        return found

    def _write(self, package: Package, resource: Json | None) -> Path:
        extension = format_of(resource) or ("csv" if package.about.wkb_type == files.NO_SHAPE else "gpkg")

        def write(path: Path) -> object:
            if extension == "csv":
                return tables.write(package.content, path, self._delimiter)
            return files.write(package, path, _DRIVERS[extension])

        return self._kept.make_ready(file_name(package.about, extension), write)

    _delimiter = tables.COMMA

    def _keep_former(self, site: Udata, dataset: Json, resource: Json) -> None:
        """The file and its title as they are, before anything is sent; never over what is kept already."""
        told = {field: resource.get(field) for field in ("id", "title", "description", "schema")}
        told |= {"private": bool(dataset.get("private"))}
        self._kept.keep(name_of(resource), lambda path: site.fetch(resource, path), told)

    def _copy(self, site: Udata, resource: Json) -> Path:
        """The published file, fetched once per content: its SHA-1 tells it."""
        path = Path(self._copies.name) / f"{checksum(resource)}.{format_of(resource)}"
        if not path.is_file():
            draft = path.with_suffix(".part")
            site.fetch(resource, draft).replace(path)
        return path

    def _rows(self, path: Path, feedback: QgsFeedback) -> Iterator[Remote]:
        if path.suffix == ".csv":
            yield from tables.read(path, self._key, self._columns)
        else:
            yield from list(files.read(path, self._key, self._columns, self._crs, feedback))

    def _name_there(self, resource: Json, draft: Path) -> str:
        name = name_of(resource)
        return name if name.endswith(draft.suffix) else draft.name.partition("+")[2]

    # ------------------------------------------------------------------------------------------------ profile
    def _profile_of(self, site: Udata, page: str, resource: Json, notes: tuple[str, ...]) -> Profile:
        path = self._copy(site, resource)
        crs = self._crs
        if path.suffix == ".csv":
            theirs, self._delimiter = tables.header(path)
            notes = (*notes, tr("The published file is a table: the shapes are not sent, only the columns."))
        else:
            check_single(path)
            layer = files.opened(path)
            theirs = tuple(name for name in layer.fields().names() if name != files.ROW_ID)
            crs = QgsCoordinateReferenceSystem(layer.crs()) if layer.isSpatial() else crs
            del layer
        if path.suffix == ".geojson":
            crs = QgsCoordinateReferenceSystem("EPSG:4326")  # RFC 7946
        loses, gains = columns_of(theirs, self._columns)
        rounded = _ROUNDED if path.suffix == ".geojson" else 0.0
        return self._profile(page, crs, loses, gains, notes, rounded, flat=path.suffix == ".csv")

    def _profile(
        self, page: str, crs: QgsCoordinateReferenceSystem, loses: tuple[str, ...], gains: tuple[str, ...],
        notes: tuple[str, ...], rounded: float = 0.0, *, flat: bool = False,
    ) -> Profile:  # fmt: skip
        precision = rounded or (_DEGREES if crs.isGeographic() else _METRES)
        never = tr("Never tried yet against the real service: check there what was published.")
        links = ((tr("Dataset"), page),) if page else ()
        return Profile((), crs, precision, loses=loses, gains=gains, links=links, notes=(*notes, never), flat=flat)
