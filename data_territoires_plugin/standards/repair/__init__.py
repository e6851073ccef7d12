"""Mending what a check has found: fixes are proposed, looked at, then applied; never silently.

    found = proposals(layer, standard, ("trim", "case"), findings=those_selected)   # a preview; nothing is changed
    done = apply(layer, [one for one in found if not one.refused])                  # one command, which can be undone

`proposals` proves each fix before it gives it: the findings it is for are gone, and it brings no new one.
"""

from __future__ import annotations

from .edit import Applied, apply
from .fixes import FIXES, Fix, fixes
from .proposal import Change, Proposal
from .propose import Asked, Commune, Proposed, proposals, propose

__all__ = [
    "FIXES",
    "Applied",
    "Asked",
    "Change",
    "Commune",
    "Fix",
    "Proposal",
    "Proposed",
    "apply",
    "fixes",
    "proposals",
    "propose",
]
