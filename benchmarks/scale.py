"""How a batch grows: python -m benchmarks.scale [whole|parent] COUNT [COUNT...] [--jobs N] [--seed N]

whole  : batches of made-up postings, each in a process of its own: wall and CPU time a posting, peak memory of the
         parent and of its largest worker.
parent : the same without the work on postings: results are copies of a real one with other names, scores, skills and
         sketches. What is left is what one process does for all: list, order, group, count, write.

A line a count, then the ratio of the last to the first. CPU times of an otherwise busy machine are still of use, wall
times are not.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.generate import ad, as_text, save, wordings

RESUME = Path(__file__).resolve().parents[1] / "sample_jobs" / "resumes" / "senior_pm.docx"
FIGURES = ("wall ms", "CPU ms", "parent CPU ms", "parent MiB", "worker MiB")


class Copies:
    """In place of the bench: tells of every posting what it tells of one, made different by chance."""

    template: Mapping[str, Any] = {}

    def __init__(self, setup: Any) -> None:
        self.setup = setup

    def record(self, item: Any) -> dict[str, Any]:
        """The record of one posting."""
        own = Random(item.label)
        found = dict(self.template)
        asked = [{**r, "skill": own.choice(wordings())[0]} for r in found["requirements"]]
        found["lifts"] = {
            r["skill"]: round(found["score"] + own.uniform(0, 5), 1) for r in asked[: len(found["lifts"])]
        }
        size = len(found["lifts"])
        found["pairs"] = [(one, other, score) for one, other, score in found["pairs"] if max(one, other) < size]
        found["score"] = round(own.uniform(20, 80), 1)
        head = {"id": self.setup.id_of(item), "file": item.label, "sha256": item.digest}
        return found | head | {"requirements": asked, "sketch": own.randbytes(256).hex()}


def template() -> dict[str, Any]:
    """The record of one made-up posting."""
    from tailor.batches.inputs import Item
    from tailor.batches.setup import make_setup
    from tailor.batches.work import Bench

    bench = Bench(make_setup([RESUME], as_of=None, weights=None))
    return bench.record(Item("one", "1", text=as_text(ad(1))))


def measured(postings: Path, out: Path, jobs: int) -> dict[str, float]:
    """The figures of one run in this process."""
    import tailor

    begun = time.monotonic()
    done = tailor.batch(RESUME, postings, out, jobs=jobs)
    wall = time.monotonic() - begun
    own, workers = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = [found.ru_utime + found.ru_stime for found in (own, workers)]
    count = done.compared + len(done.failures)
    times = [1000 * seconds / count for seconds in (wall, sum(cpu), cpu[0])]
    return dict(zip(FIGURES, [*times, own.ru_maxrss / 1024, workers.ru_maxrss / 1024 * bool(jobs)], strict=True))


def one(what: str, postings: Path, out: Path, jobs: int, made: str) -> None:
    """Print the figures of one run as JSON; for a process of its own."""
    if what == "parent":
        from tailor.batches import run

        Copies.template = json.loads(made)
        run.Bench = Copies  # type: ignore[misc, assignment]
        jobs = 0
    print(json.dumps(measured(postings, out, jobs)))


def main() -> None:
    """Read the arguments, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("whole", "parent"))
    parser.add_argument("counts", type=int, nargs="+")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    made = json.dumps(template()) if options.what == "parent" else ""
    print(f"{'postings':>9}" + "".join(f"{name:>15}" for name in FIGURES), flush=True)
    rows: list[dict[str, float]] = []
    for count in options.counts:
        with tempfile.TemporaryDirectory() as home:
            save(count, options.seed, Path(home) / "jobs.jsonl")
            arguments = (options.what, Path(home) / "jobs.jsonl", Path(home) / "out", options.jobs, made)
            call = f"from pathlib import *; from benchmarks.scale import one; one(*{arguments!r})"
            told = subprocess.run([sys.executable, "-c", call], check=True, stdout=subprocess.PIPE, text=True)
        rows.append(json.loads(told.stdout))
        print(f"{count:>9}" + "".join(f"{rows[-1][name]:>15.2f}" for name in FIGURES), flush=True)
    if len(rows) > 1:
        ratios = (rows[-1][name] / rows[0][name] if rows[0][name] else 0.0 for name in FIGURES)
        print(f"{'ratio':>9}" + "".join(f"{ratio:>15.2f}" for ratio in ratios))


if __name__ == "__main__":
    main()
