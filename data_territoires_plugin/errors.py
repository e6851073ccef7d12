"""The errors of the plugin: one small tree, each error able to speak to the user."""

from __future__ import annotations


class DataTerritoiresError(Exception):
    """What went wrong (`message`, for the user; `detail`, for the log), and what to do next (`hint`)."""

    def __init__(self, message: str, detail: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.detail = detail
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class Cancelled(DataTerritoiresError):
    """The user asked to stop. Nothing is lost: what was fetched serves the next try."""


class TerritoryError(DataTerritoiresError):
    """A territory or a perimeter that can't be used: unknown code, dissolved EPCI, empty or unreadable polygon."""


class CatalogueError(DataTerritoiresError):
    """A catalogue file that can't be read, or an entry that doesn't exist."""


class StandardError(DataTerritoiresError):
    """A standard that doesn't exist or can't be read, or data that can't be checked against it."""


class NetworkError(DataTerritoiresError):
    """The service could not be reached, or the answer did not come whole."""


class OfflineError(NetworkError):
    """Nothing may be sent: the plugin is offline (DATA_TERRITOIRES_OFFLINE=1 or its setting)."""


class ServerError(NetworkError):
    """The service answered by a refusal, or by something else than it promises (HTML instead of JSON, an exception)."""

    status = 0  # of HTTP; 0 where none was looked at


class IncompleteError(ServerError):
    """Fewer features came than the service announced, and trying again did not help."""


class SourceError(DataTerritoiresError):
    """A file or a layer that can't be read as the catalogue says."""


class OutputError(DataTerritoiresError):
    """The result can't be written: open elsewhere, read-only, disk full."""
