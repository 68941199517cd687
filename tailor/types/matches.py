"""A resume held against a posting."""

from __future__ import annotations

from dataclasses import dataclass

from tailor.types.postings import Posting
from tailor.types.resumes import PartialDate, Resume
from tailor.types.skills import Requirement
from tailor.types.words import Action, How, Met, Status
from tailor.view import Plotted, Record, Table


@dataclass(frozen=True, slots=True)
class Proof(Record):
    """A resume line that answers a requirement, and how; strength in (0, 1].

    words : the words of the line that name the skill, or that it is inferred from.
    sure : 1 where the line names the skill; where it is inferred, the estimated probability that it is shown.
    """

    line: int
    text: str
    words: str
    how: How
    strength: float
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Coverage(Record):
    """How far the resume answers one requirement.

    strength : 0 (no evidence) to 1 (named, recent, backed by a number).
    proofs : strongest first.
    months : in dated roles whose lines show the skill itself, to hold against the years a requirement may ask for.
    spared_by : name of an alternative that the resume answers better, so that this one counts for nothing; or None.
    """

    requirement: Requirement
    status: Status
    strength: float
    proofs: tuple[Proof, ...] = ()
    months: int = 0
    spared_by: str | None = None

    @property
    def lacking(self) -> bool:
        """Whether nothing shows what is asked for, and no alternative that the posting names does."""
        return self.status == "missing" and self.spared_by is None


@dataclass(frozen=True, slots=True)
class Part(Record):
    """One named part of the score: `points` of at most `maximum`; the points sum to the score."""

    name: str
    points: float
    maximum: float
    why: str


@dataclass(frozen=True, slots=True)
class Profile(Record):
    """One competency: how many requirements fall in it, and which share in [0, 1] is answered."""

    competency: str
    asked: int
    share: float


@dataclass(frozen=True, slots=True)
class Bar(Record):
    """A bar the posting sets in numbers or degrees: `asked`, `shown` (both as text), and `met`."""

    asked: str
    shown: str
    met: Met | None


@dataclass(frozen=True, slots=True)
class Suggestion(Record):
    """A change worth making.

    line : `Line.number` of the resume it speaks of; None for a question.
    before, after : the wording now and proposed; for a move, the line it should stand before.
    why : the reason, quoting the posting.
    gain : points the score moves by when it is applied (for a question: if the answer is yes).
    """

    rule: str
    action: Action
    why: str
    line: int | None = None
    before: str = ""
    after: str = ""
    skill: str | None = None
    gain: float = 0.0


@dataclass(frozen=True, slots=True)
class Match(Plotted, Table):
    """A resume held against a posting. `score` is in [0, 100], the sum of the parts' points.

    similarity : cosine of the TF-IDF vectors of the words of the relevant texts, in [0, 1].
    likeness : the same of the skills that their lines tell of, named or not.
    as_of : the month "present" was read as.
    pm_years : years held with a product title, overlaps counted once.
    copied : numbers of the resume's lines that stand in the posting; they count for nothing.
    """

    posting: Posting
    resume: Resume
    score: float
    parts: tuple[Part, ...]
    coverages: tuple[Coverage, ...]
    profile: tuple[Profile, ...]
    years: Bar
    degree: Bar
    similarity: float
    likeness: float
    as_of: PartialDate
    pm_years: float
    suggestions: tuple[Suggestion, ...] = ()
    copied: tuple[int, ...] = ()

    @property
    def gaps(self) -> tuple[Coverage, ...]:
        """What is asked for (required or preferred) and not shown, in the order of need."""
        return tuple(c for c in self.coverages if c.lacking and c.requirement.need != "responsibility")

    @property
    def gap_choices(self) -> tuple[tuple[Coverage, ...], ...]:
        """The gaps, those together of which any one will do ("NetSuite, SAP or Workday"), in the posting's order."""
        found: list[tuple[Coverage, ...]] = []
        taken: set[str] = set()
        for gap in self.gaps:
            if gap.requirement.skill.id not in taken:
                together = [gap, *(other for other in self.gaps if gap.requirement.will_do_for(other.requirement))]
                taken.update(one.requirement.skill.id for one in together)
                found.append(tuple(sorted(together, key=lambda one: one.requirement.mentions[0].start)))
        return tuple(found)

    def rows(self) -> list[dict[str, object]]:
        """A row a requirement: what is asked, whether it is met, and the two lines that say so."""
        return [
            {
                "requirement": c.requirement.skill.name,
                "need": c.requirement.need,
                "status": c.status,
                "strength": c.strength,
                "how": c.proofs[0].how if c.proofs else "",
                "resume line": c.proofs[0].text if c.proofs else "",
                "posting words": c.requirement.mentions[0].text,
                "competency": c.requirement.skill.competency,
            }
            for c in self.coverages
        ]
