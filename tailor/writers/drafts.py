"""Write a draft: the user's own .docx with the edits in it, or a new one where the resume came in another format."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tailor.errors import MissingFile
from tailor.types import Draft
from tailor.writers.fresh import fresh_document
from tailor.writers.saving import must_be_target, save
from tailor.writers.units import ordered_units
from tailor.writers.word import edited_document


def write(draft: Draft, path: Path) -> Draft:
    """Write `draft` as the .docx `path`, and return it as written: `edits` made, and `refused` with reasons.

    A resume that is a .docx is edited in place, on a copy; each other one is laid out anew. The files that were
    read are never changed, and `path` is replaced in one step or not at all.

    Raises OutputError if `path` cannot be written or the document may not be edited, InputError if the resume
    is no longer there or is damaged.
    """
    target, source = Path(path), draft.match.resume.source
    must_be_target(target, (source.path, draft.match.posting.source.path))
    data, written = in_place(draft) if source.format == "docx" else anew(draft)
    save(data, target)
    return written


def in_place(draft: Draft) -> tuple[bytes, Draft]:
    """The bytes of the user's document with the edits made, and the draft as made."""
    source = draft.match.resume.source
    found = edited_document(source.path, original(source.path), draft.edits, lines=source.lines)
    return found.package.packed(), replace(draft, edits=found.made, refused=(*draft.refused, *found.refused))


def anew(draft: Draft) -> tuple[bytes, Draft]:
    """The bytes of a new document with the edits made, and the draft as made."""
    units, made, refused = ordered_units(draft.match.resume, draft.edits)
    data = fresh_document(draft.match.resume, units)
    return data, replace(draft, edits=made, refused=(*draft.refused, *refused))


def original(path: str) -> bytes:
    """The bytes of the resume. Raises MissingFile if they cannot be read again."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        reason = f"cannot be read again ({error.strerror or error})"
        raise MissingFile(path, reason, "Leave the file in its place until the draft is written.") from error
