"""What a draft changed, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rich.text import Text

from tailor.types import Draft, Edit
from tailor.writers.layout import said

SCHEMA = "tailor.draft/2"


def draft_report(draft: Draft, path: Path | None) -> Text:
    """The score before and after, the edits made and why, the questions, what was refused and why, and the file."""
    text = said(f"Wrote {path}\n" if path else "")
    text.append_text(said(score_line(draft)))
    changes = [edit for edit in draft.edits if edit.kind != "question"]
    questions = [edit for edit in draft.edits if edit.kind == "question"]
    add(text, "Changed", [told(edit, draft) for edit in changes] or ["Nothing: order and wording already fit."])
    add(text, "Questions, as comments on the place of the answer", [told(edit, draft) for edit in questions])
    add(text, "Left alone", [f"{told(r.edit, draft)}\n  Not done: {r.reason}" for r in draft.refused])
    out = [f"line {line.number}: {line.text}" for line in draft.left_out]
    add(text, f"Left out, as it proves least of what is asked ({draft.sheet.pages} pages at most: --pages)", out)
    text.append_text(said("".join(f"\n{line}" for line in advice(draft, path))))
    return text


def add(text: Text, title: str, items: list[str]) -> None:
    """Add a list under its title; nothing if it is empty."""
    if items:
        text.append_text(said(f"\n{title}\n", "bold"))
        text.append_text(said("".join(f"- {item}\n" for item in items)))


def score_line(draft: Draft) -> str:
    """The score before and, where it is known, with all changes accepted."""
    before = f"Score {draft.match.score:.1f}"
    return f"{before} before, {draft.score:.1f} with all changes accepted\n" if draft.score is not None else ""


def advice(draft: Draft, path: Path | None) -> Iterator[str]:
    """What to do with the file."""
    if path and draft.match.resume.source.format == "docx" and draft.edits:
        yield "Accept or reject the changes in your word processor, answer and delete the comments, and send that;"
        yield "or have the copy to send written with --clean FILE.docx."


def told(edit: Edit, draft: Draft) -> str:
    """One edit in a line or two."""
    worth = f" (+{edit.gain:.1f})" if edit.gain > 0 else ""
    if edit.kind == "question":
        return f"line {at(edit)}{worth}: {edit.why}"
    if edit.kind == "bullets":
        lines = {line.number: line.text for line in draft.match.resume.source.lines}
        order = ", ".join(map(str, edit.lines))
        return f"bullets now in the order of lines {order}{worth}, first: {lines.get(edit.lines[0], '')}\n  {edit.why}"
    where = f"line {at(edit)}" if edit.before else f"new, above line {at(edit)}"
    return f"{where}{worth}: {edit.after}\n  {edit.why}"


def at(edit: Edit) -> int:
    """The number of the line of an edit; 0 if a plan names none."""
    return edit.lines[0] if edit.lines else 0


def draft_record(draft: Draft, path: Path | None) -> dict[str, Any]:
    """The same as plain data."""
    return {
        "schema": SCHEMA,
        "output": str(path) if path else None,
        "score": draft.match.score,
        "score_after": draft.score,
        "edits": [edit.to_dict() for edit in draft.edits],
        "refused": [item.to_dict() for item in draft.refused],
        "left_out": [{"line": line.number, "text": line.text} for line in draft.left_out],
    }
