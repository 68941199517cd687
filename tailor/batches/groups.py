"""Clusters of postings: which there are, and what is typical of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from tailor.resources import table
from tailor.scorers.clusters import Centres, clusters
from tailor.types import Cluster


def skills_of(record: Mapping[str, Any]) -> list[str]:
    """The skills a posting asks for, without those that an alternative answers better."""
    return [found["skill"] for found in record["requirements"] if found["spared by"] is None]


class Groups:
    """The clusters of a run, learnt on a sample of its postings, then counted over all."""

    def __init__(self, sample: Iterable[Mapping[str, Any]]) -> None:
        using = table("batch.toml")["clusters"]
        asked = [skills for record in sample if (skills := skills_of(record))]
        fewest, most = int(using["fewest"]), min(int(using["most"]), len(asked) // int(using["size"]))
        self.centres: Centres | None = None
        if fewest <= most:
            self.centres = clusters(asked, fewest=fewest, most=most, seed=int(using["seed"]))
        self.counts: Counter[int] = Counter()
        self.within: Counter[int] = Counter()
        self.points: Counter[int] = Counter()
        self.skills: dict[int, Counter[str]] = defaultdict(Counter)
        self.best: dict[int, tuple[float, str]] = {}

    def of(self, record: Mapping[str, Any]) -> int | None:
        """The number of a posting's cluster, from 1; None where there are none."""
        return self.centres.nearest(skills_of(record)) + 1 if self.centres else None

    def add(self, number: int, record: Mapping[str, Any], within: int) -> None:
        """Count one posting of a cluster; `within` is 1 if it is within reach, else 0."""
        self.counts[number] += 1
        self.within[number] += within
        self.points[number] += round(10 * record["score"])
        self.skills[number].update(set(skills_of(record)))
        self.best[number] = min(self.best.get(number, (1.0, "")), (-record["score"], record["file"]))

    def clusters(self, asked: Mapping[str, int]) -> tuple[Cluster, ...]:
        """The clusters by number; `asked` counts the postings that ask for each skill."""
        return tuple(self.cluster(number, asked) for number in sorted(self.counts))

    def cluster(self, number: int, asked: Mapping[str, int]) -> Cluster:
        """One cluster; typical is what is asked for there more often than over all postings."""
        size, total = self.counts[number], sum(self.counts.values())
        above = {skill: n / size - asked[skill] / total for skill, n in self.skills[number].items()}
        most = int(table("batch.toml")["clusters"]["skills"])
        typical = sorted((s for s in above if above[s] > 0), key=lambda s: (-round(above[s], 6), s))[:most]
        return Cluster(
            number=number,
            postings=size,
            within=self.within[number],
            score=round(self.points[number] / 10 / size, 1),
            skills={skill: round(self.skills[number][skill] / size, 2) for skill in typical},
            best=self.best[number][1],
        )
