"""What a parser sees in a resume, for people."""

from __future__ import annotations

from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from tailor.types import Period, Resume
from tailor.writers.layout import grid, heading, said
from tailor.writers.records import resume_record

SCHEMA = "tailor.check/1"


def check_report(resume: Resume) -> RenderableType:
    """Contact, jobs, education and sections as read from the file."""
    return Group(
        heading("What a parser sees"),
        contact(resume),
        heading("Work"),
        work(resume),
        heading("Education"),
        education(resume),
        heading("Sections"),
        sections(resume),
    )


def contact(resume: Resume) -> Text:
    """Name and ways to reach the person; what is not found is said."""
    who = resume.contact
    shown = {
        "name": who.name,
        "e-mail": who.email,
        "phone": who.phone,
        "place": who.location,
        "links": ", ".join(who.links),
        "headline": resume.headline.text if resume.headline else None,
    }
    return said("\n".join(f"{name:10}{value or 'not found'}" for name, value in shown.items()))


def work(resume: Resume) -> RenderableType:
    """A row a role."""
    made = grid("From", "To", "Title", "Company", "Place", "Lines")
    for role in resume.roles:
        made.add_row(*dates(role.period), *map(cell, (role.title, role.company, role.location)), str(len(role.lines)))
    return made if resume.roles else said("No job found.")


def education(resume: Resume) -> RenderableType:
    """A row a course of study."""
    made = grid("From", "To", "Degree", "Field", "School")
    for course in resume.education:
        made.add_row(*dates(course.period), *map(cell, (course.degree, course.field, course.school)))
    return made if resume.education else said("No education found.")


def sections(resume: Resume) -> RenderableType:
    """A row a section: its heading as printed, what it was taken for, and how many lines it has."""
    made = grid("Heading", "Read as", "Lines")
    for section in resume.sections:
        made.add_row(cell(section.heading.text if section.heading else "(top)"), section.kind, str(len(section.lines)))
    return made


def dates(period: Period) -> tuple[str, str]:
    """Start and end as text; a dash where the resume gives none."""
    end = "present" if period.current else str(period.end or "–")
    return str(period.start or "–"), end


def cell(value: str | None) -> Text:
    """`value` as text that rich does not read markup in; a dash for None."""
    return said(value or "–")


def check_record(resume: Resume) -> dict[str, Any]:
    """The same for other programs; the schema is `docs/schemas/check-1.json`."""
    return {"schema": SCHEMA, "resume": resume_record(resume)}
