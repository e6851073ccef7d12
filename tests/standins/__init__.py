"""Stand-ins of services that can't be installed here, stricter than the services themselves."""

from __future__ import annotations

import os
from pathlib import Path

if Path("/usr/share/proj/proj.db").exists():  # Debian's pyproj doesn't find it by itself
    os.environ.setdefault("PROJ_DATA", "/usr/share/proj")
