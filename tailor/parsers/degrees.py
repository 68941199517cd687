"""Which degrees a posting asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tailor.parsers.needs import is_preferred
from tailor.parsers.outline import Place
from tailor.parsers.wording import cue, even, hinted
from tailor.types import Degree

TYPED = re.compile(r"\b(?:[BM]\.?[ASETB]|J\.?D\b|P[Hh])")
ASIDE = re.compile(r"\(([^()]*)\)")
SENTENCE_END = (".", "!", "?", ";", ":")
LONGEST = 1_000
LEVELS = ("bachelor", "master", "mba", "degree")


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence with a degree of its own.

    even : its text made even.
    level : that of the degree named first; None if it names none.
    """

    even: str
    level: str | None


def degrees_of(asks: Iterable[Place]) -> tuple[Degree, ...]:
    """The degrees asked for, in reading order; alternatives in one phrase count once, as the first named.

    A degree without level adds nothing to one that has a level and the same status.
    """
    kept: dict[tuple[str, str], Degree] = {}
    for place in sentences(asks):
        if hinted("degrees", place.even) or TYPED.search(place.text):
            for degree in degrees_in(place):
                kept.setdefault((degree.level, degree.status), degree)
    clear = {status for level, status in kept if level != "degree"}
    return tuple(degree for (level, status), degree in kept.items() if level != "degree" or status not in clear)


def sentences(asks: Iterable[Place]) -> Iterator[Place]:
    """`asks` with the parts of a sentence that were cut at a wish put together again: "a degree" + "(preferred)"."""
    held: list[Place] = []
    for place in asks:
        if held and not follows(held[-1], place):
            yield joined(held)
            held = []
        held.append(place)
    if held:
        yield joined(held)


def follows(before: Place, place: Place) -> bool:
    """Whether `place` goes on with the sentence of the place `before` it."""
    same = before.cut.line.number == place.cut.line.number and not (before.heading or place.heading)
    return same and place.cut.start - before.cut.end == 1 and not before.text.endswith(SENTENCE_END)


def joined(parts: Sequence[Place]) -> Place:
    """`parts` as one place, in the section of the first."""
    if len(parts) == 1:
        return parts[0]
    text = " ".join(part.text for part in parts)
    return replace(parts[0], text=text, even=even(text))


def degrees_in(place: Place) -> Iterator[Degree]:
    """The degree named first in a passage, and another one if a clause of its own gives it another status."""
    found: set[str] = set()
    for clause, behind in pairwise((*clauses(place.text[:LONGEST]), Clause("", None))):
        status = status_of(place, clause)
        if status and status not in found and (status == "preferred" or not found or clause.level == "bachelor"):
            found.add(status)
            yield Degree(str(clause.level), status, has_equivalent(clause, behind))


def clauses(text: str) -> Iterator[Clause]:
    """The parts of a sentence that may hold a degree each; brackets with a degree in them come last."""
    apart = [aside for aside in ASIDE.findall(text) if level_in(aside)]
    rest = ASIDE.sub(lambda aside: " " if aside[1] in apart else aside[0], text) if apart else text
    for part in (*cue("degrees", "borders").split(rest), *apart):
        yield Clause(even(part), level_in(part))


def status_of(place: Place, clause: Clause) -> str | None:
    """Whether the degree of `clause` is "required" or "preferred"; None if it has none or asks for none."""
    if clause.level is None or cue("degrees", "refused").search(clause.even):
        return None
    spoken = cue("degrees", "waived").sub(" ", clause.even)
    if cue("needs", "preferred").search(spoken) or cue("needs", "soft_degree").search(spoken):
        return "preferred"
    if spoken != clause.even:
        return None
    return "preferred" if is_preferred(place, clause.even) else "required"


def has_equivalent(clause: Clause, behind: Clause) -> bool:
    """Whether experience or the like will do in place of the degree of `clause`; the next one may say so too."""
    if cue("degrees", "equivalent").search(clause.even):
        return True
    return behind.level is None and bool(cue("degrees", "equivalent_behind").search(behind.even))


def level_in(text: str) -> str | None:
    """The level of the degree named first in `text`; "degree" for one that has none of the levels."""
    written = even(text)
    found = [(match.start(), name) for name in LEVELS if (match := cue("degrees", name).search(written))]
    found += [(match.start(), name) for name in LEVELS[:2] if (match := cue("degrees", f"{name}_typed").search(text))]
    levels = [pair for pair in found if pair[1] != "degree"] or found
    if levels:
        return min(levels)[1]
    return "degree" if cue("degrees", "other").search(written) or cue("degrees", "other_typed").search(text) else None
