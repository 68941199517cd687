"""A resume as it would read with a suggestion applied: the ground on which its gain is measured."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tailor.types import Line, Source, Suggestion


def applied(source: Source, suggestion: Suggestion) -> Source:
    """`source` with `suggestion` carried out; for a question, as if the answer were yes.

    Lines are numbered anew. Raises ValueError if the line it speaks of is not there.
    """
    lines = list(source.lines)
    at = next((i for i, line in enumerate(lines) if line.number == suggestion.line), None)
    if at is None:
        raise ValueError(f"no line {suggestion.line} in {source.path}")
    if suggestion.action == "move":
        lines.insert(next(i for i, line in enumerate(lines) if line.text == suggestion.after), lines.pop(at))
    elif suggestion.action == "ask":
        lines.insert(at, replace(lines[at], text=suggestion.after))
    else:
        lines[at] = replace(lines[at], text=suggestion.after)
    return relaid(source, lines)


def relaid(source: Source, lines: Iterable[Line]) -> Source:
    """`source` made anew of `lines`: one a row, with numbers and offsets to match."""
    laid: list[Line] = []
    start = 0
    for number, line in enumerate(lines, start=1):
        laid.append(replace(line, number=number, start=start))
        start += len(line.text) + 1
    return replace(source, lines=tuple(laid), text="\n".join(line.text for line in laid))
