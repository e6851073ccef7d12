"""The translation tool: it reads the code, keeps the .ts, refuses what can't be translated."""

from __future__ import annotations

import subprocess

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from data_territoires_plugin.i18n import tr
from tools import translations
from tools.translations import missing, read_texts, read_ts, read_tsv, ts_text


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ('tr(f"{name} is missing")', "f-string"),
        ("tr(name)", "one literal"),
        ('tr("{n} layers".format(n=3))', "one literal"),
        ('tr("a" + b)', "one literal"),
        ('self.tr("Clip")', "another context"),
        ('tr("")', "empty"),
        ('button.setText("Clip in one click")', "without tr()"),
        ('button.setToolTip(f"{count} layers")', "without tr()"),
        ('bar.pushMessage(tr("Done"), "Nothing was written")', "without tr()"),
        ('action = QAction(icon, "Open the report")', "without tr()"),
        ('dock.setWindowTitle("Choose a " + kind)', "without tr()"),
        ('label.setText("layers" if many else tr("layer"))', "without tr()"),
        ('label.setText("{n} layers".format(n=3))', "without tr()"),
        ('raise DataTerritoiresError("No such territory.")', "without tr()"),
        ('raise DataTerritoiresError(tr("No such territory."), hint="Search it by name.")', "without tr()"),
        ("class LostError(DataTerritoiresError): ...\nraise LostError(f'No {thing} here.')", "without tr()"),
        ('raise QgsProcessingException("The territory is unknown")', "without tr()"),
    ],
)
def test_text_that_the_user_would_read_in_english_is_a_fault(write, code, reason):
    found = read_texts([write("sample.py", code)]).faults
    assert len(found) == 1
    assert reason in found[0]


def test_details_for_the_log_markup_and_values_need_no_translation(write):
    sample = write(
        "sample.py",
        """
        raise DataTerritoiresError(tr("No such territory."), f"HTTP {status} from the server", tr("Search it by name."))
        raise DataTerritoiresError(tr("No such territory."), detail="not in the table")
        label.setText(f"<b>{name}</b> – {count}")
        label.setText(name)
        label.setText("%")
        action = QAction("Data Territoires")
        label.setText(tr("{n} layers").format(n=3))
        logger.info("reading the table")
        raise ValueError("negative buffer")
        """,
    )
    texts = read_texts([sample])
    assert texts.faults == []
    assert set(texts.used) == {"No such territory.", "Search it by name.", "{n} layers"}


def test_literals_on_several_lines_are_one_text(write):
    texts = read_texts([write("sample.py", 'tr(\n    "One sentence. "\n    "Another."\n)')])
    assert set(texts.used) == {"One sentence. Another."}


@pytest.mark.usefixtures("qgis_app")
def test_translation_reaches_qt_through_lrelease(tmp_path):
    source = tmp_path / "fr.ts"
    used = {'Cut “{layer}” & "more" <now>': {"a.py"}, "Two\nlines": {"b.py"}, "Later": {"b.py"}}
    french = {'Cut “{layer}” & "more" <now>': "Découper « {layer} » & l'autre", "Two\nlines": "Deux\nlignes"}
    source.write_text(ts_text(used, french), encoding="utf-8")
    subprocess.run(["lrelease", "-silent", source, "-qm", tmp_path / "fr.qm"], check=True)
    translator = QTranslator()
    assert translator.load(str(tmp_path / "fr.qm"))
    QCoreApplication.installTranslator(translator)
    try:
        assert {english: tr(english) for english in french} == french
        assert tr("Later") == "Later"
    finally:
        QCoreApplication.removeTranslator(translator)
    assert read_ts(source) == {**french, "Later": ""}


def test_update_keeps_what_is_translated_adds_what_is_new_and_drops_what_is_gone(write, monkeypatch):
    code = write("data_territoires_plugin/a.py", 'tr("Old")\ntr("New")\ntr("Given")')
    ts = write("fr.ts", ts_text({"Old": {"a.py"}, "Gone": {"a.py"}}, {"Old": "Ancien", "Gone": "Parti"}))
    tsv = write("more.tsv", "# a comment\nGiven\tDonné\\nen deux lignes\nUnknown\tInconnu\n")
    monkeypatch.setattr(translations, "package_files", lambda: [code])
    assert translations.update([tsv], ts) == "fr.ts: 3 texts, 2 new, 1 gone, 1 unfinished"
    assert read_ts(ts) == {"Old": "Ancien", "New": "", "Given": "Donné\nen deux lignes"}
    assert [fault for fault in translations.check(ts) if "unfinished" in fault and "'New'" in fault]


@pytest.mark.parametrize(
    ("used", "french", "reason"),
    [
        ({"A"}, {}, "not in the .ts"),
        ({"A"}, {"A": ""}, "unfinished"),
        (set(), {"A": "B"}, "no longer in the code"),
        ({"{n} layers"}, {"{n} layers": "{nombre} couches"}, "placeholders"),
        ({"{n} layers"}, {"{n} layers": "des couches"}, "placeholders"),
    ],
)
def test_incomplete_translation_is_refused(used, french, reason):
    found = missing({text: {"a.py"} for text in used}, french)
    assert len(found) == 1
    assert reason in found[0]


def test_complete_translation_is_accepted():
    assert missing({"{n:.1f} m": {"a.py"}}, {"{n:.1f} m": "{n:.2f} m"}) == []


def test_line_without_french_is_named(write):
    with pytest.raises(ValueError, match=r"more\.tsv:2"):
        read_tsv(write("more.tsv", "A\tB\nOnly English\n"))
