"""What a value shows of itself in a notebook: a card of plain texts, not yet HTML; and the cards of any table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import singledispatch
from typing import Any

from tailor.resources import table
from tailor.types import Draft, Interview, Letter
from tailor.view import Table
from tailor.writers.html_page import file_name
from tailor.writers.html_score import Stair
from tailor.writers.layout import around


@dataclass(frozen=True, slots=True)
class Tag:
    """A word in a colour of its own; `kind` is a class of `models/html/card.css`."""

    text: str
    kind: str


Cell = str | int | float | Tag | None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its heading, the names of its columns, its rows; the first of them are open, the rest is folded away."""

    heading: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Bars:
    """Rows with a bar each, on a scale of 0 to 100."""

    heading: str
    rows: Sequence[Stair]


@dataclass(frozen=True, slots=True)
class Card:
    """What a value shows: a title, one figure that counts most with a note on it, facts as (name, text), and blocks."""

    title: str
    figure: str = ""
    note: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    blocks: tuple[Grid | Bars, ...] = ()


@singledispatch
def card_of(value: Any) -> Card:
    """The card of `value`; other modules of the room add their types. Raises TypeError for one that has none."""
    raise TypeError(f"{type(value).__name__} has no card")


@card_of.register
def table_card(value: Table) -> Card:
    """Any table: its name and its rows."""
    return Card(title_of(value), blocks=(grid_of("", value.rows()),))


@card_of.register
def draft_card(draft: Draft) -> Card:
    """A draft: the edits, and what they are worth together where that is known."""
    before, after = draft.match.score, draft.score
    note = f"score {before:.1f} as it is" + (f", {after:.1f} with all edits accepted" if after is not None else "")
    return Card(title_of(draft), note=note, blocks=(grid_of("Edits", draft.rows()),))


@card_of.register
def letter_card(letter: Letter) -> Card:
    """A letter: its paragraphs, and what only the person can fill in."""
    left = ", ".join(letter.placeholders)
    note = f"{letter.words} words" + (f"; to be filled in: {left}" if left else "")
    return Card(title_of(letter), note=note, blocks=(grid_of("Paragraphs", letter.rows(), words=2_000),))


def title_of(value: Table) -> str:
    """The kind of value, and what it is about where it serves a match or a resume."""
    about = getattr(value, "match", value)
    resume, posting = getattr(about, "resume", None), getattr(about, "posting", None)
    names = [
        resume and (resume.contact.name or file_name(resume.source.path)),
        posting and " · ".join(part for part in (posting.title, posting.company) if part),
    ]
    told = " → ".join(name for name in names if name)
    return ": ".join(part for part in (type(value).__name__, told) if part)


def grid_of(heading: str, rows: Sequence[dict[str, Any]], *, words: int = 0) -> Grid:
    """`rows` as they are, keys as columns; texts cut to `words` characters, by default those of `models/show.toml`."""
    return Grid(heading, tuple(rows[0]) if rows else (), [[cell(item, words) for item in row.values()] for row in rows])


def cell(item: Any, words: int = 0) -> Cell:
    """Any value as a cell."""
    if isinstance(item, (list, tuple)):
        item = listed(item)
    return item if isinstance(item, int | float) else cut("" if item is None else str(item), words)


def cut(text: str, words: int = 0) -> str:
    """`text` as far as a cell goes."""
    return around(text, "", width=words or int(table("show.toml")["card"]["words"]))


def listed(items: Iterable[object]) -> str:
    """`items` with commas."""
    return ", ".join(str(item) for item in items)


def known(*facts: tuple[str, object]) -> tuple[tuple[str, str], ...]:
    """Those of `facts` that say something, as text."""
    return tuple((name, str(fact)) for name, fact in facts if fact not in (None, "", ()))


@card_of.register
def interview_card(interview: Interview) -> Card:
    """The questions to expect, and how the profile reads."""
    return Card(title_of(interview), note=interview.reading.summary, blocks=(grid_of("Questions", interview.rows()),))
