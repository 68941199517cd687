"""What a page says about itself: title, company, place, and whether it is a posting at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tailor.readers.html_find import main_part, select
from tailor.readers.html_text import pieces
from tailor.resources import table

if TYPE_CHECKING:
    from lxml.html import HtmlElement

FIELDS = frozenset({"input", "textarea", "select"})
NOT_FIELDS = frozenset({"hidden", "submit", "button", "search", "image", "reset"})


def declared(root: HtmlElement) -> dict[str, str]:
    """Title, company, place and address of a page: from its board's elements, its meta data, its first heading."""
    page_title = " ".join((root.findtext(".//title") or "").split())
    patterns = table("boards.toml")["page_title"]["patterns"]
    worded = next((found.groupdict() for pattern in patterns if (found := re.search(pattern, page_title))), {})
    sources: list[dict[str, str]] = [on_board(root), first_heading(root), worded, metadata(root), {"title": page_title}]
    best: dict[str, str] = {}
    for source in sources:
        best = {name: text for name, text in source.items() if text} | best
    return best


def on_board(root: HtmlElement) -> dict[str, str]:
    """Title, company and place from the elements of the board whose title is on the page."""
    for board in table("boards.toml")["board"]:
        titles = [text for selector in board.get("title", ()) if (text := first_text(root, selector))]
        if titles:
            rest = {
                name: next((text for selector in board.get(name, ()) if (text := first_text(root, selector))), "")
                for name in ("company", "location")
            }
            return {"title": titles[0], **rest}
    return {}


def first_text(root: HtmlElement, selector: str) -> str:
    """First line of the first element that fits; "" for none."""
    return next((piece.text for element in select(root, selector) for piece in pieces(element)), "")


def first_heading(root: HtmlElement) -> dict[str, str]:
    """The page's main heading as title."""
    return {"title": next((piece.text for element in root.iter("h1") for piece in pieces(element)), "")}


def metadata(root: HtmlElement) -> dict[str, str]:
    """What the meta elements tell; a board's name is not a company."""
    named = ((e.get("property") or e.get("name") or "", e.get("content") or "") for e in root.iter("meta"))
    meta = {name: " ".join(content.split()) for name, content in named}
    site = meta.get("og:site_name", "")
    boards = table("boards.toml")["page_title"]["not_a_company"]
    canonical = next((e.get("href") or "" for e in root.iter("link") if e.get("rel") == "canonical"), "")
    company = "" if any(name in site.lower() for name in boards) else site
    return {"title": meta.get("og:title", ""), "company": company, "url": canonical or meta.get("og:url", "")}


def page_kind(root: HtmlElement, url: str) -> dict[str, str]:
    """The hint "page" for a page without a description: "application form", "login wall" or "policy text"."""
    form, policy = table("boards.toml")["application_form"], table("boards.toml")["policy"]
    fields = sum(e.get("type", "text") not in NOT_FIELDS for e in root.iter(*FIELDS))
    if fields >= form["fields"] or re.search(form["address"], url):
        return {"page": "application form"}
    if said(root, table("boards.toml")["login_wall"]["cues"]):
        return {"page": "login wall"}
    words = [word.lower() for piece in pieces(main_part(root)) for word in re.findall(r"\w+", piece.text)]
    about = sum(word in set(policy["words"]) for word in words)
    mostly = len(words) >= policy["least_words"] and about >= policy["share"] * len(words)
    return {"page": "policy text"} if mostly else {}


def expired(root: HtmlElement) -> dict[str, str]:
    """The hint "page" for a posting that says it is over, wherever on the page."""
    over = table("boards.toml")["expired"]
    return {"page": "expired posting"} if said(root, over["cues"], over["unless"]) else {}


def said(root: HtmlElement, cues: list[str], unless: str = "(?!)") -> bool:
    """Whether a short line of the page fits one of `cues` and does not hold `unless`, a pattern."""
    most = table("boards.toml")["expired"]["words"]
    pattern = re.compile("|".join(cues), re.IGNORECASE)
    if not pattern.search(" ".join(root.itertext())):
        return False  # a cheap first look: most pages say nothing of the kind
    short = (piece.text for piece in pieces(root) if len(piece.text.split()) <= most)
    return any(pattern.search(line) and not re.search(unless, line, re.IGNORECASE) for line in short)
