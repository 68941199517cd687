"""Decide, requirement by requirement, whether a resume answers it, with which lines, and how well."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tailor.scorers.settings import Settings
from tailor.types import Coverage, Evidence, How, Line, Mention, Proof, Requirement, Resume, Skill, Status

# Sections whose lines list skills rather than tell of their use.
LISTS = frozenset({"skills", "languages", "certifications"})


@dataclass(frozen=True)
class Grounds:
    """A resume prepared for proving things: its evidence, and what is true of each of its lines."""

    evidence: Mapping[str, Evidence]
    lines: Mapping[int, Line]
    listed: frozenset[int]
    prominent: frozenset[int]
    relations: Mapping[str, Mapping[str, How]] = field(default_factory=dict)


def grounds(resume: Resume, evidence: Iterable[Evidence], skills: Mapping[str, Skill], settings: Settings) -> Grounds:
    """Prepare `resume` and its `evidence`; `skills` are those of the taxonomy by id."""
    found = {item.skill: item for item in evidence}
    return Grounds(
        evidence=found,
        lines={line.number: line for line in resume.source.lines},
        listed=frozenset(line.number for s in resume.sections if s.kind in LISTS for line in s.lines),
        prominent=prominent_lines(resume, int(settings.status["prominent_bullets"])),
        relations=relations(found, skills),
    )


def prominent_lines(resume: Resume, count: int) -> frozenset[int]:
    """The lines read first: the summary, and the first `count` lines of each role."""
    summary = [line.number for s in resume.sections if s.kind == "summary" for line in s.lines]
    return frozenset(summary + [line.number for role in resume.roles for line in role.lines[:count]])


def relations(evidence: Iterable[str], skills: Mapping[str, Skill]) -> dict[str, dict[str, How]]:
    """For each skill that can be proven: which skills of `evidence` prove it, and how.

    A narrower skill proves a broader one ("continuous discovery" is discovery), and so does what implies it
    (Amplitude implies product analytics); a broader one proves it only in part.
    """
    found: dict[str, dict[str, How]] = {}
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
    return found


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
        proof(mention, how, asked, grounds, settings)
        for shown, how in ways.items()
        for mention in grounds.evidence[shown].mentions
    ]
    best = strongest(proofs)[: int(settings.status["proofs"])]
    strength = best[0].strength if best else 0.0
    return Coverage(requirement, status(strength, settings), strength, tuple(best))


def status(strength: float, settings: Settings) -> Status:
    """The word for `strength`."""
    if strength >= settings.status["covered"]:
        return "covered"
    return "partly" if strength > 0 else "missing"


def proof(mention: Mention, how: How, asked: set[str], grounds: Grounds, settings: Settings) -> Proof:
    """The line of `mention` as a proof, graded by how it proves and how it stands."""
    if how == "synonym" and folded(mention.text) in asked:
        how = "same words"
    strength = settings.proofs[how] * standing(mention, grounds, settings)
    return Proof(mention.line, grounds.lines[mention.line].text, mention.text, how, round(strength, 4))


def standing(mention: Mention, grounds: Grounds, settings: Settings) -> float:
    """How well a line shows its skill, in [0, 1]: named, lately, with a figure, listed, placed up front."""
    item, worth = grounds.evidence[mention.skill], settings.evidence
    recent = item.since is not None and item.since <= settings.status["recent_months"]
    truths = {
        "named": True,
        "recent": recent,
        "number": item.has_number,
        "listed": any(m.line in grounds.listed for m in item.mentions),
        "prominent": any(m.line in grounds.prominent for m in item.mentions),
    }
    return min(1.0, sum(worth[name] for name, true in truths.items() if true))


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
