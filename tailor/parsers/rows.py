"""The rows of a section of jobs: one a line, but for lines that name several jobs and ranges that go on below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tailor.parsers.cells import Row, row_of
from tailor.parsers.dates import find_periods
from tailor.parsers.lexicon import even, title_score, word_pattern
from tailor.parsers.locations import EDGES
from tailor.types import Line

LONGEST_DATE = 20
FIRST = re.compile(r"\s*[:,-]\s*([^.;]{4,80})[.;]\s+(?=[A-Z])")


def rows_in(lines: Sequence[Line]) -> list[Row]:
    """The rows of `lines`; bullets are among the headers only where nothing else has a date."""
    rows = without_breaks(merged([row for line in lines for row in rows_of(line)]))
    if any(row.period for row in rows):
        return rows
    bulleted = merged([row_of(line, bullets=True) for line in lines])
    return bulleted if any(row.period and title_score(row.rest) for row in bulleted) else rows


def rows_of(line: Line) -> Iterator[Row]:
    """The rows of a line: several where it names several jobs one after the other, each with its range."""
    whole = row_of(opened(line))
    ends = [dated.end for dated in find_periods(line.text) if not dated.single] if whole.period else []
    texts = [line.text[start:end].strip(EDGES) for start, end in pairwise((0, *ends))]
    if len(texts) < 2 or not all(title_score(text) for text in texts):
        yield replace(whole, line=line)
        return
    for text in texts:
        yield replace(row_of(replace(line, text=text)), line=line)


def opened(line: Line) -> Line:
    """`line`, of a paragraph as "2017-2021: Product Lead at Acme. Maps for ..." the part up to the first full stop."""
    dated = next(iter(find_periods(line.text)), None)
    if line.kind != "body" or dated is None or dated.single or dated.start > 1:
        return line
    first = FIRST.match(even(line.text), dated.end)
    return replace(line, text=line.text[: first.end(1)]) if first and title_score(first[1]) else line


def merged(rows: list[Row]) -> list[Row]:
    """`rows` with a range that breaks off ("Apr 2016 -") ended by the row below ("Present")."""
    found: list[Row] = []
    for row in rows:
        both = ended(found[-1], row) if found else None
        if both:
            found[-1] = both
        found.append(replace(row, cells=(), dated=None, rest="") if both else row)
    return found


def ended(above: Row, row: Row) -> Row | None:
    """`above` with its range ended by the text of `row`; None if it does not break off, or that does not end it."""
    if not above.dated or not above.dated.dangling or above.told or len(row.line.text) > LONGEST_DATE:
        return None
    both = row_of(replace(above.line, text=f"{above.line.text} {row.line.text}"))
    whole = both.dated is not None and not both.dated.dangling and not both.dated.single
    return replace(both, line=above.line) if whole else None


def without_breaks(rows: list[Row]) -> list[Row]:
    """`rows`, those that tell of a break and the dates of it as text, for it is no job and no part of one."""
    away: set[int] = set()
    for at, row in enumerate(rows):
        if is_break(row):
            beside = () if row.period else (at + 1, at - 1)
            away.update([at, *[other for other in beside if is_date(rows, other)][:1]])
    return [replace(row, dated=None, cells=(), told=True) if at in away else row for at, row in enumerate(rows)]


def is_break(row: Row) -> bool:
    """Whether a row begins with the name of a career break, and names no job."""
    return word_pattern("periods", "breaks").match(row.rest) is not None and not title_score(row.rest)


def is_date(rows: list[Row], at: int) -> bool:
    """Whether the row at `at` is a date and nothing else."""
    return 0 <= at < len(rows) and rows[at].period is not None and not rows[at].rest
