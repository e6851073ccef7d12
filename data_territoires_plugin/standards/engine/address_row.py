"""One row of a Base Adresse Locale as it was understood, and the names of streets made comparable."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ...territory.names import normalised
from ..bal_values import NOTHING, Value, value_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from .checks import Row

_STOP = frozenset(
    ["la", "le", "les", "l", "d", "du", "de", "des", "dos", "las", "los", "sur", "sous", "a", "par", "et", "au", "aux"]
)
_STREETS = {
    "pl": "place", "av": "avenue", "bd": "boulevard", "sq": "square", "che": "chemin", "chem": "chemin", "rte": "route",
    "all": "allee", "pas": "passage", "imp": "impasse", "qu": "quai", "lot": "lotissement", "r": "rue",
}  # fmt: skip


class AddressRow:
    """One row: its values as they were understood."""

    def __init__(self, fields: Sequence[str], texts: Row, today: date, absent: frozenset[str] = frozenset()) -> None:
        self._absent = absent
        self.texts = dict(zip(fields, texts, strict=True))
        self._today = today

    def value(self, field: str) -> Value:
        return value_of(field, self.texts.get(field), self._today) if self.texts.get(field) else NOTHING

    def is_empty(self, field: str) -> bool:
        return not self.texts.get(field) and field not in self._absent

    def read(self, field: str) -> object | None:
        return self.value(field).read

    @property
    def number(self) -> object | None:
        return self.read("numero")

    @property
    def name(self) -> str:
        return str(self.read("voie_nom") or self.read("toponyme") or "")

    @property
    def commune(self) -> str:
        key = self.value("cle_interop").key
        return str(self.read("commune_insee") or (key.commune if key else ""))

    @property
    def ids(self) -> tuple[str, str, str]:
        older = self.value("uid_adresse").ids
        names = ("id_ban_commune", "id_ban_toponyme", "id_ban_adresse")
        found = [str(self.read(name) or other) for name, other in zip(names, older, strict=True)]
        return found[0], found[1], found[2]

    @property
    def street(self) -> str:
        key = self.value("cle_interop").key
        return f"{same_name(self.name)}#{key.street if key else ''}"

    @property
    def address(self) -> str:
        where = f"{same_name(self.name)}#{self.read('commune_deleguee_insee') or ''}"
        return f"{self.number}#{self.read('suffixe') or ''}#{where}"


@lru_cache(maxsize=100_000)
def same_name(name: str) -> str:
    """What two spellings of a street's name have in common."""
    words = normalised(name).split()
    if words:
        words[0] = _STREETS.get(words[0], words[0])
    return " ".join(word for word in words if word not in _STOP)
