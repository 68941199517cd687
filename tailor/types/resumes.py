"""A resume as parsed."""

from __future__ import annotations

from dataclasses import dataclass

from tailor.types.documents import Line, Source
from tailor.view import Record, Shown


@dataclass(frozen=True, slots=True)
class Section(Record):
    """A heading and the lines below it, up to the next heading.

    kind : a name of `models/resume.toml` or `models/posting.toml`, such as "experience" or "required".
    heading : None for lines above the first heading.
    """

    kind: str
    heading: Line | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, order=True)
class PartialDate(Record):
    """A date at the precision it was written with; `month` (1 to 12) is 0 where only a year is given."""

    year: int
    month: int = 0

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}" if self.month else f"{self.year:04}"


@dataclass(frozen=True, slots=True)
class Period(Record):
    """From `start` to `end`; `current` for "present" and its like, where `end` is None."""

    start: PartialDate | None
    end: PartialDate | None
    current: bool = False


@dataclass(frozen=True, slots=True)
class Role(Record):
    """One position held: what stands in its header, and the lines that tell of it.

    header : the lines with title, company and dates.
    lines : bullets and paragraphs below, in reading order.
    level : as of `Posting.level`, read from the title; None without a title.
    product : whether the title is a product manager's, owner's or product lead's.
    """

    title: str | None
    company: str | None
    location: str | None
    period: Period
    header: tuple[Line, ...]
    lines: tuple[Line, ...]
    level: str | None = None
    product: bool = False


@dataclass(frozen=True, slots=True)
class Education(Record):
    """A course of study: degree as printed, field if named apart, school, and its period.

    level : "associate", "bachelor", "master", "mba" or "phd"; None if the degree names none of them.
    studies : groups of its field, as in `models/study_fields.toml`.
    """

    degree: str | None
    field: str | None
    school: str | None
    period: Period
    lines: tuple[Line, ...]
    level: str | None = None
    studies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact(Record):
    """How to reach the person; None or empty where the resume does not say."""

    name: str | None
    email: str | None
    phone: str | None
    location: str | None
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resume(Shown):
    """A resume: who, what they did and when; every line belongs to exactly one section."""

    contact: Contact
    headline: Line | None
    roles: tuple[Role, ...]
    education: tuple[Education, ...]
    sections: tuple[Section, ...]
    source: Source
