"""What the runs of a Word document are set in: font, size, colour, and whether anybody sees them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tailor.readers.layout import family
from tailor.readers.word_styles import Styles, W, value
from tailor.readers.word_text import BOX, MC

if TYPE_CHECKING:
    from lxml.etree import _Element

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
GONE = frozenset({MC + "Fallback", W + "del", W + "moveFrom"})
DRAWN = frozenset({W + "drawing", W + "pict", W + "object"})
TINY = 4.0  # points: nobody reads what is smaller
BLACK, WHITE = "000000", "ffffff"
DEFAULT_FONT = "Times New Roman"  # Word's own where neither styles nor theme name one
PLAIN_TABLES = frozenset({"TableGrid", "TableNormal"})


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text as it is set; `hidden` says how it is kept from sight, "" if it is not."""

    text: str
    font: str
    size: float
    colour: str
    hidden: str
    in_table: bool
    in_box: bool

    @property
    def weight(self) -> int:
        """Characters without blanks."""
        return sum(not c.isspace() for c in self.text)


@dataclass
class Looks:
    """Reads how the runs of a document are set."""

    root: _Element
    styles: Styles
    theme: dict[str, str]

    @cached_property
    def painted(self) -> bool:
        """Whether the page has a ground of its own: a colour, or a shape behind the text."""
        anchors = (
            anchor for anchor in self.root.iter(DRAWING + "anchor") if anchor.get("behindDoc") not in {None, "0"}
        )
        return self.root.find(W + "background") is not None or next(anchors, None) is not None

    def runs(self) -> Iterator[Run]:
        """The runs of the document that hold text, but for deleted ones and copies for old programs."""
        for element in self.root.iter(W + "r"):
            text = "".join(child.text or "" for child in element if child.tag == W + "t")
            around = list(element.iterancestors()) if text else []
            if text and GONE.isdisjoint(str(e.tag) for e in around):
                yield self.run(element, text, around)

    def run(self, element: _Element, text: str, around: list[_Element]) -> Run:
        """A run as it is set, by its own properties, its styles and the theme."""
        own = element.find(W + "rPr")
        paragraph = next((e for e in around if e.tag == W + "p"), element)
        looks = self.styles.of_paragraph(paragraph.find(W + "pPr"))
        size = self.styles.run_size(own, looks) or 0.0
        colour = self.first(own, looks, colour_of) or BLACK
        tags = {str(e.tag) for e in around}
        tests = {
            "hidden": self.styles.run_is("vanish", own, looks),
            "tiny": 0 < size < TINY,
            "white": colour == WHITE and not self.on_ground(own, looks, around),
        }
        hidden = next((how for how, holds in tests.items() if holds), "")
        font = family(self.first(own, looks, self.font_of) or DEFAULT_FONT)
        return Run(text, font, size, colour, hidden, W + "tbl" in tags, BOX in tags)

    def first(self, own: _Element | None, looks: list[_Element], ask: Callable[[_Element], str | None]) -> str | None:
        """What the nearest properties that know say."""
        sources = (source for source in self.styles.run_sources(own, looks) if source is not None)
        return next((found for source in sources if (found := ask(source))), None)

    def font_of(self, properties: _Element) -> str | None:
        """The font some run properties name, by itself or through the theme."""
        fonts = properties.find(W + "rFonts")
        if fonts is None:
            return None
        theme = fonts.get(W + "asciiTheme", "")
        return self.theme.get(theme[:5]) or fonts.get(W + "ascii") or fonts.get(W + "hAnsi")

    def on_ground(self, own: _Element | None, looks: list[_Element], around: list[_Element]) -> bool:
        """Whether something coloured may lie behind a run; where that is not certain, it may."""
        if self.painted or not DRAWN.isdisjoint(str(e.tag) for e in around):
            return True
        holders = [own, *self.styles.chain(value(own, "rStyle")), *around, *looks]
        tables = (value(e.find(W + "tblPr"), "tblStyle") for e in around)
        styled = any(name not in PLAIN_TABLES for name in tables if name)
        return styled or any(is_shaded(holder) for holder in holders if holder is not None)


def is_shaded(holder: _Element) -> bool:
    """Whether properties in `holder`, an element or a style, set a ground or a highlight."""
    for name in ("", "rPr", "pPr", "tcPr", "tblPr"):
        properties = holder if not name else holder.find(W + name)
        shade = None if properties is None else properties.find(W + "shd")
        fill = "auto" if shade is None else shade.get(W + "fill", "auto").lower()
        themed = shade is not None and shade.get(W + "themeFill") is not None
        if themed or fill not in {"auto", WHITE} or (properties is not None and value(properties, "highlight")):
            return True
    return False


def colour_of(properties: _Element) -> str | None:
    """The colour some run properties set, as "rrggbb"."""
    found = (value(properties, "color") or "").lower()
    if found == "auto":
        return BLACK
    return found if len(found) == 6 and all(c in "0123456789abcdef" for c in found) else None


def theme_fonts(theme: _Element | None) -> dict[str, str]:
    """The fonts of the theme, under the first five letters of the names documents call them by."""
    found: dict[str, str] = {}
    for name in ("major", "minor"):
        latin = None if theme is None else theme.find(f".//{A}{name}Font/{A}latin")
        if latin is not None and latin.get("typeface"):
            found[name] = latin.get("typeface", "")
    return found
