"""Lines of a resume that were taken over from the posting: they prove nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from tailor.types import Evidence, Posting, Resume

TOKEN = re.compile(r"[^\W_]+")
RUN = 6  # words in a row that two people hardly write alike
SHORTEST = 3  # words of a line that counts as taken over when it is the same as a line of the posting
SHARE = 0.5  # of the words of a line, in such runs


def copied_lines(resume: Resume, posting: Posting) -> tuple[int, ...]:
    """Numbers of the lines of `resume` that stand in `posting`: as a line of it, or half of it in runs of its words."""
    theirs = runs_of(posting.source.text)
    whole = {words_of(line.text) for line in posting.source.lines}
    found = []
    for line in resume.source.lines:
        words = words_of(line.text)
        same = len(words) >= SHORTEST and words in whole
        if same or shared(words, theirs) > SHARE:
            found.append(line.number)
    return tuple(found)


def without(evidence: Iterable[Evidence], copied: Iterable[int]) -> Iterator[Evidence]:
    """`evidence` without what rests on the lines `copied`; what rests on nothing else is left out."""
    lines = frozenset(copied)
    for item in evidence:
        kept = (
            item
            if lines.isdisjoint(item.lines)
            else replace(
                item,
                mentions=tuple(mention for mention in item.mentions if mention.line not in lines),
                inferred=tuple(found for found in item.inferred if found.line not in lines),
            )
        )
        if kept.mentions or kept.inferred:
            yield kept


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """The words of `text` in lower case."""
    return tuple(TOKEN.findall(text.lower()))


@lru_cache(maxsize=8)
def runs_of(text: str) -> frozenset[tuple[str, ...]]:
    """All runs of `RUN` words in `text`; remembered, for a posting is held against each change of a resume."""
    return frozenset(runs(words_of(text)))


def runs(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """All runs of `RUN` words."""
    return (words[at : at + RUN] for at in range(len(words) - RUN + 1))


def shared(words: tuple[str, ...], theirs: frozenset[tuple[str, ...]]) -> float:
    """Share of `words` that lie in runs among `theirs`, in [0, 1]."""
    inside = {at + step for at, run in enumerate(runs(words)) if run in theirs for step in range(RUN)}
    return len(inside) / len(words) if words else 0.0
