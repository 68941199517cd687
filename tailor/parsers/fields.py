"""Jobs and courses written as "Label: value" lines or as a table with heads of columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from tailor.parsers.cells import columns, named
from tailor.parsers.dates import find_periods
from tailor.parsers.lexicon import alternatives, even, letters, lexicon
from tailor.parsers.locations import EDGES
from tailor.types import Line, Period, Role

LABEL = re.compile(
    r"\(?(?:\d{1,2}[.)]\s*)?([^\W\d_][^:\t]{0,80}?)(?:[ ]{0,3}(?:\t[ \t]{0,9}:?|:-?| -)|[ ]{3})[ \t]{0,9}(?=\S)"
)
BARS = re.compile(r"\s*[|•·;]\s+")
LEAST_COLUMNS, MOST_COLUMNS, LONGEST = 3, 12, 600


@dataclass
class Fields:
    """Values by field while they are collected, and the lines they stand in."""

    values: dict[str, str] = field(default_factory=dict)
    head: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)


@cache
def field_names(group: str) -> Mapping[str, str]:
    """Field by the letters of its label or head of column; `group` is "labels" or "columns"."""
    return {letters(label): name for name, labels in lexicon(group).items() for label in labels}


@cache
def openers() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """For "company" and "title" the words that open a line with one, after a number."""
    number = r"\s*(?:\(?\d{1,2}[.)]\s*)?"
    return tuple(
        (name, re.compile(rf"{number}(?:{alternatives(words)})\s*:?\s+(?=\S)", re.IGNORECASE))
        for name, words in lexicon("openers").items()
    )


def labelled(line: Line, names: Mapping[str, str]) -> tuple[str, str] | None:
    """Field and value of a line such as "Designation : Product Owner"."""
    for opened, pattern in openers():
        if opening := pattern.match(even(line.text)):
            return opened, line.text[opening.end() :].strip(EDGES)
    found = LABEL.match(even(line.text))
    name = names.get(letters(found[1])) if found else None
    return (name, line.text[found.end() :].strip(EDGES)) if found and name else None


def labelled_pairs(line: Line, names: Mapping[str, str]) -> dict[str, str]:
    """The fields and values of a line: several where bars part them ("Company: X | Role: Y"), else one or none."""
    pieces = BARS.split(line.text[:LONGEST])
    pairs = [pair for piece in pieces if (pair := labelled(replace(line, text=piece), names))]
    if len(pairs) < 2:
        pairs = [pair] if (pair := labelled(line, names)) else []
    return dict(reversed(pairs))  # of a field that is there twice the first


def labelled_records(lines: Sequence[Line], names: Mapping[str, str], *, key: tuple[str, ...]) -> list[Fields]:
    """Records of labelled lines: a field that the open one has already begins the next; each has a `key` field."""
    records: list[Fields] = []
    for line in lines:
        pairs = labelled_pairs(line, names) if line.kind != "bullet" or not records else {}
        if pairs and (not records or pairs.keys() & records[-1].values.keys()):
            records.append(Fields())
        if pairs:
            records[-1].values.update(pairs)
            records[-1].head.append(line)
        elif records:
            records[-1].body.append(line)
    return [record for record in records if any(name in record.values for name in key)]


def labelled_roles(lines: Sequence[Line]) -> tuple[Role, ...]:
    """Jobs written as labelled lines; empty if they are not."""
    names = field_names("labels")
    records = labelled_records(lines, names, key=("title", "company"))
    whole = [record for record in records if is_job(record)]
    if not whole or len(whole) * 2 < len(records):
        return ()
    return tuple(role_from(record) for record in whole)


def is_job(record: Fields) -> bool:
    """Whether a record says enough to be a job."""
    return len(record.values) >= 2 and ("period" in record.values or {"title", "company"} <= set(record.values))


def role_from(record: Fields) -> Role:
    """The job that a record tells."""
    company, place = named(record.values["company"]) if record.values.get("company") else (None, None)
    period = period_from(record.values)
    place = record.values.get("location") or place
    return Role(record.values.get("title"), company, place, period, tuple(record.head), tuple(record.body))


def period_from(values: Mapping[str, str]) -> Period:
    """The period that the fields "period" and "end" give together."""
    text = values.get("period", "")
    if values.get("end"):
        text = f"{text} - {values['end']}"
    found = find_periods(text)
    return found[0].period if found else Period(None, None)


def tabled_roles(lines: Sequence[Line]) -> tuple[Role, ...]:
    """Jobs written as a table with heads of columns; empty if they are not."""
    names = {**field_names("labels"), **{letters("Year"): "period"}}
    records = list(table_records(lines, names, needed={"title", "company"}))
    return tuple(role_from(record) for record in records)


def table_records(lines: Sequence[Line], names: Mapping[str, str], *, needed: set[str]) -> Iterator[Fields]:
    """A record for each row of the first table in `lines` whose heads of columns name the `needed` fields."""
    for at in range(len(lines)):
        heads, begin = heads_at(lines, at, names)
        if needed <= set(heads):
            yield from rows_below(lines[begin:], heads)
            return


def heads_at(lines: Sequence[Line], at: int, names: Mapping[str, str]) -> tuple[list[str], int]:
    """Fields of the columns whose heads begin at `at`, as one line with tabs or one line a cell, and where they end.

    A head that names no field is "" if it is set like those that do.
    """
    cells = columns(lines[at].text[:LONGEST])
    if len(cells) >= LEAST_COLUMNS:
        return [names.get(letters(cell), "") for cell in cells], at + 1
    heads: list[str] = []
    end = at
    for line in lines[at : at + MOST_COLUMNS]:
        name = head_name(line, lines[at], names, known=bool(heads))
        if name is None:
            break
        heads.append(name)
        end += 1
    return (heads, end) if len(heads) >= LEAST_COLUMNS else ([], end)


def head_name(line: Line, first: Line, names: Mapping[str, str], *, known: bool) -> str | None:
    """Field of a head of column in a line of its own; None if it is none."""
    name = names.get(letters(line.text))
    like_first = known and line.bold and first.bold and len(line.text.split()) <= 4
    return name if name else ("" if like_first else None)


def rows_below(lines: Sequence[Line], heads: list[str]) -> Iterator[Fields]:
    """A record for each row below the heads."""
    if lines and len(columns(lines[0].text[:LONGEST])) >= LEAST_COLUMNS:
        for line in lines:
            yield from tabbed(line, heads)
        return
    for at in range(0, len(lines) - len(heads) + 1, len(heads)):
        row = lines[at : at + len(heads)]
        yield filled(heads, [(line.text, line) for line in row])


def tabbed(line: Line, heads: list[str]) -> Iterator[Fields]:
    """The record of a row in one line; none if it has too few cells."""
    cells = columns(line.text[:LONGEST])
    if len(cells) >= LEAST_COLUMNS - 1:
        yield filled(heads, [(cell, line) for cell in cells])


def filled(heads: list[str], cells: list[tuple[str, Line]]) -> Fields:
    """A record whose values are `cells` under `heads`; what stands under other heads is its body."""
    record = Fields()
    for head, (text, line) in zip(heads, cells, strict=False):
        if head:
            record.values.setdefault(head, text)
            record.head.append(line)
        elif line not in record.head:
            record.body.append(line)
    record.head = list(dict.fromkeys(record.head))
    return record
