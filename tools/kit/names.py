"""Invented names: the vocabulary of maps, so that nobody takes the territory for a real one."""

from __future__ import annotations

HAMLETS = (
    "Kerlatitude", "Le Point Coté", "La Haute Légende", "Kerpixel", "Les Trois Couches", "La Basse Légende", "Le Graticule",
    "Kervecton", "Le Méridien", "La Toise", "Trébuffer", "Le Clos du Calque", "La Ville au Raster", "Kerjointure",
    "Le Grand Cadre", "La Croix du Nord", "Kerattribut", "Le Bas Relief", "La Projection", "Les Hachures", "Le Champ Unique",
    "Kersommet", "Le Haut Polygone", "La Lande au Tampon", "Le Moulin Fuseau", "Kertopo", "La Maille", "Le Canevas",
    "Trégéoïde", "Kerdatum", "La Planimétrie", "Le Curvimètre", "Les Amers", "La Petite Échelle", "Le Report",
    "Kerazimut", "La Sonde", "Le Levé", "Trémesure", "Kerclavier", "La Mire", "Le Jalon", "Kerindex", "La Fauchée", "Le Nadir",
    "Le Zénith", "La Borne Perdue", "Kerselection", "Le Feuillet", "La Grille", "Le Signet", "Kercurseur", "La Nappe",
    "Le Talweg", "La Crête", "Trévoisin", "Kerzonage", "Le Centroïde", "La Boîte Noire", "Le Millième",
)
UNINHABITED = (
    ("Bois", "Bois des Intersections"), ("Bois", "Bois du Tampon"), ("Bois", "Forêt de la Généralisation"),
    ("Bois", "Bois Vectoriel"), ("Lieu-dit non habité", "Lande des Arrondis"), ("Lieu-dit non habité", "Pré de la Tolérance"),
    ("Lieu-dit non habité", "Champ des Doublons"), ("Lieu-dit non habité", "La Pointe de l'Ulmer"),
    ("Lieu-dit non habité", "La Pointe du Vecteur"), ("Arbre", "Le Chêne Géodésique"),
    ("Lieu-dit non habité", "La Vallée des Nœuds"), ("Lieu-dit non habité", "Les Sables de l'Emprise"),
)
STREET_KINDS = ("Rue", "Allée", "Impasse", "Chemin", "Venelle", "Passage")
STREETS = (
    "du Théodolite", "de la Boussole", "des Isohypses", "du Méridien", "de la Rose des Vents", "du Compas", "des Arpenteurs",
    "du Sextant", "de la Légende", "du Cartouche", "de l'Échelle", "du Portulan", "des Cartographes", "de la Triangulation",
    "du Cadastre", "des Sémaphores", "de l'Équateur", "du Nivellement", "de la Planchette", "des Géomètres", "du Fil à Plomb",
    "du Parallèle", "de l'Astrolabe", "des Hachures", "du Relief", "des Estompages", "de la Rosette", "du Calque",
    "de la Topologie", "des Sommets", "du Polygone", "du Segment", "de l'Attribut", "de la Jointure", "du Buffer",
    "de l'Emprise", "des Doublons", "du Vecteur", "du Raster", "de la Mosaïque", "de l'Ellipsoïde", "du Géoïde", "de la Sphère",
    "du Fuseau", "de la Projection", "du Datum", "de l'Azimut", "du Cap", "de la Loxodromie", "des Amers", "du Phare Éteint",
    "de la Marée Haute", "de la Marée Basse", "du Zéro des Cartes", "des Sondes", "de l'Estran", "du Trait de Côte", "de la Grève",
    "du Millésime", "de la Métadonnée", "de la Généalogie", "du Catalogue", "du Format Ouvert", "de la Licence", "du Partage",
    "du Code Source", "de l'Interopérabilité", "du Standard", "des Nomenclatures", "de l'Index", "de la Requête", "du Curseur",
)
MAIN_STREETS = {
    "D1": "Rue de la Grande Carte", "D2": "Avenue du Levant", "D3": "Rue du Midi", "D4": "Rue du Port", "D5": "Rue de la Plage",
    "D6": "Rue de l'Amont", "D7": "Rue des Deux Bourgs", "D8": "Route des Confins", "D9": "Rue de la Corniche",
    "D10": "Rue du Large", "D11": "Rue des Collines", "D12": "Rue de la Vallée", "D13": "Rue du Pont Neuf",
    "D14": "Rue de la Zone", "D15": "Rue de la Marge",
}
CROPS = (  # code, label, group, label of the group, weight
    ("BTH", "Blé tendre d'hiver", "1", "Blé tendre", 18), ("MIS", "Maïs", "2", "Maïs grain et ensilage", 20),
    ("ORH", "Orge d'hiver", "3", "Orge", 7), ("AVH", "Avoine d'hiver", "4", "Autres céréales", 2),
    ("SRS", "Sarrasin", "4", "Autres céréales", 2), ("CZH", "Colza d'hiver", "5", "Colza", 6),
    ("FVL", "Féverole", "8", "Protéagineux", 2), ("J6S", "Jachère de 6 ans ou plus déclarée comme surface d'intérêt écologique",
     "11", "Gel (surfaces gelées sans production)", 2), ("LUZ", "Luzerne", "16", "Fourrage", 3),
    ("PPH", "Prairie permanente - herbe prédominante (ressources fourragères ligneuses absentes ou peu présentes)", "18",
     "Prairies permanentes", 20), ("PTR", "Autre prairie temporaire de 5 ans ou moins", "19", "Prairies temporaires", 14),
    ("VRG", "Verger", "20", "Vergers", 1), ("CHU", "Chou", "25", "Légumes ou fleurs", 2), ("ART", "Artichaut", "25", "Légumes ou fleurs", 2),
)
