"""Which degrees a posting asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tailor.parsers.needs import is_preferred
from tailor.parsers.outline import Place
from tailor.parsers.wording import cue, even, hinted
from tailor.types import Degree

CLAUSE = re.compile(r"[;(]|, (?=(?:an? )?(?:mba|master|advanced|graduate|ph))|\. ", re.IGNORECASE)
TYPED = re.compile(r"\b[BM]\.?[ASET]")
LONGEST = 1_000
LEVELS = ("bachelor", "master", "mba", "degree")


def degrees_of(asks: Iterable[Place]) -> tuple[Degree, ...]:
    """The degrees asked for, in reading order; alternatives in one phrase count once, as the first named."""
    likely = (place for place in asks if hinted("degrees", place.even) or TYPED.search(place.text))
    found = [degree for place in likely for degree in degrees_in(place)]
    return tuple({(degree.level, degree.status): degree for degree in reversed(found)}.values())[::-1]


def degrees_in(place: Place) -> Iterator[Degree]:
    """The degree named first in a passage, and a second one if a clause of its own says that it is only preferred."""
    equivalent = bool(cue("degrees", "equivalent").search(place.even))
    named = False
    for typed in CLAUSE.split(place.text[:LONGEST]):
        clause, level = even(typed), level_in(typed)
        wished = bool(cue("needs", "preferred").search(clause) or cue("needs", "soft_degree").search(clause))
        if level and (wished or not named):
            preferred = wished or is_preferred(place, clause)
            yield Degree(level, "preferred" if preferred else "required", equivalent)
            named = True


def level_in(text: str) -> str | None:
    """The level of the degree named first in `text`; "degree" for one that has none of the levels."""
    written = even(text)
    found = [(match.start(), name) for name in LEVELS if (match := cue("degrees", name).search(written))]
    found += [(match.start(), name) for name in LEVELS[:2] if (match := cue("degrees", f"{name}_typed").search(text))]
    if found:
        return min(found)[1]
    return "degree" if cue("degrees", "other").search(written) else None
