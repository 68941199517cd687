"""The ground of a draft: what the resume says, and which of its lines say who, where and when."""

from __future__ import annotations

from tailor.types import Resume
from tailor.writers.claims import Ground, ground_of


def ground_for(resume: Resume) -> Ground:
    """What a draft of `resume` may say."""
    titles = [role.title for role in resume.roles if role.title]
    headline = resume.headline.number if resume.headline else None
    return ground_of(resume.source.lines, titles=titles, fixed=fixed_lines(resume), headline=headline)


def fixed_lines(resume: Resume) -> frozenset[int]:
    """Numbers of the lines that are never reworded: headings, headers of jobs, education, contact."""
    headings = [section.heading for section in resume.sections if section.heading]
    headers = [line for role in resume.roles for line in role.header]
    studies = [line for entry in resume.education for line in entry.lines]
    contact = [line for section in resume.sections if section.kind == "contact" for line in section.lines]
    return frozenset(line.number for line in (*headings, *headers, *studies, *contact))
