"""The two calculations of one comparison in plain Python: TF-IDF cosine and weighted mean.

Why twice: importing scikit-learn takes longer than everything else a single comparison does. The
estimators of `tailor.scorers.estimators` and `tailor.scorers.tfidf` stay the definition, and the tests
hold these twins to them at 1e-9.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from math import fsum, log, sqrt
from pathlib import Path

from tailor.resources import models

# Words of two letters and more with + # . & kept ("c++", "node.js", "p&l"), and the likes of "b2b"; no codes.
TOKEN = r"(?<!\w)(?:[a-z]\d[a-z]|[a-z][a-z+#&.]*[a-z+#])(?!\w)"
WORDS = re.compile(TOKEN)


def background() -> Path:
    """The file with the frozen IDF."""
    return models() / "tfidf.json"


@dataclass(frozen=True)
class Background:
    """What the background of postings says of words.

    idf : of each word that enough of them hold; unknown : of every other word, as if none held it.
    stops : words that count for nothing.
    """

    idf: Mapping[str, float]
    unknown: float
    stops: frozenset[str]


@cache
def frozen_background() -> Background:
    """The background that comes with Tailor."""
    found = json.loads(background().read_text(encoding="utf-8"))
    return Background(found["idf"], unseen_idf(found["documents"]), frozenset(found["stops"]))


def unseen_idf(documents: int) -> float:
    """The smoothed inverse document frequency, as scikit-learn has it, of a word that no document holds."""
    return log(1 + documents) + 1


@lru_cache(maxsize=256)
def vector(text: str) -> Mapping[str, float]:
    """`text` as unit-length TF-IDF: (1 + log tf) x idf, scikit-learn's `sublinear_tf` and l2 norm.

    Words the background does not know count most: what is rare everywhere tells most about two texts that share it.
    """
    known = frozen_background()
    counts = Counter(word for word in WORDS.findall(text.lower()) if word not in known.stops)
    raw = {word: (1 + log(count)) * known.idf.get(word, known.unknown) for word, count in counts.items()}
    length = sqrt(sum(value * value for value in raw.values()))
    return {word: value / length for word, value in raw.items()}


def similarity(text: str, other: str) -> float:
    """Cosine of the two texts' vectors, in [0, 1]; 0 if one has no word that counts."""
    first, second = vector(text), vector(other)
    return min(1.0, fsum(value * second[word] for word, value in first.items() if word in second))


def contributions(shares: Mapping[str, float | None], weights: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """(points, maximum) of each part that applies; the maxima sum to 100, the points to the score.

    shares : what is reached of each part, in [0, 1]; None where it does not apply and is left out.
    """
    applying = {name: share for name, share in shares.items() if share is not None and weights[name] > 0}
    total = sum(weights[name] for name in applying)
    return {
        name: (100 * weights[name] / total * share, 100 * weights[name] / total) for name, share in applying.items()
    }
