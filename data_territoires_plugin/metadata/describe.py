"""The record of a layer: from its QGIS metadata, its extent, the recipe of the clip it comes from, and a template."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCsException, QgsProject

from ..errors import SourceError
from ..geopackage import connect
from .identity import VOCABULARY, identifier_of
from .inspire import TOPICS, theme_of, topic_of
from .layer import ACCESS
from .record import INSPIRE_THEMES, Conformity, Contact, Keywords, Link, Record, Verdict
from .said import day_of, said_of

if TYPE_CHECKING:
    from datetime import date

    from qgis.core import QgsLayerMetadata, QgsVectorLayer

    from .said import Said
    from .template import Template

_ADDRESS = re.compile(r"https?://\S+")
_INSPIRE_DATE = "2008-06-01"  # of GEMET - INSPIRE themes 1.0
_GEMET = "GEMET - INSPIRE themes"
_NO_WORD = frozenset({"gmd:topicCategory", VOCABULARY})
_PROTOCOLS = {"WMS": "OGC:WMS", "WFS": "OGC:WFS", "WMTS": "OGC:WMTS", "WWW:LINK": "WWW:LINK-1.0-http--link"}


@dataclass(frozen=True)
class Recipe:
    """What the recipe of a GeoPackage says of one of its tables."""

    title: str
    source: str
    edition: str
    licence: str
    attribution: str
    date: str
    cut: str
    territory: str


def recipe_of(layer: QgsVectorLayer) -> Recipe | None:
    """The recipe of a clipped layer; None where it has none."""
    path, table = _table(layer)
    if path is None:
        return None
    try:
        with closing(connect(path, read_only=True)) as connection:
            row = connection.execute(
                "SELECT title, source, edition, licence, attribution, date, cut FROM dt_recipe WHERE entry = ?",
                (table,),
            ).fetchone()
            document = connection.execute("SELECT document FROM dt_recipe WHERE document IS NOT NULL").fetchone()
    except (sqlite3.Error, SourceError):  # no recipe there
        return None
    if row is None:
        return None
    about = json.loads(document[0]) if document else {}
    title, source, edition, licence, attribution, day, cut = (str(value or "") for value in row)
    territory = str(about.get("name") or about.get("territory") or "")
    return Recipe(title, source, edition, licence, attribution, day, cut, territory)


def _table(layer: QgsVectorLayer) -> tuple[Path | None, str]:
    name, _, rest = layer.source().partition("|")
    table = rest.partition("layername=")[2].partition("|")[0]
    path = Path(name)
    return (path if path.suffix.lower() == ".gpkg" and path.is_file() else None), table or layer.name()


def describe(layer: QgsVectorLayer, template: Template, today: date, told: QgsLayerMetadata | None = None) -> Record:
    """The record of a layer. The template speaks where the layer doesn't, and first for whom to ask.

    `told`: metadata that the layer is about to have, its own by default.
    """
    told, recipe = told or layer.metadata(), recipe_of(layer)
    said = said_of(told)
    template = template.of(_table(layer)[1]).of(layer.name())
    licence, licence_url = _licence(said, recipe, template)
    theme = theme_of(template.theme) or said.theme or next(filter(None, map(theme_of, told.categories())), "")
    record = Record(
        identifier=template.identifiant or identifier_of(layer),
        title=template.titre or said.title or (recipe.title if recipe else "") or layer.name(),
        abstract=template.resume or said.abstract,
        resource=template.identifiant_ressource,
        created=template.date_creation or day_of(told, Qgis.MetadataDateType.Created),
        published=template.date_publication or day_of(told, Qgis.MetadataDateType.Published),
        revised=template.date_revision or said.day,
        edition=template.millesime or (recipe.edition if recipe else ""),
        topics=_topics(told, theme, template),
        keywords=_keywords(told, theme, template),
        contacts=_contacts(told, template),
        record_contact=_record_contact(told, template),
        licence=licence,
        licence_url=licence_url,
        conditions=template.conditions or _constraints(told, recipe),
        access=template.restrictions_acces or _texts(told, ACCESS),
        extent=_extent(layer),
        crs=layer.crs().authid(),
        lineage=template.genealogie or _lineage(said, recipe),
        links=_links(told, template),
        scale=int(template.echelle or 0),
        resolution=float(template.resolution or 0),
        frequency=template.frequence,
        formats=template.formats,
        stamp=today.isoformat(),
    )
    return record if record.resource else replace(record, resource=record.identifier)


def conformity(title: str, day: str, errors: int | None) -> Conformity:
    """A verdict as an element of a record: that data do not conform is written as well. `errors` None: not checked."""
    if errors is None:
        return Conformity(title, day)
    if not errors:
        return Conformity(title, day, Verdict.CONFORMING, "Contrôlé par Data Territoires : aucune erreur.")
    told = f"Contrôlé par Data Territoires : {errors} erreur(s). Données publiées en connaissance de cause."
    return Conformity(title, day, Verdict.NOT_CONFORMING, told)


def _licence(said: Said, recipe: Recipe | None, template: Template) -> tuple[str, str]:
    if template.licence:
        return template.licence, template.licence_url
    text = said.licence or (recipe.licence if recipe else "")
    found = _ADDRESS.search(text)
    return (text.replace(found[0], "").strip() or found[0], found[0]) if found else (text, "")


def _topics(told: QgsLayerMetadata, theme: str, template: Template) -> tuple[str, ...]:
    named = [template.categorie, *told.categories(), *told.keywords().get("gmd:topicCategory", [])]
    found = tuple(dict.fromkeys(one for one in named if one in TOPICS))
    guessed = topic_of(theme)
    return found or ((guessed,) if guessed else ())


def _keywords(told: QgsLayerMetadata, theme: str, template: Template) -> tuple[Keywords, ...]:
    groups = [Keywords((theme,), INSPIRE_THEMES, _INSPIRE_DATE)] if theme else []
    free: list[str] = list(template.mots_cles)
    for vocabulary, words in sorted(told.keywords().items()):
        kept = [word.strip() for word in words if word.strip() and word.strip() != theme]
        if vocabulary in _NO_WORD or not kept or _GEMET.lower() in vocabulary.lower():
            continue
        if vocabulary and ":" not in vocabulary and vocabulary not in ("data_territoires", "keywords"):
            groups.append(Keywords(tuple(kept), vocabulary))
        else:
            free += kept
    if free:
        groups.append(Keywords(tuple(dict.fromkeys(free))))
    return tuple(groups)


def _contacts(told: QgsLayerMetadata, template: Template) -> tuple[Contact, ...]:
    own = [
        Contact(one.organization or one.name or "", one.email or "", one.role or "owner", _person(one), one.voice or "")
        for one in told.contacts()
        if one.organization or one.name or one.email
    ]
    if not template.organisation:
        return tuple(own)
    known = {(one.organisation, one.role) for one in own}
    role = "pointOfContact" if any(one.role == "owner" for one in own) else "owner"
    mine = Contact(template.organisation, template.courriel, role, "", template.telephone)
    return (*own, mine) if (mine.organisation, role) not in known else tuple(own)


def _person(contact: Any) -> str:
    """The name of a contact, where it isn't that of the organisation once more."""
    return contact.name if contact.organization and contact.name and contact.name != contact.organization else ""


