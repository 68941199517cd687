"""What to do to which paragraphs of a Word document: an edit becomes an operation, or the reason why not.

Nothing is changed here, and nothing is known of how a change is written down: see `tailor.writers.encoding`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, TypeAlias

from lxml import etree

from tailor.types import Edit, Line
from tailor.writers.claims import NotSafeError
from tailor.writers.obstacles import BREAK, check_around, must_be_free
from tailor.writers.paragraphs import Stretch, W, offsets_of, paragraph_text, runs, stretches, texts

if TYPE_CHECKING:
    from lxml.etree import _Element

TOKEN = re.compile(r"[^\s,;]+|[\s,;]")
PLAIN = frozenset(W + name for name in ("rPr", "t", "tab", "lastRenderedPageBreak"))
PLACES = "The bullets do not stand directly below one another."


@dataclass(frozen=True, slots=True)
class Arrange:
    """Let `contents[i]` stand where `slots[i]` stands; both name the same paragraphs, slots in document order.

    whole : the paragraphs themselves can move; else only what is in them, as their properties differ.
    but_last : all but the last of the paragraphs can move.
    """

    slots: tuple[_Element, ...]
    contents: tuple[_Element, ...]
    whole: bool
    but_last: bool


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Let `text` stand in place of the characters from `start` to `end`, exclusive, of a paragraph."""

    paragraph: _Element
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Insert:
    """A new paragraph with `text` above one that is there, and looking like it."""

    before: _Element
    text: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Nothing changes; the paragraph only gets a comment."""

    paragraph: _Element


Operation: TypeAlias = Arrange | Rewrite | Insert | Remark


@dataclass(frozen=True, slots=True)
class Page:
    """The document part an edit is for, as it is now, and the lines read from the document."""

    part: str
    root: _Element
    lines: Mapping[int, Line]

    def paragraphs(self, edit: Edit) -> list[_Element]:
        """The paragraphs of the lines of `edit`, in its order. Raises NotSafeError if one must be left alone."""
        every = list(self.root.iter(W + "p"))
        return [self.paragraph(self.lines[number], every) for number in edit.lines]

    def paragraph(self, line: Line, every: Sequence[_Element]) -> _Element:
        """The paragraph of `line`, among all. Raises NotSafeError if it must be left alone."""
        address = line.address
        if address is None:
            raise NotSafeError("It is not known where the line stands in the document.")
        if address.part != self.part:
            raise NotSafeError("It stands in a header, footer or note.")
        if address.segment or self.shares(line):
            raise NotSafeError(BREAK)
        if address.paragraph >= len(every) or offsets_of(line.text, paragraph_text(every[address.paragraph])) is None:
            must_be_free(every[min(address.paragraph, len(every) - 1)])
            raise NotSafeError("The text in the document is not the text that was read.")
        must_be_free(every[address.paragraph])
        return every[address.paragraph]

    def place(self, line: Line) -> _Element:
        """The paragraph of `line` as a place for a comment; of a line in a text box the one that holds the box.

        Word ignores a comment inside a text box. Raises NotSafeError where none may stand.
        """
        address, every = line.address, list(self.root.iter(W + "p"))
        if address is None or address.part != self.part or address.paragraph >= len(every):
            raise NotSafeError("The line does not stand in the body of the document, so it cannot hold a comment.")
        paragraph = [every[address.paragraph], *every[address.paragraph].iterancestors(W + "p")][-1]
        for around in paragraph.iterancestors("*"):
            check_around(around)
        return paragraph

    def shares(self, line: Line) -> bool:
        """Whether another line was read from the same paragraph."""
        mine = line.address
        others = (other.address for other in self.lines.values() if other.number != line.number)
        return any(a and mine and (a.part, a.paragraph) == (mine.part, mine.paragraph) for a in others)


def planned(edit: Edit, page: Page) -> Operation:
    """What `edit` comes down to. Raises NotSafeError, with the reason, if it must be left out."""
    if edit.kind == "question":
        return Remark(page.place(page.lines[edit.lines[0]]))
    if edit.kind == "headline" and not edit.before:
        return inserted(edit, page)
    return arranged(edit, page) if edit.kind == "bullets" else rewritten(edit, page)


def inserted(edit: Edit, page: Page) -> Insert:
    """A new headline above a line of its own."""
    (paragraph,) = page.paragraphs(edit)
    if any(run.getparent() is not paragraph for run in runs(paragraph)):
        raise NotSafeError("The line below it is a link, which a new line should not look like.")
    return Insert(paragraph, edit.after)


def arranged(edit: Edit, page: Page) -> Arrange:
    """The paragraphs of bullets in their new places."""
    contents = page.paragraphs(edit)
    order = dict(zip(edit.lines, contents, strict=True))
    slots = [order[number] for number in sorted(order, key=lambda number: place(page.lines[number]))]
    must_be_neighbours(slots)
    first, end = changed_part(slots, contents)
    looks = [look(paragraph) for paragraph in slots]
    if len(set(looks[first : end + 1])) == 1:
        end += 1  # one of the same look that stays last, if there is one, keeps the ends of the others simple
    slots, contents, looks = slots[first:end], contents[first:end], looks[first:end]
    return Arrange(tuple(slots), tuple(contents), len(set(looks)) == 1, len(set(looks[:-1])) == 1)


def changed_part(slots: Sequence[_Element], contents: Sequence[_Element]) -> tuple[int, int]:
    """Where the first and, exclusive, the last bullet stands that does not keep its place."""
    moved = [at for at, (slot, content) in enumerate(zip(slots, contents, strict=True)) if slot is not content]
    if not moved:
        raise NotSafeError("It changes nothing.")
    return moved[0], moved[-1] + 1


def place(line: Line) -> int:
    """Where the paragraph of a line with an address stands in its part."""
    return line.address.paragraph if line.address else -1


def must_be_neighbours(slots: Sequence[_Element]) -> None:
    """Raise NotSafeError unless nothing but empty paragraphs stands between the first and the last of `slots`."""
    parent = slots[0].getparent()
    if parent is None or any(slot.getparent() is not parent for slot in slots):
        raise NotSafeError("The bullets do not lie in one place: a table or a control divides them.")
    for element in list(parent)[parent.index(slots[0]) : parent.index(slots[-1]) + 1]:
        if not any(element is slot for slot in slots) and not is_empty(element):
            raise NotSafeError(PLACES)


def is_empty(element: _Element) -> bool:
    """Whether an element is a paragraph without content, or a spelling mark."""
    bare = all(child.tag == W + "pPr" and child.find(W + "sectPr") is None for child in element)
    return element.tag == W + "proofErr" or (element.tag == W + "p" and bare)


def look(paragraph: _Element) -> bytes:
    """Properties of a paragraph in canonical form, without the ids Word gives to editing sessions."""
    found = paragraph.find(W + "pPr")
    if found is None or len(found) == 0:
        return b""
    copy = deepcopy(found)
    for element in copy.iter("*"):
        for name in [name for name in map(str, element.attrib) if "rsid" in name or name.endswith("}paraId")]:
            del element.attrib[name]
    copy.tail = None
    return etree.tostring(copy, method="c14n", exclusive=True)


def rewritten(edit: Edit, page: Page) -> Rewrite:
    """The smallest stretch of whole words whose replacement turns the line into its new wording."""
    (paragraph,) = page.paragraphs(edit)
    found = offsets_of(edit.before, paragraph_text(paragraph)) or []
    if edit.before == edit.after:
        raise NotSafeError("It changes nothing.")
    start, end = changed_stretch(edit.before, edit.after)
    end = end or len(TOKEN.findall(edit.before)[0])  # what comes first of all goes in with the first word
    text = edit.after[start : end + len(edit.after) - len(edit.before)]
    first = found[start] if start < len(found) else found[-1] + 1
    operation = Rewrite(paragraph, first, found[end - 1] + 1 if end > start else first, text)
    must_be_plain(operation)
    return operation


def changed_stretch(before: str, after: str) -> tuple[int, int]:
    """Offsets in `before` of what differs from `after`, in whole words; equal if nothing does."""
    old, new = TOKEN.findall(before), TOKEN.findall(after)
    head = common(old, new)
    shortest = min(len(old), len(new)) - head
    tail = common(old[::-1][:shortest], new[::-1][:shortest])
    return len("".join(old[:head])), len("".join(old[: len(old) - tail]))


def common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words open both."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def must_be_plain(operation: Rewrite) -> None:
    """Raise NotSafeError if the stretch holds more than text, or lies partly in a link."""
    paragraph, start, end = operation.paragraph, operation.start, operation.end
    covered = [s.run for s in stretches(paragraph) if s.start < end and start < s.end]
    if not covered and neighbour(paragraph, start).run.getparent() is not paragraph:
        raise NotSafeError("The place lies at the end of a link.")
    if any(child.tag not in PLAIN for run in covered for child in run):
        raise NotSafeError("A symbol stands among the words to change.")
    if any(run.getparent() is not covered[0].getparent() for run in covered):
        raise NotSafeError("The words to change lie partly in a link.")


def neighbour(paragraph: _Element, offset: int) -> Stretch:
    """The run that ends at `offset`, or goes on across it; at the beginning of a paragraph the first."""
    found = stretches(paragraph)
    return next((s for s in found if s.start < offset <= s.end), found[0])


def expected_texts(root: _Element, operation: Operation) -> list[str]:
    """The texts of all paragraphs of the part as they must be once `operation` is done; nothing is changed yet."""
    every, found = list(root.iter(W + "p")), texts(root)
    at = {id(paragraph): index for index, paragraph in enumerate(every)}
    result = list(found)
    if isinstance(operation, Arrange):
        for slot, content in zip(operation.slots, operation.contents, strict=True):
            result[at[id(slot)]] = found[at[id(content)]]
    elif isinstance(operation, Insert):
        result.insert(at[id(operation.before)], operation.text)
    elif isinstance(operation, Rewrite):
        index, start, end = at[id(operation.paragraph)], operation.start, operation.end
        result[index] = found[index][:start] + operation.text + found[index][end:]
    return result
