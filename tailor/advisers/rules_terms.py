"""Rules on words: the posting's term where the resume has another for the same, and skills that go unlisted."""

from __future__ import annotations

from collections.abc import Iterator

from tailor.advisers.grammar import capitalized
from tailor.advisers.grounds import BY_NAME, mark_of, proven, room_for, section_lines, tellable_lines
from tailor.advisers.letter_terms import stands
from tailor.advisers.swapping import swapped
from tailor.advisers.wording import name_in, posting_words, quoted, same_thing, spoken
from tailor.resources import table
from tailor.types import Coverage, Line, Match, Proof, Skill, Suggestion


def posting_term(match: Match) -> Iterator[Suggestion]:
    """Use the posting's term where a line has another word for exactly the same thing."""
    tellable = tellable_lines(match)
    taken: set[int] = set()
    for coverage, proof in named_proofs(match):
        term, line = posting_words(coverage), tellable.get(proof.line)
        if line is None or line.number in taken or not term or not same_thing(proof.words, term):
            continue
        after = swapped(line.text, proof.words, term)
        if after is None:
            continue
        taken.add(line.number)
        yield Suggestion(
            rule="posting-term",
            action="rewrite",
            line=line.number,
            before=line.text,
            after=after,
            why=f'The posting says "{term}" ({quoted(coverage, match)}) where you say "{proof.words}".',
            skill=coverage.requirement.skill.id,
        )


def named_proofs(match: Match) -> Iterator[tuple[Coverage, Proof]]:
    """Every proof that names its skill, in the order of need."""
    for coverage, _ in proven(match):
        for proof in coverage.proofs:
            if proof.how in BY_NAME:
                yield coverage, proof


def surface_skill(match: Match) -> Iterator[Suggestion]:
    """Name in the skills section what a line of work names: a tool, or a practice by its plain name."""
    listed, tellable = section_lines(match, "skills"), tellable_lines(match)
    for coverage, proof in proven(match):
        skill, term = coverage.requirement.skill, spoken(coverage, match)
        line = room_for(skill, listed)
        seen = any(other.line in listed for other in coverage.proofs)
        told = proof.line in tellable and proof.line not in listed and is_said(proof, tellable[proof.line], skill)
        if (
            line is None
            or seen
            or not told
            or proof.how not in BY_NAME
            or skill.type not in table("advice.toml")["listable"]
        ):
            continue
        if same_thing(name_in(proof.words, skill), term) and (skill.type == "tool" or same_thing(term, skill.name)):
            yield Suggestion(
                rule="surface-skill",
                action="surface",
                line=line.number,
                before=line.text,
                after=with_item(line, term),
                why=f"Line {proof.line} shows {term}, which the posting asks for ({quoted(coverage, match)}); "
                "your skills section does not name it.",
                skill=skill.id,
            )


def is_said(proof: Proof, line: Line, skill: Skill) -> bool:
    """Whether the line says the skill itself, not a name that it is part of: "the data science team" is no skill."""
    return stands(proof.words, line.text, alone=skill.type != "tool")


def with_item(line: Line, term: str) -> str:
    """The list `line` with `term` behind its last item, with a capital if its items have one."""
    mark = mark_of(line.text) or ", "
    items = [item.strip() for item in line.text.partition(":")[2 if ":" in line.text else 0].split(mark.strip())]
    lofty = len(items) > 1 and all(item[:1].isupper() for item in items if item[:1].isalpha())
    text = line.text.rstrip(" ,;")
    if ";" in text and "," in text:  # several lists in one line: the first is that of the label
        text, rest = text.partition(";")[::2]
        return f"{text}, {capitalized(term) if lofty else term};{rest}"
    stop = "." if text.endswith(".") else ""
    return f"{text.removesuffix('.')}{mark}{capitalized(term) if lofty else term}{stop}"
