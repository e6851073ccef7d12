"""Where the plugin finds its data, and where it may write."""

from __future__ import annotations

import glob
import os
import shutil
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_LEFT = 86_400  # seconds: nobody writes in a draft for a day


def plugin_folder(name: str) -> Path:
    """A data folder of the plugin (`resources`, `i18n`): in the package once installed, beside it in the sources."""
    inside = Path(__file__).parent / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def resources() -> Path:
    """The data shipped with the plugin: catalogue, styles, COG tables, training kit."""
    return plugin_folder("resources")


def cache_folder(*parts: str) -> Path:
    """A folder of the cache, made if need be: the setting `cache`, in QGIS's profile, else a temporary one."""
    folder = _cache_root().joinpath(*parts)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def place_of(source: str) -> Path | None:
    """The file, or the folder, that is there behind the source of a layer of QGIS; None where there is none.

    Such a source may be any text (the fields of a temporary layer, a connection, GeoJSON): where it is longer than
    the name of a file can be, the system doesn't answer that there is none, it fails.
    """
    name = source.partition("|")[0]
    with suppress(OSError, ValueError):
        return Path(name) if name and Path(name).exists() else None
    return None


def draft_of(path: Path) -> Path:
    """Where a file or a folder is written before it takes its place, beside it: each run has its own."""
    return path.with_name(f".{path.name}.{os.getpid()}-{threading.get_ident()}.draft")


def write_whole(path: Path, text: str) -> None:
    """Writes a text in its place, whole or not at all. OSError: the previous file is intact."""
    draft = draft_of(path)
    try:
        draft.write_text(text, encoding="utf-8")
        draft.replace(path)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def drop_old_drafts(path: Path) -> None:
    """Drops what runs that were killed have left beside `path`."""
    for draft in path.parent.glob(f".{glob.escape(path.name)}.*.draft"):
        with suppress(OSError):  # it may belong to somebody else
            if time.time() - draft.stat().st_mtime > _LEFT:
                shutil.rmtree(draft) if draft.is_dir() else draft.unlink()


def _cache_root() -> Path:
    from .settings import setting

    named = setting("cache")
    if named:
        return Path(named)
    try:
        from qgis.core import QgsApplication
    except ImportError:
        profile = ""
    else:
        profile = QgsApplication.qgisSettingsDirPath()
    return Path(profile or tempfile.gettempdir()) / "data_territoires"