def _record_contact(told: QgsLayerMetadata, template: Template) -> Contact | None:
    organisation = template.contact_fiche or template.organisation
    mail = template.courriel_fiche or template.courriel
    if organisation:
        return Contact(organisation, mail, "pointOfContact", "", template.telephone)
    first = next((one for one in told.contacts() if one.organization or one.name), None)
    return Contact(first.organization or first.name or "", first.email or "", "pointOfContact") if first else None


def _constraints(told: QgsLayerMetadata, recipe: Recipe | None) -> tuple[str, ...]:
    """What using the data asks: conditions, and how its producer wants to be named."""
    rights = [one.strip() for one in told.rights() if one.strip()] or ([recipe.attribution] if recipe else [])
    asked = [(one.constraint or "").strip() for one in told.constraints() if one.type != ACCESS]
    return tuple(dict.fromkeys(filter(None, [*asked, *(f"Mention obligatoire : {one}" for one in rights if one)])))


def _texts(told: QgsLayerMetadata, kind: str) -> tuple[str, ...]:
    return tuple(filter(None, ((one.constraint or "").strip() for one in told.constraints() if one.type == kind)))


def _lineage(said: Said, recipe: Recipe | None) -> str:
    """What the layer tells of its making (the clip and the mapping write it there), else what the recipe knows."""
    if said.lineage or recipe is None:
        return said.lineage
    edition = f", édition {recipe.edition}" if recipe.edition else ""
    place = f" sur le territoire {recipe.territory}" if recipe.territory else ""
    return f"Extrait de {recipe.source}{edition}, découpé{place} le {recipe.date}."


def _links(told: QgsLayerMetadata, template: Template) -> tuple[Link, ...]:
    links = [
        Link(one.url or "", _protocol(one), one.name or one.url or "", one.description or "")
        for one in told.links()
        if _ADDRESS.fullmatch(one.url or "")
    ]
    if template.url:
        links.append(Link(template.url, _PROTOCOLS["WWW:LINK"], template.url_nom or template.url))
    return tuple(links)


def _protocol(link: Any) -> str:
    """The protocol of a link of QGIS, in the words of catalogues."""
    kind = (link.type or "").strip()
    return _PROTOCOLS.get(kind.upper().replace("OGC:", ""), kind) or _PROTOCOLS["WWW:LINK"]


def _extent(layer: QgsVectorLayer) -> tuple[float, float, float, float] | None:
    """The bounds of the layer in degrees, six decimals; None where it has none or they can't be computed."""
    box = layer.extent()
    if box.isNull() or not layer.isSpatial() or layer.featureCount() == 0:
        return None
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    try:
        box = QgsCoordinateTransform(layer.crs(), degrees, QgsProject.instance()).transformBoundingBox(box)
    except QgsCsException:
        return None
    bounds = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
    west, south, east, north = (round(value, 6) for value in bounds)
    return west, south, east, north
