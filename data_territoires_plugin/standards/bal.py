"""The Base Adresse Locale as a standard: its fields, and each code of the national validator with its level.

Specification of the AITF, versions 1.3 to 1.5; levels of the profiles of validateur-bal 3.5.2. A code that a profile
doesn't name is an information. The rules themselves are in `bal_values` and `engine.checks_bal`.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType

from .bal_values import LANGUAGES, POSITIONS, REGIONAL, faults_of
from .model import Check, Field, FieldType, Geometry, Kind, Level, Presence, Standard, Table

VERSIONS = ("1.3", "1.4", "1.5")
_DATES = {"1.3": "2022-02-10", "1.4": "2023-12-13", "1.5": "2025-11-01"}
_EVER = VERSIONS
# The order in which files give them.
_FIELDS: tuple[tuple[Field, tuple[str, ...]], ...] = tuple(
    (Field(name, type_, title, max_length=longest, values=values, example=example), versions)
    for name, type_, title, longest, values, example, versions in (
        ("cle_interop", FieldType.TEXT, "Clé d’interopérabilité", None, (), "35238_0010_00012_bis", ("1.3", "1.4")),
        ("uid_adresse", FieldType.TEXT, "Identifiants de l’adresse", None, (), "", ("1.3",)),
        ("id_ban_commune", FieldType.UUID, "Identifiant BAN de la commune", None, (), "", ("1.4", "1.5")),
        ("id_ban_toponyme", FieldType.UUID, "Identifiant BAN du toponyme", None, (), "", ("1.4", "1.5")),
        ("id_ban_adresse", FieldType.UUID, "Identifiant BAN de l’adresse", None, (), "", ("1.4", "1.5")),
        ("toponyme", FieldType.TEXT, "Nom de la voie ou du lieu-dit", 200, (), "Rue du Verdon", ("1.5",)),
        ("voie_nom", FieldType.TEXT, "Nom de la voie ou du lieu-dit", 200, (), "Rue du Verdon", ("1.3", "1.4")),
        ("lieudit_complement_nom", FieldType.TEXT, "Lieu-dit ou complément", None, (), "Le Bourg", _EVER),
        ("numero", FieldType.INTEGER, "Numéro (99999 : lieu-dit sans numéro)", None, (), "12", _EVER),
        ("suffixe", FieldType.TEXT, "Suffixe du numéro", 9, (), "bis", _EVER),
        ("commune_insee", FieldType.TEXT, "Code INSEE de la commune", 5, (), "35238", _EVER),
        ("commune_nom", FieldType.TEXT, "Nom de la commune", None, (), "Rennes", _EVER),
        ("commune_deleguee_insee", FieldType.TEXT, "Code INSEE de la commune déléguée", 5, (), "", _EVER),
        ("commune_deleguee_nom", FieldType.TEXT, "Nom de la commune déléguée", None, (), "", _EVER),
        ("position", FieldType.TEXT, "Position de l’adresse", None, POSITIONS, "entrée", _EVER),
        ("x", FieldType.NUMBER, "Coordonnée X, projection légale", None, (), "352000.00", _EVER),
        ("y", FieldType.NUMBER, "Coordonnée Y, projection légale", None, (), "6789000.00", _EVER),
        ("long", FieldType.NUMBER, "Longitude (WGS 84)", None, (), "-1.677793", _EVER),
        ("lat", FieldType.NUMBER, "Latitude (WGS 84)", None, (), "48.117266", _EVER),
        ("cad_parcelles", FieldType.LIST, "Parcelles cadastrales", None, (), "35238000AB0012", _EVER),
        ("source", FieldType.TEXT, "Producteur de l’adresse", None, (), "Commune de Rennes", _EVER),
        ("date_der_maj", FieldType.DATE, "Date de dernière mise à jour", None, (), "2026-01-31", _EVER),
        ("certification_commune", FieldType.BOOLEAN, "Adresse certifiée par la commune (1 ou 0)", None, (), "1", _EVER),
    )
)
# Field → faults that are errors, in every version where the field is.
_ERRORS = {
    "cle_interop": "casse_invalide commune_invalide numero_invalide numero_prefixe_manquant structure_invalide"
    " valeur_manquante",
    "commune_insee": "commune_invalide espaces_debut_fin valeur_manquante",
    "date_der_maj": "date_invalide",
    "numero": "contient_prefixe trop_grand type_invalide valeur_manquante",
    "suffixe": "debut_invalide espaces_debut_fin trop_long",
    "voie_nom": "caractere_invalide trop_court trop_long valeur_manquante",
    "toponyme": "caractere_invalide trop_court trop_long valeur_manquante",
    **dict.fromkeys(("x", "y", "long", "lat"), "separateur_decimal_invalide valeur_invalide"),
    "field": "commune_insee lat long numero voie_nom",
    "file": "delimiter encoding linebreak",
    "row": "adresse_incomplete commune_manquante incoherence_numero longlat_invalides longlat_vides",
    "rows": "empty",
}
_WARNINGS = {
    "cad_parcelles": "espaces_debut_fin pipe_debut_fin valeur_invalide",
    "certification_commune": "valeur_invalide",
    "cle_interop": "commune_ancienne espaces_debut_fin voie_invalide",
    "commune_deleguee_insee": "commune_invalide espaces_debut_fin",
    "commune_deleguee_nom": "espaces_debut_fin",
    "commune_insee": "commune_ancienne",
    "commune_nom": "espaces_debut_fin",
    "date_der_maj": "date_ancienne date_future espaces_debut_fin valeur_manquante",
    "lieudit_complement_nom": "espaces_debut_fin",
    "lieudit_complement_nom_@@": "espaces_debut_fin",
    "numero": "espaces_debut_fin not_to_be_zero",
    "position": "enum_fuzzy espaces_debut_fin valeur_invalide",
    "source": "espaces_debut_fin valeur_manquante",
    "suffixe": "caractere_invalide",
    "uid_adresse": "espaces_debut_fin type_invalide",
    "voie_nom": "casse_incorrecte contient_tiret_bas espaces_debut_fin",
    "voie_nom_@@": "caractere_invalide casse_incorrecte contient_tiret_bas espaces_debut_fin trop_court trop_long",
    "toponyme": "casse_incorrecte contient_tiret_bas",
    "toponyme_@@": "caractere_invalide casse_incorrecte contient_tiret_bas trop_court trop_long",
    **dict.fromkeys(("x", "y", "long", "lat"), "espaces_debut_fin"),
    "field": "certification_commune cle_interop date_der_maj position source suffixe x y",
    "row": "chef_lieu_invalide commune_nom_invalide lieudit_complement_nom_not_declared longlat_xy_incoherents"
    " position_manquante voie_nom_have_same_lieudit_complement_nom",
}
# What the identifiers of the BAN brought with version 1.4, and what 1.5 made mandatory.
_IDS = ("id_ban_commune", "id_ban_toponyme", "id_ban_adresse")
_SINCE_1_4 = {
    **dict.fromkeys(
        ("row.lack_of_id_ban", "row.cog_no_match_id_ban_commune", "rows.multi_id_ban_commune"), Level.ERROR
    ),
    "rows.every_line_required_id_ban": Level.ERROR,
    "uid_adresse.type_invalide": Level.ERROR,
    "row.different_voie_nom_with_same_id_ban_toponyme": Level.WARNING,
    "row.different_id_ban_toponyme_with_same_voie_nom": Level.WARNING,
    "row.different_adresse_with_same_id_ban_adresse": Level.WARNING,
    "row.different_id_ban_adresses_with_same_adresse": Level.WARNING,
    **{f"field.{name}.missing": Level.WARNING for name in _IDS},
    **{f"{name}.type_invalide": Level.ERROR for name in _IDS},
}
_SINCE_1_5 = {f"field.{name}.missing": Level.ERROR for name in (*_IDS, "toponyme")} | {
    "field.voie_nom.missing": Level.INFO
}
_NAMES = ("voie_nom", "toponyme")
_BAN = ("id_ban_commune", "id_ban_toponyme", "id_ban_adresse", "uid_adresse")
# Rule of a row → the columns that it looks at.
ROW_RULES: dict[str, tuple[str, ...]] = {
    "incoherence_numero": ("numero", "cle_interop"),
    "commune_manquante": ("commune_insee", "cle_interop"),
    "commune_nom_invalide": ("commune_nom", "commune_insee", "cle_interop"),
    "voie_nom_have_same_lieudit_complement_nom": (*_NAMES, "lieudit_complement_nom"),
    "position_manquante": ("position", "numero"),
    "longlat_vides": ("long", "lat", "numero"),
    "longlat_invalides": ("long", "lat", "numero"),
    "longlat_xy_incoherents": ("x", "y", "long", "lat", "numero"),
    "adresse_incomplete": ("numero", *_NAMES),
    "chef_lieu_invalide": ("commune_deleguee_insee", "commune_insee", "cle_interop"),
    "lack_of_id_ban": (*_BAN, "numero"),
}
# Rules that compare the rows with one another.
TABLE_RULES = (
    "rows.empty",
    "row.cog_no_match_id_ban_commune",
    "rows.multi_id_ban_commune",
    "rows.every_line_required_id_ban",
    "row.different_voie_nom_with_same_id_ban_toponyme",
    "row.different_id_ban_toponyme_with_same_voie_nom",
    "row.different_adresse_with_same_id_ban_adresse",
    "row.different_id_ban_adresses_with_same_adresse",
    "row.lieudit_complement_nom_not_declared",
)
FILE_RULES = ("encoding", "delimiter", "linebreak")


def level(version: str, code: str) -> Level:
    """The level of a code in the profile of a version. A regional column is written with @@: voie_nom_@@.trop_court."""
    if version != "1.3" and code in _SINCE_1_4 and not (version == "1.5" and code in _SINCE_1_5):
        return _SINCE_1_4[code]
    if version == "1.5" and code in _SINCE_1_5:
        return _SINCE_1_5[code]
    subject, fault, *_ = code.split(".")
    if subject.removesuffix("_@@") == "toponyme" and version != "1.5":
        return Level.INFO
    if fault in _ERRORS.get(subject, "").split() and (version, code) != ("1.3", "uid_adresse.type_invalide"):
        return Level.ERROR
    return Level.WARNING if fault in _WARNINGS.get(subject, "").split() else Level.INFO


@lru_cache(maxsize=1)
def standards() -> tuple[Standard, ...]:
    """The three versions in use."""
    return tuple(_standard(version) for version in VERSIONS)


def _standard(version: str) -> Standard:
    followers = dict(pairwise(VERSIONS))
    return Standard(
        id=f"bal_{version}",
        title=f"Base Adresse Locale {version} (AITF)",
        version=version,
        date=_DATES[version],
        source="AITF, spécification de la Base Adresse Locale ; codes de validateur-bal 3.5.2",
        family="adresses",
        tables=(_table(version),),
        encodings=("UTF-8",),
        keywords=("BAL", "BAN", "adresse"),
        newer=f"bal_{followers[version]}" if version in followers else "",
        schema="etalab/schema-bal",
    )


def fields(version: str) -> tuple[str, ...]:
    """The names of the fields of a version."""
    return tuple(one.name for one, versions in _FIELDS if version in versions)


def _table(version: str) -> Table:
    asked = [_asked(one, version) for one, versions in _FIELDS if version in versions]
    others = [
        Field(one.name, presence=Presence.OPTIONAL, asked=False) for one, versions in _FIELDS if version not in versions
    ]
    regional = [
        Field(f"{name}_{language}", presence=Presence.OPTIONAL, asked=False)
        for name in REGIONAL
        for language in LANGUAGES
    ]
    return Table(
        name="bal",
        title="Adresses",
        fields=(*asked, *others, *regional),
        geometry=Geometry((Kind.POINT,), required=False),
        checks=tuple(_checks(version)),
        by_checks=True,
    )


def _asked(one: Field, version: str) -> Field:
    presence = {Level.ERROR: Presence.MANDATORY, Level.WARNING: Presence.RECOMMENDED, Level.INFO: Presence.OPTIONAL}
    missing = presence[level(version, f"field.{one.name}.missing")]
    required = (
        "valeur_manquante" in faults_of(one.name) and level(version, f"{one.name}.valeur_manquante") is Level.ERROR
    )
    true, false = (("1",), ("0",)) if one.type is FieldType.BOOLEAN else ((), ())
    separator = "|" if one.type is FieldType.LIST else ""
    return Field(
        **{
            **one.__dict__,
            "presence": missing,
            "required": required,
            "true_values": true,
            "false_values": false,
            "separator": separator,
        }
    )


def _checks(version: str) -> list[Check]:
    made = [_check("bal_columns", (), "", Level.ERROR, version=version)]
    made += [
        _check(
            "bal_value",
            (name,),
            f"{name}.{fault}",
            level(version, f"{name}.{fault}"),
            fault=fault,
            words=f"bal_{fault}",
        )
        for name in (one.name for one, _ in _FIELDS)  # an older column that is there counts too: the base reads it
        for fault in faults_of(name)
    ]
    made += [_check("bal_regional", (), "", Level.ERROR, version=version)]
    made += [
        _check("bal_row", columns, f"row.{rule}", level(version, f"row.{rule}"), rule=rule, words=f"bal_{rule}")
        for rule, columns in ROW_RULES.items()
    ]
    made += [_check("bal_rows", (), code, level(version, code), rule=code.split(".")[1]) for code in TABLE_RULES]
    made += [
        _check("bal_file", (), f"file.{one}.non_standard", level(version, f"file.{one}.non_standard"), rule=one)
        for one in FILE_RULES
    ]
    return made


def _check(name: str, columns: tuple[str, ...], code: str, level_: Level, **parameters: str) -> Check:
    return Check(name, columns, MappingProxyType(parameters), level_, code)
