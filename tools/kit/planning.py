"""The PLU of each commune, and the servitudes: zones follow the parcels, so that they fit exactly."""

from __future__ import annotations

import hashlib
import math
from typing import TYPE_CHECKING

import numpy
import shapely
from shapely import Point

from . import plan
from .names import of
from .network import Settlement, power_lines, railway
from .shapes import Dice, on_grid, polygons

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from .fabric import Fabric, Leaf
    from .land import Land
    from .writer import Kit, Value

APPROVED = {1: "20240312", 2: "20190625", 3: "20210914", 4: "20170518", 5: "20221006", 6: "20200130", 7: "20180704"}
ZONES = {  # label: kind, long label, domain of destination
    "UA": ("U", "Zone urbaine centrale", "01"),
    "UB": ("U", "Zone urbaine résidentielle", "01"),
    "UC": ("U", "Hameau", "01"),
    "UE": ("U", "Zone urbaine d'activités", "02"),
    "UL": ("U", "Zone urbaine d'équipements", "03"),
    "1AU": ("AUc", "Zone à urbaniser ouverte", "01"),
    "2AU": ("AUs", "Zone à urbaniser fermée", "01"),
    "A": ("A", "Zone agricole", "07"),
    "N": ("N", "Zone naturelle", "08"),
    "NS": ("N", "Espace remarquable du littoral", "08"),
    "NL": ("N", "Zone naturelle de loisirs", "05"),
}


def tell(
    kit: Kit,
    fabric: Fabric,
    land: Land,
    communes: dict[int, BaseGeometry],
    places: list[Settlement],
    roles: list[tuple[str, Settlement, Leaf]],
) -> None:
    """Documents, zones, prescriptions, informations and servitudes."""
    labels = _labels(fabric, land, places)
    for commune in plan.COMMUNES:
        number = commune.number
        said = _said(number)
        kit.add(
            "urba_document",
            communes[number],
            gid=number,
            id=f"document.{number}",
            grid_name=commune.code,
            grid_title=commune.name,
            name=f"{commune.code}_PLU_{APPROVED[number]}",
            du_type="PLU",
            **_document(number),
        )
        by_label: dict[str, list[BaseGeometry]] = {}
        for leaf, label in zip(fabric.leaves, labels, strict=True):
            if leaf.commune == number:
                by_label.setdefault(label, []).append(leaf.ground)
        for label, areas in sorted(by_label.items()):
            kind, long_label, domain = ZONES[label]
            for part in sorted(polygons(shapely.union_all(areas)), key=lambda part: (part.centroid.x, part.centroid.y)):
                rank = len(kit.rows.get("urba_zone_urba", [])) + 1
                kit.add(
                    "urba_zone_urba",
                    part,
                    gid=rank,
                    libelle=label,
                    libelong=long_label,
                    typezone=kind,
                    destdomi=domain,
                    nomfic=f"{commune.code}_reglement_{APPROVED[number]}.pdf",
                    idzone=f"{commune.code}_{rank}",
                    formdomi="0000",
                    **said,
                )
    _tell_prescriptions(kit, fabric, labels, communes, roles)
    _tell_informations(kit, fabric, labels, communes)
    _tell_servitudes(kit, land, roles)


def _document(number: int) -> dict[str, Value]:
    return {
        "gpu_doc_id": hashlib.sha256(f"PLU {number}".encode()).hexdigest()[:32],
        "gpu_status": "document.production",
        "gpu_timestamp": "2026-05-04T08:00:00Z",
        "partition": f"DU_{number:05d}",
    }


def _said(number: int) -> dict[str, Value]:
    return _document(number) | {
        "insee": f"{number:05d}",
        "datappro": APPROVED[number],
        "datvalid": APPROVED[number],
        "idurba": f"{number:05d}_PLU_{APPROVED[number]}",
    }


