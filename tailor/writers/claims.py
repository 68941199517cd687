"""What an edit may claim: the same lines, or the same words of a line, in another order, and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from tailor.types import Edit, Line

WORD = re.compile(r"[^\s,;]+")


class NotSafeError(Exception):
    """An edit that must be left out; str() is the reason, one sentence for the user. It never leaves the room."""


def must_be_sound(edit: Edit, lines: Mapping[int, Line]) -> None:
    """Raise NotSafeError unless `edit` only reorders lines, or words of a line, that are there."""
    if not set(edit.lines) <= set(lines):
        raise NotSafeError("It speaks of a line that the resume does not have.")
    if edit.kind == "bullets":
        must_be_an_order(edit)
    else:
        must_be_a_rewording(edit, lines)


def must_be_an_order(edit: Edit) -> None:
    """Raise NotSafeError unless at least two lines, each once, are put in order."""
    if len(edit.lines) < 2 or len(set(edit.lines)) < len(edit.lines):
        raise NotSafeError("It does not name at least two lines, each once.")


def must_be_a_rewording(edit: Edit, lines: Mapping[int, Line]) -> None:
    """Raise NotSafeError unless one line as it was read gets the same words in another order."""
    if len(edit.lines) != 1 or lines[edit.lines[0]].text != edit.before:
        raise NotSafeError("The line does not read as it did when the edit was made.")
    if Counter(WORD.findall(edit.before)) != Counter(WORD.findall(edit.after)):
        raise NotSafeError("It would change the words of the line, not only their order.")
    if edit.before.endswith(","):
        raise NotSafeError("The list goes on in the next line.")
