"""As many different postings as wanted, put together of the lines of the sample postings."""

from functools import cache
from pathlib import Path
from random import Random

from tailor import pipeline
from tests.conftest import ROOT

TITLES = ("Product Manager", "Senior Product Manager", "Group Product Manager", "Associate Product Manager")
PLACES = ("Remote", "Hybrid, 2 days in Leeds", "On-site, Denver", "Lisbon or remote")
MOST_EXTRA = 6


@cache
def samples() -> tuple[tuple[str, ...], ...]:
    """The lines of each sample posting."""
    files = sorted(path for path in (ROOT / "sample_jobs").iterdir() if path.is_file() and path.stem != "README")
    jobs = (pipeline.read_posting(str(path)) for path in files if path.suffix != ".jsonl")
    return tuple(tuple(line.text for line in job.source.lines) for job in jobs)


def varied(number: int) -> str:
    """A posting of its own: most lines of one sample, some of another, its own company, place and pay."""
    dice = Random(number)
    one, other = dice.sample(samples(), 2)
    kept = [line for line in one[2:] if dice.random() < 0.8]
    added = dice.sample(other, min(len(other), dice.randint(1, MOST_EXTRA)))
    low = dice.randrange(70, 220) * 1000
    head = [f"{dice.choice(TITLES)}, Area {number}", f"Company: Example{number} Ltd", dice.choice(PLACES)]
    pay = f"Salary: ${low:,} - ${low + 30000:,}"
    return "\n".join([*head, *kept, "Requirements", *(f"- {line}" for line in added), "", pay])


def make_varied(home: Path, count: int) -> Path:
    """A folder of so many postings."""
    folder = home / "postings"
    folder.mkdir()
    for number in range(count):
        (folder / f"v{number:04}.txt").write_text(varied(number), encoding="utf-8")
    return folder
