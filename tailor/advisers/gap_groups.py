"""Where a skill stands in `models/guidance.toml`, and how it is named in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from tailor.advisers.wording import name_in
from tailor.resources import table
from tailor.types import Coverage, Skill


def group_of(key: str, skills: Mapping[str, Skill]) -> str:
    """The name of the group of the skill `key`: its own, else that of the nearest thing it is a kind of; or ""."""
    ahead, seen = [key], {key}
    while ahead:
        step = ahead.pop(0)
        if step in groups():
            return groups()[step]
        wider = [other for other in skills[step].broader if other not in seen]
        ahead += wider
        seen.update(wider)
    return ""


@cache
def groups() -> Mapping[str, str]:
    """The name of the group of each skill that is listed in one."""
    return {key: row["name"] for row in table("guidance.toml")["group"] for key in row["skills"]}


@cache
def row(level: str, name: str) -> dict[str, Any]:
    """The row `name` among the rows `level` ("group", "competency", "type"); empty if there is none."""
    found: dict[str, Any] = next((row for row in table("guidance.toml")[level] if row["name"] == name), {})
    return found


def term(coverage: Coverage) -> str:
    """The name of what is asked for: a tool's as the posting writes it, the taxonomy's in capitals otherwise."""
    skill = coverage.requirement.skill
    bare = Skill(skill.id, skill.name, skill.type, skill.competency)
    written = (name_in(mention.text, bare) for mention in coverage.requirement.mentions)
    found = next((name for name in written if name.lower() == skill.name), "")
    named: str = table("advice.toml")["named"].get(skill.name, "")
    if skill.type == "domain" and named:
        return named
    if skill.type != "tool":
        return with_capitals(skill.name)
    return found or tool_name(skill.name)


def tool_name(name: str) -> str:
    """`name` with capitals, unless it is a kind of tool rather than one tool."""
    kinds = table("interview.toml")["kinds"]
    kind = name.rsplit(maxsplit=1)[-1] in kinds["words"] and name not in kinds["names"]
    words = with_capitals(name).split()
    return " ".join(words if kind else (word.capitalize() if word.islower() else word for word in words))


def with_capitals(name: str) -> str:
    """`name` with the capitals that its words are always written with."""
    return " ".join(capitals().get(word, word) for word in name.split())


@cache
def capitals() -> Mapping[str, str]:
    """The words that are written with capitals, by the same in small letters."""
    return {word.lower(): word for word in table("interview.toml")["capitals"]["words"]}
