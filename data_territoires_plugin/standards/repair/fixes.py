"""The fixes: their names, their French labels, what they change."""

from __future__ import annotations

from dataclasses import dataclass

from ...i18n import tr

FIXES = (
    "trim",
    "encoding",
    "case",
    "date",
    "number",
    "boolean",
    "padding",
    "insee",
    "identifier",
    "geometry",
    "snap",
    "overlap",
    "gap",
    "columns",
    "order",
)


@dataclass(frozen=True)
class Fix:
    """A kind of fix, as the user chooses it."""

    id: str
    label: str
    changes: str  # what it changes, and what it leaves


def fixes() -> tuple[Fix, ...]:
    """All the fixes, in the user's language, in the order in which they are shown."""
    words = _words()
    return tuple(Fix(id_, *words[id_]) for id_ in FIXES)


def labels(of: str) -> str:
    """The labels of the fixes of a proposal: "trim, case"."""
    words = _words()
    return ", ".join(words[one][0] for one in of.split(", "))


def _words() -> dict[str, tuple[str, str]]:
    return {
        "trim": (tr("Spaces around values"), tr("Removes the spaces at both ends of a text.")),
        "encoding": (tr("Damaged accents"), tr("Restores letters that were encoded twice (“Ã©” for “é”).")),
        "case": (
            tr("Capitals and small letters"),
            tr("Writes codes as in their list, names of files as in the document, names of streets with a capital."),
        ),
        "date": (tr("Form of dates"), tr("Writes dates in the form of the standard; day before month, as in France.")),
        "number": (tr("Form of numbers"), tr("Replaces the decimal comma by a point and removes spaces.")),
        "boolean": (tr("Yes and no"), tr("Writes yes and no with the values of the standard.")),
        "padding": (
            tr("Lost leading zeros"),
            tr("Gives codes their leading zeros back (INSEE, SIREN, code lists); a column of numbers becomes text."),
        ),
        "insee": (
            tr("INSEE code from the geometry"),
            tr("Fills the code of the commune in which the feature lies; nothing where it lies in several."),
        ),
        "identifier": (
            tr("Identifiers of the document"),
            tr("Computes IDURBA and the identifiers of the features again, from the name of the document."),
        ),
        "geometry": (
            tr("Invalid geometries"),
            tr("Repairs the shape; refused where its area would change by more than 0.1 %."),
        ),
        "snap": (
            tr("Vertices on the corners of parcels"),
            tr("Moves onto the corner the vertices that miss it; where parcels are given."),
        ),
        "overlap": (
            tr("Slivers of overlap"),
            tr("Cuts the larger of the two features, or the one not chosen, where the overlap is only a sliver."),
        ),
        "gap": (
            tr("Small gaps"),
            tr("Joins a small gap to the neighbour that shares the longest side with it, or to the one chosen."),
        ),
        "columns": (
            tr("Missing or misspelt columns"),
            tr("Adds the columns that may be empty, and gives misspelt ones the name of the standard."),
        ),
        "order": (
            tr("Order and width of columns"),
            tr("Puts the columns in the order and width of the standard, in the new layer; no value is cut."),
        ),
    }
