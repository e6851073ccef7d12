"""Codes of the CNIG standard PLU and the colours its symbology (SG5, December 2023) gives them; codes of SUP.

The patterns are ours: one hatch per family, so that prescriptions which overlap can be told apart.
"""

from __future__ import annotations

from typing import NamedTuple


class Code(NamedTuple):
    """A code, its legend in French, its colour."""

    code: str
    legend: str
    colour: str


class Zone(NamedTuple):
    """A type of zone: small scales have a fill, large ones a band inside the limit."""

    code: str
    legend: str
    fill: str
    band: str


ZONES = [
    Zone("U", "U : zone urbaine", "#e60000", "#b00006"),
    Zone("AUc", "AUc : zone à urbaniser, constructible", "#ff6565", "#d40006"),
    Zone("AUs", "AUs : zone à urbaniser, fermée", "#feccbe", "#e88766"),
    Zone("A", "A : zone agricole", "#ffff00", "#fff000"),
    Zone("N", "N : zone naturelle et forestière", "#56aa02", "#23a600"),
]
SECTORS = [
    Zone("01", "Secteur constructible", "#e60000", "#b00006"),
    Zone("02", "Secteur réservé aux activités", "#b07ad0", "#8a4dd3"),
    Zone("03", "Secteur non constructible", "#56aa02", "#23a600"),
]
PRESCRIPTIONS = [
    Code("01", "Espace boisé classé", "#268c00"),
    Code("02", "Constructibilité limitée (environnement, risques)", "#6e6e6e"),
    Code("03", "Reconstruction, démolition", "#343434"),
    Code("04", "Stationnement : périmètre issu du PDU", "#ff5500"),
    Code("05", "Emplacement réservé", "#e600a9"),
    Code("07", "Patrimoine, paysage à protéger", "#730000"),
    Code("08", "Terrain cultivé ou non bâti à protéger", "#2d6837"),
    Code("13", "Aménagement pour le ski", "#b2b2b2"),
    Code("14", "Plan de masse", "#000000"),
    Code("15", "Règles d’implantation", "#ff0000"),
    Code("16", "Construction ou équipement admis en zone A ou N", "#e6c300"),
    Code("17", "Mixité sociale", "#8f21aa"),
    Code("18", "Orientation d’aménagement et de programmation", "#ff5500"),
    Code("19", "Richesse du sol et du sous-sol", "#894444"),
    Code("20", "Transfert de constructibilité en zone N", "#268c00"),
    Code("22", "Diversité commerciale", "#828282"),
    Code("23", "Taille minimale des logements", "#ffaa00"),
    Code("24", "Voie ou chemin à conserver ou à créer", "#000000"),
    Code("25", "Continuité écologique, trame verte et bleue", "#004da8"),
    Code("26", "Performance énergétique", "#268c00"),
    Code("27", "Aménagement numérique", "#895a44"),
    Code("28", "Conditions de desserte", "#df99ff"),
    Code("29", "Densité minimale", "#00c5ff"),
    Code("30", "Majoration des volumes", "#e60000"),
    Code("31", "Espace remarquable du littoral", "#004da8"),
    Code("32", "Plan d’eau de faible importance", "#0000ff"),
    Code("33", "Rives des plans d’eau en montagne : dérogation", "#008a8c"),
    Code("34", "Patrimoine naturel et culturel montagnard", "#39d881"),
    Code("35", "Terres agricoles, pastorales, forestières à préserver", "#39d877"),
    Code("36", "Mixité des destinations", "#90704c"),
    Code("37", "Règles selon l’étage", "#ff6565"),
    Code("38", "Emprise au sol", "#8a4dd3"),
    Code("39", "Hauteur", "#8a4dd3"),
    Code("40", "Volumétrie", "#8a4dd3"),
    Code("41", "Aspect extérieur", "#fdbf6f"),
    Code("42", "Coefficient de biotope", "#56aa02"),
    Code("43", "Espaces libres, plantations, jeux", "#ff7f00"),
    Code("44", "Stationnement", "#808080"),
    Code("45", "Surface de plancher en ZAC", "#ff7f7f"),
    Code("46", "Constructibilité d’un espace boisé antérieur au XXe siècle", "#56aa02"),
    Code("47", "Desserte par les réseaux", "#732600"),
    Code("48", "Limiter l’imperméabilisation", "#004c73"),
    Code("49", "Opération d’ensemble imposée en zone AU", "#ff6564"),
    Code("50", "Activités ou destinations interdites", "#940abd"),
    Code("51", "Activités ou destinations sous conditions", "#940abd"),
    Code("52", "Équipement logistique", "#ac570d"),
    Code("53", "Implantation le long des grands axes", "#b5651d"),
    Code("56", "Logements en résidence principale", "#c2185b"),
    Code("97", "Périmètre d’une pièce écrite", "#6e6e6e"),
]
# Those of them the standard has as lines, as points.
PRESCRIPTIONS_LIN = "01 02 05 07 15 22 24 25 28 31 33 34 35 39 40 41 43 44 47 48 50 51 52 53"
PRESCRIPTIONS_PCT = "01 02 03 05 07 15 16 22 25 28 31 34 39 40 41 43 47 48 50 51 52"
INFORMATIONS = [
    Code("02", "Zone d’aménagement concerté", "#ff0000"),
    Code("03", "Préemption : espace naturel sensible", "#268c00"),
    Code("04", "Droit de préemption urbain", "#ff6565"),
    Code("05", "Zone d’aménagement différé", "#5a70ff"),
    Code("07", "Développement prioritaire d’économie d’énergie", "#8400a8"),
    Code("08", "Périmètre forestier, plantations réglementées", "#268c00"),
    Code("09", "Périmètre minier", "#cdaa66"),
    Code("10", "Recherche et exploitation de carrière", "#a87000"),
    Code("11", "Divisions foncières soumises à déclaration", "#e60000"),
    Code("12", "Sursis à statuer", "#004da8"),
    Code("13", "Programme d’aménagement d’ensemble", "#ffd37f"),
    Code("14", "Bruit d’une infrastructure de transport", "#ff73df"),
    Code("16", "Site archéologique", "#895a44"),
    Code("17", "Risque d’exposition au plomb", "#343434"),
    Code("19", "Assainissement, eaux, déchets", "#2f7f9f"),
    Code("20", "Règlement local de publicité", "#ff5500"),
    Code("21", "Projet de plan de prévention des risques", "#8400a8"),
    Code("22", "Rives des plans d’eau en montagne", "#004da8"),
    Code("23", "Arrêté du préfet de massif", "#002673"),
    Code("25", "Espaces agricoles et naturels périurbains", "#b5b500"),
    Code("27", "Plan d’exposition au bruit", "#000000"),
    Code("30", "Projet urbain partenarial", "#d20404"),
    Code("31", "Exclusion de matériaux (patrimoine)", "#895a44"),
    Code("32", "Taxe d’aménagement", "#c9c900"),
    Code("33", "Préemption commerciale", "#8400a8"),
    Code("34", "Opération d’intérêt national", "#a80084"),
    Code("35", "Seuil minimal de densité", "#ff7a00"),
    Code("36", "Schéma d’aménagement de plage", "#ccce3b"),
    Code("37", "Bois ou forêt relevant du régime forestier", "#48820f"),
    Code("38", "Information sur les sols", "#90704c"),
    Code("39", "Association foncière urbaine de projet", "#9200d6"),
    Code("40", "Patrimoine mondial", "#7a5230"),
    Code("41", "Recul le long d’un grand axe", "#e60000"),
    Code("42", "Secteur délimité par délibération", "#6a7f9f"),
    Code("43", "Obligation légale de débroussaillement", "#d9822b"),
    Code("97", "Périmètre d’une annexe", "#6e6e6e"),
    Code("98", "Annulation partielle du document", "#000000"),
]


