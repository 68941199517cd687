"""The user's own document, edited in place."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tailor.errors import CorruptFile, OutputError, UnsafeFile
from tailor.writers.word import edited_document

from .docx_making import W, bullets, lines_of, looks, members, package, paragraph, root_of, run, shown, skills

ITEM = '<w:pStyle w:val="ListBullet"/>'
LAST = ITEM + '<w:spacing w:after="120"/>'


def edited(body, lines, *edits, **options):
    return edited_document("resume.docx", package(body, **options), edits, lines=lines)


def test_bullets_move_with_all_that_is_in_them():
    inner = run("one ", "<w:b/>") + '<w:hyperlink r:id="rId9">' + run("link") + "</w:hyperlink>"
    body = (
        paragraph("Job") + "".join(paragraph(text, properties=ITEM) for text in (inner, "two", "three")) + "<w:sectPr/>"
    )

    made = edited(body, lines_of("one link", "two", "three", first=1), bullets(3, 1, 2))

    assert not made.refused
    root = root_of(made.clean.packed())
    assert shown(root) == ["Job", "three", "one link", "two"]
    moved = root.findall(f".//{W}p")[2]
    assert looks(moved) == [("one ", ["b"]), ("link", [])]
    assert moved.find(f"{W}hyperlink") is not None
    assert root[0][-1].tag == W + "sectPr"


@pytest.mark.parametrize(
    ("one", "other", "moved"),
    [
        pytest.param(ITEM, LAST, False, id="spacing-stays-in-its-place"),
        pytest.param(ITEM, ITEM, True, id="same-look-moves-whole"),
        pytest.param(
            '<w:rPr><w:rFonts w:ascii="A"/></w:rPr>',
            '<w:rPr  w:rsidR="0011"><w:rFonts w:ascii="A"></w:rFonts></w:rPr>',
            True,
            id="spelling-and-session-ids-do-not-count",
        ),
    ],
)
def test_paragraphs_keep_their_place_where_their_look_differs(one, other, moved):
    first = paragraph("one", properties=one, attributes='w:rsidR="A1"')
    last = paragraph("two", properties=other, attributes='w:rsidR="B2"')

    made = edited(first + last, lines_of("one", "two"), bullets(2, 1))

    root = root_of(made.clean.packed())
    assert shown(root) == ["two", "one"]
    found = [p.get(W + "rsidR") for p in root.iter(W + "p")]
    assert found == ([None, "B2"] if moved else ["A1", "B2"])
    if not moved:
        assert root.find(f".//{W}spacing").getparent().getparent() is root[0][1]


def test_empty_paragraphs_between_bullets_keep_their_place():
    body = paragraph("one") + paragraph() + paragraph("two")
    lines = (lines_of("one")[0], lines_of("", "", "two")[2])

    made = edited(body, lines, bullets(3, 1))

    assert shown(root_of(made.clean.packed())) == ["two", "", "one"]


def test_bullets_of_a_table_cell_move_in_it():
    cell = paragraph("one") + paragraph("two")
    table = f"<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>{cell}</w:tc></w:tr></w:tbl>"

    made = edited(table, lines_of("one", "two", first=1), bullets(2, 1))

    assert shown(root_of(made.clean.packed())) == ["", "two", "one"]


def test_only_the_document_part_changes_and_nothing_else():
    body = paragraph("one") + paragraph("two")
    before = package(body, part="text/main.xml")

    made = edited_document("r.docx", before, [bullets(2, 1)], lines=lines_of("one", "two", part="text/main.xml"))

    after = members(made.clean.packed())
    assert [name for name, _ in after] == [name for name, _ in members(before)]
    assert [name for (name, new), (_, old) in zip(after, members(before), strict=True) if new != old] == [
        "text/main.xml"
    ]


def test_no_clock_and_no_system_is_in_the_zip():
    made = edited(paragraph("one"), lines_of("one"))

    with zipfile.ZipFile(io.BytesIO(made.clean.packed())) as archive:
        found = {(info.date_time, info.create_system) for info in archive.infolist()}
    assert found == {((1980, 1, 1, 0, 0, 0), 3)}


def test_without_edits_every_part_stays_as_it_is():
    before = package(paragraph("one") + "<!-- kept -->")

    assert members(edited_document("r.docx", before, [], lines=()).package.packed()) == members(before)


def test_an_edit_that_fails_leaves_the_others_alone():
    body = "".join(map(paragraph, ("one", "two", "Data: SQL, R")))
    wrong, right = skills(3, "Data: SQL, R", "Data: R, Python"), skills(3, "Data: SQL, R", "Data: R, SQL")

    made = edited(body, lines_of("one", "two", "Data: SQL, R"), bullets(2, 1), wrong, right)

    assert (made.made, [item.edit for item in made.refused]) == ((bullets(2, 1), right), [wrong])
    assert shown(root_of(made.clean.packed())) == ["two", "one", "Data: R, SQL"]


def test_an_encoder_that_loses_text_is_found_out():
    def lose(operation, _):
        operation.slots[0].clear()

    before = package(paragraph("one") + paragraph("two"))
    made = edited_document("r.docx", before, [bullets(2, 1)], lines=lines_of("one", "two"), encode=lose)

    assert "check" in made.refused[0].reason
    assert members(made.clean.packed()) == members(before)


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        pytest.param(
            {"settings": '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'}, "protected", id="protected"
        ),
        pytest.param({"main": "application/vnd.ms-word.document.macroEnabled.main+xml"}, "macros", id="macro-type"),
        pytest.param({"extra": {"word/vbaProject.bin": b"x"}}, "macros", id="macro-part"),
        pytest.param({"extra": {"_xmlsignatures/sig1.xml": b"x"}}, "signed", id="signed"),
    ],
)
def test_a_document_that_may_not_be_edited_is_an_error(options, reason):
    with pytest.raises(OutputError, match=reason):
        edited(paragraph("one") + paragraph("two"), lines_of("one", "two"), bullets(2, 1), **options)


def test_a_protection_that_is_not_enforced_does_not_matter():
    settings = '<w:documentProtection w:edit="readOnly" w:enforcement="0"/>'

    assert edited(paragraph("one") + paragraph("two"), lines_of("one", "two"), bullets(2, 1), settings=settings).made


@pytest.mark.parametrize(
    ("data", "error"),
    [
        pytest.param(b"PK\x03\x04 and nothing", CorruptFile, id="cut-off"),
        pytest.param(package("", extra={"word/document.xml": "<w:document"}), CorruptFile, id="broken-xml"),
        pytest.param(package("", extra={"word/document.xml": "<!DOCTYPE a><a/>"}), UnsafeFile, id="doctype"),
        pytest.param(
            package("", extra={"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
            UnsafeFile,
            id="entities",
        ),
    ],
)
def test_a_hostile_document_is_an_error(data, error):
    with pytest.raises(error, match=r"r\.docx"):
        edited_document("r.docx", data, [bullets(2, 1)], lines=())


@given(order=st.permutations(range(1, 7)), uneven=st.booleans())
def test_no_order_adds_or_loses_a_run(order, uneven):
    texts = [f"{word} of it" for word in ("one", "two", "three", "four", "five", "six")]
    look = [ITEM, LAST if uneven else ITEM]
    body = "".join(paragraph(run(t[:2], "<w:b/>"), t[2:], properties=look[t[0] == "s"]) for t in texts)

    made = edited(body, lines_of(*texts), bullets(*order))

    found = root_of(made.clean.packed())
    assert shown(found) == [texts[number - 1] for number in order]
    assert [looks(p) for p in found.iter(W + "p")] == [[(t[:2], ["b"]), (t[2:], [])] for t in shown(found)]
    assert made.clean.packed() == edited(body, lines_of(*texts), bullets(*order)).clean.packed()


def test_symbols_and_hyphens_do_not_keep_a_bullet_in_its_place():
    first = paragraph(
        '<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>', " one", "<w:r><w:noBreakHyphen/></w:r>", "time"
    )

    assert edited(first + paragraph("two"), lines_of("one-time", "two"), bullets(2, 1)).made
