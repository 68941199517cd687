import pytest
from hypothesis import given
from hypothesis import strategies as st

from tailor.readers import read

DELETED = "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
PLACEHOLDER = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
CONTROL = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
STYLES = """<w:styles SPACES>
  <w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
  <w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>
  <w:style w:styleId="H"><w:name w:val="heading 1"/><w:basedOn w:val="N"/>
    <w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>
  <w:style w:styleId="Hx"><w:name w:val="Own title"/><w:basedOn w:val="H"/></w:style>
  <w:style w:styleId="Out"><w:name w:val="Own"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
  <w:style w:styleId="L"><w:name w:val="Own list"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
  <w:style w:styleId="Lx"><w:name w:val="Own list 2"/><w:basedOn w:val="L"/></w:style>
  <w:style w:styleId="LB2"><w:name w:val="List Bullet 2"/></w:style>
  <w:style w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>
</w:styles>"""
NUMBERING = """<w:numbering SPACES>
  <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>
    <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
  <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
</w:numbering>"""
PARTS = {"word/styles.xml": STYLES, "word/numbering.xml": NUMBERING}
RELATIONS = [("s", "styles", "styles.xml"), ("n", "numbering", "numbering.xml")]


def r(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(run if run.startswith('<') else r(run) for run in runs)}</w:p>"


def table(*cells):
    return f"<w:tbl><w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"


def box(*paragraphs, fallback=""):
    shape = f"<wps:wsp><wps:txbx><w:txbxContent>{''.join(paragraphs)}</w:txbxContent></wps:txbx></wps:wsp>"
    old = f"<w:pict><v:textbox><w:txbxContent>{fallback}</w:txbxContent></v:textbox></w:pict>"
    both = f"<mc:Choice><w:drawing>{shape}</w:drawing></mc:Choice><mc:Fallback>{old}</mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>"