class Easement(NamedTuple):
    """A family of public utility easements: its codes, its legend, its colour."""

    codes: tuple[str, ...]
    legend: str
    colour: str


EASEMENTS = [
    Easement(("AC1",), "AC1 : monuments historiques", "#8a3b12"),
    Easement(("AC2",), "AC2 : sites inscrits et classés", "#b06a1f"),
    Easement(("AC3",), "AC3 : réserves naturelles", "#3b8a4b"),
    Easement(("AC4", "AC4BIS"), "AC4 : sites patrimoniaux remarquables", "#a3487f"),
    Easement(("AS1",), "AS1 : captages d’eau potable", "#1f78b4"),
    Easement(("AS2",), "AS2 : établissements de conchyliculture", "#2f9fb0"),
    Easement(("A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "A10"), "A : agriculture, forêt, eaux", "#4f8f2f"),
    Easement(("AR1", "AR2", "AR3", "AR4", "AR5", "AR6"), "AR : défense", "#5f6b3f"),
    Easement(("EL3", "EL9", "EL10"), "EL : cours d’eau, littoral, parcs nationaux", "#3f8fb5"),
    Easement(
        ("EL1", "EL2", "EL2BIS", "EL4", "EL5", "EL6", "EL7", "EL8", "EL11", "EL12"),
        "EL : routes, alignement",
        "#8a7f5f",
    ),
    Easement(("I1", "I1BIS", "I3"), "I1, I3 : gaz, hydrocarbures", "#d98200"),
    Easement(("I4",), "I4 : électricité", "#6a6ab0"),
    Easement(("I2", "I5", "I6", "I7", "I8", "I9", "I10"), "I : autres énergies, mines et carrières", "#a8842f"),
    Easement(("INT1",), "INT1 : cimetières", "#6f7f66"),
    Easement(("JS1",), "JS1 : sport", "#4d9a6a"),
    Easement(("PM1", "PM1BIS"), "PM1 : risques naturels et miniers", "#d1495b"),
    Easement(
        ("PM2", "PM3", "PM4", "PM5", "PM6", "PM7", "PM8"), "PM2 à PM8 : risques technologiques, pollutions", "#9f2f6f"
    ),
    Easement(("PT1", "PT2", "PT3", "PT4"), "PT : télécommunications", "#7a5fb5"),
    Easement(("T1", "T2", "T3"), "T1 à T3 : voies ferrées, transport par câble", "#5f5a58"),
    Easement(("T4", "T5", "T6", "T7", "T8", "T9"), "T4 à T9 : aéronautique", "#2f6f9f"),
]
