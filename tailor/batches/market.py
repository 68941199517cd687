"""What many postings ask for together, which gaps open most doors, and which kinds of postings there are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import Any, TypeVar

from tailor.batches.groups import Groups
from tailor.batches.sorts import pay
from tailor.resources import table
from tailor.types import COMPETENCIES, Asked, Market, Need, Opening, PairOpening, Spread

Key = TypeVar("Key", str, tuple[str, str])
NEEDS: tuple[Need, ...] = ("required", "preferred", "responsibility")
TENTHS, FINE = 10, 10_000  # scores and strengths are summed as whole numbers, so that their order does not matter


class Watch:
    """What has to be known before all postings are counted: which skills are worth looking at in pairs."""

    def __init__(self, threshold: float) -> None:
        self.threshold = threshold
        self.gaps: Counter[str] = Counter()

    def add(self, record: Mapping[str, Any]) -> None:
        """Count the gaps of one posting, if it is below the threshold."""
        if record["ok"] and record["score"] < self.threshold:
            self.gaps.update(record["lifts"])

    def candidates(self) -> frozenset[str]:
        """The skills that are gaps most often, names deciding between equals."""
        most = int(table("batch.toml")["market"]["candidates"])
        return frozenset(sorted(self.gaps, key=lambda skill: (-self.gaps[skill], skill))[:most])


class Worth:
    """Sums of what closing one gap, or two, is worth."""

    def __init__(self) -> None:
        self.asked = self.lifted = self.gain = 0

    def add(self, now: float, then: float, threshold: float) -> None:
        """Count one posting: its score now, and then."""
        self.asked += 1
        self.lifted += now < threshold <= then
        self.gain += round(TENTHS * then) - round(TENTHS * now)

    def mean(self) -> float:
        """Points gained, over the postings counted."""
        return round(self.gain / TENTHS / self.asked, 2) + 0.0


class Tally:
    """Counts over the postings, fed one record at a time. What it holds grows with the taxonomy, not with them."""

    def __init__(self, threshold: float, candidates: frozenset[str], groups: Groups) -> None:
        self.threshold, self.candidates, self.groups = threshold, candidates, groups
        self.postings = self.within = 0
        self.asked: dict[str, Counter[str]] = defaultdict(Counter)
        self.competency: dict[str, str] = {}
        self.answered: Counter[str] = Counter()
        self.singles: dict[str, Worth] = defaultdict(Worth)
        self.pairs: dict[tuple[str, str], Worth] = defaultdict(Worth)
        self.levels: Counter[str] = Counter()
        self.modes: Counter[str] = Counter()
        self.pay: dict[str, Counter[float]] = defaultdict(Counter)

    def add(self, record: Mapping[str, Any], cluster: int | None) -> None:
        """Count one posting."""
        self.postings += 1
        self.within += record["score"] >= self.threshold
        self.levels[record["level"]] += 1
        self.modes[record["mode"]] += 1
        if record["salary"]:
            self.pay[record["salary"]["currency"] or "not told"][pay(record)] += 1
        for found in record["requirements"]:
            if found["spared by"] is None:  # else an alternative is answered better
                self.add_requirement(found)
        self.add_gaps(record)
        if cluster:
            self.groups.add(cluster, record, int(record["score"] >= self.threshold))

    def add_requirement(self, found: Mapping[str, Any]) -> None:
        """Count one requirement."""
        skill = found["skill"]
        self.competency[skill] = found["competency"]
        self.asked[skill].update(("postings", found["need"], "shown" if found["status"] != "missing" else "missing"))
        self.answered[found["competency"]] += round(FINE * found["strength"])

    def add_gaps(self, record: Mapping[str, Any]) -> None:
        """Count what closing the gaps of one posting is worth, alone and two at once."""
        names = list(record["lifts"])
        for skill, score in record["lifts"].items():
            self.singles[skill].add(record["score"], score, self.threshold)
        for one, other, score in record["pairs"]:
            if names[one] in self.candidates and names[other] in self.candidates:
                first, second = sorted((names[one], names[other]))
                self.pairs[first, second].add(record["score"], score, self.threshold)

    def market(self) -> Market:
        """The sum of what was counted, most frequent first, names deciding between equals."""
        most = int(table("batch.toml")["market"]["pairs"])
        return Market(
            postings=self.postings,
            threshold=self.threshold,
            within=self.within,
            asked=tuple(sorted(map(self.asked_for, self.asked), key=lambda a: (-a.postings, a.skill))),
            competencies=tuple(map(self.share, COMPETENCIES)),
            openings=tuple(Opening(skill, w.asked, w.lifted, w.mean()) for skill, w in best_first(self.singles)),
            pairs=tuple(PairOpening(two, w.asked, w.lifted, w.mean()) for two, w in best_first(self.pairs)[:most]),
            salaries=tuple(spread(currency, self.pay[currency]) for currency in sorted(self.pay)),
            levels=by_count(self.levels),
            modes=by_count(self.modes),
            clusters=self.groups.clusters({skill: counts["postings"] for skill, counts in self.asked.items()}),
        )

    def asked_for(self, skill: str) -> Asked:
        """The counts of one skill."""
        counts = self.asked[skill]
        by_need = {need: counts[need] for need in NEEDS}
        return Asked(skill, self.competency[skill], counts["postings"], by_need, counts["shown"])

    def share(self, competency: str) -> tuple[str, int, float]:
        """Name, times asked and mean strength of one competency."""
        asked = sum(counts["postings"] for skill, counts in self.asked.items() if self.competency[skill] == competency)
        return competency, asked, round(self.answered[competency] / FINE / asked, 4) if asked else 0.0


def best_first(found: Mapping[Key, Worth]) -> list[tuple[Key, Worth]]:
    """What lifts most postings first, then what brings most points, names deciding between equals."""
    return sorted(found.items(), key=lambda pair: (-pair[1].lifted, -pair[1].gain, pair[0]))


def spread(currency: str, counts: Mapping[float, int]) -> Spread:
    """The quartiles of values, given with how often each occurs; between two they are interpolated."""
    values = sorted(counts)
    ends = list(accumulate(counts[value] for value in values))
    low, middle, high = (round(quantile(values, ends, quarter / 4), 2) for quarter in (1, 2, 3))
    return Spread(currency, ends[-1], low, middle, high)


def quantile(values: list[float], ends: list[int], share: float) -> float:
    """The value below which `share` of all lie; `ends` counts how many are at each value or below."""
    place = (ends[-1] - 1) * share
    below, above = (next(v for v, end in zip(values, ends, strict=True) if end > at) for at in steps(place))
    return below + (above - below) * (place % 1)


def steps(place: float) -> Iterator[int]:
    """The two whole places around `place`."""
    yield int(place)
    yield int(place) + (place % 1 > 0)


def by_count(counts: Counter[str]) -> dict[str, int]:
    """`counts`, most first, names deciding between equals."""
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
