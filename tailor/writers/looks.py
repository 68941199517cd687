"""How the units of a resume look in a new document: a style each, and runs with a character style."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from tailor.types import Resume
from tailor.writers.units import Unit, is_contact

LONGEST_HEADER = 200
GAP = re.compile(r"[ \u00a0]*\t[ \t\u00a0]*|[ \u00a0]{3,}")
LABEL = re.compile(r"[^:,]{1,40}:(?=\s)")
# A date or a range of dates that ends a line, behind whatever set it apart.
DATES = re.compile(
    r"(?:\s*[|·•]\s*|\s+[–—-]\s+|,\s+|\s+|\s*\()"
    r"(?P<dates>(?:(?:[A-Z][a-z]{2,8}\.?|[A-Z]{3,9})\s|\d{1,2}[/.])?(?:19|20)\d\d\b"
    r"(?:\s?(?:[-–—]|to)\s?(?:(?:[A-Z][a-z]{2,8}\.?\s|\d{1,2}[/.])?(?:19|20)\d\d|[A-Za-z]{3,8}))?)\)?$"
)
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # not allowed in XML 1.0
SIDED = frozenset({"Heading 2", "Employer"})
SEPARATORS = " \t|·•,;–—-"


class Run(NamedTuple):
    """Text of one look; `style` is the name of a character style, None for the look of the paragraph."""

    text: str
    style: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: the name of its style, and its runs; a tab in them goes to the right margin."""

    style: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What each line of a resume is, by `Line.number`."""

    resume: Resume
    headings: frozenset[int]
    openers: frozenset[int]
    details: frozenset[int]
    contact: frozenset[int]
    skills: frozenset[int]


def laid_out(resume: Resume, units: tuple[Unit, ...]) -> Iterator[Block]:
    """The paragraphs of the document, in the order of `units`."""
    plan = plan_of(resume)
    named = False
    for unit in units:
        if not named and unit.first.number in plan.contact and is_name(resume, unit.text):
            named = True
            yield from name_blocks(resume.contact.name or "", unit.text)
        else:
            yield block(unit, plan)


def plan_of(resume: Resume) -> Plan:
    """What the parts of `resume` say about its lines."""
    headers = [role.header for role in resume.roles if role.header]
    courses = [entry.lines for entry in resume.education if entry.lines]
    openers = {group[0].number for group in (*headers, *courses)}
    rest = [line for group in courses for line in group[1:] if line.kind != "bullet"]
    schools = [line for line in rest if GAP.search(line.text)]
    follow = {line.number for line in (*(line for group in headers for line in group[1:]), *schools)}
    sections = resume.sections
    return Plan(
        resume,
        headings=frozenset(section.heading.number for section in sections if section.heading),
        openers=frozenset(openers),
        details=frozenset(follow - openers),
        contact=frozenset(line.number for s in sections if s.kind == "contact" for line in s.lines),
        skills=frozenset(line.number for s in sections if s.kind == "skills" for line in s.lines),
    )


def is_name(resume: Resume, text: str) -> bool:
    """Whether a line opens with the name of the person."""
    name = resume.contact.name
    return bool(name) and text.lower().startswith((name or "").lower())


def name_blocks(name: str, text: str) -> Iterator[Block]:
    """The title, and what else stands in its line; a degree behind the name stays with it."""
    rest = text[len(name) :]
    if "@" in rest or any(character.isdigit() for character in rest):
        yield Block("Title", (Run(clean(text[: len(name)])),))
        yield Block("Contact", (Run(apart(rest.lstrip(SEPARATORS))),))
    else:
        yield Block("Title", (Run(apart(text)),))


def block(unit: Unit, plan: Plan) -> Block:
    """The paragraph of one unit."""
    style, is_skill = style_of(unit, plan), unit.first.number in plan.skills
    if style in SIDED:
        return Block(style, sided(unit.text))
    if style.startswith("List"):
        return Block(style, labelled(unit.text, is_skill))
    if style != "Normal":
        return Block(style, (Run(apart(unit.text)),))
    return plain(unit, is_skill)


def style_of(unit: Unit, plan: Plan) -> str:
    """Name of the style of a unit; "Normal" for what is nothing in particular."""
    line, headline = unit.first, plan.resume.headline
    options = {
        "Heading 1": line.number in plan.headings,
        "Subtitle": headline is not None and line.number == headline.number,
        "Heading 2": line.number in plan.openers or line.kind == "heading",
        "Employer": line.number in plan.details,
        "Contact": line.number in plan.contact and is_contact(plan.resume, line),
        "List Bullet 2": line.kind == "bullet" and line.level > 0,
        "List Bullet": line.kind == "bullet",
    }
    return next((style for style, holds in options.items() if holds), "Normal")


def plain(unit: Unit, is_skill: bool) -> Block:
    """A paragraph that is nothing in particular; one with dates at its right heads what follows."""
    if not is_skill and GAP.search(unit.text) and len(found := sided(unit.text)) > 1:
        return Block("Heading 2", found)
    return Block("Normal", labelled(unit.text, is_skill))


def labelled(text: str, is_skill: bool) -> tuple[Run, ...]:
    """The text, with the label of a line of skills set off."""
    text = apart(text)
    found = LABEL.match(text) if is_skill else None
    return (Run(found[0], "Strong"), Run(text[found.end() :])) if found else (Run(text),)


def sided(text: str) -> tuple[Run, ...]:
    """A header: what it says, and at the right margin its dates or its place, if they are set apart."""
    text = clean(text)
    gaps = list(GAP.finditer(text))
    if len(gaps) == 1:
        return Run(text[: gaps[0].start()]), Run(f"\t{text[gaps[0].end() :]}", "Dates")
    found = DATES.search(text) if len(text) <= LONGEST_HEADER else None
    if found and not gaps and text[: found.start()].strip(SEPARATORS):
        return Run(text[: found.start()]), Run(f"\t{found['dates']}", "Dates")
    return (Run(apart(text)),)


def apart(text: str) -> str:
    """The text, with a bar where columns were made with blanks."""
    return GAP.sub(" | ", clean(text))


def clean(text: str) -> str:
    """The text without characters that no document can hold."""
    return UNFIT.sub("", text)
