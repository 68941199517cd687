"""Parse a resume: who, what they did and when; every line in exactly one section."""

from __future__ import annotations

from collections.abc import Sequence

from tailor.errors import NotAResume
from tailor.parsers.contact import contact_of
from tailor.parsers.dates import find_periods
from tailor.parsers.education import education_of
from tailor.parsers.heading_names import AGAIN
from tailor.parsers.headings import sections as sections_of
from tailor.parsers.person import headline_of, name_line
from tailor.parsers.roles import roles_of
from tailor.parsers.untold import with_untold
from tailor.types import Contact, Education, Line, Resume, Role, Section, Source

REMEDY = "Give a resume with the person's contact, headings such as Experience, and dates."


def parse_resume(source: Source) -> Resume:
    """The person, headline, jobs, courses and sections of a resume.

    Raises NotAResume for a text without any contact, known heading and date.
    """
    top = name_line(source)
    sections = with_untold(source, sections_of(source, top=top))
    contact = contact_of(source, sections, top)
    if not is_resume(source, contact, sections):
        raise NotAResume(source.path, "does not look like a resume: no contact, no headings, no dates", REMEDY)
    return Resume(
        contact=contact,
        headline=headline_of(source.lines, top),
        roles=roles_in(sections),
        education=education_in(sections),
        sections=sections,
        source=source,
    )


def is_resume(source: Source, contact: Contact, sections: Sequence[Section]) -> bool:
    """Whether anything in `source` is particular to resumes."""
    if contact.email or contact.phone or contact.links:
        return True
    if any(section.heading for section in sections):
        return True
    return any(find_periods(line.text) for line in source.lines)


def roles_in(sections: Sequence[Section]) -> tuple[Role, ...]:
    """The jobs of all sections of experience; a section that goes on elsewhere may begin inside a job."""
    parts: list[tuple[Line, ...]] = []
    for section in sections:
        if section.kind == "experience":
            goes_on = section.heading is not None and AGAIN.search(section.heading.text) is not None
            parts[-1:] = [(*parts[-1], *section.lines)] if goes_on and parts else [*parts[-1:], section.lines]
    return tuple(role for lines in parts for role in roles_of(lines))


def education_in(sections: Sequence[Section]) -> tuple[Education, ...]:
    """The courses of all sections of education."""
    return tuple(entry for section in sections if section.kind == "education" for entry in education_of(section.lines))