def _labels(fabric: Fabric, land: Land, places: list[Settlement]) -> list[str]:
    """The zone of each leaf."""
    shore = land.shore
    rim = [place for place in places if place.town]
    streams = shapely.union_all([stream.line for stream in land.streams])
    labels = []
    for leaf in fabric.leaves:
        dice = Dice(f"zone {leaf.centre[0]:.0f} {leaf.centre[1]:.0f}")
        near = min(math.dist(leaf.centre, place.centre) - place.radius for place in rim)
        if leaf.kind == "estate":
            label = "UE"
        elif leaf.place >= 0:
            town = places[leaf.place].town
            label = (
                ("UL" if leaf.kind == "block" and leaf.use else "UA" if leaf.reach < 0.36 else "UB") if town else "UC"
            )
            label = "A" if not town and places[leaf.place].radius < 90 else label
        elif leaf.use in ("sport", "cimetiere", "ecole", "college", "parking"):
            label = "UL"
        elif leaf.use == "jardin":
            label = "NL"
        elif leaf.kind == "water" or leaf.use == "bois" or leaf.area.distance(streams) < 5:
            label = "N"
        elif leaf.use == "lande" or leaf.area.distance(shore) < 3:
            label = "NS"
        elif near < 60 and dice.chance(0.5):
            label = "1AU" if dice.chance(0.6) else "2AU"
        else:
            label = "A"
        labels.append(label)
    return labels


def _tell_prescriptions(
    kit: Kit,
    fabric: Fabric,
    labels: list[str],
    communes: dict[int, BaseGeometry],
    roles: list[tuple[str, Settlement, Leaf]],
) -> None:
    dice = Dice("prescriptions")
    for commune in plan.COMMUNES:
        number = commune.number
        mine = [(leaf, label) for leaf, label in zip(fabric.leaves, labels, strict=True) if leaf.commune == number]
        reserved = 0
        for leaf, label in mine:
            if label == "1AU":
                _prescribe(
                    kit, "surf", number, leaf.parcel, "18", "00", "Orientation d'aménagement et de programmation", "OAP"
                )
            elif label == "UB" and leaf.kind == "block" and reserved < 3:
                reserved += 1
                _prescribe(
                    kit,
                    "surf",
                    number,
                    leaf.parcel,
                    "05",
                    "02",
                    f"Emplacement réservé n° {reserved}",
                    "Équipement public",
                )
            elif leaf.use == "bois" and leaf.parcel.area > 15_000 and dice.chance(0.5):
                _prescribe(kit, "surf", number, leaf.parcel, "01", "00", "Espace boisé classé", "EBC")
            elif label == "UC" and leaf.parcel.area > 1_400 and dice.chance(0.04):
                _prescribe(
                    kit,
                    "pct",
                    number,
                    leaf.parcel.representative_point(),
                    "16",
                    "01",
                    "Bâtiment susceptible de changer de destination",
                    "Ancienne ferme",
                )
        hedges = [row.geometry for row in kit.rows["bdtopo_haie"] if communes[number].contains(row.geometry)]
        for hedge in hedges[::6]:
            _prescribe(kit, "lin", number, hedge, "07", "04", "Haie à préserver", "Élément de paysage")
    for role, town, leaf in roles:
        if role in ("eglise", "mairie"):
            _prescribe(
                kit,
                "pct",
                town.commune,
                leaf.parcel.representative_point(),
                "07",
                "01",
                "Patrimoine bâti à protéger",
                "Église" if role == "eglise" else "Ancienne école",
            )


def _prescribe(
    kit: Kit, form: str, number: int, geometry: BaseGeometry, kind: str, subkind: str, label: str, text: str
) -> None:
    table = f"urba_prescription_{form}"
    rank = len(kit.rows.get(table, [])) + 1
    kit.add(
        table,
        geometry,
        gid=rank,
        libelle=label,
        txt=text,
        typepsc=kind,
        stypepsc=subkind,
        idpsc=f"{number:05d}_{rank}",
        nomfic=f"{number:05d}_reglement_{APPROVED[number]}.pdf",
        **_said(number),
    )


