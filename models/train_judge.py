"""Learn which candidates are skills: python models/train_judge.py CORPUS.jsonl... [-o models/judge.json]

CORPUS holds labelled postings, a JSON object a line: `text`, `group` (one company; a group is never split
between folds) and `skills` with `start`, `end` and `canonical`. Needs the pipeline in `models/en_pm`, of which
only the matchers are used; run `spacy assemble` again afterwards (`make model`). Prints cross-validated figures
of the candidates, and chooses nothing by itself. Deterministic: the solver starts from zero and sees the rows
in the order of the file.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, precision_score, recall_score
from sklearn.model_selection import GroupKFold
from spacy.tokens import Doc

from tailor.extractors import load, taxonomy
from tailor.extractors.clues import Candidate, Scene, clues, log_odds, passage_clues, summed
from tailor.extractors.components import candidates_of
from tailor.extractors.judging import Weights, write_weights
from tailor.parsers import parse_posting
from tailor.readers import from_text

FORM_PRIOR, SKILL_PRIOR = 2.0, 4.0  # how many trials the base rate counts as
SKILL_BASE = 0.4  # the share of right ones among the candidates of a skill nobody has seen
LEAST = 4  # a feature of fewer candidates is left out
SMALL = 0.02  # a weight below this changes nothing worth keeping
SAME_NAME = 0.15  # what the right name is worth beside the overlap, when several candidates cover a label
LEAST_OVERLAP = 0.25
THRESHOLDS = (-1.0, -0.75, -0.5, -0.25, 0.0)


class Case(NamedTuple):
    """A passage with its candidates, and for each candidate whether it is the best for a label."""

    group: str
    scene: Scene
    found: list[Candidate]
    right: list[bool]


def cases(corpus: Iterable[dict[str, Any]]) -> Iterator[Case]:
    """Every passage of the corpus that asks for something and has candidates."""
    nlp = load()
    matchers = [nlp.get_pipe(name) for name in ("skills", "collaboration", "phrases")]
    for row in corpus:
        posting = parse_posting(from_text(row["text"]))
        for passage in posting.passages:
            if passage.need:
                doc = nlp.make_doc(row["text"][passage.start : passage.end])
                for matcher in matchers:
                    doc = matcher(doc)
                found = candidates_of(doc)
                scene = Scene([t.lower_ for t in doc], [t.text for t in doc], passage.section, passage.need)
                bounds = [bounds_of(doc, passage.start, item) for item in found]
                yield Case(row["group"], scene, found, right(row["skills"], found, bounds))


def bounds_of(doc: Doc, offset: int, item: Candidate) -> tuple[int, int]:
    """The characters of a candidate in the posting; `offset` is where the passage begins."""
    span = doc[item.start : item.end]
    return offset + span.start_char, offset + span.end_char


def right(
    labels: Iterable[dict[str, Any]], found: Sequence[Candidate], bounds: Sequence[tuple[int, int]]
) -> list[bool]:
    """For each candidate whether it is the one that fits a label best, by overlap and name."""
    chosen = set()
    for label in labels:
        fits = [(fit(label, item, bound), -at) for at, (item, bound) in enumerate(zip(found, bounds, strict=True))]
        best, at = max(fits, default=(0.0, 0))
        if best > LEAST_OVERLAP:
            chosen.add(-at)
    return [at in chosen for at in range(len(found))]


def fit(label: dict[str, Any], candidate: Candidate, bound: tuple[int, int]) -> float:
    """Overlap of a candidate with a label, as intersection over union, and a little for the right name."""
    shared = min(bound[1], label["end"]) - max(bound[0], label["start"])
    if shared <= 0:
        return 0.0
    union = max(bound[1], label["end"]) - min(bound[0], label["start"])
    return shared / union + SAME_NAME * (taxonomy()[candidate.skill].name == label["canonical"])


class Record:
    """How often each wording and each skill was right, by group, so that a group can be left out."""

    def __init__(self, seen: Iterable[Case]) -> None:
        self.counts: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
        for case in seen:
            for item, hit in zip(case.found, case.right, strict=True):
                for name in (form_name(case.scene, item), item.skill, item.kind):
                    row = self.counts[name][case.group]
                    row[0] += hit
                    row[1] += 1

    def total(self, name: str, without: str | None = None) -> tuple[int, int]:
        """(right, seen) of a wording, a skill or a kind of wording, not counting the group `without`."""
        rows = [row for group, row in self.counts.get(name, {}).items() if group != without]
        return sum(row[0] for row in rows), sum(row[1] for row in rows)

    def known(self, name: str, base: float, prior: float, without: str | None = None) -> float:
        """Smoothed log-odds of a wording or a skill, not counting the group `without`."""
        return log_odds(*self.total(name, without), base, prior)

    def base(self, kind: str) -> float:
        """The share of right ones among all candidates of a kind."""
        hits, trials = self.total(kind)
        return hits / max(1, trials)


def form_name(scene: Scene, item: Candidate) -> str:
    """The name under which a candidate's wording is recorded."""
    return f"{item.kind}:{scene.named(item)}|{item.skill}"


def features(seen: Iterable[Case], record: Record, types: dict[str, str]) -> list[dict[str, float]]:
    """A row a candidate; what is known of its wording and skill comes from the other groups."""
    rows = []
    for case in seen:
        shared = summed(passage_clues(case.scene))
        for at, item in enumerate(case.found):
            row = shared | summed(clues(case.scene, at, case.found, types))
            form = form_name(case.scene, item)
            row["form"] = record.known(form, record.base(item.kind), FORM_PRIOR, without=case.group)
            row["concept"] = record.known(item.skill, SKILL_BASE, SKILL_PRIOR, without=case.group)
            rows.append(row)
    return rows


