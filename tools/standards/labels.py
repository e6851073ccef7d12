"""Our own short French names of the tables and fields of the urbanisme and SUP standards (the models name few)."""

from __future__ import annotations

import re

# The words that the names of tables and fields write without their accents, or in short.
WORDS = {
    "aep": "eau potable", "altimetrique": "altimétrique", "amenagement": "aménagement", "annee": "année",
    "bati": "bâti", "batiment": "bâtiment", "bev": "BEV", "cable": "câble", "categorie": "catégorie",
    "categorisation": "catégorisation", "chaussee": "chaussée", "complement": "complément", "controle": "contrôle",
    "creation": "création", "debut": "début", "degre": "degré", "depollution": "dépollution", "devers": "dévers",
    "diam": "diamètre", "diametre": "diamètre", "disponibilite": "disponibilité", "echange": "échange",
    "eclairage": "éclairage", "ecoulement": "écoulement", "electrique": "électrique", "element": "élément",
    "elevateur": "élévateur", "entree": "entrée", "epl": "eaux pluviales", "equipement": "équipement",
    "equivalent": "équivalent", "erp": "ERP", "etage": "étage", "etat": "état", "exterieur": "extérieur",
    "exterieure": "extérieure", "facade": "façade", "generique": "générique", "genie": "génie",
    "hierarchie": "hiérarchie", "id": "identifiant", "insee": "INSEE", "interieur": "intérieur",
    "interieure": "intérieure", "leve": "levé", "lineaire": "linéaire", "maj": "mise à jour", "materiau": "matériau",
    "mecanique": "mécanique", "melange": "mélange", "metre": "mètre", "necessite": "nécessité", "noeud": "nœud",
    "numero": "numéro", "opacite": "opacité", "perimetre": "périmètre", "piece": "pièce", "pietons": "piétons",
    "planimetrique": "planimétrique", "pmr": "PMR", "precision": "précision", "prelevement": "prélèvement",
    "pretraitement": "prétraitement", "procedure": "procédure", "proeminence": "proéminence",
    "propriete": "propriété", "pylone": "pylône", "qualite": "qualité", "ref": "référence", "reference": "référence",
    "reglementaire": "réglementaire", "regularite": "régularité", "regulation": "régulation", "regulier": "régulier",
    "rehab": "réhabilitation", "repere": "repère", "reseau": "réseau", "reservoir": "réservoir",
    "revetement": "revêtement", "selectif": "sélectif", "simplifie": "simplifié",
    "telecommunication": "télécommunication", "telegestion": "télégestion", "thematique": "thématique",
    "tourne": "tourné", "traversee": "traversée", "traversees": "traversées", "troncon": "tronçon", "unite": "unité",
    "url": "URL", "utilite": "utilité", "vehicule": "véhicule", "xy": "XY",
}  # fmt: skip

TABLES = {
    "DOC_URBA": "Documents d’urbanisme",
    "DOC_URBA_COM": "Communes du document",
    "ZONE_URBA": "Zonage",
    "SECTEUR_CC": "Secteurs de la carte communale",
    "PERIMETRE_SCOT": "Périmètre du SCoT",
    "SCOT": "SCoT",
    "MEC": "Mises en compatibilité",
    "PRESCRIPTION_SURF": "Prescriptions surfaciques",
    "PRESCRIPTION_LIN": "Prescriptions linéaires",
    "PRESCRIPTION_PCT": "Prescriptions ponctuelles",
    "INFO_SURF": "Informations surfaciques",
    "INFO_LIN": "Informations linéaires",
    "INFO_PCT": "Informations ponctuelles",
    "HABILLAGE_SURF": "Habillage surfacique",
    "HABILLAGE_LIN": "Habillage linéaire",
    "HABILLAGE_PCT": "Habillage ponctuel",
    "HABILLAGE_TXT": "Étiquettes d’habillage",
    "TITRES_PIECES_ECRITES": "Titres des pièces écrites",
    "ACTE_SUP": "Actes instituant les servitudes",
    "SERVITUDE": "Servitudes",
    "SERVITUDE_ACTE_SUP": "Liens entre servitudes et actes",
    "GESTIONNAIRE_SUP": "Gestionnaires",
    "GENERATEUR_SUP_P": "Générateurs ponctuels",
    "GENERATEUR_SUP_L": "Générateurs linéaires",
    "GENERATEUR_SUP_S": "Générateurs surfaciques",
    "ASSIETTE_SUP_P": "Assiettes ponctuelles",
    "ASSIETTE_SUP_L": "Assiettes linéaires",
    "ASSIETTE_SUP_S": "Assiettes surfaciques",
    "CONTRAINTES": "Contraintes de circulation",
    "EQUIPEMENTS": "Équipements",
    "TRONCON_ITBR": "Tronçons d’itinéraire bois ronds",
    "TRONCON_ITDF": "Tronçons d’itinéraire de défense",
    "TRONCON_ROUTE": "Tronçons de route",
}

