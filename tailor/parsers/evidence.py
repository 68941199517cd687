"""Whether a text is a job posting at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from tailor.errors import NotAPosting
from tailor.parsers.outline import Place
from tailor.parsers.traits import words_of
from tailor.parsers.wording import cue
from tailor.resources import table
from tailor.types import Source

ASKING = frozenset({"required", "preferred", "responsibility"})
SAMPLE = 400


def must_be_posting(source: Source, places: Sequence[Place], asks: Sequence[Place]) -> None:
    """Raise NotAPosting if `source` tells no duties and no requirements.

    asks : those of its `places` that are not boilerplate.
    """
    limits = table("posting.toml")["evidence"]
    titled = int(not set(limits["titles"]).isdisjoint(words_of(places[0].even))) if places else 0
    if reaches(asks, limits["least"] - titled) and english(places):
        return
    if not english(places):
        raise NotAPosting(source.path, "is not written in English", "Give an English version of the posting.")
    remedy = "Give the full text of one posting, with what the job is and what it asks for."
    if reaches(places, limits["least"]):
        raise NotAPosting(
            source.path, "holds only text about the company or its terms, no duties and no requirements", remedy
        )
    raise NotAPosting(source.path, "does not read like a job posting: no duties and no requirements found", remedy)


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
    """Whether enough of the first words are the small words that every English text is full of."""
    limits = table("posting.toml")["evidence"]
    words = [word for place in places[:SAMPLE] for word in place.even.split()][:SAMPLE]
    known = frozenset(limits["english"])
    common = sum(word in known for word in words)
    return not words or common / len(words) >= limits["english_share"]
