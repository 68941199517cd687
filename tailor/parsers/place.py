"""Where the work is done: on site, remote or both, and in which place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tailor.parsers.outline import TOP, Place
from tailor.parsers.wording import cue, hinted
from tailor.types import Source

REMOTE_MARK = re.compile(r"\s*\((?:remote|hybrid|on-?site)\)", re.IGNORECASE)
LABEL = re.compile(r"^(?:job |work )?locations?\s*:\s*(?=\S)", re.IGNORECASE)
LONGEST, AROUND = 70, 50
MODES = ("hybrid", "onsite", "remote")


def mode_of(places: Sequence[Place], opening: int) -> str:
    """ "remote", "hybrid", "onsite" or "unspecified"; the text beats the `opening` lines at the top."""
    told = [place.even for place in places[opening:] if hinted("place", place.even) and is_clear(place.even)]
    top = [place.even for place in places[:opening]]
    by_text = (mode for mode in MODES if any(speaks_of(mode, text) for text in told))
    by_top = (mode for mode in MODES if any(cue("place", f"top_{mode}").search(text) for text in top))
    return next(by_text, None) or next(by_top, "unspecified")


def is_clear(text: str) -> bool:
    """Whether `text` is not only about some roles, a wish, an allowance or the like."""
    return not cue("place", "vague").search(text)


def speaks_of(mode: str, text: str) -> bool:
    """Whether `text` says that the work is done so, and not, within a few words, something else by the same words."""
    denied = cue("place", f"not_{mode}")
    found = cue("place", mode).finditer(text)
    return any(not denied.search(text[max(0, match.start() - AROUND) : match.end() + AROUND]) for match in found)


def at_top(place: Place) -> bool:
    """Whether `place` can be one of the short lines at the top: title, location and the like."""
    short = len(place.text) <= LONGEST and not place.text.endswith((".", "!", "?"))
    first = not place.heading and (place.section == TOP or ":" in place.text)
    return first and short and place.cut.line.kind != "bullet" and place.depth <= 4


def location_of(source: Source, places: Sequence[Place], opening: int) -> str | None:
    """The place as the file declares it, else as a line "Location: ..." or the line below the title gives it."""
    declared = source.hints.get("location")
    if declared:
        return declared
    lines = [place.text for place in places if len(place.text) <= LONGEST]
    labelled = next((LABEL.sub("", text) for text in lines if LABEL.match(text)), None)
    below = next((place.text for place in places[1 : min(opening, 2)] if ":" not in place.text), None)
    return REMOTE_MARK.sub("", below or labelled or "").strip() or None
