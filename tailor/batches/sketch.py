"""Near-duplicates: a sketch of each text, and which sketches are alike. Method and figures: `models/batch.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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


def twins(sketches: Sequence[bytes]) -> list[int]:
    """For each sketch the place of the first of its group; its own if it is alone, or the first.

    A band of bins that two sketches share makes them candidates; each is compared with the first sketch that has the
    band. Groups join where they have a member in common.
    """
    wide = int(table("batch.toml")["twins"]["band"]) * LANE
    least = float(table("batch.toml")["twins"]["alike"])
    head = list(range(len(sketches)))
    for start in range(0, len(sketches[0]) if sketches else 0, wide):
        for one, other in candidates(sketches, start, start + wide):
            first, second = root(head, one), root(head, other)
            if first != second and alike(sketches[one], sketches[other]) >= least:
                head[max(first, second)] = min(first, second)
    return [root(head, at) for at in range(len(sketches))]


def candidates(sketches: Sequence[bytes], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Pairs of places whose sketches have this band in common: the first that has it, and each other."""
    seen: dict[bytes, int] = {}
    for at, found in enumerate(sketches):
        first = seen.setdefault(found[start:end], at)
        if first != at:
            yield first, at


def root(head: list[int], at: int) -> int:
    """The first of the group of `at`; the way there is made shorter for the next time."""
    while head[at] != at:
        head[at] = head[head[at]]
        at = head[at]
    return at
