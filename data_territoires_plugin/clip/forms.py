"""What a lot is delivered as: a GeoPackage per territory, or what is made of these one after the other."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Protocol

from osgeo import gdal

from ..errors import OutputError
from ..geopackage import attach, connect, layer_names, quoted, scalar, sql
from ..i18n import tr
from ..paths import draft_of
from .changes import register
from .merge import merge
from .output import put_in_place
from .recipe import TABLE as RECIPE
from .state import STATE
from .table import fast

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

PLACE = "dt_territoire"  # the column that names the territory of a row
ONE = "territoires.gpkg"
FILES = {"fgb": ("FlatGeobuf", ".fgb"), "parquet": ("Parquet", ".parquet")}
FORMS = ("gpkg", "one", "fgb", "parquet", "postgis")


class Form(Protocol):
    """Takes the GeoPackage of each territory, and makes of it what is delivered. Raises OutputError."""

    def has(self, name: str) -> bool:
        """Whether a territory is there already."""
        ...

    def take(self, name: str, made: Path) -> Path:
        """Delivers a territory; gives back where. `made` is used up, unless it is what is delivered."""
        ...

    def close(self) -> None:
        """All of them have come."""
        ...


class OneEach:
    """A GeoPackage per territory: what the clip makes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def has(self, name: str) -> bool:
        return (self._folder / f"{name}.gpkg").is_file()

    def take(self, _name: str, made: Path) -> Path:
        return made

    def close(self) -> None:
        return


class Together:
    """One GeoPackage of all: each row says its territory. A feature kept whole is there once for each that it meets."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / ONE
        self._draft = draft_of(self._path)

    def has(self, _name: str) -> bool:
        return False  # one file: all of it is made anew

    def take(self, name: str, made: Path) -> Path:
        first = not self._draft.exists()
        if first:
            shutil.copyfile(made, self._draft)
        connection = connect(self._draft)
        try:
            fast(connection)
            register(connection)
            if first:
                self._begin(connection)
            else:
                attach(connection, made, "other")
            connection.execute("BEGIN")
            for table in tables_of(connection, "main"):
                if first:
                    statement = sql("UPDATE main.{table} SET {place} = ?", table=table, place=PLACE)
                    connection.execute(statement, (name,))
                elif table in tables_of(connection, "other"):
                    _append(connection, table, name)
            connection.execute("COMMIT")
            if not first:
                connection.execute("DETACH other")
                for table in _missing(connection, made):
                    _bring(connection, made, table, name)
        finally:
            connection.close()
        drop_made(made)
        return self._path

    @staticmethod
    def _begin(connection: sqlite3.Connection) -> None:
        """What tells of one territory alone is left out: the recipe, and what its rows said."""
        for table in (RECIPE, STATE):
            connection.execute(sql("DROP TABLE IF EXISTS main.{table}", table=table))
        connection.execute("DELETE FROM main.gpkg_contents WHERE table_name = ?", (RECIPE,))
        for table in tables_of(connection, "main"):
            connection.execute(sql("ALTER TABLE main.{table} ADD COLUMN {place} TEXT", table=table, place=PLACE))

    def close(self) -> None:
        if not self._draft.exists():
            return
        connection = connect(self._draft)
        try:
            for table in tables_of(connection, "main"):
                _describe(connection, table)
        finally:
            connection.close()
        put_in_place(self._draft, self._path)


class Files:
    """A folder per territory, a file per layer, in a format of GDAL."""

    def __init__(self, folder: Path, form: str) -> None:
        self._folder = folder
        self._driver, self._suffix = FILES[form]
        if gdal.GetDriverByName(self._driver) is None:
            raise OutputError(
                tr("The GDAL of this QGIS does not write {format}.").format(format=self._driver),
                hint=tr("Choose another form: GeoPackage is always there."),
            )

    def has(self, name: str) -> bool:
        return (self._folder / name).is_dir()

    def take(self, name: str, made: Path) -> Path:
        target, draft = self._folder / name, self._folder / f".{name}.draft"
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir()
        connection = connect(made, read_only=True)
        try:
            tables = tables_of(connection, "main")
        finally:
            connection.close()
        try:
            for table in tables:
                options = gdal.VectorTranslateOptions(format=self._driver, layers=[table], layerName=table)
                translated(str(draft / f"{table}{self._suffix}"), made, options)
            shutil.rmtree(target, ignore_errors=True)
            draft.replace(target)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
        drop_made(made)
        return target

    def close(self) -> None:
        return


def translated(target: str, made: Path, options: gdal.GDALVectorTranslateOptions) -> None:
    """GDAL's own copy of a table; OutputError where it fails."""
    with gdal.ExceptionMgr(useExceptions=True):
        try:
            written = gdal.VectorTranslate(target, str(made), options=options)
            if written is None:
                raise RuntimeError(gdal.GetLastErrorMsg())
            written.FlushCache()
            del written
        except RuntimeError as error:
            raise OutputError(
                tr("“{name}” can't be delivered.").format(name=made.stem),
                detail=str(error),
                hint=tr("Check the folder or the database, and your rights."),
            ) from error


