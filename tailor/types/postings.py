"""A posting as parsed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tailor.types.documents import Source
from tailor.types.words import Need
from tailor.view import Record, Shown


@dataclass(frozen=True, slots=True)
class Passage(Record):
    """A sentence (or a bullet of one sentence) of a posting and what its surroundings make of it.

    start, end : offsets into `Source.text`.
    line : `Line.number` it lies in.
    section : kind of the section it stands under.
    need : what a skill named here is to the posting; None in boilerplate and in the heading of a section.
    boilerplate : kind of boilerplate ("about", "benefits", "eeo", ...), or None.
    years : numbers of years it asks for, each with the offset at which what it asks them of begins.
    """

    start: int
    end: int
    line: int
    section: str
    need: Need | None
    boilerplate: str | None = None
    years: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Salary(Record):
    """Yearly base pay; `maximum` is None where only a minimum is given. `currency` is ISO 4217."""

    minimum: float
    maximum: float | None
    currency: str | None


@dataclass(frozen=True, slots=True)
class Degree(Record):
    """A degree asked for: level "bachelor", "master", "mba" or "degree" (any, or a field alone).

    studies : groups of the fields asked for, as in `models/study_fields.toml`; empty if any field will do.
    """

    level: str
    status: Literal["required", "preferred"]
    or_equivalent: bool
    studies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Posting(Shown):
    """A job posting: facts, and every sentence with its section.

    level : "associate", "mid", "senior", "staff", "group", "director" or "executive".
    years : lowest number of years asked for overall; None if none is.
    mode : "remote", "hybrid", "onsite" or "unspecified".
    visa : "sponsored", "not sponsored", or None where the posting does not say.
    deadline : last day to apply as an ISO date, or None.
    product : whether the title is a product manager's, owner's or lead's; True where there is no title.
    """

    title: str
    company: str | None
    level: str
    years: int | None
    degrees: tuple[Degree, ...]
    salary: Salary | None
    mode: str
    location: str | None
    passages: tuple[Passage, ...]
    source: Source
    visa: str | None = None
    deadline: str | None = None
    product: bool = True

    @property
    def telling(self) -> tuple[Passage, ...]:
        """The passages that say what the job is and what the company makes: all but benefits, process and the like."""
        return tuple(passage for passage in self.passages if passage.boilerplate in (None, "top", "about"))
