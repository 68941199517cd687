"""How an operation is written into the paragraphs as tracked changes, with a comment on it (ECMA-376 part 1, 17.13)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tailor.writers.encoding import covered_runs, new_paragraph, new_run, place_and_look
from tailor.writers.marks import Pen
from tailor.writers.moving import arrange
from tailor.writers.operations import Arrange, Insert, Operation, Remark, Rewrite
from tailor.writers.paragraphs import W
from tailor.writers.striking import mark_end, noted_within, strike

if TYPE_CHECKING:
    from lxml.etree import _Element


def apply_tracked(operation: Operation, pen: Pen) -> None:
    """Change the paragraphs that `operation` speaks of, so that each change can be accepted or rejected."""
    if isinstance(operation, Rewrite):
        rewrite(operation, pen)
    elif isinstance(operation, Insert):
        insert(operation, pen)
    elif isinstance(operation, Remark):
        remark(operation.paragraph, pen)
    elif isinstance(operation, Arrange):
        arrange(operation, pen)


def rewrite(operation: Rewrite, pen: Pen) -> None:
    """Delete a stretch and insert what stands for it, beside it and looking like it; the comment is on both."""
    covered = covered_runs(operation)
    beside, pattern = place_and_look(operation, covered)
    touched = [put(new_run(pattern, operation.text), beside, pen)] if operation.text else []
    struck = [element for run in covered if (element := strike(run, pen)) is not None]
    note_around(operation.paragraph, [*struck, *touched], pen)


def put(run: _Element, beside: _Element, pen: Pen) -> _Element:
    """Insert `run` behind the run `beside`, and give back what holds it."""
    if pen.is_inserted(beside):
        beside.addnext(run)
        return run
    mark = pen.mark("ins", run)
    mark.append(run)
    beside.addnext(mark)
    return mark


def note_around(paragraph: _Element, touched: Iterable[_Element], pen: Pen) -> None:
    """Put the comment around the children of `paragraph` that hold what was touched; around all if nothing is left."""
    held = [child for element in touched if (child := child_of(paragraph, element)) is not None]
    if not held:
        remark(paragraph, pen)
        return
    held.sort(key=paragraph.index)
    start, end, reference = pen.notes(paragraph)
    held[0].addprevious(start)
    held[-1].addnext(end)
    end.addnext(reference)


def child_of(paragraph: _Element, element: _Element) -> _Element | None:
    """The child of `paragraph` that is `element` or holds it; None if it is no longer in it."""
    line = [element, *element.iterancestors("*")]
    return next((inner for inner in line if inner.getparent() is paragraph), None)


def remark(paragraph: _Element, pen: Pen) -> None:
    """Put the comment around a whole paragraph."""
    start, end, reference = pen.notes(paragraph)
    paragraph.insert(1 if paragraph.find(W + "pPr") is not None else 0, start)
    paragraph.append(end)
    paragraph.append(reference)


def insert(operation: Insert, pen: Pen) -> None:
    """Insert a paragraph, its end too; the comment lies inside, so that it goes with a rejected paragraph."""
    paragraph = new_paragraph(operation)
    runs = paragraph.findall(W + "r")
    mark_end(paragraph, "ins", pen)
    mark = pen.mark("ins", paragraph)
    mark.extend(runs)
    paragraph.append(mark)
    noted_within([mark], pen)
    operation.before.addprevious(paragraph)