class Fitted(NamedTuple):
    """A fitted model: the vectorizer, the columns kept, and the logistic regression."""

    vectorizer: DictVectorizer
    kept: np.ndarray
    model: LogisticRegression

    def log_odds_of(self, rows: list[dict[str, float]]) -> np.ndarray:
        """Log-odds of each row."""
        return self.model.decision_function(self.vectorizer.transform(rows)[:, self.kept])


def fitted(seen: Sequence[Case], record: Record, types: dict[str, str], strength: float) -> Fitted:
    """Fit on `seen`; `strength` is the inverse of the L2 penalty."""
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(features(seen, record, types))
    kept = np.flatnonzero(np.asarray((matrix != 0).sum(axis=0)).ravel() >= LEAST)
    model = LogisticRegression(C=strength, max_iter=500)
    return Fitted(vectorizer, kept, model.fit(matrix[:, kept], truths(seen)))


def truths(seen: Iterable[Case]) -> np.ndarray:
    """Whether each candidate is right, in order."""
    return np.array([hit for case in seen for hit in case.right])


def cross_validated(seen: Sequence[Case], types: dict[str, str], strength: float, folds: int) -> np.ndarray:
    """Log-odds of each candidate by a model that has not seen its group, in order."""
    odds: list[np.ndarray] = [np.array([])] * len(seen)
    for train, test in GroupKFold(folds).split(seen, groups=[case.group for case in seen]):
        known = [seen[at] for at in train]
        record = Record(known)
        model = fitted(known, record, types, strength)
        for at in test:
            rows = features([seen[at]], record, types)
            odds[at] = model.log_odds_of(rows) if rows else np.array([])
    return np.concatenate(odds)


def weights_of(model: Fitted, record: Record, types: dict[str, str], threshold: float) -> Weights:
    """The model as plain numbers: what it learnt of clues, and of each wording and skill seen."""
    columns = model.vectorizer.get_feature_names_out()[model.kept]
    learnt = dict(zip(columns.tolist(), model.model.coef_[0].tolist(), strict=True))
    form, concept = learnt.pop("form"), learnt.pop("concept")
    forms = [name for name in record.counts if "|" in name]
    kinds = sorted({name.partition(":")[0] for name in forms})
    unseen = {kind: form * log_odds(0, 0, record.base(kind), FORM_PRIOR) for kind in kinds}
    return Weights(
        bias=rounded(float(model.model.intercept_[0])),
        threshold=threshold,
        clues={name: rounded(value) for name, value in sorted(learnt.items()) if abs(value) >= SMALL},
        forms={
            name: rounded(form * record.known(name, record.base(name.partition(":")[0]), FORM_PRIOR))
            for name in sorted(forms)
        },
        skills={
            name: rounded(concept * record.known(name, SKILL_BASE, SKILL_PRIOR))
            for name in sorted(record.counts)
            if name in types
        },
        unseen={kind: rounded(value) for kind, value in unseen.items()}
        | {"skill": rounded(concept * log_odds(0, 0, SKILL_BASE, SKILL_PRIOR))},
        types=types,
    )


def rounded(value: float) -> float:
    """Three decimals are more than the data can tell."""
    return round(value, 3)


def chosen(seen: Sequence[Case], odds: np.ndarray, threshold: float) -> np.ndarray:
    """Which candidates stay: the likeliest of overlapping ones, from the threshold on; as the judge does."""
    kept, first = np.zeros(len(odds), dtype=bool), 0
    for case in seen:
        taken: set[int] = set()
        for at in sorted(range(len(case.found)), key=lambda at: (-odds[first + at], case.found[at])):
            tokens = range(case.found[at].start, case.found[at].end)
            if odds[first + at] >= threshold and taken.isdisjoint(tokens):
                taken.update(tokens)
                kept[first + at] = True
        first += len(case.found)
    return kept


def report(seen: Sequence[Case], odds: np.ndarray) -> None:
    """Print precision, recall and F1 of the candidates at several thresholds."""
    truth = truths(seen)
    for threshold in THRESHOLDS:
        kept = chosen(seen, odds, threshold)
        scores = [measure(truth, kept) for measure in (precision_score, recall_score, f1_score)]
        print(f"threshold {threshold:+.1f}  precision {scores[0]:.3f}  recall {scores[1]:.3f}  F1 {scores[2]:.3f}")


def main() -> None:
    """Read the arguments, cross-validate, fit on all, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, nargs="+")
    parser.add_argument("-o", "--output", type=Path, default=Path(__file__).with_name("judge.json"))
    parser.add_argument("--strength", type=float, default=0.15, help="inverse of the L2 penalty")
    parser.add_argument("--threshold", type=float, default=-0.5, help="log-odds from which a candidate counts")
    parser.add_argument("--folds", type=int, default=5)
    options = parser.parse_args()
    rows = [json.loads(line) for path in options.corpus for line in path.read_text(encoding="utf-8").splitlines()]
    seen = [case for case in cases(rows) if case.found]
    types = {skill.id: skill.type for skill in taxonomy()}
    report(seen, cross_validated(seen, types, options.strength, options.folds))
    record = Record(seen)
    weights = weights_of(fitted(seen, record, types, options.strength), record, types, options.threshold)
    write_weights(weights, options.output)
    print(f"{len(rows)} postings, {len(truths(seen))} candidates, {len(weights.clues)} clues -> {options.output}")


if __name__ == "__main__":
    main()
