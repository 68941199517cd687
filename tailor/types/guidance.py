"""What to do about a match: how gaps are closed, how the profile reads, what an interview will ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tailor.types.checks import Check
from tailor.types.matches import Match
from tailor.types.words import Need
from tailor.view import Record, Table

StepKind = Literal["project", "tool", "course", "certificate", "regulation", "phrase"]
QuestionKind = Literal["behavioural", "technical", "product sense", "case", "estimation", "motivation"]


@dataclass(frozen=True, slots=True)
class Step(Record):
    """One thing that helps to close a gap.

    kind : a piece for the portfolio, a tool to try, a course or certificate, rules of a field to know, or, as
        "phrase", which work already done counts and how to write it down.
    weeks : fewest and most it typically takes at about five hours a week; None for a phrase.
    """

    kind: StepKind
    text: str
    weeks: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Guidance(Record):
    """What would close the gap of one requirement, what serves it best first.

    skill, name : id and name of what is asked for.
    group : the heading of `models/guidance.toml` it was found under; gaps that share one are closed together.
    """

    skill: str
    name: str
    need: Need
    group: str
    steps: tuple[Step, ...]

    @property
    def weeks(self) -> tuple[int, int] | None:
        """How long the first step with a length takes; None if none has one."""
        return next((step.weeks for step in self.steps if step.weeks), None)


@dataclass(frozen=True, slots=True)
class Beat(Record):
    """One part of an answer: "situation", "task", "action", "result", or what stands for them.

    line : `Line.number` of the resume line it rests on; None where the person must say it.
    """

    part: str
    text: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Question(Record):
    """A question that an interviewer is likely to ask, and how to build an answer.

    why : what in the posting makes it likely.
    about : name of the requirement it is on; "" for one on the posting as a whole.
    skill : its id, or None.
    gap : the resume does not show it, or only in part; the outline is then the honest answer.
    lines : `Line.number`s of the resume to answer from.
    outline : the parts of the answer, in the order to tell them.
    """

    kind: QuestionKind
    text: str
    why: str
    outline: tuple[Beat, ...]
    about: str = ""
    skill: str | None = None
    gap: bool = False

    @property
    def lines(self) -> tuple[int, ...]:
        """The resume lines of the outline, each once, in its order."""
        return tuple(dict.fromkeys(beat.line for beat in self.outline if beat.line is not None))


@dataclass(frozen=True, slots=True)
class Transfer(Record):
    """What one trade or side project brings: the title or heading, its line, and the requirements it answers."""

    way: str
    words: str
    line: int
    shows: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Thin(Record):
    """A competency of which little is shown: how much is asked, the share shown, what is missing, what to tell."""

    competency: str
    asked: int
    share: float
    missing: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class ProfileReading(Record):
    """The six competencies in plain sentences.

    stage : a key of `stage` in `models/transfer.toml`: "product", "changer", "newcomer" and the two without a title.
    strong : competencies of which most of what is asked is shown.
    """

    stage: str
    summary: str
    strong: tuple[str, ...]
    transfers: tuple[Transfer, ...]
    thin: tuple[Thin, ...]


@dataclass(frozen=True, slots=True)
class Interview(Table):
    """How to prepare for the interview that a match may lead to."""

    match: Match
    questions: tuple[Question, ...]
    guidance: tuple[Guidance, ...]
    reading: ProfileReading

    def rows(self) -> list[dict[str, object]]:
        """A row a question."""
        return [
            {"kind": q.kind, "question": q.text, "about": q.about, "gap": q.gap, "lines": list(q.lines), "why": q.why}
            for q in self.questions
        ]


@dataclass(frozen=True, slots=True)
class Page(Record):
    """A match with what a report shows beside it.

    checks : of the resume against the posting, and of the resume by itself.
    guidance : what would close the gaps.
    reading : how the six competencies read.
    """

    match: Match
    checks: tuple[Check, ...] = ()
    guidance: tuple[Guidance, ...] = ()
    reading: ProfileReading | None = None