FIELDS = {
    "ADRESSE": "Adresse",
    "ANGLE": "Angle (degrés)",
    "ANGLE1": "Premier angle",
    "ANGLE2": "Second angle",
    "APLAN": "Plan annexé à l’acte",
    "CATEGORIE": "Catégorie de servitude",
    "CODE_ALEA": "Code de l’aléa",
    "COULEUR": "Couleur (RVB)",
    "COURRIEL": "Adresse électronique",
    "CROISEMENT": "Croisement",
    "DAAC": "Fichier du DAAC",
    "DATAPPRO": "Date d’approbation",
    "DATECOG": "Millésime du COG",
    "DATEDECIS": "Date de la décision",
    "DATEFIN": "Date de fin de validité",
    "DATEMAJ": "Date de mise à jour",
    "DATEPUB": "Date de publication",
    "DATEREF": "Date du référentiel cadastral",
    "DATESRCASS": "Date du référentiel de l’assiette",
    "DATESRCGEN": "Date du référentiel du générateur",
    "DATVALID": "Date de validation",
    "DECISION": "Nature de la décision",
    "DESCRIPTIO": "Description",
    "DESTCDT": "Destinations sous conditions",
    "DESTDOMI": "Vocation dominante",
    "DESTNON": "Destinations interdites",
    "DESTOUI": "Destinations autorisées",
    "DIAMETRE": "Diamètre (mm)",
    "DOCSOURCE": "Document numérisé",
    "DOO": "Fichier du DOO",
    "ECHNUM": "Échelle de numérisation",
    "EPCI": "SIREN de l’EPCI",
    "ESTABROGE": "Servitude abrogée",
    "ETAT": "État juridique",
    "FERMRECO": "Fermé à la reconstruction",
    "FICHIER": "Fichier de l’acte",
    "FORMDOMI": "Forme dominante",
    "GPU_ID": "Identifiant au Géoportail de l’urbanisme",
    "H": "Hauteur",
    "HREF": "Référence de hauteur",
    "IDACTE": "Identifiant de l’acte",
    "IDASS": "Identifiant de l’assiette",
    "IDBDEXT": "Identifiant dans le référentiel externe",
    "IDGEN": "Identifiant du générateur",
    "IDGEST": "Identifiant du gestionnaire",
    "IDHAB": "Identifiant de l’habillage",
    "IDINFO": "Identifiant de l’information",
    "IDINTGEST": "Identifiant interne du gestionnaire",
    "IDPSC": "Identifiant de la prescription",
    "IDSUP": "Identifiant de la servitude",
    "IDURBA": "Identifiant du document d’urbanisme",
    "IDZONE": "Identifiant de la zone",
    "ID_GASPAR": "Identifiant Gaspar",
    "INSEE": "Code INSEE de la commune",
    "INTERCO": "Document intercommunal",
    "LARGEUR": "Largeur",
    "LIBELLE": "Libellé",
    "LIBELONG": "Libellé long",
    "LIB_IDHAB": "Identifiant de l’habillage",
    "LIB_IDINFO": "Identifiant de l’information",
    "LIB_IDPSC": "Identifiant de la prescription",
    "LIB_IDZONE": "Identifiant de la zone",
    "MODEGENERE": "Mode d’obtention du générateur",
    "MODEGEOASS": "Mode d’obtention de l’assiette",
    "MODEPROD": "Mode de production",
    "NAME": "Nom",
    "NATECR": "Nature de l’écriture",
    "NATTRAC": "Nature du tracé",
    "NATURE": "Nature",
    "NOM": "Nom",
    "NOMACTE": "Nom de l’acte",
    "NOMARR": "Fichier de l’arrêté",
    "NOMASS": "Nom de l’assiette",
    "NOMCORRES": "Correspondant",
    "NOMFIC": "Fichier du texte",
    "NOMGEN": "Nom du générateur",
    "NOMGEST": "Nom du gestionnaire",
    "NOMPLAN": "Fichier du plan",
    "NOMPROC": "Dernière procédure",
    "NOMRAPP": "Fichier du rapport de présentation",
    "NOMREG": "Fichier du règlement",
    "NOMSUP": "Nom de la servitude",
    "NOMSUPLITT": "Nom littéral de la servitude",
    "NUMTEL": "Téléphone",
    "OBSVALIDAT": "Observation sur la validation",
    "PADD": "Fichier du PADD",
    "PARAMCALC": "Paramètre de calcul",
    "PAS": "Fichier du PAS",
    "POLICE": "Police de caractères",
    "QUIPROD": "Producteur",
    "RAPPORT": "Fichier du rapport de présentation",
    "RAYON": "Rayon",
    "REFBDEXT": "Référentiel externe",
    "REFERENCE": "Référence de l’acte",
    "SIREN": "Numéro SIREN",
    "SITEWEB": "Site de consultation",
    "SRCGEOASS": "Source géographique de l’assiette",
    "SRCGEOGEN": "Source géographique du générateur",
    "STYLE": "Style de l’écriture",
    "STYPEINF": "Sous-type d’information",
    "STYPEP": "Sous-type de périmètre",
    "STYPEPSC": "Sous-type de prescription",
    "SYMBOLE": "Symbole",
    "TAILLE": "Taille des caractères",
    "TENSION": "Tension (kV)",
    "TITLE": "Titre",
    "TITRE": "Titre",
    "TXT": "Étiquette",
    "TYPE": "Type",
    "TYPEACTE": "Nature de l’acte",
    "TYPEASS": "Nature de l’assiette",
    "TYPEDOC": "Type de document",
    "TYPEGEN": "Nature du générateur",
    "TYPEINF": "Type d’information",
    "TYPEP": "Type de périmètre",
    "TYPEPROC": "Type de procédure",
    "TYPEPSC": "Type de prescription",
    "TYPEREF": "Référentiel cadastral",
    "TYPESECT": "Type de secteur",
    "TYPEZONE": "Type de zone",
    "TYPE_GEST": "Type de gestionnaire",
    "TYPE_VOIE": "Type de voie",
    "URLDAAC": "Lien vers le DAAC",
    "URLDOO": "Lien vers le DOO",
    "URLFIC": "Lien vers le texte",
    "URLPADD": "Lien vers le PADD",
    "URLPAS": "Lien vers le PAS",
    "URLPE": "Lien vers les pièces écrites",
    "URLPLAN": "Lien vers le plan",
    "URLRAPP": "Lien vers le rapport de présentation",
    "URLRAPPORT": "Lien vers le rapport de présentation",
    "URLREG": "Lien vers le règlement",
    "URL_GRISQ": "Lien vers Géorisques",
    "VALIDEGEST": "Validé par le gestionnaire",
    "XDEBUT": "X du début",
    "XFINAL": "X de la fin",
    "YDEBUT": "Y du début",
    "YFINAL": "Y de la fin",
}

