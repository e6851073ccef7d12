"""The metadata record of a document: ISO 19139, in the profile of the CNIG, with what is known and nothing more.

CNIG, « Consignes de saisie des métadonnées INSPIRE » for documents of urbanism, SUP and SCoT (March 2019); paths:
INSPIRE technical guidelines for ISO/TS 19139. What is not known is left out: the validation tells it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QBuffer, QIODevice, QXmlStreamWriter

from ...metadata.iso_words import GCO, GMD, GMX, LISTS, XLINK
from ...territory import EDITION
from ..engine.metadata_xml import wanted_keywords

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from ..engine.document_name import DocumentName
    from ..model import Standard
    from .known import Known

_GPU = ("https://www.geoportail-urbanisme.gouv.fr/", "Géoportail de l’urbanisme")
_THEMES = ("GEMET - INSPIRE themes, version 1.0", "Usage des sols")
_FORMAT = ("ESRI Shapefile", "1.0")
_FAMILIES = {
    "PLU": "Plan local d’urbanisme (PLU)",
    "PLUI": "Plan local d’urbanisme intercommunal (PLUi)",
    "POS": "Plan d’occupation des sols (POS)",
    "CC": "Carte communale (CC)",
    "PSMV": "Plan de sauvegarde et de mise en valeur (PSMV)",
    "SCOT": "Schéma de cohérence territoriale (SCoT)",
    "SUP": "Servitudes d’utilité publique (SUP)",
}


@dataclass(frozen=True)
class Facts:
    """What the delivery itself knows."""

    name: DocumentName
    standard: Standard
    crs: str  # "EPSG:2154"
    extent: tuple[float, float, float, float] | None  # west, south, east, north, WGS 84
    place: str  # name of the commune, of the EPCI; "" unknown
    layers: tuple[str, ...]
    today: date


def file_name(facts: Facts) -> str:
    """The name of the record's file, without extension: fr-000035238-plu20240101."""
    name = facts.name
    code = (name.territory if name.family != "SUP" else name.manager) or name.manager
    kind = f"{name.category}-{name.territory}-" if name.family == "SUP" else name.family
    part = f"-{name.part}" if name.part else ""
    return f"fr-{code:0>9}-{kind}{name.date}{part}".lower()


def write_record(facts: Facts, known: Known) -> bytes:
    """The record, in UTF-8."""
    return _Writer(facts, known).written()


