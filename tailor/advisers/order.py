"""What to put first: the order of bullets within a job and of items in a skills line, for this posting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tailor.types import Coverage, Edit, Line, Match, Role

NEED_WEIGHT = {"required": 3.0, "preferred": 1.0, "responsibility": 1.5}
NAMED = ("same words", "synonym", "narrower")  # a broader or implied skill is not the one asked for
LABEL = re.compile(r"^(?P<label>[^:,]{1,40}:\s*)?(?P<items>.+?)(?P<tail>[.;]?)$")


def edits(match: Match) -> tuple[Edit, ...]:
    """The reorderings that bring what this posting asks for to the front; nothing is added or dropped."""
    return (*bullet_orders(match), *skill_orders(match))


def bullet_orders(match: Match) -> Iterator[Edit]:
    """For each role whose bullets are not yet in order of worth: the better order."""
    worth = line_worth(match.coverages)
    for role in match.resume.roles:
        for group in bullet_groups(role):
            ordered = sorted(group, key=lambda line: -worth.get(line.number, 0.0))
            if ordered != group:
                lead = proven_by(match.coverages, ordered[0].number)
                yield Edit("bullets", tuple(line.number for line in ordered), f"First now: the line that shows {lead}.")


def bullet_groups(role: Role) -> Iterator[list[Line]]:
    """Runs of neighbouring top-level bullets of `role`, at least two; a nested bullet keeps a run whole and fixed."""
    run: list[Line] = []
    for line in (*role.lines, None):
        if line is not None and line.kind == "bullet" and line.level == 0:
            run.append(line)
            continue
        if len(run) > 1 and (line is None or line.level == 0):
            yield run
        run = []


def line_worth(coverages: tuple[Coverage, ...]) -> Mapping[int, float]:
    """How much each resume line proves: strengths of its proofs, weighted by need."""
    worth: dict[int, float] = {}
    for coverage in coverages:
        for proof in coverage.proofs:
            worth[proof.line] = worth.get(proof.line, 0.0) + NEED_WEIGHT[coverage.requirement.need] * proof.strength
    return worth


def proven_by(coverages: tuple[Coverage, ...], number: int) -> str:
    """The skills that line `number` proves, as words, the most needed first; at most three."""
    names = [
        c.requirement.skill.name
        for c in coverages
        if c.status == "covered" and any(p.line == number and p.how in NAMED for p in c.proofs)
    ]
    return ", ".join(names[:3]) or "most of what is asked"


def skill_orders(match: Match) -> Iterator[Edit]:
    """For each line of the skills section: its items, those the posting asks for first."""
    asked = {
        proof.words.lower() for c in match.coverages if c.requirement.skill.type != "credential" for proof in c.proofs
    }
    for section in match.resume.sections:
        for line in section.lines if section.kind == "skills" else ():
            after = reordered(line.text, asked)
            if after != line.text:
                yield Edit("skills", (line.number,), "What the posting asks for stands first.", line.text, after)


def reordered(text: str, asked: set[str]) -> str:
    """`text`, a comma list behind an optional label, with the items that hold a word of `asked` first."""
    found = LABEL.match(text)
    if found is None or "," not in found["items"] or "(" in found["items"]:
        return text
    items = found["items"].split(", ")
    first = [item for item in items if any(word in item.lower() for word in asked)]
    rest = [item for item in items if item not in first]
    return f"{found['label'] or ''}{', '.join(first + rest)}{found['tail']}"
