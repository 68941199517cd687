"""The words of a PDF page with place and look, taken from PDFium's characters.

PDFium reads damaged files without falling and is about ten times faster than readers written in Python. What it
makes up itself (blanks, line ends) is left aside: words are built here, from where the characters stand.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Any

from pypdfium2 import raw

from tailor.readers.marks import BLANKS, INVISIBLE
from tailor.resources import table

GAP = 0.15  # of the size: wider than any kerning, narrower than a blank of justified text
SAME_BASE = 0.25  # of the size: baselines that differ less are one
LEAST_TRACKED = 3  # pairs of letters it takes to judge letter-spacing
LINE_END_HYPHENS = "\x02\ufffe"


@dataclass(frozen=True, slots=True)
class Look:
    """Font of a text object: size in points, bold, and whether its characters are pictures."""

    size: float
    bold: bool
    icon: bool


@dataclass(frozen=True, slots=True)
class Char:
    """A character: edges of its advance and baseline, in points from the top left; `index` in the order of the file."""

    text: str
    x0: float
    x1: float
    base: float
    look: Look
    index: int = 0


@dataclass(frozen=True, slots=True)
class Word:
    """Characters without a blank between them; coordinates in points from the top left of the page."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool


@dataclass(slots=True)
class Fonts:
    """Looks met on a page, by address of the text object they belong to."""

    looks: dict[int, Look] = field(default_factory=dict)

    def of(self, text_page: Any, index: int) -> Look:
        """Look of a character."""
        item = raw.FPDFText_GetTextObject(text_page, index)
        key = ctypes.addressof(item.contents) if item else 0
        if key not in self.looks:
            self.looks[key] = look_of(text_page, index, item)
        return self.looks[key]


def look_of(text_page: Any, index: int, item: Any) -> Look:
    """Look of a text object, by its font's name and weight and its matrix."""
    matrix, name = raw.FS_MATRIX(), ctypes.create_string_buffer(256)
    found = raw.FPDFText_GetMatrix(text_page, index, matrix)
    size = raw.FPDFText_GetFontSize(text_page, index) * (math.hypot(matrix.c, matrix.d) if found else 1.0)
    if item:
        raw.FPDFFont_GetBaseFontName(raw.FPDFTextObj_GetFont(item), name, 256)
    font = name.value.decode("latin-1").lower()
    marks = table("marks.toml")
    bold, icon = (any(part in font for part in marks[kind]) for kind in ("bold_fonts", "icon_fonts"))
    return Look(round(size, 1) or 1.0, bold, icon)


def characters(text_page: Any, height: float) -> Iterator[Char]:
    """The characters drawn on a page, blanks included, in the order of the file."""
    fonts, box, x, y = Fonts(), raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for index in range(raw.FPDFText_CountChars(text_page)):
        text = character(raw.FPDFText_GetUnicode(text_page, index))
        if not text or raw.FPDFText_IsGenerated(text_page, index) == 1:
            continue
        raw.FPDFText_GetLooseCharBox(text_page, index, box)
        raw.FPDFText_GetCharOrigin(text_page, index, x, y)
        look = fonts.of(text_page, index)
        if not look.icon:
            yield Char(text, box.left, max(box.left, box.right), height - y.value, look, index)


def character(point: int) -> str:
    """The character of a code point, ligatures and full-width forms taken apart; "" for none."""
    if chr(point & 0xFFFF) in LINE_END_HYPHENS:
        return "-"
    if point < 0x20 or 0xD800 <= point <= 0xDFFF or point > 0x10FFFF:
        return ""
    text = chr(point)
    compatible = 0xFB00 <= point <= 0xFB4F or 0x2E80 <= point <= 0x2FDF or 0xFF00 <= point <= 0xFFEF
    return unicodedata.normalize("NFKC", text) if compatible else "" if text in INVISIBLE else text


def words(found: list[Char]) -> list[Word]:
    """The words on a page, line by line, from left to right."""
    return [word for line in baselines(found) for word in line_words(line)]


def baselines(found: list[Char]) -> Iterator[list[Char]]:
    """Characters that stand on one baseline, from the top of the page."""
    line: list[Char] = []
    for char in sorted(found, key=lambda c: c.base):
        if line and char.base - line[0].base > SAME_BASE * max(line[0].look.size, char.look.size):
            yield line
            line = []
        line.append(char)
    if line:
        yield line


def line_words(line: list[Char]) -> Iterator[Word]:
    """The words of one baseline."""
    for stretch in stretches(sorted(line, key=lambda c: c.x0)):
        limit = word_gap(stretch)
        word: list[Char] = []
        for char in stretch:
            blank = char.text in BLANKS
            if word and (blank or char.x0 - word[-1].x1 > limit * max(char.look.size, word[-1].look.size)):
                yield word_of(word)
                word = []
            if not blank:
                word.append(char)
        if word:
            yield word_of(word)


def stretches(line: list[Char]) -> Iterator[list[Char]]:
    """The characters of a baseline, parted where a gap is wider than the size; doubles are left out."""
    stretch: list[Char] = []
    for char in line:
        if stretch and is_double(stretch[-1], char):
            continue
        if stretch and char.x0 - stretch[-1].x1 > max(char.look.size, stretch[-1].look.size):
            yield stretch
            stretch = []
        stretch.append(char)
    yield stretch


def word_gap(stretch: list[Char]) -> float:
    """Least gap between two words, as a share of the size: letter-spaced text has gaps inside its words too."""
    pairs = [(a, b) for a, b in pairwise(stretch) if a.text not in BLANKS and b.text not in BLANKS]
    gaps = [(b.x0 - a.x1) / max(a.look.size, b.look.size) for a, b in pairs]
    tracking = median(gaps) if len(gaps) >= LEAST_TRACKED else 0.0
    return GAP if tracking < 0.5 * GAP else tracking * 1.3 + GAP


def is_double(one: Char, other: Char) -> bool:
    """Whether a character is drawn twice in nearly one place, as some do for bold; the "ff" of a ligature is not."""
    near = 0.1 * one.look.size
    in_place = other.x0 - one.x0 < near and abs(other.x1 - one.x1) < near and one.x1 > one.x0
    return in_place and one.text == other.text and abs(one.index - other.index) > 1


def word_of(chars: list[Char]) -> Word:
    """The word its characters make up, with the size of most of them."""
    sizes = [c.look.size for c in chars]
    return Word(
        "".join(c.text for c in chars),
        chars[0].x0,
        max(c.x1 for c in chars),
        chars[0].base,
        max(sizes, key=sizes.count),
        all(c.look.bold for c in chars),
    )
