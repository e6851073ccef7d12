"""The platform of the training room: its layers are those of the kit, and a database takes them."""

from __future__ import annotations

import sqlite3

import pytest

from tools.local_platform import ACCOUNT, KIT, LAYERS, _published


@pytest.fixture
def room(postgis):
    """A schema of its own in the database of the tests."""
    postgis.run("CREATE SCHEMA salle")
    yield "salle"
    postgis.run("DROP SCHEMA salle CASCADE")


def test_the_empty_tables_have_the_columns_and_the_shapes_of_the_kit(postgis, room):
    published, sql = _published()
    postgis.run(f"SET search_path TO {room}, public; {sql}")
    kit = sqlite3.connect(f"{KIT.as_uri()}?mode=ro", uri=True)
    for one, layer in zip(LAYERS, published, strict=True):
        columns = {
            name
            for (name,) in postgis.rows(
                f"SELECT column_name FROM information_schema.columns"
                f" WHERE table_schema = '{room}' AND table_name = '{layer.table}'"
            )
        }
        assert columns == {name for (name,) in kit.execute("SELECT name FROM pragma_table_info(?)", (one.entry,))}
        count, keys = kit.execute(f'SELECT count(*), count(DISTINCT "{one.key}") FROM "{one.entry}"').fetchone()
        assert count == keys > 0, f"{one.key} identifies the features of {one.entry}"
    kit.close()


def test_the_name_of_a_layer_of_the_kit_is_the_one_that_the_assistant_proposes():
    from data_territoires_plugin.catalogue.loading import load_catalogue
    from data_territoires_plugin.catalogue.remote.destinations import Destination

    published, _ = _published()
    for one, layer in zip(LAYERS, published, strict=True):
        title = load_catalogue().entry(one.entry).title
        assert Destination("wfst", collection="{layer}").named(title) == layer.table
    assert ACCOUNT
