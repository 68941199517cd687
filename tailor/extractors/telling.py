"""What whole documents tell of: the skills that their lines show, named or not, as vectors to be held together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from tailor.extractors.paraphrase import model
from tailor.extractors.pipeline import bounded, plain_words, words_and_skills
from tailor.types import Posting, Requirement, Resume


def posting_told(posting: Posting, requirements: Iterable[Requirement]) -> Sequence[float]:
    """What `posting` tells of, as `Told.posting`, where it asks for something; `requirements` are those found in it."""
    text = posting.source.text
    named: dict[int, list[str]] = defaultdict(list)
    for requirement in requirements:
        for mention in requirement.mentions:
            named[mention.start].append(requirement.skill.id)
    asked = sorted(named)
    found = []
    with bounded():
        for passage in (passage for passage in posting.passages if passage.need):
            skills = [key for start in asked if passage.start <= start < passage.end for key in named[start]]
            found.append(model().probabilities(plain_words(text[passage.start : passage.end]), skills))
    told: Any = np.max(found, axis=0) if found else np.zeros(len(model().weights.concepts))
    return told * model().weights.rarity  # type: ignore[no-any-return]  # arrays have no types here


def resume_told(resume: Resume) -> Mapping[int, Sequence[float]]:
    """What the lines of `resume` tell of, as `Told.lines`."""
    return {line.number: line_told(line.text) for line in resume.source.lines}


@lru_cache(maxsize=4096)
def line_told(text: str) -> Sequence[float]:
    """The same of one line; remembered, because most lines stay the same with each change that is tried out."""
    with bounded():
        words, skills = words_and_skills(text)
    told: Any = model().probabilities(words, skills) * model().weights.rarity
    return told  # type: ignore[no-any-return]
