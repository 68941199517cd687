"""Small files that become large, deep or endless when read. Each is built when asked for; none is kept."""

from __future__ import annotations

import json
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO

from tests.fire.seeds import ODT, ODT_SPACES
from tests.readers.conftest import assembled, build_docx, build_pdf, relations, stream, zipped

PARAGRAPH = "<w:p><w:r><w:t>x y</w:t></w:r></w:p>"
BOX = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
MAIL = b"From: a@example.org\nMIME-Version: 1.0\n"
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def nested(tag: str, depth: int, inside: str = "x") -> str:
    """`inside` within as many elements."""
    return f"<{tag}>" * depth + inside + f"</{tag}>" * depth


def mixed(text: str, count: int) -> str:
    """`text` that often, with numbers in it, so that it packs no better than honest XML does."""
    return "".join(text.replace("x y", f"{at * 7919 % 99_991:05} {at:x}") for at in range(count))


def lying(claimed: int = 100, real: int = 120_000_000) -> bytes:
    """A .docx whose directory says that its document is small."""
    raw = bytearray(
        zipped(
            {"_rels/.rels": relations([("r", "officeDocument", "word/document.xml")]), "word/document.xml": " " * real}
        )
    )
    at = raw.rindex(b"PK\x01\x02")
    raw[at + 24 : at + 28] = claimed.to_bytes(4, "little")
    return bytes(raw)


def styles_chain(length: int) -> bytes:
    """A .docx with a style based on another based on another."""
    chain = "".join(f'<w:style w:styleId="S{at}"><w:basedOn w:val="S{at + 1}"/></w:style>' for at in range(length))
    body = f'<w:p><w:pPr><w:pStyle w:val="S0"/></w:pPr>{PARAGRAPH[5:]}'
    return build_docx(
        body, parts={"word/styles.xml": f"<w:styles SPACES>{chain}</w:styles>"}, rels=[("s", "styles", "styles.xml")]
    )


def footers(count: int) -> bytes:
    """A .docx with very many footers, each full."""
    sections = "".join(
        f'<w:sectPr><w:footerReference w:type="default" r:id="f{at}"/></w:sectPr>' for at in range(count)
    )
    parts = {f"word/f{at}.xml": f"<w:ftr SPACES>{PARAGRAPH * 50}</w:ftr>" for at in range(count)}
    return build_docx(
        PARAGRAPH + sections, parts=parts, rels=[(f"f{at}", "footer", f"f{at}.xml") for at in range(count)]
    )


