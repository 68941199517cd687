"""A tailored resume to be written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from tailor.types.documents import Line
from tailor.types.matches import Match
from tailor.view import Record, Table

EditKind = Literal["headline", "term", "surface", "skills", "bullets", "question"]
EDIT_KINDS: tuple[EditKind, ...] = get_args(EditKind)


@dataclass(frozen=True, slots=True)
class Edit(Record):
    """A change to the resume, of words that it shows already, or a question to the person.

    kind : "bullets" puts whole lines in another order, "skills" the items of one line; "term" has the posting's word
        for the same thing, "surface" one more item of a list, "headline" another or a new headline; "question" leaves
        the text as it is and asks in a comment.
    lines : the `Line.number`s concerned; for "bullets" in their new order.
    before, after : the wording of the line; both empty for "bullets" and "question", `before` empty for a headline
        that is new and stands above the line.
    why : the reason, naming what the posting asks for.
    gain : points the score moves by with this edit alone; for a question, if the answer is yes.
    """

    kind: EditKind
    lines: tuple[int, ...]
    why: str
    before: str = ""
    after: str = ""
    gain: float = 0.0


@dataclass(frozen=True, slots=True)
class Refusal(Record):
    """An edit that was left out, and why."""

    edit: Edit
    reason: str


@dataclass(frozen=True, slots=True)
class Sheet(Record):
    """What a document that is laid out anew is put on.

    paper : "letter" or "a4"; pages : how many it may take at most, as far as that can be told.
    """

    paper: Literal["letter", "a4"] = "letter"
    pages: int = 2


@dataclass(frozen=True, slots=True)
class Draft(Table):
    """A tailored resume to be written: the match it serves and the edits that make it.

    refused : filled in once it is written, with what could not be edited safely.
    score : with all edits made, as far as it is known; the score before is that of `match`.
    sheet, worth : for a document that is laid out anew: its paper, and how much each line proves, by `Line.number`,
        which says what stays where it is longer than that.
    left_out : filled in once it is written, with the bullets that found no room on it.
    """

    match: Match
    edits: tuple[Edit, ...]
    refused: tuple[Refusal, ...] = ()
    score: float | None = None
    sheet: Sheet = Sheet()
    worth: Mapping[int, float] = field(default_factory=dict)
    left_out: tuple[Line, ...] = ()

    def rows(self) -> list[dict[str, object]]:
        """A row an edit: what is changed, why, and what it is worth."""
        return [
            {"kind": e.kind, "lines": list(e.lines), "after": e.after, "why": e.why, "gain": e.gain} for e in self.edits
        ]
