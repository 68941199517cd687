"""What to put first: the order of bullets within a job and of items in a skills line, for this posting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from tailor.advisers.grammar import capitalized, joined, plain_case
from tailor.advisers.grounds import SHOWN, bullets, is_clear, marks_in, name_for
from tailor.types import Coverage, Edit, Line, Match, Role

NEED_WEIGHT = {"required": 3.0, "preferred": 1.0, "responsibility": 1.5}
LABEL = re.compile(r"^(?P<label>[^:,]{1,40}:\s*)?(?P<items>.+?)(?P<tail>[.;]?)$")
LABEL_LENGTH = 40
PLAIN = 4  # letters of a word that is surely no abbreviation
SHORT = 4  # words of a line that is one skill


def orders(match: Match) -> tuple[Edit, ...]:
    """The reorderings that bring what this posting asks for to the front; nothing is added or dropped."""
    return (*bullet_orders(match), *skill_orders(match), *skill_line_orders(match))


def bullet_orders(match: Match) -> Iterator[Edit]:
    """For each role whose bullets are not yet in order of worth: the better order."""
    worth = line_worth(match.coverages)
    for role in match.resume.roles:
        for group in bullet_groups(role, rest_lines(match, role)):
            whole = {head.number: [head, *rest] for head, rest in group}
            value = {n: sum(worth.get(line.number, 0.0) for line in lines) for n, lines in whole.items()}
            ordered = sorted(whole, key=lambda number: -value[number])
            if ordered != list(whole):
                lead = proven_by(match, {line.number for line in whole[ordered[0]]})
                yield Edit("bullets", tuple(ordered), f"First now: the line that {lead}.")


def rest_lines(match: Match, role: Role) -> frozenset[int]:
    """Numbers of the lines of `role` that a bullet was wrapped into."""
    return frozenset(line.number for bullet in bullets(match, role) for line in bullet[1:])


def bullet_groups(role: Role, rest: frozenset[int] = frozenset()) -> Iterator[list[tuple[Line, list[Line]]]]:
    """Runs of neighbouring top-level bullets of `role`, at least two, each with the lines it goes on in (`rest`).

    A nested bullet keeps a run whole and fixed.
    """
    run: list[tuple[Line, list[Line]]] = []
    for line in (*role.lines, None):
        if line is not None and line.number in rest and run:
            run[-1][1].append(line)
            continue
        if line is not None and line.kind == "bullet" and line.level == 0:
            run.append((line, []))
            continue
        if len(run) > 1 and (line is None or line.level == 0):
            yield run
        run = []


def line_worth(coverages: tuple[Coverage, ...]) -> Mapping[int, float]:
    """How much each resume line proves: strengths of its proofs, weighted by need; doubtful ones do not count."""
    worth: dict[int, float] = {}
    for coverage in coverages:
        for proof in (p for p in coverage.proofs if is_clear(coverage, p)):
            worth[proof.line] = worth.get(proof.line, 0.0) + NEED_WEIGHT[coverage.requirement.need] * proof.strength
    return worth


def proven_by(match: Match, numbers: set[int]) -> str:
    """What a bullet of the lines `numbers` shows, in words, the most needed first; at most three."""
    shown = [(c, p) for c in match.coverages for p in c.proofs if p.line in numbers and is_clear(c, p)]
    named = [name_for(c, p, match) for c, p in shown if p.how in SHOWN and c.status == "covered"]
    told = [name_for(c, p, match) for c, p in shown if p.how not in SHOWN]
    if not named and not told:
        return "answers most of what is asked"
    return f"{'shows' if named else 'reads like'} {joined(list(dict.fromkeys(named or told))[:3])}"


def skill_orders(match: Match) -> Iterator[Edit]:
    """For each line of the skills section: its items, those the posting asks for first."""
    asked = asked_words(match)
    for section in match.resume.sections:
        for line in section.lines if section.kind == "skills" else ():
            after = reordered(line.text, asked)
            if after != line.text:
                yield Edit("skills", (line.number,), "What the posting asks for stands first.", line.text, after)


def asked_words(match: Match) -> set[str]:
    """The words by which the resume says what is asked for, in small letters."""
    asked = (coverage for coverage in match.coverages if coverage.requirement.skill.type != "credential")
    return {proof.words.lower() for coverage in asked for proof in coverage.proofs if proof.how in SHOWN}


def skill_line_orders(match: Match) -> Iterator[Edit]:
    """Skills that have a line each, or lists of them, those first that say what the posting asks for."""
    asked = asked_words(match)
    for section in match.resume.sections:
        if section.kind != "skills":
            continue
        for run in runs_of(section.lines):
            value = {line.number: hits(line.text, asked) for line in run}
            ordered = sorted(value, key=lambda number: -value[number])
            if ordered != list(value):
                yield Edit("bullets", tuple(ordered), "First now: the skills that the posting asks for.")


def runs_of(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Neighbouring lines that are listed alike, at least three short ones or two lists with a label."""
    run: list[Line] = []
    for line in (*lines, None):
        if line is not None and run and (line.kind, is_list(line)) == (run[-1].kind, is_list(run[-1])):
            run.append(line)
            continue
        short = run and all(len(other.text.split()) <= SHORT for other in run)
        if len(run) > 1 and (is_list(run[0]) or (len(run) > 2 and short)):
            yield run
        run = [line] if line is not None and line.level == 0 and line.kind != "heading" and not line.bold else []


def is_list(line: Line) -> bool:
    """Whether a line lists things behind a label."""
    before, colon, after = line.text.partition(": ")
    return bool(colon) and "," in after and len(before) <= LABEL_LENGTH


def hits(text: str, asked: set[str]) -> int:
    """How many words of `asked` stand in `text`."""
    return sum(holds(text, word) for word in asked)


def holds(item: str, word: str) -> bool:
    """Whether `word` stands in `item` as words of their own."""
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", item.lower()) is not None


def reordered(text: str, asked: set[str]) -> str:
    """`text`, a list behind an optional label, with the items that hold a word of `asked` first."""
    found = LABEL.match(text)
    marks = marks_in(found["items"]) if found else []
    if found is None or len({at[0] for at in marks}) != 1:
        return text
    ends = [0, *(place for at in marks for place in at.span()), len(found["items"])]
    items = [found["items"][start:end] for start, end in zip(ends[::2], ends[1::2], strict=True)]
    first = [item for item in items if any(holds(item, word) for word in asked)]
    rest = [item for item in items if item not in first]
    return f"{found['label'] or ''}{marks[0][0].join(in_capitals(items, [*first, *rest]))}{found['tail']}"


def in_capitals(old: list[str], new: list[str]) -> list[str]:
    """`new`, an order of `old`, with the capital of a list that begins with one and goes on in small letters."""
    opening, words = old[0], new[0].split()
    if new[0] == opening or not opening[:1].isupper() or len(words) < 2 or not is_plain(words[0]):
        return new
    small = opening[1:].islower() and " " in opening and not any(item[:1].isupper() for item in old[1:])
    return [capitalized(new[0]), *(lowered(item) if small and item == opening else item for item in new[1:])]


def is_plain(word: str) -> bool:
    """Whether `word` is one that a line may begin with in a capital; "iOS" and "dbt" are not."""
    return word.isalpha() and word.islower() and len(word) >= PLAIN


def lowered(item: str) -> str:
    """`item` with its first letter small, but for what is written with a capital everywhere."""
    return item if plain_case(item) == item else item[0].lower() + item[1:]
