"""Decide, requirement by requirement, whether a resume answers it, with which lines, and how well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from tailor.resources import table
from tailor.scorers.settings import Settings
from tailor.types import Coverage, Education, Evidence, How, Line, Proof, Requirement, Resume, Skill, Status

# Sections whose lines list skills rather than tell of their use.
LISTS = frozenset({"skills", "languages", "certifications"})
PLAIN = frozenset({"tool", "credential"})  # types of skills of which a list says all there is to say


@dataclass(frozen=True)
class Grounds:
    """A resume prepared for proving things: its evidence, and what is true of each of its lines.

    limits : the most strength of a skill, by id, where there is one; see `tailor.scorers.bars.limits`.
    """

    evidence: Mapping[str, Evidence]
    lines: Mapping[int, Line]
    listed: frozenset[int]
    prominent: frozenset[int]
    plain: frozenset[str] = frozenset()
    relations: Mapping[str, Mapping[str, How]] = field(default_factory=dict)
    education: tuple[Education, ...] = ()
    limits: Mapping[str, float] = field(default_factory=dict)


def grounds(resume: Resume, evidence: Iterable[Evidence], skills: Mapping[str, Skill], settings: Settings) -> Grounds:
    """Prepare `resume` and its `evidence`; `skills` are those of the taxonomy by id.

    `plain` are skills of which a list says all there is to say: tools and credentials.
    """
    found = {item.skill: item for item in evidence}
    return Grounds(
        evidence=found,
        lines={line.number: line for line in resume.source.lines},
        listed=frozenset(line.number for s in resume.sections if s.kind in LISTS for line in s.lines),
        prominent=prominent_lines(resume, int(settings.status["prominent_bullets"])),
        plain=frozenset(key for key in found if skills[key].type in PLAIN),
        relations=relations(found, skills),
        education=resume.education,
    )


def prominent_lines(resume: Resume, count: int) -> frozenset[int]:
    """The lines read first: the summary, and the first `count` lines of each role."""
    summary = [line.number for s in resume.sections if s.kind == "summary" for line in s.lines]
    return frozenset(summary + [line.number for role in resume.roles for line in role.lines[:count]])


def relations(evidence: Iterable[str], skills: Mapping[str, Skill]) -> dict[str, dict[str, How]]:
    """For each skill that can be proven: which skills of `evidence` prove it, and how.

    A narrower skill proves a broader one ("continuous discovery" is discovery), and so does what implies it
    (Amplitude implies product analytics); a broader one proves it only in part. Skills that are never the same
    prove nothing of one another. Callers must not change what they are given: it is remembered, for a resume shows
    the same skills to every posting, and with most changes that are tried out.
    """
    return related(tuple(evidence), Same(skills))


class Same:
    """A mapping that equals itself only, so that what follows from it can be remembered without comparing it."""

    def __init__(self, skills: Mapping[str, Skill]) -> None:
        self.skills = skills

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.skills is other.skills

    def __hash__(self) -> int:
        return id(self.skills)


@lru_cache(maxsize=64)
def related(evidence: tuple[str, ...], same: Same) -> dict[str, dict[str, How]]:
    """`relations`, found once."""
    found: dict[str, dict[str, How]] = {}
    skills = same.skills
    for shown in evidence:
        found.setdefault(shown, {})[shown] = "synonym"
        for wider in closure(shown, skills, "broader"):
            found.setdefault(wider, {}).setdefault(shown, "narrower")
        for shows in closure(shown, skills, "implies"):
            found.setdefault(shows, {}).setdefault(shown, "implied")
    for skill in skills.values():
        for wider in skill.broader:
            if wider in found and wider in found[wider]:
                found.setdefault(skill.id, {}).setdefault(wider, "broader")
    for asked, others in never_same().items():
        for other in others & found.get(asked, {}).keys():
            del found[asked][other]
    return found


@cache
def never_same() -> Mapping[str, frozenset[str]]:
    """For each skill of `models/never_same.toml`, by id: those it must not be taken for."""
    groups: list[list[str]] = table("never_same.toml")["groups"]
    ids = sorted({key for group in groups for key in group})
    return {key: frozenset(other for group in groups if key in group for other in group if other != key) for key in ids}


def closure(key: str, skills: Mapping[str, Skill], relation: str) -> list[str]:
    """Ids reachable from `key` along `relation`, nearest first, without `key`."""
    reached: dict[str, None] = {}
    ahead = [key]
    while ahead:
        for step in getattr(skills[ahead.pop(0)], relation):
            if step not in reached and step != key:
                reached[step] = None
                ahead.append(step)
    return list(reached)


def cover(requirement: Requirement, grounds: Grounds, settings: Settings) -> Coverage:
    """Whether and how `grounds` answer `requirement`."""
    ways = grounds.relations.get(requirement.skill.id, {})
    asked = {folded(mention.text) for mention in requirement.mentions}
    proofs = [
        found
        for shown, how in ways.items()
        for found in (
            *named(shown, how, asked, grounds, settings),
            *told(shown, how, settings.sure[requirement.skill.type], grounds, settings),
        )
    ]
    proofs += studied(requirement, grounds, settings)
    best = strongest(proofs)[: int(settings.status["proofs"])]
    months = max((grounds.evidence[shown].months for shown, how in ways.items() if how != "broader"), default=0)
    strength = best[0].strength * long_enough(requirement, months, settings) if best else 0.0
    strength = min(strength, grounds.limits.get(requirement.skill.id, 1.0))
    return Coverage(requirement, status(strength, settings), round(strength, 4), tuple(best), months)


def long_enough(requirement: Requirement, months: int, settings: Settings) -> float:
    """1 where no years are asked for or about as many are shown; else the share shown, and at least `short_least`."""
    asked = 12 * (requirement.years or 0)
    if asked - months <= settings.years["months_short_is_partly"]:
        return 1.0
    return max(months / asked, float(settings.years["short_least"]))


def studied(requirement: Requirement, grounds: Grounds, settings: Settings) -> list[Proof]:
    """Courses of study of at least the level that a degree asked for has."""
    level, order = settings.degrees["skills"].get(requirement.skill.id), list(settings.degrees["order"])
    if level is None:
        return []
    reached = [c for c in grounds.education if c.level and order.index(c.level) >= order.index(level) and c.lines]
    return [
        Proof(c.lines[0].number, c.lines[0].text, c.degree or c.lines[0].text, "synonym", settings.proofs["synonym"])
        for c in reached
    ]


def status(strength: float, settings: Settings) -> Status:
    """The word for `strength`."""
    if strength >= settings.status["covered"]:
        return "covered"
    return "partly" if strength > 0 else "missing"


def named(shown: str, how: How, asked: set[str], grounds: Grounds, settings: Settings) -> Iterator[Proof]:
    """The lines that name the skill `shown` as proofs, graded by how they prove and how they stand."""
    item = grounds.evidence[shown]
    worth = standing(item, grounds, settings)
    for mention in item.mentions:
        way: How = "same words" if how == "synonym" and folded(mention.text) in asked else how
        strength = settings.proofs[way] * worth
        yield Proof(mention.line, grounds.lines[mention.line].text, mention.text, way, round(strength, 4))


def told(shown: str, how: How, least: float, grounds: Grounds, settings: Settings) -> Iterator[Proof]:
    """The lines that show `shown` without naming it; they go as far as they are sure, and no further than `how`.

    least : a paraphrase less sure than this is none.
    """
    item = grounds.evidence[shown]
    worth = standing(item, grounds, settings)
    for found in item.inferred:
        if found.how == "paraphrase" and found.sure < least:
            continue
        reach = min(settings.proofs[how], settings.proofs[found.how])
        text = grounds.lines[found.line].text
        yield Proof(found.line, text, found.words, found.how, round(reach * found.sure * worth, 4), found.sure)


def standing(item: Evidence, grounds: Grounds, settings: Settings) -> float:
    """How well lines show their skill, in [0, 1]: shown at all, lately, with a figure, listed, placed up front.

    What a list names and no line of work shows is a claim: it goes less far, but for tools and credentials.
    """
    lines = set(item.lines)
    claimed = lines <= grounds.listed and item.skill not in grounds.plain
    truths = {
        "shown": not claimed,
        "claimed": claimed,
        "recent": item.since is not None and item.since <= settings.status["recent_months"],
        "number": item.has_number,
        "listed": not lines.isdisjoint(grounds.listed),
        "prominent": not lines.isdisjoint(grounds.prominent),
    }
    return min(1.0, sum(settings.evidence[name] for name, true in truths.items() if true))


def strongest(proofs: Iterable[Proof]) -> list[Proof]:
    """The best proof of each line, strongest first, then in reading order."""
    best: dict[int, Proof] = {}
    for item in proofs:
        if item.line not in best or item.strength > best[item.line].strength:
            best[item.line] = item
    return sorted(best.values(), key=lambda item: (-item.strength, item.line))


def folded(text: str) -> str:
    """`text` as compared for "same words": lower case, hyphens as blanks, a plural s dropped."""
    words = text.lower().replace("-", " ").split()
    return " ".join(word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] != "s" else word for word in words)
