"""Names, numbers and dates of tracked changes: one author, no clock, and each change a minute after the one before.

LibreOffice joins neighbouring changes of one author and one minute, and then rejects them wrongly; hence the minutes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

from tailor.writers.paragraphs import W

if TYPE_CHECKING:
    from lxml.etree import _Element

AUTHOR = "Tailor"
INITIALS = "T"
START = datetime(2026, 1, 1, tzinfo=UTC)  # a fixed day: a clock in the file would make two runs differ
LEAST = 1000
MOST = 2**30  # ids are 32 bits wide (ECMA-376 part 1, 22.9.2.1); what is beyond this leaves no room to count on
RANGE = (W + "commentRangeStart", W + "commentRangeEnd")
REFERENCE = W + "commentReference"


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes marks that can be told from all that was in the document before.

    first : the lowest id of its changes.
    first_note, note : the lowest id of its comments, and that of the comment on the edit at hand.
    """

    first: int
    ids: Iterator[int]
    first_note: int = 0
    note: int = 0

    def mark(self, name: str, like: _Element) -> _Element:
        """A new `w:ins` or `w:del`, of the tree of `like`."""
        number = next(self.ids)
        element = like.makeelement(W + name)
        element.set(W + "id", str(number))
        element.set(W + "author", AUTHOR)
        element.set(W + "date", dated(number - self.first))
        return element

    def is_own(self, element: _Element) -> bool:
        """Whether a `w:ins` or `w:del` was written by this pen."""
        return element.get(W + "author") == AUTHOR and number_of(element) >= self.first

    def is_inserted(self, run: _Element) -> bool:
        """Whether a run was inserted by this pen."""
        parent = run.getparent()
        return parent is not None and parent.tag == W + "ins" and self.is_own(parent)

    def is_note(self, element: _Element) -> bool:
        """Whether `element` is the start, the end or the reference run of a comment of this pen."""
        if element.tag in RANGE:
            return number_of(element) >= self.first_note
        return any(child.tag == REFERENCE and number_of(child) >= self.first_note for child in element)

    def notes(self, like: _Element) -> tuple[_Element, _Element, _Element]:
        """Start, end and reference run of the comment on the edit at hand."""
        start, end, reference = (like.makeelement(name) for name in (*RANGE, REFERENCE))
        for element in (start, end, reference):
            element.set(W + "id", str(self.note))
        run = like.makeelement(W + "r")
        run.append(reference)
        return start, end, run


def pen_for(root: _Element, first_note: int) -> Pen:
    """A pen whose changes have ids above all in the document part."""
    found = (number_of(element) for element in root.iter("*"))
    first = max((number for number in found if number < MOST), default=0)
    first = max(first, LEAST) + 1
    return Pen(first, count(first), first_note, first_note)


def number_of(element: _Element) -> int:
    """The id of an element; -1 without one, or with one that is no number."""
    value = element.get(W + "id", "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 12 else -1


def dated(minutes: int) -> str:
    """The date of a mark."""
    return (START + timedelta(minutes=minutes)).strftime("%Y-%m-%dT%H:%M:%SZ")
