"""How an entry names files: an address with places for codes, and what to read in the file.

`{cadastre_etalab}/latest/geojson/communes/{dep}/{insee}/cadastre-{insee}-parcelles.json.gz`: a name in braces is a
place (PLACES), or a service whose base address takes its place. `|member=…` names a file of an archive,
`|layername=…` a layer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

FILE = "file"  # the service of a file on the web: its layer is a template of addresses
PLACES = ("insee", "dep", "region", "epci", "year")
OPTIONS = ("bulk", "years", "dataset", "title", "format", "authcfg")
_NAME = re.compile(r"\{([^{}]*)\}")
_PARTS = ("member", "layername")


@dataclass(frozen=True)
class FileTemplate:
    """An address with places, the member of an archive and the layer of a file."""

    address: str
    member: str = ""
    layer: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names in braces, each once."""
        return tuple(dict.fromkeys(_NAME.findall(self.address + self.member)))

    @property
    def places(self) -> tuple[str, ...]:
        """Those that are places for a code or a year."""
        return tuple(name for name in self.names if name in PLACES)

    @property
    def services(self) -> tuple[str, ...]:
        """Those that are services."""
        return tuple(name for name in self.names if name not in PLACES)

    def filled(self, values: dict[str, str]) -> FileTemplate:
        """The same with values in its braces."""
        address, member = (
            _NAME.sub(lambda found: values.get(found[1], found[0]), text) for text in (self.address, self.member)
        )
        return FileTemplate(address, member, self.layer)


def file_template(layer: str) -> FileTemplate:
    """The template written in an entry. Raises ValueError with the part that is not known."""
    address, *parts = layer.split("|")
    values = {}
    for part in parts:
        name, _, value = part.partition("=")
        if name not in _PARTS or not value or name in values:
            raise ValueError(part)
        values[name] = value
    return FileTemplate(address, values.get("member", ""), values.get("layername", ""))
