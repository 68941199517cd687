"""The nouns of Tailor: frozen values that flow from room to room.

No I/O and no logic beyond a property. Text is addressed in two ways that always agree: `Line.number`
is what a person sees (a line of a file), `start` and `end` are offsets into `Source.text`, counted in
code points, end exclusive. Whatever Tailor says about a document can be traced back by either.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from tailor.view import Record, Table

Need = Literal["required", "preferred", "responsibility"]
SkillType = Literal["hard", "tool", "domain", "soft", "credential"]
Status = Literal["covered", "partly", "missing"]
How = Literal["same words", "synonym", "narrower", "broader", "implied"]
Met = Literal["yes", "partly", "no"]
LineKind = Literal["heading", "bullet", "body"]
Action = Literal["rewrite", "move", "surface", "ask"]

COMPETENCIES = (
    "technical proficiency",
    "business acumen",
    "customer empathy",
    "communication and collaboration",
    "strategic thinking and problem solving",
    "leadership and influence",
)


# read -------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Address(Record):
    """Where a line stands inside a .docx package, so that a draft can edit it in place.

    part : name of the package part, such as "word/document.xml".
    paragraph : position of its `w:p` among all `w:p` of that part, in document order, from 0.
    segment : position of the line inside the paragraph, from 0; more than one after a soft break.
    """

    part: str
    paragraph: int
    segment: int = 0


@dataclass(frozen=True, slots=True)
class Line(Record):
    """One line of a document, with its bullet character and surrounding blanks taken off.

    number : from 1, in reading order; for plain text the number an editor shows.
    start : offset of `text` in `Source.text`.
    level : depth of nesting of a bullet, from 0.
    page : from 1; None where the format has no pages.
    bold, size : hints for headings; size in points, None where unknown.
    """

    text: str
    number: int
    start: int
    kind: LineKind = "body"
    level: int = 0
    page: int | None = None
    bold: bool = False
    size: float | None = None
    address: Address | None = None

    @property
    def end(self) -> int:
        """Offset just behind the line in `Source.text`."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Source(Record):
    """A document as read: `text[line.start:line.end] == line.text` holds for each of its lines.

    path : as the user gave it; "-" for standard input.
    format : name of the reader that read it: "txt", "docx", ...
    hints : what the file itself declares, such as "title", "company" or "posted" (ISO date).
    links : targets of the hyperlinks in the document, in reading order.
    """

    path: str
    format: str
    text: str
    lines: tuple[Line, ...]
    hints: Mapping[str, str] = field(default_factory=dict)
    links: tuple[str, ...] = ()


# parse ------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Section(Record):
    """A heading and the lines below it, up to the next heading.

    kind : a name of `models/resume.toml` or `models/posting.toml`, such as "experience" or "required".
    heading : None for lines above the first heading.
    """

    kind: str
    heading: Line | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Passage(Record):
    """A sentence (or a bullet of one sentence) of a posting and what its surroundings make of it.

    start, end : offsets into `Source.text`.
    line : `Line.number` it lies in.
    section : kind of the section it stands under.
    need : what a skill named here is to the posting, by its section alone; None in boilerplate.
    boilerplate : kind of boilerplate ("about", "benefits", "eeo", ...), or None.
    """

    start: int
    end: int
    line: int
    section: str
    need: Need | None
    boilerplate: str | None = None


@dataclass(frozen=True, slots=True)
class Salary(Record):
    """Yearly base pay; `maximum` is None where only a minimum is given. `currency` is ISO 4217."""

    minimum: float
    maximum: float | None
    currency: str | None


@dataclass(frozen=True, slots=True)
class Degree(Record):
    """A degree asked for: level "bachelor", "master", "mba" or "degree" (any, or a field alone)."""

    level: str
    status: Literal["required", "preferred"]
    or_equivalent: bool


