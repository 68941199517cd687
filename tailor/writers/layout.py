"""Pieces that the reports for people share."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category

from rich import box
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

NARROW = 80  # columns; below, a table that would have to break words is told row by row
ROOM = 0.8  # of the width; rich narrows the widest columns first, and does not stop at their longest word


class Grid(Table):
    """A table of texts that becomes a list where it has not the width for its longest words."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The table, or the list."""
        room = options.max_width * ROOM
        if options.max_width < NARROW and super().__rich_measure__(console, options).minimum > room:
            yield from self.told(console)
        else:
            yield from super().__rich_console__(console, options)

    def told(self, console: Console) -> Iterator[RenderableType]:
        """A line a cell, behind the name of its column, and a blank line between rows; a line a row without names."""
        names = [str(column.header) for column in self.columns]
        for number, row in enumerate(zip(*(column.cells for column in self.columns), strict=True)):
            texts = [console.render_str(cell) if isinstance(cell, str) else cell for cell in row]
            if not any(names):
                yield Text("  ").join(text for text in texts if text.plain)
                continue
            if number:
                yield Text()
            for name, text in zip(names, texts, strict=True):
                if text.plain:
                    yield Text.assemble((f"{name}: ", "dim"), text) if name else text


def grid(*headers: str) -> Table:
    """A table without lines, its columns named `headers`."""
    made = Grid(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for header in headers:
        made.add_column(header, overflow="fold")
    return made


def said(text: str, style: str = "") -> Text:
    """`text` of a document, as it is but for what would steer the terminal: control and direction characters.

    A tab is a blank, so that the words on its two sides stay two. A Text, so that rich does not read "[bold]" in it as
    markup.
    """
    plain = text.replace("\t", " ")
    return Text("".join(c for c in plain if c == "\n" or category(c) not in {"Cc", "Cf"}), style=style)


def heading(text: str) -> Text:
    """A bold line with a blank one above it."""
    return Text(f"\n{text}", style="bold")


def around(text: str, words: str, *, width: int = 60) -> str:
    """The stretch of `text` around `words`, cut at blanks, at most about `width` characters."""
    if len(text) <= width:
        return text
    at = max(text.find(words), 0)
    first = max(0, min(at + len(words) // 2 - width // 2, len(text) - width))
    first = text.rfind(" ", 0, first) + 1 if first else 0
    last = text.find(" ", first + width) if first + width < len(text) else -1
    return ("…" if first else "") + (text[first:] if last < 0 else text[first:last] + "…")
