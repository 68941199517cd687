"""From the words of a page to blocks in reading order: columns one after the other, table rows side by side.

A gutter is an edge at which words begin, with nothing across it, over a band of neighbouring rows. It parts two
columns, unless the sparser side only answers rows of the other one: dates at the right, labels at the left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from tailor.readers.marks import bullet_width
from tailor.readers.pdf_words import Word

SAME_ROW = 0.3  # of the size
EDGE = 2.0  # points: left edges that differ less are one
GUTTER = 0.9  # of the size: a gutter is at least so wide
LEAST_ROWS = 3  # on either side of a gutter
DATE = re.compile(r"\b(?:19|20)\d\d\b|\d[/.]\d\d|present|today|current|now|heute|actual|presente|ongoing", re.I)
DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Row:
    """Words on one baseline, from left to right."""

    words: tuple[Word, ...]

    @property
    def base(self) -> float:
        """Baseline, in points from the top."""
        return self.words[0].base

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return max(word.x1 for word in self.words)

    @property
    def size(self) -> float:
        """Size of the largest word, in points."""
        return max(word.size for word in self.words)

    @property
    def text(self) -> str:
        """The words with single blanks."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Split:
    """A band of rows, from `first` to before `last`, and the edge that parts it."""

    first: int
    last: int
    edge: float
    weight: int


def rows_of(words: list[Word]) -> list[Row]:
    """Words gathered into rows, from the top."""
    found: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.base, w.x0)):
        if found and word.base - found[-1][0].base <= SAME_ROW * max(word.size, found[-1][0].size):
            found[-1].append(word)
        else:
            found.append([word])
    return [Row(tuple(sorted(row, key=lambda w: w.x0))) for row in found]


def blocks(words: list[Word], depth: int = 0) -> Iterator[list[Row]]:
    """Blocks of rows in reading order; inside a block nothing stands in columns."""
    rows = rows_of(words)
    split = best_split(rows) if depth < DEEPEST else None
    if split is None:
        if rows:
            yield with_labels_lifted(rows)
        return
    band = [word for row in rows[split.first : split.last] for word in row.words]
    parts = (
        [word for row in rows[: split.first] for word in row.words],
        [word for word in band if word.x0 < split.edge - EDGE],
        [word for word in band if word.x0 >= split.edge - EDGE],
        [word for row in rows[split.last :] for word in row.words],
    )
    for part in parts:
        yield from blocks(part, depth + 1)


def best_split(rows: list[Row]) -> Split | None:
    """The gutter with most rows at its sides; None if there is none."""
    found = [split for edge in edges(rows) for split in splits_at(rows, edge)]
    return max(found, key=lambda split: (split.weight, -split.edge), default=None)


def edges(rows: list[Row]) -> list[float]:
    """Left edges at which at least three rows have a word behind a gap, from left to right."""
    starts = sorted(start for row in rows for start in starts_behind_gaps(row))
    found: list[float] = []
    count = 0
    for at, start in enumerate(starts):
        count = count + 1 if at and start - starts[at - 1] <= EDGE else 1
        if count == LEAST_ROWS:
            found.append(starts[at - LEAST_ROWS + 1])
    return found


def starts_behind_gaps(row: Row) -> Iterator[float]:
    """Left edges of the words of a row that have at least a gutter's width of nothing before them."""
    yield row.x0
    right = row.words[0].x1
    for word in row.words[1:]:
        if word.x0 - right >= GUTTER * word.size:
            yield word.x0
        right = max(right, word.x1)


def splits_at(rows: list[Row], edge: float) -> Iterator[Split]:
    """The bands of rows that leave a gutter before `edge` free and hold columns at its sides."""
    first = 0
    for last in range(len(rows) + 1):
        if last < len(rows) and not crosses(rows[last], edge):
            continue
        begin, end = trimmed(rows, first, last, edge)
        if weight := columns_weight(rows[begin:end], edge):
            yield Split(begin, end, edge, weight)
        first = last + 1


def crosses(row: Row, edge: float) -> bool:
    """Whether a word of the row stands in the gutter before `edge`."""
    return any(word.x0 < edge - EDGE and word.x1 > edge - GUTTER * word.size for word in row.words)


def trimmed(rows: list[Row], first: int, last: int, edge: float) -> tuple[int, int]:
    """The band without what stands above both columns, such as a name, or below them at full width."""
    right = [at for at in range(first, last) if rows[at].x1 > edge]
    left = [at for at in range(first, last) if rows[at].x0 < edge - EDGE]
    if not right or not left:
        return first, first
    top = max(rows[at].size for at in range(first, last))
    begin = first
    while begin < min(right[0], last) and rows[begin].size == top > 1.3 * rows[right[0]].size:
        begin += 1
    both = min(right[-1], left[-1])
    if last == len(rows) or both + 1 >= last:
        return begin, last
    # Below the shorter column the page goes over to full width, with a heading if there is one.
    rest = range(both + 1, last)
    return begin, next((at for at in rest if stands_out(rows[at], rows)), both + 1)


