"""`dataterritoires:addservice`: the layers of any service, by its address, as a catalogue file that the clip reads."""

from __future__ import annotations

import fnmatch
import re
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ..catalogue import load_catalogue
from ..catalogue.remote.capabilities import discover
from ..catalogue.remote.entries import entry_of
from ..catalogue.services import OSM
from ..catalogue.words import plain
from ..catalogue.writing import as_yaml
from ..errors import CatalogueError, OutputError
from ..i18n import tr
from ..paths import write_whole
from ..sources.osm import is_extract, themes_of
from .algorithm import Algorithm, about, failing, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.core import QgsProcessingContext

    from ..catalogue.entry import Entry
    from ..catalogue.remote.found import Found

_T = TypeVar("_T", "Entry", "Found")

_LISTED = 20  # layers that can't be clipped, named in the log


class AddServiceAlgorithm(Algorithm):
    """A catalogue of one's own from a service."""

    ID = "addservice"
    GROUP = "services"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Add the layers of a service to your catalogue")

    def tags(self) -> list[str]:
        """The words it is found by."""
        return [
            "WFS",
            "OGC API",
            "FeatureServer",
            "ArcGIS",
            "STAC",
            "flux",
            "service",
            "URL",
            "catalogue",
            "plateforme",
        ]

    def shortHelpString(self) -> str:
        """The help beside the parameters."""
        return tr(
            "Recognises the service at an address (OGC API Features, WFS, ArcGIS FeatureServer or MapServer, STAC, a"
            " plain file) and writes its layers as a catalogue file, to be given to the parameter CATALOGUE of the"
            " clip, or edited: titles, themes, licences, cut modes. An extract of OpenStreetMap (.osm.pbf, .osm,"
            " .osm.gz; a path, or an address) gives a layer per theme, and so does a GeoPackage made of one.\n\n"
            "FILTER: only the layers whose name or title matches (* stands for any text).\n"
            "AUTHCFG: an authentication configuration of QGIS, for a secured service. Its id is written in the"
            " catalogue file; its content never leaves QGIS.\n"
            "Images (WMS, WMTS) are counted apart: they are backgrounds, not layers to clip."
        )

    def initAlgorithm(self, _config: dict[str, Any] | None = None) -> None:
        """Declares the parameters and outputs."""
        self.addParameter(
            QgsProcessingParameterString("URL", tr("Address of the service, or path of an OpenStreetMap extract"))
        )
        self.addParameter(QgsProcessingParameterString("FILTER", tr("Only the layers named"), "*", optional=True))
        self.addParameter(QgsProcessingParameterAuthConfig("AUTHCFG", tr("Authentication"), optional=True))
        self.addParameter(
            QgsProcessingParameterFileDestination("OUTPUT", tr("Catalogue file"), tr("Catalogue (*.yaml)"))
        )
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Layers that can be clipped")))
        self.addOutput(QgsProcessingOutputNumber("LEFT_OUT", tr("Layers left out")))

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        """Asks the service what it has, and writes the file."""
        feedback = feedback or QgsProcessingFeedback()
        output = Path(self.parameterAsFileOutput(parameters, "OUTPUT", context))
        authcfg = self.parameterAsString(parameters, "AUTHCFG", context)
        with failing(feedback):
            url = self.parameterAsString(parameters, "URL", context)
            pattern = self.parameterAsString(parameters, "FILTER", context)
            left: list[Found] = []
            if is_extract(url):
                entries = _kept(_of_extract(url.strip(), feedback), pattern)
            else:
                wanted = _kept(discover(url, feedback, authcfg), pattern)
                entries = _entries(wanted, urlsplit(url).hostname or "service", authcfg)
                left = [each for each in wanted if each.best is None]
            _tell(entries, left, feedback)
            if not entries:
                reason = left[0].resources[0].unreadable
                raise CatalogueError(tr("No layer of this service can be clipped: {reason}.").format(reason=reason))
            _write(output, as_yaml(entries, load_catalogue().themes))
            load_catalogue(output)  # what was written is read as the clip will read it
        return {"OUTPUT": str(output), "COUNT": len(entries), "LEFT_OUT": len(left)}


def _kept(known: Sequence[_T], pattern: str) -> list[_T]:
    """Those whose id or title matches."""
    text = plain(pattern.strip() or "*")
    wanted = [one for one in known if any(fnmatch.fnmatchcase(plain(each), text) for each in (one.id, one.title))]
    if not wanted:
        raise CatalogueError(
            tr("No layer of the service matches the filter."),
            hint=tr("Its layers: {names}.").format(names=", ".join(each.id for each in known[:_LISTED])),
        )
    return wanted


def _of_extract(place: str, feedback: QgsProcessingFeedback) -> list[Entry]:
    """The themes of an extract of OpenStreetMap: the entries of the catalogue, read from that file."""
    themes = themes_of(place, feedback)
    name = urlsplit(place).path.rpartition("/")[2] if "://" in place else Path(place).name
    stem = re.sub(r"[^a-z0-9]+", "_", plain(name.partition(".")[0])).strip("_")[:40]
    return [
        replace(
            entry,
            id=f"osm_{stem}_{entry.layer}",
            title=entry.title.replace("(OpenStreetMap)", f"(OpenStreetMap, {name})"),
            options=MappingProxyType({"path": place if "://" in place else str(Path(place).expanduser().resolve())}),
        )
        for entry in load_catalogue().entries
        if entry.service == OSM and entry.layer in themes
    ]


def _entries(wanted: list[Found], host: str, authcfg: str) -> list[Entry]:
    """The entries, each with an id that the catalogue takes: that of the host, then of the layer."""
    stem = re.sub(r"\W+", "_", plain(host.removeprefix("www.")).partition(".")[0]) or "service"
    if stem.isdigit():
        stem = "service"
    entries: dict[str, Entry] = {}
    for found in wanted:
        resource = found.best
        if resource is None:
            continue
        name = re.sub(r"[^a-z0-9]+", "_", plain(f"{stem}_{found.id}")).strip("_")[:60]
        made, number = name, 2
        while made in entries:
            made, number = f"{name}_{number}", number + 1
        entry = entry_of(found, resource)
        licence = replace(entry.licence, id=re.sub(r"[^a-z0-9_]+", "_", entry.licence.id.lower()))
        options = MappingProxyType({"authcfg": authcfg}) if authcfg else entry.options
        abstract = entry.abstract or entry.title
        entries[made] = replace(entry, id=made, licence=licence, options=options, abstract=abstract)
    return list(entries.values())


def _tell(entries: list[Entry], left: list[Found], feedback: QgsProcessingFeedback) -> None:
    say(
        feedback,
        tr("Layers that can be clipped: {count}; left out: {left}."),
        count=len(entries),
        left=len(left),
    )
    for each in left[:_LISTED]:
        feedback.pushWarning(about(each.title, each.resources[0].unreadable))


def _write(output: Path, text: str) -> None:
    try:
        write_whole(output, text)
    except OSError as error:
        raise OutputError(
            tr("The catalogue file {path} can't be written.").format(path=output),
            detail=str(error),
            hint=tr("Choose another folder, or free some space."),
        ) from error
