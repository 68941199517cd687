"""Which kind of section the name of a heading tells: known, of two names, misspelt, or by a word in it."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache

from tailor.parsers.lexicon import even, heading_kinds, keyword_patterns, letters

MOST_CHARACTERS = 60
ALIKE = 0.88
AGAIN = re.compile(r"[\s(\[–-]*(?:continued|cont(?:'|’)?d\.?|fortsetzung|suite)[)\]]?\s*$", re.IGNORECASE)
NUMBER = re.compile(r"\s*\(?(?:\d{1,2}|[IVX]{1,4}|[A-H])[.)]\s+")
AND = re.compile(r"[&+]")
BOTH = re.compile(r"\s*[/|&+]\s*|\s+(?:and|und|et)\s+")


@lru_cache(maxsize=4096)
def exact_kind(text: str) -> str | None:
    """The kind of section whose heading has the same letters as `text`, whatever number stands before it.

    Of two known names ("Studium & Ausbildung") jobs count before courses, and these before the first.
    """
    if len(text) > MOST_CHARACTERS + 20:
        return None
    name = AGAIN.sub("", NUMBER.sub("", even(text), count=1))
    if any(c.isdigit() for c in name):
        return None
    kind = name_kind(name)
    return kind or kind_of_both([name_kind(piece) for piece in BOTH.split(name)])


def name_kind(name: str) -> str | None:
    """The kind of the known heading `name`; "&" is "and" where it is not known without."""
    kinds = heading_kinds()
    return kinds.get(letters(name)) or kinds.get(letters(AND.sub(" and ", name)))


def kind_of_both(kinds: list[str | None]) -> str | None:
    """The kind of a heading that joins several names, all of them known."""
    if len(kinds) < 2 or not all(kinds):
        return None
    return next((kind for kind in ("experience", "education") if kind in kinds), kinds[0])


@lru_cache(maxsize=1024)
def misspelt_kind(found: str) -> str | None:
    """The kind of the known heading that `found`, letters only, nearly is."""
    if len(found) < 7:
        return None
    likely = [name for name in heading_kinds() if name[0] == found[0] and abs(len(name) - len(found)) <= 4]
    near = get_close_matches(found, likely, n=1, cutoff=ALIKE)
    return heading_kinds()[near[0]] if near else None


def worded_kind(text: str) -> str | None:
    """The kind told by a word in `text`."""
    return next((kind for kind, pattern in keyword_patterns() if pattern.search(text)), None)
