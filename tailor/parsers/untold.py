"""Jobs and courses that no heading, or none that is known, tells of: sections of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tailor.parsers.dates import find_periods
from tailor.parsers.education import COMMA, is_degree, is_school
from tailor.parsers.heading_names import exact_kind
from tailor.parsers.headings import gap_before, short
from tailor.parsers.lexicon import title_score
from tailor.parsers.roles import roles_of
from tailor.types import Line, Role, Section, Source


def with_untold(source: Source, sections: Sequence[Section]) -> tuple[Section, ...]:
    """`sections`, those of jobs and courses without a known heading among them."""
    return tuple(with_studies(source, tuple(with_work(source, sections))))


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


def with_studies(source: Source, sections: Sequence[Section]) -> Iterator[Section]:
    """`sections`, courses of one line each that stand below jobs in a section of their own.

    Only where no heading tells of education; they go on up to the next paragraph that names none.
    """
    told = any(section.kind == "education" for section in sections)
    for section in sections:
        lines = section.lines
        first = None if told or section.kind != "experience" else first_course(source, lines)
        if first is None:
            yield section
            continue
        base = source.lines.index(lines[0])
        after = range(first + 1, len(lines))
        end = next((at for at in after if gap_before(source, base + at) and not names_course(lines[at])), len(lines))
        head = lines[first - 1] if is_head(source, base + first - 1) and first > 1 else None
        yield replace(section, lines=lines[: first - 1 if head else first])
        yield Section("education", head, lines[first:end])
        if lines[end:]:
            yield Section("other", None, lines[end:])


def first_course(source: Source, lines: Sequence[Line]) -> int | None:
    """Where in `lines`, below the first, a course stands at the top of a paragraph or below a heading of one's own."""
    base = source.lines.index(lines[0]) if lines else 0
    named = (at for at in range(1, len(lines)) if names_course(lines[at]))
    return next((at for at in named if gap_before(source, base + at) or is_head(source, base + at - 1)), None)


def names_course(line: Line) -> bool:
    """Whether `line`, outside of lists, names a degree and a school and no job."""
    if line.kind != "body" or not is_school(line.text) or title_score(line.text):
        return False
    return any(is_degree(piece) for piece in COMMA.split(line.text))


def is_head(source: Source, at: int) -> bool:
    """Whether the line at `at` reads like a heading of one's own: short, undated, below a blank line."""
    line = source.lines[at]
    return line.kind == "body" and gap_before(source, at) and short(line.text) and not find_periods(line.text)
