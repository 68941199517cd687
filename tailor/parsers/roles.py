"""The jobs under the headings of experience, in the order of the document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tailor.parsers.blocks import Block, blocks_of
from tailor.parsers.cells import Row, stray_period
from tailor.parsers.facts import level_of
from tailor.parsers.fields import labelled_roles, tabled_roles
from tailor.parsers.headers import Habit, Header, header_of, title_rank
from tailor.parsers.lexicon import is_department, word_pattern
from tailor.parsers.locations import split_place
from tailor.parsers.products import is_product
from tailor.parsers.rows import rows_in
from tailor.types import Line, Period, Role

NO_PERIOD = Period(None, None)


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
    return tuple(with_lines(named_roles(blocks_of(rows_in(lines)))))


def with_lines(roles: Sequence[Role]) -> Iterator[Role]:
    """`roles`; of jobs in one header the first gets the lines below it, for nobody can tell whose they are."""
    for role in roles:
        same = [other for other in roles if other.header[-1:] == role.header[-1:]]
        yield replace(role, lines=same[-1].lines if role is same[0] else ()) if len(same) > 1 else role


def named_roles(blocks: list[Block]) -> list[Role]:
    """The jobs of `blocks`; a company with jobs below it is not one, but lends them its name and place."""
    habit = habit_of(blocks)
    found: list[Role] = []
    above: Header | None = None
    parent: Header | None = None
    waiting: tuple[Row, ...] = ()
    apart = False
    for index, block in enumerate(blocks):
        inside = parent is not None and encloses(parent.period, block)
        header = completed(header_of(block.head, habit, inherits=inside), block.body)
        if above and above.company and header.company and not header.title:
            header = completed(header_of(block.head, habit, inherits=True), block.body)
        follows = blocks[index + 1] if index + 1 < len(blocks) else None
        if follows and is_parent(header, block, follows):
            above = parent = header
            waiting, apart = block.head, True
            continue
        if apart:
            header = with_team(header, block)
        apart = apart if header.company is None else count_rows(block) > 1
        above = lent(header, above)
        found.append(role_of(above, (*waiting, *block.head), block.body))
        waiting = ()
    return found


def count_rows(block: Block) -> int:
    """How many rows of a header say something besides dates and places."""
    return sum(bool(row.cells) for row in block.head)


def with_team(header: Header, block: Block) -> Header:
    """`header`, below an employer on a line of its own, with the team of "Analyst, Mortgages" as part of the title."""
    cells = [cell for row in block.head for cell in row.cells]
    whole, team = f"{header.title}, {header.company}", header.company
    if len(cells) != 1 or not cells[0].startswith(whole) or not (team and (is_department(team) or is_team(team))):
        return header
    return replace(header, title=whole, company=None)


def is_team(name: str) -> bool:
    """Whether `name` ends in a word such as "branch"."""
    return word_pattern("roles", "teams").fullmatch(name.rsplit(maxsplit=1)[-1]) is not None


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
