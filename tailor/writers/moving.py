"""Bullets in another order as tracked changes: a copy is inserted, the original deleted.

No `w:moveFrom` and `w:moveTo`: LibreOffice leaves empty paragraphs behind when it rejects or accepts those.
The end of the last paragraph of a group is never marked, as what comes next would take its properties: either its
content is exchanged, or the ends before it are marked in its stead.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tailor.writers.marks import Pen
from tailor.writers.operations import Arrange
from tailor.writers.paragraphs import W
from tailor.writers.striking import bare, copied, mark_end, noted_within, strike_all

if TYPE_CHECKING:
    from lxml.etree import _Element


def arrange(operation: Arrange, pen: Pen) -> None:
    """Put bullets in their new order, and the comment on the first that moved."""
    slots = operation.slots
    order = [index_in(slots, content) for content in operation.contents]
    if not are_neighbours(slots):
        moved = swap(slots, order, pen)
    elif operation.whole:
        moved = move(slots, order, pen)
    elif operation.but_last:
        moved = move_but_last(slots, order, pen)
    else:
        moved = swap(slots, order, pen)
    noted_within(moved, pen)


def index_in(slots: Sequence[_Element], content: _Element) -> int:
    """Which of `slots` is `content`."""
    return next(at for at, slot in enumerate(slots) if slot is content)


def are_neighbours(slots: Sequence[_Element]) -> bool:
    """Whether no other paragraph, not even an empty one, stands between `slots`."""
    following = [next(slot.itersiblings(W + "p", W + "tbl", W + "sdt"), None) for slot in slots[:-1]]
    return all(a is b for a, b in zip(following, slots[1:], strict=True))


def swap(slots: Sequence[_Element], order: Sequence[int], pen: Pen) -> list[_Element]:
    """Exchange what the paragraphs hold; gives back what was put into the first that changed."""
    copies = [copied(slots[index], pen) if index != at else [] for at, index in enumerate(order)]
    for at, inserted in enumerate(copies):
        if order[at] != at:
            strike_all(slots[at], pen)
            slots[at].extend(inserted)
    return next(inserted for inserted in copies if inserted)


def move_but_last(slots: Sequence[_Element], order: Sequence[int], pen: Pen) -> list[_Element]:
    """Exchange what the last paragraph holds, and move the others, among them what it held."""
    last, into_last = len(slots) - 1, order[-1]
    sources = [slots[last] if at == into_last else slot for at, slot in enumerate(slots[:-1])]
    inserted = copied(slots[into_last], pen)
    moved = move(slots[:-1], [into_last if index == last else index for index in order[:-1]], pen, sources)
    strike_all(slots[last], pen)
    slots[last].extend(inserted)
    return moved


def move(
    slots: Sequence[_Element], order: Sequence[int], pen: Pen, sources: Sequence[_Element] | None = None
) -> list[_Element]:
    """Move the fewest paragraphs; gives back what was inserted for the first of them.

    sources : what holds the content that is to move, where it is not the slot itself.
    """
    origins = sources or slots
    kept = steady(order, barred=[at for at, origin in enumerate(origins) if origin is not slots[at]])
    copies = {index: copied(origins[index], pen) for index in order if index not in kept}
    cursor, exchanged = None, order[-1] not in kept
    for at, slot in enumerate(slots):
        if at not in kept:
            strike_all(slot, pen)
    for index in order[:-1] if exchanged else order:
        cursor = slots[index] if index in kept else placed(slots, cursor, copies[index], pen)
    if exchanged:
        slots[-1].extend(copies[order[-1]])
    for slot in ends(slots, kept, order[-1]):
        mark_end(slot, "del", pen)
    return next(iter(copies.values()))


def steady(order: Sequence[int], barred: Sequence[int] = ()) -> frozenset[int]:
    """The most slots whose content can stay where it is: a longest increasing subsequence of `order`.

    The last slot stays only if its content stays the last; those `barred` do not stay.
    """
    last = len(order) - 1
    values = [index for index in order if index not in barred and (index != last or order[-1] == last)]
    tails: list[int] = []
    chains: list[tuple[int, ...]] = []
    for value in values:
        at = bisect_left(tails, value)
        chain = (*(chains[at - 1] if at else ()), value)
        tails[at : at + 1], chains[at : at + 1] = [value], [chain]
    return frozenset(chains[-1]) if chains else frozenset()


def placed(slots: Sequence[_Element], cursor: _Element | None, inserted: list[_Element], pen: Pen) -> _Element:
    """A new paragraph with `inserted`, below `cursor`, or above all."""
    paragraph = slots[0].makeelement(W + "p")
    for properties in slots[0].findall(W + "pPr"):
        paragraph.append(bare(properties))
    mark_end(paragraph, "ins", pen)
    paragraph.extend(inserted)
    if cursor is None:
        slots[0].addprevious(paragraph)
    else:
        cursor.addnext(paragraph)
    return paragraph


def ends(slots: Sequence[_Element], kept: frozenset[int], final: int) -> list[_Element]:
    """The paragraphs whose ends are deleted: those not kept; if a kept one comes last, from it to the last but one."""
    last = len(slots) - 1
    if final in kept and final != last:
        return [slot for at, slot in enumerate(slots) if at != last and (at not in kept or at == final)]
    return [slot for at, slot in enumerate(slots) if at not in kept and at != last]
