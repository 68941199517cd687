"""The lines of a resume that a letter can tell, and which of them it tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tailor.advisers.letter_clauses import data, words_of
from tailor.advisers.letter_gate import keeps_to
from tailor.advisers.letter_sentences import parted, told
from tailor.advisers.order import line_worth
from tailor.types import Line, Match, Role, Source

TYPED = frozenset({"txt", "md"})  # only there is a line what was typed; elsewhere readers join wrapped lines
FIGURE = re.compile(r"\d")
STAGES = ("problem", "strategy", "delivery")
FIGURE_WORTH = 1.0  # beside the strengths of proofs, which are at most 3 each
RECENT_WORTH = 2.0  # of the first role; a half of it for the second, and so on


@dataclass(frozen=True, slots=True)
class Example:
    """A bullet as sentences, and what speaks for it.

    role : place of its role in the resume, from 0.
    stage : what it opens with: 0 a problem found, 1 something decided, 2 something done.
    """

    role: int
    lines: tuple[int, ...]
    said: tuple[str, ...]
    stage: int
    worth: float


def examples(match: Match) -> tuple[Example, ...]:
    """Every bullet that can be told, best first; a wording that stands twice counts once."""
    worth = line_worth(match.coverages)
    found: dict[tuple[str, ...], Example] = {}
    for at, role in enumerate(match.resume.roles):
        for lines in bullets(role, match.resume.source):
            text = joined(lines)
            said = told(text, current=role.period.current) if not names_person(text, match) else ()
            if said and keeps_to(said, text):
                found.setdefault(said, example(at, lines, said, sum(worth.get(line.number, 0.0) for line in lines)))
    return tuple(sorted(found.values(), key=lambda e: (-e.worth, e.role, e.lines)))


def example(role: int, lines: tuple[Line, ...], said: tuple[str, ...], proof: float) -> Example:
    """A bullet with its stage and worth: what it proves, a figure, and how recent it is."""
    figure = FIGURE_WORTH if FIGURE.search(" ".join(said)) else 0.0
    return Example(
        role, tuple(line.number for line in lines), said, stage(said[0]), proof + figure + RECENT_WORTH / (role + 1)
    )


def stage(sentence: str) -> int:
    """What a sentence in the first person opens with, as a place in STAGES."""
    if sentence.startswith(("I was ", "I am ")):
        return 0
    verb = parted(sentence.removeprefix("I "))[1].split()[0].strip(",").lower()
    return next((at for at, name in enumerate(STAGES) if verb in words_of("verbs", name)), len(STAGES) - 1)


def bullets(role: Role, source: Source) -> Iterator[tuple[Line, ...]]:
    """The bullets of a role with the lines they were wrapped into; its paragraphs where it has no bullets."""
    has_bullets = any(line.kind == "bullet" for line in role.lines)
    run: list[Line] = []
    for line in (*role.lines, None):
        if run and line is not None and goes_on(run, line, source):
            run.append(line)
            continue
        if run and run[0].level == 0:
            yield tuple(run)
        run = [line] if line is not None and (line.kind == "bullet" or not has_bullets) else []


def goes_on(run: list[Line], line: Line, source: Source) -> bool:
    """Whether a typed line is the rest of the bullet above it."""
    typed = source.format in TYPED and line.kind == "body" and line.number == run[-1].number + 1
    return typed and column(source, line) >= column(source, run[0]) > 0


def column(source: Source, line: Line) -> int:
    """How many characters stand before the text of a line."""
    return line.start - (max(source.text.rfind("\n", 0, line.start), source.text.rfind("\r", 0, line.start)) + 1)


def joined(lines: Iterable[Line]) -> str:
    """The text of wrapped lines."""
    return " ".join(line.text for line in lines)


def names_person(text: str, match: Match) -> bool:
    """Whether a line names the person, as others would."""
    names = {name.lower() for name in (match.resume.contact.name or "").split() if len(name) > 2}
    return bool(names & {word.strip(".,;:'’s").lower() for word in text.split()})


def fits(picked: Iterable[Example]) -> bool:
    """Whether the examples find room: a paragraph tells of one role, and holds a few of them."""
    limits, counts = data("size"), counted(picked)
    room = int(limits["paragraphs"])
    return sum(-(-count // int(limits["lines_a_paragraph"])) for count in counts.values()) <= room


def counted(picked: Iterable[Example]) -> dict[int, int]:
    """How many examples each role has."""
    found: dict[int, int] = {}
    for item in picked:
        found[item.role] = found.get(item.role, 0) + 1
    return found


def grouped(picked: Iterable[Example]) -> tuple[tuple[Example, ...], ...]:
    """The examples by paragraph: role after role, at least two paragraphs, each from the problem to what was done."""
    items = sorted(picked, key=lambda e: (e.role, e.lines))
    counts, limit = counted(items), data("size")["lines_a_paragraph"]
    groups: list[tuple[Example, ...]] = []
    for role, count in counts.items():
        own = [item for item in items if item.role == role]
        parts = max(-(-count // limit), 2 if len(counts) == 1 and count > 1 else 1)
        groups += [tuple(own[count * at // parts : count * (at + 1) // parts]) for at in range(parts)]
    return tuple(tuple(sorted(group, key=lambda e: (e.stage, e.lines))) for group in groups)
