"""The provider `dataterritoires`."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..paths import resources


class Provider(QgsProcessingProvider):
    """Everything a window does is one of its algorithms."""

    def id(self) -> str:
        """The prefix of the algorithms."""
        return "dataterritoires"

    def name(self) -> str:
        """The name in the toolbox."""
        return "Data Territoires"

    def icon(self) -> QIcon:
        """The icon of the plugin."""
        return QIcon(str(resources() / "icons" / "data_territoires.svg"))

    def loadAlgorithms(self) -> None:
        """Registers the algorithms; imported here, when QGIS asks for them."""
        from .addservice import AddServiceAlgorithm
        from .clip import ClipAlgorithm
        from .cliplayers import ClipLayersAlgorithm
        from .clipmany import ClipManyAlgorithm
        from .cogmigrate import CogMigrateAlgorithm
        from .deliver import DeliverAlgorithm
        from .elevation import ElevationAlgorithm
        from .extract import ExtractAlgorithm
        from .geocode import GeocodeAlgorithm
        from .gpudocuments import GpuDocumentsAlgorithm
        from .gristwrite import GristWriteAlgorithm
        from .isochrone import IsochroneAlgorithm
        from .makekit import MakeKitAlgorithm
        from .map import MapAlgorithm
        from .openkit import OpenKitAlgorithm
        from .ownschema import OwnSchemaAlgorithm
        from .publish import PublishAlgorithm
        from .publish_again import ResumeAlgorithm, UndoAlgorithm
        from .publishmetadata import PublishMetadataAlgorithm
        from .refresh import RefreshAlgorithm
        from .repair import RepairAlgorithm
        from .search import SearchAlgorithm
        from .standards import StandardsAlgorithm
        from .template import TemplateAlgorithm
        from .territory import TerritoryAlgorithm
        from .testservices import TestServicesAlgorithm
        from .updatecatalogue import UpdateCatalogueAlgorithm
        from .validate import ValidateAlgorithm

        for algorithm in (
            TerritoryAlgorithm,
            AddServiceAlgorithm,
            ClipAlgorithm,
            ClipLayersAlgorithm,
            ClipManyAlgorithm,
            CogMigrateAlgorithm,
            ElevationAlgorithm,
            ExtractAlgorithm,
            GeocodeAlgorithm,
            GpuDocumentsAlgorithm,
            GristWriteAlgorithm,
            IsochroneAlgorithm,
            PublishAlgorithm,
            PublishMetadataAlgorithm,
            RefreshAlgorithm,
            RepairAlgorithm,
            ResumeAlgorithm,
            UndoAlgorithm,
            StandardsAlgorithm,
            SearchAlgorithm,
            MakeKitAlgorithm,
            MapAlgorithm,
            OpenKitAlgorithm,
            TestServicesAlgorithm,
            UpdateCatalogueAlgorithm,
            TemplateAlgorithm,
            DeliverAlgorithm,
            OwnSchemaAlgorithm,
            ValidateAlgorithm,
        ):
            self.addAlgorithm(algorithm())
