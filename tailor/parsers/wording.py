"""Text made even, so that one pattern meets all the ways people type the same words."""

from __future__ import annotations

import re
from functools import cache

from tailor.resources import table

LONGEST = 1_000
EDGES = re.compile(r"^[\W_]+|[\W_]+$")


@cache
def spellings() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of all spellings to be replaced, and what replaces each (`[even]` of `models/posting.toml`)."""
    pairs: dict[str, str] = table("posting.toml")["even"]
    longest_first = sorted(pairs, key=len, reverse=True)
    return re.compile("|".join(re.escape(p) for p in longest_first)), pairs


def even(text: str) -> str:
    """`text` in lower case, contractions written out, blanks single; at most 1,000 characters of it are looked at.

    The result serves for matching only: its offsets are not those of `text`.
    """
    pattern, pairs = spellings()
    lowered = " ".join(text[:LONGEST].lower().split())
    return pattern.sub(lambda found: pairs[found[0]], lowered)


def bare(text: str) -> str:
    """Like `even`, without the punctuation and pictures at both ends: the words of a heading."""
    return EDGES.sub("", even(text))


@cache
def cue(group: str, name: str) -> re.Pattern[str]:
    """The pattern that finds any of the cues `name` of the table `group` of `models/posting.toml`."""
    return any_of(table("posting.toml")[group][name])


def hinted(group: str, text: str) -> bool:
    """Whether `text` holds one of the `hints` of a table, without which a search for its cues is not worth while."""
    hints: list[str] = table("posting.toml")[group]["hints"]
    for hint in hints:  # noqa: SIM110 - a loop is twice as fast as any(), and this runs for each sentence
        if hint in text:
            return True
    return False


def any_of(patterns: list[str]) -> re.Pattern[str]:
    """One pattern that finds what any of `patterns` finds."""
    return re.compile("|".join(f"(?:{p})" for p in patterns))
