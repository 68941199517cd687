"""Write a draft: the user's own .docx with the edits in it, or a new one where the resume came in another format."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from tailor.errors import MissingFile, OutputError
from tailor.types import Draft, Resume, Source
from tailor.writers.claims import Ground, strange_words
from tailor.writers.fresh import fresh_document
from tailor.writers.grounds import ground_for
from tailor.writers.objections import main_part
from tailor.writers.package import unpacked
from tailor.writers.paragraphs import W, texts
from tailor.writers.plan_files import plan_text
from tailor.writers.saving import must_be_new, must_be_target, must_differ, save
from tailor.writers.units import NEW, Unit, ordered_units
from tailor.writers.word import edited_document

CHANGES = tuple(W + name for name in ("ins", "del", "moveFrom", "moveTo"))
FIRST = "Accept or reject them first, or leave --clean out."


@dataclass(frozen=True, slots=True)
class Files:
    """Where to write what, each only if named: the tracked draft, the copy to send, and the plan."""

    draft: Path | None = None
    clean: Path | None = None
    plan: Path | None = None


def write(
    draft: Draft, path: Path | None, *, clean: Path | None = None, plan: Path | None = None, force: bool = False
) -> Draft:
    """Write `draft` as the .docx `path`, and return it as written: `edits` made, and `refused` with reasons.

    A resume that is a .docx is edited in place, on a copy, with tracked changes and comments; each other one is laid
    out anew. The files that were read are never changed; each output is written in one step or not at all.

    clean : a .docx with all changes accepted and without comments; plan : a .json with the edits, to be edited.
    force : write over files that are there.

    Raises OutputError if a file cannot be written or the document may not be edited, InputError if the resume
    is no longer there or is damaged.
    """
    given = (draft.match.resume.source.path, draft.match.posting.source.path)
    files = Files(path, clean, plan)
    must_be_free(files, given, force=force)
    tracked, sent, written = drafted(draft)
    if clean and draft.match.resume.source.format == "docx":
        must_be_sendable(draft.match.resume.source.path, sent)
    if files.plan:
        save(plan_text(written).encode("utf-8"), files.plan)
    if files.clean:
        save(sent, files.clean)
    if files.draft:
        save(tracked, files.draft)
    return written


def must_be_free(files: Files, given: tuple[str, ...], *, force: bool) -> None:
    """Raise OutputError unless every output may be written."""
    wanted = [(files.draft, ".docx"), (files.clean, ".docx"), (files.plan, ".json")]
    named = [(Path(path), suffix) for path, suffix in wanted if path]
    for path, suffix in named:
        must_be_target(path, given, suffix)
        must_be_new(path, force=force)
    must_differ([path for path, _ in named])


def must_be_sendable(path: str, data: bytes) -> None:
    """Raise OutputError if a document holds tracked changes, which are then somebody else's."""
    package = unpacked(path, data)
    if any(True for _ in package.xml(main_part(package)).iter(*CHANGES)):
        raise OutputError(path, "holds tracked changes already, so no copy to send can be made of it", FIRST)


def drafted(draft: Draft) -> tuple[bytes, bytes, Draft]:
    """The bytes of the tracked document and of the clean one, and the draft as made."""
    return in_place(draft) if draft.match.resume.source.format == "docx" else anew(draft)


def in_place(draft: Draft) -> tuple[bytes, bytes, Draft]:
    """The user's document with the edits made; both files are read again and held against the resume."""
    source, ground = draft.match.resume.source, ground_for(draft.match.resume)
    before = original(source.path)
    found = edited_document(source.path, before, draft.edits, lines=source.lines, ground=ground)
    tracked, clean = found.package.packed(), found.clean.packed()
    for data in (tracked, clean):
        must_be_true(source, before, data, ground)
    return tracked, clean, replace(draft, edits=found.made, refused=(*draft.refused, *found.refused))


def must_be_true(source: Source, before: bytes, after: bytes, ground: Ground) -> None:
    """Raise ValueError if a document says what neither the original nor the ground does: a mistake of Tailor's."""
    strange = strange_words(texts_of(source.path, before), texts_of(source.path, after), ground)
    if strange:
        raise ValueError(f"the draft would say {', '.join(strange)}, which the resume does not")


def texts_of(path: str, data: bytes) -> list[str]:
    """What a document says, deletions left out."""
    package = unpacked(path, data)
    return texts(package.xml(main_part(package)).getroot())


def anew(draft: Draft) -> tuple[bytes, bytes, Draft]:
    """A new document with the edits made, twice, as it has no tracked changes."""
    units, made, refused = ordered_units(draft.match.resume, draft.edits)
    data = fresh_document(with_headline(draft.match.resume, units), units)
    return data, data, replace(draft, edits=made, refused=(*draft.refused, *refused))


def with_headline(resume: Resume, units: tuple[Unit, ...]) -> Resume:
    """The resume with the headline that is new, if one is."""
    new = next((unit.first for unit in units if unit.first.number == NEW), None)
    return replace(resume, headline=new) if new else resume


def original(path: str) -> bytes:
    """The bytes of the resume. Raises MissingFile if they cannot be read again."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        reason = f"cannot be read again ({error.strerror or error})"
        raise MissingFile(path, reason, "Leave the file in its place until the draft is written.") from error
