"""What would close a gap, and how long it typically takes; the answers are in `models/guidance.toml`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tailor.advisers.gap_groups import group_of, row, term, tool_name, with_capitals
from tailor.advisers.profile_reading import stage_of, trades
from tailor.resources import table
from tailor.types import Guidance, Match, Need, Skill, Step, Way

NEEDS = ("required", "preferred", "responsibility")
PROJECT = ("problem", "research", "requirements", "outcome")


def guidance(match: Match, skills: Mapping[str, Skill], *, ways: Iterable[Way] = ()) -> tuple[Guidance, ...]:
    """For everything asked for and not shown: what would close it, in the order of need, soft skills last.

    What an alternative answers ("Looker or Tableau") is no gap.

    skills : those of the taxonomy, by id, to find what a skill is a kind of.
    ways : the trades the resume shows; their ordinary work is named where it can stand for what is missing.
    """
    found = list(ways)
    own = [] if stage_of(match, found) == "product" else trades(found) or [way.name for way in found]
    missing = [c for c in match.coverages if c.lacking]
    return tuple(
        closing(c.requirement.skill, skills, need=c.requirement.need, name=term(c), own=own)
        for c in sorted(missing, key=lambda c: (NEEDS.index(c.requirement.need), c.requirement.skill.type == "soft"))
    )


def closing(
    skill: Skill, skills: Mapping[str, Skill], *, need: Need = "required", name: str = "", own: Iterable[str] = ()
) -> Guidance:
    """What would close the gap of `skill`: from its group, else from its competency or its type."""
    name = name or (tool_name(skill.name) if skill.type == "tool" else with_capitals(skill.name))
    group = group_of(skill.id, skills)
    rows = [row("group", group), row("competency", skill.competency), row("type", skill.type)]
    if skill.type in ("domain", "credential"):
        rows[1:] = rows[:0:-1]  # what kind of thing it is says more than its competency
    found = tuple(steps(skill, rows, name, list(own)))
    return Guidance(skill.id, name, need, group or skill.competency, found)


def steps(skill: Skill, rows: Sequence[dict[str, Any]], name: str, own: list[str]) -> Iterator[Step]:
    """The steps for a skill of that type, each from the first of `rows` that has one; those of the first row first."""
    order = table("guidance.toml")["order"][skill.type]
    for kind in sorted(order, key=lambda kind: kind not in ("tool", *rows[0])):
        # Rules are those of one field: another's do not stand in for them.
        said = next((row for row in (rows[:1] if kind == "regulation" and rows[0] else rows) if kind in row), None)
        counts = of_trades(skill, own) if kind == "phrase" else ""
        if counts:
            yield Step("phrase", counts)
        elif said:
            yield Step(kind, worded(said[kind], name), tuple(said[f"{kind}_weeks"]) if kind != "phrase" else None)


def worded(said: str | list[str], name: str) -> str:
    """A step as text: the four parts of a project in one sentence, or the sentence with the name of the tool."""
    if isinstance(said, str):
        return said.replace("{term}", name)
    text: str = table("guidance.toml")["project_text"]
    return text.format(**dict(zip(PROJECT, said, strict=True)))


def of_trades(skill: Skill, own: Iterable[str]) -> str:
    """Which ordinary work of the person's own trades counts for `skill`; "" if none is known to."""
    known = {row["name"]: row for row in table("transfer.toml")["way"]}
    if skill.type in ("credential", "tool", "domain"):
        return ""
    said = ((known[name]["label"], known[name]["phrases"].get(skill.competency)) for name in own if name in known)
    return next((f"From {label}: {text[0].lower()}{text[1:]}" for label, text in said if text), "")
