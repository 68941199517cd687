"""OpenDocument text (.odt): headings, paragraphs, lists and tables of its content, in reading order.

Own code and no library, because the package has to be opened with the same care as a .docx, and what a resume
needs of the format are six elements (OASIS OpenDocument 1.3, part 3).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tailor.errors import CorruptFile, LockedFile
from tailor.readers.build import Piece, compose, with_typed_bullet
from tailor.readers.package import open_package
from tailor.types import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
BOX = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}text-box"
LINK = "{http://www.w3.org/1999/xlink}href"
BLANKS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n", f"{TEXT}s": " "}
UNSEEN = frozenset({f"{TEXT}tracked-changes", f"{OFFICE}annotation", f"{TEXT}note", f"{TEXT}soft-page-break"})
AGAIN = "Open it in LibreOffice and save it again."


def read_open_document(path: str, data: bytes) -> Source:
    """The lines of an OpenDocument text. Raises CorruptFile, LockedFile, UnsafeFile, EmptyFile or TooLarge."""
    package = open_package(path, data)
    if "content.xml" not in package:
        raise CorruptFile(path, "is damaged (content.xml is missing)", AGAIN)
    if "META-INF/manifest.xml" in package and b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise LockedFile(path, "is protected by a password", "Save a copy without the password.")
    root = package.xml("content.xml")
    body = root.find(f".//{OFFICE}text")
    if body is None:
        raise CorruptFile(path, "holds no text document", AGAIN)
    links = [link.get(LINK, "") for link in body.iter(f"{TEXT}a")]
    return compose(path, "odt", map(with_typed_bullet, pieces(body)), links=links)


def pieces(element: _Element, depth: int = -1) -> Iterator[Piece]:
    """The lines of what lies in `element`; `depth` is that of the list around it, -1 outside lists."""
    for child in element:
        if child.tag in UNSEEN:
            continue
        if child.tag == f"{TEXT}h":
            yield from lines(child, "heading")
        elif child.tag == f"{TEXT}p":
            yield from lines(child, "body")
        elif child.tag == f"{TEXT}list":
            yield from items(child, depth + 1)
        elif child.tag == f"{TABLE}table-row":
            yield from row(child)
        else:
            yield from pieces(child, depth)


def items(listed: _Element, depth: int) -> Iterator[Piece]:
    """The items of a list: the first line of each is a bullet, inner lists lie deeper."""
    for item in listed:
        first = True
        for piece in pieces(item, depth):
            plain = piece.kind == "body" and first
            yield Piece(piece.text, "bullet", depth) if plain else piece
            first = False


def row(element: _Element) -> Iterator[Piece]:
    """A row of a table: one line if each cell holds one, else cell after cell."""
    cells = [list(pieces(cell)) for cell in element if cell.tag == f"{TABLE}table-cell"]
    if all(len(cell) <= 1 for cell in cells):
        yield Piece("\t".join(piece.text for cell in cells for piece in cell))
    else:
        yield from (piece for cell in cells for piece in cell)


def lines(paragraph: _Element, kind: str) -> Iterator[Piece]:
    """The lines of a paragraph; a line break begins another, a text box in it stands on its own."""
    for line in "".join(texts(paragraph)).split("\n"):
        yield Piece(line, "heading" if kind == "heading" else "body")
    for box in paragraph.iter(BOX):
        if next(box.iterancestors(BOX, paragraph.tag)) is paragraph:  # one within a box comes with that box
            yield from pieces(box)


def texts(element: _Element) -> Iterator[str]:
    """The text in `element`, with tabs and line breaks, without what lies in text boxes, notes and comments."""
    yield element.text or ""
    for child in element:
        if child.tag in BLANKS:
            yield BLANKS[child.tag]
        elif child.tag not in UNSEEN and not str(child.tag).endswith("}frame"):
            yield from texts(child)
        yield child.tail or ""
