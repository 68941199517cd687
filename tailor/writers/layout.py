"""Pieces that the reports for people share."""

from __future__ import annotations

from unicodedata import category

from rich import box
from rich.table import Table
from rich.text import Text


def grid(*headers: str) -> Table:
    """A table without lines, its columns named `headers`."""
    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for header in headers:
        made.add_column(header, overflow="fold")
    return made


def said(text: str, style: str = "") -> Text:
    """`text` of a document, as it is but for what would steer the terminal: control and direction characters.

    A Text, so that rich does not read "[bold]" in it as markup.
    """
    return Text("".join(c for c in text if c == "\n" or category(c) not in {"Cc", "Cf"}), style=style)


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
