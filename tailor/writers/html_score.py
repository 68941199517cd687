"""The score of a match as bars: its parts from 0 to the score, and the six competencies."""

from __future__ import annotations

from dataclasses import dataclass

from tailor.types import Match, Met

MET: dict[Met, str] = {"yes": "met", "partly": "met in part", "no": "not met"}


@dataclass(frozen=True, slots=True)
class Stair:
    """One row of the waterfall, in points on a scale of 0 to 100.

    start, width : where its bar begins and how long it is.
    room : how long it would be with all of its points; for a cap, its own length.
    kind : "part", "cap" or "sum".
    """

    name: str
    kind: str
    start: float
    width: float
    room: float
    points: str
    why: str


def waterfall(match: Match) -> list[Stair]:
    """A row a part, each beginning where the one before it ended, and the score below them."""
    rows, reached = [], 0.0
    for part in match.parts:
        after = round(reached + part.points, 1)
        start, width = min(reached, after), abs(part.points)
        kind = "cap" if part.points < 0 else "part"
        points = f"−{width:.1f}" if kind == "cap" else f"{width:.1f} of {part.maximum:.1f}"
        rows.append(Stair(part.name, kind, start, width, max(width, part.maximum), points, part.why))
        reached = after
    total = Stair("score", "sum", 0.0, match.score, 100.0, f"{match.score:.1f} of 100", "the sum of the parts above")
    return [*rows, total]


def bars(match: Match) -> list[tuple[str, str, str, str]]:
    """The bars the posting sets in years and degrees: what of, asked, shown, and whether it is met."""
    found = (("Years", match.years), ("Degree", match.degree))
    return [(name, bar.asked, bar.shown, MET[bar.met]) for name, bar in found if bar.met is not None]


def competencies(match: Match) -> list[tuple[str, int, int]]:
    """Each competency with how much is asked in it, and the share shown in percent."""
    return [(profile.competency, profile.asked, round(profile.share * 100)) for profile in match.profile]
