"""A document as read: lines that can be traced back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tailor.types.words import LineKind
from tailor.view import Record


@dataclass(frozen=True, slots=True)
class Address(Record):
    """Where a line stands inside a .docx package, so that a draft can edit it in place.

    part : name of the package part, such as "word/document.xml".
    paragraph : position of its `w:p` among all `w:p` of that part, in document order, from 0.
    segment : position of the line inside the paragraph, from 0; more than one after a soft break.
    """

    part: str
    paragraph: int
    segment: int = 0


@dataclass(frozen=True, slots=True)
class Line(Record):
    """One line of a document, with its bullet character and surrounding blanks taken off.

    number : from 1, in reading order; for plain text the number an editor shows.
    start : offset of `text` in `Source.text`.
    level : depth of nesting of a bullet, from 0.
    page : from 1; None where the format has no pages.
    bold, size : hints for headings; size in points, None where unknown.
    """

    text: str
    number: int
    start: int
    kind: LineKind = "body"
    level: int = 0
    page: int | None = None
    bold: bool = False
    size: float | None = None
    address: Address | None = None

    @property
    def end(self) -> int:
        """Offset just behind the line in `Source.text`."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Source(Record):
    """A document as read: `text[line.start:line.end] == line.text` holds for each of its lines.

    path : as the user gave it; "-" for standard input.
    format : name of the reader that read it: "txt", "docx", ...
    hints : what the file itself declares, such as "title", "company" or "posted" (ISO date).
    links : targets of the hyperlinks in the document, in reading order.
    """

    path: str
    format: str
    text: str
    lines: tuple[Line, ...]
    hints: Mapping[str, str] = field(default_factory=dict)
    links: tuple[str, ...] = ()
