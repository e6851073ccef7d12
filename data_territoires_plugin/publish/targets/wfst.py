"""WFS-T 1.1 (QGIS Server, GeoServer): many features in a Transaction, which is neither atomic nor believed.

The names of the columns and of the shape come from DescribeFeatureType; every Update has its Filter; shapes travel in a
short CRS (`EPSG:…`, easting or longitude first), and the first one is read back before any other leaves.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode, urlunsplit

from osgeo import ogr
from qgis.core import QgsCoordinateReferenceSystem

from ...errors import IncompleteError, ServerError, SourceError
from ...i18n import tr
from ...network import checked, session, xml_answer
from ...network.addresses import parts_of
from ...network.answers import said
from ...sources.base import stop_if_cancelled
from ...sources.bounds import is_plain, named_crs
from ...sources.wfs_capabilities import Capabilities, capabilities, description
from ..content import Remote, Row, differences, plain, text_of
from . import wfs_transaction as wfs
from .base import NOT_THE_SERVER, Outcome, Profile, TargetError, coarse_note
from .wfs_features import features, is_fine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import requests
    from qgis.core import QgsFeedback

    from ...network.transport import QgisSession
    from .base import Dataset

BATCH = 1000
FEW = 2000  # keys: ten questions
DELETED = 500  # by one Delete: QGIS Server needs four times longer for twice as many
_ASKED = 200  # keys in one question
_SAMPLE = 50
METRES, DEGREES, FINE = 0.01, 2e-6, 1e-7  # by which a vertex may move: six decimals of a degree, or more of them
_TIMEOUT = (15.0, 60.0)
_PATIENCE = (15.0, 300.0)  # to write: the server says nothing until it has done
_LARGEST = 1_000_000_000  # bytes of everything it holds
_XML = {"Content-Type": "text/xml; charset=utf-8", "Accept": "*/*"}
_FRESH = {"Cache-Control": "no-cache"}
_OURS = frozenset({"service", "request", "version", "typename", "typenames"})


class WfsT:
    """A type of a WFS that can be written to. `columns`: those that are published, the key among them."""

    def __init__(self, dataset: Dataset) -> None:
        self._url, self._asked = base_address(dataset.address), dataset.collection
        self._key, self._columns, self._crs, self._authcfg = dataset.key, dataset.columns, dataset.crs, dataset.authcfg
        self._published = {column.name for column in dataset.columns}
        self._type: wfs.FeatureType | None = None
        self._profile: Profile | None = None
        self._json, self._schema = "", ""
        self._proved = False
        self._swapped = False

    # ------------------------------------------------------------------------------------------------ reading
    def probe(self, feedback: QgsFeedback) -> Profile:
        """The type, its columns, whether it may be written to, and the CRS to speak in: that of the layer at best.

        TargetError: no such type, no transactions.
        """
        with session(authcfg=self._authcfg, feedback=feedback) as web:
            document = xml_answer(web.get(self._url, params=_asked("GetCapabilities"), timeout=_TIMEOUT))
            about = self._found(document)
            _check_writable(document, about.name)
            self._json = about.json
            asked = _asked("DescribeFeatureType", TYPENAME=about.name)
            described = xml_answer(web.get(self._url, params=asked, timeout=_TIMEOUT))
            self._type = wfs.described(described, about.name)
            self._schema = description(described, about.name).schema
            if not self._type.columns:
                raise TargetError(
                    tr("The service does not tell the columns of “{layer}”.").format(layer=about.name),
                    hint=tr("Without them it can't be published to safely: ask its administrator."),
                )
            crs = self._spoken(about)
            fine = crs.isGeographic() and is_fine(self._answer(web, crs, MAXFEATURES=str(_SAMPLE)).content)
        joint = "&" if "?" in self._url else "?"
        self._profile = Profile(
            self._type.columns, crs, (FINE if fine else DEGREES) if crs.isGeographic() else METRES, self._type.kind,
            batch=BATCH, few=FEW, notes=(coarse_note(),) if crs.isGeographic() and not fine else (),
            links=((tr("Service"), f"{self._url}{joint}SERVICE=WFS&REQUEST=GetCapabilities"),),
        )  # fmt: skip
        return self._profile

    def _found(self, document: Any) -> Capabilities:
        try:
            return capabilities(document, self._asked, self._asked)
        except SourceError as error:
            raise TargetError(error.message, detail=error.detail, hint=error.hint) from error

    def _spoken(self, about: Capabilities) -> QgsCoordinateReferenceSystem:
        names = [named_crs(each) for each in about.crs]
        own = self._crs.authid()
        plain_ones = [name for name in names if is_plain(name)]
        name = own if own in plain_ones else next(iter(names[:1]), "EPSG:4326")
        if not name.startswith("EPSG:"):
            name = "EPSG:4326"
        return QgsCoordinateReferenceSystem(name)

    def read(self, feedback: QgsFeedback) -> Iterator[Remote]:
        """Everything at once; by pages where the service gives so many at most. IncompleteError: not everything."""
        crs = self._known().crs
        seen: set[str] = set()
        with session(authcfg=self._authcfg, feedback=feedback) as web:
            while True:
                stop_if_cancelled(feedback)
                more = {"STARTINDEX": str(len(seen))} if seen else {}
                fresh = [one for one in self._remotes(self._answer(web, crs, **more)) if one.id not in seen]
                seen.update(one.id for one in fresh)
                yield from fresh
                if len(seen) >= self._hits(web):
                    return
                if not fresh:
                    raise IncompleteError(
                        tr("The platform gave {received} features and stopped before the end.").format(
                            received=len(seen)
                        ),
                        hint=tr("It limits what it gives at once: ask its administrator for more."),
                    )

    def count(self, feedback: QgsFeedback) -> int:
        """What the service counts when it is asked: it looks then (QGIS Server)."""
        with session(authcfg=self._authcfg, feedback=feedback) as web:
            return self._hits(web)

    def _hits(self, web: QgisSession) -> int:
        parameters = _asked("GetFeature", TYPENAME=self._described().name, RESULTTYPE="hits")
        told = wfs.hits(xml_answer(web.get(self._url, params=parameters, headers=_FRESH, timeout=_TIMEOUT)))
        if told is None:
            raise ServerError(tr("The platform does not tell how many features it holds."))
        return told

    def read_some(self, keys: Sequence[str], ids: Sequence[str], feedback: QgsFeedback) -> list[Remote]:
        """By their keys, so many in a question."""
        found: list[Remote] = []
        type_, crs = self._described(), self._known().crs.authid()
        with session(authcfg=self._authcfg, feedback=feedback) as web:
            for start in range(0, len(keys), _ASKED):
                stop_if_cancelled(feedback)
                body = wfs.query(type_, self._key, keys[start : start + _ASKED], crs, self._json)
                answer = web.request(
                    "POST", self._url, params={"SERVICE": "WFS"}, data=body, headers=_XML | _FRESH, timeout=_TIMEOUT,
                    idempotent=True,
                )  # fmt: skip
                found += self._remotes(checked(answer))
        wanted = set(keys)
        return [remote for remote in found if remote.row.key in wanted]

    def _answer(self, web: QgisSession, crs: QgsCoordinateReferenceSystem, **more: str) -> requests.Response:
        parameters = _asked("GetFeature", TYPENAME=self._described().name, SRSNAME=crs.authid(), **more)
        if self._json:
            parameters["OUTPUTFORMAT"] = self._json
        return checked(
            web.request("GET", self._url, params=parameters, headers=_FRESH, timeout=_PATIENCE, size_limit=_LARGEST)
        )

    def _remotes(self, answer: requests.Response) -> list[Remote]:
        return [
            Remote(self._row(values, shape), id_)
            for id_, values, shape in features(answer.content, is_json=bool(self._json), schema=self._schema)
        ]

    def _row(self, values: dict[str, Any], shape: bytes) -> Row:
        others = tuple((name, plain(value)) for name, value in values.items() if name not in self._published)
        own = tuple(plain(values.get(column.name)) for column in self._columns)
        return Row(text_of(values.get(self._key)), own, shape, others)

    def _described(self) -> wfs.FeatureType:
        if self._type is None:
            raise ServerError(tr("The platform has not been looked at yet."))
        return self._type

    def _known(self) -> Profile:
        if self._profile is None:
            raise ServerError(tr("The platform has not been looked at yet."))
        return self._profile

    # ------------------------------------------------------------------------------------------------ writing
    def create(self, rows: Sequence[Row], feedback: QgsFeedback) -> list[Outcome]:
        """One Insert per feature, all in a Transaction; the first shape goes alone, and is read back."""
        outcomes: list[Outcome] = []
        rest = list(rows)
        while rest and not self._proved:
            row = rest.pop(next((place for place, row in enumerate(rest) if row.shape), 0))
            outcomes += self._proving(row, partial(self._insert, [row], feedback), feedback)
        return [*outcomes, *self._insert(rest, feedback)]

    def replace(self, pairs: Sequence[tuple[Remote, Row]], feedback: QgsFeedback) -> list[Outcome]:
        """One Update per feature, by its id. A shape can't be emptied so: such a one is deleted and created again."""
        emptied = [pair for pair in pairs if pair[0].row.shape and not pair[1].shape]
        rest = [pair for pair in pairs if pair[1].shape or not pair[0].row.shape]
        outcomes: list[Outcome] = []
        while rest and not self._proved:
            pair = rest.pop(next((place for place, (_, row) in enumerate(rest) if row.shape), 0))
            outcomes += self._proving(pair[1], partial(self._update, [pair], feedback), feedback)
        for there, row in emptied:
            outcomes += self._again(there, row, feedback)
        return [*outcomes, *self._update(rest, feedback)]

    def delete(self, gone: Sequence[Remote], feedback: QgsFeedback) -> list[Outcome]:
        """By their ids."""
        outcomes: list[Outcome] = []
        for start in range(0, len(gone), DELETED):
            outcomes += self._halved(
                gone[start : start + DELETED],
                lambda some: [wfs.delete(self._described(), [remote.id for remote in some])],
                lambda remote: remote.row.key,
                feedback,
            )
        return outcomes

    def _insert(self, rows: Sequence[Row], feedback: QgsFeedback) -> list[Outcome]:
        type_ = self._described()

        def operations(some: Sequence[Row]) -> list[str]:
            return [
                wfs.insert(type_, self._columns, row, self._gml(row), f"n{place}") for place, row in enumerate(some)
            ]

        return self._halved(rows, operations, lambda row: row.key, feedback, new=True)

    def _update(self, pairs: Sequence[tuple[Remote, Row]], feedback: QgsFeedback) -> list[Outcome]:
        type_ = self._described()

        def operations(some: Sequence[tuple[Remote, Row]]) -> list[str]:
            return [
                wfs.update(type_, self._columns, row, self._gml(row), there.id, f"n{place}")
                for place, (there, row) in enumerate(some)
            ]

        return self._halved(pairs, operations, lambda pair: pair[1].key, feedback)

    def _halved(
        self,
        items: Sequence[Any],
        operations: Callable[[Sequence[Any]], list[str]],
        key: Callable[[Any], str],
        feedback: QgsFeedback,
        *,
        new: bool = False,
    ) -> list[Outcome]:
        """Sends; by halves where the whole is refused, so that only what is wrong is left out."""
        if not items:
            return []
        stop_if_cancelled(feedback)
        reply, refusal = self._sent(operations(items), feedback)
        if reply is not None:
            return [
                Outcome(key(item), reply.ids.get(f"n{place}", ""), reply.refusals.get(f"n{place}", ""))
                for place, item in enumerate(items)
            ]
        # A server may have carried out a part of what it refuses: what is there is not sent again.
        there = (
            {remote.row.key for remote in self.read_some([key(item) for item in items], [], feedback)} if new else set()
        )
        left = [item for item in items if key(item) not in there]
        done = [Outcome(key(item)) for item in items if key(item) in there]
        if len(items) == 1:
            return done or [Outcome(key(items[0]), error=refusal)]
        half = (len(left) + 1) // 2
        for part in (left[:half], left[half:]):
            done += self._halved(part, operations, key, feedback, new=new)
        return done

    def _sent(self, operations: Sequence[str], feedback: QgsFeedback) -> tuple[wfs.Reply | None, str]:
        """What a Transaction is answered, or why it is refused whole."""
        body = wfs.transaction(self._described(), operations)
        with session(authcfg=self._authcfg, feedback=feedback) as web:
            answer = web.request(
                "POST", self._url, params={"SERVICE": "WFS"}, data=body, headers=_XML, timeout=_PATIENCE
            )
        if answer.status_code in NOT_THE_SERVER:
            checked(answer)
        try:
            reply = wfs.reply(xml_answer(answer))
        except ServerError as error:
            return None, error.message
        return reply, "" if reply is not None else tr("refused: {words}").format(words=said(answer.content[:2000]))

    def _proving(self, row: Row, write: Callable[[], list[Outcome]], feedback: QgsFeedback) -> list[Outcome]:
        """Writes one feature, and looks where it is. Where its axes are swapped, it is written again the other way.

        TargetError where its shape does not arrive: nothing else is sent.
        """
        outcomes = write()
        there = self.read_some([row.key], [], feedback) if row.shape and not outcomes[0].error else []
        if len(there) != 1:
            return outcomes  # nothing to be learnt from it
        if "" in self._differ(row, there[0]) and self._differ(replace(row, shape=_swapped(row.shape)), there[0]) == ():
            self._swapped = True
            outcomes = self._update([(there[0], row)], feedback)
            there = self.read_some([row.key], [], feedback)
        if len(there) == 1 and "" in self._differ(row, there[0]):
            raise TargetError(
                tr("The platform does not put shapes where they are sent: only “{key}” was tried.").format(key=row.key),
                hint=tr("Take it back with “Undo”, then publish by another way (OGC API, database)."),
            )
        self._proved = True
        return outcomes

    def _differ(self, row: Row, there: Remote) -> tuple[str, ...]:
        return differences(row, there.row, self._columns, self._known().precision)

    def _again(self, there: Remote, row: Row, feedback: QgsFeedback) -> list[Outcome]:
        gone = self.delete([there], feedback)
        if gone[0].error:
            return gone
        outcomes = self._insert([replace(row, others=there.row.others, id=there.id)], feedback)
        if outcomes[0].error and not self.read_some([row.key], [], feedback):
            self._insert([there.row], feedback)
        return outcomes

    def _gml(self, row: Row) -> str:
        type_ = self._described()
        if not type_.geometry:
            return ""
        return wfs.gml(row.shape, self._known().crs.authid(), multiple=type_.multiple, swapped=self._swapped)


