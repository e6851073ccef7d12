"""The extraction service of the Géoplateforme (OGC API Processes): the server clips, the result is fetched.

Its contract: the documentation of the service (cartes.gouv.fr, « API d'extraction vecteur », 2026). It needs an
account; it was never tried here against the real service. A product is a `stored_data` of the Entrepôt API: its process
has the id of the generic extraction, `_`, and the id of the data. One at a time per account, 20 for everybody.
"""

from __future__ import annotations

import hashlib
import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from ..errors import NetworkError, ServerError, SourceError
from ..i18n import tr
from ..network import endpoint, json_answer, session, xml_answer
from ..paths import cache_folder
from .base import stop_if_cancelled
from .downloads import fetched

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import requests
    from qgis.core import QgsFeedback
    from qgis.PyQt.QtXml import QDomElement

GENERIC = "8ab6236b-21d8-471a-a07b-f84a5921f9f5"  # of the documentation: the extraction from any vector data
LIFETIME = 24  # hours that the result is kept there: fetched at once, it need not be longer
PAGE = 50
LONGEST = 6 * 3600.0  # seconds
_FIRST_WAIT, _LONGEST_WAIT = 2.0, 30.0
_TIMEOUT = (15.0, 60.0)
_BUSY = frozenset({403, 409, 429})


@dataclass(frozen=True)
class Table:
    """A table that can be extracted: all its columns, the one of its shapes among them ("": none)."""

    name: str
    columns: tuple[str, ...]
    geometry: str


@dataclass(frozen=True)
class Product:
    """A data that this account may extract."""

    id: str
    name: str
    srs: str  # EPSG:…
    tables: tuple[Table, ...]

    @property
    def process(self) -> str:
        """The id of its extraction."""
        return f"{GENERIC}_{self.id}"


