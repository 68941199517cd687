"""How PDFs look, told from files made by script."""

import pytest

from tailor.errors import CorruptFile
from tailor.readers import layout

from .conftest import assembled, font, stream


def drawn(*operations):
    """A PDF page with these drawing operations; F1 is Helvetica."""
    resources = b"/Resources << /Font << /F1 3 0 R >> >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] " + resources + b" /Contents 5 0 R >>"
    pages = b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>"
    body = stream("\n".join(operations).encode())
    return assembled([b"<< /Type /Catalog /Pages 2 0 R >>", pages, font("Helvetica"), page, body], encrypt=False)


def text(words, x=72, y=700, size=11, more=""):
    return f"q BT {more} /F1 {size} Tf {x} {y} Td ({words}) Tj ET Q"


BAR = "q 0.1 0.2 0.5 rg 0 650 612 100 re f Q"


@pytest.mark.parametrize(
    ("operations", "how"),
    [
        pytest.param([text("seen")], None, id="black"),
        pytest.param([text("stuffed words", more="1 1 1 rg")], "white", id="white"),
        pytest.param([BAR, text("Name", more="1 1 1 rg")], None, id="on-a-bar"),
        pytest.param([BAR, text("stuffed words", y=300, more="1 1 1 rg")], "white", id="beside-the-bar"),
        pytest.param([text("stuffed words", more="3 Tr")], "hidden", id="invisible"),
        pytest.param([text("stuffed words", size=1)], "tiny", id="one-point"),
        pytest.param([text("stuffed words", x=-400)], "off the page", id="off-the-page"),
        pytest.param(["1 1 1 rg 0 0 612 792 re f", text("stuffed words", more="1 1 1 rg")], "white", id="white-page"),
    ],
)
def test_hidden_text_of_a_pdf(operations, how):
    found = layout("a.pdf", drawn(text("first line of the page", y=600), *operations))

    assert [(hidden.how, hidden.place) for hidden in found.hidden] == ([(how, "page 1")] if how else [])


def test_what_a_pdf_is_set_in(pdf):
    lines = [(72, 72 + 14 * at, "Owned the plan of the product") for at in range(20)]
    found = layout("a.pdf", pdf([[(72, 50, "Jane Doe", "F2", 22), *lines], lines]))

    assert (found.format, found.pages, found.page_size, found.columns) == ("pdf", 2, (612.0, 792.0), 1)
    assert found.fonts == (("Helvetica", 967),)
    assert found.sizes == ((10.0, 960), (22.0, 7))
    assert found.colours == (("000000", 967),)
    assert found.margins is not None
    assert found.margins[3] == pytest.approx(72, abs=1)


def test_columns_of_a_pdf(pdf):
    left = [(60, 90 + 14 * at, f"Skill number {at}") for at in range(14)]
    right = [(250, 97 + 14 * at, f"Owned the plan of product {at}") for at in range(14)]
    dates = [(480, 90 + 14 * at, "2019 - 2020") for at in range(0, 14, 4)]

    assert layout("a.pdf", pdf([[*left, *right]])).columns == 2
    assert layout("a.pdf", pdf([[*left, *dates]])).columns == 1


def test_a_picture_in_a_pdf(pdf):
    assert layout("a.pdf", pdf([[(72, 72, "a")]], image=True)).images == 1


def test_a_damaged_pdf_is_refused():
    with pytest.raises(CorruptFile, match="damaged"):
        layout("a.pdf", b"%PDF-1.4\nnothing")
