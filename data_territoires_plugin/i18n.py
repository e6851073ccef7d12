"""Translation. `tr` is the one function that marks a text for translation: a literal in English, `.format()` outside.

It works without QGIS too (rules that need no map are tested without it): the English source is then returned.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .paths import plugin_folder

if TYPE_CHECKING:
    from qgis.PyQt.QtCore import QTranslator

CONTEXT = "DataTerritoires"


def tr(text: str) -> str:
    """The translation of an English literal in the language of QGIS."""
    try:
        from qgis.PyQt.QtCore import QCoreApplication
    except ImportError:
        return text
    return str(QCoreApplication.translate(CONTEXT, text))


def number(value: float, decimals: int = 0) -> str:
    """A number with the separators of the user's language."""
    try:
        from qgis.core import QgsApplication
        from qgis.PyQt.QtCore import QLocale
    except ImportError:
        return f"{value:.{decimals}f}"
    locale = QLocale(QgsApplication.locale())  # the language of the words around it
    locale.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)  # QGIS leaves the separators out of its fields
    return str(locale.toString(float(value), "f", decimals))


def load_translator() -> QTranslator | None:
    """The installed translator of QGIS's language, or None where the plugin has none (English)."""
    from qgis.core import QgsApplication
    from qgis.PyQt.QtCore import QCoreApplication, QTranslator

    translator = QTranslator()
    language = QgsApplication.locale()[:2]
    if not translator.load(str(plugin_folder("i18n") / f"data_territoires_{language}.qm")):
        return None
    QCoreApplication.installTranslator(translator)
    return translator
