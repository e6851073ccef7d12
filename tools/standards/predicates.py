"""A condition of a standard in plain French, from its predicate of SQLite.

The predicates of the models are mostly alternatives: “A OR B OR X IS NOT NULL”. Read as a rule: when neither A nor B
holds, X must be filled in. A predicate of another form is told as it stands.
"""

from __future__ import annotations

import re

_TERMS = {
    r"(\w+) (?:IS )?NOT NULL": ("{0} est renseigné", "{0} n’est pas renseigné"),
    r"(\w+) IS NULL": ("{0} est vide", "{0} est renseigné"),
    r"(\w+) NOT LIKE '([^'%_]*)'": ("{0} ne vaut pas « {1} »", "{0} vaut « {1} »"),
    r"(\w+) LIKE '([^'%_]*)'": ("{0} vaut « {1} »", "{0} ne vaut pas « {1} »"),
    r"(\w+) NOT IN \(([^()]*)\)": ("{0} ne vaut ni {1}", "{0} vaut {1}"),
    r"(\w+) IN \(([^()]*)\)": ("{0} vaut {1}", "{0} ne vaut ni {1}"),
    r"CAST\((\w+) AS INTEGER\) <= (\d+)": ("{0} est inférieur ou égal à {1}", "{0} est supérieur à {1}"),
    r"(\w+) LIKE 'SECT__'": ("{0} est de la forme SECT suivi de deux caractères", "{0} a une autre forme"),
    r"CAST\((\w+) AS INTEGER\) IS \1": ("{0} est un nombre entier", "{0} n’est pas un nombre entier"),
}
_DUTIES = (
    (r"(\w+) (?:IS )?NOT NULL", "{0} est obligatoire"),
    (r"(\w+) IS NULL", "{0} doit rester vide"),
    (r"(\w+) NOT LIKE '([^'%_]*)'", "{0} ne peut pas valoir « {1} »"),
    (r"(\w+) LIKE '([^'%_]*)'", "{0} doit valoir « {1} »"),
    (r"(\w+) LIKE 'SECT__'", "{0} doit être de la forme SECT suivi de deux caractères"),
    (r"(\w+) IN \(([^()]*)\)", "{0} doit valoir {1}"),
    (r"CAST\((\w+) AS INTEGER\) <= (\d+)", "{0} doit être inférieur ou égal à {1}"),
    (r"CAST\((\w+) AS INTEGER\) IS \1", "{0} doit être un nombre entier"),
)
_ONLY_DUTY = r"\w+ (IS )?NOT NULL|CAST.*|\w+ (IN|LIKE) .*"
_NEITHER = re.compile(r"NOT\((\w+) LIKE '([^']*)' AND (\w+) IS NULL\)")
_GREATER = re.compile(r"CAST\((\w+) AS \w+\) >= CAST\((\w+) AS \w+\)")
_OTHER_THAN = re.compile(r"(\w+) <> '([^']*)'")
_EITHER = re.compile(r"(\w+) LIKE '([^']*)' AND (\w+) IS NOT NULL OR \1 NOT LIKE '\2' AND \3 IS NULL")


def in_words(predicate: str) -> str:
    """What the predicate asks for, in one French sentence; “” when it has a form that this doesn't know."""
    return _sentence(predicate).replace("« ", "«\u00a0").replace(" »", "\u00a0»").replace(" :", "\u00a0:")


def _sentence(predicate: str) -> str:
    if match := _GREATER.fullmatch(predicate):
        return "{} doit être supérieur ou égal à {}.".format(*match.groups())
    if match := _OTHER_THAN.fullmatch(predicate):
        return "{} ne peut pas valoir « {} ».".format(*match.groups())
    if match := _NEITHER.fullmatch(predicate):
        return "Si {} vaut « {} », {} est obligatoire.".format(*match.groups())
    if match := _EITHER.fullmatch(predicate):
        return "{2} est obligatoire quand {0} vaut « {1} », et doit rester vide sinon.".format(*match.groups())
    if " AND " in predicate:
        duties = [_duty(term) for term in predicate.split(" AND ")]
        return f"{' et '.join(duties)}." if all(duties) else ""
    return _alternatives(predicate.split(" OR "))


def _alternatives(terms: list[str]) -> str:
    """The terms that ask for something are the duty; the others, denied, are when it applies."""
    asked = [term for term in terms if re.fullmatch(_ONLY_DUTY, term) and "NOT LIKE" not in term]
    if not asked:
        asked = terms[-1:]
    given = [_denied(term) for term in terms if term not in asked]
    duties = [_duty(term) for term in asked]
    if not all(given) or not all(duties):
        return ""
    if len(asked) > 1 and not given and all(term.endswith("NOT NULL") for term in asked):
        return f"L’un au moins doit être renseigné : {', '.join(term.split()[0] for term in asked)}."
    duty = " ou ".join(duties)
    return f"Si {' et '.join(given)}, {duty}." if given else f"{duty}."


def _denied(term: str) -> str:
    for pattern, (_, denial) in _TERMS.items():
        if match := re.fullmatch(pattern, term):
            return denial.format(*_values(match, " ni " if "ni {1}" in denial else " ou "))
    return ""


def _duty(term: str) -> str:
    for pattern, duty in _DUTIES:
        if match := re.fullmatch(pattern, term):
            return duty.format(*_values(match, " ou "))
    return ""


def _values(match: re.Match[str], between: str) -> list[str]:
    """The name, then the value; a list of SQL becomes « a » ou « b »."""
    name, *rest = match.groups()
    listed = [between.join(f"« {one} »" for one in re.findall(r"'([^']*)'", each)) or each for each in rest]
    return [name, *(listed if "IN" in match.group().split("(")[0] else rest)]
