"""What can be seen of a passage and of its surroundings, as words: the input of the learnt weights."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tailor.parsers.outline import Place

WORD = re.compile(r"[a-z][a-z'+-]*|\d[\d,.]*|[$£€%]")
CORE = frozenset({"required", "preferred", "responsibility"})
WORDS = 60


def traits_of(places: Sequence[Place]) -> list[list[str]]:
    """The traits of each passage, in a fixed order, each once; what is not needed reads as duties do."""
    places = [replace(place, section="responsibility") if place.section == "declined" else place for place in places]
    words = [words_of(place.even) for place in places]
    sides = sides_of(places)
    return [
        list(dict.fromkeys([*place_traits(place, i, len(places)), *sides[i], *word_traits(words[i], place)]))
        for i, place in enumerate(places)
    ]


def words_of(evened: str) -> list[str]:
    """The first words of a text made even; every number is the same word."""
    return ["0" if word[0].isdigit() else word for word in WORD.findall(evened)[:WORDS]]


def place_traits(place: Place, index: int, total: int) -> Iterator[str]:
    """Where the passage stands."""
    yield f"@{place.section}"
    yield f"@{place.section}/{min(place.depth, 4)}"
    yield f"@part {10 * index // total}"
    yield f"@{place.section}/part {4 * index // total}"
    yield f"@{place.cut.line.kind} {min(len(place.text) // 40, 6)}"
    if place.heading:
        yield "@heading"


def sides_of(places: Sequence[Place]) -> list[list[str]]:
    """Whether sections about the job lie before and behind each passage."""
    core = [i for i, place in enumerate(places) if place.section in CORE]
    sides = [side_of(i, core) for i in range(len(places))]
    return [[f"@{side}", f"@{side} {place.section}"] for side, place in zip(sides, places, strict=True)]


def side_of(index: int, core: Sequence[int]) -> str:
    """Where passage `index` stands towards the passages `core`."""
    if not core:
        return "alone"
    return "before" if index < core[0] else "behind" if index > core[-1] else "within"


def word_traits(words: Sequence[str], place: Place) -> Iterator[str]:
    """The words of the passage, its pairs of words, and its first words apart."""
    yield from words
    yield from (f"{a} {b}" for a, b in pairwise(words))
    if words:
        yield f"^{words[0]}"
        yield f"^{' '.join(words[:2])}"
        yield f"^{words[0]} @{place.section}"
