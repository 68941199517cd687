"""Whole commands against what they are measured by, each in a process of its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from benchmarks.timing import Cost, Row, middle, ratio, run

SAMPLES = Path(__file__).resolve().parents[1] / "sample_jobs"
TYPER = """import typer
app = typer.Typer()

@app.command()
def hello(name: str = "world") -> None:
    "Say hello."
    print(name)

app()
"""
# pandas, which scikit-learn imports where it is there, is no part of what a user installs.
FLOOR = """import sys
sys.modules["pandas"] = None
import spacy
from sklearn.feature_extraction.text import TfidfVectorizer
"""


def rows(repeats: int, folder: Path) -> Iterator[Row]:
    """Start-up, compare, draft and peak memory."""
    bench = Commands(folder)
    peaks: list[dict[str, float]] = []

    def seconds(name: str, make: Callable[[], Cost]) -> Callable[[], float]:
        def once() -> float:
            found = make()
            peaks[-1][name] = found.mebibytes
            return found.seconds

        return once

    work = {name: seconds(name, make) for name, make in bench.all().items()}
    rounds = []
    for at in range(repeats + 1):
        peaks.append({})
        found = {name: each() for name, each in work.items()}
        rounds += [found] if at else []
    yield Row("tailor --help : one-command Typer program", ratio(rounds, "help", "typer"), 1.3)
    floor = f"floor {middle(rounds, 'floor'):.2f} s CPU: import spaCy and scikit-learn's TfidfVectorizer"
    for name, asked in (("cold txt", 1.10), ("cold docx", 1.10), ("cold pdf", None)):
        yield Row(f"compare, {name} : floor", ratio(rounds, name, "floor"), asked, floor)
    yield Row("compare again, a line of the resume changed : floor", ratio(rounds, "changed", "floor"), 1.05)
    yield Row("compare again, other options : floor", ratio(rounds, "options", "floor"))
    yield Row("compare again, nothing changed : floor", ratio(rounds, "again", "floor"), 0.15)
    yield Row("draft, cold : floor", ratio(rounds, "draft", "floor"))
    peak = f"{middle(peaks[1:], 'cold docx'):.0f} MiB"
    yield Row("compare, peak memory : that of the floor", ratio(peaks[1:], "cold docx", "floor"), 1.20, peak)


class Commands:
    """The command lines, with a cache and files of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.number = folder, count()
        (folder / "hello.py").write_text(TYPER, encoding="utf-8")
        self.own = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache"), "TAILOR_NO_CACHE": ""}
        self.posting = str(SAMPLES / "senior-pm-billing.txt")

    def all(self) -> dict[str, Callable[[], Cost]]:
        """What is run, by name."""
        pairs = {"txt": "apm.txt", "docx": "senior_pm.docx", "pdf": "career_changer.pdf"}
        cold = {f"cold {kind}": self.compare(name, "--no-cache") for kind, name in pairs.items()}
        draft = ["draft", str(SAMPLES / "resumes" / "senior_pm.docx"), self.posting, "--force", "--no-cache", "-o"]
        return {
            "typer": lambda: run([sys.executable, str(self.folder / "hello.py"), "--help"], self.own),
            "help": lambda: self.tailor("--help"),
            "floor": lambda: run([sys.executable, "-c", FLOOR], self.own),
            **cold,
            "changed": self.changed,
            "options": self.other_month,
            "again": self.compare("senior_pm.docx"),
            "draft": lambda: self.tailor(*draft, str(self.folder / "draft.docx")),
        }

    def tailor(self, *arguments: str) -> Cost:
        """One run of the command line."""
        return run([sys.executable, "-m", "tailor", *arguments], self.own)

    def compare(self, resume: str, *options: str) -> Callable[[], Cost]:
        """A run of `tailor compare`."""
        return lambda: self.tailor("compare", str(SAMPLES / "resumes" / resume), self.posting, *options)

    def other_month(self) -> Cost:
        """A run with an option that was not given before."""
        return self.compare("senior_pm.docx", "--as-of", f"20{20 + next(self.number) % 60}-01")()

    def changed(self) -> Cost:
        """A run with a resume in which one line was never seen before."""
        text = (SAMPLES / "resumes" / "apm.txt").read_text(encoding="utf-8")
        path = self.folder / "resume.txt"
        path.write_text(text + f"\nLed user research with {next(self.number) + 2} customers.\n", encoding="utf-8")
        return self.tailor("compare", str(path), self.posting)


def batch_rows(counts: list[int], folder: Path) -> Iterator[Row]:
    """A batch in one worker, at several sizes."""
    from benchmarks.generate import save

    bench = Commands(folder)
    for size in counts:
        path = folder / f"{size}.jsonl"
        save(size, 0, path)
        found = bench.tailor(
            "batch",
            str(SAMPLES / "resumes" / "senior_pm.docx"),
            str(path),
            "-o",
            str(folder / f"out{size}"),
            "--jobs",
            "1",
        )
        told = f"CPU with start and ranking; peak {found.mebibytes:.0f} MiB in the largest process"
        yield Row(f"batch of {size:,}, ms a posting", 1000 * found.seconds / size, None, told)
