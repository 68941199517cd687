"""A line of a job or course cut at tabs, bars, spaced dashes and the like, with its dates taken out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tailor.parsers.dates import Dated, duration, find_periods
from tailor.parsers.lexicon import company_score, even, is_department, title_score, word_pattern
from tailor.parsers.locations import EDGES, is_place, split_place
from tailor.types import Line, Period

WIDE = re.compile(r"[ \t]{3,}|\t")
STRONG = re.compile(r"\t| [·▪∙◦/] |[|•●]| -{1,3} | : |; ")
EMPTY = re.compile(r"[(\[][\s,:;-]*[)\]]")
ASIDE = re.compile(r"\(([^()]*)\)")
ITALIC = re.compile(r"([_*])[^_*].*[^_*]\1")
LEGAL = r"(?i:inc|llc|ltd|plc|corp|co|gmbh|ag|s\.?a|s\.?r\.?l|s\.?p\.?a|lp|llp|limited|n\.?v|b\.?v)\.?"
TOWN = re.compile(rf"\b{LEGAL}, ([A-Z][\w'-]+(?: [A-Z][\w'-]+)?|[^,]*\d[^,]*)$")  # or an address, which has a number
MONTHS = re.compile(r"^\d{1,2}[- ]months?\s")
JOINING = frozenset({"and", "of", "for", "the", "de", "du", "der", "und", "at", "in", "&"})
SENTENCE_WORDS, ASIDE_WORDS, LONGEST = 16, 2, 600
CUT = "\t"
LEGAL_END = re.compile(r"(?i)\b(?:inc|ltd|co|corp|llc|s\.a|s\.l|s\.r\.l|b\.v|n\.v|jr|sr|dept)\.$")
OUTER = EDGES.translate(dict.fromkeys(map(ord, "()[]")))


@dataclass(frozen=True, slots=True)
class Row:
    """A line with its first period, what it says besides, and the cells of that.

    cells : pieces of `rest` in order, places excluded; asides in brackets and pieces in small letters are left out.
    place : the first place among them.
    told : whether the line is a bullet, sentence or paragraph rather than part of a header.
    """

    line: Line
    dated: Dated | None
    rest: str
    cells: tuple[str, ...]
    place: str | None
    told: bool

    @property
    def period(self) -> Period | None:
        """The period on the line; None on a line that tells something."""
        return self.dated.period if self.dated and not self.told else None


def columns(text: str) -> list[str]:
    """The pieces of `text` between tabs, or between three blanks and more; empty ones left out."""
    return [piece.strip() for piece in WIDE.split(text) if piece.strip()]


def strong_pieces(text: str) -> list[str]:
    """The pieces of `text` between tabs, bars, bullets, spaced dashes, slashes and colons."""
    return STRONG.split(WIDE.sub(CUT, text[:LONGEST]))


def row_of(line: Line, *, bullets: bool = False, closed: bool = False) -> Row:
    """`line` cut into a row; `bullets` lets a bullet be part of a header, `closed` one that ends in a full stop."""
    if len(line.text) > LONGEST:
        return Row(line, None, line.text[:LONGEST], (), None, told=True)
    text = line.text.replace("**", "").replace("__", "")
    italic = ITALIC.fullmatch(text) is not None
    text = text[1:-1] if italic else text
    found = () if word_pattern("periods", "birth").search(text) else find_periods(text)
    ranges = [dated for dated in found if not dated.single] or list(found)
    dated = ranges[0] if ranges else None
    rest = without(text, dated)
    if italic and dated is None and describes(text):
        return Row(line, None, "", (), None, told=False)
    told = tells(line, rest, dated, bullets=bullets, closed=closed)
    small = dated is not None and rest[:1].islower() and title_score(rest) > 0
    cells, place = ((), None) if told else cells_of(rest, small=small)
    return Row(line, dated, rest, cells, place, told)


def without(text: str, dated: Dated | None) -> str:
    """`text` with its dates turned into a cut and what they leave behind (empty brackets, durations) taken off."""
    flat = even(text)
    if dated is None:
        return flat
    flat = flat[: dated.start] + CUT + flat[dated.end :]
    return EMPTY.sub(CUT, duration().sub(CUT, flat)).strip(OUTER)


def tells(line: Line, rest: str, dated: Dated | None, *, bullets: bool, closed: bool) -> bool:
    """Whether a line is text of its own rather than part of a header."""
    words = len(ASIDE.sub("", rest).split())
    if line.kind == "bullet" and not bullets:
        return True
    if words > SENTENCE_WORDS or (rest[:1].islower() and dated is None):
        return True
    ended = not closed and rest.rstrip().endswith((".", ";")) and not LEGAL_END.search(rest)
    return words > 2 and ended and not at_edge(line.text, dated)


def at_edge(text: str, dated: Dated | None) -> bool:
    """Whether a date stands at the beginning or end of `text`, as in a header, rather than inside a sentence."""
    return dated is not None and (dated.start <= 1 or not text[dated.end :].strip(EDGES + "."))


def describes(text: str) -> bool:
    """Whether `text`, in italics, tells what an employer does rather than a name: it has small words or a figure."""
    words = [word for word in text.split() if word not in JOINING]
    return not title_score(text) and any(word[0].islower() or any(c.isdigit() for c in word) for word in words)


def cells_of(rest: str, *, small: bool = False) -> tuple[tuple[str, ...], str | None]:
    """The pieces of a header in order, and the first place among them; `small`: also pieces in small letters."""
    places = [aside for aside in ASIDE.findall(rest) if is_place(aside)]
    text = ASIDE.sub(lambda aside: aside[0] if keeps(aside[1]) else " ", rest)
    cells: list[str] = []
    asides = len(places)
    for piece in strong_pieces(text):
        bare = balanced(piece.strip(OUTER))
        if is_place(bare):
            places.insert(0, bare) if len(places) == asides else places.append(bare)
        elif (small or is_written(bare)) and any(c.isalpha() for c in bare) and not is_noise(bare):
            cells.append(bare)
    return tuple(cells), places[0].strip(EDGES) if places else None


def is_written(piece: str) -> bool:
    """Whether a piece is written as a name is, or stands for one ("various clients")."""
    return bool(piece) and (not piece[0].islower() or word_pattern("roles", "clients").fullmatch(piece) is not None)


def balanced(piece: str) -> str:
    """`piece` without a bracket at its edge that has no partner."""
    if piece.endswith((")", "]")) and piece.count("(") + piece.count("[") < piece.count(")") + piece.count("]"):
        return piece[:-1].rstrip()
    return piece.lstrip("([") if piece.count("(") > piece.count(")") and piece.startswith(("(", "[")) else piece


def stray_period(row: Row) -> Period | None:
    """The range that ends a bullet behind a tab, where a layout set the dates of a header beside its first bullet."""
    last = WIDE.split(row.line.text)[-1]
    found = find_periods(last) if last != row.line.text else ()
    alone = bool(found) and not found[0].single and not (last[: found[0].start] + last[found[0].end :]).strip(EDGES)
    return found[0].period if alone else None


def keeps(aside: str) -> bool:
    """Whether words in brackets belong to the name before them, and are neither a place nor a kind of contract."""
    contract = word_pattern("roles", "contracts").fullmatch(MONTHS.sub("", even(aside))) is not None
    return len(aside.split()) <= ASIDE_WORDS and "," not in aside and not contract and not is_place(aside)


def is_noise(cell: str) -> bool:
    """Whether a cell is only a label such as "Duration"."""
    return word_pattern("labels", "period").fullmatch(cell) is not None


def named(cell: str) -> tuple[str, str | None]:
    """A cell that names an organisation, without asides and without the place at its end; and that place."""
    left, place = split_place(ASIDE.sub("", cell).strip(EDGES))
    name, place = (left, place) if left else (cell, None)
    town = TOWN.search(name)
    if town is None or company_score(town[1]) or is_department(town[1]):
        return name, place
    return name[: town.start(1)].rstrip(EDGES), place or town[1]
