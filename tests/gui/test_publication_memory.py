"""What the tab of publications keeps and tells, without its window."""

from __future__ import annotations

import pytest
from qgis.core import QgsSettings

from data_territoires_plugin.gui.publication_memory import publications
from data_territoires_plugin.gui.publication_model import whole
from data_territoires_plugin.gui.publication_sending import result_html


def test_a_record_that_failed_is_told_and_does_not_pass_for_published(qgis_app):
    done = {"verified": True, "failed": [], "created": 1, "there": 1}
    assert whole(done)
    failed = {**done, "record": {"state": "failed", "problem": "Refusée <ici>."}}
    assert not whole(failed)
    assert "Refusée &lt;ici&gt;." in result_html(failed)
    assert "Refusée" not in result_html(done)


@pytest.mark.parametrize(
    ("text", "read"),
    [("[", []), ("{}", []), ('[{"source": 1, "nope": 2}]', []), ('[{"source": "a", "layer": "b", "later": 3}]', ["b"])],
)
def test_the_memory_survives_what_it_does_not_understand(clean_settings, text, read):
    QgsSettings().setValue("data_territoires/publications", text)
    assert [one.layer for one in publications()] == read
