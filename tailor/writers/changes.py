"""What a draft changed, for people and for programs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rich.text import Text

from tailor.types import Draft, Edit
from tailor.writers.layout import said

SCHEMA = "tailor.draft/1"


def draft_report(draft: Draft, path: Path) -> Text:
    """The edits made and why, those refused and why, and where the draft is."""
    text = said(f"Wrote {path}\n\n")
    text.append_text(said("Changed\n", "bold"))
    text.append_text(
        said("".join(f"- {told(edit, draft)}\n" for edit in draft.edits) or "Nothing: the order already fits.\n")
    )
    if draft.refused:
        text.append_text(said("\nLeft alone\n", "bold"))
        text.append_text(
            said("".join(f"- {told(item.edit, draft)}  Not done: {item.reason}\n" for item in draft.refused))
        )
    return text


def told(edit: Edit, draft: Draft) -> str:
    """One edit in a line or two."""
    if edit.kind == "skills":
        return f"line {edit.lines[0]}: {edit.after}\n  {edit.why}"
    lines = {line.number: line.text for line in draft.match.resume.source.lines}
    order = ", ".join(map(str, edit.lines))
    return f"bullets now in the order of lines {order}, first: {lines[edit.lines[0]]}\n  {edit.why}"


def draft_record(draft: Draft, path: Path) -> dict[str, Any]:
    """The same as plain data."""
    return {
        "schema": SCHEMA,
        "output": str(path),
        "score": draft.match.score,
        "edits": [edit.to_dict() for edit in draft.edits],
        "refused": [item.to_dict() for item in draft.refused],
    }
