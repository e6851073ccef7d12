"""The rows of the COG for the invented territories, with the columns of the shipped tables."""

from __future__ import annotations

from data_territoires_plugin.territory.names import search_key

from . import plan

HEADER = ["kind", "code", "name", "search", "postcodes", "departements", "regions", "epci", "parent", "population"]


def table() -> str:
    """The text of `cog.tsv`."""
    populations = {code: sum(c.population for c in plan.COMMUNES if c.epci == code) for code in plan.EPCI}
    everybody = str(sum(populations.values()))
    rows = [
        HEADER,
        _row("region", "00", plan.REGION, population=everybody),
        _row("departement", "00", plan.DEPARTEMENT, population=everybody),
    ]
    rows += [
        _row("epci", code, name.replace("Communauté de communes", "CC"), population=str(populations[code]))
        for code, name in plan.EPCI.items()
    ]
    rows += [
        _row("commune", commune.code, commune.name, commune.postcode, commune.epci, population=str(commune.population))
        for commune in plan.COMMUNES
    ]
    rows.append(_row("commune_deleguee", plan.DELEGATED_CODE, plan.DELEGATED_NAME, "", "000000001", "00006"))
    return "".join("\t".join(row) + "\n" for row in rows)


def _row(
    kind: str, code: str, name: str, postcodes: str = "", epci: str = "", parent: str = "", population: str = ""
) -> list[str]:
    return [kind, code, name, search_key(name), postcodes, "00", "00", epci, parent, population]
