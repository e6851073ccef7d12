"""What an authority says once for all its records: contacts, licence, constraints; a file in JSON or YAML.

The keys are in French, those of the METADATA of `deliver` where both have them; docs/publication.md lists them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

from ..errors import SourceError
from ..i18n import tr
from .inspire import FREQUENCIES, TOPICS, theme_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_LARGEST = 1_000_000  # bytes
_LISTS = frozenset({"conditions", "restrictions_acces", "mots_cles", "formats"})


@dataclass(frozen=True)
class Template:
    """What is said in place of, or beside, what a layer says of itself. The names are the keys of the file."""

    organisation: str = ""  # who answers for the data
    courriel: str = ""  # of a service, not of a person
    telephone: str = ""
    contact_fiche: str = ""  # organisation of the point of contact of the record; that of the data where empty
    courriel_fiche: str = ""
    titre: str = ""
    resume: str = ""
    theme: str = ""  # INSPIRE: a code (ad) or its French label
    categorie: str = ""  # MD_TopicCategoryCode
    mots_cles: tuple[str, ...] = ()
    licence: str = ""
    licence_url: str = ""
    conditions: tuple[str, ...] = ()
    restrictions_acces: tuple[str, ...] = ()
    genealogie: str = ""
    echelle: str = ""  # denominator: "5000"
    resolution: str = ""  # metres
    frequence: str = ""  # MD_MaintenanceFrequencyCode
    formats: tuple[str, ...] = ()
    date_creation: str = ""
    date_publication: str = ""
    date_revision: str = ""
    millesime: str = ""
    url: str = ""  # a page about the data
    url_nom: str = ""
    identifiant: str = ""  # of the record
    identifiant_ressource: str = ""
    couches: Mapping[str, Template] = field(default_factory=dict)  # layer → what is said of it alone

    def of(self, layer: str) -> Template:
        """What is said of one layer, over what is said of all."""
        own = self.couches.get(layer)
        if own is None:
            return self
        said = {one.name: getattr(own, one.name) for one in fields(own) if getattr(own, one.name)}
        return replace(self, **said)


def read_template(path: Path) -> Template:
    """The template of a file. Raises SourceError: unreadable, a key or a code that isn't known."""
    import yaml

    try:
        content = path.read_bytes() if path.stat().st_size <= _LARGEST else b""
        said = yaml.safe_load(content.decode("utf-8-sig"))  # JSON is YAML
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        raise SourceError(
            tr("The metadata template “{name}” can't be read.").format(name=path.name), detail=f"{path}: {error}"
        ) from error
    return _template(said, path.name)


def _template(said: Any, where: str) -> Template:
    known = {one.name for one in fields(Template)}
    if not isinstance(said, dict) or not set(said) <= known:
        unknown = sorted(str(key) for key in set(said) - known) if isinstance(said, dict) else []
        raise SourceError(
            tr("{where}: keys that are unknown: {names}.").format(where=where, names=", ".join(unknown) or "?"),
            hint=tr("Those that are known: {names}.").format(names=", ".join(sorted(known))),
        )
    values: dict[str, Any] = {}
    for key, value in said.items():
        if value is None:
            continue
        if key == "couches":
            if not isinstance(value, dict):
                raise SourceError(
                    tr("{where}: “couches” holds the names of layers, and under each what is said of it.").format(
                        where=where
                    )
                )
            values[key] = {str(name): _template(own or {}, f"{where}: {name}") for name, own in value.items()}
        elif key in _LISTS:
            values[key] = tuple(str(one).strip() for one in (value if isinstance(value, list) else [value]))
        else:
            values[key] = str(value).strip()
    template = Template(**values)
    _check_codes(template, where)
    return template


def _check_codes(template: Template, where: str) -> None:
    known: tuple[tuple[str, str, bool], ...] = (
        ("theme", template.theme, bool(theme_of(template.theme))),
        ("categorie", template.categorie, template.categorie in TOPICS),
        ("frequence", template.frequence, template.frequence in FREQUENCIES),
        ("echelle", template.echelle, template.echelle.isdigit()),
        ("resolution", template.resolution, template.resolution.replace(".", "", 1).isdigit()),
    )
    for key, value, right in known:
        if value and not right:
            raise SourceError(
                tr("{where}: “{value}” is not a value of “{key}”.").format(where=where, value=value, key=key),
                hint=tr("The values are listed in the documentation of publication."),
            )
