"""The shapes of a single date, and of the words for the present; the names are in `models/resume.toml`.

A general date library fills in what is missing with today's day and month, knows one language at a time or takes
0.3 s to load; a resume needs month and year only, at the precision they have. Seasons stand for their first month;
"01/02/2020" is read day first unless that cannot be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tailor.parsers.lexicon import alternatives, lexicon
from tailor.types import PartialDate

YEAR = r"(?:19[4-9]\d|20[0-4]\d)"


@dataclass(frozen=True, slots=True)
class Token:
    """One date, or a word for the present; `weak` ones count inside a range only; "2018-20" has an `until`."""

    start: int
    end: int
    date: PartialDate | None
    present: bool = False
    weak: bool = False
    until: PartialDate | None = None


def tokens(flat: str) -> Iterator[Token]:
    """Dates and words for the present, in order."""
    for found in token_pattern().finditer(flat):
        kind = found.lastgroup or ""
        token = READ[kind](found)
        if token is not None:
            yield token


def named(found: re.Match[str]) -> Token | None:
    """ "Mar 2020", "15 March 2020", "Mar'20", "marzo de 2020"."""
    pieces = name_pattern().fullmatch(found[0])
    if pieces is None:
        return None
    return dated(found, full_year(pieces["year"]), month_numbers()[pieces["month"].lower()])


def seasonal(found: re.Match[str]) -> Token | None:
    """ "Summer 2024"."""
    word, year = found[0].rsplit(maxsplit=1)
    return dated(found, int(year), season_numbers()[word.lower()])


def numeric(found: re.Match[str]) -> Token | None:
    """ "2020-03", "2020-03-15", "03/2020", "15.03.2020", "2020年3月"."""
    numbers = [int(n) for n in re.findall(r"\d+", found[0])]
    if numbers[0] > 1000:
        return dated(found, numbers[0], numbers[1])
    if len(numbers) == 2:
        return dated(found, numbers[1], numbers[0])
    day, month = numbers[:2] if numbers[1] <= 12 else (numbers[1], numbers[0])
    return dated(found, full_year(str(numbers[2])), month) if month <= 12 and 0 < day <= 31 else None


def quarter(found: re.Match[str]) -> Token | None:
    """ "Q3 2021"."""
    return dated(found, int(found[0][-4:]), int(found[0][1]) * 3 - 2)


def span(found: re.Match[str]) -> Token | None:
    """ "2018-20", "2018/19": from one year to another of the same century."""
    first, last = int(found[0][:4]), int(found[0][:2] + found[0][-2:])
    if last <= first:
        return None
    return Token(found.start(), found.end(), PartialDate(first), until=PartialDate(last))


def yearly(found: re.Match[str]) -> Token | None:
    """ "2020"."""
    return dated(found, int(found[0]), 0)


def short_month(found: re.Match[str]) -> Token | None:
    """ "03/20": only inside a range."""
    month, year = found[0].split("/")
    return Token(found.start(), found.end(), PartialDate(full_year(year), int(month)), weak=True)


def bare_month(found: re.Match[str]) -> Token | None:
    """ "June": only as the start of a range that ends in a year."""
    return Token(found.start(), found.end(), PartialDate(0, month_numbers()[found[0].rstrip(".").lower()]), weak=True)


def unknown_year(found: re.Match[str]) -> Token | None:
    """ "20XX", as templates have it: a date, but which is not known."""
    return Token(found.start(), found.end(), None, weak=True)


def ongoing(found: re.Match[str]) -> Token | None:
    """ "Present"."""
    return Token(found.start(), found.end(), None, present=True, weak=True)


READ = {
    "named": named,
    "seasonal": seasonal,
    "numeric": numeric,
    "quarter": quarter,
    "span": span,
    "yearly": yearly,
    "short": short_month,
    "bare": bare_month,
    "unknown": unknown_year,
    "present": ongoing,
}


def dated(found: re.Match[str], year: int, month: int) -> Token:
    """A full token over the whole match."""
    return Token(found.start(), found.end(), PartialDate(year, month))


def full_year(digits: str) -> int:
    """A year of two digits as one of four: up to 45 in this century."""
    year = int(digits)
    return year if year > 99 else year + (2000 if year <= 45 else 1900)


@cache
def month_numbers() -> dict[str, int]:
    """Month by its names and short names, in lower case."""
    return {name: int(number) for number, names in lexicon("months").items() for name in names}


@cache
def season_numbers() -> dict[str, int]:
    """First month of a season or term by its names, in lower case."""
    return {name: int(number) for number, names in lexicon("seasons").items() for name in names}


@cache
def name_pattern() -> re.Pattern[str]:
    """A month by name with its year."""
    ordinal = r"(?:st|nd|rd|th|\.|º|er)?"
    day = rf"(?:\d{{1,2}}{ordinal}[ ]{{1,3}}(?:of |de )?)?"
    between = rf"(?:[ ]{{0,3}}[,.'/-]?[ ]{{0,3}}(?:(?:de|del|of)[ ])?(?:\d{{1,2}}{ordinal},?[ ]{{1,3}})?)"
    return re.compile(
        rf"{day}(?P<month>{alternatives(month_numbers())})\.?{between}'?(?P<year>{YEAR}|(?<=['-])\d\d)", re.IGNORECASE
    )


@cache
def token_pattern() -> re.Pattern[str]:
    """All shapes of a date, the more specific first."""
    name = name_pattern().pattern.replace("?P<month>", "?:").replace("?P<year>", "?:")
    month, season = alternatives(month_numbers()), alternatives(season_numbers())
    shapes = [
        rf"(?P<named>(?<!\w){name}(?!\w))",
        rf"(?P<seasonal>(?<!\w)(?:{season})[ ]{{1,3}}{YEAR}(?!\d))",
        rf"(?P<numeric>(?<![\w.,/])(?:{YEAR}[-./](?:0?[1-9]|1[0-2])(?:[-./]\d{{1,2}})?(?![\w/])"
        rf"|{YEAR}年[ ]?\d{{1,2}}月|\d{{1,2}}(?P<sep>[./-])\d{{1,2}}(?P=sep)(?:{YEAR}|\d\d)(?!\w)"
        rf"|(?:0?[1-9]|1[0-2])[ ]?[./-][ ]?{YEAR}(?!\w)))",
        rf"(?P<quarter>(?<!\w)Q[1-4][ ,/'-]{{1,2}}{YEAR}(?!\d))",
        rf"(?P<span>(?<![\w.,$€£#+/]){YEAR}[-/]\d\d(?![\w/-]))",
        r"(?P<unknown>(?<!\w)(?:19|20)(?:XX|YY|__)(?!\w))",
        rf"(?P<yearly>(?<![\w.,$€£#+/]){YEAR}(?![\w%]|[.,]\d))",
        r"(?P<short>(?<![\w/.])(?:(?:0[1-9]|1[0-2])/\d\d|[1-9]/(?!10)\d\d)(?![\w/%]))",  # "8/10" is a mark
        rf"(?P<bare>(?<!\w)(?:{month})\.?(?!\w))",
        rf"(?P<present>(?<!\w)(?:{alternatives(lexicon('periods')['present'])})(?!\w))",
    ]
    return re.compile("|".join(shapes), re.IGNORECASE)
