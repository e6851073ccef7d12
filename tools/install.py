"""Installs a packaged plugin into the user's QGIS profile: QGIS 3, and QGIS 4 where it has been started once.

python3 tools/install.py [ZIP]      no QGIS needed; the old version of the plugin is replaced as a whole
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import zipfile
from pathlib import Path

NAME = "data_territoires_plugin"
ZIP = Path(__file__).resolve().parent.parent / "dist" / f"{NAME}.zip"


def settings_folder() -> Path:
    """Where QGIS keeps its profiles on this system (QGIS user guide, "User profiles")."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "QGIS"
    if sys.platform == "win32":
        return Path(os.environ["APPDATA"]) / "QGIS"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "QGIS"


def profiles(settings: Path) -> list[Path]:
    """The default profiles to install into: that of QGIS 3 always, that of QGIS 4 when it exists."""
    three, four = (settings / version / "profiles" / "default" for version in ("QGIS3", "QGIS4"))
    return [three, four] if four.is_dir() else [three]


def install(archive: Path, profile: Path) -> Path:
    """Puts the plugin into a profile and returns its folder. A developer's link there is replaced, never followed."""
    plugins = profile / "python" / "plugins"
    plugins.mkdir(parents=True, exist_ok=True)
    target = plugins / NAME
    with tempfile.TemporaryDirectory(dir=plugins) as folder:  # beside the target: put in place by a rename
        with zipfile.ZipFile(archive) as opened:
            opened.extractall(folder)
        if target.is_symlink():
            target.unlink()
        elif target.exists():
            shutil.rmtree(target)
        (Path(folder) / NAME).rename(target)
    return target


def main(archive: Path) -> int:
    """The command line."""
    if not archive.is_file():
        print(f"{archive} is missing: make package", file=sys.stderr)
        return 1
    for profile in profiles(settings_folder()):
        print(f"installed in {install(archive, profile)}")
    print("In QGIS: Plugins > Manage and Install Plugins > Installed: tick “Data Territoires”.")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else ZIP))
