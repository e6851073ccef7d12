"""The gate of plugins.qgis.org, on the package as it will be uploaded: shape of the zip, bandit, detect-secrets.

What the site runs was read in its sources (QGIS-Plugins-Website: validator.py, security_scanner.py, and the rules in
management/commands/data), in the state of July 2026. One finding, of whatever severity, blocks a publication.
"""

from __future__ import annotations

import json
import tempfile
import zipfile
from pathlib import Path

from tools import package

from .commands import run

MAX_BYTES = 25_000_000
FORBIDDEN_FOLDERS = ("__MACOSX", ".git", "__pycache__")
SUSPICIOUS = (".exe", ".dll", ".so", ".dylib", ".bat", ".sh", ".ps1", ".cmd")
GENERATED = ("resources_rc.py", "ui_")
BANDIT_DISABLED = ("B404", "B411")  # the site turns off B109 and B410 too, which bandit has no more
SECRETS_DISABLED = ("IPPublicDetector",)
SECRETS_EXCLUDED = r"metadata\.txt"


def gate() -> list[str]:
    """Builds the package and puts it through the gate."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "package.zip"
        package.build(archive)
        found = shape(archive)
        unpacked = Path(folder) / "unpacked"
        with zipfile.ZipFile(archive) as opened:
            opened.extractall(unpacked)
        return found + bandit(unpacked) + secrets(unpacked)


# ---------------------------------------------------------------- the zip
def shape(archive: Path) -> list[str]:
    """What the site refuses or flags in the zip itself."""
    with zipfile.ZipFile(archive) as opened:
        entries = opened.infolist()
        damaged = opened.testzip()
    names = [entry.filename for entry in entries]
    found = [f"{damaged} is damaged"] if damaged else []
    if archive.stat().st_size > MAX_BYTES:
        found.append(f"{archive.stat().st_size / 1e6:.1f} MB, {MAX_BYTES / 1e6:.0f} MB at most")
    tops = sorted({name.split("/")[0] for name in names})
    if tops != [package.NAME] or not package.NAME.isidentifier():
        found.append(f"one top folder is expected, {package.NAME}; found: {', '.join(tops)}")
    wanted = [f"{package.NAME}/{name}" for name in ("__init__.py", "metadata.txt", "LICENSE")]
    found += [f"{name} is missing" for name in wanted if name not in names]
    found += [f"{entry.filename}: {fault}" for entry in entries for fault in _entry_faults(entry)]
    return [f"package: {text}" for text in found]


def _entry_faults(entry: zipfile.ZipInfo) -> list[str]:
    parts = entry.filename.split("/")
    checks = {
        "leaves the folder": ".." in entry.filename or entry.filename.startswith("/"),
        "has a path of Windows": "\\" in entry.orig_filename or ":" in entry.filename,
        "compiled Python": ".pyc" in entry.filename,
        "forbidden folder": any(folder in parts for folder in FORBIDDEN_FOLDERS),
        "hidden file": any(part.startswith(".") for part in parts),
        "program or script": entry.filename.lower().endswith(SUSPICIOUS),
        "is executable": bool((entry.external_attr >> 16) & 0o111),
        "generated file": parts[-1].startswith(GENERATED) and parts[-1].endswith(".py"),
        "tests stay out": "tests" in parts[1:-1],
    }
    return [fault for fault, there in checks.items() if there]


# ---------------------------------------------------------------- the scanners
def bandit(folder: Path) -> list[str]:
    """All tests of bandit but the disabled ones, whatever the severity and the confidence."""
    code, said = run("bandit", "-r", str(folder), "-f", "json", "--quiet", "-s", ",".join(BANDIT_DISABLED))
    report = _json(said)
    if report is None:
        return [f"bandit failed with exit code {code}: {said[:300]}"]
    found = [f"bandit could not read {error['filename']}: {error['reason']}" for error in report["errors"]]
    return found + [
        f"bandit {issue['test_id']} {_inside(issue['filename'], folder)}:{issue['line_number']}: {issue['issue_text']}"
        for issue in report["results"]
    ]


def secrets(folder: Path) -> list[str]:
    """detect-secrets on every file but metadata.txt. It exits with 0 whatever it finds: its report is read."""
    off = [word for name in SECRETS_DISABLED for word in ("--disable-plugin", name)]
    code, said = run(
        *("detect-secrets", "scan", "--all-files", "--no-verify", "--exclude-files", SECRETS_EXCLUDED, *off, "."),
        folder=folder,
    )
    report = _json(said)
    if report is None:
        return [f"detect-secrets failed with exit code {code}: {said[:300]}"]
    return [
        f"detect-secrets {secret['type']} {name}:{secret['line_number']}"
        for name, secrets in sorted(report["results"].items())
        for secret in secrets
    ]


def _json(said: str) -> dict | None:
    """The JSON document of a report; what the program says around it is left aside."""
    start, end = said.find("{"), said.rfind("}")
    try:
        return dict(json.loads(said[start : end + 1]))
    except ValueError:
        return None


def _inside(name: str, folder: Path) -> str:
    path = Path(name)
    return str(path.relative_to(folder)) if path.is_relative_to(folder) else name
