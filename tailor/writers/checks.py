"""What a parser sees in a resume and what was checked, for people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from tailor.types import Check, Line, Period, Resume
from tailor.writers.check_lists import checks_record, checks_report, issues
from tailor.writers.layout import around, grid, heading, said
from tailor.writers.records import resume_record

SCHEMA = "tailor.check/1"
SURE, LIKELY, MISSING = "sure", "likely", "not found"
TOP_LINES = 8  # a name, address or number that stands further down may be somebody else's
MOST_SHOWN = 12


def check_report(resume: Resume, checks: Sequence[Check] = ()) -> RenderableType:
    """Contact, jobs, education and sections as read from the file; below them what was checked."""
    seen = [
        heading("What a parser sees"),
        contact(resume),
        heading("Work"),
        work(resume),
        heading("Education"),
        education(resume),
        heading("Sections"),
        sections(resume),
    ]
    unread = [heading("Lines below headings no parser knows"), not_understood(resume)] if odd_lines(resume) else []
    found = [heading(f"Checks: {issues(checks)}"), checks_report(checks)] if checks else []
    return Group(*seen, *unread, *found)


def contact(resume: Resume) -> RenderableType:
    """Name and ways to reach the person, with how sure each is; what is not found is said."""
    made = grid("", "", "")
    made.show_header = False
    for name, (value, sure) in fields(resume).items():
        made.add_row(name, said(value or MISSING), said(sure if value else ""))
    return made


def fields(resume: Resume) -> dict[str, tuple[str | None, str]]:
    """What is read of the person, each with "sure", "likely" or "not found"."""
    who = resume.contact
    links = ", ".join(who.links)
    return {
        "name": (who.name, confidence(resume, who.name)),
        "e-mail": (who.email, confidence(resume, who.email)),
        "phone": (who.phone, confidence(resume, who.phone)),
        "place": (who.location, confidence(resume, who.location)),
        "links": (links or None, confidence(resume, *who.links[:1])),
        "headline": (resume.headline.text if resume.headline else None, headline_confidence(resume)),
    }


def confidence(resume: Resume, *values: str | None) -> str:
    """ "sure" for what is printed at the top or under a heading for it, "likely" for what comes from elsewhere."""
    if not any(values):
        return MISSING
    section = [
        line.text for s in resume.sections if s.kind in {"contact", "personal"} and s.heading for line in s.lines
    ]
    near = " ".join([*(line.text for line in resume.source.lines[:TOP_LINES]), *section]).lower()
    return SURE if all(value and value.lower() in near for value in values) else LIKELY


def headline_confidence(resume: Resume) -> str:
    """A headline right below the name is sure."""
    if resume.headline is None:
        return MISSING
    above = [line.text for line in resume.source.lines if line.number < resume.headline.number]
    return SURE if above and resume.contact.name and resume.contact.name.lower() in above[-1].lower() else LIKELY


def work(resume: Resume) -> RenderableType:
    """A row a role."""
    made = grid("From", "To", "Title", "Company", "Place", "Lines", "Read")
    for role in resume.roles:
        whole = role.title and role.company and (role.period.start or role.period.end)
        texts = map(cell, (role.title, role.company, role.location))
        made.add_row(*dates(role.period), *texts, str(len(role.lines)), SURE if whole else LIKELY)
    return made if resume.roles else said("No job found.")


def education(resume: Resume) -> RenderableType:
    """A row a course of study."""
    made = grid("From", "To", "Degree", "Field", "School", "Read")
    for course in resume.education:
        whole = SURE if course.degree and course.school else LIKELY
        made.add_row(*dates(course.period), *map(cell, (course.degree, course.field, course.school)), whole)
    return made if resume.education else said("No education found.")


def sections(resume: Resume) -> RenderableType:
    """A row a section: its heading as printed, what it was taken for, and how many lines it has."""
    made = grid("Heading", "Read as", "Lines")
    for section in resume.sections:
        made.add_row(cell(section.heading.text if section.heading else "(top)"), section.kind, str(len(section.lines)))
    return made


def odd_lines(resume: Resume) -> list[Line]:
    """The lines no rule understood: those of sections of unknown kind."""
    return [line for section in resume.sections if section.kind == "other" for line in section.lines]


def not_understood(resume: Resume) -> Text:
    """The same, numbered, the first dozen."""
    lines = odd_lines(resume)
    shown = [f"{line.number:>4}  {around(line.text, '', width=100)}" for line in lines[:MOST_SHOWN]]
    more = [f"      and {len(lines) - MOST_SHOWN} more"] if len(lines) > MOST_SHOWN else []
    return said("\n".join([*shown, *more]))


def dates(period: Period) -> tuple[str, str]:
    """Start and end as text; a dash where the resume gives none."""
    end = "present" if period.current else str(period.end or "–")
    return str(period.start or "–"), end


def cell(value: str | None) -> Text:
    """`value` as text that rich does not read markup in; a dash for None."""
    return said(value or "–")


def check_record(resume: Resume, checks: Sequence[Check] = ()) -> dict[str, Any]:
    """The same for other programs; the schema is `docs/schemas/check-1.json`."""
    return {
        "schema": SCHEMA,
        "resume": resume_record(resume),
        "confidence": {name: sure for name, (_, sure) in fields(resume).items()},
        "notUnderstood": [{"line": line.number, "text": line.text} for line in odd_lines(resume)],
        "checks": checks_record(checks),
    }
