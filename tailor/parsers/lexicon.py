"""The words of `models/resume.toml`, ready to be looked up; built once, at first use."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from tailor.resources import table

DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−\u00ad\ufffe"), "-")
BLANKS = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\u2002\u2003\u3000"), " ")
QUOTES = dict.fromkeys(map(ord, "’‘ʼ´`"), "'")
EVEN = {**DASHES, **BLANKS, **QUOTES}
LONGEST = 400
JOINTS = re.compile(r"(?i)[&/,+()-]|\b(?:and|for|of|team|squad|unit|group|division|department|dept)\b")


def even(text: str) -> str:
    """`text` with one kind of dash, blank and apostrophe; every offset stays the same."""
    return text.translate(EVEN)


@lru_cache(maxsize=4096)
def letters(text: str) -> str:
    """Only the letters of `text`, in lower case: what headings are compared on."""
    folded = unicodedata.normalize("NFKC", text[:LONGEST]).lower()
    return "".join(c for c in folded if c.isalpha())


def lexicon(group: str) -> dict[str, Any]:
    """A group of `models/resume.toml`."""
    found: dict[str, Any] = table("resume.toml")[group]
    return found


@cache
def word_set(group: str, name: str) -> frozenset[str]:
    """The list `name` of a group, for membership."""
    return frozenset(lexicon(group)[name])


@cache
def word_pattern(group: str, name: str) -> re.Pattern[str]:
    """Finds any entry of the list `name` of a group as whole words, whatever its case."""
    return whole_words(lexicon(group)[name])


def whole_words(entries: Iterable[str]) -> re.Pattern[str]:
    """Finds any of `entries` as whole words, the longest first, whatever its case."""
    return re.compile(rf"(?<!\w)(?:{alternatives(entries)})(?!\w)", re.IGNORECASE)


def alternatives(entries: Iterable[str]) -> str:
    """`entries` as alternatives of a pattern, the longest first."""
    return "|".join(re.escape(even(entry)) for entry in sorted(set(entries), key=lambda e: (-len(e), e)))


@cache
def heading_kinds() -> dict[str, str]:
    """Kind of section by the letters of its heading; the first list that has a heading wins."""
    kinds: dict[str, str] = {}
    for kind, names in lexicon("headings").items():
        for name in names:
            kinds.setdefault(letters(name), kind)
    return kinds


@cache
def keyword_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """For each kind of section the words that tell it, in the order in which they are tried."""
    return tuple((kind, whole_words(names)) for kind, names in lexicon("keywords").items())


@cache
def letter_set(group: str, name: str) -> frozenset[str]:
    """The list `name` of a group, each entry reduced to its letters."""
    return frozenset(letters(entry) for entry in lexicon(group)[name])


@lru_cache(maxsize=4096)
def title_score(text: str) -> int:
    """How much `text` sounds like a job title: 0 not at all, 1 has such a word, 2 ends or begins with it."""
    found = list(word_pattern("roles", "titles").finditer(even(text)))
    if not found:
        return 0
    tail = even(text)[found[-1].end() :]
    closes = re.fullmatch(r"[\W\d]*(?:I{1,3}|IV|V)?[\W\d]*", tail) is not None
    opens = found[0].start() == 0
    return 2 if closes or opens else 1


@lru_cache(maxsize=4096)
def company_score(text: str) -> int:
    """How much `text` sounds like an organisation: the number of words that name one, at most 2."""
    return min(2, sum(1 for _ in word_pattern("roles", "companies").finditer(even(text))))


@lru_cache(maxsize=4096)
def is_department(text: str) -> bool:
    """Whether `text` names a part of an organisation: "Customer & Digital", "Payments team", no other words."""
    left = word_pattern("roles", "departments").sub(" ", even(text))
    return left != even(text) and not JOINTS.sub(" ", left).strip()
