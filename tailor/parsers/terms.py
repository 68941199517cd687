"""Terms of applying: whether the employer sponsors a visa, and until when one may apply."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from functools import cache
from itertools import pairwise

from tailor.parsers.outline import Place
from tailor.parsers.wording import cue, hinted
from tailor.resources import table
from tailor.types import Source

ISO = re.compile(r"\d{4}-\d\d-\d\d")
REACH, LEAST = 60, 8


def visa_of(places: Sequence[Place]) -> str | None:
    """ "sponsored", "not sponsored", or None where the text does not say; a refusal beats an offer."""
    told = [place.even for place in places if hinted("visa", place.even)]
    if any(cue("visa", "refused").search(text) for text in told):
        return "not sponsored"
    offered = any(cue("visa", "offered").search(text) and not cue("visa", "open").search(text) for text in told)
    return "sponsored" if offered else None


def deadline_of(source: Source, places: Sequence[Place]) -> str | None:
    """The last day to apply as an ISO date: as the file declares it, else as the text says; None if neither does.

    A day without a year is in the 12 months from the day of posting, if the file declares that. "03/04/2026" may be
    either of two days, so it is none.
    """
    declared = ISO.match(source.hints.get("deadline", ""))
    if declared and (day := day_of(*map(int, declared[0].split("-")))):
        return day.isoformat()
    posted = posted_on(source)
    told = (text for place, behind in pairwise((*places, None)) if (text := told_behind(place, behind)))
    found = next((day for text in told if (day := date_in(text, posted))), None)
    return found.isoformat() if found else None


def told_behind(place: Place | None, behind: Place | None) -> str:
    """What stands behind the words "apply by" or the like; with the next passage if it is too little for a date."""
    opens = cue("deadline", "opens").search(place.even) if place and hinted("deadline", place.even) else None
    if place is None or opens is None:
        return ""
    rest = place.even[opens.end() : opens.end() + REACH]
    return f"{rest} {behind.even[:REACH]}" if behind and len(rest) < LEAST else rest


def posted_on(source: Source) -> date | None:
    """The day of posting as the file declares it."""
    found = ISO.match(source.hints.get("posted", ""))
    return day_of(*map(int, found[0].split("-"))) if found else None


def date_in(text: str, posted: date | None) -> date | None:
    """The first date in `text` that can be only one day."""
    found = date_pattern().search(text)
    if found is None:
        return None
    if found["y"]:
        return day_of(int(found["y"]), int(found["m"]), int(found["d"]))
    if found["n1"]:
        return numeric(int(found["n1"]), int(found["n2"]), int(found["n3"]), dotted=found["dot"] == ".")
    month = 1 + months().index((found["b"] or found["b2"])[:3])
    day, year = int(found["d1"] or found["d2"]), found["y1"] or found["y2"]
    return day_of(int(year), month, day) if year else next_after(posted, month, day)


def numeric(first: int, second: int, year: int, *, dotted: bool) -> date | None:
    """A date in figures; with dots the day is first, else the order must be clear from the numbers."""
    if dotted or first > 12 or first == second:
        return day_of(year, second, first)
    return day_of(year, first, second) if second > 12 else None


def next_after(posted: date | None, month: int, day: int) -> date | None:
    """The first such day from `posted` on; None if that is not known."""
    if posted is None:
        return None
    found = day_of(posted.year, month, day)
    return found if found is None or found >= posted else day_of(posted.year + 1, month, day)


def day_of(year: int, month: int, day: int) -> date | None:
    """That day, or None if the calendar has none such."""
    with suppress(ValueError):
        return date(year, month, day)
    return None


def months() -> list[str]:
    """The first three letters of the months, in order."""
    names: list[str] = table("posting.toml")["deadline"]["months"]
    return names


@cache
def date_pattern() -> re.Pattern[str]:
    """A day written as "2026-03-31", "31.03.2026", "03/31/2026", "31st of March 2026" or "March 31, 2026"."""
    name = rf"(?:{'|'.join(months())})[a-z]{{0,6}}\.?"
    iso = r"(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)"
    figures = r"(?P<n1>\d{1,2})(?P<dot>[./])(?P<n2>\d{1,2})[./](?P<n3>20\d\d)"
    day_first = rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<b>{name}),?(?: (?P<y1>20\d\d))?"
    month_first = rf"(?P<b2>{name}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b,?(?: (?P<y2>20\d\d))?"
    return re.compile(rf"(?<!\w)(?:{iso}|{figures}|{day_first}|{month_first})(?!\w)")
