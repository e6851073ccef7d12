"""ISO 19139 records for the catalogues of the tests, written from the standard and not by our own code."""

from __future__ import annotations

import base64
import html
import urllib.request
from dataclasses import dataclass

_RECORD = """<?xml version="1.0" encoding="UTF-8"?>
<gmd:MD_Metadata xmlns:gmd="http://www.isotc211.org/2005/gmd" xmlns:gco="http://www.isotc211.org/2005/gco"
 xmlns:gmx="http://www.isotc211.org/2005/gmx" xmlns:xlink="http://www.w3.org/1999/xlink">
<gmd:fileIdentifier><gco:CharacterString>{id}</gco:CharacterString></gmd:fileIdentifier>
<gmd:language><gco:CharacterString>fre</gco:CharacterString></gmd:language>
<gmd:hierarchyLevel><gmd:MD_ScopeCode codeList="x" codeListValue="dataset">dataset</gmd:MD_ScopeCode>
</gmd:hierarchyLevel>
<gmd:contact><gmd:CI_ResponsibleParty><gmd:organisationName><gco:CharacterString>Agglo d’essai</gco:CharacterString>
</gmd:organisationName><gmd:role><gmd:CI_RoleCode codeList="x" codeListValue="owner"/></gmd:role>
</gmd:CI_ResponsibleParty></gmd:contact>
<gmd:dateStamp><gco:Date>2026-03-04</gco:Date></gmd:dateStamp>
<gmd:identificationInfo><gmd:MD_DataIdentification><gmd:citation><gmd:CI_Citation>
<gmd:title><gco:CharacterString>{title}</gco:CharacterString></gmd:title>
<gmd:date><gmd:CI_Date><gmd:date><gco:Date>2025-12-31</gco:Date></gmd:date><gmd:dateType>
<gmd:CI_DateTypeCode codeList="x" codeListValue="revision">revision</gmd:CI_DateTypeCode></gmd:dateType></gmd:CI_Date>
</gmd:date></gmd:CI_Citation></gmd:citation>
<gmd:abstract><gco:CharacterString>{abstract}</gco:CharacterString></gmd:abstract>
<gmd:descriptiveKeywords><gmd:MD_Keywords><gmd:keyword><gco:CharacterString>bocage</gco:CharacterString></gmd:keyword>
</gmd:MD_Keywords></gmd:descriptiveKeywords>
<gmd:resourceConstraints><gmd:MD_LegalConstraints>
<gmd:accessConstraints><gmd:MD_RestrictionCode codeList="x" codeListValue="otherRestrictions"/></gmd:accessConstraints>
<gmd:otherConstraints><gco:CharacterString>{licence}</gco:CharacterString></gmd:otherConstraints>
</gmd:MD_LegalConstraints></gmd:resourceConstraints>
<gmd:extent><gmd:EX_Extent><gmd:geographicElement><gmd:EX_GeographicBoundingBox>
<gmd:westBoundLongitude><gco:Decimal>{west}</gco:Decimal></gmd:westBoundLongitude>
<gmd:eastBoundLongitude><gco:Decimal>{east}</gco:Decimal></gmd:eastBoundLongitude>
<gmd:southBoundLatitude><gco:Decimal>{south}</gco:Decimal></gmd:southBoundLatitude>
<gmd:northBoundLatitude><gco:Decimal>{north}</gco:Decimal></gmd:northBoundLatitude>
</gmd:EX_GeographicBoundingBox></gmd:geographicElement></gmd:EX_Extent></gmd:extent>
</gmd:MD_DataIdentification></gmd:identificationInfo>
<gmd:distributionInfo><gmd:MD_Distribution><gmd:transferOptions><gmd:MD_DigitalTransferOptions>{links}
</gmd:MD_DigitalTransferOptions></gmd:transferOptions></gmd:MD_Distribution></gmd:distributionInfo>
</gmd:MD_Metadata>"""
_LINK = """<gmd:onLine><gmd:CI_OnlineResource><gmd:linkage><gmd:URL>{url}</gmd:URL></gmd:linkage>
<gmd:protocol><gco:CharacterString>{protocol}</gco:CharacterString></gmd:protocol>
<gmd:name><gco:CharacterString>{name}</gco:CharacterString></gmd:name>
<gmd:description><gco:CharacterString>{title}</gco:CharacterString></gmd:description>
</gmd:CI_OnlineResource></gmd:onLine>"""


@dataclass(frozen=True)
class Record:
    """What a record says. `links`: protocol, address, name."""

    id: str
    title: str
    abstract: str = "Essai."
    licence: str = "Licence Ouverte version 2.0 (Etalab)"
    box: tuple[float, float, float, float] = (-2.2, 47.5, -1.9, 47.8)
    links: tuple[tuple[str, str, str], ...] = ()

    def xml(self) -> str:
        """The record."""
        links = "".join(
            _LINK.format(protocol=protocol, url=html.escape(url), name=name, title=self.title)
            for protocol, url, name in self.links
        )
        west, south, east, north = self.box
        return _RECORD.format(
            id=self.id, title=self.title, abstract=self.abstract, licence=self.licence, links=links,
            west=west, south=south, east=east, north=north,
        )  # fmt: skip


def load(csw: str, records: list[Record], user: str = "", password: str = "") -> None:
    """Puts records in a catalogue by CSW-T 2.0.2, one by one, by plain HTTP."""
    headers = {"Content-Type": "application/xml"}
    if user:
        headers["Authorization"] = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()
    for record in records:
        body = (
            '<?xml version="1.0" encoding="UTF-8"?><csw:Transaction xmlns:csw="http://www.opengis.net/cat/csw/2.0.2"'
            ' service="CSW" version="2.0.2"><csw:Insert>'
            f"{record.xml().partition('?>')[2]}</csw:Insert></csw:Transaction>"
        ).encode()
        with urllib.request.urlopen(urllib.request.Request(csw, body, headers), timeout=30) as answer:
            said = answer.read().decode()
        if "<csw:totalInserted>1<" not in said:
            raise RuntimeError(said)
