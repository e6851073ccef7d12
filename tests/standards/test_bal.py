"""The Base Adresse Locale: its levels are those of the national validator, its findings say what to do."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from data_territoires_plugin.standards import bal
from data_territoires_plugin.standards.bal_values import value_of
from data_territoires_plugin.standards.engine.checks import load_checks
from data_territoires_plugin.standards.explain import known_rules
from data_territoires_plugin.standards.model import Presence
from data_territoires_plugin.standards.shelf import standard

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_TODAY = date(2026, 11, 22)
_LETTERS = {"errors": "error", "warnings": "warning", "infos": "info"}


def rules_of(id_: str) -> list[str]:
    """The codes that a version tells."""
    return [one.code for one in standard(id_).tables[0].checks if one.code]


@pytest.mark.parametrize("version", bal.VERSIONS)
def test_the_levels_are_those_of_the_published_profile(shared: Path, version: str) -> None:
    profiles = json.loads((shared / "standards" / "bal" / "profiles.json").read_text(encoding="utf-8"))
    levels: dict[str, str] = {}
    for word, level in reversed(_LETTERS.items()):  # an error wins over a warning of the same code
        levels |= dict.fromkeys(profiles[version].get(word, ()), level)
    unused = {"commune_deleguee_insee.commune_non_deleguee", "uid_adresse.incoherence_ids_ban"}  # never told
    if version == "1.5":  # the list was taken from the source before what this profile adds and takes away
        unused |= {
            f"field.{name}.missing" for name in ("voie_nom", "id_ban_commune", "id_ban_toponyme", "id_ban_adresse")
        }
    ours = {code: bal.level(version, code).value for code in levels.keys() - unused}
    assert ours == {code: level for code, level in levels.items() if code not in unused}


def test_the_shelf_holds_the_three_versions() -> None:
    for version in bal.VERSIONS:
        assert standard(f"bal_{version}") == next(one for one in bal.standards() if one.version == version)
    assert standard("bal").version == "1.5"


def test_an_older_column_is_read_but_not_asked_for() -> None:
    fields = {one.name: one for one in standard("bal_1.5").tables[0].fields}
    assert fields["toponyme"].presence is Presence.MANDATORY
    assert not fields["voie_nom"].asked
    assert not fields["toponyme_bre"].asked


def test_every_finding_has_words_of_its_own() -> None:
    load_checks()
    words = {one.parameters["words"] for one in standard("bal_1.4").tables[0].checks if "words" in one.parameters}
    assert words | {"bal_missing", "bal_misspelt", "bal_empty", "bal_delimiter"} <= known_rules()


@pytest.mark.parametrize(
    ("field", "text", "faults"),
    [
        ("numero", "99999", ()),
        ("numero", "012", ("contient_prefixe",)),
        ("numero", "12bis", ("type_invalide",)),
        ("commune_insee", "01340", ("commune_ancienne",)),
        ("commune_insee", "2a004", ()),
        ("commune_insee", None, ("valeur_manquante",)),
        ("commune_insee", " ", ("espaces_debut_fin", "valeur_manquante")),
        ("position", "Batiment", ("enum_fuzzy",)),
        ("date_der_maj", "2026-11-23", ("date_future",)),
        ("date_der_maj", "2026-11-22", ()),
        ("long", "1,5", ("separateur_decimal_invalide",)),
        ("suffixe", "-bis", ("debut_invalide",)),
        ("lieudit_complement_nom", "Le Bourg ", ("espaces_debut_fin",)),
    ],
)
def test_the_faults_of_a_value(field: str, text: str | None, faults: tuple[str, ...]) -> None:
    assert value_of(field, text, _TODAY).faults == faults


@pytest.fixture
def findings_of(tmp_path: Path, run_on: Any) -> Callable[..., Any]:
    """The findings on a text, by code."""
    from data_territoires_plugin.standards.engine.subject import Subject

    def check(text: bytes, id_: str = "bal_1.4") -> dict[str, list[Any]]:
        path = tmp_path / "bal.csv"
        path.write_bytes(text)
        of = standard(id_)
        verdict = run_on([(Subject.of_file(path), of.tables[0])], of)
        found: dict[str, list[Any]] = {}
        for one in verdict.findings:
            found.setdefault(one.code, []).append(one)
        return found

    return check


_HEAD = b"cle_interop;commune_insee;voie_nom;numero;long;lat;position;source;date_der_maj\n"
_ROW = "35238_0010_00012;35238;Rue de Nantes;12;-1.68;48.1;entrée;Rennes;2024-01-31\n".encode()


def test_a_good_row_has_no_error(findings_of: Callable[..., Any]) -> None:
    found = findings_of(_HEAD + _ROW)
    assert [one.code for held in found.values() for one in held if one.level.value == "error"] == []


def test_a_finding_names_its_row_its_value_and_what_to_do(findings_of: Callable[..., Any]) -> None:
    wrong = _ROW.replace(b"Rue de Nantes", b"RUE DE NANTES")
    (found,) = findings_of(_HEAD + _ROW + wrong)["voie_nom.casse_incorrecte"]
    assert (found.feature, found.field, found.value) == ("2", "voie_nom", "RUE DE NANTES")
    assert found.help
    assert "RUE DE NANTES" in found.message


def test_a_regional_column_is_checked(findings_of: Callable[..., Any]) -> None:
    text = _HEAD.replace(b"voie_nom", b"voie_nom;voie_nom_bre") + _ROW.replace(b"Nantes;", b"Nantes;STRAED NAONED;")
    assert findings_of(text)["voie_nom_bre.casse_incorrecte"][0].level.value == "warning"


def test_the_way_the_file_is_written_is_told(findings_of: Callable[..., Any]) -> None:
    text = (_HEAD + _ROW).replace(b";", b",").decode().encode("cp1252")
    found = findings_of(text)
    assert {"file.delimiter.non_standard", "file.encoding.non_standard"} <= found.keys()


def test_a_column_cut_by_dbf_is_read_and_told(findings_of: Callable[..., Any]) -> None:
    found = findings_of((_HEAD + _ROW).replace(b"commune_insee", b"commune_in"))
    (told,) = found["field.commune_insee.missing"]
    assert told.value == "commune_in"
    assert "row.commune_manquante" not in found


def test_each_code_is_listed_once() -> None:
    for version in bal.VERSIONS:
        codes = rules_of(f"bal_{version}")
        assert len(codes) == len(set(codes)) > 80


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({}, ["row.chef_lieu_invalide"]),
        ({"commune_insee": ""}, ["commune_insee.valeur_manquante"]),
        ({"commune_insee": "31591"}, ["row.chef_lieu_invalide"]),
    ],
    ids=["no column", "an empty value", "a value"],
)
def test_an_empty_commune_is_told_once_the_code_of_the_key_stands_only_for_an_absent_column(
    layer: Any, checked: Any, columns: dict[str, str], told: list[str]
) -> None:
    """The verdicts are those of validateur-bal 3.5.2 on the same three files."""
    row = {
        "cle_interop": "31591_xxxx_00009",
        "commune_nom": "Escoulis",
        "voie_nom": "Rue des Trois Places",
        "numero": "9",
        "commune_deleguee_insee": "01001",
        "position": "entrée",
        "long": "1.028392",
        "lat": "43.111637",
        **columns,
    }
    codes = {one.code for one in checked(layer([row]), standard("bal_1.3")).findings}
    looked_at = {"row.chef_lieu_invalide", "commune_insee.valeur_manquante"}
    assert sorted(codes & looked_at) == told
