"""Rules that look at a match and propose changes. Each is a small function in the catalogue.

A rule names the line, the wording before and after, and the reason with the posting's own words. What the
change is worth is not its business: the pipeline measures that by applying it.
"""

from __future__ import annotations

from collections.abc import Iterator

from tailor.advisers.wording import asked_as, folded, name_in, posting_words, same_thing
from tailor.registry import rule
from tailor.resources import table
from tailor.types import Coverage, Line, Match, Proof, Role, Skill, Suggestion

BY_NAME = ("same words", "synonym")  # the ways of proving that let a skill's name be written down


def suggest(match: Match) -> tuple[Suggestion, ...]:
    """What every rule of the catalogue proposes for `match`, without gains; rules in order of name."""
    return tuple(suggestion for _, propose in sorted(rule.get_all().items()) for suggestion in propose(match))


@rule("posting-term")
def posting_term(match: Match) -> Iterator[Suggestion]:
    """Put the posting's term beside the resume's own word for exactly the same thing, in brackets.

    Brackets, because a swapped word can break number, case or article; the resume's wording stays.
    """
    tellable, taken = tellable_lines(match), set()
    for coverage, proof in proven(match):
        term, own, line = posting_words(coverage), proof.words, tellable.get(proof.line)
        if line is None or line.number in taken or folded(term) in folded(line.text) or not same_thing(own, term):
            continue
        taken.add(line.number)
        yield Suggestion(
            rule="posting-term",
            action="rewrite",
            line=line.number,
            before=line.text,
            after=line.text.replace(own, f"{own} ({term})", 1),
            why=f'The posting says "{term}" where you say "{own}".',
            skill=coverage.requirement.skill.id,
        )


@rule("surface-skill")
def surface_skill(match: Match) -> Iterator[Suggestion]:
    """Name in the skills section what a line of work names: a tool, or a practice by its plain name."""
    listed = section_lines(match, "skills")
    for coverage, proof in proven(match):
        skill, term = coverage.requirement.skill, asked_as(coverage)
        line = room_for(skill, listed)
        seen = any(other.line in listed for other in coverage.proofs)
        if line is None or seen or proof.how not in BY_NAME or skill.type not in table("advice.toml")["listable"]:
            continue
        if same_thing(name_in(proof.words, skill), term) and (skill.type == "tool" or same_thing(term, skill.name)):
            yield Suggestion(
                rule="surface-skill",
                action="surface",
                line=line.number,
                before=line.text,
                after=f"{line.text.rstrip(' .;')}, {term}",
                why=f'The posting asks for "{term}"; line {proof.line} shows it, your skills section does not name it.',
                skill=skill.id,
            )


@rule("move-up")
def move_up(match: Match) -> Iterator[Suggestion]:
    """Move the bullet that proves a must-have to the top of its role."""
    for coverage, proof in proven(match):
        role = role_of(match, proof.line) if proof.how in BY_NAME else None
        lines = {line.number: line for line in role.lines} if role else {}
        line, first = lines.get(proof.line), next(iter(lines.values()), None)
        if line and first and line.number not in list(lines)[:2] and line.kind == first.kind == "bullet":
            yield Suggestion(
                rule="move-up",
                action="move",
                line=line.number,
                before=line.text,
                after=first.text,
                why=f'It proves "{asked_as(coverage)}", which the posting asks for, and first lines are read first.',
                skill=coverage.requirement.skill.id,
            )


@rule("ask-about-gaps")
def ask_about_gaps(match: Match) -> Iterator[Suggestion]:
    """What is asked for and not shown becomes a question; it is never written in."""
    latest = next((role.lines[0] for role in match.resume.roles if role.lines), None)
    for gap in match.gaps if latest else ():
        need = gap.requirement.need
        yield Suggestion(
            rule="ask-about-gaps",
            action="ask",
            line=latest.number if latest else None,
            after=gap.requirement.mentions[0].text,
            why=f'The posting asks for "{asked_as(gap)}" ({need}); no line of your resume shows it. {question(gap)}',
            skill=gap.requirement.skill.id,
        )


def room_for(skill: Skill, listed: dict[int, Line]) -> Line | None:
    """The comma list of the skills section where `skill` fits: tools with tools, the rest elsewhere."""
    lists = [line for line in listed.values() if "," in line.text]
    labels = table("advice.toml")["tool_labels"]
    fitting = [line for line in lists if (line.text.split(":")[0].lower() in labels) == (skill.type == "tool")]
    return next(iter(fitting or lists), None)


def question(gap: Coverage) -> str:
    """What to ask the person about a gap, by the type of skill."""
    asked: str = table("advice.toml")["questions_by_type"][gap.requirement.skill.type]
    return asked


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
