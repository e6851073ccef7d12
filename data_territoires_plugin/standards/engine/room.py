"""Whether there is room for the shapes of a layer: asked while they are read, before the system stops QGIS for it."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

# What the checks need beside the shapes as they were read, measured: a zoning of 2.3 GB takes 7 GB in all.
_MORE = 2
LIGHT = 200_000_000  # bytes: not worth a look


def has_room(held: int) -> bool:
    """Whether the checks have room for shapes of that many bytes, read already; yes where the system doesn't say."""
    if held < LIGHT:
        return True
    free = free_bytes()
    return free is None or _MORE * held < free


def free_bytes() -> int | None:
    """What programs may still ask of this machine, its swap included; None where it isn't known (macOS)."""
    if sys.platform == "win32":
        return _free_of_windows()
    try:
        text = Path("/proc/meminfo").read_text(encoding="ascii")
        said = dict(line.split(":", 1) for line in text.splitlines())
        return sum(int(said[name].split()[0]) * 1024 for name in ("MemAvailable", "SwapFree"))
    except (OSError, ValueError, LookupError):
        return None


def _free_of_windows() -> int | None:
    """UllAvailPageFile of MEMORYSTATUSEX (learn.microsoft.com, GlobalMemoryStatusEx): what a process may commit."""
    status = (ctypes.c_uint64 * 8)()
    ctypes.cast(status, ctypes.POINTER(ctypes.c_uint32))[0] = ctypes.sizeof(status)
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009
    return int(status[4]) if kernel.GlobalMemoryStatusEx(ctypes.byref(status)) else None
