"""A stand-in of the deposit API of addresses, from its source (BaseAdresseNationale/api-depot, 2026-05).

Its guards, in their order: the token (401), the client that is switched off (403), the revision of somebody else (403);
a revision has one file, for good (412); only a revision that was checked and is without error can be published (412),
with an habilitation where the client needs one (400, 404); publishing makes the other waiting ones not ready.
The check itself is the strict part of its own: columns of the format, one commune, not too many addresses less.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from typing import TYPE_CHECKING, Any

from tests.standins.cuts import Cut
from tests.standins.stage import Answer, Request, StandIn

if TYPE_CHECKING:
    from collections.abc import Mapping

_REQUIRED = ("commune_insee", "commune_nom", "numero", "x", "y", "long", "lat", "source", "date_der_maj")


class Refused(Exception):
    """A refusal, as NestJS writes it."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.answer = Answer(
            status, "application/json", json.dumps({"statusCode": status, "message": message}).encode()
        )


class BalDepositApi(Cut, StandIn):
    """The API. `clients`: token → name; those of `strict` need an habilitation, those of `off` are switched off."""

    home = "/api-depot"

    def __init__(
        self, clients: Mapping[str, str], communes: tuple[str, ...] = ("35238", "35051"), *,
        strict: tuple[str, ...] = (), off: tuple[str, ...] = (), **speed: Any,
    ) -> None:  # fmt: skip
        self._clients, self._communes, self._strict, self._off = dict(clients), communes, strict, off
        self.revisions: dict[str, dict[str, Any]] = {}
        self.files: dict[str, bytes] = {}
        self.habilitations: dict[str, dict[str, Any]] = {}
        super().__init__(**speed)

    # ------------------------------------------------------------ what a test uses
    def published(self, commune: str, content: bytes, client: str = "Mes Adresses") -> dict[str, Any]:
        """Somebody publishes."""
        revision = self._create(commune, client, {})
        self.files[revision["id"]] = content
        self._compute(revision)
        self._publish(revision, None)
        return revision

    def current(self, commune: str) -> dict[str, Any] | None:
        """The current revision."""
        return next(
            (one for one in self.revisions.values() if one["isCurrent"] and one["codeCommune"] == commune), None
        )

    def habilitate(self, commune: str, client: str, status: str = "accepted") -> str:
        """An habilitation; gives back its id."""
        id_ = _id(f"habilitation{len(self.habilitations)}")
        self.habilitations[id_] = {"id": id_, "codeCommune": commune, "clientId": client, "status": status}
        return id_

    # ------------------------------------------------------------ the service
    def answer(self, request: Request) -> Answer:
        try:
            return self.cut_or(request, lambda: self._routed(request))
        except Refused as refused:
            return refused.answer

    def _routed(self, request: Request) -> Answer:
        steps = [step for step in request.path.removeprefix(self.home).split("/") if step]
        match (request.method, *steps):
            case (_, "communes", code, *rest):
                return self._commune(request, code, rest)
            case ("GET", "habilitations", id_):
                client = self._client(request)
                found = self.habilitations.get(id_)
                if found is None:
                    raise Refused(404, f"Habilitation {id_} not found")
                return _json(200, found | {"client": {"nom": client}})
            case (_, "revisions", id_, *rest):
                if not re.fullmatch(r"[0-9a-f]{24}", id_):
                    raise Refused(400, f"Revision Id {id_} is not ObjectId")
                if id_ not in self.revisions:
                    raise Refused(404, f"Revision {id_} not found")
                return self._revision(request, self.revisions[id_], rest)
        raise Refused(404, f"Cannot {request.method} {request.path}")

    def _commune(self, request: Request, code: str, rest: list[str]) -> Answer:
        if code not in self._communes:
            raise Refused(404, "Le code commune n’existe pas")
        match (request.method, *rest):
            case ("GET", "current-revision"):
                found = self.current(code)
                if found is None:
                    raise Refused(404, f"Aucune revision trouvé pour la commune {code}")
                return _json(200, self._expanded(found))
            case ("GET", "revisions"):
                wanted = request.params.get("status", "published")
                if wanted not in ("pending", "published", "all"):
                    raise Refused(400, "status must be one of the following values: pending, published, all")
                found = [one for one in self.revisions.values() if one["codeCommune"] == code]
                return _json(200, [one for one in found if wanted in ("all", one["status"])])
            case ("POST", "revisions"):
                client = self._client(request)
                body = json.loads(request.body or b"{}")
                if set(body) != {"context"} or not set(body["context"]) <= {"nomComplet", "organisation", "extras"}:
                    raise Refused(400, "context must be an object")
                return _json(201, self._expanded(self._create(code, client, body["context"])))
        raise Refused(404, f"Cannot {request.method} {request.path}")

    def _revision(self, request: Request, revision: dict[str, Any], rest: list[str]) -> Answer:  # noqa: C901
        if request.method == "GET":
            if not rest:
                return _json(200, self._expanded(revision))
            if rest == ["files", "bal", "download"]:
                if revision["id"] not in self.files:
                    raise Refused(404, f"Aucun fichier de type 'bal' associé à la révision {revision['id']}")
                return Answer(200, "text/csv", self.files[revision["id"]])
        client = self._client(request)
        if revision["clientId"] != client:
            raise Refused(403, "Vous n’êtes pas autorisé à accéder à cette révision")
        match (request.method, *rest):
            case ("PUT", "files", "bal"):
                return self._attach(request, revision)
            case ("POST", "compute"):
                _pending(revision)
                return _json(200, self._expanded(self._compute(revision)))
            case ("POST", "publish"):
                if revision["status"] != "pending" or not revision["isReady"]:
                    raise Refused(412, "La publication n’est pas possible")
                if self.take_fault("asleep", request) is not None:
                    return _json(200, self._expanded(revision))  # says yes, and does nothing
                self._publish(revision, json.loads(request.body or b"{}").get("habilitationId"))
                return _json(200, self._expanded(revision))
        raise Refused(404, f"Cannot {request.method} {request.path}")

    def _client(self, request: Request) -> str:
        words = request.headers.get("authorization", "").split(" ")
        if len(words) != 2 or words[1] not in self._clients:
            raise Refused(401, "Authentification refusée")
        client = self._clients[words[1]]
        if client in self._off:
            raise Refused(403, "Le client est actuellement désactivé")
        return client

    def _attach(self, request: Request, revision: dict[str, Any]) -> Answer:
        if not request.body:
            raise Refused(404, "Fichier non fourni.")
        if len(request.body) > 50_000_000:
            raise Refused(413, "request entity too large")
        told = request.headers.get("content-md5")
        if told and told != hashlib.md5(request.body).hexdigest():
            raise Refused(400, "La valeur de l’en-tête Content-MD5 ne correspond pas")
        if request.headers.get("content-encoding"):
            raise Refused(400, "Aucun encodage de contenue dans l’en-tête n’est accepté.")
        _pending(revision)
        if revision["id"] in self.files:
            raise Refused(412, "Fichier déjà attaché a la révision")
        lossy = self.take_fault("lossy", request) is not None
        self.files[revision["id"]] = request.body.rsplit(b"\r\n", 2)[0] + b"\r\n" if lossy else request.body
        return _json(200, self._files(revision)[0])

    def _create(self, code: str, client: str, context: Mapping[str, Any]) -> dict[str, Any]:
        id_ = _id(f"revision{len(self.revisions)}")
        self.revisions[id_] = {
            "id": id_, "codeCommune": code, "clientId": client, "context": dict(context), "status": "pending",
            "isReady": False, "isCurrent": False, "publishedAt": None, "validation": None, "habilitation": None,
        }  # fmt: skip
        return self.revisions[id_]

    def _compute(self, revision: dict[str, Any]) -> dict[str, Any]:
        if revision["id"] not in self.files:
            raise Refused(404, "Aucun fichier de type 'bal'")
        try:
            rows = list(csv.DictReader(io.StringIO(self.files[revision["id"]].decode("utf-8-sig")), delimiter=";"))
        except UnicodeDecodeError:
            revision.update(validation={"valid": False, "parseErrors": ["encoding"]}, isReady=False)
            return revision
        columns = set(rows[0]) if rows else set()
        errors = [f"{name}.missing_column" for name in _REQUIRED if name not in columns]
        if not columns & {"voie_nom", "toponyme"}:
            errors.append("voie_nom.missing_column")
        if any(row.get("commune_insee") != revision["codeCommune"] for row in rows):
            errors.append("commune_insee.valeur_inattendue")
        before = (self.current(revision["codeCommune"]) or {}).get("validation") or {"rowsCount": 0}
        less = before["rowsCount"] - len(rows)
        if less > before["rowsCount"] * 0.8:
            errors.append("rows.delete_too_many_addresses")
        warnings = ["rows.delete_many_addresses"] if less > before["rowsCount"] * 0.2 else []
        revision["validation"] = {"valid": not errors, "errors": errors, "warnings": warnings, "rowsCount": len(rows)}
        revision["isReady"] = not errors
        return revision

    def _publish(self, revision: dict[str, Any], habilitation: str | None) -> None:
        if revision["clientId"] in self._strict:
            if not habilitation:
                raise Refused(400, f"Le client {revision['clientId']} nécessite une habilitation pour publier")
            found = self.habilitations.get(habilitation, {})
            wanted = (revision["codeCommune"], revision["clientId"], "accepted")
            if (found.get("codeCommune"), found.get("clientId"), found.get("status")) != wanted:
                raise Refused(404, f"L’habilitation {habilitation} n’est pas valide")
        for other in self.revisions.values():
            if other["codeCommune"] == revision["codeCommune"]:
                other["isCurrent"] = False
                other["isReady"] = False if other["status"] == "pending" else other["isReady"]
        revision.update(isCurrent=True, isReady=None, status="published", publishedAt="2026-11-22T08:00:00.000Z")

    def _expanded(self, revision: Mapping[str, Any]) -> dict[str, Any]:
        return {**revision, "client": {"nom": revision["clientId"]}, "files": self._files(revision)}

    def _files(self, revision: Mapping[str, Any]) -> list[dict[str, Any] | None]:
        content = self.files.get(revision["id"])
        if content is None:
            return [None]  # TypeORM's findOne: null
        return [{"type": "bal", "size": len(content), "hash": hashlib.sha256(content).hexdigest()}]


def _pending(revision: Mapping[str, Any]) -> None:
    if revision["status"] != "pending":
        raise Refused(412, "La révision n’est plus modifiable")


def _id(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:24]


def _json(status: int, content: object) -> Answer:
    return Answer(status, "application/json; charset=utf-8", json.dumps(content).encode())
