"""The movements of the communes since 1943: which commune became which, and when.

From 1943 to the COG of 2019: the history that version 0.7.0 of the package makes of the movements of INSEE, dated to
the day. It doesn't say from which communes a new one was carved ("creation", 72 of them, the last in 1993), and of the
6 communes shared between their neighbours ("suppression") the package names but one heir.
From 2019 to 2026, no package holds the movements: they are read from the difference between two yearly lists (codes
that disappear and appear, delegated and associated communes, former codes) and dated 1 January of the second.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .package import Edition

COLUMNS = ("date", "type", "before", "after", "parts")
Link = tuple[str, str, str]  # date, commune before, commune after
Parts = dict[Link, set[str]]  # of a split: the former communes that follow this way


def movements(history: list[dict[str, Any]], editions: list[Edition]) -> list[list[str]]:
    """The lines of the table, by date."""
    links, parts, others = _of_history(history, editions[-1])
    for before, after in pairwise(editions):
        later, their_parts = _between(before, after, editions)
        links |= later
        parts |= their_parts
    return sorted([*others, *_lines(links, parts)])


# ---------------------------------------------------------------- from the history
def _of_history(history: list[dict[str, Any]], now: Edition) -> tuple[set[Link], Parts, list[list[str]]]:
    states = {state["id"]: state for state in history}
    links: set[Link] = set()
    parts: Parts = defaultdict(set)
    for state in history:
        if "dateFin" not in state or "successeur" not in state:
            continue
        date, before = state["dateFin"], _commune(state, states)["code"]
        after = _commune(states[state["successeur"]], states)["code"]
        links.add((date, before, after))
        parts[date, before, after].add(state["code"])
    others = [[one["dateDebut"], "creation", "", one["code"], ""] for one in history if _is_created(one)]
    for state in history:
        if state.get("raisonFin") == "suppression":
            heirs = [code for code, place in now.actual.items() if state["code"] in place.get("anciensCodes", ())]
            others += [[state["dateFin"], "suppression", state["code"], heir, ""] for heir in heirs]
    return links, parts, others


def _commune(state: dict[str, Any], states: dict[str, dict[str, Any]]) -> dict[str, Any]:
    while state["type"] != "COM":
        state = states[state["pole"]]
    return state


def _is_created(state: dict[str, Any]) -> bool:
    return state["type"] == "COM" and state.get("raisonDebut") == "création"


# ---------------------------------------------------------------- from the yearly lists
def _between(before: Edition, after: Edition, editions: list[Edition]) -> tuple[set[Link], Parts]:
    date = f"{after.year}-01-01"
    old, new, old_parts = before.actual, after.actual, before.parts
    links = {(date, code, _heir(code, after, editions)) for code in old.keys() - new.keys()}
    for code in new.keys() - old.keys():
        donor = old_parts.get(code)
        if donor in old:
            links |= {(date, donor, code)} | ({(date, donor, donor)} if donor in new else set())
        elif not any(link[2] == code for link in links):
            raise SystemExit(f"the commune {code} of {after.year} comes from nowhere: see the movements of INSEE.")
    links |= {(date, heir, heir) for _date, _code, heir in links if heir in old and heir in new}
    parts: Parts = defaultdict(set)
    for part, commune in old_parts.items():
        parts[date, commune, part if part in new else after.parts.get(part, commune)].add(part)
    return links, parts


def _heir(code: str, after: Edition, editions: list[Edition]) -> str:
    """The commune of an edition that holds a commune of the one before."""
    later = [edition for edition in editions if edition.year >= after.year]
    for edition in later:
        if heir := edition.parts.get(code):
            return heir
        heirs = [one["code"] for one in edition.actual.values() if code in one.get("anciensCodes", ())]
        if len(heirs) == 1:
            return str(heirs[0])
    raise SystemExit(f"the commune {code} is no more in {after.year}, and nothing says where it went.")


# ---------------------------------------------------------------- as lines
def _lines(links: set[Link], parts: Parts) -> Iterable[list[str]]:
    ways, sources = defaultdict(set), defaultdict(set)
    for date, before, after in links:
        ways[date, before].add(after)
        sources[date, after].add(before)
    for date, before, after in sorted(links):
        if len(ways[date, before]) > 1:
            yield [date, "split", before, after, ",".join(sorted(parts[date, before, after] - {after}))]
        elif len(sources[date, after]) > 1:
            yield [date, "merger", before, after, ""]
        elif before != after:
            yield [date, "code", before, after, ""]
