"""A cover letter to be written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from tailor.types.matches import Match
from tailor.view import Record, Table

PLACEHOLDER = re.compile(r"\[[^\[\]]*\]")


@dataclass(frozen=True, slots=True)
class Paragraph(Record):
    """A paragraph of a letter; what stands in square brackets is a placeholder.

    lines : `Line.number`s of the resume it rests on; empty where it claims nothing of the person.
    terms : what the posting asks for, as the paragraph names it.
    """

    kind: Literal["opening", "evidence", "example", "gap", "why", "close"]
    text: str
    lines: tuple[int, ...] = ()
    terms: tuple[str, ...] = ()

    @property
    def placeholders(self) -> tuple[str, ...]:
        """What the person has to fill in, with its brackets, in order."""
        return tuple(PLACEHOLDER.findall(self.text))

    @property
    def words(self) -> int:
        """How many words it has, placeholders left out."""
        return sum(any(c.isalnum() for c in word) for word in PLACEHOLDER.sub(" ", self.text).split())


@dataclass(frozen=True, slots=True)
class Letter(Table):
    """A cover letter to be written: the match it serves, and its parts from top to bottom.

    sender : name, then how to reach the person, a line each.
    untold : the main gap where the letter does not speak of it, as the posting names it; "" if it does, or if none.
    """

    match: Match
    sender: tuple[str, ...]
    salutation: str
    paragraphs: tuple[Paragraph, ...]
    farewell: str
    name: str
    untold: str = ""

    @property
    def words(self) -> int:
        """How many words the paragraphs have, placeholders left out."""
        return sum(paragraph.words for paragraph in self.paragraphs)

    @property
    def placeholders(self) -> tuple[str, ...]:
        """What only the person can know and has to fill in, each once, in order."""
        found = [mark for paragraph in self.paragraphs for mark in paragraph.placeholders]
        return tuple(dict.fromkeys([*found, *PLACEHOLDER.findall(self.name)]))

    def rows(self) -> list[dict[str, object]]:
        """A row a paragraph: its kind, its text and the lines of the resume it rests on."""
        return [{"kind": p.kind, "text": p.text, "lines": list(p.lines)} for p in self.paragraphs]
