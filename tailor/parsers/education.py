"""Courses of study under the headings of education, in the order of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from tailor.parsers.cells import ASIDE, Row, keeps, row_of
from tailor.parsers.fields import Fields, field_names, labelled_records, table_records
from tailor.parsers.levels import degree_level
from tailor.parsers.lexicon import even, lexicon, title_score, word_pattern, word_set
from tailor.parsers.locations import is_place, split_place
from tailor.parsers.studies import studies_in
from tailor.types import Education, Line, Period

COUNT = re.compile(r"^\d{1,2}\s+(?=A[- ][Ll]evel)")
COMMA = re.compile(r"\s*,\s*")
FROM = re.compile(r"\s+(?:from|at|@)\s+")
FIELD = re.compile(r"(.{2,60}?)\s+in\s+(?:the\s+)?(\S.*)")
LOOSE = re.compile(r"\s+(?:in|from|of|at|on|during|dated)$")


@dataclass
class Course:
    """A course while it is collected."""

    degree: list[str] = field(default_factory=list)
    school: str | None = None
    spare: str | None = None
    period: Period | None = None
    lines: list[Line] = field(default_factory=list)


def education_of(lines: Sequence[Line]) -> tuple[Education, ...]:
    """The courses in the lines of one section."""
    names = {**field_names("labels"), **field_names("columns")}
    names = {label: {"title": "degree", "company": "school", "period": "year"}.get(n, n) for label, n in names.items()}
    records = list(table_records(lines, names, needed={"degree", "school"}))
    records = records or [r for r in labelled_records(lines, names, key=("degree",)) if len(r.values) >= 2]
    if records:
        return tuple(from_record(record) for record in records)
    return tuple(finished(course) for course in courses(lines) if course.degree or course.school)


def from_record(record: Fields) -> Education:
    """The course that a record of labelled fields tells."""
    line = Line(record.values.get("year", ""), 1, 0)
    row = row_of(line)
    degree, school = record.values.get("degree"), record.values.get("school")
    lines = (*record.head, *record.body)
    named, area = split_field(degree) if degree else (None, None)
    studies = studies_in(" ".join(filter(None, (named, area))))
    return Education(named, area, school, finishing(row), lines, degree_level(degree), studies)


def finishing(row: Row) -> Period:
    """The period of a row; a single date is when the course ended."""
    if row.dated is None:
        return Period(None, None)
    period = row.dated.period
    return Period(None, period.start) if row.dated.single else period


def courses(lines: Sequence[Line]) -> Iterator[Course]:
    """Courses one after the other: what the open one has already begins the next."""
    open_: Course | None = None
    for line in lines:
        row = row_of(line, bullets=True, closed=True)
        degree, school, spare = parts_of(row)
        if open_ is None or begins(open_, row, degree, school):
            if open_ is not None:
                yield open_
            open_ = Course()
        open_.lines.append(line)
        open_.degree = open_.degree or degree
        open_.school = open_.school or school
        open_.spare = open_.spare or spare
        other = spare is not None and not (degree or school) and bool(open_.degree and open_.school)
        if row.period and open_.period is None and not other:
            open_.period = finishing(row)
    if open_ is not None:
        yield open_


def begins(open_: Course, row: Row, degree: list[str], school: str | None) -> bool:
    """Whether a row begins another course than the open one."""
    if degree and open_.degree:
        return True
    if school and open_.school and (row.period or not open_.degree or not degree):
        return open_.period is not None or bool(open_.degree)
    return bool(row.period and open_.period and (open_.degree or open_.school) and row.dated and not row.told)


def parts_of(row: Row) -> tuple[list[str], str | None, str | None]:
    """Degree (with its field), school, and a piece that may be either, as a row gives them."""
    degree: list[str] = []
    school: str | None = None
    spare: str | None = None
    for cell in row.cells if not is_detail(row.rest) else ():
        pieces = joined([half for part in COMMA.split(unplaced(cell)) for half in halves(part)])
        again = bool(degree and pieces) and is_degree(pieces[0])  # "Bachelor of Science - BSc, Economics"
        for piece in pieces[1:] if again else pieces:
            clean = LOOSE.sub("", without_status(piece))
            if is_degree(clean) and not degree:
                degree = [clean]
            elif is_school(clean) and school is None:
                school = clean
            elif (
                degree
                and school is None
                and not is_place(clean)
                and not is_detail(clean)
                and (again or cell.startswith(degree[0]))
            ):
                degree.append(clean)
            elif spare is None and clean and not is_place(clean) and not is_detail(clean):
                spare = clean
    return degree, school or school_aside(row), spare


def school_aside(row: Row) -> str | None:
    """The school in brackets behind subjects: "A-levels: Law, Economics (Harrow College, 2014)"."""
    asides = [] if is_detail(row.rest) else ASIDE.findall(row.rest)
    return next((COMMA.split(aside)[0] for aside in asides if is_school(aside) and not keeps(aside)), None)


def without_status(piece: str) -> str:
    """`piece` without a word such as "Expected" at its beginning."""
    found = word_pattern("education", "expected").match(piece)
    return piece[found.end() :].lstrip(" :") if found else piece


def halves(piece: str) -> list[str]:
    """Degree and school of "BA History from Oberlin College" or "Harrow School: 3 A-levels"; other pieces whole."""
    left, *right = FROM.split(piece, maxsplit=1)
    if is_degree(left) or any(map(is_school, right)):
        return [without_verb(left), *right]
    left, colon, behind = piece.partition(": ")
    return [left, behind] if colon and is_school(left) else [piece]


def without_verb(piece: str) -> str:
    """`piece` without a word such as "Studied" at its beginning."""
    found = word_pattern("education", "studied").match(piece)
    return piece[found.end() :].lstrip(" :") if found else piece


def unplaced(cell: str) -> str:
    """`cell` without the place at its end; a lone town behind "University of X" is its campus and stays."""
    left, place = split_place(cell)
    campus = place is not None and "," not in place and re.search(r"(?i)university of [\w ]+$", left)
    return cell if not left or campus else left


def joined(pieces: list[str]) -> list[str]:
    """`pieces` with the campus of "University of X, Campus" put back."""
    found: list[str] = []
    for piece in pieces:
        campus = bool(found) and re.match(r"(?i)university of \w+$", found[-1]) and not is_degree(piece)
        if campus and piece[:1].isupper() and len(piece.split()) <= 3:
            found[-1] += ", " + piece
        elif piece:
            found.append(piece)
    return found


def is_detail(text: str) -> bool:
    """Whether `text` is about a course (grades, subjects) rather than its name."""
    return word_pattern("education", "details").match(even(text).strip()) is not None


def is_school(text: str) -> bool:
    """Whether `text` names a school."""
    codes = lexicon("education")["school_codes"]
    return word_pattern("education", "schools").search(even(text)) is not None or any(c in text.split() for c in codes)


@lru_cache(maxsize=2048)
def is_degree(text: str) -> bool:
    """Whether `text` begins with the name of a degree; a short one has to be in capitals or dotted.

    Or it ends in the name of a course: "Google Data Analytics Certificate".
    """
    if is_award(text):
        return True
    words = COUNT.sub("", even(text)).replace("(", " ").split()[:4]
    for count in range(min(3, len(words)), 0, -1):
        phrase = " ".join(words[:count]).lower().rstrip(",:")
        if phrase.replace(".", "") in degree_words():
            first = words[0].rstrip(",:")
            return (
                len(phrase) > 5
                or "." in first
                or sum(c.isupper() for c in first) >= 2
                or first[:1].isdigit()
                or count > 1
            )
    return False


def is_award(text: str) -> bool:
    """Whether `text` names a certificate or the like, and no school or trade ("Scrum Master Certificate")."""
    first, _, last = text.rpartition(" ")
    if not first or not word_pattern("education", "awards").fullmatch(last):
        return False
    return text[:1].isupper() and not is_school(text) and not title_score(text)


@cache
def degree_words() -> frozenset[str]:
    """Names of degrees without dots."""
    return frozenset(name.replace(".", "") for name in word_set("education", "degrees"))


def finished(course: Course) -> Education:
    """`course` as a value; a piece that is neither fills what is missing."""
    school = course.school or (course.spare if course.degree else None)
    degree = course.degree or ([course.spare] if course.spare and course.spare != school else [])
    left = course.spare if course.spare not in (school, *degree) else None
    named, inside = split_field(degree[0]) if degree else (None, None)
    area = ", ".join(filter(None, (inside, *degree[1:]))) or (left if named and len(named.split()) == 1 else None)
    bare = ASIDE.sub("", school).strip() if school else None
    period = course.period or Period(None, None)
    level, studies = degree_level(degree[0] if degree else None), studies_in(" ".join(filter(None, (named, area))))
    return Education(named, area, bare, period, tuple(course.lines), level, studies)


def split_field(degree: str) -> tuple[str, str | None]:
    """A degree and its field, where one text holds both: "BSc in Economics", "B.A. History"."""
    if (found := FIELD.match(degree)) and is_degree(found[1]):
        return found[1], found[2]
    first, _, rest = degree.partition(" ")
    short = "." in first or sum(c.isupper() for c in first) >= 2
    if short and is_degree(first) and rest[:1].isupper() and not is_degree(rest):
        return first, rest
    return degree, None
