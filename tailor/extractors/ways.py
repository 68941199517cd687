"""Ways into product management: what other jobs, programmes and side projects show of themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from tailor.resources import table
from tailor.types import Inference, Line, Resume, Way

WORD = re.compile(r"[^\W_]+(?:[-/&][^\W_]+)*")


def ways(resume: Resume) -> tuple[Way, ...]:
    """The ways into product management that `resume` shows, in reading order; each title or heading once a way."""
    return tuple(way for line, words, kind in places(resume) for way in ways_of(line, words, kind))


def places(resume: Resume) -> Iterator[tuple[Line, str, str]]:
    """Titles of roles and headings of sections, with the line they stand in and the key they are listed under."""
    for role in resume.roles:
        line = next((line for line in role.header if role.title and role.title in line.text), None)
        if line and role.title:
            yield line, role.title, "titles"
    for section in resume.sections:
        if section.heading:
            yield section.heading, section.heading.text.strip(), "headings"


def ways_of(line: Line, words: str, kind: str) -> Iterator[Way]:
    """The ways whose `kind` of wordings ("titles", "headings") stand in `words`, whole words only."""
    said = spaced(words)
    for row in known_ways():
        if any(spaced(wording) in said for wording in row.get(kind, ())):
            yield Way(row["name"], words, line.number)


def implied(resume: Resume) -> Iterator[Inference]:
    """What the ways of `resume` show, as skills that follow from a line; how sure is from `models/ways.toml`."""
    shows = {row["name"]: row["shows"] for row in known_ways()}
    for way in ways(resume):
        for skill, sure in shows[way.name].items():
            yield Inference(skill, way.line, "implied", sure, way.words)


def written(resume: Resume) -> Iterator[Inference]:
    """The language `resume` is written in, as a skill that follows from its longest line."""
    rule = table("ways.toml")["written"]
    words = WORD.findall(resume.source.text.lower())
    common = frozenset(table("posting.toml")["evidence"]["english"])
    if len(words) < rule["words"] or sum(word in common for word in words) < rule["share"] * len(words):
        return
    line = max(resume.source.lines, key=lambda line: len(line.text.split()))
    yield Inference(rule["skill"], line.number, "implied", rule["sure"], line.text)


def known_ways() -> list[dict[str, Any]]:
    """The rows of `models/ways.toml`."""
    rows: list[dict[str, Any]] = table("ways.toml")["way"]
    return rows


@lru_cache(maxsize=4096)
def spaced(text: str) -> str:
    """The words of `text` in lower case between single blanks, so that whole words can be looked for."""
    return f" {' '.join(WORD.findall(text.lower()))} "
