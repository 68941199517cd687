"""Fields of study, in the groups of `models/study_fields.toml`."""

from __future__ import annotations

import re
from functools import cache

from tailor.resources import table

WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def studies_in(text: str) -> tuple[str, ...]:
    """The groups of the fields of study that `text` names, each once, longest names first; empty if it names none."""
    said = f" {' '.join(WORDS.findall(text.lower()))} "
    found: list[str] = []
    for name, groups in names():
        if f" {name} " in said:
            found += groups
            said = said.replace(f" {name} ", " | ")
    return tuple(dict.fromkeys(found))


@cache
def names() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Names of fields with the groups each stands for, the longest first."""
    data = table("study_fields.toml")
    pairs = [(name, (group,)) for group, listed in data["groups"].items() for name in listed]
    pairs += [(word, tuple(groups)) for word, groups in data["takes"].items()]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))
