"""What is decided by hand: where the communes, towns, roads and rivers of the invented territory are.

Places are in kilometres of a sketch of 24 km a side, drawn at a little over half its size in the Atlantic, where
Lambert-93 still has plausible figures and no land.
"""

from __future__ import annotations

from dataclasses import dataclass

ORIGIN, SCALE = (60_000.0, 6_600_000.0), 0.56

NODES = {
    "A": (5.3, 24.3),
    "P": (5.0, 20.6),
    "H": (11.0, 12.5),
    "M": (7.2, 10.6),
    "V": (11.0, 5.2),
    "W": (15.6, 4.1),
    "Q": (20.4, 4.2),
    "C": (24.1, 3.4),
    "B": (24.5, 24.3),
    "R0": (24.6, 20.6),
    "R1": (20.7, 17.6),
    "R2": (17.2, 15.0),
    "R3": (14.0, 13.6),
    "K": (10.2, 20.9),
    "S2": (10.6, 8.6),
    "S3": (13.8, 9.3),
    "S4": (17.2, 8.2),
    "T": (21.0, 7.6),
}
# name: nodes and points on the way, roughness, longest segment in metres
EDGES: dict[str, tuple[list[str | tuple[float, float]], float, float]] = {
    "coast north": (["A", (4.9, 22.0), "P"], 0.16, 70),
    "coast west": (["P", (3.4, 19.0), (4.5, 17.0), (3.0, 15.2), (5.4, 13.8), (8.0, 13.4), (9.6, 12.8), "H"], 0.17, 60),
    "coast estuary": (["H", (9.4, 11.7), "M"], 0.13, 60),
    "coast south-west": (["M", (5.4, 9.0), (6.6, 7.2), (9.2, 6.8), "V"], 0.17, 60),
    "coast south": (["V", (13.4, 5.7), "W"], 0.15, 60),
    "coast south-east": (["W", (18.0, 4.9), "Q"], 0.15, 60),
    "coast beyond": (["Q", (22.2, 4.3), "C"], 0.15, 70),
    "outside west": (["A", (14.0, 24.5), "B"], 0.02, 2500),
    "outside north-east": (["B", "R0"], 0.02, 2500),
    "outside east": (["R0", (24.8, 12.0), "C"], 0.02, 2500),
    "river beyond": (["R0", (22.4, 19.5), "R1"], 0.16, 90),
    "river upper": (["R1", (18.8, 16.6), "R2"], 0.18, 90),
    "river middle": (["R2", (15.7, 14.0), "R3"], 0.18, 90),
    "river lower": (["R3", (12.4, 13.3), "H"], 0.16, 80),
    "border north": (["P", (7.6, 20.3), "K"], 0.14, 150),
    "border north-east": (["K", (14.5, 20.2), (18.4, 20.9), "R1"], 0.14, 150),
    "border east": (["R1", (20.5, 13.5), "T"], 0.14, 150),
    "border south-east": (["T", (21.3, 6.0), "Q"], 0.14, 150),
    "2-4": (["H", (10.4, 14.2), (9.6, 15.6), (9.8, 18.4), "K"], 0.13, 150),
    "1-3": (["M", (9.2, 9.6), "S2"], 0.13, 130),
    "3-6": (["S2", (11.4, 7.0), "V"], 0.13, 130),
    "1-6": (["S2", (12.0, 9.4), "S3"], 0.13, 150),
    "1-5": (["S3", (15.0, 11.4), "R3"], 0.13, 150),
    "5-6": (["S3", (15.6, 9.2), "S4"], 0.13, 150),
    "5-6 east": (["S4", (19.0, 8.4), "T"], 0.13, 150),
    "delegated": (["W", (16.2, 6.4), "S4"], 0.13, 150),
}
ISLAND, ISLAND_RADIUS = (1.5, 11.7), 700.0
COAST = [name for name in EDGES if name.startswith("coast")]
COMMUNE_EDGES = [name for name in EDGES if name not in ("river beyond", "delegated")]
RIVER = ["river beyond", "river upper", "river middle", "river lower"]


