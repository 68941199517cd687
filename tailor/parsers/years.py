"""How many years of experience a posting asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from tailor.parsers.outline import Place
from tailor.parsers.wording import cue, hinted
from tailor.resources import table

MOST = 30
DASHES = str.maketrans("‐‑‒–—−\u00a0", "------ ")


def years_of(asks: Iterable[Place]) -> int | None:
    """The lowest number of years asked for overall; None if there is none.

    What is named first counts, for later numbers speak of parts of it ("including 2 with ..."). Between ways to qualify
    in one sentence ("5 with a bachelor's or 3 with a master's degree") the lower counts. What is only preferred counts
    if nothing else is asked for.
    """
    found = [(place.section == "preferred", value) for place in asks if (value := asked_in(place)) is not None]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def asked_in(place: Place) -> int | None:
    """The years of experience asked for in one passage."""
    text = place.even
    if not hinted("years", text):
        return None
    in_asks = place.section in ("required", "preferred")
    if not (in_asks or cue("years", "context").search(text)):
        return None
    found = list(numbers(text))
    if not found:
        return None
    return min(found) if len(found) > 1 and cue("years", "alternatives").search(text) else found[0]


def numbers(text: str) -> Iterator[int]:
    """The numbers of years in `text`, each the lower end of its range, without those that are not asked for."""
    return (value for value, _ in placed_numbers(text))


def placed_numbers(text: str) -> Iterator[tuple[int, int]]:
    """The same, each with the offset behind it."""
    for match in number_pattern().finditer(text):
        if not cue("years", "before").search(text[: match.start()]) and not cue("years", "behind").match(
            text[match.end() :]
        ):
            value = value_of(match[1])
            if value <= MOST:
                yield value, match.end()


def years_in(text: str, offset: int) -> tuple[tuple[int, int], ...]:
    """The years asked for in the passage `text`, which begins at `offset`, each with where it ends in the document."""
    lowered = text.lower().translate(DASHES)
    if len(lowered) != len(text) or not hinted("years", lowered):
        return ()
    return tuple((value, offset + end) for value, end in placed_numbers(lowered))


def value_of(word: str) -> int:
    """A number written in figures or as a word."""
    return int(word) if word.isdigit() else table("posting.toml")["years"]["words"].index(word)


@cache
def number_pattern() -> re.Pattern[str]:
    """A number or a range of years: group 1 is the lower end."""
    number = r"\d{1,2}|" + "|".join(table("posting.toml")["years"]["words"])
    between = rf"(?: ?\(\d{{1,2}}\))?(?: ?\+| plus| or more| or so)?(?: ?(?:-|to|or) ?(?:{number}) ?\+?)?"
    return re.compile(rf"(?<![\w.,$/-])({number}){between}[ -]?(?:full )?(?:years?|yrs?|yoe)\b")
