"""The addresses of a commune (base adresse locale), handed to the Base Adresse Nationale by the deposit API.

Contract: the API's own source (BaseAdresseNationale/api-depot, 2026-05). A revision waits unseen with its file; the
service checks it; published, it becomes the current one of the commune at once. A revision is never deleted: undoing
publishes the former file again. Never tried here against the real service.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...errors import ServerError
from ...i18n import tr
from ...network import checked, endpoint, json_answer, session
from ..targets.base import Profile, TargetError
from . import tables
from .base import columns_of, digest_of
from .kept import Kept

if TYPE_CHECKING:
    from collections.abc import Iterator

    import requests
    from qgis.core import QgsFeedback

    from ..content import Remote
    from ..targets.base import Dataset
    from .base import Package

PAGE = "https://adresse.data.gouv.fr/commune/{code}"
MARK = "data_territoires_run"  # in the context of a revision: which publication made it
LARGEST = 50_000_000  # bytes of a file (file_binary.interceptor.ts)
# What all the versions of the format ask for, under one of these names (etalab/schema-bal, 1.3 to 1.5).
REQUIRED = (("commune_insee",), ("commune_nom",), ("toponyme", "voie_nom"), ("numero",), ("source",), ("date_der_maj",),
            ("x",), ("y",), ("long",), ("lat",))  # fmt: skip
_TIMEOUT, _LONG = (15.0, 60.0), (15.0, 600.0)
_REFUSALS = frozenset({400, 404, 412})

Json = dict[str, Any]


class BalDeposit:
    """The current revision of a commune. `collection`: its INSEE code, then `/habilitation` where one is needed."""

    def __init__(self, dataset: Dataset) -> None:
        web = dataset.address.lower().startswith(("http://", "https://"))
        self._base = (dataset.address if web else endpoint("bal_deposit")).rstrip("/")
        self._commune, _, self._habilitation = (part.strip() for part in dataset.collection.partition("/"))
        self._key, self._columns, self._crs, self._authcfg = dataset.key, dataset.columns, dataset.crs, dataset.authcfg
        self._kept = Kept(dataset.run)

    def keep_in(self, folder: Path) -> None:
        """Where the former file is kept."""
        self._kept.folder = folder

    # ------------------------------------------------------------------------------------------------ reading
    def probe(self, feedback: QgsFeedback) -> Profile:
        """The columns of the current revision. TargetError: no commune, a column missing, no right to publish."""
        if not self._commune:
            raise TargetError(
                tr("Which commune? Give its INSEE code as the collection."),
                hint=tr("For instance 35238, or 35238/habilitation."),
            )
        ours = {column.name for column in self._columns}
        missing = [" / ".join(names) for names in REQUIRED if not ours & set(names)]
        if missing:
            raise TargetError(
                tr("The layer is not a BAL: it lacks {names}.").format(names=", ".join(missing)),
                hint=tr("Bring it to the BAL standard first (“Map a layer”), check it, then publish it."),
            )
        if self._habilitation:
            self._check_habilitation(feedback)
        notes = [
            tr("The shapes are not sent: the columns x, y, long and lat say where an address is."),
            tr("Never tried yet against the real service: check there what was published."),
        ]
        current = self._current(feedback)
        theirs: tuple[str, ...] = ()
        if current is not None:
            client = current.get("client") or {}
            notes.insert(0, tr("Published now: by {client}, on {date}.").format(
                client=client.get("nom") or "?", date=str(current.get("publishedAt") or "?")[:10]
            ))  # fmt: skip
            with tempfile.TemporaryDirectory() as work:
                theirs = tables.header(self._fetched(current, Path(work) / "bal.csv", feedback))[0]
        loses, gains = columns_of(theirs, self._columns) if theirs else ((), ())
        links = ((tr("Page of the commune"), PAGE.format(code=self._commune)),)
        return Profile((), self._crs, 1e-6, loses=loses, gains=gains, links=links, notes=tuple(notes), flat=True)

    def exists(self, feedback: QgsFeedback) -> bool:
        """Whether the commune has a current revision."""
        return self._current(feedback) is not None

    def version(self, feedback: QgsFeedback) -> str:
        """The current revision."""
        return str((self._current(feedback) or {}).get("id", ""))

    def read(self, feedback: QgsFeedback) -> Iterator[Remote]:
        """The rows of the current revision."""
        current = self._current(feedback)
        return self._rows(current, feedback) if current is not None else iter(())

    def read_staged(self, staged: str, feedback: QgsFeedback) -> Iterator[Remote]:
        """The rows of the revision that waits."""
        return self._rows(self._revision(staged, feedback), feedback)

    # ------------------------------------------------------------------------------------------------ writing
    def stage(self, package: Package, run: str, feedback: QgsFeedback) -> str:
        """A revision that waits, with its file, checked by the service. TargetError: it finds errors."""
        self._kept.run = run
        current = self._current(feedback)
        if current is not None and _mark(current) != run:
            told = {"revision": current["id"]}
            self._kept.keep("bal.csv", lambda path: self._fetched(current, path, feedback), told)
        ready = self._kept.make_ready("bal.csv", lambda path: tables.write(package.content, path, tables.SEMICOLON))
        return self._prepared(ready, run, feedback)

    def switch(self, staged: str, feedback: QgsFeedback) -> str:
        """The revision becomes the current one of the commune."""
        self._publish(staged, feedback)
        return self._kept.note() if self._kept.has_note() else ""

    def restore(self, former: str, feedback: QgsFeedback) -> None:
        """The former file is published again, as a new revision: the service forgets nothing."""
        file, told = self._kept.former(former)
        current = self._current(feedback)
        if current is not None and _hash(current) == digest_of(file):
            return
        self._publish(
            self._prepared(file, f"{former.removesuffix('.json')}-undo-{told['revision']}", feedback), feedback
        )

    def dress(self, package: Package, feedback: QgsFeedback) -> tuple[str, ...]:
        """What the service said of the file: the file itself is all that it takes."""
        self._kept.drop_ready()
        current = self._current(feedback) or {}
        validation = current.get("validation") or {}
        said = [*(validation.get("warnings") or []), *(validation.get("infos") or [])]
        if not said:
            return ()
        return (tr("The service accepts the file, and remarks: {codes}.").format(codes=", ".join(map(str, said))),)

    def withdraw(self, feedback: QgsFeedback) -> None:
        """TargetError: the first revision of a commune can't be taken back by this API."""
        if self._current(feedback) is None:
            return
        raise TargetError(
            tr("The BAN keeps the first addresses that a commune publishes: they can't be taken back from here."),
            hint=tr("Publish a corrected file, or ask the support of the Base Adresse Nationale."),
        )

    def discard(self, run: str, feedback: QgsFeedback) -> None:
        """The file that was ready goes; a revision that waits is never shown, and can't be deleted."""
        self._kept.drop_ready(run)

    # ------------------------------------------------------------------------------------------------ revisions
    def _prepared(self, file: Path, run: str, feedback: QgsFeedback) -> str:
        """The revision of this run, with this file, and without error: the one an interrupted run had begun."""
        revision = self._begun(file, run, feedback) or self._created(run, feedback)
        address = f"revisions/{revision['id']}"
        if not _hash(revision):
            content = file.read_bytes()
            if len(content) > LARGEST:
                raise TargetError(
                    tr("The file is larger than the service takes ({size} MB).").format(size=LARGEST // 1_000_000),
                    hint=tr("Check that it holds one commune."),
                )
            digest = digest_of(file, "md5")
            headers = {"Content-Type": "text/csv", "Content-MD5": digest}
            json_answer(self._asked("PUT", f"{address}/files/bal", feedback, data=content, headers=headers))
        answer = self._asked("POST", f"{address}/compute", feedback)
        validation = _object(json_answer(answer)).get("validation") or {}
        if not validation.get("valid"):
            errors = [*(validation.get("errors") or []), *(validation.get("parseErrors") or [])]
            raise TargetError(
                tr("The service refuses the file: {codes}.").format(codes=", ".join(map(str, errors)) or "?"),
                hint=tr("Nothing was published. Check the layer against the BAL standard, correct it, publish again."),
            )
        return str(revision["id"])

    def _begun(self, file: Path, run: str, feedback: QgsFeedback) -> Json | None:
        params = {"status": "pending"}
        answer = json_answer(self._asked("GET", f"communes/{self._commune}/revisions", feedback, params=params))
        for listed in answer if isinstance(answer, list) else []:
            if isinstance(listed, dict) and _mark(listed) == run:
                revision = self._revision(str(listed["id"]), feedback)
                if _hash(revision) in ("", digest_of(file)):
                    return revision
        return None

    def _created(self, run: str, feedback: QgsFeedback) -> Json:
        body = {"context": {"extras": {MARK: run}}}
        return _object(json_answer(self._asked("POST", f"communes/{self._commune}/revisions", feedback, json=body)))

    def _publish(self, revision_id: str, feedback: QgsFeedback) -> None:
        current = self._current(feedback)
        if current is not None and current.get("id") == revision_id:
            return
        if not self._revision(revision_id, feedback).get("isReady"):
            # Somebody published in the meantime: what waits must be checked again.
            json_answer(self._asked("POST", f"revisions/{revision_id}/compute", feedback))
        body = {"habilitationId": self._habilitation} if self._habilitation else {}
        answer = self._asked("POST", f"revisions/{revision_id}/publish", feedback, json=body)
        if answer.status_code in _REFUSALS:
            raise TargetError(
                tr("The service does not publish: {reason}.").format(reason=_said(answer)),
                hint=tr("The client may need an habilitation of the commune: write INSEE code/habilitation."),
            )
        json_answer(answer)
        current = self._current(feedback)
        if current is None or current.get("id") != revision_id:
            raise ServerError(
                tr("The service says that the revision is published, and it is not the current one."),
                hint=tr("Go on with “Resume”."),
            )

    def _check_habilitation(self, feedback: QgsFeedback) -> None:
        found = _object(json_answer(self._asked("GET", f"habilitations/{self._habilitation}", feedback)))
        if found.get("status") != "accepted" or found.get("codeCommune") != self._commune:
            raise TargetError(
                tr("The habilitation does not allow to publish for {code}.").format(code=self._commune),
                hint=tr("The town hall must accept it first (code sent by e-mail, or ProConnect)."),
            )

    # ------------------------------------------------------------------------------------------------ requests
    def _current(self, feedback: QgsFeedback) -> Json | None:
        answer = self._asked("GET", f"communes/{self._commune}/current-revision", feedback)
        if answer.status_code == 404 and "revision" in _said(answer):
            return None  # the commune exists, and has none; another 404 is a code that doesn't exist
        return _object(json_answer(answer))

    def _revision(self, revision_id: str, feedback: QgsFeedback) -> Json:
        return _object(json_answer(self._asked("GET", f"revisions/{revision_id}", feedback)))

    def _fetched(self, revision: Json, path: Path, feedback: QgsFeedback) -> Path:
        """The file of a revision. ServerError: it isn't the one whose SHA-256 the service tells."""
        answer = checked(self._asked("GET", f"revisions/{revision['id']}/files/bal/download", feedback))
        path.write_bytes(answer.content)
        if _hash(revision) and _hash(revision) != digest_of(path):
            raise ServerError(
                tr("The file that the service gives is not the one that it describes."),
                hint=tr("Try again later; nothing was changed."),
            )
        return path

    def _rows(self, revision: Json, feedback: QgsFeedback) -> Iterator[Remote]:
        with tempfile.TemporaryDirectory() as work:
            yield from tables.read(self._fetched(revision, Path(work) / "bal.csv", feedback), self._key, self._columns)

    def _asked(self, method: str, path: str, feedback: QgsFeedback, **more: Any) -> requests.Response:
        timeout = _LONG if method != "GET" else _TIMEOUT
        with session(authcfg=self._authcfg, feedback=feedback) as web:
            return web.request(method, f"{self._base}/{path}", timeout=timeout, **more)


def _object(answer: Any) -> Json:
    if not isinstance(answer, dict):
        raise ServerError(
            tr("The service answers something else than what it was asked."),
            detail=str(answer)[:500],
            hint=tr("Check the address of the deposit API."),
        )
    return answer


def _mark(revision: Json) -> str:
    extras = (revision.get("context") or {}).get("extras") or {}
    return str(extras.get(MARK) or "")


def _hash(revision: Json) -> str:
    """The SHA-256 of the file of a revision, "" where it has none."""
    found = next((each for each in revision.get("files") or [] if isinstance(each, dict)), {})
    return str(found.get("hash") or "")


def _said(answer: requests.Response) -> str:
    try:
        return str(answer.json().get("message", ""))
    except (ValueError, AttributeError):
        return ""
