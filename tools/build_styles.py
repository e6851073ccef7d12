"""Write `resources/styles/*.qml`: `tools/qgis run -- python3 tools/build_styles.py [FOLDER]`."""

from __future__ import annotations

import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from qgis.core import QgsApplication  # noqa: E402

from tools.styles import all_styles  # noqa: E402
from tools.styles.render import drawing_order  # noqa: E402


def build(folder: Path) -> int:
    """Write every style into `folder`, remove those no longer made, and return how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {style.name: style.qml() for style in all_styles()}
    if missing := set(made) ^ set(drawing_order()):
        raise SystemExit(f"order.txt and the styles differ: {sorted(missing)}")
    for old in folder.glob("*.qml"):
        if old.stem not in made:
            old.unlink()
    for name, text in made.items():
        (folder / f"{name}.qml").write_text(text, encoding="utf-8", newline="\n")
    return len(made)


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT / "resources" / "styles"
    print(f"{build(target)} styles in {target}")
    application.exitQgis()
