"""The jobs under the headings of experience, in the order of the document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tailor.parsers.cells import Row, row_of, stray_period
from tailor.parsers.dates import find_periods
from tailor.parsers.facts import level_of
from tailor.parsers.fields import labelled_roles, tabled_roles
from tailor.parsers.headers import Habit, Header, header_of, title_rank
from tailor.parsers.lexicon import company_score, is_department, letter_set, letters, title_score
from tailor.parsers.locations import EDGES, split_place
from tailor.parsers.products import is_product
from tailor.types import Line, Period, Role

HEADER_LINES, LONGEST_DATE, LONGEST_NAME = 3, 20, 8
SMALL = frozenset({"and", "of", "for", "the", "de", "du", "der", "und", "at", "in"})
NO_PERIOD = Period(None, None)


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of one job's header, and the rows that tell of it."""

    head: tuple[Row, ...]
    body: tuple[Row, ...]


def roles_of(lines: Sequence[Line]) -> tuple[Role, ...]:
    """The jobs in the lines of one section."""
    found = tabled_roles(lines) or labelled_roles(lines) or free_roles(lines)
    return tuple(marked(role) for role in found)


def marked(role: Role) -> Role:
    """`role` with its level, and whether it is a product job, read from its title."""
    if role.title is None:
        return role
    return replace(role, level=level_of(role.title), product=is_product(role.title))


def free_roles(lines: Sequence[Line]) -> tuple[Role, ...]:
    """The jobs in lines without labels and columns."""
    rows = merged([row for line in lines for row in rows_of(line)])
    if not any(row.period for row in rows):
        bulleted = merged([row_of(line, bullets=True) for line in lines])
        rows = bulleted if any(row.period and title_score(row.rest) for row in bulleted) else rows
    blocks = dated_blocks(rows) or undated_blocks(rows)
    return tuple(with_lines(named_roles(blocks)))


def rows_of(line: Line) -> Iterator[Row]:
    """The rows of a line: several where it names several jobs one after the other, each with its range."""
    whole = row_of(line)
    ends = [dated.end for dated in find_periods(line.text) if not dated.single] if whole.period else []
    texts = [line.text[start:end].strip(EDGES) for start, end in pairwise((0, *ends))]
    if len(texts) < 2 or not all(title_score(text) for text in texts):
        yield whole
        return
    for text in texts:
        yield replace(row_of(replace(line, text=text)), line=line)


def with_lines(roles: Sequence[Role]) -> Iterator[Role]:
    """`roles`; of jobs in one header the first gets the lines below it, for nobody can tell whose they are."""
    for role in roles:
        same = [other for other in roles if other.header[-1:] == role.header[-1:]]
        yield replace(role, lines=same[-1].lines if role is same[0] else ()) if len(same) > 1 else role


def merged(rows: list[Row]) -> list[Row]:
    """`rows` with a range that breaks off ("Apr 2016 -") ended by the row below ("Present")."""
    found: list[Row] = []
    for row in rows:
        both = ended(found[-1], row) if found else None
        if both:
            found[-1] = both
        found.append(replace(row, cells=(), dated=None, rest="") if both else row)
    return found


def ended(above: Row, row: Row) -> Row | None:
    """`above` with its range ended by the text of `row`; None if it does not break off, or that does not end it."""
    if not above.dated or not above.dated.dangling or above.told or len(row.line.text) > LONGEST_DATE:
        return None
    both = row_of(replace(above.line, text=f"{above.line.text} {row.line.text}"))
    whole = both.dated is not None and not both.dated.dangling and not both.dated.single
    return replace(both, line=above.line) if whole else None


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
    return row.line.bold or (speaks and at > floor)


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
    written = all(word[:1].isupper() or not word[:1].isalpha() or word in SMALL for word in words)
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


def named_roles(blocks: list[Block]) -> list[Role]:
    """The jobs of `blocks`; a company with jobs below it is not one, but lends them its name and place."""
    habit = habit_of(blocks)
    found: list[Role] = []
    above: Header | None = None
    parent: Header | None = None
    waiting: tuple[Row, ...] = ()
    for index, block in enumerate(blocks):
        inside = parent is not None and encloses(parent.period, block)
        header = completed(header_of(block.head, habit, inherits=inside), block.body)
        if above and above.company and header.company and not header.title:
            header = completed(header_of(block.head, habit, inherits=True), block.body)
        follows = blocks[index + 1] if index + 1 < len(blocks) else None
        if follows and is_parent(header, block, follows):
            above = parent = header
            waiting = block.head
            continue
        above = lent(header, above)
        found.append(role_of(above, (*waiting, *block.head), block.body))
        waiting = ()
    return found


def completed(header: Header, body: Sequence[Row]) -> Header:
    """`header` with the period or place that the layout put beside the first lines below it."""
    if header.period is None:
        header = replace(header, period=next((p for row in body[:2] if (p := stray_period(row))), None))
    if header.place is None and body and not body[0].told:
        header = replace(header, place=body[0].place)
    return header


def habit_of(blocks: list[Block]) -> Habit:
    """How most headers of `blocks` whose pieces tell by themselves are written."""
    votes = towns = 0
    for block in blocks:
        cells = [cell for row in block.head for cell in row.cells][:2]
        if len(cells) == 2 and (title_rank(cells[0]) > 0) != (title_rank(cells[1]) > 0):
            votes += 1 if title_rank(cells[1]) > 0 else -1
        towns += any(row.place or any(split_place(cell)[1] for cell in row.cells) for row in block.head)
    return Habit(company_first=votes > 0, town_last=towns * 2 >= len(blocks))


def is_parent(header: Header, block: Block, follows: Block) -> bool:
    """Whether a header without title and text stands for all the jobs below it."""
    inner = next((row.period for row in follows.head if row.period), None)
    if header.title or block.body or not header.period or not inner or not inner.start or not header.period.start:
        return False
    return header.period.start.year <= inner.start.year


def encloses(period: Period | None, block: Block) -> bool:
    """Whether the period of `block` lies within `period`, by years."""
    inner = next((row.period for row in block.head if row.period), None)
    if not period or not inner or not period.start or not inner.start or inner.start.year < period.start.year:
        return False
    return period.current or bool(period.end and inner.end and inner.end.year <= period.end.year)


def lent(header: Header, above: Header | None) -> Header:
    """`header` with the company and place of the one above where it has a title only."""
    if above is None or header.company or not header.title:
        return header
    return replace(header, company=above.company, place=header.place or above.place)


def role_of(header: Header, head: Sequence[Row], body: Sequence[Row]) -> Role:
    """The role that a header and its rows make."""
    lines = tuple(row.line for row in body)
    heads_ = tuple(row.line for row in head)
    return Role(header.title, header.company, header.place, header.period or NO_PERIOD, heads_, lines)
