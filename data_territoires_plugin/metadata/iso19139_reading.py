"""A record of ISO 19139 read back as a value, and merged with ours without losing what others wrote.

What a portal shows may have been completed by hand there: only the elements that we know replace theirs.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from ..errors import SourceError
from ..i18n import tr
from .iso19139 import SEE, element_of
from .iso_words import XLINK, code, first, insert, local, parsed, place, text_of, under, words, xml
from .record import NO_LIMITATION, Conformity, Contact, Keywords, Link, Record, Verdict, completed, differences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ABOUT = "identificationInfo/MD_DataIdentification"
_CITED = f"{_ABOUT}/citation/CI_Citation"
_ONLINE = "distributionInfo/MD_Distribution/transferOptions/MD_DigitalTransferOptions/onLine"
_REPORT = "dataQualityInfo/DQ_DataQuality/report"
_RESULT = "*/result/DQ_ConformanceResult"
_OTHERS = "useLimitation otherConstraints"


def read(content: bytes) -> Record:
    """The record of a document. Raises SourceError: no XML, no MD_Metadata."""
    root = parsed(content)
    licence, licence_url, conditions, access = _constraints(root)
    dates = {
        code(first(one, "CI_Date/dateType")): words(first(one, "CI_Date/date")) for one in under(root, f"{_CITED}/date")
    }
    fraction = f"{_ABOUT}/spatialResolution/MD_Resolution/equivalentScale/MD_RepresentativeFraction/denominator"
    return Record(
        identifier=words(first(root, "fileIdentifier")),
        title=words(first(root, f"{_CITED}/title")),
        abstract=words(first(root, f"{_ABOUT}/abstract")),
        resource=words(first(root, f"{_CITED}/identifier/*/code")),
        created=dates.get("creation", "")[:10],
        published=dates.get("publication", "")[:10],
        revised=dates.get("revision", "")[:10],
        edition=words(first(root, f"{_CITED}/edition")),
        language=code(first(root, f"{_ABOUT}/language")),
        topics=tuple(words(one) for one in under(root, f"{_ABOUT}/topicCategory")),
        keywords=tuple(_keywords(one) for one in under(root, f"{_ABOUT}/descriptiveKeywords/MD_Keywords")),
        contacts=tuple(_party(one) for one in under(root, f"{_ABOUT}/pointOfContact/CI_ResponsibleParty")),
        record_contact=next((_party(one) for one in under(root, "contact/CI_ResponsibleParty")), None),
        licence=licence,
        licence_url=licence_url,
        conditions=conditions,
        access=access,
        extent=_box(first(root, f"{_ABOUT}/extent/EX_Extent/geographicElement/EX_GeographicBoundingBox")),
        crs=words(first(root, "referenceSystemInfo/*/referenceSystemIdentifier/*/code")),
        lineage=words(first(root, "dataQualityInfo/DQ_DataQuality/lineage/LI_Lineage/statement")),
        conformities=tuple(_conformity(one) for one in under(root, f"{_REPORT}/{_RESULT}")),
        links=tuple(_link(one) for one in under(root, f"{_ONLINE}/CI_OnlineResource")),
        scale=int(_number(words(first(root, fraction)))),
        resolution=_number(words(first(root, f"{_ABOUT}/spatialResolution/MD_Resolution/distance"))),
        frequency=code(first(root, f"{_ABOUT}/resourceMaintenance/*/maintenanceAndUpdateFrequency")),
        formats=tuple(words(one) for one in under(root, "distributionInfo/*/distributionFormat/MD_Format/name")),
        stamp=words(first(root, "dateStamp"))[:10],
    )


def merged(theirs: bytes, ours: Record) -> bytes:
    """Their document, with the elements that our record knows in place of theirs. Raises SourceError."""
    root, known = parsed(theirs), read(theirs)
    if first(root, _ABOUT) is None:
        raise SourceError(tr("The record that is there describes no data set: it is left as it is."))
    changed = {*differences(ours, known), "stamp"}
    new = element_of(completed(ours, known))
    quality = first(new, "dataQualityInfo")
    if first(root, "dataQualityInfo") is None and quality is not None:
        insert(root, deepcopy(quality))
    for names, path, tags in _OWNED:
        if changed & names:
            _replace(root, new, path, tags)
    _merge_in(root, new, changed)
    return text_of(root)


def same(one: bytes, other: bytes) -> bool:
    """Whether two documents say the same: blanks and the day of the record aside, which catalogues write themselves."""
    return _canonical(one) == _canonical(other)


def _canonical(content: bytes) -> list[tuple[str, str, tuple[tuple[str, str], ...]]]:
    root = parsed(content)
    place(root, ("dateStamp",), ())
    return [
        (str(one.tag), " ".join((one.text or "").split()), tuple(sorted(one.attrib.items())))
        for one in root.iter()
        if isinstance(one.tag, str) and "schemaLocation" not in str(one.attrib)
    ][1:]


# ----------------------------------------------------------------------------------------------------------- reading
def _keywords(group: Any) -> Keywords:
    cited = first(group, "thesaurusName/CI_Citation")
    found = tuple(filter(None, (words(one) for one in under(group, "keyword"))))
    if cited is None:
        return Keywords(found)
    return Keywords(found, words(first(cited, "title")), words(first(cited, "date/CI_Date/date"))[:10])


def _party(party: Any) -> Contact:
    info = "contactInfo/CI_Contact"
    return Contact(
        words(first(party, "organisationName")),
        words(first(party, f"{info}/address/CI_Address/electronicMailAddress")),
        code(first(party, "role")),
        words(first(party, "individualName")),
        words(first(party, f"{info}/phone/CI_Telephone/voice")),
    )


def _constraints(root: Any) -> tuple[str, str, tuple[str, ...], tuple[str, ...]]:
    """Licence, its address, the other conditions; the limits of access, () for none."""
    use: list[Any] = []
    access: list[str] = []
    for block in under(root, f"{_ABOUT}/resourceConstraints/*"):
        told = [one for one in block if local(one) in _OTHERS.split()]
        if first(block, "accessConstraints") is not None and first(block, "useConstraints") is None:
            access += [words(one) for one in told if _address(one) != NO_LIMITATION and words(one)]
        else:
            use += [one for one in told if words(one)]
    if not use:
        return "", "", (), tuple(access)
    return words(use[0]), _address(use[0]), tuple(words(one) for one in use[1:]), tuple(access)


def _address(element: Any) -> str:
    return next((str(one.get(f"{{{XLINK}}}href")) for one in element if one.get(f"{{{XLINK}}}href")), "")


def _conformity(result: Any) -> Conformity:
    passed = words(first(result, "pass")).lower()
    verdict = {
        "true": Verdict.CONFORMING,
        "1": Verdict.CONFORMING,
        "false": Verdict.NOT_CONFORMING,
        "0": Verdict.NOT_CONFORMING,
    }
    explanation = words(first(result, "explanation"))
    return Conformity(
        words(first(result, "specification/CI_Citation/title")),
        words(first(result, "specification/CI_Citation/date/CI_Date/date"))[:10],
        verdict.get(passed, Verdict.NOT_EVALUATED),
        "" if explanation == SEE else explanation,
    )


def _link(online: Any) -> Link:
    return Link(
        *(words(first(online, name)) for name in ("linkage", "protocol", "name", "description")),
    )


def _box(box: Any) -> tuple[float, float, float, float] | None:
    if box is None:
        return None
    names = ("westBoundLongitude", "southBoundLatitude", "eastBoundLongitude", "northBoundLatitude")
    try:
        west, south, east, north = (float(words(first(box, name))) for name in names)
    except ValueError:
        return None
    return west, south, east, north


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


# ----------------------------------------------------------------------------------------------------------- merging
def _set(*names: str) -> frozenset[str]:
    return frozenset(names)


# Fields of the record → where their elements are, and which elements they are: all of these are replaced together.
_OWNED: tuple[tuple[frozenset[str], str, tuple[str, ...]], ...] = (
    (_set("stamp"), "", ("dateStamp",)),
    (_set("crs"), "", ("referenceSystemInfo",)),
    (_set("title"), _CITED, ("title",)),
    (_set("edition"), _CITED, ("edition",)),
    (_set("abstract"), _ABOUT, ("abstract",)),
    (_set("frequency"), _ABOUT, ("resourceMaintenance",)),
    (_set("scale", "resolution"), _ABOUT, ("spatialResolution",)),
    (_set("language"), _ABOUT, ("language",)),
    (_set("topics"), _ABOUT, ("topicCategory",)),
    (_set("extent"), _ABOUT, ("extent",)),
    (_set("formats"), "distributionInfo/MD_Distribution", ("distributionFormat",)),
    (_set("lineage"), "dataQualityInfo/DQ_DataQuality", ("lineage",)),
)


def _replace(root: Any, new: Any, path: str, tags: tuple[str, ...]) -> None:
    ours = new if not path else first(new, path)
    elements = [] if ours is None else [one for one in ours if local(one) in tags]
    if elements:
        place(_made(root, path), tags, elements)


def _merge_in(root: Any, new: Any, changed: set[str]) -> None:
    """Elements that are repeated: ours replace those that say the same thing, the others stay."""
    if changed & {"created", "published", "revised"}:
        _join(root, new, f"{_CITED}/date", lambda one: code(first(one, "CI_Date/dateType")))
    if "resource" in changed:
        _join(root, new, f"{_CITED}/identifier", lambda one: words(first(one, "*/code")))
    if "keywords" in changed:
        _keep_words(root, new)
        _join(
            root,
            new,
            f"{_ABOUT}/descriptiveKeywords",
            lambda one: words(first(one, "MD_Keywords/thesaurusName/CI_Citation/title")),
        )
    if "contacts" in changed:
        _join(root, new, f"{_ABOUT}/pointOfContact", lambda one: code(first(one, "CI_ResponsibleParty/role")))
    if "record_contact" in changed:
        _join(root, new, "contact", lambda one: code(first(one, "CI_ResponsibleParty/role")))
    if changed & {"licence", "licence_url", "conditions", "access"}:
        _join(root, new, f"{_ABOUT}/resourceConstraints", lambda one: local(next(iter(one), one)))
    if "conformities" in changed:
        _join(root, new, _REPORT, lambda one: words(first(one, f"{_RESULT}/specification/CI_Citation/title")))
    if "links" in changed:
        _join(root, new, _ONLINE, lambda one: words(first(one, "CI_OnlineResource/linkage")))


def _keep_words(root: Any, new: Any) -> None:
    """The free words that others have added join ours."""
    path, title = f"{_ABOUT}/descriptiveKeywords/MD_Keywords", "thesaurusName/CI_Citation/title"
    ours = next((one for one in under(new, path) if not words(first(one, title))), None)
    if ours is None:
        return
    known = {words(one) for one in under(ours, "keyword")}
    for group in under(root, path):
        for word in [] if words(first(group, title)) else list(under(group, "keyword")):
            if words(word) and words(word) not in known:
                last = list(under(ours, "keyword"))[-1]
                last.addnext(deepcopy(word))


def _join(root: Any, new: Any, path: str, key: Callable[[Any], str]) -> None:
    parent_path, _, name = path.rpartition("/")
    ours = list(under(new, path))
    known = {key(one) for one in ours}
    if not ours:
        return
    for each in list(under(root, path)):
        if key(each) in known:
            each.getparent().remove(each)
    parent = root if not parent_path else _made(root, parent_path)
    for one in _new_first(parent, name, ours):
        insert(parent, one)


def _new_first(parent: Any, name: str, ours: list[Any]) -> Iterator[Any]:
    """Ours, then those that were there: the first identifier or contact is the one that readers show."""
    others = [one for one in parent if local(one) == name]
    for each in others:
        parent.remove(each)
    yield from ours
    yield from others


def _made(root: Any, path: str) -> Any:
    """The element at a path, made where it isn't there."""
    from .iso_words import ORDER, tag

    here = root
    for step in path.split("/") if path else ():
        inside = first(here, step)
        if inside is None:
            inside = xml().Element(tag(step))
            if local(here) in ORDER:
                insert(here, inside)
            else:
                here.append(inside)
        here = inside
    return here
