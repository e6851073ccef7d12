"""A layer of a GeoServer, replaced whole: a new store beside the old one, read back, then the layer moves to it.

`address` is the root of GeoServer, `collection` is `workspace:layer`. The workspace is never made, changed or removed.

1. A GeoPackage is sent as a new store, LAYER__RUN: never to a store that exists, whose files would be lost first.
2. A feature type of the same name shows its only table: checked (table, CRS, extent, columns), counted and read.
3. The published feature type moves to the new store by one partial PUT (`store`). Nothing is deleted nor made again:
   the layer keeps its name, styles, groups, rights, tiles. GeoServer's sources copy that property, check it, and move
   the configuration file (GeoServerConfigPersister: a feature type that changes store). Where nothing was published,
   the feature type and its layer are made now.
4. The extents are computed again, the feature type of step 2 goes. The old store stays, unused: undoing is to move the
   layer back to it. It goes with the next publication, if it is ours by its name and its description, and empty.

What GeoServer answers to step 3 is not believed: the feature type is read again, then the features through WFS.
Written from the sources of GeoServer, tried on a stand-in only: not yet on a real GeoServer.
"""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsRectangle

from ....i18n import tr
from ...targets.base import Flavour, Profile, TargetError
from .. import files
from ..base import columns_of
from . import asks, wfs
from .clothes import Clothes
from .rest import Rest, store_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsFeedback

    from ...content import Content, Remote
    from ...targets.base import Dataset
    from ..base import Package

DECIMALS = 8  # of the coordinates that GeoServer writes, unless its administrator chose otherwise
MARK = "Data Territoires"  # what the description of our stores begins with
_NAME = re.compile(r"[^\W\d]\w*(?:-\w+)*")
_BOX = ("minx", "miny", "maxx", "maxy")


