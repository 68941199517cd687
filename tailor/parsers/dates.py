"""Ranges of dates as resumes write them, in a dozen languages, at the precision they have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from tailor.parsers.date_shapes import Token, tokens
from tailor.parsers.lexicon import alternatives, even, lexicon
from tailor.types import PartialDate, Period

LONGEST = 600


@dataclass(frozen=True, slots=True)
class Dated:
    """A date or a range in a text: offsets into it, end exclusive.

    single : it is one date, kept as `period.start`.
    dangling : it ends in a range mark with nothing behind it.
    """

    start: int
    end: int
    period: Period
    single: bool = False
    dangling: bool = False


@lru_cache(maxsize=4096)
def find_periods(text: str) -> tuple[Dated, ...]:
    """Every range and every single date in the first 600 characters of `text`, in order."""
    flat = even(text[:LONGEST])
    return tuple(combine(flat, list(tokens(flat))))


def combine(flat: str, found: list[Token]) -> Iterator[Dated]:
    """Tokens that belong together as ranges; the others that can stand alone as single dates."""
    at = 0
    while at < len(found):
        pair = joined(flat, found[at], found[at + 1]) if at + 1 < len(found) else None
        if pair and is_backwards(pair.period) and at + 2 < len(found) and joined(flat, *found[at + 1 : at + 3]):
            pair = None  # "(sold in 2022) - January 2020 to April 2022"
        single = pair or alone(flat, found[at])
        if single is not None:
            yield single
        at += 2 if pair else 1


def is_backwards(period: Period) -> bool:
    """Whether `period` ends in an earlier year than it begins in."""
    return period.start is not None and period.end is not None and period.end.year < period.start.year


def joined(flat: str, first: Token, second: Token) -> Dated | None:
    """The range from `first` to `second`, or None if they are not one."""
    between = flat[first.end : second.start]
    if first.present or first.until or not marks_range(between, first, second):
        return None
    if second.weak and not second.present and not first.weak:
        return None
    start = first.date
    if start and start.year == 0 and second.date:
        start = PartialDate(second.date.year, start.month)
    if start and start.year == 0:
        return None
    end = None if second.present else second.date
    return Dated(led(flat, first.start), second.end, Period(start, end, current=second.present))


def marks_range(between: str, first: Token, second: Token) -> bool:
    """Whether `between` makes a range of two tokens: a dash or word, a blank before "present", or columns."""
    if range_mark().fullmatch(between):
        return True
    if not between.isspace():
        return False
    columns = "\t" in between and first.date is not None and second.date is not None and first.date <= second.date
    return second.present or columns


def alone(flat: str, token: Token) -> Dated | None:
    """A single date; open-ended after "since", before "onwards" or a dash at the end."""
    if token.weak or token.present:
        return None
    if token.until:
        return Dated(led(flat, token.start), token.end, Period(token.date, token.until))
    before = since_word().search(flat, max(0, token.start - 12), token.start)
    if before:
        return Dated(before.start(), token.end, Period(token.date, None, current=True))
    tail = dangling_mark().match(flat, token.end)
    if tail:
        return Dated(led(flat, token.start), tail.end(), Period(token.date, None, current=True), dangling=True)
    return Dated(led(flat, token.start), token.end, Period(token.date, None), single=True)


def led(flat: str, start: int) -> int:
    """Where the words that lead in a range ("from") begin; `start` if there are none."""
    found = lead_word().search(flat, max(0, start - 12), start)
    return found.start() if found else start


@cache
def range_mark() -> re.Pattern[str]:
    """What stands between the two dates of a range."""
    words = alternatives(lexicon("periods")["marks"])
    return re.compile(
        rf"[\s.)(]{{0,4}}(?:-{{1,3}}>?|~|→|>|(?:{words})(?!\w))(?:[ ]?(?:-|to|the|la))?\s{{0,4}}", re.IGNORECASE
    )


@cache
def dangling_mark() -> re.Pattern[str]:
    """A range mark with nothing behind it."""
    return re.compile(r"\s{0,3}(?:-{1,2}|→|~)\s*(?=$|\)|\t|\|)")


@cache
def since_word() -> re.Pattern[str]:
    """A word such as "since" right before the position searched up to."""
    return re.compile(rf"(?<!\w)(?:{alternatives(lexicon('periods')['since'])})[ :]{{1,3}}\Z", re.IGNORECASE)


@cache
def lead_word() -> re.Pattern[str]:
    """A word such as "from" right before the position searched up to."""
    return re.compile(rf"(?<!\w)(?:{alternatives(lexicon('periods')['lead'])})[ :]{{1,3}}\Z", re.IGNORECASE)


@cache
def duration() -> re.Pattern[str]:
    """A length of time such as "(2 years 3 months)", with the brackets or mark around it."""
    years, shorter = (alternatives(lexicon("periods")[name]) for name in ("years", "shorter"))
    less = rf"\d{{1,2}}[ ]?(?:{shorter})\b\.?"
    whole = rf"\d{{1,2}}\+?[ ]?(?:{years})\b\.?(?:[ ,]{{0,3}}(?:and )?{less})?|{less}"
    return re.compile(rf"[(\[·,-]?[ ]{{0,3}}(?<!\d)(?:{whole})[ ]?[)\]]?", re.IGNORECASE)
