"""Which titles, of jobs held or offered, are a product manager's, owner's or lead's (`models/resume.toml`, roles)."""

from __future__ import annotations

import re
from functools import cache

from tailor.parsers.lexicon import alternatives, even, lexicon, word_pattern

BREAK = re.compile(r"\s*[,()|]\s*|\s+-{1,2}\s+")
AND = re.compile(r"\s*[&/]\s*|\s+and\s+")
ALONE = re.compile(r"(?<!\w)[ag]?pm(?!\w)", re.IGNORECASE)


def is_product(title: str) -> bool:
    """Whether a title is a product manager's, owner's or lead's."""
    left = BREAK.sub("|", word_pattern("roles", "not_product").sub("|", even(title)))
    if word_pattern("roles", "not_pm").search(left):
        left = ALONE.sub("|", left)
    joined = AND.sub(" ", left)
    return word_pattern("roles", "product").search(joined) is not None or ranked().search(left) is not None


@cache
def ranked() -> re.Pattern[str]:
    """Finds a rank over products: "Director | Digital Products", "Senior Manager of Product & Design", "Lead Product".

    Between the two at most one word, of a department; a rank right before "product" has nothing behind it, for that of
    "Lead Product Designer" is another job's.
    """
    words = lexicon("roles")
    before, ranks, parts = (alternatives(words[name]) for name in ("rank_prefixes", "ranks", "departments"))
    product = rf"(?:(?:{parts})\s+)?products?"
    joint = r"(?:\s*\|\s*|\s+(?:of|for)\s+)"
    over = rf"{joint}{product}(?=\s*(?:$|[|&/]|and\b))|\s+{product}(?=\s*(?:$|\|))"
    return re.compile(rf"(?:^|[|&/])\s*(?:(?:{before})\s+)*(?:{ranks})(?:{over})", re.IGNORECASE)
