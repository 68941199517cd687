"""Edit the user's own .docx in place, as tracked changes with comments: all other parts stay byte for byte."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tailor.types import Edit, Line, Refusal
from tailor.writers.claims import Ground, NotSafeError, ground_of, must_be_sound
from tailor.writers.comments import comment_on, first_free, with_comments
from tailor.writers.encoding import apply_plainly
from tailor.writers.marks import Pen, pen_for
from tailor.writers.objections import main_part, must_be_editable
from tailor.writers.operations import Operation, Page, expected_texts, planned
from tailor.writers.package import Package, parse_xml, serialised, unpacked
from tailor.writers.paragraphs import texts
from tailor.writers.rebasing import rebased
from tailor.writers.resolving import accepted, essence, rejected
from tailor.writers.tracking import apply_tracked
from tailor.writers.twins import transferred

if TYPE_CHECKING:
    from lxml.etree import _Element

Encode = Callable[[Operation, Pen], None]
# Wordings first: they are planned on the paragraphs as they were read. Then comments, which move with a bullet; a
# new paragraph comes last, as it makes all others count anew.
ORDER = ("skills", "surface", "term", "headline", "question", "bullets")
DECLARATION = 100  # bytes in which the declaration of a part ends
FAILED = "The check of the edited document failed, so the edit was taken back."


class CheckFailedError(NotSafeError):
    """The document does not read as planned after an edit, or not as it did with the edit rejected."""


@dataclass(frozen=True, slots=True)
class Edited:
    """A package after some edits: those made and those left out, each in the order given.

    package : with tracked changes and comments; clean : with all of them accepted, and no comments.
    """

    package: Package
    clean: Package
    made: tuple[Edit, ...] = ()
    refused: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """A document part at work.

    page : the part as it is to read, and the lines as they were read; tracked : with changes that say how it was.
    original : what it came down to before; lines : as they read now.
    """

    page: Page
    tracked: _Element
    pen: Pen
    original: bytes
    ground: Ground
    encode: Encode
    lines: dict[int, Line]
    made: list[Edit] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)

    @property
    def plain(self) -> _Element:
        """The part as it is to read."""
        return self.page.root


def edited_document(
    path: str,
    data: bytes,
    edits: Iterable[Edit],
    *,
    lines: Iterable[Line],
    ground: Ground | None = None,
    encode: Encode = apply_tracked,
) -> Edited:
    """The .docx in `data` with `edits` made, each of them wholly or not at all.

    path : where `data` is from, for messages.
    lines : the lines read from it, with addresses.
    ground : what may be said; by default the words of `lines`.
    encode : how an operation is written down.

    Raises OutputError for a document that may not be edited, CorruptFile or UnsafeFile for a broken one.
    """
    package = unpacked(path, data)
    part = main_part(package)
    must_be_editable(package, part)
    known, wanted = {line.number: line for line in lines}, tuple(edits)
    basis = ground or ground_of(known.values())
    desk = desk_for(package, part, known, ground=basis, encode=encode)
    try:
        run(desk, wanted)
        must_hold(desk, read_again(package.path, part, desk.tracked))
    except CheckFailedError:
        desk = desk_for(package, part, known, ground=basis, encode=encode)
        desk = run_carefully(desk, wanted)
    return bound(package, part, desk, wanted)


def desk_for(package: Package, part: str, lines: Mapping[int, Line], *, ground: Ground, encode: Encode) -> Desk:
    """The document part before any edit."""
    root = package.xml(part).getroot()
    pen = pen_for(root, first_free(package, part, root))
    return Desk(Page(part, root, lines), deepcopy(root), pen, essence(root), ground, encode, dict(lines))


def run(desk: Desk, edits: Iterable[Edit]) -> None:
    """Make the edits one after the other; what must be left out is noted. Raises CheckFailedError."""
    for edit in in_order(edits):
        try:
            make(desk, edit)
        except CheckFailedError:
            raise
        except NotSafeError as reason:
            desk.refused.append(Refusal(edit, str(reason)))


def run_carefully(desk: Desk, edits: Iterable[Edit]) -> Desk:
    """Make the edits, each checked by itself; one that fails its check is taken back and noted."""
    for edit in in_order(edits):
        trial = duplicate(desk)
        try:
            make(trial, edit)
            must_hold(trial, trial.tracked)
        except NotSafeError as reason:
            desk.refused.append(Refusal(edit, str(reason)))
        else:
            desk = trial
    return desk


def in_order(edits: Iterable[Edit]) -> list[Edit]:
    """The edits in the order in which they do not stand in each other's way."""
    return sorted(edits, key=lambda edit: (edit.kind == "headline" and not edit.before, ORDER.index(edit.kind)))


def duplicate(desk: Desk) -> Desk:
    """A desk to try an edit on."""
    return replace(
        desk,
        page=replace(desk.page, root=deepcopy(desk.plain)),
        tracked=deepcopy(desk.tracked),
        lines=dict(desk.lines),
        made=list(desk.made),
        refused=list(desk.refused),
    )


def make(desk: Desk, edit: Edit) -> None:
    """Make one edit on both trees. Raises NotSafeError, before anything is changed, if it must be left out."""
    must_be_sound(edit, desk.page.lines, desk.ground)
    now = rebased(edit, desk.lines[edit.lines[0]].text) if edit.before else edit
    operation = planned(now, replace(desk.page, lines=desk.lines))
    twin = transferred(operation, desk.plain, desk.tracked, desk.pen)
    expected = expected_texts(desk.plain, operation)
    apply_plainly(operation)
    if texts(desk.plain) != expected:
        raise CheckFailedError(FAILED)
    desk.encode(twin, replace(desk.pen, note=desk.pen.first_note + len(desk.made)))
    desk.made.append(edit)
    if edit.before:
        line = desk.lines[edit.lines[0]]
        desk.lines[line.number] = replace(line, text=now.after)


def must_hold(desk: Desk, tracked: _Element) -> None:
    """Raise CheckFailedError unless rejecting all gives the original, and accepting all what is planned."""
    if essence(rejected(tracked, desk.pen)) != desk.original:
        raise CheckFailedError(FAILED)
    if texts(accepted(tracked, desk.pen)) != texts(desk.plain):
        raise CheckFailedError(FAILED)


def read_again(path: str, part: str, root: _Element) -> _Element:
    """The part as a reader of the file will get it."""
    return parse_xml(path, part, serialised(root.getroottree())).getroot()


def bound(package: Package, part: str, desk: Desk, wanted: tuple[Edit, ...]) -> Edited:
    """Both packages; without edits they are the one that was given."""
    made = tuple(edit for edit in wanted if any(edit is other for other in desk.made))
    refused = tuple(sorted(desk.refused, key=lambda item: wanted.index(item.edit)))
    if not made:
        return Edited(package, package, (), refused)
    notes = {desk.pen.first_note + at: comment_on(edit) for at, edit in enumerate(desk.made)}
    tracked = with_comments(with_root(package, part, desk.tracked), part, notes)
    clean = package
    if any(edit.kind != "question" for edit in made):
        clean = with_root(package, part, accepted(desk.tracked, desk.pen))
    return Edited(tracked, clean, made, refused)


def with_root(package: Package, part: str, root: _Element) -> Package:
    """The package with another root of the document part, under the declaration it had."""
    standalone = b"standalone" in package.parts[part][:DECLARATION]
    return package.with_part(part, serialised(root.getroottree(), standalone=standalone))