def columns_weight(rows: list[Row], edge: float) -> int:
    """How many rows stand at both sides of a gutter; 0 if they are not columns."""
    left = [row for row in rows if row.x0 < edge - EDGE and not is_bullet(row, edge)]
    right = [row for row in rows if row.x1 > edge]
    if min(len(left), len(right)) < LEAST_ROWS:
        return 0
    both = sum(row.x0 < edge - EDGE and row.x1 > edge for row in left)
    # Headings on the left of a margin of dates stand alone; that makes no column of the margin.
    margin = [row for row in left if row.x1 > edge or not stands_out(row, rows)]
    if both >= 0.8 * len(margin) and len(margin) <= 0.7 * len(right):
        return 0
    sparse, dense = sorted((len(left), len(right)))
    paired = both / sparse
    if paired >= 0.8 and (sparse <= 0.7 * dense or is_table(rows, edge)):
        return 0
    if both == sparse and mostly_dates(left if len(left) == sparse else right, edge):
        return 0
    return len(left) + len(right)


def stands_out(row: Row, rows: list[Row]) -> bool:
    """Whether a row is bold or larger than most rows around it, as headings are."""
    return all(word.bold for word in row.words) or row.size > 1.1 * median(other.size for other in rows)


def is_bullet(row: Row, edge: float) -> bool:
    """Whether all the row has before `edge` is the character of a bullet."""
    before = "".join(word.text for word in row.words if word.x0 < edge - EDGE)
    return len(before) <= 2 and bullet_width(before + " ") > 0


def is_table(rows: list[Row], edge: float) -> bool:
    """Whether the rows are labels with values, or entries with dates, rather than two columns of text."""
    return mostly_dates([row for row in rows if row.x1 > edge], edge) or mostly_labels(rows, edge)


def mostly_dates(rows: list[Row], edge: float) -> bool:
    """Whether most of these rows have a date on their shorter side of the edge."""
    sides = [(side(row, edge, left=True), side(row, edge, left=False)) for row in rows]
    dated = sum(any(len(text) < 30 and DATE.search(text) for text in texts) for texts in sides)
    return dated >= 0.6 * len(rows)


def mostly_labels(rows: list[Row], edge: float) -> bool:
    """Whether most left sides end with a colon, or are bold where the right sides are not."""
    both = [row for row in rows if row.x0 < edge - EDGE and row.x1 > edge]
    labels = sum(side(row, edge, left=True).endswith(":") or is_bold_label(row, edge) for row in both)
    return labels >= 0.6 * len(both)


def is_bold_label(row: Row, edge: float) -> bool:
    """Whether the row is bold before the edge and plain behind it."""
    looks = [(word.x0 < edge - EDGE, word.bold) for word in row.words]
    return all(bold == before for before, bold in looks)


def side(row: Row, edge: float, *, left: bool) -> str:
    """What the row has before, or behind, the edge."""
    return " ".join(word.text for word in row.words if (word.x0 < edge - EDGE) == left)


def with_labels_lifted(rows: list[Row]) -> list[Row]:
    """The rows, with headings that stand in a left margin put above what they head."""
    for edge in edges(rows):
        first = next((at for at, row in enumerate(rows) if is_beside(row, edge)), len(rows))
        if is_label_margin(rows[first:], edge):
            return rows[:first] + [part for row in rows[first:] for part in halves(row, edge)]
    return rows


def is_beside(row: Row, edge: float) -> bool:
    """Whether the row has words on both sides of the edge and a gutter between."""
    return row.x0 < edge - EDGE and row.x1 > edge and not crosses(row, edge)


def is_label_margin(rows: list[Row], edge: float) -> bool:
    """Whether words before `edge` are labels, each beside the first of at least two rows it heads on average."""
    left = [row for row in rows if row.x0 < edge - EDGE]
    if len(left) < LEAST_ROWS or len(rows) < 2 * len(left) or not all(is_beside(row, edge) for row in left):
        return False
    labels = [side(row, edge, left=True) for row in left]
    return all(len(label) < 25 and not DATE.search(label) and label[0].isalpha() for label in labels)


def halves(row: Row, edge: float) -> Iterator[Row]:
    """The row itself, or its two sides where it has both."""
    sides = (
        tuple(word for word in row.words if word.x0 < edge - EDGE),
        tuple(word for word in row.words if word.x0 >= edge - EDGE),
    )
    return (Row(words) for words in sides if words)
