"""How an operation is written into the paragraphs: plainly, as if the user had typed it.

This is the one place that knows. Tracked changes will be a second function beside `apply_plainly`, of the same
signature, that writes `w:ins` and `w:del` for the same operations (a module `tracking.py`); `tailor.writers.word`
takes either as its `encode`, and planning, checks and packing stay as they are.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from tailor.writers.operations import Arrange, Operation, Rewrite
from tailor.writers.paragraphs import SIGNS, W, stretches

if TYPE_CHECKING:
    from lxml.etree import _Element

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def apply_plainly(operation: Operation) -> None:
    """Change the paragraphs that `operation` speaks of, leaving no trace of how they were."""
    if isinstance(operation, Rewrite):
        replace_stretch(operation)
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
    paragraph, start, end = operation.paragraph, operation.start, operation.end
    split_at(paragraph, start)
    split_at(paragraph, end)
    covered = [s for s in stretches(paragraph) if start <= s.start and s.end <= end]
    longest = max(covered, key=lambda s: s.end - s.start)
    covered[0].run.addprevious(new_run(longest.run, operation.text))
    for stretch in covered:
        remove(stretch.run)


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
