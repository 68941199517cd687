"""Postings made up of the taxonomy's own wordings: the same ones on every machine, with a vocabulary that grows."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

from tailor.extractors.taxonomy import taxonomy, wordings

ASKS = (
    "You will own {s} and {s} together with the {w} team.",
    "{n}+ years with {s}, or with {s} at a {w} company.",
    "You turn what the {w} group finds into {s} and {s}.",
    "A record of {s} in {w} and {w} products.",
    "You have used {s}, {s} or {s} in daily work.",
    "You tell {w} partners and the board how {s} is going.",
)
FILLS = (
    "The {w} market is moving, and {w} is what we are known for.",
    "We began in 20{m} with {w}, {w} and a borrowed {w}.",
    "Paid leave of {n} days, {w} lunches and a {w} allowance.",
    "You report to the head of {w} in {w}, and travel now and then.",
)
HEADS = ("About us", "What you will do", "Requirements", "Nice to have", "Benefits")
SYLLABLES = [a + b for a in "bcdfglmnprstv" for b in ("a", "en", "i", "or", "us", "et", "om", "ir")]


def postings(count: int, seed: int = 0) -> Iterator[str]:
    """`count` postings of some 50 sentences in five sections; another `seed` gives others."""
    random_ = random.Random(seed)
    skills = [text for skill in taxonomy() for text in wordings(skill)]
    for _ in range(count):
        known = random_.sample(skills, 40)
        lines = [random_.choice(("Product Manager", "Senior Product Manager", "Group Product Manager"))]
        for head in HEADS:
            lines += ["", head]
            told = head in (HEADS[0], HEADS[-1])
            lines += [f"- {sentence(random_, known, asks=not told and at % 2 == 0)}" for at in range(12)]
        yield "\n".join(lines) + "\n"


def sentence(random_: random.Random, known: list[str], *, asks: bool) -> str:
    """One sentence that asks for something, or fills the page."""
    text = random_.choice(ASKS if asks else FILLS)
    while "{" in text:
        text = text.replace("{s}", random_.choice(known), 1).replace("{w}", word(random_), 1)
        text = text.replace("{n}", str(random_.randint(2, 30)), 1).replace("{m}", f"{random_.randint(1, 24):02}", 1)
    return text


def word(random_: random.Random) -> str:
    """A made-up word; short ones come back often, long ones hardly ever."""
    return "".join(random_.choices(SYLLABLES, k=random_.choice((1, 2, 2, 3, 4))))


def write_postings(path: Path, count: int) -> None:
    """`count` postings as JSONL, as `tailor batch` reads it."""
    with path.open("w", encoding="utf-8") as file:
        for number, text in enumerate(postings(count)):
            file.write(json.dumps({"id": f"p{number}", "text": text}) + "\n")
