"""A resume as a record that other tools read: close to JSON Resume, dates as "2020-03", "2020" or "present"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tailor.types import Education, Line, Period, Resume, Role, Section

WIDE = re.compile(r"[ \t]{3,}|\t")
SEPARATOR = re.compile(r"[,;|•·●▪\t]| [/–-] ")
LABEL = re.compile(r"^(?:[^:,;|•\t]{2,30}:(?:\s+|$)|[^:,;|•\t]{2,30}\t(?=[^\t]*[,;|•]))")
MOST_WORDS, MOST_DIGITS = 12, 4


def resume_record(resume: Resume) -> dict[str, object]:
    """`resume` as plain dicts and lists, ready for `json.dumps`; what it does not say is left out or None."""
    contact = resume.contact
    return {
        "basics": {
            "name": contact.name,
            "label": resume.headline.text if resume.headline else None,
            "email": contact.email,
            "phone": contact.phone,
            "location": contact.location,
            "links": list(contact.links),
        },
        "sections": list(headings(resume.sections)),
        "work": [work(role) for role in resume.roles],
        "education": [course(entry) for entry in resume.education],
        "skills": [skill for section in resume.sections if section.kind == "skills" for skill in items(section.lines)],
    }


def headings(sections: Sequence[Section]) -> Iterator[dict[str, str]]:
    """Heading and kind of each section that has one, also where it shares a line with its text."""
    for section in sections:
        if section.heading:
            yield {"heading": section.heading.text, "type": section.kind}
        elif section.kind != "contact":
            shared = re.split(r":|\t| {3}", section.lines[0].text, maxsplit=1)[0]
            yield {"heading": shared.strip(), "type": section.kind}


def work(role: Role) -> dict[str, object]:
    """A job; its highlights are the bullets, or the paragraphs where it has no bullets."""
    bullets = [line.text for line in role.lines if line.kind == "bullet"]
    return {
        "position": role.title,
        "name": role.company,
        "location": role.location,
        **period(role.period),
        "highlights": bullets or [line.text for line in role.lines],
    }


def course(entry: Education) -> dict[str, object]:
    """A course of study."""
    return {
        "studyType": entry.degree,
        "area": entry.field,
        "institution": entry.school,
        **period(entry.period),
    }


def period(value: Period) -> dict[str, str | None]:
    """Start and end date as text; "present" for a period that goes on."""
    end = "present" if value.current else str(value.end) if value.end else None
    return {"startDate": str(value.start) if value.start else None, "endDate": end}


def items(lines: Sequence[Line]) -> Iterator[str]:
    """The skills in the lines of a section: cut at commas and the like, labels such as "Tools:" taken off."""
    for line in lines:
        for piece in outside_brackets(LABEL.sub("", WIDE.sub("\t", line.text), count=1)):
            bare = piece.strip(" .:-–")
            contact = "@" in bare or sum(c.isdigit() for c in bare) > MOST_DIGITS
            if bare and not contact and len(bare.split()) <= MOST_WORDS:
                yield bare


def outside_brackets(text: str, separator: re.Pattern[str] = SEPARATOR) -> Iterator[str]:
    """`text` cut at the separators that stand outside brackets."""
    start = depth = at = 0
    for found in separator.finditer(text):
        between = text[at : found.start()]
        depth = max(0, depth + between.count("(") - between.count(")"))
        at = found.end()
        if depth == 0:
            yield text[start : found.start()]
            start = at
    yield text[start:]
