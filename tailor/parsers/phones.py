"""Telephone numbers. The country is not known, so no list of number plans can judge a national number: a rule does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tailor.parsers.dates import find_periods
from tailor.parsers.lexicon import even, word_pattern

NUMBER = re.compile(r"(?<![\w.@/])(?:\+|\(\+?|00)?\d[\d ().\-/\t]{5,24}\d(?![\w@])")
LEAST, MOST, LONGEST = 7, 15, 600
GROUPED = re.compile(r"\d[ ().\-/]+\d")


def phone_in(texts: Sequence[str]) -> str | None:
    """The number that most looks like a telephone's, the first of equals; None if none does."""
    found = [(rank, -at, number) for at, text in enumerate(texts) for rank, number in numbers(text)]
    return max(found)[2] if found else None


def numbers(text: str) -> Iterator[tuple[int, str]]:
    """Numbers in `text` that may be a telephone's, each with its rank: labelled 2, international or grouped 1."""
    flat = even(text[:LONGEST])
    labels = word_pattern("contact", "phone_labels")
    for found in NUMBER.finditer(flat):
        number = found[0].split("\t")[0].strip()
        digits = sum(c.isdigit() for c in number)
        dates = find_periods(number)
        if not LEAST <= digits <= MOST or any(dated.end - dated.start > 4 for dated in dates) or len(dates) > 1:
            continue
        label = labels.search(flat[max(0, found.start() - 24) : found.start()])
        international = number.startswith(("+", "(+", "00"))
        grouped = GROUPED.search(number) is not None and digits >= 9
        if label or international or grouped or digits >= 10:
            yield (2 if label else 1), number
