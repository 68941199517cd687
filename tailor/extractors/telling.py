"""What texts tell of: the skills that their lines show without naming them, one by one and as vectors."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import nullcontext
from functools import cache, lru_cache
from typing import Any

from tailor.cache import is_kept, kept
from tailor.extractors.pipeline import bounded, plain_words, skills_named
from tailor.resources import table
from tailor.types import Posting, Requirement, Resume

FEWEST_WORDS = 4  # of a line that can tell of a deed
LEAST_SURE = 0.36  # probability from which what a line tells is looked at at all
STEPS = 255  # of a probability as it is kept
JOINT = " "  # between the ids of skills, which have none


def taught() -> frozenset[str]:
    """Ids of the skills that a line can show without naming them."""
    from tailor.extractors.paraphrase import model

    return frozenset(model().weights.concepts)


@lru_cache(maxsize=4096)
@kept("shown")
def shown_in(text: str) -> tuple[tuple[str, float], ...]:
    """(skill, probability) of what the resume line `text` shows without naming it, surest first."""
    named = named_in(text)
    told = told_in(text, JOINT.join(named))
    if not told:
        return ()
    from tailor.extractors.paraphrase import model

    sure = zip(model().weights.concepts, (number / STEPS for number in b64decode(told)), strict=True)
    found = [(key, round(value, 2)) for key, value in sure if value >= LEAST_SURE and key not in named]
    return tuple(sorted(found, key=lambda pair: (-pair[1], pair[0])))


def named_in(text: str) -> list[str]:
    """Ids of the skills that the resume line `text` names."""
    with nullcontext() if is_kept("skills", text, "", None) else bounded():
        return skills_named(text)


@lru_cache(maxsize=4096)
@kept("told")
def told_in(text: str, named: str) -> str:
    """How likely `text`, which names the skills `named`, shows each skill of the model; "" if it is too short to tell,
    or says what was not done.

    A byte a skill, in 255ths, as base64: what is kept on disk is small.
    """
    import numpy as np

    from tailor.extractors.paraphrase import model

    with bounded():
        words = plain_words(text)
    if len(words) < FEWEST_WORDS or denies(text):
        return ""
    sure = model().probabilities(words, named.split(JOINT) if named else ())
    return b64encode(np.round(sure * STEPS).astype(np.uint8).tobytes()).decode("ascii")


def denies(text: str) -> bool:
    """Whether a line says what was not done, or only what is wished for."""
    return denial().match(text.replace("’", "'")) is not None


@cache
def denial() -> re.Pattern[str]:
    """The openers of `[denials]` in `models/resume.toml` at the beginning of a line."""
    return re.compile(rf"\W*(?:{'|'.join(table('resume.toml')['denials']['openers'])})\b", re.IGNORECASE)


def posting_told(posting: Posting, requirements: Iterable[Requirement]) -> Sequence[float]:
    """What `posting` tells of, as `Told.posting`, where it asks for something; `requirements` are those found in it."""
    import numpy as np

    text = posting.source.text
    named: dict[int, list[str]] = defaultdict(list)
    for requirement in requirements:
        for mention in requirement.mentions:
            named[mention.start].append(requirement.skill.id)
    asked = sorted(named)
    found = []
    for passage in (passage for passage in posting.passages if passage.need):
        skills = [key for start in asked if passage.start <= start < passage.end for key in named[start]]
        found.append(vector(told_in(text[passage.start : passage.end], JOINT.join(skills))))
    told: Sequence[float] = np.max(found, axis=0) if found else vector("")
    return told


def resume_told(resume: Resume) -> Mapping[int, Sequence[float]]:
    """What the lines of `resume` tell of, as `Told.lines`."""
    return {line.number: line_told(line.text) for line in resume.source.lines}


@lru_cache(maxsize=4096)
def line_told(text: str) -> Sequence[float]:
    """The same of one line; remembered, because most lines stay the same with each change that is tried out."""
    told: Sequence[float] = vector(told_in(text, JOINT.join(named_in(text))))
    return told


def vector(told: str) -> Any:
    """What `told_in` gives as an array, each skill's number times its rarity."""
    import numpy as np

    from tailor.extractors.paraphrase import model

    rarity = model().weights.rarity
    return np.frombuffer(b64decode(told), dtype=np.uint8) / STEPS * rarity if told else np.zeros(len(rarity))
