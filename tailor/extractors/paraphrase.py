"""Which skills a line shows without naming them, by a linear model learnt in `models/train_evidence.py`.

TF-IDF of the traces of a line (words, letters, word classes, skills it names), each block of one length, goes through
two small matrices to a score for each skill (reduced-rank ridge regression; Izenman, 1975): the middle layer makes
lines alike that use other words for the same deeds. A logistic curve makes a probability of the score (Platt,
"Probabilistic outputs for support vector machines", 1999).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from tailor.extractors.taxonomy import taxonomy
from tailor.extractors.traces import BLOCKS, traces
from tailor.resources import models

TEXTS = ("features", "concepts", "phrases")  # stored as lines of UTF-8


@dataclass(frozen=True)
class Weights:
    """What is learnt, as arrays.

    features : "block:feature", sorted; idf : inverse document frequency of each; share : length of each block.
    left, scale : features by ranks, two whole numbers from -7 to 7 in a byte, to be multiplied with the scale of their
        row. Coarse as that is, it costs less than half as many ranks would.
    right, bias : ranks by concepts, and a number for each concept; concepts : skill ids.
    curve : slope and offset from score to log-odds.
    rarity : of each concept: log of one over the mean probability that a whole resume shows it.
    phrases : "phrase<tab>classes", the word classes with every inflected form of their members.
    """

    features: tuple[str, ...]
    idf: Any
    share: Any
    left: Any
    scale: Any
    right: Any
    bias: Any
    concepts: tuple[str, ...]
    curve: Any
    rarity: Any
    phrases: tuple[str, ...]


class Model:
    """The weights, ready to be asked."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.index = by_block(weights.features)
        self.left, self.right = halves(weights.left), weights.right.astype(np.float32)
        self.share = dict(zip(BLOCKS, weights.share.tolist(), strict=True))
        self.phrases = dict(phrase.split("\t") for phrase in weights.phrases)

    def probabilities(self, words: Sequence[str], skills: Iterable[str]) -> Any:
        """For each concept how likely a line shows it.

        words : those of the line, folded by the vocabulary; skills : ids of what it names.
        """
        slope, offset = self.weights.curve
        return 1 / (1 + np.exp(-(slope * self.scores(words, skills) + offset)))

    def scores(self, words: Sequence[str], skills: Iterable[str]) -> Any:
        """A number for each concept, the higher the surer."""
        weights = self.weights
        found = traces(words, related(skills), self.phrases)
        places, values = weighed(found, self.index, weights.idf, self.share)
        return (values * weights.scale[places]).astype(np.float32) @ self.left[places] @ self.right + weights.bias


def by_block(features: Iterable[str]) -> dict[str, dict[str, int]]:
    """The number of each of `features` ("block:feature"), in their order, by block and feature."""
    index: dict[str, dict[str, int]] = {block: {} for block in BLOCKS}
    for at, name in enumerate(features):
        block, _, feature = name.partition(":")
        index[block][feature] = at
    return index


def weighed(
    found: Mapping[str, Iterable[str]], index: Mapping[str, Mapping[str, int]], idf: Any, share: Mapping[str, float]
) -> tuple[Any, Any]:
    """Numbers and weights of the features in `index` among `found`, by block: sublinear TF-IDF, a block of one length.

    Training and the model at work both come here, so that they weigh alike.
    """
    places, weights = [], []
    for block, texts in found.items():
        known = index[block]
        at, counts = np.unique([known[text] for text in texts if text in known], return_counts=True)
        if len(at):
            values = (1 + np.log(counts)) * idf[at]
            places.append(at)
            weights.append(share[block] / np.sqrt(values @ values) * values)
    if not places:
        return np.empty(0, dtype=int), np.empty(0)
    return np.concatenate(places), np.concatenate(weights)


def packed(numbers: Any) -> Any:
    """Whole numbers from -7 to 7 in rows of even length, two in a byte."""
    shifted = (numbers + 8).astype(np.uint8)
    return shifted[:, 0::2] << 4 | shifted[:, 1::2]


def halves(pairs: Any) -> Any:
    """The numbers that `packed` put into bytes."""
    each = np.empty((len(pairs), 2 * pairs.shape[1]), dtype=np.int8)
    each[:, 0::2], each[:, 1::2] = pairs >> 4, pairs & 15
    each -= 8
    return each


def related(skills: Iterable[str]) -> list[str]:
    """`skills`, and what each is a kind of and implies, marked as such."""
    return list(dict.fromkeys(name for key in skills for name in relatives(key)))


@cache
def relatives(key: str) -> tuple[str, ...]:
    """The skill `key`, and what it is a kind of and implies."""
    known = taxonomy()
    broader, implied = (sorted(reached(key)) for reached in (known.broader, known.implied))
    return (key, *(f"broader {other}" for other in broader), *(f"implied {other}" for other in implied))


@cache
def model() -> Model:
    """The model that comes with Tailor."""
    return Model(read_weights(models() / "evidence.npz"))


def read_weights(path: Path) -> Weights:
    """The weights in a file of plain arrays; nothing is unpickled."""
    with np.load(path, allow_pickle=False) as arrays:
        found = {name: arrays[name] for name in (field.name for field in fields(Weights))}
    texts = {name: tuple(found[name].tobytes().decode("utf-8").split("\n")) for name in TEXTS}
    return Weights(**(found | texts))


def write_weights(weights: Weights, path: Path) -> None:
    """Write `weights` as plain arrays, byte for byte the same for the same weights."""
    arrays: dict[str, Any] = {field.name: getattr(weights, field.name) for field in fields(weights)}
    for name in TEXTS:
        arrays[name] = np.frombuffer("\n".join(arrays[name]).encode("utf-8"), dtype=np.uint8)
    np.savez(path, **arrays)
