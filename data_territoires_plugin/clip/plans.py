"""Which of the ways to a layer is taken: by what each costs and how sure it is, and the reason in words.

No map here: an estimate is made from counts (communes, départements, features announced). The first way of an entry is
its own; another one is taken where it is clearly cheaper, and the others stay in reserve for the day it fails.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from ..i18n import tr

if TYPE_CHECKING:
    from ..catalogue.entry import Entry

PAGE = 5000  # features, the most that a page of the services of features holds
FEATURE_BYTES = 1000  # of a feature as GeoJSON: 600 for a point, 1 500 for a parcel with its attributes
REQUEST_SECONDS = 0.15  # several at once, under the limits of the services
BYTES_A_SECOND = 2_500_000  # a town hall's line of 20 Mbit/s
CLEARLY = 0.6  # another way must cost less than that part of the first one: estimates are rough
MOST_COMMUNES = 300  # files of communes; beyond, those of the départements where there are some


class Certainty(Enum):
    """How sure it is that nothing is missing when a way says that it has given everything."""

    COMPLETE = "complete"  # compared with what the source announces
    ANNOUNCED = "announced"  # each file whole; what the files hold together is not announced
    UNKNOWN = "unknown"  # the source tells nothing before it is read


_DOUBT = {Certainty.COMPLETE: 1.0, Certainty.ANNOUNCED: 1.1, Certainty.UNKNOWN: 2.0}


@dataclass(frozen=True)
class Size:
    """What a perimeter is made of; 0 where it is not a territory whose communes are known."""

    communes: int = 0
    departements: int = 0


@dataclass(frozen=True)
class Estimate:
    """What a way costs: requests, bytes (None: not known), and how sure it is."""

    requests: int
    bytes: int | None
    certainty: Certainty

    @property
    def seconds(self) -> float | None:
        """The price that ways are compared by; None where it is not known."""
        if self.bytes is None:
            return None
        return (self.requests * REQUEST_SECONDS + self.bytes / BYTES_A_SECOND) * _DOUBT[self.certainty]


@dataclass(frozen=True)
class Candidate:
    """A way, as the entry that is read by it, and its estimate."""

    entry: Entry
    estimate: Estimate

    @property
    def name(self) -> str:
        """What it is called in the report."""
        return name_of(self.entry)


def name_of(entry: Entry) -> str:
    """How the layer is read, in words."""
    if entry.service == "file":
        if "{insee}" in entry.layer:
            return tr("files of the communes")
        return tr("files of the départements") if "{dep}" in entry.layer else tr("file of the country")
    return {
        "geopf_wfs": tr("Géoplateforme WFS"),
        "geopf_download": tr("Géoplateforme download, archives of the départements"),
        "geopf_partial": tr("Géoplateforme, parts of the file of the country"),
        "datagouv_tabular": tr("tabular API of data.gouv.fr"),
    }.get(entry.service, entry.service)


def estimate(entry: Entry, size: Size, announced: int | None = None, shared: int = 1) -> Estimate:
    """What it costs to read a perimeter by the way of `entry`.

    `announced`: the features that the service announced; `shared`: the layers of the clip that the same archive serves.
    """
    if entry.service == "file":
        return _of_files(entry, size)
    if entry.service == "geopf_download":
        weight = _weight(entry, size.departements)
        each = None if weight is None else weight // max(1, shared)
        return Estimate(3 * size.departements, each, Certainty.COMPLETE)
    if announced is None:
        return Estimate(2, None, Certainty.UNKNOWN)
    pages = math.ceil(announced / PAGE)
    return Estimate(2 + pages, announced * FEATURE_BYTES, Certainty.COMPLETE)


def _of_files(entry: Entry, size: Size) -> Estimate:
    if "{insee}" in entry.layer:
        files = size.communes
        if files > MOST_COMMUNES and "bulk" in entry.options:
            return Estimate(size.departements, None, Certainty.ANNOUNCED)
    else:
        files = size.departements if "{dep}" in entry.layer else 1
    return Estimate(files, _weight(entry, files), Certainty.ANNOUNCED)


def _weight(entry: Entry, files: int) -> int | None:
    return int(files * entry.megabytes * 1_000_000) if files and entry.megabytes else None


def candidates(entry: Entry, size: Size, shared: dict[str, int] | None = None) -> list[Candidate]:
    """The ways of an entry: its own, then the others from the cheapest to the dearest, those not known last."""
    told = shared or {}
    own, *others = (
        Candidate(each, estimate(each, size, shared=told.get(archive_of(each), 1))) for each in (entry, *entry.ways)
    )
    return [own, *sorted(others, key=_price)]


def cheaper(own: Candidate, others: list[Candidate]) -> Candidate | None:
    """The way that is clearly cheaper than the first one; None where there is none, or where nothing tells.

    Only among those of the same product, which have the same columns: the others are for the day the first one fails.
    """
    price = own.estimate.seconds
    if price is None:
        return None
    same = [each for each in others if each.entry.product == own.entry.product]
    better = [each for each in same if _price(each) < CLEARLY * price]
    return min(better, key=_price, default=None)


def archive_of(entry: Entry) -> str:
    """What ways that read the same file have in common."""
    return f"{entry.service}:{entry.layer.partition('|')[0]}"


def _price(candidate: Candidate) -> float:
    seconds = candidate.estimate.seconds
    return math.inf if seconds is None else seconds


def words(candidate: Candidate) -> str:
    """A way and its estimate, for the report."""
    told = candidate.estimate
    certainty = {
        Certainty.COMPLETE: tr("complete for sure"),
        Certainty.ANNOUNCED: tr("each file checked"),
        Certainty.UNKNOWN: tr("nothing announced"),
    }[told.certainty]
    if told.bytes is None:
        return tr("{way} (size not known, {certainty})").format(way=candidate.name, certainty=certainty)
    return tr("{way} (about {size} MB, requests: {requests}, {certainty})").format(
        way=candidate.name,
        size=max(1, round(told.bytes / 1_000_000)),
        requests=told.requests,
        certainty=certainty,
    )
