"""Patterns of Java, as those of the national validator, written for Python: the same values match."""

from __future__ import annotations

import re

# What the models write by mistake. The published standards say otherwise; without this nothing could ever conform.
_PLACEHOLDER = "<YYYMMDD>"  # of the model of “mise en compatibilité”, left in the pattern of the names of files


def for_python(pattern: str) -> str:
    r"""The same pattern in Python's syntax; it is meant for the whole value (`re.fullmatch`), as Java's `matches`.

    In Java `\d` is [0-9] alone; in Python it also takes the digits of every other script.
    """
    written = pattern.replace(_PLACEHOLDER, "[0-9]{8}").replace(r"\d", "[0-9]").replace(r"\/", "/").replace(r"\,", ",")
    re.compile(written)
    return written
