"""Layout: what is said of the look of a file."""

from dataclasses import replace

import pytest

from tailor.advisers.check_look import contrast
from tailor.types import Address, Hidden, Layout

from .checking import DOCX, changed, found, verdict

LONG = "x" * 30


@pytest.mark.parametrize(
    ("rule", "look", "expected"),
    [
        pytest.param("pages", {"pages": 2}, "pass", id="two-pages"),
        pytest.param("pages", {"pages": 3}, "warn", id="three-pages"),
        pytest.param("pages", {"pages": 4}, "fail", id="four-pages"),
        pytest.param("pages", {"pages": None}, None, id="pages-unknown"),
        pytest.param("tables", {}, "pass", id="no-table"),
        pytest.param("tables", {"tables": 1, "in_tables": 0.2}, "warn", id="small-table"),
        pytest.param("tables", {"tables": 1, "in_tables": 0.9}, "fail", id="all-in-a-table"),
        pytest.param("tables", {"format": "pdf"}, None, id="not-known-of-a-pdf"),
        pytest.param("text boxes", {}, "pass", id="no-box"),
        pytest.param("text boxes", {"text_boxes": 1, "in_boxes": 0.02}, "warn", id="small-box"),
        pytest.param("text boxes", {"text_boxes": 2, "in_boxes": 0.3}, "fail", id="side-bar"),
        pytest.param("columns", {}, "pass", id="one-column"),
        pytest.param("columns", {"columns": 2}, "warn", id="two-columns"),
        pytest.param("images", {}, "pass", id="no-picture"),
        pytest.param("images", {"images": 1}, "warn", id="photo"),
        pytest.param("header and footer", {}, "pass", id="both-empty"),
        pytest.param("header and footer", {"header": ("Ada Example", "Page 2")}, "pass", id="name-again"),
        pytest.param("fonts", {}, "pass", id="one-font"),
        pytest.param("fonts", {"fonts": (("Papyrus", 900),)}, "warn", id="rare-font"),
        pytest.param("fonts", {"fonts": (("Papyrus", 900),), "format": "pdf"}, "pass", id="a-pdf-holds-its-fonts"),
        pytest.param("fonts", {"fonts": tuple((f"Arial {n}", 100) for n in "ABCD")}, "warn", id="four-fonts"),
        pytest.param("fonts", {"fonts": (("Arial", 990), ("Wingdings", 30), ("Lato", 3))}, "pass", id="bullets"),
        pytest.param("text size", {"sizes": ((10.0, 900), (8.0, 50))}, "pass", id="ten-points"),
        pytest.param("text size", {"sizes": ((9.5, 900),)}, "warn", id="small"),
        pytest.param("text size", {"sizes": ((8.0, 900),)}, "fail", id="tiny"),
        pytest.param("text size", {"sizes": ((14.0, 900),)}, "warn", id="large"),
        pytest.param("text colour", {"colours": (("000000", 900), ("595959", 90))}, "pass", id="grey"),
        pytest.param("text colour", {"colours": (("000000", 900), ("aaaaaa", 90))}, "warn", id="pale"),
        pytest.param("text colour", {"colours": (("000000", 900), ("aaaaaa", 2))}, "pass", id="pale-mark"),
        pytest.param("text colour", {"colours": (("000000", 900), ("ffffff", 90))}, "pass", id="white-on-a-bar"),
        pytest.param("text colour", {"colours": tuple((f"00000{n}", 90) for n in range(5))}, "warn", id="five-colours"),
        pytest.param("margins", {}, "pass", id="margins"),
        pytest.param("margins", {"margins": (54.0, 30.0, 54.0, 54.0)}, "warn", id="narrow"),
        pytest.param("margins", {"margins": (20.0, 36.0, 20.0, 36.0)}, "pass", id="half-an-inch"),
        pytest.param("page size", {"page_size": (595.3, 841.9)}, "pass", id="a4"),
        pytest.param("page size", {"page_size": (841.9, 595.3)}, "pass", id="a4-across"),
        pytest.param("page size", {"page_size": (400.0, 2000.0)}, "warn", id="scroll"),
        pytest.param("hidden text", {}, "pass", id="nothing-hidden"),
        pytest.param("hidden text", {"hidden": (Hidden("white", LONG, "page 1"),)}, "fail", id="white"),
        pytest.param("hidden text", {"hidden": (Hidden("white", "|", "page 1"),)}, "pass", id="a-mark"),
    ],
)
def test_layout(rule, look, expected):
    assert verdict(rule, changed(), replace(DOCX, **look)) == expected


@pytest.mark.parametrize(
    "rule",
    ["pages", "tables", "text boxes", "columns", "images", "header and footer", "fonts", "text size", "hidden text"],
)
def test_text_has_no_look(rule):
    assert verdict(rule, changed(), Layout()) is None


@pytest.mark.parametrize(
    ("part", "verdict", "place"),
    [("word/header1.xml", "fail", "header"), ("word/document.xml", "pass", "")],
    ids=["in-the-header", "in-the-text"],
)
def test_contact_in_the_header_only_is_named_with_its_place(part, verdict, place):
    resume = changed()
    lines = tuple(replace(line, address=Address(part, 0)) if line.number == 3 else line for line in resume.source.lines)
    resume = replace(resume, source=replace(resume.source, lines=lines))

    check = found("header and footer", resume, replace(DOCX, header=(lines[2].text,)))

    assert (check.verdict, check.place) == (verdict, place)
    assert ('Only in the header: "ada@example.com" and "+44 20 7946 0321"' in check.why) == (verdict == "fail")


def test_a_long_career_may_fill_three_pages():
    assert verdict("pages", changed("Mar 2018", "Mar 2010"), replace(DOCX, pages=3)) == "pass"


@pytest.mark.parametrize(("colour", "ratio"), [("000000", 21.0), ("ffffff", 1.0), ("767676", 4.54), ("aaaaaa", 2.32)])
def test_contrast_is_that_of_wcag(colour, ratio):
    assert contrast(colour) == pytest.approx(ratio, abs=0.01)
