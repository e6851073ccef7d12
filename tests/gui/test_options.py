"""The page of the extension in QGIS's options."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsSettings
from qgis.gui import QgsAuthConfigSelect
from qgis.PyQt.QtWidgets import QCheckBox, QLineEdit, QSpinBox

from data_territoires_plugin.gui.options import OptionsFactory
from data_territoires_plugin.settings import offline, setting
from tests.accounts import account


def test_nothing_is_kept_before_ok_and_everything_after(clean_settings: Any) -> None:
    page = OptionsFactory().createWidget(None)
    page.findChild(QCheckBox).setChecked(True)
    page.findChild(QSpinBox).setValue(120)
    address = next(line for line in page.findChildren(QLineEdit) if line.placeholderText() == "https://…")
    address.setText(" https://sig.exemple.fr/catalogue.yaml ")
    assert not offline()
    assert QgsSettings().allKeys() == [key for key in QgsSettings().allKeys() if "data_territoires/" not in key]
    page.apply()
    assert offline()
    assert (setting("kept_megabytes"), setting("catalogue_url")) == ("120", "https://sig.exemple.fr/catalogue.yaml")
    again = OptionsFactory().createWidget(None)
    assert (again.findChild(QCheckBox).isChecked(), again.findChild(QSpinBox).value()) == (True, 120)


def test_a_key_is_kept_by_its_id_alone(clean_settings: Any) -> None:
    with account("APIHeader", **{"X-Key": "clef-inventee-5678"}) as authcfg:
        page = OptionsFactory().createWidget(None)
        page.findChildren(QgsAuthConfigSelect)[0].setConfigId(authcfg)
        page.apply()
        assert setting("geopf_private_authcfg") == authcfg
        kept = QgsSettings()
        assert not [key for key in kept.allKeys() if "clef-inventee" in str(kept.value(key))]
