import subprocess
import sys

import pytest
from catalogue import REGISTRY

from tailor.errors import (
    CorruptFile,
    EmptyFile,
    InputError,
    LockedFile,
    MissingFile,
    OldFormat,
    ScannedFile,
    TooLarge,
    UnknownFormat,
    UnsafeFile,
)
from tailor.readers import formats, ocr, read
from tailor.registry import reader
from tailor.types import Source

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
ENTITY = '<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;">]>'
PAGES = [[(72, 72, "Jane Doe")]]
JUNK = bytes(range(256)) * 8


@pytest.fixture(autouse=True)
def without_ocr(monkeypatch):
    monkeypatch.setattr(ocr, "is_available", lambda: False)


def cases(docx, pdf, package):
    """Name of a file, its bytes, the error it must raise, and a part of the message."""
    document = docx("<w:p><w:r><w:t>Jane</w:t></w:r></w:p>")
    bad_xml = {"word/document.xml": "<w:document>"}
    return {
        "empty": ("a.docx", b"", EmptyFile, "0 bytes"),
        "blank text": ("a.txt", b" \n\t", EmptyFile, "no text"),
        "blank docx": ("a.docx", docx("<w:p/>"), EmptyFile, "no text"),
        "blank pdf": ("a.pdf", pdf([[], []]), EmptyFile, "2 pages without text"),
        "blank page": ("a.html", b"<html><body><p> </p></body></html>", EmptyFile, "no text"),
        "no elements": ("a.html", b"<!-- -->", EmptyFile, "without text"),
        "junk": ("a.txt", JUNK, CorruptFile, "binary data"),
        "junk docx": ("a.docx", JUNK, CorruptFile, "not a Word file"),
        "unknown suffix": ("a.docy", b"words", UnknownFormat, "Did you mean .docx"),
        "text as docx": ("a.docx", b"plain words", CorruptFile, "not a Word file.*rename it to .txt"),
        "text as pdf": ("a.pdf", b"plain words", CorruptFile, "not a PDF file"),
        "text as doc": ("a.doc", b"plain words", OldFormat, "save it as .docx"),
        "old word": ("a.docx", OLE, OldFormat, "old Word document"),
        "blank rtf": ("a.docx", b"{\\rtf1  }", EmptyFile, "no text"),
        "odt without content": (
            "a.odt",
            package({"mimetype": "application/vnd.oasis.opendocument.text"}, 0),
            CorruptFile,
            "content.xml is missing",
        ),
        "locked odt": (
            "a.odt",
            package(
                {
                    "mimetype": "application/vnd.oasis.opendocument.text",
                    "content.xml": "\x01\x02",
                    "META-INF/manifest.xml": "<manifest><encryption-data/></manifest>",
                },
                0,
            ),
            LockedFile,
            "password",
        ),
        "odt with entities": (
            "a.odt",
            package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ENTITY + "<a>&z;</a>"}, 0),
            UnsafeFile,
            "entities",
        ),
        "other json": ("a.json", b'{"a": 1}', CorruptFile, "no JSON Resume"),
        "broken json": ("a.json", b'{"basics": ', CorruptFile, "not valid JSON"),
        "deep json": ("a.json", b"[" * 100_000, CorruptFile, "not valid JSON"),
        "mail without text": (
            "a.eml",
            b"From: a@example.org\nMIME-Version: 1.0\nContent-Type: image/png\n\nx",
            EmptyFile,
            "mail without text",
        ),
        "pages": ("a.pages", package({"Index.zip": "x"}), OldFormat, "Export To"),
        "locked docx": ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), LockedFile, "password"),
        "locked pdf": ("a.pdf", pdf(PAGES, encrypt=True), LockedFile, "password"),
        "image only pdf": ("a.pdf", pdf([[], [], []], image=True), ScannedFile, "3 pages of pictures"),
        "picture only docx": ("a.docx", docx("<w:p/>", parts={"word/media/a.png": "x"}), ScannedFile, "no text"),
        "truncated docx": ("a.docx", document[: len(document) // 2], CorruptFile, "cut off"),
        "truncated pdf": ("a.pdf", pdf(PAGES)[:300], CorruptFile, "cut off"),
        "broken xml": ("a.docx", package(bad_xml), CorruptFile, "not well-formed"),
        "no document": ("a.docx", package({"a.txt": "x"}), CorruptFile, "without a Word document"),
        "spreadsheet": ("a.docx", package({"word/document.xml": "<workbook/>"}), CorruptFile, "not a Word document"),
        "bomb": (
            "a.docx",
            docx(parts={"word/styles.xml": " " * 9_000_000}, rels=[("r", "styles", "styles.xml")]),
            TooLarge,
            "unpacks",
        ),
        "many members": ("a.docx", package({str(at): "" for at in range(5001)}), TooLarge, "unpacks"),
        "many pages": ("a.pdf", pdf(PAGES * 61), TooLarge, "61 pages"),
        "many elements": ("a.html", b"<html>" + b"<p>a" * 30_000, TooLarge, "30,000 elements"),
        "entities": ("a.docx", package({"word/document.xml": f"{ENTITY}<a>&z;</a>"}), UnsafeFile, "entities"),
        "entities in utf-16": (
            "a.docx",
            package({"word/document.xml": f"{ENTITY}<a/>".encode("utf-16")}),
            UnsafeFile,
            "entities",
        ),
    }


NAMES = tuple(cases(lambda *a, **k: b"", lambda *a, **k: b"", lambda *a, **k: b""))


@pytest.mark.parametrize("name", NAMES)
def test_what_cannot_be_read_says_why_in_one_line(tmp_path, docx, pdf, package, name):
    file, data, error, message = cases(docx, pdf, package)[name]
    path = tmp_path / file
    path.write_bytes(data)

    with pytest.raises(error, match=message) as caught:
        read(path)

    assert str(caught.value).startswith(f"{file}: ")
    assert "\n" not in str(caught.value)
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("absent.txt", "no such file", id="missing"),
        pytest.param(".", "is a folder", id="folder"),
        pytest.param("a\0b.txt", "could not be opened", id="zero-in-name"),
        pytest.param("x" * 5000, "could not be opened", id="name-too-long"),
    ],
)
def test_what_is_not_there(tmp_path, name, message):
    with pytest.raises(MissingFile, match=message):
        read(tmp_path / name)


