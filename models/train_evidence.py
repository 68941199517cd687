"""Learn which skills a line shows without naming them: python models/train_evidence.py [-o models/evidence.npz]

Reads the corpus in `models/evidence/learn/` and the taxonomy, whose wordings serve as short lines of their own. Prints
figures of cross-validation by topic (a topic, one product setting or one resume, is never in two folds), calibrates
on the same predictions, fits on all, and writes plain arrays. Deterministic: the solver starts from zero and sees the
rows in the order of the files. Needs the pipeline in `models/en_pm` and the extra "build".
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import scipy.sparse as sp
from scipy.sparse.linalg import svds
from sklearn.kernel_ridge import KernelRidge
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GroupKFold

from tailor.extractors import load, taxonomy
from tailor.extractors.paraphrase import Weights, by_block, packed, related, weighed, write_weights
from tailor.extractors.pipeline import words_and_skills
from tailor.extractors.traces import BLOCKS, traces
from tailor.resources import models, table

LEAST_LINES = 6  # labelled lines below which a concept is not learnt
LEAST_SEEN = {"words": 5, "letters": 60, "classes": 6, "skills": 3}  # rows below which a feature is left out
SHARE = {"words": 1.0, "letters": 0.7, "classes": 0.8, "skills": 1.0}  # weight of each block
WORDING_WEIGHT = 0.5  # of a bunch of wordings of the taxonomy beside a line of the corpus
WORDING_RELATED = 0.7  # target of what a wording's concept is a kind of or implies
HINT = 0.5  # target of a skill shown in part
RANK = 600  # of the matrix of weights
STEPS = 7  # on either side of 0, in which a weight is kept
PRECISIONS = (0.8, 0.7, 0.6, 0.5)
TAGS = ("VBD", "VBG", "VBN", "VBZ", "NNS")
BUNCH = 10  # wordings of a concept that make one row together: as good as a row each, and ten times as fast


class Row(NamedTuple):
    """A line with what it shows, in [0, 1] by skill, its topic, how much it counts, and if it is of a whole resume."""

    text: str
    shows: dict[str, float]
    topic: str
    weight: float
    whole: bool = False


def corpus(folder: Path) -> Iterator[Row]:
    """The labelled lines, in the order of the files."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record: dict[str, Any] = json.loads(line)
            shows = dict.fromkeys(record.get("hints", ()), HINT) | dict.fromkeys(record.get("shows", ()), 1.0)
            yield Row(record["line"], shows, record["topic"], 1.0, path.stem.startswith("resumes"))


def wordings(concepts: Iterable[str]) -> Iterator[Row]:
    """Bunches of the wordings of each concept, as lines that show it, and in part what it is a kind of or implies."""
    skills = taxonomy()
    for key in concepts:
        skill = skills[key]
        other = dict.fromkeys(sorted(skills.broader(key) | skills.implied(key)), WORDING_RELATED)
        texts = list(dict.fromkeys((skill.name, *skill.forms, *skill.verbs)))
        for start in range(0, len(texts), BUNCH):
            yield Row(" ; ".join(texts[start : start + BUNCH]), other | {key: 1.0}, "wordings", WORDING_WEIGHT)


def phrases() -> dict[str, str]:
    """Every form of every member of the word classes, with its classes."""
    from lemminflect import getInflection

    found: dict[str, list[str]] = {}
    for name, listed in table("word_classes.toml")["classes"].items():
        for text in listed:
            first, _, rest = text.partition(" ")
            *begin, last = text.split()
            verbal = [" ".join((form, rest)).strip() for tag in TAGS[:4] for form in getInflection(first, tag)]
            plural = [" ".join((*begin, form)) for form in getInflection(last, "NNS")]
            for form in dict.fromkeys((text, *verbal, *plural)):
                names = found.setdefault(form, [])
                names += [name] if name not in names else []
    return {text: " ".join(names) for text, names in sorted(found.items())}


Found = dict[str, list[str]]  # traces by block


class Seen(NamedTuple):
    """The rows as features: the traces of each by block."""

    rows: list[Row]
    found: list[Found]


def seen(rows: Sequence[Row], known: dict[str, str]) -> Seen:
    """The traces of each row. A wording of the taxonomy names its skill, so that block is left empty for it."""
    found = []
    nlp = load()
    for row in rows:
        with nlp.memory_zone():
            words, skills = words_and_skills(row.text)
        named = [] if row.topic == "wordings" else related(skills)
        found.append(traces(words, named, known))
    return Seen(list(rows), found)


