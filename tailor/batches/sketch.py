"""Near-duplicates: a sketch of each text, and how alike two are. Method and figures: `models/batch.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, MutableSequence, Sequence
from hashlib import blake2b

from tailor.resources import table

WORD = re.compile(r"\w+")
EMPTY = 1 << 32
LANE = 4  # bytes of a bin


def sketch(text: str) -> bytes:
    """One-permutation MinHash of the runs of words in `text`: a number of four bytes a bin."""
    count = int(table("batch.toml")["twins"]["bins"])
    bins = [EMPTY] * count
    for run in runs(text):
        value = int.from_bytes(blake2b(run.encode("utf-8", "replace"), digest_size=8).digest(), "big")
        at, rest = value % count, value >> 32
        bins[at] = min(rest, bins[at])
    return b"".join(value.to_bytes(LANE, "big") for value in filled(bins))


def runs(text: str) -> set[str]:
    """The runs of some words in `text`, in small letters."""
    size = int(table("batch.toml")["twins"]["words"])
    words = WORD.findall(text.lower())
    return {" ".join(words[at : at + size]) for at in range(max(1, len(words) - size + 1))}


def filled(bins: Sequence[int]) -> Iterator[int]:
    """`bins`, an empty one with what stands in the next that is not, moved by its distance."""
    count = len(bins)
    for at in range(count):
        far = next(step for step in range(count) if bins[(at + step) % count] != EMPTY)
        yield (bins[(at + far) % count] + far * 0x9E3779B1) % EMPTY


def alike(one: bytes, other: bytes) -> float:
    """Estimated share in [0, 1] of the runs of words that two texts have in common."""
    lanes = range(0, len(one), LANE)
    return sum(one[at : at + LANE] == other[at : at + LANE] for at in lanes) / len(lanes)


def root(head: MutableSequence[int], at: int) -> int:
    """The first of the group of `at`; the way there is made shorter for the next time."""
    while head[at] != at:
        head[at] = head[head[at]]
        at = head[at]
    return at