def tables_of(connection: sqlite3.Connection, schema: str) -> list[str]:
    """The layers of a clipped GeoPackage."""
    statement = (
        "SELECT table_name FROM {schema}.gpkg_contents WHERE data_type IN ('features', 'attributes')"
        " AND table_name NOT IN (?, 'layer_styles') ORDER BY 1"
    )
    return [name for (name,) in connection.execute(sql(statement, schema=schema), (RECIPE,))]


def _append(connection: sqlite3.Connection, table: str, name: str) -> None:
    """The rows of another territory, numbered anew; the triggers keep the spatial index."""
    statement = "SELECT name FROM pragma_table_info(?, 'other') WHERE NOT pk"
    there = [column for (column,) in connection.execute(statement, (table,))]
    listed = ", ".join(map(quoted, there))
    head = sql("INSERT INTO main.{table} ({names}) SELECT ", table=table, names=[*there, PLACE])
    connection.execute(head + listed + sql(", ? FROM other.{table}", table=table), (name,))


def _missing(connection: sqlite3.Connection, made: Path) -> list[str]:
    """The layers that the territories before did not have."""
    known = set(layer_names(connection))
    other = connect(made, read_only=True)
    try:
        return [table for table in tables_of(other, "main") if table not in known]
    finally:
        other.close()


def _bring(connection: sqlite3.Connection, made: Path, table: str, name: str) -> None:
    merge(connection, made, table)
    connection.execute(sql("DROP TABLE IF EXISTS main.{table}", table=STATE))
    connection.execute(sql("ALTER TABLE main.{table} ADD COLUMN {place} TEXT", table=table, place=PLACE))
    connection.execute(sql("UPDATE main.{table} SET {place} = ?", table=table, place=PLACE), (name,))


def _describe(connection: sqlite3.Connection, table: str) -> None:
    """The number of rows and the extent of a table."""
    count = scalar(connection, sql("SELECT count(*) FROM {table}", table=table))
    connection.execute("UPDATE gpkg_ogr_contents SET feature_count = ? WHERE table_name = ?", (count, table))
    index = f"rtree_{table}_geom"
    if scalar(connection, "SELECT 1 FROM sqlite_master WHERE name = ?", (index,)) is not None:
        box = connection.execute(
            sql("SELECT min(minx), min(miny), max(maxx), max(maxy) FROM {index}", index=index)
        ).fetchone()
        connection.execute(
            "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?", (*box, table)
        )


def drop_made(made: Path) -> None:
    """Takes away the GeoPackage of a territory and its report: what was made of them is what is delivered."""
    for path in (made, made.with_name(f"{made.stem}_rapport.json")):
        path.unlink(missing_ok=True)
