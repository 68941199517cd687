"""Figures of matching against judged pairs of a resume and a posting, beside two plain ways to rank postings.

A judged pair is a record with `resume`, `posting`, `fit` (0 to 4), `rank` (of the postings for that resume, 1 is
best), and `requirements` (`canonical`, `covered` as yes, partly or no, `lines`) where they are judged.

pairwise : share of two postings of different fit that are put in the right order, mean of resumes; 0.5 is chance.
order : Spearman's rank correlation with `rank`, mean of resumes. ndcg3 : Järvelin & Kekäläinen, "Cumulated gain-based
evaluation" (2002), gain 2^fit - 1, of the best three. auc : a pair of fit 3 or more against one of fit 1 or less.
named : share of the judged requirements that are found in the posting; the figures below are over those.
kappa, three_way : Cohen's kappa and macro F1 of yes, partly, no. yes_no : macro F1 without those judged partly, where a
partly of Tailor's is a yes. found, line_hit : of those judged yes or partly. right : of those judged no, share missing.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple

import numpy as np
from scipy.stats import spearmanr
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import cohen_kappa_score, f1_score, ndcg_score, roc_auc_score

from tailor import extractors, parsers, pipeline, readers, scorers
from tailor.extractors.taxonomy import wordings
from tailor.types import Coverage, Match, PartialDate, Source

AS_OF = PartialDate(2025, 12)  # the month the pairs were judged at
LABELS = {"covered": "yes", "partly": "partly", "missing": "no"}
SHOWN_LINES = 3


class Judged(NamedTuple):
    """A judged pair and the match that Tailor makes of it."""

    gold: Mapping[str, Any]
    match: Match


def own_pairs(samples: Path) -> list[Judged]:
    """The project's own judged pairs, matched."""
    golds = [row for path in sorted((samples / "pairs").glob("*.jsonl")) for row in rows(path)]
    return judged(golds, samples / "pairs" / "resumes", lambda name: readers.read(samples / name))


def judged(golds: Sequence[Mapping[str, Any]], resumes: Path, posting: Callable[[str], Source]) -> list[Judged]:
    """`golds` with their matches; `resumes` is the folder of the resumes, `posting` gives the document of a name."""
    people = {name: pipeline.read_resume(resumes / name) for name in names(golds, "resume")}
    jobs = {
        name: pipeline.Comparison(parsers.parse_posting(posting(name)), scorers.settings(), AS_OF)
        for name in names(golds, "posting")
    }
    return [Judged(gold, jobs[gold["posting"]].score(people[gold["resume"]])) for gold in golds]


def rows(path: Path) -> list[dict[str, Any]]:
    """The records of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def names(golds: Iterable[Mapping[str, Any]], key: str) -> list[str]:
    """The distinct values of `key`, in order."""
    return list(dict.fromkeys(gold[key] for gold in golds))


def measure_pairs(pairs: Sequence[Judged]) -> dict[str, float]:
    """All figures of Tailor's own score and coverage."""
    return ranked(pairs, [pair.match.score for pair in pairs]) | covered(pairs)


def baselines(pairs: Sequence[Judged]) -> dict[str, dict[str, float]]:
    """Figures of ranking by two plain scores, by their name."""
    return {
        "TF-IDF cosine of the whole texts": ranked(pairs, cosines(pairs)),
        "share of the posting's skills named": ranked(pairs, [named_share(pair.match) for pair in pairs]),
    }


def cosines(pairs: Sequence[Judged]) -> list[float]:
    """TF-IDF cosine of the two whole texts, learnt on the texts of the pairs themselves."""
    posts = {pair.gold["posting"]: pair.match.posting.source.text for pair in pairs}
    people = {pair.gold["resume"]: pair.match.resume.source.text for pair in pairs}
    matrix = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform([*posts.values(), *people.values()])
    at = {key: place for place, key in enumerate((*posts, *people))}
    alike = (matrix @ matrix.T).toarray()
    return [float(alike[at[pair.gold["posting"]], at[pair.gold["resume"]]]) for pair in pairs]


def named_share(match: Match) -> float:
    """Share of the skills asked for of which the resume holds the name or another wording."""
    text = f" {' '.join(match.resume.source.text.lower().split())} "
    asked = [found.requirement.skill for found in match.coverages]
    return fmean(any(f" {w.lower()} " in text for w in wordings(skill)) for skill in asked) if asked else 0.0


