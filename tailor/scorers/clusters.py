"""Postings in clusters by the skills they ask for: k-means over TF-IDF vectors, learnt on a sample."""

from __future__ import annotations

import warnings
from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

SILHOUETTES = 600  # postings over which the number of clusters is judged


class Centres(NamedTuple):
    """Where the clusters lie, as plain numbers.

    weights : for each skill its weight in a posting, and its place in each centre. squares : of each centre's length.
    """

    weights: dict[str, tuple[float, tuple[float, ...]]]
    squares: tuple[float, ...]

    def nearest(self, skills: Collection[str]) -> int:
        """The number, from 0, of the cluster that a posting asking for `skills` is nearest to; the first of equals."""
        found = [self.weights[skill] for skill in sorted(set(skills)) if skill in self.weights]
        length = sum(weight * weight for weight, _ in found) ** 0.5 or 1.0
        return min(
            range(len(self.squares)),
            key=lambda at: self.squares[at] - 2 * sum(weight * centre[at] for weight, centre in found) / length,
        )


def clusters(postings: Sequence[Collection[str]], *, fewest: int, most: int, seed: int) -> Centres:
    """The clusters of `postings`, each given as the skills it asks for; largest first.

    There are as many, from `fewest` to `most`, as give the best silhouette. One thread: so that sums are added up in
    the same order each time.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer
    from threadpoolctl import threadpool_limits

    vectorizer = TfidfVectorizer(analyzer=lambda skills: sorted(set(skills)))
    vectors = vectorizer.fit_transform(postings)
    with threadpool_limits(1):
        fitted = [fit(vectors, count, seed) for count in range(fewest, most + 1)]
    _, best = max(enumerate(fitted), key=lambda pair: (round(pair[1][0], 6), -pair[0]))
    labels, centres = best[1].labels_.tolist(), best[1].cluster_centers_
    order = sorted(set(labels), key=lambda at: (-labels.count(at), labels.index(at)))
    names, idf = vectorizer.get_feature_names_out(), vectorizer.idf_
    places = [tuple(round(float(centres[at][column]), 9) for at in order) for column in range(len(names))]
    weights = {str(name): (round(float(idf[at]), 9), places[at]) for at, name in enumerate(names)}
    return Centres(weights, tuple(round(float(centres[at] @ centres[at]), 9) for at in order))


def fit(vectors: Any, count: int, seed: int) -> tuple[float, Any]:
    """(silhouette, k-means) of `count` clusters."""
    from sklearn.cluster import KMeans
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.metrics import silhouette_score

    with warnings.catch_warnings(action="ignore", category=ConvergenceWarning):  # fewer kinds than clusters, see below
        found = KMeans(count, n_init=2, random_state=seed).fit(vectors)
    if len(set(found.labels_.tolist())) < count:
        return -1.0, found
    size = min(SILHOUETTES, vectors.shape[0])
    return float(silhouette_score(vectors, found.labels_, sample_size=size, random_state=seed)), found
