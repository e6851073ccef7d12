"""Opening hours as OpenStreetMap writes them: Mo-Fr 08:00-18:00; Sa 09:00-12:00; PH off.

OpenStreetMap wiki, “Key:opening_hours/specification”. What is read here is what the schemas use: days, weeks, months,
public and school holidays, times (open end, sunrise, sunset), off, comments. Whether a rule contradicts another is not
looked at.
"""

from __future__ import annotations

import re

_TIME = (
    r"(?:(?:[01]?\d|2[0-9]|3\d|4[0-8]):[0-5]\d|sunrise|sunset|dawn|dusk|\((?:sunrise|sunset|dawn|dusk)[+-]\d\d:\d\d\))"
)
_SPAN = rf"{_TIME}(?:\s*-\s*{_TIME}\+?|\+)"
_DAY = r"(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)"
_DAYS = rf"{_DAY}(?:\s*-\s*{_DAY})?(?:\[-?[1-5](?:[-,]-?[1-5])*\])?(?:\s[+-]\d+\sdays?)?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|easter)"
_DATE = rf"(?:\d{{4}}\s)?{_MONTH}(?:\s\d{{1,2}})?"
_DATES = rf"{_DATE}(?:\s*-\s*(?:{_DATE}|\d{{1,2}}))?\+?"
_YEARS = r"\d{4}(?:-\d{4})?\+?"
_WEEKS = r"week\s\d{1,2}(?:-\d{1,2})?(?:/\d{1,2})?"
_STATE = r"(?:open|off|closed|unknown)"
_COMMENT = r'"[^"]*"'


def _list(item: str) -> str:
    return rf"{item}(?:\s*,\s*{item})*"


_SELECTOR = (
    rf"(?:{_list(_YEARS)}\s*:?\s*)?(?:{_list(_DATES)}\s*:?\s*)?(?:{_list(_WEEKS)}\s*:?\s*)?"
    rf"(?:{_list(_DAYS)}\s*:?\s*)?(?:{_list(_SPAN)}\s*)?"
)
_RULE = re.compile(rf"(?:24/7\s*)?{_SELECTOR}(?:{_STATE}\s*)?(?:{_COMMENT}\s*)?")
_SEPARATOR = re.compile(rf"\s*(?:\|\||;|,(?=\s*(?:{_DAY}|{_MONTH}|week|\d{{4}}\b)))\s*")
_LONGEST = 2000  # characters


def is_opening_hours(text: str) -> bool:
    """Whether a text can be read as opening hours."""
    if len(text) > _LONGEST:
        return False
    whole = text.strip().rstrip(";")
    rules = [rule for rule in _SEPARATOR.split(whole) if rule]
    # A comma between two days of one rule ("Mo,We 08:00-12:00") cuts a rule without times: put together, it is read.
    return bool(rules) and (
        all(_RULE.fullmatch(rule.strip()) for rule in rules)
        or all(_RULE.fullmatch(rule.strip()) for rule in re.split(r"\s*(?:\|\||;)\s*", whole) if rule)
    )
