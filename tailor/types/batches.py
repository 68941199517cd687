"""Many postings held against one resume, or several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tailor.types.matches import Bar, Part
from tailor.types.postings import Salary
from tailor.types.words import Need
from tailor.view import Plotted, Record, Table

PART_NAMES = ("must-haves", "nice-to-haves", "responsibilities", "level", "years", "education", "similarity", "cap")
COLUMNS = (
    *("rank", "score", "title", "company"),
    *PART_NAMES,
    *("musts covered", "musts partly", "musts missing", "years asked", "years met", "level asked"),
    *("salary from", "salary to", "currency", "mode", "location", "file", "resume", "scores"),
    *("cluster", "twin of", "twins", "reasons"),
)


@dataclass(frozen=True, slots=True)
class Ranked(Record):
    """One posting in its place: its best score among the resumes, what that rests on, and what the posting says.

    rank : from 1, in the order asked for.
    file : the posting, relative to the folder; a record of a file of postings as "file#id".
    resume, scores : the resume that fits best, and the score of each; the first given wins a tie.
    covered, partly, missing : names of the must-haves, in the order of the posting.
    questions : on the gaps, each with the points a yes would bring, most first.
    twin_of : the best of its near-duplicates, "" for that one and for a posting without any.
    twins : how many near-duplicates it has.
    cluster : number of its cluster in `Market.clusters`; None where there are none.
    """

    rank: int
    file: str
    title: str
    company: str
    location: str
    level: str
    mode: str
    years: Bar
    salary: Salary | None
    score: float
    parts: tuple[Part, ...]
    resume: str
    scores: Mapping[str, float]
    covered: tuple[str, ...]
    partly: tuple[str, ...]
    missing: tuple[str, ...]
    questions: tuple[tuple[str, float], ...] = ()
    twin_of: str = ""
    twins: int = 0
    cluster: int | None = None

    @property
    def reasons(self) -> str:
        """What the score rests on: a phrase a part."""
        return "; ".join(f"{part.name} {part.points:g} of {part.maximum:g} ({part.why})" for part in self.parts)

    @property
    def row(self) -> dict[str, object]:
        """The posting as a row of the table; a part that does not apply is None."""
        points = {part.name: part.points for part in self.parts}
        return {
            "rank": self.rank,
            "score": self.score,
            "title": self.title,
            "company": self.company,
            **{name: points.get(name) for name in PART_NAMES},
            "musts covered": "; ".join(self.covered),
            "musts partly": "; ".join(self.partly),
            "musts missing": "; ".join(self.missing),
            "years asked": self.years.asked,
            "years met": self.years.met or "",
            "level asked": self.level,
            "salary from": self.salary.minimum if self.salary else None,
            "salary to": self.salary.maximum if self.salary else None,
            "currency": (self.salary.currency if self.salary else None) or "",
            "mode": self.mode,
            "location": self.location,
            "file": self.file,
            "resume": self.resume,
            "scores": "; ".join(f"{name} {score:g}" for name, score in self.scores.items()),
            "cluster": self.cluster,
            "twin of": self.twin_of,
            "twins": self.twins,
            "reasons": self.reasons,
        }


@dataclass(frozen=True, slots=True)
class Failed(Record):
    """A file or record that was not compared, why, and the way out."""

    file: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Asked(Record):
    """A skill the market asks for.

    postings : how many ask for it; by_need: with which need. shown : how many of them the resume answers, at least
    in part.
    """

    skill: str
    competency: str
    postings: int
    by_need: Mapping[Need, int]
    shown: int


@dataclass(frozen=True, slots=True)
class Opening(Record):
    """What showing one skill that the resume lacks would change, by the score itself.

    asked : postings in which it is a gap; lifted : those that it alone lifts from below the threshold to it or above.
    gain : mean points over `asked`.
    """

    skill: str
    asked: int
    lifted: int
    gain: float


@dataclass(frozen=True, slots=True)
class PairOpening(Record):
    """What showing two skills at once would change; fields as in `Opening`, of the postings in which both are gaps."""

    skills: tuple[str, str]
    asked: int
    lifted: int
    gain: float


@dataclass(frozen=True, slots=True)
class Cluster(Record):
    """Postings that ask for alike skills.

    skills : what is asked for here more often than elsewhere, most typical first, with the share of these postings
        that ask for it. within : how many are within reach. score : mean. best : the posting with the highest score.
    """

    number: int
    postings: int
    within: int
    score: float
    skills: Mapping[str, float]
    best: str


@dataclass(frozen=True, slots=True)
class Spread(Record):
    """Quartiles of yearly base pay (the middle of each range) in one currency, over `postings`."""

    currency: str
    postings: int
    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class Market(Plotted, Table):
    """What the postings ask for together; near-duplicates count once.

    threshold : score from which a posting is within reach; within : how many are.
    competencies : (name, times asked, share answered in [0, 1]).
    levels, modes : postings by level and by mode of work.
    pairs : the best pairs of gaps, of the skills that are gaps most often below the threshold.
    clusters : kinds of postings, largest first; none if there are few postings.
    """

    postings: int
    threshold: float
    within: int
    asked: tuple[Asked, ...]
    competencies: tuple[tuple[str, int, float], ...]
    openings: tuple[Opening, ...]
    salaries: tuple[Spread, ...]
    levels: Mapping[str, int]
    modes: Mapping[str, int]
    pairs: tuple[PairOpening, ...] = ()
    clusters: tuple[Cluster, ...] = ()

    def rows(self) -> list[dict[str, object]]:
        """A row a skill that is asked for, most asked first."""
        return [
            {
                "skill": a.skill,
                "competency": a.competency,
                "postings": a.postings,
                **{need: a.by_need[need] for need in a.by_need},
                "shown": a.shown,
            }
            for a in self.asked
        ]


@dataclass(frozen=True, slots=True)
class Batch(Plotted, Table):
    """Postings ranked. `ranked` and `failures` are read from OUTDIR as they are asked for: it must still be there.

    failures : those that could not be compared; compared : how many could, also where filters leave some out.
    skipped : what was set aside, being a resume and no posting; that is no failure.
    reused : how many of those compared were done before.
    ignored : files in the folder of kinds that hold no posting.
    files : names of the outputs in `outdir`.
    scores : of all that were compared, near-duplicates once, as the market counts them.
    """

    outdir: str
    ranked: Sequence[Ranked]
    failures: Sequence[Failed]
    skipped: Sequence[Failed]
    market: Market
    compared: int
    reused: int
    ignored: int
    files: tuple[str, ...]
    scores: tuple[float, ...] = ()

    def rows(self) -> list[dict[str, object]]:
        """A row a posting, as in table.csv."""
        return [item.row for item in self.ranked]
