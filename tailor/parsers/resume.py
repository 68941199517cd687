"""Parse a resume: who, what they did and when; every line in exactly one section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tailor.errors import NotAResume
from tailor.parsers.contact import contact_of
from tailor.parsers.dates import find_periods
from tailor.parsers.education import education_of
from tailor.parsers.heading_names import AGAIN, exact_kind
from tailor.parsers.headings import gap_before
from tailor.parsers.headings import sections as sections_of
from tailor.parsers.lexicon import title_score
from tailor.parsers.person import headline_of, name_line
from tailor.parsers.roles import roles_of
from tailor.types import Contact, Education, Line, Resume, Role, Section, Source

REMEDY = "Give a resume with the person's contact, headings such as Experience, and dates."


def parse_resume(source: Source) -> Resume:
    """The person, headline, jobs, courses and sections of a resume.

    Raises NotAResume for a text without any contact, known heading and date.
    """
    top = name_line(source)
    sections = tuple(with_work(source, sections_of(source, top=top)))
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


def with_work(source: Source, sections: Sequence[Section]) -> Iterator[Section]:
    """`sections`, the jobs that stand below an unknown heading in a section of their own.

    Where no heading tells of experience, those below the name or any other heading too.
    """
    told = any(section.kind == "experience" for section in sections)
    for at, section in enumerate(sections):
        unknown = section.kind == "other" and section.heading is not None and exact_kind(section.heading.text) is None
        first = first_job(source, section.lines) if unknown or not told else None
        if first is None or (at == first == 0):
            yield section
        elif first == 0:
            yield replace(section, kind="experience")
        else:
            yield replace(section, lines=section.lines[:first])
            yield Section("experience", None, section.lines[first:])


def first_job(source: Source, lines: Sequence[Line]) -> int | None:
    """Where in `lines` the header of the first job begins; None without a dated title, or a single one with no text."""
    jobs = [role for role in roles_of(lines) if role.header and role.period.start and is_titled(role)]
    jobs = jobs if len(jobs) > 1 else [role for role in jobs if role.lines]
    if not jobs:
        return None
    at = lines.index(jobs[0].header[0])
    while at and not gap_before(source, source.lines.index(lines[at])) and lines[at - 1].kind == lines[at].kind:
        at -= 1
    return at


def is_titled(role: Role) -> bool:
    """Whether the title of `role`, or what stands before its comma, sounds like one."""
    return role.title is not None and 2 in (title_score(role.title), title_score(role.title.partition(",")[0]))


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
