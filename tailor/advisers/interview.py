"""Which questions an interviewer is likely to ask after reading this resume for this posting."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tailor.advisers.answers import Case, honest, relied_on, star, steps, texts, told
from tailor.advisers.gap_groups import group_of, term
from tailor.advisers.grammar import joined
from tailor.advisers.guidance import guidance
from tailor.advisers.profile_reading import labels, listed, stage_of, trades
from tailor.advisers.telling import around
from tailor.types import Beat, Coverage, Match, Passage, Proof, Question, Skill, Way

TRAITS = ("skills", "groups", "stages", "competencies", "types")  # what a question may be for, most particular first
NEEDS = ("required", "responsibility", "preferred")
STATUSES = ("missing", "partly", "covered")
HARDEST = ("domain", "hard", "tool", "credential", "soft")  # gaps an interviewer probes first
SPOKEN = re.compile(r"^You\b|\byou(?:'ll| will)\b", re.IGNORECASE)  # a duty told in a sentence, not a heading run on
DOMAIN_WEIGHT = 3  # a field of business says more of a posting than a skill


@dataclass
class Stock:
    """The questions there are; each is taken once."""

    taken: set[str] = field(default_factory=set)

    def take(self, when: str, kind: str = "", **traits: str) -> tuple[dict[str, Any], str]:
        """The row and wording that fit best and were not taken yet; an empty row if none is left."""
        rows = [row for row in texts()["question"] if row["when"] == when and kind in ("", row["kind"])]
        for row in sorted(rows, key=lambda row: rank(row, traits)):
            free = next((said for said in row["texts"] if said not in self.taken), "")
            if free and rank(row, traits) <= len(TRAITS):
                self.taken.add(free)
                return row, free
        return {}, ""


def rank(row: Mapping[str, Any], traits: Mapping[str, str]) -> int:
    """How particular `row` is to `traits`, 0 the most; above all ranks if it is for something else."""
    for at, trait in enumerate(TRAITS):
        if trait in row:
            return at if traits.get(trait) in row[trait] else len(TRAITS) + 1
    return len(TRAITS)


def questions(match: Match, skills: Mapping[str, Skill], *, ways: Iterable[Way] = ()) -> tuple[Question, ...]:
    """Likely questions with the outline of an answer: why here, what is shown, gaps, product sense, cases, estimation.

    skills : those of the taxonomy, by id; ways : the trades the resume shows.
    """
    found, stock = list(ways), Stock()
    case = Case(match, skills, {item.skill: item for item in guidance(match, skills, ways=found)})
    return (
        *motivation(case, found, stock),
        *on_shown(case, stock),
        *on_posting(case, stock),
        *on_gaps(case, stock),
    )


def motivation(case: Case, ways: list[Way], stock: Stock) -> Iterator[Question]:
    """Why this, why now."""
    names = [labels()[name] for name in trades(ways) if name != "side projects"] or [labels()[n] for n in trades(ways)]
    row, said = stock.take("posting", "motivation", stages=stage_of(case.match, ways))
    best = sorted(case.match.coverages, key=lambda c: -c.strength)
    proof = next((proof for c in best if (proof := relied_on(case, c))), None)
    text = said.format(at=at(case.match), way=listed(names[:2]))
    yield Question(row["kind"], text, texts()["why"]["motivation"], tuple(steps(case, "motivation", proof)))


def on_shown(case: Case, stock: Stock) -> Iterator[Question]:
    """On what is asked for and shown by a line of work, each from another line and another group first."""
    wanted = sorted(in_order(c for c in case.match.coverages if told(case, c)), key=lambda c: not relied_on(case, c))
    for coverage in spread(case, wanted)[: texts()["counts"]["shown"]]:
        proof = told(case, coverage)
        row, said = stock.take("asked", **traits(case, coverage))
        if not row:
            row, said = stock.take("gap", **traits(case, coverage))
        if row and proof:
            yield on(case, coverage, row, said, tuple(star(case, coverage, proof)))


def spread(case: Case, coverages: Iterable[Coverage]) -> list[Coverage]:
    """`coverages` in their order, but those with a new line and a new group before the others."""
    lines: set[int] = set()
    grouped: set[str] = set()
    first: list[Coverage] = []
    rest: list[Coverage] = []
    for coverage in coverages:
        proof, group = told(case, coverage), group_of(coverage.requirement.skill.id, case.skills)
        line = proof.line if proof else 0
        fresh = line not in lines and group not in grouped
        (first if fresh else rest).append(coverage)
        lines.add(line)
        grouped.add(group)
    return first + rest


def on_gaps(case: Case, stock: Stock) -> Iterator[Question]:
    """On what is asked for and not shown by a line of work, a group each, what is hardest to wave away first."""
    asked = [c for c in case.match.coverages if c.spared_by is None and c.requirement.need != "responsibility"]
    wanted = [c for c in asked if not told(case, c)]
    gaps = spread_types(case, wanted)[: texts()["counts"]["gaps"]]
    choices = {gap.requirement.skill.id: together for together in case.match.gap_choices for gap in together}
    put: set[str] = set()
    for coverage in gaps:
        together = choices.get(coverage.requirement.skill.id, (coverage,))
        if coverage.requirement.skill.id in put:
            continue
        row, said = gap_question(case, coverage, stock)
        if row:
            put.update(one.requirement.skill.id for one in together)
            name = joined([term(one) for one in together], last="or")
            yield on(case, coverage, row, said, tuple(honest(case, coverage)), gap=name)


def spread_types(case: Case, gaps: list[Coverage]) -> list[Coverage]:
    """The gaps by need, the hardest type first, each group once before any twice."""
    ordered = sorted(gaps, key=how_bare)
    seen: set[tuple[str, str]] = set()
    first: list[Coverage] = []
    rest: list[Coverage] = []
    for coverage in ordered:
        skill = coverage.requirement.skill
        keys = {("group", group_of(skill.id, case.skills)), ("type", skill.type if skill.type != "hard" else skill.id)}
        (rest if keys & seen else first).append(coverage)
        seen |= keys
    return first + rest


def how_bare(coverage: Coverage) -> tuple[int, int, int]:
    """What to ask first of what is not shown: the most needed, the least shown, the hardest to wave away."""
    skill, need = coverage.requirement.skill, coverage.requirement.need
    return NEEDS.index(need), STATUSES.index(coverage.status), HARDEST.index(skill.type)


def gap_question(case: Case, coverage: Coverage, stock: Stock) -> tuple[dict[str, Any], str]:
    """The question on a gap: of a skill as if it were there, of a field, tool or certificate by its name."""
    if coverage.requirement.skill.type == "hard":
        row, said = stock.take("asked", **traits(case, coverage))
        if row:
            return row, said
    return stock.take("gap", **traits(case, coverage))


def on_posting(case: Case, stock: Stock) -> Iterator[Question]:
    """Product sense, cases and an estimate, in the field of the posting; one case is a duty of its own."""
    fields, duty = fields_of(case), duty_of(case.match)
    for kind in ("product sense", "case", "estimation"):
        for number in range(texts()["counts"][kind]):
            row, said = fitting(stock, kind, fields if number == 0 else [])
            if "{duty}" in said and not duty:
                row, said = fitting(stock, kind, [])
            if row:
                yield whole(case, row, said, duty)


def fitting(stock: Stock, kind: str, fields: Iterable[str]) -> tuple[dict[str, Any], str]:
    """A question of `kind` for the first of `fields` that has one of its own, else one for any."""
    for name in fields:
        if any(row["kind"] == kind and name in row.get("groups", ()) for row in texts()["question"]):
            return stock.take("posting", kind, groups=name)
    return stock.take("posting", kind)


def whole(case: Case, row: Mapping[str, Any], said: str, duty: Passage | None) -> Question:
    """A question on the posting as a whole, with the line that serves it as an example."""
    near = [c for c in case.match.coverages if group_of(c.requirement.skill.id, case.skills) in row.get("groups", ())]
    why = texts()["why"][row["kind"]]
    if duty and "{duty}" in said:
        near = [c for c in case.match.coverages if any(m.line == duty.line for m in c.requirement.mentions)]
        why = texts()["why"]["duty"].format(line=duty.line)
    text = said.replace("{at}", at(case.match)).replace("{duty}", sentence(case.match, duty))
    example = None if row["kind"] == "estimation" else first_told(case, near)
    return Question(row["kind"], text, why, tuple(steps(case, row["kind"], example)))


def on(
    case: Case, coverage: Coverage, row: Mapping[str, Any], said: str, outline: tuple[Beat, ...], *, gap: str = ""
) -> Question:
    """A question on one requirement; `gap` : what is not shown, several things if any one will do."""
    requirement, name = coverage.requirement, gap or term(coverage)
    asked = requirement.asked
    quote = around(asking(case.match, asked.start, asked.end), asked.text, texts()["cut"]["duty"])
    why = texts()["why"][requirement.need].format(line=asked.line, quote=quote)
    text = said.replace("{term}", name).replace("{at}", at(case.match))
    return Question(row["kind"], text, why, outline, name, requirement.skill.id, bool(gap))


def asking(match: Match, start: int, end: int) -> str:
    """The sentence of the posting that holds `start` to `end`."""
    text = match.posting.source.text
    found = next((p for p in match.posting.passages if p.start <= start and end <= p.end), None)
    return (text[found.start : found.end] if found else text[start:end]).replace("**", "").strip()


def traits(case: Case, coverage: Coverage) -> dict[str, str]:
    """What a question may be chosen by."""
    skill = coverage.requirement.skill
    found = {"skills": skill.id, "groups": group_of(skill.id, case.skills), "types": skill.type}
    return found | ({"competencies": skill.competency} if skill.type in ("hard", "soft") else {})


def fields_of(case: Case) -> list[str]:
    """The groups of what the posting asks for, the most asked first."""
    weight: Counter[str] = Counter()
    for coverage in case.match.coverages:
        skill = coverage.requirement.skill
        weight[group_of(skill.id, case.skills)] += DOMAIN_WEIGHT if skill.type == "domain" else 1
    return [name for name, _ in sorted(weight.items(), key=lambda item: (-item[1], item[0]))]


def duty_of(match: Match) -> Passage | None:
    """The duty that names most of what is asked for, among those short enough to quote."""
    most = texts()["cut"]["duty"]
    duties = [p for p in match.posting.passages if p.need == "responsibility" and p.end - p.start <= most]
    bullets = {line.number for line in match.posting.source.lines if line.kind == "bullet"}
    duties = [p for p in duties if p.line in bullets] or [p for p in duties if SPOKEN.search(sentence(match, p))]
    asked = Counter(m.line for c in match.coverages for m in c.requirement.mentions)
    return max(duties, key=lambda p: (asked[p.line], -p.start), default=None)


def sentence(match: Match, passage: Passage | None) -> str:
    """The words of `passage` as a sentence with its full stop."""
    text = asking(match, passage.start, passage.end) if passage else ""
    return text if text.endswith((".", "!", "?")) else f"{text.rstrip(';,: ')}."


def first_told(case: Case, coverages: Iterable[Coverage]) -> Proof | None:
    """The proof by a line of work of the first of `coverages` that has one."""
    return next((proof for c in in_order(coverages) if (proof := relied_on(case, c))), None)


def in_order(coverages: Iterable[Coverage]) -> list[Coverage]:
    """`coverages` by need, then the best shown first."""
    return sorted(coverages, key=lambda c: (NEEDS.index(c.requirement.need), -c.strength))


def at(match: Match) -> str:
    """Where the interview is, as part of a sentence."""
    return f"at {match.posting.company}" if match.posting.company else "here"
