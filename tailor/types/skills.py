"""Skills, and where documents name them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tailor.types.words import How, Need, SkillType
from tailor.view import Record, Shown


@dataclass(frozen=True, slots=True)
class Skill(Shown):
    """A concept of the taxonomy; the fields are explained in `models/README.md`."""

    id: str
    name: str
    type: SkillType
    competency: str
    forms: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    cased: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Mention(Record):
    """A stretch of a document that names a skill: `source.text[start:end] == text`.

    skill : id of the concept.
    line : `Line.number`.
    need : None on a resume, and in the boilerplate of a posting.
    negated : the posting says that this is not asked for.
    years : how many years of it the posting asks for, where it says so.
    """

    skill: str
    text: str
    start: int
    end: int
    line: int
    need: Need | None = None
    negated: bool = False
    years: int | None = None


@dataclass(frozen=True, slots=True)
class Requirement(Record):
    """A skill a posting asks for: the strongest need of its mentions, and where it asks.

    alternatives : ids of the other skills that will do in its place ("Amplitude or Mixpanel").
    """

    skill: Skill
    need: Need
    mentions: tuple[Mention, ...]
    alternatives: tuple[str, ...] = ()

    @property
    def years(self) -> int | None:
        """How many years of it are asked for, as the first mention that says so; None if none does."""
        return next((mention.years for mention in self.mentions if mention.years is not None), None)

    @property
    def asked(self) -> Mention:
        """The first mention at the strongest need: where the posting asks for it most plainly."""
        return next((mention for mention in self.mentions if mention.need == self.need), self.mentions[0])

    def will_do_for(self, other: Requirement) -> bool:
        """Whether either of the two will do in the place of the other."""
        return other.skill.id in self.alternatives and self.skill.id in other.alternatives


@dataclass(frozen=True, slots=True)
class Inference(Record):
    """A resume line that shows a skill without naming it.

    line : `Line.number`.
    how : "paraphrase" (told by what was done) or "implied" (follows from a job held).
    sure : estimated probability in (0, 1] that a careful reader would agree.
    words : the words it rests on.
    """

    skill: str
    line: int
    how: How
    sure: float
    words: str


@dataclass(frozen=True, slots=True)
class Way(Record):
    """A way into product management a resume shows: its name, the title or heading that says so, and its line."""

    name: str
    words: str
    line: int


class Told(NamedTuple):
    """What a posting and the lines of a resume tell of, named or not: a number for each skill of the evidence model.

    A number is the probability that the text shows the skill, times how rare it is to show it (an inverse document
    frequency, in the order of the model's skills); of the posting, that of the passage that shows it most.
    lines : by `Line.number`.
    """

    posting: Sequence[float]
    lines: Mapping[int, Sequence[float]]


@dataclass(frozen=True, slots=True)
class Evidence(Record):
    """A skill a resume shows: named (`mentions`), told of without a name (`inferred`), or both.

    months : in roles whose lines show it, overlaps counted once; 0 outside dated roles.
    since : months from its last use to the reference month; None if no dated role shows it.
    has_number : a line that shows it holds a figure.
    """

    skill: str
    mentions: tuple[Mention, ...]
    months: int = 0
    since: int | None = None
    has_number: bool = False
    inferred: tuple[Inference, ...] = ()

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines that show it, each once, in reading order."""
        return tuple(sorted({m.line for m in self.mentions} | {i.line for i in self.inferred}))
