"""What the windows remember from one session to the next, in the settings of the QGIS profile."""

from __future__ import annotations

from ..settings import save_setting, setting

_NOTHING = "-"  # an empty list that was chosen, not a list never made
_RECENT_AT_MOST = 8

TICKED = "gui_ticked"
OPENED = "gui_opened"
FOUND = "gui_found"
RECENT = "gui_recent"
FOLDER = "gui_folder"


def remembered(name: str) -> tuple[str, ...] | None:
    """A list of ids, or None where nothing was ever kept."""
    text = setting(name)
    if not text:
        return None
    return () if text == _NOTHING else tuple(text.split(","))


def remember(name: str, ids: tuple[str, ...]) -> None:
    """Keeps a list of ids."""
    save_setting(name, ",".join(ids) or _NOTHING)


def remember_territory(territory_id: str) -> None:
    """Puts a territory at the head of the recent ones."""
    others = tuple(each for each in remembered(RECENT) or () if each != territory_id)
    remember(RECENT, (territory_id, *others)[:_RECENT_AT_MOST])
