"""`map` on what authorities published: what is mapped, and the verdict before and after."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.processing.test_map import rows_of

# file, standard, mapped fields, errors before and after, required fields that nothing fills
CASES = {
    "Hauts-de-Seine, delivery areas": (
        "standards/schemas/aire-livraison/data__Hauts de Seine__aires-de-livraison.csv",
        "aires_livraison",
        (9, 3024, 2077, ""),
    ),
    "Antibes, delivery areas": (
        "standards/schemas/aire-livraison/data__Antibes__antibes_aires_livraison.csv",
        "aires_livraison",
        (9, 2, 43, "LONGITUDE, LATITUDE"),
    ),
    "Lyon, delivery areas, already right": (
        "standards/schemas/aire-livraison/exemple-grand-lyon.csv",
        "aires_livraison",
        (31, 0, 0, ""),
    ),
    "Rennes, trees": ("data/rennes/arbres.geojson", "arbres", (6, 3, 0, "")),
    "Fouesnant, bicycle parking": (
        "data/exemples_schemas/equipements_velo_geobretagne_exemple-valide.csv",
        "stationnement_cyclable",
        (13, 3, 1, ""),
    ),
    "old friches": (
        "standards/schemas/friches/annexes_schema__231020_v1.0.3_fichier-valide.csv",
        "friches",
        (48, 1, 1, "urba_zaer"),
    ),
    "older covoiturage": ("data/exemples_schemas/lieux_covoiturage_exemple-valide.csv", "covoiturage", (18, 2, 1, "")),
    "covoiturage with faults": (
        "standards/schemas/lieux-covoiturage/exemple-invalide.csv",
        "covoiturage",
        (18, 4, 2, ""),
    ),
}


@pytest.fixture
def mapped(run, tmp_path):
    """`mapped(path, standard, change=…)`: the mapping proposed, changed, then used."""

    def runs(path, standard, change=None):
        proposal = run("map", INPUT=str(path), STANDARD=standard, OUTPUT_MAPPING=str(tmp_path / "proposed.json"))
        if change is None:
            return proposal
        content = json.loads(Path(proposal["OUTPUT_MAPPING"]).read_text(encoding="utf-8"))
        change(content["tables"][0]["fields"])
        changed = tmp_path / "changed.json"
        changed.write_text(json.dumps(content), encoding="utf-8")
        return run("map", INPUT=str(path), MAPPING=str(changed), OUTPUT=str(tmp_path / "changed.gpkg"))

    return runs


@pytest.mark.parametrize("case", CASES)
def test_published_data_are_brought_to_the_standard_and_no_row_is_lost(run, mapped, shared, tmp_path, case):
    file, standard, (fields, before, after, missing) = CASES[case]
    verdict = run("validate", INPUT=str(shared / file), STANDARD=standard, OUTPUT=str(tmp_path / "before.gpkg"))
    result = mapped(shared / file, standard)
    assert (result["MAPPED_FIELDS"], verdict["ERRORS"], result["ERRORS"], result["MISSING"]) == (
        fields,
        before,
        after,
        missing,
    )
    assert result["FEATURES"] == result["WRITTEN"] == len(rows_of(shared / file)) == len(rows_of(result["OUTPUT"]))


def test_the_delivery_areas_of_hauts_de_seine_validate_once_their_codes_are_told(mapped, shared):
    def tell(fields):
        fields["TYPE"]["values"] = {"LIVRAISON": "aire permanente", "FONDS": "zone marchandises", "02": ""}
        fields["LONGUEUR"]["values"] = fields["LARGEUR"]["values"] = {"0": ""}  # unknown, in their file
        fields["ADRESSE"]["values"] = {"57/59 RUE JEAN JACQUES ROUSSEAU": "57-59 RUE JEAN JACQUES ROUSSEAU"}

    result = mapped(shared / CASES["Hauts-de-Seine, delivery areas"][0], "aires_livraison", tell)
    assert (result["WRITTEN"], result["UNMAPPED_VALUES"], result["ERRORS"], result["VALID"]) == (1007, 0, 0, True)


def test_the_trees_of_rennes_give_their_genus_species_and_place(mapped, shared):
    def tell(fields):
        fields["genre_arbre"] = {"expression": "regexp_substr(\"TITRE\", '\\\\(([A-Z][a-z]+) ')"}
        fields["espece_arbre"] = {"expression": "regexp_substr(\"TITRE\", '\\\\([A-Z][a-z]+ (?:x )?([a-z]+)')"}
        fields["arbre_remarquable"] = {"constant": "true"}
        fields["code_insee"] = {"constant": "35238"}

    result = mapped(shared / CASES["Rennes, trees"][0], "arbres", tell)
    rows = rows_of(result["OUTPUT"])
    assert (result["MAPPED_FIELDS"], result["VALID"], len(rows)) == (10, True, 53)
    beech = next(row for row in rows if "Fagus sylvatica" in row["nom_vernaculaire"])
    assert (beech["genre_arbre"], beech["espece_arbre"], beech["code_insee"]) == ("Fagus", "sylvatica", "35238")
    assert all(-1.75 < float(row["longitude"]) < -1.66 and 48.1 < float(row["latitude"]) < 48.15 for row in rows)


def test_the_bicycle_parking_of_fouesnant_lacks_one_capacity_and_nothing_else(mapped, shared):
    def tell(fields):
        fields["code_com"] = {"expression": 'left(trim("id_equip"), 5)'}

    result = mapped(shared / CASES["Fouesnant, bicycle parking"][0], "stationnement_cyclable", tell)
    rows = rows_of(result["OUTPUT"])
    assert [row["type_accroche"] for row in rows] == ["CADRE ET ROUE", "ROUE"]
    assert [row["mobilier"] for row in rows] == ["ARCEAU", "RATELIER"]
    assert [row["gratuit"] for row in rows] == ["true", "true"]  # payant: false
    assert [row["code_com"] for row in rows] == ["29135", "29135"]
    assert rows[0]["coordonneesxy"] == "[-4.16894,47.8317]"
    assert result["ERRORS"] == 1


def test_friches_go_to_the_new_layout_and_back(run, mapped, shared, tmp_path):
    friches = shared / "standards" / "schemas" / "friches"
    new = mapped(shared / CASES["old friches"][0], "friches", lambda f: f.update(urba_zaer={"constant": "inconnu"}))
    assert (new["MAPPED_FIELDS"], new["ERRORS"], new["VALID"]) == (49, 0, True)
    schema = friches / "annexes_schema__231020_v1.0.3_schema.json"
    old = run("map", INPUT=new["OUTPUT"], STANDARD=str(schema), OUTPUT=str(tmp_path / "old.gpkg"))
    assert (old["MAPPED_FIELDS"], old["UNMAPPED_FIELDS"], old["ERRORS"]) == (48, 0, 0)
    published, back = rows_of(shared / CASES["old friches"][0])[0], rows_of(old["OUTPUT"])[0]
    same = [
        name for name, value in published.items() if (back[name] or "").replace("/", "-") == value.replace("/", "-")
    ]
    assert len(same) == 48