class Extraction:
    """The service, with the configuration of an account."""

    def __init__(self, authcfg: str, feedback: QgsFeedback) -> None:
        self._authcfg, self._feedback = authcfg, feedback

    # ------------------------------------------------------------------------------------------------ products
    def product(self, name: str) -> Product:
        """The product of that name (or id): the newest one where there are several. SourceError: none."""
        found = self._listed(name)
        exact = [each for each in found if name.lower() in (str(each.get("_id")), str(each.get("name", "")).lower())]
        if not (exact or found):
            raise SourceError(
                tr("Your account may extract no data called “{name}”.").format(name=name),
                hint=tr("Check the name, or ask the producer to share this data with your account."),
            )
        chosen = max(exact or found, key=lambda each: str(each.get("creation", "")))
        return self._described(str(chosen["_id"]))

    def _listed(self, name: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        parameters = {"type": "VECTOR-DB", "name": f"%{name}%", "limit": str(PAGE)}
        for page in range(1, 20):
            address = f"{endpoint('geopf_entrepot')}/users/me/stored_data"
            answer = self._asked("GET", address, parameters | {"page": str(page)})
            rows = json_answer(answer)
            found += [row for row in rows if isinstance(row, dict) and row.get("_id")] if isinstance(rows, list) else []
            if not isinstance(rows, list) or len(rows) < PAGE:
                break
        return found

    def _described(self, id_: str) -> Product:
        document = json_answer(self._asked("GET", f"{endpoint('geopf_entrepot')}/users/me/stored_data/{quote(id_)}"))
        try:
            relations = document["type_infos"]["relations"]
            tables = tuple(
                _table(relation["name"], relation["attributes"]) for relation in relations if relation.get("attributes")
            )
            return Product(id_, str(document["name"]), str(document.get("srs", "")), tables)
        except (KeyError, TypeError) as error:
            raise _misunderstood(document) from error

    # ------------------------------------------------------------------------------------------------ extraction
    def extracted(self, product: Product, relations: Mapping[str, Mapping[str, Any]], srs: str) -> list[Path]:
        """Runs an extraction and fetches its files (GeoPackage).

        One that an earlier try had started is taken up. Raises ServerError (it failed there), NetworkError, Cancelled:
        the extraction then goes on there, and the same call fetches it.
        """
        body = {
            "inputs": {
                "relations": relations, "format": "GPKG", "append": True, "lifetime": LIFETIME,
                **({"srs": srs} if srs and srs != product.srs else {}),
            },
            "outputs": {"logs": {}, "summary": {}, "extractedData": {}},
        }  # fmt: skip
        note = _note(product.process, body)
        job = self._known(note) or self._started(product, body)
        note.write_text(json.dumps({"job": job}), encoding="utf-8")
        try:
            self._wait(job)
            files = self._fetched(job)
        except ServerError:
            note.unlink(missing_ok=True)
            raise
        return files

    def _known(self, note: Path) -> str:
        """The job that an earlier try had started, where the service still has it; "" else."""
        if not note.is_file():
            return ""
        job = str(json.loads(note.read_text(encoding="utf-8")).get("job", ""))
        answer = self._asked("GET", self._job(job))
        status = answer.json().get("status", "") if answer.ok else ""
        return job if status in ("running", "accepted", "successful") else ""

    def _started(self, product: Product, body: dict[str, Any]) -> str:
        answer = self._asked(
            "POST", f"{endpoint('geopf_extraction')}/processes/{quote(product.process)}/execution", json_body=body
        )
        if answer.status_code in _BUSY:
            raise ServerError(
                tr("The extraction service takes no other extraction from your account for now."),
                detail=answer.text[:500],
                hint=tr("An account runs one at a time: wait for the end of the other one, then run it again."),
            )
        document = json_answer(answer)
        job = document.get("jobID") if isinstance(document, dict) else None
        if not isinstance(job, str) or not job:
            raise _misunderstood(document)
        return job

    def _wait(self, job: str) -> None:
        end, pause = time.monotonic() + LONGEST, _FIRST_WAIT
        while True:
            document = json_answer(self._asked("GET", self._job(job)))
            status = str(document.get("status", "")) if isinstance(document, dict) else ""
            if status == "successful":
                return
            if status in ("failed", "dismissed"):
                raise ServerError(
                    tr("The extraction failed: {message}").format(message=document.get("message") or status),
                    detail=str(document)[:500],
                    hint=tr("Try with fewer tables or a simpler perimeter."),
                )
            if status not in ("running", "accepted"):
                raise _misunderstood(document)
            if time.monotonic() > end:
                raise NetworkError(
                    tr("The extraction is not finished after {hours} hours.").format(hours=int(LONGEST / 3600)),
                    hint=tr("It goes on there: run it again later, the same extraction will be fetched."),
                )
            self._sleep(pause)
            pause = min(pause * 1.5, _LONGEST_WAIT)

    def _sleep(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            stop_if_cancelled(self._feedback)
            time.sleep(0.1)

    def _fetched(self, job: str) -> list[Path]:
        document = json_answer(self._asked("GET", f"{self._job(job)}/results"))
        told = document.get("extractData") or document.get("extractedData") if isinstance(document, dict) else None
        if not isinstance(told, dict) or not told.get("href"):
            raise _misunderstood(document)
        feed = xml_answer(self._asked("GET", _here(str(told["href"])))).documentElement()
        addresses = [_here(address) for address in _downloads(feed) if address.lower().endswith(".gpkg")]
        if not addresses:
            raise ServerError(
                tr("The extraction gave no file."), hint=tr("Its perimeter may hold nothing: check it, then try again.")
            )
        kept = [fetched(address, self._feedback, authcfg=self._authcfg) for address in addresses]
        return [one.file for one in kept if one is not None]

    # ------------------------------------------------------------------------------------------------ requests
    @staticmethod
    def _job(job: str) -> str:
        return f"{endpoint('geopf_extraction')}/jobs/{quote(job)}"

    def _asked(
        self, method: str, url: str, parameters: Mapping[str, str] | None = None, json_body: Any = None
    ) -> requests.Response:
        with session(authcfg=self._authcfg, feedback=self._feedback) as web:
            return web.request(method, url, params=parameters, json=json_body, timeout=_TIMEOUT)


def relations_of(tables: Sequence[Table], wkt: str, srid: int) -> dict[str, dict[str, Any]]:
    """What is extracted of each table: every column, and the features that meet a polygon (WKT, in the data's CRS)."""
    found: dict[str, dict[str, Any]] = {}
    for table in tables:
        found[table.name] = {"attributes": list(table.columns)}
        if table.geometry:
            polygon = f"ST_SetSRID('{wkt}'::geometry,{srid})"
            found[table.name]["filters"] = f"ST_Intersects({table.geometry},{polygon})"
    return found


def _table(name: str, attributes: Mapping[str, str]) -> Table:
    geometry = next((column for column, type_ in attributes.items() if str(type_).startswith("geometry")), "")
    return Table(name, tuple(attributes), geometry)


def _downloads(feed: QDomElement) -> list[str]:
    links = feed.elementsByTagName("link")
    hrefs = [links.at(number).toElement().attribute("href") for number in range(links.count())]
    return [href for href in hrefs if "/download/" in href]


def _here(address: str) -> str:
    """An address of the service as it is configured here: a mirror gives those of the original."""
    path = urlsplit(address).path
    return f"{endpoint('geopf_extraction')}/telechargement/{path.partition('/telechargement/')[2]}"


def _note(process: str, body: dict[str, Any]) -> Path:
    what = json.dumps([endpoint("geopf_extraction"), process, body], sort_keys=True)
    return cache_folder("extraction") / f"{hashlib.sha256(what.encode()).hexdigest()[:24]}.json"


def _misunderstood(document: Any) -> ServerError:
    return ServerError(
        tr("The extraction service answers something else than what it was asked."),
        detail=str(document)[:500],
        hint=tr("Try again later."),
    )
