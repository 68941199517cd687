"""Write a draft: the user's own .docx with the edits in it, or a new one where the resume came in another format."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from tailor.errors import MissingFile, OutputError
from tailor.types import Draft, Resume, Source
from tailor.writers.claims import Ground, strange_words
from tailor.writers.fitting import fitted, hangs_over
from tailor.writers.fresh import fresh_document, titles
from tailor.writers.grounds import ground_for
from tailor.writers.looks import Block, laid_out
from tailor.writers.objections import main_part
from tailor.writers.package import unpacked
from tailor.writers.paragraphs import W, texts
from tailor.writers.pdf import has_typst, must_have_maker, printed, typeset
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
    pdf: Path | None = None


class Drafted(NamedTuple):
    """What a draft comes to: the document with tracked changes, the copy to send, and the draft as made.

    blocks : the paragraphs of a document that was laid out anew; empty for the user's own.
    """

    tracked: bytes
    clean: bytes
    draft: Draft
    blocks: tuple[Block, ...] = ()


def write(  # one parameter a file
    draft: Draft,
    path: Path | None,
    *,
    clean: Path | None = None,
    plan: Path | None = None,
    pdf: Path | None = None,
    force: bool = False,
) -> Draft:
    """Write `draft` as the .docx `path`, and return it as written: `edits` made, and `refused` with reasons.

    A resume that is a .docx is edited in place, on a copy, with tracked changes and comments; each other one is laid
    out anew. The files that were read are never changed; each output is written in one step or not at all.

    clean : a .docx with all changes accepted and without comments.
    plan : a .json with the edits, to be edited.
    pdf : a .pdf of the copy to send.
    force : write over files that are there.

    Raises OutputError if a file cannot be written or the document may not be edited, InputError if the resume
    is no longer there or is damaged.
    """
    given = (draft.match.resume.source.path, draft.match.posting.source.path)
    files = Files(path, clean, plan, pdf)
    must_be_free(files, given, force=force)
    fresh = draft.match.resume.source.format != "docx"
    if files.pdf:
        must_have_maker(Path(files.pdf), fresh=fresh)
    made = drafted(draft)
    if (clean or pdf) and not fresh:
        must_be_sendable(draft.match.resume.source.path, made.clean)
    wanted = {
        files.pdf: as_pdf(made, Path(files.pdf)) if files.pdf else b"",
        files.plan: plan_text(made.draft).encode("utf-8"),
        files.clean: made.clean,
        files.draft: made.tracked,
    }
    for target, data in wanted.items():
        if target:
            save(data, target)
    return made.draft


def as_pdf(made: Drafted, path: Path) -> bytes:
    """The copy to send as a PDF: what was laid out anew by typst if it is there, all else by LibreOffice."""
    if not made.blocks or not has_typst():
        return printed(path, made.clean)
    title, author = titles(made.draft.match.resume)
    return typeset(made.blocks, paper=made.draft.sheet.paper, title=title, author=author)


def must_be_free(files: Files, given: tuple[str, ...], *, force: bool) -> None:
    """Raise OutputError unless every output may be written."""
    wanted = [(files.draft, ".docx"), (files.clean, ".docx"), (files.plan, ".json"), (files.pdf, ".pdf")]
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


def drafted(draft: Draft) -> Drafted:
    """The documents of a draft, each held against the resume; nothing is written."""
    return in_place(draft) if draft.match.resume.source.format == "docx" else anew(draft)


def in_place(draft: Draft) -> Drafted:
    """The user's document with the edits made; both files are read again and held against the resume."""
    source, ground = draft.match.resume.source, ground_for(draft.match.resume)
    before = original(source.path)
    found = edited_document(source.path, before, draft.edits, lines=source.lines, ground=ground)
    tracked, clean = found.package.packed(), found.clean.packed()
    for data in (tracked, clean):
        must_be_true(source, before, data, ground)
    return Drafted(tracked, clean, replace(draft, edits=found.made, refused=(*draft.refused, *found.refused)))


def must_be_true(source: Source, before: bytes, after: bytes, ground: Ground) -> None:
    """Raise ValueError if a document says what neither the original nor the ground does: a mistake of Tailor's."""
    strange = strange_words(texts_of(source.path, before), texts_of(source.path, after), ground)
    if strange:
        raise ValueError(f"the draft would say {', '.join(strange)}, which the resume does not")


def texts_of(path: str, data: bytes) -> list[str]:
    """What a document says, deletions left out."""
    package = unpacked(path, data)
    return texts(package.xml(main_part(package)).getroot())


def anew(draft: Draft) -> Drafted:
    """A new document with the edits made, which has no tracked changes, as long as its sheet allows."""
    sheet = draft.sheet
    units, made, refused = ordered_units(draft.match.resume, draft.edits)
    resume = with_headline(draft.match.resume, units)
    units, out = fitted(resume, units, draft.worth, pages=sheet.pages, paper=sheet.paper)
    data = fresh_document(resume, units, sheet.paper, snug=hangs_over(resume, units, sheet.paper))
    left_out = tuple(line for unit in out for line in unit.lines)
    written = replace(draft, edits=made, refused=(*draft.refused, *refused), left_out=left_out)
    return Drafted(data, data, written, tuple(laid_out(resume, units)))


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