class Space(NamedTuple):
    """The features kept, with their inverse document frequency (smoothed, as scikit-learn has it)."""

    index: dict[str, int]
    idf: np.ndarray

    def matrix(self, found: Sequence[Found]) -> sp.csr_matrix:
        """A row a line: sublinear TF-IDF, each block of length `SHARE`."""
        index = by_block(self.index)
        rows = [weighed(row, index, self.idf, SHARE) for row in found]
        starts = np.cumsum([0, *(len(places) for places, _ in rows)])
        columns, data = (np.concatenate(parts) for parts in zip(*rows, strict=True))
        return sp.csr_matrix((data, columns, starts), shape=(len(found), len(self.index)), dtype=np.float32)


def space_of(found: Sequence[Found]) -> Space:
    """The features of `found` that are seen often enough, in order of name."""
    rows = Counter(f"{block}:{text}" for row in found for block in BLOCKS for text in set(row[block]))
    kept = sorted(name for name, count in rows.items() if count >= LEAST_SEEN[name.partition(":")[0]])
    idf = np.array([np.log((1 + len(found)) / (1 + rows[name])) + 1 for name in kept], dtype=np.float32)
    return Space({name: at for at, name in enumerate(kept)}, idf)


def targets(rows: Sequence[Row], concepts: Sequence[str]) -> np.ndarray:
    """What each row shows, a column a concept."""
    at = {key: column for column, key in enumerate(concepts)}
    found = np.zeros((len(rows), len(concepts)), dtype=np.float32)
    for number, row in enumerate(rows):
        for key, value in row.shows.items():
            if key in at:
                found[number, at[key]] = value
    return found


class Fitted(NamedTuple):
    """Features by ranks, ranks by concepts, and a number for each concept."""

    left: np.ndarray
    right: np.ndarray
    bias: np.ndarray

    def scores(self, matrix: sp.csr_matrix) -> np.ndarray:
        """Score of each row for each concept."""
        return (matrix @ self.left) @ self.right + self.bias


def fitted(space: Space, part: Seen, concepts: Sequence[str], penalty: float) -> Fitted:
    """Ridge regressions of all concepts, their weights brought to a low rank.

    Solved in the space of rows, of which there are fewer than features (Saunders et al., "Ridge regression learning
    algorithm in dual variables", 1998).
    """
    weights = np.array([row.weight for row in part.rows])
    matrix, wanted = space.matrix(part.found), targets(part.rows, concepts)
    bias = np.average(wanted, axis=0, weights=weights)
    ridge = KernelRidge(alpha=penalty, kernel="precomputed")
    ridge.fit((matrix @ matrix.T).toarray(), wanted - bias, sample_weight=weights)
    coefficients = np.asarray(matrix.T @ ridge.dual_coef_, dtype=np.float32)
    left, strength, right = svds(coefficients, k=min(RANK, len(concepts) - 1), random_state=0)
    return Fitted(left * np.sqrt(strength), np.sqrt(strength)[:, None] * right, bias.astype(np.float32))


def pick(part: Seen, chosen: Iterable[int]) -> Seen:
    """Some of the rows."""
    chosen = list(chosen)
    return Seen([part.rows[at] for at in chosen], [part.found[at] for at in chosen])


def both(one: Seen, other: Seen) -> Seen:
    """The rows of both."""
    return Seen(one.rows + other.rows, one.found + other.found)


def cross_validated(lines: Seen, short: Seen, concepts: Sequence[str], penalty: float, folds: int) -> np.ndarray:
    """Score of each line for each concept, by a model that has seen no line of its topic."""
    scores = np.zeros((len(lines.rows), len(concepts)), dtype=np.float32)
    topics = [row.topic for row in lines.rows]
    for train, test in GroupKFold(folds).split(topics, groups=topics):
        known = both(pick(lines, train), short)
        space = space_of(known.found)
        model = fitted(space, known, concepts, penalty)
        scores[test] = model.scores(space.matrix(pick(lines, test).found))
    return scores


