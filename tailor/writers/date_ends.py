"""Dates that end a header, such as "Product Manager, Example Corp, Jan 2020 – Present"."""

from __future__ import annotations

import re
from functools import cache

from tailor.resources import table

LONGEST = 200  # characters of a header; a longer line is prose
APART = r"(?:\s*[|·•]\s*|\s+[–—-]\s+|,\s+|\s*\(|\s+)"


def parted(text: str) -> tuple[str, str] | None:
    """What a header says and its dates, without what set them apart; None if it has no dates or nothing else."""
    found = patterns()[0].search(text) if len(text) <= LONGEST and not is_dates(text) else None
    head = text[: found.start()] if found else ""
    return (head, found["dates"]) if found and any(character.isalnum() for character in head) else None


def is_dates(text: str) -> bool:
    """Whether a line holds dates and nothing else."""
    return len(text) <= LONGEST and patterns()[1].fullmatch(text.strip()) is not None


@cache
def patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Dates at the end of a text, and dates that are all of it, in the words of `models/resume.toml`."""
    words = table("resume.toml")
    month = one_of([name for group in ("months", "seasons") for names in words[group].values() for name in names])
    date = rf"(?:{month}\.?,?\s|\d{{1,2}}[/.])?(?:19|20)\d\d\b"
    start = rf"(?:{date}|{month}\.?)"
    present = one_of(words["periods"]["present"])
    dates = rf"(?:{start}\s?(?:[-–—]|to)\s?(?:{date}|{present})|{date})"
    return re.compile(rf"{APART}(?P<dates>{dates})\)?$", re.I), re.compile(rf"\(?{dates}\)?", re.I)


def one_of(names: list[str]) -> str:
    """A pattern for any of `names`, longer ones first."""
    return f"(?:{'|'.join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))})"
