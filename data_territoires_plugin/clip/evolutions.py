"""The GeoPackage of the changes: a styled layer per entry and kind, and a table of all the values that have changed."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from ..geopackage import connect, quoted, sql, types_of
from ..i18n import tr
from ..sources import Column
from .merge import merge
from .table import TABLE, add_spatial_index, create_table

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from ..catalogue.entry import Entry
    from ..geopackage import Table
    from .changes import Sides

CHANGES = "dt_changes"
_COLUMNS = (
    Column("entry"), Column("kind"), Column("key"), Column("field"), Column("before"), Column("after"),
    Column("metres", "REAL"), Column("x", "REAL"), Column("y", "REAL"),
)  # fmt: skip
_MORE = {
    "attributes": (Column("dt_fields"), Column("dt_detail")),
    "geometry": (Column("dt_metres", "REAL"),),
    "kept": (Column("dt_fields"), Column("dt_detail")),
}
COLOURS = {"added": "#1a9850", "removed": "#d73027", "attributes": "#4575b4", "geometry": "#f46d43", "kept": "#7b3294"}
_SELECTED = {
    "added": "dt_added WHERE 1",
    "removed": "dt_removed WHERE NOT kept",
    "attributes": "dt_changed WHERE attributes AND NOT kept",
    "geometry": "dt_changed WHERE geometry AND NOT kept",
    "kept": "dt_changed WHERE kept",
}


@dataclass(frozen=True)
class Told:
    """A layer of the changes: which kind, how many features."""

    table: str
    kind: str
    count: int


def titles() -> dict[str, str]:
    """What each kind of change is called."""
    return {
        "added": tr("Added"),
        "removed": tr("Removed"),
        "attributes": tr("Modified in attributes"),
        "geometry": tr("Modified in geometry"),
        "kept": tr("Kept as you left them"),
    }


class Evolutions:
    """Written layer by layer while the comparison of each stands in the temporary tables of its connection."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._told: list[tuple[Told, bool]] = []
        path.unlink(missing_ok=True)
        create_table(path, CHANGES, TABLE, QgsCoordinateReferenceSystem(), "fid", _COLUMNS)

    def add(
        self, connection: sqlite3.Connection, entry: Entry, sides: Sides, crs: QgsCoordinateReferenceSystem
    ) -> None:
        """Adds the layers of an entry. Outside any transaction of `connection`."""
        for kind, chosen in _SELECTED.items():
            count = connection.execute(f"{_COUNT}{chosen}").fetchone()[0]
            if count:
                told = Told(f"{entry.id}_{kind}", kind, count)
                self._write(connection, told, sides, crs)
                self._list(connection, entry, kind, sides)
                title = f"{entry.title} : {titles()[kind]} ({told.table})"
                self._merge(told, title)
                self._told.append((told, bool(sides.new.geometry)))

    @property
    def _part(self) -> Path:
        return self.path.with_name("change.gpkg")

    def _write(
        self, connection: sqlite3.Connection, told: Told, sides: Sides, crs: QgsCoordinateReferenceSystem
    ) -> None:
        """The features of a kind, in a GeoPackage of their own."""
        state = _State.of(told.kind, sides)
        types, table = types_of(connection, state.schema, state.table.name), state.table
        more = _MORE.get(told.kind, ())
        columns = [*(Column(name, types[name]) for name in table.columns), *more]
        create_table(self._part, told.table, table.wkb_type if table.geometry else TABLE, crs, "dt_id", columns)
        shape = ["geom"] if table.geometry else []
        names = [*table.columns, *shape, *(column.name for column in more)]
        values = ["t." + quoted(name) for name in (*table.columns, *([table.geometry] if table.geometry else []))]
        head = sql("INSERT INTO change.{table} ({names}) SELECT ", table=told.table, names=names)
        with _attached(connection, self._part):
            connection.execute(head + ", ".join([*values, *_details(told.kind)]) + state.rows(told.kind))
            if shape:
                box = sql(
                    "UPDATE change.gpkg_contents SET (min_x, min_y, max_x, max_y) = (SELECT min(ST_MinX(geom)),"
                    " min(ST_MinY(geom)), max(ST_MaxX(geom)), max(ST_MaxY(geom)) FROM change.{table})"
                    " WHERE table_name = ?",
                    table=told.table,
                )
                connection.execute(box, (told.table,))
        if shape:
            add_spatial_index(self._part, told.table, "geom")

    def _list(self, connection: sqlite3.Connection, entry: Entry, kind: str, sides: Sides) -> None:
        """One row per feature added, removed or moved, one per value changed."""
        state = _State.of(kind, sides)
        shape = "t." + quoted(state.table.geometry) if state.table.geometry else "NULL"
        box = [f"{name}({shape})" for name in ("ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY")]
        width, height = f"({box[1]} - {box[0]})", f"({box[3]} - {box[2]})"
        size = "c.metres" if kind == "geometry" else f"sqrt({width} * {width} + {height} * {height})"
        values = kind in ("attributes", "kept")
        key = sql("t.{key}", key=sides.key or state.table.key)
        columns = [
            "?", "?", f"CAST({key} AS TEXT)", *(["f.field", "f.before", "f.after"] if values else ["NULL"] * 3),
            "NULL" if values else size, f"({box[0]} + {box[1]}) / 2", f"({box[2]} + {box[3]}) / 2",
        ]  # fmt: skip
        names = [column.name for column in _COLUMNS]
        head = sql("INSERT INTO change.{table} ({names}) SELECT ", table=CHANGES, names=names)
        fields = " JOIN temp.dt_field f ON f.old = c.old" if values else ""
        with _attached(connection, self.path):
            connection.execute(head + ", ".join(columns) + state.rows(kind, fields), (entry.id, kind))

    def _merge(self, told: Told, title: str) -> None:
        result = connect(self.path)
        try:
            merge(result, self._part, told.table)
            result.execute("UPDATE gpkg_contents SET identifier = ? WHERE table_name = ?", (title, told.table))
        finally:
            result.close()
        self._part.unlink()

    def close(self) -> tuple[Told, ...]:
        """Styles the layers; gives back what there is."""
        for told, has_geometry in self._told:
            if has_geometry:
                _style(self.path, told)
        return tuple(told for told, _ in self._told)