def report(scores: np.ndarray, shown: np.ndarray) -> None:
    """Print average precision, and how much is found at several precisions, all concepts pooled; hints left out."""
    judged = shown != HINT
    truth, score = shown[judged] == 1, scores[judged]
    order = np.argsort(-score, kind="stable")
    hits = np.cumsum(truth[order])
    precision, recall = hits / np.arange(1, len(hits) + 1), hits / truth.sum()
    columns = [c for c in range(shown.shape[1]) if (shown[:, c] == 1).any()]
    mean = np.mean([average_precision_score(shown[:, c] == 1, scores[:, c]) for c in columns])
    print(f"average precision {average_precision_score(truth, score):.3f} pooled, {mean:.3f} mean of concepts")
    for least in PRECISIONS:
        reached = recall[precision >= least]
        print(f"found {reached.max() if len(reached) else 0:.3f} at a precision of {least}")


def calibrated(rows: Sequence[Row], scores: np.ndarray, shown: np.ndarray) -> tuple[float, float]:
    """Slope and offset of the logistic curve from score to the probability that a resume shows a concept.

    Learnt on whole resumes, where what is not labelled is not shown: the best line of a resume for a concept against
    whether any of its lines shows it; a hint counts half.
    """
    topics = sorted({row.topic for row in rows if row.whole})
    best, truth = [], []
    for topic in topics:
        lines = [at for at, row in enumerate(rows) if row.topic == topic]
        best.append(scores[lines].max(axis=0))
        truth.append(shown[lines].max(axis=0))
    score, label = np.concatenate(best), np.concatenate(truth)
    part = label == HINT
    curve = LogisticRegression(C=1e6).fit(
        np.concatenate([score, score[part]]).reshape(-1, 1),
        np.concatenate([label >= HINT, np.zeros(part.sum(), dtype=bool)]),
        sample_weight=np.concatenate([np.where(part, 0.5, 1.0), np.full(part.sum(), 0.5)]),
    )
    return float(curve.coef_[0, 0]), float(curve.intercept_[0])


def rarity_of(rows: Sequence[Row], scores: np.ndarray, curve: tuple[float, float]) -> np.ndarray:
    """Of each concept: log of one over the mean probability that a whole resume of the corpus shows it."""
    topics = [row.topic if row.whole else "" for row in rows]
    sure = 1 / (1 + np.exp(-(curve[0] * scores + curve[1])))
    best = [sure[np.flatnonzero(np.array(topics) == topic)].max(axis=0) for topic in sorted(set(topics) - {""})]
    return np.log(1 / np.mean(best, axis=0))


def weights_of(
    space: Space, model: Fitted, curve: tuple[float, float], rarity: np.ndarray, concepts: Sequence[str]
) -> Weights:
    """The model as plain arrays."""
    scale = np.abs(model.left).max(axis=1) / STEPS + 1e-12
    return Weights(
        features=tuple(space.index),
        idf=space.idf,
        share=np.array([SHARE[block] for block in BLOCKS], dtype=np.float32),
        left=packed(np.round(model.left / scale[:, None])),
        scale=scale.astype(np.float32),
        right=model.right.astype(np.float16),
        bias=model.bias,
        concepts=tuple(concepts),
        curve=np.array(curve, dtype=np.float32),
        rarity=rarity.astype(np.float32),
        phrases=(),
    )


def main() -> None:
    """Read the arguments, cross-validate, calibrate, fit on all, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-o", "--output", type=Path, default=models() / "evidence.npz")
    parser.add_argument("--corpus", type=Path, default=models() / "evidence" / "learn")
    parser.add_argument("--penalty", type=float, default=2.0, help="of the ridge regression")
    parser.add_argument("--folds", type=int, default=5)
    options = parser.parse_args()
    rows = list(corpus(options.corpus))
    lines = Counter(key for row in rows for key, value in row.shows.items() if value == 1)
    concepts = sorted(key for key, count in lines.items() if count >= LEAST_LINES)
    known = phrases()
    long, short = seen(rows, known), seen(list(wordings(concepts)), known)
    scores = cross_validated(long, short, concepts, options.penalty, options.folds)
    shown = targets(rows, concepts)
    report(scores, shown)
    everything = both(long, short)
    space = space_of(everything.found)
    model = fitted(space, everything, concepts, options.penalty)
    curve = calibrated(rows, scores, shown)
    weights = replace(
        weights_of(space, model, curve, rarity_of(rows, scores, curve), concepts),
        phrases=tuple(f"{text}\t{names}" for text, names in known.items()),
    )
    write_weights(weights, options.output)
    print(f"{len(rows)} lines, {len(concepts)} concepts, {len(weights.features)} features -> {options.output}")


if __name__ == "__main__":
    main()
