"""Accept or reject what Tailor tracked, and what a document comes down to: for the checks and the clean copy.

Changes and comments of other people stay as they are.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from tailor.writers.marks import RANGE, Pen
from tailor.writers.paragraphs import W

if TYPE_CHECKING:
    from lxml.etree import _Element

MARK_HOLDER = W + "rPr"
TEXT = frozenset(W + name for name in ("t", "delText", "instrText", "delInstrText"))
HINTS = (W + "proofErr", W + "lastRenderedPageBreak")
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
EMPTIED = (W + "rPr", W + "pPr")


def accepted(root: _Element, pen: Pen) -> _Element:
    """A copy of the document with all that `pen` wrote accepted, and its comments gone."""
    return resolved(root, pen, keep=W + "ins", drop=W + "del")


def rejected(root: _Element, pen: Pen) -> _Element:
    """A copy of the document with all that `pen` wrote rejected, and its comments gone."""
    return resolved(root, pen, keep=W + "del", drop=W + "ins")


def resolved(root: _Element, pen: Pen, *, keep: str, drop: str) -> _Element:
    """A copy with the marks `keep` taken off what they hold, and the marks `drop` taken out with it."""
    copy = deepcopy(root)
    without_notes(copy, pen)
    gone = [mark for mark in copy.iter(drop) if pen.is_own(mark)]
    ended = [end for mark in gone if (end := paragraph_ended(mark)) is not None]
    for mark in gone:
        take_out(mark)
    for mark in [mark for mark in copy.iter(keep) if pen.is_own(mark)]:
        unwrap(mark)
    for paragraph in ended:
        join_next(paragraph)
    return copy


def without_notes(root: _Element, pen: Pen) -> None:
    """Take the comments of `pen` out."""
    for element in [e for e in root.iter(*RANGE, W + "r") if pen.is_note(e)]:
        take_out(element)


def paragraph_ended(mark: _Element) -> _Element | None:
    """The paragraph whose end `mark` is about; None if it is about runs."""
    holder = mark.getparent()
    if holder is None or holder.tag != MARK_HOLDER:
        return None
    return next(holder.iterancestors(W + "p"), None)


def take_out(element: _Element) -> None:
    """Remove an element with all in it, and the properties it leaves empty; the blanks behind it go too."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
        if parent.tag in EMPTIED and len(parent) == 0:
            take_out(parent)


def unwrap(mark: _Element) -> None:
    """Put what a mark holds in its place; deleted text is text again."""
    parent = mark.getparent()
    if parent is None or len(mark) == 0:
        take_out(mark)
        return
    for text in mark.iter(W + "delText"):
        text.tag = W + "t"
    for child in list(mark):
        mark.addprevious(child)
    take_out(mark)


def join_next(paragraph: _Element) -> None:
    """Let a paragraph run into the next one, whose properties stay."""
    following = next(paragraph.itersiblings(W + "p"), None)
    if following is None:
        return
    content = [child for child in paragraph if child.tag != W + "pPr"]
    at = 1 if following.find(W + "pPr") is not None else 0
    for child in reversed(content):
        following.insert(at, child)
    take_out(paragraph)


def essence(root: _Element) -> bytes:
    """What a document says and how it looks, in a form that is equal for documents equal to a reader.

    Runs of one look are one; ids of editing sessions, hints of spelling and paging, and blanks between elements go.
    """
    copy = deepcopy(root)
    for element in list(copy.iter(*HINTS)):
        take_out(element)
    for element in copy.iter("*"):
        strip(element)
    for element in [e for e in copy.iter(*EMPTIED) if len(e) == 0]:
        take_out(element)
    for run in list(copy.iter(W + "r")):
        merge(run)
    return etree.tostring(copy, method="c14n")


def strip(element: _Element) -> None:
    """Take blanks between elements and the ids of editing sessions out."""
    element.tail = None
    if element.tag not in TEXT:
        element.text = element.text if element.text and element.text.strip() else None
    for name in [name for name in map(str, element.attrib) if is_session(name)]:
        del element.attrib[name]


def is_session(name: str) -> bool:
    """Whether an attribute says nothing of the text: ids of sessions and of paragraphs, and how blanks are kept."""
    local = name.rpartition("}")[2]
    return local.startswith("rsid") or local in {"paraId", "textId"} or name == SPACE


def merge(run: _Element) -> None:
    """Put a run into the one before it, if that looks the same."""
    before = run.getprevious()
    if before is None or before.tag != W + "r" or look(before) != look(run):
        glue(run)
        return
    for child in [child for child in run if child.tag != W + "rPr"]:
        before.append(child)
    take_out(run)
    glue(before)


def look(run: _Element) -> bytes:
    """The properties of a run."""
    found = run.find(W + "rPr")
    return b"" if found is None else etree.tostring(found, method="c14n")


def glue(run: _Element) -> None:
    """Make one text of neighbouring texts."""
    for text in list(run.iter(W + "t")):
        before = text.getprevious()
        if before is not None and before.tag == W + "t":
            before.text = (before.text or "") + (text.text or "")
            run.remove(text)
