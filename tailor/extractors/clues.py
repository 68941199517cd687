"""What speaks for and against a candidate: cheap features of a wording and of its surroundings.

The same function feeds the training in `models/train_judge.py` and the judge at work, so that both always
see the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import NamedTuple

LEFT, RIGHT, NEAR = 6, 4, 3  # how many words around a candidate are looked at
EDGE = "·"  # stands for the word before the first and behind the last


class Candidate(NamedTuple):
    """A wording found: kind (forms, verbs, cased, weak, collaboration, open), skill id and token range."""

    kind: str
    skill: str
    start: int
    end: int

    def meets(self, other: Candidate) -> bool:
        """Whether the two share a token."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Scene:
    """A passage: its words in lower case and as typed, the kind of its section, and its need."""

    words: Sequence[str]
    typed: Sequence[str]
    section: str
    need: str

    def word(self, at: int) -> str:
        """The word at `at`; EDGE outside the passage."""
        return self.words[at] if 0 <= at < len(self.words) else EDGE

    def named(self, candidate: Candidate) -> str:
        """The words of `candidate`."""
        return " ".join(self.words[candidate.start : candidate.end])


def clues(scene: Scene, at: int, found: Sequence[Candidate], types: Mapping[str, str]) -> Iterator[tuple[str, float]]:
    """Named features of `found[at]` with their values, but for `passage_clues`; `types` has the type of each skill."""
    candidate = found[at]
    yield from own_clues(scene, candidate, types.get(candidate.skill, ""))
    yield from near_clues(scene, candidate)
    yield from rival_clues(candidate, [other for index, other in enumerate(found) if index != at])


def own_clues(scene: Scene, candidate: Candidate, type_: str) -> Iterator[tuple[str, float]]:
    """Features of the wording itself and of where its passage stands."""
    kind, size = candidate.kind, candidate.end - candidate.start
    first = scene.typed[candidate.start]
    yield f"kind={kind}", 1.0
    yield f"size={kind} {min(size, 4)}", 1.0
    yield f"type={type_} {kind}", 1.0
    yield f"section={scene.section} {kind}", 1.0
    yield f"section={scene.section} {type_}", 1.0
    yield f"need={scene.need} {type_}", 1.0
    yield f"skill={candidate.skill}", 0.5
    yield f"words={scene.named(candidate)}", 1.0
    if candidate.start and first[0].isupper():
        yield f"capital={kind}", 1.0
    yield f"long={min(len(scene.words) // 8, 5)}", 1.0
    yield "place", candidate.start / len(scene.words)


def near_clues(scene: Scene, candidate: Candidate) -> Iterator[tuple[str, float]]:
    """Features of the words around."""
    start, end, kind = candidate.start, candidate.end, candidate.kind
    single = "one" if end - start == 1 else "more"
    for name, place in (("before", start - 1), ("before2", start - 2), ("behind", end), ("behind2", end + 1)):
        yield f"{name}={scene.word(place)}", 1.0
    yield f"before={scene.word(start - 1)} {kind}", 1.0
    yield f"behind={scene.word(end)} {kind}", 1.0
    yield f"before={scene.word(start - 1)} {single}", 1.0
    yield f"behind={scene.word(end)} {single}", 1.0
    for word in scene.words[max(0, start - LEFT) : start]:
        yield f"left={word}", 0.5
    for word in scene.words[end : end + RIGHT]:
        yield f"right={word}", 0.5


def passage_clues(scene: Scene) -> Iterator[tuple[str, float]]:
    """Features that all candidates of a passage share: its words."""
    for word in dict.fromkeys(scene.words):
        yield f"passage={word}", 0.3


def rival_clues(candidate: Candidate, others: Sequence[Candidate]) -> Iterator[tuple[str, float]]:
    """Features of the other candidates: those that overlap, and how many stand beside."""
    size = candidate.end - candidate.start
    rivals = [other for other in others if candidate.meets(other)]
    for other in rivals:
        relation = (
            "within" if other.end - other.start > size else "around" if other.end - other.start < size else "same"
        )
        yield f"{relation}={other.kind}", 1.0
    beside = [
        other for other in others if 0 < candidate.start - other.end <= NEAR or 0 < other.start - candidate.end <= NEAR
    ]
    yield "beside", min(len(beside), 4) / 4


def summed(found: Iterator[tuple[str, float]]) -> dict[str, float]:
    """Features by name; a repeated one counts with its largest value."""
    values: dict[str, float] = {}
    for name, value in found:
        if value > values.setdefault(name, 0.0):
            values[name] = value
    return values


def log_odds(hits: float, trials: float, base: float, weight: float) -> float:
    """Smoothed log-odds of a share: as if `weight` more trials with the share `base` had been seen."""
    share = (hits + weight * base) / (trials + weight)
    return log((share + 0.01) / (1 - share + 0.01))
