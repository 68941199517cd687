"""How an operation is written into the paragraphs plainly, as if the user had typed it.

`tailor.writers.tracking` writes the same operations as tracked changes; what comes of these when all are accepted is
checked against what is made here.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from tailor.writers.operations import Arrange, Insert, Operation, Rewrite, neighbour
from tailor.writers.paragraphs import SIGNS, W, run_text, stretches

if TYPE_CHECKING:
    from lxml.etree import _Element

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def apply_plainly(operation: Operation) -> None:
    """Change the paragraphs that `operation` speaks of, leaving no trace of how they were."""
    if isinstance(operation, Rewrite):
        replace_stretch(operation)
    elif isinstance(operation, Insert):
        operation.before.addprevious(new_paragraph(operation))
    elif not isinstance(operation, Arrange):
        return  # a remark changes no text
    elif operation.whole:
        move_paragraphs(operation)
    else:
        swap_contents(operation)


def move_paragraphs(operation: Arrange) -> None:
    """Put the paragraphs themselves in the new order; what stands between them keeps its place."""
    parent = operation.slots[0].getparent()
    if parent is None:
        raise ValueError("a paragraph outside a document cannot be moved")
    places = [parent.index(slot) for slot in operation.slots]
    tails = [slot.tail for slot in operation.slots]
    for content in operation.contents:
        parent.remove(content)
    for place, content, tail in zip(places, operation.contents, tails, strict=True):
        content.tail = tail
        parent.insert(place, content)


def swap_contents(operation: Arrange) -> None:
    """Put what is in the paragraphs in the new order; each paragraph keeps its place and its properties."""
    contents = [[child for child in content if child.tag != W + "pPr"] for content in operation.contents]
    for slot, children in zip(operation.slots, contents, strict=True):
        for child in children:
            slot.append(child)


def replace_stretch(operation: Rewrite) -> None:
    """Put one new run, which looks like the longest of them, in place of the runs of a stretch."""
    covered = covered_runs(operation)
    beside, pattern = place_and_look(operation, covered)
    if operation.text:
        beside.addnext(new_run(pattern, operation.text))
    for run in covered:
        remove(run)


def covered_runs(operation: Rewrite) -> list[_Element]:
    """The runs of a stretch and nothing but it: those that go on across its ends are split."""
    split_at(operation.paragraph, operation.start)
    split_at(operation.paragraph, operation.end)
    found = stretches(operation.paragraph)
    return [s.run for s in found if operation.start <= s.start and s.end <= operation.end]


def place_and_look(operation: Rewrite, covered: list[_Element]) -> tuple[_Element, _Element]:
    """The run that new text goes behind, and the run that it looks like."""
    if not covered:
        run = neighbour(operation.paragraph, operation.start).run
        return run, run
    return covered[-1], max(covered, key=lambda run: len(run_text(run)))


def new_paragraph(operation: Insert) -> _Element:
    """A paragraph that looks like the one it stands above."""
    beside = operation.before
    paragraph = beside.makeelement(W + "p")
    for properties in beside.findall(W + "pPr"):
        paragraph.append(deepcopy(properties))
    longest = max(stretches(beside), key=lambda s: s.end - s.start)
    paragraph.append(new_run(longest.run, operation.text))
    return paragraph


def remove(run: _Element) -> None:
    """Take a run out; the blanks of the file behind it stay, as text there means nothing to Word."""
    parent = run.getparent()
    if parent is not None:
        parent.remove(run)


def new_run(pattern: _Element, text: str) -> _Element:
    """A run with the properties of `pattern` and `text`, its tabs as Word writes them."""
    run = pattern.makeelement(W + "r")
    for properties in pattern.findall(W + "rPr"):
        run.append(deepcopy(properties))
    for at, piece in enumerate(text.split("\t")):
        if at:
            run.append(run.makeelement(W + "tab"))
        if piece:
            run.append(new_text(run, piece))
    return run


def new_text(run: _Element, text: str) -> _Element:
    """A `w:t` that keeps its blanks."""
    element = run.makeelement(W + "t")
    element.text = text
    element.set(SPACE, "preserve")
    return element


def split_at(paragraph: _Element, offset: int) -> None:
    """Make two runs of the one that goes on across `offset`, if one does."""
    for run, start, end in stretches(paragraph):
        if start < offset < end:
            second = deepcopy(run)
            second.tail = None
            cut(run, 0, offset - start)
            cut(second, offset - start, end - start)
            run.addnext(second)
            return


def cut(run: _Element, start: int, end: int) -> None:
    """Keep the characters from `start` to `end` of a run, and its properties; the rest goes."""
    at = 0
    for child in list(run):
        width = len(child.text or "") if child.tag == W + "t" else len(SIGNS.get(str(child.tag), ""))
        low, high = max(start - at, 0), min(end - at, width)
        at += width
        if child.tag == W + "rPr":
            continue
        if low >= high:
            run.remove(child)
        elif child.tag == W + "t":
            child.text = (child.text or "")[low:high]
            child.set(SPACE, "preserve")
