"""A resume as JSON Resume (jsonresume.org/schema, version 1.0.0)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from tailor.resources import table
from tailor.types import Line, PartialDate, Period, Resume, Role, Section
from tailor.writers.records import SEPARATOR, outside_brackets

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
GROUP = re.compile(r"\s*([^:,;]{2,40}):\s+(?=\S)")
LANGUAGES = re.compile(r"[,;|•·\t]")  # no dash: it stands before how well one is known
LEVEL = re.compile(r"\s*(?:[-–—:]|\()\s*([^()]+?)\)?\s*$")
SITE = re.compile(r"^(?:https?://)?(?:www\.)?([^/]+)(?:/(?:in/|@)?([^/?#]+))?", re.IGNORECASE)


def exported(resume: Resume) -> dict[str, Any]:
    """`resume` as an object of the schema: only what it says; dates in the precision they were written with."""
    found = {
        "$schema": SCHEMA,
        "basics": basics(resume),
        "work": [work(role) for role in resume.roles],
        "education": [
            dated({"institution": c.school, "area": c.field, "studyType": c.degree}, c.period) for c in resume.education
        ],
        "skills": [group for line in lines(resume, "skills") for group in groups(line.text)],
        "languages": [language(item) for line in lines(resume, "languages") for item in items(line.text, LANGUAGES)],
        "certificates": [{"name": line.text} for line in lines(resume, "certifications")],
        "projects": [entry(block) for block in blocks(lines(resume, "projects"))],
        "publications": [{"name": line.text} for line in lines(resume, "publications")],
    }
    return {key: value for key, value in found.items() if value}


def basics(resume: Resume) -> dict[str, Any]:
    """Who the person is and how to reach them."""
    who = resume.contact
    profiles = [profile(link) for link in who.links]
    return present(
        {
            "name": who.name,
            "label": resume.headline.text if resume.headline else None,
            "email": who.email,
            "phone": who.phone,
            "url": next((p["url"] for p in profiles if not p.get("username")), None),
            "summary": " ".join(line.text for line in lines(resume, "summary")) or None,
            "location": {"address": who.location} if who.location else None,
            "profiles": [p for p in profiles if p.get("username")] or None,
        }
    )


def profile(link: str) -> dict[str, str]:
    """A link as a profile: the network by its site, and the name there, if the link leads to a person's page."""
    url = link if "://" in link else f"https://{link}"
    site = SITE.match(link)
    host, name = (site[1].lower(), site[2]) if site else ("", None)
    network = next((known for known in table("marks.toml")["networks"] if known.lower() in host), None)
    return {"network": network, "username": name, "url": url} if network and name else {"url": url}


def work(role: Role) -> dict[str, Any]:
    """A job; paragraphs before the first bullet are its summary."""
    told = [line.text.replace("\t", ", ") for line in role.lines if line.kind != "bullet"]
    highlights = [line.text for line in role.lines if line.kind == "bullet"]
    plain = {"name": role.company, "position": role.title, "location": role.location}
    rest = {"summary": " ".join(told), "highlights": highlights} if highlights else {"highlights": told}
    return dated(plain | rest, role.period)


def dated(record: dict[str, Any], period: Period) -> dict[str, Any]:
    """`record` with start and end, without what is empty; what lasts has no end."""
    end = None if period.current else iso(period.end)
    return present(record | {"startDate": iso(period.start), "endDate": end})


def iso(date: PartialDate | None) -> str | None:
    """A date as the schema has it."""
    return None if date is None else str(date)


def present(record: dict[str, Any]) -> dict[str, Any]:
    """`record` without what is empty."""
    return {key: value for key, value in record.items() if value}


def lines(resume: Resume, kind: str) -> list[Line]:
    """The lines of the sections of one kind, in order."""
    return [line for section in resume.sections if section.kind == kind for line in worded(section)]


def worded(section: Section) -> Iterable[Line]:
    """The lines of a section that hold a word."""
    return (line for line in section.lines if any(c.isalnum() for c in line.text))


def groups(text: str) -> Iterator[dict[str, Any]]:
    """A line of skills: a group with its keywords, or each skill by itself."""
    if label := GROUP.match(text):
        yield {"name": label[1].strip(), "keywords": items(text[label.end() :])}
    else:
        yield from ({"name": item} for item in items(text))


def items(text: str, separator: re.Pattern[str] = SEPARATOR) -> list[str]:
    """What a line lists, between separators outside brackets."""
    return [item.strip(" .") for item in outside_brackets(text, separator) if item.strip(" .")]


def language(text: str) -> dict[str, str]:
    """A language with how well it is known, where the line says so."""
    level = LEVEL.search(text)
    if not level:
        return {"language": text}
    return {"language": text[: level.start()].strip(), "fluency": level[1].strip()}


def blocks(found: list[Line]) -> list[list[Line]]:
    """Lines in blocks: a line that is no bullet begins one, unless the line before it does."""
    starts = [
        at for at, line in enumerate(found) if line.kind != "bullet" and (not at or found[at - 1].kind == "bullet")
    ]
    return [found[a:b] for a, b in pairwise([*(starts or [0]), len(found)])] if found else []


def entry(block: list[Line]) -> dict[str, Any]:
    """A project: its first line names it, other paragraphs describe it, bullets are its highlights."""
    name, *rest = block
    return present(
        {
            "name": name.text,
            "description": " ".join(line.text for line in rest if line.kind != "bullet"),
            "highlights": [line.text for line in rest if line.kind == "bullet"],
        }
    )
