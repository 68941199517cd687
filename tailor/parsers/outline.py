"""Which section of a posting each passage stands in, told by the headings above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import groupby

from tailor.parsers.passages import Cut
from tailor.parsers.wording import any_of, bare, even
from tailor.resources import table
from tailor.types import Source

TOP, REQUIRED = "top", "required"
FIRST_PICTURE = "\u2600"
ALONE = re.compile(r":\s*\w|[$£€]?\d[\d.,]*\s?[kK]?\b")  # "Salary: $100,000" says all it has to say
LOOSE_END = re.compile(r"(?<![.!?])[.!;,]$")


@dataclass(frozen=True, slots=True)
class Place:
    """A passage with its surroundings.

    even : its text made even, see `tailor.parsers.wording`.
    section : kind of the section; "top" above the first heading.
    heading : whether the passage is itself a heading.
    depth : how many passages it is behind its heading, from 0.
    """

    cut: Cut
    text: str
    even: str
    section: str
    heading: bool
    depth: int


def outline(source: Source, cuts: Sequence[Cut]) -> tuple[Place, ...]:
    """Every passage with the section it stands in."""
    return tuple(asked_for(tuple(places(source, cuts))))


def asked_for(found: Sequence[Place]) -> Iterator[Place]:
    """`found`, with a list of what a person brings as requirements whatever its heading says ("A bit about us")."""
    asked = table("posting.toml")["headings"]["asked"]
    for _, group in groupby(found, key=Runs()):
        places = list(group)
        items = [place for place in places if place.cut.line.kind == "bullet"]
        asking = sum(bool(any_of(asked["cues"]).search(place.even)) for place in items)
        listed = places[0].section in asked["under"] and asking >= max(asked["items"], asked["share"] * len(items))
        yield from (replace(place, section=REQUIRED) for place in places) if listed else places


class Runs:
    """Numbers the runs of passages under one heading: a key for `groupby`."""

    def __init__(self) -> None:
        self.number = 0

    def __call__(self, place: Place) -> int:
        """The number of the run that `place`, the next passage, is in."""
        self.number += place.heading
        return self.number


def places(source: Source, cuts: Sequence[Cut]) -> Iterator[Place]:
    """The same, one by one: a heading holds until the next."""
    section, depth = TOP, 0
    for index, cut in enumerate(cuts):
        text = source.text[cut.start : cut.end]
        kind = heading_of(cut, text, listed=is_listed(source, cut)) if index else None
        alone = kind is not None and bool(ALONE.search(text))
        section, depth = (kind, 0) if kind and not alone else (section, depth + 1)
        yield Place(cut, text, even(text), kind or section, kind is not None and not alone, depth)


def is_listed(source: Source, cut: Cut) -> bool:
    """Whether the line is an item of a list; a picture before it may as well be the ornament of a heading."""
    start = cut.line.start
    return cut.line.kind == "bullet" and not any(
        mark >= FIRST_PICTURE for mark in source.text[max(0, start - 4) : start]
    )


def heading_of(cut: Cut, text: str, *, listed: bool) -> str | None:
    """The kind of section that `text` opens; None if it is no heading. `listed` : it is an item of a list."""
    headings = table("posting.toml")["headings"]
    if len(text) > headings["characters"] or (listed and not text.endswith(":")):
        return None
    if len(text.split()) > headings["words"] or (LOOSE_END.search(text) and not cut.line.bold):
        return None
    plain = len(text) == len(cut.line.text) and cut.line.kind != "bullet"
    return kind_of(bare(text)) if plain or text.endswith(":") or stands_out(text) else None


def stands_out(text: str) -> bool:
    """Whether `text`, a part of a line, is worded as a heading is."""
    words = text.split()
    if text.isupper() or not text[:1].isupper() or len(words) > 8:
        return text.isupper() and len(words) <= 8
    headings = table("posting.toml")["headings"]
    first = words[0].lower().rstrip(":?").replace("’", "'")
    titled = all(word[0].isupper() for word in words if len(word) > 4 and word.isalpha())
    return first in headings["free"] or (titled and first in headings["openers"])


@lru_cache(maxsize=4096)
def kind_of(heading: str) -> str | None:
    """The kind of section that a heading, in bare wording, opens; None if it tells none."""
    for kind, pattern in patterns():
        if pattern.search(heading):
            return kind
    return None


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The patterns of headings with the kind of section each tells, in the order in which they are tried."""
    headings = table("posting.toml")["headings"]
    return tuple((headings["kind"].get(name, name), any_of(headings["patterns"][name])) for name in headings["order"])
