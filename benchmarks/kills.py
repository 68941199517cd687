"""Runs that are killed at random, and gone on with: python -m benchmarks.kills [--runs 20] [--postings 200] [--seed 0]

Each round starts a batch in a process group of its own, waits a random time and sends SIGKILL to the parent, to one of
its workers, or to all of them; the next round goes on in the same folder. After the last a run is left to end. Then
every input must be there once, and every output must have the bytes of a run that nobody disturbed. Prints a line a
round; fails if not.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from benchmarks.generate import save

RESUME = Path(__file__).resolve().parents[1] / "sample_jobs" / "resumes" / "apm.txt"
LONGEST = 60.0  # seconds to wait for the first worker


def start(postings: Path, out: Path, jobs: int = 2) -> subprocess.Popen[bytes]:
    """A batch in a process group of its own."""
    command = [sys.executable, "-m", "tailor", "batch", str(RESUME), str(postings), "-o", str(out), "--jobs", str(jobs)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def children(parent: int) -> list[int]:
    """Ids of the processes that any thread of `parent` has started and that are alive (on Linux)."""
    try:
        texts = [path.read_text(encoding="ascii") for path in Path(f"/proc/{parent}/task").glob("*/children")]
    except OSError:  # it has just ended
        return []
    return [int(text) for found in texts for text in found.split()]


def round_of(own: Random, postings: Path, out: Path) -> Iterator[str]:
    """Start a run and kill something of it at a random time; tells what."""
    process = start(postings, out)
    began = time.monotonic()
    while not children(process.pid) and process.poll() is None and time.monotonic() - began < LONGEST:
        time.sleep(0.01)
    time.sleep(own.uniform(0, 4))
    victim = own.choice(("parent", "worker", "all"))
    workers = children(process.pid)
    if process.poll() is not None:
        yield "it had ended before"
    elif victim == "worker" and workers:
        os.kill(own.choice(workers), signal.SIGKILL)
        yield "a worker; the run went on"
        process.wait()
    elif victim == "all":
        os.killpg(process.pid, signal.SIGKILL)
        yield "parent and workers"
    else:
        process.kill()
        yield "the parent"
    process.wait()


def digests(out: Path) -> dict[str, str]:
    """SHA-256 of each output."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(out.iterdir()) if path.is_file()
    }


def halves(out: Path) -> list[str]:
    """Result files that do not end with a whole line."""
    return [path.name for path in (out / "shards").glob("*.jsonl") if not path.read_bytes().endswith(b"}\n")]


def main() -> None:
    """Read the arguments, do the rounds and say whether all is as it must be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--postings", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    own = Random(options.seed)
    with tempfile.TemporaryDirectory() as home:
        postings, calm, out = Path(home) / "jobs.jsonl", Path(home) / "calm", Path(home) / "out"
        save(options.postings, options.seed, postings)
        assert start(postings, calm).wait() == 0
        wanted, number = digests(calm), 0
        while number < options.runs:
            for what in round_of(own, postings, out):
                if what.startswith("it had"):  # all was done: begin anew elsewhere
                    assert digests(out) == wanted, "a run that went on gave other bytes"
                    out = out.with_name(f"out{number}-{own.random()}")
                    break
                number += 1
                broken = halves(out) if (out / "shards").is_dir() else []
                assert not broken, f"half files: {broken}"
                print(f"round {number}: killed {what}", flush=True)
        assert start(postings, out).wait() == 0
        found = digests(out)
        rows = sum(1 for _ in (out / "details.jsonl").open(encoding="utf-8"))
        print(f"{rows} of {options.postings} postings, each once; outputs identical: {found == wanted}")
        if rows != options.postings or found != wanted:
            raise SystemExit(1)


if __name__ == "__main__":
    main()
