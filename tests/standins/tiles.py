"""A stand-in of the tile services of the Géoplateforme: styles, and what lies behind a key."""

from __future__ import annotations

import json

from tests.standins.stage import Answer, Request, StandIn

KEY = "clef-inventee-1234"
STYLE = {
    "version": 8,
    "sources": {"plan_ign": {"type": "vector"}},
    "layers": [
        {"id": "eau", "type": "fill", "source": "plan_ign", "source-layer": "hydro", "paint": {"fill-color": "#0000ff"}}
    ],
}


class Tiles(StandIn):
    """Styles and tiles; what lies under /private wants the header X-Key, as the Géoplateforme does (401, HTML)."""

    home = ""

    def answer(self, request: Request) -> Answer:
        if request.path.startswith("/private") and request.headers.get("x-key") != KEY:
            return Answer(401, "text/html", b"<html>Unauthorized</html>")
        if request.path.endswith(".json"):
            return Answer(200, "application/json", json.dumps(STYLE).encode())
        return Answer(404, "text/plain", b"no such tile")
