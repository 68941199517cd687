"""Put a `Source` together from logical lines, for the formats whose text is not in the file as such."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from tailor.errors import EmptyFile, TooLarge
from tailor.readers.marks import BLANKS, INVISIBLE, bullet_width
from tailor.resources import table
from tailor.types import Address, Line, LineKind, Source

SPACES = re.compile(r"[^\S\t ]")
DROPPED = re.compile(f"[{INVISIBLE}\ue000-\uf8ff\x00-\x08\x0e-\x1f\x7f\ufffc\ufffe\uffff\u200e\u200f\u202a-\u202e]")
WORD = re.compile(r"[^\W\d_]+")
HALF = re.compile("[\ud800-\udfff]")  # half a character, as JSON may spell it; no text can be written with it
# In a range of dates a soft hyphen stands for the dash (Awesome-CV does so); anywhere else it is invisible.
SOFT_DASH = re.compile(r"(?<=[\s\d])\u00ad(?=[\s\d])")


@dataclass(frozen=True, slots=True)
class Piece:
    """A logical line before it has its place in the text; the fields are those of `Line`."""

    text: str
    kind: LineKind = "body"
    level: int = 0
    page: int | None = None
    bold: bool = False
    size: float | None = None
    address: Address | None = None


def clean(text: str) -> str:
    """`text` with one kind of blank, without invisible and private-use characters, and stripped."""
    text = SPACES.sub(" ", SOFT_DASH.sub("-", text)).replace("\u00ad", "")
    return DROPPED.sub("", text).strip(BLANKS)


def is_page_number(text: str) -> bool:
    """Whether nothing but a page number ("3", "Page 1 of 3") stands in `text`."""
    words = set(table("marks.toml")["page_words"])
    return all(word.lower() in words for word in WORD.findall(text))


def with_typed_bullet(piece: Piece) -> Piece:
    """`piece` as a bullet if its text opens with the character of one; the text is cleaned either way."""
    width = bullet_width(piece.text)
    text = clean(piece.text[width:])
    if not width or piece.kind == "heading" or not text:
        return replace(piece, text=clean(piece.text))
    return replace(piece, text=text, kind="bullet")


def compose(
    path: str,
    form: str,
    pieces: Iterable[Piece],
    *,
    hints: Mapping[str, str] | None = None,
    links: Iterable[str] = (),
) -> Source:
    """One line of text for each piece that holds something, "- " before bullets. Raises EmptyFile or TooLarge."""
    lines: list[Line] = []
    parts: list[str] = []
    start, limit, most = 0, table("limits.toml")["file"]["characters"], table("limits.toml")["file"]["lines"]
    for given in pieces:
        piece = replace(given, text=HALF.sub("", given.text)) if HALF.search(given.text) else given
        if not piece.text:
            continue
        mark = "  " * piece.level + "- " if piece.kind == "bullet" else ""
        lines.append(line_of(piece, len(lines) + 1, start + len(mark)))
        parts.append(f"{mark}{piece.text}\n")
        start += len(parts[-1])
        if start > limit:
            raise TooLarge(path, f"holds more than {limit:,} characters", "Keep only the document itself.")
        if len(lines) > most:
            raise TooLarge(path, f"holds more than {most:,} lines", "Keep only the document itself.")
    if not any(character.isalnum() for line in lines for character in line.text):
        raise EmptyFile(path, "holds no text", "Check that it is the file you meant, and save it again.")
    targets = tuple(dict.fromkeys(link for each in links if (link := HALF.sub("", each).strip())))
    known = {name: HALF.sub("", hint) for name, hint in (hints or {}).items()}
    return Source(path, form, "".join(parts), tuple(lines), known, targets)


def line_of(piece: Piece, number: int, start: int) -> Line:
    """`piece` at its place."""
    return Line(
        piece.text,
        number,
        start,
        kind=piece.kind,
        level=piece.level if piece.kind == "bullet" else 0,
        page=piece.page,
        bold=piece.bold,
        size=piece.size,
        address=piece.address,
    )