# The order in which the fields of a table are shown: that of the models is none.
_FIRST = (
    "IDGEN", "IDASS", "IDACTE", "IDSUP", "IDGEST", "LIBELLE", "LIBELONG", "TXT", "TYPEZONE", "TYPESECT", "FERMRECO",
    "DESTDOMI", "FORMDOMI", "DESTOUI", "DESTCDT", "DESTNON", "TYPEPSC", "STYPEPSC", "TYPEINF", "STYPEINF", "TYPEP",
    "STYPEP", "TYPEDOC", "ETAT", "TYPEPROC", "NOMPROC", "NATURE", "NATTRAC", "NATECR", "NOMFIC", "URLFIC", "INSEE",
    "SIREN", "INTERCO", "IDURBA", "DATVALID", "DATAPPRO", "DATEFIN", "NOMREG", "URLREG", "NOMPLAN", "URLPLAN",
    "NOMRAPP", "URLRAPP", "URLPE", "SITEWEB", "TYPEREF", "DATEREF", "COULEUR", "TAILLE", "POLICE", "STYLE", "ANGLE",
    "SYMBOLE",
)  # fmt: skip
_LAST = ("LIB_IDZONE", "LIB_IDPSC", "LIB_IDINFO", "LIB_IDHAB")

# Names of the same thing in other versions of the standard, or usual ones.
ALIASES = {
    "LIB_IDZONE": ("IDZONE",),
    "LIB_IDPSC": ("IDPSC",),
    "LIB_IDINFO": ("IDINFO",),
    "LIB_IDHAB": ("IDHAB",),
    "LIBELONG": ("LIBELLE_LONG", "LIB_LONG"),
    "DATAPPRO": ("DATE_APPRO",),
    "DATVALID": ("DATE_VALID",),
    "INSEE": ("CODE_INSEE", "INSEE_COM", "DEPCOM"),
    "NOMRAPP": ("RAPPORT",),
    "URLRAPP": ("URLRAPPORT",),
}

