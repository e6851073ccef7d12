"""The report of a clip (JSON) as a page that a person reads."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication

from ..catalogue import CutMode
from ..errors import DataTerritoiresError
from ..i18n import tr
from ..paths import cache_folder
from .entry_words import cut_label
from .words import area, number, seconds

if TYPE_CHECKING:
    from pathlib import Path

_STYLE = (
    "body{font:15px/1.45 sans-serif;max-width:75em;margin:2em auto;padding:0 1em}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{text-align:left;vertical-align:top;padding:.35em .6em;border-bottom:1px solid #bbb}"
    "td.n{text-align:right;white-space:nowrap}caption{text-align:left;font-weight:bold;padding:.5em 0}"
)


def report_page(report: Path) -> Path:
    """Writes the page of a report in the cache and gives its path. DataTerritoiresError where it can't be read."""
    try:
        document = json.loads(report.read_text(encoding="utf-8"))
        page = cache_folder("reports") / f"{report.stem}.html"
        page.write_text(_page(document), encoding="utf-8")
    except (OSError, ValueError) as error:
        raise DataTerritoiresError(
            tr("The report can't be read."),
            detail=str(error),
            hint=tr("Was it moved? It is written beside the GeoPackage."),
        ) from error
    return page


def features_written(report: Path) -> dict[str, int]:
    """Entry → features in the result, of the layers done; nothing where the report can't be read."""
    try:
        layers = json.loads(report.read_text(encoding="utf-8"))["layers"]
        return {layer["entry"]: int(layer["written"]) for layer in layers if layer["status"] in ("done", "kept")}
    except (OSError, ValueError, KeyError):
        return {}


@dataclass(frozen=True)
class Told:
    """How a layer was read: the way chosen and why, whether there was a choice; and what the report says of it."""

    why: str
    chosen: bool
    message: str


def told_of_layers(report: Path) -> dict[str, Told]:
    """Entry → how it was read; nothing where the report can't be read."""
    try:
        layers = json.loads(report.read_text(encoding="utf-8"))["layers"]
        return {
            layer["entry"]: Told(str(layer["why"]), bool(layer.get("choice")), str(layer.get("message", "")))
            for layer in layers
        }
    except (OSError, ValueError, KeyError):
        return {}


def _page(document: dict[str, Any]) -> str:
    title = tr("Clip of {name}").format(name=document.get("name", ""))
    facts = [
        document.get("territory", ""), area(document.get("area", 0)), document.get("crs", ""),
        document.get("edition", ""),
        tr("buffer of {metres} m").format(metres=number(document["buffer"])) if document.get("buffer") else "",
        tr("made on {date}").format(date=str(document.get("made", ""))[:10]), seconds(document.get("seconds", 0)),
    ]  # fmt: skip
    headings = [tr("Layer"), tr("Features"), tr("Cut"), tr("Edition"), tr("Licence and mention"), tr("What came of it")]
    rows = "".join(_row(layer) for layer in document.get("layers", []))
    warnings = "".join(f"<li>{escape(str(each))}</li>" for each in document.get("warnings", []))
    return (
        f"<!DOCTYPE html><html lang='{QgsApplication.locale()[:2]}'><head><meta charset='utf-8'>"
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>"
        f"<h1>{escape(title)}</h1><p>{escape(' · '.join(str(fact) for fact in facts if fact))}</p>"
        f"<table><caption>{escape(tr('Layers'))}</caption><thead><tr>"
        + "".join(f"<th scope='col'>{escape(heading)}</th>" for heading in headings)
        + f"</tr></thead><tbody>{rows}</tbody></table>"
        + (f"<h2>{escape(tr('Warnings'))}</h2><ul>{warnings}</ul>" if warnings else "")
        + "</body></html>"
    )


def _row(layer: dict[str, Any]) -> str:
    written, announced = layer.get("written") or 0, layer.get("announced")
    count = (
        number(written)
        if announced in (None, written)
        else tr("{written} ({announced} announced around)").format(written=number(written), announced=number(announced))
    )
    state = {
        "done": tr("clipped"),
        "kept": tr("last good answer"),
        "failed": tr("failed"),
        "background": tr("background, added to the project"),
    }.get(layer.get("status", ""), "")
    outcome = " – ".join(part for part in (state, str(layer.get("message", "")), str(layer.get("why", ""))) if part)
    cells = [
        str(layer.get("title", "")),
        "",
        _cut(layer.get("cut", "")),
        str(layer.get("edition") or "–"),
        str(layer.get("attribution", "")),
        outcome,
    ]
    licence = str(layer.get("licence", ""))
    html = [f"<td>{escape(cell)}</td>" for cell in cells]
    html[0] = f"<th scope='row'>{escape(cells[0])}</th>"
    html[1] = f"<td class='n'>{escape(count)}</td>"
    html[4] = f"<td>{escape(licence)}<br>{escape(cells[4])}</td>"
    return f"<tr>{''.join(html)}</tr>"


def _cut(mode: str) -> str:
    return cut_label(CutMode(mode)) if mode in {each.value for each in CutMode} else ""
