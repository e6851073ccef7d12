"""What is available: the entries that can be clipped."""

from .catalogue import Catalogue
from .entry import CutMode, Entry, GeometryKind, Licence
from .loading import load_catalogue

__all__ = ["Catalogue", "CutMode", "Entry", "GeometryKind", "Licence", "load_catalogue"]
