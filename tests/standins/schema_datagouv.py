"""A stand-in of schema.data.gouv.fr: its list of schemas, in one file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.standins.stage import Answer, Request, StandIn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class SchemaDatagouv(StandIn):
    """The site. `schemas`: name, title and what else its list says of each."""

    home = ""

    def __init__(self, schemas: Iterable[Mapping[str, Any]], **speed: Any) -> None:
        usual = {
            "description": "", "schema_type": "tableschema", "contact": None, "examples": [], "labels": [],
            "consolidation_dataset_id": None, "versions": [], "homepage": None,
        }  # fmt: skip
        self._schemas = [{**usual, **each} for each in schemas]
        super().__init__(**speed)

    def answer(self, request: Request) -> Answer:
        if request.path != "/schemas/schemas.json" or request.params:
            return Answer(404, "text/html", b"<html><body>404</body></html>")
        content = {"$schema": "https://opendataschema.frama.io/catalog/schema-catalog.json", "version": 1}
        body = json.dumps({**content, "schemas": self._schemas}).encode()
        return Answer(200, "application/json", body)
