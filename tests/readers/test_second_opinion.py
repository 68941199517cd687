"""The words we find in a PDF are those an independent reader finds."""

from collections import Counter

import pdfplumber
import pytest

from tailor.readers import read

PDFS = ("pm-public-sector.pdf", "resumes/career_changer.pdf")
FURNITURE = 0.05  # of the words: headers and footers that both pages repeat, which we leave out


@pytest.mark.parametrize("name", PDFS)
def test_words_agree_with_pdfplumber(samples, name):
    with pdfplumber.open(samples / name) as document:
        words = [word["text"] for page in document.pages for word in page.extract_words(x_tolerance_ratio=0.15)]
    expected = Counter(word.strip("•-") for word in words if any(map(str.isalnum, word)))
    found = Counter(word.strip("•-") for word in read(samples / name).text.split() if any(map(str.isalnum, word)))

    assert sum((found - expected).values()) <= 2  # words joined again after a hyphen at a line's end
    assert sum((expected - found).values()) <= FURNITURE * sum(expected.values())
