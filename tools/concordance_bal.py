"""Our verdicts on Bases Adresses Locales, beside those of validateur-bal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeedback

from data_territoires_plugin.standards import bal
from data_territoires_plugin.standards.bal_values import value_of
from data_territoires_plugin.standards.engine.columns import DBF_NAME
from data_territoires_plugin.standards.engine.run import Options, validate
from tests import oracles
from tools.concordance_case import Case, Difference, Fault, compared, read

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from data_territoires_plugin.standards.engine.subject import Subject
    from data_territoires_plugin.standards.findings import Verdict
    from data_territoires_plugin.standards.model import Standard

_LEVELS = {"error": "E", "warning": "W", "info": "I"}
_SAME_NAME = "row.voie_nom_have_same_lieudit_complement_nom"
_WHY_SAME = "Ni voie ni complément : validateur-bal compare deux vides et les trouve identiques."
_WHY_CUT = "Colonne au nom coupé ou autrement écrit, reconnue ici (et signalée) : ses valeurs sont lues."
_WHY_ABSENT = "Aucune des colonnes de la règle n’est là : leur absence est signalée une fois, pas à chaque ligne."
_WHY_STOPPED = "validateur-bal s’arrête sur ce fichier (commune déléguée d’une commune inconnue)."
_WHY_COG = "Commune de la liste de validateur-bal et non du COG en vigueur, ou l’inverse."
# Codes that the two lists of communes hold differently: see docs/concordance.md.
COG_DIFFERENCES = frozenset(("13055", "44225", "49382", "50649", "55273", "60455", "69123", "69232", "75056"))


def fixtures(shared: Path) -> list[Path]:
    """The fixtures of the shared folder."""
    return sorted((shared / "standards" / "bal" / "fixtures").rglob("*.csv"))


def cases(files: Iterable[Path]) -> list[Case]:
    """Each file in each version, judged by both."""
    listed = list(files)
    verdicts = oracles.validateur_bal(listed)
    return [_case(file, one, verdicts[str(file)]) for file in listed for one in bal.standards()]


def _case(file: Path, standard: Standard, verdict: dict[str, Any]) -> Case:
    name = f"{file.name} · {standard.version}"
    if "levels" not in verdict:
        crashed = str(verdict.get("crashed") or "")
        crashed = _WHY_STOPPED if "anciensCodes" in crashed else crashed
        return Case(name, 0, failed=(crashed or f"illisible : {verdict.get('unreadable')}",))
    subject = read(file)
    ours = validate([(subject, standard.tables[0])], standard, Options(), QgsFeedback())
    case = compared(name, _ours(ours), _theirs(verdict, standard.version))
    told = tuple(replace(one, why=_why(one, subject)) for one in case.differences)
    if ours.valid != verdict["valid"][standard.version] and not told:
        told = (Difference(Fault("", "", f"verdict : {ours.valid}"), ours_only=True),)
    return replace(case, differences=told)


def _ours(verdict: Verdict) -> set[Fault]:
    return {
        Fault(one.feature, "", f"{one.code} ({_LEVELS[one.level.value]})", one.value)
        for one in verdict.findings
        if one.rule != "unknown_column"
    }


def _theirs(verdict: dict[str, Any], version: str) -> set[Fault]:
    levels, asked = verdict["levels"][version], bal.fields(version)
    whole = {one for one in verdict["global"] if not one.startswith("field.") or one.split(".")[1] in asked}
    faults = {Fault("", "", f"{code} ({levels[code]})") for code in whole}
    rows = ((str(at), code) for at, codes in enumerate(verdict["rows"], 1) for code in codes)
    return faults | {Fault(row, "", f"{code} ({levels[code]})") for row, code in rows}


def _why(one: Difference, subject: Subject) -> str:
    code = one.fault.kind.split(" ")[0]
    respelt = {each.name for each in bal.standards()[0].tables[0].fields if _is_cut(each.name, subject.names)}
    if not one.ours_only and code == _SAME_NAME and _is_nameless(subject, int(one.fault.row)):
        return _WHY_SAME
    columns = {name.casefold() for name in subject.names}
    rule = code.removeprefix("row.")
    concerned = bal.ROW_RULES.get(rule, (code.split(".")[0],))
    if respelt & set(concerned):
        return _WHY_CUT
    if not one.ours_only and rule in bal.ROW_RULES and not columns & set(concerned):
        return _WHY_ABSENT
    if "commune" in code and any(each in one.fault.value.upper() for each in COG_DIFFERENCES):
        return _WHY_COG
    return ""


def _is_nameless(subject: Subject, row: int) -> bool:
    """Whether a row has neither a street nor a complement that can be read."""
    names = [name for name in ("voie_nom", "toponyme", "lieudit_complement_nom") if name in subject.names]
    texts = dict(subject.rows(names, QgsFeedback()))[row]
    return not any(value_of(name, text, Options().today).read for name, text in zip(names, texts, strict=True))


def _is_cut(field: str, columns: Iterable[str]) -> bool:
    """Whether a field is only there under the name that DBF leaves it."""
    names = set(columns)
    return field not in names and field[:DBF_NAME] in names
