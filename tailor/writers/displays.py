"""A card as what a notebook takes: HTML with a small style of its own, and a few lines of text for everything else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from tailor.resources import table
from tailor.writers import cards_batch, cards_documents, cards_match  # noqa: F401  # they add their cards
from tailor.writers.cards import Bars, Card, Cell, Grid, Tag, card_of
from tailor.writers.html import asset, seen
from tailor.writers.html_score import Stair

if TYPE_CHECKING:
    from lxml.etree import _Element


def mimebundle(value: Any) -> dict[str, str]:
    """What IPython shows of `value`: "text/plain" and "text/html", the same every time.

    Texts of documents are escaped, and characters nobody sees are taken out; nothing in it runs or is fetched.
    """
    card = card_of(value)
    return {"text/plain": "\n".join(text_lines(card)), "text/html": html(card)}


def text_lines(card: Card) -> Iterator[str]:
    """The card in a few lines."""
    yield seen(card.title)
    if card.figure or card.note:
        yield seen(" ".join(part for part in (card.figure, card.note) if part))
    yield from (seen(f"{name}: {text}") for name, text in card.facts)
    for block in card.blocks:
        if isinstance(block, Bars):
            yield from ("", block.heading, *(seen(f"  {row.name}: {row.points}") for row in block.rows))
        else:
            yield from ("", seen(f"{block.heading or 'Table'}: {len(block.rows)} rows"))


def html(card: Card) -> str:
    """The card as HTML."""
    from lxml.etree import tostring

    top = [element("div", card.title, kind="top")]
    if card.figure or card.note:
        figure = [element("span", card.figure, kind="big")] if card.figure else []
        top.append(element("div", *figure, element("span", card.note, kind="dim")))
    if card.facts:
        rows = [element("tr", element("th", name), element("td", text)) for name, text in card.facts]
        top.append(element("table", element("tbody", *rows), kind="narrow"))
    parts = [part for block in card.blocks for part in block_parts(block)]
    made = element("div", element("style", asset("card.css")), *top, *parts, kind="tailor-card")
    return str(tostring(made, encoding="unicode", method="html"))


def element(name: str, *content: str | _Element, kind: str = "", style: str = "") -> _Element:
    """An element; lxml escapes the texts in it, apart from a style's, which are ours."""
    from lxml.builder import E

    attributes = {key: text for key, text in (("class", kind), ("style", style)) if text}
    made: _Element = E(name, attributes, *(seen(part) for part in content))
    return made


def block_parts(block: Grid | Bars) -> Iterator[_Element]:
    """The elements of one block, its heading first."""
    if block.heading:
        yield element("div", block.heading, kind="head")
    if isinstance(block, Bars):
        yield element("table", element("tbody", *(bar_row(row) for row in block.rows)))
        return
    limits = table("show.toml")["card"]
    first, rest = block.rows[: limits["rows"]], block.rows[limits["rows"] : limits["most"]]
    yield grid(block.columns, first)
    if rest:
        left = len(block.rows) - len(first) - len(rest)
        told = f"{len(rest)} more rows" + (f", and {left} that only the frame has" if left else "")
        yield element("details", element("summary", told), grid(block.columns, rest))


def grid(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> _Element:
    """A table with a heading row."""
    numbers = [is_number(cell) for cell in rows[0]] if rows else [False] * len(columns)
    names = (element("th", name, kind="n" * right) for name, right in zip(columns, numbers, strict=True))
    body = element("tbody", *(element("tr", *map(table_cell, row)) for row in rows))
    return element("table", element("thead", element("tr", *names)), body, kind="" if len(columns) > 2 else "narrow")


def table_cell(cell: Cell) -> _Element:
    """One cell; numbers stand at the right."""
    if isinstance(cell, Tag):
        return element("td", element("span", cell.text, kind=f"tag {cell.kind}"))
    if is_number(cell):
        return element("td", f"{cell}", kind="n")
    return element("td", "" if cell is None else str(cell))


def is_number(cell: Cell) -> bool:
    """Whether `cell` is a number; a truth is none."""
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def bar_row(row: Stair) -> _Element:
    """A row with its bar: what is reached, and lighter, what could be."""
    room = element("span", kind="room", style=f"left:{row.start:.1f}%;width:{row.room:.1f}%")
    full = element("span", kind="full", style=f"left:{row.start:.1f}%;width:{row.width:.1f}%")
    bar = element("div", *([room] if row.kind == "part" else []), full, kind="ground")
    return element(
        "tr",
        element("td", row.name, kind="name"),
        element("td", bar, kind="bar"),
        element("td", row.points, kind="n"),
        *([element("td", row.why, kind="dim")] if row.why else []),
        kind=row.kind,
    )
