"""How Word documents look, and what is no document, told from files made by script."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tailor.errors import InputError, MissingFile, UnsafeFile
from tailor.readers import layout
from tailor.readers.layout import family
from tailor.types import Layout

from .conftest import R, W

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
MARGINS = '<w:pgMar w:top="720" w:right="1080" w:bottom="720" w:left="1440"/>'
SECTION = f'<w:sectPr>{{}}<w:pgSz w:w="12240" w:h="15840"/>{MARGINS}</w:sectPr>'
MINOR = '<a:minorFont><a:latin typeface="Lato"/></a:minorFont>'
THEME = f'<a:theme xmlns:a="{A}"><a:fontScheme>{MINOR}</a:fontScheme></a:theme>'
STYLES = """<w:styles SPACES><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/><w:sz w:val="21"/>
</w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:styleId="H"><w:name w:val="Own"/>
<w:rPr><w:rFonts w:ascii="Georgia"/><w:color w:val="1F4E79"/><w:sz w:val="28"/></w:rPr></w:style></w:styles>"""
STYLED = {
    "parts": {"word/styles.xml": STYLES, "word/theme/theme1.xml": THEME},
    "rels": [("s", "styles", "styles.xml"), ("t", "theme", "theme/theme1.xml")],
}


def p(text, run="", paragraph=""):
    return f"<w:p><w:pPr>{paragraph}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def table(*cells, more=""):
    return f"<w:tbl><w:tblPr>{more}</w:tblPr><w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"


def drawing(inner, *, size=914400, anchor=""):
    kind = "anchor" if anchor else "inline"
    extent = f'<wp:extent cx="{size}" cy="{size}"/>'
    return (
        f'<w:p><w:r><w:drawing><wp:{kind} xmlns:wp="{WP}" {anchor}>{extent}{inner}</wp:{kind}></w:drawing></w:r></w:p>'
    )


BLIP = f'<a:blip xmlns:a="{A}"/>'
WHITE = '<w:color w:val="FFFFFF"/>'


@pytest.fixture
def looks(docx):
    """The layout of a .docx with this body."""

    def build(body, **more):
        return layout("a.docx", docx(body, **more))

    return build


def test_fonts_sizes_and_colours_come_from_run_style_and_theme(looks):
    found = looks(
        p("plain text") + p("Head", paragraph='<w:pStyle w:val="H"/>') + p("x", '<w:sz w:val="18"/>'), **STYLED
    )

    assert found.fonts == (("Lato", 10), ("Georgia", 4))
    assert found.sizes == ((10.5, 9), (14.0, 4), (9.0, 1))
    assert found.colours == (("000000", 10), ("1f4e79", 4))
    assert (found.format, found.characters) == ("docx", 14)


def test_page_and_margins_in_points(looks):
    found = looks(p("a") + SECTION.format(""))

    assert found.page_size == (612.0, 792.0)
    assert found.margins == (36.0, 54.0, 36.0, 72.0)


def test_a_table_counts_with_its_share_of_the_text(looks):
    found = looks(p("abcd") + table(p("ab"), p("cd")) + table(p("one cell is a frame")))

    assert found.tables == 1
    assert found.in_tables == pytest.approx(1 - 4 / 23, abs=0.001)


def test_text_boxes_count_once_although_they_stand_twice(looks):
    content = f"<w:txbxContent>{p('inside')}</w:txbxContent>"
    new = f"<mc:Choice><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>"
    old = f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>"

    found = looks(f"{p('beside')}<w:p><w:r><mc:AlternateContent>{new}{old}</mc:AlternateContent></w:r></w:p>")

    assert (found.text_boxes, found.in_boxes, found.characters) == (1, 0.5, 12)


@pytest.mark.parametrize(
    ("body", "columns"),
    [
        pytest.param(p("a"), 1, id="none"),
        pytest.param(p("a") + SECTION.format('<w:cols w:num="2"/>'), 2, id="set"),
        pytest.param(p("a") + SECTION.format('<w:cols w:space="720"/>'), 1, id="one-set"),
        pytest.param(
            table(p("long enough a line of text " * 2) * 5, p("long enough a line of text " * 2) * 5), 2, id="table"
        ),
        pytest.param(table(p("Jan 2020") * 5, p("long enough a line of text " * 2) * 5), 1, id="dates-beside-text"),
    ],
)
def test_columns(looks, body, columns):
    assert looks(body).columns == columns


@pytest.mark.parametrize(
    ("body", "count"),
    [
        pytest.param(drawing(BLIP), 1, id="picture"),
        pytest.param(drawing(BLIP, size=127000), 0, id="icon"),
        pytest.param(drawing(""), 0, id="shape"),
    ],
)
def test_pictures(looks, body, count):
    assert looks(p("a") + body).images == count


def test_header_and_footer(looks):
    refs = "".join(f'<w:{kind}Reference w:type="default" r:id="{kind}"/>' for kind in ("header", "footer"))
    parts = {
        "word/header1.xml": f"<w:hdr SPACES>{p('jo@example.com')}</w:hdr>",
        "word/footer1.xml": f"<w:ftr SPACES>{p('Leeds')}</w:ftr>",
    }
    rels = [("header", "header", "header1.xml"), ("footer", "footer", "footer1.xml")]

    found = looks(p("body") + SECTION.format(refs), parts=parts, rels=rels)

    assert (found.header, found.footer) == (("jo@example.com",), ("Leeds",))


@pytest.mark.parametrize(
    ("body", "how"),
    [
        pytest.param(p("seen"), None, id="black"),
        pytest.param(p("stuffed words", "<w:vanish/>"), "hidden", id="vanish"),
        pytest.param(p("stuffed words", '<w:sz w:val="2"/>'), "tiny", id="one-point"),
        pytest.param(p("stuffed words", WHITE), "white", id="white"),
        pytest.param(p("Name", WHITE, '<w:shd w:val="clear" w:fill="1F4E79"/>'), None, id="on-a-band"),
        pytest.param(p("Name", WHITE + '<w:highlight w:val="black"/>'), None, id="highlighted"),
        pytest.param(
            table(f'<w:tcPr><w:shd w:fill="222222"/></w:tcPr>{p("x", WHITE)}', p("y")), None, id="in-a-dark-cell"
        ),
        pytest.param(table(p("x", WHITE), p("y"), more='<w:tblStyle w:val="Dark"/>'), None, id="in-a-styled-table"),
        pytest.param(drawing("", anchor='behindDoc="1"') + p("Name", WHITE), None, id="before-a-shape"),
        pytest.param(p("white on white", WHITE, '<w:shd w:val="clear" w:fill="FFFFFF"/>'), "white", id="white-band"),
    ],
)
def test_hidden_text(looks, body, how):
    assert [hidden.how for hidden in looks(p("first") + body).hidden] == ([how] if how else [])


@pytest.mark.parametrize(
    ("body", "app", "pages"),
    [
        pytest.param(p("a"), "", None, id="unknown"),
        pytest.param(p("one two three"), "<Pages>2</Pages><Words>3</Words>", 2, id="counted"),
        pytest.param(p("one two three"), "<Pages>1</Pages><Words>0</Words>", None, id="stale-template"),
        pytest.param(p("a") + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' + p("b"), "", 2, id="page-break"),
        pytest.param("<w:p><w:r><w:t>a</w:t><w:lastRenderedPageBreak/></w:r></w:p>" * 2, "", 3, id="rendered"),
    ],
)
def test_pages_of_a_word_document(looks, body, app, pages):
    parts = {"docProps/app.xml": f'<Properties xmlns="{APP}">{app}</Properties>'} if app else {}

    assert looks(body, parts=parts).pages == pages


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ABCDEF+TimesNewRomanPS-BoldMT", "Times New Roman"),
        ("Calibri,Bold", "Calibri"),
        ("ArialMT", "Arial"),
        ("Open Sans", "Open Sans"),
        ("CMBX12", "Computer Modern"),
        ("ABCDEF+CMR10", "Computer Modern"),
        ("", ""),
    ],
)
def test_the_family_of_a_font(name, expected):
    assert family(name) == expected


@pytest.mark.parametrize("data", [b"Jo Doe\n", b"", b"<html><body>Jo</body></html>"], ids=["text", "empty", "html"])
def test_text_has_no_look(data):
    assert layout("a.txt", data) == Layout()


def test_a_file_that_is_not_there():
    with pytest.raises(MissingFile, match="no such file"):
        layout("no-such-file.docx")


def test_entities_are_refused(package):
    bomb = f'<!DOCTYPE d [<!ENTITY a "b">]><w:document xmlns:w="{W}" xmlns:r="{R}"/>'

    with pytest.raises(UnsafeFile, match="entities"):
        layout("a.docx", package({"word/document.xml": bomb}))


@given(st.binary(max_size=200), st.integers(0, 3000))
def test_damage_is_an_input_error_or_a_layout(pdf, docx, junk, at):
    for data in (pdf([[(72, 72, "Jane Doe")]]), docx(p("Jane Doe") + SECTION.format(""))):
        hurt = data[:at] + junk + data[at + len(junk) :]
        with suppress(InputError):
            assert isinstance(layout("a", hurt), Layout)
