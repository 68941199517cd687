"""Writing: past jobs in the past tense, and the person as the one who acts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tailor.advisers.check_rules import Finding, Statement, data, of_resume, on, plural, quoted, statements
from tailor.types import Layout, Resume

GROUP = "writing"
PASSIVE = re.compile(
    r"(?<!\w)(?:was|were|been|being)\s+(?:being\s+)?(?:\w{3,12}ly\s+)?(?P<what>[a-z]{3,20})(?!\w)", re.IGNORECASE
)


@of_resume(GROUP, "tense")
def tense(resume: Resume, _: Layout) -> Iterator[Finding]:
    """What a job that has ended saw done is past; the present job may stand in either tense."""
    past = [s for s in statements(resume) if s.role and not s.role.period.current and s.role.period.end]
    hits = [s for s in past if in_present(s)]
    if hits:
        lines = plural(len(hits), "line on past jobs stands", "lines on past jobs stand")
        why = f"{lines} in the present: {quoted(s.words[0] for s in hits)}; use the past tense."
        yield on("warn", why, [s.line for s in hits])
    elif past:
        yield Finding("pass", "Past jobs are told in the past tense.")


def in_present(statement: Statement) -> bool:
    """Whether a line certainly opens with a verb in the present or in -ing."""
    first, lists = statement.opener, lists_of("tense")
    after = statement.words[1].lower() if len(statement.words) > 1 else ""
    if first in lists["ambiguous"]:
        return after in lists["determiners"]
    return first in lists["present"] or first in lists["gerunds"]


@cache
def lists_of(group: str) -> dict[str, frozenset[str]]:
    """The lists of a group of `models/checks.toml`, for membership."""
    return {name: frozenset(words) for name, words in data(group).items() if isinstance(words, list)}


@of_resume(GROUP, "passive")
def passive(resume: Resume, _: Layout) -> Iterator[Finding]:
    """Who did it is the point of a resume."""
    told = statements(resume)
    hits = [(s, words) for s in told if (words := passive_in(s.text))]
    if len(hits) >= data("passive")["warn"]:
        lines = plural(len(hits), "line hides", "lines hide")
        why = f"{lines} who acted: {quoted(words for _, words in hits)}; say what you did."
        yield on("warn", why, [s.line for s, _ in hits])
    elif told:
        yield Finding("pass", "The person acts." if not hits else f"Only in {plural(len(hits), 'line')}.")


def passive_in(text: str) -> str:
    """The first passive of a line; "" if it has none but those that praise."""
    lists = lists_of("passive")
    for hit in PASSIVE.finditer(text):
        what = hit["what"].lower()
        if (what.endswith("ed") or what in lists["participles"]) and what not in lists["fine"]:
            return hit[0].lower()
    return ""
