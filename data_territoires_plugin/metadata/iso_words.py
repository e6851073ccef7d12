"""The names of ISO 19139: namespaces, code lists, and the order in which the schema wants elements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import SourceError
from ..i18n import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

GMD, GCO, GMX = (f"http://www.isotc211.org/2005/{name}" for name in ("gmd", "gco", "gmx"))
GML = "http://www.opengis.net/gml/3.2"
XLINK = "http://www.w3.org/1999/xlink"
SPACES = {"gmd": GMD, "gco": GCO, "gmx": GMX, "gml": GML, "xlink": XLINK}
LISTS = "http://standards.iso.org/iso/19139/resources/gmxCodelists.xml#"
LARGEST = 20_000_000  # bytes; a record is some tens of kilobytes

# The sequences of the schema (gmd 20070417): where an element goes among its neighbours.
ORDER: dict[str, tuple[str, ...]] = {
    "MD_Metadata": (
        "fileIdentifier", "language", "characterSet", "parentIdentifier", "hierarchyLevel", "hierarchyLevelName",
        "contact", "dateStamp", "metadataStandardName", "metadataStandardVersion", "dataSetURI", "locale",
        "spatialRepresentationInfo", "referenceSystemInfo", "metadataExtensionInfo", "identificationInfo",
        "contentInfo", "distributionInfo", "dataQualityInfo", "portrayalCatalogueInfo", "metadataConstraints",
        "applicationSchemaInfo", "metadataMaintenance", "series", "describes", "propertyType", "featureType",
        "featureAttribute",
    ),
    "MD_DataIdentification": (
        "citation", "abstract", "purpose", "credit", "status", "pointOfContact", "resourceMaintenance",
        "graphicOverview", "resourceFormat", "descriptiveKeywords", "resourceSpecificUsage", "resourceConstraints",
        "aggregationInfo", "spatialRepresentationType", "spatialResolution", "language", "characterSet",
        "topicCategory", "environmentDescription", "extent", "supplementalInformation",
    ),
    "CI_Citation": (
        "title", "alternateTitle", "date", "edition", "editionDate", "identifier", "citedResponsibleParty",
        "presentationForm", "series", "otherCitationDetails", "collectiveTitle", "ISBN", "ISSN",
    ),
    "MD_Distribution": ("distributionFormat", "distributor", "transferOptions"),
    "MD_DigitalTransferOptions": ("unitsOfDistribution", "transferSize", "onLine", "offLine"),
    "DQ_DataQuality": ("scope", "report", "lineage"),
}  # fmt: skip


def xml() -> Any:
    """The XML library: that of OWSLib, which QGIS ships; it resolves no entity."""
    from owslib.etree import etree

    for prefix, address in SPACES.items():
        etree.register_namespace(prefix, address)
    return etree


def parsed(content: bytes) -> Any:
    """The MD_Metadata of a document, alone or in the answer of a catalogue.

    Raises SourceError: no XML, a DOCTYPE, another kind of record (ISO 19115-3, Dublin Core).
    """
    etree = xml()
    if len(content) > LARGEST or has_doctype(content):
        raise SourceError(tr("The record holds a DOCTYPE, or is too large: it was not read."))
    try:
        root = etree.fromstring(content)
    except (etree.ParseError, ValueError) as error:
        raise SourceError(tr("The record is not XML."), detail=str(error)) from error
    found = next((each for each in root.iter() if each.tag == f"{{{GMD}}}MD_Metadata"), None)
    if found is None:
        raise SourceError(
            tr("The record is not in ISO 19139, which alone is read and completed here."),
            detail=str(root.tag),
            hint=tr("Edit it on the portal, or give the layer another identifier."),
        )
    if found is root:
        return root
    copied = etree.fromstring(etree.tostring(found, with_tail=False))
    etree.cleanup_namespaces(copied, top_nsmap=SPACES)
    return copied


def has_doctype(content: bytes) -> bool:
    """Whether a document holds a DOCTYPE: entities are how XML attacks its reader; a record has no need of them."""
    from qgis.PyQt.QtCore import QXmlStreamReader

    reader = QXmlStreamReader(content)
    while not reader.atEnd():
        token = reader.readNext()
        if token == QXmlStreamReader.TokenType.DTD:
            return True
        if token == QXmlStreamReader.TokenType.StartElement:
            return False
    return False


def text_of(root: Any) -> bytes:
    """The document in UTF-8."""
    etree = xml()
    etree.cleanup_namespaces(root, top_nsmap={key: SPACES[key] for key in ("gmd", "gco", "gmx", "xlink")})
    etree.indent(root)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def tag(name: str) -> str:
    """The whole name of an element of gmd."""
    return f"{{{GMD}}}{name}"


def local(element: Any) -> str:
    """The name of an element without its namespace; "" for a comment."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def under(root: Any, path: str) -> Iterator[Any]:
    """The elements at a path of gmd names; * is any element."""
    steps = [step if step == "*" else tag(step) for step in path.split("/")]
    return iter(root.findall("/".join(steps)))


def first(root: Any, path: str) -> Any:
    """The first of them, None without."""
    return next(under(root, path), None)


def words(element: Any) -> str:
    """What an element or its child says: a character string, an anchor, a date, a code."""
    if element is None:
        return ""
    inside = [one for one in element if isinstance(one.tag, str)]
    value = inside[0] if inside else element
    return " ".join((value.text or value.get("codeListValue") or "").split())


def code(element: Any) -> str:
    """The code of an element of a code list: the attribute first, its text is for people."""
    if element is None:
        return ""
    value = next((one for one in element if isinstance(one.tag, str)), element)
    return str(value.get("codeListValue") or value.text or "").strip()


def place(parent: Any, names: Iterable[str], elements: Iterable[Any]) -> None:
    """Puts elements in place of those of `names` in `parent`, at their place in the sequence of the schema."""
    gone = set(names)
    for each in [one for one in parent if local(one) in gone]:
        parent.remove(each)
    for element in elements:
        insert(parent, element)


def insert(parent: Any, element: Any) -> None:
    """Adds an element after those which the schema wants before it."""
    order = ORDER[local(parent)]
    rank = order.index(local(element))
    at = 0
    for index, one in enumerate(parent):
        if local(one) not in order or order.index(local(one)) <= rank:
            at = index + 1
    parent.insert(at, element)