@dataclass(frozen=True, slots=True)
class Posting(Record):
    """A job posting: facts, and every sentence with its section.

    level : "associate", "mid", "senior", "staff", "group", "director" or "executive".
    years : lowest number of years asked for overall; None if none is.
    mode : "remote", "hybrid", "onsite" or "unspecified".
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
    """A course of study: degree as printed, field if named apart, school, and its period."""

    degree: str | None
    field: str | None
    school: str | None
    period: Period
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Contact(Record):
    """How to reach the person; None or empty where the resume does not say."""

    name: str | None
    email: str | None
    phone: str | None
    location: str | None
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resume(Record):
    """A resume: who, what they did and when; every line belongs to exactly one section."""

    contact: Contact
    headline: Line | None
    roles: tuple[Role, ...]
    education: tuple[Education, ...]
    sections: tuple[Section, ...]
    source: Source


# extract ----------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Skill(Record):
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
    """

    skill: str
    text: str
    start: int
    end: int
    line: int
    need: Need | None = None
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Requirement(Record):
    """A skill a posting asks for: the strongest need of its mentions, and where it asks."""

    skill: Skill
    need: Need
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Evidence(Record):
    """A skill a resume shows.

    months : in roles whose lines name it, overlaps counted once; 0 outside dated roles.
    since : months from its last use to the reference month; None if no dated role names it.
    has_number : a line that names it holds a figure.
    """

    skill: str
    mentions: tuple[Mention, ...]
    months: int = 0
    since: int | None = None
    has_number: bool = False


# score ------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Proof(Record):
    """A resume line that answers a requirement, and how; strength in (0, 1].

    words : the words of the line that name the skill.
    """

    line: int
    text: str
    words: str
    how: How
    strength: float


@dataclass(frozen=True, slots=True)
class Coverage(Record):
    """How far the resume answers one requirement.

    strength : 0 (no evidence) to 1 (named, recent, backed by a number).
    proofs : strongest first.
    """

    requirement: Requirement
    status: Status
    strength: float
    proofs: tuple[Proof, ...] = ()


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
class Match(Table):
    """A resume held against a posting. `score` is in [0, 100], the sum of the parts' points.

    similarity : cosine of the TF-IDF vectors of the relevant texts, in [0, 1].
    as_of : the month "present" was read as.
    pm_years : years held with a product title, overlaps counted once.
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
    as_of: PartialDate
    pm_years: float
    suggestions: tuple[Suggestion, ...] = ()

    @property
    def gaps(self) -> tuple[Coverage, ...]:
        """What is asked for (required or preferred) and not shown, in the order of need."""
        return tuple(c for c in self.coverages if c.status == "missing" and c.requirement.need != "responsibility")

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


# suggest, write ---------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Edit(Record):
    """A change to the resume that claims nothing new: the same lines, or words of a line, in another order.

    kind : "bullets" puts whole lines in another order, "skills" the items of one line.
    lines : the `Line.number`s concerned; for "bullets" in their new order.
    before, after : the wording of the line for "skills", empty for "bullets".
    why : the reason, naming what the posting asks for.
    """

    kind: Literal["bullets", "skills"]
    lines: tuple[int, ...]
    why: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Refusal(Record):
    """An edit that was left out, and why."""

    edit: Edit
    reason: str


@dataclass(frozen=True, slots=True)
class Draft(Table):
    """A tailored resume to be written: the match it serves and the edits that make it.

    refused : filled in once it is written, with what could not be edited safely.
    """

    match: Match
    edits: tuple[Edit, ...]
    refused: tuple[Refusal, ...] = ()

    def rows(self) -> list[dict[str, object]]:
        """A row an edit: what is changed, and why."""
        return [{"kind": e.kind, "lines": list(e.lines), "after": e.after, "why": e.why} for e in self.edits]


# what `check` and `extract` give -----------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Reading(Table):
    """What is found in one document by itself.

    id : the record's own id, or the path.
    skills : those mentioned, by id.
    posting : None where the text is no job posting.
    """

    id: str
    source: Source
    mentions: tuple[Mention, ...]
    skills: Mapping[str, Skill]
    posting: Posting | None = None

    def rows(self) -> list[dict[str, object]]:
        """A row a mention."""
        return [{"skill": self.skills[m.skill].name, "text": m.text, "line": m.line, "need": m.need} for m in self.mentions]
