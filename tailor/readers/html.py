"""Saved web pages: the description of a posting, found in this order.

The JobPosting the page declares (JSON-LD), the container of a known board (`models/boards.toml`), the main part of
the page, all that is visible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, Any

from lxml import etree, html

from tailor.errors import EmptyFile, TooLarge
from tailor.readers import job_ld
from tailor.readers.build import Piece, compose
from tailor.readers.html_find import enough, main_part, outermost, select
from tailor.readers.html_hints import declared, expired, page_kind
from tailor.readers.html_text import pieces, word_count
from tailor.readers.plain import checked, decode
from tailor.resources import table
from tailor.types import Source

if TYPE_CHECKING:
    from lxml.html import HtmlElement

CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.I)
DECLARATION = re.compile(r"\s*<\?xml[^>]{0,300}\?>")
TAG = re.compile(r"</?\w+[^<>]{0,500}>")
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what lxml takes in no text
AROUND = frozenset({"nav", "header", "footer", "form", "aside"})


def read_page(path: str, data: bytes) -> Source:
    """Read a saved page. Raises CorruptFile, EmptyFile or TooLarge."""
    root = parsed(path, decoded(path, data))
    limit = table("limits.toml")["html"]["elements"]
    if sum(1 for _ in root.iter()) > limit:
        raise TooLarge(path, f"holds more than {limit:,} elements", "Save only the posting itself.")
    posting = job_ld.job_posting([script.text or "" for script in root.iter("script") if is_json_ld(script)])
    described = parsed_fragment(posting.get("description")) if posting else []
    parts = enough(described) or from_board(root)
    hints = declared(root)
    if posting:
        hints |= job_ld.hints(posting)
    if not parts:
        hints |= page_kind(root, hints.get("url", ""))
        parts = [main_part(root)]
    hints |= expired(root)
    links = [link for part in parts for link in targets(part)]
    return compose(path, "html", lines(parts), hints=hints, links=links)


def decoded(path: str, data: bytes) -> str:
    """The text of a page, by its byte order mark, as UTF-8, or as the encoding it names."""
    found = CHARSET.search(data[:4096])
    if found and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return checked(path, data.decode(found[1].decode("ascii")))
        except (LookupError, UnicodeError):
            return decode(path, data)
    return decode(path, data)


def parsed(path: str, text: str) -> HtmlElement:
    """The root of a page. Raises EmptyFile if nothing is in it."""
    try:
        return html.document_fromstring(DECLARATION.sub("", text, count=1), parser=html.HTMLParser(no_network=True))
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise EmptyFile(path, "is a web page without text", "Save the page again when it has loaded.") from error


def parsed_fragment(text: Any) -> list[HtmlElement]:
    """The elements of a description in HTML, which may be escaped twice, or in plain lines."""
    if not isinstance(text, str) or not text.strip():
        return []
    for _ in range(2):
        text = text if TAG.search(text) else unescape(text)
    if not TAG.search(text):
        text = f"<pre>{text.replace('<', '&lt;')}</pre>"
    return [html.fragment_fromstring(NOT_XML.sub("", text), create_parent="div")]


def is_json_ld(script: HtmlElement) -> bool:
    """Whether a script is a block of JSON-LD."""
    return (script.get("type") or "").strip().lower() == "application/ld+json"


def lines(parts: list[HtmlElement]) -> Iterator[Piece]:
    """The lines of the parts, without what stands around the text of a page."""
    for part in parts:
        yield from pieces(part, frozenset(surroundings(part)))


def surroundings(part: HtmlElement) -> Iterator[HtmlElement]:
    """Navigation, margins and forms in `part`; not a header with the title, nor a form around the whole page."""
    words = word_count(part)
    for element in part.iter(*AROUND):
        titled = element.tag == "header" and element.find(".//h1") is not None and element.find(".//nav") is None
        if element is not part and not titled and (element.tag != "form" or word_count(element) < words / 2):
            yield element


def from_board(root: HtmlElement) -> list[HtmlElement]:
    """The elements in which a known board keeps the description; empty if no board fits."""
    boards = table("boards.toml")
    for board in boards["board"]:
        for selector in board["description"]:
            found = enough(outermost(select(root, selector)))
            if found:
                return found
    return []


def targets(part: HtmlElement) -> Iterator[str]:
    """Targets of the links in a part that lead to other pages or to a mailbox."""
    for link in part.iter("a"):
        href = (link.get("href") or "").strip()
        if href.startswith(("http://", "https://", "mailto:", "tel:")):
            yield href
