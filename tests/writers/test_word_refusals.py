"""What is left alone, and the reason given."""

import pytest

from tailor.types import Address, Line
from tailor.writers.word import edited_document

from .docx_making import PART, bullets, lines_of, members, package, paragraph, run, skills

TWO = paragraph("two")
FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'


def control(properties, content):
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def box(content):
    inner = f"<w:txbxContent>{content}</w:txbxContent>"
    both = f'<mc:Choice Requires="wps">{inner}</mc:Choice><mc:Fallback>{inner}</mc:Fallback>'
    return f"<w:p><w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r></w:p>"


@pytest.mark.parametrize(
    ("first", "reason"),
    [
        pytest.param(paragraph("one", '<w:bookmarkStart w:id="1" w:name="x"/>'), "bookmark", id="bookmark"),
        pytest.param(paragraph("one", FIELD), "field", id="field"),
        pytest.param(paragraph("one", '<w:fldSimple w:instr="DATE"/>'), "field", id="simple-field"),
        pytest.param(paragraph("one", "<w:r><w:drawing/></w:r>"), "drawing", id="drawing"),
        pytest.param(paragraph("one", "<w:r><w:pict/></w:r>"), "drawing", id="picture"),
        pytest.param(paragraph("one", properties="<w:sectPr/>"), "section", id="section-break"),
        pytest.param(paragraph("one", "<w:r><w:br/></w:r>"), "line breaks", id="soft-break"),
        pytest.param(paragraph(f'<w:ins w:id="1">{run("one")}</w:ins>'), "tracked", id="inserted"),
        pytest.param(paragraph("one", '<w:del w:id="1"/>'), "tracked", id="deleted"),
        pytest.param(paragraph("one", '<w:moveFrom w:id="1"/>'), "tracked", id="moved"),
        pytest.param(paragraph("one", properties='<w:rPr><w:ins w:id="1"/></w:rPr>'), "tracked", id="inserted-mark"),
        pytest.param(paragraph(run("one", '<w:rPrChange w:id="1"/>')), "tracked", id="tracked-look"),
        pytest.param(paragraph("one", '<w:commentRangeStart w:id="1"/>'), "comment", id="comment"),
        pytest.param(paragraph("one", control("", run("x"))), "control", id="inline-control"),
        pytest.param(paragraph("one", "<w:odd/>"), "unknown", id="unknown"),
        pytest.param(paragraph("!?!? one"), "not the text that was read", id="more-than-a-bullet"),
        pytest.param(paragraph("other"), "not the text that was read", id="other-text"),
        pytest.param(
            paragraph(run("one"), run("hidden", "<w:vanish/>")), "not the text that was read", id="hidden-text"
        ),
    ],
)
def test_a_paragraph_with_an_obstacle_is_left_alone(first, reason):
    before = package(first + TWO)

    made = edited_document("r.docx", before, [bullets(2, 1)], lines=lines_of("one", "two"))

    assert [reason in item.reason for item in made.refused] == [True], made.refused
    assert members(made.package.packed()) == members(before)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        pytest.param(control("<w:dataBinding/>", paragraph("one") + TWO), "content control", id="bound"),
        pytest.param(control("<w15:dataBinding/>", paragraph("one") + TWO), "content control", id="bound-2013"),
        pytest.param(control("<w:text/>", paragraph("one") + TWO), "content control", id="plain-text"),
        pytest.param(
            control('<w:lock w:val="contentLocked"/>', paragraph("one") + TWO), "content control", id="locked"
        ),
        pytest.param(control("", paragraph("one")) + TWO, "one place", id="not-siblings"),
        pytest.param(paragraph("one") + "<w:tbl><w:tr/></w:tbl>" + TWO, "directly below", id="table-between"),
        pytest.param(f'<w:ins w:id="1">{paragraph("one") + TWO}</w:ins>', "tracked", id="inserted-as-a-whole"),
        pytest.param(
            f"<w:tbl><w:tr><w:trPr><w:ins/></w:trPr><w:tc>{paragraph('one') + TWO}</w:tc></w:tr></w:tbl>",
            "tracked",
            id="inserted-row",
        ),
    ],
)
def test_a_place_with_an_obstacle_is_left_alone(body, reason):
    made = edited_document("r.docx", package(body), [bullets(2, 1)], lines=lines_of("one", "two"))

    assert [reason in item.reason for item in made.refused] == [True], made.refused


@pytest.mark.parametrize("properties", ["", '<w:lock w:val="unlocked"/>', "<w:richText/>"])
def test_bullets_in_an_open_control_are_edited(properties):
    body = control(properties, paragraph("one") + TWO)

    assert edited_document("r.docx", package(body), [bullets(2, 1)], lines=lines_of("one", "two")).made


def test_text_boxes_are_left_alone():
    body = box(paragraph("one") + TWO)

    made = edited_document("r.docx", package(body), [bullets(2, 1)], lines=lines_of("one", "two", first=1))

    assert "text box" in made.refused[0].reason


def test_other_lines_between_the_bullets_keep_them_in_their_place():
    one, _, three = lines_of("one", "nested", "three")
    body = "".join(map(paragraph, ("one", "nested", "three")))

    made = edited_document("r.docx", package(body), [bullets(3, 1)], lines=(one, three))

    assert "directly below" in made.refused[0].reason


@pytest.mark.parametrize(
    ("second", "reason"),
    [
        pytest.param(Line("two", 2, 0), "not known where", id="no-address"),
        pytest.param(Line("two", 2, 0, address=Address("word/header1.xml", 0)), "header", id="header"),
        pytest.param(Line("two", 2, 0, address=Address(PART, 1, 1)), "line breaks", id="second-line-of-a-paragraph"),
        pytest.param(Line("two", 2, 0, address=Address(PART, 0)), "line breaks", id="shared-paragraph"),
        pytest.param(
            Line("two", 2, 0, address=Address(PART, 99)), "not the text that was read", id="no-such-paragraph"
        ),
        pytest.param(Line("two", 3, 0), "does not have", id="no-such-line"),
    ],
)
def test_a_line_that_cannot_be_found_is_left_alone(second, reason):
    lines = (*lines_of("one"), second)

    made = edited_document("r.docx", package(paragraph("one") + TWO), [bullets(2, 1)], lines=lines)

    assert [reason in item.reason for item in made.refused] == [True], made.refused


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        pytest.param(bullets(1), "at least two", id="one-line"),
        pytest.param(bullets(1, 1), "at least two", id="a-line-twice"),
        pytest.param(skills(1, "two", "one"), "does not read as", id="other-wording"),
        pytest.param(skills(1, "one", "none"), "change the words", id="new-word"),
        pytest.param(skills(1, "one", "one"), "changes nothing", id="no-change"),
        pytest.param(skills(3, "R, SQL,", "SQL, R,"), "next line", id="unfinished-list"),
    ],
)
def test_an_edit_that_claims_too_much_is_left_out(edit, reason):
    body = paragraph("one") + TWO + paragraph("R, SQL,")

    made = edited_document("r.docx", package(body), [edit], lines=lines_of("one", "two", "R, SQL,"))

    assert [reason in item.reason for item in made.refused] == [True], made.refused
