"""The lines of a resume as units that stay together, in the order a draft gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tailor.types import Edit, Line, Refusal, Resume, Source
from tailor.writers.claims import NotSafeError, must_be_sound
from tailor.writers.grounds import ground_for
from tailor.writers.rebasing import rebased

TYPED = frozenset({"txt", "md"})  # only there is a line what was typed; elsewhere readers join wrapped lines
NEW = 0  # number of a line that is in no file: a new headline
WRAPPED = 40  # characters below which a line was not wrapped, but ended


@dataclass(frozen=True, slots=True)
class Unit:
    """A line and those it was wrapped into, as one text."""

    lines: tuple[Line, ...]
    text: str

    @property
    def first(self) -> Line:
        """The line that says what the unit is."""
        return self.lines[0]


def ordered_units(
    resume: Resume, edits: Iterable[Edit]
) -> tuple[tuple[Unit, ...], tuple[Edit, ...], tuple[Refusal, ...]]:
    """All lines of `resume` with `edits` made, and which edits were made and which left out.

    An edit is made wholly or not at all; no line is added, but for a headline, or lost.
    """
    lines, ground = {line.number: line for line in resume.source.lines}, ground_for(resume)
    units, made, refused = units_of(resume), [], []
    for edit in edits:
        try:
            must_be_sound(edit, lines, ground)
            units = edited(units, edit)
            made.append(edit)
        except NotSafeError as reason:
            refused.append(Refusal(edit, str(reason)))
    return tuple(units), tuple(made), tuple(refused)


def edited(units: list[Unit], edit: Edit) -> list[Unit]:
    """The units with one edit made. Raises NotSafeError if it cannot be made on them."""
    if edit.kind == "question":
        raise NotSafeError("A document that is laid out anew has no comments; answer it, and add the line yourself.")
    if edit.kind == "bullets":
        return arranged(units, edit.lines)
    return reworded(units, edit) if edit.before else headed(units, edit)


def headed(units: list[Unit], edit: Edit) -> list[Unit]:
    """The units with a headline above the one of a line."""
    at = next((index for index, unit in enumerate(units) if unit.first.number == edit.lines[0]), None)
    if at is None or any(unit.first.number == NEW for unit in units):
        raise NotSafeError("A line of it is the rest of the line above.")
    return [*units[:at], Unit((Line(edit.after, NEW, 0),), edit.after), *units[at:]]


def units_of(resume: Resume) -> list[Unit]:
    """The units in reading order."""
    alone = own_lines(resume)
    found: list[list[Line]] = []
    for line in resume.source.lines:
        if found and line.number not in alone and goes_on(resume.source, found[-1], line, alone):
            found[-1].append(line)
        else:
            found.append([line])
    return [Unit(tuple(lines), joined(lines)) for lines in found]


def own_lines(resume: Resume) -> frozenset[int]:
    """Numbers of lines that are known to be a whole: headings, headers of jobs and courses, the contact."""
    heads = [section.heading for section in resume.sections if section.heading]
    headers = [line for role in resume.roles for line in role.header]
    courses = [entry.lines[0] for entry in resume.education if entry.lines]
    above = [line for s in resume.sections if s.kind == "contact" for line in s.lines if is_contact(resume, line)]
    title = [resume.headline] if resume.headline else []
    return frozenset(line.number for line in (*heads, *headers, *courses, *above, *title))


def is_contact(resume: Resume, line: Line) -> bool:
    """Whether a line names the person or says how to reach them."""
    known = (resume.contact.name, resume.contact.email, resume.contact.phone, resume.contact.location)
    wanted = [item.lower() for item in (*known, *resume.contact.links) if item]
    return any(item in line.text.lower() for item in wanted)


def goes_on(source: Source, unit: list[Line], line: Line, alone: frozenset[int]) -> bool:
    """Whether a typed line is the rest of the unit above it."""
    last = unit[-1]
    if source.format not in TYPED or line.kind != "body" or last.kind == "heading" or line.number != last.number + 1:
        return False
    if last.number in alone or is_spaced(line) or is_spaced(last):
        return False
    if unit[0].kind == "bullet" and column(source, line) >= column(source, unit[0]) > 0:
        return True
    return len(last.text) >= WRAPPED and (line.text[0].islower() or last.text.endswith(","))


def is_spaced(line: Line) -> bool:
    """Whether a line is laid out with blanks, so that it has a left and a right."""
    return "   " in line.text or "\t" in line.text


def column(source: Source, line: Line) -> int:
    """How many characters stand before the text of a line."""
    return line.start - (max(source.text.rfind("\n", 0, line.start), source.text.rfind("\r", 0, line.start)) + 1)


def joined(lines: Iterable[Line]) -> str:
    """The text of wrapped lines; a word that was divided at its hyphen is whole again."""
    text = ""
    for line in lines:
        divided = text[-2:-1].isalnum() and text.endswith("-") and line.text[:1].islower()
        text = f"{text}{'' if divided or not text else ' '}{line.text}"
    return text


def arranged(units: list[Unit], numbers: tuple[int, ...]) -> list[Unit]:
    """The units with those of the lines `numbers` in that order, in the places these have together."""
    at = {unit.first.number: index for index, unit in enumerate(units)}
    if not set(numbers) <= set(at):
        raise NotSafeError("A line of it is the rest of the line above.")
    slots = sorted(at[number] for number in numbers)
    if slots[-1] - slots[0] >= len(slots):
        raise NotSafeError("The bullets do not stand directly below one another.")
    result = list(units)
    for slot, number in zip(slots, numbers, strict=True):
        result[slot] = units[at[number]]
    return result


def reworded(units: list[Unit], edit: Edit) -> list[Unit]:
    """The units with the line of `edit` in its new wording."""
    return [with_wording(unit, edit) for unit in units]


def with_wording(unit: Unit, edit: Edit) -> Unit:
    """`unit`, its text changed if the line of `edit` is one of its lines."""
    lines = tuple(changed(unit.lines, edit))
    return unit if lines == unit.lines else Unit(lines, joined(lines))


def changed(lines: Iterable[Line], edit: Edit) -> Iterator[Line]:
    """The lines, the one that `edit` is for in its new wording."""
    for line in lines:
        yield replace(line, text=rebased(edit, line.text).after) if line.number == edit.lines[0] else line
