"""A stand-in of INSEE's API Métadonnées, its geographical part: the bassins de vie of 2022 and their communes.

Contract: the tests of the program behind it (InseeFr/Magma, 2025). JSON where it is asked for, else XML; 404 with an
empty body for a code that isn't one; a type of descendants that doesn't exist is refused.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.standins.stage import Answer, Request, StandIn

if TYPE_CHECKING:
    from collections.abc import Mapping

_TYPES = ("Arrondissement", "ArrondissementMunicipal", "Commune", "CommuneAssociee", "CommuneDeleguee", "Departement")


class Insee(StandIn):
    """The API. `areas`: code → name, and the communes (code → name) of a bassin de vie."""

    home = "/metadonnees"

    def __init__(self, areas: Mapping[str, tuple[str, Mapping[str, str]]], **speed: Any) -> None:
        self._areas = dict(areas)
        super().__init__(**speed)

    def answer(self, request: Request) -> Answer:
        """One request."""
        if request.method != "GET":
            return Answer(405, "text/plain", b"")
        match request.path.removeprefix(f"{self.home}/geo/").split("/"):
            case ["bassinsDeVie2022"]:
                found: object = [_written(code, name, "BassinDeVie2022") for code, (name, _) in self._areas.items()]
            case ["bassinDeVie2022", code] if code in self._areas:
                found = _written(code, self._areas[code][0], "BassinDeVie2022")
            case ["bassinDeVie2022", code, "descendants"] if code in self._areas:
                kind = request.params.get("type", "Commune")
                if kind not in _TYPES:
                    return Answer(400, "application/json", b'{"status":400}')
                members = self._areas[code][1] if kind == "Commune" else {}
                found = [_written(commune, name, "Commune") for commune, name in members.items()]
            case _:
                return Answer(404, "application/json", b"")
        if "json" not in request.headers.get("accept", ""):
            return Answer(200, "application/xml", b"<Territoires/>")
        return Answer(200, "application/json", json.dumps(found, ensure_ascii=False).encode())


def _written(code: str, name: str, kind: str) -> dict[str, str]:
    return {
        "code": code,
        "uri": f"http://id.insee.fr/geo/{kind}/{code}",
        "type": kind,
        "dateCreation": "2022-01-01",
        "intituleSansArticle": name,
        "typeArticle": "0",
        "intitule": name,
    }
