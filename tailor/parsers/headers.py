"""The header of a job: which piece is the title, which the company, which the place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tailor.parsers.cells import LEGAL, Row, named
from tailor.parsers.lexicon import alternatives, company_score, even, is_department, lexicon, title_score
from tailor.parsers.locations import is_place, split_place
from tailor.types import Period

AT = re.compile(r"\s+(?:at|@|bei|chez|en|w)\s+|\s*@\s*")
WITH = re.compile(r"\s+(?:in|with|for)\s+")
COMMA = re.compile(r"\s*,\s*")
LEGAL_FORM = re.compile(LEGAL)
COUNTED = re.compile(r"\(?\d{1,2}[.)]\s+")


@dataclass(frozen=True, slots=True)
class Header:
    """What the header of one job says."""

    title: str | None = None
    company: str | None = None
    place: str | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Habit:
    """How a document writes its headers, for pieces that do not tell by themselves.

    company_first : it names the company before the title.
    town_last : it ends most headers with a place.
    """

    company_first: bool = False
    town_last: bool = False


def header_of(rows: Sequence[Row], habit: Habit = Habit(), *, inherits: bool = False) -> Header:
    """What `rows` say together; `inherits`: a company is known from above, so that none has to be found."""
    period = next((row.period for row in rows if row.period), None)
    place = next((row.place for row in rows if row.place), None)
    cells = [opened(COUNTED.sub("", cell)) for row in rows for cell in row.cells]
    if habit.town_last and not place:
        cells, place = without_town(cells)
    title, company = assigned(cells, company_first=habit.company_first, inherits=inherits)
    if company:
        company, at = named(company)
        place = at or place
    return Header(title, company, place, period)


def without_town(cells: list[str]) -> tuple[list[str], str | None]:
    """`cells` with the last piece of the last one that has commas taken for a town, and that town."""
    for at in range(len(cells) - 1, -1, -1):
        pieces = COMMA.split(cells[at])
        if split_place(cells[at])[1]:
            return cells, None
        town = pieces[-1]
        spare = len(pieces) > 2 or (len(pieces) == 2 and len(cells) > 1 and not title_score(pieces[0]))
        if spare and len(town.split()) <= 2 and not title_score(town) and not company_score(town):
            return [*cells[:at], ", ".join(pieces[:-1]), *cells[at + 1 :]], town
    return cells, None


def opened(cell: str) -> str:
    """`cell` without opening words such as "Worked with"."""
    found = opener().match(even(cell))
    return cell[found.end() :] if found else cell


@cache
def opener() -> re.Pattern[str]:
    """The words of `[openers]` at the beginning of a text."""
    words = [word for words in lexicon("openers").values() for word in words]
    return re.compile(rf"(?:{alternatives(words)})\s+(?=\S)", re.IGNORECASE)


def assigned(cells: list[str], *, company_first: bool, inherits: bool) -> tuple[str | None, str | None]:
    """Title and company among `cells`."""
    if not cells:
        return None, None
    if len(cells) == 1:
        return from_one(cells[0], inherits=inherits)
    best = max(range(len(cells)), key=lambda at: (title_rank(cells[at]), -at))
    if title_rank(cells[best]) <= 0:
        return (cells[1], cells[0]) if company_first else (cells[0], cells[1])
    others = [cell for at, cell in enumerate(cells) if at != best]
    title, inner = from_one(cells[best], inherits=True)
    if inner and is_named(inner) and not any(is_named(cell) for cell in others):
        return title, inner
    company = max(others, key=lambda cell: (not is_department(cell), company_rank(cell), -others.index(cell)))
    return cells[best], company


def is_named(cell: str) -> bool:
    """Whether `cell` sounds like an organisation, and not like a part of one."""
    return company_score(cell) > 0 and not is_department(cell)


def title_rank(cell: str) -> int:
    """How much `cell` sounds like a title rather than an organisation; a department behind it is neither."""
    title = undivided(cell)
    return title_score(title) * 2 - company_score(title)


def undivided(cell: str) -> str:
    """`cell` without the department that stands behind the comma of a title: "Product Manager, Digital Health"."""
    title, comma, part = cell.partition(", ")
    return title if comma and title_score(title) == 2 and is_department(part) else cell


def company_rank(cell: str) -> int:
    """How much `cell` sounds like an organisation rather than a title."""
    return company_score(cell) * 2 - title_score(cell)


def from_one(cell: str, *, inherits: bool) -> tuple[str | None, str | None]:
    """Title and company in one piece: "X at Y", "X, Y" or "Y, X"; where only one is there, which it is."""
    pair = AT.split(cell, maxsplit=1)
    if len(pair) == 2 and all(pair) and (title_score(pair[0]) or "@" in cell):
        return pair[0], pair[1]
    pair = WITH.split(cell, maxsplit=1)
    if len(pair) == 2 and title_score(pair[0]) == 2 and company_score(pair[1]):
        return pair[0], pair[1]
    pieces = joined([piece for piece in COMMA.split(cell) if piece])
    for count in range(len(pieces) - 1, 0, -1):
        left, right = ", ".join(pieces[:count]), ", ".join(pieces[count:])
        if not is_place(right) and divides(left, right, inherits=inherits):
            return left, right
        if not inherits and title_rank(right) > 0 and not title_score(left):
            return right, left
    return (cell, None) if title_rank(cell) > 0 or (inherits and not company_score(cell)) else (None, cell)


def divides(left: str, right: str, *, inherits: bool) -> bool:
    """Whether a title ends where `left` does and an organisation follows."""
    if not title_score(left) or title_score(right) == 2:
        return False
    return company_score(right) > 0 or not inherits


def joined(pieces: list[str]) -> list[str]:
    """`pieces` with a legal form, or a place, put back behind the name it follows."""
    found: list[str] = []
    for piece in pieces:
        if found and (LEGAL_FORM.fullmatch(piece) or (is_place(piece) and len(found) > 1)):
            found[-1] += ", " + piece
        else:
            found.append(piece)
    return found
