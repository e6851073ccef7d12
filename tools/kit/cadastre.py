"""Sections, sheets and numbers of the parcels; communes, IRIS and the levels above them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import shapely
from shapely import Point
from shapely.ops import split

from . import plan
from .shapes import Dice, polygons

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from .fabric import Fabric, Leaf
    from .land import Land
    from .network import Settlement
    from .writer import Kit

WHOLE = {"date_creation": "2006-01-01T00:00:00Z", "date_modification": "2026-06-15T00:00:00Z"}


def number_parcels(fabric: Fabric, land: Land, places: list[Settlement]) -> None:
    """Gives each leaf its section and its parcel the fourteen characters of its identifier."""
    delegated = delegated_area(land)
    by_section: dict[str, list[Leaf]] = {}
    for leaf in fabric.leaves:
        centre = next(place.centre for place in places if place.town and place.commune == leaf.commune)
        former = leaf.commune == 6 and delegated.contains(leaf.ground.representative_point())
        turn = (math.atan2(leaf.centre[1] - centre[1], leaf.centre[0] - centre[0]) / (2 * math.pi)) % 1
        in_town = leaf.place >= 0 and places[leaf.place].town
        count = (5 if leaf.commune == 1 else 2) if in_town else 4
        letter = "ABCDEF"[int(turn * count)]
        section = ("A" if in_town else "0") + letter
        leaf.section = f"{'008' if former else '000'}{section}"
        if not leaf.parcel.is_empty:
            by_section.setdefault(f"{leaf.commune}{leaf.section}", []).append(leaf)
    for leaves in by_section.values():
        ordered = sorted(
            leaves, key=lambda leaf: (-round(leaf.centre[1], -2), round(leaf.centre[0], 1), round(leaf.centre[1], 1))
        )
        for number, leaf in enumerate(ordered, 1):
            leaf.idu = f"00{leaf.commune:03d}{leaf.section}{number:04d}"


def delegated_area(land: Land) -> BaseGeometry:
    """The former commune, east of its old border."""
    parts = polygons(split(land.communes[6], land.delegated))
    return next(part for part in parts if part.contains(Point(plan.place(plan.DELEGATED_INSIDE))))


def outlines(fabric: Fabric) -> dict[int, BaseGeometry]:
    """The exact outline of each commune: the sum of its faces."""
    return {
        commune.number: shapely.union_all([leaf.ground for leaf in fabric.leaves if leaf.commune == commune.number])
        for commune in plan.COMMUNES
    }


def tell_cadastre(kit: Kit, fabric: Fabric, communes: dict[int, BaseGeometry]) -> None:
    """The tables of the cadastre, buildings excepted."""
    dice = Dice("cadastre")
    for commune in plan.COMMUNES:
        kit.add(
            "cadastre_commune",
            communes[commune.number],
            gid=commune.number,
            nom_com=commune.name,
            code_dep="00",
            code_insee=commune.code,
        )
        mine = [leaf for leaf in fabric.leaves if leaf.commune == commune.number]
        common = {
            "code_dep": "00",
            "nom_com": commune.name,
            "code_com": commune.code[2:],
            "code_arr": "000",
            "code_insee": commune.code,
        }
        for section in sorted({leaf.section for leaf in mine}):
            sheet = shapely.union_all([leaf.ground for leaf in mine if leaf.section == section])
            kit.add(
                "cadastre_feuille",
                sheet,
                gid=len(kit.rows.get("cadastre_feuille", [])) + 1,
                feuille=1,
                section=section[3:],
                com_abs=section[:3],
                echelle="1000" if section[3] == "A" else "2000",
                edition="1",
                **common,
            )
        for leaf in sorted((leaf for leaf in mine if leaf.idu), key=lambda leaf: leaf.idu):
            kit.add(
                "cadastre_parcelle",
                leaf.parcel,
                gid=len(kit.rows.get("cadastre_parcelle", [])) + 1,
                numero=leaf.idu[10:],
                feuille=1,
                section=leaf.idu[8:10],
                com_abs=leaf.idu[5:8],
                idu=leaf.idu,
                contenance=round(leaf.parcel.area * dice.between(0.995, 1.005)),
                **common,
            )


def tell_territories(kit: Kit, fabric: Fabric, communes: dict[int, BaseGeometry], land: Land) -> None:
    """Communes, delegated commune, EPCI, département, région, IRIS."""
    for commune in plan.COMMUNES:
        kit.add(
            "admin_commune",
            communes[commune.number],
            cleabs=f"COMMUNE_{commune.number:016d}",
            nom_officiel=commune.name,
            nom_officiel_en_majuscules=_capitals(commune.name),
            statut="Commune simple",
            code_insee=commune.code,
            population=commune.population,
            date_du_recensement="2023-01-01",
            organisme_recenseur="INSEE",
            code_insee_du_canton="01",
            code_insee_de_l_arrondissement="1",
            code_insee_du_departement="00",
            code_insee_de_la_region="00",
            code_siren=commune.siren,
            codes_siren_des_epci=commune.epci,
            code_postal=commune.postcode,
            superficie_cadastrale=round(communes[commune.number].area / 10_000),
        )
    old = delegated_area(land)
    shapely.prepare(old)
    mine = [
        leaf.ground for leaf in fabric.leaves if leaf.commune == 6 and old.contains(leaf.ground.representative_point())
    ]
    kit.add(
        "admin_commune_associee_ou_deleguee",
        shapely.union_all(mine),
        cleabs="COM_ASSO0000000000000008",
        nom_officiel=plan.DELEGATED_NAME,
        nom_officiel_en_majuscules=_capitals(plan.DELEGATED_NAME),
        code_insee=plan.DELEGATED_CODE,
        code_insee_de_la_commune_de_rattach="00006",
        code_postal="00120",
        code_siren="000000088",
        nature="Commune déléguée",
        population=plan.DELEGATED_POPULATION,
    )
    for number, (code, name) in enumerate(plan.EPCI.items(), 1):
        members = [commune for commune in plan.COMMUNES if commune.epci == code]
        kit.add(
            "admin_epci",
            shapely.union_all([communes[commune.number] for commune in members]),
            cleabs=f"EPCI____{number:016d}",
            nom_officiel=name,
            nom_officiel_en_majuscules=_capitals(name),
            nature="Communauté de communes",
            code_siren=code,
            codes_insee_des_communes_membres="/".join(commune.code for commune in members),
            codes_insee_des_departements_membres="00",
        )
    whole = shapely.union_all(list(communes.values()))
    kit.add(
        "admin_departement",
        whole,
        cleabs="DEPARTEM0000000000000001",
        nom_officiel=plan.DEPARTEMENT,
        code_insee="00",
        nom_officiel_en_majuscules=_capitals(plan.DEPARTEMENT),
        code_insee_de_la_region="00",
        code_siren="000000003",
    )
    kit.add(
        "admin_region",
        whole,
        cleabs="REGION__0000000000000001",
        nom_officiel=plan.REGION,
        code_insee="00",
        nom_officiel_en_majuscules=_capitals(plan.REGION),
        code_siren="000000004",
    )
    _tell_iris(kit, fabric, communes)


def _tell_iris(kit: Kit, fabric: Fabric, communes: dict[int, BaseGeometry]) -> None:
    """One IRIS per commune, but three in the town, so that there is something to see."""
    named = {
        "AA": ("0101", "Centre et Gare"),
        "AB": ("0102", "Estuaire"),
        "AC": ("0102", "Estuaire"),
        "AD": ("0103", "Campagne"),
        "AE": ("0101", "Centre et Gare"),
    }
    for commune in plan.COMMUNES:
        parts = {"0000": (commune.name, communes[commune.number])}
        if commune.number == 1:
            by_iris: dict[tuple[str, str], list[BaseGeometry]] = {}
            for leaf in fabric.leaves:
                if leaf.commune == 1:
                    by_iris.setdefault(named.get(leaf.section[3:], ("0103", "Campagne")), []).append(leaf.ground)
            parts = {iris: (name, shapely.union_all(areas)) for (iris, name), areas in sorted(by_iris.items())}
        for iris, (name, area) in parts.items():
            kit.add(
                "iris_contours",
                area,
                cleabs=f"IRIS____{commune.code}{iris:0>11}",
                code_insee=commune.code,
                nom_commune=commune.name,
                iris=iris,
                code_iris=commune.code + iris,
                nom_iris=name,
                type_iris="H" if commune.number == 1 else "Z",
            )


def _capitals(text: str) -> str:
    plain = text.translate(str.maketrans("éèêëàâîïôöûùüçÉÎ'", "eeeeaaiioouuucEI "))
    return plain.upper()
