"""Scans: named as such without OCR, read with it."""

import pypdfium2
import pytest

from tailor.errors import EmptyFile, ScannedFile
from tailor.readers import ocr, read
from tests.readers.conftest import build_pdf

BOXES = {
    "text": ["", "Jane", "Doe", "~", " ", "Roadmap"],
    "conf": [-1, 96, 91, 4, 95, 88],
    "block_num": [1, 1, 1, 1, 1, 1],
    "par_num": [1, 1, 1, 1, 1, 1],
    "line_num": [0, 1, 1, 1, 1, 2],
    "left": [0, 200, 300, 400, 420, 200],
    "top": [0, 100, 104, 100, 100, 150],
    "width": [0, 80, 60, 5, 5, 160],
    "height": [0, 30, 26, 9, 9, 32],
}


def test_boxes_become_words_on_their_baseline():
    found = [(w.text, round(w.x0), round(w.x1), round(w.base, 1)) for w in ocr.words(BOXES)]
    assert found == [("Jane", 72, 101, 46.8), ("Doe", 108, 130, 46.8), ("Roadmap", 72, 130, 65.5)]


@pytest.fixture
def scan(tmp_path):
    path = tmp_path / "scan.pdf"
    path.write_bytes(build_pdf([[], []], image=True))
    return path


def test_a_scan_is_named_with_its_pages_and_the_way_out(scan, monkeypatch):
    monkeypatch.setattr(ocr, "is_available", lambda: False)
    with pytest.raises(ScannedFile, match=r"2 pages of pictures and no text.*tesseract"):
        read(scan)


def test_words_found_are_read_like_any_others(scan, monkeypatch):
    monkeypatch.setattr(ocr, "is_available", lambda: True)
    monkeypatch.setattr(ocr, "recognized", lambda path, data: [list(ocr.words(BOXES)), []])
    assert [(line.text, line.page) for line in read(scan).lines] == [("Jane Doe", 1), ("Roadmap", 1)]


def test_a_picture_without_words_is_empty(scan, monkeypatch):
    monkeypatch.setattr(ocr, "is_available", lambda: True)
    monkeypatch.setattr(ocr, "recognized", lambda path, data: [[], []])
    with pytest.raises(EmptyFile, match="2 pages without text"):
        read(scan)


@pytest.mark.skipif(not ocr.is_available(), reason="needs tesseract and the extra ocr")
def test_tesseract_reads_a_printed_page(tmp_path):
    from PIL import Image

    printed = build_pdf([[(72, 72, "Jane Doe", "F2", 20), (72, 120, "Product Manager at Lowtide", "F1", 14)]])
    document = pypdfium2.PdfDocument(printed)
    picture = document[0].render(scale=200 / 72).to_pil().convert("L")
    document.close()
    path = tmp_path / "scan.pdf"
    picture.save(path, resolution=200)
    Image.Image.close(picture)
    assert [line.text for line in read(path).lines] == ["Jane Doe", "Product Manager at Lowtide"]
