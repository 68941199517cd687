"""An operation planned on one tree of a document, for another tree of the same document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tailor.writers.marks import Pen
from tailor.writers.operations import Arrange, Insert, Operation
from tailor.writers.paragraphs import W

if TYPE_CHECKING:
    from lxml.etree import _Element


def transferred(operation: Operation, plain: _Element, tracked: _Element, pen: Pen) -> Operation:
    """The operation that is planned on the tree `plain`, for the tree `tracked` of the same document."""
    at = {id(paragraph): index for index, paragraph in enumerate(plain.iter(W + "p"))}
    own = [paragraph for paragraph in tracked.iter(W + "p") if not is_new(paragraph, pen)]
    if isinstance(operation, Arrange):
        slots, contents = (tuple(own[at[id(p)]] for p in ps) for ps in (operation.slots, operation.contents))
        return replace(operation, slots=slots, contents=contents)
    if isinstance(operation, Insert):
        return replace(operation, before=own[at[id(operation.before)]])
    return replace(operation, paragraph=own[at[id(operation.paragraph)]])


def is_new(paragraph: _Element, pen: Pen) -> bool:
    """Whether a paragraph was inserted by `pen`."""
    return any(pen.is_own(mark) for mark in paragraph.iterfind(f"{W}pPr/{W}rPr/{W}ins"))