# What the short lists of codes mean; those of the prescriptions and informations carry their labels.
CODES = {
    "TYPEZONE": {
        "U": "Zone urbaine",
        "AUc": "Zone à urbaniser, constructible",
        "AUs": "Zone à urbaniser, bloquée",
        "A": "Zone agricole",
        "N": "Zone naturelle et forestière",
    },
    "TYPESECT": {
        "01": "Secteur ouvert à la construction",
        "02": "Secteur réservé aux activités",
        "03": "Secteur non ouvert à la construction, sauf exceptions",
        "99": "Zone non couverte",
    },
    "ETAT": {
        "01": "En cours de procédure",
        "02": "Arrêté",
        "03": "Opposable",
        "04": "Annulé",
        "05": "Remplacé",
        "06": "Abrogé",
        "07": "Approuvé",
        "08": "Partiellement annulé",
        "09": "Caduc",
    },
    "TYPEDOC": {
        "PLU": "Plan local d’urbanisme",
        "PLUI": "Plan local d’urbanisme intercommunal",
        "POS": "Plan d’occupation des sols",
        "CC": "Carte communale",
        "PSMV": "Plan de sauvegarde et de mise en valeur",
        "SCOT": "Schéma de cohérence territoriale",
    },
    "INTERCO": {"T": "Vrai", "F": "Faux"},
    "APLAN": {"T": "Vrai", "F": "Faux"},
    "VALIDEGEST": {"T": "Vrai", "F": "Faux"},
}


def code_label(column: str, value: str) -> str:
    """What a value of a short list means, “” where nothing needs saying."""
    return CODES.get(column.upper(), {}).get(value, "")


def rank(name: str) -> tuple[int, str]:
    """The place of a field among those of its table."""
    upper = name.upper()
    if upper in _LAST:
        return len(_FIRST) + 1, name
    return (_FIRST.index(upper) if upper in _FIRST else len(_FIRST)), name


def table_title(name: str) -> str:
    """The French name of a table: AC1_GENERATEUR_SUP_P is one of GENERATEUR_SUP_P."""
    if name in TABLES:
        return TABLES[name]
    category, _, kind = name.partition("_")
    return f"{TABLES[kind]} ({category})" if kind in TABLES else humanized(name)


def field_title(name: str) -> str:
    """The French name of a field, or its name written as words."""
    return FIELDS.get(name.upper(), humanized(name))


def humanized(name: str) -> str:
    """A name as French words: “type_de_voie” → “Type de voie”, “etatRevetement” → “État revêtement”."""
    parted = re.sub(r"(?<=[a-zé0-9])(?=[A-Z])", " ", name).replace("_", " ").split()
    said = " ".join(WORDS.get(word.lower(), word.lower()) for word in parted)
    return said[:1].upper() + said[1:]
