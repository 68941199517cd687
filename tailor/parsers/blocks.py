"""Which rows of a section of jobs are the header of one, and which tell of it."""

from __future__ import annotations

from dataclasses import dataclass

from tailor.parsers.cells import JOINING, Row
from tailor.parsers.headers import header_of, title_rank
from tailor.parsers.lexicon import company_score, is_department, letter_set, letters, title_score

HEADER_LINES, LONGEST_NAME = 4, 8


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of one job's header, and the rows that tell of it."""

    head: tuple[Row, ...]
    body: tuple[Row, ...]


def blocks_of(rows: list[Row]) -> list[Block]:
    """The blocks of a section: by its dates, and without any by its titles."""
    return dated_blocks(rows) or undated_blocks(rows)


def dated_blocks(rows: list[Row]) -> list[Block]:
    """A block for each row with a period."""
    anchors = [at for at, row in enumerate(rows) if row.period]
    if not anchors:
        return []
    usual = min(anchors[0], HEADER_LINES)
    starts: list[int] = []
    ends: list[int] = []
    for index, anchor in enumerate(anchors):
        floor = ends[-1] if ends else 0
        start = head_start(rows, anchor, floor, usual)
        after = anchors[index + 1] if index + 1 < len(anchors) else len(rows) + usual
        starts.append(start)
        ends.append(head_end(rows, start, anchor, after - usual))
    return split_more(rows, starts, ends)


def head_start(rows: list[Row], anchor: int, floor: int, usual: int) -> int:
    """Where the header of the period at `anchor` begins; `usual` is how many rows it had before the first."""
    start = anchor
    while start > floor and anchor - start < HEADER_LINES and heads(rows[start - 1]):
        if anchor - start >= usual and not sure(rows, start - 1, floor):
            break
        start -= 1
    return start


def heads(row: Row) -> bool:
    """Whether a row may be part of a header."""
    return not row.told and row.period is None and not is_inner(row.line.text) and len(row.rest) <= 120


def is_inner(text: str) -> bool:
    """Whether `text` is a heading inside a job, such as "Responsibilities:"."""
    return letters(text) in letter_set("inner", "names") or text.rstrip().endswith(":")


def sure(rows: list[Row], at: int, floor: int) -> bool:
    """Whether the row at `at` belongs to the header below it even if that is longer than usual."""
    if at == floor and floor:
        return False
    row = rows[at]
    speaks = any(title_score(cell) == 2 or company_score(cell) for cell in row.cells)
    return row.line.bold or row.line.kind == "heading" or (speaks and at > floor)


def head_end(rows: list[Row], start: int, anchor: int, limit: int) -> int:
    """Where the header ends: behind the period, or behind what is still missing after it."""
    end = anchor + 1
    while end < min(limit, len(rows)) and end <= anchor + HEADER_LINES and heads(rows[end]):
        known = header_of(rows[start:end])
        row = rows[end]
        if not row.rest:
            end += 1
            continue
        pure = bool(row.place) and not row.cells
        if known.title and known.company and not pure and not (is_department(known.company) and is_name(row)):
            break
        if known.title and not known.company and title_rank(row.rest) > 0 and not company_score(row.rest):
            break
        if not row.cells and not pure and row.line.text:
            break
        end += 1
    return end


def is_name(row: Row) -> bool:
    """Whether a row reads like the name of an employer: a few words in capitals, and no title."""
    words = row.rest.split()
    written = all(word[:1].isupper() or not word[:1].isalpha() or word in JOINING for word in words)
    return bool(row.cells) and len(words) <= LONGEST_NAME and written and title_rank(row.rest) <= 0


def split_more(rows: list[Row], starts: list[int], ends: list[int]) -> list[Block]:
    """The blocks between the given bounds; the rows before the first are left out."""
    found: list[Block] = []
    for index, (start, end) in enumerate(zip(starts, ends, strict=True)):
        after = starts[index + 1] if index + 1 < len(starts) else len(rows)
        found.append(Block(tuple(rows[start:end]), tuple(rows[end:after])))
    return found


def undated_blocks(rows: list[Row]) -> list[Block]:
    """A block for each run of header rows with a title, in a section without any date."""
    starts = [at for at, row in enumerate(rows) if heads(row) and (at == 0 or not heads(rows[at - 1]))]
    ends = []
    for start in starts:
        end = start
        while end < len(rows) and heads(rows[end]) and end - start < HEADER_LINES:
            end += 1
        ends.append(end)
    blocks = split_more(rows, starts, ends)
    named = [block for block in blocks if any(title_score(cell) for row in block.head for cell in row.cells)]
    return [block for block in named if block.body]
