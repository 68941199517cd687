"""A batch with bad files mixed in: the good are all compared, the bad are all listed, nothing is lost.

python -m benchmarks.bad_batch --postings 10000 --bad 500
"""

from __future__ import annotations

import argparse
import resource
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import tailor
from tests.conftest import ROOT
from tests.fire.seeds import POSTING, seeds
from tests.readers.conftest import zipped

WORDS = "billing roadmap analytics pricing onboarding platform payments growth research discovery strategy".split()  # noqa: SIM905
BAD = {
    "empty.txt": b"",
    "cut.docx": seeds()["a.docx"][:700],
    "entities.docx": zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'}),
    "bomb.docx": zipped({"word/document.xml": " " * 20_000_000}),
    "cut.pdf": seeds()["a.pdf"][:300],
    "binary.txt": bytes(range(256)) * 9,
    "resume.txt": seeds()["a.txt"],
    "prose.md": b"# Notes\n\nNothing here is of any use to anybody at all.\n",
    "empty.html": b"<html><body></body></html>",
    "deep.eml": b"MIME-Version: 1.0\nFrom: a@b.org\n" + b"Content-Type: message/rfc822\n\n" * 9_000,
}


def fill(folder: Path, postings: int, bad: int) -> set[str]:
    """Write so many postings, `bad` of them bad, and return the names of those."""
    chance, names = Random(1), set()
    spoilt = set(chance.sample(range(postings), bad))
    for number in range(postings):
        if number in spoilt:
            kind = chance.choice(sorted(BAD))
            name, data = f"{number:06}-{kind}", BAD[kind]
            names.add(name)
        else:
            name, data = f"{number:06}.txt", posting(number, chance)
        (folder / name).write_bytes(data)
    return names


def posting(number: int, chance: Random) -> bytes:
    """A posting that is no near-copy of another."""
    pairs = zip(chance.sample(WORDS, 4), chance.sample(WORDS, 4), strict=True)
    asked = "".join(f"- Experience with {a} and {b}\n" for a, b in pairs)
    return (POSTING.replace("Billing", f"Team {number}") + asked).encode()


def main() -> int:
    """Run it and print what came of it."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--postings", type=int, default=1000)
    options.add_argument("--bad", type=int, default=50)
    options.add_argument("--jobs", type=int, default=None)
    given = options.parse_args()
    with TemporaryDirectory() as name:
        home = Path(name) / "postings"
        home.mkdir()
        bad = fill(home, given.postings, given.bad)
        began = time.monotonic()
        done = tailor.batch(ROOT / "sample_jobs" / "resumes" / "apm.txt", home, Path(name) / "out", jobs=given.jobs)
        named = (*done.failures, *done.skipped)  # read from the results, which go with the folder
    listed = {found.file for found in named}
    right, lost = done.compared, given.postings - done.compared - len(named)
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(f"{given.postings:,} postings, {given.bad} of them bad")
    print(f"{right:,} compared, {len(named)} listed, {lost} lost")
    same, took = "yes" if listed == bad else "no", time.monotonic() - began
    print(f"listed are exactly the bad: {same}; {took:.0f} s; peak {peak // 1000} MB a process")
    return 0 if (right, len(named), listed) == (given.postings - given.bad, given.bad, bad) else 1


if __name__ == "__main__":
    raise SystemExit(main())
