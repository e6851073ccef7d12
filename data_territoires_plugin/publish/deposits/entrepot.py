"""A WFS layer of the Géoplateforme, through its Entrepôt: uploaded, checked, stored, then shown in place of the former.

What is published is a configuration (`layer_name`) that names stored data. New data are stored beside the former ones,
and the configuration is switched to them: the former ones stay for `undo`, until the next publication. Stored data
can't be read before they are published: their file is checked there by its MD5, their table by its columns; the
published layer is then read back whole by WFS. Never tried here against the real service.
"""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem

from ...catalogue.words import plain
from ...errors import IncompleteError
from ...i18n import tr
from ...network import checked, endpoint, json_answer, session
from ..targets.base import Profile, TargetError
from . import files
from .base import columns_of
from .gpf import INTEGRATION, Gpf
from .kept import Kept
from .shown import attributes_of, relation_of, said_of, used_in, wfs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsFeedback

    from ..content import Remote
    from ..targets.base import Dataset
    from .base import Package
    from .gpf import Json

METRES, DEGREES = 1e-3, 1e-7  # what the WFS writes of a coordinate
RUN, FORMER, LAYER = "data_territoires_run", "data_territoires_former", "data_territoires_layer"  # tags
_FORMER = "configuration.json"  # what was shown before, kept beside the journal
_PAGE = 1000
_NAME = re.compile(r"[a-z_][a-z0-9_]*")  # of a table and of its columns (IGN's documentation)
_OWN = frozenset(("gid", "fid", "ogc_fid", files.ROW_ID))  # columns that the service adds
_TIMEOUT = (15.0, 120.0)


