"""The view of a batch that the template `batch.html` takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from tailor.types import Batch, Ranked, Salary
from tailor.writers.batch_charts import charts, limit
from tailor.writers.layout import around

UNTOLD = "unspecified"
LONGEST = 120  # characters of a title


@dataclass(frozen=True, slots=True)
class Job:
    """A posting as shown; what it does not tell is "".

    name : its title, cut where it is overlong, or its file.
    middle, years : what its pay and the years it asks sort by.
    musts : how many of the must-haves are covered.
    share : what they sort by, in which those covered in part count half.
    """

    found: Ranked
    name: str
    level: str
    mode: str
    pay: str
    middle: float | None
    years: float | None
    musts: str
    share: float | None
    facts: str


def batch_view(batch: Batch) -> dict[str, Any]:
    """The names the template uses; texts are as they stand in the documents, not yet escaped."""
    jobs = [job(found) for found in islice(batch.ranked, limit("postings"))]
    resumes = list(jobs[0].found.scores) if jobs else []
    return {
        "resumes": resumes,
        "several": len(resumes) > 1,
        "compared": batch.compared,
        "listed": len(batch.ranked),
        "jobs": jobs,
        "twins": twin_groups(jobs),
        "copies": batch.compared - batch.market.postings,
        "levels": sorted({j.level for j in jobs if j.level}),
        "modes": sorted({j.mode for j in jobs if j.mode}),
        "market": batch.market,
        "pairs": batch.market.pairs[: limit("openings")],
        "charts": charts(batch),
        "best": next((j.found for j in jobs), None),
        "failures": batch.failures[: limit("postings")],
        "skipped": batch.skipped[: limit("postings")],
        "aside": len(batch.skipped),
        "failed": len(batch.failures),
        "ignored": batch.ignored,
    }


def job(found: Ranked) -> Job:
    """One posting."""
    counting = len(found.covered) + len(found.partly) + len(found.missing)
    level, mode = told(found.level), told(found.mode)
    pay = money(found.salary)
    asked = f"{found.years.asked} asked, {found.years.shown} shown" if found.years.met is not None else ""
    return Job(
        found=found,
        name=around(found.title, "", width=LONGEST) or found.file,
        level=level,
        mode=mode,
        pay=pay,
        middle=middle(found.salary),
        years=float(found.years.asked.partition(" ")[0]) if found.years.met is not None else None,
        musts=f"{len(found.covered)} of {counting}" if counting else "",
        share=round((len(found.covered) + len(found.partly) / 2) / counting, 3) if counting else None,
        facts=" · ".join(fact for fact in (level, mode, found.location, pay, asked) if fact),
    )


def told(word: str) -> str:
    """A word of the posting's, "" where it tells none."""
    return "" if word == UNTOLD else word


def money(salary: Salary | None) -> str:
    """Pay in words."""
    if salary is None:
        return ""
    most = f"–{salary.maximum:,.0f}" if salary.maximum else ""
    return f"{salary.minimum:,.0f}{most} {salary.currency or ''}".strip()


def middle(salary: Salary | None) -> float | None:
    """The middle of the pay, whatever its currency."""
    return (salary.minimum + (salary.maximum or salary.minimum)) / 2 if salary else None


def twin_groups(jobs: Sequence[Job]) -> list[tuple[Ranked, list[Ranked]]]:
    """The postings that have near-duplicates, each with them; one whose best is not on the page is left out."""
    copies: dict[str, list[Ranked]] = {}
    for each in jobs:
        if each.found.twin_of:
            copies.setdefault(each.found.twin_of, []).append(each.found)
    return [(each.found, copies[each.found.file]) for each in jobs if each.found.file in copies]
