"""Find the element of a page that holds the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tailor.readers.html_text import is_unseen, word_count
from tailor.resources import table

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def select(root: HtmlElement, selector: str) -> list[HtmlElement]:
    """The visible elements that fit `attribute=word` or `attribute*=part`."""
    name, _, wanted = selector.partition("=")
    if name.endswith("*"):
        found = (e for e in root.iter() if isinstance(e.tag, str) and wanted in (e.get(name[:-1]) or ""))
    else:
        found = (e for e in root.iter() if isinstance(e.tag, str) and wanted in (e.get(name) or "").split())
    return [element for element in found if not is_unseen(element)]


def outermost(found: list[HtmlElement]) -> list[HtmlElement]:
    """The elements that lie in none of the others."""
    inside = set(found)
    return [element for element in found if not any(above in inside for above in element.iterancestors())]


def enough(found: list[HtmlElement]) -> list[HtmlElement]:
    """The elements if they hold as many words as a description does, else none."""
    least = table("boards.toml")["least_words"]
    return found if found and sum(map(word_count, found)) >= least else []


def main_part(root: HtmlElement) -> HtmlElement:
    """The element with the main text: `main`, or one article, if it holds words enough; else the body."""
    body = root.find("body")
    whole: HtmlElement = root if body is None else body
    mains = outermost([*root.iter("main"), *select(root, "role=main")]) or list(root.iter("article"))
    return mains[0] if len(mains) == 1 and enough(mains) else whole