class GeoServer:
    """The layer `collection` (`workspace:layer`) of the GeoServer whose root is `address`."""

    def __init__(self, dataset: Dataset) -> None:
        self._address, self._whole = dataset.address, dataset.collection
        self._key, self._columns, self._crs, self._authcfg = dataset.key, dataset.columns, dataset.crs, dataset.authcfg
        self._workspace, _, self._name = dataset.collection.partition(":")

    # ------------------------------------------------------------------------------------------------ reading
    def probe(self, feedback: QgsFeedback) -> Profile:
        """The CRS of what is published, else that of the layer. TargetError: no right, no workspace, another thing."""
        if not _NAME.fullmatch(self._workspace) or not _NAME.fullmatch(self._name):
            raise TargetError(
                tr("“{name}” is not a layer of GeoServer.").format(name=self._whole),
                hint=tr("Write workspace:layer, with letters, digits, - and _ only."),
            )
        rest = self._rest(feedback)
        self._check_rights(rest)
        links = tuple(
            (title, f"{rest.root}/{self._workspace}/ows?service={service}&request=GetCapabilities")
            for title, service in ((tr("WFS"), "WFS"), (tr("WMS"), "WMS"))
        )
        wms = (f"{rest.root}/{self._workspace}/wms", self._name)
        notes = [tr("GeoServer: written from its source, not tried on a real GeoServer yet. Check the result there.")]
        told = self._published(rest)
        if not told:
            return Profile(
                (), self._crs, _precision(self._crs, 0), links=links, notes=tuple(notes), styled=Flavour.GEOSERVER,
                wms=wms,
            )  # fmt: skip
        crs = QgsCoordinateReferenceSystem(str(told.get("srs") or ""))
        theirs = _columns(told)
        if self._key not in theirs:
            raise TargetError(
                tr("The layer that is published has no field “{field}”.").format(field=self._key),
                hint=tr("Choose the field that identifies a feature in both; fields there: {names}.").format(
                    names=", ".join(theirs)
                ),
            )
        if not self._is_ours(rest.store(self._workspace, store_of(told))):
            notes.append(
                tr(
                    "“{layer}” is published from the store “{store}”, which this plugin did not make. It will be left"
                    " as it is, and the layer read from a new file: what is written to that store later won’t be seen."
                ).format(layer=self._whole, store=store_of(told))
            )
        loses, gains = columns_of(theirs, self._columns)
        return Profile(
            (),
            crs if crs.isValid() else self._crs,
            _precision(crs, int(told.get("numDecimals") or 0)),
            loses=loses,
            gains=gains,
            links=links,
            notes=tuple(notes),
            styled=Flavour.GEOSERVER,
            wms=wms,
        )

    def _check_rights(self, rest: Rest) -> None:
        names = rest.named(asks.workspaces(), "workspaces", "workspace")
        if self._workspace in names:
            return
        raise TargetError(
            tr("There is no workspace “{name}” on this GeoServer, or this account has no right to it.").format(
                name=self._workspace
            ),
            hint=tr("It is never made by the plugin: ask its administrator. Yours: {names}.").format(
                names=", ".join(names) or "–"
            ),
        )

    def _published(self, rest: Rest) -> dict[str, Any]:
        """The feature type that is published, {} for none. TargetError: a name that is taken by something else."""
        told = rest.feature_type(self._workspace, self._name)
        layer = rest.layer(self._workspace, self._name)
        if not told and not layer:
            return {}
        kind = str((layer.get("resource") or {}).get("@class") or "")
        if not told or kind not in ("featureType", ""):
            raise TargetError(
                tr("“{name}” is already the name of something else on this GeoServer.").format(name=self._whole),
                hint=tr("Choose another name of layer."),
            )
        if not layer:
            raise TargetError(
                tr("GeoServer has the data of “{name}” without its layer.").format(name=self._whole),
                hint=tr("A former import was cut: ask its administrator to delete that feature type, then try again."),
            )
        if "JDBC_VIRTUAL_TABLE" in json.dumps(told.get("metadata") or {}):
            raise TargetError(
                tr("“{name}” is an SQL view of a database: it can’t be replaced by a file.").format(name=self._whole),
                hint=tr("Publish to the table itself (kind “postgis”), or choose another name of layer."),
            )
        return told

    def exists(self, feedback: QgsFeedback) -> bool:
        """Whether a feature type of that name is there."""
        return bool(self._rest(feedback).feature_type(self._workspace, self._name))

    def version(self, feedback: QgsFeedback) -> str:
        """GeoServer keeps no date of the data."""
        return ""

    def read(self, feedback: QgsFeedback) -> Iterator[Remote]:
        """The features of the layer, through WFS."""
        rest = self._rest(feedback)
        told = rest.feature_type(self._workspace, self._name)
        return self._rows(rest, told, feedback) if told else iter(())

    def read_staged(self, staged: str, feedback: QgsFeedback) -> Iterator[Remote]:
        """The features of the new store, through WFS."""
        rest = self._rest(feedback)
        return self._rows(rest, rest.feature_type(self._workspace, staged), feedback)

    def _rows(self, rest: Rest, told: dict[str, Any], feedback: QgsFeedback) -> Iterator[Remote]:
        crs = self._crs.authid() if told.get("srs") else ""
        return wfs.read(rest, self._workspace, str(told["name"]), self._key, self._columns, crs, feedback)

    # ------------------------------------------------------------------------------------------------ writing
    def stage(self, package: Package, run: str, feedback: QgsFeedback) -> str:
        """A new store, with one feature type of the same name, checked. What a former try of this run left goes."""
        rest, staged = self._rest(feedback), f"{self._name}__{run}"
        self._remove_staged(rest, staged)
        with tempfile.TemporaryDirectory() as work:
            path = files.write(package.named(self._name), Path(work) / f"{staged}.gpkg")
            rest.send(asks.upload(self._workspace, staged, path))
        try:
            self._describe(rest, staged, "")
            self._add_type(rest, staged, staged, package)
            self._check(rest, staged, package.content)
        except TargetError:
            self._remove_staged(rest, staged)
            raise
        return staged

    def _add_type(self, rest: Rest, store: str, name: str, package: Package) -> None:
        crs, about = package.content.crs, package.about
        told: dict[str, Any] = {"name": name, "nativeName": self._name, "title": about.title or name, "enabled": True}
        if crs.isValid() and about.wkb_type != files.NO_SHAPE:
            told |= {"srs": crs.authid(), "projectionPolicy": "FORCE_DECLARED", "numDecimals": DECIMALS + 1}
        rest.send(asks.add_type(self._workspace, store, told))

    def _describe(self, rest: Rest, store: str, former: str) -> None:
        """Our mark; and where the layer was before it moves here, which a cut must not make us forget."""
        told = rest.store(self._workspace, store)
        words = json.dumps({"run": store, "former": former})
        rest.send(asks.describe_store(self._workspace, told, f"{MARK} {words}"))
        now = rest.store(self._workspace, store)
        if now.get("connectionParameters") != told.get("connectionParameters") or not self._is_ours(now):
            raise TargetError(
                tr("GeoServer did not keep what the new store is made of: nothing that is published was touched."),
                hint=tr("Its version may be one that this plugin does not know: tell its authors."),
            )

    def _check(self, rest: Rest, staged: str, content: Content) -> None:
        """What GeoServer made of the file: TargetError where it is not what was sent."""
        told = rest.feature_type(self._workspace, staged)
        wrong = []
        if told.get("nativeName") != self._name or store_of(told) != staged:
            wrong.append(tr("the table"))
        if content.crs.isValid() and told.get("srs") != content.crs.authid():
            wrong.append(tr("the CRS"))
        if set(_columns(told)) != set(content.names):
            wrong.append(tr("the fields"))
        if not _within(_extent(content), told.get("nativeBoundingBox") or {}):
            wrong.append(tr("the extent"))
        if wfs.count(rest, self._workspace, staged) != len(content.rows):
            wrong.append(tr("the number of features"))
        if wrong or not rest.layer(self._workspace, staged):
            raise TargetError(
                tr("GeoServer did not take the file as it is: {what}. Nothing that is published was touched.").format(
                    what=", ".join(wrong) or tr("the layer")
                ),
                hint=tr("Look at the log of GeoServer, then try again."),
            )

    def switch(self, staged: str, feedback: QgsFeedback) -> str:
        """The layer shows the new store from now on; gives back where it was."""
        rest = self._rest(feedback)
        told = self._published(rest)
        store = store_of(told)
        former = self._former(rest, staged) if store == staged else ""
        if not told:
            self._publish_first(rest, staged)
        elif store != staged:
            former = json.dumps({"store": store, "native": str(told.get("nativeName") or self._name)})
            self._describe(rest, staged, former)
            self._move(rest, told, staged, self._name)
        rest.send(asks.remove_type(self._workspace, staged, staged))
        self._clean(rest, {staged, json.loads(former)["store"] if former else ""})
        return former

    def _publish_first(self, rest: Rest, staged: str) -> None:
        """The same feature type under its final name; an answer of failure may have made it all the same."""
        like = rest.feature_type(self._workspace, staged)
        names = ("nativeName", "title", "srs", "projectionPolicy", "numDecimals")
        kept: dict[str, Any] = {name: like[name] for name in names if name in like}
        rest.send(asks.add_type(self._workspace, staged, {"name": self._name, "enabled": True, **kept}))
        now = rest.feature_type(self._workspace, self._name)
        if store_of(now) != staged or not rest.layer(self._workspace, self._name):
            raise TargetError(
                tr("GeoServer says that “{name}” is published, and it is not.").format(name=self._whole),
                hint=tr("Resume the publication; if it fails again, look at the log of GeoServer."),
            )

    def _move(self, rest: Rest, told: dict[str, Any], store: str, native: str) -> None:
        """One PUT, read again; then the extents, which are those of the former data until they are computed."""
        about = {
            "enabled": told.get("enabled", True),
            "nativeName": native,
            "store": asks.in_store(self._workspace, store),
        }
        rest.send(asks.change_type(self._workspace, store_of(told), self._name, about))
        now = rest.feature_type(self._workspace, self._name)
        if store_of(now) != store or now.get("nativeName") != native:
            raise TargetError(
                tr("GeoServer says that the layer shows the new data, and it still shows the former ones."),
                hint=tr("Nothing is lost. Its version may not allow it: tell the authors of this plugin."),
            )
        if now.get("srs"):
            about["srs"] = now["srs"]
        again = "nativebbox,latlonbbox"
        if {*_columns(now)} != {column.name for column in self._columns}:
            again += ",attributes"  # a list that was written down hides the new columns
        rest.send(asks.change_type(self._workspace, store, self._name, about, again))

    def restore(self, former: str, feedback: QgsFeedback) -> None:
        """The layer goes back to its former store; our own, which shows nothing any more, goes last."""
        rest = self._rest(feedback)
        where = json.loads(former)
        told = self._published(rest)
        if not told or not rest.store(self._workspace, where["store"]):
            raise TargetError(
                tr("The store “{store}”, which was published before, is no longer there.").format(store=where["store"]),
                hint=tr("Somebody removed it, or published since. Publish again from your layer."),
            )
        ours = store_of(told)
        if ours != where["store"]:
            self._move(rest, told, where["store"], where["native"])
        for name in self._our_stores(rest):
            if name != where["store"] and self._is_ours(rest.store(self._workspace, name), former):
                self._remove_staged(rest, name)

    def withdraw(self, feedback: QgsFeedback) -> None:
        """The layer, its store and its styles, that we made, go."""
        rest = self._rest(feedback)
        told = self._published(rest)
        store = store_of(told)
        if told and not self._is_ours(rest.store(self._workspace, store)):
            raise TargetError(
                tr("“{name}” is no longer published from what this plugin put there: it is left as it is.").format(
                    name=self._whole
                ),
                hint=tr("Somebody has changed it since: ask its administrator."),
            )
        if told:
            rest.send(asks.remove_type(self._workspace, store, self._name))
            self._remove_staged(rest, store)
        self._clothes(rest).remove_styles()

    def discard(self, run: str, feedback: QgsFeedback) -> None:
        """The store of a run goes, unless it is the one that is published."""
        self._remove_staged(self._rest(feedback), f"{self._name}__{run}")

    # ------------------------------------------------------------------------------------------------ style
    def dress(self, package: Package, feedback: QgsFeedback) -> tuple[str, ...]:
        """Title, abstract, keywords, attribution, links, and a style of our own as the one by default."""
        return self._clothes(self._rest(feedback)).put_on(package.about)

    def worn(self, feedback: QgsFeedback) -> str:
        """What `undress` needs to come back to what is said and drawn now."""
        return self._clothes(self._rest(feedback)).worn()

    def undress(self, worn: str, feedback: QgsFeedback) -> None:
        """Style and description are those of before again."""
        self._clothes(self._rest(feedback)).put_back(worn)

    # ------------------------------------------------------------------------------------------------ inside
    def _remove_staged(self, rest: Rest, store: str) -> None:
        """A store of ours goes, unless something is published from it: what was staged there is not."""
        if not self._has_our_name(store) or not rest.store(self._workspace, store):
            return
        if set(rest.types_of(self._workspace, store)) - {store}:
            return
        rest.send(asks.remove_store(self._workspace, store))

    def _clean(self, rest: Rest, kept: set[str]) -> None:
        """The stores of former publications: ours by name and description, and from which nothing is published."""
        for name in self._our_stores(rest):
            if name in kept or not self._is_ours(rest.store(self._workspace, name)):
                continue
            if not rest.types_of(self._workspace, name):
                rest.send(asks.remove_store(self._workspace, name))

    def _our_stores(self, rest: Rest) -> list[str]:
        names = rest.named(asks.stores(self._workspace), "dataStores", "dataStore")
        return [name for name in names if self._has_our_name(name)]

    def _has_our_name(self, store: str) -> bool:
        return re.fullmatch(rf"{re.escape(self._name)}__\d+u?", store) is not None

    def _is_ours(self, store: dict[str, Any], former: str | None = None) -> bool:
        """Whether we made a store; the one that took the place of `former`, where it is given."""
        name, description = str(store.get("name") or ""), str(store.get("description") or "")
        if not self._has_our_name(name) or not description.startswith(MARK):
            return False
        return former is None or _marks(description).get("former") == former

    def _former(self, rest: Rest, store: str) -> str:
        return str(_marks(str(rest.store(self._workspace, store).get("description") or "")).get("former") or "")

    def _rest(self, feedback: QgsFeedback) -> Rest:
        return Rest(self._address, self._authcfg, feedback)

    def _clothes(self, rest: Rest) -> Clothes:
        return Clothes(rest, self._workspace, self._name)


