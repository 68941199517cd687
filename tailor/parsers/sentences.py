"""Whole sentences, made of passages that were cut where what is asked for turns into a wish."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tailor.parsers.outline import Place
from tailor.parsers.wording import even

SENTENCE_END = (".", "!", "?", ";", ":")


def sentences(places: Iterable[Place]) -> Iterator[Place]:
    """`places` with the parts of a sentence that were cut at a wish together again: "a degree" + "(preferred)"."""
    held: list[Place] = []
    for place in places:
        if held and not follows(held[-1], place):
            yield joined(held)
            held = []
        held.append(place)
    if held:
        yield joined(held)


def follows(before: Place, place: Place) -> bool:
    """Whether `place` goes on with the sentence of the place `before` it."""
    same = before.cut.line.number == place.cut.line.number and not (before.heading or place.heading)
    return same and place.cut.start - before.cut.end == 1 and not before.text.endswith(SENTENCE_END)


def joined(parts: Sequence[Place]) -> Place:
    """`parts` as one place, in the section of the first."""
    if len(parts) == 1:
        return parts[0]
    text = " ".join(part.text for part in parts)
    return replace(parts[0], text=text, even=even(text))
