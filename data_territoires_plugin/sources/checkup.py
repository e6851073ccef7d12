"""The services asked one small question each, and what their answers have that the plugin does not expect.

The questions are data (resources/services.yaml). A WFS is also asked for the layers of the catalogue, and that of the
Géoplateforme for the fields of its recommended layers, as the training kit has them.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any

import yaml

from ..catalogue import Entry, GeometryKind, load_catalogue
from ..catalogue.kits import training_kit
from ..catalogue.services import protocol
from ..catalogue.words import nearest
from ..errors import DataTerritoiresError, NetworkError, ServerError, SourceError
from ..geopackage import connect, layer_names, read_table
from ..i18n import number, tr
from ..network import Pool, checked, endpoint, endpoints, json_answer, session, xml_answer
from ..network.transport import Patience
from ..paths import resources
from .geopf_wfs import GeopfWfs
from .wfs_capabilities import type_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    import requests
    from qgis.core import QgsFeedback

AT_ONCE = 8
SLOW = 5.0  # seconds: beyond, a clip will suffer
_PATIENCE = Patience(connect=10.0, idle=20.0, retries=1, longest_wait=10.0)
_ROOTS = {
    "wfs": ("WFS_Capabilities",),
    "wms": ("WMS_Capabilities", "WMT_MS_Capabilities"),
    "wmts": ("Capabilities",),
    "csw": ("Capabilities",),
    "atom": ("feed",),
}
_ADDED_BY_US = frozenset({"fid", "geom", "dt_cut"})


class Verdict(Enum):
    """What the answer of a service is worth."""

    GOOD = "good"
    SLOW = "slow"
    DIFFERENT = "different"  # it answers something else than what the plugin expects
    DEAD = "dead"  # nothing, an error, a web page


@dataclass(frozen=True)
class Question:
    """What a service is asked."""

    service: str
    ask: str = ""
    expect: str = "any"
    keys: tuple[str, ...] = ()
    account: bool = False

    @property
    def address(self) -> str:
        """The whole address."""
        return endpoint(self.service) + self.ask


@dataclass(frozen=True)
class Finding:
    """What was learnt of a service: one line for it, or one per layer that differs."""

    service: str
    verdict: Verdict
    subject: str  # the address, or a layer
    said: str
    advice: str = ""
    seconds: float | None = None


@dataclass
class _Talk:
    """One service while it is being asked."""

    question: Question
    feedback: QgsFeedback
    pool: Pool
    slow: float
    findings: list[Finding] = field(default_factory=list)

    def differs(self, subject: str, said: str, advice: str = "") -> None:
        self.findings.append(Finding(self.question.service, Verdict.DIFFERENT, subject, said, advice))


def questions(names: tuple[str, ...] = ()) -> tuple[Question, ...]:
    """The questions of the services named, of all those that have one where none is. ServerError: unknown name."""
    known = yaml.safe_load((resources() / "services.yaml").read_text(encoding="utf-8"))
    addresses = endpoints()
    for name in names:
        if name not in addresses:
            endpoint(name)  # raises, with the nearest names
    asked = names or tuple(name for name in known if name in addresses)
    return tuple(_question(name, known.get(name, {})) for name in asked)


def _question(name: str, told: dict[str, Any]) -> Question:
    default = {"wfs": "?service=WFS&version=2.0.0&request=GetCapabilities"}.get(protocol(name), "")
    return Question(
        name,
        str(told.get("ask", default)),
        str(told.get("expect", protocol(name) or "any")),
        tuple(told.get("keys", ())),
        bool(told.get("account", False)),
    )


def check_services(
    asked: tuple[Question, ...], feedback: QgsFeedback, slow: float = SLOW
) -> Iterator[tuple[Question, tuple[Finding, ...]]]:
    """What each service answers, as the answers come. `slow`: seconds beyond which an answer is said to be slow."""
    with Pool(AT_ONCE) as pool, Pool(4) as pages:
        talks = [_Talk(question, feedback, pages, slow) for question in asked]
        futures = {pool.submit(_talk, talk): talk for talk in talks}
        for future in Pool.completed(futures):
            future.result()
            yield futures[future].question, tuple(futures[future].findings)


def _talk(talk: _Talk) -> None:
    started = time.perf_counter()
    question = talk.question
    try:
        with session(feedback=talk.feedback) as web:
            web.patience = _PATIENCE
            answer = web.get(question.address, headers={"Accept": "*/*"})
        _understood(talk, answer)
    except DataTerritoiresError as error:
        verdict = Verdict.DIFFERENT if isinstance(error, (ServerError, SourceError)) else Verdict.DEAD
        said = f"{error.message} {error.detail}".strip()
        talk.findings.append(Finding(question.service, verdict, question.address, said, error.hint))
    seconds = time.perf_counter() - started
    if not talk.findings:
        slow = seconds > talk.slow
        said = tr("as expected, but slow") if slow else tr("as expected")
        verdict = Verdict.SLOW if slow else Verdict.GOOD
        talk.findings.append(Finding(question.service, verdict, question.address, said, "", seconds))


def _understood(talk: _Talk, answer: requests.Response) -> None:
    question = talk.question
    if question.account and answer.status_code in (401, 403):
        return
    if answer.status_code >= 500 or answer.status_code in (404, 410):
        checked_or_dead(answer)
    if question.expect == "json":
        _check_keys(talk, json_answer(answer))
    elif question.expect in _ROOTS:
        document = xml_answer(answer)
        root = document.documentElement()
        name = root.localName() or root.tagName().rpartition(":")[2]
        if name not in _ROOTS[question.expect]:
            expected = tr("expected: {expected}; found: {found}").format(expected=question.expect, found=name)
            talk.differs(question.address, expected)
        elif question.expect == "wfs":
            _check_layers(talk, type_names(document))
    else:
        checked(answer)


def checked_or_dead(answer: requests.Response) -> None:
    """An address that is gone or fails is dead, whatever the page says: NetworkError, not one of its children."""
    try:
        checked(answer)
    except NetworkError as error:
        raise NetworkError(error.message, error.detail, error.hint) from error


def _check_keys(talk: _Talk, content: Any) -> None:
    missing = [key for key in talk.question.keys if not _has(content, key.split("."))]
    if missing:
        found = ", ".join(list(content)[:10]) if isinstance(content, dict) else type(content).__name__
        talk.differs(
            talk.question.address,
            tr("missing keys: {missing}; found: {found}").format(missing=", ".join(missing), found=found),
            tr("The service has changed its answer: report it, with this table."),
        )


def _has(content: Any, path: list[str]) -> bool:
    """Whether a path leads somewhere. An empty list has nothing to say of its elements."""
    if not path:
        return True
    first, rest = path[0], path[1:]
    if first == "[]":
        return isinstance(content, list) and (not content or _has(content[0], rest))
    return isinstance(content, dict) and first in content and _has(content[first], rest)


def _check_layers(talk: _Talk, names: tuple[str, ...]) -> None:
    service = talk.question.service
    entries = [entry for entry in load_catalogue().entries if entry.service == service and entry.verified]
    there = set(names) | {name.rpartition(":")[2] for name in names}
    for entry in entries:
        if entry.layer in there:
            continue
        other = next((name for name in entry.former_layers if name in there), "")
        near = other or ", ".join(nearest(entry.layer, names))
        talk.differs(
            f"{entry.id} ({entry.layer})",
            tr("the service no longer has this layer; nearest: {names}").format(names=near or "—"),
            tr("Update the catalogue (“Update the catalogue”), or give its new name in a catalogue of your own."),
        )
    if service == "geopf_wfs":
        _check_fields(talk, [entry for entry in entries if entry.layer in there])


def _check_fields(talk: _Talk, entries: list[Entry]) -> None:
    """The fields of the recommended layers, against those of the training kit, which are the service's."""
    data = training_kit().data
    connection = connect(data, read_only=True)
    try:
        tables = set(layer_names(connection))
    finally:
        connection.close()
    chosen = [one for one in entries if one.recommended and one.id in tables and one.geometry != GeometryKind.RASTER]
    source = GeopfWfs(talk.pool)
    futures = {talk.pool.submit(source.describe, entry, entry.layer, talk.feedback): entry for entry in chosen}
    for future in Pool.completed(futures):
        entry = futures[future]
        found = {column.name for column in future.result().columns}
        expected = set(read_table(data, entry.id).columns) - _ADDED_BY_US
        gone, new = sorted(expected - found), sorted(found - expected)
        if gone or new:
            said = tr("missing fields: {gone}; new fields: {new}").format(
                gone=", ".join(gone) or "—", new=", ".join(new) or "—"
            )
            talk.differs(f"{entry.id} ({entry.layer})", said, tr("Check the style and the recipe of this layer."))


def as_markdown(findings: tuple[Finding, ...], version: str) -> str:
    """A table to paste into an issue: what is wrong first."""
    order = {Verdict.DEAD: 0, Verdict.DIFFERENT: 1, Verdict.SLOW: 2, Verdict.GOOD: 3}
    heads = (tr("Service"), tr("Verdict"), tr("What"), tr("Found"), tr("Seconds"))
    lines = [f"Data Territoires {version}, {time.strftime('%d/%m/%Y %H:%M')}", "", "| " + " | ".join(heads) + " |"]
    lines.append("|---|---|---|---|---|")
    words = verdict_words()
    for one in sorted(findings, key=lambda one: (order[one.verdict], one.service)):
        seconds = "" if one.seconds is None else number(one.seconds, 1)
        cells = (one.service, words[one.verdict], f"`{one.subject}`", one.said, seconds)
        lines.append("| " + " | ".join(" ".join(cell.replace("|", "/").split()) for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def verdict_words() -> dict[Verdict, str]:
    """The verdicts for people."""
    return {
        Verdict.GOOD: tr("good"),
        Verdict.SLOW: tr("slow"),
        Verdict.DIFFERENT: tr("different"),
        Verdict.DEAD: tr("does not answer"),
    }
