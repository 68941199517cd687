"""Which degrees a posting asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from tailor.parsers.needs import is_preferred
from tailor.parsers.outline import Place
from tailor.parsers.sentences import sentences
from tailor.parsers.studies import studies_in
from tailor.parsers.wording import cue, even, hinted
from tailor.types import Degree

TYPED = re.compile(r"\b(?:[BM]\.?[ASETB]|J\.?D\b|P[Hh])")
ASIDE = re.compile(r"\(([^()]*)\)")
LONGEST = 1_000
LEVELS = ("bachelor", "master", "mba", "degree")
Status = Literal["required", "preferred"]


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
    likely = [place for place in sentences(asks) if hinted("degrees", place.even) or TYPED.search(place.text)]
    found = [degree for place in likely for degree in degrees_in(place)]
    kept: dict[tuple[str, str], Degree] = {}
    for degree in found:
        kept.setdefault((degree.level, degree.status), degree)
    clear = {status for level, status in kept if level != "degree"}
    told = [degree for degree in kept.values() if degree.level != "degree" or degree.status not in clear]
    eased = any(cue("degrees", "elsewhere").search(place.even) for place in likely)
    return tuple(replace(degree, or_equivalent=True) for degree in told) if eased else tuple(told)


def degrees_in(place: Place) -> Iterator[Degree]:
    """The degree named first in a passage, and another one if a clause of its own gives it another status."""
    found: dict[str, str] = {}
    for clause, behind in pairwise((*clauses(place.text[:LONGEST]), Clause("", None))):
        status = status_of(place, clause)
        if status and clause.level and adds(found, status, clause.level):
            found[status] = clause.level
            yield Degree(clause.level, status, has_equivalent(clause, behind), studies_of(clause))


def studies_of(clause: Clause) -> tuple[str, ...]:
    """The groups of fields a clause asks for; none where any field will do ("in business or any field")."""
    return () if cue("degrees", "any_field").search(clause.even) else studies_in(clause.even)


def adds(found: dict[str, str], status: Status, level: str) -> bool:
    """Whether a clause adds to what those before it gave, levels by their status.

    "A Ph.D., M.S. or bachelor's" asks for the first that has a level; behind a wish only a bachelor's degree is a
    demand of its own.
    """
    if status in found:
        return found[status] == "degree" != level
    return status == "preferred" or not found or level == "bachelor"


def clauses(text: str) -> Iterator[Clause]:
    """The parts of a sentence that may hold a degree each; brackets with a degree in them come last."""
    apart = [aside for aside in ASIDE.findall(text) if level_in(aside)]
    rest = ASIDE.sub(lambda aside: " " if aside[1] in apart else aside[0], text) if apart else text
    for part in (*cue("degrees", "borders").split(rest), *apart):
        yield Clause(even(part), level_in(part))


def status_of(place: Place, clause: Clause) -> Status | None:
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
