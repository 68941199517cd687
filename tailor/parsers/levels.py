"""The level of a degree a resume names."""

from __future__ import annotations

import re

from tailor.resources import table

WORD = re.compile(r"[^\W\d_]+")


def degree_level(degree: str | None) -> str | None:
    """The level in `degree` as printed ("B.Sc. (Hons) Physics" is "bachelor"); None if it names none."""
    words = " ".join(WORD.findall((degree or "").lower().replace(".", "").replace("'", "").replace("’", "")))
    levels = table("resume.toml")["degree_levels"]
    return next((level for level, names in levels.items() if any(holds(words, name) for name in names)), None)


def holds(words: str, name: str) -> bool:
    """Whether `name` stands in `words` as whole words; one that ends in "*" also as the beginning of one."""
    padded = f" {words} "
    return f" {name[:-1]}" in padded if name.endswith("*") else f" {name} " in padded
