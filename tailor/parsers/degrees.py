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


def degrees_of(asks: Iterable[Place]) -> tuple[Degree, ...]:
    """The degrees asked for, in reading order; alternatives in one phrase count once, as the first named."""
    likely = (place for place in asks if hinted("degrees", place.even) or TYPED.search(place.text))
    found = [degree for place in likely for degree in degrees_in(place)]
    first = {(degree.level, degree.status): degree for degree in reversed(found)}
    return tuple(degree for degree in dict.fromkeys(found) if first[degree.level, degree.status] is degree)


def degrees_in(place: Place) -> Iterator[Degree]:
    """One degree, and further ones in clauses of their own that are only preferred."""
    named = False
    whole = place.even
    for typed in CLAUSE.split(place.text[:LONGEST]):
        clause, level = even(typed), level_in(typed)
        preferred = is_preferred(place, clause) or bool(cue("needs", "soft_degree").search(clause))
        if level and (preferred or not named):
            yield Degree(
                level, "preferred" if preferred else "required", bool(cue("degrees", "equivalent").search(whole))
            )
            named = True


def level_in(text: str) -> str | None:
    """The level of the degree named first in `text`."""
    written = [(match.start(), name) for name in LEVELS if (match := cue("degrees", name).search(even(text)))]
    typed = [(match.start(), name) for name in LEVELS[:2] if (match := cue("degrees", f"{name}_typed").search(text))]
    found = written + typed
    return min(found)[1] if found else None


LEVELS = ("bachelor", "master", "mba", "degree")
