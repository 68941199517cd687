"""Speed and memory: python -m benchmarks [--quick] [--repeats N] [--batch N...] [--only PART...] [--json FILE]

Ratios within one run of things taken in turn, medians of CPU seconds (user and system), peak memory of processes.
"asked" is what the project asks of itself; a row without it is for orientation. Never part of the tests.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path

from benchmarks import commands, inside, peers
from benchmarks.timing import Row

PARTS = ("commands", "extraction", "reading", "scoring", "peers", "batch")


def parts(options: argparse.Namespace, folder: Path) -> dict[str, Callable[[], Iterator[Row]]]:
    """What gives the rows, by name."""
    repeats = 1 if options.quick else options.repeats
    return {
        "commands": lambda: commands.rows(repeats, folder),
        "extraction": lambda: inside.extraction_rows(repeats),
        "reading": lambda: inside.reading_rows(repeats),
        "scoring": lambda: inside.scoring_rows(repeats),
        "peers": lambda: peers.rows(3 if options.quick else 6),
        "batch": lambda: commands.batch_rows([100] if options.quick else options.batch, folder),
    }


def line(row: Row) -> str:
    """A row of the table."""
    reached = "-" if row.reached is None else f"{row.reached:.2f}"
    asked = "" if row.asked is None else f"{'>=' if row.least else '<='} {row.asked:g}"
    return f"| {row.name} | {asked} | {reached} | {row.verdict} | {row.note} |"


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="one repeat and a small batch: does it run at all")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--batch", type=int, nargs="*", default=[1_000], help="sizes of batches")
    parser.add_argument("--only", nargs="*", default=list(PARTS), choices=PARTS)
    parser.add_argument("--json", type=Path, help="write the rows here, too")
    options = parser.parse_args()
    target = options.json.resolve() if options.json else None
    os.environ["TAILOR_NO_CACHE"] = "1"  # but for the commands that are to have one
    print("| what | asked | reached | met | |\n|---|---|---|---|---|")
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for name, rows in parts(options, Path(folder)).items():
            for row in rows() if name in options.only else ():
                found.append(row)
                print(line(row), flush=True)
    here = {"python": platform.python_version(), "spacy": version("spacy"), "scikit-learn": version("scikit-learn")}
    if target:
        record = {"versions": here, "rows": [row.record() for row in found]}
        target.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
    print("\nPython {python}, spaCy {spacy}, scikit-learn {scikit-learn}".format(**here))
    sys.exit(any(row.verdict == "NO" for row in found))


if __name__ == "__main__":
    main()