def _swapped(wkb: bytes) -> bytes:
    shape = ogr.CreateGeometryFromWkb(wkb)
    shape.SwapXY()
    return bytes(shape.ExportToIsoWkb(ogr.wkbNDR))


def base_address(url: str) -> str:
    """The address of the service, with what it needs (`MAP=…`): without the OGC API of QGIS Server, nor a request."""
    parts = parts_of(url)
    path = parts.path.partition("/wfs3")[0] if "/wfs3" in parts.path else parts.path
    kept = [(name, value) for name, value in parse_qsl(parts.query) if name.lower() not in _OURS]
    return urlunsplit(parts._replace(path=path, query=urlencode(kept, safe="/:"), fragment=""))


def _asked(request: str, **more: str) -> dict[str, str]:
    return {"SERVICE": "WFS", "VERSION": "1.1.0", "REQUEST": request, **more}


def _check_writable(document: Any, name: str) -> None:
    offered, verbs = wfs.writable(document, name)
    if not offered:
        raise TargetError(
            tr("This service can only be read: it offers no transactions (WFS-T)."),
            hint=tr("Ask its administrator to open it to writing, or choose another way to publish."),
        )
    missing = [verb for verb in wfs.VERBS if verb not in verbs]
    if missing:
        raise TargetError(
            tr("The layer “{layer}” can't be published to: {verbs} not allowed.").format(
                layer=name, verbs=", ".join(missing)
            ),
            hint=tr("Ask the administrator of the service to allow it (WFS-T)."),
        )
