"""Which passages say nothing of the job: the company, its benefits, equal opportunity, how to apply, pay, the law.

A linear model decides whether a passage is boilerplate, from its words and where it stands, helped by the passages
beside it; its weights are `models/boilerplate.json`, learnt by `models/train_boilerplate.py`. Sections and cues tell
the kind.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from tailor.parsers.outline import Place
from tailor.parsers.place import at_top
from tailor.parsers.traits import traits_of
from tailor.parsers.wording import cue
from tailor.resources import models, table

TOP_LINE = "top"


def boilerplate_of(places: Sequence[Place]) -> tuple[str | None, ...]:
    """The kind of boilerplate of each passage, None where it speaks of the job.

    Kinds: "about", "benefits", "eeo", "process", "legal", "pay", "board", "other", and "top" for the lines with title,
    location and pay that open a posting.
    """
    opening = opening_lines(places)
    scores = scores_of(places)
    return tuple(
        TOP_LINE if i < opening else kind_of(place) if score > 0 else None
        for i, (place, score) in enumerate(zip(places, scores, strict=True))
    )


def opening_lines(places: Sequence[Place]) -> int:
    """How many passages at the start are lines with title, location and pay."""
    return next((i for i, place in enumerate(places) if not at_top(place)), 0 if len(places) < 3 else len(places))


def scores_of(places: Sequence[Place]) -> list[float]:
    """How much each passage looks like boilerplate; above 0 it is more likely so than not."""
    learnt = weights()
    weight, bound = learnt["weights"].get, learnt["bound"]
    alone = [learnt["bias"] + sum(weight(trait, 0.0) for trait in traits) for traits in traits_of(places)]
    held = [0.0, *(max(-bound, min(bound, score)) for score in alone), 0.0]
    before, own, behind = learnt["beside"]
    return [before * held[i - 1] + own * held[i] + behind * held[i + 1] for i in range(1, len(held) - 1)]


def kind_of(place: Place) -> str:
    """The kind of a passage that is boilerplate: by its words if they are clear, else by its section."""
    kinds: list[str] = table("posting.toml")["boilerplate"]["kinds"]
    known = place.section in kinds
    tried = table("posting.toml")["boilerplate"]["strong"] if known else kinds
    by_words = (kind for kind in tried if sounds_like(kind, place.even))
    return next(by_words, place.section if known else "about")


def sounds_like(kind: str, text: str) -> bool:
    """Whether `text` holds a cue of a kind of boilerplate."""
    hints: list[str] | None = table("posting.toml")["boilerplate"]["hints"].get(kind)
    if hints is not None and not any(hint in text for hint in hints):
        return False
    return bool(cue("boilerplate", kind).search(text))


@cache
def weights() -> dict[str, Any]:
    """The learnt weights: `bias`, `weights` by trait, and how much of the passages before and behind is added."""
    found: dict[str, Any] = json.loads((models() / "boilerplate.json").read_text(encoding="utf-8"))
    return found
