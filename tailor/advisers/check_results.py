"""Results: figures that let a reader see how much came of the work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tailor.advisers.check_rules import (
    Finding,
    Statement,
    data,
    graver,
    lines_of,
    of_resume,
    on,
    phrases,
    plural,
    statements,
    told,
)
from tailor.types import Layout, Resume

GROUP = "results"
# A figure is no name (ISO 27001, SOC 2, HL7), no year, and no part of a date.
FIGURE = re.compile(
    r"(?<![\w.,/-])(?:[$€£¥₹~+]|US\$|Rs\.?\s?)?\d[\d,.]{0,15}(?:\s?(?:%|x|×|k|m|mm|bn|b|million|billion|lakh|crore)(?!\w))?\+?(?![\w/])",
    re.IGNORECASE,
)
NAME_BEFORE = re.compile(
    r"(?:\b[A-Z]{2,8}|\b(?:Phase|Version|Tier|Level|Top|Python|Web|Part|Section|Series|Article))[ -]$"
)
YEAR = re.compile(r"(?:19|20)\d\d")


@of_resume(GROUP, "measurable results")
def measurable(resume: Resume, _: Layout) -> Iterator[Finding]:
    """Lines with a figure, in jobs and projects."""
    limits = data("results")
    found = [*statements(resume), *told(resume, lines_of(resume, "projects"))]
    figures = [s for s in found if has_figure(s)]
    if not found:
        return
    if len(figures) >= min(limits["enough"], limits["enough_share"] * len(found)):
        yield Finding("pass", f"{len(figures)} of {plural(len(found), 'line')} on your work hold a figure.")
    else:
        verdict = graver(len(figures) < limits["few"])
        bare = [s.line for s in found if not has_figure(s)]
        few = f"Only {len(figures)} of" if figures else "None of"
        why = f"{few} {plural(len(found), 'line')} on your work hold a figure; add how many, how much, how fast."
        yield on(verdict, why, bare)


@of_resume(GROUP, "results in the latest job")
def latest(resume: Resume, _: Layout) -> Iterator[Finding]:
    """The job that is read most closely."""
    role = next((role for role in resume.roles if role.period.current), resume.roles[0] if resume.roles else None)
    found = told(resume, role.lines, role) if role else []
    count = sum(map(has_figure, found))
    if found and count:
        yield Finding("pass", f"{count} of {plural(len(found), 'line')} hold a figure.")
    elif found:
        why = (
            f"No line on {role.title or role.company or 'it'} holds a figure; it is the job that is read most closely."
            if role
            else ""
        )
        yield on("warn", why, [s.line for s in found])


def has_figure(statement: Statement) -> bool:
    """Whether a line holds a figure, or says that something doubled or the like."""
    if phrases("results", "in_words").search(statement.text):
        return True
    for hit in FIGURE.finditer(statement.text):
        bare = hit[0].strip(" .,")
        if not YEAR.fullmatch(bare) and not NAME_BEFORE.search(statement.text[: hit.start()]):
            return True
    return False