def test_a_file_beyond_the_limit(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * 30_000_001)

    with pytest.raises(TooLarge, match="larger than 30 MB"):
        read(path)


def outcome(path):
    """What reading gives: lines, or the reason it could not be done."""
    try:
        return read(path).lines
    except InputError as error:
        return error.reason


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.8, 0.99])
@pytest.mark.parametrize("name", ["a.docx", "a.pdf"])
def test_a_file_cut_anywhere_is_read_or_refused(tmp_path, docx, pdf, name, cut):
    data = docx("<w:p/>" * 99) if name == "a.docx" else pdf(PAGES)
    path = tmp_path / name
    path.write_bytes(data[: int(len(data) * cut)])

    assert outcome(path)


@pytest.mark.parametrize(
    ("name", "kind"), [("a.docx", "pdf"), ("a.txt", "pdf"), ("a", "pdf")], ids=["docx", "txt", "no-suffix"]
)
def test_the_bytes_decide_what_a_file_is(tmp_path, pdf, name, kind):
    path = tmp_path / name
    path.write_bytes(pdf(PAGES))

    assert read(path).format == kind


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(b"words", "txt", id="text"),
        pytest.param(b"<!-- saved -->\n<!DOCTYPE html><p>words", "html", id="page"),
        pytest.param(b"<div><p>a</p><p>b</p><ul><li>c</li></ul></div>", "html", id="fragment"),
        pytest.param(b"a < b and <b>c</b>", "txt", id="text-with-signs"),
    ],
)
def test_standard_input_is_sniffed(data, kind):
    source = read("-", stdin=data)

    assert (source.path, source.format) == ("-", kind)


def test_standard_input_names_itself_in_errors():
    with pytest.raises(EmptyFile, match=r"^standard input: is empty"):
        read("-", stdin=b"")


def test_a_registered_reader_is_used_for_its_suffix(tmp_path):
    path = tmp_path / "a.tex"
    path.write_bytes(JUNK)
    reader.register("tex", func=lambda label, data: Source(label, "tex", str(len(data)), ()))
    try:
        assert read(path).text == str(len(JUNK))
    finally:
        REGISTRY.pop(("tailor", "reader", "tex"))


def test_every_reader_that_is_announced_exists():
    assert set(formats.BUILT_IN) <= set(reader.get_all())


def test_importing_the_room_loads_no_library_of_a_format():
    heavy = {"lxml", "pypdfium2", "pdfplumber", "docx", "bs4"}
    code = f"import sys, tailor.readers; print(sorted({heavy} & set(sys.modules)))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