class Entrepot:
    """A layer of a datastore. `collection`: its name, or `datastore/name` where the account has several datastores."""

    def __init__(self, dataset: Dataset) -> None:
        web = dataset.address.lower().startswith(("http://", "https://"))
        self._base = (dataset.address if web else endpoint("geopf_entrepot")).rstrip("/")
        self._datastore, _, self._layer = dataset.collection.rpartition("/")
        self._key, self._columns, self._crs, self._authcfg = dataset.key, dataset.columns, dataset.crs, dataset.authcfg
        self._kept = Kept(dataset.run)
        self._found = False  # whether the datastore is known to be one of the account

    def keep_in(self, folder: Path) -> None:
        """Where the file that is sent is kept until it was stored."""
        self._kept.folder = folder

    @property
    def _table(self) -> str:
        name = re.sub(r"[^a-z0-9]+", "_", plain(self._layer)).strip("_")
        return f"t_{name}" if not name or name[0].isdigit() else name

    # ------------------------------------------------------------------------------------------------ reading
    def probe(self, feedback: QgsFeedback) -> Profile:
        """CRS and columns of the stored data. TargetError: no datastore, a name that the service doesn't take."""
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_.-]*", self._layer):
            raise TargetError(
                tr("“{name}” can't be the name of a layer of the Géoplateforme.").format(name=self._layer),
                hint=tr("Letters without accents, figures, _ . and -, a letter first."),
            )
        wrong = [column.name for column in self._columns if not _NAME.fullmatch(column.name)]
        if wrong:
            raise TargetError(
                tr("The Géoplateforme does not take these names of columns: {names}.").format(names=", ".join(wrong)),
                hint=tr("Rename them: small letters without accents, figures and _, never a figure first."),
            )
        store = self._gpf(feedback)
        notes = (tr("Never tried yet against the real service: check there what was published."),)
        configuration = self._configuration(store)
        if configuration is None:
            return self._profile(self._crs, (), (), (), notes)
        stored = store.one("stored_data", used_in(configuration)) or {}
        table = str(relation_of(configuration).get("native_name") or self._table)
        theirs = [name for name in attributes_of(stored, table) if name not in _OWN]
        crs = QgsCoordinateReferenceSystem(str(stored.get("srs") or ""))
        offering = self._offering(store, configuration)
        links = ((tr("WFS layer"), wfs_of(offering)),) if offering is not None else ()
        return self._profile(crs if crs.isValid() else self._crs, *columns_of(theirs, self._columns), links, notes)

    def exists(self, feedback: QgsFeedback) -> bool:
        """Whether a configuration of that name is there, shown or not: it is somebody's work."""
        return self._configuration(self._gpf(feedback)) is not None

    def version(self, feedback: QgsFeedback) -> str:
        """The stored data that are shown: data are never changed in place by this extension."""
        configuration = self._configuration(self._gpf(feedback))
        return used_in(configuration) if configuration is not None else ""

    def read(self, feedback: QgsFeedback) -> Iterator[Remote]:
        """The features of the WFS layer, by pages; their number is the one that the service tells."""
        store = self._gpf(feedback)
        configuration = self._configuration(store)
        offering = self._offering(store, configuration) if configuration is not None else None
        if configuration is None or offering is None:
            return
        name = f"{self._layer}:{self._table_there(configuration)}"
        start, announced = 0, 0
        while True:
            rows, announced = self._page(wfs_of(offering), name, start, feedback)
            yield from rows
            start += len(rows)
            if len(rows) < _PAGE:
                break
        if start != announced:
            raise IncompleteError(
                tr("The WFS announces {announced} features, and gives {given}.").format(
                    announced=announced, given=start
                ),
                hint=tr("Try again in a few minutes: the service may not be in step with the data yet."),
            )

    def read_staged(self, staged: str, feedback: QgsFeedback) -> Iterator[Remote]:
        """The rows of the file that was stored, whose MD5 the service checked; its table must have every column."""
        stored = self._gpf(feedback).one("stored_data", staged) or {}
        there = attributes_of(stored, self._table)
        missing = [column.name for column in self._columns if column.name not in there]
        if stored.get("status") != "GENERATED" or missing:
            raise TargetError(
                tr("The stored data are not those that were sent: {names} is missing.").format(
                    names=", ".join(missing) or self._table
                ),
                hint=tr("Nothing that is published was touched."),
            )
        ready = self._kept.ready()
        yield from list(files.read(ready, self._key, self._columns, self._crs, feedback)) if ready is not None else []

    # ------------------------------------------------------------------------------------------------ writing
    def stage(self, package: Package, run: str, feedback: QgsFeedback) -> str:
        """Upload, checks, processing: each found again where an interrupted run had left it."""
        self._kept.run = run
        store = self._gpf(feedback)
        name = f"{self._table}_{run}"
        file = self._kept.make_ready(f"{self._table}.gpkg", lambda path: files.write(package.named(self._table), path))
        stored = next(iter(store.listed("stored_data", name=name)), None)
        if stored is None:
            upload = self._uploaded(store, package, name, file)
            stored = self._processed(store, name, upload)
        if stored.get("status") != "GENERATED":
            self._followed(store, str(stored["_id"]))
        used = self._used_now(store)
        store.tag("stored_data", str(stored["_id"]), {
            RUN: run, LAYER: self._layer, "datasheet_name": package.about.title[:100],
            **({FORMER: used} if used and used != stored["_id"] else {}),
        })  # fmt: skip
        for served in store.listed("uploads", name=name):  # it takes room for nothing
            store.gone("uploads", str(served["_id"]))
        return str(stored["_id"])

    def switch(self, staged: str, feedback: QgsFeedback) -> str:
        """The configuration names the new data; its offering is brought in step, and followed to its end."""
        store = self._gpf(feedback)
        configuration = self._configuration(store)
        if configuration is None:
            body = {"type": "WFS", "name": self._own_name, "layer_name": self._layer, "metadata": []}
            configuration = store.made("configurations", body | {"type_infos": self._shown(staged)})
        elif used_in(configuration) != staged:
            offered = self._offering(store, configuration) is not None
            former = json.dumps({"type_infos": configuration["type_infos"], "offered": offered}, ensure_ascii=False)
            self._kept.keep(_FORMER, lambda path: path.write_text(former, encoding="utf-8"), {})
            self._point(store, configuration, self._shown(staged, configuration))
        self._offered(store, configuration)
        # Also after a cut, when the configuration says nothing of it any more.
        return self._kept.former(self._kept.note())[0].read_text(encoding="utf-8") if self._kept.has_note() else ""

    @property
    def _own_name(self) -> str:
        """Of the configuration that this run makes."""
        return f"{self._layer} {self._kept.run}".strip()

    def restore(self, former: str, feedback: QgsFeedback) -> None:
        """The configuration says all that it said before, and is shown as it was; our data go last."""
        store = self._gpf(feedback)
        configuration, was = self._configuration(store), json.loads(former)
        if configuration is None or store.one("stored_data", used_in(was)) is None:
            raise TargetError(
                tr("The former data are no longer in the datastore."),
                hint=tr("Publish them again from the layer that they came from."),
            )
        ours = used_in(configuration)
        if configuration["type_infos"] != was["type_infos"]:
            self._point(store, configuration, was["type_infos"])
        if was["offered"]:
            self._offered(store, configuration)
        else:
            self._hide(store, configuration)
        if ours != used_in(was):
            self._drop(store, ours)

    def dress(self, package: Package, feedback: QgsFeedback) -> tuple[str, ...]:
        """Title, abstract and keywords of the layer; data that serve no more go."""
        store = self._gpf(feedback)
        configuration = self._configuration(store)
        if configuration is None:
            return ()
        told: tuple[str, ...] = ()
        about = package.about
        said = {"title": about.title, "abstract": about.abstract or about.title, "keywords": list(about.keywords)}
        if self._say(store, configuration, said):
            told = (tr("Brought up to date: {name}.").format(name=tr("title, abstract and keywords of the layer")),)
        self._clean(store, used_in(configuration))
        self._kept.drop_ready()
        return told

    def worn(self, feedback: QgsFeedback) -> str:
        """Title, abstract and keywords of the layer."""
        configuration = self._configuration(self._gpf(feedback))
        return json.dumps(said_of(configuration), ensure_ascii=False) if configuration is not None else ""

    def undress(self, worn: str, feedback: QgsFeedback) -> None:
        """They are those of before again."""
        store = self._gpf(feedback)
        configuration = self._configuration(store)
        if configuration is not None:
            self._say(store, configuration, json.loads(worn))

    def _say(self, store: Gpf, configuration: Json, said: Json) -> bool:
        """Whether title, abstract and keywords had to be changed."""
        if said_of(configuration) == said or not relation_of(configuration):
            return False
        offered = self._offering(store, configuration) is not None
        used = configuration["type_infos"]["used_data"][0]
        self._point(store, configuration, {"used_data": [used | {"relations": [relation_of(configuration) | said]}]})
        if offered:
            self._offered(store, configuration)
        return True

    def withdraw(self, feedback: QgsFeedback) -> None:
        """The offering, the configuration and the data that this publication made go, in this order."""
        store = self._gpf(feedback)
        configuration = self._configuration(store)
        if configuration is None:
            return
        if configuration.get("name") != self._own_name:
            raise TargetError(
                tr("“{name}” is no longer published from what this plugin put there: it is left as it is.").format(
                    name=self._layer
                ),
                hint=tr("Somebody has changed it since: ask its administrator."),
            )
        used = used_in(configuration)
        self._hide(store, configuration)
        store.gone("configurations", str(configuration["_id"]))
        self._drop(store, used)

    def _hide(self, store: Gpf, configuration: Json) -> None:
        offering = self._offering(store, configuration)
        if offering is not None:
            store.gone("offerings", str(offering["_id"]))
            store.wait_status("offerings", str(offering["_id"]), "")

    def discard(self, run: str, feedback: QgsFeedback) -> None:
        """The upload and the data of a run, unless they are shown, or serve the undoing of what is shown."""
        store = self._gpf(feedback)
        self._kept.drop_ready(run)
        used = self._used_now(store)
        tags = (store.one("stored_data", used) or {}).get("tags") or {} if used else {}
        for kind in ("uploads", "stored_data"):
            for each in store.listed(kind, name=f"{self._table}_{run}"):
                if each["_id"] not in (used, tags.get(FORMER)):
                    store.gone(kind, str(each["_id"]))

    # ------------------------------------------------------------------------------------------------ steps
    def _uploaded(self, store: Gpf, package: Package, name: str, file: Path) -> str:
        """An upload with its file, closed and checked."""
        upload = next(iter(store.listed("uploads", name=name)), None)
        if upload is None:
            srs = package.content.crs.authid()
            text = package.about.title or name
            upload = store.made("uploads", {"name": name, "description": text, "type": "VECTOR", "srs": srs})
        id_ = str(upload["_id"])
        if upload.get("status") == "OPEN":
            store.send(id_, file, f"data/{self._table}.gpkg")
            store.act("uploads", id_, "close")
        store.wait_checks(id_)
        return id_

    def _processed(self, store: Gpf, name: str, upload: str) -> Json:
        """The processing that stores an upload: made, and not yet launched."""
        body = {
            "processing": INTEGRATION, "inputs": {"upload": [upload]}, "parameters": {},
            "output": {"stored_data": {"name": name}},
        }  # fmt: skip
        made = store.made("processings/executions", body)
        return dict(made["output"]["stored_data"])

    def _followed(self, store: Gpf, stored: str) -> None:
        """The processing of stored data, launched if need be, and waited for."""
        for execution in store.executions_of(stored):
            if execution.get("status") == "CREATED":
                store.act("processings/executions", str(execution["_id"]), "launch")
            store.wait_execution(str(execution["_id"]))
        store.wait_status("stored_data", stored, "GENERATED")

    def _point(self, store: Gpf, configuration: Json, shown: Json) -> None:
        """What a configuration shows; the rest as it was read."""
        kept: Json = {
            name: configuration[name] for name in ("type", "name", "layer_name", "attribution") if name in configuration
        }
        kept["metadata"] = configuration.get("metadata") or []
        infos = {**(configuration.get("type_infos") or {}), **shown}
        store.replaced("configurations", str(configuration["_id"]), kept | {"type_infos": infos})

    def _offered(self, store: Gpf, configuration: Json) -> None:
        """The layer is open to everybody, and in step with its configuration."""
        offering = self._offering(store, configuration)
        if offering is None:
            place = f"configurations/{configuration['_id']}/offerings"
            offering = store.made(place, {"endpoint": store.endpoint("WFS"), "open": True})
        else:
            store.replaced("offerings", str(offering["_id"]))
        store.wait_status("configurations", str(configuration["_id"]), "PUBLISHED")
        store.wait_status("offerings", str(offering["_id"]), "PUBLISHED")

    def _shown(self, stored: str, configuration: Json | None = None) -> Json:
        """The one table of stored data; what was said of the layer stays."""
        relation = {"native_name": self._table, "public_name": self._table, "title": self._layer,
                    "abstract": self._layer, "keywords": []}  # fmt: skip
        if configuration is not None:
            there = relation_of(configuration)
            relation |= {
                name: there[name] for name in ("public_name", "title", "abstract", "keywords") if name in there
            }
        return {"used_data": [{"stored_data": stored, "relations": [relation]}]}

    def _drop(self, store: Gpf, stored: str) -> None:
        """Stored data go, if they are ours."""
        found = store.one("stored_data", stored)
        if found is not None and (found.get("tags") or {}).get(LAYER) == self._layer:
            store.gone("stored_data", stored)

    def _clean(self, store: Gpf, used: str) -> None:
        """Data of ours that are older than those that serve `undo` go."""
        tags = (store.one("stored_data", used) or {}).get("tags") or {}
        former = tags.get(FORMER)
        older = ((store.one("stored_data", str(former)) or {}).get("tags") or {}).get(FORMER) if former else None
        if older and older not in (used, former):
            self._drop(store, str(older))

    # ------------------------------------------------------------------------------------------------ there
    def _gpf(self, feedback: QgsFeedback) -> Gpf:
        store = Gpf(self._base, self._datastore, self._authcfg, feedback)
        if self._found:
            return store
        known = store.datastores()
        if not self._datastore and len(known) == 1:
            store.datastore = self._datastore = next(iter(known))
        if self._datastore not in known:
            names = ", ".join(f"{id_} ({name})" for id_, name in known.items())
            raise TargetError(
                tr("Which datastore? Give datastore/layer as the collection."),
                hint=tr("Those of your account: {names}.").format(names=names or "–"),
            )
        self._found = True
        return store

    def _configuration(self, store: Gpf) -> Json | None:
        found = store.listed("configurations", layer_name=self._layer, type="WFS")
        return store.one("configurations", str(found[0]["_id"])) if found else None

    def _used_now(self, store: Gpf) -> str:
        configuration = self._configuration(store)
        return used_in(configuration) if configuration is not None else ""

    def _offering(self, store: Gpf, configuration: Json) -> Json | None:
        found = store.listed(f"configurations/{configuration['_id']}/offerings")
        return store.one("offerings", str(found[0]["_id"])) if found else None

    def _table_there(self, configuration: Json) -> str:
        relation = relation_of(configuration)
        return str(relation.get("public_name") or relation.get("native_name") or self._table)

    def _page(self, address: str, name: str, start: int, feedback: QgsFeedback) -> tuple[list[Remote], int]:
        asked = {
            "SERVICE": "WFS", "VERSION": "2.0.0", "REQUEST": "GetFeature", "TYPENAMES": name, "COUNT": str(_PAGE),
            "STARTINDEX": str(start), "SORTBY": self._key, "SRSNAME": self._crs.authid(),
            "OUTPUTFORMAT": "application/json",
        }  # fmt: skip
        with session(feedback=feedback) as web:  # an open service: the account stays with the Entrepôt
            answer = checked(web.get(address, params=asked, timeout=_TIMEOUT, headers={"Cache-Control": "no-cache"}))
        document = json_answer(answer)
        announced = int(document.get("numberMatched") or document.get("totalFeatures") or 0)
        if not document.get("features"):
            return [], announced
        with tempfile.TemporaryDirectory() as work:
            path = Path(work) / "page.geojson"
            path.write_text(json.dumps(document), encoding="utf-8")
            return list(files.read(path, self._key, self._columns, self._crs, feedback)), announced

    @staticmethod
    def _profile(
        crs: QgsCoordinateReferenceSystem, loses: tuple[str, ...], gains: tuple[str, ...],
        links: tuple[tuple[str, str], ...], notes: tuple[str, ...],
    ) -> Profile:  # fmt: skip
        precision = DEGREES if crs.isGeographic() else METRES
        return Profile((), crs, precision, loses=loses, gains=gains, links=links, notes=notes)
