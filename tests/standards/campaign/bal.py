"""The campaign on the Base Adresse Locale, whose rules are named checks: one valid file, one fault per code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsFeedback, QgsPointXY, QgsProject

from data_territoires_plugin.standards.engine.run import Options, validate
from data_territoires_plugin.standards.engine.subject import Subject

from .content import Layer
from .faults import Fault
from .run import Outcome, subject_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from data_territoires_plugin.standards.findings import Finding
    from data_territoires_plugin.standards.model import Check, Standard

    from .content import Row

_COMMUNE, _STREET, _PLACE = (f"1b671a64-40d5-491e-99b0-da01ff1f33{at}" for at in (10, 20, 30))
_ADDRESSES = tuple(f"1b671a64-40d5-491e-99b0-da01ff1f33{at}" for at in (41, 42))
_OTHER = "9e107d9d-372b-4b6d-a0c2-1f0b3b2c4d55"
_STREET_VALUES = {
    "trop_court": "Le",
    "trop_long": f"Rue {'a' * 200}",
    "caractere_invalide": "Rue du Ch\ufffdne",
    "contient_tiret_bas": "Rue_du_Verdon",
    "casse_incorrecte": "RUE DU VERDON",
}
_POINT = {"valeur_invalide": "abc", "separateur_decimal_invalide": "1,5"}
_ID = {"type_invalide": "1234"}
_BAD: dict[str, dict[str, str]] = {
    "cle_interop": {
        "casse_invalide": "35238_0010_00014_BIS",
        "structure_invalide": "35238",
        "commune_invalide": "99999_0010_00014",
        "commune_ancienne": "35113_0010_00014",
        "voie_invalide": "35238_10_00014",
        "voie_non_renseignee": "35238_0000_00014",
        "numero_invalide": "35238_0010_quatorze",
        "numero_prefixe_manquant": "35238_0010_14",
    },
    "uid_adresse": {"type_invalide": "@c:12 @v:13 @a:14"},
    "id_ban_commune": _ID,
    "id_ban_toponyme": _ID,
    "id_ban_adresse": _ID,
    "voie_nom": _STREET_VALUES,
    "toponyme": _STREET_VALUES,
    "numero": {"type_invalide": "14a", "trop_grand": "100000", "not_to_be_zero": "0", "contient_prefixe": "014"},
    "suffixe": {"debut_invalide": "-a", "trop_long": "bisbisbisbis", "caractere_invalide": "a!"},
    "commune_insee": {"commune_invalide": "99999", "commune_ancienne": "35113"},
    "commune_deleguee_insee": {"commune_invalide": "99999"},
    "commune_nom": {"casse_incorrecte": "RENNES"},
    "position": {"valeur_invalide": "au fond", "enum_fuzzy": "entree"},
    "x": _POINT,
    "y": _POINT,
    "long": _POINT,
    "lat": _POINT,
    "cad_parcelles": {"pipe_debut_fin": "|35238000AB0012", "valeur_invalide": "AB12"},
    "date_der_maj": {"date_invalide": "31/01/2024", "date_ancienne": "2005-01-01", "date_future": "2999-01-01"},
    "certification_commune": {"valeur_invalide": "oui"},
}
# What is put in the second row, for the rules of a row and of rows. NAME stands for the column of the name.
_ROWS: dict[str, Row] = {
    "incoherence_numero": {"numero": "16"},
    "commune_manquante": {"commune_insee": None, "cle_interop": None},
    "commune_nom_invalide": {"commune_nom": "Bruz"},
    "voie_nom_have_same_lieudit_complement_nom": {"lieudit_complement_nom": "Rue du Verdon"},
    "position_manquante": {"position": None},
    "longlat_vides": {"long": None, "lat": None},
    "longlat_invalides": {"long": "100.5"},
    "longlat_xy_incoherents": {"x": "300000"},
    "adresse_incomplete": {"NAME": None},
    "chef_lieu_invalide": {"commune_deleguee_insee": "35047"},
    "lack_of_id_ban": {"id_ban_toponyme": None, "uid_adresse": f"@c:{_COMMUNE} @a:{_ADDRESSES[1]}"},
    "multi_id_ban_commune": {
        "id_ban_commune": _OTHER,
        "uid_adresse": f"@c:{_OTHER} @v:{_STREET} @a:{_ADDRESSES[1]}",
    },
    "cog_no_match_id_ban_commune": {
        "id_ban_commune": _OTHER,
        "uid_adresse": f"@c:{_OTHER} @v:{_STREET} @a:{_ADDRESSES[1]}",
    },
    "every_line_required_id_ban": dict.fromkeys(("id_ban_commune", "id_ban_toponyme", "id_ban_adresse", "uid_adresse")),
    "different_voie_nom_with_same_id_ban_toponyme": {"NAME": "Rue de Redon", "cle_interop": "35238_0030_00014"},
    "different_id_ban_toponyme_with_same_voie_nom": {
        "id_ban_toponyme": _OTHER,
        "uid_adresse": f"@c:{_COMMUNE} @v:{_OTHER} @a:{_ADDRESSES[1]}",
    },
    "different_adresse_with_same_id_ban_adresse": {
        "id_ban_adresse": _ADDRESSES[0],
        "uid_adresse": f"@c:{_COMMUNE} @v:{_STREET} @a:{_ADDRESSES[0]}",
    },
    "different_id_ban_adresses_with_same_adresse": {"numero": "12", "cle_interop": "35238_0010_00012"},
    "lieudit_complement_nom_not_declared": {"lieudit_complement_nom": "Ailleurs"},
}


def _ban(commune: str) -> str:
    """The identifier that the BAN gives to Rennes; it knows no other commune."""
    return _COMMUNE if commune == "35238" else ""


class BalBench:
    """A valid Base Adresse Locale of a version, and the engine."""

    def __init__(self, standard: Standard, folder: Path) -> None:
        self.standard = standard
        self._folder = folder
        self._table = standard.tables[0]
        self._name = "toponyme" if standard.version == "1.5" else "voie_nom"
        self.layer = Layer(self._table, [one.name for one in self._table.fields if one.asked], self._rows())

    def of_valid(self) -> list[Finding]:
        """What the engine finds in the valid file: nothing, if all is well; as a layer and as a file."""
        return self._found(subject_of(self.layer)) + self._found(self._file("valide.csv"))

    def outcomes(self) -> Iterator[Outcome]:
        """Each fault, planted and judged."""
        for check in self._table.checks:
            yield self._judged(check)

    def _rows(self) -> list[Row]:
        numbers = ("12", "14", "99999")
        rows: list[Row] = []
        for at, number in enumerate(numbers):
            long, lat = -1.68 + at / 1000, 48.11
            x, y = _projected(long, lat)
            address = _ADDRESSES[at] if number != "99999" else None
            street = _STREET if address else _PLACE
            code = "0010" if address else "0020"
            row: Row = {
                "cle_interop": f"35238_{code}_{number.zfill(5)}",
                "uid_adresse": f"@c:{_COMMUNE} @v:{street}" + (f" @a:{address}" if address else ""),
                "id_ban_commune": _COMMUNE,
                "id_ban_toponyme": street,
                "id_ban_adresse": address,
                self._name: "Rue du Verdon" if address else "Le Bourg",
                "lieudit_complement_nom": "Le Bourg" if address else None,
                "numero": number,
                "commune_insee": "35238",
                "commune_nom": "Rennes",
                "position": "segment",
                "x": f"{x:.2f}",
                "y": f"{y:.2f}",
                "long": f"{long:.6f}",
                "lat": f"{lat:.6f}",
                "cad_parcelles": "35238000AB0012",
                "source": "Métropole de Rennes",
                "date_der_maj": "2024-01-31",
                "certification_commune": "1",
            }
            rows.append(row)
        return rows

    def _found(self, subject: Subject) -> list[Finding]:
        return list(validate([(subject, self._table)], self.standard, Options(ban=_ban), QgsFeedback()).findings)

    def _file(self, name: str, *, encoding: str = "utf-8", separator: str = ";", end: str = "\r\n") -> Subject:
        lines = [self.layer.columns, *([row.get(one) or "" for one in self.layer.columns] for row in self.layer.rows)]
        path = self._folder / name
        path.write_bytes(end.join([*map(separator.join, lines), ""]).encode(encoding))
        return Subject.of_file(path)

    def _judged(self, check: Check) -> Outcome:
        rows, subject, code = self._planted(check)
        field = ", ".join(check.fields)
        fault = Fault(
            check.name, code, self._table.name, field, rows, why_not="" if subject else "déjà dit par une autre règle"
        )
        if subject is None:
            return Outcome(fault, planted=False, said=fault.why_not)
        findings = self._found(subject)
        found = [one for one in findings if one.code == code]
        named = {str(row + 1) for row in rows}
        odd = [
            one
            for one in findings
            if one.code != code and one.feature not in named and not one.code.startswith(("row.", "rows."))
        ]
        placed = bool(found) and (not named or named <= {one.feature for one in found} | {""})
        said = "" if placed and not odd else f"{code}: {[(one.code, one.feature, one.value) for one in findings[:5]]}"
        implied = tuple(sorted({one.code.split(".")[0] for one in findings if one.code != code}))
        return Outcome(fault, True, not said, implied, said)

    def _planted(self, check: Check) -> tuple[tuple[int, ...], Subject | None, str]:
        layer = self.layer.copy()
        row, rows = layer.rows[1], (1,)
        code = check.code
        rule = check.parameters.get("rule", "")
        if check.name == "bal_file":
            ways: dict[str, Callable[[], Subject]] = {
                "encoding": lambda: self._file("latin.csv", encoding="latin-1"),
                "delimiter": lambda: self._file("virgule.csv", separator=","),
                "linebreak": lambda: self._file("retour.csv", end="\r"),
            }
            return (), ways[rule](), code
        if check.name == "bal_columns":
            layer.columns.remove("source")
            return (), subject_of(layer), "field.source.missing"
        if check.name == "bal_regional":
            layer.columns.append(f"{self._name}_bre")
            row[f"{self._name}_bre"] = "STRAED AR VERDON"
            return rows, subject_of(layer), f"{self._name}_bre.casse_incorrecte"
        if check.name == "bal_value":
            field, fault = check.fields[0], check.parameters["fault"]
            value = _BAD.get(field, {}).get(fault, f" {row.get(field) or 'Texte'}")
            row[field] = None if fault == "valeur_manquante" else value
            layer.columns += [field] if field not in layer.columns else []
        elif rule == "empty":
            layer.rows, rows = [], ()
        else:
            row |= {name.replace("NAME", self._name): value for name, value in _ROWS[rule].items()}
            if rule == "incoherence_numero" and "cle_interop" not in layer.columns:
                layer.columns.append("cle_interop")  # an older column, that is still read where it is there
        if rule in ("multi_id_ban_commune", "every_line_required_id_ban"):
            rows = ()
        return rows, subject_of(layer), code


def _projected(long: float, lat: float) -> tuple[float, float]:
    degrees, metres = QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateReferenceSystem("EPSG:2154")
    point = QgsCoordinateTransform(degrees, metres, QgsProject.instance()).transform(QgsPointXY(long, lat))
    return point.x(), point.y()
