"""How a PDF looks: its pages, what its characters are set in, and which of them nobody sees."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pypdfium2 import raw

from tailor.readers.layout import family, most
from tailor.readers.marks import BLANKS
from tailor.readers.pdf import each_page, text_of
from tailor.readers.pdf_columns import best_split, rows_of
from tailor.readers.pdf_words import character, characters, words
from tailor.resources import table
from tailor.types import Hidden, Layout

HALF_INCH, TINY, OUTSIDE = 36.0, 4.0, 2.0  # points
WHITE = 250  # of 255: what is lighter is not seen on paper
COLUMN_ROWS, COLUMN_SHARE = 8, 0.15  # of a page that stands in columns: rows at both sides, share of the words
EDGE_SHARE = 0.01  # of the characters may stand in the margin: page numbers do
Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(frozen=True, slots=True)
class Style:
    """What a text object is set in; `alpha` 0 to 255, `mode` as in the PDF's `Tr` operator."""

    font: str
    size: float
    colour: tuple[int, int, int]
    alpha: int
    mode: int


@dataclass(frozen=True, slots=True)
class Sign:
    """A character that is no blank, with its style and its box."""

    text: str
    style: Style
    box: Box


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: size in points, its characters, what is painted behind them, its pictures and columns."""

    size: tuple[float, float]
    signs: list[Sign]
    grounds: list[Box]
    drawn: bool
    pictures: int
    columns: int


def pdf_layout(path: str, data: bytes) -> Layout:
    """The layout of a PDF. Raises LockedFile, CorruptFile or TooLarge."""
    return layout_of(each_page(path, data, sheet))


def layout_of(sheets: list[Sheet]) -> Layout:
    """What the pages say together."""
    hidden = [(how(sign, one), sign, number) for number, one in enumerate(sheets, 1) for sign in one.signs]
    seen = [sign for why, sign, _ in hidden if not why]
    icons = table("marks.toml")["icon_fonts"]
    lettered = [sign for sign in seen if not any(part in sign.style.font.lower() for part in icons)]
    return Layout(
        format="pdf",
        pages=len(sheets),
        page_size=sheets[0].size if sheets else None,
        margins=margins(sheets),
        columns=max((one.columns for one in sheets), default=1),
        images=sum(one.pictures for one in sheets),
        fonts=most((sign.style.font, 1) for sign in lettered),
        sizes=most((sign.style.size, 1) for sign in lettered),
        colours=most(("".join(f"{part:02x}" for part in sign.style.colour), 1) for sign in seen),
        hidden=tuple(
            Hidden(why, "".join(sign.text for _, sign, _ in same), f"page {number}")
            for (why, number), group in groupby(hidden, key=lambda item: (item[0], item[2]))
            if why and len(same := list(group)) > 1
        ),
        characters=len(seen),
    )


def sheet(path: str, document: Any, number: int) -> Sheet:
    """The page `number`, from 0."""
    page = document[number]
    text_page = text_of(path, page, number)
    grounds, drawn, pictures = painted(page)
    height = page.get_height()
    found = columns(rows_of(words(list(characters(text_page, height)))))
    return Sheet((page.get_width(), height), list(signs(text_page)), grounds, drawn, pictures, found)


def painted(page: Any) -> tuple[list[Box], bool, int]:
    """Boxes of what is painted in a colour; whether there are paintings of unknown extent; how many pictures."""
    grounds: list[Box] = []
    drawn, pictures = False, 0
    kinds = [raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING, raw.FPDF_PAGEOBJ_FORM]
    for item in page.get_objects(filter=kinds, max_depth=3):
        box = item.get_bounds()
        if item.type == raw.FPDF_PAGEOBJ_IMAGE:
            pictures += min(box[2] - box[0], box[3] - box[1]) >= HALF_INCH
            grounds.append(box)
        elif item.type == raw.FPDF_PAGEOBJ_PATH and fills(item):
            grounds.append(box)
        drawn = drawn or item.type in {raw.FPDF_PAGEOBJ_SHADING, raw.FPDF_PAGEOBJ_FORM}
    return grounds, drawn, pictures


def fills(item: Any) -> bool:
    """Whether a path is filled with something else than white."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPath_GetDrawMode(item, mode, stroke) or not mode.value:
        return False
    known = raw.FPDFPageObj_GetFillColor(item, red, green, blue, alpha)
    return not known or min(red.value, green.value, blue.value) < WHITE