@dataclass(frozen=True)
class _State:
    """Which state of the features a kind of change shows: as they were, or as they are now at the source."""

    table: Table
    schema: str
    row: str

    @classmethod
    def of(cls, kind: str, sides: Sides) -> _State:
        return cls(sides.old, "main", "old") if kind == "removed" else cls(sides.new, "new", "new")

    def rows(self, kind: str, more: str = "") -> str:
        """FROM …: the features of a kind."""
        chosen, _, condition = _SELECTED[kind].partition(" WHERE ")
        source = sql(
            " FROM temp.{chosen} c JOIN {schema}.{table} t ON t.{key} = c.{row}",
            chosen=chosen, schema=self.schema, table=self.table.name, key=self.table.key, row=self.row,
        )  # fmt: skip
        return f"{source}{more} WHERE {condition}"


@contextmanager
def _attached(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    connection.execute("ATTACH ? AS change", (f"{path.resolve().as_uri()}?mode=rw",))
    try:
        yield
    finally:
        connection.execute("DETACH change")


_COUNT = sql("SELECT count(*) FROM temp.")


def _details(kind: str) -> list[str]:
    """The values of the columns of `_MORE`."""
    if kind == "geometry":
        return ["c.metres"]
    if kind not in _MORE:
        return []
    shown = "f.field || ' : ' || coalesce(f.before, '∅') || ' → ' || coalesce(f.after, '∅')"
    source = sql(" FROM temp.{fields} f WHERE f.old = c.old)", fields="dt_field")
    return [f"(SELECT group_concat({what}){source}" for what in ("f.field, ', '", f"{shown}, ' ; '")]


def _style(path: Path, told: Told) -> None:
    """One colour per kind, as the default style of the layer."""
    layer = QgsVectorLayer(f"{path}|layername={told.table}", told.table, "ogr")
    colour = COLOURS[told.kind]
    if layer.geometryType() == Qgis.GeometryType.Point:
        circle = {"name": "circle", "color": colour, "outline_color": "#ffffff", "size": "2.4"}
        symbol = QgsMarkerSymbol.createSimple(circle)
    elif layer.geometryType() == Qgis.GeometryType.Line:
        symbol = QgsLineSymbol.createSimple({"line_color": colour, "line_width": "0.8"})
    else:
        fill = {"color": colour, "style": "b_diagonal", "outline_color": colour, "outline_width": "0.6"}
        symbol = QgsFillSymbol.createSimple(fill)
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    save = getattr(layer, "saveStyleToDatabaseV2", None) or layer.saveStyleToDatabase  # its name before QGIS 3.42
    save(told.kind, titles()[told.kind], True, "")
