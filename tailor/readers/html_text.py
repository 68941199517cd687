"""The visible text of HTML elements as logical lines: blocks, list items with their depth, headings, bold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from tailor.readers.build import Piece, with_typed_bullet

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = (
    frozenset(
        (
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "header",
            "hr",
            "html",
            "li",
            "main",
            "menu",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "tbody",
            "tfoot",
            "thead",
            "tr",
            "ul",
        )
    )
    | HEADINGS
)
UNSEEN = frozenset(
    (
        "script",
        "style",
        "template",
        "noscript",
        "svg",
        "button",
        "select",
        "option",
        "textarea",
        "input",
        "iframe",
        "head",
        "title",
        "meta",
        "link",
        "object",
        "canvas",
        "audio",
        "video",
        "map",
        "datalist",
        "dialog",
    )
)
BOLD = frozenset({"b", "strong"})
LISTS = frozenset({"ul", "ol", "menu"})
CELLS = frozenset({"td", "th"})
BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
BLANKS = re.compile(r"[ \t\r\n\f\xa0]+")
LONGEST_HEADING = 160

Event = tuple[Literal["text", "line", "open", "close"], str, bool]


def is_unseen(element: HtmlElement) -> bool:
    """Whether a browser shows nothing of an element."""
    if not isinstance(element.tag, str) or element.tag in UNSEEN or element.get("hidden") is not None:
        return True
    return element.get("aria-hidden") == "true" or bool(HIDDEN_STYLE.search(element.get("style") or ""))


def pieces(element: HtmlElement, dropped: frozenset[HtmlElement] = frozenset()) -> Iterator[Piece]:
    """The lines of an element, without what lies in `dropped`."""
    tags: list[str] = []
    spans: list[tuple[str, bool]] = []
    fresh_item = False
    for kind, text, bold in events(element, dropped):
        if kind == "text":
            spans.append((text, bold))
            continue
        if line := finished(spans, tags, fresh_item):
            yield line
            fresh_item = False
        spans = []
        fresh_item = opened(kind, text, tags, fresh_item)
    if line := finished(spans, tags, fresh_item):
        yield line


def opened(kind: str, tag: str, tags: list[str], fresh_item: bool) -> bool:
    """Follow a block that opens or closes in `tags`; whether the next line begins a list item."""
    if kind == "open":
        tags.append(tag)
        return tag == "li" or (fresh_item and tag not in LISTS)
    if kind == "close":
        tags.pop()
        return fresh_item and tag != "li"
    return fresh_item


def events(element: HtmlElement, dropped: frozenset[HtmlElement], *, bold: bool = False) -> Iterator[Event]:
    """What one meets walking through an element: text, line ends, and blocks that open and close."""
    tag = str(element.tag)
    if tag == "br":
        yield "line", "", False
        return
    bold = bold or tag in BOLD or bool(BOLD_STYLE.search(element.get("style") or ""))
    if tag in BLOCKS:
        yield "open", tag, False
    yield from text_events(element.text, tag, bold)
    for child in element:
        if not is_unseen(child) and child not in dropped:
            yield from events(child, dropped, bold=bold)
        yield from text_events(child.tail, tag, bold)
    if tag in CELLS:
        yield "text", "\t", bold
    if tag in BLOCKS:
        yield "close", tag, False


def text_events(text: str | None, tag: str, bold: bool) -> Iterator[Event]:
    """The events of a text; in `pre` its line ends count."""
    for at, part in enumerate((text or "").split("\n") if tag == "pre" else [text or ""]):
        if at:
            yield "line", "", False
        if part:
            yield "text", BLANKS.sub(" ", part), bold


def finished(spans: list[tuple[str, bool]], tags: list[str], fresh_item: bool) -> Piece | None:
    """The line made of `spans` inside the blocks `tags`; None if nothing is in it."""
    text = re.sub(r" ?\t[ \t]*", "\t", re.sub(r" {2,}", " ", "".join(text for text, _ in spans))).strip()
    if not text:
        return None
    bold = all(bold for text, bold in spans if text.strip())
    if not HEADINGS.isdisjoint(tags) and len(text) <= LONGEST_HEADING:
        return with_typed_bullet(Piece(text, "heading", bold=True))
    level = max(0, sum(tag in LISTS for tag in tags) - 1)
    if fresh_item:
        return replace(with_typed_bullet(Piece(text, "bullet", level, bold=bold)), kind="bullet")
    return with_typed_bullet(Piece(text, "body", level if "li" in tags else 0, bold=bold))


def word_count(element: HtmlElement) -> int:
    """How many words an element shows."""
    return sum(len(text.split()) for kind, text, _ in events(element, frozenset()) if kind == "text")
