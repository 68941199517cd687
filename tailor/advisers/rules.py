"""Rules that look at a match and propose changes. Each is a small function in the catalogue.

A rule names the line, the wording before and after, and the reason with the posting's own words. What the
change is worth is not its business: the pipeline measures that by applying it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tailor.registry import rule
from tailor.resources import table
from tailor.types import Coverage, Line, Match, Role, Section, Suggestion


def suggest(match: Match) -> tuple[Suggestion, ...]:
    """What every rule of the catalogue proposes for `match`, without gains; rules in order of name."""
    return tuple(s for _, propose in sorted(rule.get_all().items()) for s in propose(match))


@rule("posting-term")
def posting_term(match: Match) -> Iterator[Suggestion]:
    """Put the posting's term beside the resume's own word for the same thing, in brackets.

    Brackets, because a swapped word can break number, case or article; the resume's wording stays.
    """
    taken: set[int] = set()
    for coverage in wanted(match.coverages):
        proof = coverage.proofs[0] if coverage.proofs else None
        if proof is None or proof.how != "synonym" or proof.line in taken:
            continue
        term, line, own = posting_words(coverage), line_of(match, proof.line), proof.words
        if term and term.lower() not in line.text.lower() and line.number in tellable(match):
            taken.add(proof.line)
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
    """Name in the skills section what a line of work shows; only in the very words of that line or the posting."""
    line = last_skills_line(match)
    if line is None:
        return
    for coverage in wanted(match.coverages):
        proof = coverage.proofs[0] if coverage.proofs else None
        listed = section_lines(match, "skills")
        if proof is None or proof.how not in ("same words", "synonym") or any(p.line in listed for p in coverage.proofs):
            continue
        if coverage.requirement.skill.type in table("advice.toml")["listable"]:
            term = posting_words(coverage) or coverage.requirement.skill.name
            yield Suggestion(
                rule="surface-skill",
                action="surface",
                line=line.number,
                before=line.text,
                after=f"{line.text.rstrip(' .;')}{table('advice.toml')['separator']}{term}",
                why=f'The posting asks for "{term}"; line {proof.line} shows it, your skills section does not name it.',
                skill=coverage.requirement.skill.id,
            )


@rule("move-up")
def move_up(match: Match) -> Iterator[Suggestion]:
    """Move the bullet that proves a must-have to the top of its role."""
    for coverage in wanted(match.coverages):
        proof = coverage.proofs[0] if coverage.proofs else None
        role = role_of(match, proof.line) if proof else None
        if proof is None or role is None or proof.line in [line.number for line in role.lines[:2]]:
            continue
        line, first = line_of(match, proof.line), role.lines[0]
        if line.kind == first.kind == "bullet":
            yield Suggestion(
                rule="move-up",
                action="move",
                line=line.number,
                before=line.text,
                after=first.text,
                why=f'It proves "{posting_words(coverage)}", which the posting asks for; the first lines are read first.',
                skill=coverage.requirement.skill.id,
            )


@rule("ask-about-gaps")
def ask_about_gaps(match: Match) -> Iterator[Suggestion]:
    """What is asked for and not shown becomes a question; it is never written in."""
    role = next((role for role in match.resume.roles if role.lines), None)
    if role is None:
        return
    for gap in match.gaps:
        term = posting_words(gap) or gap.requirement.skill.name
        yield Suggestion(
            rule="ask-about-gaps",
            action="ask",
            line=role.lines[0].number,
            before="",
            after=gap.requirement.mentions[0].text,
            why=f'The posting asks for "{term}" ({gap.requirement.need}); no line of your resume shows it.',
            skill=gap.requirement.skill.id,
        )


def wanted(coverages: Iterable[Coverage]) -> list[Coverage]:
    """Those whose requirement is worth tailoring for, required before preferred before duties."""
    return [c for c in coverages if c.requirement.skill.type != "credential"]


def posting_words(coverage: Coverage) -> str:
    """How the posting names the requirement, if it does so by name; empty if by a phrase of its own."""
    names = coverage.requirement.skill
    known = {text.lower() for text in (names.name, *names.forms, *names.cased)}
    for mention in coverage.requirement.mentions:
        low = mention.text.lower()
        if {low, low.replace("-", " "), low.removesuffix("s")} & known:
            return mention.text if any(letter.isupper() for letter in mention.text[1:]) else low
    return ""


def tellable(match: Match) -> set[int]:
    """Numbers of the lines that may be reworded: summary, what a role tells, skills; no titles, dates or schools."""
    told = {line.number for role in match.resume.roles for line in role.lines}
    return told | section_lines(match, "summary") | section_lines(match, "skills") | section_lines(match, "projects")


def line_of(match: Match, number: int) -> Line:
    """The resume line with that number."""
    return next(line for line in match.resume.source.lines if line.number == number)


def role_of(match: Match, number: int) -> Role | None:
    """The role whose body holds line `number`."""
    return next((role for role in match.resume.roles if any(line.number == number for line in role.lines)), None)


def sections(match: Match, kind: str) -> list[Section]:
    """The resume's sections of that kind."""
    return [section for section in match.resume.sections if section.kind == kind]


def section_lines(match: Match, kind: str) -> set[int]:
    """Numbers of the lines in sections of that kind."""
    return {line.number for section in sections(match, kind) for line in section.lines}


def last_skills_line(match: Match) -> Line | None:
    """The last line of the skills section, where one more item fits; None without one."""
    lines = [line for section in sections(match, "skills") for line in section.lines if "," in line.text]
    return lines[-1] if lines else None
