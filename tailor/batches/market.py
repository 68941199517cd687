"""What many postings ask for together, and which gap opens most doors."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from statistics import quantiles
from typing import Any

from tailor.batches.index import pay
from tailor.types import COMPETENCIES, Asked, Market, Need, Opening, Spread

NEEDS: tuple[Need, ...] = ("required", "preferred", "responsibility")


class Tally:
    """Counts over the postings, fed one record at a time, so that no more than one is held."""

    def __init__(self, threshold: float) -> None:
        self.threshold = threshold
        self.postings = self.within = 0
        self.asked: dict[str, Counter[str]] = defaultdict(Counter)
        self.competency: dict[str, str] = {}
        self.answered: dict[str, float] = defaultdict(float)
        self.lifted: Counter[str] = Counter()
        self.gains: dict[str, list[float]] = defaultdict(list)
        self.levels: Counter[str] = Counter()
        self.modes: Counter[str] = Counter()
        self.pay: dict[str, list[float]] = defaultdict(list)

    def add(self, record: Mapping[str, Any]) -> None:
        """Count one posting."""
        self.postings += 1
        self.within += record["score"] >= self.threshold
        self.levels[record["level"]] += 1
        self.modes[record["mode"]] += 1
        if record["salary"]:
            self.pay[record["salary"]["currency"] or "not told"].append(pay(record))
        for found in record["requirements"]:
            if found["spared by"] is None:  # else an alternative is answered better
                self.add_requirement(found)
        for skill, score in record["lifts"].items():
            self.gains[skill].append(score - record["score"])
            self.lifted[skill] += record["score"] < self.threshold <= score

    def add_requirement(self, found: Mapping[str, Any]) -> None:
        """Count one requirement."""
        skill = found["skill"]
        self.competency[skill] = found["competency"]
        self.asked[skill].update(("postings", found["need"], "shown" if found["status"] != "missing" else "missing"))
        self.answered[found["competency"]] += found["strength"]

    def market(self) -> Market:
        """The sum of what was counted, most frequent first, names deciding between equals."""
        return Market(
            postings=self.postings,
            threshold=self.threshold,
            within=self.within,
            asked=tuple(sorted(map(self.asked_for, self.asked), key=lambda a: (-a.postings, a.skill))),
            competencies=tuple(map(self.share, COMPETENCIES)),
            openings=tuple(
                sorted(map(self.opening, self.gains), key=lambda o: (-o.lifted, -o.gain * o.asked, o.skill))
            ),
            salaries=tuple(spread(currency, self.pay[currency]) for currency in sorted(self.pay)),
            levels=by_count(self.levels),
            modes=by_count(self.modes),
        )

    def asked_for(self, skill: str) -> Asked:
        """The counts of one skill."""
        counts = self.asked[skill]
        by_need = {need: counts[need] for need in NEEDS}
        return Asked(skill, self.competency[skill], counts["postings"], by_need, counts["shown"])

    def share(self, competency: str) -> tuple[str, int, float]:
        """Name, times asked and mean strength of one competency."""
        asked = sum(counts["postings"] for skill, counts in self.asked.items() if self.competency[skill] == competency)
        return competency, asked, round(self.answered[competency] / asked, 4) if asked else 0.0

    def opening(self, skill: str) -> Opening:
        """What showing one skill would change."""
        gains = self.gains[skill]
        return Opening(skill, len(gains), self.lifted[skill], round(sum(gains) / len(gains), 2) + 0.0)


def spread(currency: str, values: Iterable[float]) -> Spread:
    """The quartiles of `values`."""
    found = sorted(values)
    low, middle, high = quantiles(found, n=4, method="inclusive") if len(found) > 1 else found * 3
    return Spread(currency, len(found), *(round(value, 2) for value in (low, middle, high)))


def by_count(counts: Counter[str]) -> dict[str, int]:
    """`counts`, most first, names deciding between equals."""
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
