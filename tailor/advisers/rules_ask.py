"""Rules that ask: what a line seems to show, what a figure would add, and what no line shows. Nothing is written in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tailor.advisers.grammar import article, capitalized, joined
from tailor.advisers.grounds import (
    BY_NAME,
    bullet_of,
    called,
    is_labelled,
    label,
    latest,
    proven,
    reasons,
    section_lines,
    text_of,
)
from tailor.advisers.letter_terms import stands
from tailor.advisers.rules_place import by_line
from tailor.advisers.rules_terms import with_item
from tailor.advisers.wording import is_award, is_language, quoted, table_name
from tailor.resources import table
from tailor.types import Coverage, Line, Match, Proof, Suggestion

LANGUAGES = ("languages", "language")
BLANK = "[00]"  # stands for the figure that only the person knows


def ask_wording(match: Match) -> Iterator[Suggestion]:
    """Ask whether a line that shows a skill without its name may name it."""
    taken: set[int] = set()
    for coverage, proof in proven(match):
        named = any(other.how in BY_NAME for other in coverage.proofs) or is_example(coverage, proof, match)
        if named or not is_sayable(coverage, proof):
            continue
        line, after = with_name(coverage, proof, match)
        if line is None or line.number in taken:
            continue
        taken.add(line.number)
        yield Suggestion(
            rule="ask-wording",
            action="confirm",
            line=line.number,
            before=line.text,
            after=after,
            why=hint(coverage, proof, match),
            skill=coverage.requirement.skill.id,
        )


def is_sayable(coverage: Coverage, proof: Proof) -> bool:
    """Whether asking is worth it: sure enough, and no manner ("curiosity"), which is shown, not said."""
    skill = coverage.requirement.skill
    far = proof.how == "broader" and skill.type == "tool"  # who writes code need not know every language
    if far or proof.sure < table("advice.toml")["sure_enough"]:
        return False
    return skill.type != "soft" or skill.name.split(" ")[-1] in table("advice.toml")["sayable"]


def is_example(coverage: Coverage, proof: Proof, match: Match) -> bool:
    """Whether the posting names the narrower thing where it asks for the wider: "tools such as Braze"."""
    asks = next(line.text for line in match.posting.source.lines if line.number == coverage.requirement.asked.line)
    return proof.how == "narrower" and stands(proof.words, asks, alone=False)


def hint(coverage: Coverage, proof: Proof, match: Match) -> str:
    """What a line seems to show, where the posting asks for it, and the question."""
    name, asks, line = table_name(coverage), quoted(coverage, match), first_line(match, proof.line)
    if proof.how == "narrower":
        return (
            f'Line {line} says "{proof.words}"; the posting asks more widely for {name} ({asks}). May it say that too?'
        )
    if proof.how == "broader":
        return f'Line {line} says "{proof.words}"; the posting asks for {name} ({asks}). Was that part of it?'
    if proof.sure == 1 and len(proof.words) < len(proof.text):
        return f'Line {line} says "{proof.words}"; the posting asks for {name} ({asks}). Did you do that too?'
    likely = "" if proof.sure == 1 else f" ({proof.sure:.0%} sure)"
    return f"Line {line} reads like {name}{likely}, which the posting asks for ({asks}). Would you call it that?"


def first_line(match: Match, number: int) -> int:
    """The number of the line at which the bullet of line `number` begins."""
    found = bullet_of(match, number)
    return found[1][0].number if found else number


def with_name(coverage: Coverage, proof: Proof, match: Match) -> tuple[Line | None, str]:
    """The line and how it could name the skill: a bullet by a label, a list by one more item; None for others."""
    listed = section_lines(match, "skills")
    if proof.line in listed:
        line = listed[proof.line]
        return (line, with_item(line, table_name(coverage))) if "," in line.text else (None, "")
    role, whole = bullet_of(match, proof.line) or (None, ())
    if role is None or is_labelled(whole[0].text):
        return None, ""
    return whole[0], f"{capitalized(table_name(coverage))}: {whole[0].text}"


def ask_number(match: Match) -> Iterator[Suggestion]:
    """Ask for a figure in a bullet that proves what is asked and has none."""
    for number, found in by_line(match).items():
        role, whole = bullet_of(match, number) or (None, ())
        text = text_of(whole)
        if role is None or any(c.isdigit() for c in text):
            continue
        last = whole[-1]
        yield Suggestion(
            rule="ask-number",
            action="measure",
            line=last.number,
            before=last.text,
            after=with_blank(last.text),
            why=f"{reasons(found, match)}, but no figure. {question_of_number(text)} Then say so there.",
            skill=found[0].requirement.skill.id,
        )


def with_blank(text: str) -> str:
    """`text` with a blank for the figure, before its full stop."""
    stop = text[-1] if text[-1:] in ".;" else ""
    return f"{text.removesuffix(stop) if stop else text} {BLANK}{stop}"


def question_of_number(text: str) -> str:
    """What to ask about a bullet, by its first verb that is known."""
    asked: dict[str, list[str]] = table("advice.toml")["questions_of_number"]
    words = [word.strip(",.;:()").lower() for word in text.split()]
    return next((question for word in words for question, verbs in asked.items() if word in verbs), next(iter(asked)))


def ask_about_gaps(match: Match) -> Iterator[Suggestion]:
    """What is asked for and not shown becomes a question; it is never written in.

    Where any of several will do, one question names them all; a yes stands for the first.
    """
    for gaps in match.gap_choices:
        gap = gaps[0]
        place, where = place_for(gap, match, several=len(gaps) > 1)
        if place is None:
            continue
        wanted, none = ("one of them", "any") if len(gaps) > 1 else ("it", "it")
        yield Suggestion(
            rule="ask-about-gaps",
            action="ask",
            line=place.number,
            before=place.text if spoken_in(place, gap) else "",
            after=with_item(place, table_name(gap)) if spoken_in(place, gap) else gap.requirement.mentions[0].text,
            why=f"{question(gaps)} The posting asks for {wanted} ({gap.requirement.need}, {quoted(gap, match)}); "
            f"no line of your resume shows {none}. If yes, {where}",
            skill=gap.requirement.skill.id,
        )


def gap_questions(match: Match) -> dict[str, str]:
    """What to ask the person about each gap, by the name of the skill, in the order of need.

    Where any of several will do, the question stands once, under the name of the first.
    """
    return {gaps[0].requirement.skill.name: question(gaps) for gaps in match.gap_choices}


def question(gaps: Sequence[Coverage]) -> str:
    """What to ask the person about a gap, or several of which any one will do; names are those of the table."""
    kinds = {kind_of(gap) for gap in gaps}
    kind = kinds.pop() if len(kinds) == 1 else "hard"
    names = [table_name(gap) for gap in gaps]
    if kind == "award":
        names = [f"{article(name)} {name}" for name in names]
    asked: str = table("advice.toml")["questions_by_type"][kind]
    return asked.format(name=joined(names, last="or"))


def kind_of(gap: Coverage) -> str:
    """Which of the questions of `models/advice.toml` fits a gap."""
    skill = gap.requirement.skill
    return "language" if is_language(skill) else "award" if is_award(skill) else skill.type


def place_for(gap: Coverage, match: Match, *, several: bool = False) -> tuple[Line | None, str]:
    """The line an answer would stand above, and the place in words; `several` if another will do as well."""
    skill = gap.requirement.skill
    if skill.type == "credential":
        line = credential_line(match, language=is_language(skill))
        if line:
            return line, f"add it to line {line.number}." if label(line) else f"add it next to line {line.number}."
    found = latest(match)
    if found is None:  # no job was made out
        return match.resume.source.lines[-1], "add a line that shows it where you tell of your work."
    add = (
        f"name {'the one' if several else 'it where'} you used{'' if several else ' it'}, for instance"
        if skill.type == "tool"
        else "add a line that shows it, for instance"
    )
    return found[1], f"{add} under {called(found[0])}."


def spoken_in(line: Line, gap: Coverage) -> bool:
    """Whether `line` is the list of languages that the one asked for would join."""
    return is_language(gap.requirement.skill) and label(line) in LANGUAGES


def credential_line(match: Match, *, language: bool) -> Line | None:
    """Where languages, or certificates and degrees, stand now; None if nowhere."""
    if language:
        spoken = [line for line in section_lines(match, "skills").values() if label(line) in LANGUAGES]
        return next(iter([*section_lines(match, "languages").values(), *spoken]), None)
    kept = [*section_lines(match, "certifications").values(), *section_lines(match, "education").values()]
    return next((line for line in kept if "certif" in line.text.lower()), None)
