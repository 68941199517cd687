"""What styles and numbering of a Word document say about a paragraph and its runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFF = frozenset({"0", "false", "off", "none"})
LIST_STYLE = re.compile(r"list (?:bullet|number)(?: (\d))?")
DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Numbering:
    """Numbering of a paragraph: the list it belongs to, its depth from 0, and "bullet", "decimal", "none", ..."""

    list_id: str
    level: int
    format: str


def value(element: _Element | None, name: str, default: str | None = None) -> str | None:
    """`w:val` of the child `w:name` of `element`; `default` if there is no such child or no value."""
    child = None if element is None else element.find(W + name)
    return default if child is None else child.get(W + "val", default)


def number(text: str | None, default: int = 0) -> int:
    """`text` as a whole number of at most six digits; `default` for anything else."""
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 7 else default


def switch(properties: _Element | None, name: str) -> bool | None:
    """State of an on/off property such as `w:b`; None where it is not set."""
    child = None if properties is None else properties.find(W + name)
    return None if child is None else child.get(W + "val", "1") not in OFF


class Styles:
    """The styles of a document, with `basedOn` followed."""

    def __init__(self, styles: _Element | None, numbering: _Element | None) -> None:
        self.styles, self.numbering = styles, numbering

    @cached_property
    def by_id(self) -> dict[str, _Element]:
        """Styles by id."""
        found = [] if self.styles is None else self.styles.findall(W + "style")
        return {style.get(W + "styleId", ""): style for style in found}

    @cached_property
    def default_paragraph(self) -> str | None:
        """Id of the style of paragraphs that name none."""
        found = (i for i, s in self.by_id.items() if s.get(W + "default") and s.get(W + "type") == "paragraph")
        return next(found, None)

    @cached_property
    def default_run(self) -> _Element | None:
        """Run properties every run starts from."""
        return None if self.styles is None else self.styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")

    @cached_property
    def lists(self) -> dict[tuple[str, int], str]:
        """Number format by list id and level."""
        return {} if self.numbering is None else dict(list_formats(self.numbering))

    def chain(self, style_id: str | None) -> Iterator[_Element]:
        """The style and those it is based on, nearest first; loops end."""
        for _ in range(DEEPEST):
            style = self.by_id.get(style_id or "")
            if style is None:
                return
            yield style
            style_id = value(style, "basedOn")

    def of_paragraph(self, properties: _Element | None) -> list[_Element]:
        """Styles of a paragraph with these `w:pPr`, nearest first."""
        return list(self.chain(value(properties, "pStyle") or self.default_paragraph))

    def is_heading(self, properties: _Element | None) -> bool:
        """Whether outline level or style name make the paragraph a heading."""
        level = value(properties, "outlineLvl")
        for style in self.of_paragraph(properties):
            level = level or value(style.find(W + "pPr"), "outlineLvl")
            if (value(style, "name") or "").lower().startswith("heading"):
                return True
        return level is not None and number(level, 9) < 9

    def numbering_of(self, properties: _Element | None) -> Numbering | None:
        """Numbering of a paragraph, its own or that of its styles; None where it has none or switches it off."""
        styles = self.of_paragraph(properties)
        names = [(value(style, "name") or "").lower() for style in styles]
        named = next((found for name in names if (found := LIST_STYLE.match(name))), None)
        depth = max(0, number(named[1], 1) - 1) if named else 0
        for holder in [properties, *(style.find(W + "pPr") for style in styles)]:
            numbers = None if holder is None else holder.find(W + "numPr")
            if numbers is not None and (list_id := value(numbers, "numId")) is not None:
                level = max(number(value(numbers, "ilvl")), depth)
                return None if list_id == "0" else Numbering(list_id, level, self.format_of(list_id, level))
        return Numbering("", depth, "bullet") if named and "bullet" in named[0] else None

    def format_of(self, list_id: str, level: int) -> str:
        """Number format of a list's level; a list that is not defined counts as bullets."""
        return self.lists.get((list_id, level)) or self.lists.get((list_id, 0), "bullet")

    def run_is(self, name: str, run: _Element | None, paragraph: list[_Element]) -> bool:
        """Whether an on/off property holds for a run with these `w:rPr` in a paragraph of these styles."""
        found = (state for source in self.run_sources(run, paragraph) if (state := switch(source, name)) is not None)
        return next(found, False)

    def run_size(self, run: _Element | None, paragraph: list[_Element]) -> float | None:
        """Size of a run in points; None where nothing states it."""
        found = (number(size) / 2 for source in self.run_sources(run, paragraph) if (size := value(source, "sz")))
        return next((size for size in found if size), None)

    def run_sources(self, run: _Element | None, paragraph: list[_Element]) -> Iterator[_Element | None]:
        """Where a run's properties come from, nearest first."""
        yield run
        for style in [*self.chain(value(run, "rStyle")), *paragraph]:
            yield style.find(W + "rPr")
        yield self.default_run


def list_formats(numbering: _Element) -> Iterator[tuple[tuple[str, int], str]]:
    """Pairs of (list id, level) and number format; a list's own overrides come last."""
    abstract = {item.get(W + "abstractNumId", ""): item for item in numbering.findall(W + "abstractNum")}
    for item in numbering.findall(W + "num"):
        list_id = item.get(W + "numId", "")
        base = abstract.get(value(item, "abstractNumId") or "")
        overrides = item.findall(f"{W}lvlOverride/{W}lvl")
        for level in [*([] if base is None else base.findall(W + "lvl")), *overrides]:
            yield (list_id, number(level.get(W + "ilvl"))), value(level, "numFmt", "decimal") or "decimal"
