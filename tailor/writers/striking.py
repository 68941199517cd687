"""Mark what is in a paragraph as deleted, copy it as inserted, and mark the ends of paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

from tailor.writers.marks import RANGE, Pen
from tailor.writers.paragraphs import W

if TYPE_CHECKING:
    from lxml.etree import _Element

HOLDERS = frozenset({W + "hyperlink", W + "smartTag"})
AFTER_LOOK = (W + "sectPr", W + "pPrChange")  # what stands behind the look of the end in the properties (17.3.1.26)
TRACES = ("rsid", "paraId", "textId")


def strike(run: _Element, pen: Pen) -> _Element | None:
    """Mark a run as deleted, together with the one before if that is; what was inserted just goes (then None)."""
    parent = run.getparent()
    if parent is None:
        raise ValueError("a run outside a paragraph cannot be deleted")
    if pen.is_inserted(run):
        parent.remove(run)
        if len(parent) == 0:
            drop(parent)
        return None
    for text in run.iter(W + "t"):
        text.tag = W + "delText"
    mark = run.getprevious()
    if mark is None or mark.tag != W + "del" or not pen.is_own(mark):
        mark = pen.mark("del", run)
        run.addprevious(mark)
    mark.append(run)
    return mark


def drop(element: _Element) -> None:
    """Take an element out."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def strike_all(holder: _Element, pen: Pen) -> None:
    """Mark all that a paragraph holds as deleted; what was inserted into it, and comments on it, just go."""
    for child in list(holder):
        if pen.is_note(child) or (child.tag == W + "ins" and pen.is_own(child)):
            drop(child)
        elif child.tag == W + "r":
            strike(child, pen)
        elif child.tag in HOLDERS:
            strike_all(child, pen)


def copied(holder: _Element, pen: Pen) -> list[_Element]:
    """What a paragraph holds, as it reads once changes are accepted, to be inserted elsewhere, with its comments."""
    found: list[_Element] = []
    for piece in pieces(holder, pen):
        if piece.tag in HOLDERS:
            found.append(piece)
            continue
        if not found or found[-1].tag != W + "ins":
            found.append(pen.mark("ins", holder))
        found[-1].append(piece)
    return found


def pieces(holder: _Element, pen: Pen) -> Iterator[_Element]:
    """Copies of what a paragraph holds; inside a link they are inserted already."""
    for child in holder:
        if child.tag == W + "ins" and pen.is_own(child):
            yield from map(bare, child)
        elif child.tag == W + "r" or (child.tag in RANGE and pen.is_note(child)):
            yield bare(child)
        elif child.tag in HOLDERS:
            shell = bare(child)
            for inner in list(shell):
                shell.remove(inner)
            shell.extend(copied(child, pen))
            yield shell


def bare(element: _Element) -> _Element:
    """A copy without the ids of editing sessions."""
    copy = deepcopy(element)
    copy.tail = None
    for inner in copy.iter("*"):
        for name in [name for name in map(str, inner.attrib) if name.rpartition("}")[2].startswith(TRACES)]:
            del inner.attrib[name]
    return copy


def mark_end(paragraph: _Element, name: str, pen: Pen) -> None:
    """Mark the end of a paragraph as inserted or deleted (17.13.5.15, 17.13.5.20)."""
    properties = paragraph.find(W + "pPr")
    if properties is None:
        properties = paragraph.makeelement(W + "pPr")
        paragraph.insert(0, properties)
    look = properties.find(W + "rPr")
    if look is None:
        look = properties.makeelement(W + "rPr")
        behind = next(properties.iterchildren(*AFTER_LOOK), None)
        properties.append(look) if behind is None else behind.addprevious(look)
    look.insert(0 if name == "ins" else len(look.findall(W + "ins")), pen.mark(name, paragraph))


def noted_within(inserted: Sequence[_Element], pen: Pen) -> None:
    """Put the comment on the edit at hand around inserted content, inside of it."""
    marks = [mark for element in inserted for mark in element.iter(W + "ins")]
    start, end, reference = pen.notes(marks[0])
    marks[0].insert(0, start)
    marks[-1].append(end)
    marks[-1].append(reference)