def field(code, *result):
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{marks[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{marks[1]}{''.join(result)}{marks[2]}"


def styled(name, text):
    return p(text, properties=f'<w:pStyle w:val="{name}"/>')


def listed(number, text, level=0):
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


@pytest.fixture
def source(tmp_path, docx):
    """Reads a document with this body."""

    def build(body, **more):
        path = tmp_path / "a.docx"
        path.write_bytes(docx(body, **({"parts": PARTS, "rels": RELATIONS} | more)))
        return read(path)

    return build


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(p("a", "b"), ["ab"], id="runs"),
        pytest.param(p("a<w:tab/>b").replace("a<w:tab/>b", "a</w:t><w:tab/><w:t>b"), ["a\tb"], id="tab"),
        pytest.param(p(r("a"), "<w:r><w:br/></w:r>", r("b")), ["a", "b"], id="soft-break"),
        pytest.param(
            p(r("a"), "<w:r><w:noBreakHyphen/></w:r>", r("b\u00a0c\u200b")), ["a-b c"], id="hyphen-and-blanks"
        ),
        pytest.param(p(r("a\u00ad"), r("b 2019 \u00ad 2020")), ["ab 2019 - 2020"], id="soft-hyphen-as-dash"),
        pytest.param(table(p("a"), p("b") + table(p("c"))), ["a", "b", "c"], id="nested-table"),
        pytest.param(p("a", box(p("b"), p("c"), fallback=p("b") + p("c"))), ["a", "b", "c"], id="text-box-once"),
        pytest.param(
            p("a", f"<w:r><w:pict>{box(p('b'), fallback=p('b'))}</w:pict></w:r>"), ["a", "b"], id="copies-inside"
        ),
        pytest.param(CONTROL.format(p("a")), ["a"], id="block-control"),
        pytest.param(p(r("a"), CONTROL.format(r("b"))), ["ab"], id="inline-control"),
        pytest.param(p("a") + PLACEHOLDER.format(p("Type here")), ["a"], id="block-placeholder"),
        pytest.param(p(r("a"), PLACEHOLDER.format(r("Type here"))), ["a"], id="inline-placeholder"),
        pytest.param(p(f"<w:ins>{r('a')}</w:ins>", DELETED), ["a"], id="changes-accepted"),
        pytest.param(p(f"<w:moveTo>{r('a')}</w:moveTo>", f"<w:moveFrom>{r('b')}</w:moveFrom>"), ["a"], id="moves"),
        pytest.param(
            p(f"<w:smartTag>{r('a')}</w:smartTag>", f"<w:customXml>{r('b')}</w:customXml>"), ["ab"], id="tags"
        ),
        pytest.param(p(field("DATE", r("2020")), r("x")), ["2020x"], id="field-result"),
        pytest.param(p(f'<w:fldSimple w:instr="DATE">{r("2020")}</w:fldSimple>'), ["2020"], id="simple-field"),
        pytest.param(
            p(f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{r("lost")}') + p("b"), ["b"], id="field-without-end"
        ),
        pytest.param(p(r("Jane"), field("PAGE", r("7"))), ["Jane"], id="page-field"),
        pytest.param(p(r("a"), r("secret", "<w:vanish/>")), ["a"], id="hidden-text"),
    ],
)
def test_text(source, body, expected):
    assert [line.text for line in source(body).lines] == expected


@pytest.mark.parametrize(
    ("body", "kind", "level"),
    [
        pytest.param(styled("H", "a"), "heading", 0, id="heading-style"),
        pytest.param(styled("Hx", "a"), "heading", 0, id="based-on-heading"),
        pytest.param(styled("Out", "a"), "heading", 0, id="outline-level-of-style"),
        pytest.param(p("a", properties='<w:outlineLvl w:val="0"/>'), "heading", 0, id="outline-level"),
        pytest.param(p("a", properties='<w:outlineLvl w:val="9"/>'), "body", 0, id="outline-level-of-body"),
        pytest.param(listed(1, "a"), "bullet", 0, id="bullet"),
        pytest.param(listed(1, "a", 1), "bullet", 1, id="nested-bullet"),
        pytest.param(styled("Lx", "a"), "bullet", 0, id="bullet-through-styles"),
        pytest.param(styled("LB2", "a"), "bullet", 1, id="built-in-list-style"),
        pytest.param(
            p("a", properties='<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>'), "body", 0, id="off"
        ),
        pytest.param(listed(2, "a"), "body", 0, id="numbered-title"),
        pytest.param(listed(7, "a"), "bullet", 0, id="list-without-definition"),
        pytest.param(p("•  a"), "bullet", 0, id="typed-bullet"),
        pytest.param(p('<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>', r(" a")), "bullet", 0, id="symbol"),
        pytest.param(p('<w:r><w:sym w:font="Symbol" w:char="B7"/></w:r>', r(" a")), "bullet", 0, id="short-symbol"),
        pytest.param(styled("Loop", "a"), "body", 0, id="styles-in-a-loop"),
    ],
)
def test_kind_of_a_paragraph(source, body, kind, level):
    (line,) = source(body).lines

    assert (line.text, line.kind, line.level) == ("a", kind, level)


def test_numbered_paragraphs_in_a_row_are_items(source):
    lines = source(listed(2, "a") + listed(2, "b") + p("c")).lines

    assert [line.kind for line in lines] == ["bullet", "bullet", "body"]


@pytest.mark.parametrize(
    ("body", "bold", "size"),
    [
        pytest.param(p("a"), False, 10.5, id="defaults"),
        pytest.param(styled("Hx", "a"), True, 14.0, id="styles"),
        pytest.param(p(r("a", '<w:b/><w:sz w:val="30"/>'), r(" ")), True, 15.0, id="run"),
        pytest.param(p(r("a", "<w:b/>"), r("b")), False, 10.5, id="partly-bold"),
        pytest.param(p(r("a", '<w:b w:val="0"/>'), properties='<w:pStyle w:val="H"/>'), False, 14.0, id="switched-off"),
        pytest.param(p(r("a", '<w:sz w:val="zz"/>')), False, 10.5, id="size-that-is-none"),
    ],
)
def test_look_of_a_line(source, body, bold, size):
    (line,) = source(body).lines

    assert (line.bold, line.size) == (bold, size)


def test_addresses_count_every_paragraph_of_the_part(source):
    body = p("a", box(p("b"), fallback=p("b"))) + table(p("c")) + p(r("d"), "<w:r><w:br/></w:r>", r("e"))

    found = [(line.address.paragraph, line.address.segment) for line in source(body).lines]

    assert found == [(0, 0), (1, 0), (3, 0), (4, 0), (4, 1)]


def test_a_long_box_at_the_top_comes_last_unless_it_holds_the_name(source):
    name = p(r("Jane", '<w:sz w:val="40"/>'))

    beside = source(p(box(*map(p, "abcde"))) + name)
    above = source(p(box(name, *map(p, "abcde"))) + p("z"))

    assert [line.text for line in beside.lines] == ["Jane", *"abcde"]
    assert [line.text for line in above.lines] == ["Jane", *"abcde", "z"]


def test_links_of_relationships_and_fields(source):
    body = p('<w:hyperlink r:id="x">' + r("Me") + "</w:hyperlink>", field(' HYPERLINK "https://b.example" ', r("b")))

    found = source(body, parts={}, rels=[("x", "hyperlink", "mailto:a@b.example")])

    assert found.links == ("mailto:a@b.example", "https://b.example")
    assert found.lines[0].text == "Meb"


def test_headers_first_footers_last_without_page_numbers_and_repeats(source):
    counter = p("Page ", field("PAGE", r("1")), " of 3")
    parts = {
        "word/h.xml": f"<w:hdr SPACES>{p('Jane Doe')}</w:hdr>",
        "word/f.xml": f"<w:ftr SPACES>{p('+1 555 010 0199')}{counter}{p('body')}</w:ftr>",
        "word/g.xml": f"<w:hdr SPACES>{p('not shown')}</w:hdr>",
    }
    ends = "".join(
        f'<w:{kind}Reference w:type="{when}" r:id="{key}"/>'
        for kind, when, key in [("header", "default", "h"), ("footer", "default", "f"), ("header", "first", "g")]
    )
    rels = [("h", "header", "h.xml"), ("f", "footer", "f.xml"), ("g", "header", "g.xml")]

    found = source(p("body") + f"<w:sectPr>{ends}</w:sectPr>", parts=parts, rels=rels)

    assert [line.text for line in found.lines] == ["Jane Doe", "body", "+1 555 010 0199"]
    assert found.lines[0].address.part == "word/h.xml"


def test_the_header_of_later_pages_gives_contact_lines_only(source):
    parts = {
        "word/h.xml": f"<w:hdr SPACES>{p('Jane Doe, résumé')}{p('jane@doe.example')}</w:hdr>",
        "word/g.xml": f"<w:hdr SPACES>{p('Jane Doe')}</w:hdr>",
    }
    ends = '<w:headerReference w:type="default" r:id="h"/><w:headerReference w:type="first" r:id="g"/><w:titlePg/>'
    rels = [("h", "header", "h.xml"), ("g", "header", "g.xml")]

    found = source(p("body") + f"<w:sectPr>{ends}</w:sectPr>", parts=parts, rels=rels)

    assert [line.text for line in found.lines] == ["Jane Doe", "jane@doe.example", "body"]


def test_the_main_part_may_have_any_name(source):
    assert source(p("a"), main="docs/text.xml", parts={}, rels=()).lines[0].address.part == "docs/text.xml"


def test_strict_open_xml_is_read(tmp_path, docx):
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    path = tmp_path / "a.docx"
    main = f'<w:document xmlns:w="{strict}"><w:body><w:p><w:r><w:t>a</w:t></w:r></w:p></w:body></w:document>'
    path.write_bytes(docx(parts={"word/document.xml": main}))

    assert read(path).text == "a\n"


WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="<&\ufffe\uffff"))


@given(
    texts=st.lists(
        st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="<&\ufffe\uffff")), max_size=8
    )
)
def test_every_line_is_a_slice_of_the_text(docx, texts):
    source = read("-", stdin=docx("".join(map(p, [*texts, "word"]))))

    assert all(source.text[line.start : line.end] == line.text for line in source.lines)
    assert [line.number for line in source.lines] == list(range(1, len(source.lines) + 1))
