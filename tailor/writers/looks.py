"""How the units of a resume look in a new document: a style each, and runs with a character style."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from tailor.types import Line, Resume
from tailor.writers.date_ends import is_dates, parted
from tailor.writers.units import Unit, is_contact

GAP = re.compile(r"[ \u00a0]*\t[ \t\u00a0]*|[ \u00a0]{3,}")
LABEL = re.compile(r"[^:,]{1,40}:(?=\s)")
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
    """What each line of a resume is, by `Line.number`.

    dates : of a job or course, where they have a line of their own, by the line they belong behind.
    """

    resume: Resume
    headings: frozenset[int]
    openers: frozenset[int]
    details: frozenset[int]
    contact: frozenset[int]
    skills: frozenset[int]
    dates: Mapping[int, Unit]


def laid_out(resume: Resume, units: tuple[Unit, ...]) -> Iterator[Block]:
    """The paragraphs of the document, in the order of `units`."""
    plan = plan_of(resume, units)
    moved = {unit.first.number for unit in plan.dates.values()}
    named = False
    for unit in units:
        if not named and unit.first.number in plan.contact and is_name(resume, unit.text):
            named = True
            yield from name_blocks(resume.contact.name or "", unit.text)
        elif unit.first.number not in moved:
            yield block(unit, plan)


def plan_of(resume: Resume, units: tuple[Unit, ...]) -> Plan:
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
        dates=dict(lonely_dates([*headers, *courses], units)),
    )


def lonely_dates(groups: Iterable[tuple[Line, ...]], units: tuple[Unit, ...]) -> Iterator[tuple[int, Unit]]:
    """Number of the first line of a header without dates, and the unit of its header that holds nothing else."""
    whole = {unit.first.number: unit for unit in units}
    for first, *others in groups:
        found = [whole[line.number] for line in others if line.number in whole and is_dates(whole[line.number].text)]
        opener = whole.get(first.number)
        if opener is not None and found and not is_dates(opener.text) and len(sided(opener.text)) == 1:
            yield first.number, found[0]


def is_name(resume: Resume, text: str) -> bool:
    """Whether a line opens with the name of the person."""
    name = resume.contact.name
    if not name or not text.lower().startswith(name.lower()):
        return False
    return not text[len(name) : len(name) + 1].isalnum()


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
        dates = plan.dates.get(unit.first.number)
        return Block(style, (*sided(unit.text), *([at_right(clean(dates.text))] if dates else [])))
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
        return Run(text[: gaps[0].start()]), at_right(text[gaps[0].end() :])
    found = None if gaps else parted(text)
    return (Run(found[0]), at_right(found[1])) if found else (Run(apart(text)),)


def at_right(text: str) -> Run:
    """Text that stands at the right margin."""
    return Run(f"\t{text}", "Dates")


def apart(text: str) -> str:
    """The text, with a bar where columns were made with blanks."""
    return GAP.sub(" | ", clean(text))


def clean(text: str) -> str:
    """The text without characters that no document can hold."""
    return UNFIT.sub("", text)
