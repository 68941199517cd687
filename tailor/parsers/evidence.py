"""Whether a text is a job posting at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice

from tailor.errors import NotAPosting
from tailor.parsers.outline import Place
from tailor.parsers.traits import words_of
from tailor.parsers.wording import any_of, cue
from tailor.resources import table
from tailor.types import Source

ASKING = frozenset({"required", "preferred", "responsibility"})
SAMPLE = 800
PUNCTUATION = ".,:;!?()•-"


def must_be_posting(source: Source, places: Sequence[Place], asks: Sequence[Place]) -> None:
    """Raise NotAPosting if `source` tells no duties and no requirements.

    asks : those of its `places` that are not boilerplate.
    """
    if kind := source.hints.get("page") or ("expired posting" if is_over(source, places) else ""):
        raise NotAPosting(source.path, *table("posting.toml")["pages"][kind])
    limits = table("posting.toml")["evidence"]
    titled = int(not set(limits["titles"]).isdisjoint(words_of(places[0].even))) if places else 0
    if not english(places):
        raise NotAPosting(source.path, "is not written in English", "Give an English version of the posting.")
    if reaches(asks, limits["least"] - titled) and about_work(places):
        return
    remedy = "Give the full text of one posting, with what the job is and what it asks for."
    if reaches(places, limits["least"]):
        raise NotAPosting(
            source.path, "holds only text about the company or its terms, no duties and no requirements", remedy
        )
    raise NotAPosting(source.path, "does not read like a job posting: no duties and no requirements found", remedy)


def is_over(source: Source, places: Iterable[Place]) -> bool:
    """Whether a short line says that nobody is sought any more."""
    over, text = table("boards.toml")["expired"], source.text.lower()
    if not any(hint in text for hint in over["hints"]):
        return False
    pattern, unless = any_of(over["cues"]), re.compile(over["unless"])
    short = (place.even for place in places if len(place.even.split()) <= over["words"])
    return any(pattern.search(line) and not unless.search(line) for line in short)


def reaches(places: Iterable[Place], least: int) -> bool:
    """Whether `places` show at least so many points of what only a posting says."""
    return any(total >= least for total in accumulate(points(places)))


def points(places: Iterable[Place]) -> Iterator[int]:
    """2 for each heading of duties or requirements, 1 for a sentence such as only postings have, else 0."""
    for place in places:
        if place.heading and place.section in ASKING:
            yield 2
        else:
            yield int(bool(cue("evidence", "cues").search(place.even)))


def english(places: Sequence[Place]) -> bool:
    """Whether enough of the first words are the small words that every English text is full of.

    A few words in plain letters tell nothing; those may be English.
    """
    limits = table("posting.toml")["evidence"]
    text = " ".join(place.even for place in places)
    if len(text.split()) < limits["english_words"] and text.isascii():
        return True
    return share_of(places, "english") >= float(limits["english_share"])


def about_work(places: Sequence[Place]) -> bool:
    """Whether enough of the first words are those of every posting; a manual with requirements has few of them."""
    least: float = table("posting.toml")["evidence"]["work_share"]
    return share_of(places, "work") >= least


def share_of(places: Sequence[Place], words: str) -> float:
    """Share of a list of words in the first words of `places`, in [0, 1]; 1 where there are no words."""
    known = frozenset(table("posting.toml")["evidence"][words])
    first = list(islice((word.strip(PUNCTUATION) for place in places for word in place.even.split()), SAMPLE))
    return sum(word in known for word in first) / len(first) if first else 1.0