@dataclass(frozen=True)
class Commune:
    """A commune of the kit."""

    number: int
    name: str
    inside: tuple[float, float]  # a place of its territory, in the sketch
    population: int
    postcode: str
    epci: str = "000000001"

    @property
    def code(self) -> str:
        """Its invented INSEE code."""
        return f"{self.number:05d}"

    @property
    def siren(self) -> str:
        """Its invented SIREN."""
        return f"00000{self.number:04d}"


EPCI = {
    "000000001": "Communauté de communes de l'Estran imaginaire",
    "000000002": "Communauté de communes des Confins inventés",
}
DEPARTEMENT, REGION = "Département imaginaire de l'Estran", "Région imaginaire des Deux-Estrans"
COMMUNES = (
    Commune(1, "Port-Estrelle", (11.9, 11.0), 2_640, "00100"),
    Commune(2, "Saint-Ulmer-des-Sables", (6.3, 17.4), 690, "00110"),
    Commune(3, "Kervecteur", (7.9, 8.9), 610, "00120"),
    Commune(4, "Lanraster", (13.6, 17.0), 780, "00110"),
    Commune(5, "Ploutopologie", (17.6, 11.6), 650, "00130"),
    Commune(6, "Bourg-Millésime", (14.3, 7.2), 820, "00120"),
    Commune(7, "Confins-sur-Marge", (21.9, 15.9), 340, "00900", "000000002"),
)
DELEGATED_CODE, DELEGATED_NAME, DELEGATED_INSIDE, DELEGATED_POPULATION = "00008", "Trémaille", (18.6, 6.6), 190

# name, place in the sketch, radius in metres, commune
TOWNS = (
    ("Port-Estrelle", (11.95, 11.15), 480.0, 1),
    ("Saint-Ulmer-des-Sables", (6.1, 17.6), 250.0, 2),
    ("Kervecteur", (8.0, 9.0), 235.0, 3),
    ("Lanraster", (13.5, 16.9), 260.0, 4),
    ("Ploutopologie", (17.7, 11.5), 240.0, 5),
    ("Bourg-Millésime", (14.4, 7.2), 265.0, 6),
    ("Trémaille", (18.2, 6.7), 170.0, 6),
    ("Confins-sur-Marge", (22.0, 15.8), 190.0, 7),
    ("Île de l'Échelle", (1.6, 11.75), 140.0, 3),
)
ESTATE, ESTATE_SIZE, ESTATE_TURN = (
    (15.3, 15.6),
    (520.0, 320.0),
    0.55,
)  # zone d'activité: place, sides in metres, radians
SMALL_ESTATE, SMALL_ESTATE_SIZE, SMALL_ESTATE_TURN = (13.55, 10.55), (320.0, 220.0), 0.2

