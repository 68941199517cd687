"""The text of Word paragraphs as characters with an address, so that a stretch of it can be replaced."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"
SYMBOL = "\ue000"  # one character wide, and left out like every private character when lines are compared
SIGNS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "sym": SYMBOL}
UNSEEN = frozenset({"Cf", "Co", "Cc", "Cs"})
LONGEST_BULLET = 3
BLANKS = " \t"


class Stretch(NamedTuple):
    """A run with text and the offsets of that text in its paragraph, end exclusive."""

    run: _Element
    start: int
    end: int


def run_text(run: _Element) -> str:
    """The characters of a run; a symbol counts as one."""
    return "".join((child.text or "") if child.tag == W + "t" else SIGNS.get(str(child.tag), "") for child in run)


def stretches(paragraph: _Element) -> list[Stretch]:
    """The runs that hold text, with their place in it."""
    found: list[Stretch] = []
    start = 0
    for run in runs(paragraph):
        if width := len(run_text(run)):
            found.append(Stretch(run, start, start + width))
            start += width
    return found


def paragraph_text(paragraph: _Element) -> str:
    """All characters of a paragraph."""
    return "".join(map(run_text, runs(paragraph)))


def runs(paragraph: _Element) -> list[_Element]:
    """The runs of a paragraph but those that are deleted under tracked changes."""
    return [run for run in paragraph.iter(W + "r") if not is_deleted(run)]


def is_deleted(run: _Element) -> bool:
    """Whether a run is deleted under tracked changes."""
    parent = run.getparent()
    return parent is not None and parent.tag == W + "del"


def texts(root: _Element) -> list[str]:
    """The text of every paragraph of a part, in order."""
    return [paragraph_text(paragraph) for paragraph in root.iter(W + "p")]


def seen(text: str) -> list[tuple[int, str]]:
    """The visible characters of `text` with their offsets; blanks of all kinds but tabs as a plain one."""
    visible = ((at, c) for at, c in enumerate(text) if c == "\t" or unicodedata.category(c) not in UNSEEN)
    return [(at, " " if c.isspace() and c != "\t" else c) for at, c in visible]


def offsets_of(line: str, text: str) -> list[int] | None:
    """For each character of `line` its offset in the paragraph `text` that it was read from.

    A typed bullet may precede the line, blanks may surround it. None if the two do not agree.
    """
    found = seen(text)
    shown = "".join(character for _, character in found).rstrip(BLANKS)
    before = shown[: len(shown) - len(line)]
    if not line or not shown.endswith(line) or len(before.strip(BLANKS)) > LONGEST_BULLET:
        return None
    if any(character.isalnum() for character in before) and not before.strip(BLANKS).startswith("o"):
        return None
    return [at for at, _ in found[len(before) : len(shown)]]
