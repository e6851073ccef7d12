#!/usr/bin/env python3
"""Makes resources/standards/ and docs/standards.md from the published models of the standards.

    python3 tools/build_standards.py --from ../shared/standards [--into resources/standards]

    index.json      the list: one line per standard
    FAMILY.json     the standards of a family (urbanisme, sup, risques, reseaux…), in the format of `standards.writing`

The models are read for their facts: names of tables and fields, types, sizes, patterns, values and their labels,
conditions. The same models always give the same bytes.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from data_territoires_plugin.standards.shelf import INDEX, index_text  # noqa: E402
from data_territoires_plugin.standards.sound import faults  # noqa: E402
from data_territoires_plugin.standards.writing import to_json  # noqa: E402
from tools.standards import COMPILERS, page  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Mapping

    from data_territoires_plugin.standards.model import Standard


def compiled(source: Path) -> dict[str, tuple[Standard, ...]]:
    """Every standard of the models in `source`, by file of resources/standards/. ValueError when one is unsound."""
    families: dict[str, list[Standard]] = defaultdict(list)
    for compile_ in COMPILERS:
        for one in compile_(source):
            problems = list(faults(one))
            if problems:
                raise ValueError(f"{one.id}: {problems[0]}")
            families[f"{one.family}.json"].append(one)
    return {name: tuple(sorted(held, key=lambda one: one.id)) for name, held in sorted(families.items())}


def texts(shelved: Mapping[str, tuple[Standard, ...]]) -> dict[str, str]:
    """The text of each file, the index included."""
    return {INDEX: index_text(shelved), **{name: to_json(held) for name, held in shelved.items()}}


def main() -> None:
    """Writes the files, and says what they hold."""
    parser = argparse.ArgumentParser(description="Makes resources/standards/ and docs/standards.md")
    parser.add_argument("--from", dest="source", type=Path, required=True, help="the folder of the models")
    parser.add_argument("--into", type=Path, default=PROJECT / "resources" / "standards")
    parser.add_argument("--page", type=Path, default=PROJECT / "docs" / "standards.md")
    options = parser.parse_args()
    shelved = compiled(options.source)
    options.into.mkdir(parents=True, exist_ok=True)
    written = texts(shelved)
    for stale in set(options.into.glob("*.json")) - {options.into / name for name in written}:
        stale.unlink()
    for name, text in written.items():
        (options.into / name).write_text(text, encoding="utf-8")
        print(f"{len(text.encode()) / 1000:8.0f} kB  {len(shelved.get(name, ())):4} standards  {name}")
    options.page.write_text(page.text(shelved), encoding="utf-8")


if __name__ == "__main__":
    main()
