"""The plan of a draft as a file that a person may edit: accept, reject, reword, and hand back."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from tailor.errors import CorruptFile, InputError, MissingFile, TooLarge
from tailor.resources import table
from tailor.types import EDIT_KINDS, Draft, Edit, Match, Source

SCHEMA = "tailor.plan/1"
AGAIN = "Write a new plan with --plan."
TEXTS = ("kind", "why", "before", "after")


def plan_text(draft: Draft) -> str:
    """The plan of a draft that was written, as JSON; what was refused is in it, not accepted, with the reason."""
    source, posting = draft.match.resume.source, draft.match.posting
    refused = [{**item_of(r.edit, source), "accept": False, "refused": r.reason} for r in draft.refused]
    record = {
        "schema": SCHEMA,
        "resume": {"file": Path(source.path).name, "sha256": fingerprint(source)},
        "posting": {"file": Path(posting.source.path).name, "title": posting.title},
        "edits": [*(item_of(edit, source) for edit in draft.edits), *refused],
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def item_of(edit: Edit, source: Source) -> dict[str, Any]:
    """An edit in the plan; `texts` are its lines as they read now, to be read and not to be edited."""
    now = {line.number: line.text for line in source.lines}
    return {"accept": True, **edit.to_dict(), "texts": [now.get(number, "") for number in edit.lines]}


def fingerprint(source: Source) -> str:
    """What tells one text of a resume from another."""
    return sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest()


def read_plan(path: Path, match: Match) -> tuple[Edit, ...]:
    """The edits of the plan in the file `path` that are accepted, in its order.

    Raises InputError if it cannot be read, is no plan, or was made for another text of the resume.
    """
    record = loaded(Path(path))
    if not isinstance(record, dict) or record.get("schema") != SCHEMA or not isinstance(record.get("edits"), list):
        raise CorruptFile(path, f"is not a plan of a draft ({SCHEMA})", AGAIN)
    known = record.get("resume")
    if not isinstance(known, dict) or known.get("sha256") != fingerprint(match.resume.source):
        raise InputError(path, "was made for another resume, or for this one before it was changed", AGAIN)
    edits = [(item, edit_from(item, at, path)) for at, item in enumerate(record["edits"], start=1)]
    return tuple(edit for item, edit in edits if item.get("accept", True))


def loaded(path: Path) -> Any:
    """The JSON of a file. Raises InputError."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise MissingFile(path, f"cannot be read ({error.strerror or error})", "Check the spelling.") from error
    if len(data) > table("limits.toml")["file"]["bytes"]:
        raise TooLarge(path, "is far larger than a plan", AGAIN)
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise CorruptFile(path, "is not JSON", f"Check commas and quotes, or: {AGAIN[0].lower()}{AGAIN[1:]}") from error


def edit_from(item: Any, at: int, path: Path) -> Edit:
    """The edit of one item. Raises CorruptFile, naming the item, if it is not of the schema."""
    if not is_item(item):
        raise CorruptFile(path, f"edit {at} is not of the form that --plan writes", AGAIN)
    gain = item.get("gain", 0.0)
    return Edit(item["kind"], tuple(item["lines"]), item["why"], item["before"], item["after"], float(gain))


def is_item(item: Any) -> bool:
    """Whether a value is an item of a plan."""
    if not isinstance(item, dict) or not all(isinstance(item.get(name), str) for name in TEXTS):
        return False
    lines, gain = item.get("lines"), item.get("gain", 0.0)
    counted = isinstance(lines, list) and all(type(number) is int for number in lines)
    priced = isinstance(gain, (int, float)) and abs(gain) <= 100
    return counted and priced and item["kind"] in EDIT_KINDS and isinstance(item.get("accept", True), bool)