# name or number, importance, places
ROADS: tuple[tuple[str, int, list[tuple[float, float]]], ...] = (
    ("N900", 1, [(25.4, 9.6), (21.2, 10.9), (19.0, 13.0), (16.3, 15.5), (15.1, 18.4), (14.6, 25.4)]),
    ("D1", 2, [(11.95, 11.15), (12.5, 12.4), (12.55, 14.3), (13.5, 16.9), (12.9, 20.2), (12.4, 25.4)]),
    ("D2", 2, [(11.95, 11.15), (14.6, 11.0), (17.7, 11.5), (20.3, 12.7), (25.4, 13.0)]),
    ("D3", 3, [(11.95, 11.15), (13.0, 9.3), (14.4, 7.2), (14.5, 5.9)]),
    ("D4", 3, [(11.95, 11.15), (10.0, 9.9), (8.0, 9.0), (6.6, 8.5)]),
    ("D5", 3, [(13.5, 16.9), (9.9, 17.0), (6.1, 17.6), (4.6, 17.6)]),
    ("D6", 3, [(14.4, 7.2), (16.4, 7.2), (18.2, 6.7), (20.8, 5.9), (25.4, 5.6)]),
    ("D7", 3, [(17.7, 11.5), (16.2, 9.4), (14.4, 7.2)]),
    ("D8", 3, [(17.7, 11.5), (19.6, 14.4), (22.0, 15.8), (25.4, 17.2)]),
    ("D9", 4, [(8.0, 9.0), (10.2, 7.4), (12.4, 7.0), (14.4, 7.2)]),
    ("D10", 4, [(6.1, 17.6), (6.6, 19.4), (7.4, 25.4)]),
    ("D11", 4, [(13.5, 16.9), (16.8, 18.6), (20.2, 19.2), (22.0, 15.8)]),
    ("D12", 4, [(17.7, 11.5), (18.6, 9.2), (18.2, 6.7), (18.5, 5.5)]),
    ("D13", 4, [(6.1, 17.6), (7.6, 15.4), (10.6, 14.3), (12.55, 14.3)]),
    ("D14", 4, [(13.5, 16.9), (15.3, 15.6), (16.3, 15.5)]),
    ("D15", 4, [(22.0, 15.8), (22.3, 12.9), (22.0, 9.0), (20.8, 5.9)]),
    ("Rue du Parc d'Activités", 5, [(13.62, 11.1), (13.55, 10.55), (13.5, 9.95), (12.75, 9.75)]),
    ("Route du Phare", 5, [(1.6, 11.75), (1.1, 11.9)]),
    ("Route de la Cale", 5, [(1.6, 11.75), (2.0, 11.5)]),
)
RAILWAY = [(25.4, 14.4), (20.6, 14.0), (18.2, 12.7), (15.6, 12.4), (13.3, 11.7), (12.75, 11.45)]
POWER = (
    (225, [(25.4, 18.6), (19.4, 17.4), (15.4, 14.6), (13.2, 9.8), (11.6, 6.9), (9.8, 7.9)]),
    (63, [(15.4, 14.6), (11.6, 15.4), (7.2, 16.2)]),
)
# name, places; a stream ends on the water nearest its last place
STREAMS: tuple[tuple[str, list[tuple[float, float]]], ...] = (
    ("Ruisseau du Pixel", [(11.6, 20.4), (12.0, 18.0), (11.9, 15.6), (12.6, 13.4)]),
    ("Ruisseau de la Tuile", [(18.6, 22.4), (17.8, 19.2), (17.5, 16.8), (17.2, 15.0)]),
    ("Ruisseau du Nœud", [(19.9, 10.4), (18.8, 12.4), (16.6, 12.9), (15.6, 14.0)]),
    ("Ruisseau de la Jointure", [(15.6, 9.9), (15.9, 11.6), (16.6, 12.9)]),
    ("La Médiane", [(16.9, 9.6), (15.4, 8.2), (13.6, 7.8), (13.4, 5.7)]),
    ("Ruisseau de l'Isohypse", [(9.0, 19.2), (7.4, 18.6), (6.0, 16.6), (4.5, 17.0)]),
    ("Ruisseau du Tampon", [(9.7, 8.5), (9.1, 7.8), (9.2, 6.8)]),
    ("Ruisseau de la Lisière", [(22.9, 9.4), (20.9, 8.6), (19.4, 6.6), (18.0, 4.9)]),
    ("Ruisseau du Cadre", [(8.2, 21.9), (6.6, 21.4), (4.9, 22.0)]),
)
MAIN_RIVER = "La Sinuelle"
# name, nature, place, radius in metres
PONDS = (
    ("Étang de la Trame", "Retenue", (17.62, 17.4), 170.0),
    ("Étang du Nœud Coulant", "Retenue", (18.3, 12.55), 120.0),
    ("Étang de la Médiane", "Retenue", (15.2, 8.1), 130.0),
    ("Marais des Sables", "Marais", (5.1, 16.7), 190.0),
    ("Étang de la Marge", "Retenue", (20.75, 8.35), 110.0),
    ("Lagune de l'Échelle", "Lagune", (1.45, 11.3), 70.0),
)


def size(metres: float) -> float:
    """A length that follows the scale of the sketch."""
    return metres * SCALE / 0.75


def place(point: tuple[float, float]) -> tuple[float, float]:
    """Lambert-93 coordinates, in metres, of a place of the sketch."""
    x, y = (ORIGIN[k] + 1000 * (12 + (point[k] - 12) * SCALE) for k in (0, 1))
    return round(x, 1), round(y, 1)
