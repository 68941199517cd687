"""A resume as it would read with a suggestion applied: the ground on which its gain is measured."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tailor.types import Line, Source, Suggestion

TYPED = frozenset({"txt", "md"})  # only there is a line what was typed; elsewhere readers join wrapped lines
WRAPPED = 40  # characters below which a line was not wrapped, but ended


def applied(source: Source, suggestion: Suggestion) -> Source:
    """`source` with `suggestion` carried out; for a question, as if the answer were yes.

    A bullet is moved or cut with the lines it was wrapped into. Lines are numbered anew. Raises ValueError if the
    line it speaks of is not there.
    """
    lines = list(source.lines)
    at = next((i for i, line in enumerate(lines) if line.number == suggestion.line), None)
    if at is None:
        raise ValueError(f"no line {suggestion.line} in {source.path}")
    if suggestion.action == "move":
        return relaid(source, moved(source, lines, at, suggestion.after))
    if suggestion.action == "cut":
        del lines[at : at + len(unit(source, at))]
    elif suggestion.before:
        lines[at] = replace(lines[at], text=suggestion.after)
    else:
        lines.insert(at, replace(lines[at], text=suggestion.after))
    return relaid(source, lines)


def moved(source: Source, lines: list[Line], at: int, above: str) -> list[Line]:
    """`lines` with the bullet at `at` before the nearest line above it that reads `above`."""
    taken = lines[at : at + len(unit(source, at))]
    to = next(i for i in range(at, -1, -1) if lines[i].text == above)
    return [*lines[:to], *taken, *lines[to:at], *lines[at + len(taken) :]]


def unit(source: Source, at: int) -> Sequence[Line]:
    """The line at position `at` and those it was wrapped into, where lines are as typed."""
    lines = source.lines
    end = at + 1
    while source.format in TYPED and end < len(lines) and goes_on(source, lines[at], lines[end - 1], lines[end]):
        end += 1
    return lines[at:end]


def goes_on(source: Source, first: Line, last: Line, line: Line) -> bool:
    """Whether `line` is the rest of the bullet that begins with `first` and has come to `last`."""
    spaced = "   " in line.text or "\t" in line.text
    if first.kind != "bullet" or line.kind != "body" or line.number != last.number + 1 or spaced:
        return False
    if column(source, line) >= column(source, first) > 0:
        return True
    return len(last.text) >= WRAPPED and (line.text[0].islower() or last.text.endswith(","))


def column(source: Source, line: Line) -> int:
    """How many characters stand before the text of a line."""
    return line.start - (max(source.text.rfind("\n", 0, line.start), source.text.rfind("\r", 0, line.start)) + 1)


def relaid(source: Source, lines: Iterable[Line]) -> Source:
    """`source` made anew of `lines`: one a row, with numbers and offsets to match."""
    laid: list[Line] = []
    start = 0
    for number, line in enumerate(lines, start=1):
        laid.append(replace(line, number=number, start=start))
        start += len(line.text) + 1
    return replace(source, lines=tuple(laid), text="\n".join(line.text for line in laid))
