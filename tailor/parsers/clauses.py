"""Sentences that ask for one thing and only wish for another, cut between the two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tailor.parsers.wording import cue, even, hinted

WISH = (
    r"(?:and |or |but )?(?:with|ideally|preferably|preference|bonus|even better|nice to have|a plus|particularly"
    r"|experience)\b"
)
# Where a wish may begin or end inside a sentence.
BORDER = re.compile(
    rf"(?<=;) | (?=[–—] )| (?=- )|\s?(?=\()|(?<=\)),? |(?<=[,–—]) ?(?={WISH})|(?<=\w)(?=[–—](?:ideally|preferably))",
    re.IGNORECASE,
)


def clauses(text: str, begin: int, end: int) -> Iterator[int]:
    """The ends of the parts of the sentence `text[begin:end]`; its own end is the last.

    "5 years in product management, ideally in health care" has two parts. A sentence that begins with the wish
    ("Ideally, you ...", "Nice to have: ...") has one.
    """
    sentence = text[begin:end]
    if hinted("needs", sentence.lower()) and not cue("needs", "leads").match(even(sentence).lstrip("•*- ")):
        yield from changes(sentence, begin)
    yield end


def changes(sentence: str, begin: int) -> Iterator[int]:
    """Where `sentence` turns from what is asked for to what is wished for, or back, each offset moved on by `begin`."""
    borders = [0, *(found.end() for found in BORDER.finditer(sentence) if found.end()), len(sentence)]
    parts = [
        (right, bool(cue("needs", "preferred").search(even(sentence[left:right])))) for left, right in pairwise(borders)
    ]
    yield from (begin + at for (at, wished), (_, following) in pairwise(parts) if wished != following)
