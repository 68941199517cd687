"""From rows to logical lines: wrapped lines are joined, bullets found, wide gaps made tabs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from tailor.readers.build import Piece, clean
from tailor.readers.marks import bullet_width
from tailor.readers.pdf_columns import Row
from tailor.readers.pdf_words import Word

TAB = 1.5  # of the size: a wider gap is a tab
SMALL_TAB = 0.9  # of the size: so is a narrower one, if the other gaps of the row are far smaller
LEADING = 1.75  # of the size: lines farther apart do not belong together
SAME_SIZE = 0.6  # points
EDGE = 3.0  # points: left edges that differ less are one
PROSE = 45  # characters: shorter lines are items of a list more often than lines of a paragraph
OPEN_END = re.compile(r"(?:[,;/&(|–-]|\b(?:and|or|of|the|to|for|with|in|a|by|und|et|de|la|y|e))$", re.I)
ADDRESS = re.compile(r"\S*(?:@|://|www\.|\w\.\w+/)")
BROKEN_ADDRESS = re.compile(r"(?:\w\.\w+/|@)[^\s/@]*[-/._]$")
BROKEN_WORD = re.compile(r"(?:^|[\s(])([^\W\d_]{2,})-$")
HALF = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Draft:
    """A logical line in the making.

    x0, text_x0 : left edge of the line, and of its text behind the bullet.
    x1, base : right edge and baseline of the row it ends with so far.
    opening : width of its first word.
    """

    text: str
    bullet: bool
    x0: float
    text_x0: float
    x1: float
    base: float
    size: float
    bold: bool
    opening: float


def pieces(rows: list[Row], page: int, compounds: frozenset[str]) -> list[Piece]:
    """The logical lines of a block; `compounds` are the words with a hyphen the document writes within a line."""
    right = max(row.x1 for row in rows)
    drafts: list[Draft] = []
    for draft in drafts_of(rows):
        if drafts and continues(drafts[-1], draft, right):
            drafts[-1] = joined(drafts[-1], draft, compounds)
        else:
            drafts.append(draft)
    return list(levelled(drafts, page))


def drafts_of(rows: list[Row]) -> Iterator[Draft]:
    """Each row as a draft; a bullet that stands alone is put before the row it belongs to."""
    lone: Word | None = None
    usual = median(row.size for row in rows)
    for row in rows:
        words = row.words
        if lone is not None and abs(words[0].base - lone.base) < lone.size:
            words = (lone, *words)
        lone = words[0] if len(words) == 1 and is_mark(words[0]) else None
        if lone is None:
            yield from (draft_of(part) for part in headings_apart(words, usual))


def headings_apart(words: tuple[Word, ...], usual: float) -> list[tuple[Word, ...]]:
    """The cells of a row one by one if they are headings of two columns: large, bold and without figures."""
    large = all(word.bold and word.size > 1.2 * usual and word.text.isalpha() for word in words)
    return cells(words) if large else [words]


def is_mark(word: Word) -> bool:
    """Whether a word is the character of a bullet and nothing else."""
    return len(word.text) == 1 and bullet_width(word.text + "  ") > 0


def draft_of(words: tuple[Word, ...]) -> Draft:
    """A row of words as a draft."""
    marked = is_mark(words[0]) and len(words) > 1
    rest = words[1:] if marked else words
    text = with_tabs(rest)
    width = bullet_width(text)
    head = cells(rest)[0]
    return Draft(
        text=text[width:] if width < len(text) else text,
        bullet=marked or 0 < width < len(text),
        x0=words[0].x0,
        text_x0=rest[0].x0,
        x1=max(word.x1 for word in words),
        base=words[0].base,
        size=main_size(head),
        bold=all(word.bold for word in rest),
        opening=rest[0].x1 - rest[0].x0,
    )


def with_tabs(words: tuple[Word, ...]) -> str:
    """The words of a row, with a tab between cells and a blank between words."""
    return "\t".join(" ".join(word.text for word in cell) for cell in cells(words))


def cells(words: tuple[Word, ...]) -> list[tuple[Word, ...]]:
    """The words of a row, parted at gaps that are wide, or wider by far than the least one of the row."""
    gaps = [(other.x0 - one.x1) / other.size for one, other in pairwise(words)]
    least = min((gap for gap in gaps if gap > 0), default=0.0) if len(gaps) > 1 else 0.0
    ends = [at for at, gap in enumerate(gaps, start=1) if gap > TAB or gap > max(SMALL_TAB, 2.5 * least)]
    return [words[begin:end] for begin, end in pairwise([0, *ends, len(words)])]


def main_size(words: tuple[Word, ...]) -> float:
    """The size most characters have, in points; the larger one where two are even."""
    counts: dict[float, int] = {}
    for word in words:
        counts[word.size] = counts.get(word.size, 0) + len(word.text)
    return max(counts, key=lambda size: (counts[size], size))


def continues(above: Draft, below: Draft, right: float) -> bool:
    """Whether `below` is the wrapped rest of `above` in a block whose right edge is at `right`."""
    alike = abs(above.size - below.size) <= SAME_SIZE and above.bold == below.bold
    near = 0 < below.base - above.base <= LEADING * max(above.size, below.size)
    if below.bullet or not alike or not near or "\t" in above.text + below.text:
        return False
    if BROKEN_ADDRESS.search(above.text) and below.text[:1].islower():
        return True
    if above.bullet and abs(below.x0 - above.text_x0) <= EDGE and above.text_x0 - above.x0 > EDGE:
        return True
    aligned = abs(below.x0 - above.x0) <= EDGE
    full = above.x1 + 0.25 * below.size + below.opening > right
    return aligned and full and runs_on(above, below)


def runs_on(above: Draft, below: Draft) -> bool:
    """Whether the wording allows that one sentence or paragraph goes on from `above` to `below`."""
    if ADDRESS.match(below.text) and not OPEN_END.search(above.text):
        return False
    return above.bullet or len(above.text) >= PROSE or below.text[:1].islower() or bool(OPEN_END.search(above.text))


def joined(above: Draft, below: Draft, compounds: frozenset[str]) -> Draft:
    """`above` with `below` behind it; a word broken at the line end is made whole."""
    head, tail = BROKEN_WORD.search(above.text), HALF.match(below.text)
    text = f"{above.text} {below.text}"
    if BROKEN_ADDRESS.search(above.text) or (above.text.endswith("-") and head is None):
        text = above.text + below.text
    elif head and tail:
        compound = f"{head[1]}-{tail[0]}".lower() in compounds or not tail[0].islower()
        text = (above.text if compound else above.text[:-1]) + below.text
    return replace(above, text=text, x1=below.x1, base=below.base)


def levelled(drafts: Iterable[Draft], page: int) -> Iterator[Piece]:
    """The drafts as pieces; the depth of a bullet follows from its left edge."""
    edges: list[float] = []
    for draft in drafts:
        look = Piece(clean(draft.text), page=page, bold=draft.bold, size=draft.size)
        if not draft.bullet:
            edges = []
            yield look
            continue
        while edges and edges[-1] > draft.x0 + EDGE:
            edges.pop()
        if not edges or edges[-1] < draft.x0 - EDGE:
            edges.append(draft.x0)
        yield replace(look, kind="bullet", level=len(edges) - 1)
