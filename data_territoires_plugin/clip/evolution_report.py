"""What a refresh has changed, told twice: JSON for programs, a page to read and to print for people."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Any

from ..geopackage import connect, sql
from ..i18n import tr
from ..paths import write_whole
from .evolutions import CHANGES, COLOURS, titles

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from ..territory.perimeter import Perimeter
    from .refresh import LayerRefresh
    from .renewal import Finding

_LARGEST = 10
_DOTS = 4000  # on the map
_WIDTH = 640.0  # of the map, in pixels
_STYLE = (
    "body{font:15px/1.45 sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#222}"
    "table{border-collapse:collapse;width:100%;margin:.6em 0 1.6em}"
    "th,td{border-bottom:1px solid #ccc;padding:.3em .5em;text-align:left;vertical-align:top}"
    "td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}svg{border:1px solid #ccc;max-width:100%}"
    ".key{display:inline-block;width:.8em;height:.8em;border-radius:50%;margin:0 .3em 0 1em}"
)


def write_reports(
    output: Path, changes: Path, perimeter: Perimeter, layers: Sequence[LayerRefresh], document: dict[str, Any]
) -> tuple[Path, Path]:
    """Writes both beside the result, each whole or not at all; gives back JSON, HTML. OSError."""
    report = output.with_name(f"{output.stem}_evolutions.json")
    page = output.with_name(f"{output.stem}_evolutions.html")
    told = {layer.known.entry: layer_document(layer) for layer in layers}
    rows = [{**row, **told.get(row["entry"], {})} for row in document["layers"]]
    text = json.dumps({**document, "layers": rows}, ensure_ascii=False, indent=1)
    for path, content in ((report, text), (page, html(output, changes, perimeter, layers))):
        write_whole(path, content)
    return report, page


def layer_document(layer: LayerRefresh) -> dict[str, Any]:
    """What the refresh says of a layer, beside what its recipe says."""
    changes, kept = layer.changes, layer.kept
    return {
        "outcome": layer.outcome.value,
        "checked": layer.reason,
        "read_again": layer.read,
        "added": changes.added,
        "removed": changes.removed,
        "modified": changes.modified,
        "modified_attributes": changes.attributes,
        "modified_geometry": changes.geometry,
        "fields": changes.fields,
        "local_rows": kept.rows,
        "local_columns": list(kept.columns),
        "findings": [
            {"kind": finding.kind.value, "message": finding.message, "count": finding.count, "keys": list(finding.keys)}
            for finding in findings_of(layer)
        ],
    }


def findings_of(layer: LayerRefresh) -> list[Finding]:
    """The findings of a layer, those of a table that could not be brought up to date included."""
    return layer.kept.findings or list(layer.structure)


def outcomes() -> dict[str, str]:
    """What became of a layer, in words."""
    return {
        "unchanged": tr("unchanged"),
        "changed": tr("brought up to date"),
        "new": tr("new in the file"),
        "kept": tr("kept as it was"),
        "failed": tr("could not be checked, kept as it was"),
    }


# ------------------------------------------------------------------------------------------------ the page
def html(output: Path, changes: Path, perimeter: Perimeter, layers: Sequence[LayerRefresh]) -> str:
    """The page: counts, map, the ten largest changes, what to look at. Nothing of it comes from elsewhere."""
    title = tr("Changes in {name}").format(name=perimeter.name)
    totals = [sum(getattr(layer.changes, name) for layer in layers) for name in ("added", "removed", "modified")]
    said = tr("Features added: {added}, removed: {removed}, modified: {modified}.").format(
        added=_figure(totals[0]), removed=_figure(totals[1]), modified=_figure(totals[2])
    )
    connection = connect(changes, read_only=True)
    try:
        drawn = _map(perimeter, connection.execute(_dots(), (_DOTS,)).fetchall())
        largest = connection.execute(_largest(), (_LARGEST,)).fetchall()
    finally:
        connection.close()
    parts = [
        f"<h1>{escape(title)}</h1>",
        f"<p>{escape(output.name)} — {escape(said)}</p>",
        _counts(layers),
        drawn,
        _ten(largest, {layer.known.entry: layer.title for layer in layers}),
        _findings(layers),
    ]
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style>'
    return f"<!DOCTYPE html>\n<html><head>{head}</head><body>\n" + "\n".join(parts) + "\n</body></html>\n"


def _dots() -> str:
    return sql("SELECT kind, x, y FROM {table} WHERE x IS NOT NULL GROUP BY entry, kind, key LIMIT ?", table=CHANGES)


def _largest() -> str:
    return sql(
        "SELECT kind, entry, key, metres FROM {table} WHERE metres > 0 AND kind <> 'kept' ORDER BY metres DESC LIMIT ?",
        table=CHANGES,
    )


def _counts(layers: Iterable[LayerRefresh]) -> str:
    words = outcomes()
    rows = [
        [
            layer.title,
            f"{words[layer.outcome.value]} ({layer.reason})" if layer.reason else words[layer.outcome.value],
            *map(_figure, (layer.changes.added, layer.changes.removed, layer.changes.modified)),
            ", ".join(f"{name} ({_figure(count)})" for name, count in layer.changes.fields.items()),
        ]
        for layer in layers
    ]
    names = [tr("Layer"), tr("Outcome"), tr("Added"), tr("Removed"), tr("Modified"), tr("Fields modified")]
    return _table(names, rows, (2, 3, 4))


def _ten(largest: Sequence[tuple[str, str, str, float]], names: dict[str, str]) -> str:
    if not largest:
        return ""
    words = titles()
    rows = [
        [words[kind], names.get(entry, entry), key, f"{metres:,.1f}".replace(",", " ").replace(".", ",")]
        for kind, entry, key, metres in largest
    ]
    heading = tr("The ten largest changes")
    note = tr("Width of what was added or removed, distance of what has moved, in metres.")
    columns = [tr("Change"), tr("Layer"), tr("Identifier"), tr("Metres")]
    return f"<h2>{escape(heading)}</h2><p>{escape(note)}</p>" + _table(columns, rows, (3,))


def _findings(layers: Iterable[LayerRefresh]) -> str:
    rows = []
    for layer in layers:
        rows += [[layer.title, finding.message, _figure(finding.count)] for finding in findings_of(layer)]
        kept = layer.kept
        if kept.rows:
            rows.append([layer.title, tr("Rows of yours, kept."), _figure(kept.rows)])
        if kept.columns:
            columns = tr("Columns of yours, kept: {names}.").format(names=", ".join(kept.columns))
            rows.append([layer.title, columns, _figure(len(kept.columns))])
    if not rows:
        return ""
    heading = tr("To look at")
    return f"<h2>{escape(heading)}</h2>" + _table([tr("Layer"), tr("What"), tr("Number")], rows, (2,))


def _table(names: Sequence[str], rows: Iterable[Sequence[str]], figures: Sequence[int]) -> str:
    def line(cells: Sequence[str], tag: str) -> str:
        marks = [' class="n"' if number in figures else "" for number in range(len(cells))]
        cells = [f"<{tag}{mark}>{escape(cell)}</{tag}>" for mark, cell in zip(marks, cells, strict=True)]
        return "<tr>" + "".join(cells) + "</tr>"

    return "<table>" + line(names, "th") + "".join(line(row, "td") for row in rows) + "</table>"


def _figure(number: int) -> str:
    return f"{number:,}".replace(",", " ")


def _map(perimeter: Perimeter, dots: Sequence[tuple[str, float, float]]) -> str:
    """The contour and a dot per change, drawn in SVG: the page needs nothing else."""
    box = perimeter.geometry.boundingBox().buffered(0.02 * max(perimeter.geometry.boundingBox().width(), 1e-9))
    scale = _WIDTH / max(box.width(), box.height())
    width, height = box.width() * scale, box.height() * scale

    def at(x: float, y: float) -> str:
        return f"{(x - box.xMinimum()) * scale:.1f},{(box.yMaximum() - y) * scale:.1f}"

    shape = perimeter.geometry.simplify(1 / scale)
    shape.convertToMultiType()
    rings = [ring for polygon in shape.asMultiPolygon() for ring in polygon]
    paths = "".join("M" + "L".join(at(point.x(), point.y()) for point in ring) + "Z" for ring in rings)
    circles = []
    for kind, x, y in dots:
        left, _, top = at(x, y).partition(",")
        circles.append(f'<circle cx="{left}" cy="{top}" r="3" fill="{COLOURS[kind]}" fill-opacity="0.7"/>')
    words = titles()
    keys = "".join(
        f'<span class="key" style="background:{COLOURS[kind]}"></span>{escape(words[kind])}'
        for kind in dict.fromkeys(kind for kind, _, _ in dots)
    )
    drawing = f'<path d="{paths}" fill="#f4f1ea" stroke="#777" fill-rule="evenodd"/>{"".join(circles)}'
    size = f'width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {width:.1f} {height:.1f}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{drawing}</svg><p>{keys}</p>'
