"""Several edits of one line: each is planned on the line as it was read, and made on what the others left of it."""

from __future__ import annotations

import re
from dataclasses import replace

from tailor.types import Edit
from tailor.writers.claims import NotSafeError
from tailor.writers.operations import changed_stretch

IN_THE_WAY = "Another change of the same line stands in its way."


def rebased(edit: Edit, now: str) -> Edit:
    """`edit` for a line that reads `now`. Raises NotSafeError if what it changes is no longer there, or not once."""
    if now == edit.before:
        return edit
    start, end = changed_stretch(edit.before, edit.after)
    new = edit.after[start : end + len(edit.after) - len(edit.before)]
    after = exchanged(now, edit.before[start:end], new) if end > start else added(now, edit.before[end:], new)
    return replace(edit, before=now, after=after)


def exchanged(now: str, old: str, new: str) -> str:
    """`now` with `new` for `old`, which stands in it once, as whole words."""
    found = list(re.finditer(rf"(?<!\w){re.escape(old)}(?!\w)", now))
    if len(found) != 1:
        raise NotSafeError(IN_THE_WAY)
    return now[: found[0].start()] + new + now[found[0].end() :]


def added(now: str, behind: str, new: str) -> str:
    """`now` with `new` before its end `behind`."""
    if not now.endswith(behind):
        raise NotSafeError(IN_THE_WAY)
    return now[: len(now) - len(behind)] + new + behind