def ranked(pairs: Sequence[Judged], scores: Sequence[float]) -> dict[str, float]:
    """Figures of a ranking."""
    groups: dict[str, list[tuple[int, float, float]]] = defaultdict(list)
    for pair, score in zip(pairs, scores, strict=True):
        groups[pair.gold["resume"]].append((pair.gold["fit"], pair.gold["rank"], score))
    fits = [pair.gold["fit"] for pair in pairs]
    clear = [(fit >= 3, score) for fit, score in zip(fits, scores, strict=True) if fit >= 3 or fit <= 1]
    return {
        "pairwise": mean_of(groups.values(), in_order),
        "order": mean_of(groups.values(), rank_correlation),
        "ndcg3": mean_of(groups.values(), gained),
        "auc": float(roc_auc_score([good for good, _ in clear], [score for _, score in clear])),
    }


def mean_of(groups: Iterable[Any], figure: Callable[[Any], float]) -> float:
    """Mean of `figure` over the groups whose fits differ."""
    return float(fmean(figure(group) for group in groups if len({fit for fit, _, _ in group}) > 1))


def gained(group: Sequence[tuple[int, float, float]]) -> float:
    """nDCG of the first three."""
    return float(ndcg_score([[2**fit - 1 for fit, _, _ in group]], [[score for *_, score in group]], k=3))


def in_order(group: Sequence[tuple[int, float, float]]) -> float:
    """Share of two postings of different fit in the right order; a tie is half right."""
    ordered = [(a, b) if a[0] > b[0] else (b, a) for a, b in combinations(group, 2) if a[0] != b[0]]
    return fmean((better[2] > worse[2]) + 0.5 * (better[2] == worse[2]) for better, worse in ordered)


def rank_correlation(group: Sequence[tuple[int, float, float]]) -> float:
    """Spearman's correlation of the score with the judged order."""
    return float(spearmanr([-rank for _, rank, _ in group], [score for *_, score in group]).statistic)


def covered(pairs: Sequence[Judged]) -> dict[str, float]:
    """Figures of coverage and of evidence."""
    asked = [item for pair in pairs for item in judged_requirements(pair)]
    both = [(gold, found) for gold, found in asked if found]
    truth = np.array([gold["covered"] for gold, _ in both])
    said = np.array([LABELS[found.status] for _, found in both])
    clear = truth != "partly"
    shown = [(gold, found) for gold, found in both if gold["covered"] != "no"]
    return {
        "named": len(both) / len(asked),
        "kappa": float(cohen_kappa_score(truth, said)),
        "three_way": float(f1_score(truth, said, average="macro")),
        "yes_no": float(f1_score(truth[clear] == "yes", said[clear] != "no", average="macro")),
        "found": fmean(found.status != "missing" for _, found in shown),
        "line_hit": fmean(hits(gold, found) for gold, found in shown),
        "right": 1 - float(np.mean(said[truth == "no"] != "no")),
    }


def table(pairs: Sequence[Judged]) -> str:
    """The figures as lines of text, Tailor's beside those of the plain scores."""
    lines = [f"{key:12}{value:.3f}" for key, value in measure_pairs(pairs).items()]
    return "\n".join((*lines, "", *(one_line(name, figures) for name, figures in baselines(pairs).items())))


def one_line(name: str, figures: Mapping[str, float]) -> str:
    """`figures` in a line."""
    return f"{name:40}" + "  ".join(f"{key} {value:.3f}" for key, value in figures.items())


def judged_requirements(pair: Judged) -> Iterator[tuple[Mapping[str, Any], Coverage | None]]:
    """Each judged requirement with the coverage of the same name; None where the posting was not read so."""
    known = by_wording()
    found = {coverage.requirement.skill.id: coverage for coverage in pair.match.coverages}
    for gold in pair.gold.get("requirements", ()):
        yield gold, found.get(known.get(gold["canonical"].lower(), ""))


def by_wording() -> dict[str, str]:
    """Skill ids by wording; a name goes before another skill's wording."""
    skills = list(extractors.taxonomy())
    loose = {text.lower(): skill.id for skill in skills for text in wordings(skill)}
    return loose | {skill.name.lower(): skill.id for skill in skills}


def hits(gold: Mapping[str, Any], found: Coverage) -> bool:
    """Whether one of the lines shown first is a line that proves it."""
    lines = [proof.line for proof in found.proofs][:SHOWN_LINES]
    return not set(lines).isdisjoint(gold["lines"])
