"""PDF: what kind of file it is, its words page by page, its links; layout is in the modules beside."""

from __future__ import annotations

import ctypes
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import pypdfium2
from pypdfium2 import raw

from tailor.errors import CorruptFile, EmptyFile, InputError, LockedFile, ScannedFile, TooLarge
from tailor.readers import ocr
from tailor.readers.build import Piece, compose, is_page_number
from tailor.readers.pdf_columns import Row, blocks, rows_of
from tailor.readers.pdf_lines import pieces
from tailor.readers.pdf_trial import try_out
from tailor.readers.pdf_words import Word, characters, words
from tailor.resources import table
from tailor.types import Source

WRONG_PASSWORD = 4  # FPDF_ERR_PASSWORD
MARGIN = 0.1  # of the height: where headers and footers stand
FEW = 25  # characters a page, below which a page with pictures is a scan
COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
PAGE_OF = re.compile(r"\b(?:page|seite|página) # (?:of|/|von|de) #", re.I)
DIGITS = re.compile(r"\d+")


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page:
    """A page as read: its words, its height in points, and whether it holds pictures."""

    words: list[Word]
    height: float
    pictures: bool
    links: list[str]


def read_pages(path: str, data: bytes) -> Source:
    """Read a PDF. Raises CorruptFile, LockedFile, ScannedFile, EmptyFile or TooLarge."""
    pages = with_text(path, data, load(path, data))
    rows = without_furniture(pages)
    compounds = frozenset(word.lower() for page in pages for w in page.words for word in COMPOUND.findall(w.text))
    links = [link for page in pages for link in page.links]
    return compose(path, "pdf", page_pieces(rows, compounds), links=links)


def page_pieces(pages: list[list[Row]], compounds: frozenset[str]) -> Iterator[Piece]:
    """The logical lines of all pages, in reading order."""
    for number, rows in enumerate(pages, start=1):
        for block in blocks([word for row in rows for word in row.words]):
            yield from pieces(block, number, compounds)


def load(path: str, data: bytes) -> list[Page]:
    """The pages of the PDF in `data`. Raises LockedFile, CorruptFile or TooLarge."""
    return each_page(path, data, page_of)


def each_page(path: str, data: bytes, read: Callable[[str, Any, int], T]) -> list[T]:
    """What `read` makes of each page, given path, document and number from 0.

    Raises LockedFile, CorruptFile or TooLarge, and what `read` raises.
    """
    try_out(path, data)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise refusal(path, getattr(error, "err_code", 0)) from error
    try:
        limit = table("limits.toml")["pdf"]["pages"]
        if len(document) > limit:
            raise TooLarge(path, f"has {len(document)} pages, more than {limit}", "Keep only the pages that matter.")
        check_characters(path, document)
        return [read(path, document, number) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise refusal(path, 0) from error
    finally:
        document.close()


def check_characters(path: str, document: Any) -> None:
    """Raise TooLarge if the pages hold more text than a document does, before any of it is looked at."""
    count, limit = 0, table("limits.toml")["file"]["characters"]
    for number in range(len(document)):
        page = document[number]
        count += raw.FPDFText_CountChars(text_of(path, page, number))
        if count > limit:
            raise TooLarge(path, f"holds more than {limit:,} characters", "Keep only the document itself.")


def refusal(path: str, code: int) -> InputError:
    """The error for a PDF that does not open."""
    if code == WRONG_PASSWORD:
        return LockedFile(path, "needs a password", "Open it, and print or export it to a PDF without one.")
    return CorruptFile(path, "is cut off or damaged and cannot be read as a PDF", "Export it again.")


def page_of(path: str, document: Any, number: int) -> Page:
    """Words, pictures and links of a page."""
    page = document[number]
    text_page = text_of(path, page, number)
    height = page.get_height()
    found = words(list(characters(text_page, height)))
    pictures = any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))
    return Page(found, height, pictures, list(links_of(document, page)))


def text_of(path: str, page: Any, number: int) -> Any:
    """The text page of a page. Raises TooLarge if it holds more than a page of a document does."""
    text_page = page.get_textpage()
    limit = table("limits.toml")["pdf"]["page_characters"]
    if raw.FPDFText_CountChars(text_page) > limit:
        raise TooLarge(path, f"has more than {limit:,} characters on page {number + 1}", "Keep only the document.")
    return text_page


def links_of(document: Any, page: Any) -> Iterator[str]:
    """Targets of the links of a page, in the order of the file."""
    position, link = ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, position, link):
        action = raw.FPDFLink_GetAction(link)
        size = raw.FPDFAction_GetURIPath(document, action, None, 0) if action else 0
        if size > 1:
            buffer = ctypes.create_string_buffer(size)
            raw.FPDFAction_GetURIPath(document, action, buffer, size)
            yield buffer.value.decode("utf-8", errors="replace")


def with_text(path: str, data: bytes, pages: list[Page]) -> list[Page]:
    """`pages`, read by OCR if they are a scan and that is possible. Raises ScannedFile or EmptyFile."""
    count = sum(len(word.text) for page in pages for word in page.words)
    size = f"{len(pages)} page{'s' * (len(pages) != 1)}"
    if count < FEW * len(pages) and any(page.pictures for page in pages):
        if not ocr.is_available():
            reason = f"holds {size} of pictures and no text: it looks like a scan"
            remedy = "Use the file it was printed from, or install tesseract and the extra tailor-pm[ocr]."
            raise ScannedFile(path, reason, remedy)
        found = ocr.recognized(path, data)
        pages = [replace(page, words=read) for page, read in zip(pages, found, strict=False)]
    if not any(page.words for page in pages):
        raise EmptyFile(path, f"holds {size} without text", "Use the file it was made from, or export it again.")
    return pages


def without_furniture(pages: list[Page]) -> list[list[Row]]:
    """The rows of each page without page numbers, and without headers and footers said before."""
    found = [rows_of(page.words) for page in pages]
    said: dict[str, set[str]] = defaultdict(set)
    for rows, page in zip(found, pages, strict=True):
        for row in rows:
            said[margin_key(row, page.height)].add(row.text)
    seen: set[str] = set()
    kept: list[list[Row]] = []
    for rows, page in zip(found, pages, strict=True):
        keys = [margin_key(row, page.height) for row in rows]
        kept.append([r for r, key in zip(rows, keys, strict=True) if not is_furniture(r, key, said, seen)])
        seen.update(keys)
    return kept


def margin_key(row: Row, height: float) -> str:
    """What a row in the upper or lower margin says, figures left open; "" for a row between them."""
    inside = MARGIN * height < row.base < (1 - MARGIN) * height
    return "" if inside else DIGITS.sub("#", row.text)


def is_furniture(row: Row, key: str, said: dict[str, set[str]], seen: set[str]) -> bool:
    """Whether a row is a page number, a line whose figures change from page to page, or was said before."""
    counted = is_page_number(row.text) or PAGE_OF.search(key) is not None or ("#" in key and len(said[key]) > 1)
    return bool(key) and (counted or key in seen)