class _Writer:
    """The record, element after element, in the order of the schema."""

    def __init__(self, facts: Facts, known: Known) -> None:
        self.facts, self.known = facts, known
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._xml = QXmlStreamWriter(self._buffer)
        self._xml.setAutoFormatting(True)

    def written(self) -> bytes:
        xml, facts, known = self._xml, self.facts, self.known
        xml.writeStartDocument()
        for prefix, address in (("gmd", GMD), ("gco", GCO), ("gmx", GMX), ("xlink", XLINK)):
            xml.writeNamespace(address, prefix)
        self._open("MD_Metadata")
        self._text("fileIdentifier", known.identifiant or file_name(facts))
        self._code("language", "LanguageCode", "fre")
        self._code("characterSet", "MD_CharacterSetCode", "utf8")
        self._code("hierarchyLevel", "MD_ScopeCode", "dataset")
        self._party("contact", known.contact_fiche or known.organisation, known.courriel_fiche or known.courriel)
        self._in("dateStamp", lambda: xml.writeTextElement(GCO, "Date", facts.today.isoformat()))
        self._text("metadataStandardName", "ISO 19115:2003/19139")
        self._text("metadataStandardVersion", "1.0")
        self._system()
        self._in("identificationInfo/MD_DataIdentification", self._identification)
        self._in("distributionInfo/MD_Distribution", self._distribution)
        self._in("dataQualityInfo/DQ_DataQuality", self._quality)
        xml.writeEndElement()
        xml.writeEndDocument()
        return bytes(self._buffer.data())

    # ------------------------------------------------------------------------------------------------- parts
    def _system(self) -> None:
        code = self.facts.crs.partition(":")[2]
        if self.facts.crs.startswith("EPSG:"):
            address = f"http://www.opengis.net/def/crs/EPSG/0/{code}"
            path = "referenceSystemInfo/MD_ReferenceSystem/referenceSystemIdentifier/RS_Identifier/code"
            self._in(path, lambda: self._anchor(address, self.facts.crs))

    def _identification(self) -> None:
        known = self.known
        self._in("citation/CI_Citation", self._citation)
        self._text("abstract", known.resume or self._abstract())
        self._party("pointOfContact", known.organisation, known.courriel)
        self._keyword(*_THEMES)
        for thesaurus, word in wanted_keywords(self.facts.name):
            self._keyword(thesaurus.replace("20[0-9]{2}", str(EDITION)), word)
        if known.licence:
            self._in("resourceConstraints/MD_LegalConstraints", lambda: self._text("useLimitation", known.licence))
        self._code("spatialRepresentationType", "MD_SpatialRepresentationTypeCode", "vector")
        if known.echelle:
            path = "spatialResolution/MD_Resolution/equivalentScale/MD_RepresentativeFraction/denominator"
            self._in(path, lambda: self._xml.writeTextElement(GCO, "Integer", known.echelle))
        self._code("language", "LanguageCode", "fre")
        self._code("characterSet", "MD_CharacterSetCode", "utf8")
        topic = "planningCadastre"
        self._in("topicCategory", lambda: self._xml.writeTextElement(GMD, "MD_TopicCategoryCode", topic))
        if self.facts.extent is not None:
            self._in("extent/EX_Extent/geographicElement/EX_GeographicBoundingBox", self._box)

    def _citation(self) -> None:
        facts, known = self.facts, self.known
        self._text("title", known.titre or self._title())
        self._date(known.date_revision or _iso(facts.name.date), "revision")
        self._date(known.date_creation, "creation")
        identifier = known.identifiant_ressource or facts.name.text
        self._in("identifier/MD_Identifier", lambda: self._text("code", identifier))

    def _box(self) -> None:
        west, south, east, north = self.facts.extent or (0.0, 0.0, 0.0, 0.0)
        bounds = {"west": west, "east": east, "south": south, "north": north}
        for name, value in bounds.items():
            word = "Longitude" if name in ("west", "east") else "Latitude"
            number = f"{value:.6f}"
            self._in(f"{name}Bound{word}", partial(self._xml.writeTextElement, GCO, "Decimal", number))

    def _distribution(self) -> None:
        def form() -> None:
            self._text("name", _FORMAT[0])
            self._text("version", _FORMAT[1])

        def locator() -> None:
            address, name = (self.known.url, self.known.url_nom or self._title()) if self.known.url else _GPU
            self._in("linkage", lambda: self._xml.writeTextElement(GMD, "URL", address))
            self._text("protocol", "WWW:LINK-1.0-http--link")
            self._text("name", name)

        self._in("distributionFormat/MD_Format", form)
        self._in("transferOptions/MD_DigitalTransferOptions/onLine/CI_OnlineResource", locator)

    def _quality(self) -> None:
        def conforms() -> None:
            self._in("specification/CI_Citation", cited)
            self._text("explanation", "Voir la spécification")
            self._in("pass", lambda: self._xml.writeTextElement(GCO, "Boolean", "true"))

        def cited() -> None:
            standard = self.facts.standard
            self._text("title", standard.document.metadata if standard.document else standard.title)
            self._date(standard.date or standard.version, "publication")

        self._in("scope/DQ_Scope", lambda: self._code("level", "MD_ScopeCode", "dataset"))
        self._in("report/DQ_DomainConsistency/result/DQ_ConformanceResult", conforms)
        self._in("lineage/LI_Lineage", lambda: self._text("statement", self.known.genealogie or self._lineage()))

    # ------------------------------------------------------------------------------------------------- words
    def _title(self) -> str:
        name = self.facts.name
        family = _FAMILIES.get(name.family, name.family)
        if name.family == "SUP":
            return f"{family} {name.category} – {self.facts.place or name.territory} – {_french(name.date)}"
        owner = name.territory or name.manager
        of = f"{self.facts.place} ({owner})" if self.facts.place else owner
        return f"{family} – {of} – {_french(name.date)}"

    def _abstract(self) -> str:
        return (
            f"{self._title()}. Données géographiques et pièces écrites, au standard"
            f" {self.facts.standard.document.metadata if self.facts.standard.document else self.facts.standard.title}."
        )

    def _lineage(self) -> str:
        day = self.facts.today.strftime("%d/%m/%Y")
        specification = self.facts.standard.document.metadata if self.facts.standard.document else ""
        return f"Mise au standard {specification} le {day}, à partir des couches : {', '.join(self.facts.layers)}."

    # -------------------------------------------------------------------------------------------------- XML
    def _in(self, path: str, inside: Callable[[], None]) -> None:
        """Opens the elements of a path, writes what is inside, closes them."""
        steps = path.split("/")
        for step in steps:
            self._open(step)
        inside()
        for _ in steps:
            self._xml.writeEndElement()

    def _open(self, name: str) -> None:
        self._xml.writeStartElement(GMD, name)

    def _text(self, path: str, text: str) -> None:
        self._in(path, lambda: self._xml.writeTextElement(GCO, "CharacterString", text))

    def _anchor(self, address: str, text: str) -> None:
        self._xml.writeStartElement(GMX, "Anchor")
        self._xml.writeAttribute(XLINK, "href", address)
        self._xml.writeCharacters(text)
        self._xml.writeEndElement()

    def _code(self, path: str, name: str, value: str) -> None:
        def inside() -> None:
            self._open(name)
            self._xml.writeAttribute("codeList", f"{LISTS}{name}")
            self._xml.writeAttribute("codeListValue", value)
            self._xml.writeEndElement()

        self._in(path, inside)

    def _date(self, day: str, kind: str) -> None:
        def inside() -> None:
            self._in("date", lambda: self._xml.writeTextElement(GCO, "Date", day))
            self._code("dateType", "CI_DateTypeCode", kind)

        if day:
            self._in("date/CI_Date", inside)

    def _keyword(self, thesaurus: str, word: str) -> None:
        def inside() -> None:
            self._text("keyword", word)
            self._in("thesaurusName/CI_Citation", lambda: self._text("title", thesaurus))

        self._in("descriptiveKeywords/MD_Keywords", inside)

    def _party(self, path: str, organisation: str, mail: str) -> None:
        def inside() -> None:
            if organisation:
                self._text("organisationName", organisation)
            if mail:
                place = "contactInfo/CI_Contact/address/CI_Address/electronicMailAddress"
                self._text(place, mail)
            self._code("role", "CI_RoleCode", "pointOfContact" if path == "contact" else "owner")

        if organisation or mail:
            self._in(f"{path}/CI_ResponsibleParty", inside)


def _iso(day: str) -> str:
    return f"{day[:4]}-{day[4:6]}-{day[6:8]}" if len(day) == len("YYYYMMDD") else ""


def _french(day: str) -> str:
    return f"{day[6:8]}/{day[4:6]}/{day[:4]}" if len(day) == len("YYYYMMDD") else day
