"""Names made of a title: small letters, figures and underscores."""

from __future__ import annotations

import re
import unicodedata


def slug(text: str) -> str:
    """A name made of a title: Lieux de covoiturage → lieux_de_covoiturage."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "_", letters).strip("_")