def open_document(body: str) -> bytes:
    """An OpenDocument text."""
    file = BytesIO()
    content = f"<office:document-content {ODT_SPACES}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("mimetype", ODT, zipfile.ZIP_STORED)
        package.writestr("content.xml", content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def boxes(depth: int) -> bytes:
    """An OpenDocument text with a text box in a text box; reading each twice would take 2 to that power."""
    begin = f'<draw:frame xmlns:draw="{BOX}"><draw:text-box><text:p>'
    return open_document(f"<text:p>{begin * depth}x{'</text:p></draw:text-box></draw:frame>' * depth}</text:p>")


def one_page(objects: list[bytes], contents: int) -> bytes:
    """A PDF of one page that can draw object 4 as F; `contents` is the number of its content stream."""
    page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Resources << /XObject << /F 4 0 R >> >> /Contents {contents} 0 R >>"
    return assembled([CATALOG, PAGES, page.encode(), *objects], encrypt=False)


def form(draws: int, times: int) -> bytes:
    """A drawing that draws the object `draws` that many times."""
    entries = f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F {draws} 0 R >> >>"
    return stream(b"/F Do " * times, entries)


def form_tree() -> bytes:
    """A PDF with a drawing that draws ten that draw ten ..., twenty deep."""
    return one_page([*(form(at + 1, 10) for at in range(4, 24)), form(4, 0), stream(b"/F Do")], 25)


def twice_packed(megabytes: int) -> bytes:
    """A PDF of 2 kB whose page unpacks to that much."""
    packer = zlib.compressobj(9)
    once = b"".join(packer.compress(b" " * 1_000_000) for _ in range(megabytes)) + packer.flush()
    return one_page([stream(zlib.compress(once, 9), "/Filter [/FlateDecode /FlateDecode]")], 4)


def giant_picture() -> bytes:
    """A PDF with a picture of 60,000 by 60,000 points."""
    entries = "/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceGray /BitsPerComponent 8"
    picture = stream(zlib.compress(bytes(30_000_000)), f"{entries} /Filter /FlateDecode")
    return one_page([picture, stream(b"q 90 0 0 90 0 0 cm /F Do Q")], 5)


def page(body: bytes) -> bytes:
    """A web page."""
    return b"<html><body>" + body + b" text"


def ld(text: bytes) -> bytes:
    """A web page with a block of JSON-LD."""
    return b'<html><script type="application/ld+json">' + text + b"</script><body>some words"


BOMBS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "zip: ratio": ("a.docx", lambda: zipped({"word/document.xml": " " * 20_000_000})),
    "zip: one huge part": ("a.docx", lambda: zipped({"word/document.xml": " " * 40_000_000})),
    "zip: total": ("a.docx", lambda: build_docx(parts={f"word/{at}.bin": " " * 9_000_000 for at in range(25)})),
    "zip: count": ("a.docx", lambda: zipped({str(at): "" for at in range(6000)})),
    "zip: directory that lies": ("a.docx", lying),
    "zip: nested": ("a.docx", lambda: build_docx(PARAGRAPH, parts={"word/a.zip": "PK" + " " * 1_000_000})),
    "xml: deep": ("a.docx", lambda: build_docx(nested("w:sdtContent", 100_000, PARAGRAPH))),
    "xml: deep tables": (
        "a.docx",
        lambda: build_docx(nested("w:tbl", 80, nested("w:tr", 1, nested("w:tc", 1, PARAGRAPH)))),
    ),
    "xml: entities": ("a.docx", lambda: zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'})),
    "xml: external DTD": (
        "a.docx",
        lambda: zipped({"word/document.xml": '<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd"><a/>'}),
    ),
    "docx: paragraphs": ("a.docx", lambda: build_docx(mixed(PARAGRAPH, 60_000))),
    "docx: footers": ("a.docx", lambda: footers(2000)),
    "docx: chain of styles": ("a.docx", lambda: styles_chain(20_000)),
    "docx: style based on itself": (
        "a.docx",
        lambda: build_docx(
            PARAGRAPH,
            parts={
                "word/styles.xml": '<w:styles SPACES><w:style w:styleId="A"><w:basedOn w:val="A"/></w:style></w:styles>'
            },
            rels=[("s", "styles", "styles.xml")],
        ),
    ),
    "odt: boxes in boxes": ("a.odt", lambda: boxes(70)),
    "odt: deep lists": (
        "a.odt",
        lambda: open_document(nested("text:list", 100, "<text:list-item><text:p>x</text:p></text:list-item>")),
    ),
    "pdf: pages in a loop": (
        "a.pdf",
        lambda: assembled([CATALOG, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 50 >>"], encrypt=False),
    ),
    "pdf: count that lies": (
        "a.pdf",
        lambda: assembled(
            [CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>", b"<< /Type /Page /Parent 2 0 R >>"],
            encrypt=False,
        ),
    ),
    "pdf: drawing that draws itself": ("a.pdf", lambda: one_page([form(4, 2)], 4)),
    "pdf: tree of drawings": ("a.pdf", form_tree),
    "pdf: packed twice": ("a.pdf", lambda: twice_packed(1000)),
    "pdf: giant picture": ("a.pdf", giant_picture),
    "pdf: pages full of text": ("a.pdf", lambda: build_pdf([[(72, y, "x " * 700) for y in range(60, 420, 9)]] * 20)),
    "html: deep": ("a.html", lambda: page(b"<div>" * 300_000)),
    "html: forms in forms": ("a.html", lambda: page(b"<form>" * 29_000)),
    "html: attributes": ("a.html", lambda: page(b"<p " + b"a=b " * 1_000_000 + b">")),
    "html: deep JSON-LD": ("a.html", lambda: ld(b"[" * 400_000)),
    "html: wide JSON-LD": ("a.html", lambda: ld(json.dumps([[[[[[1] * 20] * 5] * 5] * 5] * 5] * 5).encode())),
    "html: long number": ("a.html", lambda: ld(b'{"@type":"JobPosting","title":' + b"9" * 400_000 + b"}")),
    "json: deep": ("a.json", lambda: b'{"basics":' * 100_000),
    "json: long number": ("a.json", lambda: b'{"basics":{"name":' + b"9" * 4_000_000 + b"}}"),
    "json: entries": ("a.json", lambda: b'{"work":[' + b'{"position":"PM"},' * 500_000 + b"{}]}"),
    "mail: parts in parts": (
        "a.eml",
        lambda: (
            MAIL
            + b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (at, at) for at in range(3000))
        ),
    ),
    "mail: mails in mails": ("a.eml", lambda: MAIL + b"Content-Type: message/rfc822\n\n" * 20_000 + b"x"),
    "mail: parts": (
        "a.eml",
        lambda: (
            MAIL + b'Content-Type: multipart/mixed; boundary="b"\n\n' + b"--b\nContent-Type: image/png\n\nx\n" * 200_000
        ),
    ),
    "mail: parameters": ("a.eml", lambda: MAIL + b"Content-Type: text/plain; " + b"a*0=b; " * 50_000 + b"\n\nwords"),
    "mail: parentheses": ("a.eml", lambda: MAIL + b"Content-Type: text/html" + b"(" * 15_000 + b"\n\nwords"),
    "rtf: deep": ("a.rtf", lambda: b"{\\rtf1" + b"{" * 500_000 + b"text"),
    "rtf: fields": ("a.rtf", lambda: b"{\\rtf1 " + b"{\\field{\\*\\fldinst{HYPERLINK " * 50_000 + b"}"),
    "txt: lines": ("a.txt", lambda: b"a\n" * 149_000),
    "txt: periods": ("a.txt", lambda: b"Experience\n" + b"PM, X Jan 2019 - Present\n" * 9_900),
    "txt: sums of money": ("a.txt", lambda: b"$100,000 - " * 27_000),
    "txt: one long word": ("a.txt", lambda: b"Experience\n" + b"a" * 290_000),
    "txt: addresses": ("a.txt", lambda: b"a@" * 149_000),
    "txt: blanks": ("a.txt", lambda: b"a" + b" " * 290_000 + b"b"),
    "txt: tabs": ("a.txt", lambda: b"Experience\na" + b"\t" * 290_000 + b"b"),
    "txt: accents": ("a.txt", lambda: ("a" + "\u0301" * 290_000).encode()),
}
