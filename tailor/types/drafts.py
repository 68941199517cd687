"""A tailored resume to be written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tailor.types.matches import Match
from tailor.view import Record, Table


@dataclass(frozen=True, slots=True)
class Edit(Record):
    """A change to the resume that claims nothing new: the same lines, or words of a line, in another order.

    kind : "bullets" puts whole lines in another order, "skills" the items of one line.
    lines : the `Line.number`s concerned; for "bullets" in their new order.
    before, after : the wording of the line for "skills", empty for "bullets".
    why : the reason, naming what the posting asks for.
    """

    kind: Literal["bullets", "skills"]
    lines: tuple[int, ...]
    why: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Refusal(Record):
    """An edit that was left out, and why."""

    edit: Edit
    reason: str


@dataclass(frozen=True, slots=True)
class Draft(Table):
    """A tailored resume to be written: the match it serves and the edits that make it.

    refused : filled in once it is written, with what could not be edited safely.
    """

    match: Match
    edits: tuple[Edit, ...]
    refused: tuple[Refusal, ...] = ()

    def rows(self) -> list[dict[str, object]]:
        """A row an edit: what is changed, and why."""
        return [{"kind": e.kind, "lines": list(e.lines), "after": e.after, "why": e.why} for e in self.edits]
