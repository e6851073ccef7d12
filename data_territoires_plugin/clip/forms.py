"""What a lot is delivered as: a GeoPackage per territory, or what is made of these one after the other."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from osgeo import gdal

from ..errors import OutputError
from ..geopackage import attach, connect, layer_names, quoted, read_table, scalar, sql
from ..i18n import tr
from ..metadata.layer import write as write_metadata
from .assemble import metadata_of
from .changes import register
from .output import put_in_place
from .part import CUT_COLUMN
from .recipe import TABLE as RECIPE
from .renewal import bring
from .state import STATE
from .table import fast, tell_extent
from .tally import Tally

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from pathlib import Path

    from .request import ClipRequest, LayerResult

PLACE = "dt_territoire"  # the column that names the territory of a row
ONE = "territoires.gpkg"
FILES = {"fgb": ("FlatGeobuf", ".fgb"), "parquet": ("Parquet", ".parquet")}
FORMS = ("gpkg", "one", "fgb", "parquet", "postgis")


def form_of(word: str, folder: Path, connection: str = "", authcfg: str = "") -> Form:
    """The form that one of `FORMS` names. OutputError: it can't be written here, or the database refuses."""
    if word == "postgis":
        from .forms_postgis import Schemas

        return Schemas(folder, connection, authcfg)
    if word in FILES:
        return Files(folder, word)
    return Together(folder) if word == "one" else OneEach(folder)


def workshop_of(folder: Path) -> Path:
    """The hidden folder of a lot where what is not delivered lies: it goes when the lot ends."""
    return folder / ".lot"


class Form(Protocol):
    """Takes the GeoPackage of each territory, and delivers it. Raises OutputError, OSError, sqlite3.Error.

    `made_in`: the folder where these GeoPackages are made.
    """

    made_in: Path

    def called(self, name: str) -> str:
        """What tells a territory from the others there: two of a lot can't share it."""
        ...

    def has(self, name: str) -> Path | None:
        """Where a territory is already, None where it is not."""
        ...

    def take(self, name: str, made: Path) -> Path:
        """Delivers a territory; gives back where. `made` serves no more, unless it is what is delivered."""
        ...

    def close(self, request: ClipRequest, layers: Iterable[LayerResult]) -> None:
        """All of them have come. `request`, `layers`: the lot as one clip, and what was read for it."""
        ...


class OneEach:
    """A GeoPackage per territory: what the clip makes."""

    def __init__(self, folder: Path) -> None:
        self.made_in = folder

    def called(self, name: str) -> str:
        return name.casefold()  # as Windows tells files apart

    def has(self, name: str) -> Path | None:
        path = self.made_in / f"{name}.gpkg"
        return path if path.is_file() else None

    def take(self, _name: str, made: Path) -> Path:
        return made

    def close(self, _request: ClipRequest, _layers: Iterable[LayerResult]) -> None:
        return


class Together:
    """One GeoPackage of all: each row says its territory. A feature kept whole is there once for each that it meets."""

    def __init__(self, folder: Path) -> None:
        self._path, self.made_in = folder / ONE, workshop_of(folder)
        self._draft = self.made_in / ".together.gpkg"

    def called(self, name: str) -> str:
        return name

    def has(self, _name: str) -> Path | None:
        return None  # one file: all of it is made anew

    def take(self, name: str, made: Path) -> Path:
        first = not self._draft.exists()
        try:
            self._add(name, made, first=first)
        except BaseException:
            if first:  # its rows would go unnamed
                self._draft.unlink(missing_ok=True)
            raise
        return self._path

    def _add(self, name: str, made: Path, *, first: bool) -> None:
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

    @staticmethod
    def _begin(connection: sqlite3.Connection) -> None:
        """What tells of one territory alone is left out: the recipe, and what its rows said."""
        for table in (RECIPE, STATE):
            connection.execute(sql("DROP TABLE IF EXISTS main.{table}", table=table))
        connection.execute("DELETE FROM main.gpkg_contents WHERE table_name = ?", (RECIPE,))
        for table in tables_of(connection, "main"):
            connection.execute(sql("ALTER TABLE main.{table} ADD COLUMN {place} TEXT", table=table, place=PLACE))

    def close(self, request: ClipRequest, layers: Iterable[LayerResult]) -> None:
        if not self._draft.exists():
            return
        connection = connect(self._draft)
        try:
            known = {layer.entry.id: layer for layer in layers}
            for table in tables_of(connection, "main"):
                geometry = read_table(self._draft, table).geometry
                _describe(connection, table, geometry, request, known[table])
        finally:
            connection.close()
        put_in_place(self._draft, self._path)


class Files:
    """A folder per territory, a file per layer, in a format of GDAL."""

    def __init__(self, folder: Path, form: str) -> None:
        self._folder, self.made_in = folder, workshop_of(folder)
        self._driver, self._suffix = FILES[form]
        if gdal.GetDriverByName(self._driver) is None:
            raise OutputError(
                tr("The GDAL of this QGIS does not write {format}.").format(format=self._driver),
                hint=tr("Choose another form: GeoPackage is always there."),
            )

    def called(self, name: str) -> str:
        return name.casefold()

    def has(self, name: str) -> Path | None:
        path = self._folder / name
        return path if any(path.glob(f"*{self._suffix}")) else None

    def take(self, name: str, made: Path) -> Path:
        """File by file where the folder is there: what somebody else has put in it stays."""
        target, draft = self._folder / name, self.made_in / f"{name}.draft"
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
            if not target.exists():
                draft.replace(target)
                return target
            for file in sorted(draft.iterdir()):
                file.replace(target / file.name)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
        return target

    def close(self, _request: ClipRequest, _layers: Iterable[LayerResult]) -> None:
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
    bring(connection, made, table)
    connection.execute("DETACH new")
    connection.execute(sql("DROP TABLE IF EXISTS main.{table}", table=STATE))
    connection.execute(sql("ALTER TABLE main.{table} ADD COLUMN {place} TEXT", table=table, place=PLACE))
    connection.execute(sql("UPDATE main.{table} SET {place} = ?", table=table, place=PLACE), (name,))


def _describe(
    connection: sqlite3.Connection, table: str, geometry: str, request: ClipRequest, read: LayerResult
) -> None:
    """The number of rows and the extent of a table, and its metadata: those of the first territory are not all's."""
    count = scalar(connection, sql("SELECT count(*) FROM {table}", table=table))
    connection.execute("UPDATE gpkg_ogr_contents SET feature_count = ? WHERE table_name = ?", (count, table))
    tell_extent(connection, table, geometry)
    cut = scalar(connection, sql("SELECT count(*) FROM {table} WHERE {cut} = 1", table=table, cut=CUT_COLUMN))
    told = replace(read, tally=Tally(read.tally.received, inside=count - cut, cut=cut))
    write_metadata(connection, table, metadata_of(connection, request, told))
