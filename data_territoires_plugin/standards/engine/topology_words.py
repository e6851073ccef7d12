"""The words of the rules between shapes."""

from __future__ import annotations

from ...i18n import tr
from ..explain import add

add(
    "no_overlap",
    lambda: (
        tr("The features {field} overlap: {value}."),
        tr("Decide which of the two the surface belongs to and cut the other one along it, with snapping active."),
    ),
)
add(
    "no_gap",
    lambda: (
        tr("Hole in the coverage: {value}."),
        tr("Draw the missing zone, or extend a neighbour. An enclave that is legally outside may be left as it is."),
    ),
)
add(
    "sliver",
    lambda: (
        tr("Sliver between neighbours: {value}."),
        tr("Two outlines that should be the same are not: snap one to the other, and give them the same vertices."),
    ),
)
add(
    "covers",
    lambda: (
        tr("Part of the perimeter is not covered: {value}."),
        tr("Extend the zones as far as the limit, or check that the perimeter is that of the document."),
    ),
)
add(
    "outside",
    lambda: (
        tr("The feature goes out of {expected}: {value}."),
        tr("Cut it at the limit, or move it to its place; some standards allow informations to go beyond."),
    ),
)
add(
    "no_duplicate",
    lambda: (
        tr("The features {field} have the same shape."),
        tr("Remove one of them, or draw the right shape."),
    ),
)
add(
    "on_line",
    lambda: (
        tr("The feature is not on {expected}: {value} away."),
        tr("Snap it to the nearest line, with snapping active."),
    ),
)
add(
    "no_dangle",
    lambda: (
        tr("Loose end: the nearest element of the network is {value} away."),
        tr("Snap this end to its neighbour. If the network really ends there, nothing has to be done."),
    ),
)
add(
    "end_alone",
    lambda: (
        tr("Loose end: nothing else of the network is near."),
        tr("If the network really ends there, nothing has to be done."),
    ),
)
add(
    "connected",
    lambda: (
        tr("Not connected to {expected}: {value} away."),
        tr("Snap it to the nearest element, or add the element that is missing."),
    ),
)
add(
    "not_connected",
    lambda: (
        tr("Not connected to {expected}: there is none."),
        tr("Add the missing elements, or check that the right layer was given."),
    ),
)
add(
    "left_out",
    lambda: (
        tr("{count} invalid or missing shapes were left out of this check ({value})."),
        tr("Repair them first, then check again: they may hide other faults."),
    ),
)
add(
    "not_possible",
    lambda: (
        tr("Not checked: {expected}. {value}."),
        tr("Give what is missing, then check again."),
    ),
)