def signs(text_page: Any) -> Iterator[Sign]:
    """The characters of a page in the order of the file, without blanks and what PDFium makes up."""
    styles: dict[int, Style] = {}
    box = raw.FS_RECTF()
    for index in range(raw.FPDFText_CountChars(text_page)):
        text = character(raw.FPDFText_GetUnicode(text_page, index))
        if not text or text in BLANKS or raw.FPDFText_IsGenerated(text_page, index) == 1:
            continue
        item = raw.FPDFText_GetTextObject(text_page, index)
        key = ctypes.addressof(item.contents) if item else 0
        if key not in styles:
            styles[key] = style_of(text_page, index, item)
        raw.FPDFText_GetLooseCharBox(text_page, index, box)
        yield Sign(text, styles[key], (box.left, box.bottom, box.right, box.top))


def style_of(text_page: Any, index: int, item: Any) -> Style:
    """What a text object is set in."""
    matrix, name = raw.FS_MATRIX(), ctypes.create_string_buffer(256)
    found = raw.FPDFText_GetMatrix(text_page, index, matrix)
    size = raw.FPDFText_GetFontSize(text_page, index) * (math.hypot(matrix.c, matrix.d) if found else 1.0)
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFText_GetFillColor(text_page, index, red, green, blue, alpha):
        alpha.value = 255  # a pattern: seen, in no one colour
    if item:
        raw.FPDFFont_GetBaseFontName(raw.FPDFTextObj_GetFont(item), name, 256)
    mode = raw.FPDFTextObj_GetTextRenderMode(item) if item else 0
    font = family(name.value.decode("latin-1")) or "unnamed"
    return Style(font, round(size * 2) / 2 or 0.5, (red.value, green.value, blue.value), alpha.value, mode)


def how(sign: Sign, page: Sheet) -> str:
    """How a character is kept from sight; "" if it is not, or if that is not certain."""
    left, bottom, right, top = sign.box
    style, (width, height) = sign.style, page.size
    if right < -OUTSIDE or left > width + OUTSIDE or top < -OUTSIDE or bottom > height + OUTSIDE:
        return "off the page"
    if style.mode == raw.FPDF_TEXTRENDERMODE_INVISIBLE or style.alpha == 0:
        return "" if page.pictures else "hidden"  # under a picture it is what OCR read
    if style.size < TINY:
        return "tiny"
    if min(style.colour) < WHITE or style.mode == raw.FPDF_TEXTRENDERMODE_STROKE or page.drawn:
        return ""
    x, y = (left + right) / 2, (bottom + top) / 2
    return "" if any(a <= x <= c and b <= y <= d for a, b, c, d in page.grounds) else "white"


def columns(rows: list[Any]) -> int:
    """2 where a good part of the page stands in columns, else 1."""
    split = best_split(rows)
    if split is None:
        return 1
    band = rows[split.first : split.last]
    left = [word for row in band for word in row.words if word.x0 < split.edge - OUTSIDE]
    right = [word for row in band for word in row.words if word.x0 >= split.edge - OUTSIDE]
    tall = min(len({round(word.base) for word in side}) for side in (left, right)) >= COLUMN_ROWS
    total = sum(len(row.words) for row in rows)
    return 2 if tall and min(len(left), len(right)) >= COLUMN_SHARE * total else 1


def margins(sheets: list[Sheet]) -> Box | None:
    """Distance of the text from the edges, at top, right, bottom and left, in points; None without text."""
    found = [edges(one) for one in sheets if one.signs]
    if not found:
        return None
    top, right, bottom, left = (round(max(0.0, min(side)), 1) for side in zip(*found, strict=True))
    return top, right, bottom, left


def edges(one: Sheet) -> Box:
    """The same of one page; a hundredth of its characters may stand nearer to the edge."""
    few = int(len(one.signs) * EDGE_SHARE)
    width, height = one.size
    lefts, rights = sorted(s.box[0] for s in one.signs), sorted(s.box[2] for s in one.signs)
    bottoms, tops = sorted(s.box[1] for s in one.signs), sorted(s.box[3] for s in one.signs)
    return height - tops[-1 - few], width - rights[-1 - few], bottoms[few], lefts[few]
