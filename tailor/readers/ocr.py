"""Text of scanned pages by Tesseract, where it and the extra "ocr" are installed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from statistics import median
from typing import Any

import pypdfium2

from tailor.errors import CorruptFile
from tailor.readers.pdf_words import Word
from tailor.resources import table

POINTS = 72  # an inch


def is_available() -> bool:
    """Whether scans can be read on this machine."""
    return find_spec("pytesseract") is not None and shutil.which("tesseract") is not None


def recognized(path: str, data: bytes) -> list[list[Word]]:
    """The words of each page of the scanned PDF in `data`. Raises CorruptFile if a page takes too long."""
    import pytesseract

    limits = table("limits.toml")["ocr"]
    document = pypdfium2.PdfDocument(data)
    try:
        found = []
        for number in range(min(len(document), limits["pages"])):
            image = document[number].render(scale=limits["dots_per_inch"] / POINTS).to_pil()
            boxes = pytesseract.image_to_data(
                image, output_type=pytesseract.Output.DICT, timeout=limits["seconds_a_page"]
            )
            found.append(list(words(boxes)))
        return found
    except RuntimeError as error:
        reason = "holds a scanned page that takes too long to read"
        raise CorruptFile(path, reason, "Use the file it was printed from.") from error
    finally:
        document.close()


def words(boxes: dict[str, list[Any]]) -> Iterator[Word]:
    """Tesseract's boxes as words on common baselines, in points from the top left of the page."""
    limits = table("limits.toml")["ocr"]
    scale = POINTS / limits["dots_per_inch"]
    rows: dict[tuple[int, ...], list[int]] = {}
    for at, text in enumerate(boxes["text"]):
        if str(text).strip() and float(boxes["conf"][at]) >= limits["least_confidence"]:
            rows.setdefault(tuple(boxes[key][at] for key in ("block_num", "par_num", "line_num")), []).append(at)
    for row in rows.values():
        base = median(boxes["top"][at] + boxes["height"][at] for at in row) * scale
        size = max(boxes["height"][at] for at in row) * scale
        for at in row:
            left = boxes["left"][at] * scale
            yield Word(str(boxes["text"][at]).strip(), left, left + boxes["width"][at] * scale, base, size, bold=False)