def _marks(description: str) -> dict[str, Any]:
    try:
        return dict(json.loads(description.removeprefix(MARK)))
    except ValueError:
        return {}


def _precision(crs: QgsCoordinateReferenceSystem, decimals: int) -> float:
    """How far a vertex may be: half of the last decimal that GeoServer writes, and what a double loses."""
    return 0.51 * 10.0 ** -(decimals or DECIMALS) + (1e-11 if crs.isGeographic() else 1e-7)


def _columns(told: dict[str, Any]) -> tuple[str, ...]:
    """The names of the attributes of a feature type, but for its shape."""
    listed = (told.get("attributes") or {}).get("attribute") or []
    if isinstance(listed, dict):
        listed = [listed]
    return tuple(str(one["name"]) for one in listed if ".jts." not in str(one.get("binding") or ""))


def _extent(content: Content) -> QgsRectangle:
    box = QgsRectangle()
    box.setNull()
    for row in content.rows:
        if row.shape:
            geometry = QgsGeometry()
            geometry.fromWkb(row.shape)
            box.combineExtentWith(geometry.boundingBox())
    return box


def _within(box: QgsRectangle, told: dict[str, Any]) -> bool:
    """Whether the extent that is told holds that of the data."""
    if box.isNull():
        return True
    try:
        low_x, low_y, high_x, high_y = (float(told[name]) for name in _BOX)
    except (KeyError, TypeError, ValueError):
        return False
    slack = 1e-6 * max(1.0, abs(high_x), abs(high_y))
    inside = low_x - slack <= box.xMinimum() and box.xMaximum() <= high_x + slack
    return inside and low_y - slack <= box.yMinimum() and box.yMaximum() <= high_y + slack
