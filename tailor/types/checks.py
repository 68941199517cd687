"""What a resume looks like, and what was checked in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tailor.types.resumes import Resume
from tailor.view import Record, Table

Verdict = Literal["pass", "warn", "fail"]


@dataclass(frozen=True, slots=True)
class Check(Record):
    """One thing looked at, and what came of it.

    rule : what was looked at, such as "e-mail"; several checks may share one.
    group : the heading it stands under, a key of `models/checks.toml`.
    verdict : "fail" for what costs the reader or the parser something, "warn" for what a coach would mention.
    why : the reason, one line.
    line : `Line.number` of the first line it speaks of; None where it speaks of no line.
    place : the lines, or the part of the file, in words; "" where the reason says enough.
    """

    rule: str
    group: str
    verdict: Verdict
    why: str
    line: int | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Hidden(Record):
    """Text in a file that nobody sees.

    how : "white", "hidden", "tiny" or "off the page".
    place : page or part of the file.
    """

    how: str
    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Layout(Record):
    """How a .docx or .pdf looks; empty, with `format` "", for formats that are text alone.

    pages : None where the file does not say.
    page_size : width and height of the first page, in points.
    margins : narrowest at top, right, bottom and left, in points: as set in a .docx, as seen in a .pdf.
    tables, in_tables : tables of more than one cell, and the share of the text in them, in [0, 1]; .docx only.
    text_boxes, in_boxes : the same of text boxes.
    columns : most columns side by side, whether set as columns or laid out as a table.
    images : pictures of at least half an inch both ways.
    header, footer : lines that stand in a header or footer of a .docx.
    fonts, sizes, colours : family, points or "rrggbb", each with how many characters are set in it, most first.
    characters : letters and signs without blanks.
    """

    format: str = ""
    pages: int | None = None
    page_size: tuple[float, float] | None = None
    margins: tuple[float, float, float, float] | None = None
    tables: int = 0
    in_tables: float = 0.0
    text_boxes: int = 0
    in_boxes: float = 0.0
    columns: int = 1
    images: int = 0
    header: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    fonts: tuple[tuple[str, int], ...] = ()
    sizes: tuple[tuple[float, int], ...] = ()
    colours: tuple[tuple[str, int], ...] = ()
    hidden: tuple[Hidden, ...] = ()
    characters: int = 0


@dataclass(frozen=True, slots=True)
class Checkup(Table):
    """A resume by itself: what a parser sees, how the file looks, and what was checked."""

    resume: Resume
    layout: Layout
    checks: tuple[Check, ...]

    def rows(self) -> list[dict[str, object]]:
        """A row a check."""
        return [check.to_dict() for check in self.checks]
