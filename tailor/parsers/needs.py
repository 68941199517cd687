"""What a skill named in a passage is to the posting: required, preferred, or part of the job.

The rule is that of annotators of postings: wording of the sentence first, then the heading above it.
"""

from __future__ import annotations

from tailor.parsers.outline import Place
from tailor.parsers.wording import cue, hinted
from tailor.types import Need


def need_of(place: Place) -> Need:
    """The need of a skill named in `place`, whose text is not boilerplate."""
    text = place.even
    if is_preferred(place, text):
        return "preferred"
    if place.section in ("required", "preferred"):
        return "required"
    return "required" if cue("needs", "required").search(text) else "responsibility"


def is_preferred(place: Place, text: str) -> bool:
    """Whether `text`, a part of `place` made even, is only preferred, by its words or else by its section."""
    if hinted("needs", text) and cue("needs", "preferred").search(text):
        return True
    return place.section == "preferred" and not cue("needs", "insists").search(text)
