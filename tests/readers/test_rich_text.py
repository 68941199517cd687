"""Rich text and OpenDocument: headings, bullets, tables and breaks, from bare markup."""

import pytest

from tailor.readers import read

NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
)


@pytest.fixture
def odt(package, tmp_path):
    """The (kind, level, text) of each line of a document with this XML in its body."""

    def made(body):
        inner = f"<office:body><office:text>{body}</office:text></office:body>"
        content = f"<office:document-content {NAMES}>{inner}</office:document-content>"
        path = tmp_path / "resume.odt"
        path.write_bytes(package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}, 0))
        source = read(path)
        return [(line.kind, line.level, line.text) for line in source.lines], source

    return made


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<text:h>Experience</text:h><text:p>Lowtide</text:p>", [("heading", 0, "Experience"), ("body", 0, "Lowtide")]),
        ("<text:p>PM<text:tab/>2019</text:p>", [("body", 0, "PM\t2019")]),
        ("<text:p>one<text:line-break/>two</text:p>", [("body", 0, "one"), ("body", 0, "two")]),
        ("<text:p>a<text:s/>b <text:span>c</text:span></text:p>", [("body", 0, "a b c")]),
        (
            "<text:list><text:list-item><text:p>outer</text:p><text:list><text:list-item><text:p>inner</text:p>"
            "</text:list-item></text:list></text:list-item></text:list>",
            [("bullet", 0, "outer"), ("bullet", 1, "inner")],
        ),
        (
            "<table:table><table:table-row><table:table-cell><text:p>2019</text:p></table:table-cell>"
            "<table:table-cell><text:p>PM</text:p></table:table-cell></table:table-row></table:table>",
            [("body", 0, "2019\tPM")],
        ),
        (
            "<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes><text:p>kept</text:p>",
            [("body", 0, "kept")],
        ),
        (
            "<text:p>before<draw:frame><draw:text-box><text:p>in a box</text:p></draw:text-box></draw:frame></text:p>",
            [("body", 0, "before"), ("body", 0, "in a box")],
        ),
        ("<text:p>• typed</text:p>", [("bullet", 0, "typed")]),
    ],
)
def test_open_document(odt, body, expected):
    assert odt(body)[0] == expected


def test_links_of_an_open_document_are_kept(odt):
    _, source = odt('<text:p><text:a xlink:href="https://ada.example">Ada</text:a></text:p>')
    assert source.links == ("https://ada.example",)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (rb"{\rtf1\ansi One\par Two\par}", ["One", "Two"]),
        (rb"{\rtf1\ansi PM\tab 2019\par}", ["PM\t2019"]),
        (rb"{\rtf1\ansi\ansicpg1252 Caf\'e9\par}", ["Café"]),
        (rb"{\rtf1\ansi\bullet  tide tables\par}", ["tide tables"]),
        (rb"{\rtf1\ansi{\*\generator secret;}{\info{\author secret}}seen\par}", ["seen"]),
    ],
)
def test_rich_text(tmp_path, markup, expected):
    path = tmp_path / "resume.rtf"
    path.write_bytes(markup)
    source = read(path)
    assert [line.text for line in source.lines] == expected
    assert source.format == "rtf"
