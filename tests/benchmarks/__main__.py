"""The benchmarks: `make bench`. Each work is done our way and today's way in turn, in the same run: ratios count.

    python3 -m tests.benchmarks [--runs 3] [--only WORD] [--folder FOLDER]
Prints a table and writes build/bench.json. The data are invented by `generate.py`, once per folder.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from dataclasses import asdict
from pathlib import Path

from tests.benchmarks import clips
from tests.benchmarks.figures import PROJECT, Figure
from tests.benchmarks.generate import generate
from tests.benchmarks.publishing import publishing
from tests.benchmarks.validation import validation

BENCHES = {
    "local": clips.local,
    "wfs": clips.wfs,
    "layers": clips.many_layers,
    "memory": clips.memory,
    "territories": clips.territories,
    "window": clips.window,
    "validation": validation,
    "publishing": publishing,
}


def main() -> None:
    """Runs the benchmarks and tells."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", choices=BENCHES, action="append")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "data-territoires-bench")
    arguments = parser.parse_args()
    folder = generate(arguments.folder)
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as work:
        for name, bench in BENCHES.items():
            if not arguments.only or name in arguments.only:
                for figure in bench(folder, Path(work), arguments.runs):
                    figures.append(figure)
                    tell(figure)
    target = PROJECT / "build" / "bench.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(
        json.dumps([asdict(figure) for figure in figures], indent=1, ensure_ascii=False), encoding="utf-8"
    )
    print(f"→ {target.relative_to(PROJECT)}")


def tell(figure: Figure) -> None:
    """One line of the table."""
    mark = "✓" if figure.reached else "✗"
    print(
        f"{mark} {figure.work:<66} {figure.ours:>8.2f} {figure.unit:<2} against {figure.theirs:>8.2f} {figure.unit:<2}"
        f" ({figure.against}): × {figure.ratio:.2f}, target {figure.target:g}",
        flush=True,
    )


if __name__ == "__main__":
    main()
