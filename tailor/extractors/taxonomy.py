"""The taxonomy: which skills there are, what they are called and how they relate. Plain data, no spaCy."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from tailor.resources import models
from tailor.types import Skill

LISTS = ("forms", "verbs", "cased", "weak", "broader", "implies")


@dataclass(frozen=True)
class Taxonomy:
    """All skills by id, in the order of the file."""

    skills: dict[str, Skill] = field(default_factory=dict)

    def __getitem__(self, key: str) -> Skill:
        return self.skills[key]

    def __iter__(self) -> Iterator[Skill]:
        return iter(self.skills.values())

    def __len__(self) -> int:
        return len(self.skills)

    def broader(self, key: str) -> frozenset[str]:
        """Ids of everything `key` is a kind of, through any number of steps; without `key`."""
        return self.reach(key, "broader")

    def implied(self, key: str) -> frozenset[str]:
        """Ids of everything that having `key` shows besides, through any number of steps."""
        return self.reach(key, "implies")

    def reach(self, key: str, relation: str) -> frozenset[str]:
        """Ids reachable from `key` along `relation` ("broader" or "implies"); without `key`."""
        seen: dict[str, None] = {}
        ahead = list(getattr(self.skills[key], relation))
        while ahead:
            step = ahead.pop()
            if step not in seen and step != key:
                seen[step] = None
                ahead.extend(getattr(self.skills[step], relation))
        return frozenset(seen)

    def search(self, words: str) -> list[Skill]:
        """Skills whose name or one of whose wordings holds `words`, names first, then by name."""
        wanted = words.lower().strip()
        found = [skill for skill in self if any(wanted in text.lower() for text in wordings(skill))]
        return sorted(found, key=lambda skill: (wanted not in skill.name, skill.name))


def wordings(skill: Skill) -> tuple[str, ...]:
    """Every way of saying `skill` that the taxonomy knows, its name first."""
    return (skill.name, *skill.forms, *skill.cased, *skill.verbs, *skill.weak)


def read_taxonomy(path: Path) -> Taxonomy:
    """The taxonomy in the JSONL file `path`; its schema is described in `models/README.md`."""
    with path.open(encoding="utf-8") as file:
        return Taxonomy({skill.id: skill for skill in map(skill_of, file)})


def skill_of(row: str) -> Skill:
    """The skill in one line of the file; raises TypeError on a key that `Skill` does not have."""
    record: dict[str, Any] = json.loads(row)
    fields: dict[str, Any] = {key: tuple(value) if key in LISTS else value for key, value in record.items()}
    return Skill(**fields)


@cache
def taxonomy() -> Taxonomy:
    """The taxonomy that comes with Tailor."""
    return read_taxonomy(models() / "taxonomy" / "skills.jsonl")
