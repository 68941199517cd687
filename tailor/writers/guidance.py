"""What would close the gaps, for people: a row for gaps that are closed together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.table import Table

from tailor.resources import table
from tailor.types import Guidance, Step
from tailor.writers.layout import grid, said
from tailor.writers.matches import need_label

NAMED = {
    "project": "project",
    "tool": "try it",
    "course": "course",
    "certificate": "certificate",
    "regulation": "rules",
    "phrase": "what counts",
}


def guidance_table(guidance: Sequence[Guidance], *, most: int | None = None) -> Table:
    """The first gaps with what would close them and how long that typically takes.

    most : how many rows; by default as `models/guidance.toml` says. Weeks are at about five hours a week.
    """
    made = grid("Need", "Gap", "How", "What would close it", "Typically")
    for together in list(grouped(guidance))[: most or table("guidance.toml")["shown"]]:
        first = together[0]
        for number, step in enumerate(told(first.steps)):
            need, names = (need_label(first.need), ", ".join(g.name for g in together)) if number == 0 else ("", "")
            made.add_row(need, said(names), NAMED[step.kind], said(step.text), span(step.weeks))
    return made


def grouped(guidance: Iterable[Guidance]) -> Iterable[list[Guidance]]:
    """Gaps with the same steps together, each where its first stands; tools of one group count as the same."""
    found: dict[tuple[object, ...], list[Guidance]] = {}
    for item in guidance:
        key = (item.need, item.group, *("" if step.kind == "tool" else step.text for step in item.steps))
        found.setdefault(key, []).append(item)
    return found.values()


def told(steps: Sequence[Step]) -> list[Step]:
    """The first step, and the first of another kind that takes less long or no time: what can be done today."""
    first = steps[0]
    today = [step for step in steps[1:] if step.weeks is None]
    return [first, *(today or list(steps[1:]))[:1]]


def span(weeks: tuple[int, int] | None) -> str:
    """How long a step takes; blank for one that is a matter of writing it down."""
    if weeks is None:
        return "an evening"
    fewest, most = weeks
    if fewest >= 52:
        return f"{fewest // 52}–{most // 52} years" if most // 52 > fewest // 52 else f"{fewest // 52} year"
    return f"{fewest}–{most} weeks" if most > fewest else f"{most} week{'s' * (most != 1)}"
