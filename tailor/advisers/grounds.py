"""What the rules look at in a match: proofs, and the places in a resume where something may change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tailor.advisers.applying import unit
from tailor.advisers.grammar import joined
from tailor.advisers.wording import quoted, spoken, table_name
from tailor.resources import table
from tailor.types import Coverage, Line, Match, Proof, Role, Skill

SHOWN = ("same words", "synonym", "narrower")
BY_NAME = ("same words", "synonym")  # the ways of proving that let a skill's name be written down
MARKS = re.compile(r"\s*(?:[;|•·]|,(?=\s))\s*")
LABELLED = re.compile(r"[^.:]{1,40}: ")


def proven(match: Match) -> Iterator[tuple[Coverage, Proof]]:
    """Requirements with their best proof, in the order of need; degrees and certificates aside."""
    for coverage in match.coverages:
        if coverage.proofs and coverage.requirement.skill.type != "credential":
            yield coverage, coverage.proofs[0]


def tellable_lines(match: Match) -> dict[int, Line]:
    """The lines that may be reworded: summary, what a role or project tells, skills; no titles, dates or schools."""
    told = {line.number: line for role in match.resume.roles for line in role.lines}
    return told | {
        n: line for kind in ("summary", "projects", "skills") for n, line in section_lines(match, kind).items()
    }


def section_lines(match: Match, kind: str) -> dict[int, Line]:
    """The lines of the resume's sections of that kind, by number."""
    return {line.number: line for section in match.resume.sections if section.kind == kind for line in section.lines}


def role_of(match: Match, number: int) -> Role | None:
    """The role whose body holds line `number`."""
    return next((role for role in match.resume.roles if any(line.number == number for line in role.lines)), None)


def bullets(match: Match, role: Role) -> list[tuple[Line, ...]]:
    """The top-level bullets of `role`, each with the lines it was wrapped into."""
    at = {line.number: index for index, line in enumerate(match.resume.source.lines)}
    heads = [line for line in role.lines if line.kind == "bullet" and line.level == 0]
    return [tuple(unit(match.resume.source, at[line.number])) for line in heads]


def bullet_of(match: Match, number: int) -> tuple[Role, tuple[Line, ...]] | None:
    """The role and the bullet that line `number` is part of."""
    role = role_of(match, number)
    whole = next((b for b in bullets(match, role) if any(line.number == number for line in b)), None) if role else None
    return (role, whole) if role and whole else None


def text_of(bullet: tuple[Line, ...]) -> str:
    """A bullet in one line."""
    return " ".join(line.text for line in bullet)


def is_labelled(text: str) -> bool:
    """Whether a line begins with a label: "Discovery: ..."."""
    return LABELLED.match(text) is not None


def latest(match: Match) -> tuple[Role, Line] | None:
    """The role that stands first, and its first bullet, or its first line if it has none."""
    for role in match.resume.roles:
        if role.lines:
            return role, next((line for line in role.lines if line.kind == "bullet"), role.lines[0])
    return None


def called(role: Role) -> str:
    """A role as a person would point to it."""
    named = role.title or role.company or "your latest job"
    return f'"{named}" (line {role.header[0].number})' if role.header else f'"{named}"'


def room_for(skill: Skill, listed: dict[int, Line]) -> Line | None:
    """The list of the skills section where `skill` fits: tools with tools, practices with practices.

    A list without a label takes either, one of another label ("Data:", "Languages:") neither.
    """
    known = {True: table("advice.toml")["tool_labels"], False: table("advice.toml")["practice_labels"]}
    lists = [line for line in listed.values() if mark_of(line.text)]
    fitting = [line for line in lists if label(line) in known[skill.type == "tool"]]
    return next(iter([*fitting, *(line for line in lists if not label(line))]), None)


def mark_of(text: str) -> str:
    """The one sign that stands between the items of a list, ", " where there are several; "" if it is no list."""
    found = {at[0] for at in marks_in(text)}
    return ", " if "," in text and len(found) != 1 else next(iter(found), "") if len(found) == 1 else ""


def marks_in(text: str) -> list[re.Match[str]]:
    """The signs between the items of a list, those within brackets left out; none where brackets are not in pairs."""
    if text.count("(") != text.count(")"):
        return []
    return [at for at in MARKS.finditer(text) if text.count("(", 0, at.start()) <= text.count(")", 0, at.start())]


def label(line: Line) -> str:
    """What stands before the colon of a list, in small letters; "" if nothing does."""
    before, colon, _ = line.text.partition(":")
    return before.lower().strip() if colon else ""


def name_for(coverage: Coverage, proof: Proof, match: Match) -> str:
    """What a proof shows: the posting's word where the line names the skill, else the skill, no special kind of it."""
    return spoken(coverage, match) if proof.how in BY_NAME else table_name(coverage)


def is_clear(coverage: Coverage, proof: Proof) -> bool:
    """Whether a proof is good enough to rest advice on: by name or by a narrower name, or told of and rather sure."""
    if proof.how in SHOWN:
        return True
    skill = coverage.requirement.skill
    told = proof.how == "paraphrase" and skill.type == "hard" and skill.id not in table("advice.toml")["plain"]
    return told and proof.sure >= table("advice.toml")["sure_enough"]


def reasons(found: list[Coverage], match: Match) -> str:
    """What a bullet shows of what is asked, and the posting line that asks for the first of it; at most three."""
    named = [coverage for coverage in found if coverage.proofs[0].how in SHOWN]
    names = list(dict.fromkeys(name_for(coverage, coverage.proofs[0], match) for coverage in named or found))[:3]
    verb = "shows" if named else "reads like"
    return f"It {verb} {joined(names)}, which the posting asks for ({quoted((named or found)[0], match)})"
