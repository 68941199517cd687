"""What one posting would score if the resume showed one skill more, or two: the score's own arithmetic, and quick."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from tailor.scorers.bars import limits
from tailor.scorers.coverage import cover
from tailor.scorers.plain import contributions
from tailor.scorers.settings import PARTS
from tailor.scorers.supposed import Supposing
from tailor.scorers.verdict import NEED_OF_PART, bar_shares, capped, similarity_share, total, weight
from tailor.types import Match, Part


class Gaps:
    """The gaps of one match, and its score if one of them were closed, or two.

    Computed as the score is; the bars (level, years, degree) and the text's similarity stay as they are. What a skill
    changes is found once; then only sums are made anew.
    """

    def __init__(self, supposing: Supposing, match: Match) -> None:
        self.supposing, self.match = supposing, match
        self.ids = tuple(dict.fromkeys(gap.requirement.skill.id for gap in match.gaps))
        self.strengths = [found.strength for found in match.coverages]
        self.places = self.grouped()
        asked = [found.requirement for found in match.coverages]
        self.limits = limits(match.resume, asked, match.years, match.degree, match.pm_years, supposing.using)
        self.others = self.alternatives()
        self.beside = self.fixed()
        self.changed = {skill: self.changes(skill) for skill in self.ids}

    def grouped(self) -> dict[str, list[tuple[int, float]]]:
        """For each part made of requirements: (place, weight) of each, where it has any."""
        asked = list(enumerate(found.requirement for found in self.match.coverages))
        using = self.supposing.using
        return {
            name: [(at, w) for at, r in asked if r.need == need and (w := weight(r, using))]
            for name, need in NEED_OF_PART.items()
        }

    def alternatives(self) -> dict[int, list[int]]:
        """The places of the alternatives of each requirement that has some."""
        place = {found.requirement.skill.id: at for at, found in enumerate(self.match.coverages)}
        found = {
            at: [place[key] for key in coverage.requirement.alternatives if key in place]
            for at, coverage in enumerate(self.match.coverages)
        }
        return {at: others for at, others in found.items() if others}

    def fixed(self) -> dict[str, float | None]:
        """The shares that stay as they are."""
        match, using = self.match, self.supposing.using
        shares = bar_shares(match.posting, match.resume, match.years, match.degree, using)
        shares["similarity"] = similarity_share(match.similarity, match.likeness, using)
        return {name: None if share is None else min(1.0, share) for name, share in shares.items()}

    def changes(self, skill: str) -> dict[int, float]:
        """By place, the strength of each requirement that showing `skill` bears on."""
        proves, ground = self.supposing.proves(skill), replace(self.supposing.shown(skill), limits=self.limits)
        again = self.supposing.again
        return {
            at: again(found, proves, ground).strength
            for at, found in enumerate(self.match.coverages)
            if found.requirement.skill.id in proves
        }

    def score(self, *skills: str) -> float:
        """The score if the first line of the latest role named `skills`, one or two of the gaps."""
        strengths = list(self.strengths)
        for skill in skills:
            for at, strength in self.changed[skill].items():
                strengths[at] = strength
        if len(skills) == 2:
            for at in self.changed[skills[0]].keys() & self.changed[skills[1]].keys():
                strengths[at] = self.both(at, *skills)
        return self.total(strengths)

    def both(self, at: int, one: str, other: str) -> float:
        """The strength of a requirement that two skills bear on."""
        supposing, asked = self.supposing, self.match.coverages[at].requirement
        key, ground = asked.skill.id, supposing.shown(one)
        shown = {**ground.evidence, other: supposing.shown(other).evidence[other]}
        ways = {**ground.relations.get(key, {}), **supposing.proves(one)[key], **supposing.proves(other)[key]}
        ground = replace(ground, evidence=shown, relations={key: ways}, limits=self.limits)
        return cover(asked, ground, supposing.using).strength

    def total(self, strengths: Sequence[float]) -> float:
        """The score with these strengths."""
        spared = {at for at, others in self.others.items() if any(strengths[o] > strengths[at] for o in others)}
        shares = self.beside | {name: mean(places, strengths, spared) for name, places in self.places.items()}
        found = contributions({name: shares[name] for name in PARTS}, self.supposing.using.weights)
        parts = tuple(Part(name, round(got, 1), round(most, 1), "") for name, (got, most) in found.items())
        return total(capped(parts, (), self.supposing.using))

    def singles(self) -> dict[str, float]:
        """The score with each gap closed alone, by the skill's id."""
        return {skill: self.score(skill) for skill in self.ids}

    def pairs(self, ids: Sequence[str]) -> Iterator[tuple[str, str, float]]:
        """The score with each two of `ids` closed."""
        return ((one, other, self.score(one, other)) for one, other in combinations(ids, 2))


def mean(places: Sequence[tuple[int, float]], strengths: Sequence[float], spared: set[int]) -> float | None:
    """Mean strength, weighted, of the requirements that count; None if nothing does."""
    pairs = [(w, strengths[at]) for at, w in places if at not in spared]
    weights = sum(w for w, _ in pairs)
    return sum(w * strength for w, strength in pairs) / weights if weights else None