def _tell_informations(kit: Kit, fabric: Fabric, labels: list[str], communes: dict[int, BaseGeometry]) -> None:
    roads = [row.geometry for row in kit.rows["bdtopo_troncon_de_route"] if row.values["importance"] in ("1", "2")]
    noisy_area = shapely.buffer(numpy.array(roads), 100, cap_style="flat", quad_segs=2)
    noisy_area = shapely.union_all(noisy_area).simplify(2)
    for commune in plan.COMMUNES:
        number = commune.number
        town = shapely.union_all(
            [
                leaf.ground
                for leaf, label in zip(fabric.leaves, labels, strict=True)
                if leaf.commune == number and label[0] in "U12"
            ]
        )
        sewer = on_grid(
            town.buffer(40, quad_segs=1).buffer(-30, quad_segs=1).simplify(4).intersection(communes[number])
        )
        noise = on_grid(noisy_area.intersection(communes[number]))
        for area, kind, subkind, label in (
            (town, "04", "00", "Droit de préemption urbain"),
            (sewer, "19", "01", "Assainissement collectif"),
            (noise, "14", "00", "Secteur affecté par le bruit d'une infrastructure de transport"),
        ):
            if not area.is_empty:
                rank = len(kit.rows.get("urba_info_surf", [])) + 1
                said = {name: value for name, value in _said(number).items() if name != "datappro"}
                kit.add(
                    "urba_info_surf",
                    area,
                    gid=rank,
                    libelle=label,
                    txt=label,
                    typeinf=kind,
                    stypeinf=subkind,
                    idinfo=f"{number:05d}_{rank}",
                    **said,
                )


def _tell_servitudes(kit: Kit, land: Land, roles: list[tuple[str, Settlement, Leaf]]) -> None:
    """AC1 around four churches, I4 along the power lines, T1 along the railway, AS1 around a water intake."""
    churches = [(town, leaf) for role, town, leaf in roles if role == "eglise"][:5]
    for town, leaf in churches:
        spot = leaf.parcel.representative_point()
        _servitude(
            kit,
            "ac1",
            f"Église {of(town.name)}",
            "Monument historique inscrit",
            spot,
            spot.buffer(500, quad_segs=12),
            500,
        )
    for voltage, line in power_lines(land):
        _servitude(
            kit,
            "i4",
            f"Ligne à {voltage} kV",
            "Ligne électrique",
            None,
            line.buffer(25 if voltage > 100 else 15, cap_style="flat"),
            0,
        )
    _servitude(kit, "t1", "Ligne de l'Estran", "Voie ferrée", None, railway(land).buffer(20, cap_style="flat"), 0)
    intake = Point(plan.place((18.9, 10.3)))
    _servitude(kit, "as1", "Captage du Nœud", "Captage d'eau potable", intake, intake.buffer(320, quad_segs=8), 320)


def _servitude(
    kit: Kit, kind: str, name: str, source: str, spot: Point | None, area: BaseGeometry, radius: int
) -> None:
    category, number = kind.upper(), len(kit.rows.get("sup_assiette_sup_s", [])) + 1
    manager = {"AC1": "110046018", "I4": "000000041", "T1": "000000042", "AS1": "000000043"}[category]
    said: dict[str, Value] = {
        "gpu_doc_id": hashlib.sha256(f"SUP {category}".encode()).hexdigest()[:32],
        "gpu_status": "document.production",
        "gpu_timestamp": "2026-03-02T08:00:00Z",
        "suptype": kind,
        "partition": f"{manager}_SUP_000_{category}",
        "idgen": f"{category}_GEN_{number}",
        "nomsuplitt": name,
    }
    whole = {
        "ac1": "Périmètre des abords",
        "i4": "Périmètre de la servitude",
        "t1": "Zone de protection",
        "as1": "Périmètre de protection rapproché",
    }
    kit.add(
        "sup_assiette_sup_s",
        on_grid(area),
        gid=number,
        idass=f"{category}_ASS_{number}",
        nomass=name,
        typeass=whole[kind],
        modegeoass="Zone tampon" if radius else "Liste de parcelles",
        srcgeoass="BD TOPO (formation)",
        datesrcass="20260101",
        rayon=radius or None,
        **said,
    )
    if spot is not None:
        kit.add(
            "sup_generateur_sup_p",
            on_grid(spot),
            gid=len(kit.rows.get("sup_generateur_sup_p", [])) + 1,
            idsup=f"{category}_SUP_{number}",
            nomgen=name,
            typegen=source,
            modegenere="Numérisation",
            srcgeogen="BD TOPO (formation)",
            datesrcgen="20260101",
            **said,
        )
